"""Every figure that was read, to search, sort, review and take away."""

import streamlit as st

from presslens.dashboard import evidence, finding, rows, shell
from presslens.dashboard.aggregates import flags

view = shell.page("facts")
text = view.text

with_other = False if view.words else shell.switch("other", text("Other figures too"))
figures = finding.figures(view, with_other=with_other)
if figures.empty and finding.articles(view).empty:
    st.info(finding.nothing(text))
    shell.stop()

found = rows.of_facts(flags.checked(figures, view.checks), text)
st.caption(text.plural("{n} figure", "{n} figures", len(found)))
evidence.table(found, key="facts", alt=text("Figures with their evidence, one per row"), view=view, height=560, to_review=True)
finding.list_articles(view)
