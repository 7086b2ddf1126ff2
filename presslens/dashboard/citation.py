"""A ready citation of an article in the press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def gbt_7714(article: Mapping[str, Any], published: date | None) -> str:
    """Cite an article by GB/T 7714-2015: author, title, kind (newspaper article, or online), outlet, day, address.

    >>> gbt_7714({"author": "Wen Li", "title": "A year of video", "outlet": "Daily", "url": ""}, date(2024, 2, 16))
    'Wen Li. A year of video[N]. Daily, 2024-02-16.'
    """
    online = bool(article["url"])
    kind = "EB/OL" if online else "N"
    head = ". ".join(part for part in (article["author"], f"{article['title'] or '[Untitled]'}[{kind}]") if part)
    tail = ", ".join(part for part in (article["outlet"], _printed(article, published)) if part)
    return ". ".join(part for part in (head, tail, article["url"]) if part) + "."


def _printed(article: Mapping[str, Any], published: date | None) -> str:
    if published is None:
        return ""
    length = {"year": 4, "month": 7}.get(str(article.get("published_precision", "day")), 10)
    return published.isoformat()[:length]
