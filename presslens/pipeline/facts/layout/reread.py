"""Bare figures of a table read with what their column's head adds: 1.2 under 融资额（亿美元）, 2019 under 成立年份."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presslens.model import Article, Quantity
from presslens.pipeline.facts.layout.grid import Grid, Spot
from presslens.pipeline.facts.layout.measures import measure_of, names_times, unit_in_title
from presslens.pipeline.figures.quantities import read_quantities
from presslens.record import replace

_BARE = re.compile(r"[+\-−－]?\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)[ ]?[EeAaFfP]?")


def reread(article: Article, grid: Grid, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Give the figures of an article, those of cells that lack their unit read with it; in order."""
    told = [figure for spot in grid.spots() for figure in _of_cell(article, spot)]
    if not told:
        return list(quantities)
    taken = {place for figure in told for place in range(figure.start, figure.end)}
    kept = [figure for figure in quantities if not taken.intersection(range(figure.start, figure.end))]
    return sorted([*kept, *told], key=lambda figure: figure.start)


def _of_cell(article: Article, spot: Spot) -> Iterator[Quantity]:
    """Read the one figure that a cell consists of, where it lacks what its head or label says."""
    text = spot.cell.text
    year = _YEAR.fullmatch(text)
    if year and (spot.heads or (spot.head and names_times(spot.head.text))):
        yield from _read(article, spot, "年", len(text), year["year"])
        return
    bare = None if spot.heads or spot.labels else _BARE.fullmatch(text)
    unit = _unit_of(spot) if bare else None
    if bare and unit is not None:
        yield from _read(article, spot, unit, len(text), text)


def _unit_of(spot: Spot) -> str | None:
    """Give the unit of a bare figure, empty where its head or label names none, nothing where they measure nothing."""
    measures = [measure_of(cell.text) for cell in (spot.head, spot.label) if cell and cell is not spot.cell]
    told = next((measure.unit for measure in measures if measure.unit), "")
    if told:
        return told
    if not any(measure.told for measure in measures):
        return None
    in_money = any(measure.metric_for("money") for measure in measures)
    return unit_in_title(spot.table.title.text) if in_money and spot.table.title else ""


def _read(article: Article, spot: Spot, unit: str, length: int, number: str) -> Iterator[Quantity]:
    lead = "为"
    found = [figure for figure in read_quantities(f"{lead}{number}{unit}", article.published) if figure.start <= len(lead) + 1]
    if len(found) == 1:
        start = spot.cell.start + found[0].start - len(lead)
        step = (f"{unit} taken from the head of its column",) if unit and unit != "年" else ()
        yield replace(
            found[0],
            start=start,
            end=spot.cell.start + length,
            surface=article.match[start : spot.cell.start + length],
            steps=(*found[0].steps, *step),
        )
