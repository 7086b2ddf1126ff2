"""The yearly growth between two ends of a market, or of what somebody takes in, held against the printed rate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from presslens.model import Diagnosis
from presslens.pipeline.checks import row
from presslens.pipeline.checks.printed import Span, claim, span, value
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import Told, says_nothing

_METRICS = ("market_size", "revenue", "box_office", "users")
# How many sentences may stand between the two ends, and between them and the rate.
_APART = 2
_BEFORE, _AFTER = 14, 6
_PER_YEAR = re.compile(r"复合|年均|年化增|CAGR|每年|平均增")
_ON_YEAR = re.compile(r"同比|增长|增速|增幅|增加|上升|提升|下降|下滑|减少")
_OF_ELSE = re.compile(r"其中|利润|；|;")
_SLACK_POINTS = 0.3


class _Ends(NamedTuple):
    first: Row
    last: Row
    years: int


def between_ends(facts: Iterable[Row], told: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """Compute the yearly growth between two values that one passage tells of two years.

    From 108 to 1181 between 2022 and 2032 is (1181 / 108) ** (1 / 10) - 1 = 27.0 % a year. Ends that no rate is printed
    for are computed too where one sentence tells a market from year to year.
    """
    values: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    rates: dict[str, list[Row]] = defaultdict(list)
    for fact in facts:
        if fact["kind"] == "percent" and fact["low"] is not None and fact["metric"] in ("growth_rate", "other"):
            rates[fact["article_id"]].append(fact)
        if fact["metric"] in _METRICS and (fact["low"] or 0) > 0 and _year(fact["as_of"]):
            values[fact["article_id"], fact["metric"], fact["unit"]].append(fact)
    for (article_id, _, _), told_values in values.items():
        for ends in _pairs(told_values):
            printed, sure = _printed(ends, rates[article_id], told[article_id])
            found = _judge(ends, printed)
            # A rate that may be one of something else proves nothing where it differs.
            if sure or (found["agrees"] and (printed or _from_year_to_year(ends))):
                yield found


def _pairs(found: Sequence[Row]) -> Iterator[_Ends]:
    """Pair each value with the one told right before it in its passage, where that is of the same thing in another year."""
    ordered = sorted({fact["start"]: fact for fact in found}.values(), key=lambda fact: fact["start"])
    for one, other in pairwise(ordered):
        first, last = sorted((one, other), key=lambda fact: _year(fact["as_of"]) or 0)
        years = (_year(last["as_of"]) or 0) - (_year(first["as_of"]) or 0)
        near = other["sentence_no"] - one["sentence_no"] <= _APART
        # A quarter stands beside the same quarter, a year beside a year.
        like = first["as_of"][4:] == last["as_of"][4:]
        if years > 0 and near and like and _one_thing(one, other):
            yield _Ends(first, last, years)


def _one_thing(one: Row, other: Row) -> bool:
    if one["sentence_no"] == other["sentence_no"] and one["rule"] == other["rule"] == "from_year_to_year":
        return True
    return bool(one["subject"]) and one["subject"] == other["subject"] and one["scope"] == other["scope"]


def _from_year_to_year(ends: _Ends) -> bool:
    same = ends.first["sentence_no"] == ends.last["sentence_no"]
    return same and ends.first["rule"] == ends.last["rule"] == "from_year_to_year"


def _printed(ends: _Ends, rates: Sequence[Row], article: Told) -> tuple[list[Row], bool]:
    """Find the rate printed for two ends, after the later one told and said per year, and whether it can be of nothing else."""
    after = max(ends.first["end"], ends.last["end"])
    here = max(ends.first["sentence_no"], ends.last["sentence_no"])
    for rate in rates:
        if not 0 <= rate["sentence_no"] - here <= 1 or rate["start"] < after:
            continue
        between = article.match[after : rate["start"]]
        if _OF_ELSE.search(between) or _other_years(rate, between, ends):
            continue
        around = between[-_BEFORE:] + article.match[rate["end"] : rate["end"] + _AFTER]
        if _PER_YEAR.search(around) or (ends.years == 1 and _ON_YEAR.search(around)):
            return [rate], says_nothing(between)
    return [], False


def _other_years(rate: Row, between: str, ends: _Ends) -> bool:
    """Tell whether a rate says itself that it is for other years than those between the ends."""
    own = {_year(ends.first["as_of"]), _year(ends.last["as_of"])}
    told = re.findall(r"(?:19|20)\d\d(?=年|[-—至到~/])", between)
    told += re.findall(r"(?:19|20)\d\d", rate["as_of"]) if "/" in rate["as_of"] else []
    return any(int(year) not in own for year in told)


def _judge(ends: _Ends, printed: Sequence[Row]) -> dict[str, Any]:
    first, last, years = ends
    rate = ((value(last) / value(first)) ** (1 / years) - 1) * 100
    agrees, diagnosis = _verdict(ends, printed)
    steps = [
        f"{first['as_of']}: {value(first):g} {first['unit']}",
        f"{last['as_of']}: {value(last):g} {last['unit']}",
        f"(({value(last):g} / {value(first):g}) ^ (1 / {years}) - 1) × 100 = {rate:.1f} %",
    ]
    return row.make(
        "growth",
        [first, last, *printed],
        head=last,
        value=rate,
        unit="%",
        agrees=agrees,
        diagnosis=diagnosis,
        steps=steps,
        as_of=f"{first['as_of']}/{last['as_of']}",
    )


def _verdict(ends: _Ends, printed: Sequence[Row]) -> tuple[bool, Diagnosis]:
    """Compare within rounding; a rate that fits one year more or less is counted from another year, as is often done."""
    if not printed:
        return True, ""
    # A fall is kept as a negative rate, and `more than` then reaches down.
    told = claim(printed[0]) if value(printed[0]) >= 0 else span(printed[0])
    for years, diagnosis in (
        (ends.years, ""),
        (ends.years - 1, "another span of years"),
        (ends.years + 1, "another span of years"),
    ):
        if years > 0 and _rates(ends, years).meets(Span(told.low - _SLACK_POINTS, told.high + _SLACK_POINTS)):
            return True, diagnosis  # type: ignore[return-value]
    return False, "different values"


def _rates(ends: _Ends, years: int) -> Span:
    first, last = span(ends.first), span(ends.last)
    low, high = (max(ratio, 1e-9) ** (1 / years) for ratio in (last.low / first.high, last.high / first.low))
    return Span((low - 1) * 100, (high - 1) * 100)


def _year(as_of: str) -> int | None:
    found = re.match(r"(\d{4})", as_of or "")
    return int(found.group(1)) if found else None
