"""Tables that a page lost its columns of, so that each cell stands on a line of its own: heads first, then row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.pipeline.facts.layout.cells import Cell, Row, Table, lines_of
from presslens.pipeline.facts.layout.measures import NOTHING, Measure, measure_of

_LONGEST_CELL = 18
_MOST_COLUMNS, _LEAST_COLUMNS, _LEAST_ROWS = 8, 2, 2
_PROSE = re.compile(r"[。！？；，]")
_FIGURE = re.compile(r"(?:约|近|超|超过|逾|不到|最高|最长|[$¥€≥≤<>~+\-−])*[ ]?\d[\d.,]*.{0,8}|(?:上|去|今|前|明)年.{0,6}")
_NONE_TOLD = re.compile(r"[-—–－/]+|无|暂无|未披露|未公开|未知|不详|N/?A|保密")


def stacked(text: str) -> Iterator[Table]:
    """Find the tables of a text that stand one cell a line, in order.

    >>> lines = ["公司", "估值", "员工", "甲科技", "9亿元", "80人", "乙科技", "7亿元", "60人"]
    >>> [[cell.text for cell in row] for table in stacked("\\n".join(lines)) for row in table.rows]
    [['甲科技', '9亿元', '80人'], ['乙科技', '7亿元', '60人']]
    """
    run: list[Cell] = []
    before: Cell | None = None
    for line in lines_of(text):
        if len(line.text) <= _LONGEST_CELL and not _PROSE.search(line.text):
            run.append(line)
            continue
        yield from _tables_of(run, before)
        run, before = [], line
    yield from _tables_of(run, before)


def _tables_of(run: Sequence[Cell], before: Cell | None) -> Iterator[Table]:
    """Find the first table in a run of short lines, wherever its heads begin."""
    if len(run) < _LEAST_COLUMNS * (_LEAST_ROWS + 1) or not any(_FIGURE.fullmatch(line.text) for line in run):
        return
    for start in range(len(run) - _LEAST_COLUMNS * (_LEAST_ROWS + 1) + 1):
        if not any(measure_of(line.text) is not NOTHING for line in run[start + 1 : start + 3]):
            continue
        for width in range(_MOST_COLUMNS, _LEAST_COLUMNS - 1, -1):
            rows = _rows(run, start, width)
            if rows:
                yield Table(rows[0], rows[1:], run[start - 1] if start else before)
                return


def _rows(lines: Sequence[Cell], start: int, width: int) -> tuple[Row, ...]:
    """Cut lines from one on into rows of so many cells as long as they fit their heads; none where too few do."""
    head = tuple(lines[start : start + width])
    measures = [measure_of(cell.text) for cell in head]
    if (
        measures[0].told
        or not all(measure.told for measure in measures[1:])
        or any(_FIGURE.fullmatch(cell.text) for cell in head)
    ):
        return ()
    rows = [head]
    for at in range(start + width, len(lines) - width + 1, width):
        row = tuple(lines[at : at + width])
        if not _fits(row, measures):
            break
        rows.append(row)
    return tuple(rows) if len(rows) > _LEAST_ROWS else ()


def _fits(row: Row, measures: Sequence[Measure]) -> bool:
    """Tell whether a row begins with a name and has nothing but figures, or none told, under what is measured."""
    if _FIGURE.fullmatch(row[0].text) or measure_of(row[0].text).told:
        return False
    return all(_FIGURE.fullmatch(cell.text) or _NONE_TOLD.fullmatch(cell.text) for cell in row[1:])
