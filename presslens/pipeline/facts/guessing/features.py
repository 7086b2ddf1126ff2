"""What stands around a symbol, as numbers of a table: all of a text at once, for one by one they would cost too much."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from presslens.pipeline.facts.guessing.symbols import Integers, Symbols

BITS = 16
# The kind of a name is told with fewer numbers: there is less to learn it from.
KIND_SHIFT = 2
_REACH = 4
_AROUND = (
    (-3,), (-2,), (-1,), (0,), (1,), (2,), (3,),
    (-2, -1), (-1, 0), (0, 1), (1, 2), (-3, -2), (2, 3), (-1, 1),
    (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-3, -2, -1), (1, 2, 3),
)  # fmt: skip
_WORDS_AROUND = ((-2,), (-1,), (0,), (1,), (2,), (-1, 0), (0, 1), (-1, 0, 1), (-2, -1, 0), (0, 1, 2))
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_STEP = np.uint64(0xD6E8FEB86659FD93)
_OFTEN = 3


def features(found: Symbols) -> NDArray[np.int64]:
    """Give the numbers of what is seen from each symbol: one row a kind of view, one column a symbol."""
    codes, words = _padded(found.codes), _padded(found.words + 1)
    views = [_hashed(codes, around, number) for number, around in enumerate(_AROUND)]
    views += [_hashed(words, around, number + len(_AROUND)) for number, around in enumerate(_WORDS_AROUND)]
    pairs = found.codes[:-1] << 24 | found.codes[1:] if len(found.codes) > 1 else np.zeros(0, np.int64)
    often = _times(pairs)
    before, after = np.append(0, often), np.append(often, 0)
    views.append(_hashed(_padded(before * 4 + after), (0,), 40))
    views.append(_hashed(_padded(before * 4 + after), (-1, 0, 1), 41))
    return np.stack(views)


def _times(pairs: Integers) -> Integers:
    """Tell of each pair of symbols how often the text prints it, up to three times."""
    if not len(pairs):
        return pairs
    _, at, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    return np.minimum(counts, _OFTEN)[at]


def _padded(codes: Integers) -> NDArray[np.uint64]:
    return np.pad(codes, _REACH).astype(np.uint64)


def _hashed(codes: NDArray[np.uint64], around: tuple[int, ...], number: int) -> NDArray[np.int64]:
    length = len(codes) - 2 * _REACH
    mixed = np.full(length, number + 1, np.uint64) * _STEP
    for place, mix in zip(around, _MIX, strict=False):
        mixed = (mixed ^ codes[_REACH + place : _REACH + place + length]) * mix
        mixed ^= mixed >> np.uint64(29)
    return (mixed * _STEP >> np.uint64(64 - BITS)).astype(np.int64)
