"""Attention: shares and counts in the reader's unit, peaks with their event, and silence told from chance."""

from __future__ import annotations

import pandas as pd

from presslens.dashboard import counting, events
from presslens.dashboard.aggregates import attention, periods
from presslens.dashboard.charts import attention as charts
from presslens.dashboard.charts import releases, silence
from presslens.dashboard.text import Text
from tests.chart_frames import articles, facts, ids, keywords, mentions

EN = Text("en")
OUT = {"metric": "release_date", "kind": "date", "subject": "Sora", "as_of": "2024-03-02"}


def told(count, *, outlet="Daily", month="2024-03", title="Sora and Vidu"):
    return [{"outlet": outlet, "published": pd.Timestamp(f"{month}-05"), "title": title, "family": "f"} for _ in range(count)]


def frame(*parts):
    rows = [row for part in parts for row in part]
    made = articles(*rows)
    return made.assign(family=made["article_id"])


def naming(*article_ids, entity="Sora"):
    return mentions(*({"article_id": one, "entity": entity} for one in article_ids))


PAPERS = frame(told(4), told(2, month="2024-05"))
PAIRS = attention.named(naming("a1", "a2", "a3", "a5"), facts(), PAPERS, "model")


def test_a_name_counts_once_an_article_and_as_a_share_of_all_that_was_published():
    found = attention.over_time(PAIRS, PAPERS, ["Sora"], "month")
    assert found[["counted", "of", "share"]].values.tolist() == [[3, 4, 0.75], [1, 2, 0.5]]
    assert found["article_ids"].tolist() == ["a1,a2,a3", "a5"]


def test_attention_follows_the_unit():
    copies = PAPERS.assign(family=["a1", "a1", "a1", "a4", "a5", "a6"])
    keyed = counting.keyed(copies, "families")
    pairs = attention.named(naming("a1", "a2", "a3", "a5"), facts(), keyed, "model")
    assert attention.over_time(pairs, keyed, ["Sora"], "month")[["counted", "of"]].values.tolist() == [[1, 2], [1, 2]]


def test_days_and_weeks_are_steps_too():
    assert attention.over_time(PAIRS, PAPERS, ["Sora"], "week")["start"].iloc[0] == pd.Timestamp("2024-03-04")
    assert periods.usual_step(PAPERS["published"]) == "week"
    assert periods.usual_step(PAPERS["published"].head(3)) == "day"


def test_undated_articles_and_no_articles_have_no_time():
    assert attention.over_time(PAIRS, PAPERS.assign(published=pd.NaT), ["Sora"], "month").empty
    assert attention.over_time(PAIRS, PAPERS.head(0), ["Sora"], "month").empty
    assert charts.over_time_finding(
        attention.over_time(PAIRS, PAPERS.head(0), [], "month"), {}, EN, kind="model", step="month"
    ).startswith("Nobody")


def test_topics_are_those_of_the_figures():
    pairs = attention.named(naming(), facts({"article_id": "a2", "metric": "valuation"}, {"metric": "other"}), PAPERS, "topic")
    assert pairs[["article_id", "name"]].values.tolist() == [["a2", "funding"]]


def peak():
    found = attention.over_time(PAIRS, PAPERS, ["Sora"], "month")
    return attention.peaks(found, "share").iloc[0].to_dict()


def event(releases_told=(), titles=(), terms=()):
    own = PAPERS.assign(title=[*titles, *[""] * (len(PAPERS) - len(titles))])
    return events.of(peak(), pd.Timestamp("2024-04-01"), own, facts(*releases_told), keywords(*terms))


def test_a_peak_is_named_by_the_release_that_its_articles_tell():
    found = event([{**OUT, "article_id": "a1"}, {**OUT, "article_id": "a2"}], ["Kling", "Kling"])
    assert events.in_words(found, EN) == "Sora comes out, 2 Mar 2024"


def test_a_release_of_another_time_or_of_one_article_names_no_peak():
    old = [{**OUT, "article_id": one, "as_of": "2023-01-05"} for one in ("a1", "a2")]
    assert event([*old, {**OUT, "article_id": "a1"}], ["輝達", "辉达大会", "x"]).kind == "titles"


def test_a_peak_is_named_by_the_name_in_most_titles_in_either_script():
    assert events.in_words(event(titles=["輝達大會", "英伟达新品", "Sora"]), EN) == "NVIDIA in 2 of 3 titles"


def test_else_by_a_term_else_by_one_title():
    terms = [("a1", "短片", 3), ("a2", "大会", 1)]
    assert events.in_words(event(titles=["短片大赛", "最好的短片", "看短片"], terms=terms), EN) == "短片 in 3 of 3 titles"
    assert event(titles=["短片大赛", "最好的短片", "y"], terms=terms).kind == "title"
    assert events.in_words(event(titles=["a very long title that goes on"]), EN) == "“a very long title…”"
    assert event() is None


def test_every_bar_leads_to_articles_and_every_line_to_its_facts():
    found = attention.over_time(PAIRS, PAPERS, ["Sora"], "month")
    known = releases.known(facts(OUT))
    worded = {("Sora", pd.Timestamp("2024-03-01")): "an event <b>"}
    chart = charts.over_time(found, worded, known, EN, measure="share", kind="model", step="month")
    assert ids(chart) == {"article:a1", "article:a2", "article:a3", "article:a5", "f1"}
    assert any("▾an event &lt;b&gt;" in str(trace.text) for trace in chart.data)


def silent(*, small=1):
    large = frame(told(12), told(9, outlet="Weekly"), told(small, outlet="Tiny"), told(small, outlet="Small"))
    daily = large[large["outlet"] == "Daily"]["article_id"]
    return attention.by_outlet(attention.named(naming(*daily), facts(), large, "model"), large, ["Sora"]).set_index("outlet")


def test_silence_is_telling_only_where_chance_does_not_explain_it():
    cells = silent()
    assert cells.loc["Daily", ["counted", "of"]].tolist() == [12, 12]
    assert bool(cells.loc["Weekly", "telling"])
    assert not bool(cells.loc[attention.POOLED, "telling"])


def test_outlets_of_one_article_are_one_row():
    assert silent().loc[attention.POOLED, ["of", "outlets"]].tolist() == [2, 2]


def test_the_grid_marks_absence_and_says_who_is_silent():
    cells = silent().reset_index()
    chart = silence.draw(cells, EN, kind="model")
    assert list(chart.data[1].text) == ["100", silence.NEVER, silence.NEVER_BY_CHANCE]
    assert silence.finding(cells, EN, kind="model") == "One telling silence: Weekly (9) never names Sora"


def test_nobody_named_is_one_sentence():
    assert silence.finding(attention.by_outlet(PAIRS.head(0), PAPERS, []), EN, kind="model").startswith("Nobody is named")


def test_release_lines_lead_to_articles_where_the_marks_do():
    known = releases.known(facts(OUT))
    line = releases.lines(known, [pd.Timestamp("2024-03-01")], EN, base=0, top=1, colours=charts.style.LIGHT, of="articles")
    assert line[0].customdata == ("a1", "a1")
    assert releases.within(known, [pd.Timestamp("2022-01-01")]) == []
