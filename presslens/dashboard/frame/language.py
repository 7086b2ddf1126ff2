"""In which language the frame speaks: the reader's choice, remembered in the URL, first of all the browser's own."""

from __future__ import annotations

from typing import cast

import streamlit as st

from presslens.dashboard.frame.remembered import adopt, remember
from presslens.dashboard.text import LANGUAGES, Language, Text

TAGS: dict[Language, str] = {"en": "en", "zh": "zh-CN"}


def current() -> Language:
    """Take the language of the URL or the switch, else the one spoken so far, else the browser's."""
    browser = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    spoken = st.session_state.get("spoken", browser)
    if st.session_state.get("lang") is None and st.query_params.get("lang") not in LANGUAGES:
        st.session_state["lang"] = spoken
    language = cast(Language, remember("lang", LANGUAGES) or spoken)
    st.session_state["spoken"] = language
    return language


def spoken() -> Language:
    """Give the language that this run speaks."""
    language: Language = st.session_state["spoken"]
    return language


def choose(text: Text) -> None:
    """Draw the switch between the languages."""
    st.session_state["lang_choice"] = text.language
    st.segmented_control(
        text("Language"),
        LANGUAGES,
        format_func={"en": "English", "zh": "中文"}.__getitem__,
        key="lang_choice",
        required=True,
        on_change=adopt,
        args=("lang",),
        label_visibility="collapsed",
        width="content",
    )
