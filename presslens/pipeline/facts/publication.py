"""The day of publication as a time, and what lies ahead of it."""

from __future__ import annotations

import re

from presslens.model import Article

_PART = re.compile(r"(\d{4})-([QH])(\d)")
_LENGTHS = {"day": 10, "month": 7, "year": 4}


def published_as(article: Article) -> str:
    """Give the publication as a date, no finer than it is known; empty where it is not."""
    return "" if article.written is None else article.written.isoformat()[: _LENGTHS.get(article.written_precision, 4)]


def is_ahead(as_of: str, article: Article) -> bool:
    """Tell whether a time begins after the publication.

    >>> from datetime import date
    >>> article = Article("0" * 12, "own.txt", "", "", published=date(2024, 11, 2), published_precision="day")
    >>> is_ahead("2024-Q3", article), is_ahead("2024", article), is_ahead("2024-12", article)
    (False, False, True)
    """
    today, first = published_as(article), as_of.partition("/")[0]
    if not today or not first:
        return False
    part = _PART.fullmatch(first)
    if part:
        months = 3 if part[2] == "Q" else 6
        first = f"{part[1]}-{months * (int(part[3]) - 1) + 1:02d}"
    length = min(len(first), len(today))
    return first[:length] > today[:length]
