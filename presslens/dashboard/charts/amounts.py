"""Rows of amounts by subject, in dollars or in counted things: what several pages draw alike."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text

MOST_ROWS = 14


def dollars(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw sums of money by subject on a logarithmic dollar axis: colour and words say the metric, shape the status."""
    gathered = claims.marks(facts[facts["amount_usd"] > 0], ignore=["as_of"])
    return _by_subject(gathered, "usd_low", "usd_high", "USD", text, _dollar_label, dark)


def counts(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw counted things by subject on a logarithmic axis; the label names the thing, since unlike things share the axis."""
    gathered = claims.marks(facts[(facts["low"] > 0) | (facts["high"] > 0)], ignore=["as_of"])
    return _by_subject(gathered, "span_low", "span_high", "", text, _count_label, dark)


def left_out(facts: pd.DataFrame, text: Text) -> str:
    """Say how many subjects the chart has no room for; nothing where it shows them all."""
    rest = facts.groupby(["subject", "scope"], dropna=False).ngroups - MOST_ROWS
    if rest <= 0:
        return ""
    return text.plural("{n} smaller subject is in the table only.", "{n} smaller subjects are in the table only.", rest)


def _by_subject(
    gathered: pd.DataFrame,
    low: str,
    high: str,
    unit: str,
    text: Text,
    label: Callable[[pd.Series, Text], str],
    dark: bool,
) -> go.Figure:
    if gathered.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    order = gathered.groupby(["subject", "scope"])[high].max().sort_values(ascending=False, kind="stable").head(MOST_ROWS).index
    drawn = []
    for subject, scope in order:
        every = gathered[(gathered["subject"] == subject) & (gathered["scope"] == scope)]
        part = claims.telling(every)
        name = f"<b>{wording.about(part.iloc[0], text)}</b>{wording.more(len(every) - len(part), text)}"
        drawn.append(rows.Row(name, tuple(_mark(mark, low, high, label, text, dark) for _, mark in part.iterrows())))
    values = [value for row in drawn for mark in row.marks for value in (mark.low, mark.high)]
    kept = gathered.set_index(["subject", "scope"]).loc[list(order), "status"]
    return rows.draw(drawn, axes.log_axis(values, text, unit), legend=style.status_legend(kept, text), dark=dark)


def _mark(mark: pd.Series, low: str, high: str, label: Callable[[pd.Series, Text], str], text: Text, dark: bool) -> rows.Mark:
    return rows.Mark(
        low=float(mark[low]),
        high=float(mark[high]),
        label=label(mark, text) + wording.flag(mark),
        hover=wording.hover(mark, text),
        ids=mark["fact_ids"],
        colour=style.metric_colour(mark["metric"], dark=dark),
        symbol=style.SYMBOL_OF_STATUS[mark["status"]],
        bound=mark["bound"],
    )


def _dollar_label(mark: pd.Series, text: Text) -> str:
    printed = "" if mark["unit"] == "USD" else f" ({text.amount(mark['low'], mark['high'], mark['unit'])})"
    return style.escape(f"{wording.dollars(mark, text)}{printed} · {text.metric(mark['metric']).lower()}", 60)


def _count_label(mark: pd.Series, text: Text) -> str:
    return style.escape(text.quantity(mark), 48)
