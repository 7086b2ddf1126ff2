"""What is printed of each video model, side by side: every value, how many print it, and who."""

from functools import partial

import streamlit as st

from presslens.dashboard import comparison, panels, shell
from presslens.dashboard.aggregates import models
from presslens.dashboard.charts import compare_models

view = shell.page("compare_models")
text = view.text
known = [choice.value for choice in view.source.models]

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
    st.stop()

values = models.values(view.facts, view.claims, chosen, text)
panels.of_drawing(
    comparison.cells(values, text),
    partial(comparison.draw, values, chosen, view),
    key="comparison",
    alt=text("What is printed of each model, with who prints it"),
    view=view,
)

durations = view.facts[(view.facts["metric"] == "max_duration") & view.facts["subject"].isin(chosen)]
panels.of_facts(
    compare_models.durations(view.facts, chosen, text, dark=view.dark),
    about=text("Longest clip, in seconds: every length printed"),
    finding=compare_models.durations_finding(view.facts, chosen, text),
    facts=durations,
    key="durations",
    view=view,
)
