"""A chart with its words: what it is about, what it finds, what stands behind it, and where its marks lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import evidence
from presslens.dashboard.charts import wording
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from presslens.dashboard.view import View


def of_facts(figure: go.Figure, *, about: str, finding: str, facts: pd.DataFrame, key: str, view: View, note: str = "") -> None:
    """Draw a chart whose marks open their evidence; where it has no marks, only the finding, which then says so."""
    if not evidence.ids_in(figure):
        st.info(escape(finding), icon=":material/info:")
        return
    head(about, finding)
    caption = wording.caption(facts, view.text, note)
    evidence.chart(figure, key=key, alt=f"{about}. {finding}. {caption}", view=view)
    st.caption(escape(caption))


def of_articles(figure: go.Figure, *, about: str, finding: str, caption: str, key: str, view: View) -> None:
    """Draw a chart whose marks stand for articles (their ids in `customdata`): a click lists them with their evidence."""
    if not evidence.ids_in(figure):
        st.info(escape(finding), icon=":material/info:")
        return
    head(about, finding)
    evidence.chart(figure, key=key, alt=f"{about}. {finding}. {caption}", view=view, of="articles")
    st.caption(escape(caption))


def head(about: str, finding: str) -> None:
    """Draw what a chart is about, and what it finds as its heading."""
    with st.container(gap=None):
        st.caption(escape(about))
        st.header(escape(finding), anchor=False)
