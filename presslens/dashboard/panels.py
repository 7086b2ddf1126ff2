"""A chart with its words: what it is about, what it finds, what stands behind it, and where its marks lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import article, evidence, shell
from presslens.dashboard.charts import wording
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from presslens.dashboard.view import View

MOST_LINKS = 12


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
    """Draw a chart whose marks stand for articles (their ids in `customdata`): a click lists them."""
    if not evidence.ids_in(figure):
        st.info(escape(finding), icon=":material/info:")
        return
    head(about, finding)
    _articles(figure, key, f"{about}. {finding}. {caption}", caption, view)


def head(about: str, finding: str) -> None:
    """Draw what a chart is about, and what it finds as its heading."""
    with st.container(gap=None):
        st.caption(escape(about))
        st.header(escape(finding), anchor=False)


@st.fragment
def _articles(figure: go.Figure, key: str, alt: str, caption: str, view: View) -> None:
    picked = st.plotly_chart(
        figure, key=key, theme=None, on_select="rerun", selection_mode="points", config=evidence.CONFIG, alt=alt
    )
    st.caption(escape(caption))
    ids = {part for point in picked.selection.points for part in evidence.ids_of(point.get("customdata"))}
    chosen = view.articles[view.articles["article_id"].isin(ids)]
    if chosen.empty:
        return
    st.markdown(view.text.plural("{n} article behind this mark:", "{n} articles behind this mark:", len(chosen)))
    for article_id, line in list(article.titles(chosen, view.text).items())[:MOST_LINKS]:
        shell.link("articles", escape(line), article=article_id)
