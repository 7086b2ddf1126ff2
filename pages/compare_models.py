"""What is printed of each video model, side by side: every value, on whose word, when, and how far it is agreed."""

from functools import partial

import streamlit as st

from presslens.dashboard import comparison, evidence, panels, rows, shell
from presslens.dashboard.aggregates import clips, models, outlets
from presslens.dashboard.charts import compare_models, compare_over_time

view = shell.page("compare_models")
text, dark = view.text, view.dark
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

stale = shell.pick(
    "stale",
    text("Mark as stale after"),
    ["3", "6", "12", "24"],
    show=lambda months: text("{n} months", n=months),
    default="6",
    help=text("A cell is stale when its newest value was printed so many months before the newest article shown."),
)
values = models.values(view.facts, view.claims, chosen, text)
panels.of_drawing(
    comparison.cells(values, text),
    partial(comparison.draw, values, chosen, view, stale_months=int(stale)),
    key="comparison",
    alt=text("What is printed of each model, with who prints it"),
    view=view,
)

lengths = clips.lengths(view.facts, chosen)
dates = view.facts[(view.facts["metric"] == "release_date") & view.facts["subject"].isin(chosen)]
panels.of_facts(
    compare_models.durations(view.facts, chosen, text, dark=dark),
    about=text("Length of a clip, in seconds: stated maxima and clips shown apart"),
    finding=compare_models.durations_finding(view.facts, chosen, text),
    facts=lengths,
    key="durations",
    view=view,
)
panels.of_facts(
    compare_over_time.lengths(view.facts, chosen, text, dark=dark),
    about=text("Clip lengths by the day they were printed, in seconds"),
    finding=compare_over_time.lengths_finding(view.facts, chosen, text),
    facts=lengths[lengths["published"].notna()],
    key="lengths",
    view=view,
)
panels.of_facts(
    compare_over_time.coming_out(view.facts, chosen, text, dark=dark),
    about=text("When each model is said to have come out"),
    finding=compare_over_time.coming_out_finding(view.facts, chosen, text),
    facts=dates,
    key="coming_out",
    view=view,
)

said = outlets.by_model(view.facts, view.claims, view.mentions, chosen, text)
if len(said):
    evidence.table(
        rows.by_outlet(said, text),
        key="outlets_say",
        title=text("What each outlet prints of each model"),
        alt=text("Values printed of each model, one row per outlet"),
        view=view,
    )
    st.caption(comparison.outlets_caption(outlets.only_naming(view.mentions, said, chosen), text))
