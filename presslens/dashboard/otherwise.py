"""Who says otherwise: contradictions as cards, and the arithmetic in the open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import checking, evidence, panels
from presslens.dashboard.aggregates import contradictions
from presslens.dashboard.aggregates.contradictions import Contradiction
from presslens.dashboard.charts import contradiction as charts
from presslens.dashboard.charts import releases, wording
from presslens.dashboard.data import as_day
from presslens.dashboard.rows import FACT_IDS
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_CARDS = 24
MOST_VALUES = 6
MOST_OUTLETS = 2


def cards(view: View) -> None:
    """Draw one card per contradiction: how far apart, what may explain it, every value on a line, and who prints it."""
    text = view.text
    found = contradictions.contradictions(view.checks, view.facts)
    if not found:
        evidence.head("", text("Where the press contradicts itself"))
        st.info(text("No two articles in this selection contradict each other on a figure of the same thing and time."))
        return
    panels.of_drawing(
        _cells(found, text),
        partial(_cards, found, view),
        key="contradictions",
        title=text("Where the press contradicts itself"),
        view=view,
    )


def _cards(found: Sequence[Contradiction], view: View) -> None:
    text = view.text
    st.markdown(
        text(
            "Each card is one thing, at one time, for which articles print values that cannot all be right. What one article "
            "tells side by side is no contradiction. Nothing is averaged."
        )
    )
    with st.grid(2, min_column_width=340):
        for place, contradiction in enumerate(found[:MOST_CARDS]):
            with st.container(border=True, height="stretch", gap="small"):
                _card(contradiction, place, view)
    if len(found) > MOST_CARDS:
        more = text.plural("and {n} more contradiction", "and {n} more contradictions", len(found) - MOST_CARDS)
        st.caption(more)


def _cells(found: Sequence[Contradiction], text: Text) -> pd.DataFrame:
    """Give the contradictions as cells, one row per value."""
    lines = [
        {
            FACT_IDS: mark["fact_ids"],
            text("Subject"): text.name(mark["subject"]),
            text("Measure"): text.metric(check["metric"]),
            text("Value"): _amount(mark, text),
            text("Status"): text.status(mark["status"]),
            text("As of"): mark["as_of"],
            text("Independent origins"): int(mark["origins"]),
            text("Difference"): checking.apart(check, text),
            text("Remark"): checking.explained(check, text),
        }
        for check, marks in found
        for mark in marks.to_dict("records")
    ]
    return pd.DataFrame(lines)


def _card(contradiction: Contradiction, place: int, view: View) -> None:
    text, (check, marks) = view.text, contradiction
    known = releases.known(view.release_dates)
    first = marks.iloc[0]
    what = [text.metric(check["metric"]), *([text.date(check["as_of"])] if check["as_of"] else [])]
    st.markdown(f"**{escape(wording.subject(first, text))}** · {escape(' · '.join(what))}")
    st.markdown(f"### {escape(checking.sentence(checking.apart(check, text)).rstrip('.。'))}")
    st.caption(escape(checking.sentence(checking.explained(check, text))))
    alt = text("The values printed for {subject} on one line", subject=wording.subject(first, text))
    evidence.small(charts.strip(marks, text, known=known, dark=view.dark), key=f"contradictions_{place}", alt=alt, view=view)
    for number, (_, mark) in enumerate(marks.head(MOST_VALUES).iterrows()):
        _value(mark, f"value_{place}_{number}", view)
    if len(marks) > MOST_VALUES:
        st.caption(text.plural("and {n} more value", "and {n} more values", len(marks) - MOST_VALUES))


def _value(mark: pd.Series, key: str, view: View) -> None:
    """Draw one printed value: a button that opens its evidence, how firm it is, who prints it, and how many origins say so."""
    text = view.text
    outlets = [text.outlet(outlet) for outlet in mark["outlets"] or ("",)]
    more = f" +{len(outlets) - MOST_OUTLETS}" if len(outlets) > MOST_OUTLETS else ""
    quoted = [text("Quoted: {names}", names=text.name(mark["voices"][0]))] if mark["voices"] else []
    day = as_day(mark["published"])
    stated = mark["as_of"] and mark["kind"] != "date" and mark["as_of"] != str(day)
    when = [text.date(mark["as_of"])] if stated else []
    when += [text.scope(mark["scope"])] if mark["scope"] else []
    behind = wording.behind(mark["counted"], mark["origins"], text)
    printed_by = text(", ").join(outlets[:MOST_OUTLETS]) + more
    with st.container(gap=None):
        evidence.button(_amount(mark, text) + wording.flag(mark), mark["fact_ids"], key=key, view=view)
        st.caption(escape(" · ".join([text.status(mark["status"]), *when, printed_by, text.date(day), *quoted, behind])))


def _amount(mark: Mapping[str, Any], text: Text) -> str:
    if mark["kind"] == "date":
        return text.date(mark["as_of"])
    return text.quantity(mark)


def sums(view: View) -> None:
    """Draw the arithmetic that was done again, as a table: what does not add up comes first."""
    text = view.text
    found = contradictions.done_again(view.checks)
    found = found[[checking.compares(check) for check in found.to_dict("records")]]
    st.header(text("Arithmetic, done again"), anchor=False)
    if found.empty:
        st.info(text("No article in this selection prints a result beside the values it comes from."))
        return
    wrong = int((~found["agrees"].astype(bool)).sum())
    first = text.plural("{n} result is printed beside its values", "{n} results are printed beside their values", len(found))
    st.markdown(
        escape(
            text(
                "{first}; {wrong} of them do not add up or look like a slip of the unit. Rounding and hedges are allowed for.",
                first=first,
                wrong=text.number(wrong),
            )
        )
    )
    evidence.table(_rows(found, view), key="sums", alt=text("Arithmetic done again, what does not add up first"), view=view)


def _rows(found: pd.DataFrame, view: View) -> pd.DataFrame:
    text = view.text
    lines = []
    for check in found.to_dict("records"):
        facts = contradictions.of_one_row(check["fact_ids"], view.facts)
        head = facts.iloc[-1] if len(facts) else None
        lines.append(
            {
                FACT_IDS: ",".join(reversed(list(check["fact_ids"]))),
                text("Verdict"): checking.verdict(check, text),
                text("Arithmetic"): checking.arithmetic(check, text),
                text("What"): checking.kind(check, text),
                text("Subject"): text.name(check["subject"]),
                text("As printed"): " · ".join(facts["surface"].drop_duplicates()) if head is not None else "",
                text("Remark"): checking.explained(check, text),
                text("Outlet"): text.outlet(head["outlet"]) if head is not None else "",
            }
        )
    return pd.DataFrame(lines)
