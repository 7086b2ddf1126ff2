"""The outlook summed up, and its charts."""

import pandas as pd
import pytest

from presslens.dashboard.aggregates import deciding, outlook
from presslens.dashboard.charts import sentiment
from presslens.dashboard.text import Text
from tests.chart_frames import articles, ids, points, sentences

EN = Text("en")


def scored(*scores, outlet="Daily", first=1, **more):
    """Make one-sentence articles of an outlet, each with its score."""
    return sentences(
        *(
            {"article_id": f"a{n}", "family": f"a{n}", "outlet": outlet, "sentiment": s, **more}
            for n, s in enumerate(scores, first)
        )
    )


def outlets(*frames):
    return outlook.by_outlet(outlook.by_article(outlook.speaking(pd.concat(frames))))


THREE = scored(0.9, 0.5, 0.1)


def test_an_article_is_the_mean_of_the_sentences_that_speak_for_it():
    told = outlook.speaking(sentences({"sentiment": 0.8}, {"sentiment": 0.2}, {"sentiment": -1.0, "in_mean": False}))
    assert outlook.by_article(told)["sentiment"].tolist() == [pytest.approx(0.5)]


def test_quoted_speakers_alone_can_be_heard():
    told = outlook.speaking(sentences({"sentiment": 0.8}, {"sentiment": -0.4, "quoted": True}), quoted=True)
    assert outlook.by_article(told)["sentiment"].tolist() == [-0.4]


def test_a_long_article_counts_no_more_than_a_short_one():
    found = outlets(THREE, sentences(*[{"article_id": "a1", "family": "a1", "sentiment": 0.9}] * 50)).iloc[0]
    assert (round(found["raw"], 6), found["articles"], found["enough"]) == (0.5, 3, True)


def test_near_copies_of_one_outlet_count_once():
    found = outlets(scored(0.9, 0.9, 0.1).assign(family=["a1", "a1", "a3"])).iloc[0]
    assert (found["raw"], found["articles"]) == (pytest.approx(0.5), 2)


def test_an_outlet_with_two_articles_is_marked_as_too_few_to_rank():
    found = outlets(THREE.iloc[:2]).iloc[0]
    assert (found["sentences"], found["enough"]) == (2, False)


def test_articles_that_name_no_outlet_are_not_ranked_as_one():
    assert outlets(scored(0.9, 0.5, 0.1, outlet=""))["enough"].tolist() == [False]


def test_outlets_that_may_be_ranked_come_first():
    assert outlets(THREE, scored(1.0, outlet="Weekly", first=9))["name"].tolist() == ["Daily", "Weekly"]


def test_the_fewer_articles_the_further_an_outlet_is_drawn_toward_the_mean_of_all():
    many, one = scored(*[0.7, 0.5] * 5), scored(0.6, outlet="Weekly", first=50)
    others = scored(*[-0.3, -0.1] * 5, outlet="Post", first=20)
    found = outlets(many, one, others).set_index("name")
    pull = (found["raw"] - found["mean"]).abs()
    assert found.loc["Weekly", "raw"] == pytest.approx(found.loc["Daily", "raw"])
    assert pull["Weekly"] > pull["Daily"] > 0


def test_outlets_that_differ_no_more_than_their_articles_do_are_not_told_apart():
    found = outlets(scored(0.5, -0.5, 0.4, -0.4), scored(0.5, -0.5, 0.4, -0.4, outlet="Weekly", first=10))
    assert found["mean"].tolist() == [pytest.approx(0.0), pytest.approx(0.0)]


@pytest.mark.parametrize("scores", [(0.3,), (-1.0, 1.0, 0.2), (0.0, 0.0, 0.0)])
def test_an_interval_holds_its_mean(scores):
    found = outlets(scored(*scores), scored(0.4, 0.1, 0.3, outlet="Weekly", first=9)).set_index("name").loc["Daily"]
    assert found["low"] <= found["mean"] <= found["high"]


def test_one_article_leaves_more_doubt_than_ten():
    found = outlets(
        scored(*[0.7, 0.5] * 5), scored(0.6, outlet="Weekly", first=50), scored(-0.2, -0.4, outlet="Post", first=60)
    )
    width = (found["high"] - found["low"]).set_axis(found["name"])
    assert width["Weekly"] > width["Daily"]


def test_the_same_articles_give_the_same_intervals():
    pd.testing.assert_frame_equal(outlets(THREE), outlets(THREE))


def test_sentences_that_are_no_more_than_a_guess_are_counted():
    told = outlook.speaking(sentences({"probability": 0.4}, {"probability": 0.9}))
    assert outlook.unclear_share(told) == 0.5
    assert outlook.by_article(told)["unclear"].tolist() == [0.5]


def test_every_mark_names_its_articles():
    assert ids(sentiment.summary(outlets(THREE), EN)) == {"a1", "a2", "a3"}


def test_an_unranked_outlet_is_an_open_mark():
    chart = sentiment.summary(outlets(THREE.iloc[:1]), EN)
    assert [trace.marker.symbol for trace in chart.data if trace.mode == "markers"] == [("circle-open",), "circle-open"]


def test_outlets_too_few_to_rank_are_shown_when_asked_for():
    found = outlets(THREE, scored(1.0, outlet="Weekly", first=9))
    assert sentiment.shown(found, few=False)["name"].tolist() == ["Daily"]
    assert sentiment.shown(found, few=True)["name"].tolist() == ["Daily", "Weekly"]


def test_outlets_too_few_to_rank_are_shown_when_there_are_no_others():
    assert len(sentiment.shown(outlets(THREE.iloc[:1]), few=False)) == 1


def test_the_finding_claims_nothing_an_interval_does_not_carry():
    assert sentiment.summary_finding(outlets(scored(0.9, -0.8, 0.1)), EN) == "No clear lean: every interval reaches across zero"


def test_the_finding_ranks_nobody_with_too_few_articles():
    assert sentiment.summary_finding(outlets(THREE.iloc[:2]), EN).startswith("None has the three articles")


def test_undated_articles_stay_off_the_time_axis():
    frame = articles({}, {"published": None})
    assert ids(sentiment.over_time(frame, outlook.by_month(frame), EN)) == {"a1"}


def test_a_trend_takes_two_months_with_three_articles_each():
    frame = articles(*[{}] * 3, *[{"published": pd.Timestamp("2024-05-02"), "sentiment": 0.5}] * 3)
    assert sentiment.over_time_finding(outlook.by_month(frame), EN) == "From +0.20 in Mar 2024 to +0.50 in May 2024"


def test_months_with_too_few_articles_make_no_trend():
    frame = articles({}, {"published": pd.Timestamp("2024-05-02")})
    assert sentiment.over_time_finding(outlook.by_month(frame), EN).startswith("Article by article")


def test_a_word_counts_once_in_a_sentence():
    assert deciding.cues(sentences({"cues": ("突破", "突破")}))["count"].tolist() == [1]


def test_words_of_neutral_sentences_decide_nothing():
    assert deciding.cues(sentences({"label": 0})).empty


def test_a_word_on_both_sides_is_counted_on_both():
    found = deciding.cues(sentences({}, {"label": -1}))
    assert sorted(zip(found["term"], found["label"], strict=True)) == [("突破", -1), ("突破", 1)]


def test_deciding_words_are_kept_apart_by_outlet():
    found = deciding.cues_by_outlet(sentences({}, {"outlet": "Weekly", "label": -1, "cues": ("泡沫",)}))
    assert found.to_dict("records") == [
        {"outlet": "Daily", "hopeful": (("突破", 1),), "critical": ()},
        {"outlet": "Weekly", "hopeful": (), "critical": (("泡沫", 1),)},
    ]


def test_the_strongest_sentences_come_first_on_each_side():
    told = sentences({"sentiment": 0.2}, {"sentiment": 0.9}, {"sentiment": -0.3, "label": -1}, {"sentiment": -0.8, "label": -1})
    assert deciding.extremes(told)["sentence_no"].tolist() == [2, 1, 4, 3]


def test_a_title_with_markup_is_shown_as_text():
    frame = articles({"title": "<b>x</b>"})
    assert "&lt;b&gt;x" in sentiment.over_time(frame, outlook.by_month(frame), EN).data[0].hovertext[0]


def test_empty_frames_make_charts_without_points():
    charts = [
        sentiment.summary(outlets(sentences()), EN),
        sentiment.over_time(articles(), outlook.by_month(articles()), EN),
        sentiment.cues(deciding.cues(sentences()), EN),
    ]
    assert not any(list(points(chart)) for chart in charts)


def test_one_article_alone_is_drawn():
    assert len(list(points(sentiment.over_time(articles({}), outlook.by_month(articles({})), EN)))) == 1
