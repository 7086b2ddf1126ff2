"""The time a sentence sets for those that follow it: 2021年,公司建成了…。这个集群有….

A date at the head of a sentence holds until another date is told, for a sentence or two of the same paragraph. What is always
said of the present (users, people, prices of products) takes nothing over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from presslens.model import Metric
from presslens.pipeline.facts.passage import Figure, Passage

_ONE_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-[HQ]\d)?")
# 4月20日消息,截至周五收盘: the first date is the report's.
_DISPATCH = re.compile(r"[^，,。；;]{0,4}(?:消息|讯|电|报道|快讯)[，,:：]?")
_OPENS = re.compile(
    r"\W*(?:[一-鿿A-Za-z· ]{1,20}[，,])?\W*"
    r"(?:而|但|其中|同时|随后|此后|不过|并|截[至止]|早?在|就在|到了?|至|于|早于|按照|根据|据)*"
    r"(?:美股|港股|A股|当地时间|北京时间|美东时间|美国东部时间|今年的?|去年的?)?\W*"
)
_SINCE = re.compile(r"[^，,。；;]{0,8}(?:以来|起)|的?(?:高点|低点|最高|最低)")
_BEGAN = re.compile(r"^[^。；;]{0,20}?(?:成立|创立|创办|创建于|毕业|出生|加入|入职|以来|起[，,便就])")
_SESSION = re.compile(r"板块|指数|大盘|美股|港股|A股")
_NOW = re.compile(r"目前|如今|现在|迄今|当前|至今|最新|近日|日前|近期|最近|刚刚|未来")
_OF_SHARES = re.compile(r"股价|股票|收盘|收涨|收跌|盘中|大跌|大涨|暴跌|暴涨|下跌|上涨|涨超|跌超|涨近|跌近|[涨跌](?:了|逾|约)?$")
_OF_THE_PRESENT: frozenset[Metric] = frozenset({"users", "team_size", "adoption_share", "funding_total", "market_share"})
_REACH, _REACH_OF_SHARES = 2, 5
_YEAR, _DAY = len("2024"), len("2024-01-01")
_RECENT = timedelta(days=10)


@dataclass
class Frame:
    """The time told last at the head of a sentence, and where."""

    as_of: str = ""
    sentence: int = 0
    paragraph: int = -1
    names: frozenset[str] = frozenset()
    only_of_shares: bool = False

    def note(self, passage: Passage) -> None:
        """Take up the time a sentence sets, or forget the one before where it tells another."""
        dates = [f for f in passage.figures if f.kind == "date" and f.as_of and not _is_base(passage, f.end)]
        if not dates:
            return
        opening, days = _at_head(passage), {figure.as_of for figure in dates if len(figure.as_of) == _DAY}
        # Of a session on the exchange the one day told counts wherever it stands: 芯片板块隔夜溃败.
        session = len(days) == 1 and (_OF_SHARES.search(passage.text) or _SESSION.search(passage.text))
        self._set(passage, opening or (days.pop() if session else ""))
        self.only_of_shares = not opening

    def _set(self, passage: Passage, as_of: str) -> None:
        self.as_of, self.sentence, self.paragraph = as_of, passage.no, passage.paragraph
        self.names = frozenset(name.name for name in passage.names)

    def time_for(self, figure: Figure, metric: Metric, subjects: Iterable[str], *, forecast: bool) -> str:
        """Give the time a figure without a date of its own takes over, or nothing.

        A day or month is that of what the sentence with it spoke of; only a year holds for whatever is named next.
        """
        passage = figure.passage
        if not self.as_of or metric in _OF_THE_PRESENT or _NOW.search(passage.text):
            return ""
        of_shares = metric in ("growth_rate", "price", "market_cap") and _OF_SHARES.search(figure.left)
        if not of_shares and (metric == "price" or self.only_of_shares):
            return ""
        distance = passage.no - self.sentence
        near = distance <= _REACH and passage.paragraph == self.paragraph
        same_session = of_shares and distance <= _REACH_OF_SHARES and self._is_recent(passage.article.published)
        named = {name.name for name in passage.names}
        if not of_shares and len(self.as_of) > _YEAR and any(s in named and s not in self.names for s in subjects):
            return ""
        fits = forecast or self._is_past(passage.article.published)
        return self.as_of if (near or same_session) and fits else ""

    def _is_past(self, published: date | None) -> bool:
        return published is None or self.as_of[:4] < str(published.year) or self.as_of <= published.isoformat()

    def _is_recent(self, published: date | None) -> bool:
        if published is None or len(self.as_of) != _DAY:
            return False
        return timedelta(0) <= published - date.fromisoformat(self.as_of) <= _RECENT


def _is_base(passage: Passage, end: int) -> bool:
    """Tell whether the date that ends here only says since when: 创去年12月以来新高."""
    return _SINCE.match(passage.between(end, passage.end)) is not None


def _at_head(passage: Passage) -> str:
    """Give the date that opens a sentence, if one does and says more than when something began or was reported."""
    start = passage.start
    for figure in passage.figures:
        if figure.kind != "date":
            continue
        after = passage.between(figure.end, passage.end)
        dispatch = _DISPATCH.match(after)
        if dispatch:
            start = figure.end + dispatch.end()
        elif not _OPENS.fullmatch(passage.between(start, figure.start)):
            return ""
        else:
            return figure.as_of if _ONE_TIME.fullmatch(figure.as_of) and not _BEGAN.match(after) else ""
    return ""
