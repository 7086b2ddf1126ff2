"""The comparison of models as a grid: every value printed of a property, how many print it, and who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence
from presslens.dashboard.aggregates import models
from presslens.dashboard.charts.compare_models import sources
from presslens.dashboard.export.cells import FACT_IDS
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_VALUES = 3


def cells(values: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Give the values of the grid as rows headed in the reader's language, property by property and model by model."""
    order = {metric: place for place, metric in enumerate(models.PROPERTIES)}
    told = values.sort_values("metric", key=lambda metrics: metrics.map(order), kind="stable").to_dict("records")
    columns = {
        text("Property"): [text.metric(value["metric"]) for value in told],
        text("Model"): [text.name(value["subject"]) for value in told],
        text("Value"): [value["value"] for value in told],
        text("Status"): [text.status(value["status"]) for value in told],
        text("Printed by"): [text.counted(value["counted"]) for value in told],
        text("Independent origins"): [value["origins"] for value in told],
        text("Outlet"): [text(", ").join(map(text.outlet, value["outlets"] or ("",))) for value in told],
        text("Quoted"): [text(", ").join(map(text.name, value["voices"])) for value in told],
        FACT_IDS: [value["fact_ids"] for value in told],
    }
    return pd.DataFrame(columns)


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
