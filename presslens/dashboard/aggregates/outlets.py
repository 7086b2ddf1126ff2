"""What each outlet prints of each model compared: its values, or that it only names the model, or never does."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from presslens.dashboard.aggregates import models
from presslens.dashboard.text import Text

NEVER = "×"
MOST_IN_CELL = 4


def by_model(
    facts: pd.DataFrame, claimed: pd.DataFrame, mentions: pd.DataFrame, chosen: Sequence[str], text: Text
) -> pd.DataFrame:
    """Give a row per outlet that prints something of the models: fact_ids, outlet, a column per model; most values first.

    A cell holds the values that the outlet prints, "·" where it only names the model, and "×" where it never does.
    """
    told = models.of(facts, claimed, chosen)
    order = {metric: place for place, metric in enumerate(models.PROPERTIES)}
    told = told.assign(place=told["metric"].map(order)).sort_values(["place", "published"], kind="stable", na_position="last")
    named = mentions[mentions["entity"].isin(chosen)]
    rows = []
    for outlet in sorted(set(told["outlet"])):
        own, names = told[told["outlet"] == outlet], set(named[named["outlet"] == outlet]["entity"])
        cells = {model: _cell(own[own["subject"] == model], model in names, text) for model in chosen}
        rows.append({"fact_ids": ",".join(own["fact_id"]), "outlet": outlet, "values": len(own), **cells})
    frame = pd.DataFrame(rows, columns=["fact_ids", "outlet", "values", *chosen])
    ordered = frame.sort_values(["values", "outlet"], ascending=[False, True], kind="stable")
    return ordered.drop(columns="values").reset_index(drop=True)


def only_naming(mentions: pd.DataFrame, said: pd.DataFrame, chosen: Sequence[str]) -> int:
    """Count the outlets that name one of the models and have no row in `by_model`, since they print nothing of it."""
    return len(set(mentions[mentions["entity"].isin(chosen)]["outlet"]) - set(said["outlet"]))


def _cell(own: pd.DataFrame, is_named: bool, text: Text) -> str:
    if own.empty:
        return "·" if is_named else NEVER
    values = list(dict.fromkeys(text.value(row) for row in own.to_dict("records")))
    more = f" +{len(values) - MOST_IN_CELL}" if len(values) > MOST_IN_CELL else ""
    return text("; ").join(values[:MOST_IN_CELL]) + more
