"""Figures whose clause only sets the scene: the subject comes in the clause behind it."""

from __future__ import annotations

import re

from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import subject_in

_SETS_THE_SCENE = re.compile(
    r"^(?:[^，,。；;]{0,4}(?:的?情况)?下|的?(?:规模|显卡|GPU|语言)?(?:大?模型)?(?=[A-Z]))|^[^，,。；;]{0,4}(?:就|便|即可)"
)
_SETS_THE_SCENE_BEFORE = re.compile(r"(?:仅用|只用|使用|用了?|拥有|以)[^，,。；;]{0,4}$")


def by_later_clause(figure: Figure, reading: Reading) -> Bound | None:
    """Look ahead where a clause only sets the scene: 仅3亿参数下,某模型已….."""
    scene = _SETS_THE_SCENE.match(figure.near_right) or _SETS_THE_SCENE_BEFORE.search(figure.left)
    under = re.match(r"(?:仅|只)?在[^，,]+下[，,]$", figure.passage.between(figure.clause.start, figure.clause.end))
    if re.match(r"(?:再|如果)?(?:加上|算上|连同|除了)", figure.left) and reading.metric in ("funding_round", "funding_total"):
        later = subject_in(figure.passage, figure.clause.end, figure.passage.end, reading.subjects)
        return Bound((later.name,), "medium", "subject of a later clause") if later else None
    if reading.metric == "price" and re.match(r"(?:即便|即使|尽管|虽然)", figure.left):
        later = subject_in(figure.passage, figure.clause.end, figure.passage.end, reading.subjects, of_models=False)
        return Bound((later.name,), "medium", "subject of a later clause") if later else None
    if reading.metric not in ("params", "compute_tokens", "compute_gpus", "max_duration") or not (scene or under):
        return None
    for clause in figure.passage.clauses[figure.passage.clause_at(figure.quantity.start) :]:
        start = max(clause.start, figure.quantity.end) if not under else max(clause.start, figure.clause.end)
        found = subject_in(figure.passage, start, clause.end, ("model", "company") if under else ("model",))
        if found:
            return Bound((found.name,), "medium", "subject of a later clause")
    return None
