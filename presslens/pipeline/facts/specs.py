"""Rules for what a video model can do: how long, how sharp, how many frames."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.model import Quantity
from presslens.pipeline.facts.clips import condition
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MODEL_FIRST, Reading, Rule, has, reads
from presslens.pipeline.facts.spec_lists import beside_spec, in_series, speaks_of_video

_CLIP = cue("clip_nouns")
_MAKES = cue("making_verbs")
_SPAN_WORD = cue("span_words")
_TAKES_TIME = cue("time_taken")
_COSTS = cue("costs_of_making")
_LENGTH = cue("lengths_of_clips")
_GIVES = cue("giving_verbs")
_UP_TO = cue("leading_to_a_limit")
_NO_CLIP = cue("lengths_of_other_things")
_SCREEN = cue("things_with_a_screen")
_LONGEST = 3 * 3600
# More frames than these are those of a whole clip.
_FEWEST_FRAMES, _MOST_FRAMES = 6, 240
_END = r"^(?:的(?!时间)|左右|以内|之内|以上|上下|[，,。；;、:：/)）(（\"”」]|\s*$)"
# 时长从8秒, 每条只给到8秒: the noun that a length completes, with adverbs and verbs of reaching between.
_MEASURED_BY = rf"(?:{_LENGTH})(?:{_UP_TO}|\s)*$"
# 一次能给10秒, 一口气出8秒
_MADE_AT_ONCE = rf"(?:{_GIVES})(?:{_UP_TO}|\s)*$"
_ABLE = r"能|可|支持|支援|最[长多高]|单次|一次|一口气|只有|上限|选"
_CLIP_AHEAD = re.compile(
    rf"(?:、?\d{{3,4}}\s?[xX×*]\s?\d{{3,4}}|、?\d{{2,3}}\s?(?:fps|FPS|帧(?:/秒|每秒)?)|、?\d{{3,4}}[pP]|、?[48][kK]|以内|之内|以上|左右|长度?|时长|超长|的|高清|逼真|连贯|稳定|流畅|1080[Pp]|4K|模糊|完整|AI|\s)*[^，,。；;0-9]{{0,8}}?(?:{_CLIP})"
)
_COST_AHEAD = (
    rf"^的?[^，,。；;]{{0,12}}?(?:视频|短片|片段|剪辑|动画|影片|画面|一[支条段])[^，,。；;]{{0,6}}[，,]?(?:{_COSTS})|^的?(?:{_COSTS}|要等?)"
    r"|^一[支条段](?:要|得|\s?\d)"
)
# 只有8秒, 均为10秒, 就是8秒: all that a clause says of a model.
_ONLY_SAYS = re.compile(
    r"[，,；;]?(?:但|而|则|却|仅|只|也|都|均|当时|目前|如今|最多|最长|可|能|已|还|就|便|分别|可达|每[段条次]|它|\*|各|暂时|最后|实际|交到|用[家户]|手上|的|\s)*"
    r"(?:能?为|是|有|达|达到|给到|给|限|限于|停[留]?在|止步|止于|做到|接到|接|至)(?:了|约|近|超过?|不到|近乎|大约)*"
)


@reads("duration")
def longest_clip(figure: Figure) -> Reading | None:
    """Read how long a clip a model makes: 长达32秒的视频, 只能做4秒左右的短片, 时长上限为10秒, 单次最长只给到10秒."""
    if _tells_a_length(figure) or in_series(figure, _tells_a_length):
        return Reading("max_duration", subjects=MODEL_FIRST, note=condition(figure))
    return None


def _tells_a_length(figure: Figure) -> bool:
    quantity = figure.quantity
    if quantity.kind != "duration" or not quantity.low or quantity.low > _LONGEST or _is_of_something_else(figure):
        return False
    near, ahead, left = _near(figure), figure.near_right[:16], figure.left[-24:]
    clip_ahead = bool(_CLIP_AHEAD.match(figure.after[:32]))
    spans = has(rf"(?:{_SPAN_WORD})[^，,。；;]{{0,6}}$", near) or has(r"^(?:的)?(?:超长|长度|长的|时长)", ahead)
    makes = has(rf"(?:{_MAKES})[^，,。；;]{{0,14}}$", left)
    if (clip_ahead and (spans or makes)) or (
        spans and has(_CLIP, figure.sentence) and (makes or has(r"时长|长度|最长|超长|上限", near + ahead[:6]))
    ):
        return True
    held = _belongs_to_model(figure)
    if _is_ability(figure) or _is_extended_to(figure) or (held and (clip_ahead or has(rf"{_CLIP}|生成|算力", figure.sentence))):
        return True
    return speaks_of_video(figure) and (_completes(figure) or beside_spec(figure) or _is_all_said(figure))


def _near(figure: Figure) -> str:
    """Give the words right before a figure; 30秒内生成6秒的视频: 内 belongs to the time it takes, told just before."""
    return re.sub(r"^[之以]?内", "", figure.near_left)[-20:]


def _is_of_something_else(figure: Figure) -> bool:
    """Tell whether a stretch of time is how long something takes, an example with its cost, a recording, or a film."""
    near, ahead = _near(figure), figure.near_right[:16]
    able = has(r"(?:能够?|可以?|支持|最多|最长)[^，,。；;]{0,8}$", near)
    if has(_COST_AHEAD, figure.after) and not able:
        return True
    if has(
        r"(?:(?:做|生成|制作|拍|创作|合成)了|[来去]拍|拍[成出]?)(?:一[段个条部支])?$|第$|前$|最后$|平均[^，,。；;]{0,6}$|每隔?$|[~～]$",
        near,
    ):
        return True
    if has(r"^(?:之?内|以内|左右)?(?:即可|就能?|便|完成|生成|出片|后|的时间|之后|前)", ahead):
        return True
    takes = has(rf"(?:{_TAKES_TIME})(?:约|了)?$", near)
    if takes and not has(r"(?:停留在|限制在|最长|长达)[^，,]{0,4}$", near):
        return True
    if has(rf"^(?:的|以上|以内|左右|长度?)*[^，,。；;\d]{{0,6}}?(?:{_NO_CLIP})", ahead) and not has(_MAKES, figure.left):
        return True
    return has(rf"(?:{_NO_CLIP})[^，,。；;]{{0,8}}$", figure.left) and not able


def _completes(figure: Figure) -> bool:
    """Tell whether a length completes a noun of length or a verb of making so much at a time: 单条上限为10秒, 一口气出8秒."""
    near = _near(figure)
    if has(_MEASURED_BY, near) and not has(r"视频.{0,2}$|等|耗时|用时", near):
        return True
    if has(rf"^(?:的)?(?:{_LENGTH}|连续|直出|不崩|续写|那么长|的?长镜头)", figure.near_right):
        return True
    return has(_MADE_AT_ONCE, near) and has(_END, figure.near_right) and has(_ABLE, figure.left)


def _is_all_said(figure: Figure) -> bool:
    """Tell whether a clause says no more of a model than the length: 但只有8秒, 可灵为2分钟."""
    if not has(_END, figure.near_right) or has(r"[要久]等|等[待到]|耗时|用时|速度|渲染|推理|训练|时间|延迟", figure.left):
        return False
    names = [name for name in figure.passage.names if name.kind == "model" and name.end <= figure.quantity.start]
    held = [name for name in names if name.start >= figure.clause.start]
    words = figure.passage.between(held[-1].end, figure.quantity.start) if held else figure.near_left
    return bool(names) and _ONLY_SAYS.fullmatch(words.strip()) is not None


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
    """Read the resolution a model puts out: 输出1280x720的视频, 支持1080P, 画面由720P升至1080P.

    Only video is told in pixels here, so the figure itself settles it unless a screen, a camera or a game is told of.
    """
    if has(r"比如|例如|假设|使用\d", figure.left[-12:]) and not has(r"分辨率", figure.left + figure.near_right[:4]):
        return None
    if has(r"想象|设想|假如|假设|如果|将来|未来|打开|戴上|带上", figure.sentence):
        return None
    clause = figure.left + figure.right
    if has(r"(?:ImageNet|数据集|基准)[^，,。；;]{0,4}$", figure.left):
        return None
    if has(_SCREEN, clause) and not has(rf"{_MAKES}|直出", figure.left[-24:]):
        return None
    pictures = has(r"^\s?(?:或|和|至|到|及|、|~|-)?[^，,。；;]{0,16}的?(?:图像|图片)", figure.after)
    return Reading("resolution", subjects=MODEL_FIRST) if speaks_of_video(figure) or pictures else None


@reads("count", "number", "measure")
def frames_per_second(figure: Figure) -> Reading | None:
    """Read how many frames a second a model puts out: 24帧/秒, 每秒30帧, 24fps, 帧率25."""
    quantity = figure.quantity
    if quantity.unit == "fps":
        unlike = has(r"速度|推理|吞吐|实时|加速", figure.left) or (
            has(_SCREEN, figure.left + figure.right) and not has(_MAKES, figure.left)
        )
        return None if unlike else Reading("fps", subjects=MODEL_FIRST)
    return Reading("fps", subjects=MODEL_FIRST, unit="fps") if _counts_frames(figure, quantity) else None


def _counts_frames(figure: Figure, quantity: Quantity) -> bool:
    """Tell whether a count is one of frames a second by the noun before it, or by the list of specifications it stands in."""
    after_noun = has(r"帧率(?:为|是|达到?|可达|最高|则|也|只有|维持在|:|：|约|从|由|仅)*$", figure.near_left)
    if not quantity.unit:
        return after_noun and has(_END, figure.near_right)
    if (
        quantity.unit != "frame"
        or not _FEWEST_FRAMES <= (quantity.low or 0) <= _MOST_FRAMES
        or has(_SCREEN, figure.left + figure.right)
    ):
        return False
    told = after_noun or has(r"帧率|流畅度|补帧|插帧|fps|FPS|每秒", figure.passage.text)
    at_end = has(r"^(?:的)?(?:高清|超清|流畅|高帧率|画质|画面|视频|$|[，,。；;、)）])", figure.near_right)
    return at_end and not has(r"[共第]|总", figure.near_left[-3:]) and (told or beside_spec(figure))


RULES: tuple[Rule, ...] = (longest_clip, how_sharp, frames_per_second)
