"""Which model, and whose, a sentence speaks of that names none: what the sentences before it have brought up last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from presslens.lexicon import Hit
from presslens.pipeline.facts.passage import Passage

# A model brought up further back than so many sentences is not what one without a name goes on about.
_REACH = 5
_REACH_OF_FIRM = 2
_COMPARED = re.compile(
    r"(?:(?<!相)比|与|跟|像|同|媲美|超越|超过|堪比|对标|不输|接近|类似|相较于?|基于|底座为?|以)\s?[^，,。；;]{0,8}$"
)
_ON, _ITS_LIMIT = (
    re.compile(r"\s?[上里中]"),
    re.compile(r"(?:目前|现在|如今|当前)?的?(?:极限|上限|强项|绝活)|最[^，,。；;]{0,6}的地方"),
)
# 客户有某公司等, 股东包括某公司: who is something to another is not whom the text goes on about.
_SOMEBODY_TO_IT = re.compile(
    r"(?:客户|对手|竞品|股东|投资方|供应商|合作方|买家)(?:则?有|包括|包含|是|为|如|来自)?[^，,。；;]{0,8}$"
)
# 采某公司7纳米制程: who only makes chips for another.
_ONLY_ITS_PROCESS = re.compile(r"\s?(?:的?\s?\d+\s?(?:纳米|奈米|nm)|制程|代工|的?(?:产线|工艺))")


@dataclass
class ToldModels:
    """The models of an article, marked in all its sentences, and what those read so far have told of them.

    `products` are those that no lexicon lists; `main` is the one of them that the article names most, `firm` the firm that it
    is about. `last` is the model brought up last, by the sentence `at`; `made` and `paid` are those whose maker or
    price is told.
    """

    sentences: Mapping[int, Passage] = field(default_factory=dict)
    products: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    main: str = ""
    firm: str = ""
    last: str = ""
    at: int = 0
    made: set[str] = field(default_factory=set)
    paid: set[str] = field(default_factory=set)
    _last_firm: str = ""
    _firm_at: int = -9

    def marked(self, passage: Passage) -> Passage:
        """Give a sentence with its models marked."""
        return self.sentences.get(passage.no, passage)

    def near(self, passage: Passage, reach: int = _REACH) -> str:
        """Give the model brought up last, if that is no more sentences ago."""
        return self.last if self.last and passage.no - self.at <= reach else ""

    def firm_near(self, passage: Passage) -> str:
        """Give the one firm that the sentences just before spoke of, in the same paragraph or the one before."""
        near = passage.no - self._firm_at <= _REACH_OF_FIRM
        return self._last_firm if near and passage.paragraph - self.sentences[self._firm_at].paragraph <= 1 else ""

    def note(self, passage: Passage) -> None:
        """Take up the first model that a sentence speaks of, and the firm if it speaks of one alone."""
        passage = self.marked(passage)
        found = next(iter(brought_up(passage)), None)
        if found:
            self.last, self.at = found.name, passage.no
        firms = {name.name for name in passage.names if self._acts(passage, name)} if self.products else set()
        if len(firms) == 1:
            self._last_firm, self._firm_at = firms.pop(), passage.no

    def _acts(self, passage: Passage, name: Hit) -> bool:
        """Tell whether a name is a firm's that its sentence speaks of, not one that only deals with another."""
        return (
            (name.kind == "company" or name.name in self.firms)
            and passage.roles.get(name.start) == "free"
            and not _ONLY_ITS_PROCESS.match(passage.between(name.end, name.end + 8))
            and not _SOMEBODY_TO_IT.search(passage.between(name.start - 14, name.start))
        )


def brought_up(passage: Passage) -> list[Hit]:
    """Give the models that a sentence speaks of: all that it does not only compare with."""
    models = (name for name in passage.names if name.kind == "model")
    models = (name for name in models if passage.is_free(name, of_models=True) or _is_where(passage, name))
    return [name for name in models if not is_only_compared(passage, name)]


def is_only_compared(passage: Passage, name: Hit) -> bool:
    """Tell whether something is only compared with a model or built on it: 与甲相比, 基于乙."""
    return _COMPARED.search(passage.between(name.start - 10, name.start)) is not None


def _is_where(passage: Passage, name: Hit) -> bool:
    """Tell whether a model is where its users do something, or owns the limit told: 在甲上只能生成5秒, 甲的极限."""
    on_it = passage.between(name.start - 2, name.start).strip().endswith("在") and _ON.match(
        passage.between(name.end, name.end + 2)
    )
    return bool(on_it) or _ITS_LIMIT.match(passage.between(name.end, name.end + 8)) is not None
