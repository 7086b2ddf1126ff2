"""Who is named how much over time, with the events behind the peaks and the releases of models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import periods
from presslens.dashboard.aggregates.attention import FEWEST, Kind
from presslens.dashboard.aggregates.periods import Step
from presslens.dashboard.charts import axes, releases, style, wording
from presslens.dashboard.text import Text

_ABOVE = 0.16
_ROW_STEP, _ROW_HEIGHT_PX, _AXIS_PX, _RELEASE_STEP = 1.85, 58, 40, 0.38


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
    days = found["start"]
    plan = _Plan(text, measure, kind, step, float(found[measure].max()), days.min(), days.max(), dark)
    traces, beside, height = _rows(found, events, plan)
    placed, colours = releases.within(known, days), style.palette(dark)
    lines = releases.lines(placed, days, text, base=0, top=height, colours=colours, step=_RELEASE_STEP / height)
    chart = style.figure([*lines, *traces], height=_tall_px(height, len(placed)), dark=dark, legend=False, layout=beside)
    chart.update_yaxes(visible=False, range=[-0.05, height + _RELEASE_STEP * (len(placed) + 1)])
    return chart.update_xaxes(**_time_axis(days, step, text))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all rows of the chart share: what is measured by what step, the highest bar, and the time from first to last."""

    text: Text
    measure: str
    kind: Kind
    step: Step
    top: float
    first: pd.Timestamp
    last: pd.Timestamp
    dark: bool


def _tall_px(height: float, placed: int) -> int:
    return round(_ROW_HEIGHT_PX * height) + releases.LABEL_HEIGHT_PX * placed + _AXIS_PX


def _rows(
    found: pd.DataFrame, events: Mapping[tuple[str, pd.Timestamp], str], plan: _Plan
) -> tuple[list[go.Bar | go.Scatter], dict[str, Any], float]:
    """Draw a row of bars with its peaks per name; gives them, what names the rows and grounds them, and how high all is."""
    names, colours = list(dict.fromkeys(found["name"])), style.palette(plan.dark)
    looks, height = style.looks(names, dark=plan.dark), len(names) * _ROW_STEP
    traces: list[go.Bar | go.Scatter] = []
    labels, grounds = [], []
    for number, name in enumerate(names, start=1):
        base, part = (len(names) - number) * _ROW_STEP, found[found["name"] == name]
        traces += [_bars(part[part["counted"] > 0], base, looks[name], plan), *_peaks(part, base, events, plan)]
        labels.append(_row_label(part, base, plan.text, plan.kind, colours))
        grounds.append(_ground(base, colours))
    measured = {"y": _measured(plan.measure, plan.text)}
    return traces, {"barmode": "overlay", "annotations": labels, "shapes": grounds, "meta": measured}, height


def _ground(base: float, colours: style.Palette) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": base, "y1": base, "line": {"color": colours.grid}}


def _bars(part: pd.DataFrame, base: float, look: style.Look, plan: _Plan) -> go.Bar:
    rows = part.to_dict("records")
    return style.bar(
        x=[row["start"] for row in rows],
        y=[row[plan.measure] / plan.top for row in rows],
        base=[base] * len(rows),
        **axes.over([row["start"] for row in rows], plan.step),
        name=style.escape(shown(str(part["name"].iloc[0]), plan.kind, plan.text)) if rows else "",
        marker={"color": look.colour, "opacity": [1.0 if row["of"] >= FEWEST else 0.35 for row in rows]},
        customdata=[behind(row["article_ids"]) for row in rows],
        meta={"y": [row[plan.measure] for row in rows]},
        hovertext=[_hover(row, plan.text, plan.kind, plan.step) for row in rows],
        hoverinfo="text",
    )


def _peaks(part: pd.DataFrame, base: float, events: Mapping[tuple[str, pd.Timestamp], str], plan: _Plan) -> list[go.Scatter]:
    """Write what the peaks of a row turn on above its highest bar, so that no bar covers it."""
    height = base + float(part[plan.measure].max()) / plan.top + _ABOVE
    told = [(row, events.get((row["name"], row["start"]))) for row in part.to_dict("records")]
    return [_peak(row, height, words, plan) for row, words in told if words]


def _peak(row: dict[str, Any], height: float, words: str, plan: _Plan) -> go.Scatter:
    late = row["start"] > plan.first + (plan.last - plan.first) * 0.55
    label = style.escape(words, 40)
    return style.scatter(
        x=[axes.middle(row["start"], plan.step)],
        y=[height],
        mode="text",
        # It stands to the side where there is room for it.
        text=[f"{label}▾" if late else f"▾{label}"],
        textposition="middle left" if late else "middle right",
        textfont={"color": style.palette(plan.dark).ink, "size": 12},
        customdata=[behind(row["article_ids"])],
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
        # The lines of releases end at its words.
        "bgcolor": colours.surface,
        "font": {"size": 13, "color": colours.ink},
    }


def _time_axis(days: pd.Series, step: Step, text: Text) -> dict[str, Any]:
    length = periods.end(days.max(), step) - days.max()
    first, last = days.min() - length / 2, days.max() + length * 1.5
    return {
        "tickformat": axes.dates(text, daily=(last - first).days <= 62),
        "nticks": 5,
        "showgrid": False,
        "range": [first, last],
    }


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
    head = f"<b>{style.escape(shown(row['name'], kind, text))}</b> · {wording.period(row['start'], step, text)}"
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
        month=wording.period(start, step, text),
        event=words,
    )


def behind(article_ids: str) -> str:
    """Write the ids of articles as a mark of a chart of facts carries them."""
    return ",".join(f"article:{one}" for one in article_ids.split(",") if one)


def steps_in_words(step: Step, text: Text) -> str:
    """Name a step of time."""
    return {"day": text("Day"), "week": text("Week"), "month": text("Month")}[step]
