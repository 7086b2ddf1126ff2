"""What 半 and 一半 stand for."""

from __future__ import annotations

import re

from presslens.model import Quantity
from presslens.pipeline.figures.amounts import quantity
from presslens.pipeline.figures.calendar_days import Context
from presslens.pipeline.figures.spans import read_span_of_time
from presslens.pipeline.figures.vocabulary import unit_at

_TIMES = {
    "年": 31536000,
    "个月": 2592000,
    "月": 2592000,
    "天": 86400,
    "个小时": 3600,
    "小时": 3600,
    "个钟头": 3600,
    "钟头": 3600,
}
_TIMES |= {"分钟": 60, "个世纪": 3153600000, "世纪": 3153600000, "个星期": 604800, "个季度": 7776000, "日": 86400}
_TIME = re.compile(r"半(" + "|".join(sorted(_TIMES, key=len, reverse=True)) + r")(?!报|级|球|线|刊|谈|天)(多|余)?")
_PARTS = {"成": 5.0, "折": 50.0}


def read_half(text: str, start: int, context: Context) -> Quantity | None:
    """Read the half that begins at `start`, or nothing: 半年, 半公升, 半成, 半百.

    >>> read_half("半年", 0, Context(None)).low
    15768000.0
    """
    match = _TIME.match(text, start)
    if match:
        low = _TIMES[match[1]] / 2
        high = low * 2 if match[2] else low
        figure = quantity(
            text,
            start,
            match.end(),
            "duration",
            (low, high),
            "s",
            bound="vague" if match[2] else "exact",
            qualifier=match[2] or "",
            steps=(f"half of {match[1]} in seconds: {low:.10g}",),
        )
        return read_span_of_time(text, figure, context, 0) or figure
    after = text[start + 1 : start + 2]
    if after in _PARTS and text[start + 2 : start + 3] not in ("品", "本", "员"):
        return quantity(text, start, start + 2, "percent", (_PARTS[after], _PARTS[after]), "%")
    if after == "百" and text[start - 1 : start] in ("", "近", "过", "年"):
        return quantity(text, start, start + 2, "number", (50.0, 50.0))
    found = unit_at(text, start + 1)
    if (
        found
        and found[0].kind in ("measure", "money")
        and not text.startswith(("半米", "半克", "半打", "半两", "半瓦", "半升"), start)
    ):
        return quantity(text, start, found[1], "measure" if found[0].kind == "measure" else "money", (0.5, 0.5), found[0].unit)
    if after == "个" and not text[start + 2 :].strip():
        return quantity(text, start, start + 2, "number", (0.5, 0.5))
    return None
