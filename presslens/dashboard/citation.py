"""A ready citation of an article in the press, in the three forms it is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_UNSAFE = re.compile(r"[{}\s]")
_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL |= {character: f"\\{character}" for character in "&%$#_"}


def gbt_7714(article: Mapping[str, Any], published: date | None, accessed: date | None = None) -> str:
    """Cite an article by GB/T 7714-2015: author, title, kind (newspaper article, or online), outlet, day, address.

    What is online is cited with the day it was looked at, where one is given.

    >>> gbt_7714({"author": "Wen Li", "title": "A year of video", "outlet": "Daily", "url": ""}, date(2024, 2, 16))
    'Wen Li. A year of video[N]. Daily, 2024-02-16.'
    """
    online = bool(article["url"])
    head = ". ".join(part for part in (article["author"], f"{_title(article)}[{'EB/OL' if online else 'N'}]") if part)
    seen = f"[{accessed.isoformat()}]" if online and accessed else ""
    tail = ", ".join(part for part in (article["outlet"], _printed(article, published)) if part) + seen
    return ". ".join(part for part in (head, tail, article["url"]) if part) + "."


def bibtex(article: Mapping[str, Any], published: date | None, accessed: date | None = None) -> str:
    r"""Cite an article as a BibTeX entry; names stand in double braces, so that no style takes them apart.

    >>> print(bibtex({"article_id": "a1", "author": "", "title": "5 % off", "outlet": "Daily", "url": ""}, date(2024, 2, 16)))
    @article{presslens-a1,
      title = {{5 \% off}},
      journal = {{Daily}},
      year = {2024},
      month = {2},
      day = {16},
      langid = {chinese},
    }
    """
    lines = [f"  {name} = {value}," for name, value in _fields(article, published, accessed).items() if value]
    kind = "online" if article["url"] else "article"
    return "\n".join([f"@{kind}{{presslens-{article['article_id']},", *lines, "}"])


def _fields(article: Mapping[str, Any], published: date | None, accessed: date | None) -> dict[str, str]:
    """Give the fields of a BibTeX entry; what is not known is empty."""
    online = bool(article["url"])
    parts = _printed(article, published).split("-")
    known = dict(zip(("year", "month", "day"), (part.lstrip("0") for part in parts if part), strict=False))
    return {
        "author": _braced(article["author"]),
        "title": _braced(_title(article)),
        "journal": _braced(article["outlet"]),
        **{name: f"{{{value}}}" for name, value in known.items()},
        # An address is taken as it is: a backslash in it would break the link.
        "url": f"{{{_UNSAFE.sub('', article['url'])}}}" if online else "",
        "urldate": f"{{{accessed.isoformat()}}}" if online and accessed else "",
        "langid": "{chinese}",
    }


def plain(article: Mapping[str, Any], published: date | None, accessed: date | None = None) -> str:
    """Cite an article in words: author, title, outlet, day, address.

    >>> plain({"author": "Wen Li", "title": "A year of video", "outlet": "Daily", "url": ""}, date(2024, 2, 16))
    'Wen Li: A year of video. Daily, 2024-02-16.'
    """
    head = ": ".join(part for part in (article["author"], _title(article)) if part)
    tail = ", ".join(part for part in (article["outlet"], _printed(article, published)) if part)
    seen = f" ({accessed.isoformat()})" if article["url"] and accessed else ""
    return ". ".join(part for part in (head, tail, f"{article['url']}{seen}") if part) + "."


def _title(article: Mapping[str, Any]) -> str:
    return article["title"] or "[Untitled]"


def _printed(article: Mapping[str, Any], published: date | None) -> str:
    if published is None:
        return ""
    length = {"year": 4, "month": 7}.get(str(article.get("published_precision", "day")), 10)
    return published.isoformat()[:length]


def _braced(printed: str) -> str:
    escaped = "".join(_SPECIAL.get(character, character) for character in " ".join(printed.split()))
    return f"{{{{{escaped}}}}}" if escaped else ""
