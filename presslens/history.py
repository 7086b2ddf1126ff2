"""What past versions of a dataset said, kept small, so that a link made on one can tell what has changed since.

A build that replaces a dataset leaves behind, in `history/`, the values of the figures of the one it replaces: one Parquet file
per version, named by its place in the order and its fingerprint. Only the last few versions are kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pyarrow as pa

from presslens import tables

FOLDER = "history"
MOST_VERSIONS = 5
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
# What makes two readings of one figure the same.
VALUES = ("metric", "subject", "scope", "low", "high", "unit", "bound", "value_text", "as_of", "status", "attributed_to")
COLUMNS = ("fact_id", "article_id", "outlet", "published", "kind", *VALUES, "surface", "models")
_NAME = re.compile(r"(\d{4})-([0-9a-f]{16})\.parquet")


def keep(folder: Path) -> Path | None:
    """Keep the values of the dataset in a folder as its newest past version; nothing where there is none to keep."""
    try:
        fingerprint = tables.manifest(folder).fingerprint
        told = values(*(tables.read(folder, name).to_pandas() for name in ("facts", "claims", "articles", "mentions")))
    except tables.DatasetError:
        return None
    if fingerprint in versions(folder):
        return None
    past = sorted((folder / FOLDER).glob("*.parquet"))
    place = int(past[-1].name[:4]) + 1 if past else 1
    path = folder / FOLDER / f"{place:04}-{fingerprint}.parquet"
    tables.store(path, pa.Table.from_pandas(told, preserve_index=False))
    for old in past[: max(0, len(past) + 1 - MOST_VERSIONS)]:
        old.unlink()
    return path


def versions(folder: Path) -> dict[str, Path]:
    """Name the past versions that are kept, by fingerprint, the oldest first."""
    found = ((path, _NAME.fullmatch(path.name)) for path in sorted((folder / FOLDER).glob("*.parquet")))
    return {name.group(2): path for path, name in found if name}


def read(folder: Path, fingerprint: str) -> pd.DataFrame | None:
    """Read what a past version said, in COLUMNS; none where it is not kept or cannot be read."""
    path = versions(folder).get(fingerprint)
    try:
        found = pd.read_parquet(path) if path else None
    except (OSError, pa.ArrowInvalid):
        return None
    return found if found is not None and set(COLUMNS) <= set(found.columns) else None


def values(facts: pd.DataFrame, claims: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each figure and claim, in COLUMNS; `models` are those that its sentence names."""
    told = pd.concat([facts, claims], ignore_index=True)
    place = ["article_id", "sentence_no"]
    known = mentions[mentions["entity_kind"] == "model"].rename(columns={"entity": "model"})[[*place, "model"]]
    subjects = told[told["subject"].isin(known["model"])].rename(columns={"subject": "model"})[[*place, "model"]]
    named = pd.concat([known, subjects]).drop_duplicates().groupby(place)["model"].agg(sorted).rename("models")
    joined = told.merge(articles[["article_id", "outlet", "published"]], on="article_id").merge(named, on=place, how="left")
    joined["models"] = [list(names) if isinstance(names, list) else [] for names in joined["models"]]
    return joined[list(COLUMNS)]
