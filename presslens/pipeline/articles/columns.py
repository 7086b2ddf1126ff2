"""Keep the columns of lines that are laid out by tabs or by several spaces: one tab between two cells, in these lines only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

# Spaces are taken all at once, and from where they begin: a line that ends on thousands would be looked through for each.
_GAP = re.compile(r"(?:(?<![ \u3000])[ \u3000]++)?\t[ \u3000]*+|(?<=\S)(?: {2,}+|\u3000{2,}+)(?=\S)")
_MAY_BE_ROWS = re.compile(r"\S(?:[ \u3000]*+\t|[ \u3000]{2,}+)[ \u3000]*+\S")
_PROSE = re.compile(r"[。；！？;]")
_LONGEST_CELL = 28
_LEAST_ROWS, _LEAST_OF_TWO_COLUMNS, _MANY_COLUMNS = 2, 3, 3


def with_columns(text: str) -> str:
    r"""Put one tab between the cells of lines laid out in columns; everywhere else a tab becomes a space.

    >>> with_columns("公司  估值  员工\n甲科技  9亿元  80人")
    '公司\t估值\t员工\n甲科技\t9亿元\t80人'
    >>> with_columns("价格\t已经公布。")
    '价格 已经公布。'
    """
    if not _MAY_BE_ROWS.search(text):
        return text.replace("\t", " ")
    lines = text.split("\n")
    cells = {at: _GAP.split(line.strip(" \t\u3000")) for at, line in enumerate(lines) if line.strip()}
    rows = set(_rows(list(cells.items())))
    return "\n".join("\t".join(cells[at]) if at in rows else line.replace("\t", " ") for at, line in enumerate(lines))


def _rows(lines: Sequence[tuple[int, Sequence[str]]]) -> Iterator[int]:
    """Give the numbers of the lines that are rows: several that follow each other, of as many short cells, with figures."""
    for _, group in groupby(lines, key=lambda line: len(line[1])):
        run = list(group)
        if _are_rows([cells for _, cells in run]):
            yield from (number for number, _ in run)


def _are_rows(lines: Sequence[Sequence[str]]) -> bool:
    width = len(lines[0])
    if width < 2 or len(lines) < (_LEAST_ROWS if width >= _MANY_COLUMNS else _LEAST_OF_TWO_COLUMNS):
        return False
    if any(len(cell) > _LONGEST_CELL or _PROSE.search(cell) for line in lines for cell in line):
        return False
    return sum(any(character.isdigit() for cell in line[1:] for character in cell) for line in lines) >= len(lines) // 2
