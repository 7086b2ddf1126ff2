"""What is on screen, to take away."""

from __future__ import annotations

from typing import Any

import pandas as pd

# A spreadsheet runs what begins with one of these; an apostrophe before it makes it text.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def csv(frame: pd.DataFrame) -> bytes:
    r"""Write a frame as CSV that every spreadsheet opens rightly: UTF-8 with a mark, and no cell that runs as a formula.

    >>> csv(pd.DataFrame({"name": ["=1+1", "Sora"], "value": [-5.0, 60.0]})).decode("utf-8-sig").split("\r\n")[1]
    "'=1+1,-5.0"
    """
    safe = frame.rename(columns=_defused).map(_defused)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _defused(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell
