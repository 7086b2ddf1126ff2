"""The way from any number on any page to the panel that says where it comes from.

Charts, tables and buttons live in fragments: opening the panel runs one of them again, not the page. The open fact is in
the URL, so a copied link opens on it.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import opening, rows
from presslens.dashboard.charts import wording
from presslens.dashboard.export import cells, menu
from presslens.dashboard.export.panel import Panel
from presslens.dashboard.frame import addresses, embedding, grid, later, opened, reviewing
from presslens.dashboard.marks import Behind, articles_among, facts_among, ids_in, ids_of
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from presslens.dashboard.view import View

# The bar of buttons stays out of sight; its camera button is what makes the pictures (export/picture.js).
CONFIG = {
    "displaylogo": False,
    "responsive": True,
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "displayNotifier": False,
    "scrollZoom": False,
}


def chart(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    view: View,
    of: Behind = "facts",
    about: str = "",
    finding: str = "",
    caption: str = "",
) -> None:
    """Draw a chart whose marks open their evidence, or, as the reader prefers, the same figures as a table.

    Every mark carries in `customdata` the comma-joined ids of its facts, or of its articles where it counts or weighs
    articles; `alt` says in one sentence what the chart shows. Above it stand what it is `about` and what it finds, below it
    its caption.
    """
    with embedding.panel(key) as drawn:
        if drawn:
            head(about, finding)
            _chart(figure, key, alt, view, of, tuple(words for words in (about, finding, caption) if words) or (alt,))
            if caption:
                st.caption(escape(caption))
            later.let_through()


def table(
    frame: pd.DataFrame,
    *,
    key: str,
    alt: str,
    view: View,
    height: grid.Height = "auto",
    title: str = "",
    to_review: bool = False,
) -> None:
    """Draw a frame whose rows open their evidence; the column `fact_ids` (ids or a comma-joined string) is not shown.

    Where rows are single facts, `to_review` gives each a button to accept and one to reject it.
    """
    with embedding.panel(key) as drawn:
        if drawn:
            head("", title)
            _table(frame, key, alt, view, height, to_review)


def head(about: str, finding: str) -> None:
    """Draw what stands above a chart or table, as one element: small what it is about, large what it finds."""
    told = "".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in (("p", about), ("h2", finding)) if words)
    if told:
        st.html(f'<div class="panel_head">{told}</div>')


def say_reviewed(frame: pd.DataFrame, view: View) -> None:
    """Draw how many of the facts behind a panel's rows the reader has spoken of, once she has spoken of any."""
    if rows.FACT_IDS in frame.columns:
        said = wording.reviewed_among({one for ids in frame[rows.FACT_IDS] for one in ids_of(ids)}, view.review, view.text)
        if said:
            st.caption(escape(said))


def button(label: str, fact_ids: str | Sequence[str], *, key: str, view: View, within: str = "") -> None:
    """Draw a button that opens the evidence of facts; the label is shown as plain text.

    It runs alone, or with all that is drawn by `together` under the key `within`.
    """
    if within:
        _ask(label, ids_of(fact_ids), key, within)
    else:
        _button(label, ids_of(fact_ids), key, view)


@st.fragment
def together(draw: Callable[[], object], *, key: str, view: View) -> None:
    """Draw what holds many buttons by calling `draw`: they run together, where each alone would cost the page three blocks."""
    opening.open_if_asked((key,), view)
    draw()


def small(figure: go.Figure, *, key: str, alt: str, view: View) -> None:
    """Draw a small chart on a card that says the same in words: its marks open their evidence, and that is all.

    Its key begins with that of the panel it stands in, with whose cells it is taken away.
    """
    _small(figure, key, alt, view)


@st.fragment
def _small(figure: go.Figure, key: str, alt: str, view: View) -> None:
    opening.open_if_asked((key,), view)
    _plot(figure, key, alt, "facts")


@st.fragment
def _chart(figure: go.Figure, key: str, alt: str, view: View, of: Behind, words: tuple[str, ...]) -> None:
    # First of all: the reader waits for the panel, not for the chart that is on screen already.
    opening.open_if_asked((key, f"{key}_table"), view)
    opening.reopen_mark(figure, key, of, view)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        shown = _show_as(key, view)
        taken = st.container(width="content")
    if shown == "table":
        told = _as_table(figure, key, alt, view, of)
        make = partial(cells.of_table, told, view)
    else:
        _plot(figure, key, alt, of)
        make = partial(cells.of_chart, figure, view, of)
    with taken:
        menu.draw(Panel(key, words, make, view, addresses.address(view)), drawn=shown != "table")


def _show_as(key: str, view: View) -> str | None:
    text = view.text
    return st.segmented_control(
        text("Show as"),
        ["chart", "table"],
        default="chart",
        format_func={"chart": text("Chart"), "table": text("Table")}.__getitem__,
        key=f"{key}_as",
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        width="content",
    )


def _plot(figure: go.Figure, key: str, alt: str, of: Behind) -> None:
    turn = opened.turn(key)
    st.plotly_chart(
        figure,
        # A new key after each closing of the panel lets go of the selection, so that the same mark can be clicked again.
        key=f"{key}_{turn}",
        # The figure brings its own colours and fonts; Streamlit's theme would replace gridlines and margins.
        theme=None,
        on_select=partial(_picked_mark, key, turn, of),
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )


def _as_table(figure: go.Figure, key: str, alt: str, view: View, of: Behind) -> pd.DataFrame:
    """Draw what a chart shows as a table: its facts, or its marks where they stand for articles; gives the table's cells."""
    text, ids = view.text, ids_in(figure)
    if articles_among(ids, of) == ids:
        told = cells.of_chart(figure, view, of)
        marks = told.rename(columns={cells.ARTICLE_IDS: rows.FACT_IDS})
        grid.draw(marks, f"{key}_table", alt, text("Evidence"), articles_of=key)
        return told
    told = rows.of_facts(cells.facts(facts_among(ids, of), view), text)
    grid.draw(told, f"{key}_table", alt, text("Evidence"))
    return told


@st.fragment
def _table(frame: pd.DataFrame, key: str, alt: str, view: View, height: grid.Height, to_review: bool) -> None:
    if reviewing.changed():
        st.rerun()
    opening.open_if_asked((key,), view)
    verdicts = grid.verdicts(frame, key, view) if to_review else grid.NO_VERDICTS
    grid.draw(frame, key, alt, view.text("Evidence"), height=height, verdicts=verdicts)
    say_reviewed(frame, view)
    menu.draw(Panel(key, (alt,), partial(cells.of_table, frame, view), view, addresses.address(view)))


@st.fragment
def _button(label: str, fact_ids: tuple[str, ...], key: str, view: View) -> None:
    _ask(label, fact_ids, key, key)
    opening.open_if_asked((key,), view)


def _ask(label: str, fact_ids: tuple[str, ...], key: str, opener: str) -> None:
    st.button(
        escape(label),
        key=key,
        icon=":material/quick_reference_all:",
        type="tertiary",
        disabled=not fact_ids,
        on_click=opened.ask,
        args=(opener, fact_ids),
    )


def _picked_mark(key: str, turn: int, of: Behind) -> None:
    points = st.session_state[f"{key}_{turn}"].selection.points
    found = tuple(dict.fromkeys(part for point in points for part in ids_of(point.get("customdata"))))
    if not found:
        return
    opened.picked_on(key)
    articles = articles_among(found, of)
    if articles:
        opened.ask_for_articles(key, articles)
    else:
        opened.ask(key, found)
