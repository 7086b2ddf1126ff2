"""Charts of the outlook: by outlet, toward models and companies, over time, and the words that decided."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.charts import axes, releases, rows, style, wording
from presslens.dashboard.text import Text

OPEN, FILLED = "circle-open", "circle"
TIMELINE_HEIGHT_PX = 340
MOST_WHISKERS = 30


def signed(value: float, places: int = 2) -> str:
    """Write an outlook with its sign.

    >>> signed(0.123), signed(-0.5), signed(0.0)
    ('+0.12', '−0.50', '0.00')
    """
    rounded = round(value, places)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else ''}{abs(rounded):.{places}f}"


def shown(outlets: pd.DataFrame, *, few: bool) -> pd.DataFrame:
    """Leave out the outlets that are too few to rank, unless asked for them or there are no others."""
    return outlets if few or not outlets["enough"].any() else outlets[outlets["enough"]]


def summary(found: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw each outlet's mean with its interval; too few articles make an open mark."""
    if found.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    reach = min(1.0, math.ceil(max(found["high"].abs().max(), found["low"].abs().max()) * 5 + 0.2) / 5)
    ticks = tuple((value, signed(value, 1) if value else "0") for value in (-reach, -reach / 2, 0.0, reach / 2, reach))
    drawn = [_row(row, text, style.palette(dark)) for _, row in found.iterrows()]
    kinds = [(FILLED, text("three articles or more"), found["enough"]), (OPEN, text("too few to rank"), ~found["enough"])]
    legend = [(symbol, words) for symbol, words, among in kinds if among.any()]
    return rows.draw(drawn, axes.Axis(-reach, reach, ticks), legend=legend, dark=dark)


def _row(row: pd.Series, text: Text, colours: style.Palette) -> rows.Row:
    name = style.escape(text.outlet(row["name"]))
    counted = text.counted(row["counted"])
    sentences = text.plural("{n} sentence", "{n} sentences", row["sentences"])
    unclear = text("{share} of sentences unclear", share=f"{row['unclear']:.0%}")
    colour = colours.positive if row["low"] > 0 else colours.negative if row["high"] < 0 else colours.neutral
    unranked = "" if row["enough"] else text("too few to rank") if row["name"] else text("several outlets: not ranked")
    interval = text("95% interval {low} to {high}", low=signed(row["low"]), high=signed(row["high"]))
    mark = rows.Mark(
        low=row["mean"],
        high=row["mean"],
        label=signed(row["mean"]),
        hover=style.hover(
            [
                f"<b>{text('{name}: {value}', name=name, value=signed(row['mean']))}</b>",
                interval,
                f"{counted} · {sentences}",
                unclear,
                unranked,
            ]
        ),
        ids=row["article_ids"],
        colour=colour,
        symbol=FILLED if row["enough"] else OPEN,
        around=(row["low"], row["high"]),
    )
    return rows.Row(f"<b>{name}</b> · {counted} · {sentences}", (mark,))


def summary_finding(found: pd.DataFrame, text: Text) -> str:
    """Say which outlets stand out, and only where their intervals allow it."""
    if found.empty:
        return text("Nothing in this selection can be scored.")
    ranked = found[found["enough"]]
    if ranked.empty:
        return text("None has the three articles it takes to be ranked; the marks show what their sentences say")
    name = text.outlet
    hopeful, critical = ranked[ranked["low"] > 0], ranked[ranked["high"] < 0]
    if len(hopeful) and len(critical):
        return text(
            "{hopeful} most hopeful, {critical} most critical",
            hopeful=name(hopeful.iloc[0]["name"]),
            critical=name(critical.iloc[-1]["name"]),
        )
    if len(hopeful):
        return text("{name} most hopeful; none is clearly critical", name=name(hopeful.iloc[0]["name"]))
    if len(critical):
        return text("{name} most critical; none is clearly hopeful", name=name(critical.iloc[-1]["name"]))
    return text("No clear lean: every interval reaches across zero")


def over_time(
    articles: pd.DataFrame,
    months: pd.DataFrame,
    text: Text,
    *,
    known: Sequence[releases.Release] = (),
    dark: bool = False,
) -> go.Figure:
    """Draw each dated article's outlook with its interval, the mean of every month that has three, and the releases."""
    dated = articles[articles["published"].notna() & articles["sentiment"].notna()]
    if dated.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours, days, line = style.palette(dark), pd.to_datetime(dated["published"]), months[months["enough"]]
    reach = min(1.05, dated[["sentiment", "sentiment_low", "sentiment_high"]].abs().max().max() * 1.15 + 0.05)
    placed = releases.within(known, days)
    lines = releases.lines(placed, days, text, base=-reach, top=reach, colours=colours, of="articles")
    traces = [_articles(dated, text, colours), *([_months(line, text, colours)] if len(line) > 1 else [])]
    height = TIMELINE_HEIGHT_PX + releases.LABEL_HEIGHT_PX * len(placed)
    chart = style.figure([*lines, *traces], height=height, dark=dark, legend=len(traces) > 1)
    chart.update_xaxes(**_day_axis(days, text))
    chart.update_yaxes(**_outlook_axis(reach, 2 * reach * releases.room(placed)))
    return chart


def _day_axis(days: pd.Series, text: Text) -> dict[str, Any]:
    """Set an axis to days, with some room on either side."""
    first, last = days.min(), days.max()
    pad = max((last - first) * 0.05, pd.Timedelta(days=5))
    span = (last - first).days
    spacing = {"dtick": "M1"} if 31 < span < 190 else {"nticks": 6}
    return {
        "range": [first - pad, last + pad],
        "tickformat": axes.dates(text, daily=span <= 31),
        "showgrid": False,
        **spacing,
    }


def _outlook_axis(reach: float, above: float) -> dict[str, Any]:
    """Set an axis to outlooks as far as they reach either way, with room above for the releases."""
    step = 0.5 if reach > 0.6 else 0.2
    ticks = [step * number for number in range(-2, 3) if step * abs(number) <= reach]
    return {
        "range": [-reach, reach + above],
        "tickvals": ticks,
        "ticktext": [signed(tick, 1) for tick in ticks],
        "zeroline": True,
    }


def _articles(dated: pd.DataFrame, text: Text, colours: style.Palette) -> go.Scatter:
    colour = [
        colours.positive if low > 0 else colours.negative if high < 0 else colours.neutral
        for low, high in zip(dated["sentiment_low"], dated["sentiment_high"], strict=True)
    ]
    return style.scatter(
        x=pd.to_datetime(dated["published"]).tolist(),
        y=dated["sentiment"].tolist(),
        mode="markers",
        name=text("one article"),
        marker={"size": 10, "color": colour, "opacity": 0.85},
        error_y={
            "visible": len(dated) <= MOST_WHISKERS,
            "type": "data",
            "symmetric": False,
            "array": (dated["sentiment_high"] - dated["sentiment"]).tolist(),
            "arrayminus": (dated["sentiment"] - dated["sentiment_low"]).tolist(),
            "color": colours.neutral,
            "thickness": 1.2,
            "width": 0,
        },
        customdata=dated["article_id"].tolist(),
        hovertext=[_article_hover(row, text) for _, row in dated.iterrows()],
        hoverinfo="text",
    )


def _article_hover(row: pd.Series, text: Text) -> str:
    where = f"{style.escape(text.outlet(row['outlet']))} · {text.date(wording.day(row['published']))}"
    low, high = signed(row["sentiment_low"]), signed(row["sentiment_high"])
    score = f"{signed(row['sentiment'])} · {text('95% interval {low} to {high}', low=low, high=high)}"
    return style.hover([f"<b>{style.escape(row['title'] or text('Untitled'))}</b>", where, score])


def _counted(head: str, row: pd.Series, text: Text) -> str:
    sentences = text.plural("{n} sentence", "{n} sentences", row["count"]) if "count" in row else ""
    return style.hover([f"<b>{style.escape(head)}</b>", sentences, text.counted(row["counted"])])


def _months(line: pd.DataFrame, text: Text, colours: style.Palette) -> go.Scatter:
    return style.scatter(
        x=line["middle"].tolist(),
        y=line["mean"].tolist(),
        mode="lines+markers",
        name=text("mean of a month"),
        line={"width": 3, "color": colours.ink},
        marker={"size": 9, "symbol": "diamond", "color": colours.ink},
        customdata=line["article_ids"].tolist(),
        hovertext=[
            _counted(text("{name}: {value}", name=_month(row, text), value=signed(row["mean"])), row, text)
            for _, row in line.iterrows()
        ],
        hoverinfo="text",
    )


def _month(row: pd.Series, text: Text) -> str:
    return wording.period(row["month"], "month", text)


def over_time_finding(months: pd.DataFrame, text: Text) -> str:
    """Say how the monthly mean moved, where two months have enough articles."""
    line = months[months["enough"]]
    if len(line) < 2:
        return text("Article by article: no two months have the three articles each that a trend takes")
    first, last = line.iloc[0], line.iloc[-1]
    return text(
        "From {first} in {since} to {last} in {until}",
        first=signed(first["mean"]),
        since=_month(first, text),
        last=signed(last["mean"]),
        until=_month(last, text),
    )


def cues(found: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw the words that decided, critical ones to the left and hopeful ones to the right, by how many sentences."""
    if found.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    longest = int(found.groupby("label").size().max())
    sides = [
        (found[found["label"] < 0], -1, text("critical sentences"), colours.negative),
        (found[found["label"] > 0], 1, text("hopeful sentences"), colours.positive),
    ]
    traces = [_cue_bars(part, sign, name, colour, text, colours) for part, sign, name, colour in sides if len(part)]
    chart = style.figure(traces, height=longest * 26 + 70, dark=dark)
    reach = float(found["count"].max()) * 1.9
    chart.update_xaxes(range=[-reach, reach], visible=False)
    chart.update_yaxes(range=[longest - 0.4, -0.6], visible=False)
    chart.update_layout(barmode="overlay", bargap=0.25, legend={"y": -0.02})
    return chart


def _cue_bars(part: pd.DataFrame, sign: int, name: str, colour: str, text: Text, colours: style.Palette) -> go.Bar:
    words = [f"{style.escape(row['term'], 12)} {text.number(row['count'])}" for _, row in part.iterrows()]
    return style.bar(
        x=(sign * part["count"]).tolist(),
        y=list(range(len(part))),
        orientation="h",
        name=name,
        marker={"color": colour},
        text=words,
        textposition="outside",
        textfont={"color": colours.ink, "size": 13},
        customdata=part["article_ids"].tolist(),
        hovertext=[_counted(row["term"], row, text) for _, row in part.iterrows()],
        hoverinfo="text",
        cliponaxis=False,
    )


def cues_finding(found: pd.DataFrame, text: Text) -> str:
    """Name the commonest hopeful and critical word."""
    if found.empty:
        return text("No word in this selection decided a sentence.")
    tops = found.groupby("label", sort=False).first()["term"]
    if len(tops) < 2:
        return text("The word that decided most often: {word}", word=tops.iloc[0])
    return text("Commonest in hopeful sentences: {hopeful}; in critical ones: {critical}", hopeful=tops[1], critical=tops[-1])
