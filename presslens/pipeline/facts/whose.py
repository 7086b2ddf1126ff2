"""Whose the models are that no sentence of an article gives a maker: the firm's whose name they bear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presslens.model import Fact
from presslens.pipeline.facts.alike import alike, stems_of
from presslens.pipeline.facts.claim import claim
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told_models import ToldModels


def named_like_their_firm(read: Sequence[Passage], told: ToldModels, said: Iterable[Fact]) -> Iterator[Fact]:
    """Give a maker to each model of an article that has none and is named like a firm of it: 镜海V6 is 镜海智能's."""
    made = {fact.subject for fact in said if fact.metric == "developer"}
    stems = stems_of(told.firms)
    for passage in read if stems else ():
        named = told.marked(passage)
        for name in named.names:
            if name.kind != "model" or name.name in made or name.name in told.firms:
                continue
            maker = alike(named, name, stems)
            if maker:
                made.add(name.name)
                yield claim(named, "developer", name.start, name.end, name.name, maker, "their_own", "", "medium")
