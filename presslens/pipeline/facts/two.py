"""前者 and 后者: which of two things told before a figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presslens.lexicon import Hit
from presslens.pipeline.facts.passage import Figure

_FORMER, _LATTER = "前者", "后者"
# 较前者低一成, 是后者的三倍: what something is measured by is not what the figure is of.
_STANDARD = re.compile(r"(?:比|较|与|跟|和|同|是|为|只有|不及|不到|仅|相当于|超过|低于|高于|超越)\s?$")
_TWO = 2


def two_of(names: Iterable[Hit]) -> tuple[str, str] | None:
    """Take the two things that names tell of: two models if there are as many, else two firms, else the first two."""
    told = list(dict.fromkeys((name.name, name.kind) for name in names if name.kind in ("company", "model")))
    for kind in ("model", "company"):
        alike = [name for name, of_kind in told if of_kind == kind]
        if len(alike) == _TWO:
            return alike[0], alike[1]
    return (told[0][0], told[1][0]) if len(told) >= _TWO else None


def former_or_latter(figure: Figure, pair: tuple[str, str]) -> str:
    """Give what 前者 or 后者 before a figure stands for: of two things of its own sentence, else of the `pair` told before."""
    passage, before = figure.passage, figure.before
    at = max(before.rfind(_FORMER), before.rfind(_LATTER))
    if at < 0 or _STANDARD.search(before[:at]):
        return ""
    own = passage.names_in(passage.start + at, figure.quantity.start)
    if any(name.kind in ("company", "model") and passage.is_free(name) for name in own):
        return ""
    first = min(place for place in (before.find(_FORMER), before.find(_LATTER)) if place >= 0)
    here = passage.names_in(passage.start, passage.start + first)
    is_latter = before.startswith(_LATTER, at)
    if is_latter and _FORMER not in before and here:
        return here[-1].name
    of_two = two_of(here) or pair
    return of_two[1] if is_latter else of_two[0]
