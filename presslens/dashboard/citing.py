"""The ready citation of an article, in each form it is asked for, to be copied."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from presslens.dashboard import citation
from presslens.dashboard.data import as_day
from presslens.dashboard.text import Text


def draw(article: Mapping[str, Any], text: Text) -> None:
    """Draw the citation as a national standard, as BibTeX and in plain words, each with Streamlit's button to copy it."""
    forms = {"GB/T 7714-2015": citation.gbt_7714, "BibTeX": citation.bibtex, text("Plain words"): citation.plain}
    for tab, cite in zip(st.tabs(list(forms)), forms.values(), strict=True):
        with tab:
            st.code(cite(article, as_day(article["published"]), date.today()), language=None, wrap_lines=True)
