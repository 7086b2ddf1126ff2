"""The first screen of the dashboard: what this is, what it covers, and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import article, counting, shell
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View


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
        (text("Articles") if plain else text("Articles, copies counted once"), counting.number(articles)),
        (text("Outlets"), articles["outlet"].nunique()),
        (text("Figures"), len(facts)),
        (text("Independent origins"), facts["origin"].nunique()),
    )
    # Plain Markdown is there with the page's title. HTML in it, and Streamlit's metric tiles, would first wait for parts of its
    # client that nothing else here needs.
    with st.container(key="counts", horizontal=True, gap="large"):
        for name, n in told:
            st.markdown(f"{escape(name)}  \n**{escape(text.number(n))}**", width="content")
    origins = text(
        "An independent origin is a voice: ten articles that repeat one source are one, and so are copies of an article."
    )
    st.caption(escape(f"{article.span(articles, text)} {origins}"))
