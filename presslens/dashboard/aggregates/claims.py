"""Claims gathered for drawing: equal claims share one mark, and unequal ones are never averaged."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.aggregates import flags

IDENTITY = ("kind", "metric", "subject", "scope", "as_of", "status", "bound", "low", "high", "unit", "value_text")
MARK_COLUMNS = (
    *IDENTITY,
    *("span_low", "span_high", "usd_low", "usd_high"),
    *("fact_ids", "printed", "outlets", "voices", "articles", "counted", "origins", "published", "unsure", "checks"),
)
MOST_MARKS = 8
WORDS = ("as_of", "value_text", "subject", "scope")
_BEHIND = (
    "fact_id",
    "surface",
    "outlet",
    "attributed_to",
    "article_id",
    "counted",
    "origin",
    "published",
    "confidence",
    "checks",
)
# One row of `marks`.
Mark = Mapping[str, Any]
_YEAR = re.compile(r"\d{4}")


def year_of(as_of: str) -> int | None:
    """Give the year a claim is about, the last one of a span; nothing where none is stated.

    >>> year_of("2023-11/2024-01"), year_of("2024-H1"), year_of("")
    (2024, 2024, None)
    """
    years = _YEAR.findall(as_of or "")
    return int(years[-1]) if years else None


def marks(facts: pd.DataFrame, *, ignore: Sequence[str] = ()) -> pd.DataFrame:
    """Gather facts that claim the same of the same into one mark each, in the columns of MARK_COLUMNS.

    `span_low` and `span_high` are both ends to draw, the printed one twice where only one is printed; `usd_low` and
    `usd_high` are the same in dollars, at the rate by which `amount_usd` gives the low end. `fact_ids` are comma-joined;
    `printed`, `outlets` and `voices` (who is quoted) are tuples without repeats; `articles`, `counted` (in the reader's
    unit) and `origins` count what stands behind the mark; `published` is the first day it was printed; `unsure` says
    that every fact of a mark was read with low confidence, `checks` are those of `flags.checked` that its facts take part in.
    Facts that differ
    only in the text columns to `ignore` share a mark, and such a column comes back empty unless they agree in it. An amount
    that only restates the one before it in another currency is no claim of its own.
    """
    return pd.DataFrame(gathered(facts, ignore=ignore), columns=list(MARK_COLUMNS))


def gathered(facts: pd.DataFrame, *, ignore: Sequence[str] = ()) -> list[Mark]:
    """Give the same as `marks`, each mark a row of its own: for who draws a few hundred facts, in a tenth of the time."""
    if facts.empty:
        return []
    # The rate of exchange is part of a sum's identity: two years' rates make two sums of one printed amount.
    keys = [*(name for name in IDENTITY if name not in ignore), "amount_usd"]
    told = _columns(facts, [*keys, *ignore, *_BEHIND])
    groups: dict[tuple[object, ...], list[int]] = {}
    # Grouped by hand: for the few hundred facts of a chart, pandas takes ten times as long, and a click waits for it.
    for place in _in_order(facts, told):
        groups.setdefault(tuple(told[name][place] for name in keys), []).append(place)
    return [
        _with_spans(dict(zip(keys, key, strict=True)) | _behind(told, places) | _where_agreed(told, places, ignore))
        for key, places in groups.items()
    ]


def _columns(facts: pd.DataFrame, names: Sequence[str]) -> dict[str, list[Any]]:
    """Give columns as lists; a number that is not known is None, an unknown word is empty."""
    made = {"counted": counting.keys(facts), "checks": facts["checks"] if "checks" in facts else pd.Series([()] * len(facts))}
    columns = {name: made.get(name, facts.get(name)).tolist() for name in names}
    for name in WORDS:
        columns[name] = [value if isinstance(value, str) else "" for value in columns[name]]
    for name in ("low", "high", "amount_usd"):
        columns[name] = [None if value is None or value != value else float(value) for value in columns[name]]
    return columns


def _in_order(facts: pd.DataFrame, told: Mapping[str, Sequence[Any]]) -> list[int]:
    """Give the places of all facts but restated ones in the order of publication, undated ones last."""
    rules = facts["rule"].tolist() if "rule" in facts else [""] * len(facts)
    days, ids = told["published"], told["fact_id"]
    dated = [not pd.isna(day) for day in days]
    kept = (place for place, rule in enumerate(rules) if rule != "restated")
    return sorted(kept, key=lambda place: (not dated[place], days[place] if dated[place] else None, ids[place]))


def _behind(told: Mapping[str, Sequence[Any]], places: Sequence[int]) -> dict[str, object]:
    """Say what stands behind one mark."""
    column = {name: [told[name][place] for place in places] for name in _BEHIND}
    days = (day for day in column["published"] if not pd.isna(day))
    return {
        "fact_ids": ",".join(column["fact_id"]),
        "printed": distinct(column["surface"]),
        "outlets": distinct(column["outlet"]),
        "voices": distinct(column["attributed_to"]),
        "articles": len(set(column["article_id"])),
        "counted": len(set(column["counted"])),
        "origins": len(set(column["origin"])),
        "published": next(days, None),
        "unsure": set(column["confidence"]) == {flags.LOW},
        "checks": tuple({check["check_id"]: check for some in column["checks"] for check in some}.values()),
    }


def _where_agreed(told: Mapping[str, Sequence[Any]], places: Sequence[int], ignore: Sequence[str]) -> dict[str, object]:
    """Give the columns to ignore, empty where the facts of a mark do not agree in them."""
    values = {name: {told[name][place] for place in places} for name in ignore}
    return {name: next(iter(found)) if len(found) == 1 else "" for name, found in values.items()}


def telling(marks: Sequence[Mark], most: int = MOST_MARKS) -> list[Mark]:
    """Keep the marks of one row that a reader needs most: the lowest, the highest, and those told most often."""
    places = range(len(marks))
    ends = [min(places, key=lambda place: marks[place]["span_low"]), max(places, key=lambda place: marks[place]["span_high"])]
    often = sorted(places, key=lambda place: -marks[place]["counted"])
    return [marks[place] for place in sorted(list(dict.fromkeys([*ends, *often]))[:most])]


def _with_spans(mark: dict[str, Any]) -> dict[str, Any]:
    low, high, usd = mark["low"], mark["high"], mark["amount_usd"]
    low, high = (
        float("nan") if value is None else value for value in (high if low is None else low, low if high is None else high)
    )
    rate = usd / low if usd is not None and low else float("nan")
    return {**mark, "span_low": low, "span_high": high, "usd_low": low * rate, "usd_high": high * rate}


def backing(frame: pd.DataFrame) -> tuple[int, int]:
    """Count what stands behind facts, in the reader's unit and in independent origins.

    >>> backing(pd.DataFrame({"article_id": ["a", "b"], "origin": ["IDC", "IDC"]}))
    (2, 1)
    """
    return counting.number(frame), int(frame["origin"].nunique())


def distinct(values: Iterable[object]) -> tuple[str, ...]:
    """Give the values in order of appearance, without repeats and blanks."""
    return tuple(dict.fromkeys(str(value) for value in values if isinstance(value, str) and value))


def spans_decades(lows: pd.Series, highs: pd.Series) -> bool:
    """Tell whether values differ so widely (over 30 times) that only a logarithmic axis shows them all."""
    positive = [value for value in (*lows, *highs) if isinstance(value, float) and value > 0 and math.isfinite(value)]
    return bool(positive) and max(positive) / min(positive) > 30
