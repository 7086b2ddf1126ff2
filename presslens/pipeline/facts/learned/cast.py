"""Whom an article is of: how often it has each name, and those that come back most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from presslens.pipeline.facts.about import FAINT
from presslens.pipeline.facts.guessing.guesses import Guess
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.unlisted import NOT_A_NAME
from presslens.record import record

# Of firms and of models so many are remembered wherever a figure stands.
_FOREMOST = 3
_FIRMS, _MODELS = ("company", "company?"), ("model", "model?")
# Less likely guesses make a cast of words.
_LIKELY = 0.3


@record(frozen=True)
class Cast:
    """The names of an article: how often each stands there, and the foremost with their kinds."""

    times: Mapping[str, int] = field(default_factory=dict)
    foremost: Sequence[tuple[str, str]] = ()


def cast_of(read: Sequence[Passage]) -> Cast:
    """Count the names of an article, and give those that come back most."""
    times = Counter(name.name for passage in read for name in passage.names)
    places = Counter(_told(read))
    foremost = [
        one
        for kinds in (_FIRMS, _MODELS)
        for one in sorted((one for one in places if one[1] in kinds), key=lambda one: -places[one])[:_FOREMOST]
    ]
    return Cast(times, foremost)


def guessed(passage: Passage) -> Iterator[Guess]:
    """Give the guessed names of a sentence that may be those of somebody."""
    return (one for one in passage.maybe if one.name not in FAINT and one.name not in NOT_A_NAME)


def guessed_kind(one: Guess) -> str:
    """Give the kind of a guessed name, with a mark of doubt: company?."""
    return f"{one.kind}?"


def _told(read: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for passage in read:
        yield from ((name.name, name.kind) for name in passage.names)
        yield from ((one.name, guessed_kind(one)) for one in guessed(passage) if one.likelihood >= _LIKELY)
