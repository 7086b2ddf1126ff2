"""Charts over the day of publication: the values of a contradiction, the life of a claim, and how forecasts moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text

STRIP_HEIGHT_PX = 96
LEGEND_HEIGHT_PX = 32
TIMELINE_HEIGHT_PX = 360
MOST_TICKS = 3
# Over a shorter time the same month would stand at several ticks.
_DAYS_TO_SHOW = 150


def strip(marks: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw the values of one contradiction on one line, each with the shape of its status; dates on a line of time."""
    colours = style.palette(dark)
    dates = marks["kind"].iloc[0] == "date" or marks["span_low"].nunique() == 1
    places = [_day(as_of) for as_of in marks["as_of"]] if dates else _amounts(marks, "high").tolist()
    points = go.Scatter(
        x=places,
        y=[0] * len(marks),
        mode="markers",
        marker=_marker(colours.series[0], marks["status"]),
        customdata=marks["fact_ids"].tolist(),
        hovertext=[wording.hover(mark, text) for _, mark in marks.iterrows()],
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
    ranges = [] if dates else _ranges(marks, colours)
    told_apart = style.status_legend(marks["status"], text) if marks["status"].nunique() > 1 else []
    legend = [rows.legend_entry(symbol, words, colours) for symbol, words in told_apart]
    height = STRIP_HEIGHT_PX + (LEGEND_HEIGHT_PX if legend else 0)
    chart = style.figure([*ranges, points, *legend], height=height, dark=dark, legend=bool(legend))
    chart.update_yaxes(visible=False, range=[-1, 1])
    chart.update_layout(legend={"y": -0.35})
    chart.update_layout(margin={"l": 24, "r": 24, "t": 4, "b": 4})
    if dates:
        days = pd.to_datetime(pd.Series(places))
        _time_axis(chart, days, text, most=MOST_TICKS)
        chart.update_xaxes(type="date", showline=True)
    else:
        _amount_axis(chart, marks, text, along="x", most=MOST_TICKS)
    return chart


def _marker(colour: str, statuses: pd.Series) -> dict[str, Any]:
    """Give the looks of marks that each have the shape of their status."""
    symbols = [style.SYMBOL_OF_STATUS[status] for status in statuses]
    return {"size": 13, "color": colour, "symbol": symbols, "line": {"width": 2, "color": colour}}


def _ranges(marks: pd.DataFrame, colours: style.Palette) -> list[go.Scatter]:
    lows, highs = _amounts(marks, "low"), _amounts(marks, "high")
    return [
        go.Scatter(
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


def _unit(frame: pd.DataFrame) -> str:
    if (frame["kind"] == "money").all():
        return "USD"
    units = set(frame["unit"])
    return units.pop() if len(units) == 1 else ""


def _amount_axis(chart: go.Figure, marks: pd.DataFrame, text: Text, *, along: str, most: int) -> None:
    values = [value for value in [*_amounts(marks, "low"), *_amounts(marks, "high")] if value > 0]
    _set_axis(chart, values, _unit(marks), text, along=along, most=most)


def _set_axis(chart: go.Figure, values: list[float], unit: str, text: Text, *, along: str, most: int) -> None:
    """Set an axis of amounts from zero, or a logarithmic one where only that shows them all."""
    if not values:
        return
    frame = pd.Series(values)
    log = claims.spans_decades(frame, frame)
    axis = axes.log_axis(values, text, unit, most=most) if log else axes.linear_axis(max(values) * 1.05, text, unit)
    step = max(1, -(-len(axis.ticks) // most))
    ticks = axis.ticks[::step]
    update = chart.update_xaxes if along == "x" else chart.update_yaxes
    update(
        type="log" if log else "linear",
        tickvals=[value for value, _ in ticks],
        ticktext=[label for _, label in ticks],
        showgrid=along == "y",
        zeroline=False,
        showline=along == "x",
    )
    if not log:
        update(range=[0, axis.last])


def life(told: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw every printing of one thing by the day of publication: each with the shape of its status."""
    if told.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    dates = told["kind"].iloc[0] == "date"
    heights = [_day(as_of) for as_of in told["as_of"]] if dates else told["span"].astype(float).tolist()
    points = go.Scatter(
        x=told["published"].tolist(),
        y=heights,
        mode="lines+markers",
        line={"width": 1, "dash": "dot", "color": colours.muted, "shape": "hv"},
        marker=_marker(colours.series[0], told["status"]),
        customdata=told["fact_id"].tolist(),
        hovertext=[_said(fact, text) for fact in told.to_dict("records")],
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
    legend = [rows.legend_entry(symbol, words, colours) for symbol, words in style.status_legend(told["status"], text)]
    chart = style.figure([points, *legend], height=TIMELINE_HEIGHT_PX, dark=dark)
    _time_axis(chart, told["published"], text)
    if dates:
        chart.update_yaxes(type="date", tickformat=axes.dates(text), nticks=6)
    else:
        _set_axis(chart, [float(value) for value in told["span"] if value > 0], _unit(told), text, along="y", most=6)
    return chart


def line_names(ahead: pd.DataFrame, text: Text) -> list[str]:
    """Name the lines of `vintages`, in the order in which they are given their colours."""
    told = ahead.sort_values(["target", "voice"]).drop_duplicates(["target", "voice"])
    return [_line_name(target, voice, text) for target, voice in zip(told["target"], told["voice"], strict=True)]


def vintages(ahead: pd.DataFrame, text: Text, *, lines: Sequence[str] = (), dark: bool = False) -> go.Figure:
    """Draw how the number for each target year moved with the day of publication: one line per year and per voice.

    `lines` are the `line_names` over the whole dataset, so that a line keeps its colour under any filter.
    """
    if ahead.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    named = ahead.assign(
        line=[_line_name(year, voice, text) for year, voice in zip(ahead["target"], ahead["voice"], strict=True)]
    )
    looks = style.looks([*lines, *named["line"]], dark=dark)
    series = named.sort_values("published", kind="stable").groupby("line", sort=True)
    drawn = [_vintage(part, str(line), looks[str(line)], text) for line, part in series]
    legend = [rows.legend_entry(symbol, words, colours) for symbol, words in style.status_legend(ahead["status"], text)]
    chart = style.figure([*drawn, *legend], height=TIMELINE_HEIGHT_PX, dark=dark)
    _time_axis(chart, ahead["published"], text)
    _set_axis(chart, [float(value) for value in ahead["span"] if value > 0], _unit(ahead), text, along="y", most=6)
    return chart


def _vintage(part: pd.DataFrame, name: str, look: style.Look, text: Text) -> go.Scatter:
    return go.Scatter(
        x=part["published"].tolist(),
        y=part["span"].astype(float).tolist(),
        mode="lines+markers",
        name=style.escape(name, 32),
        line={"width": 2, "dash": look.dash, "color": look.colour},
        marker=_marker(look.colour, part["status"]),
        customdata=part["fact_id"].tolist(),
        hovertext=[_said(fact, text) for fact in part.to_dict("records")],
        hoverinfo="text",
        cliponaxis=False,
    )


def _line_name(target: int, voice: str, text: Text) -> str:
    return f"{int(target)} · {text.name(voice) or text.outlet('')}"


def _time_axis(chart: go.Figure, days: pd.Series, text: Text, *, most: int = 6) -> None:
    first, last = days.min(), days.max()
    pad = max((last - first) * 0.06, pd.Timedelta(days=3))
    spread = (last - first).days
    chart.update_xaxes(
        range=[first - pad, last + pad],
        tickformat=axes.dates(text, daily=spread <= _DAYS_TO_SHOW),
        nticks=most,
        showgrid=False,
    )


def _said(fact: dict[str, object], text: Text) -> str:
    """Say a printing in a hover: the value, how firm it is, who is quoted, where and when."""
    when = [text.date(str(fact["as_of"]))] if fact["as_of"] else []
    meaning = " · ".join([text.status(str(fact["status"])), *when])
    where = f"{text.outlet(str(fact['outlet']))} · {text.date(wording.day(fact['published']))}"
    quoted = text("Quoted: {names}", names=text.name(str(fact["attributed_to"]))) if fact["attributed_to"] else ""
    lines = [meaning, where, quoted]
    return style.hover([f"<b>{style.escape(text.value(fact))}</b>", *(style.escape(line) for line in lines if line)])


def _day(as_of: str) -> str:
    """Give the first day of a date known in part, for a line of time."""
    known = re.match(r"\d{4}(?:-\d{2}){0,2}", as_of)
    return f"{known.group()}-01-01"[:10] if known else ""
