"""Amounts as each language writes them: the scale, the unit's place, the money's sign, the hedge."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import get_currency_name, get_currency_symbol, is_currency

from presslens.dashboard import vocabulary

if TYPE_CHECKING:
    from presslens.dashboard.text import Language, Text

_SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "en": ((1e12, " tn"), (1e9, " bn"), (1e6, " m")),
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
}
_SECONDS = (31_536_000, 2_592_000, 86_400, 3_600, 60, 1)


def number(text: Text, value: float) -> str:
    """Write a number to four significant digits; below the first scale it is exact."""
    digits, suffix = _scaled(text, value)
    return digits + suffix


def amount(text: Text, low: float | None, high: float | None, unit: str, bound: str) -> str:
    """Write a quantity with its unit and its hedge; None and NaN mean that an end is not known."""
    low, high = (None if _missing(end) else end for end in (low, high))
    return _amount(text, low, high, unit, bound)


# Tables write the same amounts over and over, and each takes longer to write than to look up.
@lru_cache(maxsize=8192)
def _amount(text: Text, low: float | None, high: float | None, unit: str, bound: str) -> str:
    if low is None:
        low, high, bound = high, None, ("at_most" if bound == "exact" else bound)
    if low is None:
        return "–"
    if unit == "px" and high is not None:
        return f"{low:.0f} × {high:.0f}"
    printed = _with_unit(text, low, None if high == low else high, unit)
    hedge = vocabulary.OR_MORE if bound == "vague" and high is None else vocabulary.HEDGES.get(bound)
    return text(hedge, amount=printed) if hedge else printed


def _with_unit(text: Text, low: float, high: float | None, unit: str) -> str:
    if unit == "s":
        return _duration(text, low, high)
    if unit in ("p", "K"):
        return _span(f"{low:.0f}", None if high is None else f"{high:.0f}") + unit
    printed = _range(text, low, high)
    if unit in ("%", "px", ""):
        return printed + unit
    if unit == "x":
        return text("{n}×", n=printed)
    if _currency(unit, "en"):
        return _money(text, printed, unit)
    named = text.unit(unit, low if high is None else high)
    return f"{printed} {named}".rstrip() if text.language == "en" or named.isascii() else printed + named


def _money(text: Text, printed: str, currency: str) -> str:
    if text.language == "en":
        symbol = _currency(currency, "en")
        return f"{symbol}{'' if not symbol[-1].isalpha() else ' '}{printed}"
    return printed + _currency(currency, "zh")


def _range(text: Text, low: float, high: float | None) -> str:
    first, first_suffix = _scaled(text, low)
    if high is None:
        return first + first_suffix
    last, last_suffix = _scaled(text, high)
    return f"{first}{first_suffix if first_suffix != last_suffix else ''}–{last}{last_suffix}"


def _duration(text: Text, low: float, high: float | None) -> str:
    longest = high or low
    # Clips are compared in seconds: a clip of one minute is 60 s, as it stands beside one of 16 s.
    sizes = [size for size in _SECONDS if size != 60 or longest >= 120]
    exact = (size for size in sizes if _whole(longest / size) and _whole(low / size))
    size = next(exact, next((size for size in sizes if longest >= 2 * size), 1))
    message = text.form(*vocabulary.DURATIONS[size], longest / size)
    return message.format(n=_span(_digits(low / size), None if high is None else _digits(high / size)))


def _scaled(text: Text, value: float) -> tuple[str, str]:
    rounded = float(f"{value:.4g}")
    for size, suffix in _SCALES[text.language]:
        if abs(rounded) >= size:
            return _digits(rounded / size), suffix
    return _digits(value), ""


@lru_cache(maxsize=256)
def _currency(code: str, language: Language) -> str:
    """Give a currency's sign or name, an empty one for what is no currency."""
    if not is_currency(code):
        return ""
    if language == "en":
        return str(get_currency_symbol(code, locale="en"))
    return "元" if code == "CNY" else str(get_currency_name(code, locale="zh"))


def _missing(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _whole(value: float) -> bool:
    return round(value) > 0 and abs(value - round(value)) < 0.01


def _span(first: str, last: str | None) -> str:
    return first if last is None else f"{first}–{last}"


def _digits(value: float) -> str:
    if value and abs(value) < 1:
        return f"{value:.4g}"
    places = max(0, min(2, 4 - len(str(int(abs(value))))))
    printed = f"{value:,.{places}f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
