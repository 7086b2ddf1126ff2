"""Under what condition each clip's length is told; lengths told under different ones are never held against each other."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from presslens.model import CLIP_SHOWN, CONDITION, STATED_MAXIMUM

UNSTATED = "unstated"
KINDS = (STATED_MAXIMUM, CLIP_SHOWN, UNSTATED)


def condition_of(steps: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """Give the kind of a length, and what it holds for, from the steps of its fact.

    >>> condition_of(["in seconds: 60", "condition: stated maximum, at 1080p"]), condition_of(())
    (('stated maximum', ('at 1080p',)), ('unstated', ()))
    """
    told = next((step.removeprefix(CONDITION) for step in (() if steps is None else steps) if step.startswith(CONDITION)), "")
    parts = tuple(part for part in told.split(", ") if part)
    kinds = [part for part in parts if part in (STATED_MAXIMUM, CLIP_SHOWN)]
    return kinds[0] if kinds else UNSTATED, tuple(part for part in parts if part not in kinds)


def lengths(facts: pd.DataFrame, models: Iterable[str]) -> pd.DataFrame:
    """Give the clip lengths printed of the models, in seconds, each with its `condition` and what it `holds_for`."""
    told = facts[(facts["metric"] == "max_duration") & facts["subject"].isin(list(models)) & (facts["unit"] == "s")]
    told = told[(told["high"].fillna(told["low"]) > 0)]
    read = [condition_of(steps) for steps in told["steps"]]
    return told.assign(condition=[kind for kind, _ in read], holds_for=[", ".join(held) for _, held in read])
