"""What is sold by no listed name: a course, a guide or a device, or a service that a clause does nothing but name.

They are sold with, for or about products that a lexicon lists, whose price theirs is not: 甲的教程, 售价99元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import cue
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.phrase import head_noun

_GOODS = rf"(?:{cue('goods')})"
_PHRASE = rf"[A-Za-z0-9一-鿿“”「」·+、 ]{{0,24}}?{_GOODS}"
_HOW_MUCH = (
    r"(?:的|一般|通常|则|也|仅|只|约|为|是|要|需|才|大多|普遍|起|单[次份套节门]|每[次份套节门人]|零售|市场|官方|最低|最高|"
    r"售价|定价|标价|单价|价格|报价|卖|收费|收|费用|会员费|入群费|学费|起步价|首发价|到手价|从|在|由|至|到|不过|高达|近|逾|超过?)*"
)
_BEFORE = re.compile(rf"(?:^|[，,；;：:）)▲])(?:其中|而|如|比如|例如|另有|还有)?(?P<noun>{_PHRASE}){_HOW_MUCH}$")
_BEHIND = re.compile(rf"(?:起|左右)?的(?P<noun>{_PHRASE})(?:[“「](?P<called>[^“”「」]{{2,24}})[”」])?(?![一-鿿]{{0,2}}[价费])")
_RIGHT_BEHIND = re.compile(rf"(?P<noun>{_PHRASE})(?:[“「](?P<called>[^“”「」]{{2,24}})[”」])?(?=[，,。；;、]|但|$)")
_ASKED = re.compile(r"(?:售价|标价|定价|单价|最便宜的|最贵的|仅售|只卖)(?:为|是|达|约|仅|近|超过?|高达)*$")
_NAMED_ALONE = re.compile(
    rf"\W*(?:(?:例如|比如|譬如|其中|还有|此外)[，,]?)?(?P<noun>[A-Za-z0-9一-鿿“”「」·+]{{1,16}}?(?:{_GOODS}|服务|业务))\W*"
)
_MANY_OF_THEM = re.compile(
    rf"(?P<noun>{_PHRASE})[”」]?(?:等)?(?:更是|比比皆是|不胜枚举|层出不穷|随处可见|五花八门|应有尽有|琳琅满目)"
)
# Of the kinds that one thing is sold in, each has a price of that thing: 甲服务价格不高,月付版15元.
_PRICED = re.compile(rf"(?:^|[：:）)])(?P<noun>{_PHRASE})的?(?:售价|价格|定价|单价|收费)")
_UTMOST = re.compile(r"最(?:便宜|贵|低|高|实惠|亲民)的?[^，,。；;]{0,4}?(?:是|为|当属)(?P<noun>[^，,。；;]{2,24})$")
_OF_SHARES = re.compile(r"股|收盘|收市|开盘|目标价")
# A course on a product is none of that product's, a telephone of a maker is the maker's.
_TELLS_OF_IT = re.compile(r"[一-鿿]{1,6}(?:教程|课程|网课|公开课|培训班|训练营|资料包?|指南|手册|社群|专栏)$")
_ANY = re.compile(r"^(?:其|各种|各类|此类|这类|一些|多种|相关|[0-9一二三四五六七八九十]+(?:门|套|份))")
_SHORTEST = 2
_NO_GOODS = re.compile(r"^(?:该|这|那|此|其|我们|他们|公司|企业|一[门套个份款节])|[了过把被将]|提供|推出|购买|出售")


def of_goods(figure: Figure) -> Bound | None:
    """Give the goods that a price is said of: behind it, before it in its clause, or named alone in a clause before."""
    if _OF_SHARES.search(figure.left):
        return None
    behind = goods_behind(figure)
    if behind:
        return behind
    before = _BEFORE.search(figure.left)
    noun = _shown(figure, before, figure.clause.start) if before else ""
    if noun:
        return Bound((noun,), "high", "noun phrase of the clause")
    named = figure.passage.names_in(figure.clause.start, figure.quantity.start)
    return None if named else next(_told_before(figure), None)


def goods_behind(figure: Figure) -> Bound | None:
    """Give the goods that stand right behind their price, with the name in quotation marks that they have: 99元的课程“甲”."""
    told = _BEHIND.match(figure.right) or (_ASKED.search(figure.left) and _RIGHT_BEHIND.match(figure.right))
    noun = _shown(figure, told, figure.quantity.end) if told else ""
    return Bound(((told and told.group("called")) or noun,), "high", "what it describes") if noun else None


def _told_before(figure: Figure) -> Iterator[Bound]:
    """Give what an earlier clause does nothing but name, or says that there is much of."""
    passage = figure.passage
    for clause in reversed(passage.clauses[: passage.clause_at(figure.quantity.start)]):
        text = passage.between(clause.start, clause.end)
        told = _NAMED_ALONE.fullmatch(text) or _MANY_OF_THEM.search(text) or _PRICED.search(text) or _UTMOST.search(text)
        noun = _shown(figure, told, clause.start) if told else ""
        if noun:
            yield Bound((noun,), "high", "noun phrase of an earlier clause")
        if noun or any(passage.is_free(name) for name in passage.names_in(clause.start, clause.end)):
            return


def _shown(figure: Figure, told: re.Match[str], offset: int) -> str:
    """Give a phrase as it can be shown: what stands behind the last 的 and joint, unless a listed name is a part of it."""
    noun = _ANY.sub("", re.split(r"的|、|[”」](?=[^”」]*[“「])", told.group("noun"))[-1])
    end = offset + told.end("noun")
    named = figure.passage.names_in(end - len(noun), end) and not _TELLS_OF_IT.search(noun)
    noun = noun.strip(" ·+”」") if noun.count("“") == noun.count("”") else noun.strip("“”「」 ·+")
    return "" if named or len(noun) < _SHORTEST or _NO_GOODS.search(noun) else head_noun(noun)
