"""What a text has told of before a place: in its own sentence, and in those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

# How many sentences back a name can stand.
REACH = 3
_GOES_BY = re.compile(r"(?:据|按照|依照|对于?|关于|至于|没有|由)\s?$")
_TAKEN_FOR_EXAMPLE = re.compile(r"[^，,。；;：:]{0,6}为例[，,]")


def sentences_before(passage: Passage, topics: Topics) -> list[Passage]:
    """Give the sentences before one that can tell whom it is about, the nearest first."""
    return topics.sentences_before(passage, REACH)


def may_do(passage: Passage, name: Hit) -> bool:
    """Tell whether a name is free to be what a sentence tells of, be it what somebody brings out."""
    return passage.is_free(name, of_models=True)


def told_here(passage: Passage, place: int) -> Iterator[Stated]:
    """Give what the sentence tells of before a place, the nearest first."""
    for number in reversed(range(len(passage.clauses))):
        yield from (one for one in reversed(passage.stated(number)) if one.end <= place)


def brought_up(passage: Passage, place: int, topics: Topics) -> Iterator[Hit]:
    """Give the names that what came before a place speaks of or brings out, nearest sentence first."""
    for earlier in (passage, *sentences_before(passage, topics)):
        yield from (name for name in earlier.names if name.end <= place and may_do(earlier, name))


def gone_by(passage: Passage, end: int) -> Iterator[Hit]:
    """Give the names that a sentence goes by or turns to before a place: 据甲…, 对于乙,…."""
    for name in reversed(passage.names_in(passage.start, end)):
        if _TAKEN_FOR_EXAMPLE.match(passage.between(name.end, name.end + 12)):
            yield name
    for name in passage.names_in(passage.start, end):
        goes_by = _GOES_BY.search(passage.between(name.start - 3, name.start))
        if goes_by and name.kind != "source" and passage.roles[name.start] != "giver":
            yield name


def told_before(passage: Passage, place: int, topics: Topics, *, freely: bool) -> Iterator[Stated]:
    """Give what is told before a place: of its own sentence the nearest first, of those before it the first clause first."""
    for earlier in (passage, *sentences_before(passage, topics)):
        numbers = range(len(earlier.clauses))
        for number in reversed(numbers) if earlier is passage else numbers:
            also = "weak" if earlier is passage else "name" if freely else "points"
            forms = ("name", "noun", also)
            yield from (one for one in earlier.stated(number) if one.form in forms and one.end <= place)
        free = [name for name in earlier.names if earlier is not passage and freely and may_do(earlier, name)]
        yield from (Stated(n.start, n.end, "name", n.name, n) for n in free if listed_kind(n.name))


def place_told(passage: Passage, place: int, topics: Topics) -> str:
    """Give the country or town told last before a place."""
    for earlier in (passage, *sentences_before(passage, topics)):
        words = [token for clause in earlier.clauses for token in earlier.tokens(clause) if token.end <= place]
        found = next((token.text for token in reversed(words) if token.tag == "ns" and len(token.text) > 1), "")
        if found:
            return found
    return ""
