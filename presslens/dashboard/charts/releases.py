"""Model releases on a time axis: one dotted line each, its label above the data so that neither covers the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import flags
from presslens.dashboard.charts import style
from presslens.dashboard.marks import Behind
from presslens.dashboard.text import Text

MOST = 6
LABEL_HEIGHT_PX = 22
# A shape that no status of a claim has.
SYMBOL = "triangle-down"
_LATE = 0.7
_STEP = 0.11
_MOST_NAMED = 3
_EDGE_OF_YEAR = re.compile("年[初底末中]$")
_DATED = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_TOLD = ("subject", "as_of", "fact_id", "article_id", "confidence", "surface")


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

    What was read with low confidence is left out. Of several dates of one model the most precise one printed most often is
    drawn; a year alone has no place on the axis, nor has its beginning or end (年初), which is no month.
    """
    told: dict[str, list[tuple[str, str, str]]] = {}
    # Gathered by hand: pandas takes ten times as long over so many small groups, and every time axis waits for it.
    for row in zip(*(releases[name].tolist() for name in _TOLD), strict=True):
        subject, as_of, fact_id, article_id, confidence, surface = row
        if subject and confidence != flags.LOW and _DATED.fullmatch(as_of) and not _EDGE_OF_YEAR.search(surface):
            told.setdefault(subject, []).append((as_of, fact_id, article_id))
    found = [_release(subject, told[subject]) for subject in sorted(told)]
    often = sorted(found, key=lambda release: (-release.told, release.day, release.subject))[:most]
    return sorted(often, key=lambda release: (release.day, release.subject))


def _release(subject: str, told: Sequence[tuple[str, str, str]]) -> Release:
    longest = max(len(as_of) for as_of, _, _ in told)
    often = Counter(as_of for as_of, _, _ in told if len(as_of) == longest)
    as_of = min(often, key=lambda day: (-often[day], day))
    day = pd.Timestamp(as_of if len(as_of) == 10 else f"{as_of}-15")
    articles = dict.fromkeys(article_id for _, _, article_id in told)
    return Release(subject, as_of, day, ",".join(fact_id for _, fact_id, _ in told), ",".join(articles), len(told))


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


def room(placed: Sized) -> float:
    """Tell the same of a chart on which nothing needs room where no release is placed."""
    return headroom(len(placed)) if placed else 0


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
    at: Callable[[float], Any] = float,
    named: bool = True,
) -> list[go.Scatter]:
    """Draw one line per release from `base` up to its label above `top`, the values between which the data lie.

    Each label stands `step` higher than another, as a share of the data's own height; `at` turns a height into a value
    of the axis, where that is logarithmic or one of dates. A line leads to its facts, or in a chart whose marks stand for
    articles to the articles that print it. On a chart too small for labels, what is not `named` says so when pointed at.
    """
    every = [*(release.day for release in releases), *days]
    late = [_is_late(release.day, every) for release in releases]
    drawn = []
    for place, (release, above) in enumerate(zip(releases, _steps(late), strict=True)):
        heights = [at(top + (top - base) * step * (1 + above) if named else top), at(base)]
        drawn.append(_line(_coming_out(release, text, of, named=named), place, heights, late[place], colours))
    return drawn


def in_years(releases: Sequence[Release], first: int, last: int) -> dict[int, list[Release]]:
    """Gather the releases of each year from the first to the last: an axis of years has no place for a day."""
    years = sorted({release.day.year for release in releases if first <= release.day.year <= last})
    return {year: [release for release in releases if release.day.year == year] for year in years}


def year_lines(
    years: Mapping[int, Sequence[Release]],
    text: Text,
    *,
    colours: style.Palette,
    at: Callable[[float], Any],
) -> list[go.Scatter]:
    """Draw one line per year of `in_years`, named after the models that came out in it, on an axis of years.

    `at` turns a place on the axis of heights, 0 to 1 and above, into its value.
    """
    middle = (min(years) + max(years)) / 2 if years else 0
    late = [len(years) > 1 and year > middle for year in years]
    drawn = []
    for place, ((year, told), above) in enumerate(zip(years.items(), _steps(late), strict=True)):
        heights = [at(1 + _STEP * (1 + above)), at(0)]
        drawn.append(_line(_coming_out_in(year, told, text), place, heights, late[place], colours))
    return drawn


@dataclass(frozen=True, slots=True)
class _Event:
    """A line of releases: its place on the axis, its name and hover (escaped), and the ids that it leads to."""

    place: pd.Timestamp | int
    name: str
    hover: str
    ids: str


def _coming_out(release: Release, text: Text, of: Behind, *, named: bool) -> _Event:
    name = style.escape(text.name(release.subject))
    hover = text("{name}: {value}", name=name, value=f"{text.metric('release_date')} {text.date(release.as_of)}")
    return _Event(release.day, name if named else "", hover, release.fact_ids if of == "facts" else release.article_ids)


def _coming_out_in(year: int, told: Sequence[Release], text: Text) -> _Event:
    """Make the line of one year: it has room for a few names, and says all of them when pointed at."""
    names = [text.name(release.subject) for release in told]
    more = f" +{len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    dates = [style.escape(f"{name} {text.date(release.as_of)}") for name, release in zip(names, told, strict=True)]
    hover = style.hover([f"<b>{text.metric('release_date')}</b>", *dates])
    ids = ",".join(release.fact_ids for release in told)
    return _Event(year, style.escape(text(", ").join(names[:_MOST_NAMED]) + more, 60), hover, ids)


def _is_late(day: pd.Timestamp, every: Sequence[pd.Timestamp]) -> bool:
    """Tell whether a label would be cut off to the right of its line."""
    return bool(day > min(every) + (max(every) - min(every)) * _LATE)


def _steps(late: Sequence[bool]) -> list[int]:
    """Tell on which step the label of each line stands, in order of time; a late one has its label on the left.

    The first lines end the lower the later they are, the late ones the higher: no line runs through the label of another.

    >>> _steps([False, False, True, True])
    [1, 0, 2, 3]
    """
    early = late.count(False)
    return [*range(early - 1, -1, -1), *range(early, len(late))]


def _line(event: _Event, number: int, heights: Sequence[Any], late: bool, colours: style.Palette) -> go.Scatter:
    return style.scatter(
        x=[event.place] * 2,
        y=list(heights),
        mode="lines+markers+text",
        line={"color": colours.series[1], "width": 1, "dash": "dot"},
        marker={"size": [9, 0], "color": colours.series[1], "symbol": SYMBOL},
        text=[f"  {event.name}  " if event.name else "", ""],
        textposition="middle left" if late else "middle right",
        textfont={"color": colours.ink, "size": 12},
        customdata=[event.ids] * 2,
        # Both ends of a line are one mark, and it is an event beside the data.
        ids=[f"{number}/top", f"{number}/foot"],
        meta={"role": "event"},
        hovertext=[event.hover] * 2,
        hoverinfo="text",
        showlegend=False,
        cliponaxis=False,
    )
