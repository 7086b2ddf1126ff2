"""Charts of money and machines."""

import pytest

from presslens.dashboard.charts import amounts, chips_and_funding, style
from presslens.dashboard.text import Text
from tests.chart_frames import dollars, facts, ids, points

EN = Text("en")
TARGET = dollars(7e12, metric="funding_target", subject="OpenAI", status="rumour")
ROUND = {
    "metric": "funding_round",
    "subject": "Maker",
    "low": 2e8,
    "high": 9e8,
    "unit": "CNY",
    "amount_usd": 2.8e7,
    "bound": "vague",
}
CAP = dollars(1.8e12, metric="market_cap", subject="NVIDIA")
GPUS = {
    "metric": "compute_gpus",
    "kind": "count",
    "low": 1e4,
    "high": None,
    "unit": "A100",
    "amount_usd": None,
    "bound": "at_least",
}


def test_every_point_carries_the_fact_behind_it():
    assert ids(chips_and_funding.money(facts(TARGET, ROUND, CAP), EN)) == {"f1", "f2", "f3"}


def test_a_range_has_a_mark_at_each_printed_end():
    trace = next(trace for trace in chips_and_funding.money(facts(ROUND), EN).data if trace.mode == "markers")
    assert [round(place / 1.4e5) for place in trace.x] == [200, 900]


def test_money_stands_on_a_logarithmic_axis():
    assert chips_and_funding.money(facts(TARGET, ROUND), EN).layout.xaxis.type == "log"


def test_each_status_has_a_shape_of_its_own():
    assert len(set(style.SYMBOL_OF_STATUS.values())) == len(style.SYMBOL_OF_STATUS)


def test_a_metric_keeps_its_colour_whatever_stands_beside_it():
    alone, both = chips_and_funding.money(facts(CAP), EN), chips_and_funding.money(facts(CAP, TARGET), EN)
    assert _colour(alone, "f1") == _colour(both, "f1")


def test_the_finding_names_the_largest_sum_and_how_firm_it_is():
    finding = chips_and_funding.money_finding(facts(TARGET, CAP), EN)
    assert finding == "The largest sum: OpenAI, Worldwide, $7 tn, funding sought, rumour"


def test_a_converted_sum_shows_the_printed_one_beside_it():
    labels = [label for trace in chips_and_funding.money(facts(ROUND), EN).data if trace.text for label in trace.text]
    assert any("CN¥200–900 m" in label and "$" in label for label in labels)


def test_a_sum_without_a_rate_is_left_to_the_table():
    assert not list(points(chips_and_funding.money(facts({**CAP, "unit": "XXX", "amount_usd": None}), EN)))


def test_more_than_is_shown_as_an_arrow():
    arrows = [
        trace
        for trace in chips_and_funding.compute(facts(GPUS), "compute_gpus", EN).data
        if trace.text and "▸" in trace.text[0]
    ]
    assert [arrow.customdata for arrow in arrows] == [("f1",)]


def test_gpus_and_tokens_are_not_mixed():
    assert chips_and_funding.compute_of(facts(GPUS), "compute_tokens").empty


@pytest.mark.parametrize("metric", ["compute_gpus", "compute_tokens"])
def test_no_compute_is_one_sentence(metric):
    assert chips_and_funding.compute_finding(facts(), metric, EN).startswith("No outlet in this selection says how many")


def test_no_money_is_one_sentence_and_no_points():
    assert chips_and_funding.money_finding(facts(), EN) == "No outlet in this selection reports funding, a valuation or a deal."
    assert not list(points(chips_and_funding.money(facts(), EN)))


def test_subjects_beyond_the_chart_are_counted():
    many = facts(*(dollars(1e9 + number, metric="valuation", subject=f"Maker {number}") for number in range(16)))
    assert amounts.left_out(many, EN) == "2 smaller subjects are in the table only."


def test_values_twenty_decades_apart_keep_at_most_five_ticks():
    chart = chips_and_funding.money(facts(dollars(1.0, metric="valuation"), dollars(1e20, metric="valuation")), EN)
    assert len(chart.layout.xaxis.tickvals) <= 5


def test_marks_that_would_collide_get_lanes_of_their_own():
    chart = chips_and_funding.money(facts(CAP, {**CAP, **dollars(1.78e12)}), EN)
    assert len({y for _, y, _ in points(chart)}) == 2


def test_values_that_a_row_has_no_room_for_are_counted():
    many = facts(*(dollars(number * 1e9, metric="valuation") for number in range(1, 21)))
    assert chips_and_funding.money(many, EN).layout.annotations[0].text.endswith("12 more values")


def _colour(chart, fact_id):
    trace = next(trace for trace in chart.data if trace.mode == "markers" and trace.customdata and fact_id in trace.customdata)
    return trace.marker.color[list(trace.customdata).index(fact_id)]
