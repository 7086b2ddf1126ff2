"""Who says the same as a fact, who says otherwise, and whether the arithmetic around it adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import checking, corroboration
from presslens.dashboard.data import as_day
from presslens.dashboard.frame import opened
from presslens.dashboard.panel_parts import safe, section
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_LISTED = 8
_LISTED = [
    *("fact_id", "surface", "metric", "kind", "low", "high", "unit", "bound", "value_text", "as_of", "status"),
    *("attributed_to", "outlet", "published", "published_precision"),
]


def draw(fact: Mapping[str, Any], like: pd.DataFrame, view: View) -> None:
    """Draw how many say so, the other values printed for the same, and the checks that the fact takes part in.

    The reader's ledger rules these lists as it rules the page; what it hides is counted.
    """
    every = checking.of_fact(view.source.ask(checking.ALL), fact["fact_id"])
    checks = [check for check in every if view.review.compared(check["fact_ids"], fact["fact_id"])]
    others = view.review.listed(like, fact["fact_id"])
    same = corroboration.agreeing(fact, others)
    if corroboration.is_comparable(fact):
        _agreement(fact, same, view.text)
        _contradiction(fact, same, others, checks, view)
    for check in checks:
        if check["kind"] != "conflict":
            _check(check, fact, view)
    _hidden(like, others, len(every) - len(checks), view)


def _hidden(like: pd.DataFrame, others: pd.DataFrame, checks: int, view: View) -> None:
    """Say how much the ledger keeps out of the lists."""
    text, figures = view.text, len(like) - len(others)
    if not figures and not checks:
        return
    told = text.plural("{n} figure", "{n} figures", figures)
    if checks:
        told = text("{figures} and {checks}", figures=told, checks=text.plural("{n} self-check", "{n} self-checks", checks))
    why = text("You rejected them.") if not view.only_accepted else text("You did not accept them.")
    st.caption(escape(text("Not listed here: {hidden}. {why}", hidden=told, why=why)))


def _agreement(fact: Mapping[str, Any], same: pd.DataFrame, text: Text) -> None:
    """Say in how many articles, families and origins the same value stands, so that ten copies of one voice are seen as one."""
    origins = int(same["origin"].nunique()) if len(same) else 1
    section(text.plural("{n} independent origin says this", "{n} independent origins say this", origins))
    elsewhere = same[same["fact_id"] != fact["fact_id"]] if len(same) else same
    if elsewhere.empty:
        st.markdown(text("It stands in no other sentence."))
        return
    articles = text.plural("{n} article", "{n} articles", same["article_id"].nunique())
    families = text.plural("{n} family", "{n} families", same["family"].nunique())
    origin = text.plural("{n} independent origin", "{n} independent origins", origins)
    st.markdown(text("Printed in {articles}, {families}, {origins}.", articles=articles, families=families, origins=origin))
    _list(elsewhere, "same", text)


def _contradiction(
    fact: Mapping[str, Any], same: pd.DataFrame, others: pd.DataFrame, checks: Sequence[Mapping[str, Any]], view: View
) -> None:
    text = view.text
    conflicts = [check for check in checks if check["kind"] == "conflict"]
    apart = corroboration.differing(fact, others)
    told = {fact_id for check in conflicts for fact_id in check["fact_ids"]}
    listed = {fact["fact_id"], *apart["fact_id"], *same["fact_id"]}
    missing = sorted(told - listed)
    if missing:
        told_elsewhere = view.review.listed(view.source.ask(corroboration.by_id(missing)), fact["fact_id"])
        apart = pd.concat([apart, told_elsewhere], ignore_index=True)
    if apart.empty:
        return
    section(text("Other values printed for the same"))
    for check in conflicts:
        st.markdown(escape(checking.difference(check, text)))
    _list(apart, "apart", text)


def _check(check: Mapping[str, Any], fact: Mapping[str, Any], view: View) -> None:
    """Draw one piece of arithmetic with its verdict and the figures it was done with."""
    text = view.text
    section(text("{name}: {value}", name=checking.kind(check, text), value=checking.verdict(check, text).lower()))
    remark = checking.sentence(checking.explained(check, text))
    st.html(f"<code style='overflow-wrap:anywhere'>{safe(checking.arithmetic(check, text))}</code>")
    if remark:
        st.markdown(escape(remark))
    ids = [fact_id for fact_id in check["fact_ids"] if fact_id != fact["fact_id"]]
    _list(view.source.ask(corroboration.by_id(ids)), f"check_{check['check_id']}", text, as_printed=True)


def _list(facts: pd.DataFrame, key: str, text: Text, *, as_printed: bool = False) -> None:
    """List values, each once, with who printed it first, how often it stands elsewhere, and a button that opens them.

    Beside arithmetic they stand as printed: a rounded value would not add up.
    """
    printed: dict[str, list[dict[str, Any]]] = {}
    for row in facts[_LISTED].to_dict("records"):
        printed.setdefault(row["surface"] if as_printed else text.value(row), []).append(row)
    for place, (value, rows) in enumerate(list(printed.items())[:MOST_LISTED]):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                text("Open"),
                key=f"{key}_{place}",
                icon=":material/quick_reference_all:",
                type="tertiary",
                on_click=opened.show,
                args=([row["fact_id"] for row in rows],),
            )
            st.markdown(_line(value, rows, text))
    if len(printed) > MOST_LISTED:
        st.caption(text.plural("and {n} more value", "and {n} more values", len(printed) - MOST_LISTED))


def _line(value: str, rows: Sequence[Mapping[str, Any]], text: Text) -> str:
    more = len(rows) - 1
    elsewhere = [text.plural("and {n} time elsewhere", "and {n} times elsewhere", more)] if more else []
    return f"**{escape(value)}** {escape(' '.join([said_by(rows[0], text), *elsewhere]))}"


def said_by(fact: Mapping[str, Any], text: Text) -> str:
    """Say who is quoted, which outlet printed it on which day, and how firm it is."""
    day = text.date(as_day(fact["published"]), fact["published_precision"])
    parts = (text.name(fact["attributed_to"]), text.outlet(fact["outlet"]), day, text.status(fact["status"]))
    return " · ".join(part for part in parts if part)
