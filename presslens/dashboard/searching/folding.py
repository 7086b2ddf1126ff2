"""How a search compares letters: without case, width, or the difference between Traditional and Simplified."""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc


class _Folds(dict[int, int]):
    """What each character is compared as, worked out when it is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = _folded(chr(code))
        return self[code]


def fold(printed: str) -> str:
    """Fold a text for comparison; as long as the text, so that a place found in one is valid in the other.

    >>> fold("算力短缺：輝達ＧＰＵ"), fold("短片") == fold("短片")
    ('算力短缺:辉达gpu', True)
    """
    return printed.translate(_folds())


def simplified(printed: str) -> str:
    """Give a text in Simplified characters, case and width as they are.

    >>> simplified("輝達GPU")
    '辉达GPU'
    """
    return printed.translate(_simplified())


def squeeze(printed: str) -> str:
    """Fold a figure as printed and take its spaces out, so that 10 秒 and 10秒 are one.

    >>> squeeze("10 秒"), squeeze("10秒")
    ('10秒', '10秒')
    """
    return "".join(fold(printed).split())


@cache
def _folds() -> _Folds:
    return _Folds(_simplified())


@cache
def _simplified() -> dict[int, int]:
    """Pair every Traditional character with its Simplified one; one by one, since a search knows no phrase around it."""
    listed = [chr(code) for block in ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00)) for code in range(*block)]
    # The Taiwanese table also pairs 著 with 着, which the general one leaves to the phrase around it.
    simplified = opencc.OpenCC("t2s").convert(opencc.OpenCC("tw2s").convert("\n".join(listed))).split("\n")
    return {ord(one): ord(other) for one, other in zip(listed, simplified, strict=True) if len(other) == 1 and one != other}


def _folded(character: str) -> int:
    plain = unicodedata.normalize("NFKC", character)
    plain = plain if len(plain) == 1 else character
    lower = plain.lower()
    folded = lower if len(lower) == 1 else plain
    return _simplified().get(ord(folded), ord(folded))
