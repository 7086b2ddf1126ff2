"""Which words around a figure say that it is about, at least or at most so much."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from presslens.model import Bound
from presslens.pipeline.figures.vocabulary import load

# 至少投入20亿元: these words reach over a short verb.
_FAR = re.compile(r"(?:(?P<at_least>至少|起码|最低|最少)|(?P<at_most>最多|至多|最高|最长|不超过|不足))(?!的)")
_REACH = 5
# 几乎达到两倍之多 is about twice: 之多 only stresses it.
_EMPHATIC = frozenset({"之多"})
_HARDLY = re.compile(r"(?:几乎|将近|接近|差不多)(?:有|达到?|是)?$")
_CLAUSE_END = re.compile(r"[，。、；：,;:\d一二三四五六七八九十百千万亿两几]")
# 超过了全球总和的四分之一: what a multiple or a part is measured by stands between.
_REACH_OVER_MEASURED = 14
_BETWEEN = "了有达为在的"
# What makes another word of a bounding one: 内容, 上下文, 许多, 前后端.
# 由128元起 is a price at least, 128元起步 and 3人起诉 go on.
_CLOSES = frozenset(["", *" \n，,。；;、)）"])
_LONGER_BEFORE = {"破": tuple("打攻识爆撞刺侦告残")}
_LONGER_WORDS = {
    "内": tuple("容存部地外涵在核饰向置行心销需"),
    "上下": tuple("文游级"),
    "许": tuple("多可诺"),
    "前后": tuple("端"),
    "+": tuple("0123456789"),
}


def bound_around(text: str, start: int, end: int) -> tuple[Bound, str]:
    """Give the bound that the words before `start` and after `end` put on the figure between, and those words.

    >>> bound_around("融资超过60亿美元", 4, 8)
    ('at_least', '超过')
    >>> bound_around("可在10秒以内完成", 2, 5)
    ('at_most', '以内')
    """
    after = _after(text, end + 1 if text.startswith(" ", end) else end)
    if after and not (after[1] in _EMPHATIC and _HARDLY.search(text, max(0, start - 4), start)):
        return after
    while start > 0 and text[start - 1] == " ":
        start -= 1
    near = _before(text, start) or (_before(text, start - 1) if text[start - 1 : start] in _BETWEEN else None)
    if near and text[start - 1] == "的" and near[1][0] == "最":
        near = None  # 股价最低的一天 is no less than anything
    return near or _far(text, start) or ("exact", "")


def bound_of_multiple(text: str, start: int) -> tuple[Bound, str]:
    """Give the bound of a multiple or part that ends `start` at 的, before what it is measured by.

    >>> bound_of_multiple("超过了全球总和的四分之一", 8)
    ('at_least', '超过了')
    >>> bound_of_multiple("最近全球总和的四分之一", 7)
    ('exact', '')
    """
    if text[start - 1 : start] != "的":
        return "exact", ""
    for place in range(start - 2, max(0, start - _REACH_OVER_MEASURED), -1):
        if _CLAUSE_END.match(text, place):
            break
        found = _before(text, place)
        if found and len(found[1]) > 1:
            return found
    return "exact", ""


def _far(text: str, start: int) -> tuple[Bound, str] | None:
    near = text[max(0, start - _REACH - 3) : start]
    if "至" not in near and "起" not in near and "最" not in near and "不" not in near:
        return None
    far = next(iter(reversed(list(_FAR.finditer(text, max(0, start - _REACH - 3), start)))), None)
    if far is None or start - far.end() > _REACH or _CLAUSE_END.search(text, far.end(), start):
        return None
    return ("at_least" if far["at_least"] else "at_most"), far[0]


def _before(text: str, start: int) -> tuple[Bound, str] | None:
    for word, bound in _words_before().get(text[start - 1 : start], ()):
        if text.endswith(word, 0, start) and text[start - len(word) - 1 : start - len(word)] not in _LONGER_BEFORE.get(
            word, ()
        ):
            return bound, word
    return None


def _after(text: str, end: int) -> tuple[Bound, str] | None:
    for word, bound in _words_after().get(text[end : end + 1], ()):
        if word == "起" and text[end + 1 : end + 2] not in _CLOSES:
            continue
        if text.startswith(word, end) and text[end + len(word) : end + len(word) + 1] not in _LONGER_WORDS.get(word, ()):
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
