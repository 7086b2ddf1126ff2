"""How far a printed figure reaches: what rounding and its hedge leave open.

Arithmetic is held against what was printed, not against more digits than were: 1.3 may be anything from 1.25 to 1.35.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from presslens.pipeline.checks.row import Row

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
# `about 80`, `nearly 10`: within this share of the printed figure.
_ABOUT = 0.08
# How far `more than` reaches where a figure is calculated with; as a result it reaches up without end.
_MORE = 0.15
_IN_WORDS = 0.05


class Span(NamedTuple):
    """The lowest and the highest value something may have."""

    low: float
    high: float

    def meets(self, other: Span, slack: float = 0.0) -> bool:
        """Tell whether two spans share a value, each widened by a share of itself."""
        return self.low - slack * abs(self.low) <= other.high + slack * abs(other.high) and (
            other.low - slack * abs(other.low) <= self.high + slack * abs(self.high)
        )


def rounding(surface: str, value: float) -> float:
    """Tell by how much a printed value may be off for being rounded: half of its last digit.

    Zeros at the end of a whole number are taken for rounding beyond its first two digits.

    >>> round(rounding("1.3万亿美元", 1.3e12) / 1e9), rounding("27%", 27.0), rounding("1000亿元", 1e11) / 1e9
    (50, 0.5, 5.0)
    """
    found = _NUMERAL.search(unicodedata.normalize("NFKC", surface))
    digits = found.group().replace(",", "") if found else ""
    if not digits or not float(digits):
        return _IN_WORDS * abs(value)
    whole, _, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if not decimals else 0
    last = 10.0 ** -len(decimals) * 10.0 ** min(zeros, max(len(whole) - 2, 0))
    return 0.5 * last * abs(value) / float(digits)


def value(fact: Row) -> float:
    """Give the value to calculate with: the middle of a range, else what is printed."""
    low, high = _ends(fact)
    return (low + high) / 2 if fact["bound"] in ("range", "vague") else low


def span(fact: Row) -> Span:
    """Give how far a figure reaches when it is calculated with."""
    low, high = _ends(fact)
    off = rounding(fact["surface"], low)
    if fact["bound"] == "vague":
        return Span(low, high)
    if fact["bound"] == "about":
        return Span(low - max(off, _ABOUT * abs(low)), high + max(off, _ABOUT * abs(high)))
    if fact["bound"] == "at_least":
        return Span(low - off, high + _MORE * abs(high))
    if fact["bound"] == "at_most":
        return Span(low - _MORE * abs(low), high + off)
    return Span(low - off, high + off)


def claim(fact: Row) -> Span:
    """Give how far a figure reaches as a claim: `more than 5` reaches up without end."""
    low, high = span(fact)
    return Span(-math.inf if fact["bound"] == "at_most" else low, math.inf if fact["bound"] == "at_least" else high)


def known(fact: Row) -> bool:
    """Tell whether a figure has a value other than nought to calculate with."""
    return bool(fact["low"] or fact["high"])


def _ends(fact: Row) -> tuple[float, float]:
    low, high = fact["low"], fact["high"]
    # An open end is null; what is printed is then the other one.
    low, high = (high if low is None else low), (low if high is None else high)
    return float(low), float(high)
