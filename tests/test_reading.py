"""How a figure was read is told in the reader's language, whatever rule and steps the dataset holds."""

from __future__ import annotations

import re

import pytest

from presslens import tables
from presslens.dashboard import reading
from presslens.dashboard.data import REPOSITORY
from presslens.dashboard.text import Text
from presslens.pipeline.facts import rules

ZH = Text("zh")
SHIPPED = [row for name in ("facts", "claims") for row in tables.read(REPOSITORY / "data", name).to_pylist()]

EXAMPLES = [
    ("subject: no subject found", "对象：未找到"),
    ("五六十 = 50 to 60", "五六十 = 50至60"),
    ("2月14日 read as 2025-02-14", "2月14日读作2025-02-14"),
    ("数亿 = 200000000 to 900000000; 元 alone read as CNY", "数亿 = 200000000至900000000；单写“元”读作CNY"),
    ("a step of a rule to come", "a step of a rule to come"),
]


@pytest.mark.parametrize(("printed", "told"), EXAMPLES)
def test_a_step_is_told_in_chinese(printed: str, told: str) -> None:
    assert reading.step(printed, ZH) == told


def test_every_rule_of_the_pipeline_has_a_name() -> None:
    assert {rule.__name__ for rule in rules.RULES} - set(reading.RULES) == set()


def test_every_rule_of_the_shipped_data_has_a_name_in_chinese() -> None:
    assert {
        name for name in {row["rule"] for row in SHIPPED} if re.search("[a-z]{2}", reading.rule(name, ZH).replace("token", ""))
    } == set()


def test_every_step_of_the_shipped_data_is_told_in_chinese() -> None:
    steps = {part for row in SHIPPED for step in row["steps"] for part in step.split("; ")}
    english = re.compile(r"\b(the|of|is|to|read|subject|range|counted|stands|told|year|seconds)\b")
    assert sorted(step for step in steps if english.search(reading.step(step, ZH))) == []
