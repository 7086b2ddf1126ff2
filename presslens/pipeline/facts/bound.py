"""The answer to whom a figure is said of."""

from __future__ import annotations

from presslens.model import Confidence
from presslens.record import record


@record(frozen=True, slots=True)
class Bound:
    """Whom a figure is said of: one name or several, and how sure that is."""

    subjects: tuple[str, ...]
    confidence: Confidence
    how: str


NOBODY = Bound(("",), "low", "no subject found")
