"""The address of what is on screen: page, language, filters, comparison, open evidence, and the version of the data.

A link names the version of the data it was made on. Opened on another version, the page says what has changed of what the
link showed; until the reader has seen to that, the address keeps the version of the link.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from presslens.dashboard import data
from presslens.dashboard.text import Text
from presslens.history import FINGERPRINT

if TYPE_CHECKING:
    from presslens.dashboard.view import View

DATA = "data"
# What an address says only while it is embedded in another site.
_EMBEDDING = ("embed", "embed_options", "panel")
# The language and the version are in the URL even where nobody chose them, so that a copied link shows the same elsewhere.
# They are put there by replacing: Streamlit's own way pushes an entry on the history that Back cannot get past. Streamlit's
# client reads the address itself as long as it knew no parameter; where it knew some, it has to be told, as if the reader had
# gone back.
_MARK = """{
  document.documentElement.lang = %s;
  const here = new URL(window.location.href);
  const known = here.search;
  let told = true;
  for (const [name, value] of Object.entries(%s)) {
    if (here.searchParams.has(name)) continue;
    here.searchParams.set(name, value);
    told = false;
  }
  if (!told) {
    window.history.replaceState(window.history.state, "", here);
    if (known) window.dispatchEvent(new PopStateEvent("popstate"));
  }
}"""
# Drawn as HTML: a component of its own would bring 200 kB of Streamlit's client along that nothing else here needs.
_COPY = """<div class="copy_link"><button type="button">{label}</button><span role="status" aria-live="polite"></span></div>
<script>{script}({told});</script>"""
_COPY_SCRIPT = Path(__file__).with_name("copy_link.js").read_text(encoding="utf-8")


def keep_version(source: data.Source | None) -> None:
    """Hold the version of the data in the URL: the link's own until it is the present one."""
    with st.container(key=f"remembered_{DATA}"):
        asked = st.session_state.get(DATA) or st.query_params.get(DATA, "")
        if source and not FINGERPRINT.fullmatch(asked):
            st.session_state[DATA] = source.fingerprint
        st.text_input(DATA, key=DATA, bind="query-params")


def mark(tag: str, language: str, source: data.Source | None, page: str) -> None:
    """Write language and data version into an address that has none, and mark the page with its language.

    The same script is run once only, so the name of the page stands in it: a change of page may have dropped a parameter.
    """
    told: Mapping[str, str] = {"lang": language, **({DATA: source.fingerprint} if source else {})}
    script = f"// {page}\n{_MARK % (json.dumps(tag), json.dumps(told))}"
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def made_on(view: View) -> str:
    """Tell which version of the data the link was made on, empty where it is the one shown."""
    asked = str(st.session_state.get(DATA) or "")
    return asked if FINGERPRINT.fullmatch(asked) and asked != view.source.fingerprint else ""


def accept_version(fingerprint: str) -> None:
    """Let the address speak of the version shown from now on."""
    st.session_state[DATA] = fingerprint


def address(view: View) -> str:
    """Write the address that shows the present page again, with the version of the data it is made on."""
    here = urlsplit(st.context.url or "")
    told = {name: st.query_params.get_all(name) for name in st.query_params if name not in (*_EMBEDDING, DATA)}
    query = urlencode({**told, "lang": view.text.language, DATA: view.source.fingerprint}, doseq=True)
    return urlunsplit((here.scheme, here.netloc, here.path, query, ""))


def whole(text: Text) -> str:
    """Write the address of the present page as it is outside of another site, with the link's own version of the data."""
    here = urlsplit(st.context.url or "")
    told = {name: st.query_params.get_all(name) for name in st.query_params if name not in _EMBEDDING}
    return urlunsplit((here.scheme, here.netloc, here.path, urlencode({**told, "lang": text.language}, doseq=True), ""))


def copy_button(text: Text, source: data.Source) -> None:
    """Draw the button that copies the address of what is on screen; what the reader added is not in it, and that is said."""
    copied = text("Copied; what you added is not in it") if source.added else text("Copied")
    told = {
        "copied": copied,
        "failed": text("Your browser did not allow it: copy the address above"),
        "set": {"lang": text.language, DATA: source.fingerprint},
        "leave": list(_EMBEDDING),
    }
    # Safe inside the script: the words are our own, and json escapes the quotes that could end a string.
    button = _COPY.format(label=text("Copy link"), script=_COPY_SCRIPT, told=json.dumps(told))
    st.html(button, width="content", unsafe_allow_javascript=True)
