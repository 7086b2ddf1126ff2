"""Cut a clean text into sentences by their places in it.

A semicolon does not end a sentence: the clauses around it share their subject and whoever is quoted, which is what a
reader of figures needs to see together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from presslens.model import Sentence
from presslens.pipeline.articles.broken import goes_on

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
_CAN_END = r"(?=[。！？!?.\n])"
_END = re.compile(rf"{_CAN_END}(?:(?:{_FULL_STOP}|{_HALF_WIDTH})(?!(?<=[”」\"]){_SPEAKER})|{_POINT}|\n)")


def split(text: str) -> list[Sentence]:
    """Cut a text into sentences, numbered from 1; every character that is no space lies in exactly one.

    A line end lies in one only where a line was broken off amid a sentence.

    >>> text = "估值達1.78億。“還會更高！”他說。\\n下一步"
    >>> [text[sentence.start : sentence.end] for sentence in split(text)]
    ['估值達1.78億。', '“還會更高！”他說。', '下一步']
    """
    sentences: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0] == "\n" and goes_on(text, match.start()):
            continue
        _append(sentences, text, start, match.end())
        start = match.end()
    _append(sentences, text, start, len(text))
    return sentences


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
