"""Dates that only their surroundings settle: a year left out just before publication, and 当日 after a mere 以来."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from presslens.lexicon import Hit
from presslens.model import Article, Quantity
from presslens.pipeline.facts.hindsight import in_hindsight
from presslens.pipeline.facts.holidays import as_stretch
from presslens.pipeline.facts.no_figures import states_nothing
from presslens.pipeline.figures.spans import COUNTED_FROM
from presslens.record import replace

_THAT_DAY = frozenset({"当日", "当天", "同日", "同一天"})
_SINCE = re.compile(r"^[^，,。；;]{0,12}?以来")
# An article printed on 25 January that says 12 January means this year's, whatever year it spoke of before.
# 正如当年 speaks of some time past, not of the year told last.
_AS_ONCE = re.compile(r"(?:正如|就像|如同|一如|好比)$")
# 峰会当天 and 发布当天 are days of something that may be told elsewhere.
_OF_AN_EVENT = re.compile(
    r"(?:[会赛节日]|活动|发布|上线|开幕|首映|上市|成立|公测|开业|公布|披露|财报|业绩|季报|年报|报告|宣布)的?$"
)
_QUARTER, _QUARTER_REACH = re.compile(r"\d{4}-Q\d"), 80
_THAT_IS = re.compile(r"\s?(?:是指|指的是|指|即|也就是)\s?")
_EACH = re.compile(r"每(?:年|逢|个?)?的?$|那个$")
_OF_A_WEEK = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天].{0,4}|[本下当]周")
_EVERY_DAY_OF = re.compile(r"[^，,。；;了]{0,2}(?:发送|更新|推送|播出|营业|见报|出刊|开放)(?!了)")
_ALSO = re.compile(r"\s*(?:同时|然后|随后|之后|接着|再)[,，]?在?")
_HABIT_REACH = 120
_HABIT = re.compile(r"通常|每周|一般|照例|惯例")
_THIS_YEAR, _YEAR_REACH, _ABOUT_A_YEAR = frozenset({"这一年", "这年"}), 40, timedelta(days=300)
_JUST_BEFORE = timedelta(days=31)
_YEAR_CARRIED = "the year is that stated before"


def outside_names(quantities: Iterable[Quantity], hits: Iterable[Hit]) -> Iterator[Quantity]:
    """Leave out dates that end inside a name: 当月之暗面 speaks of 月之暗面, not of that month."""
    starts = {place: hit for hit in hits for place in range(hit.start + 1, hit.end)}
    for quantity in quantities:
        inside = starts.get(quantity.end)
        if quantity.kind != "date" or inside is None or inside.start <= quantity.start:
            yield quantity


def settled(article: Article, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Give the figures of an article with such dates settled, in order."""
    last_told: date | None = None
    last_quarter: Quantity | None = None
    last_date: Quantity | None = None
    quantities = list(quantities)
    explained = _explained(article, quantities)
    for quantity in quantities:
        if states_nothing(article.match, quantity):
            continue
        if quantity.kind == "date":
            quantity = _as_explained(quantity, explained)
            quantity = _every_time(article, in_hindsight(article, as_stretch(article.match, quantity)))
            quantity = _that_year(article, quantity, last_date)
            last_date = quantity if quantity.as_of else last_date
        quantity = _that_quarter(quantity, last_quarter)
        last_quarter = quantity if _QUARTER.fullmatch(quantity.as_of) else last_quarter
        if _told_in_a_story(article, quantity):
            quantity = replace(
                quantity, as_of="", first_day=None, last_day=None, steps=(*quantity.steps, "after what is not told")
            )
        quantity = _of_its_day(article, quantity, last_told)
        if quantity.kind == "date" and quantity.first_day and quantity.first_day == quantity.last_day:
            told = not _SINCE.match(article.match[quantity.end : quantity.end + 16])
            last_told = quantity.first_day if told else last_told or article.written
        yield quantity


def _explained(article: Article, quantities: list[Quantity]) -> dict[str, Quantity]:
    """Find the dates of a fiscal year that the text puts into plain ones: 2025财年末指2025年6月末."""
    if "财年" not in article.match:
        return {}
    pairs = [(one, other) for one, other in pairwise(quantities) if one.kind == other.kind == "date" and "财" in one.surface]
    return {
        one.surface: other for one, other in pairs if _THAT_IS.fullmatch(article.match, one.end, other.start) and other.as_of
    }


def _as_explained(quantity: Quantity, explained: dict[str, Quantity]) -> Quantity:
    told = explained.get(quantity.surface)
    if told is None:
        return quantity
    step = f"{quantity.surface} is put as {told.as_of}"
    return replace(quantity, as_of=told.as_of, first_day=told.first_day, last_day=told.last_day, steps=(*quantity.steps, step))


def _every_time(article: Article, quantity: Quantity) -> Quantity:
    """Leave out when what comes round again and again: 财年为每年7月1日至次年6月30日, 每周一开会, 通常在周日完成."""
    text, start = article.match, quantity.start
    habit = _OF_A_WEEK.fullmatch(quantity.surface) is not None and _is_habit(text, start, quantity.end)
    if not habit and not _EACH.search(text, max(0, start - 3), start):
        return quantity
    return replace(quantity, as_of="", first_day=None, last_day=None, steps=(*quantity.steps, "no day is told"))


def _is_habit(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday is one of every week: 通常在周日完成…。同时在周五分析, 周一至周六发送."""
    if _EVERY_DAY_OF.match(text, end) and "至" in text[start:end]:
        return True
    *earlier, own = re.split(r"[。；;\n]+", text[max(0, start - _HABIT_REACH) : start])
    goes_on = bool(earlier) and _ALSO.match(own) is not None
    return _HABIT.search(own) is not None or (goes_on and _HABIT.search(earlier[-1]) is not None)


def _that_year(article: Article, quantity: Quantity, told: Quantity | None) -> Quantity:
    """Read 这一年 as the year or stretch told just before: 从2022年11月到2023年11月的这一年."""
    if quantity.surface not in _THIS_YEAR or told is None or not 0 <= quantity.start - told.end < _YEAR_REACH:
        return quantity
    if "\n" in article.match[told.end : quantity.start] or told.first_day is None or told.last_day is None:
        return quantity
    if told.last_day - told.first_day < _ABOUT_A_YEAR:
        return quantity
    why = f"{quantity.surface} is the year told last, {told.as_of}"
    return replace(quantity, as_of=told.as_of, first_day=told.first_day, last_day=told.last_day, steps=(*quantity.steps, why))


def _told_in_a_story(article: Article, quantity: Quantity) -> bool:
    """Tell whether 三年后 counts from something told, not from the day of publication: nothing near speaks of the future."""
    if quantity.kind != "date" or not quantity.surface.endswith(("天后", "日后", "周后", "月后", "年后")):
        return False
    if any(step.startswith(COUNTED_FROM) for step in quantity.steps):
        return False
    around = article.match[max(0, quantity.start - 30) : quantity.end + 30]
    return not re.search(r"将|预计|计划|有望|预测|可能|目标|(?<![事大布社协机商论峰年展际])会(?![员议计展场上费])", around)


def _of_its_day(article: Article, quantity: Quantity, last_told: date | None) -> Quantity:
    """Settle 当天 by the day told last, leave out 正如当年 and 峰会当天, and take a year carried for this one where it fits."""
    before = article.match[max(0, quantity.start - 4) : quantity.start]
    if (
        quantity.kind == "date"
        and not quantity.surface[0].isdecimal()
        and _AS_ONCE.search(article.match, max(0, quantity.start - 4), quantity.start)
    ):
        quantity = replace(quantity, as_of="", first_day=None, last_day=None, steps=(*quantity.steps, "no year is told"))
    if quantity.kind == "date" and quantity.surface in _THAT_DAY and _OF_AN_EVENT.search(before):
        quantity = replace(quantity, as_of="", first_day=None, last_day=None, steps=(*quantity.steps, "no day is told"))
    elif quantity.kind == "date" and quantity.surface in _THAT_DAY and last_told:
        quantity = _on(quantity, last_told, f"{quantity.surface} is the day told last, {last_told}")
    elif _YEAR_CARRIED in quantity.steps and quantity.first_day and article.written:
        quantity = _this_year(quantity, article.written)
    return quantity


def _that_quarter(quantity: Quantity, told: Quantity | None) -> Quantity:
    """Read 当季 as the quarter just told: 第四季度业绩持续表现出色,当季营收高达….."""
    if quantity.surface != "当季" or told is None or quantity.start - told.end > _QUARTER_REACH:
        return quantity
    why = f"当季 is the quarter told last, {told.as_of}"
    return replace(quantity, as_of=told.as_of, first_day=told.first_day, last_day=told.last_day, steps=(*quantity.steps, why))


def _this_year(quantity: Quantity, published: date) -> Quantity:
    day = quantity.first_day
    if day is None or day != quantity.last_day or (day.month, day.day) == (2, 29):
        return quantity
    candidate = day.replace(year=published.year)
    if candidate != day and timedelta(0) <= published - candidate <= _JUST_BEFORE:
        return _on(quantity, candidate, "the year is that of publication, a few weeks later")
    return quantity


def _on(quantity: Quantity, day: date, why: str) -> Quantity:
    return replace(quantity, as_of=day.isoformat(), first_day=day, last_day=day, steps=(*quantity.steps, why))
