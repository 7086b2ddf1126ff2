"""Which days a length of time names when it is counted from the article: 半个月前, 近三年, 未来两天."""

from __future__ import annotations

import re
from datetime import date, timedelta

from presslens.model import Quantity
from presslens.pipeline.figures.calendar_days import Context, When, months_before, of_day, of_days, of_month, of_year
from presslens.pipeline.figures.quarters import last_quarter
from presslens.record import replace

_AFTER = re.compile(
    r"(?:之|以)?(前|后)(?![十台端门来者沿面期往\d一二三四五六七八九])|(?:以来|来(?![自到源临回往势说看得电信访\d一二两三]))"
)
COUNTED_FROM = "counted from the date told before,"
_PAST = ("过去的", "过去", "最近的", "最近", "近")
_TO_COME = ("未来的", "未来", "今后的", "今后", "接下来的", "接下来")
# 前两天刚发布 is a few days ago.
_AGO = re.compile(r"(?<![日年月目从以之此天提])前$")
_JUST_NOW = re.compile(r"[，,]?(?:刚|才|还|又|已|就)")
# 近三年 and 未来四年内 open and close a stretch; here the words bound no length.
_EDGES = frozenset({"近", "内", "之内", "以内"})
# 前几天 is a few days ago; 前三天 may as well be the first three.
_FEW_AGO = re.compile(r"(?:^|[，,。；;：:、\s“「（(就在而但且于从和与像])前$")
# 将近二十年, 晚了近半年 and 近十年历史 tell how long, and from no day on.
_NO_WINDOW_BEFORE = re.compile(r"[了将接附临花用达有共满长约晚]$")
_NO_WINDOW_AFTER = re.compile(r"的?(?:历史|时间|经验|之久|经历|生涯|光景|寿命|小时)|(?:多|余)?的(?:努力|研发|积累|沉淀|发展)")
# 连涨17日后 and 历时三年后 tell how long something went on.
_A_RUN = re.compile(r"(?:连|涨|跌|续|隔|历时|用时|耗时|等待|苦等|时隔)$")
# 接下来的4个月跌了一半 goes on with a story; only what is to come begins today.
_TO_COME_NEAR = re.compile(r"将(?!近)|会|预计|计划|可能|有望|预期|打算|准备|目标")
_NEAR = 24
_ANNOUNCED = re.compile(
    r"[^。；;\n]{0,40}?(?:宣布|表示|承诺|计划|预计|预测|提出|启动|称|说|发布|透露)[^，。；;\n]{0,10}[，,]?[^，,。；;\n]{0,10}"
)
_SAID_REACH = 100
# 仅仅一天后 and 而三年后 open a clause of a story.
_OPENS_STORY = re.compile(r"(?:^|[，。,；;\n])\s?(?:仅仅?|而|但|就在|短短)?$")
_SAME_LENGTH_REACH = 250
# 如今20年后 tells how long ago it began: it is today.
TODAY = ("现在", "如今", "今天")
_QUARTERS = re.compile(r"[一1] ?个?财?季度?")
_REACH = 100
_DAY, _MONTH, _YEAR = 86400, 2592000, 31536000
_WEEK = 7 * _DAY
_A_FEW_DAYS = 5.0 * _DAY
_LONGEST = 900 * _YEAR


def read_span_of_time(text: str, figure: Quantity, context: Context, floor: int) -> Quantity | None:
    """Turn a duration that is counted from the article's date into a date, or give nothing.

    A stretch (近三年) keeps its length in seconds beside its days, as exact as it is printed; a point (三年前) has no length
    and lies about there.

    >>> from datetime import date
    >>> from presslens.model import Quantity
    >>> half = Quantity(0, 3, "半个月", "duration", 1296000.0, 1296000.0, "s")
    >>> read_span_of_time("半个月前", half, Context(date(2024, 3, 1)), 0).as_of
    '2024-02'
    """
    base = context.reference
    if figure.kind != "duration" or base is None or not figure.low or not figure.high:
        return None
    if figure.low < _DAY or figure.high > _LONGEST:
        return None
    if _A_RUN.search(text, max(0, figure.start - 2), figure.start):
        return None
    after = _AFTER.match(text, figure.end)
    if after and after[1]:
        return _before_or_after(text, figure, base, after, context)
    two_days_ago = figure.surface in ("两天", "两日") and _JUST_NOW.match(text, figure.end)
    if two_days_ago or figure.qualifier in ("数", "几"):
        few = replace(figure, high=_A_FEW_DAYS, bound="vague", qualifier="几") if two_days_ago else figure
        ago = (_AGO if two_days_ago else _FEW_AGO).search(text, max(floor, figure.start - 2), figure.start)
        return _at(text, few, _point(few, base, few.end, 1), ago.end() - 1, context, None) if ago else None
    if figure.bound == "range":
        return None  # 未来3至5年 names no edge
    return _past_or_to_come(text, figure, base, after, context, floor)


def _before_or_after(text: str, figure: Quantity, base: date, after: re.Match[str], context: Context) -> Quantity:
    """Find when 三年前 and 三年后 were, counted from the article's date or from a time told before."""
    sign = 1 if after[1] == "前" else -1
    if sign < 0 and _is_back_today(text, figure):
        return _at(text, figure, _today(figure, base, after.end()), figure.start, context, base)
    told = _told_before(text, figure, base, context) if sign < 0 else None
    when = _after(figure, told, after.end()) if told else _point(figure, base, after.end(), sign)
    return _at(text, figure, when, figure.start, context, told.first if told else None)


def _past_or_to_come(
    text: str, figure: Quantity, base: date, after: re.Match[str] | None, context: Context, floor: int
) -> Quantity | None:
    """Find the stretch that 近三年 and 未来两天 are; 三年来 (`after`) is one that lies in the past."""
    end = after.end() if after else figure.end
    for word in (*_PAST, *_TO_COME):
        gap = 1 if text[figure.start - 1 : figure.start] == " " else 0
        start = figure.start - len(word) - gap
        if word[:2] == "接下" and not _TO_COME_NEAR.search(text, max(0, start - _NEAR), figure.end + _NEAR):
            continue
        if start >= floor and text.startswith(word, start) and not (word == "近" and _tells_how_long(text, figure, start)):
            latest = last_quarter(context, start, end) if word in _PAST and _QUARTERS.fullmatch(figure.surface) else None
            if latest:
                return _dated(text, figure, latest, start, context)
            since = base if word in _PAST else _said_when(text, start, base, context)
            return _dated(text, figure, _stretch(figure, since, end, past=word in _PAST), start, context)
    return _dated(text, figure, _stretch(figure, base, end, past=True), figure.start, context) if after else None


def _point(figure: Quantity, base: date, end: int, sign: int) -> When:
    """Find when 两个多月前 was; what leaves more than its unit open (几周前, 十多年前) is the stretch it may lie in."""
    assert figure.low is not None
    assert figure.high is not None
    low, high, unit = figure.low, figure.high, _unit(figure)
    if high - low > unit:
        near, far = _moved(base, low, unit, sign), _moved(base, high, unit, sign)
        return _written(end, min(near, far), max(near, far), _MONTH if unit == _WEEK else unit)
    middle = (low + high) / 2
    if unit == _DAY:
        return of_day(end, _moved(base, middle, _DAY, sign))
    day = _moved(base, middle, unit, sign)
    if unit == _YEAR:
        return of_year(end, day.year, about=True)
    if unit == _WEEK:
        monday = day - timedelta(days=day.weekday())
        return of_days(end, monday, monday + timedelta(days=6), about=True)
    return of_month(end, day.year, day.month, about=True)


def _after(figure: Quantity, told: When, end: int) -> When:
    """Find when 几天后 was after a time told; a few days after a month lie in that month as far as is known."""
    if (told.last - told.first).days * _DAY >= (figure.high or 0):
        return told._replace(end=end, about=True, states_year=False)
    return _point(figure, told.first, end, -1)


def _unit(figure: Quantity) -> int:
    """Tell in which unit a length of time is printed: the largest that it has whole."""
    assert figure.low is not None
    assert figure.high is not None
    if figure.low % _YEAR == 0 and figure.high % _YEAR == 0:
        return _YEAR
    if re.search(r"[年月季载]|世纪", figure.surface):
        return _MONTH
    return _WEEK if re.search(r"周|星期|礼拜", figure.surface) else _DAY


def _moved(base: date, seconds: float, unit: int, sign: int) -> date:
    """Go back (1) or on (-1) from a day, in whole months where the length is printed in months or years."""
    if unit < _MONTH:
        return base - timedelta(days=sign * round(seconds / _DAY))
    years, rest = divmod(seconds, _YEAR)
    # Half a year is six months, whatever the days of a month are taken to be.
    months, rest = divmod(12 * years + (6 if 2 * rest == _YEAR else rest / _MONTH), 1)
    return months_before(base, sign * int(months)) - timedelta(days=sign * round(rest * 30))


def _stretch(figure: Quantity, base: date, end: int, *, past: bool) -> When:
    """Give the days that 近三年 or 未来三年 runs over, written no finer than its unit."""
    assert figure.high is not None
    edge = _moved(base, figure.high, _unit(figure), 1 if past else -1)
    if past:
        return _written(end, edge, base, _unit(figure))
    return _written(end, base + timedelta(days=1), edge, _unit(figure))


def _written(end: int, first: date, last: date, unit: int) -> When:
    when = of_days(end, first, last, about=True)
    if unit < _MONTH:
        return when
    length = 4 if unit == _YEAR else 7
    ends = dict.fromkeys(day.isoformat()[:length] for day in (first, last))
    return when._replace(as_of="/".join(ends))


def _tells_how_long(text: str, figure: Quantity, start: int) -> bool:
    """Tell 将近二十年 and 近3000小时 from 近三年: a length of time from a stretch that ends today."""
    if text.startswith(("高", "低", "新高", "新低", "最", "来", "内"), figure.end):
        return False
    hours = "时" in figure.surface or "钟" in figure.surface
    return hours or bool(_NO_WINDOW_BEFORE.search(text, max(0, start - 1), start) or _NO_WINDOW_AFTER.match(text, figure.end))


def _told_before(text: str, figure: Quantity, base: date, context: Context) -> When | None:
    """Give the time that 两年后 counts from in a story: the date told just before, where that is long past."""
    told = context.anchors.get("years")
    if told is None or told.last >= base or not 0 <= figure.start - told.end < _REACH:
        return None
    opens = _OPENS_STORY.search(text, max(0, figure.start - 4), figure.start) is not None
    near = figure.start - told.end < _NEAR and not re.search(r"[。；;\n]", text[told.end : figure.start])
    return told if opens or near else None


def _is_back_today(text: str, figure: Quantity) -> bool:
    """Tell whether a length counts back up to today: 现在20年后, and 两个月后 in a text that told of 两个月前."""
    started = text.rfind(f"{figure.surface}前", max(0, figure.start - _SAME_LENGTH_REACH), figure.start)
    return started >= 0 or text.endswith(TODAY, 0, figure.start)


def _today(figure: Quantity, base: date, end: int) -> When:
    unit = _unit(figure)
    if unit == _YEAR:
        return of_year(end, base.year, about=True)
    return of_month(end, base.year, base.month, about=True) if unit == _MONTH else of_day(end, base, about=True)


def _said_when(text: str, start: int, base: date, context: Context) -> date:
    """Give the day that 未来四年 counts from: that of a statement told just before (2023年宣布将在…), else today."""
    told = context.anchors.get("years")
    if told is None or not 0 <= start - told.end < _SAID_REACH or told.last >= base:
        return base
    said = _ANNOUNCED.fullmatch(text, told.end, start)
    return told.first if said else base


def _at(text: str, figure: Quantity, when: When, start: int, context: Context, told: date | None) -> Quantity:
    read = replace(_dated(text, figure, when, start, context), low=None, high=None, bound="about")
    return replace(read, steps=(*figure.steps, f"{COUNTED_FROM} {told}: {when.as_of}")) if told else read


def _dated(text: str, figure: Quantity, when: When, start: int, context: Context) -> Quantity:
    context.remember(when)
    opened = figure.bound != "vague" and figure.qualifier in _EDGES
    return replace(
        figure,
        bound="exact" if opened else figure.bound,
        qualifier="" if opened else figure.qualifier,
        start=start,
        end=when.end,
        surface=text[start : when.end],
        kind="date",
        unit="",
        as_of=when.as_of,
        first_day=when.first,
        last_day=when.last,
        steps=(*figure.steps, f"counted from {context.reference}: {when.as_of}"),
    )
