"""The words that a figure completes, also where the clause before it has the noun and its own only says how far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from presslens.lexicon import cue

if TYPE_CHECKING:
    from presslens.pipeline.facts.passage import Figure

HOW_FAR = cue("how_far")
_ONLY_HOW_FAR = re.compile(rf"\s*(?:{HOW_FAR}|{cue('leading_words')}|{cue('compared_with')}|\s)*")
# 营收方面，甲为65亿元: what comes first is what is measured.
_ON_WHICH = re.compile(r"[^，,。；;]{2,8}(?:方面|上面)[，,:：]")
_RATES: frozenset[str] = frozenset({"percent", "ratio"})
_TIMES: frozenset[str] = frozenset({"date", "datetime", "duration"})


def stretch_of(figure: Figure) -> str:
    """Give the words of its clause that a figure completes, with those of the clause before where they only say how far.

    Times are left out, and so are rates of change told on the way: of 营业额按年增长47%，至1亿令吉 it is 营业额按年增长，至.
    A clause that ends in an amount of its own is not looked at.
    """
    passage, number = figure.passage, figure.passage.clause_at(figure.quantity.start)
    start = figure.clause.start
    near = _without(figure, figure.near_start, figure.quantity.start)
    if near is not None and number > 0:
        about = passage.between(passage.clauses[number - 1].start, start)
        if _ON_WHICH.match(about):
            return about + near
    if near is None or not _ONLY_HOW_FAR.fullmatch(near):
        return figure.near_left if near is None else near
    text = _without(figure, start, figure.quantity.start)
    while text is not None and number > 0 and _ONLY_HOW_FAR.fullmatch(text):
        number -= 1
        earlier = _without(figure, passage.clauses[number].start, start)
        if earlier is None or "占" in earlier:
            break
        start, text = passage.clauses[number].start, earlier + text
    return near if text is None else text


def _without(figure: Figure, start: int, end: int) -> str | None:
    """Give a stretch without times and rates, or nothing where it has a figure of another kind."""
    kept, at = [], start
    for other in figure.passage.figures:
        if start <= other.start and other.end <= end and other is not figure.quantity:
            if other.kind not in _RATES | _TIMES:
                return None
            kept.append(figure.passage.between(at, other.start))
            at = other.end
    return "".join([*kept, figure.passage.between(at, end)])
