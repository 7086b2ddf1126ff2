"""First and last days of years, months, weeks, and what a date is written as."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple


class When(NamedTuple):
    """A stretch of days as read: where its wording ends, its days, how it is written, and how sure its edges are."""

    end: int
    first: date
    last: date
    as_of: str
    about: bool = False
    states_year: bool = False
    step: str = ""


YEAR_BEFORE = "a year before the period told"

_PRECISIONS = {4: ("years",), 7: ("years", "months"), 10: ("years", "months", "days")}


@dataclass
class Context:
    """What dates in one text lean on.

    The article's date; the date read before; the last one with its year stated; the last part of a year, a month or more;
    and the days that the text itself gives for a week it names.
    """

    reference: date | None
    clock: datetime | None = None
    anchors: dict[str, When] = field(default_factory=dict)
    stated: When | None = None
    period: When | None = None
    weeks: dict[str, When] = field(default_factory=dict)

    def base(self, precision: str) -> date | None:
        """Give the last date read that is at least as precise; the reference where none was read at all."""
        anchor = self.anchors.get(precision)
        return anchor.first if anchor else None if self.anchors else self.reference

    def remember(self, when: When) -> None:
        """Keep a date for words that count from it (同月, 第二天, 去年同期); a stretch of days anchors nothing.

        去年同期 is no period that another 去年同期 could count from.
        """
        if (
            when.step != YEAR_BEFORE
            and len(when.as_of) > 4
            and timedelta(days=27) < when.last - when.first < timedelta(days=300)
            and not when.about
        ):
            self.period = when
        if "/" in when.as_of:
            return
        for precision in _PRECISIONS[len(when.as_of)]:
            self.anchors[precision] = when


@lru_cache(maxsize=1024)
def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def valid(year: int, month: int = 1, day: int = 1) -> bool:
    """Tell whether a year, month and day make a date."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)


def of_year(end: int, year: int, *, about: bool = False, states_year: bool = False) -> When:
    """Give a whole year."""
    return When(end, date(year, 1, 1), date(year, 12, 31), f"{year:04d}", about, states_year)


def of_month(end: int, year: int, month: int, *, about: bool = False, states_year: bool = False) -> When:
    """Give a whole month."""
    last = _days_in(year, month)
    return When(end, date(year, month, 1), date(year, month, last), f"{year:04d}-{month:02d}", about, states_year)


def of_months(
    end: int, year: int, first: int, last: int, as_of: str = "", *, about: bool = False, states_year: bool = False
) -> When:
    """Give the months from `first` to `last`; a month past 12 lies in the next year."""
    start, stop = of_month(end, *month_after(year, first)), of_month(end, *month_after(year, last))
    return When(end, start.first, stop.last, as_of or f"{start.as_of}/{stop.as_of}", about, states_year)


def of_day(end: int, day: date, *, about: bool = False, states_year: bool = False) -> When:
    """Give a single day."""
    return When(end, day, day, day.isoformat(), about, states_year)


def of_days(end: int, first: date, last: date, *, about: bool = False, states_year: bool = False) -> When:
    """Give the days from `first` to `last`."""
    as_of = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return When(end, first, last, as_of, about, states_year)


def month_after(year: int, month: int) -> tuple[int, int]:
    """Carry months past the end of a year: month 14 of 2023 is February 2024.

    >>> month_after(2023, 14), month_after(2024, 0)
    ((2024, 2), (2023, 12))
    """
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def monday_of(day: date, weeks: int = 0) -> date:
    """Give the Monday of the week that holds `day`, some weeks later."""
    return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)


def nth_weekday(year: int, month: int, which: int, weekday: int) -> date:
    """Give the nth weekday of a month: the second Sunday of May."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def months_before(day: date, months: int) -> date:
    """Go back whole months, to the last day of a shorter month where need be."""
    year, month = month_after(day.year, day.month - months)
    return date(year, month, min(day.day, _days_in(year, month)))
