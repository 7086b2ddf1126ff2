"""Terms counted and compared: which are used most, which set an outlet apart, which come and go."""

from __future__ import annotations

import numpy as np
import pandas as pd

from presslens.dashboard import counting
from presslens.dashboard.aggregates import periods

PRIOR_TERMS = 500.0


def top(keywords: pd.DataFrame, most: int = 20) -> pd.DataFrame:
    """Give the most used terms: term, count, counted (how many use it, in the reader's unit), article_ids (comma-joined).

    Where families are counted, what near-copies repeat is counted once.
    """
    if keywords.empty:
        return pd.DataFrame(columns=["term", "count", "counted", "article_ids"])
    return (
        keywords.assign(counted=counting.keys(keywords))
        .groupby(["term", "counted"], sort=True)
        .agg(count=("count", "max"), article_ids=("article_id", list))
        .reset_index()
        .groupby("term", sort=True)
        .agg(count=("count", "sum"), counted=("counted", "nunique"), article_ids=("article_ids", _all_joined))
        .reset_index()
        .sort_values(["count", "counted", "term"], ascending=[False, False, True])
        .head(most)
        .reset_index(drop=True)
    )


def apart(keywords: pd.DataFrame, articles: pd.DataFrame, *, outlets: int = 6, most: int = 8) -> pd.DataFrame:
    """Give the terms each outlet uses more than the others: outlet, term, count, counted, score, article_ids.

    `score` is the z-value of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), the
    prior being the use of the term in all articles; terms below 1.0 are left out. The outlets with most terms are taken.
    """
    outlet_of = articles.set_index("article_id")["outlet"]
    told = keywords.assign(outlet=keywords["article_id"].map(outlet_of)).dropna(subset=["outlet"])
    if told["outlet"].nunique() < 2:
        return pd.DataFrame(columns=["outlet", "term", "count", "counted", "score", "article_ids"])
    told = told.assign(counted=counting.keys(told))
    used = told.groupby(["outlet", "term"], sort=True).agg(
        count=("count", "sum"), counted=("counted", "nunique"), article_ids=("article_id", _joined)
    )
    counts = used["count"].unstack("outlet", fill_value=0).astype(float)
    scores = log_odds(counts).stack().rename("score")
    ranked = used.join(scores, how="left").reset_index()
    # Articles that name no outlet are compared with, but are no outlet to be told apart.
    largest = counts.drop(columns="", errors="ignore").sum().sort_values(ascending=False, kind="stable").head(outlets).index
    kept = ranked[ranked["outlet"].isin(largest) & (ranked["score"] >= 1.0) & (ranked["count"] > 1)]
    kept = kept.sort_values(["outlet", "score", "term"], ascending=[True, False, True])
    return kept.groupby("outlet", sort=False).head(most).reset_index(drop=True)


def log_odds(counts: pd.DataFrame) -> pd.DataFrame:
    """Score how much more each column uses each row's term than the other columns do, in standard deviations.

    >>> log_odds(pd.DataFrame({"a": [8.0, 2.0], "b": [2.0, 8.0]}))["a"].round(1).tolist()
    [3.3, -3.3]
    """
    total = counts.sum(axis=1)
    prior = total / total.sum() * min(PRIOR_TERMS, float(total.sum()) / 10)
    here = counts.add(prior, axis=0)
    there = counts.rsub(total, axis=0).add(prior, axis=0)
    odds = np.log(here / (here.sum() - here)) - np.log(there / (there.sum() - there))
    return odds / np.sqrt(1 / here + 1 / there)


def over_time(keywords: pd.DataFrame, articles: pd.DataFrame, *, most: int = 6) -> pd.DataFrame:
    """Count the most used terms by month: term, month (first day), per_thousand characters, count, counted, article_ids."""
    columns = ["term", "month", "per_thousand", "count", "counted", "article_ids"]
    dated = articles[articles["published"].notna()][["article_id", "published", "characters"]]
    if dated.empty or keywords.empty:
        return pd.DataFrame(columns=columns)
    dated = dated.assign(month=periods.starts(dated["published"], "month"))
    written = dated.groupby("month")["characters"].sum()
    told = keywords[keywords["term"].isin(top(keywords, most)["term"])].merge(dated, on="article_id")
    counted = (
        told.assign(counted=counting.keys(told))
        .groupby(["term", "month"], sort=True)
        .agg(count=("count", "sum"), counted=("counted", "nunique"), article_ids=("article_id", _joined))
        .reset_index()
    )
    return counted.assign(per_thousand=1000 * counted["count"] / counted["month"].map(written))[columns]


def _all_joined(ids: pd.Series) -> str:
    return ",".join(dict.fromkeys(article_id for some in ids for article_id in some))


def _joined(ids: pd.Series) -> str:
    return ",".join(dict.fromkeys(ids))
