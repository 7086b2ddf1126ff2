"""Totals that a passage prints beside their parts: sums, numbers times prices, and sums of money told in two currencies."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from presslens.lexicon import cue
from presslens.pipeline.checks import row
from presslens.pipeline.checks.arithmetic import SLACK, slip
from presslens.pipeline.checks.printed import Span, claim, span, value
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import FIGURE, WORD, Line
from presslens.pipeline.figures.exchange import usd

# A rate of exchange moves within a year, and an article may take the day's or the year's.
_RATE_SLACK = 0.06
# A difference smaller than this may still be another day's rate: it is neither confirmed nor called wrong.
_RATE_DOUBT = 1.25
_YEARS = range(-1, 2)
_ANY_YEAR = range(2018, 2026)
_RESTATES = re.compile(
    r"(?:[（(][^（()）]{0,12}?)?(?:约合|折合|相当于|合|当前约)(?:人民币|港币|美元|约|[为：:]|\s)*$|[（(]\s*约?\s*(?:人民币|港币)?\s*$"
)
# One of several sums beside several conversions, or beside what they make together.
_LISTED = re.compile(rf"{FIGURE}\s?[、和及与或到至~-]\s?$")
_LISTS_ON = re.compile(rf"\s?[、和及与或到至~-]\s?{FIGURE}")
_OF_SEVERAL = re.compile(r"合计|共计|总共|总计|总额|分别|各")
_LIST = re.compile(rf"{FIGURE}(?:\s?[、和及与]\s?{FIGURE}){{2,}}")
_TOTAL = re.compile(rf"(?:{cue('totals')}){WORD}{{0,6}}?(?P<total>{FIGURE})")
_OF_THESE = re.compile(rf"(?:这|上述|以上)(?P<number>{FIGURE})")
_EACH = r"每(?:块|片|张|个|颗|枚|台|股|份|套|张|辆)|单价|单[块片张颗]"
_PRICE = re.compile(rf"(?:{_EACH}){WORD}{{0,12}}?(?P<price>{FIGURE})")
_COST = re.compile(rf"(?:{cue('costs_in_all')}){WORD}{{0,8}}?(?P<cost>{FIGURE})")
_BACK, _TWO = 2, 2


def of_line(line: Line, published: date | None) -> Iterator[dict[str, Any]]:
    """Check the totals of one line: conversions, sums of a list, and numbers times prices."""
    yield from _conversions(line, published)
    yield from _sums(line)
    yield from _products(line)


def _conversions(line: Line, published: date | None) -> Iterator[dict[str, Any]]:
    """Read 15亿美元(约合人民币110亿元): both are one sum, at a rate of about that year."""
    if sum(fact["kind"] == "money" for fact in line.facts.values()) < _TWO:
        return
    money = [(place, fact) for place, fact in line.figures() if fact["kind"] == "money" and (fact["low"] or 0) > 0]
    for (at, first), (place, second) in itertools.pairwise(money):
        between = line.text[at + 1 : place]
        if first["unit"] == second["unit"] or len(between) > 30 or not _RESTATES.search(between):
            continue
        rates = _rates(first["unit"], second["unit"], published)
        if rates is None:
            continue
        listed = _LISTED.search(line.text[:at]) or _LISTS_ON.match(line.text[place + 1 :]) or _OF_SEVERAL.search(between)
        yield from _conversion(first, second, rates, listed=bool(listed))


def _conversion(first: Row, second: Row, rates: Span, *, listed: bool) -> Iterator[dict[str, Any]]:
    """Hold the rate that two sums imply against those of about that year; sums of a list may be two that differ."""
    found = value(second) / value(first)
    one, other = span(first), span(second)
    agrees = Span(other.low / one.high, other.high / one.low).meets(rates, _RATE_SLACK)
    off = max(found / rates.high, rates.low / found)
    if not agrees and (off < _RATE_DOUBT or listed):
        return
    step = (
        f"{value(second):.6g} {second['unit']} / {value(first):.6g} {first['unit']} = {found:.5g}; "
        f"1 {first['unit']} = {rates.low:.4g} – {rates.high:.4g} {second['unit']}"
    )
    yield row.make(
        "conversion",
        [first, second],
        head=first,
        value=found,
        unit=second["unit"],
        agrees=agrees,
        diagnosis="" if agrees else slip(found, (rates.low + rates.high) / 2),
        steps=[step],
    )


def _rates(one: str, other: str, published: date | None) -> Span | None:
    """Give the lowest and highest yearly rate around the day of publication: one of the first currency in the second."""
    years = [published.year + years for years in _YEARS] if published else _ANY_YEAR
    worth = [(usd(1.0, one, year), usd(1.0, other, year)) for year in years]
    rates = [first / second for first, second in worth if first and second]
    return Span(min(rates), max(rates)) if rates else None


def _sums(line: Line) -> Iterator[dict[str, Any]]:
    """Read 三家分别为10亿元、20亿元、30亿元,合计60亿元, the total in the same sentence or the next.

    A total that is no sum of the list may be one of other things; only 这三家公司合计 says that it is of these.
    """
    for where, later in ((line, False), (line.before, True)):
        if where is None:
            continue
        for listed in _LIST.finditer(where.text):
            parts = [where.facts[mark] for mark in re.findall(FIGURE, listed.group())]
            found = _TOTAL.search(line.text, 0 if later else listed.end())
            if found is not None and _of_one_kind([*parts, line.facts[found["total"]]]):
                of_these = _OF_THESE.search(line.text[: found.start()])
                sure = of_these is not None and value(line.facts[of_these["number"]]) == len(parts)
                yield from _sum(parts, line.facts[found["total"]], sure=sure)
                return


def _sum(parts: Sequence[Row], total: Row, *, sure: bool) -> Iterator[dict[str, Any]]:
    exact = sum(value(part) for part in parts)
    within = Span(sum(span(part).low for part in parts), sum(span(part).high for part in parts))
    agrees = within.meets(claim(total), SLACK / 2)
    if agrees or sure:
        yield row.make(
            "sum",
            [*parts, total],
            head=total,
            value=exact,
            unit=total["unit"],
            agrees=agrees,
            diagnosis="" if agrees else slip(exact, value(total)),
            steps=[f"{' + '.join(f'{value(part):.6g}' for part in parts)} = {exact:.6g}"],
        )


def _of_one_kind(facts: Sequence[Row]) -> bool:
    one = facts[0]
    alike = all(fact["kind"] == one["kind"] and fact["unit"] == one["unit"] for fact in facts)
    return alike and one["kind"] in ("money", "count") and all((fact["low"] or 0) > 0 for fact in facts)


def _products(line: Line) -> Iterator[dict[str, Any]]:
    """Read chips, the price of one and what they cost together, told within three sentences that follow each other."""
    cost = _COST.search(line.text)
    total = line.facts[cost["cost"]] if cost else None
    if total is None or total["kind"] != "money" or not (total["low"] or 0) > 0:
        return
    near = [line]
    while near[-1].before is not None and len(near) <= _BACK:
        near.append(near[-1].before)
    price = next((where.facts[found["price"]] for where in near if (found := _PRICE.search(where.text))), None)
    if price is None or price is total or price["kind"] != "money" or price["unit"] != total["unit"]:
        return
    chips = [fact for where in near for _, fact in where.figures() if fact["metric"] == "compute_gpus" and fact["low"]]
    verdicts = sorted((_product(number, price, total) for number in chips), key=lambda verdict: _off(verdict, total))
    # Of several numbers of chips nobody says which one the cost is for: one that fits is told, none that fits proves nothing.
    if verdicts and (verdicts[0]["agrees"] or len(verdicts) == 1):
        yield verdicts[0]


def _off(verdict: Mapping[str, Any], total: Row) -> float:
    return abs(math.log(verdict["value"] / value(total)))


def _product(number: Row, price: Row, total: Row) -> dict[str, Any]:
    low, high = (math.prod(ends) for ends in zip(span(number), span(price), strict=True))
    exact = value(number) * value(price)
    agrees = Span(low, high).meets(claim(total), SLACK)
    return row.make(
        "product",
        [number, price, total],
        head=total,
        value=exact,
        unit=total["unit"],
        agrees=agrees,
        diagnosis="" if agrees else slip(exact, value(total)),
        steps=[f"{value(number):.6g} × {value(price):.6g} = {exact:.6g}"],
    )
