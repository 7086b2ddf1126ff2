"""Whom an article is of: the names of its sentences, how often it has each, and those that come back most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from presslens.pipeline.facts.about import FAINT
from presslens.pipeline.facts.guessing.guesses import Guess
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.unlisted import NOT_A_NAME
from presslens.record import computed_once, record

# Of firms and of models so many are remembered wherever a figure stands.
_FOREMOST = 3
_FIRMS, _MODELS = ("company", "company?"), ("model", "model?")
_KNOWN = frozenset({"model", "company", "person", "source"})
# Less likely guesses make a cast of words.
_LIKELY = 0.3

# That of a guessed name has a mark of doubt: company?.
Kind = str


@record(frozen=True, slots=True)
class Member:
    """A name where a sentence prints it, or what may be one there; `likelihood` is how likely a guessed name is one."""

    name: str
    kind: Kind
    start: int
    end: int
    likelihood: float = 1.0


@record(frozen=True)
class Cast:
    """The names of an article: how often each stands there, and the foremost with their kinds."""

    times: Mapping[str, int] = field(default_factory=dict)
    foremost: Sequence[tuple[str, Kind]] = ()

    @computed_once
    def ranks(self) -> Mapping[str, int]:
        """Give the place of each name among the foremost."""
        # A name that stands there under two kinds has the place of the first.
        return {name: rank for rank, (name, _) in reversed(list(enumerate(self.foremost)))}

    def members(self, passage: Passage) -> Sequence[Member]:
        """Give the names of a sentence and those guessed in it, in order; many figures ask for them."""
        if passage.no not in self._members:
            self._members[passage.no] = _members(passage)
        return self._members[passage.no]

    def times_of(self, name: str, kind: Kind, text: str) -> int:
        """Tell how often an article of a text has a candidate: a known name is counted, anything else looked for."""
        if kind in _KNOWN:
            return self.times.get(name, 0)
        if name not in self._printed:
            self._printed[name] = text.count(name)
        return self._printed[name]

    @computed_once
    def _printed(self) -> dict[str, int]:
        return {}

    @computed_once
    def _members(self) -> dict[int, Sequence[Member]]:
        return {}


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


def _members(passage: Passage) -> Sequence[Member]:
    names = [Member(hit.name, hit.kind, hit.start, hit.end) for hit in passage.names]
    names += [Member(one.name, _guessed_kind(one), one.start, one.end, one.likelihood) for one in _guessed(passage)]
    return sorted(names, key=lambda one: one.start)


def _guessed(passage: Passage) -> Iterator[Guess]:
    """Give the guessed names of a sentence that may be those of somebody."""
    return (one for one in passage.maybe if one.name not in FAINT and one.name not in NOT_A_NAME)


def _guessed_kind(one: Guess) -> Kind:
    return f"{one.kind}?"


def _told(read: Sequence[Passage]) -> Iterator[tuple[str, Kind]]:
    for passage in read:
        yield from ((name.name, name.kind) for name in passage.names)
        yield from ((one.name, _guessed_kind(one)) for one in _guessed(passage) if one.likelihood >= _LIKELY)
