"""Score a sentence and the names in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from presslens.model import Score
from presslens.pipeline.sentiment.classifier import Probabilities, model
from presslens.pipeline.sentiment.features import dense, nameless
from presslens.pipeline.sentiment.reading import Reading, read
from presslens.pipeline.sentiment.targets import measures

_TARGET_BAND = 0.3
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TORN = 0.25
_LEAD = 0.15

Label = Literal[-1, 0, 1]


def score(match_sentence: str, targets: Sequence[str] = ()) -> Score:
    """Score the outlook one sentence of a matching copy expresses about its subject, and toward each target.

    The value is the expected label, -1 to 1; the probability is that of the label. A label whose probability lies below
    `model.UNCLEAR_BELOW` is no more than a guess. A sentence without a Chinese character is neutral.

    >>> score("新模型大获成功，用户好评如潮。").label
    1
    >>> found = score("Vidu在时长上仍落后于Sora。", ["Vidu", "Sora"]).targets
    >>> found["Vidu"] < 0 < found["Sora"]
    True
    """
    return score_all([match_sentence], [targets])[0]


def score_all(match_sentences: Sequence[str], targets: Sequence[Sequence[str]]) -> list[Score]:
    """Score many sentences, each with its own targets, in half the time that it takes to score one after the other.

    >>> [found.label for found in score_all(["用户好评如潮。", "服务器接连崩溃。"], [[], []])]
    [1, -1]
    """
    readings = {at: read(text) for at, text in enumerate(match_sentences) if _CHINESE.search(text)}
    if not readings:
        return [_neutral(asked) for asked in targets]
    known = list(readings.values())
    found = dict(zip(readings, model().sentences([nameless(r) for r in known], [dense(r) for r in known]), strict=True))
    toward = _toward(readings, match_sentences, targets, found)
    return [_score(readings[at], found[at], toward[at]) if at in found else _neutral(asked) for at, asked in enumerate(targets)]


def _neutral(targets: Sequence[str]) -> Score:
    return Score(0.0, 0, targets=dict.fromkeys(targets, 0.0))


def _score(reading: Reading, found: Probabilities, toward: dict[str, float]) -> Score:
    label = label_of(found)
    return Score(round(found[2] - found[0], 4), label, reading.cues(), round(found[label + 1], 4), toward)


def target_label(value: float) -> Label:
    """Turn the value toward a name into a label.

    >>> target_label(0.8), target_label(-0.1)
    (1, 0)
    """
    if value > _TARGET_BAND:
        return 1
    return -1 if value < -_TARGET_BAND else 0


def label_of(found: Probabilities) -> Label:
    """Take the most likely label, but none where good and bad are about as likely, or neutral nearly so.

    A sign read the wrong way round misleads more than one that is missed.

    >>> label_of((0.1, 0.2, 0.7)), label_of((0.42, 0.1, 0.48))
    (1, 0)
    """
    negative, neutral, positive = found
    torn = abs(positive - negative) < _TORN or neutral + _LEAD > max(negative, positive)
    return 0 if torn else most_likely(found)


def name_label(found: Probabilities) -> Label:
    """Take the most likely label toward a name, but none where good and bad are about as likely.

    >>> name_label((0.3, 0.3, 0.4)), name_label((0.2, 0.3, 0.5))
    (0, 1)
    """
    return 0 if abs(found[2] - found[0]) < _TORN else most_likely(found)


def most_likely(found: Probabilities) -> Label:
    """Take the most likely label of (negative, neutral, positive).

    >>> most_likely((0.5, 0.3, 0.2))
    -1
    """
    best = max(found)
    return 0 if found[1] == best else 1 if found[2] == best else -1


def _agreeing(found: Probabilities) -> float:
    """Take the expected label, moved no further than needed to lie in the band of the most likely one."""
    value, label = found[2] - found[0], name_label(found)
    if label:
        return label * max(label * value, _TARGET_BAND + 0.01)
    return max(-_TARGET_BAND, min(_TARGET_BAND, value))


def _toward(
    readings: Mapping[int, Reading],
    texts: Sequence[str],
    targets: Sequence[Sequence[str]],
    sentences: Mapping[int, Probabilities],
) -> dict[int, dict[str, float]]:
    """Find the value toward each target, by the number of its sentence."""
    asked = {at: targets[at] for at in readings if targets[at]}
    rows = [row for at, names in asked.items() for row in measures(readings[at], texts[at], names, sentences[at])]
    values = (round(_agreeing(found), 4) for found in model().names(rows))
    return {at: {} for at in readings} | {at: dict(zip(names, values, strict=False)) for at, names in asked.items()}
