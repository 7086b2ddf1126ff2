"""Chart of the longest clip each model is said to make, and the words of the comparison's cells."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text


def durations_of(facts: pd.DataFrame, models: Sequence[str]) -> pd.DataFrame:
    """Give the marks of the longest clip printed of each model, whatever the day it is said of."""
    marks = claims.marks(facts[(facts["metric"] == "max_duration") & facts["subject"].isin(models)], ignore=["as_of", "scope"])
    return marks[(marks["span_high"] > 0) & (marks["unit"] == "s")]


def durations(facts: pd.DataFrame, models: Sequence[str], text: Text, *, dark: bool = False) -> go.Figure:
    """Draw every length printed of each model's longest clip in seconds: ranges as bars, a row also for who has none."""
    marks = durations_of(facts, models)
    if marks.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colour = style.palette(dark).series[0]
    drawn = []
    for model in models:
        every = marks[marks["subject"] == model]
        part = claims.telling(every)
        name = f"<b>{style.escape(text.name(model))}</b>"
        label = f"{name}{wording.more(len(every) - len(part), text)}" if len(part) else f"{name} · {text('not reported')}"
        drawn.append(rows.Row(label, tuple(_mark(mark, text, colour) for _, mark in part.iterrows())))
    highs, lows = marks["span_high"], marks["span_low"]
    log = claims.spans_decades(lows, highs)
    axis = axes.log_axis([*lows, *highs], text, "s") if log else axes.seconds_axis(float(highs.max()), text)
    return rows.draw(drawn, axis, legend=style.status_legend(marks["status"], text), dark=dark)


def _mark(mark: pd.Series, text: Text, colour: str) -> rows.Mark:
    amount = text.amount(mark["low"], mark["high"], "s", mark["bound"])
    count = text.counted(mark["counted"])
    return rows.Mark(
        low=float(mark["span_low"]),
        high=float(mark["span_high"]),
        label=style.escape(f"{amount} · {count}", 40),
        hover=wording.hover(mark, text),
        ids=mark["fact_ids"],
        colour=colour,
        symbol=style.SYMBOL_OF_STATUS[mark["status"]],
        bound=mark["bound"],
    )


def durations_finding(facts: pd.DataFrame, models: Sequence[str], text: Text) -> str:
    """Say which model is said to make the longest clip, and how many of those compared have a length printed."""
    marks = durations_of(facts, models)
    if marks.empty:
        return text("No outlet in this selection says how long a clip these models can make.")
    top = marks.loc[marks["span_high"].idxmax()]
    return text(
        "Longest clip: {model}, {amount}; lengths are printed for {known} of {compared} models",
        model=text.name(top["subject"]),
        amount=text.amount(top["low"], top["high"], "s", top["bound"]),
        known=marks["subject"].nunique(),
        compared=len(models),
    )


def sources(value: pd.Series, text: Text) -> str:
    """Say under a cell's value which outlets print it and who is quoted; plain text."""
    outlets = [text.outlet(outlet) for outlet in value["outlets"]] or [text.outlet("")]
    told = text(", ").join(outlets[:2]) + (f" +{len(outlets) - 2}" if len(outlets) > 2 else "")
    if not value["voices"]:
        return told
    return f"{told} · {text('Quoted: {names}', names=text(', ').join(text.name(name) for name in value['voices'][:2]))}"
