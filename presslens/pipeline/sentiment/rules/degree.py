"""Words of degree strengthen or weaken what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_REACH = 3


def very(reading: Reading) -> None:
    """Multiply a word's value by the degree word right before it.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("非常逼真").total() > read("逼真").total() > read("略微逼真").total()
    True
    """
    tokens, values = reading.tokens, reading.values
    for i, token in enumerate(tokens[:-1]):
        if not token.roles & Role.DEGREE:
            continue
        follower = tokens[i + 1]
        if values[i + 1] and follower.start - token.end <= _REACH:
            values[i + 1] *= token.factor


RULES = ((Role.DEGREE, very),)
