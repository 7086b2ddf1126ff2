"""What is covered, what stands out, and how coverage grew."""

import streamlit as st

from presslens.dashboard import article, cards, evidence, rows, shell
from presslens.dashboard.charts.coverage import coverage

view = shell.page("overview")
text, articles, facts = view.text, view.articles, view.facts

with st.grid(4, min_column_width=150):
    st.metric(text("Articles"), text.number(len(articles)), border=True)
    st.metric(text("Outlets"), text.number(articles["outlet"].nunique()), border=True)
    st.metric(text("Figures"), text.number(len(facts)), border=True)
    st.metric(
        text("Independent origins"),
        text.number(facts["origin"].nunique()),
        border=True,
        help=text("Ten articles that repeat one source are one origin; so are copies of one article."),
    )
st.caption(article.span(articles, text))

biggest = cards.biggest(facts)
if len(biggest):
    st.header(text("The biggest sums"), anchor=False)
    cards.draw(biggest, view)

st.header(text("Latest figures"), anchor=False)
evidence.table(
    rows.of_facts(rows.latest(facts), text),
    key="latest",
    alt=text("The figures printed last, each with its evidence"),
    view=view,
)
shell.link("facts", text("All figures"))

# Drawn last: what stands above is on screen while the browser still fetches the chart library.
st.header(text("Coverage over time"), anchor=False)
evidence.chart(
    coverage(articles, facts[facts["metric"] == "release_date"], text, dark=view.dark),
    key="coverage",
    alt=text("Articles over time, with the days on which models were released"),
    view=view,
)
