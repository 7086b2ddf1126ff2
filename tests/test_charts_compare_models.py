"""The comparison of models: all values, by whom, when, how far they agree, and what nobody reports."""

import pandas as pd
import pytest

from presslens.dashboard.aggregates import clips, models, outlets
from presslens.dashboard.charts import compare_models, compare_over_time
from presslens.dashboard.text import Text
from tests.chart_frames import facts, ids, mentions, points

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
CLIP["steps"] = ("condition: stated maximum",)
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
    assert finding == "Longest stated maximum: Sora, 60 s; lengths are printed for 2 of 3 models"


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


def test_sources_say_on_whose_word_and_when():
    value = models.values(facts({**CLIP, "attributed_to": "IDC"}), facts(), ["Sora"], EN).iloc[0]
    assert compare_models.sources(value, EN) == "quoted · Daily · Mar 2024"


def test_a_dataset_without_the_usual_models_compares_its_own():
    assert models.default_choice(["Kling", "Hailuo"]) == ["Kling", "Hailuo"]


SHOWN = {**CLIP, "low": 120, "high": 120, "steps": ("condition: clip shown, at 1080p",)}
OUT = {
    **CLIP,
    "metric": "release_date",
    "kind": "date",
    "low": None,
    "high": None,
    "unit": "",
    "as_of": "2024-02-16",
    "steps": (),
}
WITHHELD = {**WORDS, "metric": "params", "value_text": "undisclosed"}
MADE = {**WORDS, "fact_id": "g1"}


def cell(*told, metric="max_duration", model="Sora", claimed=()):
    return models.cell(models.values(facts(*told), facts(*claimed), [model], EN), metric, model)


def test_a_clip_that_was_shown_is_held_against_no_maximum():
    found = cell(CLIP, SHOWN)
    assert set(found["condition"]) == {"stated maximum", "clip shown"}
    assert models.agreement(found) == models.Agreement(1, 1, contradict=False)
    assert compare_models.durations_finding(facts(CLIP, SHOWN), ["Sora"], EN).startswith("Longest stated maximum: Sora, 60 s")
    labels = [note.text for note in compare_models.durations(facts(CLIP, SHOWN), ["Sora"], EN).layout.annotations]
    assert labels == ["<b>Sora</b> · stated maximum", "<b>Sora</b> · a clip that was shown"]


def test_two_maxima_that_cannot_both_hold_contradict():
    assert models.agreement(cell(CLIP, {**CLIP, "low": 20, "high": 20})) == models.Agreement(2, 1, contradict=True)


def test_a_month_and_a_day_in_it_agree_and_another_month_does_not():
    month = {**OUT, "as_of": "2024-02", "origin": "article:a2"}
    assert models.agreement(cell(OUT, month, metric="release_date")) == models.Agreement(1, 2, contradict=False)
    assert models.agreement(cell(OUT, {**month, "as_of": "2024-12"}, metric="release_date")).contradict


def test_words_may_differ_without_contradiction():
    found = cell(claimed=(WORDS, {**WORDS, "value_text": "Tsinghua University"}), metric="developer")
    assert models.agreement(found) == models.Agreement(2, 1, contradict=False)


def test_what_is_said_to_be_undisclosed_is_told_apart_from_what_nobody_reports():
    found = cell(claimed=(WITHHELD,), metric="params")
    assert found["undisclosed"].tolist() == [True]
    assert models.agreement(found) == models.Agreement(0, 0)
    assert cell(CLIP, metric="params").empty


@pytest.mark.parametrize(
    ("who", "by"), [("OpenAI", "maker"), ("Sora", "maker"), ("技术报告", "paper"), ("IDC", "other"), ("", "press")]
)
def test_on_whose_word_a_value_stands(who, by):
    assert cell({**CLIP, "attributed_to": who}, claimed=(MADE,))["by"].tolist() == [(by,)]


def test_an_old_value_is_so_many_months_older_than_the_newest_article():
    found = cell({**CLIP, "published": "2024-03-20"})
    assert models.months_old(found, pd.Timestamp("2025-03-19")) == 11
    assert models.months_old(found, pd.Timestamp("2025-03-20")) == 12
    assert models.months_old(cell({**CLIP, "published": None}), pd.Timestamp("2025-03-20")) is None
    assert models.months_old(cell(), pd.Timestamp("2025-03-20")) is None


def test_two_models_with_the_same_row_are_named():
    found = models.values(facts(CLIP, {**CLIP, "subject": "Vidu"}, SHORT), facts(), ["Sora", "Vidu", "Pika"], EN)
    assert models.twins(found, ["Sora", "Vidu", "Pika"]) == [("Sora", "Vidu", 1)]
    assert models.same_in(found, "max_duration", "Sora", ["Sora", "Vidu", "Pika"]) == ["Vidu"]


def test_models_of_which_nothing_is_printed_are_no_twins():
    assert models.twins(models.values(facts(), facts(), ["Sora", "Vidu"], EN), ["Sora", "Vidu"]) == []


def test_lengths_over_time_carry_their_facts_and_the_releases():
    told = facts(CLIP, {**SHOWN, "published": "2024-05-01"}, OUT)
    assert ids(compare_over_time.lengths(told, ["Sora"], EN)) == {"f1", "f2", "f3"}
    assert compare_over_time.lengths_finding(told, ["Sora"], EN) == "2 lengths, printed 1 Mar 2024 to 1 May 2024"


def test_undated_lengths_have_no_place_in_time():
    assert not ids(compare_over_time.lengths(facts({**CLIP, "published": None}), ["Sora"], EN))


def test_every_release_date_has_its_row_and_contradictions_are_counted():
    told = facts(OUT, {**OUT, "as_of": "2024-12"}, {**OUT, "subject": "Vidu", "as_of": "2024"}, {**OUT, "as_of": "soon"})
    chart = compare_over_time.coming_out(told, ["Sora", "Vidu", "Pika"], EN)
    assert ids(chart) == {"f1", "f2", "f3"}
    assert chart.layout.annotations[2].text == "<b>Pika</b> · not reported"
    finding = compare_over_time.coming_out_finding(told, ["Sora", "Vidu", "Pika"], EN)
    assert finding == "Dates are printed for 2 of 3 models; those of 1 cannot all be right"


def test_no_release_date_is_one_sentence():
    assert compare_over_time.coming_out_finding(facts(CLIP), ["Sora"], EN).startswith("No outlet in this selection says when")


def test_each_outlet_has_its_values_or_only_names_the_model_or_never_does():
    told = facts(CLIP, {**CLIP, "low": 20, "high": 20})
    named = mentions({"outlet": "Weekly"}, {"outlet": "Daily", "entity": "Vidu"})
    said = outlets.by_model(told, facts(WORDS), named, ["Sora", "Vidu"], EN)
    assert said.drop(columns="fact_ids").values.tolist() == [["Daily", "OpenAI; 60 s; 20 s", "·"]]
    assert said["fact_ids"].tolist() == ["f1,f1,f2"]
    assert outlets.only_naming(named, said, ["Sora", "Vidu"]) == 1
    assert outlets.by_model(told, facts(WORDS), named, ["Sora", "Pika"], EN)["Pika"].tolist() == ["×"]


def test_conditions_are_read_from_the_steps():
    assert clips.condition_of(None) == ("unstated", ())
