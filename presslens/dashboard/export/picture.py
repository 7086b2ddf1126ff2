"""A chart as PNG or SVG, made by Plotly in the reader's own browser: no server needs a browser for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from presslens.dashboard.charts import style

if TYPE_CHECKING:
    from presslens.dashboard.export.panel import Panel

FORMATS = ("png", "svg")
_STYLE = """button {
  min-height: 2.5rem; padding: .25rem .75rem; font: inherit; font-size: .875rem; color: var(--st-text-color); cursor: pointer;
  background: transparent; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, .5rem);
}
button:hover, button:focus-visible {border-color: var(--st-primary-color); color: var(--st-primary-color);}
button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 1px;}"""
_component = st.components.v2.component(
    "presslens_picture",
    html="<button type='button'></button>",
    css=_STYLE,
    js=Path(__file__).with_name("picture.js").read_text(encoding="utf-8"),
)


def button(panel: Panel, kind: str) -> None:
    """Draw the button that saves a panel's chart as a picture of a kind in FORMATS, title and source in it."""
    colours = style.palette(panel.view.dark)
    about, *rest = panel.words
    title, *captions = rest or [about]
    source = panel.view.text("Presslens, data version {version}, CC BY 4.0", version=panel.view.source.fingerprint)
    _component(
        key=f"{panel.key}_{kind}",
        width="content",
        data={
            "label": kind.upper(),
            "panel": f"panel_{panel.key}",
            "format": kind,
            "file": panel.file_name(kind).removesuffix(f".{kind}"),
            "title": title,
            "about": about if rest else "",
            "source": " ".join([*captions, source]),
            "surface": colours.surface,
            "ink": colours.ink,
        },
    )
