"""Where in a table a place of the text lies: its row, the cell over its column, the cell that says whom its row is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from presslens.model import Metric
from presslens.pipeline.facts.layout.bordered import bordered
from presslens.pipeline.facts.layout.cells import Cell, Row, Table
from presslens.pipeline.facts.layout.fields import fields
from presslens.pipeline.facts.layout.measures import is_time, measure_of
from presslens.pipeline.facts.layout.stacked import stacked
from presslens.pipeline.facts.rule import FIRM_METRICS, OF_MODELS
from presslens.record import record

_RANK_HEAD = re.compile(r"序号|排名|名次|编号|#|No\.?|位次")
_RANK = re.compile(r"[\d#.、第名位一二三四五六七八九十]+|No\.?\s?\d+")
_OF_PRODUCTS = re.compile(r"模型|产品|型号|工具|应用|套餐|软件|版本")
_OF_FIRMS = re.compile(r"公司|企业|厂商|品牌|股份|个股|证券|团队名")
TOLD_OF_PRODUCTS = OF_MODELS | {"fps", "price", "release_date", "users"}


@record(frozen=True, slots=True)
class Spot:
    """A cell in its table; `head` and `label` are the cells over it and before it, where there are any."""

    table: Table
    row: Row
    cell: Cell
    head: Cell | None
    label: Cell | None
    heads: bool
    labels: bool

    def label_for(self, metric: Metric | None) -> Cell | None:
        """Give the cell that says whom the row is of: the firm's or the product's, where the heads tell them apart."""
        wanted = _OF_PRODUCTS if metric in TOLD_OF_PRODUCTS else _OF_FIRMS if metric in FIRM_METRICS else None
        if wanted and len(self.row) == len(self.table.head):
            named = (cell for head, cell in zip(self.table.head, self.row, strict=True) if _names(head.text, wanted))
            found = next((cell for cell in named if cell.text and cell is not self.cell), None)
            if found:
                return found
        return self.label


def _names(head: str, wanted: re.Pattern[str]) -> bool:
    return wanted.search(head) is not None and not measure_of(head).told


class Grid:
    """All tables of a text."""

    def __init__(self, text: str) -> None:
        self.tables = sorted([*bordered(text), *stacked(text), *fields(text)], key=lambda table: table.start)
        self._starts = [table.start for table in self.tables]
        self._spots: dict[int, list[Spot]] = {}

    def spot(self, place: int) -> Spot | None:
        """Give the cell that a place lies in, or nothing where it lies in none."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self.tables[at].end:
            return None
        cells = self._spots_of(at)
        last = bisect_right(cells, place, key=lambda spot: spot.cell.start) - 1
        return cells[last] if last >= 0 and place < cells[last].cell.end else None

    def spots(self) -> Iterator[Spot]:
        """Give the cells of all tables, in order."""
        for at in range(len(self.tables)):
            yield from self._spots_of(at)

    def _spots_of(self, at: int) -> list[Spot]:
        if at not in self._spots:
            self._spots[at] = list(_spots(self.tables[at]))
        return self._spots[at]


def _spots(table: Table) -> Iterator[Spot]:
    """Give the cells of a table, row by row, its heads first."""
    for cell in table.head:
        yield Spot(table, table.head, cell, None, None, heads=True, labels=False)
    column = _label_column(table)
    for row in table.rows:
        for at, cell in enumerate(row):
            head = table.head[at] if len(row) == len(table.head) else None
            label = row[column] if column < len(row) else None
            yield Spot(table, row, cell, head, label, heads=False, labels=at <= column)


def _label_column(table: Table) -> int:
    """Tell which column says whom the rows are of: the first, or that behind a rank."""
    if not all(len(row) > 1 for row in table.rows):
        return 0
    head = table.head[0].text if table.head else ""
    years = is_time(table.rows[0][0].text) and not _RANK_HEAD.search(head)
    ranked = _RANK_HEAD.fullmatch(head) or (not years and all(_RANK.fullmatch(row[0].text) for row in table.rows))
    return 1 if ranked else 0
