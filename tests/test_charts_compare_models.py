"""The comparison of models: all values, by whom, and what nobody reports."""

from presslens.dashboard.aggregates import models
from presslens.dashboard.charts import compare_models
from presslens.dashboard.text import Text
from tests.chart_frames import facts, ids, points

EN = Text("en")
CLIP = {
    "metric": "max_duration",
    "kind": "duration",
    "subject": "Sora",
    "low": 60,
    "high": 60,
    "unit": "s",
    "amount_usd": None,
    "as_of": "",
}
SHORT = {**CLIP, "subject": "Pika", "low": 3, "high": 4, "bound": "range"}
WORDS = {**CLIP, "metric": "developer", "kind": "text", "low": None, "high": None, "unit": "", "value_text": "OpenAI"}


def test_every_point_carries_the_fact_behind_it():
    assert ids(compare_models.durations(facts(CLIP, SHORT), ["Sora", "Pika"], EN)) == {"f1", "f2"}


def test_a_model_without_a_length_still_has_its_row():
    chart = compare_models.durations(facts(CLIP), ["Sora", "Vidu"], EN)
    assert chart.layout.annotations[1].text == "<b>Vidu</b> · not reported"


def test_lengths_of_one_model_are_never_averaged():
    chart = compare_models.durations(facts(CLIP, {**CLIP, "low": 20, "high": 20}), ["Sora"], EN)
    assert {x for x, _, _ in points(chart)} == {20, 60}


def test_the_finding_counts_the_models_with_a_length():
    finding = compare_models.durations_finding(facts(CLIP, SHORT), ["Sora", "Pika", "Vidu"], EN)
    assert finding == "Longest clip: Sora, 60 s; lengths are printed for 2 of 3 models"


def test_no_lengths_are_one_sentence():
    assert compare_models.durations_finding(facts(), ["Sora"], EN).startswith("No outlet in this selection says how long")


def test_a_cell_lists_every_value_the_most_printed_first():
    told = facts(CLIP, {**CLIP, "low": 20, "high": 20}, {**CLIP, "article_id": "a2", "outlet": "Weekly"})
    cell = models.cell(models.values(told, facts(), ["Sora"], EN), "max_duration", "Sora")
    assert list(zip(cell["value"], cell["counted"], cell["fact_ids"], strict=True)) == [
        ("60 s", 2, "f1,f3"),
        ("20 s", 1, "f2"),
    ]


def test_a_rumour_and_a_fact_of_one_value_stay_apart():
    told = facts(CLIP, {**CLIP, "status": "rumour"})
    assert len(models.values(told, facts(), ["Sora"], EN)) == 2


def test_what_is_said_in_words_stands_beside_the_figures():
    found = models.values(facts(CLIP), facts(WORDS), ["Sora"], EN)
    assert set(found["metric"]) == {"max_duration", "developer"}


def test_a_property_nobody_prints_has_no_values():
    assert models.cell(models.values(facts(CLIP), facts(), ["Sora"], EN), "params", "Sora").empty


def test_nothing_at_all_has_no_values():
    assert models.values(facts(), facts(), ["Sora"], EN).empty


def test_an_undated_article_is_compared_like_any_other():
    assert models.values(facts({**CLIP, "published": None}), facts(), ["Sora"], EN)["counted"].tolist() == [1]


def test_sources_say_who_prints_and_who_is_quoted():
    value = models.values(facts({**CLIP, "attributed_to": "IDC"}), facts(), ["Sora"], EN).iloc[0]
    assert compare_models.sources(value, EN) == "Daily · Quoted: IDC"


def test_a_dataset_without_the_usual_models_compares_its_own():
    assert models.default_choice(["Kling", "Hailuo"]) == ["Kling", "Hailuo"]
