"""When two numerals are the ends of one range, and what the second lends the first."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from presslens.pipeline.figures.numerals import DIGITS, Numeral, read_numeral
from presslens.pipeline.figures.vocabulary import Unit, unit_at

_JOIN = re.compile(r"(?:\(含\)|（含）)?+ {0,2}(?:--?|——?|–|−|~~?|～|〜|至|到|或|、) {0,2}")
_CHANGE = re.compile(
    r"(?:缩水|蒸发|下降|下跌|下滑|减少|缩减|削减|增加|增长|上升|上涨|上调|下调|提高|扩大|跌|涨|降|升|增|减)(?:了|约|近|超|逾|超过|至少)?$"
)
# ARR从100万到2000万 tells two times; 价格从10元到100元不等 is a range.
_ROSE_FROM = re.compile(
    r"(?:ARR|MRR|GMV|营收|收入|流水|估值|市值|用户|客户|月活|日活|团队|人数|员工|规模|销[售量]额?|出货量?|股价|份额|占比|渗透率|毛利率|净利率|票房|参数)"
    r"[^，,。；;\d不等]{0,8}[从由](?:约|近|每股|最初的?|原来的?|当初的?)? ?$"
)
_VARIES = re.compile(r"(?:[^，,。；;\d]{0,3})(?:不等|之间|区间|的?范围|均有|都有)")
_CURRENCY = re.compile(r"(?:US|HK|NT)?[$￥¥€]")


class Range(NamedTuple):
    """Two joined numerals: the ends in their printed order, and the unit of the first where it has its own."""

    end: int
    low: int | Decimal
    high: int | Decimal
    first_unit: Unit | None
    shared: bool


def read_range(text: str, first: Numeral) -> Range | None:
    """Read the range that `first` opens, or nothing: a fall, a comma or a mere dash joins no two numerals.

    >>> reading = read_range("3-5亿元", read_numeral("3-5亿元", 0))
    >>> int(reading.low), int(reading.high)
    (300000000, 500000000)
    """
    join, first_unit = _JOIN.match(text, first.end), None
    if not join:
        own = unit_at(text, first.end)
        join = _JOIN.match(text, own[1]) if own else None
        first_unit = own[0] if own else None
    if not join:
        return None
    sign = _CURRENCY.match(text, join.end())
    second = read_numeral(text, sign.end() if sign else join.end())
    if second is None or second.implied or not _may_join(text, first, join[0], second, first_unit):
        return None
    low, shared = _share_scale(first, second) if first_unit is None else (first.low, False)
    high = second.high
    if first_unit is None and low >= high:
        return None
    return Range(second.end, low, high, first_unit, shared)


def ends_a_change(text: str, start: int, join: str, kind: str, end: int = 0) -> bool:
    """Tell a change and where it ended (缩水760亿美元至4680亿美元) from a range; for shares and times it is a range.

    What stands between its beginning and its `end`, as in 营收从1亿元到3亿元, is no range either, unless it varies (不等).

    >>> ends_a_change("缩水5亿元至9亿元", 2, "至", "money")
    True
    """
    if join.strip() not in ("至", "到") or kind == "duration":
        return False
    if end and _ROSE_FROM.search(text, max(0, start - 16), start) and not _VARIES.match(text, end):
        return True
    if kind == "percent":
        return False
    return _CHANGE.search(text, max(0, start - 6), start) is not None


def _may_join(text: str, first: Numeral, join: str, second: Numeral, first_unit: Unit | None) -> bool:
    if first_unit and ends_a_change(text, first.start, join, first_unit.kind, _end_with_unit(text, second)):
        return False
    if "、" in join:
        return first_unit is None and _are_neighbours(first, second)
    if "或" in join or join.strip() in ("-", "到", "至"):
        return second.low > first.low or second.scale > first.scale or first_unit is not None
    return True


def _end_with_unit(text: str, numeral: Numeral) -> int:
    unit = unit_at(text, numeral.end)
    return unit[1] if unit else numeral.end


def _are_neighbours(first: Numeral, second: Numeral) -> bool:
    """Tell 两、三 (two or three) from a list: single Chinese digits, one after the other."""
    return first.text in DIGITS and second.text[:1] in DIGITS and second.mantissa == first.low + 1


def _share_scale(first: Numeral, second: Numeral) -> tuple[int | Decimal, bool]:
    """Lend 亿 of 3-5亿 to the 3; not where the first would pass the second (8500到3万)."""
    if first.has_scale or second.scale <= 1 or first.low >= second.mantissa or (first.scale > 1 and not second.has_scale):
        return first.low, False
    return first.low * second.scale, True
