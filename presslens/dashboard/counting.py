"""In what a reader counts: articles, families (an article and its near-copies), or independent origins.

Every frame a page draws from carries the column `counted`, the key of what its row counts as; whoever counts counts those.
An article itself has no origin but its own, so where articles are counted rather than figures, origins are families.
"""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

Unit = Literal["articles", "families", "origins"]
UNITS: tuple[Unit, ...] = get_args(Unit)
COLUMN = "counted"
_KEYS: dict[Unit, tuple[str, ...]] = {
    "articles": ("article_id",),
    "families": ("family", "article_id"),
    "origins": ("origin", "family", "article_id"),
}


def keyed(frame: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """Add to every row the key of what it counts as.

    >>> keyed(pd.DataFrame({"article_id": ["a", "b"], "family": ["a", "a"]}), "families")["counted"].tolist()
    ['a', 'a']
    """
    key = next((name for name in _KEYS[unit] if name in frame.columns), None)
    return frame if key is None else frame.assign(**{COLUMN: frame[key]})


def keys(frame: pd.DataFrame) -> pd.Series:
    """Give the key each row counts as: its article where the frame does not say."""
    return frame[COLUMN if COLUMN in frame.columns else "article_id"]


def number(frame: pd.DataFrame) -> int:
    """Count what stands behind rows, in the reader's unit.

    >>> number(pd.DataFrame({"article_id": ["a", "b"], "counted": ["a", "a"]}))
    1
    """
    return int(keys(frame).nunique())
