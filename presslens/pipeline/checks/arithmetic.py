"""Whether a printed change, multiple or share follows from two printed values, within what rounding and hedges leave open."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from presslens.model import CheckKind, Diagnosis
from presslens.pipeline.checks.printed import Span, claim, span, value
from presslens.pipeline.checks.row import Row

# Ratios are compared to one part in a hundred beyond rounding: a newspaper calculates from figures it does not print.
SLACK = 0.01
SLIPS: dict[float, Diagnosis] = {10.0: "slip of 10", 1e4: "slip of 10000", 1e8: "slip of 100000000"}
# A change per year needs the years, and `提升到50%` tells a level: neither follows from two values alone.
_OVER_TIME = re.compile(r"复合|年均|每年|年化|CAGR")
_AS_LEVEL = re.compile(r"(?:到|至|(?<![率幅速度])为)了?(?:原来的?)?(?:约|近|超过?)?#")
_POINTS = re.compile(r"百分[点點]")


class Relation(NamedTuple):
    """Two values of one thing and what is printed of them: `last` came of `first`, or is a part or a multiple of it.

    `words` are those around the printed result, which stands at `#`. A relation is `sure` where nothing else stands between
    the values and the result; of another one an agreement is evidence enough, a difference proves nothing.
    """

    first: Row
    last: Row
    printed: Row
    words: str
    part: bool = False
    sure: bool = True


class Verdict(NamedTuple):
    """What the arithmetic gives, and whether the printed result agrees with it."""

    kind: CheckKind
    value: float
    unit: str
    agrees: bool
    diagnosis: Diagnosis
    step: str


def judge(relation: Relation) -> Verdict | None:
    """Do the arithmetic of a relation again; nothing where its words tell of something else than the two values."""
    found = _judge(relation)
    return found if found and (found.agrees or relation.sure) else None


def _judge(relation: Relation) -> Verdict | None:
    first, last = span(relation.first), span(relation.last)
    if min(first.low, last.low) <= 0:
        return None
    if relation.part:
        return _part(relation, Span(last.low / first.high, last.high / first.low))
    if _OVER_TIME.search(relation.words) or _AS_LEVEL.search(relation.words):
        return None
    ratio = Span(last.low / first.high, last.high / first.low)
    if relation.printed["kind"] == "ratio":
        return _times(relation, ratio)
    if relation.first["kind"] != "percent":
        return None if _POINTS.search(relation.printed["surface"]) else _percent(relation, ratio)
    # From 20 % to 25 % is 5 points; many print it as 5 %, and some mean the 25 % that it has grown by.
    points = _points(relation)
    return points if points.agrees or _POINTS.search(relation.printed["surface"]) else _percent(relation, ratio)


def _percent(relation: Relation, ratio: Span) -> Verdict:
    before, after = value(relation.first), value(relation.last)
    found = (after / before - 1) * 100
    low, high = _size(relation.printed)
    told = Span(1 + low / 100, 1 + high / 100) if found >= 0 else Span(1 - high / 100, 1 - low / 100)
    step = f"({after:.6g} / {before:.6g} - 1) × 100 = {found:.1f} %"
    return _verdict("change", abs(found), "%", relation, step, fits=ratio.meets(told, SLACK))


def _times(relation: Relation, ratio: Span) -> Verdict:
    """Judge 增长3倍: it says to four times as much, though many print it where they mean three times."""
    before, after = value(relation.first), value(relation.last)
    if after < before:
        before, after, ratio = after, before, Span(1 / ratio.high, 1 / ratio.low)
    fell = after == value(relation.first)
    low, high = _size(relation.printed)
    if fell and high <= 1:
        # 减少了一半: what is printed is the part that went.
        gone = (1 - before / after) * 100
        told = Span(1 / max(1 - low, 1e-9), 1 / max(1 - high, 1e-9))
        step = f"(1 - {before:.6g} / {after:.6g}) × 100 = {gone:.1f} %"
        return _verdict("change", gone, "%", relation, step, fits=ratio.meets(told, SLACK), scale=100.0)
    times, step = after / before, f"{after:.6g} / {before:.6g} = {after / before:.4g}"
    verdict = _verdict("multiple", times, "x", relation, step, fits=ratio.meets(Span(low, high), SLACK))
    if not ratio.meets(Span(low + 1, high + 1), SLACK):
        return verdict._replace(diagnosis="times as much") if verdict.agrees else verdict
    if verdict.agrees and abs(times - value(relation.printed)) <= abs(times - 1 - value(relation.printed)):
        return verdict
    return Verdict("multiple", times - 1, "x", True, "", f"{step}, - 1 = {times - 1:.4g}")


def _points(relation: Relation) -> Verdict:
    """Judge a change told in percentage points between two percentages."""
    first, last = span(relation.first), span(relation.last)
    found = value(relation.last) - value(relation.first)
    apart = Span(last.low - first.high, last.high - first.low)
    apart = apart if found >= 0 else Span(-apart.high, -apart.low)
    step = f"{value(relation.last):.6g} - {value(relation.first):.6g} = {found:.4g}"
    return _verdict("change", abs(found), "%", relation, step, fits=apart.meets(_size(relation.printed), SLACK))


def _part(relation: Relation, ratio: Span) -> Verdict:
    """Judge a part or multiple of a whole: 260 is twice 130, 92 is 26 % of 350."""
    is_share = relation.printed["kind"] == "percent" or value(relation.printed) < 1
    # A share printed as a fraction is told in percent, like all shares.
    scale = 100.0 if relation.printed["kind"] == "ratio" and is_share else 1.0
    told = Span(*(end * scale for end in _size(relation.printed)))
    if re.search(r"超过|高于", relation.words):
        told = Span(told.low, math.inf)
    part, whole = value(relation.last), value(relation.first)
    if not is_share:
        step = f"{part:.6g} / {whole:.6g} = {part / whole:.4g}"
        return _verdict("multiple", part / whole, "x", relation, step, fits=ratio.meets(told, SLACK))
    found = part / whole * 100
    fits = Span(ratio.low * 100, ratio.high * 100).meets(told, SLACK)
    return _verdict("share", found, "%", relation, f"{part:.6g} / {whole:.6g} × 100 = {found:.1f} %", fits=fits, scale=scale)


def _verdict(
    kind: CheckKind, found: float, unit: str, relation: Relation, step: str, *, fits: bool, scale: float = 1.0
) -> Verdict:
    return Verdict(kind, found, unit, fits, "" if fits else slip(found, value(relation.printed) * scale), step)


def slip(found: float, printed: float) -> Diagnosis:
    """Say whether a difference looks like a slip of ten, of 万 or of 亿; else only that the values differ.

    >>> slip(320.0, 32.0), slip(7.2, 72_000.0), slip(3.0, 4.0)
    ('slip of 10', 'slip of 10000', 'different values')
    """
    factor = abs(found / printed) if printed and found else 1.0
    factor = max(factor, 1 / factor)
    return next((name for size, name in SLIPS.items() if 0.85 < factor / size < 1.18), "different values")


def _size(printed: Row) -> Span:
    """Give how far a printed change reaches, whichever way it goes: a fall is kept as a negative rate."""
    low, high = printed["low"], printed["high"]
    low, high = (high if low is None else low), (low if high is None else high)
    return claim({**printed, "low": min(abs(low), abs(high)), "high": max(abs(low), abs(high))})
