"""The words and sentences behind the outlook, in the reader's language."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import counting, evidence, panels, passage, shell
from presslens.dashboard.aggregates import outlook, toward
from presslens.dashboard.charts import grid as charts_grid
from presslens.dashboard.charts.sentiment import signed
from presslens.dashboard.data import as_day
from presslens.dashboard.export.cells import ARTICLE_IDS
from presslens.dashboard.frame import embedding
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_SENTENCES = 6
_LEANS = 0.3
_QUOTE = "margin:0;line-height:1.7;overflow-wrap:anywhere"


def counted(told: pd.DataFrame, text: Text) -> str:
    """Say how many sentences are scored and how many of them are unclear, as Markdown."""
    share = f"{outlook.unclear_share(told):.0%}"
    copies = "" if text.counting == "articles" else text(" Sentences are counted one by one, those of near-copies too.")
    return escape(
        text.plural(
            "{n} sentence scored; {share} of them unclear: their label is no more than a guess.",
            "{n} sentences scored; {share} of them unclear: their label is no more than a guess.",
            len(told),
            share=share,
        )
        + copies
    )


def behind(articles: pd.DataFrame, text: Text) -> str:
    """Say how much stands behind a chart: articles and outlets; `articles` has a row for each that is scored."""
    return text(
        "{counted} from {outlets}.",
        counted=text.counted(counting.number(articles)),
        outlets=text.plural("{n} outlet", "{n} outlets", articles["outlet"].nunique()),
    )


def scale(text: Text) -> str:
    """Say how to read the values of outlets."""
    return text(
        "Scores run from −1 (every sentence critical) to +1 (every sentence hopeful). An outlet's is the mean over its "
        "articles, near-copies counted once, drawn toward the mean of all the more, the fewer they are; lines are 95% "
        "intervals, bootstrapped by article. An outlet with fewer than three articles is not ranked."
    )


def marks(text: Text) -> str:
    """Say how to read the articles over time."""
    return text(
        "One mark per article: blue where its 95% interval is above zero, orange where it is below, grey where it holds zero."
    )


def grid_scale(text: Text) -> str:
    """Say how to read the grid."""
    return text(
        "Mean over the sentences that name them, outlets with three articles or more. A cross: never mentioned, which is not"
        " zero. Slanted: fewer than three sentences. Click a square to read them."
    )


def cues_by_outlet(found: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per outlet with its commonest deciding words, headed in the reader's language."""
    return pd.DataFrame(
        {
            text("Outlet"): [text.outlet(outlet) for outlet in found["outlet"]],
            text("Words in hopeful sentences"): [_counted(words, text) for words in found["hopeful"]],
            text("Words in critical sentences"): [_counted(words, text) for words in found["critical"]],
        }
    )


def extremes(found: pd.DataFrame, view: View) -> None:
    """Draw the sentences that lean furthest; what is taken away says where a sentence stands, never the sentence itself."""
    text = view.text
    told = pd.DataFrame(
        {
            text("Sentiment"): found["sentiment"].to_list(),
            text("Outlet"): [text.outlet(outlet) for outlet in found["outlet"]],
            text("Published"): [str(as_day(day) or "") for day in found["published"]],
            text("Sentence"): found["sentence_no"].to_list(),
            text("Words that decided"): [text(", ").join(cues) for cues in found["cues"]],
            ARTICLE_IDS: found["article_id"].to_list(),
        }
    )
    alt = text("The most hopeful and the most critical sentences")
    panels.of_drawing(told, partial(sentences, found, view, key="extremes"), key="extremes", alt=alt, view=view)


def sentences(found: pd.DataFrame, view: View, *, key: str) -> None:
    """Draw sentences with score and deciding words, each opening its evidence; their text where it is on this machine."""
    text = view.text
    if found.empty:
        st.info(text("No sentence in this selection leans either way."))
    for row in found.to_dict("records"):
        with st.container(border=True, gap="xsmall"):
            _card(row, view)
            with st.container(horizontal=True, vertical_alignment="center"):
                passage.button(row, key=f"{key}_{row['article_id']}_{row['sentence_no']}", view=view)
                place = text("Sentence {number} of this article", number=row["sentence_no"])
                shell.link("articles", place, article=row["article_id"])


def grid(cells: pd.DataFrame, named: pd.DataFrame, *, about: str, caption: str, key: str, view: View) -> None:
    """Draw the grid of outlets and names; a click lists the sentences behind a square, furthest leaning first."""
    text = view.text
    found, silent = charts_grid.finding(cells, text), charts_grid.silence(cells, text)
    caption = text("{first} {second}", first=silent, second=caption)
    if cells.empty:
        st.info(escape(text("No name stands in three sentences of this selection.")), icon=":material/info:")
        return
    with embedding.panel(key) as drawn:
        if drawn:
            evidence.head(about, found)
            _grid(cells, named, about, found, caption, key, view)
            panels.take(_pairs(cells, text), key=key, words=(about, found, caption), view=view, drawn=True)


def _pairs(cells: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Give the squares of the grid as rows; a pair that never occurs has no mean."""
    return pd.DataFrame(
        {
            text("Outlet"): [charts_grid.outlet_name(outlet, text) for outlet in cells["outlet"]],
            text("Name"): [text.name(name) for name in cells["entity"]],
            text("Sentiment"): cells["mean"].to_list(),
            text("Sentences"): cells["sentences"].to_list(),
            text("Printed by"): [text.counted(count) for count in cells["counted"]],
            ARTICLE_IDS: cells["article_ids"].to_list(),
        }
    )


@st.fragment
def _grid(cells: pd.DataFrame, named: pd.DataFrame, about: str, found: str, caption: str, key: str, view: View) -> None:
    text = view.text
    picked = st.plotly_chart(
        charts_grid.draw(cells, text, dark=view.dark),
        key=key,
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config=evidence.CONFIG,
        alt=f"{about}. {found}. {caption}",
    )
    st.caption(escape(caption))
    for point in picked.selection.points[:1]:
        pair = charts_grid.cell_at(cells, point)
        if pair is not None:
            _behind(pair, named, key, view)


def _behind(pair: tuple[str, str], named: pd.DataFrame, key: str, view: View) -> None:
    text, (outlet, name) = view.text, pair
    among = toward.behind(named, outlet, name)
    shown = {"outlet": charts_grid.outlet_name(outlet, text), "name": text.name(name)}
    if among.empty:
        st.markdown(escape(text("{outlet} never mentions {name} in what is shown.", **shown)))
        return
    count = text.plural("{n} sentence", "{n} sentences", len(among))
    st.markdown(escape(text("{outlet} on {name}, {count}:", count=count, **shown)))
    strongest = among.assign(lean=among["sentiment"].abs()).nlargest(MOST_SENTENCES, "lean")
    leans = strongest[["article_id", "sentence_no", "sentiment"]].rename(columns={"sentiment": "toward"})
    rows = view.sentences.merge(leans, on=["article_id", "sentence_no"])
    sentences(rows.sort_values("toward", key=abs, ascending=False), view, key=f"{key}_behind")


def _card(row: Mapping[str, Any], view: View) -> None:
    text = view.text
    with st.container(horizontal=True, vertical_alignment="center"):
        score = row.get("toward", row["sentiment"])
        label = text("hopeful") if score > _LEANS else text("critical") if score < -_LEANS else text("neutral")
        st.badge(f"{signed(score)} {label}", color="blue" if score > _LEANS else "orange" if score < -_LEANS else "gray")
        st.caption(escape(f"{text.outlet(row['outlet'])} · {text.date(as_day(row['published']))}"), width="content")
    printed = view.source.text_of(row["article_id"])
    if printed is not None:
        st.html(f"<blockquote style='{_QUOTE}'>{html.escape(printed[row['start'] : row['end']].strip())}</blockquote>")
    else:
        st.caption(escape(row["title"] or text("Untitled")))
    if len(row["cues"]):
        st.caption(escape(text("Words that decided: {words}", words=text(", ").join(row["cues"]))))


def _counted(words: Sequence[tuple[str, int]], text: Text) -> str:
    return text(", ").join(f"{word} {text.number(count)}" for word, count in words)
