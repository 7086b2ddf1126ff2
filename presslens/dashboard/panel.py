"""What the evidence panel says of one fact; text from articles reaches the screen only as escaped HTML or plain code."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import citation, corroboration
from presslens.dashboard.data import as_day
from presslens.dashboard.filters import Query
from presslens.dashboard.frame import reviewing
from presslens.dashboard.text import Text

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_LISTED = 8
_GRID = "display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.35rem 1rem;margin:0;padding:0"
_MARK = "background:rgba(250,204,21,.4);color:inherit;border-radius:.2rem;padding:0 .15rem"
_QUOTE = "margin:.25rem 0;padding:.5rem .9rem;border-left:.25rem solid #0b62c4;line-height:1.7;overflow-wrap:anywhere"


def draw(fact: Mapping[str, Any], view: View) -> None:
    """Draw everything that is known of one fact, a row of `corroboration.by_id`."""
    text = view.text
    query = corroboration.on_the_same(fact)
    others = view.source.ask(query) if query else pd.DataFrame()
    _headline(fact, text)
    _sentence(fact, view)
    reviewing.controls(fact, view)
    st.html(_grid(_meaning(fact, text)))
    _section(text("Printed by"), _grid(_printed_by(fact, text)))
    _section(text("How it was read"), _grid(_reading(fact, text)) + _steps(fact))
    if query:
        _agreement(fact, others, text)
        _disagreement(fact, others, text)
    _section(text("Citation (GB/T 7714)"), "")
    st.code(citation.gbt_7714(fact, as_day(fact["published"])), language=None, wrap_lines=True)


def _headline(fact: Mapping[str, Any], text: Text) -> None:
    about = " · ".join(part for part in (text.metric(fact["metric"]), text.name(fact["subject"])) if part)
    st.html(
        f"<div style='font-size:1.9rem;font-weight:600;line-height:1.25;overflow-wrap:anywhere'>{_safe(text.value(fact))}</div>"
        f"<div style='margin-top:.15rem'>{_safe(about)}</div>"
    )


def _sentence(fact: Mapping[str, Any], view: View) -> None:
    text = view.text
    printed = view.source.text_of(fact["article_id"])
    if printed is None:
        st.caption(text("The article's text is not on this machine, so its sentence cannot be shown here."))
        return
    start, end = int(fact["start"]), int(fact["end"])
    if printed[start:end] != fact["surface"]:
        st.caption(text("The article's text on this machine is not the one these figures were read from."))
        return
    first, last = _bounds(fact, view)
    first, last = min(first, start), max(last, end)
    before, after = _safe(printed[first:start].lstrip()), _safe(printed[end:last].rstrip())
    tongue = "zh-Hant" if fact["script"] == "hant" else "zh-Hans"
    marked = f"<mark style='{_MARK}'>{_safe(fact['surface'])}</mark>"
    st.html(f"<blockquote lang='{tongue}' style='{_QUOTE}'>{before}{marked}{after}</blockquote>")


def _bounds(fact: Mapping[str, Any], view: View) -> tuple[int, int]:
    place = 'SELECT start, "end" FROM sentences WHERE article_id = ? AND sentence_no = ?'
    found = view.source.ask(Query(place, (fact["article_id"], int(fact["sentence_no"]))))
    if found.empty:
        return int(fact["start"]), int(fact["end"])
    return int(found["start"].iloc[0]), int(found["end"].iloc[0])


def _meaning(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    return [
        (text("As printed"), fact["surface"]),
        (text("Measure"), text.metric(fact["metric"])),
        (text("Subject"), text.name(fact["subject"])),
        (text("Scope"), text.scope(fact["scope"])),
        (text("As of"), text.date(fact["as_of"]) if fact["as_of"] else ""),
        (text("Status"), text.status(fact["status"])),
        (text("In US dollars"), text.amount(fact["amount_usd"], None, "USD", "about") if _converted(fact) else ""),
    ]


def _converted(fact: Mapping[str, Any]) -> bool:
    return fact["unit"] != "USD" and not pd.isna(fact["amount_usd"])


def _printed_by(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    day = text.date(as_day(fact["published"]), fact["published_precision"])
    basis = text.label(fact["published_basis"])
    return [
        (text("Outlet"), text.outlet(fact["outlet"])),
        (text("Title"), fact["title"] or text("Untitled")),
        (text("Published"), text("{day} ({basis})", day=day, basis=basis) if as_day(fact["published"]) else day),
        (text("Quoted"), text.name(fact["attributed_to"]) or text("nobody: the article says so itself")),
    ]


def _reading(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    return [
        (text("Rule"), str(fact["rule"]).replace("_", " ")),
        (text("Confidence"), text.label(fact["confidence"])),
    ]


def _steps(fact: Mapping[str, Any]) -> str:
    steps = [] if fact["steps"] is None else list(fact["steps"])
    if not steps:
        return ""
    listed = "".join(f"<li>{_safe(step)}</li>" for step in steps)
    return f"<ol style='margin:.5rem 0 0;padding-left:1.4rem'>{listed}</ol>"


def _agreement(fact: Mapping[str, Any], others: pd.DataFrame, text: Text) -> None:
    same = corroboration.agreeing(fact, others)
    origins = int(same["origin"].nunique()) if len(same) else 1
    said = text.plural("{n} independent origin says this", "{n} independent origins say this", origins)
    elsewhere = same[same["fact_id"] != fact["fact_id"]] if len(same) else same
    _section(said, _listed(elsewhere, text) if len(elsewhere) else _plain(text("It stands in no other sentence.")))


def _disagreement(fact: Mapping[str, Any], others: pd.DataFrame, text: Text) -> None:
    apart = corroboration.differing(fact, others)
    if len(apart):
        _section(text("Other values printed for the same"), _listed(apart, text))


def _listed(facts: pd.DataFrame, text: Text) -> str:
    """List values, each once, with who printed it first and how often it stands elsewhere."""
    printed: dict[str, list[dict[str, Any]]] = {}
    for row in facts.to_dict("records"):
        printed.setdefault(text.value(row), []).append(row)
    lines = [_line(value, rows, text) for value, rows in list(printed.items())[:MOST_LISTED]]
    if len(printed) > MOST_LISTED:
        rest = text.plural("and {n} more value", "and {n} more values", len(printed) - MOST_LISTED)
        lines.append(f"<li>{_safe(rest)}</li>")
    return f"<ul style='margin:0;padding-left:1.2rem'>{''.join(lines)}</ul>"


def _line(value: str, rows: Sequence[Mapping[str, Any]], text: Text) -> str:
    more = len(rows) - 1
    elsewhere = text.plural(" and {n} time elsewhere", " and {n} times elsewhere", more) if more else ""
    return f"<li><b>{_safe(value)}</b> {_safe(_said_by(rows[0], text) + elsewhere)}</li>"


def _said_by(fact: Mapping[str, Any], text: Text) -> str:
    day = text.date(as_day(fact["published"]), fact["published_precision"])
    parts = (text.name(fact["attributed_to"]), text.outlet(fact["outlet"]), day, text.status(fact["status"]))
    return " · ".join(part for part in parts if part)


def _section(title: str, body: str) -> None:
    st.html(f"<h3 style='font-size:1rem;font-weight:600;margin:.4rem 0 .3rem;padding:0'>{_safe(title)}</h3>{body}")


def _grid(pairs: Sequence[tuple[str, str]]) -> str:
    cells = (
        f"<dt style='opacity:.8'>{_safe(name)}</dt><dd style='margin:0;overflow-wrap:anywhere'>{_safe(value)}</dd>"
        for name, value in pairs
        if value
    )
    return f"<dl style='{_GRID}'>{''.join(cells)}</dl>"


def _plain(words: str) -> str:
    return f"<p style='margin:0'>{_safe(words)}</p>"


def _safe(printed: object) -> str:
    return html.escape(str(printed))
