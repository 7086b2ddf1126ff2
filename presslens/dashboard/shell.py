"""The frame every page stands in: navigation, language, filters, title, and what the URL and the session remember.

A page begins with `view = shell.page("facts")`. The entrypoint draws the frame before it runs the page; a page that
Streamlit runs alone, as it does with the first deep link after a start, finds no frame and draws it itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pandas as pd
import streamlit as st

from presslens.dashboard import data, evidence
from presslens.dashboard.filters import TOPICS, UNKNOWN_OUTLET, Filters
from presslens.dashboard.places import PLACES, Place
from presslens.dashboard.text import LANGUAGES, Language, Text, escape
from presslens.dashboard.view import View
from presslens.model import TOPIC_OF_METRIC
from presslens.tables import DatasetError

NAME = "Presslens"
_WARM = Event()
LOGO = Path(__file__).parent / "logo.svg"
_TAGS: dict[Language, str] = {"en": "en", "zh": "zh-CN"}
# The language is in the URL even where it is the browser's own, so that a copied link opens in it elsewhere. It is put there by
# replacing: Streamlit's own way pushes an entry on the history that Back cannot get past. Streamlit's client reads the address
# itself as long as it knew no parameter; where it knew some, it has to be told, as if the reader had gone back.
_MARK_LANGUAGE = """{
  document.documentElement.lang = "%s";
  const here = new URL(window.location.href);
  if (!here.searchParams.has("lang")) {
    const known = here.search;
    here.searchParams.set("lang", "%s");
    window.history.replaceState(window.history.state, "", here);
    if (known) window.dispatchEvent(new PopStateEvent("popstate"));
  }
}"""


# A bound widget writes what it shows into the URL, and what the reader should see (words, counts) is not what a link should
# hold. So hidden widgets carry the plain values to and from the URL, and the visible ones follow them.
_HIDE_REMEMBERED = """<style>
div:has(> [class*='st-key-remembered_']:only-child), [class*='st-key-remembered_'] {display: none;}
</style>"""


def run() -> None:
    """Draw the frame and run the page the reader asked for: all that the entrypoint does."""
    page = _frame()
    page.run()


def page(name: str) -> View:
    """Begin a page: draw the frame unless it stands, then title and filter sentence, and give what there is to show.

    A dataset that cannot be read, and a filter that leaves nothing, are each said in one sentence, and the page stops.
    """
    if "framed" not in st.session_state:
        _frame(alone=True)
    text, source, problem = st.session_state.pop("framed")
    place = PLACES[name]
    _head(place, text)
    if source is None:
        st.error(escape(problem), title=text("The dataset cannot be read"), icon=":material/error:")
        st.stop()
    view = View(_filters(), text, source, dark=st.context.theme.type == "dark")
    _say_filters(view, place)
    evidence.reopen(view)
    return view


def link(name: str, label: str, **parameters: str) -> None:
    """Draw a link to another page, with parameters of that page's URL; the label is Markdown, the filters travel along."""
    st.page_link(f"pages/{name}.py", label=label, icon=":material/arrow_forward:", query_params=parameters or None)


def choose_one(key: str, label: str, options: Sequence[str], *, show: Callable[[str], str], placeholder: str) -> str | None:
    """Draw a choice of one that the URL remembers under `key` by its plain value, while the reader sees `show(value)`."""
    _remember(key, options, several=False)
    st.session_state[f"{key}_choice"] = st.session_state[key]
    st.selectbox(
        label,
        options,
        index=None,
        format_func=show,
        key=f"{key}_choice",
        placeholder=placeholder,
        on_change=_adopt,
        args=(key,),
    )
    return st.session_state[key]


def choose_row(frame: pd.DataFrame, *, key: str, parameter: str, action: str, alt: str) -> None:
    """Draw a table whose rows each carry a button that sets a URL parameter to the row's index."""
    st.dataframe(
        frame.assign(**{action: action})[[action, *frame.columns]],
        key=key,
        hide_index=True,
        column_config={
            action: st.column_config.ButtonColumn(
                action, key=f"{key}_row", on_click=_choose_row, args=(key, parameter, list(frame.index)), type="tertiary"
            )
        },
        alt=alt,
    )


def search(label: str, placeholder: str) -> str:
    """Draw a search field that the URL remembers."""
    return st.text_input(label, key="q", bind="query-params", placeholder=placeholder, icon=":material/search:", max_chars=200)


def switch(key: str, label: str) -> bool:
    """Draw a switch that the URL remembers."""
    return st.toggle(label, key=key, bind="query-params")


def added() -> data.Added | None:
    """Give what the reader added in this session."""
    return st.session_state.get("added")


def keep_added(what: data.Added) -> None:
    """Keep what the reader added for the rest of this session, and show it on every page from the next run on."""
    st.session_state["added"] = what


def forget_added() -> None:
    """Take what the reader added out again."""
    st.session_state.pop("added", None)


def _frame(*, alone: bool = False) -> Any:
    st.set_page_config(page_title=NAME, page_icon="📰", layout="wide", initial_sidebar_state="auto")
    st.html(_HIDE_REMEMBERED)
    st.logo(LOGO, size="large")
    with st.sidebar:
        text = Text(_language())
    page = st.navigation(_menu(text), expanded=True)
    source, problem = None, ""
    try:
        source = data.connect(st.session_state.get("added"))
        _draw_filters(source, text)
    except DatasetError as error:
        problem = str(error)
    _settle(alone)
    st.session_state["framed"] = (text, source, problem)
    return page


def _settle(alone: bool) -> None:
    """Run again where this run's widgets have names that the next will not know: the first click on them would be lost.

    So it is with a page that was run alone, and with the very first run of a server, before it knew its navigation.
    """
    arriving = "arrived" not in st.session_state
    st.session_state["arrived"] = True
    if arriving and (alone or not _WARM.is_set()):
        _WARM.set()
        st.rerun()


def _menu(text: Text) -> Mapping[str, list[Any]]:
    menu: dict[str, list[Any]] = {}
    for name, place in PLACES.items():
        shown = st.Page(
            f"pages/{name}.py",
            title=text(place.title),
            icon=place.icon,
            # The landing page answers at /, every other one under its file's name.
            default=name == "overview",
            help=text(place.shows),
        )
        menu.setdefault(text(place.group) if place.group else "", []).append(shown)
    return menu


def _language() -> Language:
    """Take the language of the URL or the switch, else the one spoken so far, else the browser's."""
    browser = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    spoken = st.session_state.get("spoken", browser)
    if st.session_state.get("lang") is None and st.query_params.get("lang") not in LANGUAGES:
        st.session_state["lang"] = spoken
    _remember("lang", LANGUAGES, several=False)
    language: Language = st.session_state["lang"] or spoken
    st.session_state["spoken"] = language
    st.html(f"<script>{_MARK_LANGUAGE % (_TAGS[language], language)}</script>", unsafe_allow_javascript=True)
    return language


def _head(place: Place, text: Text) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(text(place.title), width="content", anchor=False)
        st.session_state["lang_choice"] = text.language
        st.segmented_control(
            text("Language"),
            LANGUAGES,
            format_func={"en": "English", "zh": "中文"}.__getitem__,
            key="lang_choice",
            required=True,
            on_change=_adopt,
            args=("lang",),
            label_visibility="collapsed",
            width="content",
        )
    st.markdown(text(place.shows))


def _draw_filters(source: data.Source, text: Text) -> None:
    outlets = {choice.value or UNKNOWN_OUTLET: choice for choice in source.outlets}
    models = {choice.value: choice for choice in source.models}
    with st.sidebar:
        st.header(text("Filters"), anchor=False)
        _choose_several(
            "outlet",
            text("Outlets"),
            list(outlets),
            show=lambda value: f"{text.outlet(outlets[value].value)} ({outlets[value].articles})",
            placeholder=text("All outlets"),
        )
        _choose_days(source, text)
        _choose_several(
            "model",
            text("Models"),
            list(models),
            show=lambda value: f"{text.name(value)} ({models[value].articles})",
            placeholder=text("All models"),
        )
        _choose_several("topic", text("Topics"), _topics(source), show=text.topic, placeholder=text("All topics"))
        st.button(
            text("Reset filters"),
            key="reset",
            icon=":material/filter_alt_off:",
            on_click=_reset,
            disabled=not _filters(),
            width="stretch",
        )


def _choose_several(key: str, label: str, options: list[str], *, show: Callable[[str], str], placeholder: str) -> None:
    _remember(key, options, several=True)
    st.session_state[f"{key}_choice"] = st.session_state[key]
    st.multiselect(
        label,
        options,
        format_func=show,
        key=f"{key}_choice",
        placeholder=placeholder,
        select_all=False,
        on_change=_adopt,
        args=(key,),
    )


def _remember(key: str, options: Sequence[str], *, several: bool) -> None:
    """Draw the hidden widget that holds a choice in the URL by its plain value, whatever words the reader sees."""
    with st.container(key=f"remembered_{key}"):
        if several:
            st.multiselect(key, options, key=key, bind="query-params")
        else:
            st.selectbox(key, options, index=None, key=key, bind="query-params")


def _choose_days(source: data.Source, text: Text) -> None:
    first, last = source.span
    if first is None:
        return
    earliest, latest = date(first.year, 1, 1), date(last.year, 12, 31)
    kept = st.session_state.get("date") or ()
    if any(not earliest <= day <= latest for day in kept):
        st.session_state["date"] = ()
    st.date_input(
        text("Published"),
        value=[],
        min_value=earliest,
        max_value=latest,
        key="date",
        format="YYYY-MM-DD",
        bind="query-params",
        help=text("Pick the first and the last day. Articles without a date are then left out."),
    )


def _topics(source: data.Source) -> list[str]:
    found = {TOPIC_OF_METRIC[metric] for metric in TOPIC_OF_METRIC if source.metrics.get(metric)}
    return [topic for topic in TOPICS if topic in found]


def _filters() -> Filters:
    state = st.session_state
    days = state.get("date") or ()
    return Filters.of(
        outlets=state.get("outlet") or (),
        models=state.get("model") or (),
        topics=state.get("topic") or (),
        days=days,
    )


def _say_filters(view: View, place: Place) -> None:
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
        st.button(text("Reset filters"), key="reset_here", on_click=_reset)
        if place.filtered:
            st.stop()
        return
    if place.filtered:
        st.caption(escape(_sentence(view, total)))


def _sentence(view: View, total: int) -> str:
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


def _adopt(key: str) -> None:
    st.session_state[key] = st.session_state[f"{key}_choice"]


def _choose_row(key: str, parameter: str, values: Sequence[str]) -> None:
    click = st.session_state[f"{key}_row"]
    if click and 0 <= click.row < len(values):
        st.session_state[parameter] = values[click.row]


def _reset() -> None:
    for key in ("outlet", "model", "topic"):
        st.session_state[key] = []
    st.session_state["date"] = ()
