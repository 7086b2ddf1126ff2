"""A text as symbols that a model can learn names from: characters, but one symbol for a Latin word, a known name, a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
_FIRST_HAN, _LAST_HAN, _SPACE = 0x4E00, 0x9FFF, 0x20


class Symbols(NamedTuple):
    """The symbols of a text: what each is, how the cutter sees it, and the places it covers."""

    codes: Integers
    words: Integers
    starts: Integers
    ends: Integers


def symbols(text: str, names: Iterable[Hit], figures: Sequence[Quantity]) -> Symbols:
    """Give the symbols of a matching copy.

    >>> symbols("甲Sora获3亿", [Hit(1, 5, "Sora", "model")], []).starts.tolist()
    [0, 1, 5, 6, 7]
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    begins = np.ones(len(codes), bool)
    words = _words(text)
    for word in _LATIN_CHARACTER.finditer(text):
        start, end = word.span()
        begins[start + 1 : end] = False
        codes[start] = _LATIN + _shape(word.group())
    for figure in figures:
        begins[figure.start] = True
        begins[figure.start + 1 : figure.end] = False
        begins[figure.end : figure.end + 1] = True
        codes[figure.start] = _FIGURE + _KINDS_OF_FIGURE.get(figure.kind, _OTHER_FIGURE)
    for name in names:
        begins[name.start] = True
        begins[name.start + 1 : name.end] = False
        begins[name.end : name.end + 1] = True
        codes[name.start] = _KNOWN_NAME + _KINDS_OF_NAME[name.kind]
    starts = np.flatnonzero(begins)
    return Symbols(codes[starts], words[starts], starts, np.append(starts[1:], len(codes)))


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


def _words(text: str) -> Integers:
    """Tell of every character how it stands in its word: the part of speech, whether the list has it, and its place."""
    cut = list(tagger()(text))
    lengths = np.array([len(word) for word, _ in cut], np.int64)
    of_word = np.array([_seen(word, tag) for word, tag in cut], np.int64)
    found = np.repeat(of_word + 1, lengths)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    found[ends - 1] = of_word + 2
    found[starts] = of_word
    found[starts[lengths == 1]] = of_word[lengths == 1] + 3
    return found


@lru_cache(_KEPT)
def _seen(word: str, tag: str) -> int:
    return (_tag(tag) * 2 + (len(word) > 1 and is_word()(word))) * 4


@cache
def _tag(tag: str) -> int:
    """Number a part of speech; names of people, places and others are told from nouns."""
    known = ("nr", "ns", "nt", "nz", "vn", "ad", "an", "eng", "ul", "uj")
    return known.index(tag[:2]) + 27 if tag[:2] in known else ord(tag[:1] or "x") - ord("a") + 1
