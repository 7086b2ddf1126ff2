"""The frame every page stands in, put together: navigation, language, filters, title, and what the session remembers.

A page begins with `view = shell.page("facts")`. The entrypoint draws the frame before it runs the page; a page that
Streamlit runs alone, as it does with the first deep link after a start, finds no frame and draws it itself.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import streamlit as st

from presslens.dashboard import data, memory, opening, whats_new
from presslens.dashboard.frame import (
    addresses,
    asking,
    counts,
    embedding,
    filtering,
    head,
    language,
    later,
    menu,
    reviewing,
)
from presslens.dashboard.frame.later import stop
from presslens.dashboard.frame.links import link
from presslens.dashboard.frame.remembered import choose_one, choose_row, pick, switch
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text, escape
from presslens.dashboard.view import View
from presslens.tables import DatasetError

__all__ = [
    "added",
    "after_chart",
    "choose_one",
    "choose_row",
    "forget_added",
    "keep_added",
    "link",
    "page",
    "pick",
    "run",
    "stop",
    "switch",
]

NAME = "Presslens"
_WARM = Event()
LOGO = Path(__file__).parent / "logo.svg"
LOOKS = Path(__file__).parent / "frame/looks.css"


def run() -> None:
    """Draw the frame and run the page the reader asked for: all that the entrypoint does."""
    page = _frame()
    try:
        _run_embedded(page) if embedding.on() else page.run()
    except Exception:
        # A page that ends badly still stands in its frame.
        later.finish()
        raise
    later.finish()
    memory.settle(page.url_path)


def page(name: str) -> View:
    """Begin a page: draw the frame unless it stands, then title and filter sentence, and give what there is to show.

    A dataset that cannot be read, and a filter that leaves nothing, are each said in one sentence, and the page stops.
    """
    if "framed" not in st.session_state:
        _frame(alone=True)
    text, source, problem = st.session_state.pop("framed")
    place = PLACES[name]
    head.title(place, text)
    if source is None:
        st.error(escape(problem), title=text("The dataset cannot be read"), icon=":material/error:")
        later.stop()
    view = _view(source, text)
    if view.words and name != "facts":
        asking.point(view)
    head.say_filters(view, place)
    if not embedding.on():
        whats_new.say(view, place)
    opening.reopen(view)
    return view


def _view(source: data.Source, text: Text) -> View:
    return View(
        filtering.current(),
        text,
        source,
        dark=st.context.theme.type == "dark",
        ledger=reviewing.current(),
        only_accepted=reviewing.only_accepted(),
        words=asking.asked(),
    )


def after_chart(draw: Callable[[View], object], view: View) -> None:
    """Draw a part of a page in its place, but only once the page's first chart is on its way."""
    later.draw(partial(draw, view), of_page=True)


def added() -> data.Added | None:
    """Give what the reader added in this session."""
    return st.session_state.get("added")


def keep_added(what: data.Added) -> None:
    """Keep what the reader added for the rest of this session, and show it on every page from the next run on."""
    st.session_state["added"] = what


def forget_added() -> None:
    """Take what the reader added out again."""
    st.session_state.pop("added", None)


def _run_embedded(page: Any) -> None:
    text, source, _ = st.session_state["framed"]
    body = st.container()
    embedding.begin(text, source, addresses.whole(text))
    with body:
        page.run()
    # What waits may be the very panel that was asked for.
    later.finish()
    embedding.end(text)


def _frame(*, alone: bool = False) -> Any:
    # Before the navigation: without an icon of its own, the browser fetches the page's from another machine.
    st.set_page_config(page_icon="📰", layout="wide", initial_sidebar_state="auto")
    st.html(LOOKS)
    if not embedding.on():
        st.logo(LOGO, size="large")
    aside = st.container(key="remembered_frame") if embedding.on() else st.sidebar
    with aside:
        text = Text(language.current(), counts.current())
    pages = menu.pages(text)
    page = st.navigation(pages, position="hidden")
    if not embedding.on():
        with aside:
            menu.draw(pages, page.url_path, text)
    with aside if embedding.on() else nullcontext():
        head.bar(text)
    st.set_page_config(page_title=f"{page.title} · {NAME}")
    with aside:
        source, problem = _opened(page, text, alone)
        addresses.keep_version(source)
        addresses.mark(language.TAGS[text.language], text.language, source, page.url_path)
    _settle(alone)
    st.session_state["framed"] = (text, source, problem)
    return page


def _opened(page: Any, text: Text, alone: bool) -> tuple[data.Source | None, str]:
    """Open the dataset and draw its filters; where it cannot be read, say why."""
    try:
        source = data.connect(st.session_state.get("added"), text.counting)
        # A page that runs alone ends where it ends: nobody comes after it to draw the rest.
        offered = (page.url_path, text.language, text.counting, source.version, source.added_key)
        later.begin(() if alone else offered, filtered=filtering.asked())
        later.draw(partial(filtering.draw, source, text))
    except DatasetError as error:
        return None, text.told(error.message)
    return source, ""


def _settle(alone: bool) -> None:
    """Run again where this run's widgets have names that the next will not know: the first click on them would be lost.

    So it is with a page that was run alone, and with the very first run of a server, before it knew its navigation.
    """
    arriving = "arrived" not in st.session_state
    st.session_state["arrived"] = True
    if arriving and (alone or not _WARM.is_set()):
        _WARM.set()
        later.begin((), filtered=False)
        st.rerun()
