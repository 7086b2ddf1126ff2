"""Score a sentence and the names in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import tanh

from presslens.model import Score
from presslens.pipeline.sentiment.reading import read

_SURE = 0.35


def score(match_sentence: str, targets: Sequence[str] = ()) -> Score:
    """Score the outlook one sentence of a matching copy expresses about its subject, and toward each target.

    >>> score("新模型大获成功，用户好评如潮。").label
    1
    """
    reading = read(match_sentence)
    value = round(tanh(reading.total() / 2), 4)
    label = (value > _SURE) - (value < -_SURE)
    return Score(value, label, reading.cues(), round(max(abs(value), 1 - abs(value)), 4), dict.fromkeys(targets, value))  # type: ignore[arg-type]
