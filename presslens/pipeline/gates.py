"""Try a pattern only where a word stands that it cannot match without: one scan of a text tells which of many can match.

Most rules find nothing in most sentences, and finding that out takes most of their time. What the words are is read off the
pattern itself (`patterns.py`), so that nobody has to keep a list of them beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from presslens.model import Sentence
from presslens.pipeline.patterns import folded, listed, needed, searched, width


class Gated:
    """A pattern with one bit of the marks that tell of a sentence which patterns it has the words for.

    >>> bought = Gated(r"(?:收|并)购")
    >>> [bool(mark & bought.bit) for mark in marks("甲收购乙。丙涨价。", [Sentence(1, 0, 5), Sentence(2, 5, 9)])]
    [True, False]
    """

    def __init__(self, pattern: str) -> None:
        compiled = searched(pattern)
        self.pattern = pattern
        self.search, self.match, self.fullmatch = compiled.search, compiled.match, compiled.fullmatch
        self.finditer, self.findall, self.split = compiled.finditer, compiled.findall, compiled.split
        self.words = needed(pattern)
        self.bit = 1 << len(_gated)
        _gated.append(self)

    def words_stand_in(self, text: str) -> bool:
        """Tell whether a text has one of the words, where it has no marks; worth it for a long text and few words."""
        return not self.words or any(word in text for word in self.words)


class Ending:
    """Words and patterns with which a text may end: words are looked up, so that only the patterns are tried at every place.

    >>> for_use = Ending(["使用了?", "(?<!现)在"])
    >>> for_use.ends("用户使用了"), for_use.ends("他在"), for_use.ends("现在")
    (True, True, False)
    """

    def __init__(self, alternatives: Iterable[str]) -> None:
        words: set[str] = set()
        patterns: list[str] = []
        for pattern in alternatives:
            forms = frozenset[str]() if "(?<" in pattern or "(?!" in pattern else listed(pattern)
            words |= forms
            patterns += [] if forms else [pattern]
        self._words = frozenset(words)
        self._lengths = sorted({len(word) for word in words})
        self._others = searched(rf"(?:{'|'.join(patterns)})$") if patterns else None

    def ends(self, text: str) -> bool:
        """Tell whether a text ends with one of the words, or with what one of the patterns matches."""
        for length in self._lengths:
            if text[-length:] in self._words:
                return True
        return self._others is not None and self._others.search(text) is not None


ALL_MARKS = -1
_gated: list[Gated] = []


def marks(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """Mark every sentence of a text with the bits of the patterns that may match in it, or in any part of it.

    A pattern that is made later may match anywhere.
    """
    search, bits, always = _scan(len(_gated))
    found = [always] * len(sentences)
    borders = [(sentence.start, sentence.end) for sentence in sentences]
    at, low, high = -1, 0, -1
    for word, start, end in search.find_matches_as_indexes(text, overlapping=True):
        while high < end:
            at += 1
            low, high = borders[at] if at < len(borders) else (end + 1, end)
        if low <= start:
            found[at] |= bits[word]
    return found


@cache
def _scan(patterns: int) -> tuple[AhoCorasick, list[int], int]:
    """Give what finds the words of so many patterns, the bits of those that need each word, and of those that need none."""
    bits: dict[str, int] = {}
    for gated in _gated[:patterns]:
        for word in gated.words:
            bits[word] = bits.get(word, 0) | gated.bit
    always = sum(gated.bit for gated in _gated[:patterns] if not gated.words) | -1 << patterns
    return AhoCorasick(list(bits), matchkind=MatchKind.Standard), list(bits.values()), always


class Filtered:
    """Many patterns, of which only those are tried that a text has the words for.

    >>> lines = Filtered([r"编辑[:：].{1,9}", r".{0,9}版权所有"])
    >>> lines.fullmatch("编辑：王二"), lines.fullmatch("编辑们认为还会进步")
    (True, False)
    """

    def __init__(self, patterns: Iterable[str | re.Pattern[str]], flags: int = 0) -> None:
        self._is_caseless = bool(flags & re.IGNORECASE)
        self.patterns = [re.compile(pattern, flags) for pattern in patterns]
        self._widths: list[tuple[int, int]] = []
        self._by_length: dict[int, int] = {}
        self._always = 0
        bits: dict[str, int] = {}
        for number, pattern in enumerate(compiled.pattern for compiled in self.patterns):
            self._widths.append(width(pattern, flags))
            words = needed(pattern, flags)
            self._always |= 0 if words else 1 << number
            for word in words:
                bits[word] = bits.get(word, 0) | 1 << number
        self._bits = list(bits.values())
        self._search = AhoCorasick(list(bits), matchkind=MatchKind.Standard)

    def fullmatch(self, text: str) -> bool:
        """Tell whether one of the patterns matches the whole of a text."""
        found = self._possible(text) & self._as_long_as(len(text))
        while found:
            if self.patterns[(found & -found).bit_length() - 1].fullmatch(text):
                return True
            found &= found - 1
        return False

    def possible(self, text: str) -> Iterator[re.Pattern[str]]:
        """Give the patterns that a text has the words for, in their order."""
        found = self._possible(text)
        while found:
            yield self.patterns[(found & -found).bit_length() - 1]
            found &= found - 1

    def _possible(self, text: str) -> int:
        found = self._always
        scanned = folded(text) if self._is_caseless else text
        for word, _, _ in self._search.find_matches_as_indexes(scanned, overlapping=True):
            found |= self._bits[word]
        return found

    def _as_long_as(self, length: int) -> int:
        """Give the bits of the patterns that can match so many characters: a whole sentence is too long for most."""
        if length not in self._by_length:
            fitting = (number for number, (least, most) in enumerate(self._widths) if least <= length <= most)
            self._by_length[length] = sum(1 << number for number in fitting)
        return self._by_length[length]
