"""The comparison of models as a grid: every value printed of a property, on whose word, when, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence, panels, rows, shell
from presslens.dashboard.aggregates import clips, models, outlets
from presslens.dashboard.charts.compare_models import sources
from presslens.dashboard.export.cells import FACT_IDS
from presslens.dashboard.text import Text, escape
from presslens.model import Metric

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_VALUES = 2


def choose(view: View) -> list[str]:
    """Let the reader choose two to six models, those compared first until she does; none stops the page."""
    text, known = view.text, [choice.value for choice in view.source.models]
    chosen = st.multiselect(
        text("Models to compare"),
        known,
        default=models.default_choice(known),
        key="compare",
        bind="query-params",
        max_selections=models.MOST_COMPARED,
        placeholder=text("Choose up to six models"),
        select_all=False,
    )
    if not chosen:
        st.info(text("Choose a model above to see what is printed of it."), icon=":material/info:")
        shell.stop()
    return chosen


def grid(facts: pd.DataFrame, chosen: Sequence[str], view: View) -> None:
    """Draw the grid of all values, and say what is left out of it."""
    text = view.text
    stale = shell.pick(
        "stale",
        text("Mark as stale after"),
        ["3", "6", "12", "24"],
        show=lambda months: text("{n} months", n=months),
        default="6",
        help=text("A cell is stale when its newest value was printed so many months before the newest article shown."),
    )
    values = models.values(facts, view.claims, chosen, text)
    alt = text("What is printed of each model, with who prints it")
    told = partial(draw, values, chosen, view, stale_months=int(stale))
    panels.of_drawing(cells(values, text), told, key="comparison", alt=alt, view=view)
    left_out = models.left_out(view.facts, chosen)
    if left_out:
        st.caption(escape(unsure(left_out, text)))


def unsure(count: int, text: Text) -> str:
    """Say how many figures are compared with nothing."""
    return text.plural(
        "{n} figure is left out here: its model is not certain. It stands on the page Facts, with low confidence.",
        "{n} figures are left out here: their model is not certain. They stand on the page Facts, with low confidence.",
        count,
    )


def by_outlet(facts: pd.DataFrame, chosen: Sequence[str], view: View) -> None:
    """Draw what each outlet prints of each model; nothing where none prints anything."""
    text = view.text
    said = outlets.by_model(facts, view.claims, view.mentions, chosen, text)
    if said.empty:
        return
    title = text("What each outlet prints of each model")
    alt = text("Values printed of each model, one row per outlet")
    evidence.table(rows.by_outlet(said, text), key="outlets_say", title=title, alt=alt, view=view)
    st.caption(outlets_caption(outlets.only_naming(view.mentions, said, chosen), text))


def cells(values: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Give the values of the grid as rows headed in the reader's language, property by property and model by model."""
    order = {metric: place for place, metric in enumerate(models.PROPERTIES)}
    told = values.sort_values("metric", key=lambda metrics: metrics.map(order), kind="stable").to_dict("records")
    columns = {
        text("Property"): [text.metric(value["metric"]) for value in told],
        text("Model"): [text.name(value["subject"]) for value in told],
        text("Value"): [value["value"] for value in told],
        text("Status"): [text.status(value["status"]) for value in told],
        text("Printed by"): [text.counted(value["counted"]) for value in told],
        text("Independent origins"): [value["origins"] for value in told],
        text("Condition"): [text.condition(value["condition"]) if value["condition"] else "" for value in told],
        text("Whose word"): [text(", ").join(map(text.speaker, value["by"])) for value in told],
        text("Outlet"): [text(", ").join(map(text.outlet, value["outlets"] or ("",))) for value in told],
        text("Quoted"): [text(", ").join(map(text.name, value["voices"])) for value in told],
        FACT_IDS: [value["fact_ids"] for value in told],
    }
    return pd.DataFrame(columns)


def draw(values: pd.DataFrame, chosen: Sequence[str], view: View, *, stale_months: int) -> None:
    """Draw one line of cells per property, one cell per model; on a phone the cells of a line stand below each other."""
    _twins(values, chosen, view.text)
    newest = pd.to_datetime(view.articles["published"]).max() if len(view.articles) else None
    for metric in models.PROPERTIES:
        st.markdown(f"## {escape(view.text.metric(metric))}")
        with st.grid(len(chosen), min_column_width=150, gap="small"):
            for model in chosen:
                found = models.cell(values, metric, model)
                # A frame as tall as its neighbours around two words would be the largest thing on the page.
                with st.container(border=not found.empty, height="content" if found.empty else "stretch", gap="xxsmall"):
                    _cell(found, model, f"{metric}_{model}", view)
                    _standing(found, metric, model, values, chosen, view.text)
                    _age(models.months_old(found, newest), stale_months, view.text)
    st.caption(escape(legend(view.text)))


def legend(text: Text) -> str:
    """Say how to read the cells, as plain text."""
    return text(
        "Whose word: the model's maker, as any article names it; a paper; somebody else quoted; or the press, where the "
        "article says so itself. Orange: values that cannot all hold under one condition. "
        "Violet: the newest value is old."
    )


def outlets_caption(only_naming: int, text: Text) -> str:
    """Say how to read the table of outlets, and how many are not in it, as Markdown."""
    told = text("A dot: the outlet names the model and prints none of these values. A cross: it never names it.")
    if not only_naming:
        return escape(told)
    more = text.plural("{n} more outlet only names them.", "{n} more outlets only name them.", only_naming)
    return escape(f"{told} {more}")


def _twins(values: pd.DataFrame, chosen: Sequence[str], text: Text) -> None:
    """Say where two models are told of in exactly the same words: one may be the other, or a row may be copied."""
    for one, other, properties in models.twins(values, chosen):
        told = text.plural(
            "Everything printed of {one} is also printed of {other} ({n} property). Check that they are two models.",
            "Everything printed of {one} is also printed of {other} ({n} properties). Check that they are two models.",
            properties,
            one=text.name(one),
            other=text.name(other),
        )
        st.warning(escape(told), icon=":material/content_copy:")


def _cell(found: pd.DataFrame, model: str, key: str, view: View) -> None:
    text = view.text
    st.caption(f"**{escape(text.name(model))}**")
    if found.empty:
        st.caption(text("not reported"))
    place = 0
    withheld = found["undisclosed"].astype(bool)
    for kind, part in [*_by_condition(found[~withheld]), ("", found[withheld])]:
        if kind:
            st.caption(escape(text.condition(kind)))
        for _, value in part.head(MOST_VALUES).iterrows():
            _value(value, f"{key}_{place}", view)
            place += 1
        rest = part.iloc[MOST_VALUES:]
        if len(rest):
            label = text.plural("{n} more value", "{n} more values", len(rest))
            evidence.button(label, ",".join(rest["fact_ids"]), key=f"{key}_rest_{place}", view=view)


def _by_condition(found: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Part a cell's values by the condition they are told under, the stated maximum first."""
    kinds = [*(kind for kind in clips.KINDS if (found["condition"] == kind).any()), ""]
    return [(kind, found[found["condition"] == kind]) for kind in kinds]


def _value(value: pd.Series, key: str, view: View) -> None:
    text = view.text
    firm = "" if value["status"] == "actual" else f"({text.status(value['status']).lower()})"
    shown = text("reported as undisclosed") if value["undisclosed"] else value["value"]
    st.markdown(f"**{escape(shown)}** {escape(firm)}")
    st.caption(escape(sources(value, text)))
    evidence.button(text.counted(value["counted"]), value["fact_ids"], key=key, view=view)


def _standing(found: pd.DataFrame, metric: Metric, model: str, values: pd.DataFrame, chosen: Sequence[str], text: Text) -> None:
    """Say how far a cell's values agree, and whether another model's are the same."""
    agreed = models.agreement(found)
    if agreed.values > 1:
        told = text.plural("{n} value", "{n} values", agreed.values)
        st.badge(told, color="orange" if agreed.contradict else "gray", icon=":material/call_split:")
    elif agreed.values and agreed.origins > 1:
        st.badge(text("{n} origins agree", n=text.number(agreed.origins)), color="green", icon=":material/done_all:")
    elif agreed.values:
        st.badge(text("one origin"), color="gray", icon=":material/person:")
    same = models.same_in(values, metric, model, chosen)
    if same:
        names = text(", ").join(text.name(other) for other in same)
        st.caption(escape(text("the same is printed of {names}", names=names)))


def _age(months: int | None, stale_months: int, text: Text) -> None:
    """Mark a cell whose newest value is old beside the newest article."""
    if months is not None and months >= stale_months:
        st.badge(text("stale: {n} mo.", n=months), color="violet", icon=":material/history:")
