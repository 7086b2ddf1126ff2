"""A row of the table `checks`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from presslens.model import CheckKind, Diagnosis

Row = Mapping[str, Any]


def make(
    kind: CheckKind,
    facts: Sequence[Row],
    *,
    head: Row,
    value: float,
    unit: str,
    agrees: bool,
    steps: Sequence[str],
    diagnosis: Diagnosis = "",
    as_of: str | None = None,
) -> dict[str, Any]:
    """Make a row over facts; what it concerns is told by `head`, one of them. In arithmetic the printed result comes last."""
    ids = [fact["fact_id"] for fact in facts]
    return {
        "check_id": hashlib.sha256("|".join([kind, *ids]).encode()).hexdigest()[:12],
        "kind": kind,
        "metric": head["metric"],
        "subject": head["subject"],
        "scope": head["scope"],
        "as_of": head["as_of"] if as_of is None else as_of,
        "fact_ids": ids,
        "value": float(f"{value:.6g}"),
        "unit": unit,
        "agrees": agrees,
        "diagnosis": diagnosis,
        "steps": list(steps),
    }
