"""Load articles: read, clean and describe one file, pasted text, or a whole folder, losing nothing silently."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from presslens.message import Message
from presslens.model import Article
from presslens.pipeline.articles.archives import is_archive, unpacked
from presslens.pipeline.articles.describe import describe
from presslens.pipeline.articles.errors import ArticleError
from presslens.pipeline.articles.read import TYPES, RawDocument, bytes_of, read_bytes, read_file
from presslens.pipeline.articles.repair import clean
from presslens.record import replace

Found = TypeVar("Found")
# A file, and the name that its article goes by.
Named = tuple[Path, str]

_ENOUGH_HANZI = re.compile(r"(?:[\u3400-\u9fff][^\u3400-\u9fff]*+){10}")


class Problem(NamedTuple):
    """A file that gave no article, and why, in one sentence."""

    file: str
    sentence: Message


def load(path: Path) -> Article:
    """Load the article in one file; raises ArticleError."""
    return _article(read_file(path))


def load_bytes(name: str, data: bytes) -> Article:
    """Load the article in the bytes of a file or an upload; the name tells its type; raises ArticleError.

    >>> load_bytes("a.txt", "文｜數位週刊 林小明\\n新模型今天在台北發佈，免費試用三個月。".encode()).author
    '林小明'
    """
    return _article(read_bytes(name, data))


def load_all(name: str, data: bytes) -> list[Article | Problem]:
    """Load the article in the bytes of a file, or every one in those of an archive; what gives none is told with its reason."""
    if not is_archive(name):
        return [_tried(name, data)]
    try:
        return [
            Problem(inside, content.message) if isinstance(content, ArticleError) else _tried(inside, content)
            for inside, content in unpacked(name, data)
        ]
    except ArticleError as error:
        return [Problem(name, error.message)]


def _tried(name: str, data: bytes) -> Article | Problem:
    try:
        return load_bytes(name, data)
    except ArticleError as error:
        return Problem(name, error.message)


def load_text(text: str, *, name: str = "pasted.txt") -> Article:
    """Load an article from pasted text; raises ArticleError."""
    return load_bytes(name, text.encode("utf-8", errors="ignore"))


def load_folder(folder: Path) -> tuple[list[Article], list[Problem]]:
    """Load every article below a folder, in the order of their names; what gives none is listed with its reason.

    Raises ArticleError when there is no such folder or no file in it.
    """
    return each_once(chain.from_iterable(map(load_file, named_in(folder))), lambda article: article)


def each_once(found: Iterable[Found | Problem], article_of: Callable[[Found], Article]) -> tuple[list[Found], list[Problem]]:
    """Keep the first of what was made of the same article, and list what gave none or was there before."""
    kept: dict[str, Found] = {}
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
            continue
        article = article_of(one)
        if article.article_id in kept:
            name, first = article.file, article_of(kept[article.article_id]).file
            problems.append(
                Problem(name, Message("{name} is the same article as {first}: it is counted once.", name=name, first=first))
            )
        else:
            kept[article.article_id] = one
    return list(kept.values()), problems


def named_in(folder: Path) -> list[Named]:
    """List the files below a folder with the names that their articles go by; raises ArticleError where there are none."""
    return [(path, path.relative_to(folder).as_posix()) for path in files_in(folder)]


def files_in(folder: Path) -> list[Path]:
    """List the files below a folder by name, hidden ones passed over; raises ArticleError where there are none."""
    if not folder.is_dir():
        raise ArticleError("There is no folder {folder}: give the folder that holds the articles.", folder=folder.name)
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path.relative_to(folder)))
    if not paths:
        raise ArticleError("The folder {folder} is empty: put articles ({types}) into it.", folder=folder.name, types=TYPES)
    return paths


def load_file(named: Named) -> list[Article | Problem]:
    """Load the article in a file, or every one in an archive; what gives none is told with its reason."""
    path, name = named
    try:
        if is_archive(name):
            return load_all(name, bytes_of(path))
        return [_article(replace(read_file(path), file=name))]
    except ArticleError as error:
        return [Problem(name, error.message)]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _article(raw: RawDocument) -> Article:
    cleaned = clean(raw)
    if not cleaned.text:
        raise ArticleError(
            "{name} holds only what a site puts around its articles: give the article's own text.", name=raw.file
        )
    if not _ENOUGH_HANZI.search(cleaned.text):
        raise ArticleError("{name} holds no Chinese text: only articles in Chinese are read.", name=raw.file)
    return describe(raw, cleaned)
