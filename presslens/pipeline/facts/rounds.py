"""When a round of funding was told to be: a later sentence that names it again speaks of that time, not of today."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from presslens.model import Metric, Quantity
from presslens.pipeline.facts.passage import Figure, Passage

_ROUND = re.compile(r"(?:(?:[Pp]re-?)?[A-Ha-h]\d?\+{0,2}|种子|天使)\s?轮")
_OF_ROUNDS: frozenset[Metric] = frozenset({"funding_round", "valuation"})


@dataclass
class Rounds:
    """The time of each round that a sentence told with its date, by whose it is and what it is called."""

    told: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, passage: Passage, dates: Iterable[Quantity]) -> None:
        """Take up the time of the one round a sentence tells with one date before it."""
        if "轮" not in passage.text:
            return
        found = _named(passage.text)
        times = {date.as_of for date in dates if date.end <= passage.start + passage.text.index("轮")}
        if len(found) == len(times) == 1:
            self.told.update(dict.fromkeys(((name.name, found[0]) for name in passage.names), times.pop()))

    def time_for(self, figure: Figure, metric: Metric, subjects: Iterable[str]) -> str:
        """Give when the one round that a figure's sentence names was told to be, or nothing."""
        if metric not in _OF_ROUNDS or not self.told or "轮" not in figure.sentence:
            return ""
        found = _named(figure.sentence)
        return next((self.told.get((subject, found[0]), "") for subject in subjects), "") if len(found) == 1 else ""

    def is_other(self, figure: Figure, subjects: Iterable[str]) -> bool:
        """Tell whether a figure's sentence names a round, and sentences before dated only another one of the same firm."""
        if not self.told or "轮" not in figure.sentence:
            return False
        found = _named(figure.sentence)
        return len(found) == 1 and any((subject, found[0]) not in self.told and self._dated(subject) for subject in subjects)

    def _dated(self, subject: str) -> bool:
        return any(name == subject for name, _ in self.told)


def _named(text: str) -> list[str]:
    return list(dict.fromkeys(name.replace(" ", "").upper() for name in _ROUND.findall(text)))
