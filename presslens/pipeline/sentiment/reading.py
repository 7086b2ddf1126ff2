"""Weigh the sentiment words of one sentence: what the lexicon gives, changed by the rules in their order."""

from __future__ import annotations

from dataclasses import dataclass, field

from presslens.pipeline.sentiment.masks import masked
from presslens.pipeline.sentiment.rules import RULES
from presslens.pipeline.sentiment.words import Role, Token, find


@dataclass(slots=True)
class Reading:
    """The known words of one sentence, their present values and the clause each stands in; rules change the values.

    `roles` joins the roles of all words, so that no rule is asked that has nothing to do. `surface` keeps what is
    shown as a cue: the word, with its negation where one turned it around.
    """

    text: str
    tokens: list[Token]
    values: list[float]
    clauses: list[int]
    roles: int
    surface: dict[int, str] = field(default_factory=dict)

    def total(self) -> float:
        """Add up all values."""
        return sum(self.values)

    def cues(self, most: int = 6) -> tuple[str, ...]:
        """Name the words that decided, in the order of the text, the weightiest only."""
        if not any(self.values):
            return ()
        heavy = sorted((i for i, value in enumerate(self.values) if abs(value) >= 0.1), key=lambda i: -abs(self.values[i]))
        return tuple(self.surface.get(i, self.tokens[i].word) for i in sorted(heavy[:most]))


def read(text: str) -> Reading:
    """Read one sentence of a matching copy.

    >>> reading = read("画面并不逼真，但生成速度很快。")
    >>> reading.cues()
    ('不逼真',)
    """
    text = masked(text)
    tokens = find(text)
    reading = Reading(text, tokens, [token.weight for token in tokens], _clauses(tokens), _roles(tokens))
    for roles, rule in RULES:
        if reading.roles & roles:
            rule(reading)
    return reading


def _roles(tokens: list[Token]) -> int:
    found = 0
    for token in tokens:
        found |= token.roles
    return found


def _clauses(tokens: list[Token]) -> list[int]:
    """Number the clauses: a mark ends one, a word of contrast begins one."""
    numbers, clause = [], 0
    for token in tokens:
        if token.roles & Role.CONTRAST:
            clause += 1
        numbers.append(clause)
        if token.roles & Role.BORDER:
            clause += 1
    return numbers
