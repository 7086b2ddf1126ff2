"""Take the text out of a Word file: its paragraphs and the rows of its tables, one a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import lxml.etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_LARGEST_BODY_BYTES = 64 * 1024 * 1024
_BREAKS = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}


class NotWordError(Exception):
    """Bytes that are no Word file, or one that cannot be opened."""


def text_of(data: bytes) -> str:
    """Give the text of a .docx file, a paragraph or a table's row a line; raises NotWordError."""
    body = _parsed(_body_of(data)).find(f"{_WORD}body")
    return "\n".join(_lines(body)) if body is not None else ""


def _body_of(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as body:
            # What the archive says of its size may be a lie.
            found = body.read(_LARGEST_BODY_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise NotWordError(str(error)) from error
    if len(found) > _LARGEST_BODY_BYTES:
        raise NotWordError("its text is larger than any article's")
    return found


def _parsed(body: bytes) -> lxml.etree._Element:
    # Entities could name files of this machine, or grow without end.
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return lxml.etree.fromstring(body, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise NotWordError(str(error)) from error


def _lines(parent: lxml.etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_WORD}p":
            yield _paragraph(child)
        elif child.tag == f"{_WORD}tbl":
            for row in child.iter(f"{_WORD}tr"):
                cells = [" ".join(filter(None, map(_paragraph, cell.iter(f"{_WORD}p")))) for cell in row.iter(f"{_WORD}tc")]
                yield " ".join(filter(None, cells))
        elif child.tag in (f"{_WORD}sdt", f"{_WORD}sdtContent"):
            yield from _lines(child)


def _paragraph(paragraph: lxml.etree._Element) -> str:
    # Deleted words (w:delText) stand in a tag of their own and stay out.
    return "".join(
        element.text or "" if element.tag == f"{_WORD}t" else _BREAKS.get(element.tag, "") for element in paragraph.iter()
    )
