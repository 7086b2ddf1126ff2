"""What part each name of a sentence plays: only some of them can be what a figure is said of.

Who invests, who is quoted, what something is compared with and what only describes the next name are never the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from presslens.lexicon import Hit, cue, table
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import ALL_MARKS, Ending, Gated

Role = Literal["free", "governed", "giver", "speaker", "modifier", "object", "aside"]

_GOVERNED_BEFORE = Ending(table("cues.toml")["governing_words"])
# 为 governs only where something is done for somebody: 为某某代工, but not 估值为….
_SERVED = Gated(
    r"为[^，,。；;]{2,34}?(?:提供|带来|代工|供应|服务|供货|定制)|以[^，,。；;]{2,60}?(?:为|作为)(?:底(?!线)|基础|基座|蓝本|原型|例)"
)
_FOR_EXAMPLE = ("例如", "比如", "如", "像", "比方说", "诸如")
_OPENS_CLAUSE = re.compile(r"(?:^|[，,。；;：:])(?:其中)?(?:[^，,。；;]{0,6}的)?(?:例如|比如|如|像|比方说|诸如)[，,:：]?\s?$")
_IS_GIVEN = re.compile(r"^\s?(?:投|注资|追加)")
_LIKENESS_AFTER = re.compile(rf"^(?:{cue('likeness_endings')})")
# 和甲一样 and 是甲的三分之一 measure something else by 甲.
_WITH = tuple("和与跟同像如")
_ALIKE_AFTER = re.compile(r"^[^，,。；;]{0,24}?(?:一样|类似|相似|相比|不同)")
_STANDARD_BEFORE = re.compile(
    r"(?:是|为|到|至|相当于|只有|不及|不足|不到)(?:了|约|近)?(?:传统|同期|同类|前代|上代|原始|普通|标准)?的?[A-Za-z0-9-]{0,6}\s?$|(?:[%倍成]|分之[一二三四五六七八九十])[，、,]\s?$"
)
# 从甲到乙 spans what lies between them.
_FROM_TO = re.compile(r"从[^，,。；;]{1,16}到\s?$")
_STANDARD_AFTER = re.compile(
    r"^[^，,。；;]{0,10}?的\s?(?:近|约|超过|不到)?(?:[\d.]+\s?[%倍]|\d+/\d+|[一二两三四五六七八九十几数]+(?:倍|成|分之)|一半)"
)
_JOINED = re.compile(r"^(?:和|与|及|以及|、|/|，和|,和)$")
_INVESTS = Gated(
    r"^(?:\s?(?:[和与及、，,]|以及)\s?[A-Za-z0-9一-鿿.]{1,14}){0,4}?\s?等?(?:机构|公司|投资方)?"
    r"(?:又|还|也|共同|一起|联合|在[^，,。由]{1,8})?(?:领投|跟投|参投|投了|投\s?(?=[约近超\d])|联合投资|一起投资?了?|直接给|[给向][^，,。]{1,20}?(?:投|估值|注资))"
)
# 老股东甲继续跟, 领投方是乙, 丙为第一大股东: who puts money in, by what it is called.
_INVESTOR_BEFORE = Gated(
    r"(?:(?:领投|投资|跟投|参投|出资)方|(?:老|新|原|大)?股东|财务顾问|(?:基石)?投资者)(?:分别)?(?:是|为|包括|有|[:：])?[^，,。；;、]{0,6}$"
)
_INVESTOR_AFTER = Gated(
    r"^\s?(?:(?:为|是|成为|作为|系)[^，,。；;]{0,4}(?:股东|领投方|跟投方|财务顾问)|继续跟|跟进|超额跟投|担任[^，,。；;]{0,4}财务顾问)"
)
# 刚从甲处获得2亿, 从乙、丙等投资者手中筹集: whom the money comes from.
_TAKEN_FROM = Gated(
    r"^(?:\s?(?:[、和与及]|以及)\s?[^，,。；;、]{1,14}){0,4}?\s?等?(?:[^，,。；;、的]{0,6}(?:投资者|投资人|投资方|机构|基金|资本|公司|股东))?"
    r"(?:处|手[中里上]|那[里儿边]|方面)?\s?(?:刚刚?|再|又|共|总共|一共|累计|成功|首次|这?次)*(?:获得?|拿到?|拿下|融[资到得了]|筹[资集得]|募[资集得]|得到|争取到|收到)"
)
_FROM = re.compile(r"从[^，,。；;]{0,24}$")
_QUOTES_OTHERS = Gated(r"^[^，,。；;]{0,6}(?:引述|援引|引用|报道称|报道指|消息称|消息指)")
# 甲把乙的目标价由…调高: an analyst's house.
_RATES = Gated(
    r"^[^，,。；;]{0,6}(?:[把将给维予重首][^，,。；;]{0,16}|[上下调][^，,。；;]{0,10})(?:目标价|评级|买入|中立|增持)"
)
_INVEST_VERB = Gated(r"领投|跟投|参投|联合投资|共同投资")
_LIST_OF_GIVERS = re.compile(r"\s*(?:[、和与及/,，]|以及)+\s*[^，,。；;、获完融宣投由向给对]{0,10}?\s*")
_SPEAKS_AFTER = Gated(
    r"^\s?(?:独家)?(?:获悉|了解到|从[^，,。；;]{1,14}(?:获悉|了解到))|^[^，,。；;]{0,4}(?:数据(?!中心|集|库|处理|标注|量)|研究|报告|统计|调查|调研|分析师|首席分析|经济学家|策略师)"
)
_RECKONS_AFTER = Gated(r"^[^，,。；;]{0,8}\)?(?:估算|测算|预测|预估)")
_ANALYST_BEFORE = Gated(r"(?:分析师|经济学家|策略师|基金经理)[^，,。]{0,12}$")
_DESCRIBES_NEXT = re.compile(rf"^(?:的|旗下的?)?[^，,。；;：:、和与及]{{0,12}}?(?:{cue('kinds_of_thing')})(?:——|[“「《\"])?$")
# What somebody brings out is not who raises money.
_MADE_BEFORE = re.compile(rf"(?:{cue('developing_verbs')})(?:了|过)?[^，,。；;]{{0,20}}$")
_OWNS, _UNDER = re.compile(r"\s?的\s?"), re.compile(r"\s?旗下的?\s?")
_DOES_SOMETHING = re.compile(cue("doing_verbs"))
# 甲︱专家估算…, …｜甲&乙新研究: what a headline sets apart by a bar only says on what or by whom it is.
_BAR = Gated(r"[｜︱|丨]")
_BY_WHOM = re.compile(r"[^，,。；;！!？?]{0,24}(?:研究|出品|团队|投稿|独家|专访|论文|联合|发布|报道)[^，,。；;]{0,6}$")
_LONGEST_LABEL = 16
# 甲获星, 登上甲热榜: where others show what they made.
_HOSTS = frozenset(table("cues.toml")["hosting_sites"])
_SHOWS = re.compile(
    r"^\s?(?:上|平台)?[^，,。；;]{0,6}?(?:星标|标星|[Ss]tars?|热榜|热门|趋势|榜|[获揽收][^，,。；;]{0,6}[\d万千]\s?[kKwW万]?\+?\s?[颗个]?星)"
)
_OF_MONEY = _INVESTS.bit | _INVESTOR_BEFORE.bit | _INVESTOR_AFTER.bit
_OF_WORDS = _QUOTES_OTHERS.bit | _RATES.bit | _RECKONS_AFTER.bit | _SPEAKS_AFTER.bit | _ANALYST_BEFORE.bit


def roles_of(text: str, names: Sequence[Hit], offset: int, marks: int = ALL_MARKS) -> dict[int, Role]:
    """Give every name's role by where it starts; `offset` is where the sentence starts in the article, `marks` are its marks.

    >>> roles_of("由甲领投的B轮", [], 0)
    {}
    """
    roles: dict[int, Role] = {}
    givers = _givers(text, names, offset) if marks & _INVEST_VERB.bit else ()
    served = [found.span() for found in _SERVED.finditer(text)] if marks & _SERVED.bit else ()
    apart = _set_apart(text) if marks & _BAR.bit else ()
    oblique: Hit | None = None
    for at, name in enumerate(names):
        start, end = name.start - offset, name.end - offset
        role = _role(name, text[max(0, start - 26) : start].rstrip(), text[end : end + 40], marks)
        if oblique is not None and role == "free" and _JOINED.match(text[oblique.end - offset : start].strip()):
            role = "governed"
        if served and any(low < start < high for low, high in served):
            role = "governed"
        if apart and any(low <= start < high for low, high in apart):
            role = "aside"
        if name.start in givers:
            role = "giver"
        following = names[at + 1] if at + 1 < len(names) else None
        if role == "free" and following and _describes(name, following, text, offset):
            role = "modifier"
        oblique = name if role == "governed" else None
        roles[name.start] = role
    return roles


def _set_apart(text: str) -> list[tuple[int, int]]:
    """Give where a headline names by a bar on what or by whom it is."""
    bars = [found.start() for found in _BAR.finditer(text)]
    apart = []
    if bars and bars[0] <= _LONGEST_LABEL:
        apart.append((0, bars[0]))
    if bars and _BY_WHOM.match(text, bars[-1] + 1):
        apart.append((bars[-1], len(text)))
    return apart


def _role(name: Hit, before: str, after: str, marks: int) -> Role:
    if before.endswith(("给", "向", "对")) and _IS_GIVEN.match(after):
        return "free"
    if marks & _OF_MONEY and (_INVESTS.match(after) or _INVESTOR_AFTER.match(after) or _INVESTOR_BEFORE.search(before)):
        return "giver"
    if marks & _TAKEN_FROM.bit and "从" in before and _FROM.search(before) and _TAKEN_FROM.match(after):
        return "giver"
    if marks & _OF_WORDS and _has_its_say(name, before, after):
        return "speaker"
    if before.endswith(_WITH) and _ALIKE_AFTER.match(after):
        return "governed"
    if before.endswith("到") and _FROM_TO.search(before):
        return "governed"
    if "的" in after and _STANDARD_AFTER.match(after) and _STANDARD_BEFORE.search(before):
        return "governed"
    if before.rstrip("，,:：").endswith(_FOR_EXAMPLE) and _OPENS_CLAUSE.search(before):
        return "free"
    if name.name in _HOSTS and _SHOWS.match(after):
        return "aside"
    if _GOVERNED_BEFORE.ends(before):
        return "governed"
    if _LIKENESS_AFTER.match(after):
        return "governed"
    return "object" if name.kind == "model" and _MADE_BEFORE.search(before) else "free"


def _has_its_say(name: Hit, before: str, after: str) -> bool:
    """Tell whether a name is that of somebody who is quoted, or reckons what others have."""
    if name.kind != "model" and (_QUOTES_OTHERS.match(after) or _RATES.match(after)):
        return True
    if _RECKONS_AFTER.match(after) and listed_kind(name.name) not in ("company", "model"):
        return True
    return bool(_SPEAKS_AFTER.match(after) or (name.kind == "person" and _ANALYST_BEFORE.search(before)))


def _describes(name: Hit, following: Hit, text: str, offset: int) -> bool:
    """Tell whether a name only describes the next one: 甲公司视频模型乙, 甲母公司乙."""
    between = text[name.end - offset : following.start - offset]
    if following.kind == "person" and _OWNS.fullmatch(between):
        return True
    if _UNDER.fullmatch(between):
        return following.kind in ("company", "model")
    fits = _DESCRIBES_NEXT.match(between.strip()) and not _DOES_SOMETHING.search(between)
    return bool(fits) and following.kind in ("company", "model")


def _givers(text: str, names: Sequence[Hit], offset: int) -> set[int]:
    """List who puts money in: the names between 由 and 领投, else those before 领投 and 跟投 with all joined to them."""
    found: set[int] = set()
    for verb in _INVEST_VERB.finditer(text):
        by = max(text.rfind("由", 0, verb.start()), 0)
        led = text[by : verb.start()]
        edge = verb.start()
        for name in reversed([name for name in names if name.end - offset <= verb.start()]):
            gap = text[name.end - offset : edge]
            first = edge == verb.start() and re.fullmatch(r"[^，,。；;获完融的]{0,12}", gap)
            chained = led.startswith("由") and name.start - offset > by and not re.search(r"[。；;]|融资|获得", led)
            if not first and not chained and not _LIST_OF_GIVERS.fullmatch(gap):
                break
            found.add(name.start)
            edge = name.start - offset
    return found
