"""What the model looks at: character n-grams of the sentence, and what lexicon and rules found in it."""

from __future__ import annotations

import re
from functools import cache, reduce
from math import log1p, tanh
from operator import or_

from presslens.pipeline.sentiment.masks import has_quotes, is_prompt, is_quoted
from presslens.pipeline.sentiment.ngrams import SIZES
from presslens.pipeline.sentiment.reading import Reading
from presslens.pipeline.sentiment.words import Role

DENSE = (
    "total",
    "positive",
    "negative",
    "highest",
    "lowest",
    "first_clause",
    "last_clause",
    "count",
    "mixed",
    "plain",
    "negated",
    "contrast",
    "conceded",
    "supposed",
    "possible",
    "question",
    "limit",
    "degree",
    "cost",
    "movement",
    "length",
    "digits",
    "lists",
    "quoted",
    "prompt",
    "names",
)

# What words without a value measure: nothing, plainly.
_PLAIN = (*[0.0] * DENSE.index("plain"), 1.0)
# What a word does, from `negated` to `movement`, but for `question`, which is told by the last mark.
_TOLD = (
    *(Role.NEGATION, Role.CONTRAST, Role.CONCESSION, Role.HYPOTHETICAL, Role.POSSIBILITY),
    *(Role.LIMIT, Role.DEGREE, Role.COST, Role.RISE | Role.FALL),
)
_TELLING = reduce(or_, _TOLD)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.\-+·]*")
_DIGITS = re.compile(r"\d[\d,.]*")


def nameless(reading: Reading) -> str:
    """Give a sentence without its spaces, its names as A and its figures as 0, so that none of them is learned.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> nameless(read("Sora火了 2 次"))
    'A火了0次'
    """
    text = reading.text
    if reading.roles & Role.NAME:
        for token in reversed(reading.tokens):
            if token.roles == Role.NAME:
                text = text[: token.start] + "A" + text[token.end :]
    return "".join(_DIGITS.sub("0", _LATIN.sub("A", text)).split())


def grams(reading: Reading) -> list[str]:
    """Cut a sentence into its different character n-grams.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> sorted(grams(read("Sora火了")))
    ['A', 'A火', 'A火了', '了', '火', '火了']
    """
    text = nameless(reading)
    return list({text[at : at + size] for size in SIZES for at in range(len(text) - size + 1)})


def dense(reading: Reading) -> list[float]:
    """Measure what lexicon and rules found, in the order of `DENSE`, each about -1 to 1.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> dense(read("画面逼真"))[0] > 0
    True
    """
    found, text = reading.roles, reading.text
    return [
        *_weighed(reading.values, reading.clauses),
        *_told(found & _TELLING, text.rstrip('”"」 ').endswith(("?", "？"))),
        min(1.0, log1p(len(text)) / 5),
        min(1.0, sum(map(text.count, "0123456789")) / 8),
        min(1.0, text.count("、") / 4),
        float(has_quotes(text) and is_quoted(text)),
        float(is_prompt(text)),
        min(1.0, sum(token.roles == Role.NAME for token in reading.tokens) / 3) if found & Role.NAME else 0.0,
    ]


@cache
def _told(roles: int, is_question: bool) -> tuple[float, ...]:
    """Tell of what the words of a sentence do, from `negated` to `movement`, whether any does it."""
    told = [float(bool(roles & role)) for role in _TOLD]
    return (*told[:5], float(is_question), *told[5:])


def _weighed(values: list[float], clauses: list[int]) -> tuple[float, ...]:
    """Measure the values of the words, from `total` to `plain`."""
    if not any(values):
        return _PLAIN
    good = bad = 0.0
    for value in values:
        if value > 0:
            good += value
        else:
            bad += value
    first, last = _ends(values, clauses)
    return (
        tanh((good + bad) / 2),
        tanh(good / 2),
        tanh(bad / 2),
        tanh(max(values)),
        tanh(min(values)),
        tanh(first),
        tanh(last),
        min(1.0, sum(abs(value) >= 0.1 for value in values) / 5),
        float(good >= 0.3 and bad <= -0.3),
        float(good < 0.3 and bad > -0.3),
    )


def _ends(values: list[float], clauses: list[int]) -> tuple[float, float]:
    """Add up the values of the first and of the last clause that has any."""
    totals: dict[int, float] = {}
    for value, clause in zip(values, clauses, strict=True):
        if value:
            totals[clause] = totals.get(clause, 0.0) + value
    return (totals[min(totals)], totals[max(totals)]) if totals else (0.0, 0.0)
