"""The word cloud on its page, with what it leaves out said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import data
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View


def draw(terms: pd.DataFrame, view: View) -> None:
    """Draw the cloud of terms by how often they are used; what cannot be drawn is said in one sentence."""
    text = view.text
    weights = tuple((str(term), float(count)) for term, count in zip(terms["term"], terms["count"], strict=True))
    if not weights:
        return
    svg, missing = data.word_cloud(weights, view.dark)
    if svg:
        largest = text(", ").join(term for term, _ in weights[:5])
        alt = text("Word cloud of {n} terms; the largest are {terms}", n=len(weights) - len(missing), terms=largest)
        st.image(svg, width="stretch", alt=alt)
    else:
        st.info(text("The word cloud needs the Chinese font of the package zhplot; the bars below show the same terms."))
    if missing and svg:
        st.caption(escape(text("Not in the cloud, for want of letters in its font: {terms}", terms=text(", ").join(missing))))
