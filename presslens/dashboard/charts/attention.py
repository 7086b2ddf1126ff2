"""Charts of attention: who is named how much over time, with the events behind the peaks, and which outlets never do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates.attention import FEWEST, POOLED, Kind, Step
from presslens.dashboard.charts import axes, releases, style
from presslens.dashboard.text import Text

NEVER, NEVER_BY_CHANCE = "✕", "·"
_ROW_PX, _HEAD_PX, _MARK_PX, _LONGEST = 34, 120, 30, 14
_ABOVE = 0.16
_ROW_STEP, _ROW_HEIGHT_PX, _AXIS_PX, _RELEASE_STEP = 1.85, 58, 40, 0.38
_LENGTH: dict[Step, pd.Timedelta] = {"day": pd.Timedelta(days=1), "week": pd.Timedelta(days=7), "month": pd.Timedelta(days=30)}


def shown(name: str, kind: Kind, text: Text) -> str:
    """Write a model, a company or a topic."""
    return text.topic(name) if kind == "topic" else text.name(name)


def over_time(
    found: pd.DataFrame,
    events: Mapping[tuple[str, pd.Timestamp], str],
    known: Sequence[releases.Release],
    text: Text,
    *,
    measure: str,
    kind: Kind,
    step: Step,
    dark: bool = False,
) -> go.Figure:
    """Draw a row of bars per name of `attention.over_time`, all on one scale; `events` words its peaks, releases run through.

    A bar is pale where its period holds fewer than three articles: its share says little.
    """
    if found.empty or not found["counted"].any():
        return style.figure([], height=120, dark=dark, legend=False)
    colours, names = style.palette(dark), list(dict.fromkeys(found["name"]))
    looks, top = style.looks(names, dark=dark), float(found[measure].max())
    base = {name: (len(names) - 1 - place) * _ROW_STEP for place, name in enumerate(names)}
    placed = releases.within(known, found["start"])
    traces: list[go.Bar | go.Scatter] = []
    for name, part in found.groupby("name", sort=False):
        traces.append(_bars(part[part["counted"] > 0], base[str(name)], top, looks[str(name)], text, measure, kind, step))
        traces += [
            _peak(
                row,
                base[str(name)],
                top,
                float(part[measure].max()),
                events[row["name"], row["start"]],
                found["start"],
                measure,
                step,
                colours,
            )
            for row in part.to_dict("records")
            if (row["name"], row["start"]) in events
        ]
    height = len(names) * _ROW_STEP
    lines = releases.lines(placed, found["start"], text, base=0, top=height, colours=colours, step=_RELEASE_STEP / height)
    tall = round(_ROW_HEIGHT_PX * height) + releases.LABEL_HEIGHT_PX * len(placed) + _AXIS_PX
    chart = style.figure([*lines, *traces], height=tall, dark=dark, legend=False)
    labels = [_row_label(part, base[str(name)], text, kind, colours) for name, part in found.groupby("name", sort=False)]
    ground = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": colours.grid}}
        for y in base.values()
    ]
    chart.update_layout(barmode="overlay", annotations=labels, shapes=ground, meta={"y": _measured(measure, text)})
    chart.update_yaxes(visible=False, range=[-0.05, height + _RELEASE_STEP * (len(placed) + 1)])
    chart.update_xaxes(**_time_axis(found["start"], step, text))
    return chart


def _bars(
    part: pd.DataFrame, base: float, top: float, look: style.Look, text: Text, measure: str, kind: Kind, step: Step
) -> go.Bar:
    rows = part.to_dict("records")
    return style.bar(
        x=[row["start"] + _LENGTH[step] / 2 for row in rows],
        y=[row[measure] / top for row in rows],
        base=[base] * len(rows),
        width=[_LENGTH[step].total_seconds() * 1000 * 0.85] * len(rows),
        name=style.escape(shown(str(part["name"].iloc[0]), kind, text)) if rows else "",
        marker={"color": look.colour, "opacity": [1.0 if row["of"] >= FEWEST else 0.35 for row in rows]},
        customdata=[_ids(row["article_ids"]) for row in rows],
        meta={"y": [row[measure] for row in rows]},
        hovertext=[_hover(row, text, kind, step) for row in rows],
        hoverinfo="text",
    )


def _peak(
    row: dict[str, Any],
    base: float,
    top: float,
    highest: float,
    words: str,
    days: pd.Series,
    measure: str,
    step: Step,
    colours: style.Palette,
) -> go.Scatter:
    """Write what a peak turns on above its row's highest bar, so that no bar covers it, to the side where there is room."""
    late = row["start"] > days.min() + (days.max() - days.min()) * 0.55
    label = style.escape(words, 40)
    return style.scatter(
        x=[row["start"] + _LENGTH[step] / 2],
        y=[base + highest / top + _ABOVE],
        mode="text",
        text=[f"{label}▾" if late else f"▾{label}"],
        textposition="middle left" if late else "middle right",
        textfont={"color": colours.ink, "size": 12},
        customdata=[_ids(row["article_ids"])],
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def _row_label(part: pd.DataFrame, base: float, text: Text, kind: Kind, colours: style.Palette) -> dict[str, Any]:
    """Name a row, with how much names it in all, above its left end."""
    name = style.escape(shown(str(part["name"].iloc[0]), kind, text))
    return {
        "text": f"<b>{name}</b> · {text.counted(int(part['counted'].sum()))}",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -4,
        "y": base + 1.3,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": colours.ink},
    }


def _time_axis(days: pd.Series, step: Step, text: Text) -> dict[str, Any]:
    first, last = days.min() - _LENGTH[step] / 2, days.max() + _LENGTH[step] * 1.5
    return {
        "tickformat": axes.dates(text, daily=(last - first).days <= 62),
        "nticks": 5,
        "showgrid": False,
        "range": [first, last],
    }


def _when(start: pd.Timestamp, step: Step, text: Text) -> str:
    """Name a period: a month, a day, or a week by its first day."""
    return text.date(start.date(), "month" if step == "month" else "day")


def _measured(measure: str, text: Text) -> str:
    return text("Share of coverage") if measure == "share" else text("Counts")


def _hover(row: dict[str, Any], text: Text, kind: Kind, step: Step) -> str:
    told = text(
        "{counted} of {of} ({share})",
        counted=text.number(row["counted"]),
        of=text.counted(row["of"]),
        share=f"{row['share']:.0%}",
    )
    few = text("too few to rely on its share") if row["of"] < FEWEST else ""
    head = f"<b>{style.escape(shown(row['name'], kind, text))}</b> · {_when(row['start'], step, text)}"
    return style.hover([head, told, few])


def over_time_finding(
    found: pd.DataFrame, events: Mapping[tuple[str, pd.Timestamp], str], text: Text, *, kind: Kind, step: Step
) -> str:
    """Say who has most attention in all, and what its peak turned on."""
    if found.empty or not found["counted"].any():
        return text("Nobody is named in the dated articles of this selection.")
    totals = found.groupby("name", sort=False)["counted"].sum()
    first = str(totals.idxmax())
    own = [(start, words) for (name, start), words in events.items() if name == first]
    if not own:
        return text("{name} has most of the attention", name=shown(first, kind, text))
    start, words = own[0]
    return text(
        "{name} has most of the attention; peak {month}: {event}",
        name=shown(first, kind, text),
        month=_when(start, step, text),
        event=words,
    )


def grid(cells: pd.DataFrame, text: Text, *, kind: Kind, dark: bool = False) -> go.Figure:
    """Draw a square per outlet and name of `attention.by_outlet`: the share of its output that names it, or that none does."""
    if cells.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    outlets, names = list(dict.fromkeys(cells["outlet"])), list(dict.fromkeys(cells["name"]))
    shares = cells.pivot(index="outlet", columns="name", values="share").loc[outlets, names]
    traces = [_squares(shares, colours), _marks(cells, outlets, names, text, kind, colours)]
    chart = style.figure(traces, height=_HEAD_PX + _ROW_PX * len(outlets), dark=dark, legend=False)
    axis = {"showgrid": False, "zeroline": False, "tickfont": {"color": colours.ink, "size": 12}}
    chart.update_xaxes(
        side="top",
        tickvals=list(range(len(names))),
        ticktext=[style.escape(shown(name, kind, text), _LONGEST) for name in names],
        tickangle=-50,
        ticklabeloverflow="allow",
        range=[-0.5, len(names) - 0.5],
        **axis,
    )
    named = {row["outlet"]: _outlet(row, text) for row in cells.to_dict("records")}
    chart.update_yaxes(
        tickvals=list(range(len(outlets))),
        ticktext=[style.escape(named[outlet], _LONGEST + 4) for outlet in outlets],
        range=[len(outlets) - 0.5, -0.5],
        **axis,
    )
    return chart.update_layout(margin={"l": 8, "r": 44, "t": 8, "b": 8})


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
        customdata=[_ids(row["article_ids"]) for row in rows],
        hovertext=[_cell_hover(row, text, kind) for row in rows],
        hoverinfo="text",
        selected={"marker": {"opacity": 0.01}},
        unselected={"marker": {"opacity": 0.01}},
        cliponaxis=False,
    )


def _cell_hover(row: dict[str, Any], text: Text, kind: Kind) -> str:
    head = f"<b>{style.escape(_outlet(row, text))} · {style.escape(shown(row['name'], kind, text))}</b>"
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


def grid_finding(cells: pd.DataFrame, text: Text, *, kind: Kind) -> str:
    """Say how many absences are more than chance, and the most telling one."""
    if cells.empty:
        return text("Nobody is named in this selection.")
    telling = cells[cells["telling"]].sort_values("expected", ascending=False, kind="stable")
    if telling.empty:
        return text("No outlet is silent on any of them by more than chance")
    first = telling.iloc[0].to_dict()
    who = {"outlet": _outlet(first, text), "name": shown(first["name"], kind, text)}
    if len(telling) == 1:
        return text("One telling silence: {outlet} never names {name}", **who)
    return text("{n} telling silences, first of all {outlet} on {name}", n=text.number(len(telling)), **who)


def _ids(article_ids: str) -> str:
    return ",".join(f"article:{one}" for one in article_ids.split(",") if one)


def steps_in_words(step: Step, text: Text) -> str:
    """Name a step of time."""
    return {"day": text("Day"), "week": text("Week"), "month": text("Month")}[step]
