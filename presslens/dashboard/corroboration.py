"""Who says the same, and who says otherwise: one fact held against every other one on the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from presslens.dashboard.filters import Query

ALMOST = 1.15
_COMPARED = ["as_of", "unit", "low", "high", "bound", "value_text", "amount_usd"]
_COLUMNS = "t.*, a.outlet, a.title, a.author, a.published, a.published_precision, a.published_basis, a.family, a.script, a.url"
_BOTH = "(SELECT * FROM facts UNION ALL SELECT * FROM claims)"
_ALL = f"SELECT {_COLUMNS} FROM {_BOTH} t JOIN articles a USING (article_id)"


def by_id(fact_ids: Sequence[str]) -> Query:
    """Make the query for facts and claims by their ids."""
    return Query(f"{_ALL} WHERE t.fact_id IN ({', '.join('?' * len(fact_ids)) or 'NULL'})", tuple(fact_ids))


def with_its_like(fact_id: str, names: Mapping[str, str] | None = None) -> Query:
    """Make the query for a fact and everything printed of the same measure and subject, if it names one clearly.

    Subjects that go by another of the `names` count as that one. Every row has in `sentence_start` and `sentence_end` where
    its sentence stands. One query for all of it: opening the tables takes longer than reading them.
    """
    pairs = tuple(names.items()) if names else ()
    known = ", ".join("(?, ?)" for _ in pairs)
    subject = f"coalesce((SELECT v.goes_by FROM (VALUES {known}) v(name, goes_by) WHERE v.name = subject), subject)"
    subject = subject if pairs else "subject"
    like = f"SELECT metric, {subject}, scope FROM {_BOTH} WHERE fact_id = ? AND metric <> 'other' AND subject || scope <> ''"
    sql = (
        f'SELECT {_COLUMNS}, s.start AS sentence_start, s."end" AS sentence_end FROM {_BOTH} t '
        "JOIN articles a USING (article_id) "
        "LEFT JOIN sentences s ON s.article_id = t.article_id AND s.sentence_no = t.sentence_no "
        f"WHERE t.fact_id = ? OR (t.metric, {subject}, t.scope) IN ({like}) ORDER BY a.published, t.fact_id"
    )
    aliases = tuple(name for pair in pairs for name in pair)
    return Query(sql, (fact_id, *aliases, *aliases, fact_id))


def is_comparable(fact: Mapping[str, Any]) -> bool:
    """Tell whether a fact names clearly enough what it is of to be held against others."""
    return fact["metric"] != "other" and bool(fact["subject"] or fact["scope"])


def agreeing(fact: Mapping[str, Any], others: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that print the same value for the same time, the fact itself among them."""
    return others[[_same(fact, row) for row in _values(others)]] if len(others) else others


def differing(fact: Mapping[str, Any], others: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that print a value for the same time that cannot be the same one."""
    return others[[_apart(fact, row) for row in _values(others)]] if len(others) else others


def _values(others: pd.DataFrame) -> list[dict[str, Any]]:
    # Each column that is not looked at would cost the panel a third of a millisecond.
    return [{str(name): value for name, value in row.items()} for row in others[_COMPARED].to_dict("records")]


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
