"""Axes with ticks in words: logarithmic for sums and counts, linear for shares and seconds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from presslens.dashboard.aggregates.periods import Step, end
from presslens.dashboard.text import Language, Text

# How Plotly (d3) writes ticks. It writes the second line only where it changes, which leaves a phone room for more ticks.
_MONTH: dict[Language, str] = {"en": "%b\n%Y", "zh": "%-m月\n%Y年"}
_DAY: dict[Language, str] = {"en": "%-d %b\n%Y", "zh": "%-m月%-d日\n%Y年"}
# Between two bars, as a part of a period.
_GAP = 0.15


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis all rows share: its two ends, its ticks with their words, and whether it is logarithmic."""

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]
    log: bool = False

    def place(self, value: float) -> float:
        """Tell where a value lies between the two ends, 0 to 1."""
        if self.log:
            return math.log(value / self.first) / math.log(self.last / self.first)
        return (value - self.first) / (self.last - self.first)

    def at(self, place: float) -> float:
        """Give the value that lies at a place between the two ends, 0 to 1."""
        if self.log:
            return self.first * (self.last / self.first) ** place
        return self.first + (self.last - self.first) * place

    @property
    def ends(self) -> tuple[float, float]:
        """Give both ends as Plotly takes them: powers of ten where the axis is logarithmic."""
        return (math.log10(self.first), math.log10(self.last)) if self.log else (self.first, self.last)

    def reach(self, above: float = 0.0) -> list[float]:
        """Give both ends as Plotly takes them, with room above the last for so large a part of the axis.

        >>> Axis(1, 100, (), log=True).reach(0.5)
        [0.0, 3.0]
        """
        first, last = self.ends
        return [first, last + (last - first) * above]


def dates(text: Text, *, daily: bool = False) -> str:
    """Give the format of a time axis's ticks in the reader's language: months, or days.

    >>> dates(Text("en")).split(), dates(Text("zh"), daily=True).split()
    (['%b', '%Y'], ['%-m月%-d日', '%Y年'])
    """
    return (_DAY if daily else _MONTH)[text.language]


def over(starts: Sequence[pd.Timestamp], step: Step) -> dict[str, Any]:
    """Give bars that stand at the first day of their periods the place and width to cover them, with a gap between two."""
    lengths = [(end(start, step) - start).total_seconds() * 1000 for start in starts]
    return {"offset": [length * _GAP / 2 for length in lengths], "width": [length * (1 - _GAP) for length in lengths]}


def middle(start: pd.Timestamp, step: Step) -> pd.Timestamp:
    """Give the middle of the period that begins at `start`.

    >>> middle(pd.Timestamp("2024-03-04"), "week")
    Timestamp('2024-03-07 12:00:00')
    """
    return start + (end(start, step) - start) / 2


def log_axis(values: Sequence[float], text: Text, unit: str, *, most: int = 5) -> Axis:
    """Make a logarithmic axis in powers of ten around positive values, with at most as many ticks as a phone has room for."""
    first, last = math.floor(math.log10(min(values)) - 0.05), math.ceil(math.log10(max(values)) + 0.05)
    step = math.ceil((last - first + 1) / most)
    ticks = tuple((10.0**power, text.amount(10.0**power, None, unit)) for power in range(first, last + 1, step))
    return Axis(10.0**first, 10.0**last, ticks, log=True)


def linear_axis(last: float, text: Text, unit: str, *, first: float = 0.0) -> Axis:
    """Make a linear axis from zero, with round steps."""
    raw = max(last - first, 1e-12) / 4
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw)
    count = math.ceil((last - first) / step)
    ticks = tuple((first + step * n, text.amount(first + step * n, None, unit)) for n in range(count + 1))
    return Axis(first, first + step * count, ticks)


def seconds_axis(last: float, text: Text) -> Axis:
    """Make a linear axis of durations in seconds."""
    axis = linear_axis(last, text, "")
    return Axis(axis.first, axis.last, tuple((value, text("{n} s", n=text.number(value))) for value, _ in axis.ticks))
