"""Which days a printed date or range of dates names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from presslens.pipeline.figures.calendar_days import Context, When, of_day, of_month, of_year, valid
from presslens.pipeline.figures.lunar import read_lunar
from presslens.pipeline.figures.periods import LONE_DAY, digits, in_year, part_of_year
from presslens.pipeline.figures.quarters import read_quarter
from presslens.pipeline.figures.relative import (
    from_reference,
    read_month_or_day,
    read_part_of_this_year,
    read_relative,
    same_period_ahead,
)
from presslens.pipeline.figures.short_forms import read_short_form

_NINE = "一二三四五六七八九"
_CN = f"零〇{_NINE}十"
_WHOLE_YEAR = rf"年(?! ?[\d{_NINE}十])"
_YEAR = re.compile(
    rf"(\d{{4}}|\d{{3}}|[一二][{_CN[:-1]}]{{3}}|[两二]千(?:零[{_NINE}]|[一二]?十[{_NINE}]?)?|[{_NINE}]{{3}})"
    r" ?(?:年(?:度(?!假))?|财年|会计年度)(?![龄薪货]|代(?!表|理|言|工))"
)
_COUNTED_BEFORE = frozenset("后前来内间的以时历期多")
_SHORT_YEAR = re.compile(rf"(\d{{2}}|[{_CN[:-1]}]{{2}}) ?年(?![龄薪货多余])")
_DECADE = re.compile(
    rf"(?:(上世纪|上个世纪|本世纪|(\d{{1,2}}|[一二]?十[{_NINE}]?|[{_NINE}]) ?世纪)的?)?"
    rf" ?((?:19|20)\d0|[1-9]0|[{_NINE}]十) ?年代(初期?|末期?|中期|前期|后期)?"
)
# So many characters at most lie between the beginning of a decade or century and the end of its first 世纪 or 年代.
_DECADE_WITHIN = 20
_DECADES = re.compile(r"(上世纪|\d{1,2}世纪)的?([1-9]0)(?:年代)?(?:至|到|、|-)([1-9]0)年代")
_CENTURY = re.compile(r"(?:(上个?|本|\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪)(初|末|中叶|中期)?")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})(?:日(?!本))?(?!\d(?!\d:\d\d))(?![.]\d)")
_ISO_MONTH = re.compile(r"((?:19|20)\d{2})([-/.])(1[0-2]|0[1-9]|[1-9](?=-|/|至|到|~))(?![\d%万亿元倍个])")
_YEAR_AND_PART = re.compile(r"((?:19|20)\d{2}) ?(?=[QH][1-4](?![0-9A-Za-z])|[上下]半年|第[一二三四]季)")
# 2026及2027年 leave their 年 to the last.
_YEAR_LISTED = re.compile(r"((?:19|20)\d{2})(?= ?[及和与、/或](?:(?:19|20)\d{2}[及和与、/或])? ?(?:19|20)\d{2} ?年)")
_LISTS = frozenset("及和与、/或")
_SPACED = re.compile(r"((?:19|20)\d{2}) (\d{2}) (\d{2})(?!\d)")
_SOLID = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_YEARS = re.compile(
    rf"((?:19|20)\d{{2}})(?:年)? ?(?:[-—–~～]{{1,2}}|至|到) ?((?:19|20)\d{{2}}|\d{{2}}(?={_WHOLE_YEAR}))"
    rf"(?:{_WHOLE_YEAR})?(?![\d.万亿%元月-])"
)
_QUARTER_AHEAD = re.compile(r"\d ?财?季")
_SIX_DAYS = timedelta(days=6)
_MOST_OF_A_YEAR = timedelta(days=300)
_JOIN = re.compile(r" ?(?:起|开始)?(?:[-—–~～]{1,2}|至|到|与(?=\d{4}年))(?:了)? ?")


def read_when(text: str, start: int, context: Context) -> When | None:
    """Read the date or range of dates that begins at `start`, or nothing; nothing too where it would leave the calendar.

    >>> read_when("去年11月份发布", 0, Context(date(2024, 3, 1))).as_of
    '2023-11'
    >>> read_when("2023年11月-2024年1月", 0, Context(None)).as_of
    '2023-11/2024-01'
    """
    try:
        when = _read_range(text, start, context)
        return _as_told(text, start, when, context) if when and when.last - when.first == _SIX_DAYS else when
    except (ValueError, OverflowError):  # a printed step (一万亿年后) can lead past the years that dates can hold
        return None


def _read_range(text: str, start: int, context: Context) -> When | None:
    first = _whole_range(text, start) or _single(text, start, context)
    if first is None:
        return None
    join = _JOIN.match(text, first.end)
    if not join:
        return first
    inner = Context(context.reference, stated=first)
    inner.remember(first)
    second = _single(text, join.end(), inner) or _rest_of_range(text, join.end(), first)
    if second is None or second.last < first.first or (first.about and join[0].strip() in ("到", "至") and not second.as_of):
        return first
    return first._replace(
        end=second.end, last=second.last, as_of=f"{first.as_of.split('/')[0]}/{second.as_of.split('/')[-1]}", about=False
    )


def _as_told(text: str, start: int, week: When, context: Context) -> When:
    """Take the days of a week from the brackets behind it, 上周(3月4日-3月8日), now and whenever that week is named again."""
    word = text[start : week.end]
    bracket = text[week.end : week.end + 1] in ("(", "（")
    inside = _read_range(text, week.end + 1, Context(context.reference)) if bracket else None
    if inside and text[inside.end : inside.end + 1] in (")", "）") and abs(inside.first - week.first) <= 2 * _SIX_DAYS:
        context.weeks[word] = inside
    told = context.weeks.get(word)
    return told._replace(end=week.end, states_year=False) if told else week


def _whole_range(text: str, start: int) -> When | None:
    match = _YEARS.match(text, start)
    if not match:
        return None
    first, last = int(match[1]), int(match[2])
    last += first // 100 * 100 if last < 100 else 0
    if first >= last:
        return None
    return When(match.end(), date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", states_year=True)


def _rest_of_range(text: str, start: int, first: When) -> When | None:
    """Read an end that prints less than its beginning: 8月11日至22日, 1月到12月, 2008年到18年."""
    match = LONE_DAY.match(text, start)
    if match and len(first.as_of) == 10 and valid(first.first.year, first.first.month, digits(match[1])):
        return of_day(match.end(), first.first.replace(day=digits(match[1])))
    match = _SHORT_YEAR.match(text, start)
    if match and len(first.as_of) == 4:
        return in_year(text, match.end(), first.first.year // 100 * 100 + digits(match[1]))
    return None


def _single(text: str, start: int, context: Context) -> When | None:
    character = text[start : start + 1]
    if character.isdecimal():
        found = _numeric(text, start)
        if found:
            return found
    if text.startswith(("农历", "阴历"), start) and (lunar_year := _year_at(text, start + 2, context)):
        # the name of the calendar stands before the year, the date after it: read them as neighbours
        shift = lunar_year[1] - 2
        when = read_lunar("农历" + text[lunar_year[1] : lunar_year[1] + 12], 0, lunar_year[0])
        return when._replace(end=when.end + shift) if when else None
    elif character in ("F", "Q", "H") and (short := read_short_form(text, start)):
        return short
    year = None if same_period_ahead(text, start) else _year_at(text, start, context)
    if year and not character.isdecimal() and text.endswith("财年", start, year[1]):
        return of_year(year[1], year[0], about=True)  # most of it; its months are of no calendar year
    if year:
        return in_year(text, year[1], year[0])._replace(states_year=True)
    return _of_no_year(text, start, context)


def _of_no_year(text: str, start: int, context: Context) -> When | None:
    """Read a decade, a festival, or a time that leans on the article's date."""
    character = text[start : start + 1]
    near = text[start : start + _DECADE_WITHIN]
    return (
        (_decades(text, start) or _decade(text, start, context) if "年代" in near or "世纪" in near else None)
        or _nearest_festival(text, start, context.reference)
        or (None if character.isdecimal() else read_relative(text, start, context) or read_quarter(text, start, context))
        or (
            read_part_of_this_year(text, start, context)
            if not character.isdecimal() or _QUARTER_AHEAD.match(text, start)
            else None
        )
        or read_month_or_day(text, start, context)
    )


def _nearest_festival(text: str, start: int, reference: date | None) -> When | None:
    """Read a lunar date without its year: that of the article's year, unless the year before has it far nearer."""
    when = read_lunar(text, start, reference.year) if reference else None
    if when and reference and when.first - reference > _MOST_OF_A_YEAR:
        return read_lunar(text, start, reference.year - 1)
    return when


def _numeric(text: str, start: int) -> When | None:
    match = _ISO.match(text, start) or _SPACED.match(text, start) or _SOLID.match(text, start)
    if match:
        year, month, day = (
            int(match[1]),
            int(match[match.lastindex - 1] if match.lastindex else 0),
            int(match[match.lastindex or 0]),
        )
        if valid(year, month, day):
            return of_day(match.end(), date(year, month, day), states_year=True)
        shorter = day // 10
        if match.lastindex == 4 and len(match[4]) == 2 and valid(year, month, shorter):
            return None
    match = _DAY_FIRST.match(text, start)
    if match and valid(int(match[4]), int(match[3]), int(match[1])):
        return of_day(match.end(), date(int(match[4]), int(match[3]), int(match[1])), states_year=True)
    short = read_short_form(text, start)
    if short:
        return short
    match = _YEAR_LISTED.match(text, start) if text[start + 4 : start + 6].lstrip()[:1] in _LISTS else None
    if match:
        return of_year(match.end(), int(match[1]), states_year=True)
    match = _YEAR_AND_PART.match(text, start)
    if match:
        return part_of_year(text, match.end(), int(match[1]))
    match = _ISO_MONTH.match(text, start)
    if match:
        return of_month(match.end(), int(match[1]), int(match[3]), states_year=True)
    return None


def _year_at(text: str, start: int, context: Context) -> tuple[int, int] | None:
    match = _YEAR.match(text, start)
    if match and 1 <= digits(match[1]) <= 2999 and (len(match[1]) != 3 or digits(match[1]) < 1000):
        return (digits(match[1]), match.end()) if len(match[1]) != 3 or text[start - 1 : start] in "在于" else None
    named = None if text[start : start + 1].isdecimal() else from_reference(text, start, "years", context)
    if named:
        base, step, end = named
        return base.year + step, end
    return _short_year(text, start, context)


def _short_year(text: str, start: int, context: Context) -> tuple[int, int] | None:
    """Read 23年末, 98年4月, 08年: two digits are a year beside a month or a part of the year, or with a leading zero."""
    match = _SHORT_YEAR.match(text, start)
    if not match:
        return None
    number, now = digits(match[1]), (context.reference or date(2024, 6, 1)).year
    century = now // 100 * 100
    year = century + number if century + number <= now + 10 else century - 100 + number
    after = match.end()
    sure = match[1][0] in "0零〇" or (text[after : after + 1] != "中" and in_year(text, after, year).end > after)
    before = text[start - 1 : start]
    likely = (
        now - 4 <= year <= now + 3
        and match[1].isdecimal()
        and (not before or before in "，,。；;(（在于从自到至、\n「“")
        and text[after : after + 1] not in _COUNTED_BEFORE
    )
    return (year, after) if valid(year) and (sure or likely) else None


def _decades(text: str, start: int) -> When | None:
    """Read 20世纪80至90年代, whose first decade leaves 年代 to the second."""
    match = _DECADES.match(text, start)
    if not match:
        return None
    century = 1900 if match[1][0] == "上" else int(match[1][:-2]) * 100 - 100
    first, last = century + int(match[2]), century + int(match[3])
    return When(match.end(), date(first, 1, 1), date(last + 9, 12, 31), f"{first}/{last + 9}") if first < last else None


def _decade(text: str, start: int, context: Context) -> When | None:
    match = _DECADE.match(text, start)
    now = (context.reference or date(2024, 1, 1)).year
    if match:
        century = (
            2000 if (match[1] or "")[:1] == "本" else 1900 if (match[1] or "上")[0] == "上" else digits(match[2]) * 100 - 100
        )
        tens = digits(match[3])
        first = tens if tens > 99 else century + tens + (100 if not match[1] and tens <= 20 else 0)
        return When(match.end(), date(first, 1, 1), date(first + 9, 12, 31), f"{first}/{first + 9}", about=bool(match[4]))
    match = _CENTURY.match(text, start)
    if not match:
        return None
    number = now // 100 + (1 if match[1] == "本" else 0) if match[1][0] in "上本" else digits(match[1])
    if not 1 <= number <= 30 or text[match.end() : match.end() + 1] in ("经", "福", "华", "互", "商", "金", "佳"):
        return None
    first = max(number * 100 - 100, 1)
    last = first + 99 if first > 1 else 99
    first, last = {"初": (first, first + 9), "末": (last - 9, last)}.get(match[2] or "", (first, last))
    return When(match.end(), date(first, 1, 1), date(last, 12, 31), f"{first:04d}/{last:04d}", about=bool(match[2]))
