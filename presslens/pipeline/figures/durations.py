"""How long a printed time lasts, in seconds."""

from __future__ import annotations

import re
from decimal import Decimal

from presslens.pipeline.figures.numerals import read_numeral, step_of
from presslens.pipeline.figures.vocabulary import unit_at

Number = int | Decimal

# Calendar units count as 365 and 30 days: a printed 三年 says no more than that.
_HALF = re.compile(r"个半(小时|钟头|多?月|星期|礼拜|世纪)|(年|月|天|周|小时|分)半(?:钟)?(?![个导场程年月天夜价折])")
_MANY = re.compile(r" ?个?(?:多|余)(年|月|天|周|小时|星期|礼拜|分钟|秒|季度|钟头)")
_PAIR_OF_MINUTES = re.compile(r" ?分(?= ?[零〇一二三四五六七八九十\d]{1,3} ?秒)")
_NIGHTS = re.compile(r"[\d一二三四五六七八九十]{1,2}[晚夜]")
_SECONDS = {
    "年": 31536000,
    "月": 2592000,
    "季度": 7776000,
    "周": 604800,
    "星期": 604800,
    "礼拜": 604800,
    "天": 86400,
    "世纪": 3153600000,
}
_SECONDS |= {"小时": 3600, "钟头": 3600, "分钟": 60, "分": 60, "秒": 1}
# 不到1月 and 仅用2月 count months.
_COUNTS_MONTHS = re.compile(r"(?:不到|不足|未满|仅用|只用|历时|耗时|用时) ?[\d一二三四五六七八九十]{1,2} ?$")
_MONTHS = re.compile(r" ?月(?![底初中末份上下旬\d])")
# 近三季, 连两季, 四季来低点 are lengths of time; 第三季 is none.
_QUARTERS = re.compile(r" ?季(?![度节军])(?:(?=(来|以来|[新低高]))|)")
_RUN_BEFORE = re.compile(r"(?:近|连|连续|过去|未来|往后挪了?|延后了?|晚了?|递延) ?[\d一二两三四五六七八九十]{1,2}$")
_LINK = re.compile(r" ?(?:零|又)? ?(?=[\d零一二三四五六七八九十两半])")
_MINUTES_OF_HOURS = re.compile(r" ?分(?!之|析|别|享|钟)")


def counts_months(text: str, end: int) -> bool:
    """Tell whether the numeral that ends at `end` counts months though 个 is left out.

    >>> counts_months("不到1月", 3), counts_months("不到1月底", 3)
    (True, False)
    """
    return _MONTHS.match(text, end) is not None and _COUNTS_MONTHS.search(text, max(0, end - 8), end) is not None


def read_duration(text: str, end: int, low: Number, high: Number) -> tuple[int, float, float, str] | None:
    """Give the end, shortest and longest seconds, and the word for more (多) of the time whose numeral ends at `end`.

    >>> read_duration("3分56秒", 1, 3, 3)[:3]
    (5, 236.0, 236.0)
    >>> read_duration("一年多", 1, 1, 1)
    (3, 31536000.0, 63072000.0, '多')
    """
    many = _MANY.match(text, end)
    if many:
        factor = _SECONDS[many[1]]
        return many.end(), float(low * factor), float((high + step_of(low)) * factor), "多"
    half = _HALF.match(text, end)
    if half:
        factor = _SECONDS[(half[1] or half[2]).lstrip("多")]
        return half.end(), (float(low) + 0.5) * factor, (float(high) + 0.5) * factor, ""
    minutes = _PAIR_OF_MINUTES.match(text, end)
    if minutes:
        return _compound(text, minutes.end(), float(low) * 60, float(high) * 60, 60)
    if counts_months(text, end):
        return text.index("月", end) + 1, float(low) * _SECONDS["月"], float(high) * _SECONDS["月"], ""
    quarters = _QUARTERS.match(text, end) if "季" in text[end : end + 2] else None
    if quarters and (quarters[1] or _RUN_BEFORE.search(text, max(0, end - 5), end)):
        return quarters.end(), float(low) * _SECONDS["季度"], float(high) * _SECONDS["季度"], ""
    found = unit_at(text, end)
    if found is None or found[0].kind != "duration":
        return None
    unit, after = found
    if unit.surface == "日" and high > 31 and low < 1:
        return None
    return _compound(text, after, float(low) * unit.factor, float(high) * unit.factor, unit.factor)


def _compound(text: str, end: int, low: float, high: float, factor: float) -> tuple[int, float, float, str]:
    """Add the smaller parts that follow: 两年零三个月, 36天5小时30分, 6天5晚."""
    if low == high:
        nights = _NIGHTS.match(text, end) if factor == 86400 else None
        if nights:
            return nights.end(), low, high, ""
        while part := _next_part(text, end, factor):
            end, factor, extra = part
            low += extra
            high = low
        if text.startswith("半", end) and factor >= 60 and not text.startswith(("半导", "半年", "半个", "半价", "半数"), end):
            return end + 1, low + factor / 2, high + factor / 2, ""
    if (
        text[end : end + 1] in ("多", "余")
        and text[end + 1 : end + 2] not in ("模", "样", "元", "家", "个", "名", "位", "款", "种")
        and low == high
    ):
        return end + 1, low, low + step_of(round(low / factor)) * factor, text[end]
    return end, low, high, ""


def _next_part(text: str, end: int, factor: float) -> tuple[int, float, float] | None:
    link = _LINK.match(text, end)
    number = read_numeral(text, link.end()) if link else None
    if number is None or number.low != number.high:
        return None
    found = unit_at(text, number.end)
    if found and found[0].kind == "duration" and found[0].factor < factor and found[0].surface != "日":
        return found[1], found[0].factor, float(number.low) * found[0].factor
    minutes = _MINUTES_OF_HOURS.match(text, number.end) if factor == 3600 else None
    if minutes:
        return minutes.end(), 60, float(number.low) * 60
    return None
