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
    """Margins of the negative and of the positive class over the neutral one, each pair kept as one complex number.

    Adding up Python's complex numbers from a dictionary costs a third of gathering and summing rows of an array, and a
    sentence has a hundred n-grams. The temperatures divide the margins before they become probabilities, so that these
    say how often they are right.
    """

    grams: dict[str, complex]
    dense: tuple[complex, ...]
    bias: complex
    temperature: float
    target: tuple[complex, ...]
    target_bias: complex
    target_temperature: float

    def sentence(self, grams: Sequence[str], dense: Sequence[float]) -> Probabilities:
        """Give a sentence's probabilities of being negative, neutral and positive."""
        known = sum(filter(None, map(self.grams.get, grams)), 0j) / sqrt(max(1, len(grams)))
        return _probabilities(known + sum(map(mul, self.dense, dense)) + self.bias, self.temperature)

    def name(self, measures: Sequence[float]) -> Probabilities:
        """Give the probabilities that a sentence speaks ill, neither or well of one name."""
        return _probabilities(sum(map(mul, self.target, measures)) + self.target_bias, self.target_temperature)


@cache
def model() -> Model:
    """Load the shipped model once."""
    with np.load(MODEL_FILE) as stored:
        vocabulary = stored["vocabulary"].tobytes().decode("utf-8").split("\n")
        return Model(
            grams=dict(zip(vocabulary, _margins(stored["grams"]), strict=True)),
            dense=_margins(stored["dense"]),
            bias=_margins(stored["bias"])[0],
            temperature=float(stored["temperature"]),
            target=_margins(stored["target"]),
            target_bias=_margins(stored["target_bias"])[0],
            target_temperature=float(stored["target_temperature"]),
        )


def _margins(pairs: NDArray[np.float64]) -> tuple[complex, ...]:
    return tuple(complex(negative, positive) for negative, positive in pairs.astype(float).tolist())


def _probabilities(margins: complex, temperature: float) -> Probabilities:
    negative, positive = margins.real / temperature, margins.imag / temperature
    top = max(negative, positive, 0.0)
    weights = exp(negative - top), exp(-top), exp(positive - top)
    total = sum(weights)
    return weights[0] / total, weights[1] / total, weights[2] / total
