"""What is printed of each video model: every value of every property, with who prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.aggregates import claims
from presslens.dashboard.text import Text
from presslens.model import Metric

COMPARED_FIRST = ("Sora", "Vidu", "PixelDance", "Runway", "Pika")
MOST_COMPARED = 6
PROPERTIES: tuple[Metric, ...] = (
    "developer",
    "release_date",
    "max_duration",
    "resolution",
    "architecture",
    "inputs",
    "access",
    "params",
)
VALUE_COLUMNS = ("metric", "subject", "value", "status", "fact_ids", "outlets", "voices", "counted", "origins", "published")


def default_choice(known: Iterable[str]) -> list[str]:
    """Give the models compared before the reader chooses: the first five that the dataset knows, else its own first ones.

    >>> default_choice(["Kling", "Vidu", "Sora"])
    ['Sora', 'Vidu']
    """
    known = list(known)
    return [name for name in COMPARED_FIRST if name in known] or known[: len(COMPARED_FIRST)]


def values(facts: pd.DataFrame, claimed: pd.DataFrame, models: Sequence[str], text: Text) -> pd.DataFrame:
    """Give a row for each value printed of a model's property, the one told most often first, in VALUE_COLUMNS.

    `value` is written for the reader; figures that read alike and are equally firm are one value. Two dates of different
    precision stay two values: the press printed both.
    """
    told = pd.concat([facts, claimed], ignore_index=True)
    told = told[told["subject"].isin(models) & told["metric"].isin(PROPERTIES)]
    if told.empty:
        return pd.DataFrame(columns=list(VALUE_COLUMNS))
    written = told.assign(counted=counting.keys(told), value=[text.value(row) for row in told.to_dict("records")])
    gathered = (
        written.sort_values(["published", "fact_id"], na_position="last")
        .groupby(["metric", "subject", "value", "status"], sort=False)
        .agg(
            fact_ids=("fact_id", ",".join),
            outlets=("outlet", list),
            voices=("attributed_to", list),
            counted=("counted", "nunique"),
            origins=("origin", "nunique"),
            published=("published", "first"),
        )
        .reset_index()
    )
    for name in ("outlets", "voices"):
        gathered[name] = [claims.distinct(found) for found in gathered[name]]
    return gathered.sort_values(["counted", "value"], ascending=[False, True], kind="stable").reset_index(drop=True)


def cell(found: pd.DataFrame, metric: Metric, model: str) -> pd.DataFrame:
    """Give the values of one property of one model; no rows where nobody prints one."""
    return found[(found["metric"] == metric) & (found["subject"] == model)]
