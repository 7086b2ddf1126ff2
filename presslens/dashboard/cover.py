"""The first screen of the dashboard: what this is, what it covers, and where to go."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import article, counting, shell
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

# Counts as plain text: Streamlit's metric tiles wait for a part of its client that comes only after the chart library.
_STRIP = "display:flex;flex-wrap:wrap;gap:.75rem 3rem;margin:.25rem 0 .5rem;padding:0"
_COUNT = "font-size:2rem;font-weight:600;line-height:1.2;margin:0;font-variant-numeric:tabular-nums"


def introduce(view: View) -> None:
    """Say in two sentences what a newcomer looks at and how to go on."""
    text = view.text
    with st.container(gap="xxsmall"):
        st.markdown(
            escape(
                text(
                    "Presslens reads Chinese articles on AI video and chips and takes out their figures. Press Evidence, or a "
                    "mark of a chart, to see who printed a figure, when, on whose word, and who says otherwise."
                )
            )
        )
        shell.link("tour", escape(text("Take the two-minute tour")))


def count(view: View) -> None:
    """Draw how much is covered, and from when to when."""
    text, articles, facts = view.text, view.articles, view.facts
    plain = text.counting == "articles"
    told = (
        ("articles", text("Articles") if plain else text("Articles, copies counted once"), counting.number(articles)),
        ("outlets", text("Outlets"), articles["outlet"].nunique()),
        ("figures", text("Figures"), len(facts)),
        ("origins", text("Independent origins"), facts["origin"].nunique()),
    )
    entries = (
        f"<div><dt>{html.escape(name)}</dt><dd id='count-{of}' style='{_COUNT}'>{html.escape(text.number(n))}</dd></div>"
        for of, name, n in told
    )
    # As Markdown, though it is HTML: what draws Markdown is there with the page's title, what draws st.html comes after the
    # whole sidebar's.
    st.markdown(f"<dl style='{_STRIP}'>{''.join(entries)}</dl>", unsafe_allow_html=True)
    origins = text(
        "An independent origin is a voice: ten articles that repeat one source are one, and so are copies of an article."
    )
    st.caption(escape(f"{article.span(articles, text)} {origins}"))
