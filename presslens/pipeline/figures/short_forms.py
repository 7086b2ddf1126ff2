"""Which quarter, half or year is printed in the short forms of analysts: 24Q3, 1H25, FY25, Q4 FY2024."""

from __future__ import annotations

import re

from presslens.pipeline.figures.calendar_days import When, of_year
from presslens.pipeline.figures.periods import part_of_year

_YEAR = r"(?P<year>20[0-4]\d|[0-4]\d)"
_PART = r"(?P<part>Q[1-4]|H[12])"
_FORMS = tuple(
    re.compile(form + r"E?(?![0-9A-Za-z.])")
    for form in (
        rf"FY ?'?{_YEAR} ?{_PART}",
        rf"{_YEAR}{_PART}",
        rf"{_PART}(?: ?FY ?'?|'){_YEAR}",
        rf"{_PART} (?P<year>20[0-4]\d)",
        rf"(?P<number>[1-4])(?P<letter>[QH]) ?'?{_YEAR}",
        rf"FY ?'?{_YEAR}",
    )
)


# Every form has a letter that tells it, behind a year at the latest.
_LETTER_WITHIN = 6


def read_short_form(text: str, start: int) -> When | None:
    """Read a part of a year in its short form, or nothing.

    >>> [read_short_form(form, 0).as_of for form in ("24Q3", "1H25", "FY25", "FY2025Q1", "Q4 FY24")]
    ['2024-Q3', '2025-H1', '2025', '2025-Q1', '2024-Q4']
    """
    near = text[start : start + _LETTER_WITHIN]
    if "Q" not in near and "H" not in near and "F" not in near:
        return None
    for form in _FORMS:
        found = form.match(text, start)
        if found:
            break
    else:
        return None
    named = found.groupdict()
    year = int(named["year"]) % 2000 + 2000
    part = named.get("part") or f"{named.get('letter') or ''}{named.get('number') or ''}"
    if not part:
        return of_year(found.end(), year, states_year=True)
    when = part_of_year(part, 0, year)
    return when._replace(end=found.end(), states_year=True) if when else None
