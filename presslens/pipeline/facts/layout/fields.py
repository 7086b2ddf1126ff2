"""Lists of labels and values, line by line or several in one line: 团队：30人, 融资：1亿美元. Tables of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.pipeline.facts.layout.cells import Cell, Row, Table, cell_at, lines_of
from presslens.pipeline.facts.layout.measures import measure_of

_FIELD = re.compile(
    r"(?:^|(?<=[ \u3000]))(?:[-*•·▪◆■●￭▍①-⑳]|\d{1,2}[.、)）])?[ ]*"
    r"(?P<label>[^\s：:，,。；;、|｜\d-][^\s：:，,。；;、|｜]{1,11})[：:](?!//)[ ]*(?=\S)"
)
_LONGEST_VALUE = 60
_LEAST_TOLD = 2
_PROSE = re.compile(r"[。！？].")


def fields(text: str) -> Iterator[Table]:
    """Find the lists of labels and values of a text in which at least two labels say what is measured, in order.

    >>> found = list(fields("甲科技\\n团队：30人\\n融资：1亿美元\\n总部：杭州\\n到此为止。"))
    >>> [[cell.text for cell in row] for row in found[0].rows], found[0].title.text
    ([['团队', '30人'], ['融资', '1亿美元'], ['总部', '杭州']], '甲科技')
    >>> list(fields("王二：我们有30人。\\n李三：去年收入涨了三倍，今年还会更高。"))
    []
    """
    if "：" not in text and ":" not in text:
        return
    rows: list[Row] = []
    before: Cell | None = None
    for line in lines_of(text):
        found = tuple(_rows(text, line))
        if found:
            rows += found
            continue
        yield from _listed(rows, before)
        rows, before = [], line
    yield from _listed(rows, before)


def _rows(text: str, line: Cell) -> Iterator[Row]:
    """Give the labels and values of a line that consists of nothing else."""
    found = list(_FIELD.finditer(line.text))
    if not found or found[0].start() > 0 or _PROSE.search(line.text):
        return
    ends = [*(field.start() for field in found[1:]), len(line.text)]
    for field, end in zip(found, ends, strict=True):
        value = cell_at(text, line.start + field.end(), line.start + end)
        if not value.text or len(value.text) > _LONGEST_VALUE:
            return
        yield cell_at(text, line.start + field.start("label"), line.start + field.end("label")), value


def _listed(rows: Sequence[Row], title: Cell | None) -> Iterator[Table]:
    if sum(measure_of(row[0].text).told for row in rows) >= _LEAST_TOLD:
        yield Table((), tuple(rows), title, fields=True)
