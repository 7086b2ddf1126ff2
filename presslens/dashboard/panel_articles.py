"""What the evidence panel says of the articles behind a mark of a chart: each with its outlet, day, title and figures."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard.data import as_day
from presslens.dashboard.filters import Query
from presslens.dashboard.frame import links, opened
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_LISTED = 30


def draw(article_ids: Sequence[str], view: View) -> None:
    """Draw the articles, the latest first, each with the way to its figures and to the page that shows it whole."""
    text = view.text
    found = view.articles[view.articles["article_id"].isin(article_ids)]
    if found.empty:
        st.warning(
            text("This chart has no such mark now: the filters or the dataset are other ones than when the link was made.")
        )
        return
    _count(found, text)
    figures = _figures(list(found["article_id"]), view)
    for article in found.head(MOST_LISTED).to_dict("records"):
        _article(article, figures.get(article["article_id"], ()), text)
    if len(found) > MOST_LISTED:
        st.caption(text.plural("and {n} more article", "and {n} more articles", len(found) - MOST_LISTED))


def _count(found: pd.DataFrame, text: Text) -> None:
    """Say how many voices the articles are: printed ten times over, an article is one."""
    articles = text.plural("{n} article", "{n} articles", len(found))
    families = text.plural("{n} family", "{n} families", found["family"].nunique())
    outlets = text.plural("{n} outlet", "{n} outlets", found["outlet"].nunique())
    st.markdown(f"**{escape(articles)}** · {escape(families)} · {escape(outlets)}")


def _article(article: Mapping[str, Any], figures: Sequence[str], text: Text) -> None:
    article_id = article["article_id"]
    day = text.date(as_day(article["published"]), article["published_precision"])
    title = html.escape(article["title"] or text("Untitled"))
    where = html.escape(f"{text.outlet(article['outlet'])} · {day}")
    with st.container(border=True, gap="small"):
        st.html(f"<div style='overflow-wrap:anywhere'><b>{title}</b><br><span style='opacity:.8'>{where}</span></div>")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                text.plural("{n} figure", "{n} figures", len(figures)),
                key=f"figures_of_{article_id}",
                icon=":material/quick_reference_all:",
                type="tertiary",
                disabled=not figures,
                on_click=opened.go_on_to,
                args=(tuple(figures),),
            )
            links.link("articles", text("The article"), article=article_id)


def _figures(article_ids: Sequence[str], view: View) -> dict[str, tuple[str, ...]]:
    """Give the figures of each article that measure something, in the order in which they stand in it."""
    marks = ", ".join("?" * len(article_ids))
    sql = (
        f"SELECT article_id, fact_id FROM facts WHERE metric <> 'other' AND article_id IN ({marks}) ORDER BY article_id, start"
    )
    found = view.source.ask(Query(sql, tuple(article_ids)))
    return {str(article): tuple(rows["fact_id"]) for article, rows in found.groupby("article_id")}
