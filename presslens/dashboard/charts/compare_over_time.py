"""What is printed of models over time: how long a clip they make, and when each is said to have come out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import counting
from presslens.dashboard.aggregates import claims, clips, spans
from presslens.dashboard.charts import axes, releases, rows, style, wording
from presslens.dashboard.charts.axes import Axis
from presslens.dashboard.text import Text
from presslens.model import CLIP_SHOWN, STATED_MAXIMUM

HEIGHT_PX = 330
SYMBOL_OF_CONDITION = {STATED_MAXIMUM: "circle", CLIP_SHOWN: "star", clips.UNSTATED: "hexagon-open"}
_KEYS = ["subject", "condition", "status", "low", "high", "bound", "published"]
_APART = 0.015
_EPOCH = pd.Timestamp(1970, 1, 1)


def lengths(facts: pd.DataFrame, models: Sequence[str], text: Text, *, dark: bool = False) -> go.Figure:
    """Draw each clip length on the day it was printed: colour is the model, shape the condition, lines the releases."""
    found = _printed(facts, models)
    if found.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours, looks = style.palette(dark), style.looks(models, dark=dark)
    days = found["published"]
    known = releases.within(releases.known(_releases(facts, models)), days)
    top = float(found["high"].max())
    found = _side_by_side(found)
    traces = [_points(part, looks[str(model)], text) for model, part in found.groupby("subject", sort=False)]
    shapes = [kind for kind in clips.KINDS if (found["condition"] == kind).any()]
    legend = [_named(str(model), looks[str(model)], text) for model in dict.fromkeys(found["subject"])]
    if len(shapes) > 1:
        legend += rows.legend_entries([(SYMBOL_OF_CONDITION[kind], text.condition(kind)) for kind in shapes], colours)
    lines = releases.lines(known, days, text, base=0, top=top, colours=colours)
    height = HEIGHT_PX + releases.LABEL_HEIGHT_PX * len(known)
    chart = style.figure([*lines, *traces, *legend], height=height, dark=dark)
    chart.update_yaxes(range=[0, top * (1 + releases.headroom(len(known)))], nticks=6, ticksuffix=f" {text('s')}")
    chart.update_xaxes(tickformat=axes.dates(text), nticks=6, showgrid=False)
    return chart


def lengths_finding(facts: pd.DataFrame, models: Sequence[str], text: Text) -> str:
    """Say from when to when lengths were printed, and how many different ones."""
    found = _printed(facts, models)
    if found.empty:
        return text("No length of these models' clips is in a dated article.")
    first, last = found["published"].min(), found["published"].max()
    values = text.plural("{n} length", "{n} lengths", len(found.drop_duplicates(["subject", "condition", "low", "high"])))
    return text(
        "{values}, printed {first} to {last}", values=values, first=text.date(first.date()), last=text.date(last.date())
    )


def _printed(facts: pd.DataFrame, models: Sequence[str]) -> pd.DataFrame:
    told = clips.lengths(facts, models).dropna(subset=["published"])
    if told.empty:
        return pd.DataFrame(columns=[*_KEYS, "fact_ids", "outlets", "counted", "holds_for"])
    filled = told.assign(
        low=told["low"].fillna(told["high"]),
        high=told["high"].fillna(told["low"]),
        published=pd.to_datetime(told["published"]),
        counted=counting.keys(told),
    )
    order = {model: place for place, model in enumerate(models)}
    gathered = (
        filled.groupby(_KEYS, sort=True)
        .agg(
            fact_ids=("fact_id", ",".join),
            outlets=("outlet", list),
            counted=("counted", "nunique"),
            holds_for=("holds_for", list),
        )
        .reset_index()
    )
    return gathered.sort_values("subject", key=lambda names: names.map(order), kind="stable")


def _side_by_side(found: pd.DataFrame) -> pd.DataFrame:
    """Move marks of several models that would cover each other a little apart in time: no model hides behind another."""
    span = found["published"].max() - found["published"].min()
    place = found.groupby(["published", "high"]).cumcount()
    return found.assign(drawn=found["published"] + place * max(span * _APART, pd.Timedelta(days=1)))


def _named(model: str, look: style.Look, text: Text) -> go.Scatter:
    """Make the legend's entry of a model: its colour, in a shape that no condition has."""
    name = style.escape(text.name(model))
    marker = {"size": 12, "symbol": "square", "color": look.colour}
    return style.scatter(x=[None], y=[None], mode="markers", name=name, marker=marker, hoverinfo="skip")


def _points(part: pd.DataFrame, look: style.Look, text: Text) -> go.Scatter:
    marks = part.to_dict("records")
    return style.scatter(
        x=[mark["drawn"] for mark in marks],
        y=[mark["high"] for mark in marks],
        mode="markers",
        name=style.escape(text.name(str(part["subject"].iloc[0]))),
        showlegend=False,
        marker={
            "size": 12,
            "color": look.colour,
            "symbol": [_symbol(mark["condition"], mark["status"]) for mark in marks],
            "line": {"width": 2, "color": look.colour},
            "opacity": 0.85,
        },
        customdata=[mark["fact_ids"] for mark in marks],
        hovertext=[_hover(mark, text) for mark in marks],
        hoverinfo="text",
        cliponaxis=False,
    )


def _symbol(condition: str, status: str) -> str:
    return SYMBOL_OF_CONDITION[condition] if status == "actual" else style.SYMBOL_OF_STATUS[status]


def _hover(mark: dict[str, object], text: Text) -> str:
    low, high = float(str(mark["low"])), float(str(mark["high"]))
    name, amount = style.escape(text.name(str(mark["subject"]))), text.amount(low, high, "s", str(mark["bound"]))
    head = f"<b>{text('{name}: {value}', name=name, value=amount)}</b>"
    held = [text.condition(part) for some in mark["holds_for"] for part in some.split(", ") if part]  # type: ignore[attr-defined]
    told = " · ".join([text.condition(str(mark["condition"])), text.status(str(mark["status"])), *dict.fromkeys(held)])
    outlets = [text.outlet(outlet) for outlet in dict.fromkeys(mark["outlets"])]  # type: ignore[call-overload]
    where = f"{style.escape(text(', ').join(outlets[:3]))} · {text.date(wording.day(mark['published']))}"
    return style.hover([head, style.escape(told), where, text.counted(int(str(mark["counted"])))])


def coming_out(facts: pd.DataFrame, models: Sequence[str], text: Text, *, dark: bool = False) -> go.Figure:
    """Draw every date printed of each release, a row per model; a date known in part is as long as what it leaves open."""
    told = _releases(facts, models)
    marks = claims.marks(told) if len(told) else told
    if not len(marks):
        return style.figure([], height=120, dark=dark, legend=False)
    colour, drawn, ends = style.palette(dark).series[0], [], []
    for model in models:
        name = f"<b>{style.escape(text.name(model))}</b>"
        placed = [(spans.days(mark["as_of"]), mark) for _, mark in marks[marks["subject"] == model].iterrows()]
        known = [_date_mark(span, mark, text, colour) for span, mark in placed if span]
        ends += [end for mark in known for end in (mark.low, mark.high)]
        drawn.append(rows.Row(name if known else f"{name} · {text('not reported')}", tuple(known)))
    return rows.draw(drawn, _day_axis(min(ends), max(ends), text), legend=style.status_legend(marks["status"], text), dark=dark)


def coming_out_finding(facts: pd.DataFrame, models: Sequence[str], text: Text) -> str:
    """Say for how many of the models a date is printed, and of how many the dates differ."""
    told = _releases(facts, models)
    if told.empty:
        return text("No outlet in this selection says when these models came out.")
    known = told["subject"].nunique()
    differ = sum(_differ(part["as_of"].tolist()) for _, part in told.groupby("subject"))
    printed = text("Dates are printed for {known} of {compared} models", known=known, compared=len(models))
    return text("{printed}; those of {n} cannot all be right", printed=printed, n=differ) if differ else printed


def _differ(dates: Sequence[str]) -> bool:
    """Tell whether some of a model's dates cannot be the same day, however little of each is known."""
    known = [span for span in map(spans.days, dates) if span]
    return any(one[1] < other[0] for one in known for other in known)


def _releases(facts: pd.DataFrame, models: Sequence[str]) -> pd.DataFrame:
    told = facts[(facts["metric"] == "release_date") & facts["subject"].isin(list(models))]
    return told[told["as_of"].map(lambda as_of: spans.days(as_of) is not None).astype(bool)]


def _date_mark(span: tuple[pd.Timestamp, pd.Timestamp], mark: pd.Series, text: Text, colour: str) -> rows.Mark:
    return rows.Mark(
        low=float((span[0] - _EPOCH).days),
        high=float((span[1] - _EPOCH).days),
        label=style.escape(f"{text.date(mark['as_of'])} · {text.counted(mark['counted'])}", 40),
        hover=wording.hover(mark, text),
        ids=mark["fact_ids"],
        colour=colour,
        symbol=style.SYMBOL_OF_STATUS[mark["status"]],
    )


def _day_axis(first: float, last: float, text: Text) -> Axis:
    """Make an axis of days since 1970 with a tick at the start of a year, or of a month where all lies within two years."""
    begin, end = (_EPOCH.date() + timedelta(days=int(day)) for day in (first - 15, last + 15))
    every = 12 if (last - first) > 730 else 6 if (last - first) > 300 else 3 if (last - first) > 120 else 1
    months = pd.date_range(begin, end, freq="MS")
    ticks = [day for day in months if (day.month - 1) % every == 0] or list(months[:1])
    named = tuple((float((day - _EPOCH).days), text.date(day.date(), "month")) for day in ticks)
    return Axis(first - 15, last + 15, named)
