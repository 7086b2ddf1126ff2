"""Every article, and one at a time: what it is, how it sounds, which figures it prints."""

from functools import partial

from presslens.dashboard import article, beside, evidence, panels, rows, shell
from presslens.dashboard.charts.strip import strip

view = shell.page("articles")
text = view.text
titles = article.titles(view.articles, text)

chosen = shell.choose_one(
    "article", text("Article"), list(titles), show=titles.__getitem__, placeholder=text("Choose an article to read its figures")
)
if chosen is None:
    listed = rows.of_articles(view.articles, view.facts, text)
    alt = text("Articles, latest first")
    choose = partial(shell.choose_row, listed, key="articles", parameter="article", action=text("Open"), alt=alt)
    panels.of_drawing(listed.assign(article_ids=listed.index), choose, key="listed", alt=alt, view=view)
    shell.stop()

sentences = view.sentences[view.sentences["article_id"] == chosen]
facts = view.facts[view.facts["article_id"] == chosen]
article.describe(view.articles[view.articles["article_id"] == chosen].iloc[0].to_dict(), beside.notes(), text)

evidence.table(
    rows.of_facts(facts.sort_values("start"), text),
    key="article_facts",
    title=text("Figures"),
    alt=text("The figures of this article"),
    view=view,
)
evidence.chart(
    strip(sentences, facts, text, dark=view.dark),
    key="strip",
    finding=text("Sentence by sentence"),
    alt=text("How hopeful or worried each sentence sounds"),
    view=view,
)
