"""Outlook toward models and companies, outlet by outlet, with who never mentions whom."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from presslens.dashboard import counting

FEWEST_SENTENCES = 3
EVERYONE = "*"
CELL_COLUMNS = ("outlet", "entity", "mean", "sentences", "counted", "article_ids")


def named(mentions: pd.DataFrame, kind: str, told: pd.DataFrame) -> pd.DataFrame:
    """Give what the sentences among `told` say of the names of one kind; a name counts once in a sentence."""
    rows = mentions[(mentions["entity_kind"] == kind) & mentions["sentiment"].notna()]
    rows = rows.drop_duplicates(["article_id", "sentence_no", "entity"])
    return rows.merge(told[["article_id", "sentence_no"]], on=["article_id", "sentence_no"])


def most_named(found: pd.DataFrame, most: int) -> list[str]:
    """Give the names that stand in most sentences, in at least three, commonest first."""
    counted = found["entity"].value_counts().rename_axis("entity").reset_index()
    ordered = counted[counted["count"] >= FEWEST_SENTENCES].sort_values(["count", "entity"], ascending=[False, True])
    return ordered["entity"].head(most).tolist()


def by_outlet(found: pd.DataFrame, outlets: Sequence[str], most: int = 10) -> pd.DataFrame:
    """Cross all outlets together (`EVERYONE`) and then each of the given ones with the commonest names, one row for a pair.

    An outlet that never mentions a name has 0 sentences there and no mean: that is not the same as a mean of zero.
    """
    names = most_named(found, most)
    found = found.assign(counted=counting.keys(found))
    both = pd.concat([found.assign(outlet=EVERYONE), found[found["outlet"].isin(outlets)]])
    cells = (
        both.groupby(["outlet", "entity"], sort=True)
        .agg(
            mean=("sentiment", "mean"),
            sentences=("sentence_no", "size"),
            counted=("counted", "nunique"),
            article_ids=("article_id", lambda ids: ",".join(dict.fromkeys(ids))),
        )
        .reindex(pd.MultiIndex.from_product([[EVERYONE, *outlets], names], names=["outlet", "entity"]))
        .reset_index()
    )
    filled = {"sentences": 0, "counted": 0, "article_ids": ""}
    return cells.fillna(filled).astype({"sentences": int, "counted": int})[list(CELL_COLUMNS)]


def behind(found: pd.DataFrame, outlet: str, entity: str) -> pd.DataFrame:
    """Give the mentions behind one pair."""
    among = found[found["entity"] == entity]
    return among if outlet == EVERYONE else among[among["outlet"] == outlet]
