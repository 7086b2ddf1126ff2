"""A page or one chart inside another site: `?embed=true`, and `&panel=KEY` for one panel alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from presslens.dashboard.data import Source
from presslens.dashboard.text import Text, escape

PARAMETER = "panel"
_KEY = re.compile(r"\w{1,40}")
_FOOT = "embedded_foot"
_MET = "panels_met"
# Only the panel asked for, what it stands in, and the line about its source are left of the page.
_ALONE = """<style>
[data-testid="stMainBlockContainer"] *:not(:has(:is({kept}))):not(:is({kept})):not(:is({kept}) *) {{display: none !important;}}
</style>"""
_CLOSE = "<style>[data-testid='stMainBlockContainer'] {padding: .5rem 1rem !important;}</style>"


def on() -> bool:
    """Tell whether another site shows the page."""
    return bool(st.context.is_embedded)


def alone() -> str:
    """Give the key of the one panel that another site shows, empty where it shows the page."""
    asked = st.query_params.get(PARAMETER, "")
    return asked if on() and _KEY.fullmatch(asked) else ""


@contextmanager
def panel(key: str) -> Iterator[bool]:
    """Draw a panel under a key that embedding and saving find it by; gives False where another panel alone is asked for."""
    st.session_state[_MET] = [*st.session_state.get(_MET, ()), key]
    with st.container(key=f"panel_{key}"):
        yield alone() in ("", key)


def begin(text: Text, source: Source | None, address: str) -> None:
    """Draw what stands around an embedded page: less room, and a line that says whose it is and leads to all of it."""
    st.session_state[_MET] = []
    st.html(_CLOSE)
    if alone():
        st.html(_ALONE.format(kept=f".st-key-panel_{alone()}, .st-key-{_FOOT}"))
    version = text("data version {version}", version=source.fingerprint) if source else ""
    with st.container(key=_FOOT, horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(escape(" · ".join(part for part in ("Presslens", version, "CC BY 4.0") if part)), width="content")
        st.link_button(text("Open the whole page"), address, type="tertiary", icon=":material/open_in_new:")


def end(text: Text) -> None:
    """Say so where the page has no panel of the key asked for."""
    met = st.session_state.get(_MET, [])
    if alone() and alone() not in met:
        with st.container(key=f"panel_{alone()}"):
            st.warning(
                escape(
                    text(
                        "This page shows no panel of the name {name} now. It shows: {names}.",
                        name=alone(),
                        names=", ".join(met) or "–",
                    )
                )
            )
