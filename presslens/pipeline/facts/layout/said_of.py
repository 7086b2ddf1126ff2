"""Whom a cell of a table is said of: the name in its row, or over its column, or in the line above the table."""

from __future__ import annotations

import re
from bisect import bisect_right

from presslens.lexicon import Hit
from presslens.model import Metric
from presslens.pipeline.facts.layout.cells import BRACKETED, Cell
from presslens.pipeline.facts.layout.grid import TOLD_OF_PRODUCTS, Spot
from presslens.pipeline.facts.layout.measures import is_time, measure_of, time_in
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.rule import FIRM, FIRM_METRICS
from presslens.pipeline.facts.topics import Topics

# 内容, 数值: what stands over the values of a list and is nobody.
_NOBODY = re.compile(
    r"(?:具体)?(?:内容|数值|数据|信息|详情|说明|备注|指标|参数|情况|答案|结果|金额|规格|配置|值|单位.*|.{0,4}(?:公布|披露)?情况)"
)
_NUMBERED = re.compile(r"^(?:\d{1,3}[.、)）]|[①-⑳])\s*")
_NAME = re.compile(r"(?=.*[A-Za-z\u3400-\u9fff]).{2,24}|\S*\d\S*")
_TITLED = re.compile(r"^(?:附?[图表]表?\s*[\d一二三四五六七八九十]*(?:[-－.]\d+)?)?[\s:：、.]*")
_TITLE_ENDS = re.compile(
    r"的?(?:速览|概览|概况|一览|简表|简介|档案|名片|数据|主要|关键|核心|财务|业绩|预测|摘要|情况|基本|信息|表)*[:：]?$"
)
_A_PRODUCT, _LONGEST_HEADING = re.compile(r"(?:核心|主要|代表|旗下|主力|最新)?(?:模型|产品|大模型)"), 30
_OPENING, _LONGEST_PRODUCT = re.compile(r"[（(，,、；;]"), 16
_PLACED = frozenset({"company", "model", "person", "source"})
AN_INDUSTRY = re.compile(r"(?:行业|市场|产业|赛道)$")


def said_of(spot: Spot, metric: Metric | None, topics: Topics) -> tuple[str, str]:
    """Give whom a cell is said of and the time that its row or column tells, each where there is one."""
    if spot.table.fields:
        return _of_fields(spot, metric, topics), ""
    label, head = spot.label_for(metric), spot.head
    as_of = next((time_in(cell.text) for cell in (head, label) if cell and cell.text and time_in(cell.text)), "")
    for cell in (label, head):
        if cell is None or not cell.text or measure_of(cell.text).told or is_time(cell.text) or _NOBODY.fullmatch(cell.text):
            continue
        if cell is head and label is not None and not measure_of(label.text).told and not is_time(label.text):
            continue
        name = _name_in(cell, topics)
        if name:
            return name, as_of
    return _of_title(spot, metric, topics), as_of


def _of_fields(spot: Spot, metric: Metric | None, topics: Topics) -> str:
    """Give whom a list of labels and values is of: the product that a label of it names, or who stands above it."""
    product = _product_of(spot, topics) if metric in TOLD_OF_PRODUCTS else ""
    if product:
        return product
    title = spot.table.title
    names = [name for name in _names_at(title, topics) if name.kind in FIRM] if title and _may_head(title) else []
    of_kind = [name for name in names if (name.kind == "model") == (metric in TOLD_OF_PRODUCTS)]
    return next((name.name for name in (*of_kind, *names)), topics.headed)


def _product_of(spot: Spot, topics: Topics) -> str:
    """Give what a list's label 模型 or 产品 names, before what brackets tell of it: VC-2（11月上线；75亿参数）."""
    cell = next((row[1] for row in spot.table.rows if _A_PRODUCT.fullmatch(row[0].text)), None)
    named = [name for name in _names_at(cell, topics) if name.kind == "model"] if cell else []
    words = _OPENING.split(cell.text)[0].strip() if cell else ""
    return named[0].name if named else words if 1 < len(words) <= _LONGEST_PRODUCT else ""


def _may_head(title: Cell) -> bool:
    return title.text.endswith(("：", ":")) or (len(title.text) <= _LONGEST_HEADING and not title.text.endswith("。"))


def _names_at(cell: Cell, topics: Topics) -> list[Hit]:
    passage = _passage_at(cell.start, topics)
    return passage.names_in(cell.start, cell.end) if passage else []


def _name_in(cell: Cell, topics: Topics) -> str:
    """Give the name that a cell consists of, under its one form; else the cell's words, without what stands in brackets."""
    text = _NUMBERED.sub("", BRACKETED.sub("", cell.text)).strip()
    passage = _passage_at(cell.start, topics)
    for name in passage.names_in(cell.start, cell.end) if passage else ():
        beside = text.replace(cell.text[name.start - cell.start : name.end - cell.start], "", 1)
        if name.kind in _PLACED and not any(character.isalnum() for character in beside):
            return name.name
    return text if _NAME.fullmatch(text) else ""


def _of_title(spot: Spot, metric: Metric | None, topics: Topics) -> str:
    """Give whom the line above a table names, else what the article or its section is about."""
    title = spot.table.title
    passage = _passage_at(title.start, topics) if title and title.text and not title.text.endswith("。") else None
    if title and passage:
        named = [name for name in passage.names_in(title.start, title.end) if name.kind in FIRM]
        if named:
            return named[0].name
        words = _TITLE_ENDS.sub("", _up_to_measure(_TITLED.sub("", title.text)))
        if AN_INDUSTRY.search(words):
            return words
    firm = topics.main.get("company", "")
    return topics.headed or (firm if metric in FIRM_METRICS else "") or topics.topic or firm or topics.main.get("model", "")


def _up_to_measure(title: str) -> str:
    """Cut a title before the first thing it measures: AI视频行业营收与增速 is of AI视频行业."""
    end = next((at for at in range(2, len(title) + 1) if measure_of(title[at : at + 2]).told), len(title))
    return title[:end]


def _passage_at(place: int, topics: Topics) -> Passage | None:
    at = bisect_right(topics.read, place, key=lambda passage: passage.start) - 1
    return topics.read[at] if at >= 0 else None
