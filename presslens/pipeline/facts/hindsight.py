"""Dates that would lie ahead of what is told as done: 今年8月筹得 in an article of February means last year's."""

from __future__ import annotations

import re
from datetime import date

from presslens.model import Article, Quantity
from presslens.record import replace

_STEP = "the year would lie ahead of what is told as done: the year before"
_YEAR_PRINTED = re.compile(r"\d{4}|[二两][零〇千]|明|后年|来年|下|未来")
_WINTER = re.compile(r"冬")
_AHEAD = re.compile(
    r"将|预计|预期|计划|拟|(?<![事大布社协机商论峰年展际])会(?![员议计展场上费])|可能|有望|目标|力争|争取|打算|希望|届时|未来|展望|即将|或|之?前|之?内|有机会|需|应|定于|截止|[到至]$"
)
_DONE = re.compile(r"了(?!解)|已|曾|筹得|获得|揭露|宣布|创下|透露|表示|报道")
_REACH = 40


def in_hindsight(article: Article, quantity: Quantity) -> Quantity:
    """Move a date without a printed year to the year before where its sentence tells of something done.

    >>> from datetime import date
    >>> text = "今年8月，公司完成了一轮融资。"
    >>> article = Article("0" * 12, "own.txt", text, text, published=date(2025, 2, 11))
    >>> told = Quantity(0, 4, "今年8月", "date", as_of="2025-08", first_day=date(2025, 8, 1), last_day=date(2025, 8, 31))
    >>> in_hindsight(article, told).as_of
    '2024-08'
    """
    first, last = quantity.first_day, quantity.last_day
    if article.written is None or first is None or last is None or first <= article.written:
        return quantity
    if _YEAR_PRINTED.search(quantity.surface) or not _is_done(article.match, quantity):
        return quantity
    as_of = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), quantity.as_of)
    first, last = _year_before(first), _year_before(last)
    return replace(quantity, as_of=as_of, first_day=first, last_day=last, steps=(*quantity.steps, _STEP))


def _is_done(text: str, quantity: Quantity) -> bool:
    """Tell whether a sentence tells of the past; of a winter, that it does not speak of the future."""
    before = re.split(r"[。；;\n]", text[max(0, quantity.start - _REACH) : quantity.start])[-1]
    after = re.split(r"[。；;\n]", text[quantity.end : quantity.end + _REACH])[0]
    if _AHEAD.search(before) or _AHEAD.search(after):
        return False
    return bool(_DONE.search(after) or _WINTER.search(quantity.surface))


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
