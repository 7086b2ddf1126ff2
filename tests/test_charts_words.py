"""Terms counted, compared and drawn."""

from datetime import date

import pandas as pd
import pytest

from presslens.dashboard.aggregates import terms
from presslens.dashboard.charts import cloud, words
from presslens.dashboard.text import Text
from tests.chart_frames import articles, ids, keywords, points

EN = Text("en")
TWO = articles({}, {"outlet": "Weekly", "published": date(2024, 5, 2)})
USED = keywords(("a1", "算力", 9), ("a1", "模型", 5), ("a2", "模型", 5), ("a2", "电影", 9))


def test_the_most_used_term_comes_first_with_all_its_articles():
    first = terms.top(USED).iloc[0]
    assert (first["term"], first["count"], first["article_ids"]) == ("模型", 10, "a1,a2")


def test_a_term_both_outlets_use_alike_sets_neither_apart():
    found = terms.apart(USED, TWO)
    assert list(zip(found["outlet"], found["term"], strict=True)) == [("Daily", "算力"), ("Weekly", "电影")]


def test_one_outlet_alone_cannot_be_set_apart():
    assert terms.apart(USED, articles({}, {})).empty


def test_log_odds_of_equal_use_are_zero():
    scores = terms.log_odds(pd.DataFrame({"a": [5.0, 5.0], "b": [5.0, 5.0]}))
    assert scores.abs().max().max() == pytest.approx(0)


def test_use_over_time_is_counted_per_thousand_characters():
    found = terms.over_time(USED, TWO)
    assert found[found["term"] == "电影"]["per_thousand"].tolist() == [9.0]


def test_a_month_without_a_term_is_drawn_as_none():
    chart = words.over_time(terms.over_time(USED, TWO), EN)
    line = next(trace for trace in chart.data if trace.name == "电影")
    assert list(line.y) == [0.0, 9.0]


def test_months_are_written_with_digits():
    assert words.over_time(terms.over_time(USED, TWO), EN).layout.xaxis.tickformat == "%b\n%Y"


def test_the_finding_names_the_terms_that_moved_most():
    finding = words.over_time_finding(terms.over_time(USED, TWO), EN)
    assert finding == "From Mar 2024 to May 2024: 电影 gains most, 算力 loses most"


def test_one_month_is_nothing_to_compare():
    assert words.over_time_finding(terms.over_time(USED, articles({}, {})), EN).startswith(
        "The dated articles are all of one month"
    )


def test_every_bar_names_its_articles():
    assert ids(words.top(terms.top(USED), EN)) == {"a1", "a2"}


def test_empty_frames_make_charts_without_points():
    none = keywords()
    charts = [words.top(terms.top(none), EN), words.over_time(terms.over_time(none, TWO), EN)]
    assert not any(list(points(chart)) for chart in charts)


def test_no_terms_are_one_sentence():
    assert words.top_finding(terms.top(keywords()), EN) == "No term stands out in this selection."


def test_the_cloud_brings_its_font_along():
    assert "@font-face" in cloud.svg({"算力": 9, "Sora": 5})


def test_the_cloud_is_the_same_for_the_same_terms():
    assert cloud.svg({"算力": 9, "模型": 5}) == cloud.svg({"算力": 9, "模型": 5})


def test_a_word_the_font_has_no_letters_for_is_named_and_left_out():
    assert cloud.drawable({"算力": 9, "\ue000x": 5}) == ({"算力": 9}, ["\ue000x"])


def test_a_word_with_markup_is_escaped_in_the_cloud():
    assert "<script" not in cloud.svg({"<script>": 9})


def test_a_cloud_of_nothing_is_empty():
    assert cloud.svg({}) == ""
