"""Decide in which encoding a Chinese text comes, by what it says when it is read so."""

from __future__ import annotations

import codecs
from collections import Counter
from functools import cache

import charset_normalizer
import opencc

# The commonest characters of newspaper Chinese: about half of any text consists of them, and hardly any misread text does.
_COMMON = (
    "的一是了不在有人这中大来上个国我以要他时用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天日那事平形相全表"
    "间样与关各重新线内数正心明看原利比或但第向道此变条只没结解问意建月公无系很情者最代想已通并提题程展入常文总次品式设及管特件长"
)
_MARKS = "，。、：；！？（）“”「」《》"
_ORDER = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE_BYTES = 65_536
_ENOUGH_COMMON = 0.2
_MOST_DAMAGED = 0.002


def decode(data: bytes) -> str | None:
    """Read bytes in the encoding that makes them Chinese; None when they are no text.

    >>> decode("模型發佈".encode("big5")), decode("模型发布".encode("gb18030"))
    ('模型發佈', '模型发布')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _plain(data.decode(name, errors="replace"))
    if b"\0" not in data and (text := _strictly(data, "utf-8")) is not None:
        return _plain(text)
    if wide := _half_zero(data):
        return _plain(data.decode(wide, errors="replace"))
    best = max(_ORDER, key=lambda name: _score(data, name))
    if _score(data, best) < _ENOUGH_COMMON:
        best = _second_opinion(data) or ""
    if not best:
        return _nearly_utf_8(data)
    # A text cut off inside a character, or with a stray byte, is still that text.
    text = data.decode(best, errors="replace")
    return _plain(text) if text.count("\ufffd") <= 1 + _MOST_DAMAGED * len(text) else _nearly_utf_8(data)


def _half_zero(data: bytes) -> str | None:
    """Name the UTF-16 whose ASCII characters show as zeros on one side."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 8 or min(even, odd) > max(even, odd) / 8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, name: str) -> float:
    """Give the share of common characters among all that are not ASCII."""
    if name.startswith("utf-16") and len(data) % 2:
        return 0.0
    decoder = codecs.getincrementaldecoder(name)(errors="replace")
    counts = Counter(decoder.decode(data[:_SAMPLE_BYTES]))
    other = sum(count for character, count in counts.items() if not character.isascii())
    strange = sum(count for character, count in counts.items() if _is_strange(character))
    common = sum(counts[character] for character in _common_characters())
    return (common - 2 * strange) / max(other, 1)


def common_share(text: str) -> float:
    """Give the share of the commonest characters of newspaper Chinese among all of a text that are not ASCII.

    >>> common_share("我们的模型") > common_share("鎴戜滑鐨勬ā鍨")
    True
    """
    other = [character for character in text if not character.isascii()]
    return sum(character in _common_characters() for character in other) / max(len(other), 1)


def _is_strange(character: str) -> bool:
    return (character < " " and character not in "\t\n\r\f") or "\ue000" <= character <= "\uf8ff"


@cache
def _common_characters() -> frozenset[str]:
    return frozenset(_COMMON + opencc.OpenCC("s2t").convert(_COMMON) + _MARKS)


def _second_opinion(data: bytes) -> str | None:
    found = charset_normalizer.from_bytes(data[:_SAMPLE_BYTES], cp_isolation=[*_ORDER, "utf_8"]).best()
    return found.encoding if found and _score(data, found.encoding) > _ENOUGH_COMMON / 2 else None


def _nearly_utf_8(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    text = data.decode("utf-8", errors="replace")
    return _plain(text) if text.count("\ufffd") <= 1 + _MOST_DAMAGED * len(text) else None


def _plain(text: str) -> str | None:
    """Drop byte-order marks and unify line ends; None for a text full of control characters."""
    strange = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f")
    if strange > 0.01 * len(text):
        return None
    return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
