"""In what the whole dashboard counts: the reader's choice, remembered in the URL."""

from __future__ import annotations

from typing import cast

import streamlit as st

from presslens.dashboard.counting import UNITS, Unit
from presslens.dashboard.frame.remembered import adopt, remember
from presslens.dashboard.text import Text


def current() -> Unit:
    """Take the unit of the URL or the switch, else articles."""
    return cast(Unit, remember("count", UNITS) or "articles")


def draw(text: Text) -> None:
    """Draw the switch between articles, families and origins."""
    st.session_state["count_choice"] = text.counting
    st.segmented_control(
        text("Count in"),
        UNITS,
        format_func={"articles": text("Articles"), "families": text("Families"), "origins": text("Origins")}.__getitem__,
        key="count_choice",
        required=True,
        on_change=adopt,
        args=("count",),
        help=text(
            "A family is an article with its near-copies. An origin is the source a figure is quoted from, else the family: "
            "ten articles that repeat one source are one origin. "
            "Where articles are counted, not figures, an origin is a family."
        ),
    )
