"""What a newcomer asks first, as cards that answer with one claim each and lead on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence, panels, rows, shell
from presslens.dashboard.aggregates import claims, flags, highlights
from presslens.dashboard.charts import wording
from presslens.dashboard.data import as_day
from presslens.dashboard.export.cells import FACT_IDS
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View

Answers = Sequence[tuple[highlights.Question, claims.Mark]]
Colour = Literal["green", "blue", "violet", "orange", "gray"]
ANSWERS, LATEST = "answers", "latest"
STATUS_COLOURS: dict[str, Colour] = {"actual": "green", "estimate": "blue", "forecast": "violet", "target": "orange"}


def draw(view: View) -> None:
    """Draw one card per question that the facts answer; nothing where they answer none."""
    found = highlights.answers(view.facts)
    if not found:
        return
    panels.of_drawing(
        _cells(found, view),
        partial(evidence.together, partial(_cards, found, view), key=ANSWERS, view=view),
        key=ANSWERS,
        title=view.text("What stands out"),
        view=view,
    )


def _cards(found: Answers, view: View) -> None:
    with st.grid(3, min_column_width=240):
        for question, answer in found:
            with st.container(border=True, height="stretch", vertical_alignment="distribute", gap="small"):
                _card(question, answer, view)


def _cells(found: Answers, view: View) -> pd.DataFrame:
    text = view.text
    columns = {
        text("Question"): [text(question.words) for question, _ in found],
        text("Value"): [text.quantity(told) for _, told in found],
        text("Subject"): [wording.subject(told, text) for _, told in found],
        text("Status"): [text.status(told["status"]) for _, told in found],
        text("As of"): [told["as_of"] for _, told in found],
        text("Said by"): [text(", ").join(_voices(told, view)) for _, told in found],
        **{name: [told[name] for _, told in found] for name in ("low", "high", "unit")},
        FACT_IDS: [told["fact_ids"] for _, told in found],
    }
    return pd.DataFrame(columns)


def _card(question: highlights.Question, answer: claims.Mark, view: View) -> None:
    """Draw the question, the value and its subject, how firm it is, who prints it, its evidence, and the way on."""
    text = view.text
    when = [text.date(answer["as_of"])] if answer["as_of"] else []
    status = escape(" · ".join([text.status(answer["status"]), *when]))
    colour = STATUS_COLOURS.get(answer["status"], "gray")
    behind = [*_voices(answer, view), wording.behind(answer["counted"], answer["origins"], text)]
    # One piece of Markdown: the browser takes as long over each of them as over all its words.
    told = (
        f":small[{escape(text(question.words))}]",
        f"### {escape(text.quantity(answer))}",
        f"**{escape(wording.subject(answer, text))}** :{colour}-badge[{status}]",
        f":small[{escape(' · '.join(behind))}]",
    )
    st.markdown("\n\n".join(told), anchors=False)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        key = f"card_{question.metrics[0]}"
        evidence.button(text("Evidence"), answer["fact_ids"], key=key, view=view, within=ANSWERS)
        shell.link(question.page, escape(text(PLACES[question.page].title)))


def latest(view: View) -> None:
    """Draw the figures printed last as lines; Streamlit's table would bring 1.6 MB along that nothing else here needs."""
    text = view.text
    newest = rows.latest(view.facts)
    if newest.empty:
        return
    told = rows.of_facts(newest, text)
    panels.of_drawing(
        told,
        partial(evidence.together, partial(_lines, newest, view), key=LATEST, view=view),
        key=LATEST,
        title=text("Latest figures"),
        view=view,
    )
    shell.link("facts", text("All figures"))


def _lines(newest: pd.DataFrame, view: View) -> None:
    text = view.text
    for fact in newest.to_dict("records"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            key = f"latest_{fact['fact_id']}"
            evidence.button(text("Evidence"), fact["fact_id"], key=key, view=view, within=LATEST)
            st.markdown(_line(fact, text))


def _line(fact: Mapping[str, Any], text: Text) -> str:
    day = text.date(as_day(fact["published"]), fact["published_precision"])
    small = " · ".join((text.metric(fact["metric"]), text.status(fact["status"]), text.outlet(fact["outlet"]), day))
    unsure = f" {wording.UNSURE}" if fact["confidence"] == flags.LOW else ""
    return f"**{escape(text.name(fact['subject']))}** {escape(text.value(fact) + unsure)} :small[{escape(small)}]"


def _voices(answer: claims.Mark, view: View) -> list[str]:
    """Name who is quoted, else the outlets that say so themselves; two at most, a card is narrow."""
    text = view.text
    named = [text.name(name) for name in answer["voices"]] or [text.outlet(outlet) for outlet in answer["outlets"] or ("",)]
    return [text(", ").join(named[:2])]
