"""Figures that look as if a 万 or an 亿 was written too many or left out."""

from __future__ import annotations

import math
import re
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from presslens.pipeline.checks import row
from presslens.pipeline.checks.arithmetic import SLIPS
from presslens.pipeline.checks.printed import known, value
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import Told

# A figure is suspected only against this many others of its kind that agree in size with one another.
_FEWEST = 4
_SAME_SIZE = 3.0
# A share moves further in a year than a company's worth, but nothing else is printed as its price.
_SHARES_MOVE = 10.0
_SHARE_PRICE = re.compile(r"(?:股价|每股|收盘价|报收|目标价)[为报收于达每到至约在跌涨升高近超的上调大幅]{0,8}$")
_BEFORE = 16
_FAR = 100.0
_METRICS = frozenset(
    {"market_cap", "valuation", "revenue", "market_size", "users", "box_office", "compute_gpus", "params", "team_size"}
)


def suspected(facts: Iterable[Row], told: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """Find figures that would fit in with all others of one measure, subject and unit, but for a 万 or an 亿."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    within: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for fact in facts:
        if fact["kind"] not in ("money", "count") or not fact["subject"] or not known(fact):
            continue
        # A subject taken from far off says nothing of what a figure fits in with.
        if fact["confidence"] == "low" and fact["metric"] in ("other", "price"):
            continue
        if fact["kind"] == "money" and _of_a_share(fact, told[fact["article_id"]]):
            groups["price", fact["subject"], fact["unit"]].append(fact)
        elif fact["metric"] in _METRICS:
            groups[fact["metric"], fact["subject"], fact["unit"]].append(fact)
            same = (fact["article_id"], fact["metric"], fact["subject"], fact["unit"], fact["as_of"], fact["status"])
            within[same].append(fact)
    for (metric, _, _), rows in groups.items():
        yield from _outliers(rows, _SHARES_MOVE if metric == "price" else _SAME_SIZE)
    for rows in within.values():
        yield from _written_twice(rows)


def _of_a_share(fact: Row, article: Told) -> bool:
    return bool(_SHARE_PRICE.search(article.match[max(0, fact["start"] - _BEFORE) : fact["start"]]))


def _outliers(rows: Sequence[Row], size: float) -> Iterator[dict[str, Any]]:
    middle = statistics.median(value(fact) for fact in rows)
    usual = [fact for fact in rows if 1 / size <= value(fact) / middle <= size] if middle > 0 else []
    numbers = [value(fact) for fact in usual]
    if len(set(numbers)) < _FEWEST:
        return
    for fact in rows:
        number = value(fact)
        if min(numbers) / _FAR < number < max(numbers) * _FAR:
            continue
        for slip, name in SLIPS.items():
            mended = number / slip if number > max(numbers) else number * slip
            if slip > _FAR and min(numbers) / 2 <= mended <= max(numbers) * 2:
                step = f"{number:.6g} / {slip:.0e} = {mended:.6g}; {min(numbers):.6g} – {max(numbers):.6g}"
                yield row.make(
                    "slip",
                    [*usual, fact],
                    head=fact,
                    value=mended,
                    unit=fact["unit"],
                    agrees=False,
                    diagnosis=name,
                    steps=[step],
                )


def _written_twice(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Find the same digits, three of them at least, written at two sizes in one article of one thing at one time."""
    by_digits: dict[str, list[Row]] = defaultdict(list)
    for fact in rows:
        by_digits[_digits(fact["surface"])].append(fact)
    for digits, found in by_digits.items():
        low, high = min(found, key=value), max(found, key=value)
        factor = value(high) / value(low) if value(low) else 1.0
        name = next((name for size, name in SLIPS.items() if math.isclose(factor, size, rel_tol=1e-6)), None)
        if len(digits) >= 3 and name:
            yield row.make(
                "slip",
                [low, high],
                head=high,
                value=factor,
                unit="x",
                agrees=False,
                diagnosis=name,
                steps=[f"{value(high):.6g} / {value(low):.6g} = {factor:.6g}"],
            )


def _digits(surface: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", surface)).strip("0")
