"""Learn the weights from the labelled articles, judge them on articles left out, and write them.

    python -m presslens.pipeline.facts.learned.training.train [--write] [--no-judging]

Needs scikit-learn (requirements-dev.txt); nothing at run time does. The same articles give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from presslens.pipeline.facts.learned import metric
from presslens.pipeline.facts.learned.training.fitting import fit_metrics, fit_subjects
from presslens.pipeline.facts.learned.training.labelled import fingerprint
from presslens.pipeline.facts.learned.training.recording import Metric, Subject, record
from presslens.pipeline.facts.learned.weights import METRICS, SUBJECTS, Classes, saved

DATA = Path("data")
FOLDS = 5


def judge(metrics: Sequence[Metric], subjects: Sequence[Subject]) -> None:
    """Print how well articles left out are read, beside the rules alone."""
    fold = {article: number % FOLDS for number, article in enumerate(sorted({one.article for one in metrics}))}
    told: list[tuple[str, str, str]] = []
    hits: list[bool] = []
    for out in range(FOLDS):
        classes = fit_metrics([one for one in metrics if fold[one.article] != out])
        told += [(_told(one, classes[one.group]), one.ruled, one.right) for one in metrics if fold[one.article] == out]
        weights = fit_subjects([one for one in subjects if fold[one.article] != out])
        hits += [_is_hit(one, weights) for one in subjects if fold[one.article] == out]
    _report("metrics", [(got, right) for got, _, right in told])
    _report("   by rules alone", [(ruled, right) for _, ruled, right in told])
    ruled = sum(one.ruled for one in subjects)
    print(f"subjects: of {len(hits)} open {sum(hits) / len(hits):.3f} right, by rules alone {ruled / len(hits):.3f}")


def _told(one: Metric, classes: Classes) -> str:
    """Give the metric as the pipeline would settle it."""
    best, likelihood = classes.likeliest(one.clues)
    return best if one.ruled == "other" and likelihood >= metric.SURE else one.ruled


def _is_hit(one: Subject, weights: dict[str, float]) -> bool:
    margins = [sum(weights.get(clue, 0.0) for clue in clues) for clues in one.clues]
    return one.right[margins.index(max(margins))]


def _report(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    right = sum(got == wanted != "other" for got, wanted in pairs)
    named, wanted = sum(got != "other" for got, _ in pairs), sum(wanted != "other" for _, wanted in pairs)
    print(f"{name}: precision {right / named:.3f}, recall {right / wanted:.3f} of {wanted} named")


def write(metrics: Sequence[Metric], subjects: Sequence[Subject]) -> None:
    """Fit on all articles and write the arrays."""
    fitted = fit_metrics(metrics)
    arrays: dict[str, Any] = {"groups": saved(fitted), "learned_from": saved([fingerprint()])}
    for group, classes in fitted.items():
        arrays[f"{group}_classes"] = saved(classes.names)
        arrays[f"{group}_clues"] = saved(classes.rows)
        arrays[f"{group}_weights"] = classes.weights.astype(np.float16)
        arrays[f"{group}_bias"] = classes.bias
    np.savez_compressed(METRICS, **arrays)
    weights = fit_subjects(subjects)
    np.savez_compressed(SUBJECTS, clues=saved(weights), weights=np.array(list(weights.values()), dtype=np.float16))
    for path in (METRICS, SUBJECTS):
        print(f"wrote {path.name}: {path.stat().st_size / 1024:.0f} KB")


def main() -> None:
    """Judge, and with --write also learn from everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--no-judging", action="store_true", help="only write")
    asked = parser.parse_args()
    metrics, subjects = record(DATA)
    print(f"{len(metrics)} figures, {len(subjects)} of them with an open subject")
    if not asked.no_judging:
        judge(metrics, subjects)
    if asked.write:
        write(metrics, subjects)


if __name__ == "__main__":
    main()
