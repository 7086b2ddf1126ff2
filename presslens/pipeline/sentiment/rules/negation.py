"""Negation turns the next sentiment word around; what does away with trouble is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_REACH = 9
_RESOLVED_REACH = 16
_NOT_GOOD = -0.9
_NOT_BAD = -0.5
_DONE_AWAY = -0.9
_PASSIVE_REACH = 10
_UNSETTLED = Role.NEGATION | Role.BORDER


def done_away_with(reading: Reading) -> None:
    """Read trouble that is solved as good, and trouble whose solution is denied as trouble.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("解决了卡顿的难题").total() > 0 > read("没有解决卡顿的难题").total()
    True
    """
    for i, token in enumerate(reading.tokens):
        if token.roles & Role.RESOLVE:
            trouble = _next_word(reading, i, _RESOLVED_REACH) or _trouble_before(reading, i)
            if not trouble:
                continue
            reading.values[i] = 0.0
            if not _denied(reading, i):
                for j in trouble:
                    reading.values[j] *= _DONE_AWAY
                    reading.surface[j] = token.word + reading.tokens[j].word


def not_so(reading: Reading) -> None:
    """Turn the first sentiment word after a negation around; two negations leave it as it was, a little weaker.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("并不逼真").total() < 0 < read("不断进步").total()
    True
    """
    tokens, values = reading.tokens, reading.values
    for i, token in enumerate(tokens):
        if not token.roles & Role.NEGATION:
            continue
        j = _negated(reading, i)
        if j is None:
            continue
        values[i] = 0.0
        was = values[j]
        values[j] = was * (_NOT_GOOD if was > 0 else _NOT_BAD)
        near = tokens[j].start - token.end <= 2
        reading.surface[j] = (reading.text[token.start : tokens[j].end]) if near else reading.surface.get(j, tokens[j].word)


def _negated(reading: Reading, i: int) -> int | None:
    """Find the sentiment word a negation reaches: the next of its clause, unless it is done away with."""
    tokens, values = reading.tokens, reading.values
    for j in range(i + 1, len(tokens)):
        follower = tokens[j]
        if reading.clauses[j] != reading.clauses[i] or follower.start - tokens[i].end > _REACH:
            return None
        if follower.roles & Role.RESOLVE and not values[j]:
            return None
        if values[j] and not (follower.roles & Role.NEGATION and _negated(reading, j) is not None):
            return j
    return None


def _next_word(reading: Reading, i: int, reach: int) -> list[int]:
    """Find the negative words that follow in the clause, as the object of what stands at i."""
    found: list[int] = []
    end = reading.tokens[i].end
    for j in range(i + 1, len(reading.tokens)):
        if reading.clauses[j] != reading.clauses[i] or reading.tokens[j].start - end > reach:
            break
        if reading.values[j] > 0:
            break
        if reading.values[j] < 0:
            found.append(j)
            end = reading.tokens[j].end
    return found


def _trouble_before(reading: Reading, i: int) -> list[int]:
    """Find the negative words right before, as in a trouble that has been solved."""
    j = i - 1
    while j >= 0 and reading.clauses[j] == reading.clauses[i] and not reading.values[j]:
        j -= 1
    if j < 0 or reading.clauses[j] != reading.clauses[i] or reading.values[j] >= 0:
        return []
    between = reading.text[reading.tokens[j].end : reading.tokens[i].start]
    settled = any(mark in between for mark in ("被", "得到", "得以", "终于", "已", "有所", "有望", "获"))
    if not settled or len(between) > _PASSIVE_REACH:
        return []
    found = [j]
    while found[-1] > 0 and reading.values[found[-1] - 1] < 0 and _adjoin(reading, found[-1] - 1):
        found.append(found[-1] - 1)
    return found


def _adjoin(reading: Reading, i: int) -> bool:
    """Tell whether the word at i belongs to the next one, as in the trouble of this and that."""
    return reading.clauses[i] == reading.clauses[i + 1] and reading.tokens[i + 1].start - reading.tokens[i].end <= 1


def _denied(reading: Reading, i: int) -> bool:
    """Tell whether the word at i is itself negated."""
    for j in range(i - 1, -1, -1):
        if reading.clauses[j] != reading.clauses[i] or reading.tokens[i].start - reading.tokens[j].end > _REACH:
            return False
        if reading.tokens[j].roles & _UNSETTLED:
            return bool(reading.tokens[j].roles & Role.NEGATION)
    return False


def little_of_it(reading: Reading) -> None:
    """Read trouble as good when the clause goes on to say that there is little of it.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("两者的差距并不大").total() > 0 > read("两者的差距很大").total()
    True
    """
    tokens, values = reading.tokens, reading.values
    for i, token in enumerate(tokens):
        if not token.roles & Role.LITTLE:
            continue
        for j in range(i - 1, -1, -1):
            if reading.clauses[j] != reading.clauses[i] or token.start - tokens[j].end > _REACH:
                break
            if values[j] < 0:
                values[j] *= _NOT_BAD
                values[i] = 0.0
                reading.surface[j] = tokens[j].word + token.word
                break


def denied(reading: Reading) -> None:
    """Turn around all that follows a denial of the whole statement.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("这不意味着所有人都要失业").total() > 0
    True
    """
    first = next(i for i, token in enumerate(reading.tokens) if token.roles & Role.DENIAL)
    for i in range(first + 1, len(reading.tokens)):
        if reading.tokens[i].roles & Role.CONTRAST:
            return
        reading.values[i] *= _NOT_BAD


RULES = (
    (Role.RESOLVE, done_away_with),
    (Role.LITTLE, little_of_it),
    (Role.NEGATION, not_so),
    (Role.DENIAL, denied),
)
