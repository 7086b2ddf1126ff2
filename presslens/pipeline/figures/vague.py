"""What 半, and 数 and 几 without a number, stand for."""

from __future__ import annotations

import re

from presslens.model import Bound, Quantity, QuantityKind
from presslens.pipeline.figures.calendar_days import Context
from presslens.pipeline.figures.figure import quantity
from presslens.pipeline.figures.names import stands_alone
from presslens.pipeline.figures.spans import read_span_of_time
from presslens.pipeline.figures.vocabulary import unit_at

_TIMES = {
    "年": 31536000,
    "个月": 2592000,
    "月": 2592000,
    "天": 86400,
    "个小时": 3600,
    "小时": 3600,
    "个钟头": 3600,
    "钟头": 3600,
}
_TIMES |= {"分钟": 60, "个世纪": 3153600000, "世纪": 3153600000, "个星期": 604800, "个季度": 7776000, "日": 86400}
_TIME = re.compile(r"半(" + "|".join(sorted(_TIMES, key=len, reverse=True)) + r")(?!报|级|球|线|刊|谈|天)(多|余)?")
_PARTS = {"成": 5.0, "折": 50.0}

_FEW_SECONDS = {
    "年": 31536000,
    "月": 2592000,
    "季度": 7776000,
    "周": 604800,
    "星期": 604800,
    "天": 86400,
    "日": 86400,
    "小时": 3600,
    "分钟": 60,
    "秒": 1,
    "秒钟": 1,
}
_FEW = re.compile(r"[数几]个?(年(?![级代])|(?<=[数个])月|季度|周|星期|天|(?<=数)日|小时|分钟|秒钟?|(?<!个)[家名位倍])")
_PIECES = frozenset("块圆角毛分")
_DOUBLING = re.compile(r"翻(?:了|上)?(?:近|超|约|逾)?(?:([一两三四五])?番|倍)(?!茄)")
# 参数, 人数, 多数: 数 closes a word.
# 占比过半, 减半; 过半年 counts months.
_OVER_HALF = re.compile(r"[过逾超近减折]$|[过超]了$")
_NOT_AFTER_OVER_HALF = frozenset("年月天日个小分世夜导程场山百成折径路辈生星周季公斤")
_HALVED = re.compile(r"腰斩(?!者)")
_DOUBLED = re.compile(r"倍增(?!器|计划|行动)")
_DIGITS_LONG = re.compile(
    r"([两双二三四])位数(?=(?:的?百分[比点]|的?[增成]长|的?[增涨跌降]幅|的?下[滑跌降]|的?上[升涨]|的?速度|的?[市份占]|[%％]|以上的?[增成]长))"
)
_GROWN_BEFORE = re.compile(r"[增减升降涨跌估长]$|[增升涨减]幅?(?:达到?|为|约|超|至|逾|估)$")
_LENGTH = re.compile(r"([两双二三四])位数")
_LENGTHS = {"两": 2, "双": 2, "二": 2, "三": 3, "四": 4}
_NOT_AFTER_ONE_HALF = frozenset("天夜晌截路")
_NOT_BEFORE_FEW = tuple("参总人户次件指系函少多整倍分页岁步层计代")


def read_half(text: str, start: int, floor: int, context: Context) -> Quantity | None:
    """Read the half that begins at `start`, or nothing: 半年, 半公升, 半成, 半百.

    >>> read_half("半年", 0, 0, Context(None)).low
    15768000.0
    """
    timed = _half_of_time(text, start, floor, context)
    if timed:
        return timed
    after = text[start + 1 : start + 2]
    if start > floor and text[start - 1] == "一" and after not in _NOT_AFTER_ONE_HALF:
        return quantity(text, start - 1, start + 1, "ratio", (0.5, 0.5), "x", steps=("一半 is one part of two",))
    halved = _half_of_all(text, start, floor, after)
    if halved:
        return halved
    if after in _PARTS and text[start + 2 : start + 3] not in ("品", "本", "员"):
        return quantity(text, start, start + 2, "percent", (_PARTS[after], _PARTS[after]), "%")
    if after == "百" and text[start - 1 : start] in ("", "近", "过", "年"):
        return quantity(text, start, start + 2, "number", (50.0, 50.0))
    found = unit_at(text, start + 1)
    if found and found[0].kind in ("measure", "money") and text[start + 1] not in "米克打两瓦升":
        kind: QuantityKind = "measure" if found[0].kind == "measure" else "money"
        return quantity(text, start, found[1], kind, (0.5, 0.5), found[0].unit)
    if after == "个" and stands_alone(text, start, start + 2):
        return quantity(text, start, start + 2, "number", (0.5, 0.5))
    return None


def _half_of_all(text: str, start: int, floor: int, after: str) -> Quantity | None:
    """Read 过半, 减半, 半数 and 半价 as one part of two."""
    most = _OVER_HALF.search(text, max(floor, start - 2), start) if after not in _NOT_AFTER_OVER_HALF else None
    closes = start + 2 if after in ("价", "数") else start + 1
    if most is None and (closes == start + 1 or text[start - 1 : start] in ("多", "大")):
        return None
    bound: Bound = "exact" if most is None or most[0][-1] in "减折" else "about" if most[0] == "近" else "at_least"
    opens = most.start() if most else start
    return quantity(text, opens, closes, "ratio", (0.5, 0.5), "x", bound=bound, steps=("半 is one part of two",))


def _half_of_time(text: str, start: int, floor: int, context: Context) -> Quantity | None:
    match = _TIME.match(text, start)
    if match is None:
        return None
    low = _TIMES[match[1]] / 2
    ends = (low, low * 2 if match[2] else low)
    steps = (f"half of {match[1]} in seconds: {low:.10g}",)
    bound: Bound = "vague" if match[2] else "exact"
    figure = quantity(text, start, match.end(), "duration", ends, "s", bound=bound, qualifier=match[2] or "", steps=steps)
    return read_span_of_time(text, figure, context, floor) or figure


def read_change_word(text: str, start: int) -> Quantity | None:
    """Read a word that is a change by itself: 腰斩 leaves a half, 倍增 doubles; or give nothing.

    >>> read_change_word("股价腰斩", 2).low, read_change_word("预计倍增", 2).low
    (0.5, 2.0)
    """
    if _HALVED.match(text, start):
        return quantity(text, start, start + 2, "ratio", (0.5, 0.5), "x", steps=("腰斩 leaves a half",))
    if _DOUBLED.match(text, start) and text[start - 1 : start] not in ("成", "数", "几", "多", "百", "十", "千"):
        return quantity(text, start, start + 2, "ratio", (2.0, 2.0), "x", steps=("倍增 doubles",))
    return None


def read_digits_long(text: str, start: int) -> Quantity | None:
    """Read a growth or share told by how many digits it has: 两位数增长 is from 10 % to 99 %; or give nothing.

    >>> (figure := read_digits_long("两位数增长", 0)) and (figure.low, figure.high)
    (10.0, 99.0)
    """
    match = _DIGITS_LONG.match(text, start)
    if match is None and text.startswith("位数", start + 1) and _GROWN_BEFORE.search(text, max(0, start - 3), start):
        match = _LENGTH.match(text, start)
    if match is None:
        return None
    length = _LENGTHS[match[1]]
    ends = (10.0 ** (length - 1), 10.0**length - 1)
    step = f"{match[1]}位数 has {length} digits: from {ends[0]:.0f} to {ends[1]:.0f}"
    return Quantity(start, start + 3, text[start : start + 3], "percent", *ends, "%", "vague", match[1], steps=(step,))


def read_doubling(text: str, start: int) -> Quantity | None:
    """Read 翻番, 翻两番, 翻倍 as a multiple: each 番 doubles; or give nothing.

    >>> read_doubling("翻了两番", 0).low
    4.0
    """
    match = _DOUBLING.match(text, start)
    if not match:
        return None
    times = "一两三四五".find(match[1] or "一") + 1
    value = 2.0**times
    return quantity(text, start, match.end(), "ratio", (value, value), "x", steps=(f"each 番 doubles: {value:.0f} times",))


def is_few(text: str, start: int) -> bool:
    """Tell whether the 数 or 几 at `start` stands for a few and not for the end of 参数.

    >>> is_few("数十家", 0), is_few("参数1亿", 1)
    (True, False)
    """
    return text[start] == "几" or text[start - 1 : start] not in _NOT_BEFORE_FEW


def read_few(text: str, start: int, floor: int, context: Context) -> Quantity | None:
    """Read 数年, 几分钟, 数家 as two to nine of the unit, or give nothing.

    >>> read_few("数小时", 0, 0, Context(None)).high
    32400.0
    """
    match = _FEW.match(text, start)
    if not match:
        return _few_coins(text, start)
    unit, seconds = match[1], _FEW_SECONDS.get(match[1], 0)
    kind: QuantityKind = "duration" if seconds else "ratio" if unit == "倍" else "count"
    ends = (2.0 * (seconds or 1), 9.0 * (seconds or 1))
    name = "s" if seconds else {"家": "company", "名": "person", "位": "person", "倍": "x"}[unit]
    step = f"{text[start]} stands for 2 to 9"
    figure = Quantity(start, match.end(), match[0], kind, *ends, name, "vague", text[start], steps=(step,))
    return read_span_of_time(text, figure, context, floor) or figure


def _few_coins(text: str, start: int) -> Quantity | None:
    """Read 几元 and 几块钱; 几块 alone are pieces."""
    found = unit_at(text, start + 1) if text[start] == "几" else None
    if found is None or found[0].kind != "money" or found[0].surface in _PIECES:
        return None
    unit, end = found
    ends = (2.0 * unit.factor, 9.0 * unit.factor)
    return Quantity(start, end, text[start:end], "money", *ends, unit.unit, "vague", "几", steps=("几 stands for 2 to 9",))
