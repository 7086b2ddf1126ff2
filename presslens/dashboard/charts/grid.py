"""The grid of outlets and names: how each outlet speaks of each model or company, and which it never mentions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates.toward import EVERYONE, FEWEST_SENTENCES
from presslens.dashboard.charts import style
from presslens.dashboard.charts.sentiment import signed
from presslens.dashboard.text import Text

ABSENT = "×"
_ROW_HEIGHT_PX = 36
_HEAD_HEIGHT_PX = 110
_MARK_PX = 30
_LONGEST_NAME, _LONGEST_OUTLET = 14, 16
_FULL_COLOUR = 0.6


def draw(cells: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw one square per outlet and name of `toward.by_outlet`; a pair that never occurs has a cross and no colour."""
    if cells.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    outlets, names = list(dict.fromkeys(cells["outlet"])), list(dict.fromkeys(cells["entity"]))
    values = cells.pivot(index="outlet", columns="entity", values="mean").loc[outlets, names]
    chart = style.figure(
        [_squares(values, colours), _marks(cells, outlets, names, text, colours)],
        height=_HEAD_HEIGHT_PX + _ROW_HEIGHT_PX * len(outlets),
        dark=dark,
        legend=False,
    )
    across = _ticks([style.escape(text.name(name), _LONGEST_NAME) for name in names], colours)
    up = _ticks([style.two_lines(outlet_name(outlet, text), _LONGEST_OUTLET) for outlet in outlets], colours)
    chart.update_xaxes(**across, side="top", tickangle=-50, ticklabeloverflow="allow", range=[-0.5, len(names) - 0.5])
    chart.update_yaxes(**up, range=[len(outlets) - 0.5, -0.5])
    chart.update_layout(margin={"l": 8, "r": 44, "t": 8, "b": 8})
    return chart


def _ticks(words: list[str], colours: style.Palette) -> dict[str, Any]:
    """Name the places of an axis by escaped words, and draw nothing else of it."""
    return {
        "tickvals": list(range(len(words))),
        "ticktext": words,
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"color": colours.ink, "size": 12},
    }


def cell_at(cells: pd.DataFrame, point: dict[str, float]) -> tuple[str, str] | None:
    """Tell which outlet and name a picked mark stands for; None for a place that holds no mark."""
    outlets, names = list(dict.fromkeys(cells["outlet"])), list(dict.fromkeys(cells["entity"]))
    row, column = round(point.get("y", -1)), round(point.get("x", -1))
    return (outlets[row], names[column]) if 0 <= row < len(outlets) and 0 <= column < len(names) else None


def outlet_name(outlet: str, text: Text) -> str:
    """Name a row: an outlet, or all of them together."""
    return text("All outlets") if outlet == EVERYONE else text.outlet(outlet)


def finding(cells: pd.DataFrame, text: Text) -> str:
    """Say which outlet speaks most hopefully and which most critically of whom, where three sentences or more say so."""
    each = cells[cells["outlet"] != EVERYONE]
    if each.empty:
        return text("No outlet in this selection has the three articles it takes to stand here")
    enough = each[each["sentences"] >= FEWEST_SENTENCES]
    if enough.empty:
        return text("No outlet names any of them in three sentences")
    best, worst = _pair(enough, enough["mean"].idxmax(), text), _pair(enough, enough["mean"].idxmin(), text)
    if len(enough) == 1:
        return text("Only one pair has three sentences: {pair}", pair=best)
    return text("Most hopeful: {best}; least: {worst}", best=best, worst=worst)


def silence(cells: pd.DataFrame, text: Text) -> str:
    """Say how many pairs of an outlet and a name never occur, and who is named by every outlet."""
    each = cells[cells["outlet"] != EVERYONE]
    mentioned = each.assign(named=each["sentences"] > 0).groupby("entity", sort=False)["named"].all()
    everyone = [text.name(name) for name in mentioned[mentioned].index]
    absent = int((each["sentences"] == 0).sum())
    if not absent:
        return text("Every outlet names every one of them.")
    never = text.plural("{n} pair of outlet and name never occurs", "{n} pairs of outlet and name never occur", absent)
    if not everyone:
        return text("{never}; none is named by all.", never=never)
    return text("{never}; all outlets name {names}.", never=never, names=text(", ").join(everyone))


def _pair(cells: pd.DataFrame, place: int, text: Text) -> str:
    cell = cells.loc[place]
    value = signed(float(cell["mean"]), 1)
    return text("{outlet} on {name} ({value})", outlet=text.outlet(cell["outlet"]), name=text.name(cell["entity"]), value=value)


def _squares(values: pd.DataFrame, colours: style.Palette) -> go.Heatmap:
    return style.heatmap(
        z=values.to_numpy(float),
        x=list(range(values.shape[1])),
        y=list(range(values.shape[0])),
        zmin=-_FULL_COLOUR,
        zmax=_FULL_COLOUR,
        zmid=0,
        colorscale=[[0, colours.negative], [0.5, colours.grid], [1, colours.positive]],
        opacity=0.55,
        showscale=False,
        hoverinfo="skip",
        xgap=3,
        ygap=3,
    )


def _marks(cells: pd.DataFrame, outlets: list[str], names: list[str], text: Text, colours: style.Palette) -> go.Scatter:
    """Write the values, and catch the clicks that the squares themselves would not report."""
    return style.scatter(
        x=[names.index(name) for name in cells["entity"]],
        y=[outlets.index(outlet) for outlet in cells["outlet"]],
        mode="markers+text",
        marker={"size": _MARK_PX, "symbol": "square", "color": colours.grid, "opacity": 0.01},
        text=[_label(row) for row in cells.to_dict("records")],
        textfont={
            "size": 11,
            "color": [colours.ink if occurs else colours.muted for occurs in cells["sentences"] > 0],
        },
        customdata=cells["article_ids"].tolist(),
        hovertext=[_hover(row, text) for row in cells.to_dict("records")],
        hoverinfo="text",
        selected={"marker": {"opacity": 0.01}},
        unselected={"marker": {"opacity": 0.01}},
        cliponaxis=False,
    )


def _label(cell: dict[str, object]) -> str:
    if not cell["sentences"]:
        return ABSENT
    value = signed(float(str(cell["mean"])), 1)
    # Slanted, not in brackets: on a phone a square is as wide as the number.
    return value if int(str(cell["sentences"])) >= FEWEST_SENTENCES else f"<i>{value}</i>"


def _hover(cell: dict[str, object], text: Text) -> str:
    outlet, name = style.escape(outlet_name(str(cell["outlet"]), text)), style.escape(text.name(str(cell["entity"])))
    head = f"<b>{outlet} · {name}</b>"
    sentences = int(str(cell["sentences"]))
    if not sentences:
        return style.hover([head, text("never mentioned in what is shown")])
    told = text.plural("{n} sentence", "{n} sentences", sentences)
    few = text("too few sentences to rely on") if sentences < FEWEST_SENTENCES else ""
    return style.hover([head, signed(float(str(cell["mean"]))), f"{text.counted(int(str(cell['counted'])))} · {told}", few])
