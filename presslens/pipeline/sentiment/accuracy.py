"""Measure the outlook read in articles against labels by hand: how many are wrong, turned around, or missed.

A label file is CSV with the columns file, start, mark, label, target, target_label (and sentence_no, for whoever looks a
sentence up): a sentence has `label` -1, 0 or 1, and a row for each name in it the label toward that name. There is no text in
it: the sentence begins at `start` of the article's clean text, and `mark` (see `mark_of`) finds it again where the cleaning
has moved it since. An article is named by how its file's name begins; a column `set` keeps apart articles known to the makers
of the rules to a different degree.

`record` keeps the outcome beside the tables as accuracy_sentiment.json.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from presslens import tables
from presslens.lexicon import names
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.score import GoldError
from presslens.pipeline.sentiment.scoring import target_label

LABELS = "gold_sentiment.csv"
ACCURACY = "accuracy_sentiment.json"
COLUMNS = ("file", "start", "mark", "label", "target", "target_label")
CLASSES = (-1, 0, 1)
_SUREST = 0.6
_RESAMPLES = 1000
_SEED = 20240216
_NO_WORD = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]+")

Row = Mapping[str, Any]
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


@dataclass(slots=True)
class Outcome:
    """How the sentences and the names of one set were read, which articles were not there, and how many sentences in others."""

    sentences: Judged = field(default_factory=Judged)
    targets: Judged = field(default_factory=Judged)
    missing: list[str] = field(default_factory=list)
    lost: int = 0

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain values."""
        return {
            "sentences": self.sentences.as_json(),
            "targets": self.targets.as_json(),
            "missing_articles": sorted(self.missing),
            "missing_sentences": self.lost,
        }


@dataclass(frozen=True, slots=True)
class Article:
    """What was read in one article: its file, script, matching copy (empty where unknown), rows of sentences and mentions."""

    file: str
    script: str
    match: str
    sentences: Sequence[Row]
    mentions: Sequence[Row]


def mark_of(match_sentence: str) -> str:
    """Give a sentence of a matching copy a mark by its letters, digits and hanzi, from which it cannot be read.

    >>> mark_of("盈利大增。") == mark_of("盈利大增 "), len(mark_of("盈利大增。"))
    (True, 10)
    """
    return hashlib.sha256(_NO_WORD.sub("", match_sentence).lower().encode()).hexdigest()[:10]


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


def score_sets(data: Path, label_file: Path) -> dict[str, Outcome]:
    """Compare a dataset with a label file, set by set; an article that the dataset lacks is named and not counted.

    Raises GoldError for an unusable label file and DatasetError for an unusable dataset.
    """
    return compare(read_labels(label_file), _articles(data))


def record(data: Path, articles: Iterable[Article]) -> Path | None:
    """Measure articles against the label file in a dataset's folder and keep the outcome there; None where it has no labels."""
    if not (data / LABELS).exists():
        return None
    sets = {name: outcome.as_json() for name, outcome in compare(read_labels(data / LABELS), articles).items()}
    body = {"fingerprint": tables.manifest(data).fingerprint, "sets": sets}
    draft = data / f"{ACCURACY}.draft"
    draft.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return draft.replace(data / ACCURACY)


def is_labelled(data: Path, file: str) -> bool:
    """Tell whether the label file in a dataset's folder names this article."""
    if not (data / LABELS).exists():
        return False
    return any(file.startswith(row["file"]) for row in read_labels(data / LABELS))


def read_labels(path: Path) -> list[dict[str, str]]:
    """Read a label file; raises GoldError with what is wrong."""
    try:
        with path.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"The label file {path.name} cannot be read: {error}.") from error
    if not rows or set(COLUMNS) - set(rows[0]):
        raise GoldError(f"The label file {path.name} needs rows with the columns {', '.join(COLUMNS)}.")
    for number, row in enumerate(rows, start=2):
        if row["label"] not in ("-1", "0", "1") or not row["start"].isdigit():
            raise GoldError(f"Line {number} of {path.name} has no label of -1, 0 or 1, or no place to start from.")
    return rows


def is_label_file(path: Path) -> bool:
    """Tell a file of sentiment labels from one of figures by its head."""
    try:
        with path.open(encoding="utf-8", newline="") as source:
            return set(COLUMNS) <= set(next(csv.reader(source), []))
    except (OSError, UnicodeDecodeError):
        return False


def compare(labels: Sequence[Mapping[str, str]], articles: Iterable[Article]) -> dict[str, Outcome]:
    """Compare labels with what was read, set by set, in the order of the labels."""
    found: dict[str, Outcome] = defaultdict(Outcome)
    grouped: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in labels:
        grouped[row.get("set") or "all", row["file"]].append(row)
    known = list(articles)
    for number, ((name, file), rows) in enumerate(grouped.items()):
        outcome = found[name]
        article = next((article for article in known if article.file.startswith(file)), None)
        if article is None:
            outcome.missing.append(file)
        else:
            _judge(outcome, number, rows, article)
    return dict(found)


def as_text(outcome: Outcome, name: str) -> Iterator[str]:
    """Give an outcome as lines."""
    for what, judged in (("sentences", outcome.sentences), ("names", outcome.targets)):
        told = judged.as_json()
        yield (
            f"{name}: {told['labels']} {what} in {told['articles']} articles: macro-F1 {told['macro_f1']:.3f} "
            f"[{told['macro_f1_low']:.3f}, {told['macro_f1_high']:.3f}], wrong {told['wrong']:.1%}, "
            f"turned around {told['reversed']:.1%}, missed {told['missed']:.1%}, surest 60 % {told['macro_f1_surest']:.3f}"
        )
        yield f"  by script: {', '.join(f'{script} {value:.3f}' for script, value in told['macro_f1_of_script'].items())}"
        for label, row in zip(("critical", "neutral", "hopeful"), told["confusion"], strict=True):
            yield f"  {label:>8}  {row[0]:4d} {row[1]:4d} {row[2]:4d}"
    if outcome.missing:
        yield f"not in the dataset: {len(outcome.missing)} articles"
    if outcome.lost:
        yield f"not found in their articles: {outcome.lost} sentences"


def _judge(outcome: Outcome, number: int, rows: Sequence[Mapping[str, str]], article: Article) -> None:
    marks = {mark_of(article.match[s["start"] : s["end"]]): s for s in article.sentences} if article.match else None
    seen: set[str] = set()
    for row in rows:
        sentence = _starting(article, int(row["start"])) if marks is None else marks.get(row["mark"])
        if sentence is None:
            outcome.lost += row["mark"] not in seen
            seen.add(row["mark"])
            continue
        if row["mark"] not in seen:
            outcome.sentences.add(number, int(row["label"]), sentence["label"], sentence["probability"], article.script)
            seen.add(row["mark"])
        if row["target"] and row["target_label"]:
            toward = _toward(article, sentence["sentence_no"], row["target"])
            outcome.targets.add(number, int(row["target_label"]), target_label(toward), abs(toward), article.script)


def _starting(article: Article, start: int) -> Row | None:
    return next((s for s in article.sentences if s["start"] <= start < s["end"]), None)


def _toward(article: Article, sentence_no: int, target: str) -> float:
    """Find what a sentence says of a name; of a name that was not recognised nothing was read, which counts as neutral."""
    canonical = names().canonical(target)
    return next(
        (float(m["sentiment"]) for m in article.mentions if m["sentence_no"] == sentence_no and m["entity"] == canonical), 0.0
    )


def _articles(data: Path) -> list[Article]:
    rows: dict[str, dict[str, list[Row]]] = {"sentences": defaultdict(list), "mentions": defaultdict(list)}
    for name, grouped in rows.items():
        for row in tables.read(data, name).to_pylist():
            grouped[row["article_id"]].append(row)
    return [
        Article(
            a["file"],
            a["script"],
            _match(data, a["article_id"]),
            rows["sentences"][a["article_id"]],
            rows["mentions"][a["article_id"]],
        )
        for a in tables.read(data, "articles").to_pylist()
    ]


def _match(data: Path, article_id: str) -> str:
    """Read the matching copy of an article whose text is on this machine."""
    text = data / "local" / f"{article_id}.txt"
    return matching_copy(text.read_text(encoding="utf-8")) if text.exists() else ""


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
