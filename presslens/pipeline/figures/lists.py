"""What figures lend one another once all are read: the ends of a range, the currency of a list."""

from __future__ import annotations

import re

from presslens.model import Bound, Quantity
from presslens.pipeline.figures.ranges import ends_a_change
from presslens.record import replace

_LIST = re.compile(r" ?(?:、|和|与|及|以及|/|甚至|乃至|或|或者|[,，]甚至) ?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SCALED = re.compile(r"[^\d]{0,4}\d+(?:\.\d+)?(?P<scale>万亿|亿|万)")
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_LEAST_WHOLE = 10_000
_RANGE = re.compile(r" ?(?:[-—–~～]{1,2}|至|到) ?")


def _is_about(bound: Bound) -> bool:
    return bound == "about"


def join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join two figures of one kind and unit that 到, 至 or a dash links, where each was read with parts of its own."""
    joined: list[Quantity] = []
    for figure in found:
        last = joined[-1] if joined else None
        if (
            last
            and figure.start - last.end < 4
            and _RANGE.fullmatch(text, last.end, figure.start)
            and _may_join(text, last, figure)
        ):
            joined[-1] = replace(
                last,
                end=figure.end,
                surface=text[last.start : figure.end],
                high=figure.high,
                last_day=figure.last_day,
                bound="range" if last.kind not in ("date", "datetime") else max(last.bound, figure.bound, key=_is_about),
                steps=(*last.steps, *figure.steps),
                as_of=last.as_of if last.as_of == figure.as_of else f"{last.as_of}/{figure.as_of}",
            )
        else:
            joined.append(figure)
    return joined


def _may_join(text: str, one: Quantity, other: Quantity) -> bool:
    if ends_a_change(text, one.start, text[one.end : other.start], one.kind, other.end):
        return False
    if one.kind != other.kind or one.unit != other.unit or one.kind in ("resolution", "ordinal", "date"):
        return False
    if one.kind == "datetime":
        return one.first_day is not None and other.last_day is not None and one.first_day <= other.last_day
    return (
        one.bound == "exact"
        and (other.bound == "exact" or other.qualifier in ("~", "～"))
        and one.low is not None
        and other.high is not None
        and one.low < other.high
    )


def share_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give amounts printed in a list the currency that only the last one carries: 60亿、250亿美元. A comma ends the list."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        if (
            following.kind == "money"
            and one.kind in ("count", "number")
            and not one.unit
            and _LIST.fullmatch(text, one.end, following.start)
        ):
            step = f"{following.unit} from {following.surface}, the end of the list"
            factor = _scale_lent(one, following)
            low = one.low * factor if one.low is not None else None
            high = one.high * factor if one.high is not None else None
            found[i] = replace(one, kind="money", unit=following.unit, low=low, high=high, steps=(*one.steps, step))
    return found


def _scale_lent(one: Quantity, following: Quantity) -> int:
    """Give what the scale of a list's end makes of a bare number in it: 200、300万元 are two and three million."""
    digits = _DIGITS.fullmatch(one.surface)
    scaled = _SCALED.match(following.surface)
    return _SCALES[scaled["scale"]] if digits and scaled and float(digits[0]) < _LEAST_WHOLE else 1
