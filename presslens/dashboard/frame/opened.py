"""What the evidence panel is open on: in the URL, so that a copied link opens on it, and in the session, to leaf through.

The URL holds one fact (`?fact=`), or the mark of a chart that stands for articles (`?mark=`, the chart's key and a digest of
the articles: their ids would make an address of thousands of letters).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

FACT, MARK = "fact", "mark"
_DIGEST_LETTERS = 8


def picked_on(chart: str) -> None:
    """Remember on which chart a mark was picked."""
    st.session_state["picked_on"] = chart


def ask(opener: str, fact_ids: Sequence[str]) -> None:
    """Ask for the panel on facts, from the chart, table or button named `opener`, which draws it when it runs again."""
    st.session_state["opener"] = opener
    st.session_state.pop("came_from", None)
    show(fact_ids)


def ask_for_articles(opener: str, article_ids: Sequence[str]) -> None:
    """Ask for the panel on the articles behind one mark of the chart named `opener`."""
    st.session_state["opener"] = opener
    _show_articles(name_of_mark(opener, article_ids), tuple(article_ids))


def show(fact_ids: Sequence[str], current: str = "") -> None:
    """Put facts into the panel, open on the first of them or on `current`."""
    st.session_state["opened"] = tuple(fact_ids)
    st.query_params.pop(MARK, None)
    st.query_params[FACT] = current or fact_ids[0]


def go_on_to(fact_ids: Sequence[str]) -> None:
    """Go on from the articles of a mark to the facts of one of them, with the way back kept."""
    st.session_state["came_from"] = (mark(), ids())
    show(fact_ids)


def has_way_back() -> bool:
    """Tell whether the facts in the panel were come to from the articles of a mark."""
    return "came_from" in st.session_state


def go_back() -> None:
    """Go back to the articles of the mark."""
    name, article_ids = st.session_state.pop("came_from")
    _show_articles(name, article_ids)


def asked_by(openers: Sequence[str]) -> bool:
    """Tell once whether one of these has just asked for the panel."""
    if st.session_state.get("opener") not in openers:
        return False
    del st.session_state["opener"]
    return True


def is_asked() -> bool:
    """Tell whether something on this page has asked for the panel and is about to draw it."""
    return "opener" in st.session_state


def fact() -> str:
    """Give the fact that the URL names; empty where it names none."""
    return st.query_params.get(FACT, "")


def mark() -> str:
    """Give the mark that the URL names; empty where it names none, or a fact beside it."""
    return "" if fact() else st.query_params.get(MARK, "")


def ids() -> tuple[str, ...]:
    """Give what the panel leafs through: facts, or the articles of a mark."""
    return st.session_state.get("opened", ())


def adopt(found: Sequence[str]) -> None:
    """Take over what a link to the open panel stands for."""
    st.session_state["opened"] = tuple(found)


def name_of_mark(chart: str, article_ids: Sequence[str]) -> str:
    """Name a mark by its chart and its articles, the same for the same data and filters.

    >>> name_of_mark("top", ["a", "b"]) == name_of_mark("top", ["b", "a"])
    True
    """
    digest = hashlib.sha256(",".join(sorted(article_ids)).encode()).hexdigest()
    return f"{chart}-{digest[:_DIGEST_LETTERS]}"


def turn(chart: str) -> int:
    """Tell how often a chart has let go of what was picked: part of its key, so that a mark can be picked again."""
    return int(st.session_state.get(f"{chart}_turn", 0))


def close() -> None:
    """Forget what was open, in the session and in the URL; the chart it was opened from lets go of its mark.

    It does so only now: drawing a chart anew takes longer than all that the panel shows, and would keep the reader waiting.
    """
    chart = st.session_state.pop("picked_on", "")
    if chart:
        st.session_state[f"{chart}_turn"] = turn(chart) + 1
    st.session_state.pop("opened", None)
    st.session_state.pop("came_from", None)
    st.query_params.pop(FACT, None)
    st.query_params.pop(MARK, None)


def _show_articles(name: str, article_ids: tuple[str, ...]) -> None:
    st.session_state["opened"] = article_ids
    st.query_params.pop(FACT, None)
    st.query_params[MARK] = name
