"""Charts of the market: every mark is somebody's claim."""

import pytest

from presslens.dashboard.aggregates import market
from presslens.dashboard.charts import labels, market_shares, market_size, releases
from presslens.dashboard.text import Text
from tests.chart_frames import checks, dollars, facts, ids, points

EN, ZH = Text("en"), Text("zh")
ENDS = facts(dollars(10e9, as_of="2022"), dollars(100e9, as_of="2032", status="forecast"))
GROWTH = checks({"fact_ids": ["f1", "f2"], "value": 25.9, "steps": ("(100/10)^(1/10)-1",)})
NONE = checks()


def test_every_point_carries_the_fact_behind_it():
    assert ids(market_size.sizes(ENDS, GROWTH, EN)) == {"f1", "f2"}


def test_sizes_of_two_scopes_are_never_averaged():
    frame = facts(dollars(1e9), dollars(9e9, scope="china"))
    assert sorted(y for _, y, _ in points(market_size.sizes(frame, NONE, EN))) == [1e9, 9e9]


def test_actual_and_forecast_of_one_year_keep_their_own_shapes():
    frame = facts(dollars(1e9), dollars(2e9, status="forecast"))
    shapes = [symbol for trace in market_size.sizes(frame, NONE, EN).data if trace.customdata for symbol in trace.marker.symbol]
    assert shapes == ["circle", "circle-open"]


def test_growth_opens_both_of_its_ends():
    growth = [known for _, _, known in points(market_size.sizes(ENDS, GROWTH, EN)) if "," in known]
    assert growth == ["f1,f2"]


def test_growth_whose_end_is_filtered_away_is_not_drawn():
    assert market.growth(GROWTH, market.sizes(ENDS.iloc[:1])).empty


def test_the_finding_states_the_recomputed_rate():
    finding = "AI video, Worldwide: $10 bn in 2022, $100 bn in 2032 (forecast), which is +25.9% a year"
    assert market_size.sizes_finding(ENDS, GROWTH, EN) == finding


def test_a_falling_market_has_a_minus_sign():
    falling = checks({"fact_ids": ["f1", "f2"], "value": -5.0})
    assert "−5.0% a year" in market_size.sizes_finding(ENDS, falling, EN)


def test_growth_without_arithmetic_still_makes_its_row():
    assert market_size.growth_table(ENDS, GROWTH, EN)["fact_ids"].tolist() == ["f1,f2"]


def test_a_size_without_a_year_is_counted_instead_of_drawn():
    frame = facts(dollars(1e9), dollars(2e9, as_of=""))
    assert "1 size without a year" in market_size.sizes_note(frame, EN)


@pytest.mark.parametrize("text", [EN, ZH], ids=["en", "zh"])
def test_no_sizes_are_one_clear_sentence(text):
    finding = market_size.sizes_finding(facts(), NONE, text)
    assert finding == text("No outlet in this selection reports a market size.")


def test_no_sizes_make_a_chart_without_points():
    assert not list(points(market_size.sizes(facts(), NONE, EN)))


def test_one_size_alone_is_drawn():
    assert len(list(points(market_size.sizes(facts({}), NONE, EN)))) == 1


def test_sizes_from_thousands_to_quadrillions_get_a_logarithmic_axis():
    chart = market_size.sizes(facts(dollars(1e3), dollars(1e15)), NONE, EN)
    assert chart.layout.yaxis.type == "log"


def test_sizes_close_together_get_a_linear_axis_from_zero():
    chart = market_size.sizes(facts(dollars(1e9), dollars(2e9)), NONE, EN)
    assert (chart.layout.yaxis.type, chart.layout.yaxis.range[0]) == ("linear", 0)


def test_a_market_keeps_its_colour_when_a_filter_hides_the_others():
    frame = facts(dollars(1e9), dollars(2e9, subject="AIGC"))
    names = market.names(frame)
    both, alone = (market_size.sizes(part, NONE, EN, markets=names) for part in (frame, frame.iloc[1:]))
    colour = {trace.customdata[0]: trace.marker.color for chart in (both, alone) for trace in chart.data if trace.customdata}
    colours = [
        trace.marker.color for chart in (both, alone) for trace in chart.data if trace.customdata and "f2" in trace.customdata
    ]
    assert len(set(colours)) == 1
    assert colour["f1"] != colour["f2"]


def test_markets_beyond_the_sixth_share_one_entry_in_the_legend():
    frame = facts(*(dollars(1e9 + number, subject=f"Market {number}") for number in range(9)))
    chart = market_size.sizes(frame, NONE, EN, markets=market.names(frame))
    assert [trace.name for trace in chart.data if trace.name and trace.customdata][-1] == "Other markets"
    assert len([trace for trace in chart.data if trace.name and trace.customdata]) == 7


def test_a_subject_with_markup_is_shown_as_text():
    chart = market_shares.shares(facts(_share(40, subject="<a href='x'>b</a>")), EN)
    assert chart.layout.annotations[0].text.startswith("<b>&lt;a href='x'&gt;b&lt;/a&gt;")


def test_a_share_above_the_whole_is_not_drawn():
    assert not list(points(market_shares.shares(facts(_share(540)), EN)))


def test_a_share_says_on_whose_word_it_stands():
    finding = market_shares.shares_finding(facts(_share(90, attributed_to="Gartner", status="forecast")), EN)
    assert finding == "AI video, Worldwide: 90%, says Gartner"


def test_shares_of_two_years_are_two_rows():
    chart = market_shares.shares(facts(_share(40, as_of="2024"), _share(50, as_of="2030")), EN)
    assert len(chart.layout.annotations) == 2


@pytest.mark.parametrize("empty", [market_shares.shares_finding, market_shares.sales_finding])
def test_nothing_reported_is_one_sentence(empty):
    assert empty(facts(), EN).startswith("No outlet in this selection reports a")


def _share(percent, **changes):
    return {
        "metric": "market_share",
        "kind": "percent",
        "low": percent,
        "high": percent,
        "unit": "%",
        "amount_usd": None,
        **changes,
    }


def test_labels_that_would_cover_each_other_are_left_to_pointing():
    frame = facts(*(dollars(1e9 + place) for place in range(4)), dollars(9e9, as_of="2032"))
    labels = [label for trace in market_size.sizes(frame, NONE, EN).data for label in trace.text or () if label]
    assert len(labels) == 2


def test_labels_keep_off_marks_and_off_each_other_and_inside_a_phone():
    words = labels.positions(
        [(0.5, 0.5, "$1 bn"), (0.5, 0.53, "$2 bn"), (0.01, 0.2, "at least $100 bn"), (0.99, 0.9, "$118.1 bn")]
    )
    assert words[:2] == ["bottom center", "top center"]
    assert words[2].endswith("right")
    assert words[3].endswith("left")


def test_a_label_without_room_is_left_to_the_pointer():
    crowd = [(0.5 + step / 50, 0.5, "at least CN¥1,181 bn") for step in range(12)]
    assert "" in labels.positions(crowd)


def test_models_that_came_out_stand_on_the_axis_of_years():
    release = {"kind": "date", "metric": "release_date", "low": None, "high": None, "amount_usd": None}
    told = facts({**release, "subject": "Sora", "as_of": "2024-02-16"}, {**release, "subject": "Vidu", "as_of": "2024-04"})
    sizes = facts(dollars(1e9, as_of="2022"), dollars(2e9, as_of="2032", status="forecast"))
    chart = market_size.sizes(sizes, checks(), EN, known=releases.known(told))
    (event,) = [trace for trace in chart.data if trace.meta == {"role": "event"}]
    assert (event.x[0], event.text[0].strip(), event.customdata[0]) == (2024, "Sora, Vidu", "f1,f2")
    assert min(event.y) <= 1e9
    assert max(event.y) > 2e9


def test_a_model_of_a_year_before_the_axis_is_not_drawn():
    release = {"kind": "date", "metric": "release_date", "low": None, "high": None, "subject": "Sora", "as_of": "2019-02"}
    chart = market_size.sizes(facts(dollars(1e9)), checks(), EN, known=releases.known(facts(release)))
    assert not [trace for trace in chart.data if trace.meta == {"role": "event"}]
