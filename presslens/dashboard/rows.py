"""Facts as table rows in the reader's language: what the tables show is what the downloads hold."""

from __future__ import annotations

from typing import Any

import pandas as pd

from presslens.dashboard import checking
from presslens.dashboard.aggregates import flags, highlights
from presslens.dashboard.charts import wording
from presslens.dashboard.data import as_day
from presslens.dashboard.reviewed import NOTE, VERDICT
from presslens.dashboard.text import Text

FACT_IDS = "fact_ids"
_SAYS = ("value_text", "kind", "as_of", "low", "high", "unit", "bound", "metric")
_COLUMNS = ("fact_id", "surface", "metric", "subject", "as_of", "status", "confidence", "attributed_to", "amount_usd", "outlet",
            "published", "published_precision", "title")  # fmt: skip


def of_facts(facts: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per fact, headed in the reader's language, with the fact's id in the column `fact_ids`.

    Where the facts are `flags.checked`, the arithmetic stands beside them. Dates are written as far as they are known, year
    first (`2024-02`), so that they sort in either language.
    """
    column = {name: facts[name].tolist() for name in _COLUMNS}
    columns = {
        FACT_IDS: column["fact_id"],
        text("Value"): _values(facts, text),
        text("As printed"): column["surface"],
        text("Measure"): [text.metric(metric) for metric in column["metric"]],
        text("Subject"): [text.name(subject) for subject in column["subject"]],
        text("As of"): column["as_of"],
        text("Status"): [text.status(status) for status in column["status"]],
        text("Confidence"): [text.label(confidence) for confidence in column["confidence"]],
        text("Quoted"): [text.name(name) for name in column["attributed_to"]],
        text("US$ million"): [_millions(amount) for amount in column["amount_usd"]],
        text("Outlet"): [text.outlet(outlet) for outlet in column["outlet"]],
        text("Published"): [*map(_known, column["published"], column["published_precision"])],
        text("Title"): column["title"],
    }
    return pd.DataFrame({**columns, **_said_of(facts, text)})


def _values(facts: pd.DataFrame, text: Text) -> list[str]:
    """Write the values, with the signs for what one should look at twice."""
    says = (dict(zip(_SAYS, row, strict=True)) for row in zip(*(facts[name].tolist() for name in _SAYS), strict=True))
    unsure = (facts["confidence"] == flags.LOW).tolist()
    checks = facts["checks"].tolist() if "checks" in facts.columns else [()] * len(facts)
    both = zip(says, unsure, checks, strict=True)
    return [text.value(fact) + wording.signs(around, unsure=guessed) for fact, guessed, around in both]


def _said_of(facts: pd.DataFrame, text: Text) -> dict[str, list[str]]:
    """Write what the arithmetic and the reader say of the facts, where they say anything."""
    columns = {}
    if "checks" in facts.columns and any(facts["checks"]):
        columns[text("Self-check")] = [checking.in_short(checks, text) for checks in facts["checks"]]
    if VERDICT in facts.columns:
        columns[text("Verdict")] = [text.label(verdict) for verdict in facts[VERDICT]]
        columns[text("Note")] = facts[NOTE].tolist()
    return columns


def by_outlet(said: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Head the rows of `outlets.by_model` in the reader's language: outlet, then a column per model."""
    names = {model: text.name(str(model)) for model in said.columns if model not in (FACT_IDS, "outlet")}
    return said.assign(outlet=[text.outlet(outlet) for outlet in said["outlet"]]).rename(
        columns={"outlet": text("Outlet"), **names}
    )


def of_articles(articles: pd.DataFrame, facts: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per article, indexed by article_id: when, where, title, how many figures, and how it sounds."""
    figures = facts.groupby("article_id").size()
    return pd.DataFrame(
        {
            text("Published"): [*map(_known, articles["published"], articles["published_precision"])],
            text("Outlet"): [text.outlet(outlet) for outlet in articles["outlet"]],
            text("Title"): [title or text("Untitled") for title in articles["title"]],
            text("Figures"): [int(figures.get(article, 0)) for article in articles["article_id"]],
            text("Sentences"): articles["sentences"].to_numpy(),
            text("Sentiment"): articles["sentiment"].round(2).to_numpy(),
        },
        index=articles["article_id"].to_numpy(),
    )


def _known(published: Any, precision: str) -> str:
    day = as_day(published)
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)] if day else ""


def _millions(amount_usd: float) -> float:
    """Round to three digits: a converted amount is no more exact than its exchange rate."""
    return float(f"{amount_usd / 1e6:.3g}")


def latest(facts: pd.DataFrame, most: int = 6, per_article: int = 2) -> pd.DataFrame:
    """Give the figures printed last of models and companies, a few of each article so that no one fills the list."""
    known = facts[(facts["metric"] != "other") & (highlights.nearness(facts["subject"]) > 0)]
    return known[known.groupby("article_id", sort=False).cumcount() < per_article].head(most)
