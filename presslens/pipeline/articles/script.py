"""Which script a text is printed in, and the copy of it that rules match on."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import numpy as np
import opencc
from numpy.typing import NDArray

from presslens.model import Script

# Full-width sentence punctuation stays: a rule must still tell ， between clauses from , inside 1,181.
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．＄＋－／～＆＃＠＝＊]")
_FULL_WIDTH_OFFSET = ord("Ａ") - ord("A")
# Papers that set figures in characters print a ring for zero and a full-width point: 三八○○億, 一．三倍.
_RING = re.compile(r"(?<=[一二三四五六七八九〇○])○|○(?=[一二三四五六七八九]年)")
_POINT = re.compile(r"(?<=[零一二三四五六七八九十])．(?=[零一二三四五六七八九])")
# A foreign name's parts are joined by other dots as well: 萨姆•奥尔特曼, 薩姆‧奧特曼.
_DOTS, _DOT_IN_NAME = frozenset("•‧・"), re.compile(r"(?<=[一-鿿])[•‧・](?=[一-鿿])")

_SAMPLE = 4_000
_LONGEST_KEPT = 160
_HANZI = range(0x3400, 0xA000)
# What no conversion of single characters shows: these change only beside others (瞭解), and those are rare.
_CHANGE_IN_PHRASES = "沈藉瞭覆哩坏甦衹秘"
_BEYOND_HANZI = "\uf900-\ufaff\U00020000-\U0010ffff"
_TO_SIMPLIFIED = "tw2s"
_HANZI_PATTERN = re.compile(r"[\u3400-\u9fff]")


def matching_copy(text: str) -> str:
    """Give the Simplified, half-width copy of a text that rules match on; always as long as the text.

    >>> matching_copy("意味著市場將達１１８１億美元")
    '意味着市场将达1181亿美元'
    """
    # Who looks for furniture, for names and for dates asks for the copies of the same lines.
    return _copy_of_line(text) if len(text) <= _LONGEST_KEPT else _copy(text)


def _copy(text: str) -> str:
    simplified = _simplify(text)
    if "○" in simplified:
        simplified = _RING.sub("〇", simplified)
    if "．" in simplified:
        simplified = _POINT.sub("点", simplified)
    if not _DOTS.isdisjoint(simplified):
        simplified = _DOT_IN_NAME.sub("·", simplified)
    return _FULL_WIDTH.sub(lambda match: chr(ord(match[0]) - _FULL_WIDTH_OFFSET), simplified)


_copy_of_line = lru_cache(maxsize=4096)(_copy)


def script_of(text: str) -> Script:
    """Tell Traditional from Simplified by the characters only one of the two uses.

    >>> script_of("這個模型會發布"), script_of("这个模型会发布")
    ('hant', 'hans')
    """
    codes = np.frombuffer(text[:_SAMPLE].encode("utf-32-le", "surrogatepass"), np.uint32)
    telling = _telling_codes()[np.minimum(codes, _HANZI.stop)]
    return "hant" if telling.sum() > 0 else "hans"


def hanzi(text: str) -> list[str]:
    """List the Chinese characters of a text.

    >>> hanzi("AI 算力")
    ['算', '力']
    """
    return _HANZI_PATTERN.findall(text)


def only_simplified() -> frozenset[str]:
    """Give the characters that no Traditional text has."""
    return _telling_characters()[1]


@lru_cache(maxsize=65_536)
def usual_form(previous: str, character: str, following: str = "") -> str:
    """Give the form in which a Traditional text prints a character behind another one and before a third.

    >>> usual_form("合", "並"), usual_form("", "綫"), usual_form("", "並", "購")
    ('併', '線', '併')
    """
    converted = _converter("s2t").convert(matching_copy(previous + character + following))
    return converted[len(previous) : len(converted) - len(following)]


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def _simplify(text: str) -> str:
    changes = _may_change().search
    if not changes(text):
        return text
    lines = text.split("\n")
    changing = [at for at, line in enumerate(lines) if changes(line)]
    # No phrase goes over a line's end, and to convert them one by one takes twice as long.
    converted = _converter(_TO_SIMPLIFIED).convert("\n".join(lines[at] for at in changing)).split("\n")
    for at, line in zip(changing, converted, strict=True):
        # A phrase that changes its length would shift every offset after it: such a line is converted without phrases.
        lines[at] = line if len(line) == len(lines[at]) else _without_phrases(lines[at])
    return "\n".join(lines)


def _without_phrases(line: str) -> str:
    convert = _converter(_TO_SIMPLIFIED).convert
    return "".join(_one_for_one(convert(character), character) for character in line)


@cache
def _may_change() -> re.Pattern[str]:
    """Give what finds the characters without which OpenCC leaves a line as it is; most lines of a Simplified text have none."""
    hanzi = [chr(code) for code in _HANZI]
    converted = _converter(_TO_SIMPLIFIED).convert("\n".join(hanzi)).split("\n")
    alone = "".join(before for before, after in zip(hanzi, converted, strict=True) if before != after)
    return re.compile(f"[{alone}{_CHANGE_IN_PHRASES}{_BEYOND_HANZI}]")


def _one_for_one(converted: str, character: str) -> str:
    return converted if len(converted) == 1 else character


@cache
def _telling_codes() -> NDArray[np.int8]:
    """Give 1 at the code of every character that is only Traditional, -1 at that of one only Simplified, 0 at all others."""
    codes = np.zeros(_HANZI.stop + 1, np.int8)
    for characters, sign in zip(_telling_characters(), (1, -1), strict=True):
        codes[[ord(character) for character in characters]] = sign
    return codes


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    hanzi = [chr(code) for code in _HANZI]
    listed = "\n".join(hanzi)
    as_simplified = _converter("t2s").convert(listed).split("\n")
    as_traditional = _converter("s2t").convert(listed).split("\n")
    rows = list(zip(hanzi, as_simplified, as_traditional, strict=True))
    traditional = frozenset(c for c, s, t in rows if s != c and t == c)
    simplified = frozenset(c for c, s, t in rows if t != c and s == c)
    return traditional, simplified
