"""What one should look at twice carries a sign wherever it is drawn: a low confidence, and arithmetic that does not add up."""

from __future__ import annotations

import pandas as pd

from presslens.dashboard import rows
from presslens.dashboard.aggregates import claims, clips, flags, highlights, models
from presslens.dashboard.charts import amounts, market_size, releases, told, wording
from presslens.dashboard.text import Text
from tests.chart_frames import checks, dollars, facts

EN, ZH = Text("en"), Text("zh")
FUNDING = {"metric": "funding_round", "scope": "", "subject": "Runway"}
WRONG = {"check_id": "c1", "kind": "conversion", "agrees": False, "steps": ("2 CNY / 1 USD = 2; 1 USD = 7.2 CNY",)}


def wrong(*fact_ids: str) -> pd.DataFrame:
    return checks({"fact_ids": list(fact_ids)}).assign(**{**WRONG, "steps": [WRONG["steps"]]})


def words_of(figure: object) -> str:
    return " ".join(str(label) for trace in figure.data for label in trace.text or ())  # type: ignore[attr-defined]


def test_a_value_read_with_low_confidence_carries_a_question_mark() -> None:
    drawn = amounts.dollars(facts(dollars(1e9, **FUNDING, confidence="low"), dollars(2e9, **FUNDING)), EN)
    assert words_of(drawn).count("?") == 1


def test_one_sure_printing_makes_a_value_sure() -> None:
    (mark,) = claims.marks(facts(dollars(1e9, confidence="low"), dollars(1e9))).to_dict("records")
    assert mark["unsure"] is False


def test_a_market_size_and_the_life_of_a_claim_carry_it_too() -> None:
    frame = facts(dollars(1e9, confidence="low"), dollars(3e9, as_of="2030", article_id="a2"))
    assert "?" in words_of(market_size.sizes(frame, checks(), EN))
    lived = frame.assign(published=pd.to_datetime(frame["published"]), span=frame["low"])
    assert "?" in words_of(told.life(lived, EN))


def test_arithmetic_that_does_not_add_up_stands_at_its_mark_in_the_hover_and_under_the_chart() -> None:
    frame = flags.checked(facts(dollars(1e9, **FUNDING), dollars(2e9, **FUNDING)), wrong("f1"))
    drawn = amounts.dollars(frame, EN)
    assert words_of(drawn).count("≠") == 1
    hovers = [hover for trace in drawn.data if trace.hoverinfo == "text" for hover in trace.hovertext]
    assert sum("2 CNY / 1 USD = 2" in hover for hover in hovers) == 1
    assert "≠: the arithmetic around 1 figure does not add up." in wording.caption(frame, EN)


def test_tables_say_how_surely_a_figure_was_read_and_show_the_arithmetic() -> None:
    frame = flags.checked(facts(dollars(1e9, **FUNDING, confidence="low"), dollars(2e9, **FUNDING)), wrong("f1"))
    table = rows.of_facts(frame.assign(published_precision="day"), EN)
    assert table["Confidence"].tolist() == ["low", "high"]
    assert table["Value"].tolist() == ["$1 bn ? ≠", "$2 bn"]
    assert table["Self-check"].tolist() == ["Does not add up: 2 CNY / 1 USD = 2; 1 USD = 7.2 CNY", ""]


def test_the_comparison_leaves_out_what_may_be_of_another_model_and_counts_it() -> None:
    clip = {"metric": "max_duration", "kind": "duration", "unit": "s", "subject": "Sora", "low": 60, "high": 60, "scope": ""}
    frame = facts({**clip, "confidence": "low"}, {**clip, "low": 20, "high": 20})
    assert models.values(frame, frame.iloc[:0], ["Sora"], EN)["value"].tolist() == ["20 s"]
    assert models.left_out(frame, ["Sora"]) == 1
    assert len(clips.lengths(flags.sure(frame), ["Sora"])) == 1


def test_what_is_not_sure_neither_stands_out_nor_stands_on_every_axis_of_time() -> None:
    assert highlights.answers(facts(dollars(1e9, confidence="low"))) == []
    release = {"metric": "release_date", "kind": "date", "subject": "Sora", "as_of": "2024-02-16", "confidence": "low"}
    assert releases.known(facts(release)) == []


def test_the_beginning_of_a_year_is_no_month_of_a_release() -> None:
    release = {"metric": "release_date", "kind": "date", "subject": "Sora", "confidence": "high"}
    early, month = {**release, "as_of": "2024-01", "surface": "2024年初"}, {**release, "as_of": "2024-05", "surface": "5月"}
    assert [told.as_of for told in releases.known(facts(early, month))] == ["2024-05"]


def test_the_signs_are_said_in_both_languages() -> None:
    frame = facts(dollars(1e9, confidence="low"))
    assert wording.caption(frame, EN).endswith("?: for 1 figure, the subject is not certain.")
    assert "所指对象不确定" in wording.caption(frame, ZH)
