"""Which words around a figure say that it is about, at least or at most so much."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from presslens.model import Bound
from presslens.pipeline.figures.vocabulary import load

_BETWEEN = "了有达为在的"
# 期内, 国内: 内 bounds a figure only where nothing is glued to it.
_NOT_AFTER_INSIDE = "容存部地外涵在核饰向置行心销需"


def bound_around(text: str, start: int, end: int) -> tuple[Bound, str]:
    """Give the bound that the words before `start` and after `end` put on the figure between, and those words.

    >>> bound_around("融资超过60亿美元", 4, 8)
    ('at_least', '超过')
    >>> bound_around("可在10秒以内完成", 2, 5)
    ('at_most', '以内')
    """
    after = _after(text, end)
    if after:
        return after
    while start > 0 and text[start - 1] == " ":
        start -= 1
    return _before(text, start) or (_before(text, start - 1) if text[start - 1 : start] in _BETWEEN else None) or ("exact", "")


def _before(text: str, start: int) -> tuple[Bound, str] | None:
    for word, bound in _words_before().get(text[start - 1 : start], ()):
        if text.endswith(word, 0, start):
            return bound, word
    return None


def _after(text: str, end: int) -> tuple[Bound, str] | None:
    for word, bound in _words_after().get(text[end : end + 1], ()):
        if text.startswith(word, end) and not (word == "内" and text[end + 1 : end + 2] in _NOT_AFTER_INSIDE):
            return bound, word
    return None


@cache
def _words_before() -> Mapping[str, tuple[tuple[str, Bound], ...]]:
    return _by_character("before", at=-1)


@cache
def _words_after() -> Mapping[str, tuple[tuple[str, Bound], ...]]:
    return _by_character("after", at=0)


def _by_character(side: str, *, at: int) -> Mapping[str, tuple[tuple[str, Bound], ...]]:
    rows = [(word, bound) for bound, words in load("bounds")[side].items() for word in words]
    index: dict[str, list[tuple[str, Bound]]] = {}
    for word, bound in rows:
        index.setdefault(word[at], []).append((word, bound))
    return {key: tuple(sorted(found, key=lambda row: -len(row[0]))) for key, found in index.items()}
