"""Tables whose cells are parted by bars or tabs, with or without outer bars, a rule line and a head.

Lines with bars are mostly no tables: a headline and its column's name, a byline, a list of news. Rows are one where a head or a
rule line says so, or where as many cells stand in each and every one has a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from presslens.pipeline.facts.layout.cells import BORDER, Cell, Row, Table, cells_of, lines_of
from presslens.pipeline.facts.layout.measures import is_time, measure_of

_RULE = re.compile(r"[|｜\t :：\-—–=_+\u2500-\u257f]*")
_DIGIT = re.compile(r"\d")
# 公司, 模型, 指标: what stands over the column that says whom or what a row is of.
_CORNER = re.compile(
    r"序号|排名|名次|编号|#|No\.?|.{0,6}(?:公司|企业|厂商|机构|品牌|名称|模型|产品|型号|平台|工具|项目|指标|维度|国家|地区|年份|年度"
    r"|时间|季度|月份|类别|类型|版本|参数|规格|股份|个股|证券|代码|套餐|等级|档位|市场|赛道|轮次|条目|对象|项|卡型|芯片|显卡)(?:\s?[（(].*)?"
)
# Digits that heads have too: 2024年收入, Q3, 单价(100次), Gen-4, Sora 2.
_OF_A_HEAD = re.compile(
    r"(?:19|20)\d\d(?:财年|年|[EeAF])?(?:\d{1,2}月|[上下]半年|[QqHh]\d)?|[QqHh][1-4]|[（(][^（）()]*[)）]|前\d"
    r"|[A-Za-z][A-Za-z.\-]*[ ]?\d[\d.]*[A-Za-z]*"
)
_LONGEST_HEAD = 20
_LONGEST_BETWEEN = 12
_LEAST_COLUMNS = 3


def bordered(text: str) -> Iterator[Table]:
    """Find the tables of a text whose cells are parted by borders, in order.

    >>> found = list(bordered("公司｜估值\\n甲科技｜9亿元\\n乙科技｜7亿元\\n完"))
    >>> [[cell.text for cell in row] for row in found[0].rows]
    [['甲科技', '9亿元'], ['乙科技', '7亿元']]
    >>> list(bordered("新模型上线｜科技观察\\n作者｜王二\\n全文完"))
    []
    """
    if BORDER.search(text) is None:
        return
    block = _Block()
    for line in lines_of(text):
        if _RULE.fullmatch(line.text):
            block.ruled = block.ruled or len(block.rows)
        elif BORDER.search(line.text) is not None:
            block.rows.append(cells_of(text, line))
            block.is_parted = False
        else:
            if block.rows and not block.is_parted and len(line.text) <= _LONGEST_BETWEEN:
                block.is_parted = True
                continue
            yield from block.tables()
            block = _Block(title=line)
    yield from block.tables()


@dataclass
class _Block:
    """Lines with borders that follow each other, the line above them, and behind how many of them a rule line stands."""

    title: Cell | None = None
    rows: list[Row] = field(default_factory=list)
    ruled: int = 0
    # A short line between rows, as pages put between the parts of a long table.
    is_parted: bool = False

    def tables(self) -> Iterator[Table]:
        """Part the rows at each head, and give those groups of them that are tables."""
        heads = [at for at, row in enumerate(self.rows) if self._is_head(at, row)]
        edges = sorted({0, *heads, len(self.rows)})
        for low, high in pairwise(edges):
            head = self.rows[low] if low in heads else ()
            rows = tuple(self.rows[low + 1 : high] if head else self.rows[low:high])
            if rows and _are_a_table(head, rows, ruled=bool(self.ruled)):
                yield Table(head, rows, self.title if low == 0 else None)

    def _is_head(self, at: int, row: Row) -> bool:
        if self.ruled and at == self.ruled - 1:
            return True
        if any(len(cell.text) > _LONGEST_HEAD for cell in row) or len(row) < 2:
            return False
        said = sum(_says_what(cell.text) for cell in row[1:])
        corner = _CORNER.fullmatch(row[0].text) is not None
        plain = not any(_is_value(cell.text) for cell in row)
        return plain and (corner or said > 0) and (said > 0 or at == 0)


def _says_what(text: str) -> bool:
    return is_time(text) or measure_of(text).told


def _is_value(text: str) -> bool:
    """Tell whether a cell has a figure that no head has: one that is neither a time nor part of a Latin name."""
    return _DIGIT.search(_OF_A_HEAD.sub("", text)) is not None


def _are_a_table(head: Row, rows: tuple[Row, ...], *, ruled: bool) -> bool:
    if head:
        return any(_DIGIT.search(cell.text) for row in rows for cell in row)
    width = len(rows[0])
    labelled = all(len(row) == 2 and measure_of(row[0].text).told for row in rows)
    if ruled or (labelled and len(rows) > 1):
        return True
    alike = all(len(row) == width for row in rows) and len(rows) > 1
    return alike and width >= _LEAST_COLUMNS and all(any(_DIGIT.search(cell.text) for cell in row[1:]) for row in rows)
