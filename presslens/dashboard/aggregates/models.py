"""What is printed of each video model: every value of every property, with who prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.aggregates import claims, clips, flags, spans, speakers
from presslens.dashboard.text import Text
from presslens.model import UNDISCLOSED, Metric

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
VALUE_COLUMNS = (
    *("metric", "subject", "value", "status", "condition"),
    *("fact_ids", "outlets", "voices", "by", "counted", "origins", "voiced", "first", "latest", "undisclosed"),
    *("kind", "low", "high", "as_of"),
)

# How the facts that print one value make it up.
_GATHERED: dict[str, Any] = {
    "fact_ids": ("fact_id", ",".join),
    "outlets": ("outlet", list),
    "voices": ("attributed_to", list),
    "by": ("by", list),
    "counted": ("counted", "nunique"),
    "origins": ("origin", "nunique"),
    "voiced": ("origin", list),
    "first": ("published", "min"),
    "latest": ("published", "max"),
    "undisclosed": ("undisclosed", "all"),
    **{name: (name, "first") for name in ("kind", "low", "high", "as_of")},
}


def default_choice(known: Iterable[str]) -> list[str]:
    """Give the models compared before the reader chooses: the first five that the dataset knows, else its own first ones.

    >>> default_choice(["Kling", "Vidu", "Sora"])
    ['Sora', 'Vidu']
    """
    known = list(known)
    return [name for name in COMPARED_FIRST if name in known] or known[: len(COMPARED_FIRST)]


def of(facts: pd.DataFrame, claimed: pd.DataFrame, models: Sequence[str]) -> pd.DataFrame:
    """Give what is told of the properties of models; what was read with low confidence may be of another model."""
    told = flags.sure(pd.concat([facts, claimed], ignore_index=True) if len(claimed) else facts)
    return told[told["subject"].isin(models) & told["metric"].isin(PROPERTIES)]


def left_out(facts: pd.DataFrame, models: Sequence[str]) -> int:
    """Count the figures on properties of models that `of` leaves out."""
    return flags.unsure(facts[facts["subject"].isin(models) & facts["metric"].isin(PROPERTIES)])


def values(facts: pd.DataFrame, claimed: pd.DataFrame, models: Sequence[str], text: Text) -> pd.DataFrame:
    """Give a row for each value printed of a model's property, the one told most often first, in VALUE_COLUMNS.

    `value` is written for the reader; figures that read alike, are equally firm and hold under the same condition are one
    value. Two dates of different precision stay two values: the press printed both. `by` says on whose words it stands,
    `first` and `latest` when it was printed; `undisclosed` marks what is not a value but said to be withheld.
    """
    told = of(facts, claimed, models)
    if told.empty:
        return pd.DataFrame(columns=list(VALUE_COLUMNS))
    gathered = (
        _described(told, speakers.makers(claimed), text)
        .sort_values(["published", "fact_id"], na_position="last")
        .groupby(["metric", "subject", "value", "status", "condition"], sort=False)
        .agg(**_GATHERED)
        .reset_index()
    )
    for name in ("outlets", "voices", "by"):
        gathered[name] = [claims.distinct(found) for found in gathered[name]]
    return gathered.sort_values(["counted", "value"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _described(told: pd.DataFrame, made_by: Mapping[str, frozenset[str]], text: Text) -> pd.DataFrame:
    clip = told["metric"] == "max_duration"
    conditions = [clips.condition_of(steps)[0] if timed else "" for steps, timed in zip(told["steps"], clip, strict=True)]
    voiced = zip(told["attributed_to"], told["subject"], strict=True)
    return told.assign(
        counted=counting.keys(told),
        value=[text.value(row) for row in told.to_dict("records")],
        condition=conditions,
        by=[speakers.speaker(who, model, made_by) for who, model in voiced],
        undisclosed=told["value_text"] == UNDISCLOSED,
        published=pd.to_datetime(told["published"]),
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many different values stand in a cell, how many origins have them, and whether some cannot both hold."""

    values: int
    origins: int
    contradict: bool = False


def agreement(found: pd.DataFrame) -> Agreement:
    """Hold the values of a cell against each other, like with like only.

    Values under different conditions or of different firmness do not disagree; the group with most values counts. A month
    and a day in it are one date, told more or less precisely.
    """
    stated = found[~found["undisclosed"].astype(bool)] if len(found) else found
    if stated.empty:
        return Agreement(0, 0)
    groups = [part for _, part in stated.groupby(["condition", "status"], sort=False)]
    most = max(groups, key=lambda part: (len(part), part["origins"].sum()))
    reaches = [_reach(row) for row in most.to_dict("records")]
    apart = [(one, other) for one, other in combinations([reach for reach in reaches if reach], 2) if _are_apart(one, other)]
    dates = (most["kind"] == "date").all()
    return Agreement(
        1 if dates and not apart else len(most), len({origin for some in most["voiced"] for origin in some}), bool(apart)
    )


def _reach(value: Mapping[str, Any]) -> tuple[float, float] | None:
    """Give the first and last value that a printed one allows, a date in days; None for words."""
    if value["kind"] == "date":
        span = spans.days(value["as_of"])
        return (span[0].timestamp(), span[1].timestamp()) if span else None
    low, high = (None if pd.isna(end) else float(end) for end in (value["low"], value["high"]))
    if low is None and high is None:
        return None
    low, high = (high if low is None else low), (low if high is None else high)
    # A resolution holds width and height, not two ends of a range.
    return None if value["kind"] == "resolution" else (float(low or 0), float(high or 0))


def _are_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def months_old(found: pd.DataFrame, newest: pd.Timestamp | None) -> int | None:
    """Tell how many whole months before the newest article a cell's newest value was printed; None where no date says."""
    latest = found["latest"].max() if len(found) else None
    if newest is None or latest is None or pd.isna(latest) or pd.isna(newest):
        return None
    months = (newest.year - latest.year) * 12 + newest.month - latest.month - (newest.day < latest.day)
    return max(0, int(months))


def twins(found: pd.DataFrame, models: Sequence[str]) -> list[tuple[str, str, int]]:
    """Give the pairs of models of which everything printed is the same, with the number of properties that are.

    Two rows that are alike may be one model under two names, or one row copied over the other: either must be seen.
    """
    rows = {model: _row(found, model) for model in models}
    return [
        (one, other, len({metric for metric, *_ in rows[one]}))
        for one, other in combinations(models, 2)
        if rows[one] and rows[one] == rows[other]
    ]


def same_in(found: pd.DataFrame, metric: Metric, model: str, models: Sequence[str]) -> list[str]:
    """Give the other models of which exactly the same values of a property are printed."""
    own = _cell_values(cell(found, metric, model))
    return [other for other in models if other != model and own and own == _cell_values(cell(found, metric, other))]


def _row(found: pd.DataFrame, model: str) -> frozenset[tuple[str, str, str]]:
    told = found[found["subject"] == model]
    return frozenset(zip(told["metric"], told["value"], told["condition"], strict=True))


def _cell_values(found: pd.DataFrame) -> frozenset[tuple[str, str]]:
    return frozenset(zip(found["value"], found["condition"], strict=True)) if len(found) else frozenset()


def cell(found: pd.DataFrame, metric: Metric, model: str) -> pd.DataFrame:
    """Give the values of one property of one model; no rows where nobody prints one."""
    return found[(found["metric"] == metric) & (found["subject"] == model)]
