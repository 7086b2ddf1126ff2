"""What the press contradicts itself in: the values printed for one thing, and the arithmetic that was done again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from presslens.dashboard.aggregates import claims

# What cannot be told by the times it was printed comes first; a thing that may have changed in between comes last.
_FIRST = ("slip of 10", "slip of 10000", "slip of 100000000", "currency", "different values", "range against point", "status")


class Contradiction(NamedTuple):
    """One row of `checks` of the kind conflict, with the values printed: marks of `claims.marks`, the lowest first."""

    check: pd.Series
    marks: pd.DataFrame


def contradictions(checks: pd.DataFrame, facts: pd.DataFrame) -> list[Contradiction]:
    """Give every contradiction with its values, each kept apart by status and hedge; those no date explains come first."""
    found = []
    for _, check in checks[checks["kind"] == "conflict"].iterrows():
        rows = facts[facts["fact_id"].isin(check["fact_ids"])]
        dates = bool(len(rows)) and (rows["kind"].iloc[0] == "date" or check["unit"] == "year")
        # Of dates the time is the value; of all else the claims are of one time already.
        marks = claims.marks(rows, ignore=[] if dates else ["as_of"])
        if len(marks) > 1:
            found.append(Contradiction(check, marks.sort_values(["as_of" if dates else "span_low", "articles"], kind="stable")))
    return sorted(found, key=_rank)


def _rank(contradiction: Contradiction) -> tuple[int, int, str]:
    diagnosis = contradiction.check["diagnosis"]
    place = _FIRST.index(diagnosis) if diagnosis in _FIRST else len(_FIRST)
    return place, -int(contradiction.marks["articles"].sum()), str(contradiction.check["check_id"])


def done_again(checks: pd.DataFrame) -> pd.DataFrame:
    """Give the checks that are arithmetic, those that do not add up first, then the kinds by name."""
    sums = checks[checks["kind"] != "conflict"]
    return sums.sort_values(["agrees", "kind", "check_id"], kind="stable")


def of_one_row(fact_ids: Sequence[str], facts: pd.DataFrame) -> pd.DataFrame:
    """Give the facts of a check in the order in which it names them."""
    found = facts[facts["fact_id"].isin(fact_ids)]
    return found.assign(place=found["fact_id"].map({fact_id: place for place, fact_id in enumerate(fact_ids)})).sort_values(
        "place"
    )
