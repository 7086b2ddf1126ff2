"""What a search found among what the filters leave: figures with their evidence, and articles with the place of the words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import article, counting
from presslens.dashboard.searching.wanted import Wanted
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_LISTED = 20
AROUND = 36
_SNIPPET = "margin:0;line-height:1.6;overflow-wrap:anywhere"
_MARK = "background:rgba(250,204,21,.4);color:inherit;border-radius:.2rem;padding:0 .15rem"


def figures(view: View, *, with_other: bool = True) -> pd.DataFrame:
    """Give the figures and claims that hold the words, all of them where nothing is asked; latest first."""
    told = pd.concat([view.facts, view.claims], ignore_index=True) if len(view.claims) else view.facts
    if not view.words:
        return told if with_other else told[told["metric"] != "other"]
    place = {fact_id: number for number, fact_id in enumerate(view.found.fact_ids)}
    held = told[told["fact_id"].isin(place)]
    # What measures something known comes before figures that were only read.
    order = held.assign(unnamed=held["metric"] == "other", place=held["fact_id"].map(place))
    return order.sort_values(["unnamed", "place"]).drop(columns=["unnamed", "place"])


def articles(view: View) -> pd.DataFrame:
    """Give the articles in which the words stand: in title, outlet, author, terms, or in the text where it is here."""
    if not view.words:
        return view.articles.iloc[:0]
    held = view.articles[view.articles["article_id"].isin(view.found.article_ids)]
    return held.assign(titled=[_in_title(title, view) for title in held["title"]]).sort_values(
        "titled", ascending=False, kind="stable"
    )


def list_articles(view: View) -> None:
    """Draw the articles found, each with where the words stand and the way to its figures."""
    text, found = view.text, articles(view)
    if found.empty:
        return
    st.header(text("{counted} with these words", counted=text.counted(counting.number(found))), anchor=False)
    wanted = Wanted.of(view.words)
    for row in found.head(MOST_LISTED).to_dict("records"):
        with st.container(gap=None):
            line = article.titles(pd.DataFrame([row]), text)[row["article_id"]]
            st.page_link(
                "pages/articles.py",
                label=escape(line),
                icon=":material/article:",
                query_params={"article": row["article_id"]},
            )
            snippet = _snippet(row, wanted, view)
            if snippet:
                st.html(f"<p style='{_SNIPPET}'>{snippet}</p>")
    if len(found) > MOST_LISTED:
        st.caption(text("The first {n} are listed. Search for more words, or filter, to see fewer.", n=MOST_LISTED))


def _in_title(title: str, view: View) -> bool:
    return Wanted.of(view.words).place_in(title) is not None


def _snippet(row: dict[str, Any], wanted: Wanted, view: View) -> str:
    """Show the words where they stand in the text, where it is on this machine; escaped HTML."""
    printed = view.source.text_of(row["article_id"])
    place = wanted.place_in(printed) if printed else None
    if not printed or place is None:
        return ""
    start, end = place
    before, after = printed[max(0, start - AROUND) : start], printed[end : end + AROUND]
    marked = f"<mark style='{_MARK}'>{html.escape(printed[start:end])}</mark>"
    return f"…{html.escape(before)}{marked}{html.escape(after)}…"


def nothing(text: Text) -> str:
    """Say that nothing was found."""
    return text("Nothing here holds these words. Search for fewer of them, or take a filter away.")
