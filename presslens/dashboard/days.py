"""Dates as each language writes them, as far as they are known, and spans of them."""

from __future__ import annotations

import re
from datetime import date as Day
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    from presslens.dashboard.text import Language, Text

_PATTERNS: dict[Language, dict[str, str]] = {
    "en": {"year": "y", "month": "MMM y", "day": "d MMM y"},
    "zh": {"year": "y年", "month": "y年M月", "day": "y年M月d日"},
}
_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_AS_OF = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|Q([1-4])))?")


def date(text: Text, value: Day | str | None, precision: str) -> str:
    """Write a date, or a date or span in text (`2024-02`, `2024-H1`, `2023-11/2024-01`); what is none stays as it is."""
    if value is None or value != value:
        return text("undated")
    if isinstance(value, Day):
        return _day(text, value, precision)
    if "/" in value:
        return _period(text, *value.split("/", 1))
    found = _AS_OF.fullmatch(value)
    return _as_of(text, found) if found else (value or text("undated"))


def _day(text: Text, day: Day, precision: str) -> str:
    patterns = _PATTERNS[text.language]
    return _formatted(day, patterns.get(precision, patterns["day"]), text.language)


def _period(text: Text, first: str, last: str) -> str:
    """Write a span of days, months or years, saying only once what both ends share."""
    begin, end = text.date(first), text.date(last)
    plain = len(first) == len(last) and _PLAIN_DATE.fullmatch(first) and _PLAIN_DATE.fullmatch(last)
    if plain and len(first) == len("2024"):
        return f"{first}–{end}"
    if not plain or first[:4] != last[:4]:
        return f"{begin} – {end}"
    month = len(first) == len("2024-02-16") and first[:7] == last[:7]
    if text.language == "zh":
        return f"{begin}–{end.split('月' if month else '年', 1)[1]}"
    short = begin.rsplit(" ", 2 if month else 1)[0]
    return f"{short}–{end}" if month or " " not in short else f"{short} – {end}"


def _as_of(text: Text, found: re.Match[str]) -> str:
    year, month, day, half, quarter = found.groups()
    if half:
        return text("first half of {year}", year=year) if half == "1" else text("second half of {year}", year=year)
    if quarter:
        return text("quarter {quarter} of {year}", quarter=quarter, year=year)
    try:
        known = Day(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return found.group()
    return _day(text, known, "day" if day else "month" if month else "year")


# Tables write the same days over and over, and each takes longer to write than to look up.
@lru_cache(maxsize=8192)
def _formatted(day: Day, pattern: str, language: Language) -> str:
    return str(format_date(day, pattern, language))
