"""Dates known in part, as the first and the last day they may mean."""

from __future__ import annotations

import re

import pandas as pd

_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|Q([1-4])))?")


def days(as_of: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Give the first and the last day of a date known in part; None where it cannot be read.

    >>> [day.date().isoformat() for day in days("2024-02")]
    ['2024-02-01', '2024-02-29']
    >>> [day.date().isoformat() for day in days("2023-11/2024-Q1")], days("soon")
    (['2023-11-01', '2024-03-31'], None)
    """
    ends = [_period(part) for part in as_of.split("/")]
    first, last = ends[0], ends[-1]
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _period(printed: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    found = _PERIOD.fullmatch(printed)
    if not found:
        return None
    year, month, day, half, quarter = found.groups()
    start = int(month) if month else 6 * int(half) - 5 if half else 3 * int(quarter) - 2 if quarter else 1
    length = 1 if month else 6 if half else 3 if quarter else 12
    try:
        first = pd.Timestamp(int(year), start, int(day or 1))
    except ValueError:
        return None
    return (first, first) if day else (first, first + pd.DateOffset(months=length) - pd.Timedelta(days=1))
