"""Coverage over time: how many articles appeared, with the days on which models were released."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import counting
from presslens.dashboard.charts import axes, style
from presslens.dashboard.charts.releases import LABEL_HEIGHT_PX, headroom, known, lines
from presslens.dashboard.text import Text

DAILY_UNTIL_DAYS = 45
WEEKLY_UNTIL_DAYS = 400


def coverage(articles: pd.DataFrame, releases: pd.DataFrame, text: Text, *, dark: bool) -> go.Figure:
    """Draw articles (or families) per day, week or month, whichever the span asks for, with one labelled line per release.

    `releases` are facts of the measure release_date; a release is drawn where a day or a month is known.
    """
    colours = style.palette(dark)
    told = articles.assign(counted=counting.keys(articles)).dropna(subset=["published"]).drop_duplicates("counted", keep="last")
    days = pd.to_datetime(told["published"])
    marked = known(releases)
    counted = _counted(days)
    bars = _bars(counted, _width_ms(days), _behind(articles, days, list(counted.index)), text, colours)
    top = max([int(counted.max()) if len(counted) else 1, 1])
    drawn = [bars, *lines(marked, days, text, base=0, top=top, colours=colours)]
    chart = style.figure(drawn, height=300 + LABEL_HEIGHT_PX * len(marked), dark=dark, legend=False)
    chart.update_yaxes(
        range=[0, top * (1 + headroom(len(marked)))],
        tickvals=_ticks(top),
        title={"text": text("Articles") if text.counting == "articles" else text("Families")},
    )
    chart.update_xaxes(tickformat=axes.dates(text, daily=_step(days) != "MS"), nticks=6)
    return chart


def _bars(counted: pd.Series, width_ms: float, ids: list[str], text: Text, colours: style.Palette) -> go.Bar:
    return style.bar(
        x=counted.index,
        y=counted.to_numpy(),
        width=[width_ms * 0.8] * len(counted),
        marker={"color": colours.series[0]},
        customdata=ids,
        hovertext=[f"{text.date(start.date())}: {text.counted(int(count))}" for start, count in counted.items()],
        hoverinfo="text",
        showlegend=False,
    )


def finding(articles: pd.DataFrame, text: Text) -> str:
    """Say when most was published, and how much of all that is."""
    told = articles.assign(counted=counting.keys(articles)).dropna(subset=["published"]).drop_duplicates("counted", keep="last")
    if told.empty:
        return text("No article carries a date.")
    days = pd.to_datetime(told["published"])
    counted = _counted(days)
    most, n, total = counted.idxmax().date(), text.number(int(counted.max())), text.counted(len(told))
    if _step(days) == "MS":
        return text("Most was published in {month}: {n} of {total}", month=text.date(most, "month"), n=n, total=total)
    if _step(days) == "D":
        return text("Most was published on {day}: {n} of {total}", day=text.date(most), n=n, total=total)
    return text("Most was published in the week of {day}: {n} of {total}", day=text.date(most), n=n, total=total)


def caption(articles: pd.DataFrame, text: Text) -> str:
    """Say what stands behind the chart, and how to read it."""
    dated = articles[articles["published"].notna()]
    return text(
        "{counted} with a date, from {outlets}. Triangles: the days on which models came out, as the articles print them.",
        counted=text.counted(counting.number(dated)),
        outlets=text.plural("{n} outlet", "{n} outlets", dated["outlet"].nunique()),
    )


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
