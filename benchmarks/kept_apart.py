"""Measures what is read in articles from which nothing was learned, and whose misses nobody reads.

    .venv/bin/python -m benchmarks.kept_apart

Reads the marked articles of tests/kept_apart and prints how many marked figures are found, how many of the named facts are
right in metric and subject, the same for each metric, and how many heads are read right, field by field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.written import FIELDS, same_head
from presslens.model import Article
from presslens.pipeline.articles.load import load_all
from presslens.pipeline.facts.learned.training.labelled import Label, Labelled, in_clean_text, labelled
from presslens.pipeline.rows import read_article
from presslens.pipeline.score import same_subject

KEPT_APART = Path(__file__).parent.parent / "tests" / "kept_apart"

Row = dict[str, Any]


def articles() -> Iterator[tuple[Labelled, Article, list[Row]]]:
    """Give each page, the article read from it, and its facts."""
    for piece in labelled(KEPT_APART):
        for article in load_all(piece.name, piece.page.encode("utf-8")):
            if isinstance(article, Article):
                yield piece, article, read_article(article).facts


def right(label: Label, facts: Sequence[Row]) -> list[Row]:
    """Give the facts that say what a label says."""
    here = [fact for fact in facts if label.start < fact["end"] and fact["start"] < label.end]
    of_metric = [fact for fact in here if fact["metric"] == label.metric]
    return [fact for fact in of_metric if not label.subjects[0] or same_subject(label.subjects[0], fact["subject"])]


def counted(piece: Labelled, article: Article, facts: Sequence[Row]) -> Counter[str]:
    """Count what is right of one article."""
    counts = Counter({"articles": 1, "figures": len(piece.labels)})
    matched: set[str] = set()
    for label in in_clean_text(piece, article):
        counts["found"] += any(label.start < fact["end"] and fact["start"] < label.end for fact in facts)
        hits = right(label, facts) if label.metric != "other" else []
        matched.update(fact["fact_id"] for fact in hits)
        counts["hit"] += bool(hits)
        counts[f"hit {label.metric}"] += bool(hits)
    wanted = [label.metric for label in piece.labels if label.metric != "other"]
    counts.update(f"wanted {metric}" for metric in wanted)
    named = [fact["fact_id"] for fact in facts if fact["metric"] != "other"]
    counts += Counter(wanted=len(wanted), named=len(named), right=sum(fact_id in matched for fact_id in named))
    counts.update(field for field in FIELDS if same_head(field, getattr(article, field), piece.head.get(field, "")))
    return counts


def main() -> None:
    """Read all articles and print the shares."""
    counts: Counter[str] = Counter()
    for one in articles():
        counts.update(counted(*one))
    report(counts)


def report(counts: Counter[str]) -> None:
    """Print the shares of what was counted."""
    precision, recall = counts["right"] / counts["named"], counts["hit"] / counts["wanted"]
    print(f"figures found {counts['found']} of {counts['figures']}")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}")
    for key in sorted(key for key in counts if key.startswith("wanted ")):
        metric = key.removeprefix("wanted ")
        print(f"   {metric:<15} {counts[f'hit {metric}']} of {counts[key]}")
    for field in FIELDS:
        print(f"{field:<10} {counts[field]} of {counts['articles']}")


if __name__ == "__main__":
    main()
