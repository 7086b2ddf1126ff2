"""Take the files out of a zip archive, within bounds, in memory: nothing is ever written where an archive says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from presslens.pipeline.articles.errors import ArticleError
from presslens.pipeline.articles.read import LARGEST_BYTES

MOST_FILES = 500
LARGEST_UNPACKED_BYTES = 100 * 1024 * 1024
_DRIVE = re.compile(r"[A-Za-z]:")


def is_archive(name: str) -> bool:
    """Tell an archive by its name.

    >>> is_archive("articles.ZIP"), is_archive("a.docx")
    (True, False)
    """
    return name.lower().endswith(".zip")


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes | ArticleError]]:
    """Give the files of an archive by name, each with its bytes or with the reason why it is not read.

    Raises ArticleError where the archive as a whole is refused: it is damaged, holds nothing, or holds too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_clutter(_name_of(entry))]
            _refuse_excess(name, entries)
            left = LARGEST_UNPACKED_BYTES
            for entry in entries:
                inside = f"{name}/{_name_of(entry)}"
                content = _content(archive, entry, inside, min(LARGEST_BYTES, left))
                left -= len(content) if isinstance(content, bytes) else 0
                yield inside, content
    except (zipfile.BadZipFile, EOFError) as error:
        raise ArticleError("{name} is a damaged archive: pack it again.", name=name) from error


def _refuse_excess(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if not entries:
        raise ArticleError("{name} is an archive with no file in it: put articles into it.", name=name)
    if len(entries) > MOST_FILES:
        raise ArticleError("{name} holds {n} files, more than {most}: split it.", name=name, n=len(entries), most=MOST_FILES)
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED_BYTES:
        raise ArticleError("{name} unpacks to more than {n} MB: split it.", name=name, n=LARGEST_UNPACKED_BYTES // 1024 // 1024)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inside: str, most: int) -> bytes | ArticleError:
    if _escapes(_name_of(entry)):
        return ArticleError("{name} points outside its archive: it is not read.", name=inside)
    if is_archive(inside):
        return ArticleError("{name} is an archive inside an archive: unpack it first.", name=inside)
    if entry.flag_bits & 1:
        return ArticleError("{name} is locked with a password: pack it without one.", name=inside)
    try:
        with archive.open(entry) as file:
            # What the archive says of its size may be a lie.
            content = file.read(most + 1)
    except (NotImplementedError, RuntimeError, zipfile.BadZipFile, EOFError, OSError, ValueError):
        return ArticleError("{name} cannot be unpacked: pack it again as a plain zip archive.", name=inside)
    return content if len(content) <= most else ArticleError("{name} is too large: split it into single articles.", name=inside)


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Give the name of an entry; Chinese Windows writes names in its own encoding and marks them as nothing."""
    if entry.flag_bits & 0x800:
        return entry.filename
    raw = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _escapes(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or _DRIVE.match(name) is not None


def _is_clutter(name: str) -> bool:
    """Tell what systems put beside files: hidden ones, and the resource forks of a Mac."""
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(name).parts)
