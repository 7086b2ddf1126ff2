"""What a brief is made of: sections of sentences, a chart and figures, everything with the articles it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from presslens.dashboard.aggregates import claims
from presslens.dashboard.charts import wording
from presslens.dashboard.text import Text

if TYPE_CHECKING:
    import plotly.graph_objects as go

MOST_SAID = 6
FEWEST_FIGURES = 3
FEWEST_ORIGINS = 2


@dataclass(frozen=True)
class Said:
    """One sentence, and the ids of the articles that it stands on; there is no sentence without."""

    words: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A part of a brief: sentences, the figures they speak of (rows of the facts table), a chart with what it is about."""

    title: str
    said: tuple[Said, ...]
    facts: pd.DataFrame
    figure: go.Figure | None = None
    about: str = ""
    thin: str = ""


def section(title: str, facts: pd.DataFrame, text: Text, *, figure: go.Figure | None = None, about: str = "") -> Section:
    """Make a section of figures: the claims most often printed in sentences, and how thin what stands behind them is."""
    return Section(title, tuple(claimed(facts, text)), facts, figure if len(facts) else None, about, thinness(facts, text))


def claimed(facts: pd.DataFrame, text: Text, most: int = MOST_SAID) -> list[Said]:
    """Say the claims that most articles print, one sentence each, the largest first among equals."""
    marks = claims.marks(facts[facts["kind"] != "text"])
    if marks.empty:
        return []
    size = marks["usd_high"].fillna(marks["span_high"])
    ordered = marks.assign(size=size).sort_values(["articles", "size"], ascending=False, kind="stable")
    article_of = dict(zip(facts["fact_id"], facts["article_id"], strict=True))
    return [_claim(mark, article_of, text) for _, mark in ordered.head(most).iterrows()]


def thinness(facts: pd.DataFrame, text: Text) -> str:
    """Say so where little stands behind a section: nothing, few figures, or one independent origin."""
    if facts.empty:
        return text("No article in this selection prints a figure on this.")
    figures = text.plural("{n} figure", "{n} figures", len(facts))
    _, origins = claims.backing(facts)
    if len(facts) >= FEWEST_FIGURES and origins >= FEWEST_ORIGINS:
        return ""
    said = text.plural("{n} independent origin", "{n} independent origins", origins)
    return text("Thin: only {figures} from {origins}. Do not build on it alone.", figures=figures, origins=said)


def _claim(mark: pd.Series, article_of: dict[str, str], text: Text) -> Said:
    amount = text.date(mark["as_of"]) if mark["kind"] == "date" else text.quantity(mark)
    when = "" if mark["kind"] == "date" or not mark["as_of"] else text(", as of {when}", when=text.date(mark["as_of"]))
    voices = [text.name(name) for name in mark["voices"]] or [text.outlet(outlet) for outlet in mark["outlets"] or ("",)]
    words = text(
        "{subject}, {measure}: {amount} ({status}{when}), says {voices}.",
        subject=wording.subject(mark, text),
        measure=text.metric(mark["metric"]).lower(),
        amount=amount,
        status=text.status(mark["status"]).lower(),
        when=when,
        voices=text(", ").join(voices[:3]),
    )
    ids = dict.fromkeys(article_of[fact_id] for fact_id in mark["fact_ids"].split(","))
    return Said(words, tuple(ids))
