"""Pieces of the evidence panel; text from articles reaches the screen only as escaped HTML."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

_GRID = "display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.35rem 1rem;margin:0;padding:0"


def section(title: str, body: str = "") -> None:
    """Draw a heading, given as plain text, with HTML below it."""
    st.html(titled(title, body))


def stack(*parts: str) -> None:
    """Draw pieces of HTML below one another as one element: each more would keep the reader waiting for the whole panel."""
    st.html(f"<div style='display:grid;gap:1rem'>{''.join(f'<div>{part}</div>' for part in parts)}</div>")


def titled(title: str, body: str = "") -> str:
    """Write HTML below a heading, given as plain text."""
    return f"<h3 style='font-size:1rem;font-weight:600;margin:.4rem 0 .3rem;padding:0'>{safe(title)}</h3>{body}"


def grid(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values, given as plain text, in two columns; what has no value is left out."""
    cells = (
        f"<dt style='opacity:.8'>{safe(name)}</dt><dd style='margin:0;overflow-wrap:anywhere'>{safe(value)}</dd>"
        for name, value in pairs
        if value
    )
    return f"<dl style='{_GRID}'>{''.join(cells)}</dl>"


def safe(printed: object) -> str:
    """Escape plain text for HTML."""
    return html.escape(str(printed))
