"""The page that hands out briefs: what is in one, how thin it is, and the file itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import shell
from presslens.dashboard.brief import document
from presslens.dashboard.brief.templates import TEMPLATES
from presslens.dashboard.filters import UNKNOWN_OUTLET
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.brief.content import Section
    from presslens.dashboard.view import View


def draw(template: str, view: View) -> None:
    """Draw what the brief of this view will hold, section by section, and the button that makes it."""
    text = view.text
    if template == "outlet":
        view = _of_one_outlet(view)
    st.markdown(escape(text(TEMPLATES[template].tells)))
    for part in TEMPLATES[template].make(view):
        _part(part, text)
    st.download_button(
        text("Make the brief"),
        partial(document.write, view, template),
        document.file_name(view, template),
        "text/html",
        type="primary",
        icon=":material/description:",
        on_click="ignore",
    )
    st.caption(
        escape(
            text(
                "One HTML file that opens without a network and prints on A4. Since it is made to be passed on, no sentence of "
                "an article is in it, only figures as printed, with their source."
            )
        )
    )


def _part(part: Section, text: Text) -> None:
    """Draw how a section begins, and how much stands behind it."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(part.title)}**")
        for said in part.said[:2]:
            articles = text.plural("{n} reference", "{n} references", len(said.articles))
            st.markdown(f"{escape(said.words)} :small[{escape(articles).replace(' ', '&nbsp;')}]")
        if part.thin or len(part.facts):
            st.caption(escape(part.thin or text.plural("{n} figure", "{n} figures", len(part.facts))))


def _of_one_outlet(view: View) -> View:
    """Give the view of one outlet: the one that the filters name, else the reader's choice."""
    text, outlets = view.text, view.filters.outlets
    if len(outlets) != 1:
        offered = list(outlets) or [choice.value or UNKNOWN_OUTLET for choice in view.source.outlets]
        one = shell.choose_one(
            "about",
            text("Outlet"),
            offered,
            show=lambda value: text.outlet("" if value == UNKNOWN_OUTLET else value),
            placeholder=text("Choose an outlet"),
        )
        outlets = (one or offered[0],)
    found = replace(view, filters=replace(view.filters, outlets=outlets))
    if found.articles.empty:
        st.info(text("Nothing of this outlet is left by the other filters."))
        shell.stop()
    return found
