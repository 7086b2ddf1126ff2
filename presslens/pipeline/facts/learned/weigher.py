"""The two questions that are weighed for each figure of an article, and what they need to remember."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from presslens.model import Fact
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.guessing.classifier import Model
from presslens.pipeline.facts.learned import metric, subject
from presslens.pipeline.facts.learned.cast import Cast, cast_of
from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics


@dataclass
class Weigher:
    """Weighs the figures of one article in order; `guesser` guesses its names in place of the shipped one."""

    guesser: Model | None = None
    memory: Memory = field(default_factory=Memory)
    cast: Cast = field(default_factory=Cast)

    def begin(self, topics: Topics) -> None:
        """Take up an article before its first figure."""
        self.cast = cast_of(topics.read)

    def reading(self, figure: Figure, reading: Reading, rule: str, topics: Topics) -> tuple[Reading, str]:
        """Settle what a figure measures; `reading` and `rule` are the rules' answer."""
        return metric.weighed(figure, reading, rule, self.memory, topics)

    def bound(self, figure: Figure, reading: Reading, bound: Bound, topics: Topics) -> tuple[Bound, bool]:
        """Settle whom it is said of, and tell whether that is more than a guess; `bound` is the rules' answer."""
        return subject.chosen(figure, reading, bound, self.memory, topics, self.cast)

    def note(self, figure: Figure, facts: Sequence[Fact]) -> None:
        """Remember a figure as it was settled."""
        if facts:
            self.memory.note(figure.quantity, facts[0].metric, [fact.subject for fact in facts], figure.passage.no)
