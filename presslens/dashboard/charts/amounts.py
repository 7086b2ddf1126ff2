"""Rows of amounts by subject, in dollars or in counted things: what several pages draw alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text

MOST_ROWS = 14


def dollars(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw sums of money by subject on a logarithmic dollar axis: colour and words say the metric, shape the status."""
    gathered = claims.gathered(facts[facts["amount_usd"] > 0], ignore=["as_of"])
    return _by_subject(gathered, "usd_low", "usd_high", "USD", text, _dollar_label, dark)


def counts(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw counted things by subject on a logarithmic axis; the label names the thing, since unlike things share the axis."""
    gathered = claims.gathered(facts[(facts["low"] > 0) | (facts["high"] > 0)], ignore=["as_of"])
    return _by_subject(gathered, "span_low", "span_high", "", text, _count_label, dark)


def left_out(facts: pd.DataFrame, text: Text) -> str:
    """Say how many subjects the chart has no room for; nothing where it shows them all."""
    rest = len(set(zip(facts["subject"], facts["scope"], strict=True))) - MOST_ROWS
    if rest <= 0:
        return ""
    return text.plural("{n} smaller subject is in the table only.", "{n} smaller subjects are in the table only.", rest)


def _by_subject(
    gathered: Sequence[claims.Mark],
    low: str,
    high: str,
    unit: str,
    text: Text,
    label: Callable[[claims.Mark, Text], str],
    dark: bool,
) -> go.Figure:
    if not gathered:
        return style.figure([], height=120, dark=dark, legend=False)
    told: dict[tuple[str, str], list[claims.Mark]] = {}
    for mark in sorted(gathered, key=lambda mark: (mark["subject"], mark["scope"])):
        told.setdefault((mark["subject"], mark["scope"]), []).append(mark)
    largest = sorted(told.values(), key=lambda marks: -max(mark[high] for mark in marks))[:MOST_ROWS]
    drawn = [_row(marks, low, high, text, label, dark) for marks in largest]
    values = [value for row in drawn for mark in row.marks for value in (mark.low, mark.high)]
    statuses = [mark["status"] for marks in largest for mark in marks]
    return rows.draw(drawn, axes.log_axis(values, text, unit), legend=style.status_legend(statuses, text), dark=dark)


def _row(
    every: Sequence[claims.Mark], low: str, high: str, text: Text, label: Callable[[claims.Mark, Text], str], dark: bool
) -> rows.Row:
    part = claims.telling(every)
    marks = tuple(
        rows.Mark(
            low=float(mark[low]),
            high=float(mark[high]),
            label=label(mark, text) + wording.flag(mark),
            hover=wording.hover(mark, text),
            ids=mark["fact_ids"],
            colour=style.metric_colour(mark["metric"], dark=dark),
            symbol=style.SYMBOL_OF_STATUS[mark["status"]],
            bound=mark["bound"],
        )
        for mark in part
    )
    return rows.Row(f"<b>{wording.about(part[0], text)}</b>{wording.more(len(every) - len(part), text)}", marks)


def _dollar_label(mark: claims.Mark, text: Text) -> str:
    printed = "" if mark["unit"] == "USD" else f" ({text.amount(mark['low'], mark['high'], mark['unit'])})"
    return style.escape(f"{wording.dollars(mark, text)}{printed} · {text.metric(mark['metric']).lower()}", 60)


def _count_label(mark: claims.Mark, text: Text) -> str:
    return style.escape(text.quantity(mark), 48)
