"""Which days a date names that leans on the article's date or on the date before it: 去年, 上周五, 同月, 2月16日."""

from __future__ import annotations

import re
from datetime import date, timedelta

from presslens.pipeline.figures.calendar_days import (
    YEAR_BEFORE,
    Context,
    When,
    monday_of,
    month_after,
    months_before,
    of_day,
    of_days,
    of_months,
    of_year,
    valid,
)
from presslens.pipeline.figures.durations import counts_months
from presslens.pipeline.figures.named_days import read_named_day
from presslens.pipeline.figures.periods import DAY, LONE_DAY, MONTH, MONTHS, digits, in_month, part_of_year
from presslens.pipeline.figures.vocabulary import load, word_at
from presslens.pipeline.figures.which_year import STATED, looks_forward, told_of_year, year_for

_WEEKDAY = re.compile(r"(周|星期|礼拜)([一二三四五六日末]|天(?!气))(?![鸣围杰伦转]|(?:论坛|邮|电讯|镜|泰晤士)报|日?[报刊]》)")
_WEEK_WORD = re.compile(
    r"(上上|上一?个?|这个?|本|下下下|下下|下一?个?)(周|星期|礼拜)(?:(?:周|星期|礼拜)?([一二三四五六日天末]))?(?![年刊期生福]|大[福生])"
)
_SAME_PERIOD = re.compile(r"(?:去年|上年|上一年|前一年)的?同期")
_SAME_PERIOD_REACH = 150
# An overnight rate is a rate, whenever it is quoted.
_OVERNIGHT_TERM = re.compile(r"隔夜(?:拆|利率|回购|指数掉期|资金|存款|逆回购|质押|信用|头寸|菜|饭|茶|持仓|仓)")
# 前三季度 runs from January on; a bare 前 or 首 opens no part of a year.
_FIRST_QUARTERS = re.compile(r"[前首][两二三23]个?财?季")
# Expectations of 四季度 that are printed in spring are of the quarter whose books are being closed.
_FAR_AHEAD = 200
_PARTS_OF_YEAR = frozenset("底末初春夏秋冬前后首")
_COUNTS_YEARS = frozenset("几数多半两0123456789")
_COUNTS_MONTHS = frozenset("近整")
# 2024年…,上一年… is the year before the one told, not before the article's.
_YEAR_BEFORE = frozenset({"上年", "上一年"})
_NEAR_YEAR = 60
# 提前一年 and 之前一年 open with another word.
_BEFORE_BEFORE = frozenset("提之此以")
_BEFORE_YUAN = frozenset("零一二三四五六七八九十百千万亿兆几多余美欧日港韩澳加新公纪单多次")
_NO_DAY_BEHIND = frozenset("第近前后数几每满过涨跌升降续首头")
_OPENS_DAY = frozenset(["", *" \n，,。；;：:、（(到至于在从自和及与"])
# 6月获得融资。截至27日收盘 on the 28th tells of yesterday.
_NEXT_CLAUSE = re.compile(r"[。；;\n]")
_WITHIN = re.compile(r"之?内(?![地蒙瓦资需外盘部容])")
_FORECAST_NEAR = re.compile(r"(?:预计|预期|展望|指引)[^。；;\n]{0,6}$")
_FORECAST_AHEAD = re.compile(r"[^。；;\n]{0,8}?(?:预计|预期|展望)")
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])([-/])(0[1-9]|[12]\d|3[01])(?![\d/-])")


def from_reference(text: str, start: int, table: str, context: Context) -> tuple[date, int, int] | None:
    """Give the day that a relative word counts from, its steps and its end: 次年 counts from the date before."""
    named = word_at(text, start, table)
    base = context.reference if named else None
    if named is None:
        named = word_at(text, start, f"{table}_from_anchor")
        base = context.base(table) if named and _leans_on_anchor(named[0], start, context) else None
    if named and named[0] == "前一年" and text[start - 1 : start] in _BEFORE_BEFORE:
        return None
    told = context.anchors.get("years") if named and named[0] in _YEAR_BEFORE else None
    if (
        told
        and told.last.year <= _year_of(context)
        and 0 <= start - told.end < _NEAR_YEAR
        and "\n" not in text[told.end : start]
    ):
        base = told.first
    if named and text.startswith("之暗面", start + len(named[0])):
        return None  # 当月之暗面 opens with 当 and goes on with a name
    return (base, named[1], start + len(named[0])) if named and base else None


def _year_of(context: Context) -> int:
    return context.reference.year if context.reference else 0


def _leans_on_anchor(word: str, start: int, context: Context) -> bool:
    """Refuse 当年 far from any date: it means the old days."""
    anchor = context.anchors.get("years")
    if word == "第三天":
        return "days" in context.anchors
    return word != "当年" or (anchor is not None and start - anchor.end < 60)


def read_relative(text: str, start: int, context: Context) -> When | None:
    """Read a month, day or week named by its distance: 上个月, 昨日, 第二天, 上周五; or give nothing.

    >>> read_relative("上周五发布", 0, Context(date(2024, 3, 1))).as_of
    '2024-02-23'
    """
    same = _SAME_PERIOD.match(text, start)
    if same and context.reference:
        return _year_before(text, same.end(), start, context)
    pair = word_at(text, start, "pairs_of_years")
    if pair and context.reference:
        first, last = (context.reference.year + step for step in pair[1])
        return When(start + len(pair[0]), date(first, 1, 1), date(last, 12, 31), f"{first}/{last}")
    month = from_reference(text, start, "months", context)
    if month:
        base, step, end = month
        return in_month(text, end, *month_after(base.year, base.month + step))
    named = read_named_day(text, start, context)
    if named:
        return named
    day = None if _OVERNIGHT_TERM.match(text, start) else from_reference(text, start, "days", context)
    if day:
        base, step, end = day
        return of_day(end, base + timedelta(days=step))
    return _week(text, start, context)


def same_period_ahead(text: str, start: int) -> bool:
    """Tell whether 去年同期 begins here: it names a part of last year, not the whole of it.

    >>> same_period_ahead("去年同期为3亿元", 0), same_period_ahead("去年营收3亿元", 0)
    (True, False)
    """
    return _SAME_PERIOD.match(text, start) is not None


def _year_before(text: str, end: int, start: int, context: Context) -> When:
    """Read 去年同期 as the part of a year told last, a year earlier; as the whole last year where none was told."""
    assert context.reference is not None
    told = context.period
    if told is None or not 0 <= start - told.end < _SAME_PERIOD_REACH or "\n" in text[told.end : start]:
        return of_year(end, context.reference.year - 1)
    as_of = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), told.as_of)
    return When(end, months_before(told.first, 12), months_before(told.last, 12), as_of, step=YEAR_BEFORE)


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
    anchor = context.anchors.get("days")
    if anchor and start - anchor.end == 1 and text[anchor.end] in "(（":
        return of_day(match.end(), anchor.first)
    day = monday_of(reference) + timedelta(days="一二三四五六日".find(match[2].replace("天", "日")))
    if day > reference and not looks_forward(text, start, match.end()):
        day -= timedelta(weeks=1)
    return of_day(match.end(), day)


def read_part_of_this_year(text: str, start: int, context: Context) -> When | None:
    """Read 上半年, 第一季度, 年底, 年内 and festivals, which print no year: that of the article, or one stated before.

    >>> read_part_of_this_year("上半年营收增长", 0, Context(date(2024, 8, 1))).as_of
    '2024-H1'
    """
    reference = context.reference
    if reference is None:
        return None
    if text[start : start + 1] in _PARTS_OF_YEAR and not _FIRST_QUARTERS.match(text, start):
        return None
    if text.startswith("年内", start) and text[start - 1 : start] not in _COUNTS_YEARS:
        return of_year(start + 2, reference.year)
    stated = context.stated
    carried = stated and stated.first.year <= reference.year and told_of_year(text, start, start + 2, stated)
    year = stated.first.year if stated and carried else reference.year
    when = part_of_year(text, start, year)
    if when is None or (text.startswith("一季", start) and not text.startswith("一季度", start)):
        return None
    return part_of_year(text, start, year - 1) if _is_over(text, start, when, reference) else when


def _is_over(text: str, start: int, when: When, reference: date) -> bool:
    """Tell whether a part of the year that would still lie ahead is rather that of the year before."""
    if text.startswith(("年末", "年底"), start) and text.endswith("截至", 0, start):
        return when.first > reference
    if when.first.year != reference.year or when.last <= reference:
        return False
    if text[start] in "前首" and not looks_forward(text, start, when.end):
        return True  # three quarters are told of once they are over
    if when.first <= reference or not re.search(r"季|^Q", text[start : when.end]):
        return False
    if (when.first - reference).days > _FAR_AHEAD:
        return True
    return not (
        looks_forward(text, start, when.end)
        or _FORECAST_NEAR.search(text, max(0, start - 8), start)
        or _FORECAST_AHEAD.match(text, when.end)
    )


def read_month_or_day(text: str, start: int, context: Context) -> When | None:
    """Read a month or day printed without its year, or nothing.

    >>> read_month_or_day("早在11月17日，它就发布了", 2, Context(date(2024, 3, 1))).as_of
    '2023-11-17'
    """
    if text[start : start + 1] == "元" and (text[start - 1 : start] in _BEFORE_YUAN or text[start - 1 : start].isdecimal()):
        return None  # 3亿元月营收
    if context.reference is None or text[start - 1 : start] in _COUNTS_MONTHS:
        return _lone_day(text, start, context) if context.reference else None  # 近三月 counts months
    months = MONTHS.match(text, start)
    if months and digits(months[1]) < digits(months[2]):
        year, why = year_for(text, start, months.end(), digits(months[1]), 1, context)
        return of_months(months.end(), year, digits(months[1]), digits(months[2]))._replace(step=why)
    month = MONTH.match(text, start)
    if month:
        return None if counts_months(text, month.end(1)) else _month(text, start, month, context)
    short = _MONTH_DAY.match(text, start)
    if short and text[start - 1 : start] in ("", " ", "\n", "(", "（"):
        year, why = year_for(text, start, short.end(), int(short[1]), int(short[3]), context)
        if valid(year, int(short[1]), int(short[3])):
            return _carried(of_day(short.end(), date(year, int(short[1]), int(short[3]))), why)
    return _lone_day(text, start, context)


def _month(text: str, start: int, month: re.Match[str], context: Context) -> When:
    """Read a month printed without its year; 前11月 counts from January, 一年前的6月 from a year ago."""
    assert context.reference is not None
    number, day = digits(month[1]), DAY.match(text, month.end())
    if text.endswith("一年前的", 0, start):
        return in_month(text, month.end(), context.reference.year - 1, number)
    if text[start - 1 : start] == "前" and not day:
        return of_months(month.end(), context.reference.year - (number > context.reference.month), 1, number)
    year, why = year_for(text, start, month.end(), number, digits(day[1]) if day else 1, context)
    return _carried(in_month(text, month.end(), year, number), why)


def _carried(when: When, why: str) -> When:
    """Note how the year was found; a year that carried on carries further."""
    return when._replace(step=why, states_year=why == STATED)


def _lone_day(text: str, start: int, context: Context) -> When | None:
    """Read 16日: in the month stated just before, else in the article's month, or the one before for a day to come."""
    match = LONE_DAY.match(text, start)
    before = text[start - 1 : start]
    if not match or before in _NO_DAY_BEHIND or _WITHIN.match(text, match.end()):
        return None
    day, reference = digits(match[1]), context.reference
    if not text[start].isdecimal() and day < 11 and (not context.anchors.get("months") or before not in _OPENS_DAY):
        return None  # 三日 is as often three days as the third, 二号 the second of anything
    anchor = context.anchors.get("months")
    is_news = reference is not None and day in (reference.day, (reference - timedelta(days=1)).day)
    if anchor and 0 <= start - anchor.end < 60 and not (is_news and _NEXT_CLAUSE.search(text, anchor.end, start)):
        reference = anchor.first.replace(day=1) if valid(anchor.first.year, anchor.first.month, day) else reference
        return (
            of_day(match.end(), reference.replace(day=day))
            if reference and valid(reference.year, reference.month, day)
            else None
        )
    if reference is None:
        return None
    year, month = reference.year, reference.month
    if day > reference.day and not looks_forward(text, start, match.end()):
        year, month = month_after(year, month - 1)
    while not valid(year, month, day) and day <= 31:
        year, month = month_after(year, month - 1)
    return of_day(match.end(), date(year, month, day))
