"""The model a specification is said of where its own sentence names none: the last one that the text has brought up.

A model has its specifications told over several sentences, and of what is pictured, its picture or its clip, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from presslens.lexicon import Hit
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.listed import share_of
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import MODEL_FIRST, OF_MODELS, Reading

# A model brought up further back than so many sentences is not what a bare specification is told of.
_REACH = 5
_COMPARED = re.compile(
    r"(?:(?<!相)比|与|跟|像|同|媲美|超越|超过|堪比|对标|不输|接近|类似|相较于?|基于|底座为?|以)\s?[^，,。；;]{0,8}$"
)
_OF_A_MODEL = re.compile(r"^的?(?P<noun>[^，,。；;的\d]{1,12}(?:大模型|模型))(?![一-鿿]{0,2}的)")
_OPENS = re.compile(r"\s*(?:这|就|也|正|便|都|则|是|\s)*")
_POINTS_BACK = re.compile(r"[该这本][个款一项]?(?:大?模型|产品|工具|版本)|它(?!们)|其(?!中|他|余|实|次)|新版|前者|后者")
_ON, _ITS_LIMIT = (
    re.compile(r"\s?[上里中]"),
    re.compile(r"(?:目前|现在|如今|当前)?的?(?:极限|上限|强项|绝活)|最[^，,。；;]{0,6}的地方"),
)
_NO_NOUN = re.compile(r"^(?:这|那|该|此|其|它|一[个款]|的|大?模型$|开源)")


_OF_ANY_USE = "compute_gpus"
_TRAINING = re.compile(r"训练|微调|训[出了成练完]|预训")


def tells_of_a_model(figure: Figure, reading: Reading) -> bool:
    """Tell whether a figure says something of a model: chips do where they train one, and otherwise of who has them."""
    if reading.metric == "release_date":
        return reading.subjects == MODEL_FIRST
    if reading.metric not in OF_MODELS:
        return False
    return reading.metric != _OF_ANY_USE or bool(_TRAINING.search(figure.left + figure.near_right))


@dataclass
class LastModel:
    """The sentences of an article with its products marked, and the model that each of the last ones brought up."""

    named: Mapping[int, Passage] = field(default_factory=dict)
    last: str = ""
    at: int = 0

    def note(self, passage: Passage) -> None:
        """Take up the model that a sentence speaks of: the first one that is not only compared with."""
        found = next(iter(_spoken_of(self.marked(passage))), None)
        if found:
            self.last, self.at = found.name, passage.no

    def marked(self, passage: Passage) -> Passage:
        """Give a sentence with its products marked."""
        return self.named.get(passage.no, passage)

    def near(self, passage: Passage) -> str:
        """Give the model brought up last, if that is not too long ago."""
        return self.last if self.last and passage.no - self.at <= _REACH else ""


def model_of(figure: Figure, told: LastModel) -> Bound:
    """Find the model of a specification: one the sentence names before it, one it describes, or the one brought up last."""
    passage = told.marked(figure.passage)
    named = [name for name in _spoken_of(passage) if name.end <= figure.quantity.start]
    if named:
        return Bound(share_of(Figure(figure.quantity, passage), named[-1])[0], "medium", "last model named before it")
    inside = [name for name in passage.names_in(figure.clause.start, figure.quantity.start) if name.kind == "model"]
    inside = [name for name in inside if not _COMPARED.search(passage.between(name.start - 10, name.start))]
    if inside:
        return Bound((inside[-1].name,), "low", "last model named before it")
    described = _OF_A_MODEL.match(figure.near_right)
    if described and not _NO_NOUN.match(described.group("noun")):
        return Bound((described.group("noun"),), "medium", "what it describes")
    later = next((name for name in _spoken_of(passage) if _is_said_to_be(figure, name)), None)
    if later:
        return Bound((later.name,), "medium", "subject of a later clause")
    return Bound((told.near(passage),), "low", "carried over from an earlier sentence") if told.near(passage) else NOBODY


def _is_where(passage: Passage, name: Hit) -> bool:
    """Tell whether a model is where its users do something, or owns the limit told: 在甲上只能生成5秒, 甲的极限."""
    on_it = passage.between(name.start - 2, name.start).strip().endswith("在") and _ON.match(
        passage.between(name.end, name.end + 2)
    )
    return bool(on_it) or _ITS_LIMIT.match(passage.between(name.end, name.end + 8)) is not None


def _is_said_to_be(figure: Figure, name: Hit) -> bool:
    """Tell whether a later clause says whose the figure is: 60秒一镜到底,是甲的极限, 从5秒到60秒,甲只用了半年."""
    passage = figure.passage
    clause = passage.clauses[passage.clause_at(name.start)]
    opens = _OPENS.fullmatch(passage.between(clause.start, name.start)) is not None
    return opens and clause.start >= figure.quantity.end and not _POINTS_BACK.search(figure.before)


def _spoken_of(passage: Passage) -> list[Hit]:
    models = (name for name in passage.names if name.kind == "model")
    models = (name for name in models if passage.is_free(name, of_models=True) or _is_where(passage, name))
    return [name for name in models if not _COMPARED.search(passage.between(name.start - 10, name.start))]
