"""A dataset built from a few sentences of ours, and a file of labels to measure it by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from presslens import tables
from presslens.pipeline.build import analyse


def dataset(folder: Path, articles: Mapping[str, str]) -> Path:
    """Build a dataset in `data` under a folder, of articles by the name of their file."""
    made, _, _ = analyse([(name, text.encode()) for name, text in articles.items()])
    tables.write(folder / "data", made)
    return folder / "data"


def gold_file(path: Path, columns: Sequence[str], rows: Sequence[str]) -> Path:
    """Write labels under their columns."""
    path.write_text("\n".join([",".join(columns), *rows]), encoding="utf-8")
    return path
