"""What is said of one thing, over the day of publication: the life of a claim, and how forecasts moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import flags, spans
from presslens.dashboard.charts import axes, releases, style, timeline, wording
from presslens.dashboard.text import Text

_DAY_SECONDS = 86_400


def life(told: pd.DataFrame, text: Text, *, known: Sequence[releases.Release] = (), dark: bool = False) -> go.Figure:
    """Draw every printing of one thing by the day of publication: each with the shape of its status.

    A date known in part stands in the middle of what it leaves open, with a line as long as that.
    """
    told = _placed(told) if len(told) and told["kind"].iloc[0] == "date" else told
    dates = "first" in told
    axis = _date_axis(told) if dates else _amount_axis(told, text)
    if axis is None:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    line = {"width": 1, "dash": "dot", "color": colours.muted, "shape": "hv"}
    heights = told["first"] + told["open"] if dates else told["span"].astype(float)
    mode = "markers+text" if dates else "lines+markers+text"
    points = _printings(told, heights, text, mode=mode, line=line, colour=colours.series[0], showlegend=False)
    ranges = [_left_open(told, colours)] if dates else []
    return timeline.draw([*ranges, points], told, axis, text, known=known, dates=dates, dark=dark)


def _placed(told: pd.DataFrame) -> pd.DataFrame:
    """Add the first day that a date allows, and half of what it leaves open; what is no date has no place."""
    allowed = [spans.days(as_of) for as_of in told["as_of"]]
    kept = told[[span is not None for span in allowed]]
    known = [span for span in allowed if span]
    return kept.assign(first=[first for first, _ in known], open=[(last - first) / 2 for first, last in known])


def _left_open(told: pd.DataFrame, colours: style.Palette) -> go.Scatter:
    """Draw from the first to the last day that each date allows: Plotly has no error bars on an axis of dates."""
    places = zip(told["published"], told["first"], told["first"] + 2 * told["open"], strict=True)
    ends = [(day, end) for day, first, last in places for end in (first, last, None)]
    return style.scatter(
        x=[day for day, _ in ends],
        y=[end for _, end in ends],
        mode="lines",
        line={"width": 4, "color": colours.series[0]},
        opacity=0.35,
        hoverinfo="skip",
        showlegend=False,
    )


def _date_axis(told: pd.DataFrame) -> axes.Axis | None:
    """Make an axis of seconds since 1970 around the dates told."""
    if told.empty:
        return None
    first, last = told["first"].min().timestamp(), (told["first"] + 2 * told["open"]).max().timestamp()
    pad = max((last - first) * 0.08, 15 * _DAY_SECONDS)
    return axes.Axis(first - pad, last + pad, ())


def _amount_axis(told: pd.DataFrame, text: Text) -> axes.Axis | None:
    values = [float(value) for value in told["span"] if value > 0] if len(told) else []
    return timeline.amounts(values, timeline.unit_of(told), text)


def line_names(ahead: pd.DataFrame, text: Text) -> list[str]:
    """Name the lines of `vintages`, in the order in which they are given their colours."""
    told = ahead.sort_values(["target", "voice"]).drop_duplicates(["target", "voice"])
    return [_line_name(target, voice, text) for target, voice in zip(told["target"], told["voice"], strict=True)]


def vintages(
    ahead: pd.DataFrame,
    text: Text,
    *,
    lines: Sequence[str] = (),
    known: Sequence[releases.Release] = (),
    dark: bool = False,
) -> go.Figure:
    """Draw how the number for each target year moved with the day of publication: one line per year and per voice.

    `lines` are the `line_names` over the whole dataset, so that a line keeps its colour under any filter.
    """
    axis = _amount_axis(ahead, text)
    if axis is None:
        return style.figure([], height=120, dark=dark, legend=False)
    years = zip(ahead["target"], ahead["voice"], strict=True)
    named = ahead.assign(line=[_line_name(year, voice, text) for year, voice in years])
    looks = style.looks([*lines, *named["line"]], dark=dark)
    series = named.sort_values("published", kind="stable").groupby("line", sort=True)
    drawn = [_vintage(part, str(line), looks[str(line)], text) for line, part in series]
    return timeline.draw(drawn, ahead, axis, text, known=known, dark=dark)


def _vintage(part: pd.DataFrame, name: str, look: style.Look, text: Text) -> go.Scatter:
    line = {"width": 2, "dash": look.dash, "color": look.colour}
    heights, named = part["span"].astype(float), style.escape(name, 32)
    return _printings(part, heights, text, mode="lines+markers+text", line=line, colour=look.colour, name=named)


def _printings(
    told: pd.DataFrame, heights: pd.Series, text: Text, *, mode: str, line: dict[str, Any], colour: str, **looks: Any
) -> go.Scatter:
    """Draw a mark for each printing at its day, with the shape of its status and the sign for what was read with doubt."""
    return style.scatter(
        x=told["published"].tolist(),
        y=heights.tolist(),
        mode=mode,
        text=_unsure(told),
        textposition="top center",
        line=line,
        marker=timeline.marker(colour, told["status"]),
        customdata=told["fact_id"].tolist(),
        hovertext=[_said(fact, text) for fact in told.to_dict("records")],
        hoverinfo="text",
        cliponaxis=False,
        **looks,
    )


def _line_name(target: int, voice: str, text: Text) -> str:
    return f"{int(target)} · {wording.speaker(voice, text)}"


def _unsure(told: pd.DataFrame) -> list[str]:
    return [wording.UNSURE if confidence == flags.LOW else "" for confidence in told["confidence"]]


def _said(fact: dict[str, object], text: Text) -> str:
    """Say a printing in a hover: the value, how firm it is, who is quoted, where and when."""
    when = [text.date(str(fact["as_of"]))] if fact["as_of"] else []
    meaning = " · ".join([text.status(str(fact["status"])), *when])
    where = f"{text.outlet(str(fact['outlet']))} · {text.date(wording.day(fact['published']))}"
    quoted = text("Quoted: {names}", names=text.name(str(fact["attributed_to"]))) if fact["attributed_to"] else ""
    lines = [meaning, where, quoted]
    return style.hover([f"<b>{style.escape(text.value(fact))}</b>", *(style.escape(line) for line in lines if line)])
