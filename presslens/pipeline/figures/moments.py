"""From a stretch of days to a date as printed, with the time of day that may follow it."""

from __future__ import annotations

import re
from datetime import timedelta

from presslens.model import Bound, Quantity
from presslens.pipeline.figures.bounds import bound_around
from presslens.pipeline.figures.calendar_days import Context, When
from presslens.pipeline.figures.clock import LONGEST_TO_MARK, Clock, period_at, period_before, read_clock
from presslens.pipeline.figures.figure import joined_steps
from presslens.pipeline.figures.names import stands_alone

_DAY_TO_CLOCK = re.compile(r"[(（]?(?:周|星期)[一二三四五六日天][)）]?|的|[ T](?=\d)|-(?=\d\d[:：])| (?=[上下中早晚凌])")
# 创2020年以来新高 and 与2023年相比 leave the year that is told of as it was.
_SINCE_OR_THAN = re.compile(r"[^，,。；;]{0,12}?以来|至今|以前|之前|相比")
_COMPARED = re.compile(r"(?:较|比|相较于?|对比)$")
# 这家2023年成立的公司上半年收入3亿元, 成立于2020年,9月末员工超百人.
_BEGAN = re.compile(r"(?:才|刚|就|在[^，,。；;]{1,6})?(?:成立|创立|创办|创建|毕业|出生|诞生|入职|建厂)")
_BEGAN_IN = re.compile(r"(?:成立|创立|创办|创建|诞生|出生|始建|毕业)(?:于|在) ?$")
_LONG = timedelta(days=300)
# 4月17日（周三），上午9:30 is one moment told in two parts.
_SAME_DAY = 10
_GOES_ON = frozenset("已在就期盘报会宴于年")
_PERIOD_IN_DAY = {"晚": "晚上", "夜": "晚上", "早": "早上", "晨": "早上"}


def dated(text: str, start: int, when: When, context: Context) -> Quantity:
    """Build the quantity of a date that begins at `start`, and let later dates lean on it."""
    if when.states_year and not _is_only_compared(text, start, when.end) and not _is_founding(text, start, when):
        context.stated = when
    context.remember(when)
    timed = _timed(text, start, when) if when.first == when.last else None
    if isinstance(timed, Quantity):
        return timed
    when = timed or when
    steps = joined_steps(f"{text[start : when.end]} read as {when.as_of}", when.step)
    return Quantity(
        start,
        when.end,
        text[start : when.end],
        "date",
        bound=_bound_of(text, start, when),
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=steps,
    )


def _bound_of(text: str, start: int, when: When) -> Bound:
    """Take a date for about where it or the words around it say so: 年初, 去年7月左右; it is never a least or a most."""
    return "about" if when.about or bound_around(text, start, when.end)[0] == "about" else "exact"


def _is_only_compared(text: str, start: int, end: int) -> bool:
    return bool(_SINCE_OR_THAN.match(text, end) or _COMPARED.search(text, max(0, start - 3), start))


def _is_founding(text: str, start: int, when: When) -> bool:
    """Tell whether a bare year is that in which something or somebody began; what is told next is of another."""
    bare = when.last - when.first > _LONG
    return bare and bool(_BEGAN.match(text, when.end) or _BEGAN_IN.search(text, max(0, start - 6), start))


def _timed(text: str, start: int, when: When) -> Quantity | When:
    """Read the time of day printed after a day: a clock time makes it a moment, 凌晨 alone belongs to the date."""
    gap = _DAY_TO_CLOCK.match(text, when.end)
    end = gap.end() if gap else when.end
    period = period_at(text, end)
    said = period or _PERIOD_IN_DAY.get(text[when.end - 1], "")
    clock = read_clock(text, end + len(period), said)
    if clock:
        return _moment(text, start, when, clock)
    return when._replace(end=end + len(period)) if _is_said(text, end, period) else when


def _is_said(text: str, start: int, period: str) -> bool:
    """Tell whether a part of the day follows the date; 早 and 晚 alone open other words (早已, 晚报)."""
    return len(period) > 1 or (period != "" and text[start + 1 : start + 2] not in _GOES_ON)


def read_clock_alone(text: str, start: int, floor: int, context: Context) -> Quantity | None:
    """Read a time of day without a date (下午3点) as one of the article's day, or give nothing.

    >>> from datetime import date
    >>> read_clock_alone("下午3点", 2, 0, Context(date(2024, 3, 1))).as_of
    '2024-03-01'
    """
    near = text[start : start + LONGEST_TO_MARK]
    if "点" not in near and "时" not in near and ":" not in near and "：" not in near:
        return None
    period = period_before(text, start)
    period = period if start - len(period) >= floor else ""
    clock = read_clock(text, start, period)
    told = context.anchors.get("days")
    day = told.first if told and 0 <= start - told.end < _SAME_DAY else context.reference
    if clock is None or day is None or not (period or clock.clear):
        return None
    if not period and ":" in text[start : clock.end].replace("：", ":") and not stands_alone(text, start, clock.end):
        return None
    return _moment(text, start - len(period), When(start, day, day, day.isoformat()), clock)


def _moment(text: str, start: int, when: When, clock: Clock) -> Quantity:
    surface = text[start : clock.end]
    step = f"{surface} read as {when.as_of}, {clock.first} seconds after midnight"
    return Quantity(
        start,
        clock.end,
        surface,
        "datetime",
        float(clock.first),
        float(clock.last),
        "s",
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=joined_steps(step, when.step),
    )
