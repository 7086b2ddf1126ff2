"""Figures that the date of their sentence is not simply the time of: how long, the how-manieth, and where a rise began."""

from __future__ import annotations

import re

from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure, Passage

HARDLY_DATED = frozenset({"duration", "ordinal", "age"})
RISES_FROM = re.compile(r"[从由][^，,。；;]{0,8}$")
LEADS_TO = re.compile(r"[^，,。；;]{0,10}?(?:到|至)")
# 2024年,公司跃居行业第二: a rank holds for a time, 第一次 and 第三章 do not.
_RANKS = re.compile(r"(?:成为|跃居|位居|位列|排名|名列|排在|并列|居于?|列|升至|降至|滑至|是|为)[^，,。；;]{0,24}$")
_LEADS_IN = re.compile(r"\W*(?:而|但|其中|同时|不过|并|截[至止]|早?在|就在|到|至|于|自|从)*\W*")
_OF_REPORTS = re.compile(r"-[QH]\d")
# 三年后, 在接下来的4个月里, 表示未来几周: from here on it is of some later day, or what somebody said on that one.
_LEADS_AWAY = re.compile(
    r"后|接下来|未来|将|会在|以前|之前|此前|来(?=[，,])|起|至今|预计|计划|承诺|表示|[宣声]?称|透露|分享|预测|认为|指出|说|用了|历时|耗时|[；;：:“「《]"
)


def holds_for_span_or_rank(date: Quantity, figure: Figure) -> bool:
    """Tell whether a date dates how long or the how-manieth: one of its clause, one that opens another, or any for a rank.

    It does while the sentence tells one thing; not across what somebody says, nor where the words lead on to a later time. A
    quarter is what is reported for, and no span that something took.
    """
    passage = figure.passage
    if date.start >= figure.clause.start:
        return True
    if not is_rank(figure) and (_OF_REPORTS.search(date.as_of) or not _opens_clause(passage, date)):
        return False
    return _LEADS_AWAY.search(passage.between(date.end, figure.quantity.start)) is None


def is_rank(figure: Figure) -> bool:
    """Tell a rank, which holds for a time (跃居第二), from what is only counted through (第一次, 第三章)."""
    return figure.quantity.kind == "ordinal" and _RANKS.search(figure.left) is not None


def is_where_it_rose_from(figure: Figure) -> bool:
    """Tell whether a value is the one a rise began from: in 从30亿升到40亿 only the first, however short the words between."""
    opened = RISES_FROM.search(figure.left)
    return opened is not None and not _figures_between(figure, figure.clause.start + opened.start())


def began_elsewhere(date: Quantity, figure: Figure) -> bool:
    """Tell whether a value began a rise that is told after what the date is of: 2023年降至6亿,而投资从9亿降到8亿."""
    if "/" in date.as_of or date.start >= figure.clause.start or not LEADS_TO.match(figure.right):
        return False
    return is_where_it_rose_from(figure) and _figures_between(figure, date.end)


def _figures_between(figure: Figure, start: int) -> bool:
    told = figure.passage.figures
    return any(start <= other.start and other.end <= figure.quantity.start for other in told if other.kind != "date")


def _opens_clause(passage: Passage, date: Quantity) -> bool:
    clause = passage.clauses[passage.clause_at(date.start)]
    return _LEADS_IN.fullmatch(passage.between(clause.start, date.start)) is not None
