"""The terms the articles turn on, what sets the outlets apart, and how their use moves over time."""

import streamlit as st

from presslens.dashboard import panels, shell, vocabulary_cloud
from presslens.dashboard.aggregates import terms
from presslens.dashboard.charts import releases, words

view = shell.page("words")
text, dark = view.text, view.dark
vocabulary_cloud.draw(terms.top(view.keywords, 90), view, title=text("The terms the articles turn on"))

top = terms.top(view.keywords)
panels.of_articles(
    words.top(top, text, dark=dark),
    about=text("The most used terms"),
    finding=words.top_finding(top, text),
    caption=vocabulary_cloud.behind(view, text("Function words, bare numbers and dates are left out.")),
    key="top",
    view=view,
)

apart = terms.apart(view.keywords, view.articles)
if len(apart):
    st.header(text("What sets the outlets apart"), anchor=False)
    with st.grid(3, min_column_width=300):
        for place, outlet in enumerate(dict.fromkeys(apart["outlet"])):
            with st.container():
                own = apart[apart["outlet"] == outlet]
                panels.of_articles(
                    words.apart(own, text, dark=dark),
                    about=text("Used more than elsewhere"),
                    finding=words.apart_finding(own, text),
                    caption=text("The longer a bar, the surer."),
                    key=f"apart_{place}",
                    view=view,
                )

moved = terms.over_time(view.keywords, view.articles)
panels.of_articles(
    words.over_time(moved, text, known=releases.known(view.release_dates), dark=dark),
    about=text("Terms over time, per thousand characters"),
    finding=words.over_time_finding(moved, text),
    caption=vocabulary_cloud.behind(view, text("The six most used terms in the dated articles, month by month.")),
    key="moved",
    view=view,
)
