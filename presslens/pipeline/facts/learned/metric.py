"""The metric of a figure that no rule has read, weighed: the clues must speak clearly for one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from presslens.lexicon import cue
from presslens.model import EntityKind, Metric, QuantityKind
from presslens.pipeline.facts.learned.forms import cannot_be
from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.learned.metric_clues import metric_clues
from presslens.pipeline.facts.learned.weights import metrics
from presslens.pipeline.facts.market_names import market_that_grows, market_told_before
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import COMPANY_FIRST, FIRM, FIRM_METRICS, MODEL_FIRST, OF_MODELS, PRODUCT, Reading
from presslens.pipeline.facts.topics import Topics

WEIGHED = "weighed_by_its_clues"
# A metric must be more likely than all others together.
SURE = 0.5
# Figures of kinds that are measured alike share their weights; of other kinds the rules know all.
GROUPS: Mapping[QuantityKind, str] = {
    "money": "money",
    "percent": "percent",
    "ratio": "ratio",
    "date": "date",
    "duration": "duration",
    "number": "count",
    "count": "count",
}
_FALLS_BEFORE = re.compile(rf"(?:{cue('falling')}|[少减低缩省])[^，,。增涨升]{{0,8}}$")
_FALLS_BEHIND = re.compile(rf"(?:左右|以上)?的?(?:{cue('falling')})")
_NUMBERS = frozenset({"number", "count"})


def weighed(figure: Figure, reading: Reading, rule: str, memory: Memory, topics: Topics) -> tuple[Reading, str]:
    """Give what a figure measures, after the rules: their own answer, else one that its clues speak for."""
    group = GROUPS.get(figure.quantity.kind)
    if group is None or reading.metric != "other":
        return reading, rule
    best, likelihood = metrics()[group].likeliest(metric_clues(figure, reading, rule, memory, topics))
    if best == "other" or likelihood < SURE or cannot_be(best, figure):  # type: ignore[arg-type]
        return reading, rule
    return reading_of(best, figure, topics), WEIGHED  # type: ignore[arg-type]


def reading_of(metric: Metric, figure: Figure, topics: Topics) -> Reading:
    """Say what is asked of a figure of a metric that no wording has told: who can be its subject, and its sign."""
    bare = figure.quantity.kind in _NUMBERS
    if metric == "market_size":
        market = market_that_grows(figure) or market_told_before(figure.passage, topics)
        return Reading(metric, market, subjects=() if market else FIRM)
    if metric == "growth_rate":
        falls = _FALLS_BEFORE.search(figure.near_left) or _FALLS_BEHIND.match(figure.near_right)
        return Reading(metric, market_that_grows(figure), negative=falls is not None)
    if metric == "release_date":
        return Reading(metric, subjects=MODEL_FIRST)
    if metric == "price":
        return Reading(metric, subjects=PRODUCT, kind_money=bare)
    return Reading(metric, subjects=_kinds_for(metric))


def _kinds_for(metric: Metric) -> tuple[EntityKind, ...]:
    if metric in FIRM_METRICS or metric == "users":
        return FIRM
    return MODEL_FIRST if metric in OF_MODELS else COMPANY_FIRST
