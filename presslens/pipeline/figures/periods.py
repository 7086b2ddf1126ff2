"""Which part of a year or a month is printed after it: months, quarters, halves, edges, weeks, days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from presslens.pipeline.figures.calendar_days import When, nth_weekday, of_day, of_days, of_month, of_months, of_year, valid
from presslens.pipeline.figures.lunar import read_lunar
from presslens.pipeline.figures.numerals import read_numeral
from presslens.pipeline.figures.vocabulary import word_at

MONTH_NUMBER = r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
DAY_NUMBER = r"(3[01]|[12]\d|0?[1-9]|三十一?|廿[一二三四五六七八九]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
# 10号员工 is the tenth of its kind, no day.
_NUMBERED = "员|选手|种子|人物|产品|位(?![于列居])|馆|厅|工厂"
LONE_DAY = re.compile(rf"{DAY_NUMBER} ?(?:日|号(?!{_NUMBERED}|线|楼|店|院|机|令|文(?!章)|公路|球|称|召|码|角|啸|外))")
# 一月光景 has the moon in it more often than January; after digits 月 is a month, 1月销售额 and 2月产量 alike.
MONTH = re.compile(rf"{MONTH_NUMBER}(?:(?<=\d) ?月|(?<!\d) ?月(?![球亮饼光经子销产薪租供收活]))(?:份)?")
MONTHS = re.compile(rf"{MONTH_NUMBER}(?:月份?)? ?(?:[-—–~～－]{{1,2}}|至|到) ?{MONTH_NUMBER} ?月(?:份)?(?! ?\d)")
DAY = re.compile(
    rf"的? ?{DAY_NUMBER} ?(?:[日号](?!{_NUMBERED}|线|楼|店|院|机|令|文(?!章)|元|本|报(?![道导告称])|公路|球|召|码|角)"
    r"|(?=晚|早|上午|下午))"
)
_BARE_DAY = re.compile(rf"{DAY_NUMBER}(?![\d.%:\-/一二三四五六七八九十百千万亿个年月天位名家次余多款种台小成])")
_DAYS = re.compile(rf"{DAY_NUMBER}[日号]? ?(?:[-—–~～]{{1,2}}|至|到) ?{DAY_NUMBER} ?[日号]")
# 第六季 of a series is no quarter: 季 without 度 needs a year before it or business after it.
_QUARTER = re.compile(
    r"(?:(?:第 ?)?([一二三四1-4])|(首|前)([一二两三23])?个?) ?"
    r"(?:财季|季(?:度|(?<=首季)|(?=[营收获盈净毛财报销业指展预出合拥纯股资]|每股|成绩|亏损)))"
    r"|Q([1-4])(?:季度)?(?![0-9A-Za-z])"
)
_QUARTER_OF_YEAR = re.compile(
    r"(?:(?:第 ?)?([一二三四1-4])|(首|前)([一二两三23])?个?) ?财?季度?|Q([1-4])(?:季度)?(?![0-9A-Za-z])"
)
# 展望第2季，营收… speaks of business, 该剧第二季 of a show: what stands around tells which.
_QUARTER_ALONE = re.compile(r"第 ?[一二三四1-4] ?季(?!度)")
_AMID_BUSINESS = re.compile(
    r"营收|财报|获利|毛利|营益|法说|出货|资本支出|资本开支|合约价|[季年]增|[季年]减|按年|按季|同比|环比|财测|净利|EPS|每股|产能|量产|放量"
    r"|推出|上市|面世|出样|订单|业绩|汇率|市占|均价|售价|晶片|芯片"
)
_OF_A_SHOW = re.compile(r"剧|综艺|真人秀|动画|番|开播|播出|篇|完结|续作|续集|主演|《[^》]{1,16}》 ?$|”$")
_AROUND = 24
_LATIN = re.compile(r"[0-9A-Za-z]")
_FIRST_MONTHS = re.compile(
    r"(前|后|首)(\d{1,2}|十[一二]?|[一二两三四五六七八九])?个?月|第(\d{1,2}|十[一二]?|[一二三四五六七八九])个月"
)
_NTH_WEEK = re.compile(r"的?第([一二三四五]|[1-5])个?(?:周|星期|礼拜)(?!年)(?:([一二三四五六日]|天(?!猫)))?")
_NTH_OF_YEAR = re.compile(r"第(\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)(?:个)?(周|星期|礼拜|天)")
# 2024年中上市 lies in the middle of the year, 2024年中国市场 does not.
_MIDDLE = re.compile(
    r"中(?=[，,。；;、：:)）\s]|$|上市|发布|推出|开始|开启|完成|启动|正式|投产|量产|交付|上线|左右|前后|之前|以前|以来|至|到)"
)
_FIRST_DAYS = re.compile(r"(前|最后|后)(\d{1,2}|[一二两三四五六七八九十])[天日]")


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


def in_year(text: str, end: int, year: int) -> When:
    """Read what narrows a year down: a month, a quarter, a half, a season, its beginning or end, a festival.

    >>> in_year("2024年底", 5, 2024).as_of, in_year("2024年第一季度", 5, 2024).as_of
    ('2024-12', '2024-Q1')
    """
    if not valid(year):
        return of_year(end, 1)
    start = end + 1 if text[end : end + 1] in ("的", " ") else end
    lunar = read_lunar(text, start, year)
    if lunar:
        return lunar
    months = MONTHS.match(text, start)
    if months and digits(months[1]) < digits(months[2]):
        return of_months(months.end(), year, digits(months[1]), digits(months[2]))
    month = MONTH.match(text, start)
    if month:
        return in_month(text, month.end(), year, digits(month[1]))
    return part_of_year(text, start, year, year_printed=True) or _nth_of_year(text, start, year) or of_year(end, year)


def part_of_year(text: str, start: int, year: int, *, year_printed: bool = False) -> When | None:
    """Read a half, a quarter, an edge, some months, a season or a festival of a year, or nothing.

    >>> part_of_year("第一季度", 0, 2024).as_of, part_of_year("年底", 0, 2023).as_of
    ('2024-Q1', '2023-12')
    """
    half = word_at(text, start, "parts_of_year")
    if half and not (half[0][0] == "H" and _LATIN.match(text, start + 2)):
        first, last = half[1]
        return of_months(start + len(half[0]), year, first, last, f"{year:04d}-H{1 if first == 1 else 2}")
    quarter = (_QUARTER_OF_YEAR if year_printed or _is_quarter_alone(text, start) else _QUARTER).match(text, start)
    if quarter:
        return _quarter(text, quarter, year)
    edge = word_at(text, start, "edges_of_year")
    if edge and not text.startswith(("末日", "初心", "初步", "底层", "初创", "底座", "初期"), start):
        return of_month(start + len(edge[0]), year, edge[1], about=True)
    if year_printed and _MIDDLE.match(text, start):
        return of_month(start + 1, year, 6, about=True)
    some = _FIRST_MONTHS.match(text, start)
    if some:
        return _some_months(some, year)
    season = word_at(text, start, "seasons")
    if season and not text.startswith(("春节", "春晚", "春运"), start):
        return of_months(start + len(season[0]), year, *season[1], about=True)
    return festival(text, start, year)


def _is_quarter_alone(text: str, start: int) -> bool:
    """Tell whether a bare 第三季 is one of the year and not of a show."""
    match = _QUARTER_ALONE.match(text, start) if text[start : start + 1] == "第" else None
    if match is None:
        return False
    before, after = text[max(0, start - _AROUND) : start], text[match.end() : match.end() + _AROUND]
    if _OF_A_SHOW.search(before) or _OF_A_SHOW.search(after):
        return False
    return _AMID_BUSINESS.search(before) is not None or _AMID_BUSINESS.search(after) is not None


def _quarter(text: str, match: re.Match[str], year: int) -> When:
    if match[2] == "首" and not match[3]:
        return of_months(match.end(), year, 1, 3, f"{year:04d}-Q1")
    if match[2]:
        return of_months(match.end(), year, 1, 3 * (digits(match[3].replace("两", "二")) if match[3] else 1))
    number = int(match[4] or digits(match[1]))
    edge = text[match.end() : match.end() + 1]
    if edge in ("初", "末", "底") and not text.startswith(("初步", "初创", "底层", "底部"), match.end()):
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
    """Read a festival with a fixed day or a fixed weekday of a month.

    >>> festival("元旦当天", 0, 2024).as_of, festival("上线当天", 0, 2024)
    ('2024-01-01', None)
    """
    fixed = word_at(text, start, "festivals")
    if fixed:
        return of_day(start + len(fixed[0]), date(year, *fixed[1]))
    moving = word_at(text, start, "nth_weekdays")
    return of_day(start + len(moving[0]), nth_weekday(year, *moving[1])) if moving else None


def in_month(text: str, end: int, year: int, month: int) -> When:
    """Read what narrows a month down: a day, days, a week, its beginning or end.

    >>> in_month("2月16日", 2, 2024, 2).as_of, in_month("2月底", 2, 2024, 2).as_of
    ('2024-02-16', '2024-02')
    """
    days = _DAYS.match(text, end)
    if (
        days
        and valid(year, month, digits(days[1]))
        and valid(year, month, digits(days[2]))
        and digits(days[1]) < digits(days[2])
    ):
        return of_days(days.end(), date(year, month, digits(days[1])), date(year, month, digits(days[2])))
    day = DAY.match(text, end) or _BARE_DAY.match(text, end)
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
