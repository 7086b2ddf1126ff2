"""The grid of who never names whom: the share of each outlet's output that names each, and which absences are telling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates.attention import POOLED, Kind
from presslens.dashboard.charts import attention, style
from presslens.dashboard.text import Text

NEVER, NEVER_BY_CHANCE = "✕", "·"
_ROW_PX, _HEAD_PX, _MARK_PX, _LONGEST_NAME, _LONGEST_OUTLET = 34, 120, 30, 14, 18


def draw(cells: pd.DataFrame, text: Text, *, kind: Kind, dark: bool = False) -> go.Figure:
    """Draw a square per outlet and name of `attention.by_outlet`: the share of its output that names it, or that none does."""
    if cells.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    outlets, names = list(dict.fromkeys(cells["outlet"])), list(dict.fromkeys(cells["name"]))
    shares = cells.pivot(index="outlet", columns="name", values="share").loc[outlets, names]
    traces = [_squares(shares, colours), _marks(cells, outlets, names, text, kind, colours)]
    chart = style.figure(traces, height=_HEAD_PX + _ROW_PX * len(outlets), dark=dark, legend=False)
    named = {row["outlet"]: _outlet(row, text) for row in cells.to_dict("records")}
    axis = {"showgrid": False, "zeroline": False, "tickfont": {"color": colours.ink, "size": 12}}
    chart.update_xaxes(
        side="top",
        tickangle=-50,
        ticklabeloverflow="allow",
        range=[-0.5, len(names) - 0.5],
        **_ticks([style.escape(attention.shown(name, kind, text), _LONGEST_NAME) for name in names]),
        **axis,
    )
    written = _ticks([style.two_lines(named[outlet], _LONGEST_OUTLET) for outlet in outlets])
    chart.update_yaxes(range=[len(outlets) - 0.5, -0.5], **written, **axis)
    return chart.update_layout(margin={"l": 8, "r": 44, "t": 8, "b": 8})


def _ticks(words: Sequence[str]) -> dict[str, Any]:
    return {"tickvals": list(range(len(words))), "ticktext": list(words)}


def _squares(shares: pd.DataFrame, colours: style.Palette) -> go.Heatmap:
    return style.heatmap(
        z=shares.to_numpy(float),
        x=list(range(shares.shape[1])),
        y=list(range(shares.shape[0])),
        zmin=0,
        zmax=1,
        colorscale=[[0, colours.surface], [1, colours.positive]],
        opacity=0.6,
        showscale=False,
        hoverinfo="skip",
        xgap=3,
        ygap=3,
    )


def _marks(
    cells: pd.DataFrame, outlets: Sequence[str], names: Sequence[str], text: Text, kind: Kind, colours: style.Palette
) -> go.Scatter:
    """Write the shares, and catch the clicks that the squares themselves would not report."""
    rows = cells.to_dict("records")
    ink = [colours.ink if row["counted"] else colours.negative if row["telling"] else colours.muted for row in rows]
    return style.scatter(
        x=[names.index(row["name"]) for row in rows],
        y=[outlets.index(row["outlet"]) for row in rows],
        mode="markers+text",
        marker={"size": _MARK_PX, "symbol": "square", "color": colours.grid, "opacity": 0.01},
        text=[f"{100 * row['share']:.0f}" if row["counted"] else NEVER if row["telling"] else NEVER_BY_CHANCE for row in rows],
        textfont={"size": [12 if row["counted"] else 17 for row in rows], "color": ink},
        customdata=[attention.behind(row["article_ids"]) for row in rows],
        hovertext=[_cell_hover(row, text, kind) for row in rows],
        hoverinfo="text",
        selected={"marker": {"opacity": 0.01}},
        unselected={"marker": {"opacity": 0.01}},
        cliponaxis=False,
    )


def _cell_hover(row: dict[str, Any], text: Text, kind: Kind) -> str:
    head = f"<b>{style.escape(_outlet(row, text))} · {style.escape(attention.shown(row['name'], kind, text))}</b>"
    if row["counted"]:
        told = text(
            "{counted} of {of} ({share})",
            counted=text.number(row["counted"]),
            of=text.counted(row["of"]),
            share=f"{row['share']:.0%}",
        )
        return style.hover([head, told])
    expected = text("never, in {of}; {expected} would be usual", of=text.counted(row["of"]), expected=f"{row['expected']:.1f}")
    return style.hover([head, expected, "" if row["telling"] else text("so few may be chance")])


def _outlet(row: dict[str, Any], text: Text) -> str:
    """Name a row, with its output: an outlet, or all the small ones together."""
    if row["outlet"] == POOLED:
        return text.plural("{n} small outlet", "{n} small outlets", row["outlets"])
    return f"{text.outlet(row['outlet'])} ({text.number(row['of'])})"


def finding(cells: pd.DataFrame, text: Text, *, kind: Kind) -> str:
    """Say how many absences are more than chance, and the most telling one."""
    if cells.empty:
        return text("Nobody is named in this selection.")
    telling = cells[cells["telling"]].sort_values("expected", ascending=False, kind="stable")
    if telling.empty:
        return text("No outlet is silent on any of them by more than chance")
    first = telling.iloc[0].to_dict()
    who = {"outlet": _outlet(first, text), "name": attention.shown(first["name"], kind, text)}
    if len(telling) == 1:
        return text("One telling silence: {outlet} never names {name}", **who)
    return text("{n} telling silences, first of all {outlet} on {name}", n=text.number(len(telling)), **who)
