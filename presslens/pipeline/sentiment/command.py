"""Answer sentences sent as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.lines import LineError, requests
from presslens.pipeline.sentiment.scoring import score, target_label


def answer(lines: Iterable[str]) -> Iterator[str]:
    """Score each line `{"id", "text", "targets": [...]}` and answer in the same order; empty lines are skipped.

    The text may be in either script. A line that is no such object raises LineError.

    >>> found = json.loads(next(answer(['{"id": 7, "text": "用戶好評如潮"}'])))
    >>> found["id"], found["label"]
    (7, 1)
    """
    for number, found in requests(lines):
        yield json.dumps(_answered(found | {"targets": _targets(number, found)}), ensure_ascii=False)


def _targets(number: int, found: dict[str, Any]) -> list[str]:
    targets = found.get("targets") or []
    if not isinstance(targets, list) or not all(isinstance(name, str) for name in targets):
        raise LineError(f"The targets of line {number} are not a list of names.")
    return targets


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
