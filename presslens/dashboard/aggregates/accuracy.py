"""How often facts are right and found, measure by measure, from the file that a measurement leaves beside the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

COLUMNS = ("set", "articles", "metric", "aspect", "hits", "of", "value", "low", "high")
ALL_NAMED = "all_named"
ANY_FIGURE = "any_figure"


def shares(sets: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """Lay out every measured share: set, articles, metric, aspect (right, found), hits, of, and value, low, high in 0-1.

    The metric is one of the closed list, `all_named` for all of those together, or `any_figure` for figures found at all.
    Raises KeyError or TypeError for a file of another shape.

    >>> nine = {"hits": 9, "of": 10, "value": 0.9, "low": 0.6, "high": 0.98}
    >>> one = {"articles": 2, "quantities_recall": nine, "facts_precision": nine, "facts_recall": nine, "metrics": {}}
    >>> shares({"seed": one})[["set", "metric", "aspect", "hits"]].values.tolist()[0]
    ['seed', 'all_named', 'right', 9]
    """
    rows = []
    for name, measured in sets.items():
        pairs = {ALL_NAMED: {"precision": measured["facts_precision"], "recall": measured["facts_recall"]}}
        for metric, pair in {**pairs, **measured["metrics"]}.items():
            rows.append(_row(name, measured, metric, "right", pair["precision"]))
            rows.append(_row(name, measured, metric, "found", pair["recall"]))
        rows.append(_row(name, measured, ANY_FIGURE, "found", measured["quantities_recall"]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(name: str, measured: Mapping[str, Any], metric: str, aspect: str, share: Mapping[str, Any]) -> dict[str, Any]:
    numbers = {key: share[key] for key in ("hits", "of", "value", "low", "high")}
    return {"set": name, "articles": measured["articles"], "metric": metric, "aspect": aspect, **numbers}
