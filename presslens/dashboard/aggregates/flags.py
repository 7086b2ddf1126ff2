"""What one should know of a figure before building on it: how surely it was read, and arithmetic that does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

LOW = "low"


def sure(facts: pd.DataFrame) -> pd.DataFrame:
    """Leave out what was read with low confidence: of what it was said had to be guessed."""
    return facts[facts["confidence"] != LOW]


def unsure(facts: pd.DataFrame) -> int:
    """Count the facts read with low confidence."""
    return int((facts["confidence"] == LOW).sum())


def checked(facts: pd.DataFrame, checks: pd.DataFrame) -> pd.DataFrame:
    """Add to every fact, in `checks`, the arithmetic that it takes part in: rows of the table of checks without conflicts."""
    sums = checks[checks["kind"] != "conflict"]
    of: dict[str, list[Mapping[str, Any]]] = {}
    for check in sums.to_dict("records"):
        for fact_id in check["fact_ids"]:
            of.setdefault(fact_id, []).append(check)
    return facts.assign(checks=[tuple(of.get(fact_id, ())) for fact_id in facts["fact_id"]])


def amiss(checks: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether some of the arithmetic around a fact or mark does not add up."""
    return any(not check["agrees"] for check in checks)
