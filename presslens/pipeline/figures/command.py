"""Answer texts with their figures over JSON lines: the protocol other programs measure readers by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from presslens.model import Quantity
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.figures.counts import chip_noun
from presslens.pipeline.figures.quantities import read_quantities
from presslens.pipeline.lines import LineError, requests

# A damaged page prints the sound of a character inside brackets after it: 6個(gè)月.
_NOTE = re.compile(r"(?<=[\u3400-\u9fff])\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")
_WIDE_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_QUALIFIERS = {"about": "approx", "at_least": "gte", "at_most": "lte", "vague": "gt"}


def answer(lines: Iterable[str]) -> Iterator[str]:
    """Answer each JSON line {"id", "text", "ref"} with one JSON line {"id", "quantities"}, in order.

    >>> next(answer(['{"id": 1, "text": "60秒", "ref": null}']))
    '{"id": 1, "quantities": [{"surface": "60秒", "start": 0, "kind": "duration", "value": 60.0, "unit": "s"}]}'
    """
    for number, request in requests(lines):
        figures = read_printed(request["text"], _reference(number, request))
        yield json.dumps({"id": request.get("id"), "quantities": figures}, ensure_ascii=False)


def _reference(number: int, request: dict[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(request["ref"]) if request.get("ref") else None
    except (TypeError, ValueError) as error:
        raise LineError(f"The ref of line {number} is no date: {request['ref']}. Send it like 2024-03-01.") from error


def read_printed(text: str, reference: datetime | None = None) -> list[dict[str, Any]]:
    """Read the figures of a printed text, its offsets those of the text, notes on pronunciation skipped.

    >>> [figure["value"] for figure in read_printed("售价１,０００元")]
    [1000.0]
    """
    kept = _kept_places(text)
    wide = _WIDE_THOUSANDS.sub(",", text)
    copy = matching_copy("".join(wide[place] for place in kept) if kept is not None else wide)
    return [_as_printed(text, kept, figure) for figure in read_quantities(copy, reference)]


def _kept_places(text: str) -> list[int] | None:
    notes = [match.span() for match in _NOTE.finditer(text)]
    if not notes:
        return None
    dropped = {place for start, end in notes for place in range(start, end)}
    return [place for place in range(len(text)) if place not in dropped]


def _as_printed(text: str, kept: list[int] | None, figure: Quantity) -> dict[str, Any]:
    start, end = figure.start, figure.end - chip_noun(figure)
    if kept is not None:
        start, end = kept[start], kept[end - 1] + 1
        note = _NOTE.match(text, end)
        end = note.end() if note else end
    row: dict[str, Any] = {
        "surface": text[start:end],
        "start": start,
        "kind": "quantity" if figure.kind == "measure" else figure.kind,
    }
    if figure.kind in ("date", "datetime"):
        return row | _days(figure)
    if figure.kind != "resolution" and figure.low == figure.high:
        row["value"] = figure.low
    else:
        row |= {"low": figure.low, "high": figure.high}
    row["unit"] = figure.unit or None
    if figure.bound in _QUALIFIERS:
        row["qualifier"] = _QUALIFIERS[figure.bound]
    return row


def _days(figure: Quantity) -> dict[str, Any]:
    if figure.first_day is None or figure.last_day is None:
        return {}
    if figure.kind == "date" or figure.low is None or figure.high is None:
        return {"low": figure.first_day.isoformat(), "high": figure.last_day.isoformat(), "unit": "date"}
    midnight = datetime.min.time()
    first = datetime.combine(figure.first_day, midnight) + timedelta(seconds=figure.low)
    last = datetime.combine(figure.last_day, midnight) + timedelta(seconds=figure.high)
    return {"low": first.isoformat(), "high": last.isoformat(), "unit": "datetime"}
