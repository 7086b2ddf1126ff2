"""The head of a page: its title, what it shows, and the present filter in one sentence."""

from __future__ import annotations

import json
from functools import partial

import streamlit as st

from presslens.dashboard import counting
from presslens.dashboard.frame import addresses, asking, embedding, filtering, language, later
from presslens.dashboard.places import PLACES, Place
from presslens.dashboard.text import Text, escape
from presslens.dashboard.view import View

# What a search engine or a chat shows beneath a shared link; Streamlit writes no description of its own.
_DESCRIBE = """{
  let found = document.head.querySelector('meta[name="description"]');
  if (!found) {
    found = document.createElement("meta");
    found.name = "description";
    document.head.append(found);
  }
  found.content = %s;
}"""


def bar(text: Text) -> None:
    """Draw the search box and the language switch, above everything; they stand in the frame and outlive a change of page."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head_bar"):
        asking.draw(text)
        language.choose(text)


def title(place: Place, text: Text) -> None:
    """Draw the title, and what the page shows; another site has a title of its own."""
    if not embedding.on():
        st.title(text(place.title), anchor=False)
        st.markdown(text(place.shows))
    # Safe inside the script: the words are our own, and json escapes the quotes that could end the string.
    st.html(f"<script>{_DESCRIBE % json.dumps(text(place.shows))}</script>", unsafe_allow_javascript=True)


def say_filters(view: View, place: Place) -> None:
    """Say the present filter in one sentence; where it leaves nothing, say that and stop a page that would be empty."""
    text = view.text
    if len(view.articles):
        later.draw(partial(_say_filters, view, place))
        return
    if not view.source.total:
        st.info(text("The dataset holds no articles yet. Add some on the page Add articles."), icon=":material/info:")
    else:
        st.warning(
            escape(text("No article is {filters}. Take a filter away to see something.", filters=view.filters.in_words(text))),
            icon=":material/filter_alt:",
        )
        st.button(text("Reset filters"), key="reset_here", on_click=filtering.reset)
    if place.filtered:
        later.stop()


def _say_filters(view: View, place: Place) -> None:
    text = view.text
    said = [sentence(view, view.source.total), *review(view)] if place.filtered else _elsewhere(view)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="filter_sentence"):
        if said:
            st.caption(escape(" ".join(said)), width="content")
        if embedding.on():
            return
        addresses.copy_button(text, view.source)
        if place.filtered and place is not PLACES["brief"]:
            st.page_link("pages/brief.py", label=text("Brief"), icon=":material/description:")
        if view.filters:
            st.button(
                text("Reset filters"),
                key="reset_here",
                icon=":material/filter_alt_off:",
                type="tertiary",
                on_click=filtering.reset,
            )


def _elsewhere(view: View) -> list[str]:
    """Say on a page that no filter changes that there is one."""
    if not view.filters:
        return []
    words = view.filters.in_words(view.text)
    return [view.text("The filter ({filters}) does not change this page; it holds on the others.", filters=words)]


def review(view: View) -> list[str]:
    """Say what the reader's ledger does to the page, a sentence each, as plain text."""
    text, said = view.text, []
    if view.rejected:
        said.append(
            text.plural(
                "{n} figure that you rejected is left out.", "{n} figures that you rejected are left out.", view.rejected
            )
        )
    if view.only_accepted:
        said.append(text("Only figures that you accepted are shown."))
    return said


def sentence(view: View, total: int) -> str:
    """Say how much of all there is (`total`, in the reader's unit) is shown, and by which filter, as plain text."""
    text, filters = view.text, view.filters
    if not filters:
        return text("Showing all {counted}.", counted=text.counted(total)) if total > 1 else text("Showing the one there is.")
    shown = text(
        "Showing {shown} of {total}: {filters}.",
        shown=text.number(counting.number(view.articles)),
        total=text.counted(total),
        filters=filters.in_words(text),
    )
    undated = 0
    if filters.since or filters.until:
        undated = counting.number(counting.keyed(view.source.ask(filters.undated()), text.counting))
    if not undated:
        return shown
    left_out = text("Left out because undated: {counted}.", counted=text.counted(undated))
    return text("{first} {second}", first=shown, second=left_out)
