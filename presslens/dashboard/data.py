"""Where the pages read from: DuckDB over the dataset's Parquet files, with what a visitor added beside them.

Only small results are cached, under the version of the data and the query, so that a rebuilt dataset is never mixed with
an old answer; what a visitor added is cached in her own session and nowhere else.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from presslens import history, tables
from presslens.dashboard import views
from presslens.dashboard.counting import Unit
from presslens.dashboard.filters import Filters, Query, Table
from presslens.dashboard.searching import lines
from presslens.dashboard.searching.wanted import Wanted
from presslens.message import Message

REPOSITORY = Path(__file__).parents[2]
_ARTICLE_ID = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True)
class Added:
    """What a visitor added in this session: her documents (name, bytes), and what was made of them.

    `tables` keep the contract, `texts` are the clean texts by article_id, `problems` say (document, why it was not read).
    """

    documents: tuple[tuple[str, bytes], ...]
    tables: Mapping[str, pa.Table]
    problems: tuple[tuple[str, Message], ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """Tell this set of documents from any other."""
        digest = hashlib.sha256()
        for name, content in self.documents:
            digest.update(name.encode())
            digest.update(content)
        return digest.hexdigest()


@dataclass(frozen=True)
class Choice:
    """One value a filter can take, with what stands behind it in the reader's unit."""

    value: str
    counted: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: ids of figures and claims, and ids of articles."""

    fact_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A dataset at one version, with what a visitor added; every answer is a frame of its own, free to be changed."""

    folder: Path
    version: str
    fingerprint: str
    added: Added | None = None
    counting: Unit = "articles"

    @property
    def added_key(self) -> str:
        """Tell what was added from anything else that may be, empty where nothing was."""
        return self.added.key if self.added else ""

    def select(self, table: Table, filters: Filters) -> pd.DataFrame:
        """Give the rows of a table that the filters leave."""
        return self.ask(filters.select(table))

    def ask(self, query: Query) -> pd.DataFrame:
        """Answer one query over the tables of the contract."""
        if self.added is None:
            return _answer(str(self.folder), self.version, query.sql, query.parameters)
        if get_script_run_ctx(suppress_warning=True) is None:
            # A download is made outside of any visitor's run, where her own cache cannot be reached.
            return views.ask_beside(self.folder, self.added.tables, query.sql, query.parameters)
        return _answer_with(str(self.folder), self.version, self.added.key, query.sql, query.parameters, self.added)

    def text_of(self, article_id: str) -> str | None:
        """Give an article's clean text where it is on this machine or was added in this session."""
        if self.added and article_id in self.added.texts:
            return self.added.texts[article_id]
        if not _ARTICLE_ID.fullmatch(article_id):
            return None
        try:
            return (self.folder / "local" / f"{article_id}.txt").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def search(self, wanted: Wanted) -> Found:
        """Find the figures, claims and articles that hold every word, in the order of their publication, latest first."""
        if not wanted:
            return Found()
        if self.added is None:
            return _found(str(self.folder), self.version, wanted.query().sql, wanted.query().parameters)
        return _found_with(str(self.folder), self.version, self.added.key, wanted.query().sql, wanted.query().parameters, self)

    @cached_property
    def outlets(self) -> list[Choice]:
        """Every outlet with what it printed, the largest first; the one of no name is the empty string."""
        return self._choices(
            f"SELECT outlet AS value, count(DISTINCT {self._key}) AS n FROM articles GROUP BY 1 ORDER BY n DESC, value"
        )

    @cached_property
    def models(self) -> list[Choice]:
        """Every model named anywhere, with what names it."""
        return self._choices(
            f"SELECT entity AS value, count(DISTINCT {self._key}) AS n FROM mentions JOIN articles USING (article_id) "
            "WHERE entity_kind = 'model' "
            "GROUP BY 1 ORDER BY n DESC, count(*) DESC, value"
        )

    @cached_property
    def metrics(self) -> dict[str, int]:
        """Every metric found, with the articles that hold a figure on it."""
        sql = (
            "SELECT metric AS value, count(DISTINCT article_id) AS n FROM "
            "(SELECT metric, article_id FROM facts UNION ALL SELECT metric, article_id FROM claims) GROUP BY 1"
        )
        return {choice.value: choice.counted for choice in self._choices(sql)}

    @cached_property
    def span(self) -> tuple[Any, Any]:
        """The first and the last day anything was published, None where no article is dated."""
        row = self.ask(Query("SELECT min(published) AS first, max(published) AS last FROM articles")).iloc[0]
        return as_day(row["first"]), as_day(row["last"])

    @cached_property
    def total(self) -> int:
        """Everything there is, in the reader's unit."""
        return int(self.ask(Query(f"SELECT count(DISTINCT {self._key}) AS n FROM articles"))["n"].iloc[0])

    @property
    def _key(self) -> str:
        return "article_id" if self.counting == "articles" else "family"

    def _choices(self, sql: str) -> list[Choice]:
        answer = self.ask(Query(sql))
        return [Choice(str(value), int(n)) for value, n in zip(answer["value"], answer["n"], strict=True)]


def folder() -> Path:
    """Tell where the dataset is: PRESSLENS_DATA, else data/ beside the pages."""
    return Path(os.environ.get("PRESSLENS_DATA") or REPOSITORY / "data")


def connect(added: Added | None = None, counting: Unit = "articles") -> Source:
    """Check the dataset and open it at its present version; a DatasetError says in one sentence what is wrong with it."""
    where = folder()
    found = tables.manifest(where)
    stamps = [_stamp(tables.locate(where, f"{name}.parquet")) for name in tables.SCHEMAS]
    version = f"{found.fingerprint}:{hash(tuple(stamps))}"
    _check(str(where), version)
    return Source(where, version, found.fingerprint, added, counting)


def past(version: str) -> pd.DataFrame | None:
    """Read what a past version of the dataset said, in the columns of `history`; none where it is not kept."""
    return _past(str(folder()), version)


@st.cache_data(max_entries=4, show_spinner=False)
def _past(where: str, version: str) -> pd.DataFrame | None:
    return history.read(Path(where), version)


@st.cache_data(max_entries=64, show_spinner=False)
def word_cloud(terms: tuple[tuple[str, float], ...], dark: bool) -> tuple[str, list[str]]:
    """Draw the word cloud of terms with their weights once: the SVG, and the terms its font has no letters for."""
    # Imported here because it brings 50 MB along that only one page needs.
    from presslens.dashboard.charts import cloud

    return cloud.svg(dict(terms), dark=dark), cloud.drawable(dict(terms))[1]


def as_day(value: Any) -> Any:
    """Give the day of a timestamp or date, None for a missing one."""
    if value is None or pd.isna(value):
        return None
    return value.date() if hasattr(value, "date") else value


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_size, found.st_mtime_ns)


@st.cache_data(max_entries=4, show_spinner=False)
def _check(where: str, version: str) -> None:
    """Read every table once per version: a damaged or outdated file must be named before a page trusts any number."""
    for name in tables.SCHEMAS:
        tables.check(Path(where), name)
    pa.default_memory_pool().release_unused()


@st.cache_data(max_entries=256, show_spinner=False)
def _answer(where: str, version: str, sql: str, parameters: tuple[object, ...]) -> pd.DataFrame:
    with views.reading():
        return _opened(where, version).cursor().execute(sql, list(parameters)).df()


# Opening the tables takes as long as most queries; what is kept open holds no rows, only where the files are.
@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(where: str, version: str) -> duckdb.DuckDBPyConnection:
    return views.of_dataset(Path(where))


@st.cache_data(max_entries=64, show_spinner=False, scope="session")
def _answer_with(where: str, version: str, key: str, sql: str, parameters: tuple[object, ...], _added: Added) -> pd.DataFrame:
    return views.ask_beside(Path(where), _added.tables, sql, parameters)


@st.cache_resource(max_entries=2, show_spinner=False)
def _lines(where: str, version: str) -> pa.Table:
    """Fold what a search looks through, once per version: at a hundred thousand figures that takes seconds."""
    source = Source(Path(where), version, "")
    return lines.of(source.ask(lines.FACTS), source.ask(lines.ARTICLES), source.text_of)


@st.cache_data(max_entries=2, show_spinner=False, scope="session")
def _lines_with(where: str, version: str, key: str, _source: Source) -> pa.Table:
    return lines.of(_source.ask(lines.FACTS), _source.ask(lines.ARTICLES), _source.text_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _found(where: str, version: str, sql: str, parameters: tuple[object, ...]) -> Found:
    return _look(_lines(where, version), sql, parameters)


@st.cache_data(max_entries=16, show_spinner=False, scope="session")
def _found_with(where: str, version: str, key: str, sql: str, parameters: tuple[object, ...], _source: Source) -> Found:
    return _look(_lines_with(where, version, key, _source), sql, parameters)


def _look(among: pa.Table, sql: str, parameters: tuple[object, ...]) -> Found:
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.register("lines", among)
        rows = connection.execute(sql, list(parameters)).fetchall()
    return Found(
        tuple(dict.fromkeys(known for kind, known in rows if kind == "fact")),
        tuple(known for kind, known in rows if kind == "article"),
    )
