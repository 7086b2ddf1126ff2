"""In a sentence that weighs two sides, the side after "but" is what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_BEFORE_BUT = 0.4
_AFTER_BUT = 1.2
_CONCEDED = 0.5
_BACKDROP = 0.4
_COMMAS = "，,"
_SINCE = ("后", "以来", "之际", "的同时", "期间")


def but(reading: Reading) -> None:
    """Weigh what stands before a contrast less than what follows it.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("画面逼真，但价格昂贵").total() < 0
    True
    """
    last = max(i for i, token in enumerate(reading.tokens) if token.roles & Role.CONTRAST)
    for i in range(len(reading.values)):
        reading.values[i] *= _BEFORE_BUT if i < last else _AFTER_BUT


def although(reading: Reading) -> None:
    """Weigh what is conceded less.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("尽管价格昂贵，画面依旧逼真").total() > 0
    True
    """
    for i, token in enumerate(reading.tokens):
        if token.roles & Role.CONCESSION:
            for j in range(i + 1, len(reading.tokens)):
                if reading.clauses[j] != reading.clauses[i]:
                    break
                reading.values[j] *= _CONCEDED


def backdrop(reading: Reading) -> None:
    """Weigh what only says since when, or after what, less than what the sentence goes on to say.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("自创下新高后，股价已下跌三成").total() < 0
    True
    """
    tokens, start = reading.tokens, 0
    for i, token in enumerate(tokens):
        if not token.roles & Role.BORDER:
            continue
        if token.word in _COMMAS and reading.text.endswith(_SINCE, start, token.start):
            for j in range(i - 1, -1, -1):
                if tokens[j].start < start:
                    break
                reading.values[j] *= _BACKDROP
        start = token.end


RULES = ((Role.CONTRAST, but), (Role.CONCESSION, although), (Role.BORDER, backdrop))
