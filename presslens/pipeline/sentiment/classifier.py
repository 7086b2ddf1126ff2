"""Apply the small models: multinomial logistic regressions kept as plain arrays in `model.npz`, written by `training.train`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from presslens.pipeline.sentiment.ngrams import MOST_SENTENCES, Integers, number, numbers

MODEL_FILE = Path(__file__).parent / "model.npz"

Floats = NDArray[np.float64]
Probabilities = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Margins of the negative and of the positive class over the neutral one: an array of two columns for each part.

    `grams` are the numbers of the known n-grams, in order, `weights` their margins in two rows. The temperatures
    divide the margins before they become probabilities, so that these say how often they are right.
    """

    grams: Integers
    weights: Floats
    dense: Floats
    bias: Floats
    temperature: float
    target: Floats
    target_bias: Floats
    target_temperature: float

    def sentences(self, texts: Sequence[str], dense: Sequence[Sequence[float]]) -> list[Probabilities]:
        """Give the probabilities that each sentence is negative, neutral and positive."""
        return [
            found
            for at in range(0, len(texts), MOST_SENTENCES)
            for found in self._sentences(texts[at : at + MOST_SENTENCES], dense[at : at + MOST_SENTENCES])
        ]

    def _sentences(self, texts: Sequence[str], dense: Sequence[Sequence[float]]) -> list[Probabilities]:
        found = numbers(texts)
        at = np.minimum(self.grams.searchsorted(found.grams), len(self.grams) - 1)
        known = self.grams[at] == found.grams
        sentences, at = found.sentences[known], at[known]
        sums = np.array([np.bincount(sentences, weights[at], len(texts)) for weights in self.weights], float)
        sums /= np.sqrt(np.maximum(1, found.counts))
        return _probabilities(sums.T + np.array(dense) @ self.dense + self.bias, self.temperature)

    def names(self, measures: Sequence[Sequence[float]]) -> list[Probabilities]:
        """Give the probabilities that a sentence speaks ill, neither or well of a name, for each row of measures."""
        if not measures:
            return []
        return _probabilities(np.array(measures) @ self.target + self.target_bias, self.target_temperature)


@cache
def model() -> Model:
    """Load the shipped model once."""
    with np.load(MODEL_FILE) as stored:
        grams = np.array([number(gram) for gram in stored["vocabulary"].tobytes().decode("utf-8").split("\n")])
        order = np.argsort(grams)
        return Model(
            grams=grams[order],
            weights=np.ascontiguousarray(stored["grams"].astype(float)[order].T),
            dense=stored["dense"].astype(float),
            bias=stored["bias"].astype(float)[0],
            temperature=float(stored["temperature"]),
            target=stored["target"].astype(float),
            target_bias=stored["target_bias"].astype(float)[0],
            target_temperature=float(stored["target_temperature"]),
        )


def _probabilities(margins: Floats, temperature: float) -> list[Probabilities]:
    return [_over_neutral(negative, positive) for negative, positive in (margins / temperature).tolist()]


def _over_neutral(negative: float, positive: float) -> Probabilities:
    top = max(negative, positive, 0.0)
    weights = exp(negative - top), exp(-top), exp(positive - top)
    total = sum(weights)
    return weights[0] / total, weights[1] / total, weights[2] / total
