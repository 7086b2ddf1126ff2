"""Whether words make a noun phrase that can be shown as a subject, and how much it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.lexicon import table
from presslens.pipeline.cutting import is_word
from presslens.pipeline.facts.tokens import COUNT, NAME, QUOTED, TIME, Token, words_of

VERBS = frozenset({"v", "vd", "vg"})
NOUNS = frozenset({"n", "nr", "ns", "nt", "nz", "nrt", "nrfg", "ng", "eng", "vn", "an", "j", "s", NAME, QUOTED})
OF = frozenset({"的", "之"})
SUFFIXES = frozenset("号们者家性化率量度界业级版型类案门组社局厅部院所店厂站台群圈网库链层端侧股片盘战位")
PERSONS = frozenset({"nr", "nrfg", "nrt"})
MARKS = "“”《》「」"
_NEVER_INSIDE = frozenset({"v", "p", "d", "t", "m", "r", TIME, COUNT})
_COMMON = frozenset({"n", "vn", "an", "eng", "ng", "j"})
_HAN = re.compile(r"[一-鿿]")
_SHORTEST, _LONGEST_WEAK = 2, 3
# What no word list has but a text uses so often is a word.
_AGAIN = 2
# 众多公司 are no firm told before.
MANY = frozenset({"众多", "许多", "不少", "部分", "少数", "多数", "大多数", "所有", "很多", "任何", "一些"})


def is_sound(part: Sequence[Token], text: str, whole: str) -> bool:
    """Tell whether words make a noun phrase that can be shown: whole words, a noun at the end, nothing empty."""
    last = part[-1]
    if any(mark in text for mark in MARKS):
        return False
    if (
        (last.tag not in NOUNS and last.text not in SUFFIXES)
        or text in words_of("empty")
        or last.text in words_of("empty_heads")
        or len(text) < _SHORTEST
    ):
        return False
    followed = [*part[1:], None]
    return all(
        token.tag not in _NEVER_INSIDE and _is_whole(token, after, whole) for token, after in zip(part, followed, strict=True)
    )


def _is_whole(token: Token, after: Token | None, whole: str) -> bool:
    """Tell whether a word is one of the word list or of the text, a person's or a body's name, or no Chinese at all."""
    if after and after.text in words_of("bodies") and len(token.text) > 1:
        return True
    if token.tag in (QUOTED, NAME) or not _HAN.search(token.text) or token.text in OF or token.text in SUFFIXES:
        return True
    if token.tag == "j" or (token.tag in PERSONS and "·" in token.text):
        return True
    if token.tag in PERSONS and token.text[0] in table("grammar.toml")["surnames"]:
        return True
    return is_word()(token.text) or (len(token.text) > 1 and whole.count(token.text) >= _AGAIN)


def is_weak(part: Sequence[Token]) -> bool:
    """Tell whether a noun phrase is one short common noun (客户, 视频), which says little of whom is spoken."""
    short = len(part) == 1 and part[0].tag in _COMMON and len(part[0].text) <= _LONGEST_WEAK
    return short and part[0].text not in words_of("indexes")


def is_one_of_many(part: Sequence[Token]) -> bool:
    """Tell whether a noun is told of as one or some of its kind, which says whose deed something is: 一个60帧的视频, 每部片."""
    return part[0].text in words_of("each") or part[0].text in MANY or part[0].tag in ("m", "mq")
