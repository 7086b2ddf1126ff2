"""One article's own facts about itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from presslens.dashboard import citing
from presslens.dashboard.data import as_day
from presslens.dashboard.text import Text, escape


def titles(articles: pd.DataFrame, text: Text) -> dict[str, str]:
    """Give each article's id the line a reader knows it by: title, outlet, day."""
    return {row["article_id"]: _line(row, text) for row in articles.to_dict("records")}


def span(articles: pd.DataFrame, text: Text) -> str:
    """Say from when to when articles were published, as precisely as those two dates are known."""
    dated = articles[articles["published"].notna()].sort_values("published", kind="stable")
    if dated.empty:
        return text("No article carries a date.")
    first, last = (_day(dated.iloc[place].to_dict(), text) for place in (0, -1))
    return text("Published {first} to {last}.", first=first, last=last)


def describe(article: Mapping[str, Any], notes: Mapping[str, Mapping[str, str]], text: Text) -> None:
    """Draw an article's head: title, outlet, author and date, how it was read, and our own summary where there is one."""
    st.header(escape(article["title"] or text("Untitled")), anchor=False)
    day = _day(article, text)
    basis = (
        text("{day} ({basis})", day=day, basis=text.label(article["published_basis"])) if as_day(article["published"]) else day
    )
    st.markdown(escape(" · ".join(part for part in (text.outlet(article["outlet"]), article["author"], basis) if part)))
    summary = notes.get(article["file"], {}).get(text.language)
    if summary:
        st.markdown(escape(summary))
        st.caption(text("Summary in our own words."))
    with st.grid(4, min_column_width=140):
        st.metric(text("Sentences"), text.number(article["sentences"]), border=True)
        st.metric(text("Characters"), text.number(article["characters"]), border=True)
        st.metric(text("Sentiment"), f"{article['sentiment']:+.2f}", border=True)
        st.metric(text("Damaged spots mended"), text.number(article["repairs"]), border=True)
    citing.draw(article, text)


def _line(article: Mapping[str, Any], text: Text) -> str:
    return " · ".join((article["title"] or text("Untitled"), text.outlet(article["outlet"]), _day(article, text)))


def _day(article: Mapping[str, Any], text: Text) -> str:
    return text.date(as_day(article["published"]), article["published_precision"])
