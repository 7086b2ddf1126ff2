"""One article's mood, sentence by sentence."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.charts import style
from presslens.dashboard.text import Text


def strip(sentences: pd.DataFrame, facts: pd.DataFrame, text: Text, *, dark: bool) -> go.Figure:
    """Draw one bar per sentence, up for hopeful and down for worried; a bar opens the figures of its sentence."""
    colours = style.palette(dark)
    ids = facts.groupby("sentence_no")["fact_id"].agg(",".join)
    named = {1: text("hopeful"), 0: text("neutral"), -1: text("worried")}
    inks = {1: colours.positive, 0: colours.neutral, -1: colours.negative}
    told = {label: sentences[sentences["label"] == label] for label in named}
    traces = [_bars(part, ids, named[label], inks[label], text) for label, part in told.items() if len(part)]
    chart = style.figure(traces, height=220, dark=dark)
    chart.update_layout(bargap=0.15)
    chart.update_xaxes(title={"text": text("Sentence")}, tickformat="d")
    chart.update_yaxes(range=[-1.05, 1.05], tickvals=[-1, 0, 1], ticktext=[named[-1], "0", named[1]])
    return chart


def _bars(told: pd.DataFrame, ids: pd.Series, name: str, ink: str, text: Text) -> go.Bar:
    """Draw the sentences of one label; one without a figure leads to its article."""
    places = zip(told["sentence_no"], told["article_id"], strict=True)
    return style.bar(
        x=told["sentence_no"].tolist(),
        # A neutral sentence keeps a sliver of height: it must be seen, and clicked, like any other.
        y=told["sentiment"].where(told["sentiment"].abs() > 0.03, 0.03).tolist(),
        name=name,
        meta={"y": told["sentiment"].tolist()},
        marker={"color": ink, "line": {"width": 0}},
        customdata=[ids.get(number, f"article:{article_id}") for number, article_id in places],
        hovertext=[_hover(row, name, text) for row in told.to_dict("records")],
        hoverinfo="text",
    )


def _hover(sentence: dict[str, object], label: str, text: Text) -> str:
    cues = sentence["cues"]
    words = text(", ").join(style.escape(str(cue)) for cue in cues) if cues is not None else ""  # type: ignore[attr-defined]
    first = text("Sentence {n}: {label}", n=sentence["sentence_no"], label=label)
    return style.hover([first, text("Deciding words: {words}", words=words) if words else ""])
