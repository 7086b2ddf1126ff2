"""The words of the dashboard that need a definition, explained wherever they stand."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from presslens.dashboard.text import Text, escape
from presslens.dashboard.vocabulary import mark

Term = Literal["figure", "evidence", "origin", "family", "status", "scope", "bound"]
TERMS: dict[Term, tuple[str, str]] = {
    "figure": (
        mark("Figure"),
        mark("A number or date as an article prints it, with what it measures, of whom, and for when."),
    ),
    "evidence": (
        mark("Evidence"),
        mark("Where a figure comes from: outlet, title, day, the characters printed, who is quoted, and how it was read."),
    ),
    "origin": (
        mark("Origin"),
        mark(
            "The voice behind a figure: the source an article quotes, or else the article itself. Ten reprints are one origin."
        ),
    ),
    "family": (mark("Family"), mark("An article and its near-copies; they count as one voice.")),
    "status": (
        mark("Status"),
        mark("How firm a figure is: what happened is actual; the rest is forecast, target, estimate, assumption or rumour."),
    ),
    "scope": (
        mark("Scope"),
        mark("The market or place a figure is limited to. Figures of different scopes are never compared."),
    ),
    "bound": (
        mark("Bound"),
        mark(
            "How far a figure ties itself down: exactly, about, at least, at most, a range, or vaguely "
            "(数亿: several hundred million)."
        ),
    ),
}

LICENCE = mark(
    "The figures and our own words are free to use under CC BY 4.0: name Presslens and the article a "
    "figure comes from. The code is under the MIT licence. The articles belong to their publishers, and "
    "none of their text is in the dataset."
)


def draw(text: Text) -> None:
    """Draw all terms with their definitions."""
    st.header(text("Terms"), anchor=False)
    st.markdown("\n".join(f"- **{escape(text(term))}**{text(': ')}{escape(text(words))}" for term, words in TERMS.values()))
