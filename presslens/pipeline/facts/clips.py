"""Under what condition a clip's length is told: as the most a model can do, or as a clip that was shown."""

from __future__ import annotations

import re

from presslens.model import CLIP_SHOWN, CONDITION, STATED_MAXIMUM
from presslens.pipeline.facts.passage import Figure

_MAXIMUM = re.compile(r"最长|最多|最大|长达|可达|高达|上限|限制|停留在|延长到|延长至|能够?|可以?|支持|至多|不超过|以内|超长")
_ABLE = re.compile(r"能够?|可以?|支持|最长|最多|上限|限制|至多|不超过")
_SHOWN = re.compile(
    r"(?:提供|展示|演示|呈现|公布|放出|发布|晒出|曝光|流出|贴出|分享|释出|播放)(?:了|过)?的?[^，,。；;能可]{0,14}$"
    r"|(?:这|那|一|两|三|首)[段条部支则个]?[^，,。；;能可]{0,6}$"
)
_SHOWN_AFTER = re.compile(r"^[^，,。；;]{0,6}?(?:样片|演示|示例|demo|Demo|宣传片|官方视频)")
_SINGLE_SHOT = re.compile(r"单个?镜头|一镜到底|单次生成")


def condition(figure: Figure) -> str:
    """Say under what condition a clip's length is told, as one step; nothing where the sentence does not tell.

    Like may only be held against like: 最长可生成16秒 states a maximum, 展示了一段16秒的视频 shows one clip, and either may
    hold for one resolution or one shot only.
    """
    told = [_kind(figure), *_held_fixed(figure)]
    return CONDITION + ", ".join(part for part in told if part) if any(told) else ""


def _kind(figure: Figure) -> str:
    near = _without_names(figure, 24)
    shown = _SHOWN.search(near) or _SHOWN_AFTER.match(figure.near_right)
    if shown and not _ABLE.search(near):
        return CLIP_SHOWN
    return STATED_MAXIMUM if _MAXIMUM.search(near + figure.near_right[:3]) or figure.quantity.bound == "at_most" else ""


def _without_names(figure: Figure, most: int) -> str:
    """Give the words before a figure with every name blanked out: 可灵 is able to do nothing by its first character."""
    before = figure.near_left[-most:]
    space = figure.passage.between(figure.quantity.start - most, figure.quantity.start)
    start = figure.quantity.start - (len(space) - len(space.rstrip())) - len(before)
    for name in figure.passage.names_in(start, figure.quantity.start):
        before = before[: name.start - start] + "*" * (name.end - name.start) + before[name.end - start :]
    return before


def _held_fixed(figure: Figure) -> list[str]:
    clause = figure.left + figure.quantity.surface + figure.near_right
    sharp = [f for f in figure.passage.figures if f.kind == "resolution" and figure.clause.start <= f.start < figure.clause.end]
    return [
        *(["single shot"] if _SINGLE_SHOT.search(clause) else []),
        *([f"at {sharp[0].surface}"] if len(sharp) == 1 else []),
    ]
