"""Which days a length of time names when it is counted from the article: 半个月前, 近三年, 未来两天."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from presslens.model import Quantity
from presslens.pipeline.figures.calendar_days import Context, When, months_before, of_day, of_days, of_month, of_year

_AFTER = re.compile(r"(?:之|以)?(前|后)(?![十台端门来者沿面期往\d一二三四五六七八九])|(以来)")
_BEFORE = ("过去的", "过去", "最近的", "最近", "未来的", "未来", "今后的", "今后", "近")
_DAY, _MONTH, _YEAR = 86400, 2592000, 31536000
_LONGEST = 900 * _YEAR


def read_span_of_time(text: str, figure: Quantity, context: Context, floor: int) -> Quantity | None:
    """Turn a duration that is counted from the article's date into a date, or give nothing.

    >>> from datetime import date
    >>> from presslens.model import Quantity
    >>> half = Quantity(0, 3, "半个月", "duration", 1296000.0, 1296000.0, "s")
    >>> read_span_of_time("半个月前", half, Context(date(2024, 3, 1)), 0).as_of
    '2024-02'
    """
    if (
        figure.kind != "duration"
        or context.reference is None
        or not figure.low
        or not figure.high
        or figure.low < _DAY
        or figure.high > _LONGEST
    ):
        return None
    after = _AFTER.match(text, figure.end)
    if after and after[1]:
        return _dated(text, figure, _point(figure, context, after), figure.start, context)
    if after:
        return _dated(text, figure, _stretch(figure, context, after.end(), past=True), figure.start, context)
    for word in _BEFORE:
        gap = 1 if text[figure.start - 1 : figure.start] == " " else 0
        start = figure.start - len(word) - gap
        if start >= floor and text.startswith(word, start) and figure.bound != "range":
            when = _stretch(figure, context, figure.end, past=word[:2] not in ("未来", "今后"))
            return _dated(text, figure, when, start, context)
    return None


def _point(figure: Quantity, context: Context, after: re.Match[str]) -> When:
    base = context.reference
    assert base is not None
    assert figure.low is not None
    low, sign = figure.low, 1 if after[1] == "前" else -1
    if figure.high and figure.high > low:
        # 两个多月前 lies between two and three months back: take the middle
        low = (low + figure.high) / 2
    if "天" in figure.surface or "日" in figure.surface:
        return of_day(after.end(), base - timedelta(days=sign * round(low / _DAY)))
    if figure.low % _YEAR == 0:
        day = months_before(base, sign * round(12 * low / _YEAR))
        return of_year(after.end(), day.year, about=True)
    if (figure.low % _MONTH == 0) or figure.surface.startswith(("半个月", "半年", "半月")) or "月" in figure.surface:
        day = months_before(base, sign * int(low / _MONTH)) - timedelta(days=sign * round(low % _MONTH / _DAY))
        return of_month(after.end(), day.year, day.month, about=True)
    if low >= 180 * _DAY:
        day = months_before(base, sign * round(low / _MONTH * 30 / 30.4375))
        return of_month(after.end(), day.year, day.month, about=True)
    day = base - timedelta(days=sign * round(low / _DAY))
    if low % 604800 == 0:
        monday = day - timedelta(days=day.weekday())
        return of_days(after.end(), monday, monday + timedelta(days=6), about=True)
    return of_day(after.end(), day)


def _stretch(figure: Quantity, context: Context, end: int, *, past: bool) -> When:
    base = context.reference
    assert base is not None
    assert figure.high is not None
    months, days = divmod(round(figure.high / _DAY), 365)
    sign = 1 if past else -1
    if "天" in figure.surface or "日" in figure.surface or "周" in figure.surface:
        edge = base - timedelta(days=sign * round(figure.high / _DAY))
    else:
        edge = months_before(base, sign * (12 * months + round(days / 30)))
    if past:
        return of_days(end, edge, base, about=True)
    return of_days(end, base + timedelta(days=1), edge, about=True)


def _dated(text: str, figure: Quantity, when: When, start: int, context: Context) -> Quantity:
    context.remember(when)
    return replace(
        figure,
        start=start,
        end=when.end,
        surface=text[start : when.end],
        kind="date",
        unit="",
        bound="about",
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=(*figure.steps, f"counted from {context.reference}: {when.as_of}"),
    )
