"""Whose the models are that no sentence of an article gives a maker: the firm's whose name they bear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from presslens.lexicon import Hit
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim
from presslens.pipeline.facts.coined import TAIL
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told_models import ToldModels

_SHORTEST = 2
_LATIN_TAIL = re.compile(r"\s(?:AI|Labs?|Inc\.?|Technologies|Research|Studio)$")
# 镜海V6, Loomix 4: a number right behind a firm's name, which counts nothing, makes it a product's.
_REST = re.compile(r"[ \-]?[A-Za-z]|[ \-]\d|\d\.\d|[一-鿿]")
# Pika4.7亿 is what it is worth.
_COUNTS = re.compile(r"\s?[%％年月日万亿个元倍秒]")
_EDITION = re.compile(
    r"(?: ?[vV]\d(?:\.\d)?|-\d(?:\.\d)?|(?: |(?<=[一-鿿]))\d\.\d|(?<=[A-Za-z]) \d)"
    r"(?![\d.,A-Za-z]|\s?[%％年月日号万亿千百个元倍秒分美港英欧家名款位人轮折点期天岁])"
)


def named_like_their_firm(read: Sequence[Passage], told: ToldModels, said: Iterable[Fact]) -> Iterator[Fact]:
    """Give a maker to each model of an article that has none and is named like a firm of it: 镜海V6 is 镜海智能's."""
    made = {fact.subject for fact in said if fact.metric == "developer"}
    stems = _stems(told.firms)
    for passage in read:
        named = told.named[passage.no]
        for name in named.names:
            if name.kind != "model" or name.name in made or name.name in told.firms:
                continue
            maker = _alike(name, stems)
            if maker and not _COUNTS.match(named.between(name.end, name.end + 2)):
                made.add(name.name)
                yield claim(named, "developer", name.start, name.end, name.name, maker, "their_own", "", "medium")
        for start, end, product, maker in _editions(named, stems):
            if product not in made:
                made.add(product)
                yield claim(named, "developer", start, end, product, maker, "their_own", "", "medium")


def _stems(firms: Iterable[str]) -> Mapping[str, str]:
    """Give the firms by what their products can be called after: 镜海智能 by 镜海, Luma AI by Luma."""
    found = {}
    for firm in sorted(firms):
        stem = _LATIN_TAIL.sub("", firm) if firm.isascii() else TAIL.sub("", firm)
        if len(stem) >= _SHORTEST + firm.isascii():
            found[stem] = firm
    return found


def _alike(name: Hit, stems: Mapping[str, str]) -> str:
    """Give the firm whose name a model's begins with: Velum Air, 镜海V6, Runway Gen-4 where the article names Runway."""
    return next(
        (firm for stem, firm in stems.items() if name.name.startswith(stem) and _REST.match(name.name[len(stem) :])), ""
    )


def _editions(passage: Passage, stems: Mapping[str, str]) -> Iterator[tuple[int, int, str, str]]:
    """Give what a firm's name and a number behind it name, with the place and the firm."""
    for stem, firm in stems.items():
        at = passage.text.find(stem)
        while at >= 0:
            found = _EDITION.match(passage.text, at + len(stem))
            if found:
                yield passage.start + at, passage.start + found.end(), passage.text[at : found.end()], firm
            at = passage.text.find(stem, at + len(stem))
