"""The search box in the head of every page; the URL remembers what was asked."""

from __future__ import annotations

import streamlit as st

from presslens.dashboard import counting, finding
from presslens.dashboard.text import Text, escape
from presslens.dashboard.view import View

MOST_CHARACTERS = 200
WIDTH_PX = 280


def draw(text: Text) -> None:
    """Draw the search box."""
    st.text_input(
        text("Search"),
        key="q",
        bind="query-params",
        placeholder=text("Search figures and articles"),
        icon=":material/search:",
        max_chars=MOST_CHARACTERS,
        label_visibility="collapsed",
        width=WIDTH_PX,
    )


def asked() -> str:
    """Give what the reader asked for."""
    return str(st.session_state.get("q") or "").strip()


def point(view: View) -> None:
    """Draw the way to what was found, with how much it is."""
    text = view.text
    figures, articles = len(finding.figures(view)), counting.number(finding.articles(view))
    found = text(
        "{figures} and {articles} for “{words}”",
        figures=text.plural("{n} figure", "{n} figures", figures),
        articles=text.counted(articles),
        words=view.words,
    )
    st.page_link("pages/facts.py", label=escape(found), icon=":material/search:")
