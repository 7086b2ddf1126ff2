"""Coverage over time: how many articles appeared, with the days on which models were released."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import counting
from presslens.dashboard.charts import style
from presslens.dashboard.text import Text

MOST_RELEASES = 6
DAILY_UNTIL_DAYS = 45
WEEKLY_UNTIL_DAYS = 400
LABEL_HEIGHT_PX = 22


def coverage(articles: pd.DataFrame, releases: pd.DataFrame, text: Text, *, dark: bool) -> go.Figure:
    """Draw articles (or families) per day, week or month, whichever the span asks for, with one labelled line per release.

    `releases` are facts of the measure release_date; a release is drawn where a day or a month is known.
    """
    colours = style.palette(dark)
    told = articles.assign(counted=counting.keys(articles)).dropna(subset=["published"]).drop_duplicates("counted", keep="last")
    days = pd.to_datetime(told["published"])
    marked = _marked(releases)
    counted = _counted(days)
    bars = go.Bar(
        x=counted.index,
        y=counted.to_numpy(),
        width=[_width_ms(days) * 0.8] * len(counted),
        marker={"color": colours.series[0]},
        customdata=_behind(articles, days, list(counted.index)),
        hovertext=[f"{text.date(start.date())}: {text.counted(int(count))}" for start, count in counted.items()],
        hoverinfo="text",
        showlegend=False,
    )
    top = max([int(counted.max()) if len(counted) else 1, 1])
    chart = style.figure(
        [bars, *_lines(marked, days, text, top, colours)], height=300 + LABEL_HEIGHT_PX * len(marked), dark=dark, legend=False
    )
    chart.update_yaxes(
        range=[0, top * (1.1 + 0.11 * len(marked))],
        tickvals=_ticks(top),
        title=text("Articles") if text.counting == "articles" else text("Families"),
    )
    chart.update_xaxes(tickformat="%Y-%m-%d" if _step(days) != "MS" else "%Y-%m")
    return chart


def _lines(marked: list[dict[str, Any]], days: pd.Series, text: Text, top: int, colours: style.Palette) -> list[go.Scatter]:
    traces = []
    every = [*(release["day"] for release in marked), *days]
    for place, release in enumerate(marked):
        height = top * (1.1 + 0.11 * place)
        # Labels run to the right of their line, except near the end of the axis, where they would be cut off.
        late = release["day"] > min(every) + (max(every) - min(every)) * 0.7
        name = style.escape(text.name(release["subject"]))
        told = f"{name}: {text.metric('release_date')} {text.date(release['as_of'])}"
        traces.append(
            go.Scatter(
                x=[release["day"], release["day"]],
                y=[0, height],
                mode="lines+markers+text",
                line={"color": colours.series[1], "width": 1, "dash": "dot"},
                marker={"size": [0, 9], "color": colours.series[1], "symbol": "diamond"},
                text=["", f"  {name}  "],
                textposition="middle left" if late else "middle right",
                textfont={"color": colours.ink, "size": 12},
                customdata=[release["fact_ids"]] * 2,
                ids=[str(place)] * 2,
                meta={"role": "event"},
                hovertext=[told] * 2,
                hoverinfo="text",
                showlegend=False,
                cliponaxis=False,
            )
        )
    return traces


def _marked(releases: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the releases most often printed, in order of time; the most precise date printed most often is the one drawn."""
    known = releases[releases["as_of"].str.fullmatch(r"\d{4}-\d{2}(-\d{2})?") & (releases["subject"] != "")]
    if known.empty:
        return []
    found = []
    for subject, told in known.groupby("subject", sort=True):
        exact = told[told["as_of"].str.len() == told["as_of"].str.len().max()]
        as_of = exact["as_of"].mode().iloc[0]
        day = pd.Timestamp(as_of if len(as_of) == 10 else f"{as_of}-15")
        found.append({"subject": subject, "as_of": as_of, "day": day, "fact_ids": ",".join(told["fact_id"]), "told": len(told)})
    most = sorted(found, key=lambda release: (-release["told"], release["day"], release["subject"]))[:MOST_RELEASES]
    return sorted(most, key=lambda release: (release["day"], release["subject"]))


def _step(days: pd.Series) -> str:
    span = (days.max() - days.min()).days if len(days) else 0
    return "D" if span <= DAILY_UNTIL_DAYS else "W-MON" if span <= WEEKLY_UNTIL_DAYS else "MS"


def _width_ms(days: pd.Series) -> float:
    return {"D": 1, "W-MON": 7, "MS": 28}[_step(days)] * 86_400_000.0


def _counted(days: pd.Series) -> pd.Series:
    """Count articles by the step, each count at the first day of its step."""
    return _starts(days, _step(days)).value_counts().sort_index()


def _starts(days: pd.Series, step: str) -> pd.Series:
    """Give the first day of the step that each day lies in."""
    return days if step == "D" else days.dt.to_period("W-SUN" if step == "W-MON" else "M").dt.start_time


def _behind(articles: pd.DataFrame, days: pd.Series, starts: list[pd.Timestamp]) -> list[str]:
    """Give the articles behind each bar, near-copies among them, whatever the bar counts."""
    dated = articles[articles["published"].notna()]
    within = _starts(pd.to_datetime(dated["published"]), _step(days))
    ids = ("article:" + dated["article_id"]).groupby(within).agg(",".join)
    return [str(ids.get(start, "")) for start in starts]


def _ticks(top: int) -> list[int]:
    step = max(1, round(top / 4))
    return list(range(0, top + 1, step))
