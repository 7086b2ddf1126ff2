"""What a numeral with its unit states: a share, a time, a size, a sum, a count."""

from __future__ import annotations

import re
from decimal import Decimal

from presslens.model import Bound, Quantity, QuantityKind
from presslens.pipeline.figures.counts import counted, is_meant, unnamed
from presslens.pipeline.figures.durations import read_duration
from presslens.pipeline.figures.figure import Amount, joined_steps, plain, quantity, single, with_unit_name
from presslens.pipeline.figures.fractions import read_fraction
from presslens.pipeline.figures.money import is_coin, read_money
from presslens.pipeline.figures.names import stands_alone
from presslens.pipeline.figures.numerals import Numeral, read_numeral
from presslens.pipeline.figures.ranges import read_range
from presslens.pipeline.figures.resolutions import read_resolution
from presslens.pipeline.figures.vocabulary import Unit, currency_before, unit_at

_LATIN_SCALE = re.compile(r" ?(k|K|M|m|mn|mln|million|B|b|bn|billion|T|tn|trillion)(?![A-Za-z0-9])(?! ?[²³])")
_LATIN_FACTORS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6}
_LATIN_FACTORS |= {"b": 10**9, "bn": 10**9, "billion": 10**9, "t": 10**12, "tn": 10**12, "trillion": 10**12}
# 2500万美元（25M） prints one amount twice.
_MONEY_AGAIN = re.compile(r"((?:美元|美金|港元|港币|欧元|日元|英镑|人民币|元))[（(](?:即|约)?\$?$")
# 100k steps and 28K数据: a thing counted in thousands needs no classifier.
_LATIN_THING = re.compile(
    r" ?(steps?|samples?|images?|videos?|clips?|views?|stars?|iterations?|epochs?|questions?|words?"
    r"|标星|星标|星星?|视频|数据|图片|图像|样本|图文对|粉丝|条|行代码|次下载|下载|播放|评论|关注|步)"
)
_SCALE_AFTER_CLASSIFIER = re.compile(r"个(亿|万)(?!亿|达|科|维)")
# 125M至1.5B are sizes of models, as the B says.
_TO_BILLIONS = re.compile(r" ?(?:至|到|[-—–~～、/]|和|与|及) ?\d+(?:\.\d+)?B(?![A-Za-z0-9])")
# 参数只有7b: what is told of parameters or models counts them in billions, whatever the letter.
_SIZES_BEFORE = re.compile(r"参数|模型|版本|尺寸")
# 20+倍, 9000+考题: at least so many; A+轮 and 3+1 are no figures.
_MORE_THAN = re.compile(r"[+＋](?![+＋\dA-Za-z轮])")
# 01 GPU总是供不应求 is a heading: its number counts nothing.
_NUMBERED = re.compile(r"0\d+$")
_HEADING_UNIT = re.compile(r"[（(](?:单位[:：]?)?(万亿|百万|千万|[千万亿])?([^（）()\d]{1,6})?[）)][:：]? ?$")
_HEADING_SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_UNIT_FOLLOWS = re.compile(r" ?[%％A-Za-z倍年月日个家人元]")
# An index stands in the hundreds; 9点 is an hour.
_FEWEST_POINTS = 100
_OF_AN_INDEX = re.compile(
    r"[扣送赠领烧耗含充]了?$|消耗(?:了|约)?$|每[月秒条] ?$"  # the points of a plan: 每月80点, 扣12点
    r"|(?:指数?|期指)?(?:收市?|高开|低开|再)?[涨跌升挫弹滑](?:了|逾|近|约|超)?$|贡献$|[道恒纳沪科国]指$|[高低]水$|指数$"
)
_PER_SECOND = re.compile(r"每秒(?:约|达|钟)? ?$")
_GRIDS = re.compile(r" ?格(?![式局调外力])")
_PERCENT_POINTS = re.compile(r" {0,4}(?:个 {0,3})?百 {0,3}分 {0,3}点")


def read_amount(text: str, number: Numeral, floor: int) -> Quantity | None:
    """Read the figure whose numeral is `number`; nothing before `floor` belongs to it. Nothing if it is no figure.

    >>> read_amount("斥资36亿美元收购", read_numeral("斥资36亿美元收购", 2), 0).surface
    '36亿美元'
    """
    return (
        read_resolution(text, number)
        or _fraction(text, number)
        or _range(text, number, floor)
        or _with_unit(text, single(number), floor, number)
    )


def _fraction(text: str, number: Numeral) -> Quantity | None:
    part = read_fraction(text, number)
    if part is None:
        return None
    bound: Bound = "exact" if part.low == part.high else "vague" if number.vague else "range"
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
    prefix = currency_before(text, amount.start)
    if prefix and prefix[1] < floor:
        prefix = None
    if number.implied and len(number.text) == 1 and not prefix and not is_meant(text, amount):
        return None
    more = _MORE_THAN.match(text, amount.end) if amount.bound == "exact" else None
    if more and (not number.has_scale or "一" <= text[more.end() : more.end() + 1] <= "鿿"):
        amount = amount._replace(end=more.end(), bound="at_least", qualifier="+")
    latin = _LATIN_SCALE.match(text, amount.end)
    return (
        _in_unit_of_heading(text, amount, number)
        or _timed(text, amount)
        or (_latin_scaled(text, amount, floor, latin, prefix) if latin else None)
        or _priced(text, amount, prefix)
        or (None if latin else _counted_or_measured(text, amount, floor, number))
    )


def _in_unit_of_heading(text: str, amount: Amount, number: Numeral) -> Quantity | None:
    """Read a bare number in the unit that its heading prints in brackets: 营收(亿元) 10.5, 销量（万）：3."""
    if number.has_scale or not number.text[0].isdecimal() or _UNIT_FOLLOWS.match(text, amount.end):
        return None
    heading = _HEADING_UNIT.search(text, max(0, amount.start - 16), amount.start)
    if heading is None:
        return None
    scale = _HEADING_SCALES[heading[1] or ""]
    found = unit_at(text, heading.start(2)) if heading[2] else None
    money = found[0].unit if found and found[0].kind == "money" else ""
    if not money and scale == 1:
        return None
    step = f"in the unit of the heading: {heading[0].strip(' :：')}"
    scaled = amount._replace(low=amount.low * scale, high=amount.high * scale, step=step)
    return with_unit_name(text, scaled, amount.end, "money" if money else "count", money)


def _timed(text: str, amount: Amount) -> Quantity | None:
    timed = read_duration(text, amount.end, amount.low, amount.high)
    if timed is None:
        return None
    end, low, high, vague = timed
    bound = amount.bound if amount.bound != "exact" else ("vague" if vague else "exact")
    seconds = plain(low) if high == low else f"{plain(low)} to {plain(high)}"
    steps = joined_steps(amount.step, f"in seconds: {seconds}")
    qualifier = amount.qualifier or vague
    return quantity(text, amount.start, end, "duration", (low, high), "s", bound=bound, qualifier=qualifier, steps=steps)


def _priced(text: str, amount: Amount, prefix: tuple[Unit, int] | None) -> Quantity | None:
    found = unit_at(text, amount.end)
    if found is None or found[0].kind != "money" or not is_coin(text, found[0], amount.start, found[1]):
        found = None
    return read_money(text, amount, found, prefix) if found or prefix else None


def _counted_or_measured(text: str, amount: Amount, floor: int, number: Numeral) -> Quantity | None:
    if _NUMBERED.match(number.text):
        return None
    points = _PERCENT_POINTS.match(text, amount.end)
    if points:
        return with_unit_name(text, amount, points.end(), "percent", "%")
    grids = _GRIDS.match(text, amount.end) if "格" in text[amount.end : amount.end + 2] else None
    if grids and _PER_SECOND.search(text, max(0, amount.start - 4), amount.start):
        return with_unit_name(text, amount, grids.end(), "count", "fps")  # 每秒24格
    chips = counted(text, amount.end, chips_only=True)
    if chips:
        return with_unit_name(text, amount, chips[0], "count", chips[1])
    is_article = number.text == "一" and not _is_counted_one(text, amount)
    found = unit_at(text, amount.end)
    if found and found[0].kind != "money" and not (found[0].kind == "count" and is_article):
        return _measured(text, amount, floor, *found)
    count = counted(text, amount.end)
    if count is None:
        return unnamed(text, amount, number)
    return with_unit_name(text, amount, count[0], "count", count[1]) if count[2] or not is_article else None


def _scaled_by_classifier(text: str, amount: Amount) -> Amount:
    """Read 两个亿 as two times 亿."""
    match = _SCALE_AFTER_CLASSIFIER.match(text, amount.end)
    if not match:
        return amount
    scale = 10**8 if match[1] == "亿" else 10**4
    return amount._replace(end=match.end(), low=amount.low * scale, high=amount.high * scale)


# 公布了一项专利 counts an act on record, 打了一场仗 does not.
_ONE_ON_RECORD = re.compile(r"[项笔份](?=[^，,。；;]{0,12}(?:专利|大奖|协议|收购|诉讼|订单|合同))")


_ONLY = frozenset("仅只共唯")


def _is_counted_one(text: str, amount: Amount) -> bool:
    if text[amount.start - 1 : amount.start] == "了" and _ONE_ON_RECORD.match(text, amount.end):
        return True
    return text[amount.start - 1 : amount.start] in _ONLY or stands_alone(text, amount.start, amount.end + 1)


def _measured(text: str, amount: Amount, floor: int, unit: Unit, end: int) -> Quantity | None:
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
        return _degrees(text, amount, floor, end)
    if unit.unit == "point" and amount.low < _FEWEST_POINTS and not _OF_AN_INDEX.search(text, max(0, start - 8), start):
        return None
    if unit.unit == "frame" and _PER_SECOND.search(text, max(0, start - 4), start):
        return with_unit_name(text, amount, end, kind, "fps")
    if unit.unit == "dozen":
        return with_unit_name(text, amount, end, kind, "", 12)
    if kind == "measure":
        return _halves(text, amount, unit, end)
    return with_unit_name(text, amount._replace(start=start), end, kind, unit.unit, unit.factor)


def _degrees(text: str, amount: Amount, floor: int, end: int) -> Quantity:
    for word, unit in (("摄氏温度", "C"), ("华氏温度", "F"), ("摄氏", "C"), ("华氏", "F")):
        if text.endswith(word, floor, amount.start):
            return with_unit_name(text, amount._replace(start=amount.start - len(word)), end, "temperature", unit)
    return with_unit_name(text, amount, end, "temperature", "deg")


def _halves(text: str, amount: Amount, unit: Unit, end: int) -> Quantity:
    """Read the part printed after a measure: 三斤半, 六斤八两, 三米九."""
    extra = 0.0
    part = read_numeral(text, end) if unit.unit in ("jin", "m", "liang") else None
    if text.startswith("半", end) and not text.startswith("半导", end):
        extra, end = 0.5, end + 1
    elif part and unit.unit == "jin" and text.startswith("两", part.end):
        extra, end = float(part.low) / 10, part.end + 1
    elif part and unit.unit == "m" and len(part.text) == 1 and part.end == len(text):
        extra, end = float(part.low) / 10, part.end
    amount = amount._replace(low=amount.low + Decimal(str(extra)), high=amount.high + Decimal(str(extra))) if extra else amount
    return with_unit_name(text, amount, end, "measure", unit.unit, unit.factor)


def _latin_scaled(
    text: str, amount: Amount, floor: int, latin: re.Match[str], prefix: tuple[Unit, int] | None
) -> Quantity | None:
    letter = latin[1]
    if (
        letter in ("m", "b")
        and not prefix
        and not (letter == "b" and _SIZES_BEFORE.search(text, max(0, amount.start - 12), amount.start))
    ):
        found = unit_at(text, amount.end)
        return _measured(text, amount, floor, *found) if found else None
    factor = _LATIN_FACTORS[letter.lower()]
    step = f"{plain(amount.low)} × {letter} (10^{len(str(factor)) - 1})"
    scaled = amount._replace(low=amount.low * factor, high=amount.high * factor, end=latin.end(), step=step)
    found = unit_at(text, latin.end())
    money = found if found and found[0].kind == "money" else None
    if money or prefix:
        return read_money(text, scaled, money, prefix)
    again = _MONEY_AGAIN.search(text, max(0, amount.start - 8), amount.start)
    if again and text[latin.end() : latin.end() + 1] in (")", "）") and (told := unit_at(text, again.start(1))):
        return with_unit_name(text, scaled, latin.end(), "money", told[0].unit)
    return _latin_count(text, scaled, latin, found)


def _latin_count(text: str, scaled: Amount, latin: re.Match[str], found: tuple[Unit, int] | None) -> Quantity | None:
    """Read what a number with a letter for its scale (7B, 50K) counts where it is no money; `found` is the unit after it."""
    letter = latin[1]
    sizes = letter in ("B", "b") or (letter == "M" and _TO_BILLIONS.match(text, latin.end()))
    if sizes or (found and found[0].unit == "parameter"):
        end = found[1] if found and found[0].unit == "parameter" else latin.end()
        return with_unit_name(text, scaled, end, "count", "parameter")
    if found and found[0].kind == "count":
        return with_unit_name(text, scaled, found[1], "count", found[0].unit)
    if letter in ("T", "b", "t") or text.startswith(("公司", "胶"), latin.end()):
        return None
    timed = _timed(text, scaled)
    if timed:
        return timed
    count = counted(text, latin.end())
    if count:
        return with_unit_name(text, scaled, count[0], "count", count[1])
    thing = _LATIN_THING.match(text, latin.end())
    if thing:
        return with_unit_name(text, scaled, thing.end(), "count", thing[1])
    return with_unit_name(text, scaled, latin.end(), "number", "")
