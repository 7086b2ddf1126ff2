"""What an article tells around its figures: its sentences, with each figure standing in them as one mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from presslens.lexicon import cue
from presslens.pipeline.checks.row import Row
from presslens.record import record

# Figures and dates stand in a line as single characters that no article means anything by.
_FIRST_FIGURE, _FIRST_DATE, _LAST = 0xE000, 0xF000, 0xF8FF
FIGURE = "[\ue000-\uefff]"
DATE = "[\uf000-\uf8ff]"
# Anything within a sentence that is neither figure nor date.
WORD = "[^\ue000-\uf8ff。；;！？!?]"
CHANGE = rf"(?:{cue('rising')}|{cue('falling')}|{cue('changing')})"
# Words between two values and what is printed of them that name no other thing.
_EMPTY = re.compile(
    rf"{CHANGE}|同比|环比|累计|总体|整体|合计|期间|短短|大约|占比|比例|高达|达到|超过|接近|将近|几乎|相当于"
    "|年?复合|年均|平均|年化|CAGR|高点|低点|峰值|历史|水平|去年|上年|前年|同期|此前|之前|当时|最高|最低"
    "|个?月|年|天|周|内|间|里|时间|[了的约近超达为占幅度率速仅只共则即逾整翻以这该其]"
)
_FIGURES = re.compile(FIGURE)
_MARKS = re.compile(f"[{chr(_FIRST_FIGURE)}-{chr(_LAST)}]")
_MOST = _FIRST_DATE - _FIRST_FIGURE


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the checks read it: its matching copy, the places of its sentences, and the day it was printed."""

    match: str
    sentences: Sequence[tuple[int, int]]
    published: date | None = None

    def sentence(self, fact: Row) -> str:
        """Give the sentence that a fact stands in."""
        start, end = self.sentences[fact["sentence_no"] - 1]
        return self.match[start:end]

    def around(self, fact: Row, reach: int) -> str:
        """Give a fact with so many characters before and after it, within its sentence."""
        start, end = self.sentences[fact["sentence_no"] - 1]
        return self.match[max(start, fact["start"] - reach) : min(end, fact["end"] + reach)]


@record(frozen=True, slots=True)
class Line:
    """One sentence with a mark in place of each figure, the facts behind the marks, and the line before if it has figures."""

    no: int
    text: str
    facts: Mapping[str, Row]
    before: Line | None = None

    def figures(self) -> list[tuple[int, Row]]:
        """Give the figures that are no dates, with their places in the line."""
        return [(found.start(), self.facts[found.group()]) for found in _FIGURES.finditer(self.text)]


def lines(facts: Sequence[Row], told: Mapping[str, Told]) -> Iterator[tuple[str, Line]]:
    """Give every sentence that holds a figure as a line, with its article_id, in order."""
    by_article: dict[str, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        by_article[fact["article_id"]][fact["sentence_no"]].append(fact)
    for article_id, sentences in by_article.items():
        article, before = told[article_id], None
        for no in sorted(sentences):
            line = _line(no, sentences[no], article)
            follows = before is not None and no - before.no == 1
            before = Line(line.no, line.text, line.facts, before if follows else None)
            yield article_id, before


def _line(no: int, facts: Sequence[Row], article: Told) -> Line:
    start, end = article.sentences[no - 1]
    marks: dict[str, Row] = {}
    text, at, printed = "", start, _MARKS.sub("□", article.match[start:end])
    for fact in sorted(facts, key=lambda fact: (fact["start"], -fact["end"])):
        # A figure said of several subjects is several facts: the line needs it once.
        if fact["start"] < at or len(marks) >= _MOST:
            continue
        mark = chr((_FIRST_DATE if fact["kind"] == "date" else _FIRST_FIGURE) + len(marks))
        marks[mark] = fact
        text += printed[at - start : fact["start"] - start] + mark
        at = fact["end"]
    return Line(no, text + printed[at - start :], marks)


def says_nothing(between: str) -> bool:
    """Tell whether words name no other thing and no other time: only a change, how long it took, and how sure it is.

    >>> says_nothing("，同比增长了约"), says_nothing("，净利润增长")
    (True, False)
    """
    return not re.search(f"[A-Za-z一-鿿]|{DATE}", _EMPTY.sub("", between))
