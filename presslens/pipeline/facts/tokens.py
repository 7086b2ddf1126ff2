"""The words of a sentence with their parts of speech; what a name, a figure or quotation marks hold is one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from presslens.lexicon import Hit, table
from presslens.model import Quantity
from presslens.pipeline.cutting import tagger
from presslens.record import record

NAME, QUOTED, TIME, COUNT = "NAME", "QUOTED", "TIME", "COUNT"
_IN_MARKS = re.compile(r"“[^“”，,。；;：:！？!?、]{2,12}”|《[^《》]{2,20}》")
_AFTER_A_PLAN = frozenset({"的", "是", "已经", "已", "中", "也", "还", "包括", "旨在"})
_RIGHT_TAGS = (
    ("conjunctions", "c"),
    ("verbs", "v"),
    ("nouns", "n"),
    ("prepositions", "p"),
    ("describing", "b"),
    ("adverbs", "d"),
    ("times", "t"),
    ("each", "r"),
    ("locatives", "f"),
)
# 科技四巨头: the number is a part of the name.
_COUNTED = frozenset({"巨头", "强", "大", "小", "姐妹", "杰", "虎", "剑客"})
_OPEN, _CLOSE = frozenset("(（"), frozenset(")）")
_DOT, _HAN, _PERSONS = "·", re.compile("[一-鿿·]+"), frozenset({"nr", "nrt", "nrfg"})
_ENDS = frozenset("，。、；：！？的”）")
_SHARES, _MOVES = 2, "涨跌升挫弹扬泻"
# Begun with a character, so that it is searched for quickly.
_GLUED = re.compile("为例|共(?<=[商家店司厂]共)|上(?<=[节赛展]上)")
_GLUED_TAGS = {"为例": "v", "共": "d", "上": "f"}
# 他于2010年毕业: the cutter takes the pronoun and the preposition for one word.
_JOINED = frozenset({"他于", "她于", "它于", "我于"})
# What shows that the word before it is a verb, whatever a word list takes it for: 经历了, 监管着.
_ASPECT, _MAY_BE_VERBS = frozenset({"ul", "uz"}), frozenset({"n", "vn", "ng"})
OF_TIME = frozenset({"date", "datetime", "duration"})


@record(frozen=True, slots=True)
class Token:
    """One word by its place in the matching copy; the tag is jieba's, or one of NAME, QUOTED, TIME and COUNT."""

    start: int
    end: int
    text: str
    tag: str


Span = tuple[int, int, str]


@cache
def words_of(name: str) -> frozenset[str]:
    """Give a list of whole words of `grammar.toml`.

    >>> "净利润" in words_of("attributes")
    True
    """
    return frozenset(table("grammar.toml")[name])


@cache
def words_of_all(*names: str) -> frozenset[str]:
    """Give several lists of `grammar.toml` as one.

    >>> {"我们", "他们"} <= words_of_all("first_person", "personal")
    True
    """
    return frozenset().union(*map(words_of, names))


def tokens_of(text: str, offset: int, names: Sequence[Hit], figures: Sequence[Quantity]) -> tuple[Token, ...]:
    """Cut a sentence that starts at `offset` into words.

    >>> [token.text for token in tokens_of("模型“墨影”已上线", 0, (), ())]
    ['模型', '“墨影”', '已', '上线']
    """
    return tuple(tokens_in(text, offset, whole(text, offset, names, figures), offset, offset + len(text)))


def tokens_in(text: str, offset: int, spans: Sequence[Span], start: int, end: int) -> list[Token]:
    """Cut a clause into words, by its places in the article, of a sentence that starts at `offset`; `spans` stay `whole`."""
    found: list[Token] = []
    at = start
    for low, high, tag in spans:
        if low >= end:
            break
        if low >= start:
            if low > at:
                found.extend(_words(text[at - offset : low - offset], at))
            if high > at:
                found.append(Token(low, high, text[low - offset : high - offset], tag))
        at = max(at, high)
    if end > at:
        found.extend(_words(text[at - offset : end - offset], at))
    return found


def whole(text: str, offset: int, names: Sequence[Hit], figures: Sequence[Quantity]) -> list[Span]:
    """List what is not cut, in order; where two overlap, a name goes before a figure and both before a quotation."""
    spans = [(name.start, name.end, NAME) for name in names]
    others = [(figure.start, figure.end, TIME if figure.kind in OF_TIME else COUNT) for figure in figures]
    others += [(offset + found.start(), offset + found.end(), QUOTED) for found in _IN_MARKS.finditer(text)]
    for low, high, tag in others:
        if not any(start < high and low < end for start, end, _ in spans):
            spans.append((low, high, tag))
    return sorted(spans)


def _words(text: str, at: int) -> list[Token]:
    cut, mistaken = list(tagger()(text)), _mistaken()
    if _DOT in text:
        cut = _with_dots(cut)
    found: list[Token] = []
    for place, (word, tag) in enumerate(cut, 1):
        end = at + len(word)
        if place < len(cut) and cut[place][1] in _ASPECT and tag in _MAY_BE_VERBS:
            tag = "v"
        elif word in mistaken or tag == "m":
            tag = _tag(word, tag, cut[place][0] if place < len(cut) else "")
        if word in _JOINED:
            found += [Token(at, end - 1, word[:-1], "r"), Token(end - 1, end, word[-1], "p")]
        elif not word.isspace():
            found.append(Token(at, end, word, tag))
        at = end
    if _GLUED.search(text):
        found = [part for token in found for part in _unglued(token)]
    last = cut[-1][0]
    if last[-1] in _MOVES and len(last) > _SHARES:
        # 期油涨 before a figure: the word list knows no such word.
        found[-1:] = [Token(at - len(last), at - 1, last[:-1], "n"), Token(at - 1, at, last[-1], "v")]
    return found


def _unglued(token: Token) -> list[Token]:
    """Part 为例, 共 and 上 from the noun that the word list takes them with: 奶茶店为例, 服务商共, 创意节上."""
    glued = _GLUED.search(token.text)
    if not glued or glued.start() == 0 or glued.end() < len(token.text):
        return [token]
    at = token.start + glued.start()
    return [
        Token(token.start, at, token.text[: glued.start()], "n"),
        Token(at, token.end, glued.group(), _GLUED_TAGS[glued.group()]),
    ]


def _with_dots(cut: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put a foreign person's name together again: 乌梅, 什, ·, 帕, 德瓦尔 are one."""
    place = len(cut) - 1
    while place > 1:
        place -= 1
        if cut[place][0] != _DOT or not (_HAN.fullmatch(cut[place - 1][0]) and _HAN.fullmatch(cut[place + 1][0])):
            continue
        low, high = place - 1, place + 2
        while low and len(cut[low][0]) == 1 and cut[low - 1][1] in _PERSONS:
            low -= 1
        while high < len(cut) and cut[high][1] in _PERSONS and _HAN.fullmatch(cut[high][0]):
            high += 1
        cut[low:high] = [("".join(word for word, _ in cut[low:high]), "nr")]
        # What was joined before the dot is no word of its own any more.
        place = low
    return cut


def _tag(word: str, tag: str, following: str) -> str:
    """Put right what the word list takes a word for; 视频生成模型 is no sentence."""
    if word in words_of("activities") and (following in words_of("kinds") or following in words_of("attributes")):
        return "vn"
    if word == "计划" and following in _AFTER_A_PLAN:
        return "n"
    if word == "应用" and (not following or following in _ENDS):
        return "n"
    right = _right_tags().get(word)
    if right:
        return right
    if following in _COUNTED and len(word) == 1 and tag == "m":
        return "b"
    return tag


@cache
def _mistaken() -> frozenset[str]:
    return frozenset({"计划", *words_of("activities"), *_right_tags()})


@cache
def _right_tags() -> dict[str, str]:
    # The list that is named first counts.
    return {word: right for words, right in reversed(_RIGHT_TAGS) for word in words_of(words)}


def outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what stands in brackets, which is no part of the grammar around it.

    >>> [token.text for token in outside_brackets(tokens_of("甲(乙)丙", 0, (), ()))]
    ['甲', '丙']
    """
    kept: list[Token] = []
    depth = 0
    closing = sum(token.text in _CLOSE for token in tokens)
    for token in tokens:
        if token.text in _OPEN and closing > 0:
            depth += 1
        elif token.text in _CLOSE:
            depth, closing = max(depth - 1, 0), closing - 1
        elif depth == 0:
            kept.append(token)
    return kept
