"""How labels of an outlook were read: counts of right and wrong, macro-F1 and its interval."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

CLASSES = (-1, 0, 1)
_SUREST = 0.6
_RESAMPLES = 1000
_SEED = 20240216

Numbers = NDArray[np.int64]


@dataclass(slots=True)
class Judged:
    """Labels and what was read, one place for each: `article` numbers the articles, `sure` is the probability."""

    article: list[int] = field(default_factory=list)
    wanted: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    script: list[str] = field(default_factory=list)

    def add(self, article: int, wanted: int, told: int, sure: float, script: str) -> None:
        """Add one label with what was read."""
        self.article.append(article)
        self.wanted.append(wanted)
        self.told.append(told)
        self.sure.append(sure)
        self.script.append(script)

    def as_json(self) -> dict[str, Any]:
        """Give counts, confusion matrix (rows are labels, columns what was read), macro-F1 and shares, as plain values."""
        wanted, told = np.array(self.wanted, dtype=int), np.array(self.told, dtype=int)
        low, high = _interval(np.array(self.article), wanted, told)
        surest = np.argsort(-np.array(self.sure), kind="stable")[: int(_SUREST * len(wanted))]
        scripts = np.array(self.script)
        return {
            "labels": len(wanted),
            "articles": len(set(self.article)),
            "confusion": _confusion(wanted, told).tolist(),
            "macro_f1": _rounded(macro_f1(wanted, told)),
            "macro_f1_low": _rounded(low),
            "macro_f1_high": _rounded(high),
            "macro_f1_surest": _rounded(macro_f1(wanted[surest], told[surest])),
            "macro_f1_of_script": {
                s: _rounded(macro_f1(wanted[scripts == s], told[scripts == s])) for s in sorted(set(scripts))
            },
            "wrong": _rounded(np.mean(wanted != told)) if len(wanted) else 0.0,
            "reversed": _rounded(np.mean(wanted * told == -1)) if len(wanted) else 0.0,
            "missed": _rounded(np.mean((wanted != 0) & (told == 0))) if len(wanted) else 0.0,
        }


def macro_f1(wanted: Numbers, told: Numbers) -> float:
    """Average the F1 of the three labels; one that neither occurs nor was read does not count.

    >>> macro_f1(np.array([1, 1, 0, 0]), np.array([1, 0, 0, 0]))
    0.7333333333333334
    """
    scores = []
    for label in CLASSES:
        right = int(np.sum((wanted == label) & (told == label)))
        both = int(np.sum(wanted == label) + np.sum(told == label))
        if both:
            scores.append(2 * right / both)
    return float(np.mean(scores)) if scores else 0.0


def _interval(article: Numbers, wanted: Numbers, told: Numbers) -> tuple[float, float]:
    """Bootstrap macro-F1 by article; an article's sentences come along together."""
    if not len(wanted):
        return 0.0, 0.0
    tallies = np.stack([_confusion(wanted[article == number], told[article == number]) for number in sorted(set(article))])
    draws = np.random.default_rng(_SEED).integers(0, len(tallies), size=(_RESAMPLES, len(tallies)))
    values = [_f1_of(tallies[drawn].sum(axis=0)) for drawn in draws]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _f1_of(confusion: Numbers) -> float:
    both = confusion.sum(axis=0) + confusion.sum(axis=1)
    return float(np.mean([2 * confusion[i, i] / both[i] for i in range(len(CLASSES)) if both[i]]))


def _confusion(wanted: Numbers, told: Numbers) -> Numbers:
    matrix = np.zeros((len(CLASSES), len(CLASSES)), dtype=int)
    np.add.at(matrix, (wanted + 1, told + 1), 1)
    return matrix


def _rounded(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)
