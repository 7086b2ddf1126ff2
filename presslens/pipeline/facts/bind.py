"""Of whom a figure is said: the nearest name is often wrong, so the sentence's structure decides.

Tried in this order: a name that holds the figure (可灵的2分钟), the head of a relative clause (握有八成份额的英伟达), the
grammatical subject of the clause, the clause's own noun phrase where no lexicon has its name (现货金价), the subject of the
clauses before it, a counted group (20家…公司), and what the text was speaking of before (ellipsis, 该公司, 其). The further the
search had to go, the lower the confidence. A figure without a metric of its own, and one of which none of these tells the
subject, goes by the grammar of its clause and further out (`about.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.lexicon import Hit, cue
from presslens.model import Confidence, EntityKind, Metric
from presslens.pipeline.facts.about import by_grammar
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.clause_nouns import by_noun, by_own_noun, may_be_told_of, words_of_noun
from presslens.pipeline.facts.constructions import of_the_head, told_by_construction, what_is_brought_out
from presslens.pipeline.facts.ellipsis import left_out, without_times
from presslens.pipeline.facts.general import of_an_example
from presslens.pipeline.facts.goods import goods_behind, of_goods
from presslens.pipeline.facts.held import holder, is_measure, mover, relative_head
from presslens.pipeline.facts.later_clause import by_later_clause
from presslens.pipeline.facts.listed import in_turn, share_of
from presslens.pipeline.facts.model_of_figure import model_of, tells_of_a_model
from presslens.pipeline.facts.owners import kept_from_buyers, kept_from_givers, kept_to_firms
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.phrase import own_subject
from presslens.pipeline.facts.plans import of_a_plan, of_a_rating, of_what_is_sold, whose_price_is_moved
from presslens.pipeline.facts.receivers import gets_from, invested_in, is_given, receiver, who_received
from presslens.pipeline.facts.rule import FIRM_METRICS, OF_MODELS, PRODUCT, Reading
from presslens.pipeline.facts.somebody import earner, somebody
from presslens.pipeline.facts.topics import Topics, subject_in
from presslens.pipeline.facts.two import former_or_latter
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.facts.wordings import proper
from presslens.record import replace

_GIVEN_OR_GUESSED: frozenset[Metric] = frozenset({"funding_round", "funding_target", "valuation", "price"})
_OF_A_NOUN: frozenset[Metric] = frozenset({"growth_rate", "market_share"})
_GIVEN = frozenset({"funding_round", "funding_target"})
_QUOTED = re.compile(r"[“「](?P<noun>[^“”「」]{2,24})[”」](?:的|商品|产品|会员|套餐|版|系列)*[^，,“”]{0,6}$")
_GENERIC = re.compile(
    r"(?P<noun>(?:AI|国产|国内|主流|其他|多数|现有|市面上)[^，,。；;]{0,8}?(?:短视频|视频|模型|工具|产品))"
    r"(?:大多数?|普遍|一般|大都|大部分|多|基本)?(?:都|还|均|仍|只|也)?(?:停留|只能|仅能|限|能|不超过|动辄|拥有)"
)
# 某方法让甲达到50000个token: the one that is made to do it is the subject.
_LET = re.compile(r"(?:让|使得?|令)\s?$")
_PUTS_IN = re.compile(
    r"(?:[、和与及][^，,。；;、]{1,10}){0,3}(?:都|均|共同|联合|也|又|刚)?"
    r"(?:给了|投了|领投|跟投|参投|领衔|加码|入股|注资|掏了|[换拿取]得?走?了?[\d一二三四五六七八九十.]+[%成])"
)
_AGGREGATE = re.compile(r"(?:整体|全部|总共|合计|共计|总额|总计|行业|全球|平均)")
_CHIP = re.compile(rf"(?<![A-Za-z0-9])(?:{cue('chip_names')})(?![A-Za-z0-9])")
_ITS_CHIPS = re.compile(r"的?(?:AI|人工智能|最新|高端)?(?:芯片|GPU|显卡)")
_OF_SHARES = re.compile(r"股|收盘|报收|开盘")
# A share that no lexicon lists is named by the clause of its move: 而某某跌2%,报310元.
_MOVED = re.compile(r"(?:涨|升|跌|挫|泻|飙|弹|扬)(?:了|逾|近|约|超过?)*\s?\d[\d.]*%")
# 她在会上表示：“我们预计…: who says it is not what grows.
_SAYS = re.compile(r"(?:表示|[说称]|指出|透露|强调|坦言|补充|认为|告诉[^，,。；;]{1,8})(?:[：:]|[，,])\s?[“\"]?$")


def subjects_of(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    """Find whom a figure is said of, following the sentence's structure."""
    named = proper(reading.subject, figure, topics) if reading.subject else ""
    sold = goods_behind(figure) if named and reading.metric == "price" else None
    if sold:
        return sold
    if named:
        return Bound((named,), "high", "named by the wording")
    reading = replace(reading, subject="") if reading.subject else reading
    if reading.told:
        return Bound((topics.bought,), "medium", "what was bought, told before") if topics.bought else NOBODY
    if not reading.subjects:
        return Bound(("",), "medium", "no subject printed")
    unnamed = somebody(figure) or (earner(figure) if reading.metric == "revenue" else None)
    if unnamed:
        return unnamed
    if reading.metric == "other":
        return (
            _dealt_out(figure)
            or next(told_by_construction(figure, topics), None)
            or _by_form(figure, reading, topics)
            or by_grammar(figure, topics)
        )
    if _in_title(figure):
        return _by_own_name(figure, reading.subjects) or NOBODY
    if tells_of_a_model(figure, reading):
        found = _of_a_model(figure, reading, topics)
        if found != NOBODY:
            return found
    return _of_metric(figure, reading, topics)


def _of_metric(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    """Find whom a metric is of where the form of no wording tells it, and never who only gives, guesses or buys."""
    priced = reading.metric == "price"
    sold = of_goods(figure) if priced else None
    plan = (of_a_rating(figure, topics) or whose_price_is_moved(figure) or of_a_plan(figure, topics)) if priced else None
    described = sold or plan or (next(of_the_head(figure), None) if priced else None)
    found = described or _in_sentence(figure, reading, topics) or _by_topic(figure, reading, topics)
    if reading.metric in _GIVEN_OR_GUESSED:
        found = kept_from_givers(found, figure, topics)
    if reading.metric == "acquisition":
        found = kept_from_buyers(found, figure, topics)
    return of_what_is_sold(figure, topics) if found == NOBODY and priced and reading.subjects == PRODUCT else found


def _in_sentence(figure: Figure, reading: Reading, topics: Topics) -> Bound | None:
    return (
        _by_form(figure, reading, topics)
        or _dealt_out(figure)
        or _by_clauses(figure, reading)
        or of_an_example(figure, topics)
        or by_later_clause(figure, reading)
    )


def _of_a_model(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    """Find the model that a specification is told of, products that no lexicon lists among them, before any firm."""
    marked = Figure(figure.quantity, topics.models.marked(figure.passage))
    of_models = replace(reading, subjects=("model",))
    inside = _in_sentence(marked, of_models, topics)
    pointed = None if inside else left_out(figure, of_models, topics)
    if pointed and pointed.confidence == "medium":
        return Bound((pointed.name,), "medium", "carried over from an earlier sentence")
    return inside or model_of(marked, topics.models)


def _in_title(figure: Figure) -> bool:
    """Tell whether a figure stands in the title of something else: 我在《…投9000万美金》中说过."""
    return figure.before.rfind("《") > figure.before.rfind("》") and "》" in figure.after


def _by_form(figure: Figure, reading: Reading, topics: Topics) -> Bound | None:
    """Read the forms that settle the subject at once: held, 前者 and 后者, a relative clause, who received."""
    kinds = reading.subjects
    given_to = (receiver(figure) or gets_from(figure)) if reading.metric in _GIVEN else None
    if given_to:
        return Bound((given_to.name,), "high", "receives what others invest")
    moves = mover(figure, kinds) if reading.metric == "growth_rate" else None
    if moves:
        return _said_of(figure, moves, "high", "subject of the clause")
    held = holder(figure, kinds)
    if held and reading.metric == "other" and not figure.passage.is_free(held):
        held = None
    gives = held and (re.match(r"的?投资", figure.near_right) or figure.passage.roles[held.start] in ("governed", "giver"))
    if held and re.search(r"[对给向]\s?$", figure.passage.between(held.start - 2, held.start)):
        gives = None
    if held and gives and reading.metric == "funding_round":
        own = subject_in(figure.passage, figure.clause.start, held.start, ("company", "model"))
        return Bound((own.name,), "high", "subject of the clause") if own else who_received(figure, topics)
    if held:
        return _said_of(figure, held, "high", "holds the figure")
    own = subject_in(figure.passage, figure.clause.start, figure.quantity.start, kinds, of_models=True)
    points = (reading.metric != "other" and own is None) or "后者" in figure.left or "前者" in figure.left
    pointed = former_or_latter(figure, topics.pair) if points else ""
    if pointed:
        return Bound((pointed,), "medium", "前者/后者 of the sentence before")
    relative = relative_head(figure, kinds) if reading.metric != "other" else None
    if relative:
        return Bound((relative.name,), "high", "head of the relative clause")
    if reading.metric == "funding_round" and is_given(figure):
        return who_received(figure, topics)
    return None


def _said_of(figure: Figure, name: Hit, confidence: Confidence, how: str) -> Bound:
    """Take a name with all that are joined to it, or only the one whose turn it is in a list of as many figures."""
    group, is_dealt = share_of(figure, name)
    return Bound(group, confidence, f"{how}, in turn" if is_dealt else how)


def _dealt_out(figure: Figure) -> Bound | None:
    """Deal out a list of figures to a list of names: 甲及乙分别下跌4%、5%."""
    name = in_turn(figure)
    return Bound((name,), "high", "dealt out in turn by 分别") if name else None


def _by_own_name(figure: Figure, kinds: Sequence[EntityKind]) -> Bound | None:
    """Take the subject that the figure's own clause names."""
    let = [n for n in figure.passage.names_in(figure.clause.start, figure.quantity.start) if n.kind in kinds]
    let = [n for n in let if _LET.search(figure.passage.between(n.start - 3, n.start))]
    if let and kinds[0] == "model":
        return _said_of(figure, let[-1], "high", "is made to do it")
    for kind in kinds:
        own = subject_in(figure.passage, figure.clause.start, figure.quantity.start, (kind,), of_models=kinds[0] == "model")
        if own and not is_measure(figure, own):
            return _said_of(figure, own, "high", "subject of the clause")
    return None


def _puts_in(passage: Passage, name: Hit) -> bool:
    """Tell whether a firm puts money into another: 甲给了它9亿元,估值30亿元 tells what the other one is worth."""
    return _PUTS_IN.match(passage.between(name.end, name.end + 30)) is not None


def _by_clauses(figure: Figure, reading: Reading) -> Bound | None:
    passage = figure.passage
    generic = _GENERIC.search(figure.left)
    if generic:
        return Bound((generic.group("noun"),), "medium", "generic subject of the clause")
    named = _priced_by_name(figure, reading) if reading.metric == "price" else None
    found = named or _by_own_name(figure, reading.subjects) or invested_in(figure, reading)
    if found:
        return found
    if any(passage.roles[name.start] == "giver" for name in passage.names_in(figure.clause.start, figure.quantity.start)):
        return NOBODY
    return by_noun(figure, reading) or by_own_noun(figure, reading.metric) or _by_earlier_clause(figure, reading)


def _priced_by_name(figure: Figure, reading: Reading) -> Bound | None:
    """Take the chip, the maker's chips or the quoted product that a price is said of."""
    passage = figure.passage
    of_a_product = reading.subjects[0] == "model" and not _OF_SHARES.search(figure.left)
    at = max(0, passage.clause_at(figure.quantity.start) - 2)
    chip = _CHIP.findall(passage.between(passage.clauses[at].start, figure.quantity.start)) if of_a_product else []
    if chip:
        return Bound((chip[-1],), "medium", "the chip named before it")
    makers = [n for n in passage.names if n.end <= figure.quantity.start]
    makers = [n for n in makers if _ITS_CHIPS.match(passage.between(n.end, n.end + 8))]
    if makers and re.search(r"每(?:块|张|片|颗|枚)", figure.left):
        return Bound((f"{makers[-1].name} 芯片",), "medium", "the maker's chips named before it")
    quoted = _QUOTED.search(figure.left)
    return Bound((quoted.group("noun"),), "medium", "product named in quotation marks") if quoted else None


def _by_earlier_clause(figure: Figure, reading: Reading) -> Bound | None:
    passage, kinds = figure.passage, reading.subjects
    product = _product_brought_out(figure) if reading.metric in OF_MODELS or reading.metric == "price" else None
    if product:
        return product
    for earlier in reversed(passage.clauses[: passage.clause_at(figure.quantity.start)]):
        for kind in kinds:
            found = subject_in(passage, earlier.start, earlier.end, (kind,), of_models=kinds[0] == "model")
            if found and not (reading.metric in _GIVEN_OR_GUESSED and _puts_in(passage, found)):
                return _said_of(figure, found, "medium", "subject of an earlier clause")
        quoted = reading.metric == "price" and _MOVED.search(passage.between(earlier.start, earlier.end))
        if reading.metric not in _OF_A_NOUN and not quoted:
            continue
        form, noun = own_subject(without_times(figure, earlier.start, earlier.end))
        speaks = _SAYS.search(passage.between(earlier.start, earlier.end)) is not None
        if form == "noun" and not speaks and may_be_told_of(words_of_noun(figure, earlier, noun)):
            return Bound((noun,), "medium", "noun phrase of an earlier clause")
    told_by = next((n for n in passage.names if n.kind in kinds and _by_its_own_word(passage, n)), None)
    if told_by and told_by.end <= figure.quantity.start:
        return Bound((told_by.name,), "medium", "tells it of itself")
    if kinds[0] == "model":
        inside = [n for n in passage.names if n.kind == "model" and n.end <= figure.quantity.start and _may_do(passage, n)]
        if inside:
            return Bound((inside[-1].name,), "medium", "last model named before it")
    return None


def _product_brought_out(figure: Figure) -> Bound | None:
    """Take what an earlier clause brings out where no model is known by name: 甲推出了一款视频模型,每月68元."""
    models = [n for n in figure.passage.names if n.kind == "model" and n.end <= figure.quantity.start]
    return None if any(_may_do(figure.passage, name) for name in models) else next(what_is_brought_out(figure), None)


def _may_do(passage: Passage, name: Hit) -> bool:
    return passage.roles[name.start] in ("free", "object") or bool(_LET.search(passage.between(name.start - 3, name.start)))


def _by_its_own_word(passage: Passage, name: Hit) -> bool:
    """Tell whether a firm is the source of what is said, with nobody else to say it of: 根据甲公布的数据,已有5万家客户."""
    return listed_kind(name.name) in ("company", "model") and bool(
        re.search(r"(?:根据|据)\s?$", passage.between(name.start - 4, name.start))
    )


def _by_topic(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    if topics.group and _AGGREGATE.search(figure.left):
        return Bound((topics.group,), "medium", "counted group of the sentence before")
    found = left_out(figure, reading, topics)
    carried = Bound((found.name,), found.confidence, "carried over from an earlier sentence") if found else NOBODY
    return kept_to_firms(carried, figure, topics) if found and reading.metric in FIRM_METRICS else carried
