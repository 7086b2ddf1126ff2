"""Datasets on disk: the only code that writes tables, and what reads them checks them against the contract.

A dataset is a folder with one Parquet file per table and `dataset.json`, which carries the schema version, the counts and
a fingerprint of the tables' bytes. Writing is all or nothing: the new files are staged beside the old ones, and the stage
counts only once its `dataset.json` stands in it. A reader takes a staged file where a complete stage exists, so a writer
killed at any moment leaves either the old dataset or the new one, whole, and the next write or `settle` tidies up.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from presslens.contract import SCHEMA_VERSION, SCHEMAS
from presslens.message import MessageError

__all__ = [
    "MANIFEST",
    "SCHEMAS",
    "SCHEMA_VERSION",
    "STAGE",
    "DatasetError",
    "Manifest",
    "check",
    "empty",
    "locate",
    "manifest",
    "read",
    "settle",
    "store",
    "to_table",
    "write",
]

STAGE = ".staged"
MANIFEST = "dataset.json"


class DatasetError(MessageError):
    """A dataset that cannot be read or written, said in a message that tells what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `dataset.json` carries."""

    schema_version: int
    counts: dict[str, int]
    fingerprint: str
    notes: dict[str, Any]


def to_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Make a table of rows, in the contract's column order; a missing or unknown column is an error.

    >>> to_table("keywords", [{"article_id": "a", "term": "算力", "count": 2, "weight": 0.5}]).num_rows
    1
    """
    schema = SCHEMAS[name]
    rows, columns = list(rows), set(schema.names)
    for row in rows:
        if row.keys() != columns:
            raise DatasetError(
                "A row of {table} has other columns than the contract: {columns}.",
                table=name,
                columns=", ".join(sorted(row.keys() ^ columns)),
            )
    return pa.Table.from_pylist(rows, schema=schema)


def of_columns(name: str, columns: Sequence[Sequence[Any]]) -> pa.Table:
    """Make a table of the values of each column, in the contract's order.

    >>> of_columns("keywords", [["a"], ["算力"], [2], [0.5]]).num_rows
    1
    """
    return pa.table(list(columns), schema=SCHEMAS[name])


def joined(name: str, parts: Sequence[pa.Table]) -> pa.Table:
    """Put tables of one kind together as if they had been made at once.

    >>> part = of_columns("keywords", [["a"], ["算力"], [2], [0.5]])
    >>> joined("keywords", [part, part]).num_rows
    2
    """
    return pa.concat_tables([empty(name), *parts]).combine_chunks()


@cache
def empty(name: str) -> pa.Table:
    """Make a table with the contract's columns and no row."""
    return SCHEMAS[name].empty_table()


def locate(folder: Path, name: str) -> Path:
    """Tell where a file of the dataset is right now: in a complete stage, else in the folder itself."""
    staged = folder / STAGE / name
    complete = (folder / STAGE / MANIFEST).exists()
    return staged if complete and staged.exists() else folder / name


def manifest(folder: Path) -> Manifest:
    """Read `dataset.json`, refusing one that is missing, unreadable or of another schema version."""
    stage = folder / STAGE / MANIFEST
    path = stage if stage.exists() else folder / MANIFEST
    if not path.exists():
        raise DatasetError(
            "There is no dataset in {folder}/: {file} is missing. "
            "Build one with `python -m presslens build ARTICLES --out data`.",
            folder=folder.name,
            file=MANIFEST,
        )
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        found = Manifest(raw["schema_version"], raw["counts"], raw["fingerprint"], raw.get("notes", {}))
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError("{file} cannot be read ({why}). Build the dataset again.", file=MANIFEST, why=error) from error
    if found.schema_version != SCHEMA_VERSION:
        raise DatasetError(
            "The dataset has schema version {found}, this Presslens reads version {wanted}. "
            "Build the dataset again with `python -m presslens build ARTICLES --out data`.",
            found=found.schema_version,
            wanted=SCHEMA_VERSION,
        )
    return found


def read(folder: Path, name: str) -> pa.Table:
    """Read one table and check it against the contract; says in one sentence what is wrong with a bad file."""
    with _opened(folder, name) as file:
        return _whole(name, file.read)


def check(folder: Path, name: str) -> None:
    """Walk one table from end to end without keeping it, so that a damaged file is named before anything trusts it."""
    with _opened(folder, name) as file:
        for _ in _batches(name, file):
            pass


def _opened(folder: Path, name: str) -> pq.ParquetFile:
    path = locate(folder, f"{name}.parquet")
    if not path.exists():
        raise DatasetError(
            "The table {table} is missing: {file} is not there. Build the dataset again.",
            table=name,
            file=path.name,
        )
    file = _whole(name, lambda: pq.ParquetFile(path))
    if not file.schema_arrow.equals(SCHEMAS[name], check_metadata=False):
        file.close()
        raise DatasetError("The table {table} has the columns of another version. Build the dataset again.", table=name)
    return file


def _batches(name: str, file: pq.ParquetFile) -> Iterator[pa.RecordBatch]:
    batches = file.iter_batches(batch_size=4096, use_threads=False)
    while (batch := _whole(name, lambda: next(batches, None))) is not None:
        yield batch


def _whole(name: str, act: Callable[[], Any]) -> Any:
    try:
        return act()
    except (OSError, pa.ArrowInvalid) as error:
        raise DatasetError(
            "The table {table} is damaged: {table}.parquet is no readable Parquet file. Build the dataset again.",
            table=name,
        ) from error


def _refuse_unfit(tables: Mapping[str, pa.Table]) -> None:
    if set(tables) != set(SCHEMAS):
        raise DatasetError(
            "A dataset has the tables {wanted}, not {given}.",
            wanted=", ".join(sorted(SCHEMAS)),
            given=", ".join(sorted(tables)),
        )
    for name, table in tables.items():
        if not table.schema.equals(SCHEMAS[name], check_metadata=False):
            raise DatasetError(
                "The table {table} does not keep the contract: {columns}.",
                table=name,
                columns=", ".join(table.schema.names),
            )


def write(
    folder: Path,
    tables: Mapping[str, pa.Table],
    notes: Mapping[str, Any] | None = None,
    replacing: Callable[[Path], object] | None = None,
) -> Manifest:
    """Write a whole dataset, checked against the contract, all or nothing; the same tables give the same bytes.

    `replacing` is called with the folder while it still holds other tables than these.
    """
    _refuse_unfit(tables)
    folder.mkdir(parents=True, exist_ok=True)
    settle(folder)
    stage = folder / STAGE
    stage.mkdir()
    made = _staged(stage, tables, dict(notes or {}))
    if replacing and not _holds(folder, made.fingerprint):
        replacing(folder)
    _announce(stage, made)
    settle(folder)
    return made


def _staged(stage: Path, tables: Mapping[str, pa.Table], notes: dict[str, Any]) -> Manifest:
    digest = hashlib.sha256()
    for name in SCHEMAS:
        path = stage / f"{name}.parquet"
        pq.write_table(tables[name], path, compression="zstd")
        digest.update(path.read_bytes())
        _flush(path)
    return Manifest(SCHEMA_VERSION, {name: tables[name].num_rows for name in SCHEMAS}, digest.hexdigest()[:16], notes)


def _announce(stage: Path, made: Manifest) -> None:
    """Write the manifest, with which a stage is complete."""
    body = {
        "schema_version": made.schema_version,
        "fingerprint": made.fingerprint,
        "counts": made.counts,
        "notes": made.notes,
    }
    draft = stage / f"{MANIFEST}.draft"
    draft.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    _flush(draft)
    draft.rename(stage / MANIFEST)


def _holds(folder: Path, fingerprint: str) -> bool:
    try:
        return manifest(folder).fingerprint == fingerprint
    except DatasetError:
        return False


def store(path: Path, table: pa.Table) -> None:
    """Write one file beside the tables (no table of the contract), whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    pq.write_table(table, draft, compression="zstd")
    _flush(draft)
    draft.replace(path)


def settle(folder: Path) -> None:
    """Finish a complete stage, or throw an incomplete one away."""
    stage = folder / STAGE
    if not stage.exists():
        return
    if (stage / MANIFEST).exists():
        for path in sorted(stage.glob("*.parquet")):
            path.replace(folder / path.name)
        # The manifest moves last: until then a reader still finds the stage complete and takes its files from there.
        (stage / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(stage)


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
