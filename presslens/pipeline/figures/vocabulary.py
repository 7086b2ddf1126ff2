"""The words around figures, loaded from the lexicons once: units, currencies, classifiers, names of chips, set phrases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

LEXICONS = Path(__file__).parents[2] / "lexicons"
# 十分之一 is no 十分, 历时四周 no 四周, 有一成 no 有一: what stands around some set phrases shows that they are none.
_OF_MEMORY = frozenset({"MB", "GB", "TB"})
_MEMORIES = ("HBM", "LPDDR", "GDDR", "DDR", "DRAM", "SSD", "RAM", "VRAM")
_MEANT_AFTER_ALL = (
    {
        "三星": re.compile(r"期"),
        "十分": re.compile(r"(?<=十分)之"),
        "四周": re.compile(
            r"(?:(?<=(?:历时|耗时|用了|过去|未来|短短|连续)四周)|(?<=[近约仅前后满]四周)|(?=(?:时间|之?内|之?后|以来|前)))"
        ),
    }
    | dict.fromkeys(("618", "211", "985", "996", "007"), re.compile(r"[家个名人万亿款台座位项亩]|\.\d|,\d{3}|%"))
    | dict.fromkeys(("5G", "6G"), re.compile(r"[BMW](?![A-Za-z])|bps|Hz"))
    | dict.fromkeys(("有一", "下一", "又一"), re.compile(r"成(?=[，,。；;、左的以多市])|年[半多]|半(?![导夜路边截])|个半"))
)


class Unit(NamedTuple):
    """One printed unit: what it measures, in which canonical unit, and the factor to get there."""

    surface: str
    kind: str
    unit: str
    factor: float = 1
    not_before: str = ""
    assumed: bool = False


@cache
def load(name: str) -> dict[str, Any]:
    """Read one lexicon file."""
    with (LEXICONS / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def units() -> Mapping[str, tuple[Unit, ...]]:
    """Give every unit and currency by its first character, longest surface first."""
    listed = [
        Unit(surface, row["kind"], row["unit"], row.get("factor", 1), row.get("not_before", ""))
        for row in load("units")["unit"]
        for surface in row["surfaces"]
    ]
    return _by_end([*listed, *_currencies()], at=0)


@cache
def currency_prefixes() -> Mapping[str, tuple[Unit, ...]]:
    """Give every currency that is printed before its amount by its last character, longest first."""
    rows = load("currencies")["before"]
    return _by_end([Unit(surface, "money", code) for code, surfaces in rows.items() for surface in surfaces], at=-1)


@cache
def _table(name: str, table: str) -> Mapping[str, tuple[tuple[str, Any], ...]]:
    index: dict[str, list[tuple[str, Any]]] = {}
    for word, value in load(name)[table].items():
        index.setdefault(word[0], []).append((word, value))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in index.items()}


def word_at(text: str, start: int, table: str, *, name: str = "dates") -> tuple[str, Any] | None:
    """Give the longest word of a lexicon's table that begins at `start`, with its value, or nothing.

    >>> word_at("去年底", 0, "years")
    ('去年', -1)
    """
    for row in _table(name, table).get(text[start : start + 1], ()):
        if text.startswith(row[0], start):
            return row
    return None


@cache
def set_phrases(starts: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Index the set phrases by each numeral character in them and its neighbour: pair → (phrase, place of the pair)."""
    index: dict[str, set[tuple[str, int]]] = {}
    for phrase in load("not_figures")["idioms"]:
        for place, character in enumerate(phrase):
            if character in starts:
                pair = phrase[place : place + 2] if place + 1 < len(phrase) else phrase[place - 1 : place + 1]
                index.setdefault(pair, set()).add((phrase, place if place + 1 < len(phrase) else place - 1))
    return {pair: tuple(sorted(rows, key=lambda row: -len(row[0]))) for pair, rows in index.items()}


def _currencies() -> list[Unit]:
    table = load("currencies")
    blocked = table["not_after"]
    certain = [
        Unit(surface, "money", code, not_before=blocked.get(surface, ""))
        for code, surfaces in table["after"].items()
        for surface in surfaces
    ]
    assumed = [
        Unit(surface, "money", code, table["small"].get(surface[0], 1), blocked.get(surface[0], ""), assumed=True)
        for surface, code in table["ambiguous"].items()
    ]
    hundredths = [Unit(surface, "money", code, 0.01, blocked.get(surface, "")) for surface, code in table["hundredths"].items()]
    return certain + assumed + hundredths


def _by_end(rows: Iterable[Unit], *, at: int) -> Mapping[str, tuple[Unit, ...]]:
    index: dict[str, list[Unit]] = {}
    seen: set[str] = set()
    for row in rows:
        if row.surface in seen:
            raise ValueError(f"the surface {row.surface} is listed under two units")
        seen.add(row.surface)
        index.setdefault(row.surface[at], []).append(row)
    return {key: tuple(sorted(found, key=lambda row: -len(row.surface))) for key, found in index.items()}


@lru_cache(maxsize=8)  # every reading of a numeral asks for the same unit; more entries would keep whole texts alive
def unit_at(text: str, start: int) -> tuple[Unit, int] | None:
    """Give the longest unit that begins at `start` (after at most three spaces) and where it ends, or nothing.

    >>> unit, end = unit_at("60亿美元", 3)
    >>> unit.unit, end
    ('USD', 5)
    """
    first = text[start : start + 1]
    while first == " " and not text.startswith("    ", start):
        start += 1
        first = text[start : start + 1]
    for unit in units().get(first, ()):
        if text.startswith(unit.surface, start):
            end = start + len(unit.surface)
            after = text[end : end + 1]
            if after and (
                after in unit.not_before
                or (unit.surface[-1].isascii() and unit.surface[-1].isalpha() and _goes_on(text, end, unit))
            ):
                continue
            return unit, end
    return None


def _goes_on(text: str, end: int, unit: Unit) -> bool:
    """Tell whether the Latin word that ends here goes on; 288GBHBM3E is 288GB of a kind of memory."""
    return _is_latin(text[end]) and not (unit.unit in _OF_MEMORY and text.startswith(_MEMORIES, end))


def currency_before(text: str, end: int) -> tuple[Unit, int] | None:
    """Give the currency printed right before `end` and where it starts, or nothing.

    >>> unit, start = currency_before("约US$20", 4)
    >>> unit.unit, start
    ('USD', 1)
    """
    while end > 0 and text[end - 1] == " ":
        end -= 1
    for unit in currency_prefixes().get(text[end - 1 : end], ()):
        start = end - len(unit.surface)
        if text.endswith(unit.surface, 0, end) and not (unit.surface[0].isalpha() and start and _is_latin(text[start - 1])):
            return unit, start
    return None


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")


def covered_by_set_phrase(text: str, place: int, starts: str) -> int | None:
    """Give the end of the set phrase that covers the numeral at `place`, or nothing."""
    index = set_phrases(starts)
    for at in (place, place - 1) if index else ():
        for phrase, offset in index.get(text[at : at + 2], ()):
            start = at - offset
            end = start + len(phrase)
            # 有一 is no figure, 有一千 is one
            goes_on = phrase[-1] in starts and end < len(text) and text[end] in starts
            if start >= 0 and text.startswith(phrase, start) and place < end and not goes_on:
                meant = _MEANT_AFTER_ALL.get(phrase)
                if meant is None or not meant.match(text, end):
                    return end
    return None
