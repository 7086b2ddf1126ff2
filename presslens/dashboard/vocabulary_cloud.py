"""The word cloud on its page, with what it leaves out said beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import counting, data, panels
from presslens.dashboard.export.cells import ARTICLE_IDS
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View


Weights = tuple[tuple[str, float], ...]


def draw(terms: pd.DataFrame, view: View, *, title: str) -> None:
    """Draw the cloud of terms by how often they are used; what cannot be drawn is said in one sentence."""
    text = view.text
    weights = tuple((str(term), float(count)) for term, count in zip(terms["term"], terms["count"], strict=True))
    if not weights:
        return
    told = pd.DataFrame(
        {
            text("Term"): terms["term"],
            text("Times used"): terms["count"],
            text("Used by"): [text.counted(count) for count in terms["counted"]],
            ARTICLE_IDS: terms[ARTICLE_IDS],
        }
    )
    panels.of_drawing(told, partial(_draw, weights, view), key="cloud", title=title, view=view, picture=True)


def behind(view: View, note: str) -> str:
    """Say how much is counted, and the note after it."""
    return view.text("Counted in {articles}. {note}", articles=view.text.counted(counting.number(view.articles)), note=note)


def _draw(weights: Weights, view: View) -> None:
    text = view.text
    svg, missing = data.word_cloud(weights, view.dark)
    if svg:
        largest = text(", ").join(term for term, _ in weights[:5])
        alt = text("Word cloud of {n} terms; the largest are {terms}", n=len(weights) - len(missing), terms=largest)
        st.image(svg, width="stretch", alt=alt)
    else:
        st.info(text("The word cloud needs the Chinese font of the package zhplot; the bars below show the same terms."))
    if missing and svg:
        st.caption(escape(text("Not in the cloud, for want of letters in its font: {terms}", terms=text(", ").join(missing))))
