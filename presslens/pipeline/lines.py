"""Requests sent as JSON lines, one object a line, for the commands that answer texts on standard input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


class LineError(Exception):
    """A line that cannot be answered, said in one sentence with its number."""


def requests(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read each line's object with its number; empty lines are skipped; raises LineError for a line without a text.

    >>> list(requests(['{"id": 1, "text": "六十秒"}', ""]))
    [(1, {'id': 1, 'text': '六十秒'})]
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _request(number, line)


def _request(number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise LineError(f"Line {number} is no JSON ({error}). Send one object a line.") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise LineError(f'Line {number} has no text. Send {{"id": ..., "text": "..."}}, one object a line.')
    return found
