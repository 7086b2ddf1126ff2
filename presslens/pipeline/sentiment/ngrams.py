"""Number the character n-grams of many sentences at once: looking each up by itself would take a third of all scoring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SIZES = (1, 2, 3)
MOST_SENTENCES = 1 << 15

# A key holds three characters of 16 bits and the sentence, in this order: sorted keys are sorted by n-gram.
_CHARACTER_BITS, _SENTENCE_BITS = 16, 15
_THIRD = _SENTENCE_BITS
_SECOND = _THIRD + _CHARACTER_BITS
_FIRST = _SECOND + _CHARACTER_BITS
# With two of them behind a text, an n-gram that runs over its end is the shorter one that ends with it.
_END = "\0"

Integers = NDArray[np.int64]


class Numbered(NamedTuple):
    """Every different n-gram of every sentence: its number, the sentence it stands in, and how many each sentence has."""

    grams: Integers
    sentences: Integers
    counts: Integers


def numbers(texts: Sequence[str]) -> Numbered:
    """Number the different n-grams of up to MOST_SENTENCES texts, in the order of their numbers.

    A character beyond Unicode's first plane shares its number with one that no article prints.

    >>> numbers(["好好", "好"]).counts.tolist()
    [2, 1]
    """
    codes = _codes(_END * 2, texts)
    lengths = [len(text) + 2 for text in texts]
    one = codes << _FIRST | np.repeat(np.arange(len(texts)), lengths)
    two = one[:-1] | codes[1:] << _SECOND
    three = two[:-1] | codes[2:] << _THIRD
    keys = np.concatenate((one, two, three))
    keys.sort()
    keys = keys[keys.searchsorted(1 << _FIRST) :]
    keys = np.concatenate((keys[:1], keys[1:][keys[1:] != keys[:-1]]))
    sentences = keys & (MOST_SENTENCES - 1)
    return Numbered(keys >> _SENTENCE_BITS, sentences, np.bincount(sentences, minlength=len(texts)))


def number(gram: str) -> int:
    """Give the number of one n-gram.

    >>> [number("好")] == numbers(["好"]).grams.tolist()
    True
    """
    codes = _codes(_END * (max(SIZES) - len(gram)), [gram]).tolist()
    return int(sum(code << place - _SENTENCE_BITS for code, place in zip(codes, (_FIRST, _SECOND, _THIRD), strict=True)))


def _codes(end: str, texts: Sequence[str]) -> Integers:
    points = np.frombuffer(end.join([*texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    return points.astype(np.int64) & ((1 << _CHARACTER_BITS) - 1)
