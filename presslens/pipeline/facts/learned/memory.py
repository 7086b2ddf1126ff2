"""What the figures read so far in an article have stated, for those that go on with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from presslens.model import Metric, Quantity
from presslens.record import record

# No figure goes on with one further back than this.
_KEPT = 6


@record(frozen=True, slots=True)
class Said:
    """One figure as it was read: what it measures, of whom, and in which sentence."""

    quantity: Quantity
    metric: Metric
    subjects: tuple[str, ...]
    sentence_no: int


@dataclass
class Memory:
    """The last figures of an article, the nearest last."""

    said: list[Said] = field(default_factory=list)

    def note(self, quantity: Quantity, metric: Metric, subjects: Sequence[str], sentence_no: int) -> None:
        """Take up a figure once it is settled."""
        self.said.append(Said(quantity, metric, tuple(subjects), sentence_no))
        del self.said[:-_KEPT]

    @property
    def last(self) -> Said | None:
        """Give the figure read last."""
        return self.said[-1] if self.said else None

    def last_but_times(self) -> Said | None:
        """Give the figure read last that is no date."""
        return next((one for one in reversed(self.said) if one.quantity.kind != "date"), None)

    def last_like(self, quantity: Quantity) -> Said | None:
        """Give the last figure of the same kind and unit."""
        like = (one for one in reversed(self.said) if one.quantity.kind == quantity.kind and one.quantity.unit == quantity.unit)
        return next(like, None)

    def last_of(self, metric: Metric) -> Said | None:
        """Give the last figure of a metric."""
        return next((one for one in reversed(self.said) if one.metric == metric), None)
