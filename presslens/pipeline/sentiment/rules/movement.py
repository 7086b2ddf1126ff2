"""Figures that rise or fall: good when sales rise, bad when costs do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_BEFORE = 14
_AFTER = 6
_MOVED = 0.9


def costs_fall(reading: Reading) -> None:
    """Read a falling cost as good and a rising one as bad.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("成本下降了一半").total() > 0 > read("成本上涨了一半").total()
    True
    """
    if not reading.roles & Role.COST:
        return
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if not token.roles & (Role.RISE | Role.FALL):
            continue
        cost = _cost_of(reading, i)
        if cost is None:
            continue
        reading.values[cost] = 0.0
        reading.values[i] = _MOVED if token.roles & Role.FALL else -_MOVED
        reading.surface[i] = tokens[cost].word + token.word


def _cost_of(reading: Reading, i: int) -> int | None:
    """Find the cost that moves: it stands before the verb, or right after it."""
    tokens, clauses = reading.tokens, reading.clauses
    for j in range(i - 1, -1, -1):
        if clauses[j] != clauses[i] or tokens[i].start - tokens[j].end > _BEFORE:
            break
        if tokens[j].roles & Role.COST:
            return j
        if tokens[j].roles & (Role.RISE | Role.FALL):
            break
    for j in range(i + 1, len(tokens)):
        if clauses[j] != clauses[i] or tokens[j].start - tokens[i].end > _AFTER:
            break
        if tokens[j].roles & Role.COST:
            return j
    return None


def load_grows(reading: Reading) -> None:
    """Read a growing load, as of computing, as neither good nor bad.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("计算量大幅增长").total()
    0.0
    """
    if not reading.roles & Role.LOAD:
        return
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if token.roles & Role.LOAD:
            for j in range(i + 1, len(tokens)):
                if reading.clauses[j] != reading.clauses[i]:
                    break
                reading.values[j] = min(reading.values[j], 0.0)


RULES = (costs_fall, load_grows)
