"""The one menu by which any panel is taken away; a file is made when its button is pressed, and nothing runs again."""

from __future__ import annotations

from functools import partial

import streamlit as st

from presslens.dashboard.export import formats, picture
from presslens.dashboard.export.panel import FORMATS, Panel
from presslens.dashboard.vocabulary import mark

LABELS = {
    "csv": mark("CSV"),
    "xlsx": mark("Excel"),
    "json": mark("JSON"),
    "parquet": mark("Parquet"),
    "zip": mark("All, with sources (zip)"),
}


@st.fragment
def draw(panel: Panel, *, drawn: bool = False) -> None:
    """Draw the menu of a panel; one that is `drawn` (a chart, a cloud) can be saved as a picture too."""
    text = panel.view.text
    # What is in it is drawn only once it is open: a page has several of these, and most are never opened.
    menu = st.popover(text("Download"), icon=":material/download:", type="tertiary", on_change="rerun", key=f"{panel.key}_take")
    if not menu.open:
        return
    with menu, st.container(horizontal=True, gap="small"):
        for kind in FORMATS:
            st.download_button(
                text(LABELS[kind]),
                partial(panel.file, kind),
                panel.file_name(kind),
                formats.MIME[kind],
                key=f"{panel.key}_{kind}",
                on_click="ignore",
            )
        for kind in picture.FORMATS if drawn else ():
            picture.button(panel, kind)
