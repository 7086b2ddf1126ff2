"""Decide a character of which only one byte is left, by the words it would make with its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import exp, inf, log1p

from presslens.pipeline.articles.likelihood import Own, in_words, leaves_open
from presslens.pipeline.articles.phrases import in_phrases
from presslens.pipeline.articles.script import matching_copy, only_simplified, usual_form

LOST = "□"

# The best candidate is taken for the character when it is that with this probability.
LEAST_CERTAINTY = 0.7
_WINDOW = 8
# How far from a quotation's end its beginning is looked for.
REACH = 600
# Of two lost characters side by side so many readings are weighed.
_PAIRS = 24

# What makes of the evidence for a candidate the logarithm of its share: fitted to characters taken out of every second
# one of 152 articles (conditional logistic regression over the candidates of each), but for the weight of the character
# before, which was raised by hand for pairs of lost characters. What marks gain and clauses cost was chosen on that half.
_WEIGHT_OF_WORDS, _WEIGHT_OF_PHRASES = 0.74, 0.44
_WEIGHT_OF_PREVIOUS, _WEIGHT_OF_NEXT = 0.3, 0.38
_WEIGHT_OF_LEFT_PAIR, _WEIGHT_OF_RIGHT_PAIR = 1.84, 0.56
_WEIGHT_OF_LEFT_THREE, _WEIGHT_OF_MIDDLE_THREE, _WEIGHT_OF_RIGHT_THREE = 1.17, 1.77, 0.67
_WEIGHT_OF_LEFT_FOUR, _WEIGHT_OF_USUAL_FORM = 0.96, 1.25
# A mark that was opened is closed, and mostly soon: at the latest where its paragraph ends.
_GAIN_OF_CLOSING, _GAIN_OF_CLOSING_AT_THE_END = 2.0, 8.0

# A clause of one character, and one that ends on a conjunction or preposition.
_COST_OF_LONE, _COST_OF_LEADING = 4.0, 2.5

_CLOSING = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "」": "「", "』": "『", "】": "【", "）": "（"}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
# Two of them make the mark.
_DOUBLE = ("…", "—")
_GAIN_OF_DOUBLE = 6.0
_PAUSES = frozenset("，、；：")
_STOPS = _PAUSES | {"。"}
_ENDS = _STOPS | {"！", "？", "!", "?"}
_ENDINGS = frozenset("，。、；：！？,;:!?)）\n")
_NEVER_AFTER_A_STOP = _STOPS | {"》", "〉", ",", ";", ":"}


def settled(text: str, at: int, candidates: Sequence[str], own: Own) -> str:
    """Give the candidate that makes the likeliest words at this place, or □ when that is not certain enough.

    The text is what stands within REACH characters of the place; to give more is slow.

    >>> from presslens.pipeline.articles.likelihood import own_ways
    >>> settled("服務器與數□中心", 5, ("據", "剧", "炬"), own_ways(""))
    '據'
    """
    before, after = text[:at], text[at + 1 :]
    # What a converter to Traditional wrote holds no character that only Simplified has.
    simplified = only_simplified()
    fitting = (c for c in candidates if c not in simplified and _may_stand(c, before, after))
    return _certain({c: _score(c, before, after, own) for c in fitting}, 0)


def _certain(scores: Mapping[str, float], place: int) -> str:
    """Give the character that the best reading has at a place; □ when those with another one there come close."""
    if not scores:
        return LOST
    by_character: defaultdict[str, float] = defaultdict(lambda: -inf)
    for reading, score in scores.items():
        by_character[reading[place]] = max(by_character[reading[place]], score)
    best = max(by_character, key=by_character.__getitem__)
    share = 1 / sum(exp(score - by_character[best]) for score in by_character.values())
    return best if share >= LEAST_CERTAINTY else LOST


def settled_together(text: str, at: int, firsts: Sequence[str], seconds: Sequence[str], own: Own) -> str:
    """Give the likeliest two characters for two places side by side, □ for each that is not certain enough.

    Neither tells anything of the other while it is lost: 模糊 is a word, 。 before a gap is only frequent.

    >>> from presslens.pipeline.articles.likelihood import own_ways
    >>> settled_together("畫面□□不清", 2, ("模", "。", "校"), ("糊", "和", "很"), own_ways(""))
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
    scores = {
        one + other: _score(one, before, other + after, own) + _score(other, before + one, after, own) for one, other in likely
    }
    return _certain(scores, 0) + _certain(scores, 1)


def _score(candidate: str, before: str, after: str, own: Own) -> float:
    left, here, right = (matching_copy(part) for part in (before[-3:], candidate, after[:2]))
    last, seen = left[-1:], own.pieces
    return (
        _WEIGHT_OF_WORDS * in_words(before[-_WINDOW:] + candidate + after[:_WINDOW])
        + _WEIGHT_OF_PHRASES * in_phrases(before, candidate, after)
        + _WEIGHT_OF_PREVIOUS * own.after(before[-1:] or "\n", candidate)
        + _WEIGHT_OF_NEXT * own.after(candidate, after[:1] or "\n")
        + _WEIGHT_OF_LEFT_PAIR * _often(seen, last + here, 2)
        + _WEIGHT_OF_RIGHT_PAIR * _often(seen, here + right[:1], 2)
        + _WEIGHT_OF_LEFT_THREE * _often(seen, left[-2:] + here, 3)
        + _WEIGHT_OF_MIDDLE_THREE * _often(seen, last + here + right[:1], 3)
        + _WEIGHT_OF_RIGHT_THREE * _often(seen, here + right, 3)
        + _WEIGHT_OF_LEFT_FOUR * _often(seen, left + here, 4)
        + _WEIGHT_OF_USUAL_FORM * (usual_form(before[-1:], candidate, after[:1]) == candidate)
        + _gain_of_closing(candidate, before, after)
        + _gain_of_double(candidate, before, after)
        - _cost_of_ending(candidate, before, after)
    )


def _cost_of_ending(candidate: str, before: str, after: str) -> float:
    """Count what speaks against a character before the end of a clause: it is the whole clause, or opens what would follow."""
    if after[:1] not in _ENDINGS or not "\u3400" <= candidate <= "\u9fff":
        return 0.0
    is_all = before[-1:] in _ENDINGS
    return _COST_OF_LONE * is_all + _COST_OF_LEADING * leaves_open(before, candidate)


def _often(seen: Mapping[str, int], piece: str, length: int) -> float:
    return log1p(seen.get(piece, 0)) if len(piece) == length else 0.0


def _may_stand(character: str, before: str, after: str) -> bool:
    """Tell whether a mark can stand here: a closing one closes something, and no line ends on an opening one."""
    if character in _CLOSING:
        return _is_open(_CLOSING[character], before)
    in_line = _in_line(after)
    if character in _OPENING:
        return bool(in_line) and not _is_open(character, _line_of(before)) and not _opens_next(character, in_line)
    if character in _PAUSES and not in_line:
        return False
    if before[-1:] in _ENDS and not in_line:
        return False
    if character == "。" and _is_open("《", _line_of(before)):
        return False
    if character in _STOPS:
        return before[-1:] not in _STOPS and after[:1] not in _NEVER_AFTER_A_STOP
    return True


def _gain_of_closing(character: str, before: str, after: str) -> float:
    """Favour a closing mark without which what was opened before would stay open."""
    opening = _CLOSING.get(character)
    if opening is None or not _is_open(opening, before):
        return 0.0
    if _is_open(opening, _line_of(before)) and not _in_line(after):
        return _GAIN_OF_CLOSING_AT_THE_END
    return _GAIN_OF_CLOSING if character not in after or _opens_next(opening, after) else 0.0


def _gain_of_double(character: str, before: str, after: str) -> float:
    """Favour the other half of a mark that is printed as two."""
    halves = (mark for mark in _DOUBLE if before[-1:] == mark or after[:1] == mark)
    for mark in halves:
        beside = len(before) - len(before.rstrip(mark)) + len(after) - len(after.lstrip(mark))
        if beside % 2:
            return _GAIN_OF_DOUBLE if character == mark else -_GAIN_OF_DOUBLE
    return 0.0


def _is_open(opening: str, before: str) -> bool:
    return before.count(opening) > before.count(_OPENING[opening])


def _opens_next(opening: str, after: str) -> bool:
    """Tell whether what follows opens a quotation before it closes one."""
    opened, closed = after.find(opening), after.find(_OPENING[opening])
    return opened >= 0 and (closed < 0 or opened < closed)


def _line_of(before: str) -> str:
    return before[before.rfind("\n") + 1 :]


def _in_line(after: str) -> str:
    return after.split("\n", 1)[0].strip(" *_")
