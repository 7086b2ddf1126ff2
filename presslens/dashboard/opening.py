"""The evidence panel as it opens: asked for by a click, or named by the URL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard import corroboration, panel, panel_articles
from presslens.dashboard.frame import opened, reviewing
from presslens.dashboard.marks import Behind, articles_among, customdata, ids_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from presslens.dashboard.view import View


def reopen(view: View) -> None:
    """Open the panel on the fact that the URL names, unless something on this page has just opened it.

    A mark that stands for articles is opened by its chart, which alone knows the articles.
    """
    # The page runs as a whole: it shows all that was said.
    reviewing.changed_beside()
    asked = opened.fact()
    st.session_state["mark_to_open"] = bool(opened.mark())
    if not asked or opened.is_asked():
        return
    if asked not in opened.ids():
        opened.show((asked,))
    _open(view)


def open_if_asked(keys: tuple[str, ...], view: View) -> None:
    """Open the panel if an element of these keys has just asked for it, first of all in its fragment.

    Closing the panel runs that fragment alone: where something was said of a figure meanwhile, the whole page must follow.
    """
    if opened.asked_by(keys):
        _open(view)
    elif not opened.ids() and reviewing.changed_beside():
        st.rerun()


def reopen_mark(figure: go.Figure, key: str, of: Behind, view: View) -> None:
    """Open the panel on the mark of this chart that the URL names, as a followed link does."""
    asked = opened.mark()
    if not asked.startswith(f"{key}-") or opened.is_asked() or not st.session_state.pop("mark_to_open", False):
        return
    marks = (articles_among(ids_of(value), of) for value in customdata(figure))
    opened.adopt(next((ids for ids in marks if ids and opened.name_of_mark(key, ids) == asked), ()))
    _open(view)


def _open(view: View) -> None:
    text = view.text
    decorate = st.dialog(
        text("Evidence"), width="medium", position="right", icon=":material/quick_reference_all:", on_dismiss=opened.close
    )
    decorate(_panel)(view)


def _panel(view: View) -> None:
    # The panel runs alone: what the reader says in it must rule its own lists at once.
    view = replace(view, ledger=reviewing.current())
    text, ids, current = view.text, opened.ids(), opened.fact()
    if opened.mark():
        panel_articles.draw(ids, view)
        return
    place = ids.index(current) if current in ids else 0
    if opened.has_way_back():
        st.button(text("Back to the articles"), key="evidence_back", icon=":material/arrow_back:", on_click=opened.go_back)
    if len(ids) > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            before, after = ids[max(place - 1, 0)], ids[min(place + 1, len(ids) - 1)]
            st.button(text("Previous"), key="evidence_previous", disabled=place == 0, on_click=opened.show, args=(ids, before))
            st.button(
                text("Next"), key="evidence_next", disabled=place == len(ids) - 1, on_click=opened.show, args=(ids, after)
            )
            st.markdown(text("{place} of {total}", place=place + 1, total=len(ids)), width="content")
    like = view.source.ask(corroboration.with_its_like(current, view.ledger.names))
    found = like[like["fact_id"] == current]
    if found.empty:
        st.warning(text("This dataset holds no such fact; it may have been built anew since the link was made."))
        return
    panel.draw(found.iloc[0].to_dict(), like, view)
