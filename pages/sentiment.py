"""How hopeful or worried the press sounds: by outlet, over time, toward each model and company, and in which words."""

import streamlit as st

from presslens.dashboard import article, mood, panels, shell
from presslens.dashboard.aggregates import deciding, outlook, toward
from presslens.dashboard.charts import releases, sentiment

view = shell.page("sentiment")
text, dark = view.text, view.dark
quoted = shell.switch("quoted", text("Only what quoted speakers say"))
told = outlook.speaking(view.sentences, quoted=quoted)
articles = outlook.by_article(told)
outlets = outlook.by_outlet(articles)
st.caption(mood.counted(told, text))

few = shell.switch("few", text("Also outlets with fewer than three articles"))
panels.of_articles(
    sentiment.summary(sentiment.shown(outlets, few=few), text, dark=dark),
    about=text("Outlook by outlet"),
    finding=sentiment.summary_finding(outlets, text),
    caption=f"{mood.behind(articles, text)} {mood.scale(text)}",
    key="outlets",
    view=view,
)

months = outlook.by_month(articles)
panels.of_articles(
    sentiment.over_time(articles, months, text, known=releases.known(view.release_dates), dark=dark),
    about=text("Outlook over time"),
    finding=sentiment.over_time_finding(months, text),
    caption=f"{mood.behind(articles[articles['published'].notna()], text)} {mood.marks(text)}",
    key="over_time",
    view=view,
)

ranked = outlets[outlets["enough"]]["name"].tolist()
for kind, about in (("model", text("Outlook toward models")), ("company", text("Outlook toward companies"))):
    named = toward.named(view.mentions, kind, told)
    cells = toward.by_outlet(named, ranked)
    mood.grid(cells, named, about=about, caption=mood.grid_scale(text), key=f"toward_{kind}", view=view)

cues = deciding.cues(told)
panels.of_articles(
    sentiment.cues(cues, text, dark=dark),
    about=text("The words that decided"),
    finding=sentiment.cues_finding(cues, text),
    caption=f"{mood.behind(articles, text)} {text('How many hopeful and how many critical sentences each word stands in.')}",
    key="cues",
    view=view,
)
by_outlet = mood.cues_by_outlet(deciding.cues_by_outlet(told), text)
alt = text("The words that decided most sentences, by outlet")
panels.of_rows(by_outlet, key="cues_by_outlet", alt=alt, view=view)

st.header(text("The most hopeful and the most critical sentences"), anchor=False)
titles = article.titles(view.articles, text)
every = text("All articles shown")
chosen = shell.choose_one("article", text("Article"), list(titles), show=titles.__getitem__, placeholder=every)
mood.extremes(deciding.extremes(told if chosen is None else told[told["article_id"] == chosen]), view)
