"""Of what a clause says something by no known name: a kind of firm, what has a price, a noun phrase, a counted group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.model import Metric
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.ellipsis import without_times
from presslens.pipeline.facts.passage import Clause, Figure
from presslens.pipeline.facts.phrase import has_no_owner, is_no_noun, own_subject, several
from presslens.pipeline.facts.plans import PART_OF_AN_OFFER
from presslens.pipeline.facts.rule import OF_MODELS, Reading
from presslens.pipeline.facts.tokens import TIME, Token, words_of_all
from presslens.pipeline.facts.topics import counted_group

_OF_A_NOUN: frozenset[Metric] = frozenset({"box_office", "market_share", "adoption_share", "market_size", "release_date"})
_PRICED = re.compile(
    r"(?:^|[，,、；;：:])(?:其中|而|目前|标价为?)?(?P<noun>[A-Za-z0-9一-鿿·“”]{2,14}?)(?:的)?"
    r"(?:一般|通常|则|也|仅|只|约|为|是|需要?|要|售价|定价|价格|报价|收费|标价|月费|年费|订阅费?|费用|起步价|目前|最低|几乎|都|在|至|高达|达|分别"
    r"|每(?:个)?(?:月|年|次|分钟|小时|秒|张))*$"
)
_PRICE_WORD = re.compile(r"[价报每费从元]|单次|分析师|平均|后续|最终|付费")
_WORK = re.compile(r"[^的]{0,3}?(?:推理|训练|部署|运营|营运|运维|研发|生产|制造|调用|使用|运行)")
_ITS_COST = re.compile(r"的?(?:成本|费用|开支|开销|速度|效率|时延|延迟|能耗)")
_KIND_OF_FIRM = re.compile(
    r"(?P<noun>(?:全球|中国|国内|美国|生成式|AI|人工智能|大模型|芯片|视频|硅谷)[A-Za-z一-鿿]{0,8}?(?:初创公司|初创企业|创业公司|创企|企业|公司|行业|领域|赛道))"
    r"(?:们)?(?:的)?(?:[^，,。；;]{0,6})(?:融资|筹集|获得|吸引|营收|收入|估值|共|累计)"
)
_PAYS, _ONLY = frozenset({"愿意", "付", "付费", "支付", "花", "掏", "交"}), frozenset({"只", "仅", "就", "才", "都", "也"})
_HOW = frozenset({"d", "p", "c", "u", "ul", "x", TIME})
_HAD = words_of_all("attributes", "empty", "moves", "verbs", "reporting", "of_books")
_NO_PHRASE = frozenset({"p", "d", "t", TIME})
_COUNTED_NOUN = re.compile(r"^[^，,。；;]*的(?P<noun>[一-鿿]{1,6}[数量额])(?:同比|环比|增|上涨|提升|下降)")


def by_own_noun(figure: Figure, metric: Metric) -> Bound | None:
    """Take the noun phrase that the clause begins with, where others than firms have what is told: 春节档收下9亿元."""
    passage = figure.passage
    for one in passage.stated(passage.clause_at(figure.quantity.start)) if metric in _OF_A_NOUN else ():
        if one.form == "noun" and one.end <= figure.quantity.start and not one.speaks:
            return Bound((one.text,), "medium", "noun phrase of the clause")
    return None


def by_noun(figure: Figure, reading: Reading) -> Bound | None:
    """Take what the clause itself calls by no name: a kind of firm, what has a price, a noun phrase, a group."""
    kindred = _KIND_OF_FIRM.search(figure.left)
    if kindred:
        return Bound((kindred.group("noun"),), "medium", "a kind of firm named in the clause")
    priced = _priced(figure) if reading.metric == "price" else ""
    if priced:
        return Bound((priced,), "medium", "noun phrase of the clause")
    form, noun = own_subject(without_times(figure, figure.clause.start, figure.quantity.start))
    offer = reading.metric == "price" and PART_OF_AN_OFFER.fullmatch(noun)
    may_be_one = form == "noun" and not offer and reading.metric not in OF_MODELS
    words = words_of_noun(figure, figure.clause, noun) if may_be_one else []
    if may_be_one and is_only_work(noun, figure.left.rpartition(noun)[2]):
        return None
    if may_be_one and _is_a_phrase(figure, words) and may_be_told_of(words):
        return Bound(several(noun, figure.left.rpartition(noun)[2]), "medium", "noun phrase of the clause")
    counted = _COUNTED_NOUN.search(figure.left) if form == "clause" and reading.metric == "growth_rate" else None
    group = counted.group("noun") if counted else counted_group(figure.passage, figure.quantity.start, as_subject=True)
    if group:
        return Bound((group,), "medium", "counted group of the sentence")
    return None


def _priced(figure: Figure) -> str:
    """Give the noun that has a price, unless it is only a part of an offer: 海报卖9元, but not 标准版9元."""
    priced = _PRICED.search(figure.left)
    noun = priced.group("noun").strip("“”") if priced else ""
    noun = noun if not noun or not _PRICE_WORD.search(noun) else noun.rpartition("的")[2]
    if len(noun) <= 1 or PART_OF_AN_OFFER.fullmatch(noun) or _holds_a_verb(figure, noun):
        return ""
    return "" if is_no_noun(noun) or _PRICE_WORD.search(noun) or has_no_owner(noun) else noun


def _holds_a_verb(figure: Figure, noun: str) -> bool:
    """Tell whether words that seem to name what is priced tell of somebody who does something: 愿意为一部短剧付."""
    start = figure.clause.start + figure.left.rfind(noun)
    inside = figure.passage.words(figure.clause, start, start + len(noun))
    return any(token.text in _PAYS or (token.tag == "d" and token.text in _ONLY) for token in inside)


def is_only_work(noun: str, behind: str) -> bool:
    """Tell whether a noun is only the work whose cost or speed somebody has.

    >>> is_only_work("推理", "成本最多能降"), is_only_work("推理芯片", "成本最多能降")
    (True, False)
    """
    return _WORK.fullmatch(noun) is not None and _ITS_COST.match(behind) is not None


def may_be_told_of(words: Sequence[Token]) -> bool:
    """Tell whether words are more than what somebody has or does: 归母 and 跌到 are of nobody, 现货金价 is told of itself."""
    return not words or not all(token.tag in _HOW or token.text in _HAD for token in words)


def words_of_noun(figure: Figure, clause: Clause, noun: str) -> list[Token]:
    """Give the words of a noun phrase where a clause prints it before a figure; none where a time stands inside it."""
    place = figure.passage.between(clause.start, min(clause.end, figure.quantity.start)).find(noun)
    start = clause.start + place
    return figure.passage.words(clause, start, start + len(noun)) if place >= 0 else []


def _is_a_phrase(figure: Figure, words: Sequence[Token]) -> bool:
    """Tell whether what a clause seems to begin with is one noun phrase: 三天内被 and 全日收 are none."""
    if not any(token.tag in _NO_PHRASE for token in words):
        return True
    stated = figure.passage.stated(figure.passage.clause_at(figure.quantity.start))
    return any(one.start < figure.quantity.start for one in stated)
