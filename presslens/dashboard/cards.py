"""The claims that stand out, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence
from presslens.dashboard.aggregates import claims
from presslens.dashboard.data import as_day
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

Colour = Literal["green", "blue", "violet", "orange", "gray"]
STATUS_COLOURS: dict[str, Colour] = {"actual": "green", "estimate": "blue", "forecast": "violet", "target": "orange"}


def biggest(facts: pd.DataFrame, most: int = 6) -> pd.DataFrame:
    """Give the largest sums of money claimed, one per measure and subject, largest first."""
    money = facts[facts["amount_usd"].notna() & (facts["metric"] != "other")]
    marks = claims.marks(money)
    if marks.empty:
        return marks
    ordered = marks.assign(size=marks["usd_high"].astype(float)).sort_values("size", ascending=False, kind="stable")
    return ordered.drop_duplicates(["metric", "subject", "scope"]).head(most)


def draw(marks: pd.DataFrame, view: View) -> None:
    """Draw one card per claim: the value, what it is of, how firm it is, who prints it, and the way to its evidence."""
    text = view.text
    with st.grid(3, min_column_width=240):
        for place, mark in enumerate(marks.to_dict("records")):
            with st.container(border=True, height="stretch", gap="small"):
                about = text.name(mark["subject"]) or text.scope(mark["scope"])
                st.markdown(escape(" · ".join(part for part in (text.metric(mark["metric"]), about) if part)))
                value = text.amount(mark["low"], mark["high"], mark["unit"], mark["bound"])
                st.markdown(f"### {escape(value)}")
                when = [text.date(mark["as_of"])] if mark["as_of"] else []
                status = escape(" · ".join([text.status(mark["status"]), *when]))
                st.badge(status, color=STATUS_COLOURS.get(mark["status"], "gray"))
                outlets = text(", ").join(text.outlet(outlet) for outlet in mark["outlets"] or ("",))
                st.caption(escape(f"{outlets} · {text.date(as_day(mark['published']))}"))
                st.space("stretch")
                evidence.button(text("Evidence"), mark["fact_ids"], key=f"card_{place}", view=view)
