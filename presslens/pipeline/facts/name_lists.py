"""Amounts that stand right behind a name, with the word for what they measure told once before the list.

拿到融资的还有甲 1亿美元、乙 5000万美元; 相当于一个丙（2370亿美元）的市值.
"""

from __future__ import annotations

import re

from presslens.model import Metric
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, Rule, reads

_AFTER = re.compile(r"^\s*(?:[)）、，,。；;]|和|以及|及|等|$)")
_MEASURED: tuple[tuple[Metric, re.Pattern[str]], ...] = (
    ("market_cap", re.compile(r"市值")),
    ("valuation", re.compile(r"估值")),
    ("funding_round", re.compile(r"融资|筹集|募资")),
    ("revenue", re.compile(r"营收|收入|销售额")),
)


@reads("money")
def behind_its_name(figure: Figure) -> Reading | None:
    """Read an amount that only follows a name: 甲 1亿美元、乙 5000万美元 after 融资, 丙（2370亿美元） after 市值."""
    if not _AFTER.match(figure.right or "。"):
        return None
    passage, start = figure.passage, figure.quantity.start
    named = [name for name in passage.names if name.kind in ("company", "model") and name.end <= start]
    if not named or not re.fullmatch(r"\s*[(（]?\s*", passage.between(named[-1].end, start)):
        return None
    told = [
        (found.start(), metric) for metric, word in _MEASURED for found in word.finditer(passage.text[: start - passage.start])
    ]
    return Reading(max(told)[1], named[-1].name) if told else None


RULES: tuple[Rule, ...] = (behind_its_name,)
