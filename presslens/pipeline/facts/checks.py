"""Arithmetic done again over the facts: growth between two printed ends, and claims about one thing that differ."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Row = Mapping[str, Any]

_TOLERANCE = 0.02
# A printed rate is rounded, and often counted from other years: within two points it is the same.
_RATE_TOLERANCE = 2.0
_COMPARED = (
    "market_size",
    "market_share",
    "valuation",
    "market_cap",
    "funding_target",
    "funding_total",
    "max_duration",
    "params",
    "release_date",
)


def checks(facts: Sequence[Row]) -> list[dict[str, Any]]:
    """Run every check over the facts of a dataset and give rows of the table `checks`, sorted by kind and id."""
    found = [*growth_between_ends(facts), *claims_that_differ(facts)]
    return sorted(found, key=lambda row: (row["kind"], row["check_id"]))


def growth_between_ends(facts: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Compute the yearly growth between two market sizes that one sentence tells of two years.

    From 108 to 1181 between 2022 and 2032 is (1181 / 108) ** (1 / 10) - 1 = 27.0 % a year.
    """
    by_sentence: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    rates: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for fact in facts:
        if fact["metric"] == "growth_rate" and fact["kind"] == "percent" and fact["low"] is not None:
            rates[fact["article_id"], fact["sentence_no"]].append(fact)
        if fact["metric"] == "market_size" and fact["rule"] == "from_year_to_year" and fact["low"] and _year(fact["as_of"]):
            by_sentence[fact["article_id"], fact["sentence_no"], fact["unit"]].append(fact)
    for (article, sentence, _), ends in by_sentence.items():
        ordered = sorted(ends, key=lambda fact: (_year(fact["as_of"]) or 0, fact["start"]))
        for first, last in pairwise(ordered):
            row = _growth(first, last, rates[article, sentence])
            if row:
                yield row


def _growth(first: Row, last: Row, printed: Sequence[Row]) -> dict[str, Any] | None:
    """Compute the growth between two ends, and compare it with the rate that the same sentence prints, if it does."""
    years = (_year(last["as_of"]) or 0) - (_year(first["as_of"]) or 0)
    if years <= 0 or first["low"] <= 0 or last["low"] <= 0:
        return None
    rate = ((last["low"] / first["low"]) ** (1 / years) - 1) * 100
    steps = [
        f"{first['low']:g} {first['unit']} in {first['as_of']}",
        f"{last['low']:g} {last['unit']} in {last['as_of']}",
        f"({last['low']:g} / {first['low']:g}) ^ (1 / {years}) - 1 = {rate:.1f} % a year",
    ]
    agrees = not printed or any(abs(row["low"] - rate) <= _RATE_TOLERANCE for row in printed)
    steps += [f"printed: {row['surface']}" for row in printed]
    span = f"{first['as_of']}/{last['as_of']}"
    ends = [first, last, *printed]
    return _row("growth", first, ends, round(rate, 4), "%", agrees, "" if agrees else "different values", steps, as_of=span)


def claims_that_differ(facts: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Find claims of one metric, subject, scope and time whose values differ, and say what the difference may be.

    Only like is compared with like: what one article itself tells side by side are two things (two versions, two rounds),
    not a disagreement.
    """
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for fact in facts:
        if fact["metric"] in _COMPARED and fact["subject"]:
            groups[fact["metric"], fact["subject"], fact["scope"], _time_compared(fact)].append(fact)
    for rows in groups.values():
        distinct = _told_apart(_distinct(rows), rows)
        if len(distinct) > 1:
            values = sorted(_value(row) for row in distinct)
            spread = values[-1] / values[0] if values[0] else 0.0
            steps = [f"{row['surface']} ({row['attributed_to'] or row['origin']})" for row in distinct]
            yield _row("conflict", rows[0], rows, round(spread, 4), "x", False, diagnose(distinct), steps)


def _time_compared(fact: Row) -> str:
    """Give the time a claim holds for: none for what a model is, the month for what is traded or raised, else the year."""
    if fact["metric"] in ("max_duration", "params", "release_date"):
        return ""
    return str(fact["as_of"][:7] if fact["metric"] in ("valuation", "market_cap", "funding_target") else fact["as_of"][:4])


def _told_apart(distinct: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Keep the values that no article tells beside another of them."""
    told = [{row["article_id"] for row in rows if _same(row, value)} for value in distinct]
    apart = [
        value
        for at, value in enumerate(distinct)
        if not any(told[at] & others for other, others in enumerate(told) if other != at)
    ]
    return apart


def _distinct(rows: Sequence[Row]) -> list[Row]:
    """Keep one row per value; dates that only differ in precision are the same value."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: (len(row["as_of"]), row["fact_id"]), reverse=True):
        if not any(_same(row, other) for other in kept):
            kept.append(row)
    return kept


def _same(one: Row, other: Row) -> bool:
    if one["kind"] == "date":
        return one["as_of"].startswith(other["as_of"]) or other["as_of"].startswith(one["as_of"])
    a, b = _value(one), _value(other)
    overlap = (one["low"] or 0) <= (other["high"] or 0) and (other["low"] or 0) <= (one["high"] or 0)
    return overlap or abs(a - b) <= _TOLERANCE * max(abs(a), abs(b), 1e-9)


def diagnose(rows: Sequence[Row]) -> str:
    """Guess why claims differ: status, currency, a slip of ten or of 万 and 亿, a range beside a point; else their dates."""
    if rows[0]["kind"] == "date":
        return "date"
    if len({row["unit"] for row in rows}) > 1:
        return "currency" if rows[0]["kind"] == "money" else "unit"
    if len({row["status"] for row in rows}) > 1:
        return "status"
    low, high = min(_value(row) for row in rows), max(_value(row) for row in rows)
    for slip in (10, 1e4, 1e8):
        if low and abs(high / low / slip - 1) < _TOLERANCE:
            return f"slip of {slip:g}"
    if any(row["bound"] == "range" for row in rows):
        return "range against point"
    return "different values"


def _value(row: Row) -> float:
    if row["kind"] == "date":
        return 0.0
    value = row["amount_usd"] if row["kind"] == "money" and row["amount_usd"] is not None else row["low"]
    return float(value if value is not None else row["high"] or 0)


def _year(as_of: str) -> int | None:
    found = re.match(r"(\d{4})", as_of or "")
    return int(found.group(1)) if found else None


def _row(
    kind: str,
    head: Row,
    rows: Sequence[Row],
    value: float,
    unit: str,
    agrees: bool,
    diagnosis: str,
    steps: list[str],
    as_of: str | None = None,
) -> dict[str, Any]:
    ids = [row["fact_id"] for row in rows]
    return {
        "check_id": hashlib.sha256("|".join([kind, *ids]).encode()).hexdigest()[:12],
        "kind": kind,
        "metric": head["metric"],
        "subject": head["subject"],
        "scope": head["scope"],
        "as_of": head["as_of"] if as_of is None else as_of,
        "fact_ids": ids,
        "value": value,
        "unit": unit,
        "agrees": agrees,
        "diagnosis": diagnosis,
        "steps": steps,
    }
