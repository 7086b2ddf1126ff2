"""Arithmetic over claims: what is done again must agree, and only like is compared with like."""

from __future__ import annotations

from typing import Any

import pytest

from presslens.pipeline.build import analyse


def checks_of(*texts: str) -> list[dict[str, Any]]:
    made, _, _ = analyse([(f"own{number}.txt", text.encode()) for number, text in enumerate(texts)])
    return made["checks"].to_pylist()


GROWTH = "据慧眼咨询预测，全球AI视频市场规模将由2022年的100亿元增长至2032年的1000亿元"


@pytest.mark.parametrize(
    ("told", "agrees"),
    [("。", True), ("，年复合增长率为25.9%。", True), ("，年复合增长率为40%。", False)],
)
def test_growth_between_two_ends_is_computed_and_held_against_the_printed_rate(told: str, agrees: bool) -> None:
    found = [row for row in checks_of(GROWTH + told) if row["kind"] == "growth"]
    assert [row["agrees"] for row in found] == [agrees]
    assert found[0]["value"] == pytest.approx(25.89, abs=0.01)


def test_two_articles_that_differ_on_one_claim_are_a_conflict() -> None:
    found = checks_of("Vidu可以生成长达16秒的视频。", "Vidu能够生成长达160秒的视频，令人吃惊。")
    assert [(row["metric"], row["subject"], row["diagnosis"]) for row in found] == [("max_duration", "Vidu", "slip of 10")]


def test_two_values_that_one_article_tells_side_by_side_are_no_conflict() -> None:
    assert checks_of("Vidu过去最长生成8秒的视频。如今Vidu最长可生成16秒的视频。") == []


def test_the_same_value_twice_is_no_conflict() -> None:
    assert checks_of("Vidu可以生成长达16秒的视频。", "长达16秒的视频，Vidu一键就能生成出来。") == []
