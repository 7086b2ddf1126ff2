"""What a rule is: a function that looks at one figure and says what it states, or nothing.

A rule never raises and never guesses; where the wording does not fit it answers None. Rules of one kind of claim stand in
one file, in the order they are tried, in a tuple `RULES` at its foot. The first answer counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

from presslens.model import Bound, EntityKind, Metric, QuantityKind, Status
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.gates import ALL_MARKS, Gated
from presslens.pipeline.patterns import searched
from presslens.record import record


@record(frozen=True, slots=True)
class Reading:
    """What one rule makes of one figure; whatever it leaves open is settled by binding.

    `told` says that the subject is something the text told before: what was bought. `undated` says that no date of the
    sentence is the figure's.
    """

    metric: Metric
    subject: str = ""
    subjects: tuple[EntityKind, ...] = ("company", "model", "person")
    as_of: str = ""
    status: Status | None = None
    negative: bool = False
    bound: Bound | None = None
    unit: str = ""
    kind_money: bool = False
    note: str = ""
    told: Literal["", "bought"] = ""
    undated: bool = False


Rule = Callable[[Figure], Reading | None]
_asked: dict[Rule, tuple[frozenset[QuantityKind], int]] = {}


def reads(*kinds: QuantityKind, where: Gated | None = None) -> Callable[[Rule], Rule]:
    """Say of what kinds of figure a rule reads, and what stands in every sentence it reads one in: it is asked of no other."""

    def noted(rule: Rule) -> Rule:
        _asked[rule] = (frozenset(kinds), where.bit if where else ALL_MARKS)
        return rule

    return noted


def asked_of(kind: QuantityKind, rules: Sequence[Rule]) -> tuple[tuple[Rule, int], ...]:
    """Give the rules to ask about a kind of figure, in their order, each with the bits its sentence's marks must meet."""
    told = [(rule, *_asked.get(rule, (frozenset({kind}), ALL_MARKS))) for rule in rules]
    return tuple((rule, bit) for rule, kinds, bit in told if kind in kinds)


# Metrics of what a model can do and needs: a noun phrase that is no name is no model.
OF_MODELS = frozenset({"max_duration", "resolution", "fps", "params", "compute_gpus", "compute_tokens"})

# Metrics that only a firm, or a product named like one, can have.
FIRM_METRICS = frozenset(
    {"revenue", "funding_round", "funding_target", "funding_total", "valuation", "market_cap", "team_size"}
)

MONEY_METRICS = frozenset(
    {
        "market_size",
        "funding_round",
        "funding_target",
        "funding_total",
        "valuation",
        "market_cap",
        "acquisition",
        "revenue",
        "box_office",
    }
)

MODEL_FIRST: tuple[EntityKind, ...] = ("model",)
PRODUCT: tuple[EntityKind, ...] = ("model", "company")
FIRM: tuple[EntityKind, ...] = ("company", "model")
COMPANY_FIRST: tuple[EntityKind, ...] = ("company", "model", "person")


# `re.search` looks a pattern up ten times as slowly, and keeps no more than 512.
_searching = cache(lambda words: searched(words).search)


def has(words: str, text: str) -> bool:
    """Tell whether one of the words (a pattern) stands in a text."""
    return _searching(words)(text) is not None
