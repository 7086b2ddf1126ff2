"""Decide a character of which only one byte is left, by the words it would make with its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import log1p

from presslens.pipeline.articles.likelihood import Own, in_words
from presslens.pipeline.articles.phrases import in_phrases
from presslens.pipeline.articles.script import matching_copy, only_simplified

LOST = "□"

# How much likelier than the next (as a logarithm) the best candidate must be, by what is left of the character.
MARGIN_BY_LEAD = 3.0
MARGIN_BY_TRAIL = 1.0
_WINDOW = 8
# How far from a quotation's end its beginning is looked for.
REACH = 600
_WEIGHT_OF_PAIRS = 0.5
_WEIGHT_OF_THREES = 2.0
# Of two lost characters side by side so many readings are weighed.
_PAIRS = 24
# A mark that was opened is closed, and mostly soon.
_GAIN_OF_CLOSING = 3.0

_CLOSING = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "」": "「", "』": "『", "】": "【", "）": "（"}
_PAUSES = frozenset("，、；：")
_STOPS = _PAUSES | {"。"}
_ENDS = _STOPS | {"！", "？", "!", "?"}
_NEVER_AFTER_A_STOP = _STOPS | {"》", "〉"}


def settled(text: str, at: int, candidates: Sequence[str], own: Own, *, margin: float) -> str:
    """Give the candidate that makes the likeliest words at this place, or □ when another one comes close.

    The text is what stands within REACH characters of the place; to give more is slow.

    >>> from presslens.pipeline.articles.likelihood import own_ways
    >>> settled("服務器與數□中心", 5, ("據", "剧", "炬"), own_ways(""), margin=MARGIN_BY_LEAD)
    '據'
    """
    before, after = text[:at], text[at + 1 :]
    # What a converter to Traditional wrote holds no character that only Simplified has.
    simplified = only_simplified()
    fitting = [c for c in candidates if c not in simplified and _may_stand(c, before, after)]
    ranked = sorted(((_score(c, before, after, own), c) for c in fitting), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return LOST
    return ranked[0][1]


def settled_together(
    text: str, at: int, firsts: Sequence[str], seconds: Sequence[str], own: Own, *, margins: tuple[float, float]
) -> str:
    """Give the likeliest two characters for two places side by side, □ for each that another choice comes close to.

    Neither tells anything of the other while it is lost: 模糊 is a word, 。 before a gap is only frequent.

    >>> from presslens.pipeline.articles.likelihood import own_ways
    >>> settled_together("畫面□□不清", 2, ("模", "。", "校"), ("糊", "和", "很"), own_ways(""), margins=(1.0, 3.0))
    '模糊'
    """
    before, after = text[:at], text[at + 2 :]
    simplified = only_simplified()
    chains = (
        (own.after(before[-1:] or "\n", one) + own.after(one, other) + own.after(other, after[:1] or "\n"), one, other)
        for one in firsts
        for other in seconds
        if one not in simplified and other not in simplified
    )
    # A quotation mostly ends in 。”, whatever else the article writes before a line's end.
    ends = [(one, other) for one in firsts if one in _ENDS for other in seconds if other in _CLOSING]
    likely = [
        (one, other)
        for one, other in dict.fromkeys((*((one, other) for _, one, other in nlargest(_PAIRS, chains)), *ends))
        if _may_stand(one, before, other + after) and _may_stand(other, before + one, after)
    ]
    ranked = sorted(
        (
            (_score(one, before, other + after, own) + _score(other, before + one, after, own), one, other)
            for one, other in likely
        ),
        reverse=True,
    )
    if not ranked:
        return LOST * 2
    best, first, second = ranked[0]
    # The next best with another first character, and with another second one.
    others = (
        next((score for score, one, _ in ranked if one != first), None),
        next((score for score, _, other in ranked if other != second), None),
    )
    kept = zip((first, second), others, margins, strict=True)
    return "".join(character if rival is None or best - rival >= margin else LOST for character, rival, margin in kept)


def _score(candidate: str, before: str, after: str, own: Own) -> float:
    pairs = own.after(before[-1:] or "\n", candidate) + own.after(candidate, after[:1] or "\n")
    left, here, right = (matching_copy(part) for part in (before[-2:], candidate, after[:2]))
    seen = sum(
        own.pieces.get(piece, 0) for piece in (left + here, left[-1:] + here + right[:1], here + right) if len(piece) == 3
    )
    return (
        in_words(before[-_WINDOW:] + candidate + after[:_WINDOW])
        + in_phrases(before, candidate, after)
        + _WEIGHT_OF_PAIRS * pairs
        + _WEIGHT_OF_THREES * log1p(seen)
        + log1p(own.pieces.get(left[-1:] + here, 0))
        + (_GAIN_OF_CLOSING if _is_missing(candidate, before, after) else 0.0)
    )


def _may_stand(character: str, before: str, after: str) -> bool:
    """Tell whether a mark can stand here: a closing one closes something, and no line ends on an opening one."""
    if character in _CLOSING:
        return before.count(_CLOSING[character]) > before.count(character)
    in_line = after.split("\n", 1)[0].strip(" *_")
    if character in _CLOSING.values():
        return bool(in_line)
    if character in _PAUSES and not in_line:
        return False
    if before[-1:] in _ENDS and not in_line:
        return False
    if character in _STOPS:
        return before[-1:] not in _STOPS and after[:1] not in _NEVER_AFTER_A_STOP
    return True


def _is_missing(character: str, before: str, after: str) -> bool:
    """Tell a closing mark without which what was opened before would stay open."""
    opening = _CLOSING.get(character)
    if opening is None or before.count(opening) <= before.count(character):
        return False
    closed, opened_again = after.find(character), after.find(opening)
    return closed < 0 or 0 <= opened_again < closed
