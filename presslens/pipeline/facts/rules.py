"""All rules for figures in the order they are asked, and the answer of the first that has one."""

from __future__ import annotations

from functools import cache

from presslens.model import QuantityKind
from presslens.pipeline.facts import (
    acquisition,
    company,
    compute,
    funding,
    market,
    measured,
    name_lists,
    prices,
    releases,
    sales,
    specs,
    usage,
    works,
    worths,
)
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, Rule, asked_of

RULES: tuple[Rule, ...] = (
    *works.RULES,
    *releases.RULES,
    *specs.RULES,
    *compute.RULES,
    *market.RULES,
    *acquisition.RULES,
    *worths.RULES,
    *funding.RULES,
    *prices.RULES,
    *sales.RULES,
    *company.RULES,
    *usage.RULES,
    *name_lists.RULES,
    *measured.RULES,
)
OTHER = Reading("other", subjects=("model", "company", "person"))


def read_figure(figure: Figure) -> tuple[Reading, str]:
    """Try the rules in order and give the first answer with the rule's name; a figure no rule reads is `other`."""
    marks = figure.passage.marks
    for rule, bit in _rules_for(figure.quantity.kind):
        reading = rule(figure) if marks & bit else None
        if reading is not None:
            return reading, rule.__name__
    return OTHER, "unclaimed"


@cache
def _rules_for(kind: QuantityKind) -> tuple[tuple[Rule, int], ...]:
    return asked_of(kind, RULES)
