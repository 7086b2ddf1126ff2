"""Rows that open their evidence: a table with a button in each row, and buttons that say a verdict on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import streamlit as st

from presslens.dashboard import corroboration, rows
from presslens.dashboard.frame import opened, reviewing
from presslens.dashboard.ledger import Verdict
from presslens.dashboard.marks import ids_of

if TYPE_CHECKING:
    from presslens.dashboard.view import View

Height = int | Literal["auto", "content"]
NO_VERDICTS: Mapping[str, Any] = {}
# Wide enough for the word in either language, and no wider: it stays in sight when a phone scrolls the rest.
EVIDENCE_PX = 84
# Value, as printed, measure and subject of a figure stand before what a reader may say of it.
BEFORE_VERDICTS = 4


def draw(
    frame: pd.DataFrame,
    key: str,
    alt: str,
    action: str,
    *,
    height: Height = "auto",
    verdicts: Mapping[str, Any] = NO_VERDICTS,
    articles_of: str = "",
) -> None:
    """Draw a frame with its column of buttons (`action`) and those of `verdicts`; what it leads to is not shown.

    Where rows stand for articles, `articles_of` is the key of the chart that they are the marks of.
    """
    ids = [ids_of(value) for value in frame[rows.FACT_IDS]]
    shown = _with_buttons(frame.drop(columns=rows.FACT_IDS), [action if found else None for found in ids], action, verdicts)
    columns = {action: _leading_on(action, key, ids, articles_of), **verdicts, **_formats(shown)}
    with st.container(key=f"{key}_grid"):
        st.dataframe(shown, key=key, height=height, hide_index=True, column_config=columns, placeholder="", alt=alt)


def verdicts(frame: pd.DataFrame, key: str, view: View) -> dict[str, Any]:
    """Make the columns of buttons that say a verdict on a row's fact."""
    ids = [ids_of(value) for value in frame[rows.FACT_IDS]]
    words: dict[Verdict, str] = {"accepted": view.text("Accept"), "rejected": view.text("Reject")}
    return {
        word: st.column_config.ButtonColumn(
            word, key=f"{key}_{verdict}", on_click=_judged, args=(f"{key}_{verdict}", verdict, ids, view), type="tertiary"
        )
        for verdict, word in words.items()
    }


def _judged(key: str, verdict: Verdict, ids: Sequence[tuple[str, ...]], view: View) -> None:
    click = st.session_state[key]
    if not click or not 0 <= click.row < len(ids):
        return
    for fact in view.source.ask(corroboration.by_id(ids[click.row])).to_dict("records"):
        reviewing.decide(fact, verdict)


def _leading_on(action: str, key: str, ids: Sequence[tuple[str, ...]], articles_of: str) -> Any:
    return st.column_config.ButtonColumn(
        action,
        key=f"{key}_row",
        on_click=_picked,
        args=(key, ids, articles_of),
        type="tertiary",
        pinned=True,
        width=EVIDENCE_PX,
    )


def _with_buttons(shown: pd.DataFrame, labels: Sequence[str | None], action: str, verdicts: Mapping[str, Any]) -> pd.DataFrame:
    shown.insert(0, action, labels)
    # What a phone has room for is the figure itself; the verdicts come after it, still in sight on a desktop.
    for place, word in enumerate(verdicts, start=1 + BEFORE_VERDICTS):
        shown.insert(min(place, shown.shape[1]), word, word)
    return shown


def _formats(frame: pd.DataFrame) -> dict[str, Any]:
    numbers = frame.select_dtypes("number").columns
    return {str(name): st.column_config.NumberColumn(format="localized") for name in numbers}


def _picked(key: str, ids: Sequence[tuple[str, ...]], articles_of: str) -> None:
    click = st.session_state[f"{key}_row"]
    if not click or not 0 <= click.row < len(ids) or not ids[click.row]:
        return
    if articles_of:
        opened.ask_for_articles(articles_of, ids[click.row])
    else:
        opened.ask(key, ids[click.row])
