"""How a figure is put together: its ends, its bound by the words around it, its steps."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from presslens.model import Bound, Quantity, QuantityKind
from presslens.pipeline.figures.bounds import bound_around, bound_of_multiple
from presslens.pipeline.figures.numerals import Numeral, step_of

Number = int | Decimal

_SCALE_NAMES = {10**4: "万", 10**8: "亿", 10**12: "万亿"}
_MANY_AFTER_UNIT = re.compile(r"多(?!了|出)|余(?![下额])")


class Amount(NamedTuple):
    """A numeral or a range of two, ready for its unit."""

    start: int
    end: int
    low: Number
    high: Number
    qualifier: str
    bound: Bound
    step: str


def quantity(
    text: str,
    start: int,
    end: int,
    kind: QuantityKind,
    ends: tuple[float | None, float | None],
    unit: str = "",
    *,
    bound: Bound = "exact",
    qualifier: str = "",
    steps: tuple[str, ...] = (),
) -> Quantity:
    """Build a quantity; an exact one takes the bound that the words around it give."""
    if bound == "exact":
        bound, qualifier = bound_around(text, start, end)
        if bound == "exact" and kind == "ratio":
            bound, qualifier = bound_of_multiple(text, start)
    elif not qualifier:
        qualifier = bound_around(text, start, end)[1]
    return Quantity(start, end, text[start:end], kind, ends[0], ends[1], unit, bound, qualifier, steps=steps)


def plain(value: Number | float) -> str:
    """Write a number without an exponent or needless zeros.

    >>> plain(1780000000000.0), plain(0.5)
    ('1780000000000', '0.5')
    """
    if type(value) is int:
        return str(value)
    return str(int(value)) if value == int(value) else f"{float(value):.10g}"


def single(number: Numeral) -> Amount:
    """Make a numeral without a partner an amount."""
    bound: Bound = "vague" if number.vague else "exact"
    low, high = number.low, number.high
    if not number.vague and low != high:
        bound = "range"
    return Amount(number.start, number.end, low, high, number.vague, bound, _numeral_step(number))


def _numeral_step(number: Numeral) -> str:
    value = plain(number.low) if number.low == number.high else f"{plain(number.low)} to {plain(number.high)}"
    if number.scale >= 10**4 and number.low == number.high:
        power = len(str(number.scale)) - 1
        return f"{plain(number.mantissa)} × {_SCALE_NAMES.get(number.scale, 'a scale')} (10^{power}) = {value}"
    return "" if number.text == value else f"{number.text} = {value}"


def joined_steps(*steps: str) -> tuple[str, ...]:
    """Leave out the steps that say nothing."""
    return tuple(filter(None, steps))


def with_unit_name(text: str, amount: Amount, end: int, kind: QuantityKind, unit: str, factor: float = 1) -> Quantity:
    """Build the quantity of an amount whose unit ends at `end`; 多 right after money, a measure or a multiple widens it."""
    low, high, bound, qualifier = amount.low, amount.high, amount.bound, amount.qualifier
    many = _MANY_AFTER_UNIT.match(text, end) if bound == "exact" and kind in ("money", "measure", "age", "ratio") else None
    if many:
        high, end, bound, qualifier = low + step_of(low), many.end(), "vague", many[0]
    ends = (float(low) * factor, float(high) * factor)
    return quantity(
        text, amount.start, end, kind, ends, unit, bound=bound, qualifier=qualifier, steps=joined_steps(amount.step)
    )
