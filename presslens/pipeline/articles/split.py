"""Cut a clean text into sentences by their places in it.

A semicolon does not end a sentence: the clauses around it share their subject and whoever is quoted, which is what a
reader of figures needs to see together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from presslens.model import Sentence

_CLOSERS = "”’」』）)】》〉\"'"
_CLOSING = tuple("。！？!?：:；;…" + _CLOSERS)
# `“……。”他補充說。`: who said it belongs to what was said.
_SAYING = r"(?:说|說|表示|称|稱|介绍|介紹|指出|认为|認為|認爲|补充|補充|总结|總結|透露|强调|強調|坦言|写道|寫道|问道|問道)"
_SPEAKER = rf"[^。！？!?\n“「]{{0,18}}{_SAYING}[^。！？!?\n]{{0,8}}[。！？!?]"
_FULL_STOP = rf"[。！？]++[{_CLOSERS}]*+"
_HALF_WIDTH = rf"[!?]++(?![A-Za-z0-9_=&/%.])[{_CLOSERS}]*+"
# A point ends a sentence after a Latin word or a year, before a space and a new beginning; not in 1.78, v2.0, Inc. or U.S.
_POINT = (
    r"(?<=[a-z0-9)”\"]{2})(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bNo)(?<!\bvs)"
    r"(?<!\betc)(?<!\bSt)(?<!\bJr)(?<!\bFig)(?<!\n\d\d)\.[”\"')]*(?=[ ]+[\"“'(]?[A-Z\u3400-\u9fff])"
)
# At all other characters none of it need be tried, least of all what must not stand before a point.
# A line that was broken before a figure: 客户已经超过了⏎5.5万家,去年…; what begins with a list number or a day is a line.
_BROKEN_BEFORE = re.compile(r"\n[ \t\u3000]*\d[\d.,]*(?:[%％‰]|[ ]?[万亿]?[ ]?[\u3400-\u9fff]{0,2})[。；;，,！？]")
_LEADS_TO_FIGURE = re.compile(
    r"(?:[为為達达约約近至到在占仅僅逾]|(?:超[过過]?|[突冲衝]破|[上下]?[升降涨漲跌]|增[长長加]|[减減]少|下滑|相当于|相當於)了?"
    r"|[達达]到?了|[，,、])$"
)
_CAN_GO_ON = re.compile(r"\n[ \t\u3000]*\d(?!\d?[.、)）][ \t]*[^\d\s])(?![\d.,]*[ ]?[年月日号號])")
_LAST_CHARACTERS = 8
_CAN_END = r"(?=[。！？!?.\n])"
_END = re.compile(rf"{_CAN_END}(?:(?:{_FULL_STOP}|{_HALF_WIDTH})(?!(?<=[”」\"]){_SPEAKER})|{_POINT}|\n)")


def split(text: str) -> list[Sentence]:
    """Cut a text into sentences, numbered from 1; every character that is no space lies in exactly one.

    A line end lies in one only where a line was broken before a figure.

    >>> text = "估值達1.78億。“還會更高！”他說。\\n下一步"
    >>> [text[sentence.start : sentence.end] for sentence in split(text)]
    ['估值達1.78億。', '“還會更高！”他說。', '下一步']
    """
    sentences: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0] == "\n" and _goes_on(text, match.start()):
            continue
        _append(sentences, text, start, match.end())
        start = match.end()
    _append(sentences, text, start, len(text))
    return sentences


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a line end stands inside a sentence: before a figure that the line led to, or one that a mark follows."""
    if not _CAN_GO_ON.match(text, end):
        return False
    before = text[max(0, end - _LAST_CHARACTERS) : end].rstrip()
    if "\n" in before or not before or before.endswith(_CLOSING):
        return False
    return bool(_LEADS_TO_FIGURE.search(before) or _BROKEN_BEFORE.match(text, end))


class Placed(Protocol):
    """What begins at a place in the text: a figure, a name."""

    @property
    def start(self) -> int:
        """Give the offset of its first character."""


Item = TypeVar("Item", bound=Placed)


def dealt(sentences: Sequence[Sentence], items: Sequence[Item]) -> Iterator[tuple[Sentence, list[Item]]]:
    """Deal items to the sentences that they begin in; both stand in the order of the text.

    >>> sentences = [Sentence(1, 0, 4), Sentence(2, 5, 9)]
    >>> [len(inside) for _, inside in dealt(sentences, sentences)]
    [1, 1]
    """
    at = 0
    for sentence in sentences:
        while at < len(items) and items[at].start < sentence.start:
            at += 1
        first = at
        while at < len(items) and items[at].start < sentence.end:
            at += 1
        yield sentence, list(items[first:at])


def _append(sentences: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped)
        sentences.append(Sentence(len(sentences) + 1, first, first + len(stripped)))
