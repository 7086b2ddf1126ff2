"""What the reader says of the figures: kept for her visit, said beside a figure's evidence, switched on in the sidebar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from presslens.dashboard.filters import Query
from presslens.dashboard.ledger import MOST_BYTES, Entry, Ledger, LedgerError, Verdict
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_NAMES = 200
MOST_NOTE_CHARACTERS = 500


def current() -> Ledger:
    """Give what the reader has said in this visit."""
    return st.session_state.get("ledger", Ledger())


def keep(ledger: Ledger) -> None:
    """Keep what the reader says for the rest of this visit."""
    st.session_state["ledger"] = ledger


def only_accepted() -> bool:
    """Tell whether only accepted figures are to be shown; with nothing said yet there would be none, and all are shown."""
    return bool(current()) and bool(st.session_state.get("accepted"))


def draw(text: Text) -> None:
    """Draw the switch to what was accepted, once something was said."""
    if not current():
        return
    st.toggle(
        text("Only what I accepted"),
        key="accepted",
        bind="query-params",
        help=text("Figures you rejected are left out either way. The page Your review holds all that you said."),
    )


def changed() -> bool:
    """Tell once whether something was said in a part of the page that runs alone, so that the rest must follow."""
    return bool(st.session_state.pop("said", False))


def changed_beside() -> bool:
    """Tell once whether something was said beside a figure's evidence, which the page behind it does not show yet."""
    return bool(st.session_state.pop("said_beside", False))


def decide(fact: Mapping[str, Any], verdict: Verdict) -> None:
    """Say a verdict from a table's row; the same verdict again takes it back."""
    before = current().of(fact)
    keep(current().with_entry(replace(before, verdict="" if before.verdict == verdict else verdict)))
    st.session_state["said"] = True


def controls(fact: Mapping[str, Any], view: View) -> None:
    """Draw, beside a figure's evidence, what the reader may say of it."""
    text, entry = view.text, current().of(fact)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="your_review"):
        st.segmented_control(
            text("Your verdict"),
            ["accepted", "rejected"],
            default=entry.verdict or None,
            format_func={"accepted": text("Accept"), "rejected": text("Reject")}.__getitem__,
            key=f"verdict_{fact['fact_id']}",
            on_change=_said,
            args=(dict(fact),),
            label_visibility="collapsed",
            width="content",
        )
        with st.popover(text("Merge or note"), type="tertiary", icon=":material/edit_note:"):
            if fact["subject"]:
                _merging(fact, entry, view)
            _note(fact, entry, text)
    said = [text.name(entry.merged_into), entry.note]
    if any(said):
        st.caption(escape(" · ".join(part for part in said if part)))


def _note(fact: Mapping[str, Any], entry: Entry, text: Text) -> None:
    st.text_area(
        text("Your note"),
        value=entry.note,
        max_chars=MOST_NOTE_CHARACTERS,
        key=f"note_{fact['fact_id']}",
        on_change=_said,
        args=(dict(fact),),
    )


def ask_for_file(text: Text) -> None:
    """Draw the field that loads a saved ledger, and say why a file was refused."""
    turn = st.session_state.get("ledger_turn", 0)
    st.file_uploader(
        text("Load a saved ledger"),
        type=["json"],
        max_upload_size=max(1, MOST_BYTES // 1_000_000),
        # A new key per file lets go of it: it is read once, not at every run.
        key=f"ledger_file_{turn}",
        on_change=_load,
        args=(turn,),
    )
    problem = st.session_state.pop("ledger_problem", None)
    if problem:
        st.error(escape(text.told(problem)), title=text("The ledger was not loaded"), icon=":material/error:")


def forget() -> None:
    """Take back everything that was said."""
    keep(Ledger())


def _load(turn: int) -> None:
    file = st.session_state[f"ledger_file_{turn}"]
    if file is None:
        return
    st.session_state["ledger_turn"] = turn + 1
    try:
        keep(current().joined(Ledger.from_json(file.getvalue())))
    except LedgerError as error:
        st.session_state["ledger_problem"] = error.message


def _merging(fact: Mapping[str, Any], entry: Entry, view: View) -> None:
    text = view.text
    names = [name for name in _subjects(fact, view) if name != fact["subject"]]
    if entry.merged_into and entry.merged_into not in names:
        names.insert(0, entry.merged_into)
    st.selectbox(
        text("{subject} is the same as", subject=text.name(fact["subject"])),
        names,
        index=names.index(entry.merged_into) if entry.merged_into else None,
        format_func=text.name,
        key=f"merge_{fact['fact_id']}",
        placeholder=text("nothing else: keep its own name"),
        accept_new_options=True,
        on_change=_said,
        args=(dict(fact),),
    )


def _subjects(fact: Mapping[str, Any], view: View) -> list[str]:
    """Name the subjects of the same measure, the commonest first: what a subject can be merged into."""
    sql = (
        "SELECT subject FROM (SELECT subject, metric FROM facts UNION ALL SELECT subject, metric FROM claims) "
        "WHERE subject <> '' GROUP BY 1 "
        f"ORDER BY count(*) FILTER (metric = ?) DESC, count(*) DESC, subject LIMIT {MOST_NAMES}"
    )
    found = view.source.ask(Query(sql, (fact["metric"],)))
    return [str(name) for name in found["subject"]]


def _said(fact: Mapping[str, Any]) -> None:
    state, fact_id = st.session_state, fact["fact_id"]
    said = replace(
        current().of(fact),
        verdict=cast(Verdict, state.get(f"verdict_{fact_id}") or ""),
        merged_into=str(state.get(f"merge_{fact_id}") or "").strip()[:200],
        note=str(state.get(f"note_{fact_id}") or "").strip(),
    )
    keep(current().with_entry(said))
    st.session_state["said_beside"] = True
