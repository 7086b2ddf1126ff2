"""Which time of day is printed, alone or after a date."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from presslens.pipeline.figures.numerals import read_numeral
from presslens.pipeline.figures.vocabulary import load, word_at

_H = r"(2[0-4]|[01]?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二三四五六七八九两])"
_M = r"(\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[零一二三四五六七八九]{1,2})"
_MARKED = re.compile(rf"{_H}[:：](\d{{2}})(?:[:：](\d{{2}}))?时?(?![\d:：])")
_DIGIT = r"[零一二三四五六七八九十\d]"
# 三点五 is a decimal and 3时代 an age: 点 and 时 tell a clock time only where no decimal or word goes on.
_DOT = rf"点(?!{_DIGIT}{{1,2}}(?!{_DIGIT}|[分刻至到~-]|$|多))"
_HOUR_MARK = rf"时(?![间代候刻期段长常装尚至]|{_DIGIT}{{1,2}}(?!{_DIGIT}|[分刻]))"
_MORE = rf"(钟|整|多钟|许)?(?:(半)(?!天)|([一三13])刻|{_M}分?(?:{_M}秒)?)?(许|左右)?"
_SPOKEN = re.compile(rf"{_H} ?(?:{_DOT}|{_HOUR_MARK}){_MORE}")
_HOURS = re.compile(rf"{_H} ?[-—~～至到]{{1,2}} ?(?={_H}[点时])")
_JOIN = re.compile(r" ?(?:[-—–~～]{1,2}|至|到) ?(?:次日|当日|当天|第二天)?")


# 二十一 — 二十三点: so many characters at most lie between the beginning of a time of day and its first 点, 时 or colon.
LONGEST_TO_MARK = 12


class Clock(NamedTuple):
    """A time of day: where its wording ends, its first and last second after midnight, whether it is clear without a date."""

    end: int
    first: int
    last: int
    clear: bool


def period_at(text: str, start: int) -> str:
    """Give the part of a day (凌晨, 下午) that begins at `start`, or an empty string.

    >>> period_at("下午3点", 0), period_at("3点", 0)
    ('下午', '')
    """
    named = word_at(text, start, "hours")
    return named[0] if named else ""


def period_before(text: str, end: int) -> str:
    """Give the part of a day printed right before `end`, or an empty string.

    >>> period_before("明天下午3点", 4)
    '下午'
    """
    for word in _periods().get(text[end - 1 : end], ()):
        if text.endswith(word, 0, end):
            return word
    return ""


def read_clock(text: str, start: int, period: str = "") -> Clock | None:
    """Read the time of day (or the stretch of two) that begins at `start`, after the part of the day `period`.

    >>> read_clock("8点11分", 0, "晚上")[1:3]
    (72660, 72719)
    """
    hours = _HOURS.match(text, start)
    if hours:
        last = read_clock(text, hours.end(), period)
        first = _seconds(_hour(hours[1]), 0, 0, period)
        return last._replace(first=first) if last and first < last.last else last and last._replace(first=first)
    first_time = _one(text, start, period)
    if first_time is None:
        return None
    join = _JOIN.match(text, first_time.end)
    if not join:
        return first_time
    later = period_at(text, join.end())
    last = _one(text, join.end() + len(later), later or period)
    if last is None:
        return first_time
    return Clock(last.end, first_time.first, last.last + (86400 if last.last < first_time.first else 0), True)


def _one(text: str, start: int, period: str) -> Clock | None:
    marked = _MARKED.match(text, start)
    if marked and int(marked[2]) < 60:
        seconds = int(marked[3] or 0)
        first = _seconds(_hour(marked[1]), int(marked[2]), seconds, period)
        return Clock(marked.end(), first, first + (0 if marked[3] else 59), True)
    spoken = _SPOKEN.match(text, start)
    if not spoken:
        return None
    _, _, half, quarter, minute, second, _ = spoken.groups()
    minutes = 30 if half else 15 * _hour(quarter) if quarter else _hour(minute) if minute else 0
    first = _seconds(_hour(spoken[1]), minutes, _hour(second) if second else 0, period)
    clear = bool(half or quarter or minute or spoken[2])
    return Clock(spoken.end(), first, first + (0 if second else 59 if minutes or minute else 3599), clear)


def _hour(word: str) -> int:
    numeral = read_numeral(word, 0)
    return int(numeral.low) if numeral else 0


def _seconds(hour: int, minute: int, second: int, period: str) -> int:
    added = load("dates")["hours"].get(period, 0)
    if period == "半夜" and hour < 6:
        added = 0
    if added and hour < 12 and not (period in ("中午", "午间") and hour > 10):
        hour += added
    elif added and hour == 12 and period not in ("中午", "午间", "下午", "午后"):
        hour = 24
    return hour * 3600 + minute * 60 + second


@cache
def _periods() -> dict[str, tuple[str, ...]]:
    words = sorted(load("dates")["hours"], key=len, reverse=True)
    return {last: tuple(word for word in words if word[-1] == last) for last in {word[-1] for word in words}}
