"""A chart with its words: what it is about, what it finds, what stands behind it, and where its marks lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import evidence
from presslens.dashboard.charts import wording
from presslens.dashboard.export import cells, menu
from presslens.dashboard.export.panel import Panel
from presslens.dashboard.frame import addresses, embedding
from presslens.dashboard.marks import Behind, ids_in
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from presslens.dashboard.view import View


def of_facts(figure: go.Figure, *, about: str, finding: str, facts: pd.DataFrame, key: str, view: View, note: str = "") -> None:
    """Draw a chart whose marks open their evidence; where it has no marks, only the finding, which then says so."""
    if not ids_in(figure):
        st.info(escape(finding), icon=":material/info:")
        return
    caption = wording.caption(facts, view.text, note)
    alt = f"{about}. {finding}. {caption}"
    evidence.chart(figure, key=key, alt=alt, view=view, about=about, finding=finding, caption=caption)


def of_articles(
    figure: go.Figure, *, about: str, finding: str, caption: str, key: str, view: View, of: Behind = "articles"
) -> None:
    """Draw a chart whose marks stand for articles (their ids in `customdata`): a click lists them with their evidence.

    Where some marks stand for facts, `of` is `facts`, and the articles' ids begin with `article:`.
    """
    if not ids_in(figure):
        st.info(escape(finding), icon=":material/info:")
        return
    alt = f"{about}. {finding}. {caption}"
    evidence.chart(figure, key=key, alt=alt, view=view, of=of, about=about, finding=finding, caption=caption)


def of_rows(frame: pd.DataFrame, *, key: str, alt: str, view: View, title: str = "", pinned: str = "") -> None:
    """Draw a table whose rows lead nowhere; the column named `pinned` stays in sight."""
    with embedding.panel(key) as drawn:
        if drawn:
            evidence.head("", title)
            columns = {pinned: st.column_config.TextColumn(pinned=True)} if pinned else None
            st.dataframe(frame, hide_index=True, height="content", alt=alt, column_config=columns)
            take(frame, key=key, words=(alt,), view=view)


def of_drawing(
    frame: pd.DataFrame,
    draw: Callable[[], None],
    *,
    key: str,
    view: View,
    title: str = "",
    alt: str = "",
    picture: bool = False,
) -> None:
    """Draw what is neither chart nor table (cards, a cloud, a grid) by calling `draw`; `frame` holds the same as cells.

    It is named by its title on screen, else by `alt` in what is taken away.
    """
    with embedding.panel(key) as drawn:
        if drawn:
            evidence.head("", title)
            draw()
            evidence.say_reviewed(frame, view)
            take(frame, key=key, words=(title or alt,), view=view, drawn=picture)


def take(frame: pd.DataFrame, *, key: str, words: tuple[str, ...], view: View, drawn: bool = False) -> None:
    """Draw the menu by which a panel's cells are taken away."""
    menu.draw(Panel(key, words, partial(cells.of_table, frame, view), view, addresses.address(view)), drawn=drawn)
