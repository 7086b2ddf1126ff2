"""What a newcomer sees first: one answer per question, and one example per idea, taken from the data shown."""

from __future__ import annotations

from typing import Any

import pandas as pd

from presslens.dashboard.aggregates import examples, highlights
from tests import made


def frame(*facts: dict[str, Any]) -> pd.DataFrame:
    articles = {article["article_id"]: article for article in made.ARTICLES}
    rows = [
        {**made.fact(fact_id=f"f{place}", **changes), "published": pd.Timestamp("2024-03-01")}
        for place, changes in enumerate(facts)
    ]
    return pd.DataFrame(rows).assign(outlet=lambda told: [articles[one]["outlet"] for one in told["article_id"]])


def answer(facts: pd.DataFrame, metric: str) -> Any:
    return next((found for question, found in highlights.answers(facts) if metric in question.metrics), None)


def test_a_market_of_our_subject_comes_before_a_larger_one() -> None:
    facts = frame({"scope": "ai_video", "amount_usd": 1e9, "low": 1e9, "high": 1e9}, {"scope": "global", "amount_usd": 9e12})
    assert answer(facts, "market_size")["scope"] == "ai_video"


def test_users_of_a_model_come_before_more_users_of_something_else() -> None:
    users = {"metric": "users", "kind": "count", "unit": "user", "amount_usd": None, "scope": ""}
    facts = frame(
        {**users, "subject": "Kling", "low": 6e6, "high": 6e6}, {**users, "subject": "一家商场", "low": 3e9, "high": 3e9}
    )
    assert answer(facts, "users")["subject"] == "Kling"


def test_the_clip_length_in_most_articles_answers() -> None:
    clip = {"metric": "max_duration", "kind": "duration", "unit": "s", "subject": "Sora", "scope": "", "amount_usd": None}
    facts = frame(
        {**clip, "low": 90.0, "high": 90.0},
        {**clip, "low": 60.0, "high": 60.0},
        {**clip, "low": 60.0, "high": 60.0, "article_id": "b2b2b2b2b2b2"},
    )
    assert answer(facts, "max_duration")["span_high"] == 60.0


def test_a_question_nobody_answers_has_no_card() -> None:
    assert answer(frame({}), "compute_gpus") is None
    assert answer(frame({"subject": "", "scope": ""}), "market_size") is None


def test_the_example_of_a_voice_is_what_most_articles_repeat_after_one() -> None:
    told = {"metric": "revenue", "subject": "NVIDIA", "scope": ""}
    facts = frame({**told}, {**told, "article_id": "b2b2b2b2b2b2"}, {"metric": "revenue", "subject": "AMD"})
    assert examples.most_repeated(facts)["articles"] == 2
    assert examples.most_repeated(facts.iloc[2:]) is None


def test_each_status_has_one_example() -> None:
    facts = frame({}, {"status": "forecast", "as_of": "2030"}, {"status": "forecast", "as_of": "2031"})
    assert sorted(examples.of_each_status(facts)["status"]) == ["actual", "forecast"]


def test_the_example_of_a_disagreement_holds_every_value() -> None:
    facts = frame({"low": 5e9, "high": 5e9}, {"low": 8e9, "high": 8e9, "article_id": "b2b2b2b2b2b2"})
    conflict = pd.DataFrame([{"kind": "conflict", "fact_ids": ["f0", "f1"]}])
    assert list(examples.most_disputed(conflict, facts)["low"]) == [5e9, 8e9]
    assert examples.most_disputed(conflict.iloc[:0], facts).empty
