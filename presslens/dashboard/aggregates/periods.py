"""Days, weeks and months as the steps of a chart over time: which one suits a span, and where each period begins and ends."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

Step = Literal["day", "week", "month"]
STEPS: tuple[Step, ...] = get_args(Step)
# A phone has room for so many bars that a finger can still tell apart.
_DAYS_BY_DAY, _DAYS_BY_WEEK = 45, 400
_PERIOD: dict[Step, str] = {"day": "D", "week": "W-SUN", "month": "M"}
_LENGTH: dict[Step, pd.DateOffset] = {
    "day": pd.DateOffset(days=1),
    "week": pd.DateOffset(weeks=1),
    "month": pd.DateOffset(months=1),
}


def usual_step(days: pd.Series) -> Step:
    """Choose days, weeks or months by how long a time the days span; those that are not known do not count.

    >>> usual_step(pd.Series(["2024-03-02", "2024-03-30"])), usual_step(pd.Series(["2022-03-02", None, "2024-03-30"]))
    ('day', 'month')
    """
    known = pd.to_datetime(days.dropna())
    span = (known.max() - known.min()).days if len(known) else 0
    return "day" if span <= _DAYS_BY_DAY else "week" if span <= _DAYS_BY_WEEK else "month"


def starts(days: pd.Series, step: Step) -> pd.Series:
    """Give the first day of the day, week (from Monday) or month that each day lies in.

    >>> starts(pd.Series(["2024-03-07"]), "week").dt.date.astype(str).tolist()
    ['2024-03-04']
    """
    return pd.to_datetime(days).dt.to_period(_PERIOD[step]).dt.start_time


def end(start: pd.Timestamp, step: Step) -> pd.Timestamp:
    """Give the first day after the period that begins at `start`.

    >>> end(pd.Timestamp("2024-02-01"), "month").date().isoformat()
    '2024-03-01'
    """
    return start + _LENGTH[step]
