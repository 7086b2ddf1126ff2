"""Rows of marks on one axis: the chart for claims of several subjects, readable down to a phone.

Each row has its label above its marks, so that no width is lost to an axis of names; marks whose labels would collide get
lanes of their own. Heights are in pixels, and nothing is averaged: a range is a bar between its two printed ends.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import east_asian_width

import plotly.graph_objects as go

from presslens.dashboard.charts import style
from presslens.dashboard.charts.axes import Axis

PHONE_PLOT_WIDTH_PX = 340
CHARACTER_WIDTH_PX = 6.6
LABEL_HEIGHT_PX = 24
LANE_HEIGHT_PX = 22
ROW_GAP_PX = 10
AXIS_HEIGHT_PX = 34
LEGEND_HEIGHT_PX = 34
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its place (a range has two ends) and looks; `label` and `hover` are escaped, `ids` is what a click opens.

    `around` is the interval of an estimate, drawn as a whisker; `bound` draws an arrow where a claim is open to one side.
    """

    low: float
    high: float
    label: str
    hover: str
    ids: str
    colour: str
    symbol: str = "circle"
    bound: str = "exact"
    around: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, escaped, and its marks."""

    label: str
    marks: tuple[Mark, ...] = field(default=())


def draw(rows: Sequence[Row], axis: Axis, *, legend: Sequence[tuple[str, str]], dark: bool, bars: bool = False) -> go.Figure:
    """Draw rows of marks, and a legend (symbol, words) where it tells more than one thing apart.

    `bars` fills from the axis's beginning, for amounts that count from zero; each mark then has a lane of its own.
    """
    colours = style.palette(dark)
    placed, labels, height = _lay_out(rows, axis, alone=bars)
    below = LEGEND_HEIGHT_PX if len(legend) > 1 else 0
    traces = [*(_bars(placed, axis) if bars else ()), *_ranges(placed), *_whiskers(placed), *_beyond(placed)]
    traces += [_labels(placed, [row.label for row in rows for _ in row.marks], axis, colours), _points(placed)]
    return style.figure(
        [*traces, *legend_entries(legend, colours)],
        height=round(height) + AXIS_HEIGHT_PX + below,
        dark=dark,
        legend=bool(below),
        legend_at=-(AXIS_HEIGHT_PX - 4) / height,
        x=_along(axis),
        y={"visible": False, "range": [-height, 0]},
        layout={
            "margin": {"l": 8, "r": 12, "t": 0, "b": AXIS_HEIGHT_PX + below},
            "annotations": [_annotation(label, top, colours) for label, top in labels],
        },
    )


def _along(axis: Axis) -> dict[str, Any]:
    first, last = axis.ends
    pad = (last - first) * 0.02
    return {
        "type": "log" if axis.log else "linear",
        "range": [first - pad, last + pad],
        "tickvals": [value for value, _ in axis.ticks],
        "ticktext": [label for _, label in axis.ticks],
        "zeroline": axis.first < 0,
        "showline": False,
    }


def _annotation(label: str, top: float, colours: style.Palette) -> dict[str, Any]:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -8, "y": -top, "yanchor": "top"}
    return {
        **place,
        "text": label,
        "showarrow": False,
        "align": "left",
        "borderpad": 1,
        # The lines of the axis end at its words.
        "bgcolor": colours.surface,
        "font": {"size": 13, "color": colours.ink},
    }


def _lay_out(
    rows: Sequence[Row], axis: Axis, *, alone: bool
) -> tuple[list[tuple[Mark, float]], list[tuple[str, float]], float]:
    placed: list[tuple[Mark, float]] = []
    labels: list[tuple[str, float]] = []
    top = 0.0
    for row in rows:
        labels.append((row.label, top))
        top += LABEL_HEIGHT_PX
        lanes: list[float] = []
        for mark in sorted(row.marks, key=lambda mark: (mark.low, mark.high)):
            begin, end = _reach(mark, axis)
            wide = _is_wide(mark, axis)
            free = (number for number, taken in enumerate(lanes) if taken < begin and not alone and not wide)
            lane = next(free, len(lanes))
            lanes[lane : lane + 1] = [math.inf, math.inf] if wide else [end]
            placed.append((mark, -(top + (lane + 0.5) * LANE_HEIGHT_PX)))
        top += len(lanes) * LANE_HEIGHT_PX + ROW_GAP_PX
    return placed, labels, max(top, LANE_HEIGHT_PX)


def _reach(mark: Mark, axis: Axis) -> tuple[float, float]:
    first, last = mark.around or (mark.low, mark.high)
    begin, end = axis.place(first) - 0.04, axis.place(last) + 0.04
    return (begin - _width(mark), end) if _leftward(mark, axis) else (begin, end + _width(mark))


def _width(mark: Mark) -> float:
    letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in mark.label)
    return letters * CHARACTER_WIDTH_PX / PHONE_PLOT_WIDTH_PX


def _leftward(mark: Mark, axis: Axis) -> bool:
    first, last = mark.around or (mark.low, mark.high)
    if mark.around and axis.place(last) + 0.04 + _width(mark) < 1:
        return False
    return axis.place(last) > 0.5 and axis.place(first) > 1 - axis.place(last)


def _is_wide(mark: Mark, axis: Axis) -> bool:
    """Tell whether a label has no room on either side of its mark on a phone, and takes the line below it."""
    begin, end = _reach(mark, axis)
    return begin < -0.06 or end > 1.06


def _ranges(placed: Sequence[tuple[Mark, float]]) -> list[go.Scatter]:
    return [
        style.scatter(
            x=[mark.low, mark.high],
            y=[y, y],
            mode="lines",
            line={"width": 8, "color": mark.colour},
            opacity=0.35,
            hoverinfo="skip",
            showlegend=False,
        )
        for mark, y in placed
        if mark.high > mark.low
    ]


def _whiskers(placed: Sequence[tuple[Mark, float]]) -> list[go.Scatter]:
    return [
        style.scatter(
            x=list(mark.around),
            y=[y, y],
            mode="lines",
            line={"width": 3, "color": mark.colour},
            opacity=0.55,
            hoverinfo="skip",
            showlegend=False,
            ids=[str(number)] * 2,
            meta={"role": "interval"},
        )
        for number, (mark, y) in enumerate(placed)
        if mark.around
    ]


def _beyond(placed: Sequence[tuple[Mark, float]]) -> list[go.Scatter]:
    """Draw an arrow where a claim is open to one side: more than, or less than, what is printed."""
    traces = []
    for bound, arrow, side in (("at_least", "▸", "middle right"), ("at_most", "◂", "middle left")):
        open_ended = [(mark, y) for mark, y in placed if mark.bound == bound]
        traces.append(
            style.scatter(
                x=[mark.high if bound == "at_least" else mark.low for mark, _ in open_ended],
                y=[y for _, y in open_ended],
                mode="text",
                text=[NO_BREAK * 2 + arrow + NO_BREAK * 2] * len(open_ended),
                textposition=side,
                textfont={"size": 16, "color": [mark.colour for mark, _ in open_ended]},
                customdata=[mark.ids for mark, _ in open_ended],
                hoverinfo="skip",
                showlegend=False,
                cliponaxis=False,
            )
        )
    return [trace for trace in traces if trace.x]


def _points(placed: Sequence[tuple[Mark, float]]) -> go.Scatter:
    ends = [
        (mark, value, y, f"{number}/{end}")
        for number, (mark, y) in enumerate(placed)
        for end, value in enumerate((mark.low, mark.high) if mark.high > mark.low else (mark.low,))
    ]
    colour = [mark.colour for mark, *_ in ends]
    return style.scatter(
        x=[value for _, value, _, _ in ends],
        y=[y for _, _, y, _ in ends],
        ids=[number for *_, number in ends],
        mode="markers",
        marker={
            "size": 12,
            "symbol": [mark.symbol for mark, *_ in ends],
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        customdata=[mark.ids for mark, *_ in ends],
        hovertext=[mark.hover for mark, *_ in ends],
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )


def _labels(placed: Sequence[tuple[Mark, float]], rows: Sequence[str], axis: Axis, colours: style.Palette) -> go.Scatter:
    """Write each label beyond its mark's end, or its whisker's; `rows` names the row each mark stands in."""
    places = [_label_place(mark, y, axis) for mark, y in placed]
    return style.scatter(
        x=[x for x, _, _ in places],
        y=[y for _, y, _ in places],
        mode="text",
        text=[_spaced(mark, axis) for mark, _ in placed],
        textposition=[side for _, _, side in places],
        textfont={"color": colours.ink, "size": 12},
        customdata=[mark.ids for mark, _ in placed],
        ids=[str(number) for number in range(len(placed))],
        meta={"role": "label", "rows": list(rows)},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def _label_place(mark: Mark, y: float, axis: Axis) -> tuple[float, float, str]:
    first, last = mark.around or (mark.low, mark.high)
    if _is_wide(mark, axis):
        half = min(_width(mark) / 2, 0.5)
        return axis.at(min(max(axis.place(last), half), 1 - half)), y - LANE_HEIGHT_PX, "middle center"
    return (first, y, "middle left") if _leftward(mark, axis) else (last, y, "middle right")


def _spaced(mark: Mark, axis: Axis) -> str:
    """Keep the label off its mark, and off the arrow that may stand between them."""
    if _is_wide(mark, axis):
        return mark.label
    arrow = NO_BREAK * 3 if mark.bound == ("at_most" if _leftward(mark, axis) else "at_least") else ""
    off = 2 if mark.around and axis.place(mark.around[1]) - axis.place(mark.around[0]) > 0.04 else 4
    space = NO_BREAK * off + arrow
    return f"{space}{mark.label}{space}"


def _bars(placed: Sequence[tuple[Mark, float]], axis: Axis) -> list[go.Scatter]:
    return [
        style.scatter(
            x=[axis.first, mark.low],
            y=[y, y],
            mode="lines",
            line={"width": 16, "color": mark.colour},
            opacity=0.16,
            hoverinfo="skip",
            showlegend=False,
        )
        for mark, y in placed
    ]


def legend_entries(told: Iterable[tuple[str, str]], colours: style.Palette) -> list[go.Scatter]:
    """Make the traces that only stand in the legend: each a shape (symbol) and what it means."""
    looks = {"size": 11, "color": colours.neutral, "line": {"width": 2, "color": colours.neutral}}
    return [
        style.scatter(x=[None], y=[None], mode="markers", name=words, marker={**looks, "symbol": symbol}, hoverinfo="skip")
        for symbol, words in told
    ]
