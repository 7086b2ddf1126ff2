"""Weights of clues, kept as plain arrays: a clue that training never met weighs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

METRICS, SUBJECTS = Path(__file__).parent / "metrics.npz", Path(__file__).parent / "subjects.npz"
# No text has this character, and clues are cut out of texts.
_BREAK = "\0"

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Classes:
    """A multinomial logistic regression over clues: one row of weights per clue, one column per class."""

    names: tuple[str, ...]
    rows: dict[str, int]
    weights: Floats
    bias: Floats

    def likeliest(self, clues: Iterable[str]) -> tuple[str, float]:
        """Give the class that the clues alone speak for most, and how likely it is."""
        # In one order always: a sum of floats depends on it, and the order of a set changes from run to run.
        known = sorted(row for row in map(self.rows.get, clues) if row is not None)
        margins = (np.add.reduce(self.weights.take(np.array(known, np.intp), axis=0), axis=0) + self.bias).tolist()
        top = max(margins)
        return self.names[margins.index(top)], 1 / sum([exp(margin - top) for margin in margins])


def saved(names: Iterable[str]) -> NDArray[np.uint8]:
    """Pack words for an array file."""
    return np.frombuffer(_BREAK.join(names).encode("utf-8"), dtype=np.uint8)


def loaded(packed: NDArray[np.uint8]) -> list[str]:
    """Unpack what `saved` has packed.

    >>> loaded(saved(["甲", "b"]))
    ['甲', 'b']
    """
    return packed.tobytes().decode("utf-8").split(_BREAK)


def learned_from() -> str:
    """Tell from which labels the weights were learned."""
    with np.load(METRICS) as stored:
        return loaded(stored["learned_from"])[0]


@cache
def metrics() -> dict[str, Classes]:
    """Load the weights for metrics, by group of kinds of figure."""
    with np.load(METRICS) as stored:
        return {
            group: Classes(
                names=tuple(loaded(stored[f"{group}_classes"])),
                rows={clue: row for row, clue in enumerate(loaded(stored[f"{group}_clues"]))},
                weights=stored[f"{group}_weights"].astype(np.float32),
                bias=stored[f"{group}_bias"].astype(np.float32),
            )
            for group in loaded(stored["groups"])
        }


@cache
def subjects() -> dict[str, float]:
    """Load the weights of the clues to a subject."""
    with np.load(SUBJECTS) as stored:
        return dict(zip(loaded(stored["clues"]), stored["weights"].astype(float).tolist(), strict=True))
