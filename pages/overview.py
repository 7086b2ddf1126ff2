"""What this is, what it covers, what stands out, and how coverage grew."""

from presslens.dashboard import cards, cover, panels, shell
from presslens.dashboard.charts import coverage

view = shell.page("overview")
text, articles, facts = view.text, view.articles, view.facts

cover.introduce(view)
cover.count(view)
# The browser draws them while it fetches the chart library, the largest part of all.
shell.after_chart(cards.draw, view)
shell.after_chart(cards.latest, view)

panels.of_articles(
    coverage.coverage(articles, facts[facts["metric"] == "release_date"], text, dark=view.dark),
    about=text("Articles over time, with the days on which models were released"),
    finding=coverage.finding(articles, text),
    caption=coverage.caption(articles, text),
    key="coverage",
    view=view,
    of="facts",
)
