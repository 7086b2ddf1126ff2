"""Tell when an article was published: from what it states, else from what it says of dated events."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import NamedTuple

from presslens.model import Basis, Precision
from presslens.pipeline.articles.script import matching_copy

_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)[ ]*[-./年][ ]*(\d{1,2})[ ]*[-./月][ ]*(\d{1,2})(?:日|号)?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20[012]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_MINGUO = re.compile(r"(?:民国)?(?<!\d)(1[01]\d)年(\d{1,2})月(\d{1,2})日")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH_NAME},?[ -](?P<year>20\d\d)", re.IGNORECASE
)
_MONTH_DAY_YEAR = re.compile(rf"{_MONTH_NAME}[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<year>20\d\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_UPDATED = re.compile(r"(?:更新|修改|修订|编辑于)[^\d]{0,6}$")
# 05-06 21:40, 5月6日 ·: a feed prints no year of this year's.
_MONTH_DAY_TIME = re.compile(
    r"(?<![\d-])(\d{1,2})-(\d{1,2})[ ]+\d{1,2}:\d{2}|^(\d{1,2})月(\d{1,2})日[ ]*(?:[·•]|$)|"
    r"(?:^|[·•|｜丨 \u3000])(\d{1,2})月(\d{1,2})日[ ]*(?:[上下]午|\d{1,2}:\d{2})|"
    r"(?:^|[·•|｜丨 ])(\d{1,2})月(\d{1,2})日[ ]*(?:星期|周)[一二三四五六日天]"
)
_ANY_YEAR = re.compile(r"(?<!\d)(20[012]\d)(?=年|$|[-./ ])", re.MULTILINE)
_SHORT_YEAR = re.compile(r"(?<![\d-])(2\d)-(\d{1,2})-(\d{1,2})(?=[ ]+\d{1,2}:\d\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[ ]*年[ ]*(\d{1,2})[ ]*月(?![ ]*\d{1,2}[ ]*[日号])")
_DAY_ONLY = re.compile(r"(?<![\d年])(?<!年 )(\d{1,2})[ ]*月[ ]*(\d{1,2})[ ]*[日号]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?![ ]*\d{1,2}月)")
_AHEAD = re.compile(r"(?:预计|预测|到|将|有望|目标|计划|截至|至|—|-|~)[^，。]{0,8}$")
_DATELINE = re.compile(r"(?<!\d)(\d{1,2})[ ]*月[ ]*(\d{1,2})[ ]*日[ ]*(?:电|讯|消息|报道|综合报道|晚间消息|早间消息|丨)")
# `深圳2024年5月6日 /某社/ --`, `某社北京2024年5月6日电`.
_FULL_DATELINE = re.compile(
    r"^(?:[/／][^/／]{2,12}[/／][ ]*)?[（(【]?[\w、， ]{0,16}?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[ ]*(?:[/／][^/／]{2,12}[/／]|"
    r"[（(][^）)]{2,16}[）)]|电|讯|专电|—|--)"
)
# A day behind its label, or in figures before all else, in a line that goes on with other things; on matching copies.
_MARKED = re.compile(
    r"(?:(?:(?:发布|发稿|发表|出版|刊登|上架|上线|报告|更新|编辑|创建)(?:日期|时间|于)?|日期|时间)[ ]*[:：]?[ ]*|"
    r"^[（(]?[\w ]{0,12}?(?<!\d))"
    r"(?P<day>(?:19|20)\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}|"
    r"(?<=[:： ])(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日)(?=$|[ \u3000）)])"
)
# （譯者：…）1130506: an agency's day of the Republic behind its last sentence.
_CODE_OF_DAY = re.compile(r"[）)](1[01]\d)(0[1-9]|1[0-2])([0-3]\d)[ ]*$")
_STAMP = re.compile(
    r"(?:^|[^\d.-])(?:19|"
    r"20)\d\d[ ]*[-./年][ ]*\d{1,2}[ ]*[-./月][ ]*\d{1,2}日?[ T]{0,2}(?P<clock>(?:[上下]午)?[ ]?\d{1,2}[:：]\d{2})?"
)
# `某某周刊，2024年5月6日`.
_NAME_AND_DATE = re.compile(r"^[\w·]{2,14}[，,] ?(?=20\d\d)")
_IN_SENTENCE = re.compile(r"[，。！？；]")
_IN_CHINESE = re.compile(
    r"(?P<year>二[〇○零Oo0][一二三四五六七八九〇○零]{2})年(?P<month>十?[一二三四五六七八九十])月(?P<day>[二三]?十?[一二三四五六七八九十])日"
)
_ZEROS = str.maketrans("○零Oo0", "〇〇〇〇〇")
_SENTENCE = re.compile(r"[^。！？!?\n]+")
_NUMBER = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "半": 0}

_DAYS_OF_HALF_MONTH = 14
_DAYS_OF_MONTH = 30.4
_TODAY = re.compile(r"今日|今天|今晨|今早|今晚|刚刚|凌晨")
_YESTERDAY = re.compile(r"昨日|昨天|昨夜|昨晚|昨晨")
_AGO = re.compile(
    r"(?P<half>半个?多?月前)|(?P<days>\d{1,2}|[一两二三四五六七八九十])[ ]?(?:多)?天(?:之|以)?前|"
    r"(?P<weeks>\d|[一两二三四])(?:个)?(?:多)?(?:周|星期|礼拜)(?:之|以)?前|"
    r"(?P<months>\d{1,2}|[一两二三四五六七八九十])个(?P<more>多)?月(?:之|以)?前|(?P<lastweek>上周|上星期)"
)
_HAPPENS = re.compile(r"发布|推出|上线|亮相|公布|宣布|问世|发表|引爆|面世|横空出世|诞生|开源|登场|官宣|炸弹|刷屏|发佈")
# 2024年收入7000万元，今年预计翻番: nobody tells of one year by its number and as 今年 in one sentence.
_TOLD_APART = re.compile(
    r"(?<!\d)(20[012]\d)年(?:(?!(?:19|20)\d\d年|[。！？；;\n]).){4,60}?[，,、](?:而|但|到|至)?(今年|去年)(?!同期|相比|[的底末])"
)
_EARLIEST, _LATEST = date(1995, 1, 1), date(2099, 12, 31)


class Published(NamedTuple):
    """A day, how exactly it is known, and on what ground."""

    day: date | None
    precision: Precision
    basis: Basis


UNKNOWN = Published(None, "unknown", "unknown")


def stated(texts: Sequence[str]) -> Published:
    """Give the first full date that is printed in texts that state when an article appeared, as matching copies.

    >>> stated(["发布于 2024-03-04 07:46"]).day
    datetime.date(2024, 3, 4)
    """
    dated = [(day, is_update) for text in texts for day, is_update in _stated_in(text)]
    # What was changed later appeared before.
    day = next((day for day, is_update in dated if not is_update), dated[0][0] if dated else None)
    return Published(day, "day", "stated") if day else UNKNOWN


def _stated_in(text: str) -> Iterator[tuple[date, bool]]:
    text = _IN_CHINESE.sub(_in_digits, text)
    if not _DIGIT.search(text):
        return
    for pattern, offset in ((_FULL, 0), (_COMPACT, 0), (_MINGUO, 1911)):
        for match in pattern.finditer(text):
            if day := _day(int(match[1]) + offset, int(match[2]), int(match[3])):
                yield day, bool(_UPDATED.search(text[: match.start()]))
    for match in _SHORT_YEAR.finditer(text):
        if day := _day(2000 + int(match[1]), int(match[2]), int(match[3])):
            yield day, False
    for match in _DAY_FIRST.finditer(text):
        if day := _day(int(match[3]), int(match[2]), int(match[1])):
            yield day, False
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        for match in pattern.finditer(text):
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            if day := _day(int(match["year"]), month, int(match["day"])):
                yield day, False


def marked(match: str) -> str:
    """Give the day that a line of a page states for it among other things, as it is printed; empty where it states none.

    >>> marked("口述：林小明　上架：2024.05.06"), marked("（譯者：林小明）1130506"), marked("一家公司2024年5月6日上線模型")
    ('2024.05.06', '2024-05-06', '')
    """
    if code := _CODE_OF_DAY.search(match):
        return f"{int(code[1]) + 1911}-{code[2]}-{code[3]}"
    found = _MARKED.search(match)
    return found["day"] if found else ""


def in_dateline(match: str) -> bool:
    """Tell a line of text that opens with the place, the full date and the agency, as a matching copy.

    >>> in_dateline("深圳2024年5月6日 /某社/ -- 一家公司今日宣布"), in_dateline("2024年5月6日，一家公司宣布")
    (True, False)
    """
    return _FULL_DATELINE.match(match) is not None


def is_stamp(match: str) -> bool:
    """Tell a line that is stamped with a full date: with the hour, or set apart from what else stands there.

    >>> is_stamp("2024-05-06 23:41　#1楼"), is_stamp("2024.05.06 | 半导体"), is_stamp("2024年5月6日的那场发布会")
    (True, True, False)
    """
    match = _IN_CHINESE.sub(_in_digits, match)
    found = _STAMP.search(match)
    if found is None or _IN_SENTENCE.search(_NAME_AND_DATE.sub("", match)):
        return False
    behind, before = match[found.end() :].lstrip(" "), match[: found.start() + 1].rstrip(" ")
    apart = "|｜丨·•／/\u3000】〕）)"
    return bool(found["clock"]) or ((not behind or behind[0] in apart) and (not before.strip("12") or before[-1] in apart))


def _in_digits(found: re.Match[str]) -> str:
    """Write `二〇二四年五月六日` in digits."""
    year = "".join(str("〇一二三四五六七八九".index(digit)) for digit in found["year"].translate(_ZEROS))
    return f"{year}年{_number(found['month'])}月{_number(found['day'])}日"


def without_year(lines: Sequence[str], text: str) -> Published | None:
    """Take a day that a short line of the head prints without its year, of the latest year that the text itself names.

    >>> without_year(["林小明·05-06 21:40"], "本文写于2024年。").day
    datetime.date(2024, 5, 6)
    """
    found = next((match for line in lines if (match := _MONTH_DAY_TIME.search(line))), None)
    years = [int(year) for year in _ANY_YEAR.findall(matching_copy(text))] if found else []
    years = [year for year in years if _EARLIEST.year <= year <= date.today().year]
    if not found or not years:
        return None
    month_of, day_of = (int(part) for part in found.groups() if part)
    day = _day(max(years), month_of, day_of)
    return Published(day, "day", "inferred") if day else None


def inferred(match: str) -> Published:
    """Infer the date from the matching copy of an article's text: a dateline, or what it says of a dated event.

    >>> inferred("今日凌晨，OpenAI发布了视频模型Sora。").day
    datetime.date(2024, 2, 16)
    """
    return _from_dateline(match) or _from_event(match) or UNKNOWN


def _from_dateline(match: str) -> Published | None:
    """Take `2月16日电` with the year that the text's own dates are of."""
    found = _DATELINE.search(match[:400])
    named = latest(match).day if found else None
    if not found or named is None:
        return None
    day = _day(named.year, int(found[1]), int(found[2]))
    return Published(day, "day", "inferred") if day else None


def _from_event(match: str) -> Published | None:
    for sentence in _SENTENCE.findall(match):
        if not _HAPPENS.search(sentence):
            continue
        for name, day in _events():
            if name.search(sentence) and (found := _since(sentence, day)):
                return found
    return None


def _since(sentence: str, day: date) -> Published | None:
    if match := _AGO.search(sentence):
        if match["half"]:
            return Published(day + timedelta(_DAYS_OF_HALF_MONTH), "month", "inferred")
        if match["days"]:
            return Published(day + timedelta(_number(match["days"])), "day", "inferred")
        if match["weeks"] or match["lastweek"]:
            return Published(day + timedelta(7 * _number(match["weeks"] or "1")), "month", "inferred")
        months = _number(match["months"]) + (0.5 if match["more"] else 0)
        return Published(day + timedelta(round(months * _DAYS_OF_MONTH)), "month", "inferred")
    if _YESTERDAY.search(sentence):
        return Published(day + timedelta(1), "day", "inferred")
    return Published(day, "day", "inferred") if _TODAY.search(sentence) else None


def _number(text: str) -> int:
    """Read a number of one or two digits, in either numerals; half a month counts as none."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * _NUMBER[tens or "一"] + (_NUMBER[ones] if ones else 0)) if ten else _NUMBER[text]


def latest(match: str) -> Published:
    """Give the latest time that the matching copy of a text names: it cannot have appeared before that.

    Of a year it is the last day, since the months that such a text tells are mostly of that year.

    >>> latest("公司在2023年11月上市，4月成立。").day
    datetime.date(2023, 11, 1)
    >>> latest("2024年收入7000万元，今年预计翻番。").day
    datetime.date(2025, 12, 31)
    """
    days = list(_days(match))
    told_apart = _this_year_told_apart(match)
    if days and max(days).year >= told_apart:
        return Published(max(days), "month", "inferred")
    years = [
        int(found[1]) for found in _YEAR.finditer(match) if not _AHEAD.search(match[max(0, found.start() - 12) : found.start()])
    ]
    years = [year for year in [*years, told_apart] if _EARLIEST.year <= year <= date.today().year]
    return Published(date(max(years), 12, 31), "year", "inferred") if years else UNKNOWN


def _this_year_told_apart(match: str) -> int:
    """Give the earliest that 今年 can be where sentences set it, or 去年, against a year they name; 0 where none does."""
    years = [int(found[1]) + 1 + (found[2] == "去年") for found in _TOLD_APART.finditer(match)]
    return max(years, default=0)


def _days(match: str) -> Iterator[date]:
    dated = [day for found in _FULL.finditer(match) if (day := _day(int(found[1]), int(found[2]), int(found[3])))]
    dated += [day for found in _MONTH.finditer(match) if (day := _day(int(found[1]), int(found[2]), 1))]
    dated += [day for name, day in _events() if name.search(match)]
    dated = [day for day in dated if day <= date.today()]
    yield from dated
    if not dated:
        return
    # A day without a year is of the year the text is about, unless that would put it far after everything else.
    last = max(dated)
    for found in _DAY_ONLY.finditer(match):
        before = match[max(0, found.start() - 2) : found.start()]
        day = _day(last.year, int(found[1]), int(found[2]))
        if day and before not in ("去年", "明年", "前年") and day <= last + timedelta(200):
            yield day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if _EARLIEST <= found <= _LATEST else None


@cache
def _events() -> tuple[tuple[re.Pattern[str], date], ...]:
    table = tomllib.loads(resources.files("presslens.lexicons").joinpath("events.toml").read_text(encoding="utf-8"))
    return tuple(
        (re.compile(rf"(?<![A-Za-z0-9\-]){re.escape(row['name'])}(?![A-Za-z0-9.]|[ -]?\d)"), row["date"])
        for row in table["event"]
    )
