"""For when a figure is said: by a date of its sentence, by one told before, or by the day of publication.

Tried in this order: the date nearest before it in its clause and sentence, the day of publication where it speaks of now, a
date right after it, the time that sentences before have set. Where nothing tells a time, a figure with a metric of its own
takes the day of publication and says so; any other stays without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from presslens.model import Metric, Quantity, Status
from presslens.pipeline.facts.assumed import may_be_of_today
from presslens.pipeline.facts.books import is_of_the_books
from presslens.pipeline.facts.dated_apart import (
    HARDLY_DATED,
    LEADS_TO,
    RISES_FROM,
    began_elsewhere,
    holds_for_span_or_rank,
    is_rank,
    is_where_it_rose_from,
)
from presslens.pipeline.facts.frame import DESCRIBES, Frame
from presslens.pipeline.facts.paired_times import time_in_turn
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.publication import published_as
from presslens.pipeline.facts.rule import FIRM, MONEY_METRICS, OF_MODELS, Reading
from presslens.pipeline.facts.shares import is_share_move, moves_in_a_session
from presslens.pipeline.gates import Gated

# What a model can do holds for the model, not for a time.
_TIMELESS = (OF_MODELS | {"fps", "release_date"}) - {"compute_gpus"}
_ALWAYS_DATED = MONEY_METRICS | {
    "market_share",
    "growth_rate",
    "adoption_share",
    "users",
    "compute_gpus",
    "price",
    "team_size",
}
_OF_THE_PRESENT: frozenset[Metric] = frozenset({"users", "team_size", "adoption_share", "funding_total", "market_share"})

# A count that sentences before date takes over no single day: that is when something else was told.
_CARRIED = frozenset({"money", "percent", "ratio"})
_DAY = len("2024-01-01")
_CLOSE = 3

_SO_FAR = re.compile(r"(?:今年|年初)(?:至今|以来|迄今)|今年内?(?=[，,])")
_ROSE_TO = re.compile(r"(?:到|至)了?(?:约|近|超过?|每股)?\s?$")
_RISES_FROM_ONE = re.compile(r"[从由][^，,。；;]{0,8}\d")
_A_PERIOD = re.compile(r"\d{4}(?:-[HQ]\d)?")
_OVER_IT = re.compile(r"累计|合计|整个|全年|期间|以来|至今")
# Money and people are told of one firm; how shares moved that day is told of many.
_OF_ONE_FIRM: frozenset[Metric] = frozenset(
    {"funding_round", "funding_target", "funding_total", "valuation", "acquisition", "users", "team_size"}
)
_WHOLE_YEAR = re.compile(r"全年")
_PART_OF_YEAR = re.compile(r"\d{4}-(?:[HQ]\d|\d\d)")
# 自2020年上线以来 says since when; 创去年10月以来新高 does not even say that of the figure.
_SINCE = re.compile(r"[^，,。；;]{0,12}?(?:以来|至今)|(?:开始|起)(?=[，,])")
_RECORD = re.compile(r"的?(?:[^，,。；;]{0,4})?(?:新高|新低|最|首|高点|低点|高位|低位|第)")
_BASE = re.compile(r"(?:较|比|相比|对比|相较|相较于|自|从|超过|高于|低于)$")
_COMPARED_WITH = re.compile(r"\s?(?:假期|期间|档|时|末|底)?的?[^，,。；;]{0,6}?(?:相比|相较)|\s?比")
_COMPARED_AFTER = re.compile(r"(?:较|比|相较于?|对比|高于|低于|大于|从|自|[至到]|与|和)$")
# 目前 and 如今 speak of the day of publication, 当前帧 of a frame.
_NOW = Gated(r"目前|如今|现在|迄今(?!(?:为止)?的?[^，,。；;]{0,4}最)|当前(?![帧步层块图像关窗位季财])|至今|眼下|截至发稿")
_NOT_NOW = re.compile(r"(?:此前|之前|原来|原先|以前|过去|当时|那时|彼时|发布前|上市前|改革前)的?[^，,。；;]{0,12}$")
# 现在的情形是,以前要花几周 tells of what was.
_ONCE = re.compile(r"以前|从前|曾经|原本")
_BEGAN = re.compile(r"[^，,。；;]{0,10}?(?:成立|创立|创办|创建|毕业|出生|诞生|入职)")
_REPORT = re.compile(r"的?(?:第?[一二三四1-4]季度?|全年|年度)?的?(?:财报|业绩|年报|季报|半年报|报告|电话会)")
# 7月上线,用了178天达到100万美元 is not of July.
_TOOK = re.compile(r"(?:(?:用|花|历时|耗时|不到|时隔|仅|过)[了时]?|后的)\s?$")
# 是2021年承诺的两倍 is a multiple of that year's value.
_IS = re.compile(r"(?:是|为|达到?|相当于|超过|近)[^，,。；;]{0,8}$")
_OF_ITS_VALUE = re.compile(r"\s?(?:时|末|底|初|全年)?的?\s?")
_UP_TO = re.compile(r"(?:截至|截止)(?:目前|当前)?$")


class Time(NamedTuple):
    """The time a figure holds for, what was assumed to find it, and whether that was much."""

    as_of: str = ""
    step: str = ""
    assumed: bool = False


def time_of(figure: Figure, reading: Reading, subjects: Iterable[str], frame: Frame, status: Status) -> Time:
    """Find for when a figure is said, and say what was assumed; nothing where the text tells no time."""
    if figure.quantity.kind in ("date", "datetime"):
        return Time(figure.quantity.as_of)
    if reading.as_of or reading.metric in _TIMELESS:
        return Time(reading.as_of)
    if reading.undated:
        stretch = _stretch_before(figure)
        return Time(_start_of_stretch(figure) or (_end_of(stretch, figure) if stretch else ""))
    in_turn = time_in_turn(figure)
    if in_turn:
        return Time(in_turn, "time: dealt out in turn")
    stated = _stated(figure, reading.metric)
    if stated:
        return stated
    then = frame.back_then(figure)
    if then and (reading.metric != "other" or _carries_over(figure, then)):
        return Time(then, "time: told in a sentence before")
    told = frame.rounds.time_for(figure, reading.metric, subjects)
    if not told and not frame.rounds.is_other(figure, subjects):
        told = frame.time_for(figure, reading.metric, subjects, forecast=status == "forecast")
    if told and (reading.metric != "other" or _carries_over(figure, told)):
        return Time(_whole_year(told, figure), "time: told in a sentence before")
    if frame.period and status == "actual" and is_of_the_books(figure, reading.metric):
        return Time(frame.period, "time: the period that sentences before tell of")
    if reading.metric not in _ALWAYS_DATED or not may_be_of_today(figure, reading, status):
        return Time()
    return Time(published_as(figure.passage.article), "time: none told, the day of publication assumed", assumed=True)


def _carries_over(figure: Figure, told: str) -> bool:
    """Tell whether a figure without a metric takes over what sentences before tell."""
    kind = figure.quantity.kind
    return kind in _CARRIED or (kind not in HARDLY_DATED and len(told) < _DAY)


def _stated(figure: Figure, metric: Metric) -> Time | None:
    """Find the time its own sentence gives a figure; one without a time where it is of some unnamed earlier day."""
    passage = figure.passage
    dates = [f for f in passage.figures if f.kind in ("date", "datetime") and f.as_of]
    before = [f for f in dates if f.end <= figure.quantity.start and _dates(passage, f, figure, metric)]
    if figure.quantity.kind in HARDLY_DATED:
        before = [f for f in before if holds_for_span_or_rank(f, figure)]
    last = _nearest(before, figure)
    start = figure.clause.start if figure.quantity.kind in HARDLY_DATED else passage.start
    may_be_now = figure.quantity.kind != "ordinal" or is_rank(figure)
    if may_be_now and _speaks_of_now(passage.between(last.end if last else start, figure.quantity.start)):
        return _said_of_now(figure)
    if last and (_took_a_while(passage, last, figure) or began_elsewhere(last, figure)):
        return Time()
    if last:
        step = "" if last.start >= figure.clause.start else "time: told earlier in the sentence"
        end = _end_of(last, figure)
        if end:
            return Time(end, f"time: one end of {last.as_of}")
        return Time(_whole_year(_as_told(passage, last, metric), figure), step)
    after = None if figure.quantity.kind == "duration" else _right_after(figure, dates)
    return Time(after.as_of) if after else None


def _end_of(stretch: Quantity, figure: Figure) -> str:
    """Give the end of a stretch that a value holds for: 过去16个月里从290亿升至1380亿 tells its beginning and its end."""
    if "/" not in stretch.as_of or figure.quantity.kind in ("percent", "ratio", "duration"):
        return ""
    between = figure.passage.between(stretch.end, figure.quantity.start)
    first, _, last = stretch.as_of.partition("/")
    if RISES_FROM.search(between) and LEADS_TO.match(figure.right):
        return first
    if not (_ROSE_TO.search(between) and _RISES_FROM_ONE.search(between)):
        return ""
    today = published_as(figure.passage.article)
    return today if today.startswith(last) else last


def _speaks_of_now(text: str) -> bool:
    # A plain search for each word costs a tenth of the pattern, and mostly none stands there.
    return _NOW.words_stand_in(text) and _NOW.search(text) is not None


def _right_after(figure: Figure, dates: list[Quantity]) -> Quantity | None:
    """Give the date that follows a figure in its clause, unless it is the next figure's or what this one is compared with."""
    passage = figure.passage
    after = next((f for f in dates if figure.quantity.end <= f.start < figure.clause.end), None)
    if after is None or _SINCE.match(passage.between(after.end, after.end + 16)):
        return None
    if _COMPARED_AFTER.search(passage.between(after.start - 3, after.start)):
        return None
    following = [f for f in passage.figures if after.end <= f.start < figure.clause.end and f.kind != "date"]
    its = [f for f in following if f.kind == figure.quantity.kind or f.start - after.end <= _CLOSE]
    return None if its else after


def _start_of_stretch(figure: Figure) -> str:
    """Give when a stretch began for what rose from a value over it: 过去一年里从每股234美元涨至…, 今年至今从每股481美元…."""
    if not is_where_it_rose_from(figure):
        return ""
    this_year = _SO_FAR.search(figure.before)
    if this_year and figure.passage.article.written:
        return f"{figure.passage.article.written.year}-01"
    stretch = _stretch_before(figure)
    return stretch.as_of.partition("/")[0] if stretch else ""


def _stretch_before(figure: Figure) -> Quantity | None:
    told = [f for f in figure.passage.figures if f.kind == "date" and "/" in f.as_of and f.end <= figure.quantity.start]
    return told[-1] if told else None


def _said_of_now(figure: Figure) -> Time | None:
    """Give the day of publication to what is said of now; 现在…,而之前的41% is of no day that is told."""
    if _NOT_NOW.search(figure.left) or _ONCE.search(figure.left):
        return Time()
    today = published_as(figure.passage.article)
    return Time(today, "time: said of now, the day of publication") if today else None


def _nearest(before: list[Quantity], figure: Figure) -> Quantity | None:
    """Give the last date of the clause, else of the sentence; 截至 an earlier day holds over what only follows it."""
    passage = figure.passage
    in_clause = [f for f in before if f.start >= figure.clause.start]
    if in_clause and figure.quantity.start - in_clause[-1].end <= 1:
        return in_clause[-1]
    up_to = [f for f in before if _UP_TO.search(passage.between(f.start - 4, f.start))]
    up_to += [f for f in before if f.surface.startswith("今") and passage.between(f.start - 1, f.start) == "到"]
    if up_to and not [f for f in in_clause if f.start > figure.clause.start + 14 and f not in up_to]:
        return up_to[-1]
    return before[-1] if before else None


def _dates(passage: Passage, date: Quantity, figure: Figure, metric: Metric) -> bool:
    """Tell whether a date says for when a figure holds, and not what it is compared with or when something else was."""
    between = passage.between(date.end, figure.quantity.start)
    since = _SINCE.match(between)
    if since and not any(date.end <= f.start < date.end + since.end() for f in passage.figures):
        return not _RECORD.match(between, since.end()) and metric not in _OF_THE_PRESENT
    if _is_base(passage, date, figure, between) or DESCRIBES.match(between):
        return False
    if date.start < figure.clause.start and _BEGAN.match(between):
        return False
    if metric == "growth_rate" and moves_in_a_session(figure) and _PART_OF_YEAR.fullmatch(date.as_of) and date.as_of[5] in "HQ":
        return bool(_OVER_IT.search(between)) or date.start >= figure.clause.start
    if metric in _OF_ONE_FIRM and _is_of_another(passage, date, figure, between):
        return False
    return not (_REPORT.match(between) and is_share_move(figure))


def _is_of_another(passage: Passage, date: Quantity, figure: Figure, between: str) -> bool:
    """Tell whether a day or month is that of what another firm did, or of another round: 去年底B轮的3亿和A轮的1亿."""
    if len(re.findall(r"[A-H]\+?\s?轮", between)) > 1:
        return True
    cut = re.search(r"[；;]", between)
    if not cut or _A_PERIOD.fullmatch(date.as_of):
        return False
    place = date.end + cut.end()
    told = {name.name for name in passage.names_in(passage.start, place)}
    return any(name.name not in told for name in passage.names_in(place, figure.quantity.start) if name.kind in FIRM)


def _as_told(passage: Passage, date: Quantity, metric: Metric) -> str:
    """Give the time a date tells; 2022年以来 runs from there to the day of publication, written no finer than it is."""
    today = published_as(passage.article)
    if "/" in date.as_of or not today or not _SINCE.match(passage.between(date.end, date.end + 16)):
        return date.as_of
    first = date.as_of[:4] if "Q" in date.as_of or "H" in date.as_of else date.as_of
    return "/".join(dict.fromkeys((first, today[: len(first)])))


def _whole_year(as_of: str, figure: Figure) -> str:
    """Give the whole year where 全年 follows a quarter or month."""
    return as_of[:4] if _PART_OF_YEAR.fullmatch(as_of) and _WHOLE_YEAR.search(figure.near_left) else as_of


def _is_base(passage: Passage, date: Quantity, figure: Figure, between: str) -> bool:
    """Tell whether a date only says what is compared with: 较3月的高点跌超四成; from 2021年的30亿 on is that year's own."""
    if passage.between(date.start - 2, date.start) == "期货":
        return True
    if _COMPARED_WITH.match(between):
        return True
    if date.surface.endswith("同期") and re.search(r"[，,；;]", between):
        return True
    if figure.quantity.kind == "ratio" and _is_counted_from(passage, date, figure):
        return True
    if not _BASE.search(passage.between(date.start - 3, date.start)):
        return False
    return bool(re.search(r"跌|涨|升|降|增|减|[，,]", between))


def _is_counted_from(passage: Passage, date: Quantity, figure: Figure) -> bool:
    """Tell whether a multiple is one of a date's value: 去年的2.6倍, 去年同期133亿美元的两倍, 是2021年承诺的两倍."""
    amounts = [f for f in passage.figures if date.end <= f.start and f.end <= figure.quantity.start]
    if any(f.kind == "date" for f in amounts):
        return False
    start = amounts[-1].end if amounts else date.end
    between = passage.between(start, figure.quantity.start)
    if len(amounts) < 2 and _OF_ITS_VALUE.fullmatch(between):
        return True
    whole = between.endswith("的") and date.start >= figure.clause.start
    return whole and bool(_IS.search(passage.between(figure.clause.start, date.start)))


def _took_a_while(passage: Passage, date: Quantity, figure: Figure) -> bool:
    """Tell whether a length of time leads on from a date: what was reached then is of a later day."""
    lengths = [f for f in passage.figures if f.kind == "duration" and date.end <= f.start and f.end <= figure.quantity.start]
    return any(_TOOK.search(passage.between(f.start - 3, f.start)) for f in lengths)
