"""The tables as a reader's ledger leaves them: rejected figures are out, merged names are one, verdicts stand beside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import pandas as pd

from presslens.dashboard.filters import Filters, Query, Table
from presslens.dashboard.ledger import Ledger, Matched

VERDICT = "verdict"
NOTE = "note"
NOTHING_SAID = Ledger()


@dataclass(frozen=True)
class Review:
    """A ledger held against the dataset on screen, and whether only what it accepts is to be shown."""

    ledger: Ledger = NOTHING_SAID
    matched: Matched = field(default_factory=lambda: Matched({}))
    only_accepted: bool = False

    def widened(self, filters: Filters) -> Filters:
        """Ask for a model under every name that now goes by it."""
        models = {name for model in filters.models for name in self.ledger.also_named(model)}
        return replace(filters, models=tuple(sorted(models)))

    def shown(self, frame: pd.DataFrame, table: Table) -> pd.DataFrame:
        """Give the rows of a table that the ledger leaves; of facts and claims also `verdict` and `note`."""
        if not self.ledger:
            return frame
        if table in ("facts", "claims"):
            return self._facts(frame)
        if table == "mentions":
            return frame.assign(entity=frame["entity"].replace(self.ledger.names))
        return self._checks(frame) if table == "checks" else frame

    def left_out(self, frame: pd.DataFrame) -> int:
        """Count the rejected figures among rows of facts or claims as the dataset has them."""
        return int(frame["fact_id"].isin(self.matched.ids("rejected")).sum())

    def spoken_of(self, fact_ids: Collection[str]) -> int:
        """Count the facts, by their ids, that the reader has accepted or rejected."""
        entries = (self.matched.entries.get(fact_id) for fact_id in fact_ids)
        return sum(bool(entry and entry.verdict) for entry in entries)

    def listed(self, frame: pd.DataFrame, beside: str) -> pd.DataFrame:
        """Give the rows of facts, as the dataset has them, that the ledger lets stand in a list beside one figure.

        That figure itself stays: its evidence can be seen whatever was said of it.
        """
        kept = [fact_id == beside or self._holds({fact_id}) for fact_id in frame["fact_id"]]
        return frame[kept] if self.ledger else frame

    def compared(self, fact_ids: Collection[str], beside: str) -> bool:
        """Tell whether a check may be shown beside one figure: all others that it compares must be shown too."""
        return not self.ledger or self._holds({*fact_ids} - {beside})

    def _facts(self, frame: pd.DataFrame) -> pd.DataFrame:
        entries = self.matched.entries
        said = [entries.get(fact_id) for fact_id in frame["fact_id"]]
        told = frame.assign(
            subject=frame["subject"].replace(self.ledger.names),
            **{
                VERDICT: [entry.verdict if entry else "" for entry in said],
                NOTE: [entry.note if entry else "" for entry in said],
            },
        )
        return told[(told[VERDICT] == "accepted") if self.only_accepted else (told[VERDICT] != "rejected")]

    def _checks(self, frame: pd.DataFrame) -> pd.DataFrame:
        renamed = frame.assign(subject=frame["subject"].replace(self.ledger.names))
        return renamed[[self._holds(set(ids)) for ids in frame["fact_ids"]]]

    def _holds(self, fact_ids: set[str]) -> bool:
        """Tell whether every fact a check compares is shown."""
        if self.only_accepted:
            return self.matched.ids("accepted").issuperset(fact_ids)
        return self.matched.ids("rejected").isdisjoint(fact_ids)


def spoken_of(rows: pd.DataFrame) -> int:
    """Count the rows of facts that the reader has spoken of."""
    return int((rows[VERDICT] != "").sum()) if VERDICT in rows.columns else 0


def candidates(ledger: Ledger) -> Query:
    """Make the query for the facts and claims that a ledger may speak of."""
    ids: Collection[str] = [entry.fact_id for entry in ledger.entries]
    articles = sorted({entry.article_id for entry in ledger.entries})
    columns = 'fact_id, article_id, start, "end", surface'
    marks = ", ".join("?" * len(ids)), ", ".join("?" * len(articles))
    where = f"WHERE fact_id IN ({marks[0]}) OR article_id IN ({marks[1]})"
    return Query(
        f"SELECT {columns} FROM facts {where} UNION ALL SELECT {columns} FROM claims {where}",
        (*ids, *articles, *ids, *articles),
    )
