"""Which days a printed date names, absolute or relative to the article and to the date before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from presslens.pipeline.figures.calendar_days import (
    Context,
    When,
    monday_of,
    month_after,
    nth_weekday,
    of_day,
    of_days,
    of_month,
    of_months,
    of_year,
    valid,
)
from presslens.pipeline.figures.lunar import read_lunar
from presslens.pipeline.figures.numerals import read_numeral
from presslens.pipeline.figures.vocabulary import load, word_at

_CN = "零〇一二三四五六七八九十"
_M = r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_D = r"(3[01]|[12]\d|0?[1-9]|三十一?|廿[一二三四五六七八九]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = re.compile(rf"(\d{{4}}|\d{{3}}|[一二][{_CN[:-1]}]{{3}}|[两二]千(?:零[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?)?|[一二三四五六七八九]{{3}}) ?年(?:度(?!假))?(?![龄薪货])")
_SHORT_YEAR = re.compile(rf"(\d{{2}}|[{_CN[:-1]}]{{2}}) ?年(?![龄薪货多余])")
_MONTH = re.compile(rf"{_M} ?月(?![球亮饼光经子销产薪租供收活])(?:份)?")
_MONTHS = re.compile(rf"{_M}(?:月份?)? ?(?:[-—–~～－]{{1,2}}|至|到) ?{_M} ?月(?:份)?(?! ?\d)")
_DAY = re.compile(rf"的? ?{_D} ?(?:[日号](?!线|楼|店|院|机|令|文|元|本|报|公路|球)|(?=晚|早|上午|下午))")
_BARE_DAY = re.compile(rf"{_D}(?![\d.%:\-/一二三四五六七八九十百千万亿个年月天位名家次余多款种台小成])")
_DAYS = re.compile(rf"{_D}[日号]? ?(?:[-—–~～]{{1,2}}|至|到) ?{_D} ?[日号]")
_LONE_DAY = re.compile(rf"{_D} ?(?:日|号(?!线|楼|店|院|机|令|文|公路|球|称|召|码|角|啸|外))")
_QUARTER = re.compile(r"(?:第?([一二三四1-4])|(首|前)([一二两三23])?个?) ?季度?(?![节后])|Q([1-4])(?:季度)?(?![0-9A-Za-z])")
_WHICH_QUARTER = re.compile(r"(本|这个|上上个|上一?个?|下下个|下一?个?|当)季度?(?![节后军])")
_FIRST_MONTHS = re.compile(rf"(前|后|首)(\d{{1,2}}|十[一二]?|[一二两三四五六七八九])?个?月|第(\d{{1,2}}|十[一二]?|[一二三四五六七八九])个月")
_DECADE = re.compile(r"(?:(上世纪|上个世纪|本世纪|(\d{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])世纪)的?)?([1-9]0|[一二三四五六七八九]十)年代(初期?|末期?|中期|前期|后期)?")
_CENTURY = re.compile(r"(?:(上个?|本|\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪)(初|末|中叶|中期)?")
_WEEKDAY = re.compile(r"(周|星期|礼拜)([一二三四五六日天末])(?![鸣围杰伦转])")
_WEEK_WORD = re.compile(r"(上上|上一?个?|这个?|本|下下下|下下|下一?个?)(周|星期|礼拜)(?:(?:周|星期|礼拜)?([一二三四五六日天末]))?(?![年刊期大生福])")
_NTH_WEEK = re.compile(r"的?第([一二三四五]|[1-5])个?(?:周|星期|礼拜)(?!年)(?:([一二三四五六日天]))?")
_NTH_OF_YEAR = re.compile(r"第(\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)(?:个)?(周|星期|礼拜|天)")
_FIRST_DAYS = re.compile(r"(前|最后|后)(\d{1,2}|[一二两三四五六七八九十])[天日]")
_REST_OF_DATE = re.compile(r"[\d零一二三四五六七八九十日号月年的第个周星期上中下旬初底末份至到—~ 天早晚午点时分半-]*+")
_FORWARD = re.compile(r"将|预计|计划|拟|有望|截止|届时|即将")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})(?:日(?!本))?(?!\d(?!\d:\d\d))(?![.]\d)")
_ISO_MONTH = re.compile(r"((?:19|20)\d{2})([-/.])(1[0-2]|0[1-9]|[1-9](?=-|/|至|到|~))(?![\d%万亿元倍个])")
_SPACED = re.compile(r"((?:19|20)\d{2}) (\d{2}) (\d{2})(?!\d)")
_SOLID = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])([-/])(0[1-9]|[12]\d|3[01])(?![\d/-])")
_YEARS = re.compile(r"((?:19|20)\d{2})(?:年)? ?(?:[-—–~～]{1,2}|至|到) ?((?:19|20)\d{2}|\d{2}(?=年(?! ?[\d一二三四五六七八九十])))(?:年(?! ?[\d一二三四五六七八九十]))?(?![\d.万亿%元月-])")
_JOIN = re.compile(r" ?(?:起|开始)?(?:[-—–~～]{1,2}|至|到|与(?=\d{4}年))(?:了)? ?")


def digits(word: str) -> int:
    """Read a calendar number: 十二 is 12, 二零二四 is 2024, 元 (as in 元月) is 1."""
    if word.isdecimal():
        return int(word)
    if word == "元":
        return 1
    if word.startswith("廿"):
        return 20 + (digits(word[1:]) if len(word) > 1 else 0)
    numeral = read_numeral(word, 0)
    plain = "".join(str("零一二三四五六七八九".find(c.replace("〇", "零"))) for c in word)
    return int(plain) if "十" not in word and "千" not in word and "-" not in plain else int(numeral.low) if numeral else 0


def read_when(text: str, start: int, context: Context) -> When | None:
    """Read the date or range of dates that begins at `start`, or nothing; nothing too where it would leave the calendar.

    >>> read_when("去年11月份发布", 0, Context(date(2024, 3, 1))).as_of
    '2023-11'
    >>> read_when("2023年11月-2024年1月", 0, Context(None)).as_of
    '2023-11/2024-01'
    """
    try:
        return _read_range(text, start, context)
    except (ValueError, OverflowError):  # a printed step (一万亿年后) can lead past the years that dates can hold
        return None


def _read_range(text: str, start: int, context: Context) -> When | None:
    first = _whole_range(text, start) or _single(text, start, context)
    if first is None:
        return None
    join = _JOIN.match(text, first.end)
    if not join:
        return first
    inner = Context(context.reference, anchor=first, year_stated=first.first.year, year_stated_at=first.end)
    second = _single(text, join.end(), inner) or _rest_of_range(text, join.end(), first)
    if second is None or second.last < first.first or (first.about and join[0].strip() in ("到", "至") and not second.as_of):
        return first
    return first._replace(end=second.end, last=second.last, as_of=f"{first.as_of.split('/')[0]}/{second.as_of.split('/')[-1]}", about=False)


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
    match = _LONE_DAY.match(text, start)
    if match and len(first.as_of) == 10 and valid(first.first.year, first.first.month, digits(match[1])):
        return of_day(match.end(), first.first.replace(day=digits(match[1])))
    match = _SHORT_YEAR.match(text, start)
    if match and len(first.as_of) == 4:
        return _in_year(text, match.end(), first.first.year // 100 * 100 + digits(match[1]))
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
    year = _year_at(text, start, context)
    if year:
        return _in_year(text, year[1], year[0])._replace(states_year=True)
    return (
        _decade(text, start, context)
        or (read_lunar(text, start, context.reference.year) if context.reference else None)
        or _relative(text, start, context)
        or _part_of_this_year(text, start, context)
        or _month_or_day(text, start, context)
    )


def _numeric(text: str, start: int) -> When | None:
    match = _ISO.match(text, start) or _SPACED.match(text, start) or _SOLID.match(text, start)
    if match:
        year, month, day = int(match[1]), int(match[match.lastindex - 1] if match.lastindex else 0), int(match[match.lastindex or 0])
        if valid(year, month, day):
            return of_day(match.end(), date(year, month, day), states_year=True)
        shorter = day // 10
        if match.lastindex == 4 and len(match[4]) == 2 and valid(year, month, shorter):
            return None
    match = _DAY_FIRST.match(text, start)
    if match and valid(int(match[4]), int(match[3]), int(match[1])):
        return of_day(match.end(), date(int(match[4]), int(match[3]), int(match[1])), states_year=True)
    match = _ISO_MONTH.match(text, start)
    if match:
        return of_month(match.end(), int(match[1]), int(match[3]), states_year=True)
    return None


def _year_at(text: str, start: int, context: Context) -> tuple[int, int] | None:
    match = _YEAR.match(text, start)
    if match and 1 <= digits(match[1]) <= 2999 and (len(match[1]) != 3 or digits(match[1]) < 1000):
        return (digits(match[1]), match.end()) if len(match[1]) != 3 or text[start - 1 : start] in "在于" else None
    named = _from_reference(text, start, "years", context)
    if named:
        base, step, end = named
        return base.year + step, end
    return _short_year(text, start, context)


def _from_reference(text: str, start: int, table: str, context: Context) -> tuple[date, int, int] | None:
    """Give the day that a relative word counts from, its steps and its end: 去年 from the article, 次年 from the date before."""
    named = word_at(text, start, table)
    base = context.reference if named else None
    if named is None:
        named = word_at(text, start, f"{table}_from_anchor")
        # 当年 with no date before it means the old days
        base = None if named is None or (named[0] == "当年" and not context.anchor) else context.base()
    return (base, named[1], start + len(named[0])) if named and base else None


def _short_year(text: str, start: int, context: Context) -> tuple[int, int] | None:
    """Read 23年末, 98年4月, 08年: two digits are a year beside a month or a part of the year, or with a leading zero."""
    match = _SHORT_YEAR.match(text, start)
    if not match:
        return None
    number, now = digits(match[1]), (context.reference or date(2024, 6, 1)).year
    century = now // 100 * 100
    year = century + number if century + number <= now + 10 else century - 100 + number
    after = match.end()
    sure = match[1][0] in "0零〇" or _in_year(text, after, year).end > after
    before = text[start - 1 : start]
    likely = now - 4 <= year <= now + 3 and match[1].isdecimal() and (not before or before in "，,。；;(（在于从自到至、\n「“") and text[after : after + 1] not in tuple("后前来内间的以时历期多") 
    return (year, after) if valid(year) and (sure or likely) else None


def _in_year(text: str, end: int, year: int) -> When:
    """Read what narrows a year down: a month, a quarter, a half, a season, its beginning or end, a festival."""
    if not valid(year):
        return of_year(end, 1)
    start = end + 1 if text[end : end + 1] in ("的", " ") else end
    lunar = read_lunar(text, start, year)
    if lunar:
        return lunar
    months = _MONTHS.match(text, start)
    if months and digits(months[1]) < digits(months[2]):
        return of_months(months.end(), year, digits(months[1]), digits(months[2]))
    month = _MONTH.match(text, start)
    if month:
        return _in_month(text, month.end(), year, digits(month[1]))
    return _part_of_year(text, start, year) or _nth_of_year(text, start, year) or of_year(end, year)


def _part_of_year(text: str, start: int, year: int) -> When | None:
    half = word_at(text, start, "parts_of_year")
    if half and not (half[0][0] == "H" and text[start + 2 : start + 3].isalnum()):
        first, last = half[1]
        return of_months(start + len(half[0]), year, first, last, f"{year:04d}-H{1 if first == 1 else 2}")
    quarter = _QUARTER.match(text, start)
    if quarter:
        return _quarter(text, quarter, year)
    edge = word_at(text, start, "edges_of_year")
    if edge and not text.startswith(("末日", "初心", "初步", "底层", "初创", "底座", "初期"), start):
        return of_month(start + len(edge[0]), year, edge[1], about=True)
    some = _FIRST_MONTHS.match(text, start)
    if some:
        return _some_months(some, year)
    season = word_at(text, start, "seasons")
    if season and not text.startswith(("春节", "春晚", "春运"), start):
        return of_months(start + len(season[0]), year, *season[1], about=True)
    return festival(text, start, year)


def _quarter(text: str, match: re.Match[str], year: int) -> When:
    if match[2]:
        return of_months(match.end(), year, 1, 3 * (digits(match[3].replace("两", "二")) if match[3] else 1))
    number = int(match[4] or digits(match[1]))
    edge = text[match.end() : match.end() + 1]
    if edge in ("初", "末", "底") and edge:
        return of_month(match.end() + 1, year, 3 * number - (2 if edge == "初" else 0), about=True)
    return of_months(match.end(), year, 3 * number - 2, 3 * number, f"{year:04d}-Q{number}")


def _some_months(match: re.Match[str], year: int) -> When | None:
    if match[3]:
        return of_month(match.end(), year, digits(match[3])) if digits(match[3]) <= 12 else None
    count = digits((match[2] or "一").replace("两", "二"))
    if not 1 <= count <= 12:
        return None
    if match[1] == "首" and not match[2]:
        return of_month(match.end(), year, 1)
    return of_months(match.end(), year, 13 - count, 12) if match[1] == "后" else of_months(match.end(), year, 1, count)


def _nth_of_year(text: str, start: int, year: int) -> When | None:
    match = _NTH_OF_YEAR.match(text, start)
    number = digits(match[1]) if match and match[1] else 0
    if not match or not number:
        return None
    if match[2] == "天":
        return of_day(match.end(), date(year, 1, 1) + timedelta(days=number - 1))
    first = nth_weekday(year, 1, 1, 0) + timedelta(weeks=number - 1)
    return of_days(match.end(), first, first + timedelta(days=6))


def festival(text: str, start: int, year: int) -> When | None:
    """Read a festival with a fixed day or a fixed weekday of a month."""
    fixed = word_at(text, start, "festivals")
    if fixed:
        return of_day(start + len(fixed[0]), date(year, *fixed[1]))
    moving = word_at(text, start, "nth_weekdays")
    return of_day(start + len(moving[0]), nth_weekday(year, *moving[1])) if moving else None


def _in_month(text: str, end: int, year: int, month: int) -> When:
    """Read what narrows a month down: a day, days, a week, its beginning or end."""
    days = _DAYS.match(text, end)
    if days and valid(year, month, digits(days[1])) and valid(year, month, digits(days[2])) and digits(days[1]) < digits(days[2]):
        return of_days(days.end(), date(year, month, digits(days[1])), date(year, month, digits(days[2])))
    day = _DAY.match(text, end) or _BARE_DAY.match(text, end)
    if day and valid(year, month, digits(day[1])):
        return of_day(day.end(), date(year, month, digits(day[1])))
    whole = of_month(end, year, month)
    edge = word_at(text, end, "edges_of_month")
    if edge and not text.startswith(("中国", "中秋", "末日", "初步", "初创", "底层"), end):
        first, last = edge[1]
        stop = whole.first.replace(day=min(last, whole.last.day))
        return whole._replace(end=end + len(edge[0]), first=whole.first.replace(day=first), last=stop, about=True)
    return _weeks_of_month(text, end, whole) or whole


def _weeks_of_month(text: str, end: int, month: When) -> When | None:
    some = _FIRST_DAYS.match(text, end)
    if some:
        count = digits(some[2].replace("两", "二"))
        last = month.last if some[1] != "前" else month.first + timedelta(days=count - 1)
        return of_days(some.end(), month.first if some[1] == "前" else month.last - timedelta(days=count), last)
    week = _NTH_WEEK.match(text, end)
    if not week:
        return None
    if week[2]:
        weekday = "一二三四五六日".find(week[2].replace("天", "日"))
        return of_day(week.end(), nth_weekday(month.first.year, month.first.month, digits(week[1]), weekday))
    first = nth_weekday(month.first.year, month.first.month, digits(week[1]), 0)
    return of_days(week.end(), first, first + timedelta(days=6))


def _relative(text: str, start: int, context: Context) -> When | None:
    month = _from_reference(text, start, "months", context)
    if month:
        base, step, end = month
        return _in_month(text, end, *month_after(base.year, base.month + step))
    day = _from_reference(text, start, "days", context)
    if day:
        base, step, end = day
        return of_day(end, base + timedelta(days=step))
    return _week(text, start, context)


def _week(text: str, start: int, context: Context) -> When | None:
    reference = context.reference
    if reference is None:
        return None
    match = _WEEK_WORD.match(text, start)
    if match:
        steps = load("dates")["weeks"]
        monday = monday_of(reference, steps.get(match[1], steps.get(match[1][:1], 0)))
        if match[3] == "末":
            return of_days(match.end(), monday + timedelta(days=5), monday + timedelta(days=6))
        if match[3]:
            return of_day(match.end(), monday + timedelta(days="一二三四五六日".find(match[3].replace("天", "日"))))
        return of_days(match.end(), monday, monday + timedelta(days=6))
    match = _WEEKDAY.match(text, start)
    if not match or match[2] == "末":
        return None
    day = monday_of(reference) + timedelta(days="一二三四五六日".find(match[2].replace("天", "日")))
    if day > reference and not _looks_forward(text, start, match.end()):
        day -= timedelta(weeks=1)
    return of_day(match.end(), day)


def _part_of_this_year(text: str, start: int, context: Context) -> When | None:
    """Read 上半年, 第一季度, 年底, 年内 and festivals, which print no year: that of the article, or one stated before."""
    reference = context.reference
    if reference is None or text[start : start + 1] in tuple("底末初春夏秋冬前后首"):
        return None
    if text.startswith("年内", start):
        return of_year(start + 2, reference.year)
    which = _WHICH_QUARTER.match(text, start)
    if which:
        step = {"本": 0, "这": 0, "当": 0}.get(which[1][0], (-1 if which[1][0] == "上" else 1) * which[1].count(which[1][0]))
        quarter = (reference.month - 1) // 3 + step
        return _quarter_of(text, which.end(), reference.year + quarter // 4, quarter % 4 + 1)
    year = context.year_stated if _carries(text, start, context) and context.year_stated else reference.year
    when = _part_of_year(text, start, year)
    if when is None or (text.startswith("一季", start) and not text.startswith("一季度", start)):
        return None
    if when.first > reference and "季" in text[start : when.end] and year == reference.year and not _looks_forward(text, start, when.end):
        return _part_of_year(text, start, year - 1)
    return when


def _quarter_of(text: str, end: int, year: int, number: int) -> When:
    edge = text[end : end + 1]
    if edge and edge in "初末底":
        return of_month(end + 1, year, 3 * number - (2 if edge == "初" else 0), about=True)
    return of_months(end, year, 3 * number - 2, 3 * number, f"{year:04d}-Q{number}")


def _month_or_day(text: str, start: int, context: Context) -> When | None:
    months = _MONTHS.match(text, start)
    if months and digits(months[1]) < digits(months[2]) and context.reference:
        return of_months(months.end(), _year_for(text, start, months.end(), digits(months[1]), 1, context), digits(months[1]), digits(months[2]))
    month = _MONTH.match(text, start)
    if month and context.reference:
        day = _DAY.match(text, month.end())
        year = _year_for(text, start, month.end(), digits(month[1]), digits(day[1]) if day else 1, context)
        return _in_month(text, month.end(), year, digits(month[1]))
    short = _MONTH_DAY.match(text, start)
    if short and context.reference and text[start - 1 : start] in ("", " ", "\n", "(", "（"):
        year = _year_for(text, start, short.end(), int(short[1]), int(short[3]), context)
        return of_day(short.end(), date(year, int(short[1]), int(short[3]))) if valid(year, int(short[1]), int(short[3])) else None
    return _lone_day(text, start, context)


def _lone_day(text: str, start: int, context: Context) -> When | None:
    """Read 16日: of the month stated just before, else of the article's month, or of the month before for a day still to come."""
    match = _LONE_DAY.match(text, start)
    if not match or text[start - 1 : start] in tuple("第近前后数几每满过"):
        return None
    day, reference = digits(match[1]), context.reference
    if day < 3 and text[start] in "一二三":
        return None
    if context.anchor and len(context.anchor.as_of) >= 7 and 0 <= start - context.anchor.end < 60:
        reference = context.anchor.first.replace(day=1) if valid(context.anchor.first.year, context.anchor.first.month, day) else reference
        return of_day(match.end(), reference.replace(day=day)) if reference and valid(reference.year, reference.month, day) else None
    if reference is None:
        return None
    year, month = reference.year, reference.month
    if day > reference.day and not _looks_forward(text, start, match.end()):
        year, month = month_after(year, month - 1)
    while not valid(year, month, day) and day <= 31:
        year, month = month_after(year, month - 1)
    return of_day(match.end(), date(year, month, day))


def _year_for(text: str, start: int, end: int, month: int, day: int, context: Context) -> int:
    """Choose the year of a month or day printed without one.

    A year stated in this sentence or the one before carries on; else it is the latest that lies at most a month after the
    article, unless the words before look forward; a date that stands alone is in the article's own year.
    """
    reference = context.reference
    assert reference is not None
    if context.year_stated and context.year_stated <= reference.year and _carries(text, start, context):
        return context.year_stated
    if month == 2 and day == 29:
        return next(year for year in range(reference.year, 0, -1) if valid(year, 2, 29))
    if _looks_forward(text, start, end):
        return reference.year
    late = month > reference.month + 1 or (month == reference.month + 1 and day > reference.day)
    if reference.month == 12 and month == 1:
        return reference.year + 1
    return reference.year - 1 if late else reference.year


def _carries(text: str, start: int, context: Context) -> bool:
    """Tell whether a year was stated in this sentence or the one before."""
    if context.year_stated is None or not 0 <= start - context.year_stated_at < 100:
        return False
    between = text[context.year_stated_at : start]
    return between.count("。") + between.count("!") + between.count("！") < 2 and "\n" not in between


def _looks_forward(text: str, start: int, end: int) -> bool:
    """Tell whether a date is still to come by the words before it, or stands alone and so belongs to its own year."""
    if not text[:start].strip(" 从自") and _REST_OF_DATE.fullmatch(text, end):
        return True
    before = text[max(0, start - 12) : start]
    return bool(_FORWARD.search(before.rsplit("。", 1)[-1].rsplit(",", 1)[-1].rsplit("，", 1)[-1]))


def _decade(text: str, start: int, context: Context) -> When | None:
    match = _DECADE.match(text, start)
    now = (context.reference or date(2024, 1, 1)).year
    if match:
        century = 2000 if (match[1] or "")[:1] == "本" else 1900 if (match[1] or "上")[0] == "上" else digits(match[2]) * 100 - 100
        tens = digits(match[3])
        first = century + tens + (100 if not match[1] and tens <= 20 else 0)
        return When(match.end(), date(first, 1, 1), date(first + 9, 12, 31), f"{first}/{first + 9}", about=bool(match[4]))
    match = _CENTURY.match(text, start)
    if not match:
        return None
    number = now // 100 + (1 if match[1] == "本" else 0) if match[1][0] in "上本" else digits(match[1])
    if not 1 <= number <= 30 or text[match.end() : match.end() + 1] in ("经", "福", "华", "互", "商", "金", "佳"):
        return None
    first = max(number * 100 - 100, 1)
    return When(match.end(), date(first, 1, 1), date(first + 99 if first > 1 else 99, 12, 31), f"{first:04d}/{first + 99:04d}", about=bool(match[2]))


def date_heads() -> Iterable[str]:
    """Give the characters at which a date without a numeral can begin."""
    lexicon = load("dates")
    tables = ("years", "months", "days", "years_from_anchor", "months_from_anchor", "days_from_anchor", "festivals", "nth_weekdays")
    words = [word for table in tables for word in lexicon[table]] + list(load("lunar")["festivals"])
    return sorted({word[:2] for word in [*words, *lexicon["weeks"], *lexicon["parts_of_year"], "年底", "年末", "年初", "年中", "年内", "第", "Q", "周", "星期", "礼拜", "农历", "阴历", "正月", "腊月", "闰", "这一年"]})
