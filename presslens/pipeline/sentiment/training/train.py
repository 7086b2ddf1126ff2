"""Train the sentence model and the name model on our own sentences, judge them on groups left out, and write `model.npz`.

    python -m presslens.pipeline.sentiment.training.train [--write]

Needs scikit-learn (requirements-dev.txt); nothing at run time does. The same sentences give the same bytes.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score, log_loss
from sklearn.model_selection import GroupKFold

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment.classifier import MODEL_FILE, Probabilities
from presslens.pipeline.sentiment.features import dense, grams
from presslens.pipeline.sentiment.reading import Reading, read
from presslens.pipeline.sentiment.scoring import label_of, name_label
from presslens.pipeline.sentiment.targets import measures

SENTENCES = Path(__file__).parent / "sentences.tsv"
CLASSES = (-1, 0, 1)
FOLDS = 8
STRENGTH = 1.0
TARGET_STRENGTH = 1.0
GRAM_SCALE = 4.0
KEPT = 16_000
_TARGET = re.compile(r"(\S.*?)([+\-0])(?:\s|$)")
_SIGN = {"+": 1, "-": -1, "0": 0}

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled sentence with its group and the labels toward the names in it."""

    group: str
    label: int
    text: str
    targets: dict[str, int]


def examples() -> list[Example]:
    """Read the labelled sentences, as matching copies."""
    rows = (line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines()[1:])
    return [
        Example(group, int(label), matching_copy(text), {name: _SIGN[sign] for name, sign in _TARGET.findall(targets)})
        for group, label, text, targets in rows
    ]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted sentence model with the n-grams it knows."""

    model: Any
    index: dict[str, int]

    def probabilities(self, cut: Sequence[list[str]], measured: Floats) -> Floats:
        """Give each sentence's probabilities, one row each."""
        scores = _matrix(cut, self.index, measured) @ self.model.coef_.T + self.model.intercept_
        return _softmax(scores)


def fit(cut: Sequence[list[str]], measured: Floats, labels: NDArray[np.int64]) -> Fitted:
    """Fit the sentence model on n-grams and measures, and keep the n-grams that weigh most.

    A table of all of them would not fit the processor's cache, and looking them up would take most of the time.
    """
    index = {gram: row for row, gram in enumerate(sorted({gram for found in cut for gram in found}))}
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(_matrix(cut, index, measured), labels)
    heavy = np.abs(_over_neutral(model.coef_[:, : len(index)])).max(axis=1)
    kept = np.sort(np.argsort(-heavy, kind="stable")[:KEPT])
    grams = list(index)
    model.coef_ = np.hstack([model.coef_[:, kept], model.coef_[:, len(index) :]])
    return Fitted(model, {grams[row]: place for place, row in enumerate(kept)})


def out_of_fold(cut: Sequence[list[str]], measured: Floats, labels: NDArray[np.int64], groups: Sequence[str]) -> Floats:
    """Give each sentence the probabilities of a model that has not seen its group."""
    found = np.zeros((len(labels), len(CLASSES)))
    for seen, unseen in GroupKFold(FOLDS).split(measured, labels, groups):
        fitted = fit([cut[i] for i in seen], measured[seen], labels[seen])
        found[unseen] = fitted.probabilities([cut[i] for i in unseen], measured[unseen])
    return found


def temperature(probabilities: Floats, labels: NDArray[np.int64]) -> float:
    """Find the temperature at which the probabilities fit the labels best."""

    def loss(value: float) -> float:
        return float(log_loss(labels, _at_temperature(probabilities, value), labels=CLASSES))

    return float(minimize_scalar(loss, bounds=(0.5, 4), method="bounded").x)


def calibrated(probabilities: Floats, labels: NDArray[np.int64]) -> Floats:
    """Warm or cool probabilities to the temperature at which they fit the labels best."""
    return _at_temperature(probabilities, temperature(probabilities, labels))


def main() -> None:
    """Judge, and with --write also train on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write model.npz")
    write = parser.parse_args().write
    rows = examples()
    readings = [read(row.text) for row in rows]
    cut, measured = [grams(reading) for reading in readings], np.array([dense(reading) for reading in readings])
    labels, groups = np.array([row.label for row in rows]), [row.group for row in rows]
    unseen = out_of_fold(cut, measured, labels, groups)
    warmth = temperature(unseen, labels)
    unseen = _at_temperature(unseen, warmth)
    report("sentences", unseen, labels, label_of)
    asked = list(_asked(rows, readings, unseen))
    toward, wanted = np.array([row[0] for row in asked]), np.array([row[1] for row in asked])
    target_unseen = _target_out_of_fold(toward, wanted, [row[2] for row in asked])
    target_warmth = temperature(target_unseen, wanted)
    report("names", target_unseen, wanted, name_label)
    if write:
        fitted = fit(cut, measured, labels)
        target = _target_model().fit(toward, wanted)
        _write(fitted, warmth, target, target_warmth)


def report(name: str, probabilities: Floats, labels: NDArray[np.int64], told_as: Callable[[Probabilities], int]) -> None:
    """Print macro-F1, reversed signs and the confusion matrix."""
    told = np.array([told_as(tuple(row)) for row in probabilities])
    surest = np.argsort(-probabilities.max(axis=1), kind="stable")[: int(0.6 * len(labels))]
    print(
        f"{name}: {len(labels)}, macro-F1 {f1_score(labels, told, average='macro'):.3f}, "
        f"reversed {np.mean(labels * told == -1):.1%}, "
        f"on the surest 60 % {f1_score(labels[surest], told[surest], average='macro'):.3f}"
    )
    print(confusion_matrix(labels, told, labels=CLASSES))


def _asked(rows: Sequence[Example], readings: Sequence[Reading], unseen: Floats) -> Iterator[tuple[list[float], int, str]]:
    for row, reading, found in zip(rows, readings, unseen, strict=True):
        names = list(row.targets)
        for name, measure in zip(names, measures(reading, row.text, names, tuple(found)), strict=True):
            yield measure, row.targets[name], row.group


def _target_out_of_fold(toward: Floats, wanted: NDArray[np.int64], groups: Sequence[str]) -> Floats:
    found = np.zeros((len(wanted), len(CLASSES)))
    for seen, unseen in GroupKFold(FOLDS).split(toward, wanted, groups):
        found[unseen] = _target_model().fit(toward[seen], wanted[seen]).predict_proba(toward[unseen])
    return found


def _target_model() -> Any:
    return LogisticRegression(C=TARGET_STRENGTH, max_iter=3000)


def _matrix(cut: Sequence[list[str]], index: dict[str, int], measured: Floats) -> Any:
    rows, columns, values = [], [], []
    for row, found in enumerate(cut):
        known = [index[gram] for gram in found if gram in index]
        rows += [row] * len(known)
        columns += known
        values += [GRAM_SCALE / np.sqrt(max(1, len(found)))] * len(known)
    sparse = csr_matrix((values, (rows, columns)), shape=(len(cut), len(index)))
    return hstack([sparse, csr_matrix(measured)]).tocsr()


def _at_temperature(probabilities: Floats, value: float) -> Floats:
    return _softmax(np.log(np.clip(probabilities, 1e-9, 1)) / value)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _over_neutral(weights: Floats) -> Floats:
    """Take the margins of negative and positive over neutral, one row per feature."""
    return np.asarray((weights[[0, 2]] - weights[1]).T)


def _write(fitted: Fitted, warmth: float, target: Any, target_warmth: float) -> None:
    known = len(fitted.index)
    weights = _over_neutral(fitted.model.coef_)
    np.savez_compressed(
        MODEL_FILE,
        vocabulary=np.frombuffer("\n".join(fitted.index).encode("utf-8"), dtype=np.uint8),
        grams=(weights[:known] * GRAM_SCALE).astype(np.float16),
        dense=np.round(weights[known:], 4),
        bias=np.round(_over_neutral(fitted.model.intercept_[:, None]), 4),
        temperature=np.round(warmth, 4),
        target=np.round(_over_neutral(target.coef_), 4),
        target_bias=np.round(_over_neutral(target.intercept_[:, None]), 4),
        target_temperature=np.round(target_warmth, 4),
    )
    print(f"wrote {MODEL_FILE.name}: {known} n-grams, {MODEL_FILE.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
