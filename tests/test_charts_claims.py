"""Claims gathered into marks."""

from datetime import date

import pytest

from presslens.dashboard.aggregates import claims
from tests.chart_frames import dollars, facts

YEARS = [("2024", 2024), ("2024-02-16", 2024), ("2023-11/2024-01", 2024), ("2024-H1", 2024), ("", None)]
APART = [
    {"scope": "china"},
    {"status": "forecast"},
    {"as_of": "2030"},
    {"subject": "AIGC"},
    {"bound": "at_least"},
    {"metric": "revenue"},
    {"unit": "CNY"},
    {"high": 2e9},
]


@pytest.mark.parametrize(("as_of", "year"), YEARS)
def test_the_year_of_a_claim_is_the_last_one_it_names(as_of, year):
    assert claims.year_of(as_of) == year


def test_equal_claims_of_two_articles_share_one_mark():
    mark = claims.marks(facts({}, {"article_id": "a2", "outlet": "Weekly"})).iloc[0]
    assert (mark["fact_ids"], mark["articles"], mark["outlets"]) == ("f1,f2", 2, ("Daily", "Weekly"))


@pytest.mark.parametrize("other", APART, ids=str)
def test_claims_that_differ_in_anything_keep_marks_of_their_own(other):
    assert len(claims.marks(facts({}, other))) == 2


def test_a_mark_carries_only_printed_amounts():
    marks = claims.marks(facts(dollars(1e9), dollars(3e9), dollars(5e9)))
    assert sorted(marks["usd_low"]) == [1e9, 3e9, 5e9]


def test_one_source_in_two_articles_is_one_origin():
    mark = claims.marks(facts({"origin": "IDC"}, {"article_id": "a2", "origin": "IDC"})).iloc[0]
    assert (mark["articles"], mark["origins"]) == (2, 1)


@pytest.mark.parametrize("ends", [{"high": None, "bound": "at_least"}, {"low": None, "bound": "at_most"}])
def test_a_claim_with_one_end_is_drawn_at_that_end(ends):
    mark = claims.marks(facts(ends)).iloc[0]
    assert (mark["span_low"], mark["span_high"], mark["usd_low"]) == (1e9, 1e9, 1e9)


def test_a_range_in_yuan_keeps_both_ends_in_dollars():
    mark = claims.marks(facts({"low": 2e8, "high": 9e8, "unit": "CNY", "amount_usd": 2e8 / 7})).iloc[0]
    assert (round(mark["usd_low"] * 7), round(mark["usd_high"] * 7)) == (2e8, 9e8)


def test_an_undated_article_does_not_hide_the_first_day_of_print():
    mark = claims.marks(facts({"published": None}, {"article_id": "a2", "published": date(2024, 5, 1)})).iloc[0]
    assert mark["published"] == date(2024, 5, 1)


def test_no_facts_make_no_marks():
    assert claims.marks(facts()).empty


def test_what_is_ignored_no_longer_keeps_claims_apart():
    assert claims.marks(facts({}, {"as_of": "2023"}), ignore=["as_of"])["as_of"].tolist() == [""]


def test_what_is_ignored_is_still_told_where_the_claims_agree_in_it():
    assert claims.marks(facts({}, {}), ignore=["as_of"])["as_of"].tolist() == ["2024"]


def test_one_sum_at_two_years_rates_is_two_sums_in_dollars():
    told = facts({"unit": "CNY", "amount_usd": 1.4e8}, {"unit": "CNY", "amount_usd": 1.5e8, "as_of": "2023"})
    assert sorted(round(usd) for usd in claims.marks(told, ignore=["as_of"])["usd_low"]) == [1.4e8, 1.5e8]


def test_values_thirtyfold_apart_ask_for_a_logarithmic_axis():
    marks = claims.marks(facts(dollars(1e9), dollars(31e9)))
    assert claims.spans_decades(marks["usd_low"], marks["usd_high"])


def test_a_crowded_row_keeps_its_ends_and_what_most_articles_say():
    many = claims.marks(facts(*(dollars(number * 1e9) for number in range(1, 21)), dollars(7e9, article_id="a2")))
    kept = claims.telling(many.to_dict("records"), 3)
    assert sorted(mark["usd_low"] for mark in kept) == [1e9, 7e9, 20e9]
