"""Model releases on a time axis: one dotted line each, its label above the data so that neither covers the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.charts import style
from presslens.dashboard.marks import Behind
from presslens.dashboard.text import Text

MOST = 6
LABEL_HEIGHT_PX = 22
_LATE = 0.7
_STEP = 0.11


@dataclass(frozen=True, slots=True)
class Release:
    """One model's release: the day it is drawn on (mid-month where only the month is known) and the facts that tell it."""

    subject: str
    as_of: str
    day: pd.Timestamp
    fact_ids: str
    article_ids: str
    told: int


def known(releases: pd.DataFrame, most: int = MOST) -> list[Release]:
    """Give the releases most often printed, in order of time, from facts of the measure release_date.

    Of several dates of one model the most precise one printed most often is drawn; a year alone has no place on the axis.
    """
    dated = releases[releases["as_of"].str.fullmatch(r"\d{4}-\d{2}(-\d{2})?") & (releases["subject"] != "")]
    found = []
    for subject, told in dated.groupby("subject", sort=True):
        exact = told[told["as_of"].str.len() == told["as_of"].str.len().max()]
        as_of = str(exact["as_of"].mode().iloc[0])
        day = pd.Timestamp(as_of if len(as_of) == 10 else f"{as_of}-15")
        found.append(
            Release(str(subject), as_of, day, ",".join(told["fact_id"]), ",".join(told["article_id"].unique()), len(told))
        )
    often = sorted(found, key=lambda release: (-release.told, release.day, release.subject))[:most]
    return sorted(often, key=lambda release: (release.day, release.subject))


def within(releases: Sequence[Release], days: Iterable[pd.Timestamp], around_days: int = 31) -> list[Release]:
    """Keep the releases that fall into the time of the data, so that one far off does not squeeze it."""
    days = list(days)
    if not days:
        return []
    around = pd.Timedelta(days=around_days)
    return [release for release in releases if min(days) - around <= release.day <= max(days) + around]


def headroom(count: int) -> float:
    """Tell how far above the data the axis must reach, as a share of the data's own height."""
    return _STEP * (count + 1) if count else 0.05


def lines(
    releases: Sequence[Release],
    days: Iterable[pd.Timestamp],
    text: Text,
    *,
    base: float,
    top: float,
    colours: style.Palette,
    step: float = _STEP,
    of: Behind = "facts",
) -> list[go.Scatter]:
    """Draw one line per release from `base` up to its label above `top`, the values between which the data lie.

    Each label stands `step` higher than the one before, as a share of the data's own height. A line leads to its facts, or
    in a chart whose marks stand for articles to the articles that print it.
    """
    every = [*(release.day for release in releases), *days]
    return [
        _line(release, place, base, top + (top - base) * (step + step * place), _is_late(release.day, every), text, colours, of)
        for place, release in enumerate(releases)
    ]


def _is_late(day: pd.Timestamp, every: Sequence[pd.Timestamp]) -> bool:
    """Tell whether a label would be cut off to the right of its line."""
    return bool(day > min(every) + (max(every) - min(every)) * _LATE)


def _line(
    release: Release, place: int, base: float, height: float, late: bool, text: Text, colours: style.Palette, of: Behind
) -> go.Scatter:
    name = style.escape(text.name(release.subject))
    told = f"{name}: {text.metric('release_date')} {text.date(release.as_of)}"
    return go.Scatter(
        x=[release.day, release.day],
        y=[height, base],
        mode="lines+markers+text",
        line={"color": colours.series[1], "width": 1, "dash": "dot"},
        marker={"size": [9, 0], "color": colours.series[1], "symbol": "diamond"},
        text=[f"  {name}  ", ""],
        textposition="middle left" if late else "middle right",
        textfont={"color": colours.ink, "size": 12},
        customdata=[release.fact_ids if of == "facts" else release.article_ids] * 2,
        # Both ends of a line are one mark, and it is an event beside the data.
        ids=[f"{place}/top", f"{place}/foot"],
        meta={"role": "event"},
        hovertext=[told] * 2,
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
