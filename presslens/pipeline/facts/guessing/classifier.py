"""The small models that guess names: logistic regressions kept as one array in `model.npz`, written by `training.train`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from presslens.pipeline.facts.guessing.features import KIND_SHIFT
from presslens.pipeline.facts.guessing.symbols import Integers

MODEL_FILE = Path(__file__).parent / "model.npz"

Floats = NDArray[np.float64]
# The kinds of name that the last model tells apart, in the order of its columns.
KINDS = ("company", "model", "person")
# A symbol stands outside, begins a name, goes on with it, ends it, or is one alone.
_BEGIN, _INSIDE, _END, _ALONE = 1, 2, 3, 4
_LONGEST = 9
_LEAST = 0.01
_LANES, _LANE, _ABOVE_ZERO = np.arange(0, 64, 16, dtype=np.uint64), np.uint64(0xFFFF), 128


@dataclass(frozen=True, slots=True)
class Part:
    """One regression: whole weights in a row for each number of a view, to be divided by `scale`, and the bias."""

    weights: NDArray[np.int8]
    bias: Floats
    scale: float
    packed: NDArray[np.uint64]

    def sums(self, views: Integers) -> Floats:
        """Give the margins of each column over the first class, one row for each column of views."""
        lanes = self.packed.take(views).sum(axis=0, dtype=np.uint64)
        whole = lanes[:, None] >> _LANES[: len(self.bias)] & _LANE
        return np.asarray((whole.astype(np.int64) - _ABOVE_ZERO * len(views)) * self.scale + self.bias, np.float64)


def part(weights: NDArray[np.int8], bias: Floats, scale: float) -> Part:
    """Make a regression of at most four columns, which lie side by side in one number so that one sum adds up all of them.

    Each is raised above zero, so that none borrows from the next; a lane of 16 bits holds the sum of 256 views.
    """
    raised = (weights.astype(np.int64) + _ABOVE_ZERO).astype(np.uint64)
    return Part(weights, bias, scale, (raised << _LANES[: weights.shape[1]]).sum(axis=1, dtype=np.uint64))


@dataclass(frozen=True, slots=True)
class Model:
    """What guesses names, what guesses nouns that figures are said of, and what tells the kind of a name."""

    names: Part
    nouns: Part
    kinds: Part

    def kinds_of(self, views: Integers, sizes: Sequence[int]) -> list[str]:
        """Tell the kind of each of several names by what is seen from the symbols at its ends, wherever it stands.

        A name has so many columns of the views; all at once cost no more than two names by themselves.
        """
        if not sizes:
            return []
        margins = self.kinds.sums(views >> KIND_SHIFT)
        of_each = np.add.reduceat(margins, np.cumsum([0, *sizes[:-1]]), axis=0)
        return [KINDS[best] for best in of_each.argmax(axis=1).tolist()]


def spans(by: Part, views: Integers, wanted: Integers, length: int) -> list[tuple[int, int, float]]:
    """Give each run of symbols that may be a name, with its likelihood; only of those wanted, out of so many in the text.

    Those of one symbol come first, each in the order of their places.
    """
    margins = np.zeros((len(wanted), _ALONE + 1))
    margins[:, 1:] = by.sums(views)
    margins -= margins.max(axis=1, keepdims=True)
    powers = np.exp(margins)
    likely = np.zeros((length + _LONGEST, margins.shape[1]))
    likely[wanted] = powers / powers.sum(axis=1, keepdims=True)
    alone = np.flatnonzero(likely[:, _ALONE] > _LEAST)
    single = zip(alone.tolist(), (alone + 1).tolist(), likely[alone, _ALONE].tolist(), strict=True)
    return [*single, *sorted(_longer(likely))]


def _longer(likely: Floats) -> Iterator[tuple[int, int, float]]:
    """Give the runs of more than one symbol: all that may begin grow by one symbol at a time, and end or are given up."""
    starts = np.flatnonzero(likely[:, _BEGIN] > _LEAST)
    so_far = likely[starts, _BEGIN]
    for further in range(1, _LONGEST):
        if not len(starts):
            return
        last = starts + further
        whole = so_far * likely[last, _END]
        ends = whole > _LEAST
        yield from zip(starts[ends].tolist(), (last[ends] + 1).tolist(), whole[ends].tolist(), strict=True)
        so_far = so_far * likely[last, _INSIDE]
        goes_on = so_far >= _LEAST
        starts, so_far = starts[goes_on], so_far[goes_on]


@cache
def model() -> Model:
    """Load the shipped model once."""
    with np.load(MODEL_FILE) as stored:
        return Model(*(_part(stored, name) for name in ("names", "nouns", "kinds")))


def _part(stored: dict[str, NDArray[np.float64]], name: str) -> Part:
    scale = stored[f"{name}_scale"]
    return part(stored[name].astype(np.int8), stored[f"{name}_bias"].astype(float), float(scale[0]))
