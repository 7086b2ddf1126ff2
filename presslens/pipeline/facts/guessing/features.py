"""What stands around a symbol, as numbers of a table: all of a text at once, for one by one they would cost too much."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from presslens.pipeline.facts.guessing.symbols import Integers, Symbols, words_at

Numbers = NDArray[np.uint64]

BITS = 16
# The kind of a name is told with fewer numbers: there is less to learn it from.
KIND_SHIFT = 2
_REACH = 3
_AROUND = (
    (-3,), (-2,), (-1,), (0,), (1,), (2,), (3,),
    (-2, -1), (-1, 0), (0, 1), (1, 2), (-3, -2), (2, 3), (-1, 1),
    (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-3, -2, -1), (1, 2, 3),
)  # fmt: skip
_WORDS_AROUND = ((-2,), (-1,), (0,), (1,), (2,), (-1, 0), (0, 1), (-1, 0, 1), (-2, -1, 0), (0, 1, 2))
_TIMES_AROUND, _FIRST_OF_TIMES = ((0,), (-1, 0, 1)), 40
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_STEP, _WHOLE, _SHIFT = 0xD6E8FEB86659FD93, 1 << 64, np.uint64(29)
_OFTEN = 3


def features(found: Symbols, of: Integers) -> Integers:
    """Give the numbers of what is seen from some of the symbols: one row a kind of view, one column a symbol."""
    near = np.zeros(len(found.codes) + 2 * _REACH, bool)
    for place in range(2 * _REACH + 1):
        near[of + place] = True
    seen = np.flatnonzero(near[_REACH : _REACH + len(found.codes)])
    words = np.zeros(len(found.codes), np.int64)
    words[seen] = words_at(found.text, found.starts[seen]) + 1
    pairs = found.codes[:-1] << 24 | found.codes[1:] if len(found.codes) > 1 else np.zeros(0, np.int64)
    often = _times(pairs)
    times = np.append(0, often) * 4 + np.append(often, 0)
    views = np.empty((len(_AROUND) + len(_WORDS_AROUND) + len(_TIMES_AROUND), len(of)), np.int64)
    kinds = ((found.codes, _AROUND, 0), (words, _WORDS_AROUND, len(_AROUND)), (times, _TIMES_AROUND, _FIRST_OF_TIMES))
    row = 0
    for codes, every, first in kinds:
        beside = _beside(codes, of)
        for number, around in enumerate(every, first):
            views[row] = _hashed([beside[place] for place in around], number)
            row += 1
    return views


def _times(pairs: Integers) -> Integers:
    """Tell of each pair of symbols how often the text prints it, up to three times."""
    if not len(pairs):
        return pairs
    _, at, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    return np.minimum(counts, _OFTEN)[at]


def _beside(codes: Integers, of: Integers) -> dict[int, Numbers]:
    """Give what stands at each distance from some of the symbols, nothing beyond the ends of the text."""
    padded = np.zeros(len(codes) + 2 * _REACH, np.uint64)
    padded[_REACH : _REACH + len(codes)] = codes
    return {place: padded[of + (_REACH + place)] for place in range(-_REACH, _REACH + 1)}


def _hashed(seen: Sequence[Numbers], number: int) -> Numbers:
    mixed: Numbers = seen[0] ^ np.uint64((number + 1) * _STEP % _WHOLE)
    for place, mix in enumerate(_MIX[: len(seen)]):
        if place:
            mixed ^= seen[place]
        mixed *= mix
        mixed ^= mixed >> _SHIFT
    mixed *= np.uint64(_STEP)
    mixed >>= np.uint64(64 - BITS)
    return mixed
