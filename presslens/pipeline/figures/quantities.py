"""Which figures a text prints: one scan, the longest reading at every place, lists settled at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from presslens.model import Quantity
from presslens.pipeline.figures.amounts import read_amount
from presslens.pipeline.figures.calendar_days import Context, When
from presslens.pipeline.figures.clock import Clock, period_at, period_before, read_clock
from presslens.pipeline.figures.dates import date_heads, read_when
from presslens.pipeline.figures.halves import read_half
from presslens.pipeline.figures.numerals import DIGITS, FORMAL, SCALES, Numeral, read_numeral, read_scientific
from presslens.pipeline.figures.spans import read_span_of_time
from presslens.pipeline.figures.vocabulary import covered_by_set_phrase, currency_before

_NUMERALS = "".join(dict.fromkeys([*DIGITS, *(c for c in SCALES if not c.isascii())]))
_HEADS = frozenset(date_heads())
_HEAD_CHARACTERS = "".join(sorted({head[0] for head in _HEADS}))
# A numeral opens a date only where one of these follows it.
_DATE_AHEAD = re.compile(
    r"[0-9零〇一二三四五六七八九十两廿千]{1,10}+(?: ?[年月日号季世度]|个?[季月]|[-/.~～至到—–·－] ?[\d一二三四五六七八九十]"
    r"|(?<=\d\d\d\d) \d\d |(?<=\d{8})| ?到)|一季"
)
_TRIGGER = re.compile(rf"[0-9{_NUMERALS}数几半第{_HEAD_CHARACTERS}]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9_.~%/?#=&:;,+@!$*-]++|[A-Za-z0-9_.+-]++@[A-Za-z0-9.-]++")
_NAME_TAIL = re.compile(r"[0-9A-Za-z]++(?:[._+-][0-9A-Za-z]++)*+")
_CODE = re.compile(
    r"\d{3,4}[- ]\d{3,4}[- ]\d{4}(?!\d)|\d{3,4}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\d{1,3}(?:\.\d{1,3}){2,}|\d{12,}"
    r"|\d{4,6}\.(?:SZ|SH|HK|SS|BJ|TW|US|N|O)(?![A-Za-z])|0\d{4,5}(?=[)）])|[36]\d{5}(?=[)）])"
)
_VERSION = re.compile(
    r"\d++(?:\.\d++)*+ ?(?:版本|版|时代|系列)"
    r"|\d++\.\d++ ?(?:Pro|Flash|Turbo|Ultra|Max|Mini|mini|Lite|Alpha|Plus|Preview|beta|Beta)"
)
_ORDINAL = re.compile(r"第 ?(?=[\d零一二三四五六七八九十百千])")
_LIST = re.compile(r"、|和|与|及|以及|/| / ")
_RANGE = re.compile(r" ?(?:[-—–~～]{1,2}|至|到) ?")
_DAY_TO_CLOCK = re.compile(r"[(（]?(?:周|星期)[一二三四五六日天][)）]?|的|[ T](?=\d)|-(?=\d\d[:：])| (?=[上下中早晚凌])")
_PERIOD_IN_DAY = {"晚": "晚上", "夜": "晚上", "早": "早上", "晨": "早上"}
_SIGN = re.compile(r"[负\-−－]")
_LATIN = re.compile(r"[A-Za-z_]")


def read_quantities(match_text: str, reference: date | datetime | None = None) -> list[Quantity]:
    """Read every figure printed in a matching copy, sorted and without overlaps; `reference` is the article's date.

    >>> [(q.surface, q.unit, q.low) for q in read_quantities("融资60亿、250亿美元")]
    [('60亿', 'USD', 6000000000.0), ('250亿美元', 'USD', 25000000000.0)]
    """
    text = (
        _ADDRESS.sub(lambda match: "_" * len(match[0]), match_text)
        if "://" in match_text or "@" in match_text or "www." in match_text
        else match_text
    )
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
    return _share_lists(text, _join_ranges(text, found))


def _read_at(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    """Read the figure that a trigger at `start` opens, or give the place to look on from."""
    character = text[start]
    if character.isascii() and character.isdigit():
        return _read_arabic(text, start, floor, context)
    if character in "HQ" and text[start - 1 : start].isalnum() and text[start - 1].isascii():
        return start + 1
    if character == "上" and text[start - 1 : start] in tuple("马以之网线早晚地路街身会"):
        return start + 1
    if character in _HEAD_CHARACTERS and (text[start : start + 2] in _HEADS or character in _HEADS):
        when = read_when(text, start, context)
        if when:
            return _dated(text, start, when, context)
    if character == "第":
        return _ordinal(text, start, context)
    if character == "半":
        return read_half(text, start, context) or start + 1
    if character not in _NUMERALS and character not in "数几":
        return start + 1
    return _read_hanzi(text, start, floor, context)


def _read_arabic(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    before = text[start - 1 : start]
    if before and _LATIN.match(before) and before.isascii():
        sign = currency_before(text, start)
        if not sign and text[start + 4 : start + 5] != "年":
            tail = _NAME_TAIL.match(text, start)
            return tail.end() if tail else start + 1
    elif before in ("-", "·", ".") and start > 1 and (text[start - 2].isascii() and text[start - 2].isalpha()):
        tail = _NAME_TAIL.match(text, start)
        return tail.end() if tail else start + 1
    code = _CODE.match(text, start) or _VERSION.match(text, start)
    phrase = covered_by_set_phrase(text, start, "0123456789")
    when = read_when(text, start, context) if not phrase and _DATE_AHEAD.match(text, start) else None
    if when:
        return _dated(text, start, when, context)
    moment = _clock_alone(text, start, floor, context)
    if moment:
        return moment
    if code or phrase:
        return code.end() if code else phrase or start + 1
    return _amount(text, read_scientific(text, start) or read_numeral(text, start), start, floor, context)


def _read_hanzi(text: str, start: int, floor: int, context: Context) -> Quantity | int:
    character = text[start]
    phrase = covered_by_set_phrase(text, start, _NUMERALS)
    if phrase:
        return phrase
    if character in "数几":
        after = text[start + 1 : start + 2]
        if after not in SCALES or (
            character == "数" and text[start - 1 : start] in tuple("参总人户次件指系函少多整倍分页岁步层计代")
        ):
            return start + 1
    when = read_when(text, start, context) if _DATE_AHEAD.match(text, start) else None
    if when:
        return _dated(text, start, when, context)
    moment = _clock_alone(text, start, floor, context)
    if moment:
        return moment
    numeral = read_numeral(text, start)
    if numeral is None:
        return start + 1
    if character in FORMAL and len(numeral.text) < 2 and not (len(text.strip()) == 1 and character in "壹贰叁"):
        return start + 1
    return _amount(text, numeral, start, floor, context)


def _amount(text: str, numeral: Numeral | None, start: int, floor: int, context: Context) -> Quantity | int:
    if numeral is None:
        tail = _NAME_TAIL.match(text, start)
        return tail.end() if tail else start + 1
    if _names_a_version(text, numeral):
        return numeral.end
    figure = read_amount(text, numeral, floor)
    if figure is None:
        tail = _NAME_TAIL.match(text, start)
        return max(numeral.end, tail.end() if tail else 0)
    figure = _with_sign(text, _with_shang(text, figure, numeral, floor), floor)
    return read_span_of_time(text, figure, context, floor) or figure


def _names_a_version(text: str, numeral: Numeral) -> bool:
    """Tell Llama 2 and Gemini 1.5 Pro from a figure: a Latin name, a space, and no unit behind."""
    start = numeral.start
    if start < 2 or text[start - 1] != " " or not (text[start - 2].isascii() and text[start - 2].isalpha()):
        return False
    return (
        text[numeral.end : numeral.end + 1]
        in (
            "",
            " ",
            "\n",
            ",",
            "，",
            "。",
            "、",
            "的",
            "和",
            "与",
            "(",
            "（",
            ")",
            "）",
            "》",
            "”",
            "」",
            ":",
            "：",
            "在",
            "是",
            "等",
        )
        and not numeral.has_scale
    )


def _with_shang(text: str, figure: Quantity, numeral: Numeral, floor: int) -> Quantity:
    """Read 上万: ten thousand and more, the 上 printed as part of it."""
    at = figure.start - 1
    if not numeral.implied or at < floor or text[at] != "上" or text[at - 1 : at] in tuple("以之网线身地街头史世"):
        return figure
    return replace(figure, start=at, surface=text[at : figure.end], bound="vague", qualifier="上")


def _with_sign(text: str, figure: Quantity, floor: int) -> Quantity:
    at = figure.start - 1
    if (
        at < floor
        or not _SIGN.match(text, at)
        or figure.low is None
        or figure.high is None
        or figure.kind in ("duration", "resolution")
    ):
        return figure
    before = text[at - 1 : at]
    if (
        text[at] != "负"
        and before
        and before not in " \n(（:：,，约为至"
        and not (figure.kind == "percent" and not before.isalnum())
    ):
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


def _dated(text: str, start: int, when: When, context: Context) -> Quantity:
    if when.states_year:
        context.year_stated, context.year_stated_at = when.first.year, when.end
    context.remember(when)
    timed = _timed(text, start, when) if when.first == when.last else None
    if isinstance(timed, Quantity):
        return timed
    when = timed or when
    step = (when.step,) if when.step else (f"{text[start : when.end]} read as {when.as_of}",)
    return Quantity(
        start,
        when.end,
        text[start : when.end],
        "date",
        bound="about" if when.about else "exact",
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=step,
    )


def _timed(text: str, start: int, when: When) -> Quantity | When:
    """Read the time of day printed after a day: a clock time makes it a moment, 凌晨 alone belongs to the date."""
    gap = _DAY_TO_CLOCK.match(text, when.end)
    end = gap.end() if gap else when.end
    period = period_at(text, end)
    said = period or _PERIOD_IN_DAY.get(text[when.end - 1], "")
    clock = read_clock(text, end + len(period), said)
    if clock:
        return _moment(text, start, when, clock)
    return when._replace(end=end + len(period)) if period and len(period) > 1 else when


def _clock_alone(text: str, start: int, floor: int, context: Context) -> Quantity | None:
    period = period_before(text, start)
    period = period if start - len(period) >= floor else ""
    clock = read_clock(text, start, period)
    day = context.reference
    if clock is None or day is None or not (period or clock.clear):
        return None
    if not period and ":" in text[start : clock.end].replace("：", ":") and text.strip() != text[start : clock.end]:
        return None
    return _moment(text, start - len(period), When(start, day, day, day.isoformat()), clock)


def _moment(text: str, start: int, when: When, clock: Clock) -> Quantity:
    surface = text[start : clock.end]
    step = f"{surface} read as {when.as_of}, {clock.first} seconds after midnight"
    return Quantity(
        start,
        clock.end,
        surface,
        "datetime",
        float(clock.first),
        float(clock.last),
        "s",
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=(step,),
    )


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join two figures of one kind and unit that 到, 至 or a dash links, where each was read with parts of its own."""
    joined: list[Quantity] = []
    for figure in found:
        last = joined[-1] if joined else None
        if last and figure.start - last.end < 4 and _RANGE.fullmatch(text, last.end, figure.start) and _may_join(last, figure):
            joined[-1] = replace(
                last,
                end=figure.end,
                surface=text[last.start : figure.end],
                high=figure.high,
                last_day=figure.last_day,
                bound="range" if last.kind not in ("date", "datetime") else last.bound,
                steps=(*last.steps, *figure.steps),
                as_of=last.as_of if last.as_of == figure.as_of else f"{last.as_of}/{figure.as_of}",
            )
        else:
            joined.append(figure)
    return joined


def _may_join(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind or one.unit != other.unit or one.kind in ("resolution", "ordinal", "date"):
        return False
    if one.kind == "datetime":
        return one.first_day is not None and other.last_day is not None and one.first_day <= other.last_day
    return one.bound == other.bound == "exact" and one.low is not None and other.high is not None and one.low < other.high


def _share_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give amounts printed in a list the currency that only the last one carries: 60亿、250亿美元. A comma ends the list."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        if (
            following.kind == "money"
            and one.kind == "count"
            and not one.unit
            and _LIST.fullmatch(text, one.end, following.start)
        ):
            step = f"{following.unit} from {following.surface}, the end of the list"
            found[i] = replace(one, kind="money", unit=following.unit, steps=(*one.steps, step))
    return found
