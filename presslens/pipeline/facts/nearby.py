"""Noun phrases near a figure that no clause begins with: what the words with it describe, what stands right before it.

售价8元的贴纸 tells of 贴纸, and 每段视频都被裁剪为32帧 of 视频, whatever the text is about else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.sound import NOUNS, OF, VERBS
from presslens.pipeline.facts.tokens import COUNT, NAME, TIME, Token

_DESCRIBING = frozenset({"a", "b", "ad", "z", "vn", "an", "f", "l"})
_GOVERNING = VERBS | {"p"}
_SHOWN = ("name", "noun", "weak")
_REACH = 12
# Words between a number and what it counts.
_COUNTERS = tuple("个位名家款种项类台只部条张座所支份件块颗套本篇辆间大")


def described(figure: Figure) -> Iterator[Stated]:
    """Give what a clause with a figure describes: the head noun behind 的."""
    after = _behind(figure)
    place = next((n for n, token in enumerate(after[:_REACH]) if token.text in OF or token.text in ("，", "。", "；")), -1)
    if place < 0 or after[place].text not in OF or any(token.tag in (NAME, TIME, COUNT) for token in after[:place]):
        return
    yield from _head(figure, after[place + 1 :])


def counted(figure: Figure) -> Iterator[Stated]:
    """Give what a figure counts, right behind it: 两位嘉宾, but not 三次 or 17岁."""
    count = figure.quantity
    if count.kind == "count" and count.surface.endswith(_COUNTERS):
        yield from _head(figure, _behind(figure))


def before(figure: Figure) -> Iterator[Stated]:
    """Give the noun phrases of the clause before a figure, the nearest first."""
    passage = figure.passage
    tokens = [token for token in passage.tokens(figure.clause) if token.end <= figure.quantity.start]
    end = len(tokens)
    first_verb = next((n for n, token in enumerate(tokens) if token.tag in _GOVERNING), len(tokens))
    while end:
        if tokens[end - 1].tag not in NOUNS:
            end -= 1
            continue
        start = end - 1
        while start and _joins(tokens, start - 1):
            start -= 1
        while tokens[start].text in OF:
            start += 1
        if start > first_verb:
            end = start
            continue
        yield from _as_subject(figure, tokens[start:end])
        end = start


def _joins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.tag in NOUNS or token.tag in _DESCRIBING or (token.text in OF and at > 0 and tokens[at - 1].tag in NOUNS)


def _behind(figure: Figure) -> list[Token]:
    end = figure.clause.end
    tokens = figure.passage.tokens(figure.clause)
    return [token for token in tokens if token.start >= figure.quantity.end and token.end <= end]


def _head(figure: Figure, after: Sequence[Token]) -> Iterator[Stated]:
    """Read a noun phrase that begins at a word, to its last noun."""
    start = 0
    while start < len(after) and (after[start].text in OF or after[start].tag in ("b", "a")):
        start += 1
    end = start
    while end < len(after) and (
        after[end].tag in NOUNS or (after[end].text in OF and end > start) or after[end].tag in ("b", "a")
    ):
        end += 1
    while end > start and after[end - 1].tag not in NOUNS:
        end -= 1
    if end > start:
        yield from _as_subject(figure, after[start:end])


def _as_subject(figure: Figure, part: Sequence[Token]) -> Iterator[Stated]:
    found = figure.passage.phrase(part)
    if found is not None and found.form in _SHOWN:
        yield found
