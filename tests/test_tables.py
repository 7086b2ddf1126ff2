"""The table contract: what is written is read, a bad dataset is said in one sentence, and a killed writer loses nothing."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from presslens import tables

SAMPLE: dict[pa.DataType, Any] = {
    pa.string(): "算力",
    pa.int8(): -1,
    pa.int32(): 7,
    pa.float64(): 0.5,
    pa.bool_(): True,
    pa.date32(): date(2024, 2, 16),
    pa.list_(pa.string()): ["上亿", "3萬多"],
}
TABLES = sorted(tables.SCHEMAS)


def dataset(rows: int) -> dict[str, pa.Table]:
    """Make a dataset whose tables all have this many rows, so that a mixture of two datasets shows in the counts."""
    return {
        name: tables.to_table(name, [{field.name: SAMPLE[field.type] for field in schema}] * rows)
        for name, schema in tables.SCHEMAS.items()
    }


def rows_read(folder: Path) -> set[int]:
    found = tables.manifest(folder)
    return {tables.read(folder, name).num_rows for name in TABLES} | set(found.counts.values())


def fingerprint_of_files(folder: Path) -> str:
    files = [tables.locate(folder, f"{name}.parquet") for name in tables.SCHEMAS]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tables.write(tmp_path / "data", dataset(2))
    return tmp_path / "data"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_as_it_was_written(folder: Path, name: str) -> None:
    assert tables.read(folder, name).equals(dataset(2)[name])


def test_an_empty_dataset_is_read_as_written(tmp_path: Path) -> None:
    tables.write(tmp_path, {name: tables.empty(name) for name in TABLES})
    assert rows_read(tmp_path) == {0}


def test_the_notes_come_back_with_the_manifest(tmp_path: Path) -> None:
    tables.write(tmp_path, dataset(1), {"built": "由测试写成"})
    assert tables.manifest(tmp_path).notes == {"built": "由测试写成"}


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for place in ("one", "two"):
        tables.write(tmp_path / place, dataset(3))
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / place).iterdir()} for place in ("one", "two"))
    assert one == two


def test_other_tables_have_another_fingerprint(tmp_path: Path) -> None:
    assert tables.write(tmp_path / "a", dataset(1)).fingerprint != tables.write(tmp_path / "b", dataset(2)).fingerprint


def test_the_fingerprint_is_that_of_the_files(folder: Path) -> None:
    assert tables.manifest(folder).fingerprint == fingerprint_of_files(folder)


def test_a_row_without_a_column_is_refused() -> None:
    with pytest.raises(tables.DatasetError, match="weight"):
        tables.to_table("keywords", [{"article_id": "a", "term": "算力", "count": 2}])


def test_a_row_with_an_unknown_column_is_refused() -> None:
    with pytest.raises(tables.DatasetError, match="colour"):
        tables.to_table("keywords", [{"article_id": "a", "term": "算力", "count": 2, "weight": 1.0, "colour": "red"}])


def test_a_dataset_without_one_of_its_tables_is_not_written(folder: Path) -> None:
    with pytest.raises(tables.DatasetError):
        tables.write(folder, {name: table for name, table in dataset(5).items() if name != "facts"})
    assert rows_read(folder) == {2}


def test_a_table_against_the_contract_is_not_written(folder: Path) -> None:
    with pytest.raises(tables.DatasetError, match="keywords"):
        tables.write(folder, {**dataset(5), "keywords": pa.table({"term": ["算力"]})})
    assert rows_read(folder) == {2}


def without_manifest(folder: Path) -> None:
    (folder / tables.MANIFEST).unlink()


def unreadable_manifest(folder: Path) -> None:
    (folder / tables.MANIFEST).write_bytes(b"\xff\xfe{not json")


def manifest_of_other_shape(folder: Path) -> None:
    (folder / tables.MANIFEST).write_text("[1, 2]", encoding="utf-8")


def older_version(folder: Path) -> None:
    body = json.loads((folder / tables.MANIFEST).read_text(encoding="utf-8"))
    (folder / tables.MANIFEST).write_text(json.dumps({**body, "schema_version": 0}), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (without_manifest, "is missing"),
        (unreadable_manifest, "cannot be read"),
        (manifest_of_other_shape, "cannot be read"),
        (older_version, "schema version 0"),
    ],
)
def test_a_bad_manifest_is_said_with_what_to_do(folder: Path, damage: Callable[[Path], None], said: str) -> None:
    damage(folder)
    with pytest.raises(tables.DatasetError, match=f"{said}.* [Bb]uild"):
        tables.manifest(folder)


def no_file(path: Path) -> None:
    path.unlink()


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def junk(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(5_000))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def other_columns(path: Path) -> None:
    pq.write_table(pa.table({"term": ["算力"]}), path)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (no_file, "missing"),
        (empty_file, "damaged"),
        (junk, "damaged"),
        (cut_short, "damaged"),
        (other_columns, "another version"),
    ],
)
def test_a_bad_table_is_said_by_name_with_what_to_do(folder: Path, damage: Callable[[Path], None], said: str) -> None:
    damage(folder / "facts.parquet")
    with pytest.raises(tables.DatasetError, match=f"facts .*{said}.*Build"):
        tables.read(folder, "facts")


def test_a_flipped_byte_never_escapes_as_another_error(folder: Path) -> None:
    path = folder / "facts.parquet"
    whole = path.read_bytes()
    for place in random.Random(2).sample(range(len(whole)), 200):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        with contextlib.suppress(tables.DatasetError):
            tables.read(folder, "facts")


# The writer announces itself and then replaces a dataset of one row by one of two rows, and back, until it is killed.
WRITER = """
import sys
from pathlib import Path
from tests.test_tables import dataset, tables
both = dataset(1), dataset(2)
print("ready", flush=True)
while True:
    for one in both:
        tables.write(Path(sys.argv[1]), one)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_writer_killed_at_any_moment_leaves_one_whole_dataset(tmp_path: Path, seed: int) -> None:
    moments = random.Random(seed)
    tables.write(tmp_path, dataset(1))
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.1))
        writer.kill()
        writer.communicate()
        assert rows_read(tmp_path) in ({1}, {2})
        assert tables.manifest(tmp_path).fingerprint == fingerprint_of_files(tmp_path)


class Killed(BaseException):
    """Stands for the kill: nothing in the code may catch it."""


def killed(monkeypatch: pytest.MonkeyPatch, folder: Path, step: int) -> bool:
    """Write a dataset of two rows, dying just before the n-th change to the disk; tell whether there was one."""
    steps = itertools.count()

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            if next(steps) == step:
                raise Killed
            return change(*args, **options)

        return run

    with monkeypatch.context() as patch:
        patch.setattr(pq, "write_table", counted(pq.write_table))
        patch.setattr(tables.shutil, "rmtree", counted(tables.shutil.rmtree))
        for name in ("mkdir", "write_text", "rename", "replace"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        try:
            tables.write(folder, dataset(2))
        except Killed:
            return True
    return False


def test_a_writer_killed_before_any_of_its_steps_leaves_one_whole_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for step in itertools.count():
        folder = tmp_path / str(step)
        tables.write(folder, dataset(1))
        if not killed(monkeypatch, folder, step):
            break
        seen.append(rows_read(folder))
        assert tables.manifest(folder).fingerprint == fingerprint_of_files(folder)
        tables.write(folder, dataset(3))
        assert rows_read(folder) == {3}
        assert not (folder / tables.STAGE).exists()
    # Staging every table must not show, moving every table must not hide the new dataset.
    assert seen.count({1}) > len(TABLES)
    assert seen.count({2}) > len(TABLES)
    assert len(seen) == seen.count({1}) + seen.count({2})
