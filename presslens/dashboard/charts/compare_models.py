"""Charts of the comparison: how long a clip each model is said to make, and the words of its cells."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims, clips
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text
from presslens.model import STATED_MAXIMUM


def durations_of(facts: pd.DataFrame, models: Sequence[str]) -> dict[tuple[str, str], pd.DataFrame]:
    """Give the marks of each model's clip lengths, apart by the condition they are told under, whatever the day."""
    lengths = clips.lengths(facts, models)
    parts = lengths.groupby(["subject", "condition"], sort=False)
    return {(str(model), str(kind)): claims.marks(part, ignore=["as_of", "scope"]) for (model, kind), part in parts}


def durations(facts: pd.DataFrame, models: Sequence[str], text: Text, *, dark: bool = False) -> go.Figure:
    """Draw every length printed of each model's clips in seconds, a row per condition; a row also for who has none.

    A clip that was shown stands in a row of its own: it is no maximum, and is held against none.
    """
    found = durations_of(facts, models)
    if not found:
        return style.figure([], height=120, dark=dark, legend=False)
    colour, drawn = style.palette(dark).series[0], []
    for model in models:
        name = f"<b>{style.escape(text.name(model))}</b>"
        own = [(kind, found[model, kind]) for kind in clips.KINDS if (model, kind) in found]
        if not own:
            drawn.append(rows.Row(f"{name} · {text('not reported')}"))
        for kind, every in own:
            part = claims.telling(every.to_dict("records"))
            label = f"{name} · {text.condition(kind)}{wording.more(len(every) - len(part), text)}"
            drawn.append(rows.Row(label, tuple(_mark(mark, text, colour) for mark in part)))
    marks = pd.concat(found.values())
    highs, lows = marks["span_high"], marks["span_low"]
    log = claims.spans_decades(lows, highs)
    axis = axes.log_axis([*lows, *highs], text, "s") if log else axes.seconds_axis(float(highs.max()), text)
    return rows.draw(drawn, axis, legend=style.status_legend(marks["status"], text), dark=dark)


def _mark(mark: claims.Mark, text: Text, colour: str) -> rows.Mark:
    amount = text.amount(mark["low"], mark["high"], "s", mark["bound"])
    return rows.Mark(
        low=float(mark["span_low"]),
        high=float(mark["span_high"]),
        label=style.escape(f"{amount} · {text.counted(mark['counted'])}", 40),
        hover=wording.hover(mark, text),
        ids=mark["fact_ids"],
        colour=colour,
        symbol=style.SYMBOL_OF_STATUS[mark["status"]],
        bound=mark["bound"],
    )


def durations_finding(facts: pd.DataFrame, models: Sequence[str], text: Text) -> str:
    """Say which model has the longest stated maximum, and how many of those compared have any length printed."""
    found = durations_of(facts, models)
    if not found:
        return text("No outlet in this selection says how long a clip these models can make.")
    known = len({model for model, _ in found})
    printed = text("lengths are printed for {known} of {compared} models", known=known, compared=len(models))
    stated = [marks for (_, kind), marks in found.items() if kind == STATED_MAXIMUM]
    if not stated:
        return text("No maximum is stated; {printed}", printed=printed)
    marks = pd.concat(stated, ignore_index=True)
    top = marks.loc[marks["span_high"].idxmax()]
    return text(
        "Longest stated maximum: {model}, {amount}; {printed}",
        model=text.name(top["subject"]),
        amount=text.amount(top["low"], top["high"], "s", top["bound"]),
        printed=printed,
    )


def sources(value: pd.Series, text: Text) -> str:
    """Say under a cell's value on whose word it stands, who prints it and when; plain text."""
    by = text(", ").join(text.speaker(speaker) for speaker in value["by"])
    outlets = [text.outlet(outlet) for outlet in value["outlets"]] or [text.outlet("")]
    told = outlets[0] + (f" +{len(outlets) - 1}" if len(outlets) > 1 else "")
    return " · ".join([by, told, _months(value, text)])


def _months(value: pd.Series, text: Text) -> str:
    """Say in which months a value was first and last printed."""
    first, latest = (text.date(wording.day(value[name]), "month") for name in ("first", "latest"))
    return latest if first == latest else text("{first} – {last}", first=first, last=latest)
