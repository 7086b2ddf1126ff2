"""GBK by its bytes: which character two bytes make, which characters share one of theirs, and how they are read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def readings() -> Mapping[str, frozenset[str]]:
    """Give the Traditional characters of every reading that a note can carry."""
    table = tomllib.loads(resources.files("presslens.lexicons").joinpath("readings.toml").read_text(encoding="utf-8"))
    return {reading: frozenset(characters) for reading, characters in table.items()}


@cache
def pair_of(character: str) -> bytes | None:
    """Give the two bytes of a character in GBK; None for any other."""
    try:
        encoded = character.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) == 2 and character != "€" else None


@cache
def bytes_of(character: str) -> bytes:
    """Give the bytes of a character; none where a surrogate has none."""
    return character.encode("gb18030", errors="ignore")


def single_of(character: str) -> int | None:
    """Give the byte of a character that can be the second half of a pair though it was printed alone."""
    if character == "€":
        return 0x80
    return ord(character) if "@" <= character <= "~" else None


@cache
def decoded(lead: int, trail: int) -> str | None:
    """Give the character of two bytes; None when they make none, or one of the private use area."""
    try:
        character = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        return None
    return character if len(character) == 1 and not "\ue000" <= character <= "\uf8ff" else None


@cache
def by_lead(lead: int) -> tuple[str, ...]:
    """List the characters with a first byte whose second byte a reader cannot print by itself."""
    return tuple(c for trail in range(0x80, 0xFF) if (c := decoded(lead, trail)))


@cache
def by_trail(trail: int) -> tuple[str, ...]:
    """List the characters with a second byte."""
    return tuple(c for lead in range(0x81, 0xFE) if (c := decoded(lead, trail)))


@cache
def noted_pairs(reading: str) -> tuple[bytes, ...]:
    """List the byte pairs of the characters that a note can belong to."""
    return tuple(pair for character in sorted(readings()[reading]) if (pair := pair_of(character)))


def full_width_trail(character: str) -> int | None:
    """Give the second byte that the full-width form of a character has in GBK; its first is A3."""
    if len(character) != 1:
        return None
    if "！" <= character <= "～":
        return ord(character) - 0xFF01 + 0xA1
    return ord(character) + 0x80 if "!" <= character <= "~" else None
