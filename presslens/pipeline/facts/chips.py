"""Chips that a lexicon lists, with the edition printed behind their family's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from presslens.lexicon import Hit, any_of, table
from presslens.pipeline.gates import Gated

_EDITION = (
    r"(?:[ -]?(?:[A-Z]{0,2}\d+(?!\d|nm|纳米|[.]\d)[A-Za-z0-9+]*|X\d*(?![A-Za-z])|[A-Z]\d+)(?![%年月日万亿个块张片颗元倍]))?"
    r"(?:\s?(?:Elite|Ultra|Pro|Plus|Max|Super|Gen\s?\d)(?![A-Za-z]))*"
)


@cache
def chip_pattern() -> Gated:
    """Give the pattern of all listed chips."""
    return Gated(rf"(?<![A-Za-z0-9])(?P<family>{any_of(_chip_names())})(?!云){_EDITION}(?![A-Za-z])")


def is_chip(name: str) -> bool:
    """Tell whether a name is a chip's that the lexicon lists.

    >>> is_chip("H100"), is_chip("Sora")
    (True, False)
    """
    return chip_pattern().fullmatch(name) is not None


def chips(text: str, offset: int = 0) -> Iterator[Hit]:
    """Give the chips in a text that begins at `offset`, each under its family's name with the edition printed behind it.

    >>> [hit.name for hit in chips("租价最低的是昇腾910B和H100")]
    ['Ascend 昇腾 910B', 'H100']
    """
    for match in chip_pattern().finditer(text):
        edition = match.group()[match.end("family") - match.start() :].strip(" -")
        name = f"{_chip_names()[match.group('family')]} {edition}".strip()
        yield Hit(offset + match.start(), offset + match.end(), name, "model")


@cache
def _chip_names() -> dict[str, str]:
    return {form: name for name, forms in table("chips.toml").items() for form in (name, *forms)}
