"""Figures that only go on with the one before them: lists, next years, customers among customers, amounts stated twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from presslens.model import Fact
from presslens.pipeline.facts.ellipsis import without_times
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MONEY_METRICS, Reading

# An amount printed once more in another currency: counted, it would stand twice for one event.
RESTATED = "restated"

_LINK = re.compile(r"\s*(?:、|和|及|与|或|以及|/)\s*(?:约|近|超)?")
_LISTED_KINDS = frozenset({"percent", "money", "ratio"})
# 输入1元、输出2元
_OTHER_WAY = re.compile(r"\s*[、，,/]\s*(?:每百万\s?[Tt]okens?)?输[出入](?:价格)?(?:则?为|仅?需?|约)?\s*")
# 2025年达到116亿,2026年达到256亿
_NEXT_YEAR = re.compile(
    r"[^，,。；;、]{0,4}[，,]\s*(?:而|到|至|在|并)*(?:将|则|预计|有望|再|更|会|又|进一步|是要?|已经?|就|仅|也)*"
    r"(?:达到?|增至|升至|增长[到至]|为|突破|超过|跃升至|提升至|实现)(?:了|约|近|超)*\s*"
)
# 营收63亿,上年同期64亿
_OTHER_TIME = re.compile(r"\s*[，,(（]\s*(?:而|较|比)?(?:的?为?|仅为|是)\s*")
# 客户突破2000家,其中包括4家世界500强和10家上市公司 counts customers three times.
_AMONG_THEM = re.compile(r"[，,]\s?其中(?:包括|有|含)?|[^，,。；;]{0,14}(?:和|及|、|以及)")
_IN_BRACKETS = re.compile(
    r"\s*(?:[(（]|[，,]\s?即(?:约|超过?|逾)*)\s*(?:当前|折合|相当于|约合|合|约|按[^()（）]{0,8}|\s)*(?:人民币|港币|港元|美元)?\s*$"
)


@dataclass(frozen=True)
class Told:
    """The last figure that was no date, how it was read, and of whom it was said."""

    figure: Figure
    reading: Reading
    rule: str
    subject: str

    def listed(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure that only continues a list as the one before it; its subject is its own."""
        if not self._before(figure) or self.reading.metric == "other" or figure.quantity.kind not in _LISTED_KINDS:
            return None
        return (replace(self.reading, subject=""), self.rule) if _LINK.fullmatch(self._between(figure)) else None

    def going_on(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure that no rule claims as one more of its kind, where the words between only go on with it."""
        if not self._before(figure):
            return None
        metric, between, same = self.reading.metric, self._between(figure), replace(self.reading, subject=self.subject)
        if metric == "price" and _OTHER_WAY.fullmatch(between):
            return same, self.rule
        timeless = without_times(figure, self.figure.quantity.end, figure.quantity.start)
        dated = timeless != between and _OTHER_TIME.fullmatch(timeless)
        if metric in MONEY_METRICS and (dated or _NEXT_YEAR.fullmatch(timeless)):
            return replace(same, as_of=""), self.rule
        firms = figure.quantity.unit == self.figure.quantity.unit == "company"
        return (same, self.rule) if metric == "users" and firms and _AMONG_THEM.fullmatch(between) else None

    def _before(self, figure: Figure) -> bool:
        same_kind = self.figure.quantity.kind == figure.quantity.kind
        both_money = figure.quantity.kind == "money" and self.reading.metric in MONEY_METRICS
        return self.figure.passage is figure.passage and (same_kind or both_money)

    def _between(self, figure: Figure) -> str:
        return figure.passage.between(self.figure.quantity.end, figure.quantity.start)


def restated(figure: Figure, facts: Sequence[Fact]) -> list[Fact]:
    """Give an amount in brackets that states the one before it in another currency: the same facts, of the same subjects."""
    quantity, passage = figure.quantity, figure.passage
    if quantity.kind != "money" or not facts or facts[0].kind != "money" or facts[0].sentence_no != passage.no:
        return []
    if facts[0].unit == quantity.unit or not _IN_BRACKETS.fullmatch(passage.between(facts[0].end, quantity.start)):
        return []
    surface = passage.article.text[quantity.start : quantity.end]
    value = {"low": quantity.low, "high": quantity.high, "unit": quantity.unit, "bound": quantity.bound}
    steps = (*quantity.steps, "restates the amount before it in another currency")
    place = {"start": quantity.start, "end": quantity.end, "surface": surface}
    return [replace(fact, **place, **value, rule=RESTATED, steps=steps) for fact in facts]  # type: ignore[arg-type]
