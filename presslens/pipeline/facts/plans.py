"""Whose price the price of a plan is: 标准会员每月66元 is what the product told before it costs."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.model import EntityKind
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated

A_PLAN = cue("plans")
PLAN = Gated(A_PLAN)
_KINDS: tuple[EntityKind, ...] = ("model", "company")
# A product told so many sentences ago is still what a plan belongs to.
_REACH = 4
_RATED = re.compile(r"目标价(?!分别)")
_NO_PRODUCT = frozenset({"governed", "giver", "speaker"})


def of_a_plan(figure: Figure, topics: Topics) -> Bound | None:
    """Give the product of the plan that a price is asked for; the plan's name is added where several are told apart.

    The product is named before the plan in its sentence, else it is the one told last; a plan of nothing named stands for
    itself.
    """
    passage = figure.passage
    if not passage.may(PLAN):
        return None
    start = figure.near_start
    found = [
        one for one in PLAN.finditer(passage.between(start, figure.quantity.start)) if not _of_a_name(figure, start + one.end())
    ]
    if not found:
        return None
    plan = re.sub(r"^(?:付费|订阅)用户$", "", found[-1].group())
    product = _named(figure, start + found[-1].start()) or _told(figure, topics)
    several = len({other.group() for other in PLAN.finditer(passage.text)}) > 1
    subject = " ".join(filter(None, (product, plan if several or not product else "")))
    return Bound((subject,), "medium", "the product whose plan it is") if subject else None


def _of_a_name(figure: Figure, end: int) -> bool:
    """Tell whether what looks like a plan ends a name that already tells the product: ChatGPT Pro."""
    return any(name.start < end <= name.end for name in figure.passage.names)


def _named(figure: Figure, place: int) -> str:
    """Give the product, else the firm, that the nearest clause with a name before the plan has."""
    passage = figure.passage
    for clause in reversed(passage.clauses):
        inside: list[Hit] = passage.names_in(clause.start, min(clause.end, place))
        inside = [name for name in inside if passage.roles[name.start] not in _NO_PRODUCT]
        of_kind = [name for kind in _KINDS for name in reversed(inside) if name.kind == kind]
        if of_kind:
            return of_kind[0].name
    return ""


def _told(figure: Figure, topics: Topics) -> str:
    """Give the product, else the firm, that was told last, or what the text is about."""
    near = [kind for kind in _KINDS if kind in topics.last and figure.passage.no - topics.sentence[kind] <= _REACH]
    return topics.last[near[0]] if near else next((topics.main[kind] for kind in _KINDS if kind in topics.main), topics.topic)


def of_a_rating(figure: Figure, topics: Topics) -> Bound | None:
    """Give the firm whose shares a target price is for, never who sets it: 某行把甲的目标价由40元调高到50元."""
    told = _RATED.search(figure.left)
    if not told or figure.passage.names_in(figure.clause.start + told.end(), figure.quantity.start):
        return None
    inside = [n for n in figure.passage.names_in(figure.passage.start, figure.quantity.start) if n.kind == "company"]
    if inside:
        return Bound((inside[-1].name,), "high", "subject of the clause")
    firm = topics.carried(figure.passage, ("company",), pointed=True) or topics.topic
    return Bound((firm,), "low", "carried over from an earlier sentence") if firm else None
