"""Real examples for the tour: the fact, mark or check of the dataset that shows one idea best; None where nothing does."""

from __future__ import annotations

import pandas as pd

from presslens.dashboard.aggregates import claims

NAMED = (
    "market_size",
    "funding_target",
    "funding_round",
    "funding_total",
    "valuation",
    "revenue",
    "compute_gpus",
    "max_duration",
)


def most_worked(facts: pd.DataFrame) -> pd.Series | None:
    """Give the surely read fact whose value took most steps from what is printed."""
    sure = facts[facts["metric"].isin(NAMED) & (facts["confidence"] == "high") & (facts["subject"] != "")]
    if sure.empty:
        return None
    weighed = sure.assign(weight=sure["steps"].map(len))
    return sure.loc[weighed.sort_values(["weight", "fact_id"], ascending=[False, True]).index[0]]


def of_each_status(facts: pd.DataFrame) -> pd.DataFrame:
    """Give one mark per status, the one in most articles, in the columns of `claims.marks`."""
    told = claims.marks(facts[facts["metric"].isin(NAMED) & (facts["subject"] != "")])
    return told.sort_values(["articles", "fact_ids"], ascending=[False, True], kind="stable").drop_duplicates("status")


def most_repeated(facts: pd.DataFrame) -> pd.Series | None:
    """Give the mark that most more articles print than voices say."""
    told = claims.marks(facts[facts["metric"].isin((*NAMED, "release_date")) & (facts["subject"] != "")])
    told = told[told["articles"] > 1]
    if told.empty:
        return None
    weighed = told.assign(weight=told["articles"] - told["origins"])
    return told.loc[weighed.sort_values(["weight", "articles"], ascending=False, kind="stable").index[0]]


def most_disputed(checks: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """Give the marks of the disagreement that most articles take part in, smallest value first; no rows where none stands."""
    conflicts = checks[checks["kind"] == "conflict"]
    parts = [facts[facts["fact_id"].isin(list(ids)) & facts["low"].notna()] for ids in conflicts["fact_ids"]]
    parts = [part for part in parts if part["low"].nunique() > 1]
    if not parts:
        return claims.marks(facts.iloc[:0])
    most = max(parts, key=lambda part: (part["article_id"].nunique(), part["fact_id"].min()))
    return claims.marks(most).sort_values("span_low", kind="stable")
