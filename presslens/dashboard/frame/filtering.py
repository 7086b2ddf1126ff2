"""The filter widgets in the sidebar, and what they hold."""

from __future__ import annotations

from datetime import date

import streamlit as st

from presslens.dashboard.data import Source
from presslens.dashboard.filters import TOPICS, UNKNOWN_OUTLET, Filters
from presslens.dashboard.frame import counts, embedding, reviewing
from presslens.dashboard.frame.remembered import choose_several
from presslens.dashboard.text import Text
from presslens.model import TOPIC_OF_METRIC

_KEYS = ("outlet", "model", "topic", "date")


def draw(source: Source, text: Text) -> None:
    """Draw the filters, every choice with what stands behind it, and the button that takes them all away.

    In another site they only carry their values to and from the address, out of sight.
    """
    with st.container(key="remembered_filters" if embedding.on() else None):
        st.header(text("Filters"), anchor=False)
        _choose_outlets(source, text)
        _choose_days(source, text)
        _choose_models(source, text)
        choose_several("topic", text("Topics"), _topics(source), show=text.topic, placeholder=text("All topics"))
        counts.draw(text)
        reviewing.draw(text)
        st.button(
            text("Reset filters"),
            key="reset",
            icon=":material/filter_alt_off:",
            on_click=reset,
            disabled=not current(),
            width="stretch",
        )


def current() -> Filters:
    """Give the filters as the widgets hold them."""
    state = st.session_state
    return Filters.of(
        outlets=state.get("outlet") or (),
        models=state.get("model") or (),
        topics=state.get("topic") or (),
        days=state.get("date") or (),
    )


def asked() -> bool:
    """Tell whether the URL names a filter, which only its widget can take up."""
    return any(key in st.query_params for key in _KEYS)


def reset() -> None:
    """Take every filter away."""
    for key in ("outlet", "model", "topic"):
        st.session_state[key] = []
    st.session_state["date"] = ()


def _choose_outlets(source: Source, text: Text) -> None:
    outlets = {choice.value or UNKNOWN_OUTLET: choice for choice in source.outlets}
    choose_several(
        "outlet",
        text("Outlets"),
        list(outlets),
        show=lambda value: f"{text.outlet(outlets[value].value)} ({text.number(outlets[value].counted)})",
        placeholder=text("All outlets"),
    )


def _choose_models(source: Source, text: Text) -> None:
    models = {choice.value: choice for choice in source.models}
    choose_several(
        "model",
        text("Models"),
        list(models),
        show=lambda value: f"{text.name(value)} ({text.number(models[value].counted)})",
        placeholder=text("All models"),
    )


def _choose_days(source: Source, text: Text) -> None:
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


def _topics(source: Source) -> list[str]:
    found = {TOPIC_OF_METRIC[metric] for metric in TOPIC_OF_METRIC if source.metrics.get(metric)}
    return [topic for topic in TOPICS if topic in found]
