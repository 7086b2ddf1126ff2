"""The lines of a text cut into cells, and what a table is: rows of as many cells, the cells over them, and the line above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from presslens.record import computed_once, record

BORDER = re.compile(r"[|｜\t│┃]")
# What stands in brackets, with the brackets.
BRACKETED = re.compile(r"\s*[（(【\[][^（）()]*[）)】\]]\s*")
_LINE = re.compile(r"[^\n]+")


@record(frozen=True, slots=True)
class Cell:
    """One cell by its place in the text, without the spaces around it."""

    start: int
    end: int
    text: str


Row = tuple[Cell, ...]


@record(frozen=True)
class Table:
    """The rows of a table, the cells that head its columns, if any, and the line above it.

    The rows of a list of `fields` are a label and its value each: what they are of stands above them.
    """

    head: Row
    rows: tuple[Row, ...]
    title: Cell | None = None
    fields: bool = False

    @computed_once
    def start(self) -> int:
        """Give the offset of its first cell."""
        return (self.head or self.rows[0])[0].start

    @computed_once
    def end(self) -> int:
        """Give the offset after its last cell."""
        return self.rows[-1][-1].end


def lines_of(text: str) -> Iterator[Cell]:
    """Give the lines of a text that are not empty, without the spaces around them."""
    for line in _LINE.finditer(text):
        cell = cell_at(text, line.start(), line.end())
        if cell.text:
            yield cell


def cell_at(text: str, start: int, end: int) -> Cell:
    """Give a stretch of a text as a cell, brackets that hold it whole left out: 【公司."""
    piece = text[start:end]
    stripped = piece.strip(" \u3000【】")
    low = start + (piece.index(stripped) if stripped else 0)
    return Cell(low, low + len(stripped), stripped)


def cells_of(text: str, line: Cell) -> Row:
    """Cut a line at its borders; those around it part nothing.

    >>> line = "| 公司 | 估值 |"
    >>> [cell.text for cell in cells_of(line, Cell(0, len(line), line))]
    ['公司', '估值']
    """
    borders = [found.start() for found in BORDER.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *borders, line.end]
    cells = [cell_at(text, low + 1, high) for low, high in pairwise(edges)]
    if len(cells) > 1 and not cells[0].text and line.text[:1] in "|｜│┃":
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].text and line.text[-1:] in "|｜│┃":
        cells = cells[:-1]
    return tuple(cells)
