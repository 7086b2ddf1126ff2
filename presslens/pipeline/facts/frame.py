"""The time a sentence sets for those that follow it: 2021年,公司建成了…。这个集群有….

A date at the head of a sentence holds until another date is told, for a sentence or two of the same paragraph. What is always
said of the present (users, people, prices of products) takes nothing over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from presslens.model import Metric, Quantity
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.publication import is_ahead
from presslens.pipeline.facts.rounds import Rounds
from presslens.pipeline.facts.shares import is_share_move, moves_in_a_session, speaks_of_shares

# A year or a part of one that companies report for holds for whatever is named next; a day or month is an event's.
_PERIOD = re.compile(r"\d{4}(?:-[HQ]\d)?")
# Books are closed for a year, a half, a quarter, a month or the first months of a year.
_PERIOD_OF_BOOKS = re.compile(r"\d{4}(?:-[HQ]\d|-\d\d)?|(\d{4})-01/\1-\d\d")
_INCOME = re.compile(r"营收|收入|流水|出货|销售|产值|业绩|财报")
_BEHIND = 12
_MONTH = len("2024-01")
# 4月20日消息,截至周五收盘: the first date is the report's.
_DISPATCH = re.compile(r"[^，,。；;]{0,4}(?:消息|讯|电(?![话影商子动力脑视])|报道|快讯)[，,:：]?")
_OPENS = re.compile(
    r"\W*(?:[一-鿿A-Za-z· ]{1,20}[，,])?\W*"
    r"(?:而|但|其中|同时|随后|此后|不过|并|截[至止]|早?在|就在|到了?|至|于|早于|按照|根据|据)*"
    r"(?:美股|港股|A股|当地时间|北京时间|美东时间|美国东部时间|今年的?|去年的?)?\W*"
)
_SINCE = re.compile(r"[^，,。；;]{0,8}(?:以来|起)|的?(?:高点|低点|最高|最低)")
_BEGAN = re.compile(r"^[^。；;]{0,20}?(?:成立|创立|创办|创建于|毕业|出生|加入|入职|以来|起[，,便就])")
# 2022年颁布的法案, 2021年成立的公司: the date is that of the event which describes a name.
_EVENT = "成立|创立|创办|创建|颁布|发布|推出|上线|出台|签署|公布|提出|问世|开业|上市|毕业|出生|开源|诞生|通过|过"
DESCRIBES = re.compile(rf"[^，,。；;的]{{0,8}}(?:{_EVENT})的(?=[^，,。；;]{{3}})")
_SESSION = re.compile(r"板块|指数|大盘|美股|港股|A股")
_NOW = re.compile(r"目前|如今|现在|迄今|当前|至今|最新|近日|日前|近期|最近|刚刚|未来")
_COMPARED = re.compile(r"(?:与|较|比|高于|低于|超过|多于|少于)$")
_REPORT_AFTER = re.compile(r"的?(?:财报|业绩|季报|年报|报告)")
_CLOSES = re.compile(r"收[高低涨跌盘报]|报收|成交")
_MOVES: frozenset[Metric] = frozenset({"growth_rate", "price", "market_cap", "other"})
# 公司近日发布财报,显示2024年第四季度每股收益…: the one period told is that of the report, wherever it stands.
_OF_A_REPORT = re.compile(r"财报|业绩|营收|利润|每股|净利|季报|年报")
_OF_THE_PRESENT: frozenset[Metric] = frozenset({"users", "team_size", "adoption_share", "funding_total", "market_share"})
_REACH, _REACH_OF_PERIODS, _REACH_OF_SHARES = 2, 4, 5
# Each item of a list tells of something else.
_ITEM = re.compile(r"\s*(?:[￭▪●■◆•·*▲△➤-]|[一-鿿]{0,6}\d{1,2}\s?[.、．](?!\d))")
# 同期毛利率48.5% is of the period just told.
_GOES_ON = re.compile(r"\W*(?:同期|期内|期间内|该季度?|当期)")
_BACK_THEN, _REACH_OF_STORY = (
    re.compile(r"(?:^|[，,；;：:])\s?(?:而|但|在|就在|可|不过|只是)*(?:那时|当时|彼时|那会儿)(?!候?的?人)"),
    6,
)
_LONGEST_OPENING = 40
_DAY = len("2024-01-01")
_OF_ITS_NAME = re.compile(r"\s?(?:公司|集团|管理层|股价)?(?:的|在|于|截至|自)?\s?")
_RECENT = timedelta(days=10)


@dataclass
class Frame:
    """The time told last at the head of a sentence, and the day of the last session on the exchange, each with its place."""

    as_of: str = ""
    sentence: int = 0
    paragraph: int = -1
    names: frozenset[str] = frozenset()
    session: str = ""
    session_sentence: int = 0
    latest: str = ""
    period: str = ""
    told: str = ""
    told_sentence: int = 0
    rounds: Rounds = field(default_factory=Rounds)

    def note(self, passage: Passage) -> None:
        """Take up the time a sentence sets, or forget the one before where it tells another."""
        follows = self.as_of != "" and passage.no - self.sentence == 1
        if not passage.figures and not follows:
            return
        dates = [f for f in passage.figures if f.kind == "date" and f.as_of and not f.surface.endswith("同期")]
        dates = [f for f in dates if not _is_base(passage, f.end) and not _is_compared(passage, f)]
        dates = [f for f in dates if not _DISPATCH.match(passage.between(f.end, passage.end))]
        self.rounds.note(passage, dates)
        self._note_period(passage, dates)
        past = [f.as_of for f in dates if "/" not in f.as_of and _is_past(f, passage)]
        if past:
            self.told, self.told_sentence = past[-1], passage.no
        goes_on = follows and _GOES_ON.match(passage.text) is not None
        if goes_on:
            self.sentence, self.paragraph = passage.no, passage.paragraph
        if goes_on or not dates:
            return
        self.as_of = _time_set(passage, dates)
        self.sentence, self.paragraph = passage.no, passage.paragraph
        self.names = frozenset(name.name for name in passage.names)
        days = {figure.as_of for figure in dates if len(figure.as_of) == _DAY}
        # Of a session on the exchange the one day told counts wherever it stands: 芯片板块隔夜溃败.
        if len(days) == 1 and (speaks_of_shares(passage.text) or _SESSION.search(passage.text)):
            self.session, self.session_sentence = days.pop(), passage.no
            self.latest = max(self.latest, self.session)

    def _note_period(self, passage: Passage, dates: list[Quantity]) -> None:
        """Take up the last period that a report is told of, if it ended lately: further income is mostly of that one."""
        written = passage.article.written
        if written is None or not _OF_A_REPORT.search(passage.text):
            return
        for told in dates:
            after = passage.between(told.end, told.end + _BEHIND)
            whole = _PERIOD_OF_BOOKS.fullmatch(told.as_of) and not _is_aside(after) and not after.lstrip().startswith("同期")
            if (
                whole
                and int(told.as_of[:4]) >= written.year - 1
                and (len(told.as_of) != _MONTH or _INCOME.search(after))
                and not is_ahead(told.as_of, passage.article)
            ):
                self.period = told.as_of

    def time_for(self, figure: Figure, metric: Metric, subjects: Iterable[str], *, forecast: bool) -> str:
        """Give the time a figure without a date of its own takes over, or nothing.

        A day or month is that of what the sentence with it spoke of; only a year, half or quarter holds for whatever is named
        next.
        """
        told = self.as_of and figure.passage.no - self.sentence <= _REACH_OF_PERIODS
        if not (told or self.latest) or metric in _OF_THE_PRESENT or _NOW.search(figure.passage.text):
            return ""
        # 最近三个月,…。股价涨幅逼近50%: how far things moved is told over the stretch before, what they are is not.
        if "/" in self.as_of and metric != "growth_rate":
            return ""
        if metric in _MOVES and (is_share_move(figure) or (metric == "growth_rate" and moves_in_a_session(figure))):
            return self._session_of(figure) or self._told_for(figure, (), forecast=forecast)
        return "" if metric == "price" else self._told_for(figure, subjects, forecast=forecast)

    def back_then(self, figure: Figure) -> str:
        """Give the past time told last where a sentence goes back to it: 那时它已有30名员工."""
        near = self.told and 0 < figure.passage.no - self.told_sentence <= _REACH_OF_STORY
        return self.told if near and _BACK_THEN.search(figure.before) else ""

    def _session_of(self, figure: Figure) -> str:
        """Give the day of the session just told; a report that lists closes means the latest day it has told."""
        published, near = figure.passage.article.written, figure.passage.no - self.session_sentence <= _REACH_OF_SHARES
        day = self.latest if _CLOSES.search(figure.left) else self.session if near else ""
        if not day or published is None:
            return ""
        return day if timedelta(0) <= published - date.fromisoformat(day) <= _RECENT else ""

    def _told_for(self, figure: Figure, subjects: Iterable[str], *, forecast: bool) -> str:
        passage, period = figure.passage, _PERIOD.fullmatch(self.as_of)
        reach = _REACH_OF_PERIODS if period else _REACH
        # Pages that print a sentence a line make paragraphs of one.
        next_line = "-" in self.as_of and period and passage.no - self.sentence <= 1
        goes_on = passage.paragraph == self.paragraph or next_line
        if not 0 <= passage.no - self.sentence <= reach or not goes_on or not self._is_over(passage):
            return ""
        if _ITEM.match(passage.text):
            return ""
        named = {name.name for name in passage.names}
        if not period and any(subject in named and subject not in self.names for subject in subjects):
            return ""
        return self.as_of if forecast or not is_ahead(self.as_of, passage.article) else ""

    def _is_over(self, passage: Passage) -> bool:
        """Tell whether the time was told before this sentence, which may only go on with it."""
        return passage.no != self.sentence or _GOES_ON.match(passage.text) is not None


def _is_past(told: Quantity, passage: Passage) -> bool:
    """Tell whether a date lies well before the day of publication, so that a text can go back to it by 那时."""
    written = passage.article.written
    return told.last_day is not None and written is not None and written - told.last_day > _RECENT


def _is_base(passage: Passage, end: int) -> bool:
    """Tell whether the date that ends here only says since when: 创去年12月以来新高."""
    return _SINCE.match(passage.between(end, passage.end)) is not None


def _is_compared(passage: Passage, date: Quantity) -> bool:
    """Tell whether a date is only what is compared with: 与2023年第一季度的21亿美元相比."""
    return bool(_COMPARED.search(passage.between(date.start - 2, date.start)))


def _is_aside(after: str) -> bool:
    """Tell whether a date only says when something began or when what the sentence speaks of came out."""
    return bool(_BEGAN.match(after) or DESCRIBES.match(after))


def _time_set(passage: Passage, dates: list[Quantity]) -> str:
    """Give the time a sentence sets: the period it names a report by, the date that opens it, or the one period it tells."""
    periods = [f for f in dates if _PERIOD.fullmatch(f.as_of)]
    if not periods or not _OF_A_REPORT.search(passage.text):
        return _at_head(passage)
    periods = [f for f in periods if not _is_aside(passage.between(f.end, passage.end))]
    named = next((f.as_of for f in periods if _REPORT_AFTER.match(passage.between(f.end, f.end + 8))), "")
    if named:
        return named
    only = periods[0].as_of if periods and len({f.as_of for f in dates}) == 1 else ""
    return _at_head(passage) or only


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
        elif figure.start - start > _LONGEST_OPENING or not _opens(passage, start, figure.start):
            return ""
        else:
            return "" if _is_aside(after) else figure.as_of
    return ""


def _opens(passage: Passage, start: int, end: int) -> bool:
    """Tell whether what stands before a date only leads on to it: 而在此之前,截至."""
    return end == start or _OPENS.fullmatch(passage.between(_after_name(passage, start), end)) is not None


def _after_name(passage: Passage, start: int) -> int:
    """Skip the name that a sentence opens with: 甲公司2024年四季度财报显示."""
    name = next((name for name in passage.names if name.start >= start), None)
    if name is None or passage.between(start, name.start).strip():
        return start
    rest = _OF_ITS_NAME.match(passage.article.match, name.end)
    return rest.end() if rest else name.end
