"""The model that a specification is told of: one that its own sentence names, else the last one that the text has brought up.

A model has its specifications told over several sentences, and of what is pictured, its picture or its clip, nothing is told.
"""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.listed import share_of
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MODEL_FIRST, OF_MODELS, Reading
from presslens.pipeline.facts.told_models import ToldModels, brought_up, is_only_compared

_OF_A_MODEL = re.compile(r"^的?(?P<noun>[^，,。；;的\d]{1,12}(?:大模型|模型))(?![一-鿿]{0,2}的)")
_OPENS = re.compile(r"\s*(?:这|就|也|正|便|都|则|是|\s)*")
_POINTS_BACK = re.compile(r"[该这本][个款一项]?(?:大?模型|产品|工具|版本)|它(?!们)|其(?!中|他|余|实|次)|新版|前者|后者")
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


def model_of(figure: Figure, told: ToldModels) -> Bound:
    """Find the model of a specification: one the sentence names before it, one it describes, or the one brought up last."""
    passage = told.marked(figure.passage)
    named = [name for name in brought_up(passage) if name.end <= figure.quantity.start]
    if named:
        return Bound(share_of(Figure(figure.quantity, passage), named[-1])[0], "medium", "last model named before it")
    inside = [name for name in passage.names_in(figure.clause.start, figure.quantity.start) if name.kind == "model"]
    inside = [name for name in inside if not is_only_compared(passage, name)]
    if inside:
        return Bound((inside[-1].name,), "low", "last model named before it")
    described = _OF_A_MODEL.match(figure.near_right)
    if described and not _NO_NOUN.match(described.group("noun")):
        return Bound((described.group("noun"),), "medium", "what it describes")
    later = next((name for name in brought_up(passage) if _is_said_to_be(figure, name)), None)
    if later:
        return Bound((later.name,), "medium", "subject of a later clause")
    return Bound((told.near(passage),), "low", "carried over from an earlier sentence") if told.near(passage) else NOBODY


def _is_said_to_be(figure: Figure, name: Hit) -> bool:
    """Tell whether a later clause says whose the figure is: 60秒一镜到底,是甲的极限, 从5秒到60秒,甲只用了半年."""
    passage = figure.passage
    clause = passage.clauses[passage.clause_at(name.start)]
    opens = _OPENS.fullmatch(passage.between(clause.start, name.start)) is not None
    return opens and clause.start >= figure.quantity.end and not _POINTS_BACK.search(figure.before)
