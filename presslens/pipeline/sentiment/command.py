"""Answer sentences sent as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment.scoring import score, target_label


class LineError(Exception):
    """A line that cannot be answered, said in one sentence with its number."""


def answer(lines: Iterable[str]) -> Iterator[str]:
    """Score each line `{"id", "text", "targets": [...]}` and answer in the same order; empty lines are skipped.

    The text may be in either script. A line that is no such object raises LineError.

    >>> found = json.loads(next(answer(['{"id": 7, "text": "用戶好評如潮"}'])))
    >>> found["id"], found["label"]
    (7, 1)
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answered(_question(number, line)), ensure_ascii=False)


def _question(number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise LineError(f"Line {number} is no JSON ({error}). Send one object a line.") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise LineError(f'Line {number} has no text. Send {{"id": ..., "text": "...", "targets": [...]}}.')
    targets = found.get("targets") or []
    if not isinstance(targets, list) or not all(isinstance(name, str) for name in targets):
        raise LineError(f"The targets of line {number} are not a list of names.")
    return found | {"targets": targets}


def _answered(question: dict[str, Any]) -> dict[str, Any]:
    found = score(matching_copy(question["text"]), [matching_copy(name) for name in question["targets"]])
    return {
        "id": question.get("id"),
        "score": found.value,
        "label": found.label,
        "probability": found.probability,
        "cues": list(found.cues),
        "targets": {
            name: {"score": found.targets[matching_copy(name)], "label": target_label(found.targets[matching_copy(name)])}
            for name in question["targets"]
        },
    }
