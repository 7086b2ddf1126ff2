"""Which quarter is meant where none is numbered: 本季度, 上一季度, 当季, 最近一个季度, 首季."""

from __future__ import annotations

import re

from presslens.pipeline.figures.calendar_days import Context, When, of_month, of_months

_WHICH = re.compile(r"(本|这个|上上个|上一?个?|前一个?|下下个|下一?个?|当前|当)(?:财季|季度?)(?![节后军])")
_LATEST = re.compile(r"最[近新]的?一?个?财季度?|最新的?一?个?季度?(?![节后军])")
# 首季收入 is this year's, the 首季 of a series is not.
_FIRST = re.compile(r"([首次末])季(?:度|(?=[营收盈净毛财销业指预出经每料亏合拥纯股资获利]|GDP|EPS|AI|整体))")
_NUMBERS = {"首": 1, "次": 2, "末": 4}
_HEADS = frozenset("本这上下当最首次末前")
_BEFORE_IT = frozenset({"上", "上个", "上一", "上一个", "前一", "前一个"})
# 当季 speaks of a quarter told a sentence ago, 上一季度 of the one before it only where it stands close by.
_REACH, _BEFORE_TOLD_REACH = 150, 40


def read_quarter(text: str, start: int, context: Context) -> When | None:
    """Read a quarter that leans on the article's date or on the quarter told before, or nothing.

    >>> from datetime import date
    >>> read_quarter("上一季度营收", 0, Context(date(2024, 3, 1))).as_of
    '2023-Q4'
    """
    reference = context.reference
    if reference is None or text[start : start + 1] not in _HEADS:
        return None
    numbered = _FIRST.match(text, start)
    if numbered:
        number = _NUMBERS[numbered[1]]
        begun = number <= (reference.month + 2) // 3
        return quarter_of(text, numbered.end(), reference.year - (not begun), number)
    latest = _LATEST.match(text, start)
    if latest:
        return last_quarter(context, start, latest.end())
    which = _WHICH.match(text, start)
    if which is None:
        return None
    told = _told(start, context, _BEFORE_TOLD_REACH)
    if which[1] in _BEFORE_IT and told and "。" not in text[told.end : start]:
        return _counted(text, which.end(), told.first.year, (told.first.month - 1) // 3 - 1)
    if which[1] == "当":
        told = _told(start, context, _REACH)
        return told._replace(end=which.end(), states_year=False) if told else None
    step = {"本": 0, "这": 0, "当": 0}.get(which[1][0], (-1 if which[1][0] in "上前" else 1) * which[1].count(which[1][0]))
    return _counted(text, which.end(), reference.year, (reference.month - 1) // 3 + step)


def last_quarter(context: Context, start: int, end: int) -> When | None:
    """Read 最近一个季度 as the quarter told just before, else as the last one that is over: companies report whole ones."""
    told = _told(start, context, _BEFORE_TOLD_REACH)
    if told:
        return told._replace(end=end, states_year=False)
    day = context.reference
    return _counted("", end, day.year, (day.month - 1) // 3 - 1) if day else None


def quarter_of(text: str, end: int, year: int, number: int) -> When:
    """Give a numbered quarter, or the month at its edge: 季末.

    >>> quarter_of("季末", 1, 2024, 1).as_of
    '2024-03'
    """
    edge = text[end : end + 1]
    if edge and edge in "初末底":
        return of_month(end + 1, year, 3 * number - (2 if edge == "初" else 0), about=True)
    return of_months(end, year, 3 * number - 2, 3 * number, f"{year:04d}-Q{number}")


def _counted(text: str, end: int, year: int, quarter: int) -> When:
    """Give a quarter counted from 0 in a year; it may lie in the year before or after."""
    return quarter_of(text, end, year + quarter // 4, quarter % 4 + 1)


def _told(start: int, context: Context, reach: int) -> When | None:
    told = context.period
    return told if told and "Q" in told.as_of and 0 <= start - told.end < reach else None
