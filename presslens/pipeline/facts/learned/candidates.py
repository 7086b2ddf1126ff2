"""Whom a figure can be said of: the names of its sentence and of those before it, what rules and markets offer, or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslens.model import Metric
from presslens.pipeline.cutting import is_word
from presslens.pipeline.facts.learned.cast import Cast, Kind, Member
from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.market_names import market_subject
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import FIRM_METRICS, OF_MODELS
from presslens.pipeline.facts.topics import Topics
from presslens.record import record

# Names further back than so many sentences are no candidates, nor more than so many names before the figure.
_REACH, _MOST = 6, 14
_BEHIND = 4
_GUESSED_NOUN = "noun?"
_MEASURES = frozenset(
    {"升幅", "涨幅", "跌幅", "增幅", "降幅", "收市报", "收报", "收盘报", "单笔", "单次", "单价", "售价", "价格", "收费"}
)
# What firms and models have is said of no plain word.
_NEEDS_A_NAME = FIRM_METRICS | OF_MODELS


@record(frozen=True, slots=True)
class Candidate:
    """One name or noun that may be the subject, with the place where it stands nearest, and how many stand nearer.

    `part` is what a noun is in its clause: what it begins with, or what points to something. `likelihood` is how likely a
    guessed name is one.
    """

    name: str
    kind: Kind
    passage: Passage | None = None
    start: int = 0
    end: int = 0
    behind: bool = False
    rank: int = 0
    rank_of_kind: int = 0
    part: str = ""
    likelihood: float = 1.0


def candidates(
    figure: Figure, metric: Metric, offered: Sequence[str], memory: Memory, topics: Topics, cast: Cast
) -> list[Candidate]:
    """List whom a figure of a metric can be said of; `offered` is what the rules found."""
    found = _names(figure, metric, topics, cast)
    last = memory.last_but_times()
    for name in (*offered, topics.topic, topics.we, *topics.main.values(), *(last.subjects if last else ())):
        if name and name not in found:
            found[name] = Candidate(name, topics.kind_of(name) or "noun")
    for market in filter(None, (market_subject(figure.left), market_subject(figure.before))):
        if market not in found:
            found[market] = Candidate(market, "market")
    for place, (passage, one) in enumerate(_nouns(figure, topics)):
        known = found.get(one.text)
        if (known is None or (known.passage is None and known.name)) and not _says_too_little(one.text, metric):
            kind = known.kind if known else "noun"
            found[one.text] = Candidate(one.text, kind, passage, one.start, one.end, rank_of_kind=place, part=one.form)
    for name, kind in cast.foremost:
        if name not in found:
            found[name] = Candidate(name, kind)
    if "" not in found:
        found[""] = Candidate("", "nobody")
    return list(found.values())


def _names(figure: Figure, metric: Metric, topics: Topics, cast: Cast) -> dict[str, Candidate]:
    """Give the names before a figure, the nearest first, and those that follow it in its sentence."""
    found: dict[str, Candidate] = {}
    of_kind: dict[Kind, int] = {}
    for passage, one in _told_before(figure, topics, cast):
        if len(found) == _MOST:
            break
        too_little = one.kind == _GUESSED_NOUN and _says_too_little(one.name, metric)
        if not too_little and one.name not in found:
            rank = of_kind.get(one.kind, 0)
            found[one.name] = _candidate(passage, one, rank=len(found), rank_of_kind=rank)
            of_kind[one.kind] = rank + 1
    behind = [one for one in cast.members(figure.passage) if one.start >= figure.quantity.end]
    for one in behind[:_BEHIND]:
        if one.name not in found:
            found[one.name] = _candidate(figure.passage, one, behind=True)
    return found


def _candidate(passage: Passage, one: Member, *, behind: bool = False, rank: int = 0, rank_of_kind: int = 0) -> Candidate:
    return Candidate(one.name, one.kind, passage, one.start, one.end, behind, rank, rank_of_kind, likelihood=one.likelihood)


def _says_too_little(noun: str, metric: Metric) -> bool:
    """Tell whether a plain word cannot have what only firms and models have: 视频 has no parameters, 升幅 has nothing."""
    return noun in _MEASURES or (metric in _NEEDS_A_NAME and is_word()(noun))


def _told_before(figure: Figure, topics: Topics, cast: Cast) -> Iterator[tuple[Passage, Member]]:
    """Give what may be a name before a figure with its sentence, the nearest first."""
    passage, place = figure.passage, figure.quantity.start
    yield from ((passage, one) for one in reversed(cast.members(passage)) if one.end <= place)
    for earlier in topics.sentences_before(passage, _REACH):
        yield from ((earlier, one) for one in reversed(cast.members(earlier)))


def _nouns(figure: Figure, topics: Topics) -> Iterator[tuple[Passage, Stated]]:
    """Give the nouns that the figure's clause, those before it and those of the sentence before begin with."""
    passage = figure.passage
    at = passage.clause_at(figure.quantity.start)
    for earlier, last in ((passage, at), *((one, len(one.clauses) - 1) for one in topics.sentences_before(passage, 1))):
        for number in range(last, -1, -1):
            for one in earlier.stated(number):
                if one.form in ("noun", "weak") and one.end <= figure.quantity.start:
                    yield earlier, one
