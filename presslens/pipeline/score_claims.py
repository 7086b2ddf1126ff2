"""Measure what is said of models in words against claims labelled by hand: how many are found, and how many are right.

A gold file is CSV with the columns set, file, subject, metric, value, needed, complete. A row is one claim as a reader would
name it; other names of the subject stand behind `=`, other values that are as good behind `;`. What a reader would let pass but
not ask for has `needed` no: it counts neither way. Precision is counted over the articles that were labelled completely.
A release date is a fact with a day of its own, the others are claims; both are read here.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presslens.model import UNDISCLOSED
from presslens.pipeline.score import Row, Share, lines_of, metrics_as_json, named_file, rows_by_file, same_date, same_subject

METRICS = ("developer", "architecture", "inputs", "access", "release_date")
COLUMNS = ("set", "file", "subject", "metric", "value", "needed", "complete")
_EDITION = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Score:
    """How a dataset did: its articles, right and found per metric, and the articles it lacks."""

    articles: int
    per_metric: dict[str, tuple[Share, Share]]
    missing: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain values."""
        return {
            "articles": self.articles,
            "metrics": metrics_as_json(self.per_metric),
            "missing_articles": list(self.missing),
        }


def is_claims_file(path: Path) -> bool:
    """Tell a file of labelled claims by its columns."""
    try:
        with path.open(encoding="utf-8", newline="") as source:
            return set(COLUMNS) <= set(next(csv.reader(source), ()))
    except (OSError, UnicodeDecodeError):
        return False


def score_sets(data: Path, gold_file: Path) -> dict[str, Score]:
    """Compare a dataset with a gold file of claims, set by set; raises GoldError where a name fits several articles."""
    with gold_file.open(encoding="utf-8", newline="") as source:
        labels = list(csv.DictReader(source))
    found = _claims_by_file(data)
    sets: dict[str, list[dict[str, str]]] = defaultdict(list)
    for label in labels:
        sets[label["set"]].append(label)
    return {name: _score(rows, found) for name, rows in sets.items()}


def as_text(result: Score, name: str) -> Iterable[str]:
    """Give the score of a set as lines: precision and recall of every metric with their intervals."""
    yield f"{name}: {result.articles} articles"
    yield from lines_of(result.per_metric, result.missing)


def _claims_by_file(data: Path) -> dict[str, list[Row]]:
    read = rows_by_file(data, "claims", "facts")
    return {
        file: [row for row in rows if row["metric"] in METRICS and row["value_text"] != UNDISCLOSED]
        for file, rows in read.items()
    }


def _score(labels: Sequence[Mapping[str, str]], found: Mapping[str, Sequence[Row]]) -> Score:
    named = {name: file for name in {label["file"] for label in labels} if (file := named_file(name, found)) is not None}
    wanted: dict[str, int] = defaultdict(int)
    hits: dict[str, int] = defaultdict(int)
    told: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    for name, file in named.items():
        own = [label for label in labels if label["file"] == name and label["metric"]]
        for label in own:
            if label["needed"] == "yes":
                wanted[label["metric"]] += 1
                hits[label["metric"]] += any(_agree(label, row) for row in found[file])
        if any(label["complete"] == "yes" for label in labels if label["file"] == name):
            for row in found[file]:
                told[row["metric"]] += 1
                right[row["metric"]] += any(_agree(label, row) for label in own)
    shares = {metric: (Share(right[metric], told[metric]), Share(hits[metric], wanted[metric])) for metric in METRICS}
    return Score(len(named), shares, tuple(sorted({label["file"] for label in labels} - set(named))))


def _agree(label: Mapping[str, str], row: Row) -> bool:
    """Tell whether a claim read is the one labelled.

    >>> label = {"subject": "可灵", "metric": "developer", "value": "快手"}
    >>> _agree(label, {"subject": "Kling", "metric": "developer", "value_text": "Kuaishou", "as_of": ""})
    True
    """
    subjects, values = label["subject"].split("="), label["value"].split(";")
    if label["metric"] != row["metric"] or not any(same_model(subject, row["subject"]) for subject in subjects):
        return False
    if label["metric"] == "release_date":
        return not label["value"] or same_date(label["value"], row["as_of"] or "")
    if label["metric"] == "developer":
        return any(same_subject(value, row["value_text"]) for value in values)
    return any(value.strip().lower() in row["value_text"].lower() for value in values)


def same_model(one: str, other: str) -> bool:
    """Tell whether two names are one model's: they share a name, and where both print a number it is the same.

    >>> same_model("Veo 3", "Veo"), same_model("o1", "o3")
    (True, False)
    """
    editions = [_EDITION.findall(name) for name in (one, other)]
    return same_subject(one, other) and not (all(editions) and editions[0][0] != editions[1][0])
