"""The outlook summed up, and its charts."""

import pandas as pd
import pytest

from presslens.dashboard.aggregates import outlook
from presslens.dashboard.charts import sentiment
from presslens.dashboard.text import Text
from tests.chart_frames import articles, ids, mentions, points, sentences

EN = Text("en")
THREE = sentences(*({"article_id": f"a{number}", "sentiment": score} for number, score in enumerate((0.9, 0.5, 0.1), 1)))


def test_an_outlet_with_three_articles_is_the_mean_over_articles():
    long = pd.concat([THREE, sentences(*[{"article_id": "a1", "sentiment": 0.9}] * 50)])
    found = outlook.by_outlet(long).iloc[0]
    assert (round(found["mean"], 6), found["articles"], found["enough"]) == (0.5, 3, True)


def test_an_outlet_with_two_articles_is_marked_as_too_few_to_rank():
    found = outlook.by_outlet(THREE.iloc[:2]).iloc[0]
    assert (found["sentences"], found["enough"]) == (2, False)


def test_outlets_that_may_be_ranked_come_first():
    other = sentences({"outlet": "Weekly", "article_id": "a9", "sentiment": 1.0})
    assert outlook.by_outlet(pd.concat([THREE, other]))["name"].tolist() == ["Daily", "Weekly"]


def test_the_same_scores_give_the_same_interval():
    assert outlook.interval([0.1, 0.4, -0.2]) == outlook.interval([0.1, 0.4, -0.2])


@pytest.mark.parametrize("scores", [[0.3], [-1.0, 1.0], [0.0] * 40])
def test_an_interval_holds_its_mean(scores):
    mean, low, high = outlook.interval(scores)
    assert low <= mean <= high


def test_a_name_in_two_sentences_is_left_out():
    assert outlook.toward(mentions({}, {}), "model").empty


def test_a_name_twice_in_a_sentence_counts_once():
    found = outlook.toward(mentions({}, {}, {}, {"sentence_no": 1, "start": 9}), "model")
    assert found["sentences"].tolist() == [3]


def test_companies_do_not_count_among_models():
    assert outlook.toward(mentions(*[{"entity_kind": "company"}] * 3), "model").empty


def test_every_mark_names_its_articles():
    chart = sentiment.summary(outlook.by_outlet(THREE), EN, outlets=True)
    assert ids(chart) == {"a1", "a2", "a3"}


def test_an_unranked_outlet_is_an_open_mark():
    chart = sentiment.summary(outlook.by_outlet(THREE.iloc[:1]), EN, outlets=True)
    assert [trace.marker.symbol for trace in chart.data if trace.mode == "markers"] == [("circle-open",), "circle-open"]


def test_the_finding_claims_nothing_an_interval_does_not_carry():
    mixed = sentences(*({"article_id": f"a{number}", "sentiment": score} for number, score in enumerate((0.9, -0.8, 0.1), 1)))
    finding = sentiment.summary_finding(outlook.by_outlet(mixed), EN, outlets=True)
    assert finding == "No clear lean: every interval reaches across zero"


def test_the_finding_ranks_nobody_with_too_few_articles():
    finding = sentiment.summary_finding(outlook.by_outlet(THREE.iloc[:2]), EN, outlets=True)
    assert finding.startswith("None has the three articles")


def test_undated_articles_stay_off_the_time_axis():
    frame = articles({}, {"published": None})
    assert ids(sentiment.over_time(frame, outlook.by_month(frame), EN)) == {"a1"}


def test_a_trend_takes_two_months_with_three_articles_each():
    frame = articles(*[{}] * 3, *[{"published": pd.Timestamp("2024-05-02"), "sentiment": 0.5}] * 3)
    assert sentiment.over_time_finding(outlook.by_month(frame), EN) == "From +0.20 in 2024-03 to +0.50 in 2024-05"


def test_months_with_too_few_articles_make_no_trend():
    frame = articles({}, {"published": pd.Timestamp("2024-05-02")})
    assert sentiment.over_time_finding(outlook.by_month(frame), EN).startswith("Article by article")


def test_a_word_counts_once_in_a_sentence():
    assert outlook.cues(sentences({"cues": ("突破", "突破")}))["count"].tolist() == [1]


def test_words_of_neutral_sentences_decide_nothing():
    assert outlook.cues(sentences({"label": 0})).empty


def test_a_word_on_both_sides_is_counted_on_both():
    found = outlook.cues(sentences({}, {"label": -1}))
    assert sorted(zip(found["term"], found["label"], strict=True)) == [("突破", -1), ("突破", 1)]


def test_deciding_words_are_kept_apart_by_outlet():
    found = outlook.cues_by_outlet(sentences({}, {"outlet": "Weekly", "label": -1, "cues": ("泡沫",)}))
    assert found.to_dict("records") == [
        {"outlet": "Daily", "hopeful": (("突破", 1),), "critical": ()},
        {"outlet": "Weekly", "hopeful": (), "critical": (("泡沫", 1),)},
    ]


def test_the_strongest_sentences_come_first_on_each_side():
    told = sentences({"sentiment": 0.2}, {"sentiment": 0.9}, {"sentiment": -0.3, "label": -1}, {"sentiment": -0.8, "label": -1})
    assert outlook.extremes(told)["sentence_no"].tolist() == [2, 1, 4, 3]


def test_a_title_with_markup_is_shown_as_text():
    frame = articles({"title": "<b>x</b>"})
    assert "&lt;b&gt;x" in sentiment.over_time(frame, outlook.by_month(frame), EN).data[0].hovertext[0]


def test_empty_frames_make_charts_without_points():
    charts = [
        sentiment.summary(outlook.by_outlet(sentences()), EN, outlets=True),
        sentiment.summary(outlook.toward(mentions(), "model"), EN, outlets=False),
        sentiment.over_time(articles(), outlook.by_month(articles()), EN),
        sentiment.cues(outlook.cues(sentences()), EN),
    ]
    assert not any(list(points(chart)) for chart in charts)


def test_one_article_alone_is_drawn():
    assert len(list(points(sentiment.over_time(articles({}), outlook.by_month(articles({})), EN)))) == 1
