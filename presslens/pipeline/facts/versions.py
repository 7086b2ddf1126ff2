"""Model names with a version or an edition that no lexicon lists: 可灵2.0 and ChatGPT Pro belong to a family that it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from presslens.lexicon import Hit, names
from presslens.model import EntityKind

_KNOWN_NAMES = 10_000
_VERSION = re.compile(r" ?-?[vV]?(?P<number>\d+\.\d+)(?![\d年月日号%％万亿秒分元美GgTt])|(?P<minor>\.\d+)(?![\d.])")
_EDITIONS = "Mini|mini|Pro|Turbo|Plus|Max|Ultra|Lite|Flash|Nano|Medium|Large|Master|Thinking|Preview|Vision"
_EDITION = re.compile(rf"[ -]?(?P<edition>(?:{_EDITIONS})(?: (?:{_EDITIONS}))*)(?![A-Za-z0-9])")
# 360度 is no firm, and Mistral 7B is not its maker.
_MEASURED = re.compile(r"\s?[度°万亿个元倍名家人]")
_SIZE = re.compile(r"[ -](?P<size>\d+(?:\.\d+)?[BM])(?![A-Za-z0-9])")
_ADDED = re.compile(rf"(?:[ .]\d+(?:\.\d+)*)?(?: (?:{_EDITIONS}))*$")


def with_versions(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Give the names of a matching copy, models with the version and the edition printed right behind them.

    >>> [hit.name for hit in with_versions("可灵2.0已上线,ChatGPT Pro也是", names().find("可灵2.0已上线,ChatGPT Pro也是"))]
    ['Kling 2.0', 'ChatGPT Pro']
    """
    for hit in hits:
        if text[hit.start : hit.end].isdigit() and _MEASURED.match(text, hit.end):
            continue
        size = _SIZE.match(text, hit.end) if hit.kind == "company" and text[hit.end - 1].isascii() else None
        if size:
            hit = Hit(hit.start, hit.end, f"{text[hit.start : hit.end]} {size.group('size')}", "model")
        found = _VERSION.match(text, hit.end) if hit.kind == "model" else None
        if found and found.group("number") and not any(c.isdigit() for c in text[hit.start : hit.end]):
            hit = Hit(hit.start, found.end(), f"{hit.name} {found.group('number')}", hit.kind)
        elif found and found.group("minor") and text[hit.end - 1].isdigit():
            hit = Hit(hit.start, found.end(), f"{hit.name}{found.group('minor')}", hit.kind)
        edition = _EDITION.match(text, hit.end) if hit.kind == "model" else None
        if edition:
            hit = Hit(hit.start, edition.end(), f"{hit.name} {edition.group('edition')}", hit.kind)
        yield hit


@lru_cache(_KNOWN_NAMES)
def listed_kind(name: str) -> EntityKind | None:
    """Tell what kind of thing a lexicon lists a name as; a version counts as its family does.

    >>> listed_kind("Kling 2.0 Turbo"), listed_kind("星河科技")
    ('model', None)
    """
    return names().kind(name) or names().kind(_ADDED.sub("", name))
