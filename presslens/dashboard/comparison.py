"""The comparison of models as a grid: every value printed of a property, how many print it, and who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence
from presslens.dashboard.aggregates import models
from presslens.dashboard.charts.compare_models import sources
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_VALUES = 3


def draw(values: pd.DataFrame, chosen: Sequence[str], view: View) -> None:
    """Draw one line of cells per property, one cell per model; on a phone the cells of a line stand below each other."""
    for metric in models.PROPERTIES:
        st.markdown(f"## {escape(view.text.metric(metric))}")
        with st.grid(len(chosen), min_column_width=150, gap="small"):
            for model in chosen:
                with st.container(border=True, height="stretch", gap="xxsmall"):
                    _cell(models.cell(values, metric, model), model, f"{metric}_{model}", view)


def _cell(found: pd.DataFrame, model: str, key: str, view: View) -> None:
    text = view.text
    st.caption(f"**{escape(text.name(model))}**")
    if found.empty:
        st.caption(text("not reported"))
    for place, (_, value) in enumerate(found.head(MOST_VALUES).iterrows()):
        firm = "" if value["status"] == "actual" else f"({text.status(value['status']).lower()})"
        st.markdown(f"**{escape(value['value'])}** {escape(firm)}")
        st.caption(escape(sources(value, text)))
        label = text.counted(value["counted"])
        evidence.button(label, value["fact_ids"], key=f"{key}_{place}", view=view)
    rest = found.iloc[MOST_VALUES:]
    if len(rest):
        label = text.plural("{n} more value", "{n} more values", len(rest))
        evidence.button(label, ",".join(rest["fact_ids"]), key=f"{key}_rest", view=view)
