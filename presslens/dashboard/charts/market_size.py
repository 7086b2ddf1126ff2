"""Charts of the market: its size by year with the growth its two ends imply, shares, and sales."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import checking
from presslens.dashboard.aggregates import claims, market
from presslens.dashboard.charts import axes, labels, rows, style, wording
from presslens.dashboard.text import Text

HEIGHT_PX = 380
LEGEND_LINE_PX = 20
MOST_ROWS = 12


def sizes(
    facts: pd.DataFrame, checks: pd.DataFrame, text: Text, *, markets: Sequence[str] = (), dark: bool = False
) -> go.Figure:
    """Draw market sizes by year in dollars, each claim on its own, and the yearly growth between an article's two ends.

    `markets` are the names in the column `market` over the whole dataset, so that a market keeps its colour under any filter.
    """
    marks = market.sizes(facts)
    colours = style.palette(dark)
    looks = style.looks([*markets, *marks["market"]], dark=dark)
    named = [name for name, look in looks.items() if look.colour != colours.others]
    log = claims.spans_decades(marks["usd_low"], marks["usd_high"])
    links = [_link(growth, marks, looks, text, colours, log) for _, growth in market.growth(checks, marks).iterrows()]
    series = marks.assign(series=marks["market"].where(marks["market"].isin(named), ""))
    several = series["series"].nunique() > 1
    across, up = _plan(marks, text, log)
    placed = _placed(marks, links, across, up, text)
    points = [
        _points(part, looks[part["market"].iloc[0]], _series_name(part, text) if several else "", text, colours, placed)
        for _, part in series.groupby("series", sort=False)
    ]
    ranges = [_range(mark, looks[mark["market"]]) for _, mark in marks[marks["usd_high"] > marks["usd_low"]].iterrows()]
    legend = [rows.legend_entry(symbol, words, colours) for symbol, words in style.status_legend(marks["status"], text)]
    height = HEIGHT_PX + LEGEND_LINE_PX * (len(points) if several else 0)
    chart = style.figure([*(trace for link in links for trace in link), *ranges, *points, *legend], height=height, dark=dark)
    _set_axes(chart, across, up)
    return chart.update_layout(meta={"x": text("Year"), "y": text("US dollars")})


def _plan(marks: pd.DataFrame, text: Text, log: bool) -> tuple[axes.Axis, axes.Axis]:
    """Make the axes of years and of dollars, with room on either side for half a label."""
    if marks.empty:
        return axes.Axis(0, 1, ()), axes.Axis(1, 10, (), log=log)
    first, last, top = int(marks["year"].min()), int(marks["year"].max()), float(marks["usd_high"].max())
    up = (
        axes.log_axis([*marks["usd_low"], *marks["usd_high"]], text, "USD", most=7)
        if log
        else axes.linear_axis(top * 1.15, text, "USD")
    )
    pad = max(0.8, (last - first) * 0.13)
    step = max(1, -(-(last - first) // 6))
    years = tuple((float(year), str(year)) for year in range(first, last + 1, step))
    return axes.Axis(first - pad, last + pad, years), up


def _set_axes(chart: go.Figure, across: axes.Axis, up: axes.Axis) -> None:
    ends = [math.log10(up.first), math.log10(up.last)] if up.log else [up.first, up.last]
    for update, axis, reach in (
        (chart.update_xaxes, across, [across.first, across.last]),
        (chart.update_yaxes, up, ends),
    ):
        update(
            type="log" if axis.log else "linear",
            range=reach,
            tickvals=[value for value, _ in axis.ticks],
            ticktext=[label for _, label in axis.ticks],
            showgrid=axis is up,
        )


def _placed(
    marks: pd.DataFrame, links: Sequence[Sequence[go.Scatter]], across: axes.Axis, up: axes.Axis, text: Text
) -> dict[str, str]:
    """Find where the labels stand, by the ids of their facts, those in most articles first; hovering says what has none."""
    ordered = marks.sort_values("articles", ascending=False, kind="stable")
    told = [
        (across.place(float(mark["year"])), up.place(float(mark["usd_high"])), wording.dollars(mark, text))
        for _, mark in ordered.iterrows()
    ]
    taken = [
        box
        for path, note in links
        for box in labels.line([(across.place(x), up.place(y)) for x, y in zip(path.x, path.y, strict=True)], str(note.text[0]))
    ]
    return dict(zip(ordered["fact_ids"], labels.positions(told, taken), strict=True))


def _series_name(part: pd.DataFrame, text: Text) -> str:
    return wording.about(part.iloc[0], text) if part["series"].iloc[0] else text("Other markets")


def _points(
    part: pd.DataFrame, look: style.Look, name: str, text: Text, colours: style.Palette, placed: dict[str, str]
) -> go.Scatter:
    words = [wording.dollars(mark, text) if placed[mark["fact_ids"]] else "" for _, mark in part.iterrows()]
    return go.Scatter(
        x=part["year"].astype(int).tolist(),
        y=part["usd_high"].tolist(),
        mode="markers+text",
        name=name,
        showlegend=bool(name),
        marker={
            "size": 13,
            "color": look.colour,
            "symbol": [style.SYMBOL_OF_STATUS[status] for status in part["status"]],
            "line": {"width": 2, "color": look.colour},
        },
        text=words,
        textposition=[placed[ids] or "top center" for ids in part["fact_ids"]],
        textfont={"color": colours.ink, "size": 13},
        customdata=part["fact_ids"].tolist(),
        ids=part["fact_ids"].tolist(),
        hovertext=[wording.hover(mark, text) for _, mark in part.iterrows()],
        hoverinfo="text",
    )


def _range(mark: pd.Series, look: style.Look) -> go.Scatter:
    line = {"width": 8, "color": look.colour}
    ends = {"x": [mark["year"]] * 2, "y": [mark["usd_low"], mark["usd_high"]]}
    told = {"ids": [mark["fact_ids"]] * 2, "meta": {"role": "range"}}
    return go.Scatter(**ends, **told, mode="lines", line=line, opacity=0.35, hoverinfo="skip", showlegend=False)


def _link(
    growth: pd.Series, marks: pd.DataFrame, looks: dict[str, style.Look], text: Text, colours: style.Palette, log: bool
) -> list[go.Scatter]:
    """Draw the path of constant growth between two ends; the years between are nobody's claim and carry no mark."""
    start, end = marks.loc[growth["start"]], marks.loc[growth["end"]]
    look = looks[start["market"]]
    years = [start["year"] + (end["year"] - start["year"]) * step / 24 for step in range(25)]
    ratio = end["usd_low"] / start["usd_low"]
    path = [start["usd_low"] * ratio ** (step / 24) for step in range(25)]
    place = 12 if log else 15
    line = {"width": 2, "dash": "dot" if look.dash == "solid" else look.dash, "color": look.colour}
    note = style.hover(
        [
            f"<b>{rate(growth, text)}</b>",
            text("Recomputed from the two ends:"),
            style.escape(checking.arithmetic(growth, text), 90),
        ]
    )
    return [
        go.Scatter(x=years, y=path, mode="lines", line=line, hoverinfo="skip", showlegend=False),
        go.Scatter(
            x=[years[place]],
            y=[path[place]],
            mode="markers+text",
            marker={"size": 11, "symbol": "triangle-right", "color": look.colour},
            text=[rate(growth, text)],
            textposition="top left",
            textfont={"color": look.colour, "size": 13},
            customdata=[f"{start['fact_ids']},{end['fact_ids']}"],
            # It stands where there is room for it; its place is no size that anybody claims.
            meta={"role": "label"},
            hovertext=[note],
            hoverinfo="text",
            showlegend=False,
        ),
    ]


def rate(growth: pd.Series, text: Text) -> str:
    """Write a yearly growth rate: `+27% a year`."""
    return text("{sign}{rate}% a year", sign="+" if growth["value"] >= 0 else "−", rate=f"{abs(growth['value']):.1f}")


def sizes_finding(facts: pd.DataFrame, checks: pd.DataFrame, text: Text) -> str:
    """Say what the chart of sizes shows: the growth it can prove, else the largest size."""
    marks = market.sizes(facts)
    if marks.empty:
        return text("No outlet in this selection reports a market size.")
    growth = market.growth(checks, marks)
    if len(growth):
        first = growth.iloc[0]
        start, end = marks.loc[first["start"]], marks.loc[first["end"]]
        return text(
            "{market}: {start} in {first}, {end} in {last} ({status}), which is {rate}",
            market=wording.subject(start, text),
            start=wording.dollars(start, text),
            first=int(start["year"]),
            end=wording.dollars(end, text),
            last=int(end["year"]),
            status=text.status(end["status"]).lower(),
            rate=rate(first, text),
        )
    top = marks.loc[marks["usd_high"].idxmax()]
    return text(
        "The largest market size: {market}, {amount} in {year}",
        market=wording.subject(top, text),
        amount=wording.dollars(top, text),
        year=int(top["year"]),
    )


def shares(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw market and adoption shares from 0 to 100 %, a row for each thing and date, with who says it beside the mark."""
    marks = claims.marks(facts[facts["metric"].isin(["market_share", "adoption_share"]) & (facts["unit"] == "%")])
    marks = marks[marks["span_high"].between(0, 100)]
    if marks.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    marks = marks.sort_values(["metric", "high"], ascending=[False, False])
    drawn = []
    for (metric, _, _, as_of), part in marks.groupby(["metric", "subject", "scope", "as_of"], sort=False):
        when = f" · {style.escape(text.date(as_of))}" if as_of else ""
        label = f"<b>{wording.about(part.iloc[0], text)}</b> · {text.metric(metric)}{when}"
        colour = colours.series[0 if metric == "market_share" else 3]
        drawn.append(rows.Row(label, tuple(_share(mark, text, colour) for _, mark in part.iterrows())))
    legend = style.status_legend(marks["status"], text)
    return rows.draw(drawn[:MOST_ROWS], axes.linear_axis(100, text, "%"), legend=legend, dark=dark, bars=True)


def _share(mark: pd.Series, text: Text, colour: str) -> rows.Mark:
    amount = text.amount(mark["low"], mark["high"], "%", mark["bound"])
    label = style.escape(f"{amount} · {voice(mark, text)}", 40)
    ends = float(mark["span_low"]), float(mark["span_high"])
    symbol = style.SYMBOL_OF_STATUS[mark["status"]]
    return rows.Mark(*ends, label, wording.hover(mark, text), mark["fact_ids"], colour, symbol, mark["bound"])


def voice(mark: pd.Series, text: Text) -> str:
    """Say on whose word a claim stands: who is quoted, else the outlet itself."""
    names = (
        [text.name(name) for name in mark["voices"]] or [text.outlet(outlet) for outlet in mark["outlets"]] or [text.outlet("")]
    )
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")


def sizes_note(facts: pd.DataFrame, text: Text) -> str:
    """Say how many sizes could not be drawn, and that sums in other currencies were converted; facts are market sizes."""
    undrawn = len(facts) - sum(len(ids.split(",")) for ids in market.sizes(facts)["fact_ids"])
    missing = "" if not undrawn else text.plural(
        "{n} size without a year or a dollar value is in the table only.",
        "{n} sizes without a year or a dollar value are in the table only.",
        undrawn,
    )  # fmt: skip
    foreign = (facts["unit"] != "USD").any()
    converted = text("Sums in other currencies are converted at the year's average rate; the printed sum stands beside.")
    return " ".join(part for part in (missing, converted if foreign else "") if part)


def growth_table(facts: pd.DataFrame, checks: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make a row for each growth recomputed: market, both ends, rate, the arithmetic, and what is wrong where it disagrees."""
    marks = market.sizes(facts)
    rows_found = []
    for _, growth in market.growth(checks, marks).iterrows():
        start, end = marks.loc[growth["start"]], marks.loc[growth["end"]]
        rows_found.append(
            {
                "fact_ids": f"{start['fact_ids']},{end['fact_ids']}",
                text("Market"): wording.subject(start, text),
                text("From"): text("{amount} in {year}", amount=wording.dollars(start, text), year=int(start["year"])),
                text("To"): text("{amount} in {year}", amount=wording.dollars(end, text), year=int(end["year"])),
                text("Growth"): rate(growth, text),
                text("Arithmetic"): checking.arithmetic(growth, text),
                text("Remark"): checking.explained(growth, text),
            }
        )
    return pd.DataFrame(rows_found)


def shares_finding(facts: pd.DataFrame, text: Text) -> str:
    """Say between what values the share told of most lies, or its one value and on whose word; of a market where one is."""
    marks = claims.marks(facts[facts["metric"].isin(market.SHARES) & (facts["unit"] == "%")])
    marks = marks[marks["span_high"].between(0, 100)]
    if marks.empty:
        return text("No outlet in this selection reports a share.")
    first = marks[marks["metric"] == marks["metric"].max()]
    told = first.groupby("subject")["origins"].sum()
    own = first[first["subject"] == told.idxmax()]
    low, high = own["span_low"].min(), own["span_high"].max()
    if low < high and len(own) > 1:
        return text(
            "{subject}: {metric} put at {low} to {high}, by {origins}",
            subject=text.name(own["subject"].iloc[0]) or text("Subject not named"),
            metric=text.metric(own["metric"].iloc[0]).lower(),
            low=text.amount(low, None, "%"),
            high=text.amount(high, None, "%"),
            origins=text.plural("{n} independent origin", "{n} independent origins", int(told.max())),
        )
    top = own.loc[own["span_high"].idxmax()]
    amount = text.amount(top["low"], top["high"], "%", top["bound"])
    return text("{subject}: {amount}, says {voice}", subject=wording.subject(top, text), amount=amount, voice=voice(top, text))


def sales_finding(facts: pd.DataFrame, text: Text) -> str:
    """Say the largest revenue or box office."""
    marks = claims.marks(facts)
    if marks.empty:
        return text("No outlet in this selection reports a revenue or a box office.")
    top = marks.loc[marks["usd_high"].idxmax()]
    return text(
        "{subject}: {metric} of {amount} ({status})",
        subject=wording.subject(top, text),
        amount=wording.dollars(top, text),
        metric=text.metric(top["metric"]).lower(),
        status=text.status(top["status"]).lower(),
    )
