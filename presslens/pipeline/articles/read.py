"""Read one file, of any encoding Chinese comes in, into text: nothing is judged here but whether it is an article at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Literal

from presslens.message import Message
from presslens.pipeline.articles import html, pdf, word
from presslens.pipeline.articles.encoding import decode
from presslens.pipeline.articles.errors import ArticleError

Kind = Literal["text", "markdown", "html", "word", "pdf"]

LARGEST_BYTES = 20 * 1024 * 1024
KINDS: Mapping[str, Kind] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
    ".pdf": "pdf",
}
# As it is said to who brings something else; an archive holds files of the other types.
TYPES = Message(".txt, .md, .html, .docx, .pdf or .zip")

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_MATTER_LINE = re.compile(r"^([\w-]+):[ \t]*(.*)$")
_FEED = re.compile(r"\s*<(?:\?xml|rss|item|entry|feed)\b")
_FEED_ITEM = re.compile(r"<(?:item|entry)\b[^>]*>(.*?)</(?:item|entry)>", re.DOTALL)
_FEED_FIELD = re.compile(r"<([\w:]+)(?: [^>]*)?>(.*?)</\1>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAGS = re.compile(r"<[^<>]+>")
_FEED_KEYS = {
    "title": "title",
    "dc:creator": "author",
    "author": "author",
    "pubDate": "pubdate",
    "published": "published",
    "source": "source",
    "link": "url",
}
_LIST_ITEM = re.compile(r"^\s+-[ \t]*(.+)$")


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The text of a file as it was printed there, and what its head says of it."""

    file: str
    content: str
    kind: Kind
    metadata: dict[str, str] = field(default_factory=dict)


def read_file(path: Path) -> RawDocument:
    """Read one file of any type in KINDS; raises ArticleError."""
    _refuse_type(path.name)
    return read_bytes(path.name, bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """Read the bytes of a file that is not too large; raises ArticleError."""
    try:
        _refuse_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(
            "{name} cannot be opened ({why}): check that it exists and may be read.", name=path.name, why=error.strerror
        ) from error


def read_bytes(name: str, data: bytes) -> RawDocument:
    """Read the bytes of one file, whose name tells its type; raises ArticleError.

    >>> read_bytes("a.txt", "算力需求上升。".encode("gb18030")).content
    '算力需求上升。'
    """
    kind = _refuse_type(name)
    _refuse_size(name, len(data))
    if not data.strip():
        raise ArticleError("{name} is empty: put the article's text into it.", name=name)
    if kind in ("word", "pdf"):
        return _read_document(name, data, kind)
    text = decode(data)
    if text is None:
        raise ArticleError("{name} is no text that can be read: save it as UTF-8, UTF-16, GB18030 or Big5.", name=name)
    if not text.strip():
        raise ArticleError("{name} holds only white space: put the article's text into it.", name=name)
    if kind == "html":
        return _read_page(name, text)
    content, metadata = feed_item(text) or front_matter(text)
    if not content.strip():
        raise ArticleError("{name} has a head but no article below it: put the article's text into it.", name=name)
    return RawDocument(name, content, kind, metadata)


def _read_document(name: str, data: bytes, kind: Kind) -> RawDocument:
    try:
        content = word.text_of(data) if kind == "word" else pdf.text_of(name, data)
    except word.NotWordError as error:
        raise ArticleError(
            "{name} is no Word file that can be read: save it as .docx again, without a password.", name=name
        ) from error
    if not content.strip():
        raise ArticleError("{name} holds no text: put the article's text into it.", name=name)
    return RawDocument(name, content, kind)


def front_matter(text: str) -> tuple[str, dict[str, str]]:
    r"""Take the YAML head off a text; only plain values and lists of them are read, a list's items joined by commas.

    >>> front_matter('---\ntitle: "算力"\ncategories:\n  - "qq"\n---\n正文')
    ('正文', {'title': '算力', 'categories': 'qq'})
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        return text, {}
    metadata: dict[str, str] = {}
    key = ""
    for line in match[1].split("\n"):
        if entry := _FRONT_MATTER_LINE.match(line):
            key = entry[1].lower()
            metadata[key] = _listed(entry[2])
        elif key and (item := _LIST_ITEM.match(line)):
            metadata[key] = ",".join(filter(None, (metadata[key], _unquoted(item[1]))))
    return text[match.end() :], {key: value for key, value in metadata.items() if value}


def _listed(value: str) -> str:
    """Give a plain value, or the items of a list in one line joined by commas."""
    if not (value.startswith("[") and value.rstrip().endswith("]")):
        return _unquoted(value)
    return ",".join(filter(None, (_unquoted(item.strip()) for item in value.strip()[1:-1].split(","))))


def feed_item(text: str) -> tuple[str, dict[str, str]] | None:
    """Read an item of an RSS feed, the first where there are several; None where the text is none.

    >>> feed_item("<item><title>算力</title><pubDate>6 May 2024</pubDate><description>正文</description></item>")
    ('正文', {'title': '算力', 'pubdate': '6 May 2024'})
    """
    item = _FEED_ITEM.search(text) if _FEED.match(text) else None
    if item is None:
        return None
    found = {name: unescape(_TAGS.sub("", _CDATA.sub(r"\1", body))).strip() for name, body in _FEED_FIELD.findall(item[1])}
    content = found.get("content:encoded") or found.get("description") or found.get("content") or found.get("summary") or ""
    return content, {key: found[name] for name, key in _FEED_KEYS.items() if found.get(name)}


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.replace('\\"', '"')


def _refuse_type(name: str) -> Kind:
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise ArticleError("{name} is of a type that is not read: give {types}.", name=name, types=TYPES)
    return kind


def _refuse_size(name: str, size: int) -> None:
    if size > LARGEST_BYTES:
        raise ArticleError(
            "{name} is too large ({n} MB, the limit is {most} MB): split it into single articles.",
            name=name,
            n=round(size / 1024 / 1024),
            most=LARGEST_BYTES // 1024 // 1024,
        )


def _read_page(name: str, text: str) -> RawDocument:
    found = html.article_of(text)
    if found is None:
        raise ArticleError(
            "{name} is a web page in which no article was found: copy the article's text into a .txt file.", name=name
        )
    content, metadata = found
    return RawDocument(name, content, "html", metadata)
