"""What a numeral with its unit states: money, a share, a time, a size, a count."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from presslens.model import Bound, Quantity, QuantityKind
from presslens.pipeline.figures.bounds import bound_around
from presslens.pipeline.figures.counts import counted, is_meant, unnamed
from presslens.pipeline.figures.durations import read_duration
from presslens.pipeline.figures.fractions import read_fraction
from presslens.pipeline.figures.numerals import Numeral, read_numeral, step_of
from presslens.pipeline.figures.ranges import read_range
from presslens.pipeline.figures.vocabulary import Unit, currency_before, load, unit_at

Number = int | Decimal

_LATIN_SCALE = re.compile(r" ?(k|K|M|m|mn|mln|million|B|b|bn|billion|T|tn|trillion)(?![A-Za-z0-9])(?! ?[²³])")
_LATIN_FACTORS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6}
_LATIN_FACTORS |= {"b": 10**9, "bn": 10**9, "billion": 10**9, "t": 10**12, "tn": 10**12, "trillion": 10**12}
_SCALE_AFTER_CLASSIFIER = re.compile(r"个(亿|万)(?!达|科|维)")
_MANY_AFTER_UNIT = re.compile(r"多|余(?![下额])")
_SIZE = re.compile(r"(\d{2,5}) ?[xX×*] ?(\d{2,5})(?![\d.A-Za-z])")
_LINES = re.compile(r"(\d{3,4})([pPi])(?![A-Za-z0-9])")
_SMALL = re.compile(
    r"(?:又|零)?([零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]{1,2}|\d{1,2})(角|毛|美分|分|仙)(?!之|钟|析|别)(?:钱)?|(零?[一二三四五六七八九两])(?![零一二三四五六七八九十百千万亿两个家人年月天点])"
)
# 十万块 before a thing counts it; 块 is money at the end of a phrase, before coins and before words that bound it.
_COIN = re.compile(
    r"$|[\s，,。、；;：:！!？?)）」”~～到至-]|[零一二两三四五六七八九\d]|以|左右|上下|的(?!英|芯|显|G|A)|多|起|吧|了|一个|一[年月天次]"
)
_PERCENT_POINTS = re.compile(r" {0,4}(?:个 {0,3})?百 {0,3}分 {0,3}点")
_WHOLE_MARK = re.compile(r"[整正](?![个体天夜式在常确])")
_LINE_COUNTS = frozenset(
    {144, 240, 270, 288, 320, 360, 480, 512, 540, 576, 640, 720, 768, 900, 1024, 1080, 1280, 1440, 2160, 4320}
)
_RESOLUTIONS = frozenset({2, 4, 5, 6, 8, 12, 16})
_KILO_WORDS = re.compile(r" ?(?:分辨率|视频|画质|高清|超清|影片|电视|屏|画面|电影|清晰度|超高清|60|120|@|级|HDR|的?视频)")


class Amount(NamedTuple):
    """A numeral or a range of two, ready for its unit."""

    start: int
    end: int
    low: Number
    high: Number
    qualifier: str
    bound: Bound
    step: str


def read_amount(text: str, number: Numeral, floor: int) -> Quantity | None:
    """Read the figure whose numeral is `number`; nothing before `floor` belongs to it. Nothing if it is no figure.

    >>> read_amount("斥资36亿美元收购", read_numeral("斥资36亿美元收购", 2), 0).surface
    '36亿美元'
    """
    return (
        _resolution(text, number)
        or _fraction(text, number)
        or _range(text, number, floor)
        or _with_unit(text, _single(number), floor, number)
    )


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
    elif not qualifier:
        qualifier = bound_around(text, start, end)[1]
    return Quantity(start, end, text[start:end], kind, ends[0], ends[1], unit, bound, qualifier, steps=steps)


def plain(value: Number | float) -> str:
    """Write a number without an exponent or needless zeros.

    >>> plain(1780000000000.0), plain(0.5)
    ('1780000000000', '0.5')
    """
    return str(int(value)) if value == int(value) else f"{float(value):.10g}"


def _single(number: Numeral) -> Amount:
    bound: Bound = "vague" if number.vague else "exact"
    low, high = number.low, number.high
    if not number.vague and low != high:
        bound = "range"
    return Amount(number.start, number.end, low, high, number.vague, bound, _numeral_step(number))


def _numeral_step(number: Numeral) -> str:
    value = plain(number.low) if number.low == number.high else f"{plain(number.low)} to {plain(number.high)}"
    if number.scale >= 10**4 and number.low == number.high:
        power = len(str(number.scale)) - 1
        scale = number.text.lstrip("0123456789.,，- ")
        return f"{plain(number.mantissa)} × {scale if len(scale) < 3 else '10'} (10^{power}) = {value}"
    return "" if number.text == value else f"{number.text} = {value}"


def _resolution(text: str, number: Numeral) -> Quantity | None:
    if not number.text[0].isdecimal():
        return None
    size = _SIZE.match(text, number.start)
    if size:
        return quantity(text, size.start(), size.end(), "resolution", (float(size[1]), float(size[2])), "px")
    lines = _LINES.match(text, number.start)
    if lines and int(lines[1]) in _LINE_COUNTS:
        value = float(lines[1])
        return quantity(text, lines.start(), lines.end(), "resolution", (value, value), "p")
    letter = text[number.end : number.end + 1]
    followed = text[number.end + 1 : number.end + 2]
    clear = letter == "K" and not (followed.isascii() and followed.isalnum())
    if number.low in _RESOLUTIONS and (clear or (letter == "k" and _KILO_WORDS.match(text, number.end + 1))):
        value = float(number.low)
        return quantity(text, number.start, number.end + 1, "resolution", (value, value), "K")
    return None


def _fraction(text: str, number: Numeral) -> Quantity | None:
    part = read_fraction(text, number)
    if part is None:
        return None
    bound: Bound = "range" if part.low != part.high else "exact"
    ends = (part.low, part.high)
    return quantity(text, number.start, part.end, part.kind, ends, part.unit, bound=bound, steps=(part.step,))


def _range(text: str, number: Numeral, floor: int) -> Quantity | None:
    joined = read_range(text, number)
    if joined is None:
        return None
    low, high = joined.low, joined.high
    step = f"a range from {plain(low)} to {plain(high)}" + (", the scale shared" if joined.shared else "")
    amount = Amount(number.start, joined.end, low, high, "", "range", step)
    if joined.first_unit is None:
        return _with_unit(text, amount, floor, number)
    second = unit_at(text, joined.end)
    if second is None or second[0].kind != joined.first_unit.kind or second[0].unit != joined.first_unit.unit:
        return None
    first_low = float(low) * joined.first_unit.factor
    last = _with_unit(text, amount._replace(low=high), floor, number)
    if last is None or last.high is None or first_low >= last.high:
        return None
    return Quantity(
        number.start,
        last.end,
        text[number.start : last.end],
        last.kind,
        first_low,
        last.high,
        last.unit,
        "range",
        steps=(step,),
    )


def _with_unit(text: str, amount: Amount, floor: int, number: Numeral) -> Quantity | None:
    amount = _scaled_by_classifier(text, amount)
    if number.implied and len(number.text) == 1 and not is_meant(text, amount) and not currency_before(text, amount.start):
        return None
    timed = read_duration(text, amount.end, amount.low, amount.high)
    if timed:
        end, low, high, vague = timed
        bound = amount.bound if amount.bound != "exact" else ("vague" if vague else "exact")
        steps = _steps(amount.step, f"in seconds: {plain(low)}" + (f" to {plain(high)}" if high != low else ""))
        return quantity(
            text, amount.start, end, "duration", (low, high), "s", bound=bound, qualifier=amount.qualifier or vague, steps=steps
        )
    prefix = currency_before(text, amount.start)
    if prefix and prefix[1] < floor:
        prefix = None
    latin = _LATIN_SCALE.match(text, amount.end)
    if latin and not text.startswith(("MB", "KB"), latin.start()):
        return _latin_scaled(text, amount, latin, prefix)
    points = _PERCENT_POINTS.match(text, amount.end)
    if points:
        return _plain(text, amount, points.end(), "percent", "%")
    found = unit_at(text, amount.end)
    if found and found[0].surface == "块" and not _COIN.match(text, found[1]):
        found = None
    if (found and found[0].kind == "money") or prefix:
        return _money(text, amount, found if found and found[0].kind == "money" else None, prefix)
    chips = counted(text, amount.end, chips_only=True)
    if chips:
        return _plain(text, amount, chips[0], "count", chips[1])
    if found and not (found[0].kind == "count" and number.text == "一" and not _is_counted_one(text, amount)):
        return _measured(text, amount, *found)
    count = counted(text, amount.end)
    if count:
        return (
            _plain(text, amount, count[0], "count", count[1])
            if number.text != "一" or count[2] or _is_counted_one(text, amount)
            else None
        )
    return unnamed(text, amount, number, quantity)


def _scaled_by_classifier(text: str, amount: Amount) -> Amount:
    """Read 两个亿 as two times 亿."""
    match = _SCALE_AFTER_CLASSIFIER.match(text, amount.end)
    if not match:
        return amount
    scale = 10**8 if match[1] == "亿" else 10**4
    return amount._replace(end=match.end(), low=amount.low * scale, high=amount.high * scale)


def _is_counted_one(text: str, amount: Amount) -> bool:
    before, after = text[amount.start - 1 : amount.start], text[amount.end + 1 :]
    return (before in "仅只共唯" and bool(before)) or (amount.start == 0 and not after.strip())


def _steps(*steps: str) -> tuple[str, ...]:
    return tuple(step for step in steps if step)


def _plain(text: str, amount: Amount, end: int, kind: QuantityKind, unit: str, factor: float = 1) -> Quantity:
    low, high, bound, qualifier = amount.low, amount.high, amount.bound, amount.qualifier
    many = _MANY_AFTER_UNIT.match(text, end) if bound == "exact" and kind in ("money", "measure", "age", "ratio") else None
    if many:
        high, end, bound, qualifier = low + step_of(low), many.end(), "vague", many[0]
    ends = (float(low) * factor, float(high) * factor)
    return quantity(text, amount.start, end, kind, ends, unit, bound=bound, qualifier=qualifier, steps=_steps(amount.step))


def _measured(text: str, amount: Amount, unit: Unit, end: int) -> Quantity | None:
    if (
        unit.kind == "percent"
        and unit.surface == "%"
        and text.startswith(("2", "3"), end)
        and text[end + 1 : end + 2].isalnum()
    ):
        return None
    kind: QuantityKind = unit.kind  # type: ignore[assignment]
    start = amount.start
    if kind == "temperature" and unit.unit == "deg":
        return _degrees(text, amount, end)
    if unit.unit == "dozen":
        return _plain(text, amount, end, kind, "", 12)
    if kind == "measure":
        return _halves(text, amount, unit, end)
    return _plain(text, amount._replace(start=start), end, kind, unit.unit, unit.factor)


def _degrees(text: str, amount: Amount, end: int) -> Quantity:
    for word, unit in (("摄氏温度", "C"), ("华氏温度", "F"), ("摄氏", "C"), ("华氏", "F")):
        if text.endswith(word, 0, amount.start):
            return _plain(text, amount._replace(start=amount.start - len(word)), end, "temperature", unit)
    return _plain(text, amount, end, "temperature", "deg")


def _halves(text: str, amount: Amount, unit: Unit, end: int) -> Quantity:
    """Read the part printed after a measure: 三斤半, 六斤八两, 三米九."""
    factor: float = unit.factor
    extra = 0.0
    grams = {"jin": 500, "liang": 50}
    part = read_numeral(text, end) if unit.unit in ("jin", "m", "liang") else None
    if text.startswith("半", end) and not text.startswith("半导", end):
        extra, end = 0.5, end + 1
    elif part and unit.unit == "jin" and text.startswith("两", part.end):
        extra, end = float(part.low) / 10, part.end + 1
    elif part and unit.unit == "m" and len(part.text) == 1 and part.end == len(text):
        extra, end = float(part.low) / 10, part.end
    amount = amount._replace(low=amount.low + Decimal(str(extra)), high=amount.high + Decimal(str(extra))) if extra else amount
    return (
        _plain(text, amount, end, "measure", unit.unit, factor)
        if unit.unit not in grams
        else _plain(text, amount, end, "measure", unit.unit)
    )


def _latin_scaled(text: str, amount: Amount, latin: re.Match[str], prefix: tuple[Unit, int] | None) -> Quantity | None:
    letter = latin[1]
    if letter in ("m", "b") and not prefix:
        found = unit_at(text, amount.end)
        return _measured(text, amount, *found) if found else None
    factor = _LATIN_FACTORS[letter.lower()]
    step = f"{plain(amount.low)} × {letter} (10^{len(str(factor)) - 1})"
    scaled = amount._replace(low=amount.low * factor, high=amount.high * factor, end=latin.end(), step=step)
    found = unit_at(text, latin.end())
    money = found if found and found[0].kind == "money" else None
    if money or prefix:
        return _money(text, scaled, money, prefix)
    if letter == "B" or (found and found[0].unit == "parameter"):
        end = found[1] if found and found[0].unit == "parameter" else latin.end()
        return _plain(text, scaled, end, "count", "parameter")
    if found and found[0].kind == "count":
        return _plain(text, scaled, found[1], "count", found[0].unit)
    if letter in ("T", "b", "t") or text.startswith(("公司", "胶"), latin.end()):
        return None
    return _plain(text, scaled, latin.end(), "number", "")


def _money(text: str, amount: Amount, found: tuple[Unit, int] | None, prefix: tuple[Unit, int] | None) -> Quantity:
    unit = found[0] if found else prefix[0] if prefix else None
    assert unit is not None
    end = found[1] if found else amount.end
    code, assumed = unit.unit, unit.assumed
    if prefix and (assumed or not found):
        code, assumed, start = prefix[0].unit, False, prefix[1]
    else:
        start = prefix[1] if prefix and prefix[0].unit == code else amount.start
    end, extra = _small_parts(text, end, unit)
    step = f"{unit.surface} alone read as {code}" if assumed else ""
    low, high = amount.low * Decimal(str(unit.factor)) + extra, amount.high * Decimal(str(unit.factor)) + extra
    whole = _WHOLE_MARK.match(text, end)
    end = whole.end() if whole else end
    return _plain(
        text, amount._replace(start=start, low=low, high=high, step="; ".join(_steps(amount.step, step))), end, "money", code
    )


def _small_parts(text: str, end: int, unit: Unit) -> tuple[int, Decimal]:
    """Add the parts of the currency printed after it: 五元六角, 两美元又三美分, 一块二."""
    factors = load("currencies")["small"]
    extra, bare = Decimal(0), Decimal(str(unit.factor)) / 10
    while match := _SMALL.match(text, end):
        if match[3]:
            if unit.surface not in ("块", "毛", "角"):
                break
            digits = read_numeral(text, match.start(3))
            value = Decimal(digits.low) if digits else Decimal(0)
            extra, end = extra + value * (bare / 10 if match[3].startswith("零") else bare), match.end()
            break
        part = read_numeral(text, match.start(1))
        if part is None:
            break
        extra, end, bare = (
            extra + Decimal(part.low) * Decimal(str(factors[match[2]])),
            match.end(),
            Decimal(str(factors[match[2]])) / 10,
        )
        unit = unit._replace(surface=match[2])
    return end, extra
