"""The size of a market by year, with the growth its two ends imply and the models that came out in those years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import checking
from presslens.dashboard.aggregates import claims, market
from presslens.dashboard.charts import axes, labels, releases, rows, style, wording
from presslens.dashboard.text import Text

HEIGHT_PX = 380
LEGEND_LINE_PX = 20


def sizes(
    facts: pd.DataFrame,
    checks: pd.DataFrame,
    text: Text,
    *,
    markets: Sequence[str] = (),
    known: Sequence[releases.Release] = (),
    dark: bool = False,
) -> go.Figure:
    """Draw market sizes by year in dollars, each claim on its own, and the yearly growth between an article's two ends.

    `markets` are the names over the whole dataset, so that one keeps its colour under any filter; `known` stand at the years.
    """
    marks = market.sizes(facts)
    if marks.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours, looks, (across, up) = style.palette(dark), style.looks([*markets, *marks["market"]], dark=dark), _plan(marks, text)
    links = [_link(growth, marks, looks, text, up.log) for _, growth in market.growth(checks, marks).iterrows()]
    years = releases.in_years(known, int(marks["year"].min()), int(marks["year"].max()))
    points = _series(marks, looks, text, colours, _placed(marks, links, years, (across, up), text))
    events = releases.year_lines(years, text, colours=colours, at=up.at)
    legend = rows.legend_entries(style.status_legend(marks["status"], text), colours)
    traces = [*events, *chain.from_iterable(links), *_ranges(marks, looks), *points, *legend]
    chart = style.figure(traces, height=_height_px(len(points), len(years)), dark=dark)
    return _set_axes(chart, across, up, releases.room(years), text)


def _height_px(series: int, years: int) -> int:
    return HEIGHT_PX + LEGEND_LINE_PX * (series if series > 1 else 0) + releases.LABEL_HEIGHT_PX * years


def _series(
    marks: pd.DataFrame, looks: dict[str, style.Look], text: Text, colours: style.Palette, placed: dict[str, str]
) -> list[go.Scatter]:
    """Draw the points, a trace for each market that has a colour of its own and one for all others."""
    named = [name for name, look in looks.items() if look.colour != colours.others]
    series = marks.assign(series=marks["market"].where(marks["market"].isin(named), ""))
    several = series["series"].nunique() > 1
    return [
        _points(part, looks[part["market"].iloc[0]], _series_name(part, text) if several else "", text, colours, placed)
        for _, part in series.groupby("series", sort=False)
    ]


def _plan(marks: pd.DataFrame, text: Text) -> tuple[axes.Axis, axes.Axis]:
    """Make the axes of years and of dollars, with room on either side for half a label."""
    first, last, top = int(marks["year"].min()), int(marks["year"].max()), float(marks["usd_high"].max())
    up = (
        axes.log_axis([*marks["usd_low"], *marks["usd_high"]], text, "USD", most=7)
        if claims.spans_decades(marks["usd_low"], marks["usd_high"])
        else axes.linear_axis(top * 1.15, text, "USD")
    )
    pad = max(0.8, (last - first) * 0.13)
    step = max(1, -(-(last - first) // 6))
    years = tuple((float(year), str(year)) for year in range(first, last + 1, step))
    return axes.Axis(first - pad, last + pad, years), up


def _set_axes(chart: go.Figure, across: axes.Axis, up: axes.Axis, above: float, text: Text) -> go.Figure:
    """Set both axes, with room above for the names of models, and name what they measure."""
    for update, axis, room in ((chart.update_xaxes, across, 0.0), (chart.update_yaxes, up, above)):
        update(
            type="log" if axis.log else "linear",
            range=axis.reach(room),
            tickvals=[value for value, _ in axis.ticks],
            ticktext=[label for _, label in axis.ticks],
            showgrid=axis is up,
        )
    return chart.update_layout(meta={"x": text("Year"), "y": text("US dollars")})


def _placed(
    marks: pd.DataFrame,
    links: Sequence[Sequence[go.Scatter]],
    years: Iterable[int],
    plane: tuple[axes.Axis, axes.Axis],
    text: Text,
) -> dict[str, str]:
    """Find where the labels stand, by the ids of their facts, the ends of a path first; hovering says what has none.

    `plane` are the axes of years and of dollars; at the `years` run the lines of releases.
    """
    across, up = plane
    ends = {one for _, note in links for one in str(note.customdata[0]).split(",")}
    is_end = [bool(ends & set(ids.split(","))) for ids in marks["fact_ids"]]
    ordered = marks.assign(is_end=is_end).sort_values(["is_end", "articles"], ascending=False, kind="stable")
    told = [
        (across.place(float(mark["year"])), up.place(float(mark["usd_high"])), _label(mark, text))
        for _, mark in ordered.iterrows()
    ]
    taken = [
        box
        for path, note in links
        for box in labels.line([(across.place(x), up.place(y)) for x, y in zip(path.x, path.y, strict=True)], str(note.text[0]))
    ]
    lines = [across.place(year) for year in years]
    return dict(zip(ordered["fact_ids"], labels.positions(told, taken, lines), strict=True))


def _series_name(part: pd.DataFrame, text: Text) -> str:
    return wording.about(part.iloc[0], text) if part["series"].iloc[0] else text("Other markets")


def _label(mark: pd.Series, text: Text) -> str:
    return f"{wording.dollars(mark, text)}{wording.flag(mark)}"


def _points(
    part: pd.DataFrame, look: style.Look, name: str, text: Text, colours: style.Palette, placed: dict[str, str]
) -> go.Scatter:
    words = [_label(mark, text) if placed[mark["fact_ids"]] else "" for _, mark in part.iterrows()]
    return style.scatter(
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


def _ranges(marks: pd.DataFrame, looks: dict[str, style.Look]) -> list[go.Scatter]:
    return [_range(mark, looks[mark["market"]]) for _, mark in marks[marks["usd_high"] > marks["usd_low"]].iterrows()]


def _range(mark: pd.Series, look: style.Look) -> go.Scatter:
    line = {"width": 8, "color": look.colour}
    ends = {"x": [mark["year"]] * 2, "y": [mark["usd_low"], mark["usd_high"]]}
    told = {"ids": [mark["fact_ids"]] * 2, "meta": {"role": "range"}}
    return style.scatter(**ends, **told, mode="lines", line=line, opacity=0.35, hoverinfo="skip", showlegend=False)


def _link(growth: pd.Series, marks: pd.DataFrame, looks: dict[str, style.Look], text: Text, log: bool) -> list[go.Scatter]:
    """Draw the path of constant growth between two ends; the years between are nobody's claim and carry no mark."""
    start, end = marks.loc[growth["start"]], marks.loc[growth["end"]]
    look = looks[start["market"]]
    years = [start["year"] + (end["year"] - start["year"]) * step / 24 for step in range(25)]
    ratio = end["usd_low"] / start["usd_low"]
    path = [start["usd_low"] * ratio ** (step / 24) for step in range(25)]
    line = {"width": 2, "dash": "dot" if look.dash == "solid" else look.dash, "color": look.colour}
    drawn = style.scatter(x=years, y=path, mode="lines", line=line, hoverinfo="skip", showlegend=False)
    place = 12 if log else 15
    return [drawn, _growth_label(growth, (years[place], path[place]), f"{start['fact_ids']},{end['fact_ids']}", look, text)]


def _growth_label(growth: pd.Series, place: tuple[float, float], ids: str, look: style.Look, text: Text) -> go.Scatter:
    """Write a growth on its path, with its arithmetic when pointed at."""
    told = text("Recomputed from the two ends:")
    note = style.hover([f"<b>{rate(growth, text)}</b>", told, style.escape(checking.arithmetic(growth, text), 90)])
    return style.scatter(
        x=[place[0]],
        y=[place[1]],
        mode="markers+text",
        marker={"size": 11, "symbol": "triangle-right", "color": look.colour},
        text=[rate(growth, text)],
        textposition="top left",
        textfont={"color": look.colour, "size": 13},
        customdata=[ids],
        # It stands where there is room for it; its place is no size that anybody claims.
        meta={"role": "label"},
        hovertext=[note],
        hoverinfo="text",
        showlegend=False,
    )


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
        return _grown(growth.iloc[0], marks, text)
    top = marks.loc[marks["usd_high"].idxmax()]
    return text(
        "The largest market size: {market}, {amount} in {year}",
        market=wording.subject(top, text),
        amount=wording.dollars(top, text),
        year=int(top["year"]),
    )


def _grown(growth: pd.Series, marks: pd.DataFrame, text: Text) -> str:
    start, end = marks.loc[growth["start"]], marks.loc[growth["end"]]
    return text(
        "{market}: {start} in {first}, {end} in {last} ({status}), which is {rate}",
        market=wording.subject(start, text),
        start=wording.dollars(start, text),
        first=int(start["year"]),
        end=wording.dollars(end, text),
        last=int(end["year"]),
        status=text.status(end["status"]).lower(),
        rate=rate(growth, text),
    )


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
