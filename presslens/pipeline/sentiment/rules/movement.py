"""Figures that rise or fall: good when sales rise, bad when costs do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_BEFORE = 14
_AFTER = 6
_MOVED = 0.9
_BARE = 0.6
# One character alone (升, 减) is part of a hundred words; with a figure behind it, it is a verb.
_FIGURE = re.compile(
    r"(?:幅|近|超过|超|约|逾|了|至|到|穿|接近|最多|最少|仅|个)*\s*(?:\d|[一二两三四五六七八九十百半]+(?:成|倍|点|分|个百分点)|倍)"
)
_PERCENT = re.compile(
    r"(?:幅|近|超过|超|约|逾|了|至少|最多)*\s*(?:\d[\d.,]*\s*(?:%|个百分点|点)|[一二两三四五六七八九]+(?:成|倍))"
)
_MONEY = re.compile(
    r"[^，。；！？]{0,14}?(?:\d[\d.,]*|[一二两三四五六七八九十百千数上]+)\s*(?:多|余)?(?:千万|百万|万|亿)+(?:多|余)?(?:美元|美金|元|港元|欧元|英镑|日元|新元)"
    r"[^，。；！？]{0,16}?(?:投资|融资|注资|资金|巨资|订单|合同|补贴|拨款)|[^，。；！？]{0,14}?(?:巨额|大笔|大额)[^，。；！？]{0,6}(?:投资|融资|注资|资金|订单)"
)


def costs_fall(reading: Reading) -> None:
    """Read a falling cost as good and a rising one as bad.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("成本下降了一半").total() > 0 > read("成本上涨了一半").total()
    True
    """
    for i in _moves(reading):
        cost = _mover(reading, i, Role.COST)
        if cost is not None:
            _settle(reading, i, cost, _MOVED if reading.tokens[i].roles & Role.FALL else -_MOVED)


def results_move(reading: Reading) -> None:
    """Read a rising result as good and a falling one as bad; a price of oil or money is neither.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("盈利按年跌5.7%").total() < 0 < read("销量增加了三成").total()
    True
    """
    for i in _moves(reading):
        sign = 1.0 if reading.tokens[i].roles & Role.RISE else -1.0
        if reading.roles & Role.COST and _mover(reading, i, Role.COST) is not None:
            continue
        result = _mover(reading, i, Role.RESULT)
        if result is not None:
            _settle(reading, i, result, sign * max(_MOVED, sign * reading.values[i]))
        elif _PERCENT.match(reading.text, reading.tokens[i].end):
            still = _mover(reading, i, Role.COMMODITY) is not None
            reading.values[i] = 0.0 if still else sign * max(_BARE, sign * reading.values[i])


def _moves(reading: Reading) -> list[int]:
    """Find the words that say that something rises or falls."""
    return [
        i
        for i, token in enumerate(reading.tokens)
        if token.roles & (Role.RISE | Role.FALL) and (len(token.word) > 1 or _FIGURE.match(reading.text, token.end))
    ]


def _settle(reading: Reading, move: int, mover: int, value: float) -> None:
    tokens = reading.tokens
    reading.values[mover] = 0.0
    reading.values[move] = value
    first, last = sorted((move, mover))
    near = tokens[last].start - tokens[first].end <= 2
    told = reading.text[tokens[first].start : tokens[last].end] if near else tokens[mover].word + tokens[move].word
    reading.surface[move] = told


def _mover(reading: Reading, i: int, role: int) -> int | None:
    """Find what moves: it stands before the verb, or right after it."""
    if not reading.roles & role:
        return None
    tokens, clauses = reading.tokens, reading.clauses
    for j in range(i - 1, -1, -1):
        if clauses[j] != clauses[i] or tokens[i].start - tokens[j].end > _BEFORE:
            break
        if tokens[j].roles & role:
            return j
        if tokens[j].roles & (Role.RISE | Role.FALL):
            break
    for j in range(i + 1, len(tokens)):
        if clauses[j] != clauses[i] or tokens[j].start - tokens[i].end > _AFTER:
            break
        if tokens[j].roles & role:
            return j
    return None


def growth_slows(reading: Reading) -> None:
    """Read growth that slows down as bad, not as growth.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("增长将放缓").total() < 0
    True
    """
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if not token.roles & Role.SLOW:
            continue
        for j in range(i - 1, -1, -1):
            if reading.clauses[j] != reading.clauses[i] or token.start - tokens[j].end > _AFTER:
                break
            if tokens[j].roles & (Role.RISE | Role.RESULT):
                reading.values[j] = 0.0
                reading.values[i] = min(reading.values[i], -_MOVED)
                reading.surface[i] = tokens[j].word + token.word


def money_comes_in(reading: Reading) -> None:
    """Read an investment that was won as good, one that is only sought as a plan like any other.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("公司获得15亿美元投资").total() > 0.5 > read("公司公布了15亿美元预算").total()
    True
    """
    for i, token in enumerate(reading.tokens):
        if token.roles & Role.GAIN and _MONEY.match(reading.text, token.end):
            reading.values[i] = max(reading.values[i], _MOVED)


def load_grows(reading: Reading) -> None:
    """Read a growing load, as of computing, as neither good nor bad.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("计算量大幅增长").total()
    0.0
    """
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if token.roles & Role.LOAD:
            for j in range(i + 1, len(tokens)):
                if reading.clauses[j] != reading.clauses[i]:
                    break
                reading.values[j] = min(reading.values[j], 0.0)


RULES = (
    (Role.COST, costs_fall),
    (Role.RISE | Role.FALL, results_move),
    (Role.SLOW, growth_slows),
    (Role.GAIN, money_comes_in),
    (Role.LOAD, load_grows),
)
