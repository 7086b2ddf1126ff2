"""Undo a text that was read in another encoding than it was written in, line by line, where that makes Chinese of it."""

from __future__ import annotations

import re

from presslens.pipeline.articles.encoding import common_share
from presslens.pipeline.articles.lost import LOST
from presslens.pipeline.articles.script import hanzi
from presslens.pipeline.articles.shifted import Mended
from presslens.pipeline.patterns import searched

# Written in the second, read in the first.
_MISREADINGS = (("gb18030", "utf-8"), ("latin-1", "gb18030"), ("cp1252", "gb18030"))
# What UTF-8 read as GBK, and GBK read as Latin-1, are full of.
_SUSPECT = searched("[鈥锛銆鍙鐨勭鏄涓妯瀷绗闂鍜鍦浜]|[\u00a1-\u00ff]{4}")
# Two marks for lost characters, written in UTF-8 and read as GBK; who writes of it sets it in quotation marks.
_LOST_TWICE = re.compile('(?<![“「‘"『《])(?:锟斤拷)+(?![”」’"』》])|\ufffd+')
_MOST_COMMON_BEFORE, _LEAST_COMMON_AFTER = 0.12, 0.2
_LEAST_HANZI = 5
_MOST_LOST = 0.3


def reread(text: str) -> Mended:
    """Read the lines again that were read in the wrong encoding, and mark what no reading brings back.

    >>> reread("价格没有公布，模型今天上线了。好".encode("utf-8").decode("gb18030")).text
    '价格没有公布，模型今天上线了。好'
    """
    repairs = 0
    if _SUSPECT.search(text):
        lines = text.split("\n")
        fixed = [_reread(line) if _SUSPECT.search(line) else line for line in lines]
        repairs = sum(before != after for before, after in zip(lines, fixed, strict=True))
        text = "\n".join(fixed)
    marked, lost = _LOST_TWICE.subn(LOST, text) if "锟" in text or "\ufffd" in text else (text, 0)
    return Mended(marked, repairs, lost)


def _bytes_of(character: str, encoding: str) -> bytes:
    """Give the bytes that were read as this character; a byte that stands in no encoding where none tells."""
    if character == "\ufffd":
        return b"\xff"
    return b"\x80" if character == "€" and encoding == "gb18030" else character.encode(encoding)


def _reread(line: str) -> str:
    if common_share(line) > _MOST_COMMON_BEFORE:
        return line
    for misread, written in _MISREADINGS:
        try:
            found = b"".join(_bytes_of(character, misread) for character in line).decode(written, errors="replace")
        except UnicodeEncodeError:
            continue
        if found.count("\ufffd") > _MOST_LOST * len(found):
            continue
        if len(hanzi(found)) >= _LEAST_HANZI and common_share(found) >= _LEAST_COMMON_AFTER:
            return found
    return line
