"""What charts over the day of publication share: their axes, the shapes of their marks, and the releases above them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import axes, releases, rows, style
from presslens.dashboard.text import Text

HEIGHT_PX = 360
_MOST_TICKS = 6
# Over a shorter time the same month would stand at several ticks.
_DAYS_TO_SHOW = 150


def draw(
    traces: Sequence[go.Scatter],
    told: pd.DataFrame,
    axis: axes.Axis,
    text: Text,
    *,
    known: Sequence[releases.Release] = (),
    dates: bool = False,
    dark: bool = False,
) -> go.Figure:
    """Draw marks of printings over their days, releases above them, and the shapes of their statuses in the legend.

    `axis` is the one upward, of amounts, or with `dates` of seconds since 1970.
    """
    colours, placed = style.palette(dark), releases.within(known, told["published"])
    at = partial(_day_at, axis) if dates else axis.at
    lines = releases.lines(placed, told["published"], text, base=0, top=1, colours=colours, at=at)
    legend = rows.legend_entries(style.status_legend(told["status"], text), colours)
    chart = style.figure([*lines, *traces, *legend], height=HEIGHT_PX + releases.LABEL_HEIGHT_PX * len(placed), dark=dark)
    set_days(chart, pd.concat([told["published"], pd.Series([one.day for one in placed], dtype="datetime64[ns]")]), text)
    above = releases.room(placed)
    if dates:
        return chart.update_yaxes(type="date", tickformat=axes.dates(text), nticks=_MOST_TICKS, range=[at(0), at(1 + above)])
    set_amounts(chart.update_yaxes, axis, above=above)
    return chart


def _day_at(axis: axes.Axis, place: float) -> pd.Timestamp:
    return pd.Timestamp(axis.at(place), unit="s")


def amounts(values: Sequence[float], unit: str, text: Text, *, most: int = _MOST_TICKS) -> axes.Axis | None:
    """Make an axis of positive amounts from zero, or a logarithmic one where only that shows them all."""
    if not values:
        return None
    frame = pd.Series(values)
    if claims.spans_decades(frame, frame):
        return axes.log_axis(values, text, unit, most=most)
    return axes.linear_axis(max(values) * 1.05, text, unit)


def set_amounts(update: Callable[..., object], axis: axes.Axis, *, most: int = _MOST_TICKS, above: float = 0.0) -> None:
    """Set an axis of a chart (by its `update_xaxes` or `update_yaxes`) to amounts, with at most so many ticks."""
    ticks = axis.ticks[:: max(1, -(-len(axis.ticks) // most))]
    update(
        type="log" if axis.log else "linear",
        range=axis.reach(above),
        tickvals=[value for value, _ in ticks],
        ticktext=[label for _, label in ticks],
        zeroline=False,
    )


def set_days(chart: go.Figure, days: pd.Series, text: Text, *, most: int = _MOST_TICKS) -> None:
    """Set the axis along to days, with some room on either side."""
    first, last = days.min(), days.max()
    pad = max((last - first) * 0.06, pd.Timedelta(days=3))
    written = axes.dates(text, daily=(last - first).days <= _DAYS_TO_SHOW)
    chart.update_xaxes(range=[first - pad, last + pad], tickformat=written, nticks=most, showgrid=False)


def marker(colour: str, statuses: pd.Series) -> dict[str, Any]:
    """Give the looks of marks that each have the shape of their status."""
    symbols = [style.SYMBOL_OF_STATUS[status] for status in statuses]
    return {"size": 13, "color": colour, "symbol": symbols, "line": {"width": 2, "color": colour}}


def unit_of(frame: pd.DataFrame) -> str:
    """Give the unit that all rows share, dollars for money; none where they differ."""
    if (frame["kind"] == "money").all():
        return "USD"
    units = set(frame["unit"])
    return units.pop() if len(units) == 1 else ""


def first_day(as_of: str) -> str:
    """Give the first day of a date known in part, for a line of time.

    >>> first_day("2024-02"), first_day("2024")
    ('2024-02-01', '2024-01-01')
    """
    known = re.match(r"\d{4}(?:-\d{2}){0,2}", as_of)
    return f"{known.group()}-01-01"[:10] if known else ""
