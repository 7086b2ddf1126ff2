"""The tables of a dataset as DuckDB sees them, alone or with what a visitor added laid beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from presslens import tables

# One thread: several visitors ask at once, and each query is small.
_CONFIG = {"threads": 1}


def of_dataset(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open every table of a dataset under its name; what is open holds no rows, only where the files are."""
    with reading():
        connection = duckdb.connect(":memory:", config=_CONFIG)
        for name in tables.SCHEMAS:
            connection.execute(f"CREATE VIEW {name} AS {_stored(folder, name)}")
    return connection


def ask_beside(folder: Path, added: Mapping[str, pa.Table], sql: str, parameters: Sequence[object]) -> pd.DataFrame:
    """Answer a query over a dataset with what was added; an article that the dataset has already is not counted twice."""
    with reading(), duckdb.connect(":memory:", config=_CONFIG) as connection:
        for name in _named(sql):
            connection.execute(f"CREATE VIEW stored_{name} AS {_stored(folder, name)}")
            connection.register(f"added_{name}", added[name])
            known = "article_id NOT IN (SELECT article_id FROM stored_articles)"
            new = f" WHERE {known}" if "article_id" in tables.SCHEMAS[name].names else ""
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM stored_{name} UNION ALL SELECT * FROM added_{name}{new}")
        return connection.execute(sql, list(parameters)).df()


@contextmanager
def reading() -> Iterator[None]:
    """Say in one sentence that a file changed under the hands of who reads it."""
    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise tables.DatasetError("A table of the dataset changed while it was read. Reload the page.") from error


def _stored(folder: Path, name: str) -> str:
    path = str(tables.locate(folder, f"{name}.parquet")).replace("'", "''")
    return f"SELECT * FROM read_parquet('{path}')"


def _named(sql: str) -> list[str]:
    """Give the tables that a query names, after the articles, beside which everything that was added is laid.

    >>> _named("SELECT * FROM facts")
    ['articles', 'facts']
    """
    return ["articles", *(name for name in tables.SCHEMAS if name != "articles" and re.search(rf"\b{name}\b", sql))]
