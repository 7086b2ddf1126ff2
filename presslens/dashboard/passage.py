"""What the evidence panel says of one scored sentence: the words that decided, where it stands, and who printed it."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from presslens.dashboard import citation, shell
from presslens.dashboard.charts.sentiment import signed
from presslens.dashboard.data import as_day
from presslens.dashboard.filters import Query
from presslens.dashboard.text import Text, escape
from presslens.model import UNCLEAR_BELOW

if TYPE_CHECKING:
    from presslens.dashboard.view import View

_AROUND = 120
_QUOTE = "margin:.25rem 0;padding:.5rem .9rem;border-left:.25rem solid #0b62c4;line-height:1.7;overflow-wrap:anywhere"
_MARK = "background:rgba(250,204,21,.4);color:inherit;border-radius:.2rem;padding:0 .1rem"


@st.fragment
def button(sentence: Mapping[str, Any], *, key: str, view: View) -> None:
    """Draw a button that opens the evidence of one sentence, a row of `view.sentences`."""
    text = view.text
    if st.button(text("Evidence"), key=key, icon=":material/quick_reference_all:", type="tertiary"):
        panel = st.dialog(text("Evidence"), width="medium", position="right", icon=":material/quick_reference_all:")
        panel(_draw)(sentence, view)


def _draw(sentence: Mapping[str, Any], view: View) -> None:
    text = view.text
    article = view.source.ask(Query("SELECT * FROM articles WHERE article_id = ?", (sentence["article_id"],)))
    st.header(_verdict(sentence, text), anchor=False)
    printed = view.source.text_of(sentence["article_id"])
    if printed is None:
        st.caption(text("The article's text is not on this machine, so its sentence cannot be shown here."))
    else:
        st.html(marked(printed, int(sentence["start"]), int(sentence["end"]), list(sentence["cues"])))
    st.markdown(_listed(_told(sentence, text)))
    if not article.empty:
        shown = article.iloc[0].to_dict()
        st.subheader(text("Printed by"), anchor=False)
        st.markdown(_listed(_printed_by(shown, text)))
        st.code(citation.gbt_7714(shown, as_day(shown["published"])), language=None, wrap_lines=True)
    shell.link("articles", text("The whole article"), article=sentence["article_id"])


def marked(printed: str, start: int, end: int, cues: Sequence[str]) -> str:
    """Give the sentence marked in the text around it, with the deciding words bold where they are printed so, as safe HTML.

    >>> "<b>亏损</b>" in marked("去年盈利。今年亏损。", 5, 10, ["亏损"])
    True
    """
    before = html.escape(printed[max(0, start - _AROUND) : start].rsplit("\n", 1)[-1])
    after = html.escape(printed[end : end + _AROUND].split("\n", 1)[0])
    sentence = html.escape(printed[start:end])
    for cue in sorted({html.escape(cue) for cue in cues}, key=len, reverse=True):
        sentence = sentence.replace(cue, f"<b>{cue}</b>") if f"<b>{cue}" not in sentence else sentence
    return f"<blockquote style='{_QUOTE}'>{before}<mark style='{_MARK}'>{sentence}</mark>{after}</blockquote>"


def _verdict(sentence: Mapping[str, Any], text: Text) -> str:
    label = {1: text("hopeful"), 0: text("neutral"), -1: text("critical")}[int(sentence["label"])]
    return escape(f"{signed(float(sentence['sentiment']))} · {label}")


def _told(sentence: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    probability = float(sentence["probability"])
    doubt = text(" (unclear)") if probability < UNCLEAR_BELOW else ""
    place = text("characters {start} to {end}", start=sentence["start"], end=sentence["end"])
    return [
        (text("Words that decided"), text(", ").join(sentence["cues"]) or text("none: the wording as a whole decided")),
        (text("Probability of the label"), f"{probability:.0%}{doubt}"),
        (text("Place"), text("sentence {number}, {place}", number=sentence["sentence_no"], place=place)),
        (text("Quoted speaker"), text("yes") if sentence["quoted"] else text("no")),
    ]


def _printed_by(article: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    return [
        (text("Outlet"), text.outlet(article["outlet"])),
        (text("Title"), article["title"] or text("Untitled")),
        (text("Published"), text.date(as_day(article["published"]), article["published_precision"])),
    ]


def _listed(pairs: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"- **{escape(name)}**: {escape(value)}" for name, value in pairs)
