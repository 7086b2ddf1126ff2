"""Market sizes as claimed, and the growth their two ends imply."""

from __future__ import annotations

import pandas as pd

from presslens.dashboard.aggregates import claims, highlights

SHARES = ("market_share", "adoption_share")
SALES = ("revenue", "box_office")
# Words by which a subject says that it is a market, not a firm or a share price in it.
_A_MARKET = "市场|市場|行业|行業|产业|產業|赛道|賽道|market|industry"


def told(facts: pd.DataFrame) -> pd.DataFrame:
    """Keep what is told of markets: their size, shares and growth, and sales and users of those followed in them.

    A growth rate of a firm's profit or of a share price is no growth of a market, and stays on the pages of facts and articles.
    """
    metric, subject = facts["metric"], facts["subject"].fillna("")
    of_a_market = (facts["scope"].fillna("") != "") | subject.str.contains(_A_MARKET, case=False)
    kept = metric.isin(("market_size", *SHARES, "box_office")) | ((metric == "growth_rate") & of_a_market)
    return facts[kept | (metric.isin(("revenue", "users")) & (highlights.nearness(subject) > 0))]


def sizes(facts: pd.DataFrame) -> pd.DataFrame:
    """Give the marks of all market sizes that can be drawn: an amount in dollars and a year; adds `year` and `market`."""
    marks = claims.marks(facts[(facts["metric"] == "market_size") & (facts["amount_usd"] > 0)])
    marks = marks.assign(year=marks["as_of"].map(claims.year_of), market=market_of(marks))
    return marks[marks["year"].notna()].sort_values(["market", "year", "usd_low"]).reset_index(drop=True)


def market_of(frame: pd.DataFrame) -> pd.Series:
    """Name the market each row measures: subject and scope, since sizes of different scope are different things."""
    return frame["subject"].fillna("") + "|" + frame["scope"].fillna("")


def growth(checks: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """Give the recomputed growth whose two ends are among the sizes: value (% a year), steps, start and end (row numbers)."""
    place = {fact_id: number for number, ids in enumerate(sizes["fact_ids"]) for fact_id in ids.split(",")}
    found = []
    for _, check in checks[checks["kind"] == "growth"].iterrows():
        ends = sorted({place[fact_id] for fact_id in check["fact_ids"] if fact_id in place}, key=lambda row: sizes["year"][row])
        if len(ends) > 1 and sizes["year"][ends[0]] < sizes["year"][ends[-1]]:
            found.append(("growth", check["value"], tuple(check["steps"]), check["diagnosis"] or "", ends[0], ends[-1]))
    return pd.DataFrame(found, columns=["kind", "value", "steps", "diagnosis", "start", "end"]).drop_duplicates(
        ["start", "end"]
    )


def names(facts: pd.DataFrame) -> list[str]:
    """Name the markets measured, the one with most figures first: the order in which they are given their colours."""
    measured = facts[facts["metric"] == "market_size"]
    counted = market_of(measured).value_counts().rename_axis("market").reset_index()
    return list(counted.sort_values(["count", "market"], ascending=[False, True])["market"])
