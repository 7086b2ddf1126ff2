"""Which figures a text prints: one scan, the longest reading at every place, lists settled at the end."""

from __future__ import annotations

import re
from datetime import date, datetime

from presslens.model import Quantity
from presslens.pipeline.figures.amounts import read_amount
from presslens.pipeline.figures.calendar_days import Context
from presslens.pipeline.figures.date_heads import date_heads
from presslens.pipeline.figures.dates import read_when
from presslens.pipeline.figures.lists import join_ranges, share_lists
from presslens.pipeline.figures.moments import dated, read_clock_alone
from presslens.pipeline.figures.names import (
    code_end,
    end_before_day,
    is_inside_name,
    name_tail,
    names_a_club,
    names_a_version,
    stands_alone,
    without_addresses,
)
from presslens.pipeline.figures.numerals import DIGITS, FORMAL, SCALES, Numeral, read_numeral, read_scientific
from presslens.pipeline.figures.spans import read_span_of_time
from presslens.pipeline.figures.vague import (
    is_few,
    read_change_word,
    read_digits_long,
    read_doubling,
    read_few,
    read_half,
)
from presslens.pipeline.figures.vocabulary import covered_by_set_phrase
from presslens.record import replace

_NUMERALS = "".join(dict.fromkeys([*DIGITS, *(c for c in SCALES if not c.isascii())]))
_FIRSTS, _BEHIND = date_heads()
_HEAD = re.compile(rf"[{_FIRSTS}](?:{_BEHIND})")
# A numeral opens a date only where one of these follows it.
_DATE_AHEAD = re.compile(
    r"[0-9零〇一二三四五六七八九十两廿千]{1,10}+(?: ?(?:[年月日号季世度QH财]|会计年)|[上下]半年|第[一二三四]季"
    r"|(?<=\d{4}) ?[及和与、/或] ?(?:19|20)\d\d|个?[季月]|[-/.~～至到—–·－] ?[\d一二三四五六七八九十]"
    r"|(?<=\d\d\d\d) \d\d |(?<=\d{8})| ?到)|一季"
)
_OTHER_FIRSTS = f"0-9{_NUMERALS}数几半翻第腰倍双"
_TRIGGER = re.compile(rf"[{_OTHER_FIRSTS}{_FIRSTS}](?:(?<=[{_OTHER_FIRSTS}])|{_BEHIND})")
_RUN = re.compile(rf"[{_NUMERALS}]++")
_ORDINAL = re.compile(r"第 ?(?=[\d零一二三四五六七八九十百千])")
# 联准会上周降息 speaks of last week, 发布会上周先生说 of a Mr Zhou.
_LAST_WEEK = re.compile(r"(?<=会)上周(?=[一二三四五六日末，,、的宣公决降加将在推发召举])")
_NOT_BEFORE_LAST = frozenset("马以之网线早晚地路街身会")
_NOT_BEFORE_UPWARDS = frozenset("以之网线身地街头史世")
_BUSINESS = re.compile(r"[营收入财报利润绩同环毛货销指预增下亏资]|EPS|20\d\d|FY|'\d")
_SIGN = re.compile(r"[负\-−－]")
# A dash after one of these joins a range; after another word it is a minus.
_BEFORE_RANGE = "年月日号元万亿千百十家倍成天时分秒个周度级季%％）)”」》"


def read_quantities(match_text: str, reference: date | datetime | None = None) -> list[Quantity]:
    """Read every figure printed in a matching copy, sorted and without overlaps; `reference` is the article's date.

    >>> [(q.surface, q.unit, q.low) for q in read_quantities("融资60亿、250亿美元")]
    [('60亿', 'USD', 6000000000.0), ('250亿美元', 'USD', 25000000000.0)]
    """
    text = without_addresses(match_text)
    clock = reference if isinstance(reference, datetime) else None
    context = Context(clock.date() if clock else reference, clock)
    found: list[Quantity] = []
    place, floor = 0, 0
    while match := _TRIGGER.search(text, place):
        reading = _read_at(text, match.start(), floor, context)
        if isinstance(reading, int):
            place = max(reading, match.end())
            continue
        found.append(reading)
        place = floor = max(reading.end, match.end())
    return share_lists(text, join_ranges(text, found))


def _read_at(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    """Read the figure that a trigger at `start` opens, or give the place to look on from."""
    character = text[start]
    if character.isascii() and character.isdigit():
        return _read_arabic(text, start, floor, context)
    if character in "FHQ" and _names_a_version(text, start):
        return start + 1
    if character == "上" and text[start - 1 : start] in _NOT_BEFORE_LAST and not _LAST_WEEK.match(text, start):
        return start + 1
    if _HEAD.match(text, start):
        when = read_when(text, start, context)
        if when:
            return dated(text, start, when, context)
    if character == "第":
        return _ordinal(text, start, context)
    if character == "翻":
        return read_doubling(text, start) or start + 1
    if character == "半":
        return read_half(text, start, floor, context) or start + 1
    if character in "腰倍":
        return read_change_word(text, start) or start + 1
    if text.startswith("位数", start + 1):
        return read_digits_long(text, start) or start + 1
    if character not in _NUMERALS and character not in "数几":
        return start + 1
    return _read_hanzi(text, start, floor, context)


def _names_a_version(text: str, start: int) -> bool:
    """Tell the Q1 of a model's name from a quarter: it runs on from Latin letters, and no business follows."""
    before = text[start - 1 : start]
    if before.isascii() and before.isalnum():
        return True
    named = before == " " and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalpha()
    return named and text[start] != "F" and _BUSINESS.search(text, start, start + 10) is None


def _read_arabic(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    if not 0 < start == floor and is_inside_name(text, start):
        return name_tail(text, start)
    phrase = covered_by_set_phrase(text, start, "0123456789")
    if phrase:
        return phrase
    glued = end_before_day(text, start) if "月" in text[start + 2 : start + 7] else None
    if glued:
        return glued
    when = read_when(text, start, context) if _DATE_AHEAD.match(text, start) else None
    if when:
        return dated(text, start, when, context)
    moment = read_clock_alone(text, start, floor, context)
    if moment:
        return moment
    code = code_end(text, start)
    if code:
        return code
    return _amount(text, read_scientific(text, start) or read_numeral(text, start), start, floor, context)


def _read_hanzi(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    character = text[start]
    phrase = covered_by_set_phrase(text, start, _NUMERALS)
    if phrase:
        return phrase
    if character in "数几":
        few = read_few(text, start, floor, context) if is_few(text, start) else None
        if few or text[start + 1 : start + 2] not in SCALES or not is_few(text, start):
            return few or start + 1
    when = read_when(text, start, context) if _DATE_AHEAD.match(text, start) else None
    if when:
        return dated(text, start, when, context)
    moment = read_clock_alone(text, start, floor, context)
    if moment:
        return moment
    numeral = read_numeral(text, start)
    if numeral is None or (character in FORMAL and len(numeral.text) < 2 and not _is_formal_alone(text, numeral)):
        return _numeral_end(text, start)
    return _amount(text, numeral, start, floor, context)


def _numeral_end(text: str, start: int) -> int:
    """Skip a run of numerals that makes no number whole, or it would be read again from each of its characters."""
    run = _RUN.match(text, start)
    return run.end() if run else start + 1


def _is_formal_alone(text: str, numeral: Numeral) -> bool:
    """Accept a single formal digit before a part or a dozen, or where it fills its text; not the 陆 of 陆地."""
    return text.startswith(("分之", "打"), numeral.end) or (
        numeral.text in "壹贰叁" and stands_alone(text, numeral.start, numeral.end)
    )


def _amount(text: str, numeral: Numeral | None, start: int, floor: int, context: Context) -> Quantity | int:
    if numeral is None:
        return name_tail(text, start)
    if names_a_version(text, numeral):
        return numeral.end
    figure = read_amount(text, numeral, floor)
    if figure is None or names_a_club(text, figure.end):
        return max(numeral.end, name_tail(text, start))
    figure = _with_sign(text, _with_implied_one(text, figure, numeral, floor), floor)
    return read_span_of_time(text, figure, context, floor) or figure


def _with_implied_one(text: str, figure: Quantity, numeral: Numeral, floor: int) -> Quantity:
    """Read what stands before a scale without a number: the 上 of 上万 is part of it, the 过 of 过亿 bounds it."""
    at = figure.start - 1
    if not numeral.implied or at < floor:
        return figure
    if text[at] in "过破" and figure.bound == "exact":
        return replace(figure, bound="at_least", qualifier=text[at])
    if text[at] != "上" or text[at - 1 : at] in _NOT_BEFORE_UPWARDS:
        return figure
    return replace(figure, start=at, surface=text[at : figure.end], bound="vague", qualifier="上")


def _with_sign(text: str, figure: Quantity, floor: int) -> Quantity:
    at = figure.start - 1
    if at < floor or not _SIGN.match(text, at) or figure.low is None or figure.high is None:
        return figure
    before = text[at - 1 : at]
    if text[at] != "负" and (at == floor > 0 or (figure.kind == "count" and figure.unit)):
        return figure
    if text[at] != "负" and before and ((before.isascii() and before.isalnum()) or before in _BEFORE_RANGE):
        return figure
    if figure.kind in ("duration", "resolution"):
        return figure
    return replace(figure, start=at, surface=text[at : figure.end], low=-figure.high, high=-figure.low)


def _ordinal(text: str, start: int, context: Context) -> Quantity | int:
    phrase = covered_by_set_phrase(text, start, "第")
    match = _ORDINAL.match(text, start)
    numeral = read_numeral(text, match.end()) if match and not phrase else None
    if numeral is None or numeral.low != numeral.high:
        return phrase or start + 1
    ends = (float(numeral.low), float(numeral.low))
    return Quantity(start, numeral.end, text[start : numeral.end], "ordinal", *ends)
