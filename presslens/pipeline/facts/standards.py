"""Figures of what something is compared with: 少于乙的900个 is 乙's, whoever has fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.tokens import OF_TIME
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated

_NO_PART = frozenset({"v", "d", "p", "f", "c", "t", "TIME"})
_MORE_OR_LESS = r"(?:低于|高于|少于|多于|大于|小于|短于|长于|早于|晚于|不及|逊于|优于|好于|快于|慢于|超过|超出)了?"
_OF_THE_STANDARD = Gated(
    rf"(?:{_MORE_OR_LESS}|(?<![对比])[与跟和同比较从](?!去年|上年|此前)|相比于?|相较于?|对比)(?P<of>[^，,。；;：:]{{2,16}}?)(?:同期的?|的|带来的|所?需的)(?:约|近|超过?|逾)?$"
)
_COMPARES_BEHIND = re.compile(
    r"^[^，,。；;]{0,8}(?:相比|相较|对比|比较|来比|提升|增至|增加|上升|升至|增长|降至|下降|减少|跃升|缩短|扩大)"
)
_COMPARES_BEFORE = re.compile(rf"{_MORE_OR_LESS}|相比|相较|对比|[比较]")
# 低于华尔街预期的3亿: what somebody reckons with is no figure of theirs.
_EXPECTED = re.compile(r"(?:预期|预估|预测|预计|估计|目标|要求|规定|标准|指引)$")
_COMPARED_LATER = re.compile(r"^[^，,。；;]{0,10}(?:对比|比较|相比|相较)")
_BEFORE_A_TIME = re.compile(rf"(?:{_MORE_OR_LESS}|[比与和跟])\s?$")
_RIGHT_BEHIND = re.compile(r"\s?(?:于|在)?\s?")


def of_the_standard(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what something is compared with where the figure is its own: 远少于乙的900个, 与丙的80%相比."""
    found = _OF_THE_STANDARD.search(figure.left) if figure.passage.may(_OF_THE_STANDARD) else None
    if figure.quantity.kind in OF_TIME:
        yield from _time_of_the_standard(figure)
    if not found or figure.quantity.kind in OF_TIME:
        return
    if _EXPECTED.search(found.group("of")):
        return
    told = figure.left[found.start() : found.start("of")]
    if not _COMPARES_BEFORE.search(told) and not _COMPARES_BEHIND.match(figure.right):
        return
    if figure.quantity.kind == "ratio" or (
        told.endswith(("过", "出", "与", "和")) and not _COMPARES_BEHIND.match(figure.right)
    ):
        return
    yield from noun_between(
        figure, figure.clause.start + found.start("of"), figure.clause.start + found.end("of"), "it is compared with"
    )


def _time_of_the_standard(figure: Figure) -> Iterator[Bound]:
    """Give what something is compared with where the time stands right behind its name: 远低于甲于2020年的出价."""
    passage = figure.passage
    compares = _COMPARES_BEHIND.match(figure.right) or _COMPARED_LATER.search(figure.right)
    for name in passage.names_in(figure.clause.start, figure.quantity.start)[-1:]:
        led = _BEFORE_A_TIME.search(passage.between(name.start - 5, name.start))
        is_its = led and (compares or len(led.group().strip()) > 1)
        if is_its and _RIGHT_BEHIND.fullmatch(passage.between(name.end, figure.quantity.start)):
            yield Bound((name.name,), "medium", "what it is compared with")


def noun_between(figure: Figure, start: int, end: int, how: str) -> Iterator[Bound]:
    """Read a stretch as a noun phrase that can be shown: a name, or a noun that says something."""
    passage = figure.passage
    part = passage.words(figure.clause, start, end)
    if any(token.tag in _NO_PART for token in part):
        return
    found = passage.phrase(part)
    if found and found.form in ("name", "noun"):
        yield Bound((found.text,), "high" if found.form == "name" else "medium", f"what {how}")
