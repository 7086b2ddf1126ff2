"""Coverage over time: how many articles appeared, with the days on which models were released."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard import counting
from presslens.dashboard.aggregates import periods
from presslens.dashboard.aggregates.periods import Step
from presslens.dashboard.charts import axes, style, wording
from presslens.dashboard.charts.releases import LABEL_HEIGHT_PX, headroom, known, lines
from presslens.dashboard.text import Text


def coverage(articles: pd.DataFrame, releases: pd.DataFrame, text: Text, *, dark: bool) -> go.Figure:
    """Draw articles (or families) per day, week or month, whichever the span asks for, with one labelled line per release.

    `releases` are facts of the measure release_date; a release is drawn where a day or a month is known.
    """
    colours = style.palette(dark)
    told = articles.assign(counted=counting.keys(articles)).dropna(subset=["published"]).drop_duplicates("counted", keep="last")
    days = pd.to_datetime(told["published"])
    marked, step = known(releases), periods.usual_step(days)
    counted = _counted(days, step)
    bars = _bars(counted, step, _behind(articles, list(counted.index), step), text, colours)
    top = max([int(counted.max()) if len(counted) else 1, 1])
    drawn = [bars, *lines(marked, days, text, base=0, top=top, colours=colours)]
    chart = style.figure(drawn, height=300 + LABEL_HEIGHT_PX * len(marked), dark=dark, legend=False)
    chart.update_yaxes(
        range=[0, top * (1 + headroom(len(marked)))],
        tickvals=_ticks(top),
        title={"text": text("Articles") if text.counting == "articles" else text("Families")},
    )
    chart.update_xaxes(tickformat=axes.dates(text, daily=step != "month"), nticks=6)
    return chart


def _bars(counted: pd.Series, step: Step, ids: list[str], text: Text, colours: style.Palette) -> go.Bar:
    return style.bar(
        x=counted.index,
        y=counted.to_numpy(),
        **axes.over(list(counted.index), step),
        marker={"color": colours.series[0]},
        customdata=ids,
        hovertext=[
            text("{name}: {value}", name=wording.period(start, step, text), value=text.counted(int(count)))
            for start, count in counted.items()
        ],
        hoverinfo="text",
        showlegend=False,
    )


def finding(articles: pd.DataFrame, text: Text) -> str:
    """Say when most was published, and how much of all that is."""
    told = articles.assign(counted=counting.keys(articles)).dropna(subset=["published"]).drop_duplicates("counted", keep="last")
    if told.empty:
        return text("No article carries a date.")
    days = pd.to_datetime(told["published"])
    step = periods.usual_step(days)
    counted = _counted(days, step)
    most, n, total = counted.idxmax().date(), text.number(int(counted.max())), text.counted(len(told))
    if step == "month":
        return text("Most was published in {month}: {n} of {total}", month=text.date(most, "month"), n=n, total=total)
    if step == "day":
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


def _counted(days: pd.Series, step: Step) -> pd.Series:
    """Count articles by the step, each count at the first day of its step."""
    return periods.starts(days, step).value_counts().sort_index()


def _behind(articles: pd.DataFrame, starts: list[pd.Timestamp], step: Step) -> list[str]:
    """Give the articles behind each bar, near-copies among them, whatever the bar counts."""
    dated = articles[articles["published"].notna()]
    ids = ("article:" + dated["article_id"]).groupby(periods.starts(dated["published"], step)).agg(",".join)
    return [str(ids.get(start, "")) for start in starts]


def _ticks(top: int) -> list[int]:
    step = max(1, round(top / 4))
    return list(range(0, top + 1, step))
