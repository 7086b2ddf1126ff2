"""Products that bear the name of a firm their article tells of: Velum Air of Velum, 镜海V6 of 镜海智能, Loomix 4 of Loomix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from presslens.lexicon import Hit
from presslens.pipeline.facts.coined import TAIL
from presslens.pipeline.facts.passage import Passage

_SHORTEST = 2
_LATIN_TAIL = re.compile(r"\s(?:AI|Labs?|Inc\.?|Technologies|Research|Studio)$")
_REST = re.compile(r"[ \-]?[A-Za-z]|[ \-]\d|\d\.\d|[一-鿿]")
# Pika4.7亿 is what it is worth.
_COUNTS = re.compile(r"\s?[%％年月日万亿个元倍秒]")
# A number right behind a firm's name, which counts nothing, makes it a product's.
_EDITION = re.compile(
    r"(?: ?[vV]\d(?:\.\d)?|-\d(?:\.\d)?|(?: |(?<=[一-鿿]))\d\.\d|(?<=[A-Za-z]) \d)"
    r"(?![\d.,A-Za-z]|\s?[%％年月日号万亿千百个元倍秒分美港英欧家名款位人轮折点期天岁])"
)


def stems_of(firms: Iterable[str]) -> dict[str, str]:
    """Give the firms by what their products can be called after.

    >>> stems_of(["镜海智能", "Luma AI"])
    {'Luma': 'Luma AI', '镜海': '镜海智能'}
    """
    found = {}
    for firm in sorted(firms):
        stem = _LATIN_TAIL.sub("", firm) if firm.isascii() else TAIL.sub("", firm)
        if len(stem) >= _SHORTEST + firm.isascii():
            found[stem] = firm
    return found


def alike(passage: Passage, name: Hit, stems: Mapping[str, str]) -> str:
    """Give the firm whose name a model's begins with, nothing where there is none."""
    firms = (firm for stem, firm in stems.items() if name.name.startswith(stem) and _REST.match(name.name[len(stem) :]))
    firm = next(firms, "")
    return "" if firm == name.name or _COUNTS.match(passage.between(name.end, name.end + 2)) else firm


def editions(text: str, stems: Iterable[str]) -> Iterator[str]:
    """Give what a firm's name and a number behind it name in a text.

    >>> list(editions("镜海V6排第四, 镜海4.5亿元", ["镜海"]))
    ['镜海V6']
    """
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            found = _EDITION.match(text, at + len(stem))
            if found:
                yield text[at : found.end()]
            at = text.find(stem, at + len(stem))
