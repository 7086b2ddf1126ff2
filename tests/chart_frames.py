"""Small frames in the dashboard's columns, written for the tests of charts and aggregates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

import pandas as pd
import plotly.graph_objects as go

FACT: dict[str, Any] = {
    "article_id": "a1",
    "sentence_no": 1,
    "start": 0,
    "end": 4,
    "surface": "10亿美元",
    "kind": "money",
    "low": 1e9,
    "high": 1e9,
    "unit": "USD",
    "value_text": "",
    "bound": "exact",
    "subject": "AI video",
    "metric": "market_size",
    "scope": "global",
    "as_of": "2024",
    "attributed_to": "",
    "origin": "article:a1",
    "status": "actual",
    "amount_usd": 1e9,
    "rule": "any",
    "steps": (),
    "confidence": "high",
    "outlet": "Daily",
    "title": "A title",
    "published": date(2024, 3, 1),
    "family": "a1",
}


def facts(*changes: dict[str, Any]) -> pd.DataFrame:
    """Make facts named f1, f2, ..., each the model fact with its changes; no changes at all make an empty frame."""
    rows = [{"fact_id": f"f{number}", **FACT, **change} for number, change in zip(count(1), changes, strict=False)]
    return pd.DataFrame(rows, columns=["fact_id", *FACT])


def dollars(amount: float, **changes: Any) -> dict[str, Any]:
    return {"low": amount, "high": amount, "amount_usd": amount, **changes}


def checks(*rows: dict[str, Any]) -> pd.DataFrame:
    model = {
        "kind": "growth",
        "metric": "market_size",
        "value": 10.0,
        "unit": "%",
        "agrees": None,
        "diagnosis": "",
        "steps": (),
    }
    return pd.DataFrame([{**model, **row} for row in rows], columns=[*model, "fact_ids"])


def articles(*changes: dict[str, Any]) -> pd.DataFrame:
    model = {
        "title": "A title",
        "outlet": "Daily",
        "published": date(2024, 3, 1),
        "characters": 1000,
        "sentiment": 0.2,
        "sentiment_low": 0.1,
        "sentiment_high": 0.3,
    }
    rows = [{"article_id": f"a{number}", **model, **change} for number, change in zip(count(1), changes, strict=False)]
    return pd.DataFrame(rows, columns=["article_id", *model])


def sentences(*changes: dict[str, Any]) -> pd.DataFrame:
    model = {
        "article_id": "a1",
        "start": 0,
        "end": 9,
        "sentiment": 0.5,
        "label": 1,
        "probability": 0.9,
        "in_mean": True,
        "quoted": False,
        "cues": ("突破",),
        "outlet": "Daily",
        "title": "A title",
        "published": date(2024, 3, 1),
        "family": "a1",
    }
    rows = [{"sentence_no": number, **model, **change} for number, change in zip(count(1), changes, strict=False)]
    return pd.DataFrame(rows, columns=["sentence_no", *model])


def mentions(*changes: dict[str, Any]) -> pd.DataFrame:
    model = {
        "article_id": "a1",
        "start": 0,
        "end": 4,
        "entity": "Sora",
        "entity_kind": "model",
        "sentiment": 0.5,
        "outlet": "Daily",
    }
    rows = [{"sentence_no": number, **model, **change} for number, change in zip(count(1), changes, strict=False)]
    return pd.DataFrame(rows, columns=["sentence_no", *model])


def keywords(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame([(*row, 1.0) for row in rows], columns=["article_id", "term", "count", "weight"])


def points(figure: go.Figure) -> Iterator[tuple[Any, Any, str]]:
    """Give x, y and ids of every mark that can be pointed at; lines alone and legend entries are no marks."""
    for trace in figure.data:
        mode = getattr(trace, "mode", None) or ""
        if trace.type == "bar" or "markers" in mode or "text" in mode:
            ids = [""] * len(trace.x) if trace.customdata is None else trace.customdata
            yield from ((x, y, known) for x, y, known in zip(trace.x, trace.y, ids, strict=True) if x is not None)


def ids(figure: go.Figure) -> set[str]:
    """Give every id that any mark carries, an empty one for a mark that carries none."""
    return {part for _, _, known in points(figure) for part in known.split(",")}
