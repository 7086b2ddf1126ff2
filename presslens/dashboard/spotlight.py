"""What the page of attention asks its reader and says to her."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import pandas as pd
import streamlit as st

from presslens.dashboard import counting, shell
from presslens.dashboard import events as naming
from presslens.dashboard.aggregates import attention, periods
from presslens.dashboard.aggregates.attention import KINDS, Kind
from presslens.dashboard.aggregates.periods import STEPS, Step
from presslens.dashboard.charts.attention import steps_in_words
from presslens.dashboard.text import Text

if TYPE_CHECKING:
    from presslens.dashboard.view import View


def choose(view: View) -> tuple[Kind, str, Step]:
    """Draw the switches: whose attention, as a share or in counts, by what step of time."""
    text = view.text
    of = {"model": text("Models"), "company": text("Companies"), "topic": text("Topics")}
    measures = {"share": text("Share of coverage"), "counted": text("Counts")}
    with st.container(horizontal=True, gap="medium"):
        kind = shell.pick("attend", text("Attention to"), KINDS, show=of.__getitem__, default="model")
        measure = shell.pick("measure", text("Measured as"), list(measures), show=measures.__getitem__, default="share")
        usual = periods.usual_step(view.articles["published"])
        step = shell.pick("step", text("By"), STEPS, show=lambda one: steps_in_words(cast(Step, one), text), default=usual)
    return cast(Kind, kind), measure, cast(Step, step)


def events(found: pd.DataFrame, measure: str, step: Step, view: View) -> dict[tuple[str, pd.Timestamp], str]:
    """Word what the peaks of attention turn on, by name and start of period."""
    worded = {}
    for peak in attention.peaks(found, measure).to_dict("records"):
        event = naming.of(peak, periods.end(peak["start"], step), view.articles, view.release_dates, view.keywords)
        if event:
            worded[peak["name"], peak["start"]] = naming.in_words(event, view.text)
    return worded


def silence(view: View, kind: Kind, asked: Sequence[str]) -> pd.DataFrame:
    """Hold each outlet's output against the others', near-copies counted once whatever else the reader counts in."""
    articles = counting.keyed(view.articles, "families")
    pairs = attention.named(view.mentions, view.facts, articles, kind)
    return attention.by_outlet(pairs, articles, attention.leading(pairs, attention.MOST_COLUMNS, asked))


def in_families(text: Text) -> Text:
    """Speak of families where they are counted."""
    return Text(text.language, "families")


def about(measure: str, step: Step, text: Text) -> str:
    """Say what the chart over time shows."""
    by = steps_in_words(step, text).lower()
    if measure == "share":
        return text("Share of all that was published which names them, by {step}", step=by)
    return text("How much was published that names them, by {step}", step=by)


def caption(view: View) -> str:
    """Say what stands behind the chart over time."""
    text = view.text
    dated = view.articles[view.articles["published"].notna()]
    return text(
        "{counted} with a date. Pale bars: fewer than three in that time. Peaks are named by the release, name or title "
        "that most of their articles share; triangles are releases. Click a mark to list what is behind it.",
        counted=text.counted(counting.number(dated)),
    )


def grid_caption(text: Text) -> str:
    """Say how to read the grid."""
    return text(
        "In brackets how much the outlet published. A cross: it never names it, though by the habit of the others it would "
        "have. A dot: it never does, but with so few articles that may be chance. "
        "Small outlets, under three articles, are one row."
    )
