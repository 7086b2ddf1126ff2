"""Take the text out of a PDF: the lines of its pages, without the numbers and running heads that every page repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from presslens.pipeline.articles.errors import ArticleError

_MOST_PAGES = 200
_PAGE_NUMBER = re.compile(r"\W{0,4}(?:第[ ]*)?\d{1,4}(?:[ ]*[页頁])?(?:[ ]*/[ ]*\d{1,4})?\W{0,4}")
_LONGEST_RUNNING_HEAD = 40
_LEAST_PAGES_WITH_IT = 3


def text_of(name: str, data: bytes) -> str:
    """Give the text of a PDF of this name, a printed line a line; raises ArticleError."""
    # Importing it takes a tenth of a second: only who brings a PDF waits for it.
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("{name} is locked with a password: save it without one.", name=name)
        if len(reader.pages) > _MOST_PAGES:
            raise ArticleError("{name} has more than {n} pages: split it into single articles.", name=name, n=_MOST_PAGES)
        pages = [page.extract_text() for page in reader.pages]
    except ArticleError:
        raise
    # Damaged files make the library raise errors of every kind, from its own to KeyError and RecursionError.
    except Exception as error:
        raise ArticleError(
            "{name} is no PDF that can be read: export it again, or copy its text into a .txt file.", name=name
        ) from error
    if not any(page.strip() for page in pages):
        raise ArticleError("{name} holds no text, only pictures of pages: have its text recognised (OCR) first.", name=name)
    return "\n".join(_without_running_heads([page.split("\n") for page in pages]))


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """Drop what the page adds: its number, and short lines that stand on most pages."""
    on_pages = Counter(line for page in pages for line in {line.strip() for line in page} if len(line) <= _LONGEST_RUNNING_HEAD)
    running = {line for line, count in on_pages.items() if count >= max(_LEAST_PAGES_WITH_IT, len(pages) / 2)}
    return [
        line
        for page in pages
        for at, line in enumerate(page)
        if line.strip() not in running and not (at in (0, len(page) - 1) and _PAGE_NUMBER.fullmatch(line.strip()))
    ]
