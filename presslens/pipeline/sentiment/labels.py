"""Files of outlooks labelled by hand.

A label file is CSV with the columns file, start, mark, label, target, target_label (and sentence_no, for whoever looks a
sentence up): a sentence has `label` -1, 0 or 1, and a row for each name in it the label toward that name. There is no text in
it: the sentence begins at `start` of the article's clean text, and `mark` (see `mark_of`) finds it again where the cleaning
has moved it since. An article is named by how its file's name begins; a column `set` keeps apart articles known to the makers
of the rules to a different degree.
"""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

from presslens.pipeline.score import GoldError, read_rows

LABELS = "gold_sentiment.csv"
COLUMNS = ("file", "start", "mark", "label", "target", "target_label")
_NO_WORD = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]+")


def mark_of(match_sentence: str) -> str:
    """Give a sentence of a matching copy a mark by its letters, digits and hanzi, from which it cannot be read.

    >>> mark_of("盈利大增。") == mark_of("盈利大增 "), len(mark_of("盈利大增。"))
    (True, 10)
    """
    return hashlib.sha256(_NO_WORD.sub("", match_sentence).lower().encode()).hexdigest()[:10]


def read_labels(path: Path) -> list[dict[str, str]]:
    """Read a label file; raises GoldError with what is wrong."""
    rows = read_rows(path, "label", COLUMNS)
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


def labelled_files(data: Path) -> tuple[str, ...]:
    """Give how the names of the files begin that the label file in a dataset's folder names; raises GoldError."""
    return tuple({row["file"] for row in read_labels(data / LABELS)}) if (data / LABELS).exists() else ()
