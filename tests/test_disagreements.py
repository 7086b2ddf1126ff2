"""Who says otherwise: contradictions keep every value apart, and what is said of one thing is followed through time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from presslens.dashboard import checking
from presslens.dashboard.aggregates import contradictions, told
from presslens.dashboard.charts import contradiction, releases, style
from presslens.dashboard.charts import told as charts
from presslens.dashboard.text import Text
from presslens.model import CLIP_SHOWN, CONDITION, STATED_MAXIMUM
from tests import made

EN, ZH = Text("en"), Text("zh")


def printed(fact_id: str, day: int, **more: Any) -> dict[str, Any]:
    about = made.article(article_id=f"a{fact_id}", published=date(2024, 3, day))
    keys = ("outlet", "title", "published", "published_precision", "published_basis", "family")
    known = {
        "fact_id": fact_id,
        "article_id": f"a{fact_id}",
        "origin": f"article:a{fact_id}",
        "subject": "xAI",
        "metric": "valuation",
    }
    return {**made.fact(**{"scope": "", **known, **more}), **{key: about[key] for key in keys}}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def check(kind: str, *fact_ids: str, **more: Any) -> dict[str, Any]:
    known = {"metric": "valuation", "subject": "xAI", "scope": "", "as_of": "2024-03", "value": 2.0, "unit": "x"}
    rest = {"agrees": kind != "conflict", "diagnosis": "", "steps": []}
    return {"check_id": "-".join(fact_ids), "kind": kind, "fact_ids": list(fact_ids), **known, **rest, **more}


AMOUNT = {"low": 4e10, "high": 4e10, "amount_usd": 4e10, "unit": "USD", "as_of": "2024-03"}
TWICE = {"low": 8e10, "high": 8e10, "amount_usd": 8e10, "unit": "USD", "as_of": "2024-03"}


def test_every_value_of_a_contradiction_stands_for_itself() -> None:
    facts = frame(printed("1", 1, **AMOUNT), printed("2", 2, **TWICE), printed("3", 3, **AMOUNT))
    (found,) = contradictions.contradictions(frame(check("conflict", "1", "2", "3")), facts)
    assert found.marks["low"].tolist() == [4e10, 8e10]
    assert found.marks["origins"].tolist() == [2, 1]


def test_actual_and_forecast_of_one_value_are_two_marks() -> None:
    facts = frame(printed("1", 1, **AMOUNT, status="actual"), printed("2", 2, **AMOUNT, status="forecast"))
    (found,) = contradictions.contradictions(frame(check("conflict", "1", "2", diagnosis="status")), facts)
    assert set(found.marks["status"]) == {"actual", "forecast"}
    points = next(trace for trace in contradiction.strip(found.marks, EN).data if trace.customdata is not None)
    assert set(points.marker.symbol) == {style.SYMBOL_OF_STATUS["actual"], style.SYMBOL_OF_STATUS["forecast"]}


def test_what_no_date_explains_comes_first() -> None:
    facts = frame(*(printed(str(n), n, **(AMOUNT if n % 2 else TWICE)) for n in range(1, 7)))
    rows = frame(
        check("conflict", "1", "2", diagnosis="date"),
        check("conflict", "3", "4", diagnosis="slip of 10"),
        check("conflict", "5", "6", diagnosis="different values"),
    )
    order = [found.check["diagnosis"] for found in contradictions.contradictions(rows, facts)]
    assert order == ["slip of 10", "different values", "date"]


def test_what_does_not_add_up_comes_first() -> None:
    rows = frame(check("change", "1", "2", agrees=True), check("sum", "3", "4", agrees=False), check("conflict", "5", "6"))
    assert contradictions.done_again(rows)["kind"].tolist() == ["sum", "change"]


# What two printings of one thing say one after the other, and what the second one changed.
EVENTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {}, "other source"),
    ({"origin": "Reuters"}, {"origin": "Reuters"}, "repeated"),
    ({}, TWICE, "number"),
    ({}, {"bound": "about"}, "hedge"),
    ({"status": "forecast"}, {"status": "actual"}, "status"),
    ({}, {**TWICE, "as_of": "2025-03"}, "time"),
]


@pytest.mark.parametrize(("one", "other", "event"), EVENTS)
def test_the_life_of_a_claim_says_what_each_printing_changed(one: dict[str, Any], other: dict[str, Any], event: str) -> None:
    facts = frame(printed("2", 9, **{**AMOUNT, **other}), printed("1", 1, **{**AMOUNT, **one}))
    lived = told.life(facts, "valuation|xAI|")
    assert lived["fact_id"].tolist() == ["1", "2"]
    assert lived["event"].tolist() == ["first", event]


def test_a_date_told_less_precisely_is_no_other_date() -> None:
    when = {"kind": "date", "metric": "release_date", "low": None, "high": None, "unit": ""}
    facts = frame(printed("1", 1, **when, as_of="2024-02-16"), printed("2", 2, **when, as_of="2024-02"))
    assert told.life(facts, "release_date|xAI|")["event"].tolist() == ["first", "precision"]


def test_a_date_that_only_fits_what_was_told_loosely_is_another_date() -> None:
    when = {"kind": "date", "metric": "release_date", "low": None, "high": None, "unit": ""}
    days = ("2024-02-16", "2024-02", "2024-02-10", "2024-02-10")
    facts = frame(*(printed(str(place), place, **when, as_of=day) for place, day in enumerate(days, start=1)))
    lived = told.life(facts, "release_date|xAI|")
    assert lived["event"].tolist() == ["first", "precision", "number", "other source"]


def test_the_same_sum_in_another_currency_is_no_other_number() -> None:
    there = {**AMOUNT, "unit": "HKD", "low": 3.1e11, "high": 3.1e11, "amount_usd": 3.98e10}
    lived = told.life(frame(printed("1", 1, **AMOUNT), printed("2", 2, **there)), "valuation|xAI|")
    assert lived["event"].tolist() == ["first", "currency"]


def test_a_clip_that_was_shown_has_a_life_apart_from_a_stated_maximum() -> None:
    clip = {"metric": "max_duration", "kind": "duration", "unit": "s", "as_of": "", "amount_usd": None}
    facts = frame(
        printed("1", 1, **clip, low=60, high=60, steps=[f"{CONDITION}{STATED_MAXIMUM}"]),
        printed("2", 2, **clip, low=60, high=60, steps=[f"{CONDITION}{STATED_MAXIMUM}"]),
        printed("3", 3, **clip, low=10, high=10, steps=[f"{CONDITION}{CLIP_SHOWN}"]),
    )
    assert told.things(facts)["thing"].tolist() == [f"max_duration|xAI||{STATED_MAXIMUM}"]
    assert told.life(facts, f"max_duration|xAI||{STATED_MAXIMUM}")["fact_id"].tolist() == ["1", "2"]


def test_a_voice_that_speaks_twice_of_a_year_comes_first() -> None:
    ahead = {**AMOUNT, "status": "forecast", "as_of": "2030"}
    facts = frame(
        *(printed(str(day), day, **ahead, attributed_to=f"Source {day}") for day in (1, 2, 3)),
        *(printed(str(day), day, **ahead, subject="OpenAI", attributed_to="Gartner") for day in (4, 5)),
    )
    counted = told.vintages(told.forecasts(facts))
    assert counted[["subject", "again", "days"]].values.tolist() == [["OpenAI", 1, 2], ["xAI", 0, 3]]


def test_releases_stand_above_the_life_of_a_claim() -> None:
    release = {"kind": "date", "metric": "release_date", "subject": "Sora", "as_of": "2024-03-02", "low": None, "high": None}
    facts = frame(printed("1", 1, **AMOUNT), printed("2", 9, **TWICE), printed("3", 3, **release))
    known = releases.known(facts[facts["metric"] == "release_date"])
    lived = told.life(facts, "valuation|xAI|")
    events = [trace for trace in charts.life(lived, EN, known=known).data if trace.meta == {"role": "event"}]
    assert [trace.customdata[0] for trace in events] == ["3"]


def test_a_thing_of_one_article_has_no_life() -> None:
    assert told.things(frame(printed("1", 1, **AMOUNT))).empty


def test_a_forecast_has_a_line_for_each_year_and_voice() -> None:
    ahead = {**AMOUNT, "status": "forecast", "as_of": "2030"}
    facts = frame(
        printed("1", 1, **ahead, attributed_to="Gartner"),
        printed("2", 9, **{**ahead, "low": 5e10, "high": 5e10}, attributed_to="Gartner"),
        printed("3", 9, **ahead, attributed_to="IDC"),
        printed("4", 9, **{**ahead, "as_of": "2020"}, attributed_to="IDC"),
    )
    found = told.forecasts(facts)
    assert sorted(found["fact_id"]) == ["1", "2", "3"]
    lines = [trace for trace in charts.vintages(found, EN).data if trace.customdata is not None]
    assert [list(trace.customdata) for trace in lines] == [["1", "2"], ["3"]]
    assert [trace.name for trace in lines] == ["2030 · Gartner", "2030 · IDC"]


def test_one_vintage_is_counted_as_one() -> None:
    ahead = {**AMOUNT, "status": "forecast", "as_of": "2030"}
    assert told.vintages(told.forecasts(frame(printed("1", 1, **ahead))))["days"].tolist() == [1]


@pytest.mark.parametrize("text", [EN, ZH])
@pytest.mark.parametrize("diagnosis", ["status", "slip of 10000", "times as much", "", "unheard of"])
def test_a_diagnosis_is_said_in_words(text: Text, diagnosis: str) -> None:
    said = checking.difference(check("conflict", "1", diagnosis=diagnosis), text)
    assert said
    assert "None" not in said
