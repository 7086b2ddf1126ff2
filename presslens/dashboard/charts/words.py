"""Charts of terms: the most used, what sets an outlet apart, and how their use moves over time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.charts import axes, releases, style, wording
from presslens.dashboard.text import Text

BAR_HEIGHT_PX = 26
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")


def top(found: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw the most used terms as bars, with how many times and in how many articles."""
    return _bars(
        found, found["count"], [text.number(count) for count in found["count"]], text, style.palette(dark).series[0], dark
    )


def apart(found: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw the terms one outlet uses more than the others do, by how sure that is (standard deviations)."""
    counts = [text.plural("{n} time", "{n} times", count) for count in found["count"]]
    return _bars(found, found["score"], counts, text, style.palette(dark).series[3], dark)


def _bars(found: pd.DataFrame, lengths: pd.Series, labels: list[str], text: Text, colour: str, dark: bool) -> go.Figure:
    colours = style.palette(dark)
    bars = style.bar(
        x=lengths.astype(float).tolist(),
        y=[style.escape(term, 16) for term in found["term"]],
        orientation="h",
        marker={"color": colour},
        text=labels,
        textposition="outside",
        textfont={"color": colours.ink, "size": 12},
        customdata=found["article_ids"].tolist(),
        hovertext=[_hover(row, text) for _, row in found.iterrows()],
        hoverinfo="text",
        cliponaxis=False,
    )
    chart = style.figure([bars], height=len(found) * BAR_HEIGHT_PX + 16, dark=dark, legend=False)
    chart.update_xaxes(visible=False, range=[0, float(lengths.max()) * 1.25] if len(found) else None)
    chart.update_yaxes(
        autorange="reversed", showgrid=False, tickfont={"color": colours.ink, "size": 13}, type="category", ticklabelstandoff=6
    )
    chart.update_layout(bargap=0.3)
    return chart


def _hover(row: pd.Series, text: Text) -> str:
    return style.hover([f"<b>{style.escape(row['term'])}</b>", _used(row, text)])


def _used(row: pd.Series, text: Text) -> str:
    """Say how often a term is used, and in how much of what was published."""
    times = text.plural("{n} time", "{n} times", row["count"])
    return text("{times} in {articles}", times=times, articles=text.counted(row["counted"]))


def top_finding(found: pd.DataFrame, text: Text) -> str:
    """Name the term used most and how far it leads."""
    if found.empty:
        return text("No term stands out in this selection.")
    first = found.iloc[0]
    times = text.plural("{n} time", "{n} times", first["count"])
    return text(
        "{term} leads: {times} in {articles}",
        term=first["term"],
        times=times,
        articles=text.counted(first["counted"]),
    )


def apart_finding(found: pd.DataFrame, text: Text) -> str:
    """Name an outlet and the terms that set it apart most."""
    outlet = text.outlet(str(found["outlet"].iloc[0]))
    return text("{outlet}: {terms}", outlet=outlet, terms=text(", ").join(found["term"].head(3)))


def over_time(found: pd.DataFrame, text: Text, *, known: Sequence[releases.Release] = (), dark: bool = False) -> go.Figure:
    """Draw how often the most used terms stand in a thousand characters, month by month, with the releases of models."""
    if found.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    looks = style.looks(dict.fromkeys(found["term"]), dark=dark)
    months = pd.Index(sorted(found["month"].unique()))
    traces = [
        _line(part.set_index("month").reindex(months), str(term), SYMBOLS[number % len(SYMBOLS)], looks[str(term)], text)
        for number, (term, part) in enumerate(found.groupby("term", sort=False))
    ]
    placed, top = releases.within(known, months), float(found["per_thousand"].max())
    lines = releases.lines(placed, months, text, base=0, top=top, colours=style.palette(dark), of="articles")
    chart = style.figure([*lines, *traces], height=360 + releases.LABEL_HEIGHT_PX * len(placed), dark=dark)
    few = {"tickvals": months.tolist()} if len(months) <= 6 else {"nticks": 6}
    chart.update_xaxes(tickformat=axes.dates(text), showgrid=False, **few)
    chart.update_yaxes(range=[0, top * (1 + releases.headroom(len(placed)))], nticks=5)
    return chart


def _line(part: pd.DataFrame, term: str, symbol: str, look: style.Look, text: Text) -> go.Scatter:
    """Draw one term; a month that does not print it counts as none, so that the line does not leap over it."""
    return style.scatter(
        x=part.index.tolist(),
        y=part["per_thousand"].fillna(0).tolist(),
        mode="lines+markers",
        name=style.escape(term, 16),
        line={"color": look.colour, "dash": look.dash, "width": 2},
        marker={"size": 8, "symbol": symbol, "color": look.colour},
        customdata=part["article_ids"].fillna("").tolist(),
        hovertext=[_month_hover(term, month, row, text) for month, row in part.fillna({"count": 0, "counted": 0}).iterrows()],
        hoverinfo="text",
    )


def _month_hover(term: str, month: pd.Timestamp, row: pd.Series, text: Text) -> str:
    return style.hover([f"<b>{style.escape(term)}</b>", wording.period(month, "month", text), _used(row, text)])


def over_time_finding(found: pd.DataFrame, text: Text) -> str:
    """Say which term gained most between the first and the last month."""
    months = sorted(found["month"].unique()) if len(found) else []
    if len(months) < 2:
        return text("The dated articles are all of one month: there is nothing to compare yet.")
    table = found.pivot_table(index="term", columns="month", values="per_thousand", fill_value=0.0)
    change = (table[months[-1]] - table[months[0]]).sort_values(kind="stable")
    return text(
        "From {first} to {last}: {up} gains most, {down} loses most",
        first=text.date(pd.Timestamp(months[0]).date(), "month"),
        last=text.date(pd.Timestamp(months[-1]).date(), "month"),
        up=change.index[-1],
        down=change.index[0],
    )
