"""What changed between two versions of the data, of what a filter leaves: figures new, gone, and read differently."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from presslens.dashboard.filters import UNKNOWN_OUTLET, Filters
from presslens.history import VALUES
from presslens.model import TOPIC_OF_METRIC

NEW, GONE, CHANGED = "new", "gone", "changed"


def left(told: pd.DataFrame, filters: Filters, metrics: Collection[str]) -> pd.DataFrame:
    """Keep of a version's figures, in the columns of `history`, what the filters leave of what a page shows (`metrics`)."""
    kept = told["metric"].isin(metrics) if metrics else pd.Series(True, index=told.index)
    if filters.outlets:
        kept &= told["outlet"].isin(["" if outlet == UNKNOWN_OUTLET else outlet for outlet in filters.outlets])
    if filters.topics:
        kept &= told["metric"].map(TOPIC_OF_METRIC).isin(filters.topics)
    if filters.models:
        wanted, known = set(filters.models), {name for names in told["models"] for name in names}
        named = told["models"].map(lambda names: bool(wanted.intersection(names)))
        # A sentence that compares two models holds figures of both: the other one's is not asked for.
        kept &= named & (told["subject"].isin(wanted) | ~told["subject"].isin(known))
    if filters.since or filters.until:
        days = pd.to_datetime(told["published"])
        kept &= days.ge(pd.Timestamp(filters.since)) if filters.since else days.notna()
        kept &= days.le(pd.Timestamp(filters.until)) if filters.until else days.notna()
    return told[kept]


def between(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each figure that differs: fact_id, change (NEW, GONE, CHANGED), and its place in old and new (or none)."""
    before, after = ({fact_id: place for place, fact_id in enumerate(told["fact_id"])} for told in (old, new))
    was, now = ([_value(row) for row in told[list(VALUES)].itertuples(index=False, name=None)] for told in (old, new))
    found: list[tuple[str, str, int | None, int | None]] = [
        (fact_id, NEW, None, place) for fact_id, place in after.items() if fact_id not in before
    ]
    found += [(fact_id, GONE, place, None) for fact_id, place in before.items() if fact_id not in after]
    both = [fact_id for fact_id in after if fact_id in before]
    found += [(one, CHANGED, before[one], after[one]) for one in both if was[before[one]] != now[after[one]]]
    return pd.DataFrame(found, columns=["fact_id", "change", "old", "new"]).astype({"old": "Int64", "new": "Int64"})


def _value(row: tuple[object, ...]) -> tuple[object, ...]:
    """Make missing values equal to each other, so that they do not count as changes."""
    return tuple(None if value is None or value != value else value for value in row)
