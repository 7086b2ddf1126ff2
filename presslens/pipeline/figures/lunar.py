"""Which day a date of the Chinese lunar calendar is, and when its festivals fall."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from presslens.pipeline.figures.calendar_days import When, of_day, of_days
from presslens.pipeline.figures.numerals import read_numeral
from presslens.pipeline.figures.vocabulary import load, word_at

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_DATE = re.compile(
    r"(农历|阴历|旧历)?(闰)?(正|腊|冬(?=月初)|1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])月(?:份)?"
    r"(?:(初)([一二三四五六七八九十]|[1-9]|10)|(廿[一二三四五六七八九]?)|(三十|二十|十[一二三四五六七八九]?|[12]\d|30))?(?![日号])"
)


class _Month(NamedTuple):
    number: int
    repeated: bool
    first: date
    days: int


def read_lunar(text: str, start: int, year: int) -> When | None:
    """Read a lunar date or festival of the lunar year that begins in `year`, or nothing.

    >>> read_lunar("正月十五", 0, 2024).as_of, read_lunar("除夕", 0, 2023).as_of
    ('2024-02-24', '2024-02-09')
    """
    named = word_at(text, start, "festivals", name="lunar")
    if named:
        return _day(start + len(named[0]), year, *named[1])
    match = _DATE.match(text, start)
    if not match or not (match[1] or match[2] or match[3] in _MONTHS or match[4] or match[6]):
        return None
    number = _MONTHS.get(match[3]) or _number(match[3])
    printed = match[5] or match[7]
    if match[6]:
        return _day(
            match.end(), year, number, 20 + (_number(match[6][1:]) if len(match[6]) > 1 else 0), repeated=bool(match[2])
        )
    if printed:
        return _day(match.end(), year, number, _number(printed), repeated=bool(match[2]))
    month = _month(year, number, repeated=bool(match[2]))
    return of_days(match.end(), month.first, month.first + timedelta(days=month.days - 1)) if month else None


def _day(end: int, year: int, number: int, day: int, *, repeated: bool = False) -> When | None:
    month = _month(year, number, repeated=repeated)
    if month is None or day > month.days:
        return None
    return of_day(end, month.first + timedelta(days=(day or month.days) - 1))


def _month(year: int, number: int, *, repeated: bool) -> _Month | None:
    return next((month for month in _months(year) if month.number == number and month.repeated == repeated), None)


def _months(year: int) -> list[_Month]:
    row = load("lunar")["years"].get(str(year))
    if row is None:
        return []
    first, lengths, twice = row
    months: list[_Month] = []
    for length in lengths:
        last = months[-1] if months else None
        repeated = last is not None and last.number == twice and not last.repeated
        number = 1 if last is None else last.number if repeated else last.number + 1
        days = 30 if length == "1" else 29
        months.append(_Month(number, repeated, first, days))
        first += timedelta(days=days)
    return months


def _number(word: str) -> int:
    numeral = read_numeral(word, 0)
    return int(numeral.low) if numeral else 0
