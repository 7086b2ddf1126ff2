"""Measures what is read in articles written for the purpose by people who had never seen the rules.

    .venv/bin/python -m benchmarks.written

Builds tests/written/articles and scores its figures and claims set by set, and how many heads are read right, field by field.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import opencc

from presslens.pipeline import score, score_claims
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.build import build
from presslens.tables import read as read_table

WRITTEN = Path(__file__).parent.parent / "tests" / "written"
FIELDS = ("title", "outlet", "author", "published")
_OFFICE = re.compile("^(?:特約|特约)?(?:記者|记者|編譯|编译)")


def plain(value: object) -> str:
    """Give a field as it is compared: without white space and punctuation, in Simplified characters."""
    kept = "".join(character for character in str(value or "") if character.isalnum())
    return str(opencc.OpenCC("t2s").convert(kept))


def same_head(field: str, read: object, right: str) -> bool:
    """Tell whether a field of a head is read right: an outlet by any of its names, an author with his office or without.

    >>> same_head("outlet", "新浪财经", "新浪財經"), same_head("author", "林小明", "記者林小明")
    (True, True)
    """
    if field == "outlet":
        known = outlet_named(right)
        return plain(read) == plain(known.name if known else right)
    return plain(read) == plain(_OFFICE.sub("", right) if field == "author" else right)


def heads(data: Path) -> Iterator[str]:
    """Give a line per set and field: how many articles have it right."""
    read = {row["file"]: row for row in read_table(data, "articles").to_pylist()}
    right: Counter[tuple[str, str]] = Counter()
    articles: Counter[str] = Counter()
    with (WRITTEN / "gold_metadata.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            articles[row["set"]] += 1
            for field in FIELDS:
                right[row["set"], field] += same_head(field, read[row["file"]][field] or "", row[field])
    for name, count in articles.items():
        for field in FIELDS:
            yield f"{name:18} {field:10} {right[name, field]} of {count}"


def main() -> None:
    """Build the articles and print all scores."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        build(WRITTEN / "articles", data)
        for measure, gold in ((score, "gold_facts.csv"), (score_claims, "gold_claims.csv")):
            for name, result in measure.score_sets(data, WRITTEN / gold).items():
                print("\n".join(measure.as_text(result, name)))
        print("\n".join(heads(data)))


if __name__ == "__main__":
    main()
