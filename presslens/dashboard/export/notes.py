"""What must be said with cells that leave the dashboard: filters, data version, definitions, citations, licence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.glossary import LICENCE, TERMS
from presslens.dashboard.vocabulary import mark

if TYPE_CHECKING:
    from presslens.dashboard.view import View

# The columns that stand in every export under the data's own names.
COLUMNS = (
    ("low", mark("the value, or the lower end of a range; empty where only an upper end is said")),
    ("high", mark("the value, or the upper end of a range; empty where only a lower end is said")),
    ("unit", mark("the currency (ISO 4217), s for seconds, % for per cent, x for a ratio, or the thing counted")),
    ("amount_usd", mark("money in US dollars, at the average rate of the year")),
    ("article_id", mark("the article the figure stands in")),
    ("fact_ids", mark("the figures behind a row, by their ids in the dataset")),
    ("article_ids", mark("the articles behind a row, by their ids in the dataset")),
)


def of(words: Sequence[str], references: Sequence[str], view: View, address: str) -> list[tuple[str, str]]:
    """Give the notes as pairs of (about, words), references last, each with its number."""
    text = view.text
    said = [
        (text("Shows"), " ".join(words)),
        (text("Filter"), _filter(view)),
        (text("Data version"), view.source.fingerprint),
        (text("Link"), address),
        (text("Licence"), text(LICENCE)),
        (text("How to cite"), cite(view)),
    ]
    numbered = [(text("Reference {n}", n=number), words) for number, words in enumerate(references, start=1)]
    return [(about, words) for about, words in (*said, *numbered) if words]


def cite(view: View) -> str:
    """Say how the dataset itself is cited."""
    return view.text(
        "Presslens, data version {version}, with the article that prints the figure", version=view.source.fingerprint
    )


def readme(words: Sequence[str], references: Sequence[str], frame: pd.DataFrame, view: View, address: str) -> str:
    """Write the notes as a Markdown document, with what columns and terms mean."""
    text = view.text
    notes = of(words, (), view, address)
    known = [(name, text(meaning)) for name, meaning in COLUMNS if name in frame.columns]
    terms = [(text(term), text(meaning)) for term, meaning in TERMS.values()]
    return "\n".join(
        [
            f"# {' '.join(words[:1])}",
            "",
            *_listed(notes),
            *_section(text("Columns"), _listed(known)),
            *_section(text("Terms"), _listed(terms)),
            *_section(text("References"), [f"{number}. {words}" for number, words in enumerate(references, start=1)]),
            "",
        ]
    )


def _filter(view: View) -> str:
    text, filters = view.text, view.filters
    articles = text.counted(counting.number(view.articles))
    return f"{filters.in_words(text)} ({articles})" if filters else text("none: all {articles}", articles=articles)


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", f"## {title}", "", *lines] if lines else []


def _listed(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return [f"- **{about}**: {_plain(words)}" for about, words in pairs]


def _plain(words: str) -> str:
    return " ".join(words.split())
