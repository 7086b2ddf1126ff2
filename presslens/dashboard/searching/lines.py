"""The lines a search looks through: one per figure or claim, one per article, everything in them folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import pandas as pd
import pyarrow as pa

from presslens.dashboard.filters import Query
from presslens.dashboard.searching.folding import fold, squeeze
from presslens.dashboard.text import LANGUAGES, Text

SCHEMA = pa.schema([("kind", pa.string()), ("id", pa.string()), ("place", pa.int32()), ("line", pa.string())])
# What a line holds is drawn from the tables once per dataset, not at every search.
FACTS = Query(
    "SELECT t.fact_id, t.surface, t.value_text, t.kind, t.as_of, t.low, t.high, t.unit, t.bound, t.subject, t.attributed_to, "
    "t.metric, t.status, a.outlet, a.title FROM (SELECT * FROM facts UNION ALL SELECT * FROM claims) t "
    "JOIN articles a USING (article_id) "
    "ORDER BY a.published DESC NULLS LAST, t.article_id, t.start, t.fact_id"
)
ARTICLES = Query(
    "SELECT a.article_id, a.title, a.outlet, a.author, coalesce(k.terms, '') AS terms FROM articles a LEFT JOIN "
    "(SELECT article_id, string_agg(term, ' ') AS terms FROM keywords GROUP BY 1) k USING (article_id) "
    "ORDER BY a.published DESC NULLS LAST, a.article_id"
)
_VALUE = ("value_text", "kind", "as_of", "low", "high", "unit", "bound", "metric")


def of(facts: pd.DataFrame, articles: pd.DataFrame, text_of: Callable[[str], str | None]) -> pa.Table:
    """Make the lines of a dataset; an article's text is looked through where `text_of` has it."""
    rows = [*_numbered("fact", facts["fact_id"], _fact_lines(facts)), *_numbered("article", *_article_lines(articles, text_of))]
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], schema=SCHEMA)


def _numbered(kind: str, ids: Iterable[str], lines: Iterable[str]) -> Iterator[tuple[str, str, int, str]]:
    for place, (known, line) in enumerate(zip(ids, lines, strict=True)):
        yield kind, known, place, line


def _fact_lines(facts: pd.DataFrame) -> Iterator[str]:
    """Write each figure as it may be asked for: as printed, as its value reads in either language, of whom, by whom, where."""
    texts = [Text(language) for language in LANGUAGES]
    named = ("subject", "attributed_to")
    for row in facts.to_dict("records"):
        values = [fold(text.value({name: row[name] for name in _VALUE})) for text in texts]
        words = [_words(row["metric"], row["status"]), *(_name(row[name]) for name in named), *values]
        printed = [_once(row["surface"]), squeeze(row["surface"]), _once(row["outlet"]), _once(row["title"]), row["as_of"]]
        yield "\n".join((*printed, *words))


def _article_lines(articles: pd.DataFrame, text_of: Callable[[str], str | None]) -> tuple[Iterable[str], Iterator[str]]:
    def lines() -> Iterator[str]:
        for row in articles.to_dict("records"):
            told = (row["title"], row["outlet"], row["author"], row["terms"], text_of(row["article_id"]) or "")
            yield "\n".join(fold(part) for part in told)

    return articles["article_id"], lines()


@lru_cache(maxsize=50_000)
def _once(printed: str) -> str:
    return fold(printed)


@lru_cache(maxsize=50_000)
def _name(canonical: str) -> str:
    """Give a name as it is kept and as either language shows it."""
    return "\n".join(dict.fromkeys(fold(name) for name in (canonical, *(Text(one).name(canonical) for one in LANGUAGES))))


@lru_cache(maxsize=1_000)
def _words(metric: str, status: str) -> str:
    """Give what a figure measures and how firm it is, in either language."""
    return "\n".join(fold(word) for one in LANGUAGES for word in (Text(one).metric(metric), Text(one).status(status)))
