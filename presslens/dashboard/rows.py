"""Facts as table rows in the reader's language: what the tables show is what the downloads hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from presslens.dashboard.data import as_day
from presslens.dashboard.text import Text

FACT_IDS = "fact_ids"


def of_facts(facts: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per fact, headed in the reader's language, with the fact's id in the column `fact_ids`.

    Dates are written as far as they are known, year first (`2024-02`), so that they sort in either language.
    """
    records = facts.to_dict("records")
    columns = {
        FACT_IDS: [fact["fact_id"] for fact in records],
        text("Value"): [text.value(fact) for fact in records],
        text("As printed"): [fact["surface"] for fact in records],
        text("Measure"): [text.metric(fact["metric"]) for fact in records],
        text("Subject"): [text.name(fact["subject"]) for fact in records],
        text("As of"): [fact["as_of"] for fact in records],
        text("Status"): [text.status(fact["status"]) for fact in records],
        text("Quoted"): [text.name(fact["attributed_to"]) for fact in records],
        text("US$ million"): [_millions(fact["amount_usd"]) for fact in records],
        text("Outlet"): [text.outlet(fact["outlet"]) for fact in records],
        text("Published"): [_known(fact) for fact in records],
        text("Title"): [fact["title"] for fact in records],
    }
    return pd.DataFrame(columns)


def of_articles(articles: pd.DataFrame, facts: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per article, indexed by article_id: when, where, title, how many figures, and how it sounds."""
    figures = facts.groupby("article_id").size()
    return pd.DataFrame(
        {
            text("Published"): [_known(article) for article in articles.to_dict("records")],
            text("Outlet"): [text.outlet(outlet) for outlet in articles["outlet"]],
            text("Title"): [title or text("Untitled") for title in articles["title"]],
            text("Figures"): [int(figures.get(article, 0)) for article in articles["article_id"]],
            text("Sentences"): articles["sentences"].to_numpy(),
            text("Sentiment"): articles["sentiment"].round(2).to_numpy(),
        },
        index=articles["article_id"].to_numpy(),
    )


def _known(article: Mapping[str, Any]) -> str:
    day = as_day(article["published"])
    length = {"year": 4, "month": 7}.get(article["published_precision"], 10)
    return day.isoformat()[:length] if day else ""


def _millions(amount_usd: float) -> float:
    """Round to three digits: a converted amount is no more exact than its exchange rate."""
    return float(f"{amount_usd / 1e6:.3g}")


def matching(facts: pd.DataFrame, words: str, text: Text) -> pd.DataFrame:
    """Keep the facts in whose row, as shown or under a name's canonical form, every word of a search stands."""
    wanted = words.casefold().split()
    if not wanted:
        return facts
    shown = of_facts(facts, text).drop(columns=FACT_IDS).select_dtypes(exclude="number")
    names = facts[["subject", "attributed_to", "value_text"]].fillna("")
    lines = zip(*(column.astype(str) for _, column in (*shown.items(), *names.items())), strict=True)
    whole = ["\n".join(line).casefold() for line in lines]
    return facts[[all(word in line for word in wanted) for line in whole]]
