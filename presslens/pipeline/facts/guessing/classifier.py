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
_LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Part:
    """One regression: a row of weights for each number of a view, and the bias; whole numbers, to be divided by `scale`."""

    weights: NDArray[np.int8]
    bias: Floats
    scale: float

    def sums(self, views: Integers) -> Floats:
        """Give the margins of each column over the first class, one row for each column of views."""
        return np.asarray(self.weights[views].sum(axis=0, dtype=np.int32) * self.scale + self.bias, np.float64)


@dataclass(frozen=True, slots=True)
class Model:
    """What guesses names, what guesses nouns that figures are said of, and what tells the kind of a name."""

    names: Part
    nouns: Part
    kinds: Part

    def kind(self, views: Integers) -> str:
        """Tell the kind of a name by what is seen from the symbols at its ends, wherever it stands."""
        return KINDS[int(self.kinds.sums(views >> KIND_SHIFT).sum(axis=0).argmax())]


def spans(part: Part, views: Integers, allowed: NDArray[np.bool_]) -> Iterator[tuple[int, int, float]]:
    """Give each run of symbols that may be a name, with its likelihood; only of those allowed in one."""
    margins = np.pad(part.sums(views), ((0, 0), (1, 0)))
    margins -= margins.max(axis=1, keepdims=True)
    likely = np.exp(margins)
    likely /= likely.sum(axis=1, keepdims=True)
    likely *= allowed[:, None]
    for at in np.flatnonzero(likely[:, _ALONE] > _LEAST).tolist():
        yield at, at + 1, float(likely[at, _ALONE])
    begun = np.flatnonzero(likely[:, _BEGIN] > _LEAST).tolist()
    if begun:
        yield from _longer(begun, likely[:, _BEGIN : _END + 1].tolist())


def _longer(begun: Sequence[int], likely: Sequence[Sequence[float]]) -> Iterator[tuple[int, int, float]]:
    for start in begun:
        so_far = likely[start][0]
        for at in range(start + 1, min(start + _LONGEST, len(likely))):
            whole = so_far * likely[at][2]
            if whole > _LEAST:
                yield start, at + 1, whole
            so_far *= likely[at][1]
            if so_far < _LEAST:
                break


@cache
def model() -> Model:
    """Load the shipped model once."""
    with np.load(MODEL_FILE) as stored:
        return Model(*(_part(stored, name) for name in ("names", "nouns", "kinds")))


def _part(stored: dict[str, NDArray[np.float64]], name: str) -> Part:
    scale = stored[f"{name}_scale"]
    return Part(stored[name].astype(np.int8), stored[f"{name}_bias"].astype(float), float(scale[0]))
