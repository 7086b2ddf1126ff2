"""Take the text out of a PDF: the lines of its pages, without the numbers and running heads that every page repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

_MOST_PAGES = 200
_PAGE_NUMBER = re.compile(r"\W{0,4}(?:第[ ]*)?\d{1,4}(?:[ ]*[页頁])?(?:[ ]*/[ ]*\d{1,4})?\W{0,4}")
_LONGEST_RUNNING_HEAD = 40
_LEAST_PAGES_WITH_IT = 3


class NotPdfError(Exception):
    """Why no text came out of the bytes of a PDF, and what to do, as the end of a sentence."""


def text_of(data: bytes) -> str:
    """Give the text of a PDF, a printed line a line; raises NotPdfError."""
    # Importing it takes a tenth of a second: only who brings a PDF waits for it.
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotPdfError("is locked with a password: save it without one.")
        if len(reader.pages) > _MOST_PAGES:
            raise NotPdfError(f"has more than {_MOST_PAGES} pages: split it into single articles.")
        pages = [page.extract_text() for page in reader.pages]
    except NotPdfError:
        raise
    # Damaged files make the library raise errors of every kind, from its own to KeyError and RecursionError.
    except Exception as error:
        raise NotPdfError("is no PDF that can be read: export it again, or copy its text into a .txt file.") from error
    if not any(page.strip() for page in pages):
        raise NotPdfError("holds no text, only pictures of pages: have its text recognised (OCR) first.")
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
