"""What a figure in a table measures, of whom and for when, by the head of its column and the label of its row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from presslens.model import Article, Metric, Quantity, QuantityKind
from presslens.pipeline.facts.layout.cells import BRACKETED
from presslens.pipeline.facts.layout.grid import Grid, Spot
from presslens.pipeline.facts.layout.measures import NOTHING, Measure, measure_of
from presslens.pipeline.facts.layout.reread import reread
from presslens.pipeline.facts.layout.said_of import AN_INDUSTRY, said_of
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, OF_MODELS, Reading
from presslens.pipeline.facts.rules import OTHER, read_figure
from presslens.pipeline.facts.tokens import OF_TIME
from presslens.pipeline.facts.topics import Topics
from presslens.record import replace

# Settles by its clues what a figure measures: the figure, the rules' answer and their rule.
Weighed = Callable[[Figure, Reading, str], tuple[Reading, str]]
COLUMN, ROW = "column_of_table", "cell_of_table"
# What a cell may have beside its figure and yet say no more than that.
_LITTLE = re.compile(
    r"[约近超逾至到不最高长低大达起左右以上内余多每/、,，~～\-–—+（）()≥≤<>\[\]★*\s个美港日韩元欧月年次人条秒级版名家单倍点分时天注册预计]*"
)
_SUMS = frozenset[QuantityKind]({"money", "count", "number"})
_DATE, _OF_VERSIONS = re.compile(r"日期|时间|发布|上线|推出|首发"), re.compile(r"版本|模型|产品|型号|芯片")
_AMOUNT = re.compile(r"金额|数额|额度|规模")
_OF_ROUNDS = re.compile(r"轮")
_IN_ALL = re.compile(r"累计|总|历史|历来|合计")
_FALLS = re.compile(r"跌幅|降幅|减幅|下滑")
_TIMELESS = OF_MODELS | {"fps", "release_date"}


class Laid:
    """What is laid out in an article, and what the figures in it are told to be by where they stand."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._grid = Grid(article.match)

    def reread(self, quantities: Iterable[Quantity]) -> list[Quantity]:
        """Give the figures of the article, those of cells with the unit over their column."""
        return reread(self._article, self._grid, quantities) if self._grid.tables else list(quantities)

    def reading(self, figure: Figure, topics: Topics, weighed: Weighed) -> tuple[Reading, str] | None:
        """Read a figure of a table; nothing for one that stands elsewhere.

        What neither its cell's words nor its head and label tell is `weighed`, and said of whom its row is of.
        """
        spot = self._grid.spot(figure.quantity.start)
        if spot is None:
            return None
        if spot.heads or spot.labels:
            return (Reading("other", subjects=()), ROW) if figure.quantity.kind in OF_TIME else None
        bare = _is_bare(figure, spot)
        told = OTHER, ROW
        if not bare:
            told = read_figure(figure)
        metric, measure = _measured(spot, figure)
        if told[0].metric == "other" and metric is not None and (bare or _is_first(figure, spot)):
            return _by_head(figure, spot, metric, measure, topics), COLUMN
        if told[0].metric == "other" and not (bare and measure.told):
            told = weighed(figure, *(read_figure(figure) if bare else told))
        return _of_its_row(figure, spot, told, topics)


def _of_its_row(figure: Figure, spot: Spot, told: tuple[Reading, str], topics: Topics) -> tuple[Reading, str]:
    """Give what the words of a cell tell of the figure, said of whom its row is of where they name nobody."""
    reading, rule = told
    named = [name for name in figure.passage.names_in(spot.cell.start, figure.quantity.start) if name.kind in FIRM]
    if reading.subject or (named and reading.metric != "other"):
        return told
    subject, as_of = said_of(spot, reading.metric, topics)
    if figure.quantity.kind in OF_TIME or reading.metric != "other":
        as_of = reading.as_of
    return replace(reading, subject=subject, as_of=as_of), ROW if rule == "unclaimed" else rule


def _by_head(figure: Figure, spot: Spot, metric: Metric, measure: Measure, topics: Topics) -> Reading:
    """Read a figure by the head of its column, else by the label of its row."""
    subject, as_of = said_of(spot, metric, topics)
    if metric == "revenue" and AN_INDUSTRY.search(subject):
        metric = "market_size"
    return Reading(
        metric,
        subject,
        as_of="" if metric in _TIMELESS else measure.as_of or as_of,
        kind_money=metric == "price" and figure.quantity.kind in ("count", "number"),
        negative=metric == "growth_rate" and _FALLS.search(spot.head.text if spot.head else "") is not None,
    )


def _is_bare(figure: Figure, spot: Spot) -> bool:
    """Tell whether a cell says nothing but its figures."""
    text, start = spot.cell.text, spot.cell.start
    for other in reversed(figure.passage.figures):
        if spot.cell.start <= other.start and other.end <= spot.cell.end:
            text = text[: other.start - start] + text[other.end - start :]
    return _LITTLE.fullmatch(text) is not None


def _is_first(figure: Figure, spot: Spot) -> bool:
    """Tell whether a figure is the first of its kind in its cell."""
    alike = (other for other in figure.passage.figures if other.kind == figure.quantity.kind and other.start >= spot.cell.start)
    return next(alike, None) == figure.quantity


def _measured(spot: Spot, figure: Figure) -> tuple[Metric | None, Measure]:
    """Give what the head of a cell's column, else the label of its row, tells of a figure of its kind."""
    kind = figure.quantity.kind
    head = measure_of(spot.head.text) if spot.head else NOTHING
    label = measure_of(spot.label.text) if spot.label else NOTHING
    measure, words = (head, spot.head) if head.metric_for(kind) or not label.metric_for(kind) else (label, spot.label)
    metric = measure.metric_for(kind)
    if metric is None and _is_when_it_came_out(spot, kind):
        return "release_date", measure
    if metric is None and spot.table.title and (measure.unit or measure.as_of) and not label.told and not measure.metrics:
        metric = _measure_of_title(spot.table.title.text).metric_for(kind)
    is_amount = metric == "funding_total" or (metric is None and words is not None and _AMOUNT.search(words.text) is not None)
    is_round = is_amount and words and not _IN_ALL.search(words.text) and kind in _SUMS
    return ("funding_round" if is_round and _tells_of_rounds(spot) else metric), measure


def _tells_of_rounds(spot: Spot) -> bool:
    return any(_OF_ROUNDS.search(cell.text) for cell in spot.table.head)


def _is_when_it_came_out(spot: Spot, kind: QuantityKind) -> bool:
    """Tell whether a date stands under 日期 in a table of versions or models."""
    if kind not in ("date", "datetime") or spot.head is None:
        return False
    return _DATE.fullmatch(spot.head.text) is not None and _OF_VERSIONS.search(spot.table.head[0].text) is not None


def _measure_of_title(title: str) -> Measure:
    words = BRACKETED.sub("", title)
    return next((found for at in range(len(words)) if (found := measure_of(words[at : at + 4])).metrics), NOTHING)
