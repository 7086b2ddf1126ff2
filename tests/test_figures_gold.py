"""The gold table of figures is the specification of what is read from text."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from presslens.model import Quantity
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.figures import read_quantities

GOLD: dict[str, Any] = tomllib.loads((Path(__file__).parent / "gold" / "quantities.toml").read_text(encoding="utf-8"))
REFERENCE = datetime(2024, 5, 20, 9)


def number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(round(value, 10))


def row(figure: Quantity) -> str:
    if figure.kind in ("date", "datetime") or figure.low is None or figure.high is None:
        hour = f" {int(figure.low) // 3600:02d}:{int(figure.low) % 3600 // 60:02d}" if figure.kind == "datetime" else ""
        value = figure.as_of + hour
    else:
        value = number(figure.low) if figure.low == figure.high else f"{number(figure.low)}..{number(figure.high)}"
    unit = "" if figure.kind in ("date", "datetime") else figure.unit
    return " | ".join([figure.surface, figure.kind, value, unit, figure.bound])


def read(case: dict[str, Any]) -> list[str]:
    reference = datetime.fromisoformat(case["reference"]) if "reference" in case else REFERENCE
    return [row(figure) for figure in read_quantities(matching_copy(case["text"]), reference)]


@pytest.mark.parametrize("case", [case for case in GOLD["case"] if "known_gap" not in case], ids=lambda case: case["text"])
def test_every_wording_is_read_as_the_gold_says(case: dict[str, Any]) -> None:
    assert read(case) == case["figures"]


@pytest.mark.parametrize("case", [case for case in GOLD["case"] if "known_gap" in case], ids=lambda case: case["known_gap"])
@pytest.mark.xfail(strict=True, reason="declared in the gold table")
def test_known_gaps_are_still_gaps(case: dict[str, Any]) -> None:
    assert read(case) == case["figures"]


@pytest.mark.parametrize("text", GOLD["nothing"])
def test_names_idioms_and_numbering_are_no_figures(text: str) -> None:
    assert read({"text": text}) == []


def test_there_are_enough_texts_without_figures() -> None:
    assert len(set(GOLD["nothing"])) >= 60
