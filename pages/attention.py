"""Who gets the attention: over time, with the events behind the peaks, and which outlets never name whom."""

from presslens.dashboard import panels, shell, spotlight
from presslens.dashboard.aggregates import attention
from presslens.dashboard.charts import attention as charts
from presslens.dashboard.charts import releases, silence

view = shell.page("attention")
text, dark = view.text, view.dark
kind, measure, step = spotlight.choose(view)

pairs = attention.named(view.mentions, view.facts, view.articles, kind)
asked = view.filters.models if kind == "model" else ()
found = attention.over_time(pairs, view.articles, attention.leading(pairs, attention.MOST_NAMES, asked), step)
events = spotlight.events(found, measure, step, view)
known = releases.known(view.release_dates)

panels.of_articles(
    charts.over_time(found, events, known, text, measure=measure, kind=kind, step=step, dark=dark),
    about=spotlight.about(measure, step, text),
    finding=charts.over_time_finding(found, events, text, kind=kind, step=step),
    caption=spotlight.caption(view),
    key="attention",
    view=view,
    of="facts",
)

cells = spotlight.silence(view, kind, asked)
once = spotlight.in_families(text)
panels.of_articles(
    silence.draw(cells, once, kind=kind, dark=dark),
    about=text("Who never names whom: share of each outlet's output in percent, families counted once"),
    finding=silence.finding(cells, once, kind=kind),
    caption=spotlight.grid_caption(text),
    key="silence",
    view=view,
    of="facts",
)
