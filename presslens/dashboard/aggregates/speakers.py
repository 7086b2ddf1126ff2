"""On whose word a model's values stand: its maker's, a paper's, somebody else's, or the article's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import pandas as pd

Speaker = Literal["maker", "paper", "other", "press"]
SPEAKERS: tuple[Speaker, ...] = ("maker", "paper", "other", "press")
_PAPER = re.compile(r"论文|技术报告|arXiv|白皮书|[Pp]aper|[Tt]echnical [Rr]eport")


def makers(claims: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Give who made each model, as far as any article says so."""
    told = claims[(claims["metric"] == "developer") & (claims["value_text"] != "")]
    return {str(model): frozenset(part["value_text"]) for model, part in told.groupby("subject")}


def speaker(attributed_to: str, model: str, made_by: Mapping[str, frozenset[str]]) -> Speaker:
    """Tell whose word a value stands on.

    >>> speaker("OpenAI", "Sora", {"Sora": frozenset({"OpenAI"})}), speaker("", "Sora", {}), speaker("技术报告", "Sora", {})
    ('maker', 'press', 'paper')
    """
    if not attributed_to:
        return "press"
    if attributed_to == model or attributed_to in made_by.get(model, frozenset()):
        return "maker"
    return "paper" if _PAPER.search(attributed_to) else "other"
