"""Charts of money and machines: funding, valuations and deals in dollars, and the computing power said to be needed."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import amounts, wording
from presslens.dashboard.text import Text

MONEY = ("funding_target", "funding_round", "funding_total", "valuation", "market_cap", "acquisition")
METRICS = (*MONEY, "price", "compute_gpus", "compute_tokens")


def money_of(facts: pd.DataFrame) -> pd.DataFrame:
    """Give the facts about funding, valuations and deals that have an amount in dollars."""
    return facts[facts["metric"].isin(MONEY) & (facts["amount_usd"] > 0)]


def compute_of(facts: pd.DataFrame, metric: str) -> pd.DataFrame:
    """Give the facts about `compute_gpus` or `compute_tokens` that have a number."""
    return facts[(facts["metric"] == metric) & ((facts["low"] > 0) | (facts["high"] > 0))]


def money(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw targets, rounds, totals, valuations, market capitalisations and acquisitions by subject, in dollars."""
    return amounts.dollars(money_of(facts), text, dark=dark)


def money_finding(facts: pd.DataFrame, text: Text) -> str:
    """Say how the largest sum compares with the others: who, what, and how firm the claim is."""
    marks = claims.gathered(money_of(facts))
    if not marks:
        return text("No outlet in this selection reports funding, a valuation or a deal.")
    top = max(marks, key=lambda mark: mark["usd_high"])
    return text(
        "The largest sum: {subject}, {amount}, {metric}, {status}",
        amount=wording.dollars(top, text),
        metric=text.metric(top["metric"]).lower(),
        subject=wording.subject(top, text),
        status=text.status(top["status"]).lower(),
    )


def compute(facts: pd.DataFrame, metric: str, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw the GPUs or tokens each subject is said to have or need."""
    return amounts.counts(compute_of(facts, metric), text, dark=dark)


def compute_finding(facts: pd.DataFrame, metric: str, text: Text) -> str:
    """Say between what numbers the claims lie, and of whom the largest is."""
    marks = claims.gathered(compute_of(facts, metric))
    if not marks:
        empty = {
            "compute_gpus": text("No outlet in this selection says how many GPUs anyone has or needs."),
            "compute_tokens": text("No outlet in this selection says how many tokens a video takes."),
        }
        return empty[metric]
    top = max(marks, key=lambda mark: mark["span_high"])
    amount = text.quantity(top)
    return text(
        "The largest number: {subject}, {amount} ({status})",
        amount=amount,
        subject=wording.subject(top, text),
        status=text.status(top["status"]).lower(),
    )
