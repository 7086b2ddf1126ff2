"""Find the names a sentence is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from presslens import lexicon


class Place(NamedTuple):
    """Where one target stands in a sentence, by its number in the list of targets."""

    start: int
    end: int
    target: int


def places(match_sentence: str, targets: Sequence[str]) -> list[Place]:
    """Find every place of every target under any of its forms, left to right; the longer of two that overlap stays.

    >>> places("英伟达领先AMD", ["NVIDIA", "AMD"])
    [Place(start=0, end=3, target=0), Place(start=5, end=8, target=1)]
    """
    text = match_sentence.lower()
    found = [
        Place(at, at + len(form), number)
        for number, target in enumerate(targets)
        for form in _forms(target)
        if form in text
        for at in _occurrences(text, form)
    ]
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


@lru_cache(maxsize=4096)
def _forms(target: str) -> tuple[str, ...]:
    names = lexicon.names()
    canonical = names.canonical(target)
    forms = {target.lower(), target.lower().replace(" ", "")}
    for entry in names.entries:
        if entry.name == canonical:
            forms |= {form.lower() for form in entry.forms()}
    return tuple(sorted(forms))


def _occurrences(text: str, form: str) -> list[int]:
    """List where a form stands; a Latin one must not be part of a longer word."""
    found = []
    at = text.find(form)
    while at >= 0:
        inside = form.isascii() and (_latin(text[at - 1 : at]) or _latin(text[at + len(form) : at + len(form) + 1]))
        if not inside:
            found.append(at)
        at = text.find(form, at + 1)
    return found


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
