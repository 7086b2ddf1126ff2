"""The words and sentences behind the outlook, in the reader's language."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import shell
from presslens.dashboard.charts.sentiment import signed
from presslens.dashboard.data import as_day
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

_QUOTE = "margin:0;line-height:1.7;overflow-wrap:anywhere"


def cues_by_outlet(found: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Make one row per outlet with its commonest deciding words, headed in the reader's language."""
    return pd.DataFrame(
        {
            text("Outlet"): [text.outlet(outlet) for outlet in found["outlet"]],
            text("Words in hopeful sentences"): [_counted(words, text) for words in found["hopeful"]],
            text("Words in critical sentences"): [_counted(words, text) for words in found["critical"]],
        }
    )


def sentences(found: pd.DataFrame, view: View) -> None:
    """Draw sentences with score and deciding words; their text where it is on this machine, and the way to the article."""
    text = view.text
    if found.empty:
        st.info(text("No sentence in this selection leans either way."))
    for row in found.to_dict("records"):
        with st.container(border=True, gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                hopeful = row["sentiment"] > 0
                label = text("hopeful") if hopeful else text("critical")
                st.badge(f"{signed(row['sentiment'])} {label}", color="blue" if hopeful else "orange")
                st.caption(escape(f"{text.outlet(row['outlet'])} · {text.date(as_day(row['published']))}"), width="content")
            printed = view.source.text_of(row["article_id"])
            if printed is not None:
                st.html(f"<blockquote style='{_QUOTE}'>{html.escape(printed[row['start'] : row['end']].strip())}</blockquote>")
            if len(row["cues"]):
                st.caption(escape(text("Words that decided: {words}", words=text(", ").join(row["cues"]))))
            place = text("Sentence {number} of this article", number=row["sentence_no"])
            shell.link("articles", place, article=row["article_id"])


def _counted(words: Sequence[tuple[str, int]], text: Text) -> str:
    return text(", ").join(f"{word} {text.number(count)}" for word, count in words)
