"""Attention: how much of the coverage names whom, when, and which outlets never do. Everything in the reader's unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.aggregates.periods import Step, starts
from presslens.model import TOPIC_OF_METRIC

Kind = Literal["model", "company", "topic"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_NAMES = 6
MOST_COLUMNS = 9
FEWEST = 3
MOST_PEAKS = 4
POOLED = "\0pooled"
_BY_CHANCE = 0.05
OVER_TIME_COLUMNS = ("name", "start", "counted", "of", "share", "article_ids")
GRID_COLUMNS = ("outlet", "name", "counted", "of", "share", "expected", "telling", "article_ids", "outlets")


def named(mentions: pd.DataFrame, facts: pd.DataFrame, articles: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    """Give a row for each article and name in it (or topic of its figures): name, article_id, counted, outlet, published."""
    if kind == "topic":
        told = facts[facts["metric"] != "other"]
        pairs = pd.DataFrame({"article_id": told["article_id"], "name": told["metric"].map(TOPIC_OF_METRIC)})
    else:
        told = mentions[mentions["entity_kind"] == kind]
        pairs = pd.DataFrame({"article_id": told["article_id"], "name": told["entity"]})
    about = articles.assign(counted=counting.keys(articles))[["article_id", "counted", "outlet", "published"]]
    return pairs.drop_duplicates().merge(about, on="article_id")


def leading(pairs: pd.DataFrame, most: int, asked: Sequence[str] = ()) -> list[str]:
    """Give the names told of most often, or those the reader asked for; the most often first."""
    kept = pairs[pairs["name"].isin(asked)] if len(asked) else pairs
    often = kept.groupby("name")["counted"].nunique().rename("n").reset_index()
    return list(often.sort_values(["n", "name"], ascending=[False, True])["name"].head(most))


def over_time(pairs: pd.DataFrame, articles: pd.DataFrame, names: Sequence[str], step: Step) -> pd.DataFrame:
    """Count who is named in each period, from the first to the last: OVER_TIME_COLUMNS; `share` is of all there is, 0 to 1.

    A period in which nothing was published at all has no row: nothing can be said of it.
    """
    dated = articles[articles["published"].notna()].assign(counted=counting.keys(articles))
    if dated.empty or not len(names):
        return pd.DataFrame(columns=list(OVER_TIME_COLUMNS))
    whole = dated.groupby(starts(dated["published"], step))["counted"].nunique()
    told = pairs[pairs["name"].isin(names) & pairs["published"].notna()]
    found = (
        told.assign(start=starts(told["published"], step))
        .groupby(["name", "start"], sort=True)
        .agg(counted=("counted", "nunique"), article_ids=("article_id", ",".join))
    )
    every = pd.MultiIndex.from_product([names, whole.index], names=["name", "start"])
    filled = found.reindex(every).reset_index()
    filled = filled.assign(
        counted=filled["counted"].fillna(0).astype(int),
        article_ids=filled["article_ids"].fillna(""),
        of=filled["start"].map(whole),
    )
    return filled.assign(share=filled["counted"] / filled["of"])[list(OVER_TIME_COLUMNS)]


def peaks(found: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Give the rows that stand out: higher than the periods around, in three articles at least, one per name and period."""
    rows = []
    for _, part in found.groupby("name", sort=False):
        value = part[measure]
        top = (value >= value.shift(1, fill_value=0)) & (value >= value.shift(-1, fill_value=0))
        high = part[top & (part["counted"] >= FEWEST) & (value > value.mean())]
        rows.append(high.sort_values(measure, ascending=False, kind="stable").head(1))
    if not rows:
        return found.head(0)
    every = pd.concat(rows).sort_values(["counted", "name"], ascending=[False, True], kind="stable")
    return every.drop_duplicates("start").head(MOST_PEAKS)


@dataclass(frozen=True, slots=True)
class Event:
    """What the articles of a peak turn on: a release, a name or term in their titles, or one of their titles."""

    kind: Literal["release", "titles", "title"]
    name: str
    as_of: str = ""
    told: int = 0
    total: int = 0


def by_outlet(pairs: pd.DataFrame, articles: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Say for each outlet and name which share of its output names it: GRID_COLUMNS, the largest outlet first.

    Outlets of fewer than three articles are one row together, under POOLED, with their number in `outlets`. `expected` is how
    many would name it if the outlet were like all others; an absence is `telling` where so few by chance are rarer than one in
    twenty.
    """
    output = articles.assign(counted=counting.keys(articles)).groupby("outlet")["counted"].nunique()
    if output.empty or not len(names):
        return pd.DataFrame(columns=list(GRID_COLUMNS))
    large = output[output >= FEWEST].sort_values(ascending=False, kind="stable")
    row_of = {outlet: outlet if outlet in large.index else POOLED for outlet in output.index}
    pooled = [outlet for outlet, row in row_of.items() if row == POOLED]
    total = counting.number(articles)
    rows = []
    for row in [*large.index, *([POOLED] if pooled else [])]:
        own = pooled if row == POOLED else [row]
        of = counting.number(articles[articles["outlet"].isin(own)])
        rows += [(row, name, *_naming(pairs[pairs["name"] == name], own, of, total), len(own)) for name in names]
    return pd.DataFrame(rows, columns=list(GRID_COLUMNS))


def _naming(told: pd.DataFrame, own: Sequence[str], of: int, total: int) -> tuple[int, int, float, float, bool, str]:
    """Hold how many of an outlet's `of` articles name one name against its share of all there is: counted to article_ids."""
    overall = told["counted"].nunique() / total
    here = told[told["outlet"].isin(own)]
    counted = int(here["counted"].nunique())
    telling = not counted and (1 - overall) ** of < _BY_CHANCE
    return counted, of, counted / of, of * overall, telling, ",".join(here["article_id"])
