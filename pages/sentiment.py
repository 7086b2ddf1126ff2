"""How hopeful or worried the press sounds: by outlet, toward each model and company, over time, and in which words."""

import streamlit as st

from presslens.dashboard import mood, panels, shell
from presslens.dashboard.aggregates import outlook
from presslens.dashboard.charts import sentiment

view = shell.page("sentiment")
text, dark = view.text, view.dark
scale = text("Scores run from −1 (every sentence critical) to +1 (every sentence hopeful); lines are 95% intervals.")
few = text("Under three articles, an outlet's interval is taken over its sentences and it is not ranked.")

outlets = outlook.by_outlet(view.sentences)
panels.of_articles(
    sentiment.summary(outlets, text, outlets=True, dark=dark),
    about=text("Outlook by outlet"),
    finding=sentiment.summary_finding(outlets, text, outlets=True),
    caption=f"{scale} {few}",
    key="outlets",
    view=view,
)
for kind, about in (("model", text("Outlook toward models")), ("company", text("Outlook toward companies"))):
    found = outlook.toward(view.mentions, kind)
    panels.of_articles(
        sentiment.summary(found, text, outlets=False, dark=dark),
        about=about,
        finding=sentiment.summary_finding(found, text, outlets=False),
        caption=text(
            "Means over the sentences that name them, with 95% intervals; names in fewer than three sentences are left out."
        ),
        key=f"toward_{kind}",
        view=view,
    )

months = outlook.by_month(view.articles)
panels.of_articles(
    sentiment.over_time(view.articles, months, text, dark=dark),
    about=text("Outlook over time"),
    finding=sentiment.over_time_finding(months, text),
    caption=text("One mark per dated article, with its 95% interval."),
    key="over_time",
    view=view,
)

cues = outlook.cues(view.sentences)
panels.of_articles(
    sentiment.cues(cues, text, dark=dark),
    about=text("The words that decided"),
    finding=sentiment.cues_finding(cues, text),
    caption=text("How many hopeful and how many critical sentences each word stands in."),
    key="cues",
    view=view,
)
st.dataframe(
    mood.cues_by_outlet(outlook.cues_by_outlet(view.sentences), text),
    hide_index=True,
    alt=text("The words that decided most sentences, by outlet"),
)

st.header(text("The most hopeful and the most critical sentences"), anchor=False)
mood.sentences(outlook.extremes(view.sentences), view)
