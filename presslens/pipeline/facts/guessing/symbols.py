"""A text as symbols that a model can learn names from: characters, but one symbol for a Latin word, a known name, a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from presslens.lexicon import Hit
from presslens.model import Quantity
from presslens.pipeline.cutting import is_word, tagger

Integers = NDArray[np.int64]

# Beyond what Unicode has, so that no character shares them.
_KNOWN_NAME, _FIGURE, _LATIN = 1 << 21, 1 << 22, 1 << 23
_KINDS_OF_NAME = {"company": 1, "model": 2, "person": 3, "source": 4}
_KINDS_OF_FIGURE = {"money": 1, "percent": 2, "date": 3, "datetime": 3, "duration": 4, "ratio": 5, "resolution": 6}
_LATIN_CHARACTER = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ]+(?:[.\-][A-Za-z0-9À-ÖØ-öø-ÿ]+)*")
_UPPER, _LOWER, _DIGIT = re.compile("[A-ZÀ-Þ]"), re.compile("[a-zß-ÿ]"), re.compile(r"\d")
_OTHER_FIGURE = 7
_KEPT = 20_000
_NUMBER_BITS = 16
_NUMBER = (1 << _NUMBER_BITS) - 1
_FIRST_HAN, _LAST_HAN, _SPACE = 0x4E00, 0x9FFF, 0x20
_PARTS_WORDS = np.zeros(0x10000, bool)
_PARTS_WORDS[[ord(mark) for mark in "，。；！？：\n"]] = True


class Symbols(NamedTuple):
    """The symbols of a text: what each is, and the places it covers."""

    text: str
    codes: Integers
    starts: Integers
    ends: Integers


def symbols(text: str, names: Iterable[Hit], figures: Sequence[Quantity]) -> Symbols:
    """Give the symbols of a matching copy.

    >>> symbols("甲Sora获3亿", [Hit(1, 5, "Sora", "model")], []).starts.tolist()
    [0, 1, 5, 6, 7]
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    begins = bytearray(b"\1" * (len(codes) + 1))
    places, known = [], []
    for start, end, code in _several(text, names, figures):
        begins[start:end] = b"\1" + bytes(end - start - 1)
        places.append(start)
        known.append(code)
        begins[end] = 1
    codes[places] = known
    starts = np.flatnonzero(np.frombuffer(begins, np.uint8)[:-1])
    return Symbols(text, codes[starts], starts, np.append(starts[1:], len(codes)))


def _several(text: str, names: Iterable[Hit], figures: Sequence[Quantity]) -> Iterator[tuple[int, int, int]]:
    """Give the characters that are one symbol together, and its code; where two overlap, the later one counts."""
    for word in _LATIN_CHARACTER.finditer(text):
        yield word.start(), word.end(), _LATIN + _shape(word.group())
    for figure in figures:
        yield figure.start, figure.end, _FIGURE + _KINDS_OF_FIGURE.get(figure.kind, _OTHER_FIGURE)
    for name in names:
        yield name.start, name.end, _KNOWN_NAME + _KINDS_OF_NAME[name.kind]


def may_be_in_name(codes: Integers) -> NDArray[np.bool_]:
    """Tell which symbols a name can hold: characters, Latin words and a space beside one; no marks, figures or other names."""
    latin = codes >= _LATIN
    allowed = ((codes >= _FIRST_HAN) & (codes <= _LAST_HAN)) | latin
    inside = np.zeros(len(codes), bool)
    inside[1:-1] = (allowed[:-2] & latin[2:]) | (latin[:-2] & allowed[2:])
    return allowed | ((codes == _SPACE) & inside)


@lru_cache(_KEPT)
def _shape(word: str) -> int:
    """Tell the form of a Latin word: capitals, small letters, digits, and how it begins."""
    upper, lower, digit = (1 if pattern.search(word) else 0 for pattern in (_UPPER, _LOWER, _DIGIT))
    first = 0 if _UPPER.match(word) else 1 if _LOWER.match(word) else 2
    return first * 64 + upper * 32 + lower * 16 + digit * 8 + min(len(word), 7)


def words_at(text: str, places: Integers) -> Integers:
    """Tell how the characters at some places stand in their words: the part of speech, whether the list has it, where in it.

    Only the stretches between marks that hold a place are cut: no word reaches over a mark, and cutting costs most of all.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    stretches = np.append(0, np.cumsum(_PARTS_WORDS[np.minimum(codes, len(_PARTS_WORDS) - 1)])[:-1])
    wanted = np.zeros(stretches[-1] + 1, bool)
    wanted[stretches[places]] = True
    is_cut = wanted[stretches]
    edges = np.flatnonzero(np.diff(is_cut, prepend=False, append=False)).tolist()
    cut: list[tuple[str, str]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        cut += tagger()(text[start:end])
    found = np.zeros(len(codes), np.int64)
    found[is_cut] = _by_character(cut)
    return found[places]


def _by_character(cut: Sequence[tuple[str, str]]) -> Integers:
    """Number each character of words: a word's own number for its first, and more for one inside, the last and one alone."""
    seen = np.fromiter(map(_seen.__getitem__, cut), np.int64, len(cut))
    lengths, of_word = seen >> _NUMBER_BITS, seen & _NUMBER
    found = np.repeat(of_word + 1, lengths)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    found[ends - 1] = of_word + 2
    found[starts] = of_word + 3 * (lengths == 1)
    return found


class _Seen(dict[tuple[str, str], int]):
    """Words by their parts of speech, as numbers with the words' lengths before them; kept, for a text has each many times."""

    def __missing__(self, tagged: tuple[str, str]) -> int:
        if len(self) >= _KEPT:
            self.clear()
        word, tag = tagged
        number = (_tag(tag) * 2 + (len(word) > 1 and is_word()(word))) * 4
        self[tagged] = found = len(word) << _NUMBER_BITS | number
        return found


_seen = _Seen()


@cache
def _tag(tag: str) -> int:
    """Number a part of speech; names of people, places and others are told from nouns."""
    known = ("nr", "ns", "nt", "nz", "vn", "ad", "an", "eng", "ul", "uj")
    return known.index(tag[:2]) + 27 if tag[:2] in known else ord(tag[:1] or "x") - ord("a") + 1
