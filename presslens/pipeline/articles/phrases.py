"""How likely three characters follow each other in press Chinese, counted over the training sentences of the outlook."""

from __future__ import annotations

import csv
import math
from collections import Counter
from functools import cache
from importlib import resources
from typing import NamedTuple

from presslens.pipeline.articles.script import matching_copy

# Marks of either width, quotation marks of either kind, any figure and any Latin letter count as one.
_FOLDED = str.maketrans("，！？：；（）「」『』", ",!?:;()“”“”")
# How much the counts of less context weigh against those of more.
_WEIGHT_OF_PAIR, _WEIGHT_OF_SINGLE = 8.0, 20.0
_LEAST = 1e-9


class _Counts(NamedTuple):
    singles: Counter[str]
    pairs: Counter[str]
    threes: Counter[str]
    total: int


def in_phrases(before: str, character: str, after: str) -> float:
    """Score a character by the two before and the two after it, as a logarithm.

    >>> in_phrases("市场规", "模", "将达") > in_phrases("市场规", "莫", "将达")
    True
    """
    left, here, right = (_folded(part) for part in (before[-2:], character, after[:2]))
    score = _likelihood(left[-2:-1], left[-1:], here)
    if right:
        score += _likelihood(left[-1:], here, right[:1])
    if len(right) > 1:
        score += _likelihood(here, right[:1], right[1:])
    return score


def _likelihood(first: str, second: str, third: str) -> float:
    counts = _counts()
    single = (counts.singles[third] + 0.5) / counts.total
    if not second:
        return math.log(single)
    pair = (counts.pairs[second + third] + _WEIGHT_OF_SINGLE * single) / (counts.singles[second] + _WEIGHT_OF_SINGLE)
    if not first:
        return math.log(max(pair, _LEAST))
    three = (counts.threes[first + second + third] + _WEIGHT_OF_PAIR * pair) / (counts.pairs[first + second] + _WEIGHT_OF_PAIR)
    return math.log(max(three, _LEAST))


def _folded(text: str) -> str:
    plain = matching_copy(text).translate(_FOLDED)
    return "".join("0" if c.isdigit() else "a" if c.isascii() and c.isalpha() else c for c in plain)


@cache
def _counts() -> _Counts:
    table = resources.files("presslens.pipeline.sentiment.training").joinpath("sentences.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    text = _folded("\n".join(row["text"] for row in rows))
    threes = Counter(text[at : at + 3] for at in range(len(text) - 2))
    return _Counts(Counter(text), Counter(map(str.__add__, text, text[1:])), threes, len(text))
