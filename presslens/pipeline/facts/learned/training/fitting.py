"""Fit the weights of clues: regressions for metrics, shares among candidates for subjects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from presslens.pipeline.facts.learned.training.recording import Metric, Subject
from presslens.pipeline.facts.learned.weights import Classes

METRIC_STRENGTH, SUBJECT_STRENGTH = 1.0, 0.25
# Clues met seldomer teach nothing, and lighter ones change no answer.
LEAST_MET, LEAST_WEIGHT = 3, 0.03

Floats = NDArray[np.float64]


def fit_metrics(examples: Sequence[Metric]) -> dict[str, Classes]:
    """Fit one regression for each group of kinds of figure."""
    return {
        group: _classes([one for one in examples if one.group == group]) for group in sorted({one.group for one in examples})
    }


def _classes(examples: Sequence[Metric]) -> Classes:
    rows = _known(clue for one in examples for clue in one.clues)
    model = LogisticRegression(C=METRIC_STRENGTH, max_iter=400)
    model.fit(_matrix([one.clues for one in examples], rows), [one.right for one in examples], [one.weight for one in examples])
    weights, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        weights, bias = np.vstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    kept = [row for row in range(len(rows)) if np.abs(weights[:, row]).max() >= LEAST_WEIGHT]
    clues = list(rows)
    return Classes(
        tuple(model.classes_.tolist()),
        {clues[row]: place for place, row in enumerate(kept)},
        weights.T[kept].astype(np.float16).astype(np.float32),
        bias.astype(np.float32),
    )


def fit_subjects(examples: Sequence[Subject]) -> dict[str, float]:
    """Fit weights under which the right candidates have the largest share of all weight."""
    told = [one for one in examples if any(one.right) and not all(one.right)]
    rows = _known(clue for one in told for clues in one.clues for clue in clues)
    matrix = _matrix([clues for one in told for clues in one.clues], rows)
    across = matrix.T.tocsr()
    sizes = np.array([len(one.clues) for one in told])
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([one.right for one in told]).astype(float)
    counts = np.array([one.weight for one in told])

    def loss(weights: Floats) -> tuple[float, Floats]:
        shares = _shares(matrix @ weights, begins, sizes)
        of_right = np.maximum(np.add.reduceat(shares * right, begins), 1e-12)
        wanted = shares * right / np.repeat(of_right, sizes)
        value = -(counts * np.log(of_right)).sum() + weights @ weights / (2 * SUBJECT_STRENGTH)
        return float(value), across @ ((shares - wanted) * np.repeat(counts, sizes)) + weights / SUBJECT_STRENGTH

    fitted = minimize(loss, np.zeros(len(rows)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weighed = zip(rows, fitted.astype(np.float16).tolist(), strict=True)
    return {clue: weight for clue, weight in weighed if abs(weight) >= LEAST_WEIGHT}


def _shares(margins: Floats, begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> Floats:
    powers = np.exp(margins - np.repeat(np.maximum.reduceat(margins, begins), sizes))
    return np.asarray(powers / np.repeat(np.add.reduceat(powers, begins), sizes))


def _known(clues: Iterable[str]) -> dict[str, int]:
    counts = Counter(clues)
    return {clue: row for row, clue in enumerate(sorted(clue for clue, count in counts.items() if count >= LEAST_MET))}


def _matrix(examples: Sequence[Iterable[str]], rows: dict[str, int]) -> Any:
    places = [[rows[clue] for clue in clues if clue in rows] for clues in examples]
    lengths = np.cumsum([0, *(len(found) for found in places)])
    columns = [column for found in places for column in found]
    return csr_matrix((np.ones(len(columns)), columns, lengths), shape=(len(examples), len(rows)))
