"""Links between pages, with parameters of the other page's URL; the filters travel along."""

from __future__ import annotations

import streamlit as st


def link(name: str, label: str, **parameters: str) -> None:
    """Draw a link to another page, with parameters of that page's URL; the label is Markdown, the filters travel along."""
    st.page_link(f"pages/{name}.py", label=label, icon=":material/arrow_forward:", query_params=parameters or None)
