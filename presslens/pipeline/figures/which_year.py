"""Of which year a month, a day or a part of a year is that is printed without one."""

from __future__ import annotations

import re

from presslens.pipeline.figures.calendar_days import Context, When, valid

STATED = "the year is that stated before"
_REST_OF_DATE = re.compile(r"[\d零一二三四五六七八九十日号月年的第个周星期上中下旬初底末份至到—~ 天早晚午点时分半-]*+")
# 12月底前 sets an end that is still to come.
_BY_THEN = re.compile(r"(?:\d{1,2}[日号]|[底末])?之?前(?![夕后])")
_FORWARD = re.compile(
    r"将|原定|预计|计划|拟|有望|截止|届时|即将|定于|定在|定档|或于|或要|要到|等到|推[到至迟]"
    r"|延[到至]|打算|准备|预定|料于|赶在"
)
# 5月将推出 is still to come, 5月将价格下调 may be long past.
_TO_COME = re.compile(
    r"(?:\d{1,2}[日号])?(?:起|前后)?"
    r"(?:即将|将(?=[推发上于会举召开迎公在正继实生有量交完达终全进成首面陆])|才[能会]|有望|预计|拟于)"
)
_LAST_YEAR = re.compile(r"[去前上]年")
_REACH_OF_YEAR = 6


def year_for(text: str, start: int, end: int, month: int, day: int, context: Context) -> tuple[int, str]:
    """Choose the year of a month or day printed without one, and say how.

    A year stated in this sentence or the one before carries on; else it is the latest that lies at most a month after the
    article, unless the words before look forward; a date that stands alone is in the article's own year.
    """
    reference, stated = context.reference, context.stated
    assert reference is not None
    if stated and stated.first.year <= reference.year and told_of_year(text, start, end, stated):
        # after 2023年12月 a 2月 is the next one, where the article can know of it
        later = len(stated.as_of) >= 7 and month < stated.first.month and (stated.first.year, 12) < (reference.year, month + 1)
        return stated.first.year + later, STATED
    if month == 2 and day == 29:
        return next(year for year in range(reference.year, 0, -1) if valid(year, 2, 29)), "the year is the last leap year"
    if looks_forward(text, start, end):
        return reference.year, "the year is the article's"
    late = month > reference.month + 1 or (month == reference.month + 1 and day > reference.day)
    if reference.month == 12 and month == 1:
        return reference.year + 1, "the year is the one about to begin"
    return reference.year - late, "the year is the latest that the article can know"


def carries(text: str, start: int, stated: When) -> bool:
    """Tell whether a year was stated in this sentence or the one before."""
    if not 0 <= start - stated.end < 100:
        return False
    between = text[stated.end : start]
    if "。" in between and _LAST_YEAR.search(text, max(0, stated.end - _REACH_OF_YEAR), stated.end):
        return False  # a sentence that told of 去年 leaves the months of the next to this year
    return between.count("。") + between.count("!") + between.count("！") < 2 and "\n" not in between


def told_of_year(text: str, start: int, end: int, stated: When) -> bool:
    """Tell whether a date without a year is of the year stated, and opens no sentence on what is still to come."""
    anew = "。" in text[stated.end : start] and looks_forward(text, start, end)
    return not anew and carries(text, start, stated)


def looks_forward(text: str, start: int, end: int) -> bool:
    """Tell whether a date is still to come by the words before it, or stands alone and so belongs to its own year."""
    if start < 4 and not text[:start].strip(" 从自") and _REST_OF_DATE.fullmatch(text, end):
        return True
    if _BY_THEN.match(text, end) or _TO_COME.match(text, end) or text.endswith("期货", 0, start):
        return True
    before = re.split(r"[。，,；;\n]", text[max(0, start - 12) : start])[-1]
    return _FORWARD.search(before) is not None
