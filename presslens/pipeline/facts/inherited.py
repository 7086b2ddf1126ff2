"""Figures whose clause leaves out what is measured: it is what the figure before measured, if nothing speaks of another thing.

甲份额66%,乙和丙占19%与4%; 收入9.88亿元,前九个月则为12.4亿元; 团队27人,年底前要扩到45人.
"""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.model import Metric
from presslens.pipeline.facts.ellipsis import without_times
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MONEY_METRICS, Reading
from presslens.record import replace

_LASTING: frozenset[Metric] = frozenset(
    {
        "market_size",
        "funding_target",
        "funding_total",
        "valuation",
        "market_cap",
        "revenue",
        "market_share",
        "adoption_share",
        "users",
        "team_size",
        "params",
        "max_duration",
        "resolution",
        "fps",
        "price",
    }
)
# 扩到45人, 滑落至66%: where something went is no measure of its own.
_WENT_TO = re.compile(
    rf"(?:{cue('rising')}|{cue('falling')}|扩|扩充|扩大|扩编|上修|下修|上调|下调|调高|调低|改|做|冲|拉|压)了?(?:到|至|为|成)了?"
)
_MEASURES = re.compile(cue("measured_things"))
# 高出3亿元, 便宜20元, 相差两成: how far two things stand apart.
_APART = re.compile(
    r"(?:高出?|低|多出?|少|相差|差|贵|便宜|省|超出|领先|落后|溢价|折让|增加|减少|涨|跌|升|降|增|减|缩水|蒸发|贬|扣|返|每)(?:了|约|近|逾)*\s?$"
)
_APART_BEHIND = re.compile(r"\s?(?:的)?(?:差距|差价|折扣|优惠|涨幅|跌幅|增幅|增长|降幅|溢价)")
_OF_SHARES = re.compile(r"占(?:比|据|有率)?|份额|市占率?|比重")
_OWN_WORDS: dict[Metric, re.Pattern[str]] = {
    "market_share": _OF_SHARES,
    "adoption_share": _OF_SHARES,
    "users": re.compile(r"(?:注册|付费|活跃)?用户|客户|会员|注册"),
    "team_size": re.compile(r"员工|团队|人手|雇员"),
}
_CLAUSE_MARK = re.compile(r"[，,；;]")
_AMONG = re.compile(r"其中|当中")
_MOST_WORDS, _MOST_CLAUSES = 44, 3
_LEAST_BARE = 1_000_000
# 市值336亿,距12.56元的高位: amounts of such different size measure different things.
_MOST_APART, _MOST_PRICES_APART, _MOST_PRICE = 3_000, 300, 10_000_000


def inherited(before: Figure, reading: Reading, subject: str, figure: Figure) -> Reading | None:
    """Read a figure as measuring what the one before it in its sentence did, of its own clause's name or of the same."""
    if before.passage is not figure.passage or reading.metric not in _LASTING or not _alike(before, figure, reading):
        return None
    between = without_times(figure, before.quantity.end, figure.quantity.start)
    if len(between) > _MOST_WORDS or not 0 < len(_CLAUSE_MARK.findall(between)) <= _MOST_CLAUSES:
        return None
    if (_APART.search(figure.near_left) and not _WENT_TO.search(figure.near_left)) or _APART_BEHIND.match(figure.near_right):
        return None
    around = _WENT_TO.sub("", between) + figure.near_right
    own_words = _OWN_WORDS.get(reading.metric)
    if _MEASURES.search(own_words.sub("", around) if own_words else around):
        return None
    if _AMONG.search(between) and reading.metric in ("users", "team_size"):
        return None
    low = max(figure.clause.start, before.quantity.end)
    own = any(name.kind in ("company", "model") for name in figure.passage.names_in(low, figure.quantity.start))
    return replace(reading, subject="" if own else subject, as_of="", undated=False, negative=False)


def _are_of_a_size(before: Figure, figure: Figure, reading: Reading) -> bool:
    """Tell whether two amounts can be of one measure; of two currencies the sizes say little."""
    one, other = before.quantity, figure.quantity
    if not one.low or not other.low or one.unit != other.unit:
        return reading.metric != "price" or (other.low or 0) <= _MOST_PRICE
    apart = max(one.low, other.low) / min(one.low, other.low)
    return apart <= (_MOST_PRICES_APART if reading.metric == "price" else _MOST_APART)


def _alike(before: Figure, figure: Figure, reading: Reading) -> bool:
    """Tell whether two figures can measure the same: of one kind and unit, or money and a large number without a unit."""
    one, other = before.quantity, figure.quantity
    if one.kind == other.kind == "money":
        return _are_of_a_size(before, figure, reading)
    bare = other.kind in ("count", "number") and not other.unit and (other.low or 0) >= _LEAST_BARE
    if bare and reading.metric in MONEY_METRICS:
        return True
    parts = {one.kind, other.kind} <= {"percent", "ratio"} and reading.metric in ("market_share", "adoption_share")
    return parts or (one.kind == other.kind and one.unit == other.unit)
