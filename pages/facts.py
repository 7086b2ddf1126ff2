"""Every figure that was read, to search, sort and take away."""

import streamlit as st

from presslens.dashboard import evidence, export, rows, shell

view = shell.page("facts")
text = view.text

asked, wanted = st.columns([3, 1], vertical_alignment="bottom")
with asked:
    words = shell.search(text("Search"), text("Subject, measure, figure, outlet or title"))
with wanted:
    with_other = shell.switch("other", text("Other figures too"))

facts = view.facts if with_other else view.facts[view.facts["metric"] != "other"]
found = rows.matching(rows.of_facts(facts, text), facts, words)

if found.empty:
    st.info(text("No figure here holds these words. Search for fewer of them, or take a filter away."))
    st.stop()
st.caption(text.plural("{n} figure", "{n} figures", len(found)))
evidence.table(found, key="facts", alt=text("Figures with their evidence, one per row"), view=view, height=560, to_review=True)
st.download_button(
    text("Download as CSV"),
    lambda: export.csv(found.drop(columns=rows.FACT_IDS)),
    "presslens-facts.csv",
    "text/csv",
    icon=":material/download:",
    on_click="ignore",
)
