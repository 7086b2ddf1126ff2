"""Find the words that carry or change sentiment, in one pass: the longest wins, and a protected word hides what it contains."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from presslens import lexicon


class Role:
    """What a word does to the reading, as bits; one word may do several things.

    Plain integers: an enum's operators would take half the time of scoring a sentence.
    """

    ANY = -1
    WORD = 1
    NEGATION = 2
    RESOLVE = 4
    DEGREE = 8
    CONTRAST = 16
    CONCESSION = 32
    HYPOTHETICAL = 64
    POSSIBILITY = 128
    QUESTION = 256
    RHETORICAL = 512
    LIMIT = 1024
    COST = 2048
    RISE = 4096
    FALL = 8192
    AIM = 16384
    ADVICE = 32768
    LOAD = 65536
    PRESUPPOSED = 131072
    DENIAL = 262144
    LITTLE = 524288
    NAME = 1048576
    BORDER = 2097152
    RESULT = 4194304
    COMMODITY = 8388608
    CONCLUSION = 16777216
    SLOW = 33554432
    GAIN = 67108864


class Token(NamedTuple):
    """One known word of a sentence: its place, roles, weight as a sentiment word and factor as a degree word."""

    start: int
    end: int
    word: str
    roles: int
    weight: float
    factor: float


_BORDERS = "，,；;。！!？?：:\n"
_LISTS = ("negation", "denial", "little", "resolve", "degree")

Entry = tuple[str, int, float, float]


def find(text: str) -> list[Token]:
    """Find all known words of a matching copy, left to right, without overlaps.

    >>> [(token.word, token.weight) for token in find("画面非常逼真")]
    [('非常', 0.0), ('逼真', 1.0)]
    """
    search, entries = _table()
    return [
        Token(start, end, *entries[number]) for number, start, end in search.find_matches_as_indexes(text) if entries[number][1]
    ]


@cache
def weights() -> dict[str, float]:
    """Read the weighted words, -2 to 2.

    >>> weights()["亏损"]
    -2.0
    """
    path = lexicon.FOLDER / "sentiment.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return {word: float(weight) for word, weight in rows}


@cache
def _table() -> tuple[AhoCorasick, list[Entry]]:
    """Join all lists into one table of words, and what finds all of them in one pass, the longest first."""
    roles: dict[str, int] = {}
    cues = lexicon.table("sentiment_cues.toml")
    for name in _chinese_names():
        roles[name] = Role.NAME
    for word in weights():
        roles[word] = roles.get(word, 0) | Role.WORD
    lists = {name: cues[name] for name in _LISTS} | {
        name: words for name, words in cues["groups"].items() if name != "protected"
    }
    for group, words in lists.items():
        for word in words:
            roles[word] = roles.get(word, 0) | getattr(Role, group.upper())
    for mark in _BORDERS:
        roles[mark] = Role.BORDER
    for word in cues["groups"]["protected"]:
        roles.setdefault(word, 0)
    entries = [(word, found, weights().get(word, 0.0), float(cues["degree"].get(word, 1.0))) for word, found in roles.items()]
    return AhoCorasick(list(roles), matchkind=MatchKind.LeftmostLongest), entries


def _chinese_names() -> list[str]:
    return [form for entry in lexicon.names().entries for form in entry.forms() if re.fullmatch(r"[\u4e00-\u9fff]{2,}", form)]
