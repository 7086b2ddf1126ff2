"""What a link made on another version of the data showed then and shows now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens import history
from presslens.dashboard import data, evidence, rows
from presslens.dashboard.aggregates import changes
from presslens.dashboard.data import as_day
from presslens.dashboard.filters import Query
from presslens.dashboard.frame import addresses
from presslens.dashboard.places import Place
from presslens.dashboard.text import Text, escape
from presslens.dashboard.vocabulary import mark

if TYPE_CHECKING:
    from presslens.dashboard.view import View

LABELS = {changes.NEW: mark("new"), changes.GONE: mark("gone"), changes.CHANGED: mark("changed")}
MOST_LISTED = 500


def say(view: View, place: Place) -> None:
    """Say what has changed of what a link showed, if it was made on another version, with every change to open."""
    version, text = addresses.made_on(view), view.text
    if not version:
        return
    old = data.past(version)
    with st.container(border=True, key="whats_new"):
        if old is None:
            st.markdown(escape(_unknown(version, text)))
        else:
            _compare(changes.left(old, view.filters, place.metrics), version, view, place)
        st.button(
            text("Go on with the data shown"),
            key="accept_version",
            icon=":material/check:",
            on_click=addresses.accept_version,
            args=(view.source.fingerprint,),
        )


def _unknown(version: str, text: Text) -> str:
    return text(
        "This link was made on data version {version}, of which nothing is kept here: what has changed since cannot be told.",
        version=version,
    )


def _compare(old: pd.DataFrame, version: str, view: View, place: Place) -> None:
    text = view.text
    tables = (view.source.ask(Query(f"SELECT * FROM {name}")) for name in ("facts", "claims", "articles", "mentions"))
    new = changes.left(history.values(*tables), view.filters, place.metrics)
    found = changes.between(old, new)
    counts = found["change"].value_counts()
    said = text(
        "This link was made on data version {version}. Of the figures it showed: {new} new, {gone} gone, {changed} changed.",
        version=version,
        **{change: text.number(int(counts.get(change, 0))) for change in LABELS},
    )
    if found.empty:
        said = text("This link was made on data version {version}. No figure it showed has changed since.", version=version)
    st.markdown(escape(said))
    if len(found):
        with st.expander(text("What changed")):
            alt = text("Figures that are new, gone or changed since the link was made")
            evidence.table(_cells(found.head(MOST_LISTED), old, new, text), key="changes", alt=alt, view=view)


def _cells(found: pd.DataFrame, old: pd.DataFrame, new: pd.DataFrame, text: Text) -> pd.DataFrame:
    told = [_row(change, old, new, text) for change in found.to_dict("records")]
    return pd.DataFrame(told)


def _row(change: dict[str, Any], old: pd.DataFrame, new: pd.DataFrame, text: Text) -> dict[str, str]:
    was = None if pd.isna(change["old"]) else old.iloc[change["old"]].to_dict()
    now = None if pd.isna(change["new"]) else new.iloc[change["new"]].to_dict()
    either = now or was or {}
    return {
        rows.FACT_IDS: change["fact_id"] if now else "",
        text("Change"): text(LABELS[change["change"]]),
        text("As printed"): either["surface"],
        text("Before"): _said(was, text),
        text("Now"): _said(now, text),
        text("Outlet"): text.outlet(either["outlet"]),
        text("Published"): str(as_day(either["published"]) or ""),
    }


def _said(fact: dict[str, Any] | None, text: Text) -> str:
    if fact is None:
        return ""
    parts = (
        text.value(fact),
        text.metric(fact["metric"]),
        text.name(fact["subject"]),
        fact["as_of"],
        text.status(fact["status"]),
    )
    return " · ".join(part for part in parts if part)
