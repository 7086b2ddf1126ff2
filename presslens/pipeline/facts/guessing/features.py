"""What stands around a symbol, as numbers of a table: all of a text at once, for one by one they would cost too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class _Together(NamedTuple):
    """Views of as many symbols, hashed at once: their rows, where their first, second … symbols stand, and their seeds."""

    rows: list[int]
    places: Integers
    seeds: Numbers


def _by_size(every: Sequence[tuple[int, ...]], first_row: int, first: int) -> Iterator[_Together]:
    for size in sorted({len(around) for around in every}):
        some = [number for number, around in enumerate(every) if len(around) == size]
        seeds = np.array([[(first + number + 1) * _STEP % _WHOLE] for number in some], np.uint64)
        yield _Together([first_row + n for n in some], np.array([every[n] for n in some]).T + _REACH, seeds)


_OF_CODES = tuple(_by_size(_AROUND, 0, 0))
_OF_WORDS = tuple(_by_size(_WORDS_AROUND, len(_AROUND), len(_AROUND)))
_OF_TIMES = tuple(_by_size(_TIMES_AROUND, len(_AROUND) + len(_WORDS_AROUND), _FIRST_OF_TIMES))


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
    for codes, every in ((found.codes, _OF_CODES), (words, _OF_WORDS), (times, _OF_TIMES)):
        beside = _beside(codes, of)
        for some in every:
            views[some.rows] = _hashed([beside[places] for places in some.places], some.seeds)
    return views


def _times(pairs: Integers) -> Integers:
    """Tell of each pair of symbols how often the text prints it, up to three times."""
    if not len(pairs):
        return pairs
    _, at, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    return np.minimum(counts, _OFTEN)[at]


def _beside(codes: Integers, of: Integers) -> Numbers:
    """Give what stands at each distance from some of the symbols, a row a distance, nothing beyond the ends of the text."""
    padded = np.zeros(len(codes) + 2 * _REACH, np.uint64)
    padded[_REACH : _REACH + len(codes)] = codes
    return padded[of + np.arange(2 * _REACH + 1)[:, None]]


def _hashed(seen: Sequence[Numbers], seeds: Numbers) -> Numbers:
    mixed: Numbers = seen[0] ^ seeds
    for place, mix in enumerate(_MIX[: len(seen)]):
        if place:
            mixed ^= seen[place]
        mixed *= mix
        mixed ^= mixed >> _SHIFT
    mixed *= np.uint64(_STEP)
    mixed >>= np.uint64(64 - BITS)
    return mixed
