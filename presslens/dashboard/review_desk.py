"""The page of the reader's ledger: what she has said so far, and the file that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import corroboration, evidence, rows
from presslens.dashboard.filters import Query
from presslens.dashboard.frame import reviewing
from presslens.dashboard.reviewed import Review
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

FILE = "presslens-ledger.json"
BUILD = f"python -m presslens build ARTICLES --out data --ledger {FILE}"


def sum_up(view: View) -> None:
    """Say how many of all figures were reviewed, and how."""
    text, said = view.text, view.review.matched.entries.values()
    if not view.ledger:
        st.info(
            text(
                "You have not reviewed anything yet. Accept or reject figures on the page Facts, or say more of one beside its "
                "evidence."
            ),
            icon=":material/rate_review:",
        )
        return
    counts = {
        text("Accepted"): sum(entry.verdict == "accepted" for entry in said),
        text("Rejected"): sum(entry.verdict == "rejected" for entry in said),
        text("Merged"): sum(bool(entry.merged_into) for entry in said),
        text("Noted"): sum(bool(entry.note) for entry in said),
    }
    with st.grid(4, min_column_width=140):
        for name, count in counts.items():
            st.metric(name, text.number(count), border=True)
    total = view.source.ask(Query("SELECT (SELECT count(*) FROM facts) + (SELECT count(*) FROM claims) AS n"))["n"].iloc[0]
    st.caption(escape(text("{n} of {total} reviewed.", n=text.number(len(said)), total=text.number(int(total)))))


def entries(view: View) -> None:
    """List what was said, each figure with the way to its evidence, and what matches nothing in this dataset."""
    text, review = view.text, view.review
    if review.matched.entries:
        facts = view.source.ask(corroboration.by_id(tuple(review.matched.entries)))
        evidence.table(_rows(facts, review, text), key="ledger", alt=text("What you said of figures, one per row"), view=view)
    if review.matched.unmatched:
        lost = text(", ").join(f"{entry.surface} ({text.name(entry.subject)})" for entry in review.matched.unmatched[:20])
        count = len(review.matched.unmatched)
        said = text.plural("{n} entry matches nothing in this dataset", "{n} entries match nothing in this dataset", count)
        st.warning(escape(lost), title=said, icon=":material/link_off:")


def save_and_load(view: View) -> None:
    """Draw the ways to take the ledger away, bring it back, and start anew."""
    text = view.text
    st.header(text("Keep it"), anchor=False)
    st.caption(text("What you say is kept until you close or reload this tab. Save it to go on another day."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            text("Save the ledger"),
            view.ledger.to_json(),
            FILE,
            "application/json",
            icon=":material/download:",
            on_click="ignore",
            disabled=not view.ledger,
        )
        st.button(text("Forget it all"), on_click=reviewing.forget, icon=":material/delete:", disabled=not view.ledger)
    reviewing.ask_for_file(text)
    st.markdown(
        escape(text("A build applies it: rejected figures leave, merged subjects become one, notes stay with the figure."))
    )
    st.code(BUILD, language=None, wrap_lines=True)


def _rows(facts: pd.DataFrame, review: Review, text: Text) -> pd.DataFrame:
    said = [review.matched.entries[fact_id] for fact_id in facts["fact_id"]]
    shown = rows.of_facts(facts, text)
    told = {
        text("Verdict"): [text.label(entry.verdict) for entry in said],
        text("Goes by"): [text.name(entry.merged_into) for entry in said],
        text("Note"): [entry.note for entry in said],
    }
    return pd.concat([shown[[rows.FACT_IDS]], pd.DataFrame(told), shown.drop(columns=rows.FACT_IDS)], axis=1)
