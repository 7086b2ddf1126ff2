"""Measure the outlook read in articles against labels by hand: how many are wrong, turned around, or missed.

`record` keeps the outcome beside the tables as accuracy_sentiment.json; what a label file holds, `labels` tells.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from presslens import tables
from presslens.lexicon import names
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment.confusion import Judged
from presslens.pipeline.sentiment.labels import LABELS, mark_of, read_labels
from presslens.pipeline.sentiment.scoring import target_label

ACCURACY = "accuracy_sentiment.json"

Row = Mapping[str, Any]


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
    marks = _by_mark(article) if article.match else None
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


def _by_mark(article: Article) -> dict[str, Row]:
    return {mark_of(article.match[sentence["start"] : sentence["end"]]): sentence for sentence in article.sentences}


def _starting(article: Article, start: int) -> Row | None:
    return next((sentence for sentence in article.sentences if sentence["start"] <= start < sentence["end"]), None)


def _toward(article: Article, sentence_no: int, target: str) -> float:
    """Find what a sentence says of a name; of a name that was not recognised nothing was read, which counts as neutral."""
    canonical = names().canonical(target)
    here = (row for row in article.mentions if row["sentence_no"] == sentence_no and row["entity"] == canonical)
    return next((float(row["sentiment"]) for row in here), 0.0)


def _articles(data: Path) -> list[Article]:
    rows: dict[str, dict[str, list[Row]]] = {"sentences": defaultdict(list), "mentions": defaultdict(list)}
    for name, grouped in rows.items():
        for row in tables.read(data, name).to_pylist():
            grouped[row["article_id"]].append(row)
    return [
        Article(
            row["file"],
            row["script"],
            _match(data, row["article_id"]),
            rows["sentences"][row["article_id"]],
            rows["mentions"][row["article_id"]],
        )
        for row in tables.read(data, "articles").to_pylist()
    ]


def _match(data: Path, article_id: str) -> str:
    """Read the matching copy of an article whose text is on this machine."""
    text = data / "local" / f"{article_id}.txt"
    return matching_copy(text.read_text(encoding="utf-8")) if text.exists() else ""
