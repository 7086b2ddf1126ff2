"""Rules for what a video model can do: how long, how sharp, how many frames."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.clips import condition
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MODEL_FIRST, Reading, Rule, has, reads

_CLIP = cue("clip_nouns")
_MAKES = cue("making_verbs")
_SPAN_WORD = cue("span_words")
_TAKES_TIME = cue("time_taken")
_COSTS = cue("costs_of_making")


@reads("duration")
def longest_clip(figure: Figure) -> Reading | None:
    """Read how long a clip a model makes: 长达32秒的视频, 只能做4秒左右的短片, 时长上限为10秒."""
    quantity = figure.quantity
    if not quantity.low or quantity.low > 3 * 3600:
        return None
    # 30秒内生成6秒的视频: 内 belongs to the time it takes, told just before.
    near, ahead = re.sub(r"^[之以]?内", "", figure.near_left)[-20:], figure.near_right[:16]
    if has(
        rf"^的?[^，,。；;]{{0,8}}?(?:视频|短片|片段|剪辑|动画)[^，,。；;]{{0,6}}?[，,]?(?:{_COSTS})", figure.after
    ) and not has(r"(?:能够?|可以?|支持|最多|最长)[^，,。；;]{0,8}$", near):
        return None
    if has(r"(?:做|生成|制作|拍|创作|合成)了(?:一[段个条部支])?$", near):
        return None
    after_takes = has(r"^(?:之?内|以内|左右)?(?:即可|就能?|便|完成|生成|出片|后|的时间|之后|前)", ahead)
    if after_takes or (
        has(rf"(?:{_TAKES_TIME})(?:约|了)?$", near) and not has(r"(?:停留在|限制在|最长|长达)[^，,]{0,4}$", near)
    ):
        return None
    clip_ahead = re.match(
        rf"(?:、?\d{{3,4}}\s?[xX×*]\s?\d{{3,4}}|、?\d{{2,3}}\s?(?:fps|FPS|帧(?:/秒|每秒)?)|、?\d{{3,4}}[pP]|、?[48][kK]|以内|之内|以上|左右|长度?|时长|超长|的|高清|逼真|连贯|稳定|流畅|1080[Pp]|4K|模糊|完整|AI|\s)*[^，,。；;0-9]{{0,8}}?(?:{_CLIP})",
        figure.after[:32],
    )
    spans = has(rf"(?:{_SPAN_WORD})[^，,。；;]{{0,6}}$", near) or has(r"^(?:的)?(?:超长|长度|长的|时长)", ahead)
    makes = has(rf"(?:{_MAKES})[^，,。；;]{{0,14}}$", figure.left[-24:])
    about_clips = has(_CLIP, figure.sentence)
    if (clip_ahead and (spans or makes)) or (
        spans and about_clips and (makes or has(r"时长|长度|最长|超长|上限", near + ahead[:6]))
    ):
        return Reading("max_duration", subjects=MODEL_FIRST, note=condition(figure))
    if _is_ability(figure) or _is_extended_to(figure):
        return Reading("max_duration", subjects=MODEL_FIRST, note=condition(figure))
    if clip_ahead and _belongs_to_model(figure):
        return Reading("max_duration", subjects=MODEL_FIRST, note=condition(figure))
    if _belongs_to_model(figure) and has(rf"{_CLIP}|生成|算力", figure.sentence):
        return Reading("max_duration", subjects=MODEL_FIRST, note=condition(figure))
    return None


def _is_ability(figure: Figure) -> bool:
    """Tell whether a model is said to make so much at a time, where no clip is named: 甲单次最多生成10秒."""
    able = (
        r"(?:最多|最长|单次|一次|一口气)[^，,。；;]{0,8}(?:生成|做|输出|产出|拍|制作|创作|合成)(?:出|"
        r"到)?$|(?:时长|长度)(?:最长|最多|上限|限制|达|为|在|只有|仅|可达|到)*$"
    )
    model = any(name.kind == "model" for name in figure.passage.names_in(figure.passage.start, figure.quantity.start))
    return model and has(able, figure.left) and has(r"^(?:的|左右|以内|[，,。；;、)）]|$)", figure.near_right[:4])


def _is_extended_to(figure: Figure) -> bool:
    """Tell whether the length of clips was raised to so much: 时长上限从4秒延长到了12秒."""
    raised = r"(?:延长|提升|增加|提高|扩展|拉长|加长|扩大|升级)(?:到|至)了?$"
    return has(raised, figure.near_left) and has(
        r"(?:视频|生成|片段|短片)[^，,。；;]{0,6}(?:时长|长度|上限|秒数)|时长上限|视频(?:最长|可以?|能够?)?(?:延长|拉长|加长)",
        figure.left,
    )


def _belongs_to_model(figure: Figure) -> bool:
    """Tell whether the figure is held by a model's name: 可灵的2分钟."""
    names = [name for name in figure.passage.names if name.kind == "model" and name.end <= figure.quantity.start]
    return bool(names) and figure.passage.between(names[-1].end, figure.quantity.start).strip() == "的"


@reads("resolution")
def how_sharp(figure: Figure) -> Reading | None:
    """Read the resolution a model puts out: 输出1280x720的视频, 支持1080P."""
    if has(r"比如|例如|假设|使用\d", figure.left[-12:]) and not has(r"分辨率", figure.left + figure.near_right[:4]):
        return None
    imagined = has(r"想象|设想|假如|假设|如果|将来|未来|打开|戴上|带上", figure.sentence)
    own = has(rf"{_MAKES}|直出|最高|分辨率|画质|清晰度|高清|提升至|升级", figure.left[-24:] + figure.near_right[:10]) or has(
        r"^\s?(?:大小|尺寸)?的?(?:图像|图片|视频|画面|影像|片段)", figure.near_right
    )
    own = own or (
        figure.quantity.unit == "px"
        and has(r"^\s?(?:或|和|至|到|及|、|~|-)[^，,。；;]{0,16}的?(?:图像|图片|视频|画面)", figure.after)
    )
    own = own or has(r"(?:秒|s|帧)\s?[×x*]\s?$", figure.passage.between(figure.quantity.start - 6, figure.quantity.start))
    known = any(name.kind == "model" for name in figure.passage.names)
    if own and not imagined and (known or has(rf"{_CLIP}|分辨率|画质|模型|图像|图片", figure.sentence)):
        return Reading("resolution", subjects=MODEL_FIRST)
    return None


def frames_per_second(figure: Figure) -> Reading | None:
    """Read how many frames a second a model puts out: 24帧/秒, 每秒30帧, 24fps."""
    if (
        figure.quantity.unit == "frame"
        and has(r"(?:\d{3,4}[pP]|[248]K|帧率(?:为|达到?|可达|最高)?)[、，,/和及\s]*$", figure.left)
        and has(r"^(?:的)?(?:高清|超清|流畅|高帧率|画质|画面|视频|$|[，,。；;、])", figure.near_right)
    ):
        return Reading("fps", subjects=MODEL_FIRST, unit="fps")
    if figure.quantity.unit == "fps" and not has(r"速度|推理|吞吐|实时|加速", figure.left):
        return Reading("fps", subjects=MODEL_FIRST)
    return None


RULES: tuple[Rule, ...] = (longest_clip, how_sharp, frames_per_second)
