"""Figures in the rows of a printed table: the head of their column says what they measure, the row's first name of whom.

A table is a run of lines whose cells are parted by |; a line of them that has no figure is its head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from presslens.model import EntityKind, Metric
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.gates import Gated

_CELL_BORDER = Gated(r"[|｜\t]")
_LEAST_CELLS = 3
_LONGEST_HEAD = 14
_MEASURES: tuple[tuple[Metric, str, frozenset[str]], ...] = (
    ("funding_total", r"融资|募资|资金|筹资", frozenset({"money"})),
    ("valuation", r"估值", frozenset({"money"})),
    ("market_cap", r"市值", frozenset({"money"})),
    ("revenue", r"营收|收入|销售额|ARR", frozenset({"money"})),
    ("price", r"价格|售价|定价|单价|月费", frozenset({"money"})),
    ("params", r"参数", frozenset({"count", "number"})),
    ("users", r"用户|月活|日活", frozenset({"count", "number"})),
    ("team_size", r"员工|人数|团队规模", frozenset({"count", "number"})),
    ("max_duration", r"时长", frozenset({"duration"})),
    ("resolution", r"分辨率|清晰度", frozenset({"resolution"})),
    ("release_date", r"发布(?:时间|日期)|上线(?:时间|日期)", frozenset({"date"})),
    ("market_share", r"份额|市占", frozenset({"percent"})),
    ("growth_rate", r"增速|增长率|增幅|涨跌幅|同比", frozenset({"percent"})),
)
_NAMED: tuple[EntityKind, ...] = ("company", "model")


@dataclass
class Columns:
    """The heads of the columns of the table read last, and whether a row of it is being read."""

    heads: tuple[str, ...] = ()
    inside: bool = False

    def note(self, passage: Passage) -> None:
        """Take up a head line; rows with as many cells belong to it, also where other lines part the table."""
        if not passage.may(_CELL_BORDER):
            self.inside = False
            return
        cells = _cells(passage.text)
        if len(cells) >= _LEAST_CELLS and not passage.figures and all(len(cell) <= _LONGEST_HEAD for cell in cells):
            self.heads, self.inside = cells, False
        else:
            self.inside = len(cells) == len(self.heads) >= _LEAST_CELLS

    def reading(self, figure: Figure) -> Reading | None:
        """Read a figure by the head of its column, of the first name in its row."""
        if not self.inside:
            return None
        column = len(_CELL_BORDER.findall(figure.before.lstrip("|｜ ")))
        if column >= len(self.heads):
            return None
        head, kind = self.heads[column], figure.quantity.kind
        metric = next((name for name, words, kinds in _MEASURES if kind in kinds and re.search(words, head)), None)
        subject = next((n.name for n in figure.passage.names if n.kind in _NAMED), "")
        return Reading(metric, subject) if metric and subject else None


def _cells(text: str) -> tuple[str, ...]:
    """Part a line at its borders.

    >>> _cells("序号| 公司| 资金")
    ('序号', '公司', '资金')
    """
    return tuple(cell.strip() for cell in _CELL_BORDER.split(text.strip().strip("|｜")))
