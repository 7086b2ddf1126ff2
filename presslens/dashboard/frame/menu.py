"""The menu of pages in the sidebar.

Streamlit's own menu is drawn anew, link by link, with every change on screen: it was half of what the browser did between the
click on a filter and the changed chart. This one is plain HTML, and left alone until its words change.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from presslens.dashboard.frame import addresses, embedding, opened
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text

Menu = Mapping[str, list[Any]]

# Of an address: what holds on every page, and what holds only for the moment. All else belongs to one page, which has it
# again when the reader comes back to it. A widget of the frame that is not named here would be lost with the page:
# tests/test_menu.py compares the two.
EVERYWHERE = ("lang", addresses.DATA, "count", "outlet", "date", "model", "topic", "accepted", "q")
_MOMENTARY = (opened.FACT, opened.MARK, embedding.PARAMETER)
_LINK = (
    '<li><a href="{address}" data-path="{path}" title="{shows}">'
    '<span class="icon" aria-hidden="true" translate="no">{icon}</span><span>{title}</span></a></li>'
)
_SCRIPT = Path(__file__).with_name("menu.js").read_text(encoding="utf-8")


def pages(text: Text) -> Menu:
    """Make the pages, by the group they stand in."""
    made: dict[str, list[Any]] = {}
    for name, place in PLACES.items():
        page = st.Page(
            f"pages/{name}.py",
            title=text(place.title),
            icon=place.icon,
            # The landing page answers at /, every other one under its file's name.
            default=name == "overview",
        )
        made.setdefault(text(place.group) if place.group else "", []).append(page)
    return made


def draw(of: Menu, here: str, text: Text) -> None:
    """Draw a link to every page, group by group; `here` is the address of the page that is open."""
    groups = "".join(_group(name, pages, text) for name, pages in of.items())
    told = json.dumps({"everywhere": EVERYWHERE, "momentary": _MOMENTARY})
    script = f"<script>{_SCRIPT}({told});</script>"
    label = html.escape(text("Pages"))
    st.html(f'<nav class="menu_of_pages" aria-label="{label}">{groups}{script}</nav>', unsafe_allow_javascript=True)
    # The mark moves with a change of page; the same script is run once only, so the name of the page stands in it. Beside the
    # links and not among them: a link that holds the keyboard's focus keeps it.
    st.html(f"<script>// {here}\nwindow.presslensMark?.();</script>", unsafe_allow_javascript=True)


def _group(name: str, pages: list[Any], text: Text) -> str:
    shows = {text(place.title): text(place.shows) for place in PLACES.values()}
    links = "".join(
        _LINK.format(
            address=page.url_path or "./",
            path=page.url_path,
            shows=html.escape(shows[page.title]),
            icon=page.icon.removeprefix(":material/").removesuffix(":"),
            title=html.escape(page.title),
        )
        for page in pages
    )
    named = html.escape(name)
    head, label = (f'<p aria-hidden="true">{named}</p>', f' aria-label="{named}"') if name else ("", "")
    return f"{head}<ul{label}>{links}</ul>"
