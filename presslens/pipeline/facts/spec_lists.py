"""Specifications that stand beside each other: 1080P、10秒, 从8秒拉到30秒, 5秒或10秒，24帧. One tells what the other is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from presslens.lexicon import cue
from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure

_CLIP = re.compile(cue("clip_nouns"))
_OF_VIDEO = re.compile(r"视频|影片|短片|成片|片段")
_TEXT_ABOUT_IT = 3
_SHORT = 300
_ARTICLES_KEPT = 16
_SHARP = re.compile(r"画质|分辨率|清晰度|解析度|帧率|直出|超分|视频模型|镜头")
# What may stand between two specifications: marks, and the noun of the second.
_LINK = re.compile(
    r"\s*(?:[，,、/+;；(（)）]|和|与|及|以及|的|且|，?并)?\s*"
    r"(?:最高|最长|可达|达|原生|画质|画面|分辨率|清晰度|解析度|解像度|输出|支持|帧率|高清|每秒|一[条支段]|每[条支段]|只有|\s|[:：为是])*"
)
# What may stand between two lengths of one list or one rise.
_RISES = re.compile(
    r"\s*(?:左右)?(?:、|/|和|或者?|与|及|以及|[，,]?(?:一下|直接|大幅)?(?:延长|拉长|加长|提升|提高|提|扩展|扩|增加|增|拉|升级|升|翻倍|跃升|变|做|拓展)?(?:到|至|成|为)了?)\s*"
    r"|[，,](?:付费|订阅|会员|再)?[^，,。；;\d]{0,6}(?:延长|拉长|加长|提升|扩展|增加)(?:到|至)了?"
)
_SPECS = frozenset({"resolution"})
_FRAMES = frozenset({"fps", "frame"})
_LONGEST_CLIP = 600


def speaks_of_video(figure: Figure) -> bool:
    """Tell whether a sentence or its article speaks of video that is made, so that a length or a sharpness is one of it."""
    passage = figure.passage
    if any(name.kind == "model" for name in passage.names):
        return True
    return bool(_CLIP.search(passage.text) or _SHARP.search(passage.text)) or _is_about_video(passage.article.match)


@lru_cache(_ARTICLES_KEPT)
def _is_about_video(text: str) -> bool:
    told = sum(1 for _ in _OF_VIDEO.finditer(text))
    return told >= _TEXT_ABOUT_IT or (told > 0 and len(text) < _SHORT)


def beside_spec(figure: Figure) -> bool:
    """Tell whether a specification of another kind stands right before or behind a figure: 1080P、10秒."""
    one = figure.quantity
    if one.kind == "duration" and (one.low or 0) > _LONGEST_CLIP:
        return False
    return any(_is_spec(other, one) and _LINK.fullmatch(_between(figure, other)) for other in _neighbours(figure))


def in_series(figure: Figure, is_one: Callable[[Figure], bool]) -> bool:
    """Tell whether a figure stands in one list or one rise with another that is a length of clips: 从8秒拉到30秒."""
    alike = (other for other in _neighbours(figure) if other.kind == figure.quantity.kind)
    joined = (other for other in alike if _RISES.fullmatch(_between(figure, other)))
    return any(is_one(Figure(other, figure.passage)) for other in joined)


def _is_spec(other: Quantity, one: Quantity) -> bool:
    if other.kind in _SPECS or other.unit in _FRAMES:
        return True
    return one.kind != "duration" and other.kind == "duration" and (other.high or 0) <= _LONGEST_CLIP


def _neighbours(figure: Figure) -> list[Quantity]:
    told = [f for f in figure.passage.figures if f.start != figure.quantity.start]
    before = [f for f in told if f.end <= figure.quantity.start][-1:]
    return before + [f for f in told if f.start >= figure.quantity.end][:1]


def _between(figure: Figure, other: Quantity) -> str:
    one = figure.quantity
    return figure.passage.between(min(one.end, other.end), max(one.start, other.start))
