"""The subject of a figure, weighed: the candidate that the clues speak for most, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from presslens.model import Confidence
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.learned.candidates import Candidate, candidates
from presslens.pipeline.facts.learned.cast import Cast
from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.learned.subject_clues import Scene, subject_clues
from presslens.pipeline.facts.learned.weights import subjects
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics

WEIGHED = "weighed among the names told so far"
# What points to one of two told before leaves nothing to weigh, nor what is said of anybody, or of a kind that is named.
_SETTLED = frozenset(
    {
        "前者/后者 of the sentence before",
        "said of anybody",
        "said of somebody not named",
        "a kind of firm named in the clause",
        "counted group of the sentence",
        "generic subject of the clause",
    }
)
# A candidate must have so many times the weight of what the rules found, the surer they are.
_CLEARER: Mapping[Confidence, float] = {"high": 8.0, "medium": 2.5, "low": 1.3}
# From this share of all weight on a choice is no mere guess.
_FAIRLY_SURE = 0.6


def is_open(reading: Reading, bound: Bound) -> bool:
    """Tell whether a subject is to be weighed: that of a named metric, unless the sentence's form has settled it."""
    settled = bound.confidence == "high" or bound.how in _SETTLED or _are_several(bound) or reading.told
    return reading.metric != "other" and not settled


def _are_several(bound: Bound) -> bool:
    return len(bound.subjects) > 1 or "、" in bound.subjects[0]


def chosen(figure: Figure, reading: Reading, bound: Bound, memory: Memory, topics: Topics, cast: Cast) -> tuple[Bound, bool]:
    """Give whom a figure is said of, and whether that is more than a guess.

    It is what the rules found, or a candidate that the clues speak for more.
    """
    if not is_open(reading, bound):
        return bound, False
    found = candidates(figure, reading.metric, bound.subjects, memory, topics, cast)
    shares = shares_of(found, Scene(figure, reading.metric, bound, memory, topics, cast))
    share, best = max(zip(shares, found, strict=True), key=lambda one: one[0])
    ruled = sum(share for share, one in zip(shares, found, strict=True) if one.name in bound.subjects)
    sure = share >= _FAIRLY_SURE
    if any(best.name in ruled for ruled in bound.subjects):
        return bound, sure
    if share < _CLEARER[bound.confidence] * ruled:
        return bound, False
    return Bound((best.name,), "medium" if sure else "low", WEIGHED if best.name else "no subject printed"), sure


def shares_of(found: Sequence[Candidate], scene: Scene) -> list[float]:
    """Give each candidate's share of all weight."""
    weights = subjects()
    margins = [sum(filter(None, map(weights.get, set(subject_clues(one, scene))))) for one in found]
    top = max(margins)
    powers = [exp(margin - top) for margin in margins]
    total = sum(powers)
    return [power / total for power in powers]
