"""One visual language for all charts: colours, mark shapes and the layout they share.

Colour is never the only carrier of meaning: a claim's status is a mark shape, a series has its own dash, and a row its own
label. Every ink here reaches 4.5:1 on its background, every mark 3:1.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from textwrap import wrap
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from presslens.dashboard.text import Text

MOST_SERIES = 6
NOTHING: Mapping[str, Any] = MappingProxyType({})
FONT = '"Source Sans", "Source Sans 3", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; `others` is for every series beyond the first six."""

    ink: str
    muted: str
    grid: str
    surface: str
    series: tuple[str, ...]
    others: str
    positive: str
    negative: str
    neutral: str


LIGHT = Palette(
    ink="#1a1a1a",
    muted="#545b66",
    grid="#e3e6ea",
    surface="#ffffff",
    series=("#0b62c4", "#c2410c", "#15803d", "#7e22ce", "#be123c", "#0e7490"),
    others="#475569",
    positive="#0b62c4",
    negative="#c2410c",
    neutral="#64748b",
)
DARK = Palette(
    ink="#f2f4f7",
    muted="#aab2bf",
    grid="#333a45",
    surface="#12161c",
    series=("#60a5fa", "#fb923c", "#4ade80", "#c084fc", "#fb7185", "#22d3ee"),
    others="#cbd5e1",
    positive="#60a5fa",
    negative="#fb923c",
    neutral="#94a3b8",
)

# Filled marks are what has happened or was measured, open ones what is yet to come or only supposed.
SYMBOL_OF_STATUS: dict[str, str] = {
    "actual": "circle",
    "estimate": "diamond",
    "forecast": "circle-open",
    "target": "triangle-up-open",
    "assumption": "square-open",
    "rumour": "x",
}
# Fixed per metric, so that a valuation keeps its colour whatever the filter leaves beside it.
SLOT_OF_METRIC: dict[str, int] = {
    "funding_target": 1,
    "funding_round": 0,
    "funding_total": 5,
    "valuation": 3,
    "market_cap": 2,
    "acquisition": 4,
}
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


@dataclass(frozen=True, slots=True)
class Look:
    """How one series is drawn."""

    colour: str
    dash: str


def palette(dark: bool) -> Palette:
    """Give the colours of the dark or the light theme."""
    return DARK if dark else LIGHT


def looks(names: Iterable[str], *, dark: bool) -> dict[str, Look]:
    """Give each name its look: the first six their own, the rest one they share.

    Call it with the names of the whole dataset in a fixed order, never with those a filter leaves: a name must keep its colour.

    >>> looks(["a", "b"], dark=False)["b"].dash
    'dash'
    """
    colours = palette(dark)
    given = {name: Look(colours.series[place], DASHES[place]) for place, name in enumerate(_first(names, MOST_SERIES))}
    return {name: given.get(name, Look(colours.others, "dot")) for name in names}


def metric_colour(metric: str, *, dark: bool) -> str:
    """Give the colour of a metric, the shared one where it has none of its own."""
    slot = SLOT_OF_METRIC.get(metric)
    return palette(dark).others if slot is None else palette(dark).series[slot]


def status_legend(statuses: Iterable[str], text: Text) -> list[tuple[str, str]]:
    """Give the legend of the statuses that occur, each with its mark shape, always in the same order."""
    found = set(statuses)
    return [(symbol, text.status(status)) for status, symbol in SYMBOL_OF_STATUS.items() if status in found]


def escape(printed: str, limit: int = 60) -> str:
    """Make text from an article safe for Plotly, which renders a subset of HTML, and short enough for a label.

    >>> escape("<b>Sora</b>")
    '&lt;b&gt;Sora&lt;/b&gt;'
    """
    return html.escape(shortened(printed, limit), quote=False)


def shortened(printed: str, limit: int) -> str:
    """Cut a text to so many characters, on one line.

    >>> shortened("a very long title", 7), shortened("a title", 7)
    ('a very…', 'a title')
    """
    flat = " ".join(str(printed).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def two_lines(printed: str, limit: int) -> str:
    """Make text safe for Plotly as `escape` does, on two lines about as long where one of so many characters does not do.

    >>> two_lines("Harbour Evening Journal", 16), two_lines("Daily", 16)
    ('Harbour Evening<br>Journal', 'Daily')
    """
    flat = " ".join(str(printed).split())
    narrow = [] if len(flat) <= limit else [wrap(flat, wide, break_long_words=False) for wide in range(1, limit + 1)]
    fitting = next((lines for wide, lines in enumerate(narrow, 1) if len(lines) == 2 and max(map(len, lines)) <= wide), [flat])
    return "<br>".join(escape(line, limit) for line in fitting)


def hover(lines: Sequence[str]) -> str:
    """Join the lines of a hover label; each must be escaped already."""
    return "<br>".join(line for line in lines if line)


# Plotly takes a millisecond and more to check each trace, and a click on a filter waits for it: nothing is checked while a page
# is drawn. tests/test_orphans.py has Plotly check every chart of every page instead.
def scatter(**properties: Any) -> go.Scatter:
    """Make a trace of points, lines or words."""
    return go.Scatter(_validate=False, **properties)


def bar(**properties: Any) -> go.Bar:
    """Make a trace of bars."""
    return go.Bar(_validate=False, **properties)


def heatmap(**properties: Any) -> go.Heatmap:
    """Make a trace of squares."""
    return go.Heatmap(_validate=False, **properties)


def figure(
    traces: Sequence[go.Scatter | go.Bar | go.Heatmap],
    *,
    height: int,
    dark: bool,
    legend: bool = True,
    legend_at: float = -0.12,
    x: Mapping[str, Any] = NOTHING,
    y: Mapping[str, Any] = NOTHING,
    layout: Mapping[str, Any] = NOTHING,
) -> go.Figure:
    """Make a figure in the house layout: transparent, legend below, margins that leave a phone its width.

    `legend_at` is the legend's height in parts of the plot's; `x` and `y` add to the axes, `layout` to the whole.
    """
    colours = palette(dark)
    whole = {**_ground(colours), "height": height, "showlegend": legend, "legend": _legend(colours, legend_at)}
    # Plotly keeps what it is given: a title set at one axis would stand at the other too.
    sides = {"xaxis": deepcopy({**_axis(colours), **x}), "yaxis": deepcopy({**_axis(colours), **y})}
    return go.Figure(data=list(traces), layout={**whole, **sides, **layout}, _validate=False)


def _ground(colours: Palette) -> dict[str, Any]:
    """Give what every chart has of its own: no ground, its font, margins, hover labels, and what the pointer does."""
    return {
        "template": "none",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": colours.ink},
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.muted,
            "font": {"family": FONT, "color": colours.ink, "size": 13},
            "align": "left",
        },
        "hovermode": "closest",
        "dragmode": False,
        "clickmode": "event+select",
        "separators": ".,",
    }


def _legend(colours: Palette, at: float) -> dict[str, Any]:
    return {
        "orientation": "h",
        "yanchor": "top",
        "yref": "paper",
        "y": at,
        "x": 0,
        "font": {"color": colours.ink, "size": 12},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def _axis(colours: Palette) -> dict[str, Any]:
    return {
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "zerolinecolor": colours.muted,
        "tickfont": {"color": colours.muted, "size": 12},
        "title": {"font": {"color": colours.muted, "size": 12}, "standoff": 8},
        "automargin": True,
        "fixedrange": True,
    }


def _first(names: Iterable[str], most: int) -> list[str]:
    return list(dict.fromkeys(names))[:most]
