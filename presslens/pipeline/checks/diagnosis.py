"""What probably makes two printed values of one thing differ."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import timedelta

from presslens.model import Diagnosis
from presslens.pipeline.checks.arithmetic import SLIPS
from presslens.pipeline.checks.printed import value
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import Told
from presslens.pipeline.checks.values import Value, digits, factor

_NEAR_A_RANGE = 1.5
_AROUND = 20
_MARKET = re.compile("([A-Za-z一-鿿]{2})的?(?:市场|份额)")
_PRINTED_APART = timedelta(days=30)


def diagnose(one: Value, other: Value, told: Mapping[str, Told]) -> Diagnosis:
    """Say what probably makes two values differ, the surest explanation first."""
    first, second = one.head, other.head
    if first["kind"] == "money" and first["unit"] != second["unit"] and math.isclose(value(first), value(second), rel_tol=0.01):
        return "currency"
    if first["status"] != second["status"]:
        return "status"
    if first["kind"] == "date":
        return "date"
    slipped = slip_between(first, second)
    if slipped:
        return slipped
    if first["scope"] != second["scope"] or _of_other_markets(first, second, told):
        return "scope"
    if "range" in (first["bound"], second["bound"]) and factor(first, second) < _NEAR_A_RANGE:
        return "range against point"
    return "date" if _printed_at_other_times(one, other, told) else "different values"


def _of_other_markets(one: Row, other: Row, told: Mapping[str, Told]) -> bool:
    """Tell whether two shares do not clearly name one market: a share of AI chips is none of all chips."""
    if one["metric"] not in ("market_share", "adoption_share"):
        return False
    named = [_MARKET.findall(told[fact["article_id"]].around(fact, _AROUND)) for fact in (one, other)]
    return not set(named[0]) & set(named[1])


def slip_between(one: Row, other: Row) -> Diagnosis:
    """Tell a slip of ten, 万 or 亿: the same digits, two of them at least, at another size."""
    if digits(one) != digits(other) or len(digits(one)) < 2:
        return ""
    return next((name for size, name in SLIPS.items() if math.isclose(factor(one, other), size, rel_tol=0.02)), "")


def _printed_at_other_times(one: Value, other: Value, told: Mapping[str, Told]) -> bool:
    """Tell whether one value was printed only long before the other: the thing itself may have changed in between."""
    days = [[told[fact["article_id"]].published for fact in printed.facts] for printed in (one, other)]
    known = [[day for day in found if day] for found in days]
    if not all(known):
        return False
    return max(min(known[0]) - max(known[1]), min(known[1]) - max(known[0])) >= _PRINTED_APART
