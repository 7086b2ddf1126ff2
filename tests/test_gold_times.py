"""The gold table of times is the specification of when a figure holds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.test_gold_facts import read

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "gold" / "times.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", [case for case in CASES if "gap" not in case], ids=lambda case: case["text"][:24])
def test_a_figure_carries_the_time_it_holds_for(case: dict[str, Any]) -> None:
    found = {fact.surface: fact for fact in read(case["text"], case["published"])[0]}
    assert {surface: found[surface].as_of for surface in case["times"]} == case["times"]
    if "status" in case:
        assert {found[surface].status for surface in case["times"]} == {case["status"]}
