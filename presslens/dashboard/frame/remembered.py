"""Widgets whose choice the URL remembers: a copied link, a reload and Back bring it again.

A bound widget writes what it shows into the URL, and what the reader should see (words, counts) is not what a link should
hold. So hidden widgets carry the plain values to and from the URL, and the visible ones follow them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st


def remember(key: str, options: Sequence[str]) -> str | None:
    """Draw the hidden widget that holds one choice in the URL, whatever words the reader sees; gives it, or None.

    A field for text, though it holds one of a few values: the browser has it drawn before it has loaded Streamlit's list.
    """
    if st.session_state.get(key, st.query_params.get(key)) not in options:
        st.session_state[key] = None
    with st.container(key=f"remembered_{key}"):
        held = st.text_input(key, value=None, key=key, bind="query-params")
    return held if held in options else None


def adopt(key: str) -> None:
    """Take over into the URL what the visible widget of a remembered choice holds; called when it changes."""
    st.session_state[key] = st.session_state[f"{key}_choice"]


def choose_one(key: str, label: str, options: Sequence[str], *, show: Callable[[str], str], placeholder: str) -> str | None:
    """Draw a choice of one that the URL remembers under `key` by its plain value, while the reader sees `show(value)`."""
    chosen = remember(key, options)
    st.session_state[f"{key}_choice"] = chosen
    st.selectbox(
        label,
        options,
        index=None,
        format_func=show,
        key=f"{key}_choice",
        placeholder=placeholder,
        on_change=adopt,
        args=(key,),
    )
    return chosen


def choose_several(key: str, label: str, options: list[str], *, show: Callable[[str], str], placeholder: str) -> list[str]:
    """Draw a choice of any number that the URL remembers under `key` by plain values, while the reader sees `show(value)`."""
    with st.container(key=f"remembered_{key}"):
        st.multiselect(key, options, key=key, bind="query-params")
    st.session_state[f"{key}_choice"] = st.session_state[key]
    st.multiselect(
        label,
        options,
        format_func=show,
        key=f"{key}_choice",
        placeholder=placeholder,
        select_all=False,
        on_change=adopt,
        args=(key,),
    )
    return st.session_state[key]


def pick(key: str, label: str, options: Sequence[str], *, show: Callable[[str], str], default: str, help: str = "") -> str:
    """Draw a switch between a few values that the URL remembers under `key`, as `choose_one` does; one is always chosen."""
    chosen = remember(key, options) or default
    st.session_state[f"{key}_choice"] = chosen
    st.segmented_control(
        label,
        options,
        format_func=show,
        key=f"{key}_choice",
        required=True,
        on_change=adopt,
        args=(key,),
        help=help or None,
    )
    return chosen


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


def switch(key: str, label: str) -> bool:
    """Draw a switch that the URL remembers."""
    return st.toggle(label, key=key, bind="query-params")


def _choose_row(key: str, parameter: str, values: Sequence[str]) -> None:
    click = st.session_state[f"{key}_row"]
    if click and 0 <= click.row < len(values):
        st.session_state[parameter] = values[click.row]
