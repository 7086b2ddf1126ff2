"""The JSON-lines command answers in the units and offsets of the printed text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from presslens.pipeline.figures.command import answer, read_printed
from presslens.pipeline.figures.exchange import usd

PRINTED = [
    ("需要6個(gè)月", "6個(gè)月", 2),
    ("播放量上百萬(wàn)次", "上百萬(wàn)次", 3),
    ("共４，５６５人", "４，５６５人", 1),
    ("募得数億元", "数億元", 2),
    ("3万多个A100", "3万多个", 0),
]


def ask(**request: Any) -> dict[str, Any]:
    return json.loads(next(answer([json.dumps(request, ensure_ascii=False)])))


@pytest.mark.parametrize(("text", "surface", "start"), PRINTED)
def test_offsets_and_surfaces_are_those_of_the_printed_text(text: str, surface: str, start: int) -> None:
    assert [(figure["surface"], figure["start"]) for figure in read_printed(text)] == [(surface, start)]


def test_every_line_is_answered_under_its_id() -> None:
    replies = list(answer(['{"id": "a", "text": "3秒"}', "", '{"id": "b", "text": "没有", "ref": null}']))
    assert [json.loads(reply)["id"] for reply in replies] == ["a", "b"]


def test_a_relative_date_counts_from_the_reference() -> None:
    assert ask(id=1, text="去年11月", ref="2024-03-01T12:00:00")["quantities"][0] == {
        "surface": "去年11月",
        "start": 0,
        "kind": "date",
        "low": "2023-11-01",
        "high": "2023-11-30",
        "unit": "date",
    }


def test_a_moment_carries_its_time() -> None:
    assert ask(id=1, text="明天下午3点", ref="2024-03-01T12:00:00")["quantities"][0]["low"] == "2024-03-02T15:00:00"


def test_a_bound_is_told_as_a_qualifier() -> None:
    assert ask(id=1, text="不超过5000元")["quantities"][0]["qualifier"] == "lte"


@pytest.mark.parametrize("year", range(2018, 2027))
def test_the_yuan_has_a_rate_for_every_year(year: int) -> None:
    converted = usd(1.0, "CNY", year)
    assert converted is not None
    assert 0.1 < converted < 0.2


def test_a_currency_without_rates_is_not_converted() -> None:
    assert usd(1.0, "TWD", 2024) is None
