"""Train what guesses names on labelled pieces and on other articles, judge it on writers left out, and write `model.npz`.

    python -m presslens.pipeline.facts.guessing.training.train [PIECES] [--articles FOLDER] [--without FILE] [--judge] [--write]

PIECES is a folder of labelled pieces as `pieces` reads them, by itself the one that `learned.training` learns from; the
letters that a file's name begins with tell its writer. Other articles lend the way the press sets the names that
lexicons have. Needs scikit-learn (requirements-dev.txt); nothing at run time does. The same pieces give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from presslens.lexicon import Hit
from presslens.pipeline.facts.guessing.classifier import KINDS, MODEL_FILE, Model, Part, part
from presslens.pipeline.facts.guessing.features import BITS, KIND_SHIFT, features
from presslens.pipeline.facts.guessing.guesses import guesses
from presslens.pipeline.facts.guessing.symbols import Integers, may_be_in_name, symbols
from presslens.pipeline.facts.guessing.training.invented import Inventor
from presslens.pipeline.facts.guessing.training.pieces import Piece, labelled, others
from presslens.pipeline.facts.learned.training.labelled import ARTICLES

COPIES = 2
STRENGTH = 0.2
WEIGHT_OF_A_NAME = 2.0
SHARE_RENAMED, SHARE_RENAMED_IN_OTHERS = 0.6, 0.8
LEAST_WEIGHT = 0.05
FOLDS = 3
SEED = 1
_WHOLE = 127


@dataclass(frozen=True, slots=True)
class Rows:
    """The symbols of a piece to learn from: what is seen from each, its class for names and for nouns, and each name's kind."""

    views: Integers
    names: Integers
    nouns: Integers
    allowed: NDArray[np.bool_]
    # The first and the last symbol of each name of a known kind, with the kind's number.
    kinds: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    start: int
    end: int
    kind: str


def rows(piece: Piece) -> Rows:
    """Lay a piece open for learning."""
    known = [Hit(span.start, span.end, "", span.kind) for span in piece.spans if span.what == "known"]  # type: ignore[arg-type]
    figures: Any = [_Figure(span.start, span.end, span.kind) for span in piece.spans if span.what == "figure"]
    seen = symbols(piece.text, known, figures)
    classes = {"name": np.zeros(len(seen.codes), np.int64), "noun": np.zeros(len(seen.codes), np.int64)}
    kinds = []
    for span in piece.spans:
        if span.what in classes:
            first, behind = np.searchsorted(seen.starts, (span.start, span.end)).tolist()
            classes[span.what][first:behind] = 2
            classes[span.what][behind - 1] = 3
            classes[span.what][first] = 4 if behind - first == 1 else 1
            if span.what == "name" and span.kind in KINDS:
                kinds.append((first, behind - 1, KINDS.index(span.kind)))
    return Rows(
        features(seen, np.arange(len(seen.codes))), classes["name"], classes["noun"], may_be_in_name(seen.codes), tuple(kinds)
    )


def train(pieces: Sequence[Piece], more: Sequence[Piece]) -> Model:
    """Train all parts on labelled pieces and more articles, both with many of their names under invented ones."""
    coined = [piece.text[span.start : span.end] for piece in pieces for span in piece.spans if span.what == "name"]
    inventor = Inventor(SEED, coined)
    plain = [rows(piece) for piece in pieces]
    renamed = [rows(inventor.renamed(piece, SHARE_RENAMED)) for _ in range(COPIES) for piece in pieces]
    lent = [rows(inventor.renamed(piece, SHARE_RENAMED_IN_OTHERS)) for piece in more]
    every = [*plain, *renamed, *lent]
    names = _fitted([(one.views[:, _clear(one)], one.names[_clear(one)]) for one in every], 1 << BITS)
    nouns = _fitted(
        [(one.views[:, one.allowed], one.nouns[one.allowed]) for one in (*plain, *renamed)],
        1 << BITS,
    )
    kinds = _fitted(list(_kind_rows(every)), 1 << (BITS - KIND_SHIFT), classes=len(KINDS))
    return Model(names, nouns, kinds)


def _clear(one: Rows) -> NDArray[np.bool_]:
    """Tell which symbols teach what is no name: a noun that a figure is said of may be one as well."""
    return np.asarray(one.allowed & (one.nouns == 0))


def _kind_rows(every: Iterable[Rows]) -> Iterator[tuple[Integers, Integers]]:
    for one in every:
        for first, last, kind in one.kinds:
            yield one.views[:, [first, last]] >> KIND_SHIFT, np.array([kind, kind])


def _fitted(parts: Sequence[tuple[Integers, Integers]], width: int, classes: int = 5) -> Part:
    """Fit one regression; its weights are kept over those of the first class, as whole numbers, small ones as none."""
    views = np.hstack([found for found, _ in parts]).T
    labels = np.concatenate([wanted for _, wanted in parts])
    count, seen = views.shape
    matrix = csr_matrix(
        (np.ones(count * seen, np.float32), views.ravel(), np.arange(0, count * seen + 1, seen)), (count, width)
    )
    weight = np.where((labels > 0) & (classes > len(KINDS)), WEIGHT_OF_A_NAME, 1.0)
    fitted = LogisticRegression(C=STRENGTH, max_iter=60, tol=1e-3).fit(matrix, labels, sample_weight=weight)
    weights, bias = np.zeros((width, classes)), np.full(classes, -30.0)
    weights[:, fitted.classes_], bias[fitted.classes_] = fitted.coef_.T, fitted.intercept_
    weights -= weights[:, :1]
    weights[np.abs(weights).max(axis=1) < LEAST_WEIGHT] = 0
    scale = float(np.abs(weights).max()) / _WHOLE
    first = 0 if classes == len(KINDS) else 1
    return part(np.round(weights[:, first:] / scale).astype(np.int8), np.round(bias - bias[0], 4)[first:], scale)


def main() -> None:
    """Judge on writers left out, or train on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pieces", type=Path, nargs="?", default=ARTICLES, help="a folder of labelled pieces")
    parser.add_argument("--articles", type=Path, help="a folder of articles without labels")
    parser.add_argument("--without", type=Path, help="a JSON list of the numbers of articles to leave out")
    parser.add_argument("--judge", action="store_true", help="print how many unlisted subjects are guessed of writers left out")
    parser.add_argument("--write", action="store_true", help="write model.npz")
    told = parser.parse_args()
    left_out = frozenset(json.loads(told.without.read_text(encoding="utf-8"))) if told.without else frozenset()
    pieces = list(labelled(told.pieces))
    more = list(others(told.articles, left_out)) if told.articles else []
    if told.judge:
        judge(pieces, more)
    if told.write:
        write(train(pieces, more))


def judge(pieces: Sequence[Piece], more: Sequence[Piece]) -> None:
    """Print how many unlisted subjects are among the guesses of a model that has not seen their writer, by likelihood."""
    writers = sorted({piece.group for piece in pieces})
    asked = []
    for fold in range(FOLDS):
        unseen = {writer for number, writer in enumerate(writers) if number % FOLDS == fold}
        trained = train([piece for piece in pieces if piece.group not in unseen], more)
        asked += [(piece, _guessed(piece, trained)) for piece in pieces if piece.group in unseen]
    for least in (0.9, 0.8, 0.6, 0.4, 0.2, 0.1, 0.05, 0.03):
        line = [f"likelihood {least}"]
        for what in ("name", "noun"):
            wanted = [{piece.text[s.start : s.end] for s in piece.spans if s.what == what} for piece, _ in asked]
            found = [{name for name, likelihood, is_noun in got if likelihood >= least} for _, got in asked]
            of_it = [{n for n, p, is_noun in got if p >= least and is_noun == (what == "noun")} for _, got in asked]
            hit = sum(len(one & got) for one, got in zip(wanted, found, strict=True))
            line.append(f"{what}s {hit} of {sum(map(len, wanted))}, guessed {sum(map(len, of_it)) / len(asked):.1f} a piece")
        print("; ".join(line))


def _guessed(piece: Piece, trained: Model) -> list[tuple[str, float, bool]]:
    known = [Hit(span.start, span.end, "", span.kind) for span in piece.spans if span.what == "known"]  # type: ignore[arg-type]
    figures: Any = [_Figure(span.start, span.end, span.kind) for span in piece.spans if span.what == "figure"]
    return [(one.name, one.likelihood, one.kind == "noun") for one in guesses(piece.text, known, figures, trained)]


def write(trained: Model) -> None:
    """Write the arrays of all parts to the file that is shipped."""
    arrays: dict[str, Any] = {}
    for name, one in (("names", trained.names), ("nouns", trained.nouns), ("kinds", trained.kinds)):
        arrays |= {name: one.weights, f"{name}_bias": one.bias, f"{name}_scale": np.array([one.scale])}
    np.savez_compressed(MODEL_FILE, **arrays)
    print(f"wrote {MODEL_FILE.name}: {MODEL_FILE.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
