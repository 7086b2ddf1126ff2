"""The two-minute tour: each idea of the dashboard with a real example of the data shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence, glossary, shell
from presslens.dashboard.aggregates import examples
from presslens.dashboard.charts import wording
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

# The shapes of the charts' marks, as characters.
_SHAPES = {"actual": "●", "estimate": "◆", "forecast": "○", "target": "△", "assumption": "□", "rumour": "✕"}


def draw(view: View) -> None:
    """Draw the stops of the tour in order."""
    text, facts = view.text, view.facts
    _figure(1, examples.most_worked(facts), view)
    _statuses(2, examples.of_each_status(facts), text)
    _voices(3, examples.most_repeated(facts), view)
    _disagreement(4, examples.most_disputed(view.checks, facts), view)
    _missing(5, text)
    _links(6, text)


def _stop(number: int, title: str, words: str) -> None:
    st.header(escape(f"{number}. {title}"), anchor=False)
    st.markdown(escape(words))


def _none(text: Text) -> None:
    st.caption(text("The data shown holds no example of it. Take a filter away to see one."))


def _figure(number: int, fact: pd.Series | None, view: View) -> None:
    text = view.text
    with st.container(border=True):
        words = text(
            "A value on screen is what somebody printed. Its evidence shows the characters and each step from them to it."
        )
        _stop(number, text("Every figure opens its evidence"), words)
        if fact is None:
            _none(text)
            return
        value = text.value(fact.to_dict())
        told = text("Printed as {surface}, read as {value}.", surface=fact["surface"], value=value)
        st.markdown(f"**{escape(wording.subject(fact, text))}**{text(': ')}{escape(told)}")
        evidence.button(text("Open this evidence"), fact["fact_id"], key="tour_figure", view=view)


def _statuses(number: int, marks: pd.DataFrame, text: Text) -> None:
    with st.container(border=True):
        _stop(number, text("How firm a figure is has a shape"), text(glossary.TERMS["status"][1]))
        if marks.empty:
            _none(text)
            return
        shown = marks.set_index("status")
        lines = [
            f"- {shape} **{escape(text.status(status))}**{text(': ')}"
            f"{escape(wording.subject(shown.loc[status], text))}{text(', ')}"
            f"{escape(text.metric(shown.loc[status, 'metric']))} {wording.amount(shown.loc[status], text)}"
            for status, shape in _SHAPES.items()
            if status in shown.index
        ]
        st.markdown("\n".join(lines))


def _voices(number: int, repeated: pd.Series | None, view: View) -> None:
    text = view.text
    with st.container(border=True):
        _stop(number, text("Ten articles can be one voice"), text(glossary.TERMS["origin"][1]))
        if repeated is None:
            _none(text)
            return
        value = text.value({**repeated.to_dict(), "value_text": repeated["value_text"] or ""})
        behind = wording.behind(repeated["counted"], repeated["origins"], text)
        st.markdown(
            f"**{escape(wording.subject(repeated, text))}**{text(': ')}"
            + escape(text("{metric} {value}: {behind}.", metric=text.metric(repeated["metric"]), value=value, behind=behind))
        )
        evidence.button(text("See who prints it"), repeated["fact_ids"], key="tour_voices", view=view)


def _disagreement(number: int, marks: pd.DataFrame, view: View) -> None:
    text = view.text
    with st.container(border=True):
        words = text("Values that differ stand side by side, each with its evidence. Nothing is averaged.")
        _stop(number, text("Disagreement is shown, never averaged"), words)
        if marks.empty:
            _none(text)
            return
        values = text(" or ").join(dict.fromkeys(text.amount(m.low, m.high, m.unit, m.bound) for m in marks.itertuples()))
        told = text("{metric}: {values}", metric=text.metric(marks["metric"].iloc[0]), values=values)
        st.markdown(f"**{escape(wording.subject(marks.iloc[0], text))}**{text(': ')}{escape(told)}")
        evidence.button(text("See who says what"), ",".join(marks["fact_ids"]), key="tour_disagreement", view=view)


def _missing(number: int, text: Text) -> None:
    with st.container(border=True):
        words = text("Where no article prints a value, the page says so. Nothing is filled in from outside the articles.")
        _stop(number, text("What nobody reported says so"), words)
        shell.link("compare_models", escape(text(PLACES["compare_models"].title)))


def _links(number: int, text: Text) -> None:
    with st.container(border=True):
        words = text(
            "Outlet, days, model and topic filter every page. The address in the browser holds the page, the language, the "
            "filters and the open evidence: whoever opens a copy of it sees what you see."
        )
        _stop(number, text("Filter, then share the address"), words)
        shell.link("method", escape(text("How often the figures are right, measured")))
