"""The head of a page: its title, what it shows, and the present filter in one sentence."""

from __future__ import annotations

import streamlit as st

from presslens.dashboard.frame import filtering, language
from presslens.dashboard.places import Place
from presslens.dashboard.text import Text, escape
from presslens.dashboard.view import View


def title(place: Place, text: Text) -> None:
    """Draw the title with the language switch beside it, and what the page shows."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(text(place.title), width="content", anchor=False)
        language.choose(text)
    st.markdown(text(place.shows))


def say_filters(view: View, place: Place) -> None:
    """Say the present filter in one sentence; where it leaves nothing, say that and stop a page that would be empty."""
    text, filters = view.text, view.filters
    total = sum(choice.articles for choice in view.source.outlets)
    if not total:
        st.info(text("The dataset holds no articles yet. Add some on the page Add articles."), icon=":material/info:")
        if place.filtered:
            st.stop()
        return
    if view.articles.empty:
        st.warning(
            escape(text("No article is {filters}. Take a filter away to see something.", filters=filters.in_words(text))),
            icon=":material/filter_alt:",
        )
        st.button(text("Reset filters"), key="reset_here", on_click=filtering.reset)
        if place.filtered:
            st.stop()
        return
    if place.filtered:
        st.caption(escape(sentence(view, total)))


def sentence(view: View, total: int) -> str:
    """Say how many of all `total` articles are shown, and by which filter, as plain text."""
    text, filters = view.text, view.filters
    if not filters:
        return text.plural("Showing the one article.", "Showing all {n} articles.", total)
    shown = text(
        "Showing {shown} of {total} articles: {filters}.",
        shown=text.number(len(view.articles)),
        total=text.number(total),
        filters=filters.in_words(text),
    )
    undated = int(view.source.ask(filters.count_undated())["n"].iloc[0]) if filters.since or filters.until else 0
    if not undated:
        return shown
    left_out = text.plural("{n} undated article is left out.", "{n} undated articles are left out.", undated)
    return text("{first} {second}", first=shown, second=left_out)
