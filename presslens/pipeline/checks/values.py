"""The values printed of one thing, how far each reaches, and how far they lie apart."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from presslens.pipeline.checks.printed import Span, claim, value
from presslens.pipeline.checks.row import Row

# Beyond this many different values of one thing, those printed in most articles are compared.
_MOST = 40
_ALMOST, _OTHER_CURRENCY = 0.01, 0.08
_DAYS_MORE = {4: 183, 7: 31, 10: 0}
_ABILITIES = ("max_duration", "resolution", "fps")
_FESTIVAL_DAYS = 8
_NAMES_A_DAY = re.compile(r"[0-9０-９一二三四五六七八九十今昨明前后後同当當]")


@dataclass(slots=True)
class Value:
    """One value as printed of a thing, the facts that print it, and how far it reaches."""

    facts: list[Row]
    reach: Span

    @property
    def head(self) -> Row:
        """One of the facts, for what they have in common."""
        return self.facts[0]

    @property
    def articles(self) -> set[str]:
        """The articles that print the value."""
        return {fact["article_id"] for fact in self.facts}

    def same(self, other: Value) -> bool:
        """Tell whether two values may be one, within rounding, hedges and, between currencies, the rate of exchange."""
        if self.head["kind"] == "date":
            return self.reach.meets(other.reach)
        foreign = self.head["unit"] != other.head["unit"] and self.head["kind"] == "money"
        return self.reach.meets(other.reach, _OTHER_CURRENCY if foreign else _ALMOST)

    def holds(self, other: Value) -> bool:
        """Tell whether another value lies within this one."""
        return self.reach.low <= other.reach.low and other.reach.high <= self.reach.high


def gather(rows: Sequence[Row]) -> list[Value]:
    """Gather facts that print the same value, the most often printed first."""
    gathered: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for fact in rows:
        day = fact["as_of"] if fact["kind"] == "date" else None
        gathered[day, fact["low"], fact["high"], fact["unit"], fact["bound"], fact["status"], fact["scope"]].append(fact)
    values = [Value(facts, _reach(facts[0])) for facts in gathered.values()]
    return sorted(values, key=lambda told: (-len(told.articles), told.reach, told.head["fact_id"]))[:_MOST]


def number(fact: Row) -> float:
    """Give the number to compare by: of a date its first day, of money dollars, of a resolution its height, else the value."""
    if fact["kind"] == "date":
        return float(_day(fact["as_of"].partition("/")[0], last=False))
    if fact["kind"] == "resolution":
        return _reach(fact).low
    return abs(value(fact) * _dollars(fact))


def factor(one: Row, other: Row) -> float:
    """Tell how many times as large the larger of two values is; of dates, how many days lie between."""
    low, high = sorted((number(one), number(other)))
    if one["kind"] == "date":
        return high - low
    return high / low if low else math.inf


def digits(fact: Row) -> str:
    """Give the digits of a value without its size, up to four of them: of 37.4 亿 it is 374."""
    return re.sub(r"\D", "", f"{value(fact):.3e}".partition("e")[0]).rstrip("0")


def _reach(fact: Row) -> Span:
    if fact["kind"] == "date":
        return _days(fact)
    if fact["kind"] == "resolution":
        height = {"px": fact["high"], "K": 540 * (fact["low"] or 0)}.get(fact["unit"], fact["low"])
        return Span(height or 0, height or 0)
    # What a model can do at most is what it can do: the value itself, not anything below it.
    reach = claim({**fact, "bound": "exact"} if fact["bound"] == "at_most" and fact["metric"] in _ABILITIES else fact)
    if fact["bound"] == "about":
        # About 450 and about 400 are two values, and both are hedged: each reaches half as far as where it stands alone.
        reach = Span((reach.low + value(fact)) / 2, (reach.high + value(fact)) / 2)
    return Span(reach.low * _dollars(fact), reach.high * _dollars(fact))


def _dollars(fact: Row) -> float:
    """Give the rate by which money is compared; one for what is no money, or has no rate."""
    printed = fact["low"] or fact["high"]
    return fact["amount_usd"] / printed if fact["kind"] == "money" and fact["amount_usd"] and printed else 1.0


def _days(fact: Row) -> Span:
    """Give the first and last day a printed date may mean; `about` reaches as far again, a festival over its week."""
    parts = [part for part in fact["as_of"].split("/") if re.fullmatch(r"\d{4}(-\d{2}){0,2}", part)]
    if not parts:
        return Span(-math.inf, math.inf)
    more = _DAYS_MORE[len(parts[0])] if fact["bound"] != "exact" else 0
    if len(parts[0]) == 10 and not _NAMES_A_DAY.search(fact["surface"]):
        more = _FESTIVAL_DAYS
    return Span(_day(parts[0], last=False) - more, _day(parts[-1], last=True) + more)


def _day(as_of: str, *, last: bool) -> int:
    """Give the first or last day of a year, a month or a day, counted from the beginning of the calendar."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", as_of)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (1, 1, 1)
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1)).toordinal()
