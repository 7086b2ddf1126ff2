"""The values of one contradiction on one line: amounts beside each other, dates on a line of time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.charts import releases, rows, style, timeline, wording
from presslens.dashboard.text import Text

HEIGHT_PX = 96
# Days are written on two lines.
DAYS_HEIGHT_PX = 16
LEGEND_HEIGHT_PX = 44
MOST_TICKS = 3


def strip(marks: pd.DataFrame, text: Text, *, known: Sequence[releases.Release] = (), dark: bool = False) -> go.Figure:
    """Draw the values of one contradiction, each with the shape of its status; the releases `known` stand among dates."""
    colours = style.palette(dark)
    told_apart = style.status_legend(marks["status"], text) if marks["status"].nunique() > 1 else []
    legend = rows.legend_entries(told_apart, colours)
    dates = marks["kind"].iloc[0] == "date" or marks["span_low"].nunique() == 1
    if dates:
        days = pd.to_datetime(pd.Series([timeline.first_day(as_of) for as_of in marks["as_of"]]))
        lines = releases.lines(releases.within(known, days, 0), days, text, base=-1, top=0.8, colours=colours, named=False)
        below, places = lines, days.tolist()
    else:
        below, places = _ranges(marks, colours), _amounts(marks, "high").tolist()
    height = HEIGHT_PX + (DAYS_HEIGHT_PX if dates else 0) + (LEGEND_HEIGHT_PX if legend else 0)
    traces = [*below, _points(marks, places, text, colours), *legend]
    chart = style.figure(traces, height=height, dark=dark, legend=bool(legend))
    chart.update_yaxes(visible=False, range=[-1, 1])
    chart.update_layout(legend={"y": -0.7 if dates else -0.5}, margin={"l": 24, "r": 24, "t": 4, "b": 4})
    if dates:
        timeline.set_days(chart, days, text, most=MOST_TICKS + 2)
        chart.update_xaxes(type="date", showline=True)
    else:
        _set_amounts(chart, marks, text)
    return chart


def _points(marks: pd.DataFrame, places: Sequence[object], text: Text, colours: style.Palette) -> go.Scatter:
    return style.scatter(
        x=list(places),
        y=[0] * len(marks),
        mode="markers+text",
        text=[wording.flag(mark).strip() for _, mark in marks.iterrows()],
        textposition="top center",
        marker=timeline.marker(colours.series[0], marks["status"]),
        customdata=marks["fact_ids"].tolist(),
        hovertext=[wording.hover(mark, text) for _, mark in marks.iterrows()],
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )


def _ranges(marks: pd.DataFrame, colours: style.Palette) -> list[go.Scatter]:
    lows, highs = _amounts(marks, "low"), _amounts(marks, "high")
    return [
        style.scatter(
            x=[low, high],
            y=[0, 0],
            mode="lines",
            line={"width": 8, "color": colours.series[0]},
            opacity=0.35,
            hoverinfo="skip",
            showlegend=False,
        )
        for low, high in zip(lows, highs, strict=True)
        if high > low
    ]


def _amounts(marks: pd.DataFrame, end: str) -> pd.Series:
    """Give one end of the values, money in dollars."""
    return marks[f"usd_{end}"].astype(float).fillna(marks[f"span_{end}"].astype(float))


def _set_amounts(chart: go.Figure, marks: pd.DataFrame, text: Text) -> None:
    values = [value for value in [*_amounts(marks, "low"), *_amounts(marks, "high")] if value > 0]
    axis = timeline.amounts(values, timeline.unit_of(marks), text, most=MOST_TICKS)
    if axis is not None:
        timeline.set_amounts(chart.update_xaxes, axis, most=MOST_TICKS)
        chart.update_xaxes(showgrid=False, showline=True)
