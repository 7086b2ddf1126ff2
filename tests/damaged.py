"""Damage Traditional text as a byte-wise GBK converter does, and tell which characters it hit."""

from __future__ import annotations

import random
from typing import NamedTuple

from presslens.pipeline.articles import RawDocument, clean
from presslens.pipeline.articles.gbk import readings

HALF_WIDTH = ("，", ","), ("！", "!"), ("？", "?"), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")")


class Damaged(NamedTuple):
    """What the reader printed, and the places of the text whose character it did not print as it was."""

    text: str
    hit: frozenset[int]


def damage(text: str, notes: dict[str, str]) -> Damaged:
    """Do what the converter did: notes behind byte pairs wherever they stand, then a reader that prints ? for a lone byte.

    Every byte carries the place of the character it comes from, -1 where the converter put it in.
    """
    data, places = bytearray(), list[int]()
    for place, character in enumerate(text):
        encoded = character.encode("gb18030")
        # GBK has no others: what the converter was given held none.
        encoded = encoded if len(encoded) <= 2 else b"*"
        data += encoded
        places += [place] * len(encoded)
    for full, half in HALF_WIDTH:
        _replace(data, places, full.encode("gb18030"), half.encode(), keep=0)
    for character, reading in notes.items():
        pair = character.encode("gb18030")
        _replace(data, places, pair, f"({reading})".encode("gb18030"), keep=len(pair))
    return _read(text, bytes(data), places)


def some_notes(seed: int, share: float) -> dict[str, str]:
    """Draw the characters that a converter notes, in the order in which it looks for them."""
    notes = {character: reading for reading, characters in readings().items() for character in sorted(characters)}
    usual = sorted(character for character in notes if len(character.encode("gb18030")) == 2)
    chosen = random.Random(seed).sample(usual, round(share * len(usual)))
    return {character: notes[character] for character in chosen}


def _replace(data: bytearray, places: list[int], pair: bytes, new: bytes, *, keep: int) -> None:
    """Put `new` behind the first `keep` bytes of every place where the pair stands, in its stead where that is none."""
    at = data.find(pair)
    while at >= 0:
        start, end = at + keep, at + len(pair)
        data[start:end] = new
        # A half-width mark made of one whole character is still that character.
        whole = keep == 0 and places[at] == places[at + 1]
        places[start:end] = [places[at] if whole else -1] * len(new)
        at = data.find(pair, start + len(new))


def _read(text: str, data: bytes, places: list[int]) -> Damaged:
    printed: list[str] = []
    whole: set[int] = set()
    at = 0
    while at < len(data):
        pair = data[at : at + 2]
        if pair[0] < 0x80:
            printed.append(chr(pair[0]))
            length = 1
        elif len(pair) == 2 and pair[1] == ord("("):
            printed.append("?")
            length = 2
        else:
            character = _decoded(data[at : at + 2])
            printed.append(character or "?")
            length = 2 if character else 1
        if len(set(places[at : at + length])) == 1 and places[at] >= 0 and printed[-1] != "?":
            whole.add(places[at])
        at += length
    marks = {at for at, character in enumerate(text) if character == "?"}
    return Damaged("".join(printed), frozenset(range(len(text))) - whole - marks)


def _decoded(pair: bytes) -> str:
    try:
        return pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""


def cleaned(text: str, kind: str = "text") -> str:
    """Give what cleaning leaves of a text."""
    return clean(RawDocument("a.txt", text, kind)).text  # type: ignore[arg-type]
