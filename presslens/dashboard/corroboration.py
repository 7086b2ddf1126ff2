"""Who says the same, and who says otherwise: one fact held against every other one on the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from presslens.dashboard.filters import Query

ALMOST = 1.15
_COLUMNS = "t.*, a.outlet, a.title, a.author, a.published, a.published_precision, a.published_basis, a.family, a.script, a.url"
_ALL = f"SELECT {_COLUMNS} FROM (SELECT * FROM facts UNION ALL SELECT * FROM claims) t JOIN articles a USING (article_id)"


def by_id(fact_ids: Sequence[str]) -> Query:
    """Make the query for facts and claims by their ids."""
    return Query(f"{_ALL} WHERE t.fact_id IN ({', '.join('?' * len(fact_ids)) or 'NULL'})", tuple(fact_ids))


def on_the_same(fact: Mapping[str, Any]) -> Query | None:
    """Make the query for everything printed of the same measure and subject; None where the fact names neither clearly."""
    if fact["metric"] == "other" or not (fact["subject"] or fact["scope"]):
        return None
    same = "t.metric = ? AND t.subject = ? AND t.scope = ? ORDER BY a.published, t.fact_id"
    return Query(f"{_ALL} WHERE {same}", (fact["metric"], fact["subject"], fact["scope"]))


def agreeing(fact: Mapping[str, Any], others: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that print the same value for the same time, the fact itself among them."""
    return others[[_same(fact, row) for row in others.to_dict("records")]] if len(others) else others


def differing(fact: Mapping[str, Any], others: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that print a value for the same time that cannot be the same one."""
    return others[[_apart(fact, row) for row in others.to_dict("records")]] if len(others) else others


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["as_of"] != other["as_of"] or one["unit"] != other["unit"]:
        return False
    return _ends(one) == _ends(other) and str(one["value_text"]).casefold() == str(other["value_text"]).casefold()


def _apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["kind"] == "date":
        # 2024-02 and 2024-02-16 are one date, told more or less precisely.
        return not (one["as_of"].startswith(other["as_of"]) or other["as_of"].startswith(one["as_of"]))
    if one["as_of"] != other["as_of"]:
        return False
    if one["kind"] == "text":
        return str(one["value_text"]).casefold() != str(other["value_text"]).casefold()
    if one["unit"] != other["unit"]:
        return _amounts_apart(one["amount_usd"], other["amount_usd"])
    (low, high), (other_low, other_high) = _reach(one), _reach(other)
    return high < other_low or other_high < low


def _amounts_apart(one: float, other: float) -> bool:
    """Tell whether two sums in different currencies differ by more than an exchange rate explains."""
    return bool(one > 0 and other > 0 and max(one, other) / min(one, other) > ALMOST)


def _ends(fact: Mapping[str, Any]) -> tuple[float | None, float | None]:
    low, high = (None if pd.isna(end) else float(end) for end in (fact["low"], fact["high"]))
    return low, high if high is not None else low


def _reach(fact: Mapping[str, Any]) -> tuple[float, float]:
    """Give the lowest and highest value a printed figure allows: `more than 5` reaches up without end."""
    low, high = _ends(fact)
    if low is None:
        low = float("-inf") if fact["bound"] == "at_most" or high is None else high
    if high is None or fact["bound"] == "at_least":
        high = float("inf")
    return float("-inf") if fact["bound"] == "at_most" else low, high
