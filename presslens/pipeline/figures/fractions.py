"""What 分之, 成, 折 and 半 make of a numeral."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from presslens.model import QuantityKind
from presslens.pipeline.figures.names import stands_alone
from presslens.pipeline.figures.numerals import DIGITS, Numeral, read_numeral

_PARTS = re.compile(r" {0,3}分 {0,3}之 {0,3}")
_OF_HUNDRED = re.compile(r" {0,3}分(?=[百\d零一二三四五六七八九十])(?!百分)")
_AND = re.compile(r" ?又 ?")
_SLASH = re.compile(r"(\d{1,6}) ?/ ?(\d{1,6})(?![/\d.]|[-年月日号])")
_WHOLE_AND_SLASH = re.compile(r"(\d{1,3}) (\d{1,3})/(\d{1,3})(?![/\d.])")
_TENTHS = re.compile(
    r" {0,2}成(?!员(?!工))"
    r"(?:(?!为)|(?<=[二三四五六七八九]成)(?!为了))"
    r"(?![立功本长果交都熟就分型绩片像败效年品群份千风因名])(半| {0,2}[一二三四五六七八九](?![成个年月天]))?"
)
_DISCOUNT = re.compile(r" {0,2}折(?![叠扣旧射合腾磨返戟损线])")
_JOIN = re.compile(r" ?[到至~—-] ?(?:百 ?分 ?之 ?)?")


# One of these, or a digit (1 1/2), follows the first numeral of every part of a whole.
_AHEAD = frozenset("又分成折/到至~—-")


class Fraction(NamedTuple):
    """A part of a whole as read: its end, ends of value, unit and how it was normalised."""

    end: int
    kind: QuantityKind
    low: float
    high: float
    unit: str
    step: str


def read_fraction(text: str, number: Numeral) -> Fraction | None:
    """Read the part of a whole that begins with `number`, or nothing.

    >>> read_fraction("百分之三十到四十一", read_numeral("百分之三十到四十一", 0))[1:5]
    ('percent', 30.0, 41.0, '%')
    >>> read_fraction("八成半", read_numeral("八成半", 0)).low
    85.0
    """
    ahead = text[number.end : number.end + 4].lstrip()[:1]
    if ahead not in _AHEAD and not ahead.isdecimal():
        return None
    return _parts(text, number) or _tenths(text, number) or _discount(text, number) or _slashed(text, number)


def _parts(text: str, number: Numeral) -> Fraction | None:
    mixed = _AND.match(text, number.end)
    if mixed:
        below = read_numeral(text, mixed.end())
        part = _parts(text, below) if below else None
        if part is None or part.kind != "ratio":
            return None
        whole = float(number.low) + part.low
        return Fraction(part.end, "ratio", whole, whole, "x", f"{number.text} and {part.step} = {whole:.12g}")
    match = _PARTS.match(text, number.end) or (_OF_HUNDRED.match(text, number.end) if number.text == "百" else None)
    above = read_numeral(text, match.end()) if match else None
    if above is None or not number.low:
        return None
    if number.implied and number.low >= 100 and str(number.low).strip("0") == "1":
        return _percent(text, number, above)
    low, high = float(Decimal(above.low) / Decimal(number.high)), float(Decimal(above.high) / Decimal(number.low))
    return Fraction(above.end, "ratio", low, high, "x", f"{above.low} parts of {number.low} = {high:.12g}")


def _percent(text: str, number: Numeral, above: Numeral) -> Fraction:
    factor = Decimal(100) / Decimal(number.low)
    end, low, high = above.end, above.low, above.high
    join = _JOIN.match(text, end)
    top = read_numeral(text, join.end()) if join else None
    if top and top.low > low:
        end, high = top.end, top.high
    first, last = float(low * factor), float(high * factor)
    return Fraction(end, "percent", first, last, "%", f"{number.text}分之 read as parts of {number.low} = {first:.12g}%")


def _tenths(text: str, number: Numeral) -> Fraction | None:
    join = _JOIN.match(text, number.end)
    top = read_numeral(text, join.end()) if join else None
    if top and number.low < top.low <= 10 and (several := _tenths(text, top)):
        step = f"成 is a tenth: {number.text} to {top.text} of them"
        return several._replace(low=float(number.low * 10), step=step)
    match = _TENTHS.match(text, number.end)
    if not match or not 0 < number.low <= 10:
        return None
    more = {None: 0, "半": 5}.get(match[1], 0) if match[1] in (None, "半") else DIGITS[match[1].strip()]
    low, high = float(number.low * 10 + more), float(number.high * 10 + more)
    return Fraction(match.end(), "percent", low, high, "%", f"成 is a tenth: {number.text}成 = {low:.12g}%")


def _discount(text: str, number: Numeral) -> Fraction | None:
    match = _DISCOUNT.match(text, number.end)
    if not match or not 0 < number.low < 100:
        return None
    digits = [DIGITS[c] for c in number.text if c in DIGITS]
    printed = Decimal(digits[0] * 10 + digits[1]) if len(digits) == 2 and len(number.text) == 2 else Decimal(number.low)
    value = float(printed * 10 if printed <= 10 and not (len(digits) == 2 and len(number.text) == 2) else printed)
    return Fraction(
        match.end(), "percent", value, value, "%", f"折 leaves tenths of the price: {number.text}折 = {value:.12g}%"
    )


def _slashed(text: str, number: Numeral) -> Fraction | None:
    match = _WHOLE_AND_SLASH.match(text, number.start)
    if match:
        whole, above, below = (int(group) for group in match.groups())
    else:
        match = _SLASH.match(text, number.start)
        if not match or text[number.start - 1 : number.start] == "/":
            return None
        whole, above, below = 0, int(match[1]), int(match[2])
        if above >= below and not stands_alone(text, match.start(), match.end()):
            return None
    if not below:
        return None
    value = whole + above / below
    return Fraction(match.end(), "ratio", value, value, "x", f"{match[0]} = {value:.12g}")
