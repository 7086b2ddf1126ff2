"""Find what a pinyin-noting converter left in a text: its notes, whole and broken, and question marks for lost bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from presslens.pipeline.articles.gbk import pair_of, readings, single_of

_SYLLABLE = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńň]{1,6}"
NOTE = re.compile(rf"(?P<lost>\?)?(?P<bracket>[(（])?(?P<reading>{_SYLLABLE})[)）]")
# A note set inside another note, where the letters of the first made a byte pair.
NESTED = re.compile(rf"([?(（]{_SYLLABLE})[(（]{_SYLLABLE}[)）]([a-z]{{0,3}}[)）])")
# A note that a line break falls into, or that it parts from its character.
_WRAPPED = re.compile(rf"(?<=[\u3400-\u9fff])\n?([(（])\n?({_SYLLABLE})\n?([)）])")
_ANY_TONE = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}[)）]")
CUT_PUNCTUATION = re.compile(r"\?[,!?;:，！？；：]")
_COMMA = re.compile("(?<=[\u3400-\u9fff])[,，]")
# A converter that made punctuation half-width made all of it so.
_MOST_FULL_WIDTH = 0.05
_ENOUGH_COMMAS = 5
# A brief text is taken as damaged for one note, a long one for three: one gloss in a long article is its author's.
_ENOUGH_NOTES = 3
_CHARACTERS_PER_NOTE = 400


@dataclass(frozen=True, slots=True)
class Symbol:
    """One piece of a damaged line; of a note, broken or not, the text is the reading."""

    kind: Literal["pair", "single", "note", "broken", "question"]
    text: str


def has_notes(text: str) -> bool:
    """Tell whether pinyin notes were left in a text: several, one in a brief one, or one that lost its bracket."""
    if not _ANY_TONE.search(text):
        return False
    found = [match for match in NOTE.finditer(text) if _is_residue(match, text)]
    # No author sets a question mark for a bracket.
    if any(match["lost"] and not match["bracket"] and _ANY_TONE.search(match[0]) for match in found):
        return True
    notes = len(found)
    return notes >= _ENOUGH_NOTES or notes * _CHARACTERS_PER_NOTE >= max(len(text), 1)


def is_half_width(text: str) -> bool:
    """Tell whether a Chinese text has its commas in half width, as the converter leaves them.

    >>> is_half_width("一來,二來,三來,四來,五來"), is_half_width("一來，二來，三來，四來，五來,六")
    (False, False)
    >>> is_half_width("一來,二來,三來,四來,五來,六來")
    True
    """
    commas = _COMMA.findall(text)
    return len(commas) >= _ENOUGH_COMMAS and commas.count("，") <= _MOST_FULL_WIDTH * len(commas)


def unwrapped(text: str) -> str:
    """Put the notes together again that line breaks fell into.

    >>> unwrapped("這個時(shí\\n)代")
    '這個時(shí)代'
    """
    return _WRAPPED.sub(_joined, text) if "\n" in text else text


def _joined(found: re.Match[str]) -> str:
    return f"({found[2]})" if "\n" in found[0] and found.string[found.start() - 1] in readings().get(found[2], ()) else found[0]


def _is_residue(match: re.Match[str], text: str) -> bool:
    characters = readings().get(match["reading"])
    if characters is None or not (match["lost"] or match["bracket"]):
        return False
    before = text[match.start() - 1 : match.start()]
    return bool(match["lost"]) or before in characters or bool(before and single_of(before) is not None)


def undamaged_lines(text: str) -> str:
    """Give the lines that no fault shredded, without their notes."""
    # A shredded run must not count as this article's own way of writing.
    lines = (line for line in text.split("\n") if not CUT_PUNCTUATION.search(line))
    return "\n".join(NOTE.sub("", line) for line in lines if not any(m["lost"] for m in NOTE.finditer(line)))


def symbols_of(line: str, noted: bool) -> Iterator[Symbol]:
    """Cut a line into characters, notes, broken notes and question marks."""
    at = 0
    while at < len(line):
        match = NOTE.match(line, at) if noted else None
        if match and _is_residue(match, line):
            yield Symbol("broken" if match["lost"] else "note", match["reading"])
            at = match.end()
            continue
        character = line[at]
        at += 1
        if character == "?":
            yield Symbol("question", character)
        else:
            yield Symbol("pair" if pair_of(character) else "single", character)
