"""What a chart draws, read back from the figure itself: a row for each mark, so that an export cannot differ from the picture.

A trace that answers the pointer is data, point by point. One that does not is decoration, unless its `meta["role"]` says
what it tells of a mark: `label` (its words; `meta["rows"]` names each mark's row), `interval` and `range` (two ends), `event`
(a day, with no height of its own). Points whose entries in the trace's `ids` are the same up to a slash are one mark; Plotly
itself draws only one of two points with one id. `meta["y"]` is the true value where a bar is drawn longer to be seen, and the
layout's `meta` names an axis that no title names.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

COLUMNS = ("row", "x", "x_to", "y", "y_to", "low", "high", "label", "details", "ids")
NO_BREAK = "\u00a0"
_TAG = re.compile(r"<[^>]+>")


def marks(figure: go.Figure) -> pd.DataFrame:
    """Give a row for each mark, in COLUMNS: its row or series, its place (a range has two ends), interval, words and ids."""
    found: dict[str, dict[str, Any]] = {}
    for number, trace in enumerate(figure.data):
        role = (trace.meta or {}).get("role", "")
        if trace.hoverinfo == "skip" and not role:
            continue
        for key, point in _points(trace, number):
            _note(found.setdefault(key, {"x": [], "y": [], "words": {}}), point, role)
    return pd.DataFrame([_row(mark) for mark in found.values()], columns=list(COLUMNS))


def axis_names(figure: go.Figure) -> dict[str, str]:
    """Name the axes that have a title or a name in the layout's `meta`; an empty name means an axis that measures nothing."""
    named = {axis: figure.layout[f"{axis}axis"].title.text or "" for axis in ("x", "y")}
    hidden = {"y": ""} if figure.layout.yaxis.visible is False else {}
    return {axis: name for axis, name in named.items() if name} | hidden | dict(figure.layout.meta or {})


def plain(drawn: object) -> str:
    """Take Plotly's markup out of a label or a hover text; its lines become parts of one line.

    >>> plain("<b>60 s</b><br>OpenAI &amp; others")
    '60 s; OpenAI & others'
    """
    lines = str(drawn or "").replace(NO_BREAK, " ").split("<br>")
    told = "; ".join(line for line in (html.unescape(_TAG.sub("", line)).strip() for line in lines) if line)
    return told.replace(":; ", ": ")


def _points(trace: Any, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    meta = trace.meta or {}
    xs, ys = _listed(trace.x), _listed(meta.get("y", trace.y))
    for place, (x, y) in enumerate(zip(xs, ys, strict=True)):
        key = str(trace.ids[place]).partition("/")[0] if trace.ids is not None else f"{number} {place}"
        yield (
            key,
            {
                "x": x,
                "y": y,
                "error": _interval(trace, place, y),
                "row": _at(meta.get("rows"), place) or trace.name or "",
                "label": _at(trace.text, place),
                "details": _at(trace.hovertext, place),
                "ids": _at(trace.customdata, place),
            },
        )


def _note(mark: dict[str, Any], point: dict[str, Any], role: str) -> None:
    """Add what one point tells of a mark."""
    for name in ("row", "label", "details", "ids"):
        if point[name] and not mark["words"].get(name):
            mark["words"][name] = point[name]
    if role == "interval":
        mark["interval"] = [*mark.get("interval", ()), point["x"]]
    elif role != "label":
        mark["x"].append(point["x"])
        if role != "event":
            mark["y"].append(point["y"])
    if point["error"]:
        mark["interval"] = point["error"]


def _row(mark: dict[str, Any]) -> dict[str, Any]:
    (x, x_to), (y, y_to) = _ends(mark["x"]), _ends(mark["y"])
    low, high = _ends(mark.get("interval", ()))
    words = {name: plain(mark["words"].get(name)) for name in ("row", "label", "details")}
    ids = mark["words"].get("ids") or ""
    place = {"x": x, "x_to": x_to, "y": y, "y_to": y_to, "low": low, "high": high}
    return {**words, **place, "ids": ids if isinstance(ids, str) else str(ids[0])}


def _ends(values: Sequence[Any]) -> tuple[Any, Any]:
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else (None, None)


def _interval(trace: Any, place: int, y: Any) -> list[float]:
    # Bars and lines have no interval; only an interval that is drawn is told.
    error = trace.error_y
    if not error.visible or error.array is None:
        return []
    return [y - error.arrayminus[place], y + error.array[place]]


def _listed(values: Any) -> list[Any]:
    return [] if values is None else [_single(value) for value in values]


def _single(value: Any) -> Any:
    if isinstance(value, np.datetime64 | datetime):
        return pd.Timestamp(value)
    return value.item() if hasattr(value, "item") else value


def _at(values: Any, place: int) -> Any:
    if values is None or isinstance(values, str):
        return values
    return values[place] if place < len(values) else None
