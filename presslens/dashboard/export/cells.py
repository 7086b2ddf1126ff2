"""The cells of a panel: what a table shows, or a row for each mark that a chart draws, with the evidence behind each row."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import pandas as pd

from presslens.dashboard import corroboration, rows
from presslens.dashboard.aggregates import flags
from presslens.dashboard.charts import drawn
from presslens.dashboard.marks import Behind, articles_among, facts_among, ids_in, ids_of
from presslens.dashboard.text import Text

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from presslens.dashboard.view import View

FACT_IDS = rows.FACT_IDS
ARTICLE_IDS = "article_ids"
# What a reader of the file needs for sums of her own: the names and units are those of the facts table.
TYPED = ("low", "high", "unit", "amount_usd", "article_id")


def of_table(frame: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give the cells of a table as shown; where each row is one fact, its plain values too; then the ids behind each row."""
    if FACT_IDS not in frame:
        return frame.reset_index(drop=True)
    ids = [value if isinstance(value, str) else ",".join(value) for value in frame[FACT_IDS]]
    shown = frame.drop(columns=FACT_IDS).reset_index(drop=True)
    if view.text("As printed") in shown and not any("," in value for value in ids):
        shown = pd.concat([shown, _typed(ids, view)], axis="columns")
    return shown.assign(**{FACT_IDS: ids})


def of_chart(figure: go.Figure, view: View, of: Behind) -> pd.DataFrame:
    """Give the cells of a chart: a row for every fact behind every mark, or for every mark where all stand for articles."""
    marks, ids = _marks(figure, view.text), ids_in(figure)
    parts = [ids_of(value) for value in marks.pop("ids")]
    articles = [",".join(articles_among(part, of)) for part in parts]
    if articles_among(ids, of) == ids:
        return marks.assign(**{ARTICLE_IDS: articles})
    told = _facts_behind(marks.assign(**{FACT_IDS: [list(facts_among(part, of)) or [""] for part in parts]}), view)
    if any(articles):
        told[ARTICLE_IDS] = [words for words, part in zip(articles, parts, strict=True) for _ in facts_among(part, of) or ("",)]
    return told


def _facts_behind(marks: pd.DataFrame, view: View) -> pd.DataFrame:
    """Put each mark beside every fact behind it: the mark as drawn, the fact in words, its plain values."""
    one = marks.explode(FACT_IDS, ignore_index=True)
    behind = facts([value for value in dict.fromkeys(one[FACT_IDS]) if value], view)
    said = rows.of_facts(behind, view.text).drop(columns=FACT_IDS).set_axis(behind["fact_id"], axis="index")
    told = said.reindex(one[FACT_IDS]).reset_index(drop=True)
    return pd.concat([_distinct(one.drop(columns=FACT_IDS), told), _typed(list(one[FACT_IDS]), view), one[[FACT_IDS]]], axis=1)


def facts(ids: Collection[str], view: View) -> pd.DataFrame:
    """Give facts by their ids as the page shows them (merged subjects under one name), else as the dataset has them.

    The arithmetic that they take part in stands beside them.
    """
    found = pd.concat([told[told["fact_id"].isin(ids)] for told in (view.facts, view.claims)])
    missing = set(ids).difference(found["fact_id"])
    if missing:
        found = pd.concat([found, view.source.ask(corroboration.by_id(sorted(missing)))])
    return flags.checked(found, view.checks)


def articles_behind(frame: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give the articles behind the rows of an export, the oldest first; all that are shown where no row names one."""
    if not {FACT_IDS, ARTICLE_IDS} & set(frame.columns):
        return view.articles.iloc[::-1]
    behind, found = ({part for ids in frame.get(name, ()) for part in ids_of(ids)} for name in (FACT_IDS, ARTICLE_IDS))
    found |= set(view.source.ask(corroboration.by_id(sorted(behind)))["article_id"])
    every = view.source.select("articles", type(view.filters)())
    return every[every["article_id"].isin(found)].iloc[::-1]


def _marks(figure: go.Figure, text: Text) -> pd.DataFrame:
    marks = drawn.marks(figure)
    names = {axis: _kind(marks[axis], text) for axis in ("x", "y")} | drawn.axis_names(figure)
    if names["x"] == names["y"]:
        names["x"] = text("{measure}, across", measure=names["x"])
    columns = {text("Row or series"): marks["row"]}
    for axis in ("x", "y"):
        if not names[axis]:
            continue
        columns[names[axis]] = marks[axis]
        if (marks[f"{axis}_to"] != marks[axis]).any() and marks[f"{axis}_to"].notna().any():
            columns[text("{measure}, upper end", measure=names[axis])] = marks[f"{axis}_to"]
    if marks["low"].notna().any():
        columns |= {text("Interval from"): marks["low"], text("Interval to"): marks["high"]}
    if (marks["label"] != "").any():
        columns[text("Label on the chart")] = marks["label"]
    return pd.DataFrame({**columns, text("Details"): marks["details"], "ids": marks["ids"]})


def _kind(values: pd.Series, text: Text) -> str:
    """Name an axis that has no name by what stands on it."""
    known = values.dropna()
    if len(known) and isinstance(known.iloc[0], str):
        return text("Name")
    return text("Day") if len(known) and isinstance(known.iloc[0], pd.Timestamp) else text("Value on the chart")


def _typed(ids: list[str], view: View) -> pd.DataFrame:
    known = [value for value in dict.fromkeys(ids) if value]
    facts = view.source.ask(corroboration.by_id(known)).set_index("fact_id")
    return facts.reindex(ids)[list(TYPED)].reset_index(drop=True)


def _distinct(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Put two frames side by side; a column of the second that the first has already gets a number."""
    taken = set(first.columns)
    return pd.concat([first, second.rename(columns={name: f"{name} (2)" for name in second.columns if name in taken})], axis=1)
