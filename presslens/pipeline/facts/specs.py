"""Rules for what a video model can do: how long, how sharp, how many frames, and since when."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.clips import condition
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.products import chips_in, with_products
from presslens.pipeline.facts.rule import MODEL_FIRST, Reading, Rule, has, reads

_CLIP = cue("clip_nouns")
_MAKES = cue("making_verbs")
_SPAN_WORD = cue("span_words")
_TAKES_TIME = cue("time_taken")
_RELEASE = cue("release_verbs")
_NOT_PRODUCT = cue("released_but_no_product")
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
        r"(?:视频|生成|片段|短片)[^，,。；;]{0,6}(?:时长|长度|上限|秒数)|时长上限", figure.left
    )


def _belongs_to_model(figure: Figure) -> bool:
    """Tell whether the figure is held by a model's name: 可灵的2分钟."""
    names = [name for name in figure.passage.names if name.kind == "model" and name.end <= figure.quantity.start]
    return bool(names) and figure.passage.between(names[-1].end, figure.quantity.start).strip() == "的"


@reads("resolution")
def how_sharp(figure: Figure) -> Reading | None:
    """Read the resolution a model puts out: 输出1280x720的视频, 支持1080P."""
    if has(r"比如|例如|假设|使用\d", figure.left[-12:]) and not has(r"分辨率", figure.left):
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


_RELEASES = re.compile(
    rf"(?:(?!开源)(?:{_RELEASE})|开源(?!的?(?:模型|大模型|代码|版本|社区)))(?!的(?:模型|大模型|代码|版本|社区))|开源(?=了)"
)
# What somebody decided or said that day comes out later: 上周披露将上线.
_ONLY_SAID = r"(?:决定|希望|考虑|打算)[^，,]*$|(?:披露|宣布|表示|透露|称)[^。；;]*将[^，,]*$"
_THIS_MODEL = r"(?:这款|该|这个|这一)(?:大?模型|产品|工具|应用|软件|平台)|^它(?!们)"
_COMPARED = re.compile(r"(?:(?<!相)比|与|跟|媲美|超越|超过|堪比|对标|不输|接近|类似)\s?$")
_EDITION = re.compile(
    r"(?:了|过)?(?:其|新的?|全新的?|首个)?(?P<noun>(?:移动端|手机端?|网页|桌面|PC|iOS|安卓|Android)[^，,。；;的]{0,4}?(?:应用|客户端|App|APP|版))"
)
_DAYS_OF_RELEASE = 14
_UP_TO = re.compile(r"(?:截至|截止|直到|到|自|自从|从)$")
_ONLY_A_PART = re.compile(rf"^[^，,。；;]{{0,12}}?(?:{cue('parts_of_a_product')})")


@reads("date")
def came_out_on(figure: Figure) -> Reading | None:
    """Read when a model came out: 6月6日推出了…模型可灵, 某模型于5月上线, 可灵发布的6月."""
    return _released_as_known(figure) or _released_after_date(figure)


def _released_as_known(figure: Figure) -> Reading | None:
    """Read a date that is named by a release: 可灵发布的6月, but not what happened on the day of it."""
    named = re.search(rf"(?:{_RELEASE})(?:的|当)$", figure.left[-8:])
    if named and not re.match(r"第|同|当|次|翌|后", figure.quantity.surface) and figure.quantity.surface[0] not in "同次":
        names = figure.passage.names_in(figure.clause.start, figure.quantity.start)
        held = [name for name in names if name.kind == "model"]
        return Reading("release_date", held[-1].name, subjects=MODEL_FIRST) if held else None
    return None


def _released_after_date(figure: Figure) -> Reading | None:
    after = figure.after
    if re.search(r"后$", figure.quantity.surface) or re.match(r"以来|起便|起就|起(?!售)", after) or _UP_TO.search(figure.left):
        return None
    later = [f for f in figure.passage.figures if f.start >= figure.quantity.end and f.kind in ("date", "money", "percent")]
    stop = [f.start - figure.quantity.end for f in later]
    after = re.split(r"\d\.\s|[🀀-🿿]", after[: min([90, *stop])])[0]
    if _is_long(figure) or _modifies_a_name(after):
        return None
    verb = _verb_of_release(after)
    if not verb or has(r"[。！？!?；;]", after[: verb.start()]) or has(_ONLY_SAID, after[: verb.start()]):
        return None
    subject = _released_thing(figure, figure.quantity.end + verb.start(), figure.quantity.end + verb.end())
    if not subject and not _goes_on_about_a_model(figure, figure.quantity.end + verb.end()):
        return None
    planned = has(r"预计|将|计划|拟|有望|最快|即将|或将", figure.left[-8:] + after[: verb.start()])
    return Reading("release_date", subject, subjects=MODEL_FIRST, status="forecast" if planned else None)


def _goes_on_about_a_model(figure: Figure, verb_end: int) -> bool:
    """Tell whether a release without a name is that of a model told before: 这款模型在一个月前上线, 甲…,已于去年11月发布."""
    clause_end = figure.passage.clauses[figure.passage.clause_at(verb_end - 1)].end
    if has(r"^(?:了|过)?\s*[^，,。；;！!？?\s]{2,}", figure.passage.between(verb_end, clause_end)):
        return False
    pronoun = has(
        r"^[^，,。；;]{0,2}[，,]?\s?(?:它(?!们)|该模型|这款模型)", figure.passage.between(figure.quantity.end, verb_end)
    )
    if pronoun or has(_THIS_MODEL, figure.before):
        return True
    earlier = figure.passage.names_in(figure.passage.start, figure.clause.start)
    return has(r"(?:已经?|将|便|就)?于$|^(?:已经?|将)$", figure.left) and any(name.kind == "model" for name in earlier)


def _is_long(figure: Figure) -> bool:
    """Tell whether a stretch of time is too long to say when something came out: 未来几天 is not."""
    first, last = figure.quantity.first_day, figure.quantity.last_day
    return "/" in figure.quantity.as_of and (first is None or last is None or (last - first).days > _DAYS_OF_RELEASE)


def _verb_of_release(after: str) -> re.Match[str] | None:
    """Find the verb that brings a product out: 发布博文,宣布开放某工具 brings out the tool."""
    for verb in _RELEASES.finditer(after.replace("开源的", "　　　")):
        if not has(rf"^(?:了|的)?[^，,。]{{0,24}}(?:{_NOT_PRODUCT})", after[verb.end() : verb.end() + 28]):
            return verb
        if not has(r"^(?:了|的)?[^，,。]{0,24}博文", after[verb.end() : verb.end() + 28]):
            return None
    return None


def _modifies_a_name(after: str) -> bool:
    """Tell whether a date only describes a name: 去年大火的某公司 says nothing of what came out when."""
    modifier = re.match(r"[^，,。；;的]{1,8}的", after)
    return bool(modifier) and not has(rf"{_RELEASE}|会上|论坛|大会|活动|时候|发布会", modifier.group() if modifier else "")


def _released_thing(figure: Figure, verb_start: int, verb_end: int) -> str:
    """Find what came out: the model named after the verb, else before it, else a product in quotation marks or after 模型, APP.

    An intransitive verb (上线, 问世) takes what stands before it; a transitive one (发布, 推出) what stands after it.
    """
    passage = figure.passage
    clause_end = passage.clauses[passage.clause_at(verb_end - 1)].end
    verb = passage.between(verb_start, verb_end)
    after = _models_in(passage, verb_end, max(clause_end, verb_end))
    held = _models_in(passage, max(figure.clause.start, figure.quantity.end), verb_start)
    before = _models_in(passage, figure.clause.start, figure.quantity.start)
    reference = re.search(rf"(?:{_RELEASE})(?:的|之?后?的?|当)$", figure.left[-8:])
    if reference:
        before = []
    intransitive = has(r"上线|亮相|面世|问世|公测|内测|横空出世|登场|诞生|出世|引爆|播出|上映|首发", verb)
    has_object = not intransitive and has(r"^(?:了|过|的)?\s*[^，,。；;！!？?\s]{2,}", passage.between(verb_end, clause_end))
    after = [name for name in after if not _ONLY_A_PART.match(passage.between(name.end, clause_end))]
    held = [name for name in held if not _ONLY_A_PART.match(passage.between(name.end, name.end + 2))]
    choice = [*held, *after, *before] if intransitive else [*after, *([] if has_object else [*held, *before])]
    if choice:
        return choice[-1].name if choice == held else choice[0].name
    return (
        _unlisted_product(passage.between(verb_end, clause_end))
        or _unlisted_product(passage.between(figure.quantity.end, verb_start), last=True)
        or _unnamed_model(passage, figure.quantity.start)
        or _edition_brought_out(passage, figure.clause.start, verb_start, verb_end)
    )


def _models_in(passage: Passage, start: int, end: int) -> list[Hit]:
    """List the models in a stretch that can be what comes out: not what something is compared with, not a paper's title."""
    named = [*with_products(passage).names, *chips_in(passage)]
    found = [n for n in named if n.kind == "model" and start <= n.start and n.end <= end]
    found = [n for n in found if not _COMPARED.search(passage.between(n.start - 4, n.start))]
    before = passage.between(passage.start, start)
    return [n for n in found if not _opens_title(before + passage.between(start, n.start))]


def _opens_title(text: str) -> bool:
    return text.rfind("《") > text.rfind("》")


def _edition_brought_out(passage: Passage, start: int, verb_start: int, verb_end: int) -> str:
    """Name an edition by whose it is: 甲发布了移动端应用."""
    edition = _EDITION.match(passage.between(verb_end, passage.end))
    makers = [n for n in passage.names_in(start, verb_start) if n.kind in ("company", "model") and passage.is_free(n)]
    return f"{makers[-1].name} {edition.group('noun')}" if edition and makers else ""


def _unnamed_model(passage: Passage, before: int) -> str:
    """Name a model that has no name yet by who builds it: 某某正研发…文生视频模型,最快年内发布."""
    built = re.search(
        r"(?:研发|开发|研制|打造|设计)[^，,。；;]{0,24}?(?P<noun>(?:文生视频|视频生成|视频|多模态)(?:大)?模型|(?:AI|人工智能)[芯晶]片)",
        passage.between(0, before),
    )
    place = passage.start + built.start() if built else 0
    makers = [name for name in passage.names if name.kind == "company" and name.end <= place and passage.is_free(name)]
    return f"{makers[-1].name} {built.group('noun')}" if built and makers else ""


def _unlisted_product(text: str, *, last: bool = False) -> str:
    """Take a product no lexicon lists: in quotation or title marks, or a Latin name after its kind.

    >>> _unlisted_product("了第一款短剧的APP Foo.AI"), _unlisted_product("了视频模型“云雀”")
    ('Foo.AI', '云雀')
    """
    pattern = (
        r"(?:(?:短剧|剧集|电影|影片|短片|动画片?|动漫|纪录片|游戏|剧|片|MV|系列|节目)《(?P<title>[^《》]{2,20})》)"
        r"|(?:(?:模型|产品|工具|应用|平台|软件|助手|系统|版本)[“「\"](?P<quoted>[^“”「」\"]{2,16})[”」\"])"
        r"|(?:[“「](?P<named>[^“”「」，,。]{0,10}(?:模型|AI|GPT)[A-Za-z0-9. \-]{0,8})[”」])"
        r"|(?:(?:模型|产品|工具|应用|平台|软件|助手|APP|App|系列|芯片)\s?"
        r"(?P<latin>[A-Z][A-Za-z0-9]*(?:[.\- ][A-Z0-9][A-Za-z0-9]*){0,3}))"
    )
    found = list(re.finditer(pattern, text))
    if not found:
        return ""
    chosen = found[-1] if last else found[0]
    return next(part for part in chosen.groupdict().values() if part)


RULES: tuple[Rule, ...] = (came_out_on, longest_clip, how_sharp, frames_per_second)
