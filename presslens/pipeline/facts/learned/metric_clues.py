"""What tells the metric of a figure: how it is printed, the characters around it, and what the figures before it measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log10

from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMERALS = re.compile(r"[0〇零一二两三四五六七八九十]+")
# How many characters are looked at: close before and behind the figure, in its clause, its sentence, the one before.
_LEFT, _RIGHT, _CLAUSE, _BEFORE, _AFTER, _EARLIER = 24, 16, 40, 60, 24, 50
_LONGEST_GAP = 8


def metric_clues(figure: Figure, reading: Reading, rule: str, memory: Memory, topics: Topics) -> set[str]:
    """Give the clues to what a figure measures; `reading` and `rule` are what the rules make of it."""
    clues = {f"rule={reading.metric}", f"by={rule}", *_of_value(figure), *_of_names(figure), *_of_memory(figure, memory)}
    left, right = plain(figure.near_left)[-_LEFT:], plain(figure.near_right)[:_RIGHT]
    for size in (1, 2, 3, 4):
        clues.add(f"ends{left[-size:]}")
        clues.add(f"begins{right[:size]}")
    clues.update(_grams("L", left, 2), _grams("L", left, 3))
    clues.update(_grams("R", right, 2))
    clues.update(_grams("C", plain(figure.left)[-_CLAUSE:], 2))
    clues.update(_grams("B", plain(figure.before)[-_BEFORE:], 2))
    clues.update(_grams("A", plain(figure.after)[:_AFTER], 2))
    for earlier in topics.sentences_before(figure.passage, 1):
        clues.update(_grams("E", plain(earlier.text)[-_EARLIER:], 2))
    return clues


def plain(text: str) -> str:
    """Write text as it is compared: without spaces, every number alike.

    >>> plain("涨了 1,200 点")
    '涨了0点'
    """
    return _NUMBER.sub("0", "".join(text.split()))


def _grams(place: str, text: str, size: int) -> list[str]:
    return [place + text[at : at + size] for at in range(len(text) - size + 1)]


def _of_value(figure: Figure) -> Iterator[str]:
    """Tell how the figure is printed: its kind, unit, bound, size and form."""
    quantity = figure.quantity
    printed = plain(figure.passage.article.match[quantity.start : quantity.end])
    yield f"kind={quantity.kind}"
    yield f"unit={quantity.unit}"
    yield f"bound={quantity.bound}"
    yield f"form={_NUMERALS.sub('0', printed)}"
    yield from _grams("F", printed, 2)
    if quantity.low is not None and quantity.kind != "date":
        size = int(log10(abs(quantity.low))) if quantity.low else -9
        yield f"size={size}"
        yield f"size={quantity.unit}{size}"


def _of_names(figure: Figure) -> Iterator[str]:
    """Tell what kinds of names the sentence has, and how far before the figure the last one stands."""
    passage, start = figure.passage, figure.quantity.start
    yield from (f"name={name.kind}" for name in passage.names)
    before = [name for name in passage.names if name.end <= start]
    if before:
        yield f"last={before[-1].kind}"
        yield f"last={before[-1].kind}{min(4, (start - before[-1].end) // 6)}"


def _of_memory(figure: Figure, memory: Memory) -> Iterator[str]:
    """Tell what the figures before this one measured, and what stands between the last one and this."""
    passage, last = figure.passage, memory.last
    if last is None:
        return
    far = passage.no - last.sentence_no
    yield f"after={last.metric},{min(far, 2)}"
    yield f"after={last.metric},{last.quantity.kind},{min(far, 2)}"
    if far == 0:
        gap = _gap(figure, last.quantity.end)
        yield f"gap={gap}"
        yield f"gap={last.metric}{gap}"
    like = memory.last_like(figure.quantity)
    if like:
        yield f"like={like.metric},{min(passage.no - like.sentence_no, 3)}"
    yield from (f"told={one.metric}" for one in memory.said[-4:] if passage.no - one.sentence_no <= 2)


def _gap(figure: Figure, start: int) -> str:
    """Write what stands between two figures, each name as N, a long stretch by its ends."""
    passage, end = figure.passage, figure.quantity.start
    parts, at = [], start
    for name in passage.names_in(start, end):
        parts.append(passage.between(at, name.start) + "N")
        at = name.end
    gap = plain("".join(parts) + passage.between(at, end))
    return gap if len(gap) <= _LONGEST_GAP else f"{gap[:2]}~{gap[-2:]}"
