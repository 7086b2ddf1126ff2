"""In which language the frame speaks: the reader's choice, remembered in the URL, first of all the browser's own."""

from __future__ import annotations

import streamlit as st

from presslens.dashboard.frame.remembered import adopt, remember
from presslens.dashboard.text import LANGUAGES, Language, Text

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


def current() -> Language:
    """Take the language of the URL or the switch, else the one spoken so far, else the browser's; and mark the page with it."""
    browser = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    spoken = st.session_state.get("spoken", browser)
    if st.session_state.get("lang") is None and st.query_params.get("lang") not in LANGUAGES:
        st.session_state["lang"] = spoken
    remember("lang", LANGUAGES, several=False)
    language: Language = st.session_state["lang"] or spoken
    st.session_state["spoken"] = language
    st.html(f"<script>{_MARK_LANGUAGE % (_TAGS[language], language)}</script>", unsafe_allow_javascript=True)
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
