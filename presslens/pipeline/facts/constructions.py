"""Constructions of a clause that tell at once of whom a figure is said, whatever stands nearer or first.

A figure may be that of what something is compared with (少于乙的900个), of what a modifier describes that it stands in
(标价9元的漫画), of who does what only sets the scene (在甲公布财报的当天), of who is made to do something, of all in a
list that it counts, or of nobody: the day of a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from presslens.lexicon import cue
from presslens.model import Quantity
from presslens.pipeline.facts.announced import NOTICE, who_announces
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.groups import group
from presslens.pipeline.facts.listed import told_one_by_one
from presslens.pipeline.facts.nearby import described
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Clause, Figure, Passage
from presslens.pipeline.facts.pronouns import KINDS_OF_PRODUCT
from presslens.pipeline.facts.quoted import MARKET, QUOTED_ON, of_the_market, of_the_market_before
from presslens.pipeline.facts.sound import NOUNS, OF
from presslens.pipeline.facts.standards import noun_between, of_the_standard
from presslens.pipeline.facts.tokens import NAME, OF_TIME, QUOTED, outside_brackets
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import ALL_MARKS, Gated

_DATELINE = Gated(
    r"^\W{0,3}[^，,。；;：:]{1,14}?(?:[（(][^）)]{1,12}[)）])?\s*\d{1,2}\s?月\s?\d{1,2}\s?日(?:[（(][^）)]{1,12}[)）])?(?:消息|[快专]?讯|电|报道|报导)"
)
_SAME_FIGURE = Gated(
    r"(?<![一-鿿])(?:但|而|因此)?这(?:比|相当于|几乎是|约等于|大约是|还不到|只占|仅占)|[这该](?:一|个|些)?(?:数字|数值|比例|增长|增速)"
)
_SCENE = Gated(
    r"^\W{0,3}(?:[就早]?在|当|自从?|随着)(?P<told>[^，,。；;：:]{4,40}?)(?:的?(?:当天|当日|同时|时候|之?后|之?时|之?前|期间))[，,]"
)
_OUTSIDE = re.compile(r"\s*(?:的|左右)?(?:之|以)?[后前内里间中来]")
_HELD_BEFORE_AN_EVENT = re.compile(
    r"^[^，,。；;：:的]{0,8}?(?:颁布|举行|举办|召开|签署|出台|通过|生效|创刊|上映|播出|开业|诞生|开幕)的"
)
_LIKENED = re.compile(r"(?:堪比|好比|比作|比喻成|比喻为|如同|就像|想起|重演|媲美|不同于|不及|不如|[与和跟同]|类似于?)$")
_MEASURED_HEAD = re.compile(
    r"(?:标价|售价|定价|原价|耗时|为期|市值|估值|年仅|历时|需要)(?:为|是|达|约|仅|近|超过?|高达|长达|不足)*$"
)
_EVENT = re.compile(r"[会坛展节赛季营]$|活动|项目|课程|旅行|演出|谈判|测试|训练营")
_WITHOUT_A_VERB = re.compile(r"^(?:左右|以上|多|不到)?的(?!是|时候|时间|价格|成本|速度|交易|规模)")
_IS_A_YEAR = Gated(
    r"^(?:[将会可也就还或能必]|注定|无疑|不仅)*(?:是|成为|成了|被称为|被称作|被视为|堪称|算是)了?"
    r"(?P<of>[^，,。；;：:]{0,20}?)(?:元年|年份|之年|一年|拐点|转折点|分水岭)"
)
_MADE_TO = Gated(r"(?:让|使得?|令|导致|致使|促使)\s?$")
# What is told of a product right after somebody brings it out: 甲推出了乙,重仅5公斤.
_BRINGS_OUT = Gated(rf"(?:{cue('developing_verbs')}|亮相|设立|成立)")
_OF_THE_PRODUCT = re.compile(
    r"^\W*(?:其|它|该产品|产品|整机|全身|机身)?(?:[一二三四首]期为|重量?|体重|身高|高度?|长度?|宽度?|规模|具备|配备|搭载|采用|支持|能够?|可以?|由|内置|续航|最高|最大|速度|包含|包括|覆盖|容量|面积|负载|延迟|计算量|推理|画质|精度|生成|单次|最长|最多|时长|帧率|参数|分辨率|售价|定价|价格|起价|收费|订阅|月费|会员)"
)
_IN_A_PHRASE = NOUNS | {"b", "a"}
_GETS = Gated(r"(?:对|向|给予?)(?P<of>[^，,。；;：:的]{2,16}?)(?:处以?|开出|罚)?(?:了)?(?:约|近|超过?|高达)?$")
_GIVEN = re.compile(r"^(?:的)?[^，,。；;]{0,2}(?:罚款|罚金|罚单|估值)")
_BY_WORD_OF = Gated(r"(?:据|根据|援引|引述|按照)(?:了)?\s?$")
_COUNTED_AFTER = re.compile(r"^(?:这|那)?$")
_POINTED = Gated(r"(?:这|上述|以上|那)$")
_BODIES = ("家", "位", "人", "名", "款", "方", "company", "person")


def told_by_construction(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what a construction of the clause makes a figure that of, if any does."""
    marks = figure.passage.marks
    for candidates, bit in _WITH_TOPICS:
        if marks & bit:
            yield from candidates(figure, topics)
    for by_itself, bit in _BY_ITSELF:
        if marks & bit:
            yield from by_itself(figure)


def _in_dateline(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give nobody for the day of a report: 某社3月3日消息."""
    passage = figure.passage
    line = _DATELINE.match(passage.text) if figure.quantity.kind == "date" and passage.may(_DATELINE) else None
    if line and figure.quantity.end <= passage.start + line.end():
        yield Bound(("",), "medium", "the day of a report")


def _of_the_figure_before(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give of whom the figure before was where a clause only sets it beside another: 这相当于80家的总和, 这个数字升至9亿."""
    passage = figure.passage
    if topics.figure_of in ((), ("",)) or not passage.may(_SAME_FIGURE):
        return
    same = _SAME_FIGURE.search(passage.between(passage.start, figure.quantity.start))
    if not same:
        return
    first, at = passage.clause_at(passage.start + same.start()), passage.clause_at(figure.quantity.start)
    if figure.quantity.kind == "date" and at != first:
        return
    own = (one for number in range(first + 1, at + 1) for one in passage.stated(number))
    if not any(one.form in ("name", "noun") for one in own):
        yield Bound(topics.figure_of, "medium", "of whom the figure before is")


def _of_all_counted(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give all of a list that the figure counts: 甲、乙以及丙三家."""
    passage, count = figure.passage, figure.quantity
    if count.kind != "count" or not count.low or not 2 <= count.low <= 10 or count.low != count.high:
        return
    names = [name for name in passage.names if name.end <= count.start]
    if names and _COUNTED_AFTER.match(passage.between(names[-1].end, count.start).strip()):
        listed = told_one_by_one(passage, names)
        if len(listed) == count.low:
            yield Bound(("、".join(listed),), "high", "all that it counts")


def _of_the_group(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give the names that a counted group stands for, of its count and of what follows as its own: 这两家公司约3亿元的支出."""
    passage = figure.passage
    counts = [one for one in passage.figures if one.kind == "count" and one.low and 2 <= one.low <= 10]
    counts = [one for one in counts if one.unit in _BODIES or one.surface.endswith(_BODIES)]
    for count in counts:
        pointed = _POINTED.search(passage.between(passage.start, count.start))
        own = count == figure.quantity or (
            count.end <= figure.quantity.start
            and re.fullmatch(
                r"(?:公司|企业|厂商|巨头)?(?:同期|合计|共|总共|当年|的)*[约近超逾]*",
                passage.between(count.end, figure.quantity.start),
            )
        )
        if pointed and own and not _opens_with(passage, count):
            text = passage.between(count.start, count.end)
            found = group(passage, Stated(count.start, count.end, "points", text), topics)
            if found and "、" in found:
                yield Bound((found,), "medium", "the group it counts")


def _opens_with(passage: Passage, count: Quantity) -> bool:
    """Tell whether a clause begins with a count, which its grammar then reads."""
    return any(one.start <= count.start < one.end for one in passage.stated(passage.clause_at(count.start)))


def _in_the_scene(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give who does what a clause only sets the scene with: 在甲公布上季财报的当天,乙与丙宣布…."""
    passage = figure.passage
    if not passage.may(_SCENE) or figure.quantity.kind not in OF_TIME:
        return
    text = passage.between(figure.clause.start, figure.clause.end)
    scene = _SCENE.match(text)
    if not scene or figure.quantity.end > figure.clause.start + scene.end("told"):
        return
    if _OUTSIDE.match(figure.right):
        return
    for name in passage.names_in(figure.clause.start, figure.quantity.start):
        between = passage.words(figure.clause, name.end, figure.quantity.start)
        if name.kind != "source" and between and between[0].tag in ("v", "d", "p"):
            yield Bound((name.name,), "medium", "who does what sets the scene")
            return


def _who_gets(figure: Figure) -> Iterator[Bound]:
    """Give who is fined or valued: 委员会对甲处以3亿元罚款, 基金给乙5亿估值."""
    if figure.quantity.kind not in ("money", "count", "number") or not _GIVEN.match(figure.right):
        return
    found = _GETS.search(figure.left) if figure.passage.may(_GETS) else None
    if found:
        start = figure.clause.start
        yield from noun_between(figure, start + found.start("of"), start + found.end("of"), "is fined or valued")


def what_is_brought_out(figure: Figure) -> Iterator[Bound]:
    """Give what an earlier clause brings out where the figure's tells what it is like: 甲推出了乙,重仅5公斤."""
    passage = figure.passage
    if not passage.may(_BRINGS_OUT) or figure.quantity.kind == "date" or figure.quantity.unit in _BODIES:
        return
    for number in range(passage.clause_at(figure.quantity.start), 0, -1):
        clause, before = passage.clauses[number], passage.clauses[number - 1]
        text = passage.between(clause.start, clause.end)
        if not _OF_THE_PRODUCT.match(text) or _gives_its_own(passage, clause, figure.quantity.start):
            return
        verb = next(iter(_BRINGS_OUT.finditer(passage.between(before.start, before.end))), None)
        product = _last_product(passage, before, before.start + verb.end()) if verb else ""
        if product:
            yield Bound((product,), "medium", "what is brought out")
            return


def _gives_its_own(passage: Passage, clause: Clause, end: int) -> bool:
    """Tell whether a clause has a subject of its own, but for who made the product: 由乙研发."""
    maker = passage.between(clause.start, clause.end).lstrip().startswith("由")
    return not maker and any(name.end <= end for name in passage.names_in(clause.start, end))


def _last_product(passage: Passage, clause: Clause, start: int) -> str:
    """Give the name or the quoted name that a clause ends with, if it is no firm's."""
    text = passage.between(clause.start, clause.end)
    for token in reversed([token for token in outside_brackets(passage.tokens(clause)) if token.start >= start]):
        if token.tag == QUOTED and text.count("“") and token.text[0] == "“":
            return token.text.strip("“”")
        if token.tag == NAME:
            name = next(name for name in passage.names if name.start == token.start)
            listed = listed_kind(name.name)
            return name.name if listed == "model" or listed is None else ""
        if token.tag != "x":
            return _kind_of_product(passage, clause, start) if token.text.endswith(KINDS_OF_PRODUCT) else ""
    return ""


def _kind_of_product(passage: Passage, clause: Clause, start: int) -> str:
    """Give what a clause ends with where it is only called by its kind: 发布了新的文生视频模型."""
    tokens = [token for token in passage.tokens(clause) if token.tag != "x"]
    at = len(tokens)
    while at and tokens[at - 1].start >= start and tokens[at - 1].tag in _IN_A_PHRASE:
        at -= 1
    found = passage.phrase(tokens[at:])
    return found.text if found and found.form == "noun" else ""


def _of_who_is_quoted(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give nobody for how many are quoted: 据两名知情人士透露."""
    counts = figure.quantity.unit in _BODIES or figure.quantity.surface.endswith(_BODIES)
    if counts and _BY_WORD_OF.search(figure.left):
        yield Bound(("",), "low", "how many are quoted")


def of_the_head(figure: Figure) -> Iterator[Bound]:
    """Give what a modifier with the figure in it describes: 2021年颁布的《某法》, 标价9元的贴纸, 堪比60年前的竞赛."""
    times = figure.quantity.kind in OF_TIME
    event = times and _HELD_BEFORE_AN_EVENT.match(figure.right)
    likened = times and _WITHOUT_A_VERB.match(figure.right) and _LIKENED.search(figure.left)
    measured = _WITHOUT_A_VERB.match(figure.right) and _MEASURED_HEAD.search(figure.left)
    if event or likened or measured:
        for found in described(figure):
            lasts = measured and measured.group().startswith("为期")
            if found.form in ("name", "noun", "weak") and (not lasts or _EVENT.search(found.text)):
                yield Bound((found.text,), "medium", "what it describes")


def _what_a_year_is(figure: Figure) -> Iterator[Bound]:
    """Give whose year a sentence says that a time is, or nobody: 今年将是机器人的元年, 去年是不平凡的一年."""
    told = _IS_A_YEAR.match(figure.right) if figure.quantity.kind == "date" and figure.passage.may(_IS_A_YEAR) else None
    if not told:
        return
    start, end = figure.quantity.end + told.start("of"), figure.quantity.end + told.end("of")
    words = figure.passage.words(figure.clause, start, end)
    of = max((place for place, token in enumerate(words) if token.text in OF), default=len(words))
    found = figure.passage.phrase(words[:of])
    shown = found is not None and found.form in ("name", "noun", "weak")
    yield Bound((found.text if found and shown else "",), "medium", "whose year it is")


def _who_is_made_to(figure: Figure) -> Iterator[Bound]:
    """Give who is made to do what the figure tells: 这一方法让甲实现了两项能力."""
    passage = figure.passage
    if not passage.may(_MADE_TO):
        return
    for name in reversed(passage.names_in(figure.clause.start, figure.quantity.start)):
        behind = [
            token for token in passage.tokens(figure.clause) if token.start >= name.end and token.end <= figure.quantity.start
        ]
        acts = behind and (behind[0].tag in ("v", "d", "p") or figure.quantity.kind in OF_TIME)
        if _MADE_TO.search(passage.between(name.start - 4, name.start)) and (acts or not behind):
            yield Bound((name.name,), "medium", "who is made to do it")


# Each with the bit of what stands in every sentence in which it finds something.
_WITH_TOPICS: tuple[tuple[Callable[[Figure, Topics], Iterator[Bound]], int], ...] = (
    (_of_the_figure_before, _SAME_FIGURE.bit),
    (_in_dateline, _DATELINE.bit),
    (_of_who_is_quoted, _BY_WORD_OF.bit),
    (of_the_standard, ALL_MARKS),
    (_of_all_counted, ALL_MARKS),
    (_of_the_group, _POINTED.bit),
    (_in_the_scene, _SCENE.bit),
    (of_the_market_before, QUOTED_ON.bit),
)
_BY_ITSELF: tuple[tuple[Callable[[Figure], Iterator[Bound]], int], ...] = (
    (_who_gets, _GETS.bit),
    (of_the_head, ALL_MARKS),
    (_what_a_year_is, _IS_A_YEAR.bit),
    (who_announces, NOTICE.bit),
    (of_the_market, MARKET.bit),
    (_who_is_made_to, _MADE_TO.bit),
    (what_is_brought_out, _BRINGS_OUT.bit),
)
