"""Times and values dealt out in turn: 2023、2024年收入分别为3亿元和5亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure, Passage

_IN_TURN = re.compile(r"分别|依次|各[为是达]")
_LINK = re.compile(r"\s*(?:、|和|及|与|以及|[,，/])\s*(?:约|近|超过?)?\s*")
_DATES: frozenset[str] = frozenset({"date"})


def time_in_turn(figure: Figure) -> str:
    """Give the date of a sentence's list that a value of an equally long list is of, or nothing."""
    passage = figure.passage
    if not _IN_TURN.search(figure.before):
        return ""
    told = passage.figures
    at = told.index(figure.quantity)
    first, last = _run(passage, told, at, frozenset({figure.quantity.kind}))
    if first == 0 or told[first - 1].kind != "date":
        return ""
    opens, closes = _run(passage, told, first - 1, _DATES)
    between = passage.between(told[closes].end, told[first].start)
    if closes - opens != last - first or last == first or not _IN_TURN.search(between) or re.search(r"[。；;]", between):
        return ""
    return told[opens + at - first].as_of


def _run(passage: Passage, told: Sequence[Quantity], at: int, kinds: frozenset[str]) -> tuple[int, int]:
    """Give the places of the first and last figure of the list that the one at `at` stands in."""
    first = last = at
    while first > 0 and told[first - 1].kind in kinds and _is_linked(passage, told[first - 1], told[first]):
        first -= 1
    while last + 1 < len(told) and told[last + 1].kind in kinds and _is_linked(passage, told[last], told[last + 1]):
        last += 1
    return first, last


def _is_linked(passage: Passage, one: Quantity, other: Quantity) -> bool:
    return _LINK.fullmatch(passage.between(one.end, other.start)) is not None
