"""Apply the small models: multinomial logistic regressions kept as plain arrays in `model.npz`, written by `training.train`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import mul
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent / "model.npz"

Probabilities = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights per class, in the order negative, neutral, positive: of n-grams, of measures, of a name's measures.

    The temperatures divide the scores before they become probabilities, so that these say how often they are right.
    """

    index: dict[str, int]
    grams: NDArray[np.float32]
    dense: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]
    temperature: float
    target: tuple[tuple[float, ...], ...]
    target_bias: tuple[float, ...]
    target_temperature: float

    def sentence(self, grams: Sequence[str], dense: Sequence[float]) -> Probabilities:
        """Give a sentence's probabilities of being negative, neutral and positive."""
        rows = [row for row in map(self.index.get, grams) if row is not None]
        known = self.grams.take(rows, axis=0).sum(axis=0).tolist() if rows else (0.0, 0.0, 0.0)
        scale = 1 / sqrt(max(1, len(rows)))
        scores = [
            part * scale + sum(map(mul, weights, dense)) + bias
            for part, weights, bias in zip(known, self.dense, self.bias, strict=True)
        ]
        return _probabilities(scores, self.temperature)

    def name(self, measures: Sequence[float]) -> Probabilities:
        """Give the probabilities that a sentence speaks ill, neither or well of one name."""
        scores = [sum(map(mul, weights, measures)) + bias for weights, bias in zip(self.target, self.target_bias, strict=True)]
        return _probabilities(scores, self.target_temperature)


@cache
def model() -> Model:
    """Load the shipped model once."""
    with np.load(MODEL_FILE) as stored:
        vocabulary = stored["vocabulary"].tobytes().decode("utf-8").split("\n")
        return Model(
            index={gram: row for row, gram in enumerate(vocabulary)},
            grams=stored["grams"].astype(np.float32),
            dense=_rows(stored["dense"]),
            bias=tuple(stored["bias"].tolist()),
            temperature=float(stored["temperature"]),
            target=_rows(stored["target"]),
            target_bias=tuple(stored["target_bias"].tolist()),
            target_temperature=float(stored["target_temperature"]),
        )


def _rows(array: NDArray[np.float64]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in array.tolist())


def _probabilities(scores: Sequence[float], temperature: float) -> Probabilities:
    top = max(scores)
    weights = [exp((score - top) / temperature) for score in scores]
    total = sum(weights)
    return weights[0] / total, weights[1] / total, weights[2] / total
