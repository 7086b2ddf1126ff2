"""Arithmetic done again over the facts, and claims about one thing that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from presslens.pipeline.checks import conflicts, growth, relations, slips, totals
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import Told, lines
from presslens.pipeline.facts.series import RESTATED

__all__ = ["Told", "checks"]


def checks(facts: Sequence[Row], told: Mapping[str, Told]) -> list[dict[str, Any]]:
    """Run every check over the facts of a dataset and give rows of the table `checks`, sorted by kind and id.

    `told` holds the articles by article_id. The time this takes grows linearly with the number of facts.
    """
    # A sum told again in another currency is no second claim; only the conversion is checked.
    stated = [fact for fact in facts if fact["rule"] != RESTATED]
    found = [
        *growth.between_ends(stated, told),
        *conflicts.that_differ(stated, told),
        *conflicts.told_of_two_years(stated),
        *slips.suspected(stated, told),
    ]
    for article_id, passage in lines(facts, told):
        found.extend(relations.of_line(passage))
        found.extend(totals.of_line(passage, told[article_id].published))
    return sorted({row["check_id"]: row for row in found}.values(), key=lambda row: (row["kind"], row["check_id"]))
