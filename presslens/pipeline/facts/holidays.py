"""The days of a holiday that a text names as a stretch: 春节期间, 国庆假期, 五一档."""

from __future__ import annotations

import re
from datetime import timedelta

from presslens.model import Quantity
from presslens.pipeline.figures.periods import digits
from presslens.record import replace

# Days from the first of each; how many are off work differs from year to year by one or two.
_LENGTHS = {"春节": 7, "国庆": 7, "十一": 7, "五一": 5, "劳动节": 5, "元旦": 3, "清明": 3, "端午": 3, "中秋": 3}
# From 2025 on the eve of 春节 is a holiday by law, and with it the stretch has eight days.
_EVE_SINCE, _WITH_EVE = 2025, 8
_NAMED = re.compile("|".join(_LENGTHS))
_IN_NAME = re.compile(r"假期|黄金周|期间")
_STRETCH = re.compile(
    r"\s?(?:[小长]*假期?|黄金周|期间|档期?|假日)?(?:期间|的)?"
    r"(?:前?\s?(?P<days>\d|[一二三四五六七八九])\s?[天日])?"
)
# 春节当天 and 春节前 name a day and the time before it.
_ONE_DAY = re.compile(r"\s?(?:当天|当日|当晚|首日|前夕|[前后](?!\d|[一二三四五六七八九][天日])|晚会|联欢|上午|下午|晚)")


def as_stretch(text: str, quantity: Quantity) -> Quantity:
    """Give the days of the holiday where a date names one as a stretch; 春节 alone is always one.

    >>> from datetime import date
    >>> day = date(2024, 2, 10)
    >>> as_stretch("春节期间发布", Quantity(0, 2, "春节", "date", as_of="2024-02-10", first_day=day, last_day=day)).as_of
    '2024-02-10/2024-02-16'
    """
    named = _NAMED.search(quantity.surface)
    if named is None or quantity.first_day is None or quantity.first_day != quantity.last_day:
        return quantity
    stretch = _STRETCH.match(text, quantity.end)
    said = stretch is not None and stretch.end() > quantity.end + (stretch.group().isspace())
    if _ONE_DAY.match(text, quantity.end) or not (said or named.group() == "春节" or _IN_NAME.search(quantity.surface)):
        return quantity
    printed = stretch["days"] if stretch else None
    with_eve = named.group() == "春节" and quantity.first_day.year >= _EVE_SINCE
    days = digits(printed) if printed else _WITH_EVE if with_eve else _LENGTHS[named.group()]
    # 春节7天 leaves the eve out, 春节假期前五日 begins with it.
    leaves_eve_out = printed and days < _WITH_EVE and stretch is not None and "前" not in stretch.group()
    first = quantity.first_day - timedelta(days=with_eve and not leaves_eve_out)
    last = first + timedelta(days=days - 1)
    as_of = f"{first}/{last}"
    return replace(
        quantity,
        as_of=as_of,
        first_day=first,
        last_day=last,
        bound="about",
        steps=(*quantity.steps, f"the days of {named.group()}: {as_of}"),
    )
