"""How likely a Chinese character is after another one: what settles which of several readings of damaged bytes is the text."""

from __future__ import annotations

import logging
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from presslens.pipeline.articles.script import matching_copy, script_of, usual_form
from presslens.pipeline.cutting import file_of_jieba

Likelihood = Callable[[str, str], float]


class Own(NamedTuple):
    """How an article writes: how likely a character is after another, and how often pieces of two, three and four occur."""

    after: Likelihood
    pieces: Mapping[str, int]


# Words rarer than this in jieba's dictionary are names and typing errors, and would triple the memory.
_RARE = 3
# A dictionary has no punctuation; these shares of running text are close to those of any newspaper.
_SHARES = dict.fromkeys("《》；！？「」（）()", 0.003) | {
    "，": 0.08,
    "。": 0.045,
    "、": 0.012,
    "“": 0.01,
    "”": 0.01,
    "：": 0.005,
    "—": 0.002,
    "…": 0.001,
    "·": 0.001,
}
_SHARE_OF_ASCII = 1e-3
_SHARE_OF_OTHER_MARK = 2e-5
_SHARE_OF_UNSEEN = 1e-8
# What no font prints is a character only to a reader of shifted bytes.
_SHARE_OF_PRIVATE = 1e-12

# Conjunctions and prepositions: something follows them in their clause.
_LEADING = frozenset(("c", "p"))
_PUNCTUATION = re.compile(r"[^\u3400-\u9fff\w]")
# However often a character is followed by the same one, a word can end after it.
_LEAST_ENDING = 0.2
# One pair seen in the article itself says as much as this many in the dictionary.
_WEIGHT_OF_ARTICLE = 300.0
# The usual form of a character counts as if the article had printed it so often.
_WEIGHT_OF_USUAL_FORM = 3.0
_LEAST_SHARE_OF_FORM = 0.02


def likelihood(article: str) -> Likelihood:
    """Give the function that scores a character after another one, as a logarithm, for the language of an article.

    >>> after = likelihood("")
    >>> after("市", "場") > after("市", "蛏")
    True
    """
    characters, pairs, firsts, _ = _dictionary_counts()
    match = matching_copy(article)
    # A Simplified article has no second form of a character.
    forms = Counter(article) if script_of(article) == "hant" else None
    own_pairs = Counter(map(str.__add__, match, match[1:]))
    own_characters = Counter(match)
    total = sum(characters.values()) + _WEIGHT_OF_ARTICLE * len(match)

    @cache
    def after(printed_previous: str, printed: str) -> float:
        previous, character = _simplified(printed_previous), _simplified(printed)
        form = 0.0 if forms is None else math.log(_share_of_form(printed_previous, printed, forms, own_characters[character]))
        alone = (characters.get(character, 0) + _WEIGHT_OF_ARTICLE * own_characters[character]) / total
        share = max(alone, _share_outside_dictionary(character))
        pair = pairs.get(previous + character, 0) + _WEIGHT_OF_ARTICLE * own_pairs[previous + character]
        seen = characters.get(previous, 0) + _WEIGHT_OF_ARTICLE * own_characters[previous]
        if not seen:
            return math.log(share) + form
        ends_word = max(1 - (firsts.get(previous, 0) + _WEIGHT_OF_ARTICLE * own_characters[previous]) / seen, _LEAST_ENDING)
        return math.log(pair / seen + ends_word * share) + form

    return after


@cache
def _simplified(character: str) -> str:
    return matching_copy(character)


def _share_of_form(previous: str, printed: str, forms: Mapping[str, int], seen: int) -> float:
    """Tell how often a character is printed in this form of it, by the article and by what is usual behind another one."""
    usual = usual_form(previous, printed)
    # Where the character before decides the form (合併, but 並且), how the article prints it elsewhere says nothing.
    weight = _WEIGHT_OF_USUAL_FORM + (seen if usual != usual_form("", printed) else 0)
    return max((forms[printed] + weight * (usual == printed)) / (seen + weight), _LEAST_SHARE_OF_FORM)


def own_ways(article: str) -> Own:
    """Tell how an article writes, from the article itself.

    >>> own_ways("算力中心，算力成本").pieces["算力"]
    2
    """
    match = matching_copy(article)
    pieces = Counter(match[at : at + length] for length in (2, 3, 4) for at in range(len(match) - length + 1))
    return Own(likelihood(article), pieces)


def in_words(text: str) -> float:
    """Score a piece of text by the likeliest words it can be cut into, as a logarithm.

    >>> in_words("干勁十足。我們") > in_words("干勁十足迹我們")
    True
    """
    match = matching_copy(text)
    pieces = _PUNCTUATION.split(match)
    marks = sum(math.log(_SHARES.get(mark, _SHARE_OF_OTHER_MARK)) for mark in _PUNCTUATION.findall(match))
    return marks + sum(_words_of(piece) for piece in pieces if piece)


def leaves_open(before: str, character: str) -> bool:
    """Tell a conjunction or preposition, on which no clause ends, unless a longer word ends in it.

    >>> leaves_open("速度非常", "和"), leaves_open("一直存", "在")
    (True, False)
    """
    match = matching_copy(before[-2:] + character)
    if match[-1:] not in _dictionary_counts()[3]:
        return False
    return not any(_jieba().FREQ.get(match[at:]) for at in range(len(match) - 1))


def _words_of(piece: str) -> float:
    route: dict[int, tuple[float, int]] = {}
    _jieba().calc(piece, _jieba().get_DAG(piece), route)
    return route[0][0]


@cache
def _jieba() -> Any:
    """Load jieba with its dictionary, which only damaged text needs."""
    import jieba

    # It tells of its start on stderr, once in every process that mends an article.
    jieba.setLogLevel(logging.WARNING)
    jieba.dt.check_initialized()
    return jieba.dt


def _share_outside_dictionary(character: str) -> float:
    if character.isascii():
        return _SHARE_OF_ASCII
    if "\ue000" <= character <= "\uf8ff":
        return _SHARE_OF_PRIVATE
    is_hanzi = "\u3400" <= character <= "\u9fff"
    return _SHARES.get(character, _SHARE_OF_UNSEEN if is_hanzi else _SHARE_OF_OTHER_MARK)


@cache
def _dictionary_counts() -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int], frozenset[str]]:
    characters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    leading = set()
    with file_of_jieba("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, part_of_speech = line.split()
            count = int(frequency)
            if count < _RARE:
                continue
            if len(word) == 1 and part_of_speech in _LEADING:
                leading.add(word)
            for character in word:
                characters[character] += count
            for first, second in pairwise(word):
                pairs[first + second] += count
                firsts[first] += count
    return characters, pairs, firsts, frozenset(leading)
