"""Which day is meant where a paper cuts 今天 and 昨天 short: 今（7）日, 昨宣布."""

from __future__ import annotations

import re
from datetime import timedelta

from presslens.pipeline.figures.calendar_days import Context, When, of_day

_STEPS = {"今": 0, "昨": -1, "前": -2, "明": 1}
_DAY_IN_BRACKETS = re.compile(r"[今昨前明] ?[(（] ?(0?[1-9]|[12]\d|3[01]) ?[）)] ?(?:[日天]|(?=[晚早上下凌盘]))")
_TOLD = (
    "宣布|公布|发布|表示|指出|召开|召集|举行|推出|上线|披露|透露|正式|同步|提交|递交|递表|完成|出席"
    "|收报|收盘|开盘|收于|起|向(?!来)|再(?!现)|签署"
)
_DAY_ALONE = re.compile(rf"昨(?:(?={_TOLD})|(?=[收在于获与跌涨升传](?![生天是])))|今(?={_TOLD})(?!起码|向)")
_NOT_BEFORE_DAY = frozenset("如今昔至当现迄古自从于而尤忆光早昨往")


def read_named_day(text: str, start: int, context: Context) -> When | None:
    """Read the day as papers of Taiwan and Hong Kong cut it short: 今（7）日, 昨(23)日晚间, 昨宣布; or give nothing.

    >>> from datetime import date
    >>> read_named_day("昨（9）日宣布", 0, Context(date(2024, 5, 20))).as_of
    '2024-05-09'
    """
    if context.reference is None or text[start : start + 1] not in _STEPS:
        return None
    day = context.reference + timedelta(days=_STEPS[text[start]])
    bracket = _DAY_IN_BRACKETS.match(text, start)
    if bracket:
        number = int(bracket[1])
        nearest = [day + timedelta(days=step) for step in sorted(range(-30, 4), key=abs)]
        day = next((near for near in nearest if near.day == number), None) or day
        return of_day(bracket.end(), day)
    short = _DAY_ALONE.match(text, start)
    return of_day(start + 1, day) if short and text[start - 1 : start] not in _NOT_BEFORE_DAY else None
