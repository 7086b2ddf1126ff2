"""What a model takes in to make a clip or a picture, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.media import listed_media
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.spoken import model_at, model_of_a_list, without_families
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated
from presslens.pipeline.patterns import searched

_CUE = searched(
    r"给它|上载|吃(?=[一一段进下文图照视音])|收(?=[文图照视音])|容许|依(?=[文图])|只要|除了?(?=文[字本])|配合|丢(?=照|图|视)|丢(?=[一进给])|扔(?=[一进给])|喂[给入]|传入|从(?=[^，,]{0,12}(?:图像|图片|照片|文本|文字)中?(?:直接)?(?:生成|创建|合成|制作))|一[张句](?=[^，,]{0,8}[，,]?$)|输入|上传|提供|给它?一|根据|基于|通过|支持|只需|凭借|参考|按|由(?!于)|(?<![使采利应适])用(?![户于途来的法])|具备|可以实现|实现了?|(?:将|把)(?=[^，,]{0,24}(?:转化|转换|变成|变为|转为|转成))|围绕|主打|接受|接收|处理|(?:能|可)(?=文生|图生)"
)
_MAKES = Gated(
    r"完成|吃|接受|读入|吐出|成片|出片|从零|生成|制作|创建|创作|变成|转换|动起来|就会动|进去动|能让|开口|驱动|输入|喂|影片|片段|变为|转为|转成|转化|转视频|转图|ideo|文生|图生|视频生"
)
_WORDINGS: tuple[tuple[str, str], ...] = (
    (
        "text",
        r"文生(?=视频|图)|文字(?=[、和与及或])|文本(?:描述|提示词?|指令)?|(?<!3D)文字(?:描述|提示)?|提示词|自然语言|(?<![A-Za-z])[Pp]rompt|一句话|文案",
    ),
    (
        "image",
        r"图生(?=视频|图)|(?:静止|静态|参考|单张|一张|指导|首帧|首尾帧|人物|商品)?(?:图片|图像|照片|商品[图照]|单张图|首尾帧(?=一给|图)|图(?=就|一给)|人像(?=[加和与、，,。]|$)|(?<![生长截地版构])图(?!生|形|灵|书))",
    ),
    (
        "video",
        r"参考(?:视频|影片)|(?:无声|有声|自拍|原|老)(?:片子?|视频|影片)(?!方|段)|(?:已有|现有|参考|一段)?视频(?:片段|素材)|视频生(?=视频)|(?<=[和或、与及])视频(?=[，,。；;转]|(?:来)?生成(?:新|视频|[^，,。；;]{0,4}(?:短片|片段|画面))|作为)",
    ),
    ("audio", r"音频|语音(?=输入|驱动|[，,。；;、和与及或])|一段声音|(?:声音|录音|语音)(?:片段|样本)"),
    ("skeleton", r"骨骼动画|骨架动画|姿态序列"),
)
_INPUTS = tuple((name, re.compile(wording)) for name, wording in _WORDINGS)
# 创作的图像 is what comes out; 图像识别 and 图像数据 are no inputs of anybody's.
_COMES_OUT = re.compile(
    r"(?:生成|创作|制作|输出|合成|创建|产出|转化|转换|变成|到|添加|数据|调整|优化|修改)[^，,、]{0,14}$|(?:转换|转化|变|转)(?:为|成)[^，,]{0,20}$"
)
_NO_INPUT = re.compile(
    r"^(?:对(?![照话])|识别|编辑|处理|质量|分割|放大|数据|和视频(?!(?:来)?生成|作为|输入)|风格|效果|细节|创作|制作|生成(?=模型|技术|能力|任务|过程|工具|功能|、|等|和|与|类)|版权|(?:和[^，,、]{0,4})?的(?:纹理|细节|质量|联合))"
)
# What a model is called tells what it takes in: 文生视频模型甲, 甲图生视频模型.
# 文字、图片都能当输入, 以文本和参考视频作为输入, 音频也可以喂进去: what is fed stands before the verb.
_FED = searched(
    r"(?:都|也|均|皆)?(?:能|可以?)?(?:被)?(?:当作?|作为|用作|用来)输入|(?:都|也|均)?(?:可以?|能)喂(?:进去?|给)|一给"
)
_KINDS = (
    ("text + image", r"文(?:生)?(?:视频)?[、/和与及]?图(?:片)?(?:生|转)(?:成)?视频"),
    (
        "text",
        r"文生(?:视频|图像?|图片|多视图|音乐|3D)|文[本字][-—]?(?:到|转|生成|生|至)?(?:视频|图像|图片)"
        r"|[Tt]ext[- ]?[Tt]o[- ]?(?:[Vv]ideo|[Ii]mage)",
    ),
    ("image", r"图生视频|图[像片](?:到|转|生成|至)视频|[Ii]mage[- ]?[Tt]o[- ]?[Vv]ideo"),
    ("video", r"视频(?:到|转|生成)视频"),
)
_GOODS = r"(?:大|生成|AI|基础|开源)*(?:模型|工具|产品|平台|系统|框架|项目|应用|任务|方法)"
# 文生视频模型甲, 开源文生视频模型(即甲和乙), 能用于文生图(甲).
_KIND_BEFORE = tuple(
    (value, re.compile(rf"(?P<kind>{words})(?:{_GOODS}(?:——|:|：|[（(](?:即|如|包括)?)?|[（(])\s?[“「《]?\s?$"))
    for value, words in _KINDS
)
_KIND_AFTER = tuple(
    (
        value,
        re.compile(
            rf"^[”」》]?\s?(?:(?:则|更|也)*(?:是|为|倾向于?|支持|主打|用于|专注于?)(?:一[款个种])?[^，,。；;]{{0,24}}?)?(?P<kind>{words})(?:{_GOODS}|生成)"
        ),
    )
    for value, words in _KINDS
)
_KIND_REACH = 36
_MAY_LIST = Gated(r"[文图照相音影视提脚剧草语录]")
_LABEL = re.compile(r"[\s\-•·*]*(?:支持的?|多模态)?输入(?:类型|方式|格式|模态)?\s?[：:]")
_MAY_TELL_KIND = Gated(r"文[生本字-]|图生|图[像片]|ideo|[Ii]mage|视频到|视频转")
_ITEM = re.compile(r"\s?(?:、|/|,|，|和|与|及|以及)\s?")
_TEAM = re.compile(r"^\s?(?:大模型|模型)?(?:团队|实验室|研究院)")
_REACH = 30


def takes_in(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read what a model takes in: 只需上传一张照片, 根据文字描述生成, 支持文生视频和图生视频."""
    if not passage.may(_MAKES) or not _MAKES.search(passage.text):
        return
    yield from _told_by_kind(passage, source)
    listed = listed_media(passage.text) if passage.may(_MAY_LIST) else None
    # Of several products the only one told before a list is the one that takes it in.
    if _several_named(passage, passage.start + listed[0] if listed else passage.end):
        return
    if listed:
        start, end = passage.start + listed[0], passage.start + listed[1]
        subject, confidence = model_at(passage, start, topics)
        if not subject and _LABEL.match(passage.text):
            subject, confidence = model_of_a_list(passage, topics), "medium"
        if subject:
            yield claim(passage, "inputs", start, end, subject, listed[2], "takes_in", source, confidence)
    if listed and _several_named(passage, passage.end):
        return
    for clause in passage.clauses:
        if listed and clause.start <= passage.start + listed[0] < clause.end:
            continue
        text = passage.between(clause.start, clause.end)
        fed = _FED.search(text)
        cue = None if fed else _CUE.search(text)
        found = sorted(_fed(text[: fed.start()] + "，") if fed else _found(text, cue.start()) if cue else [])
        if not found:
            continue
        start, end = clause.start + found[0][0], clause.start + max(last for _, last, _ in found)
        subject, confidence = model_at(passage, start, topics)
        if subject:
            value = " + ".join(name for _, _, name in found)
            yield claim(passage, "inputs", start, end, subject, value, "takes_in", source, confidence)


def _told_by_kind(passage: Passage, source: str) -> Iterator[Fact]:
    """Read what a model takes in from what it is called: 文生视频模型甲, 开源文生视频模型(即甲和乙)."""
    if not passage.may(_MAY_TELL_KIND):
        return
    last: tuple[Hit, int, int, str] | None = None
    for name in passage.names:
        if name.kind != "model" or is_building_block(name.name):
            continue
        told = _kind_beside(passage, name)
        if told is None and last and _ITEM.fullmatch(passage.between(last[0].end, name.start)):
            told = last[1:]
        if told:
            start, end, value = told
            yield claim(passage, "inputs", start, end, name.name, value, "takes_in", source, "high")
        last = (name, *told) if told and told[0] < name.start else None


def _kind_beside(passage: Passage, name: Hit) -> tuple[int, int, str] | None:
    """Find the kind of model that tells the inputs, printed before a name or behind it: its place and the inputs."""
    shift = max(passage.start, name.start - _KIND_REACH)
    before, after = passage.between(shift, name.start), passage.between(name.end, name.end + _KIND_REACH)
    for (value, ahead), (_, behind) in zip(_KIND_BEFORE, _KIND_AFTER, strict=True):
        if found := ahead.search(before):
            return shift + found.start("kind"), shift + found.end("kind"), value
        if found := behind.match(after):
            return name.end + found.start("kind"), name.end + found.end("kind"), value
    return None


def _found(text: str, place: int) -> Iterator[tuple[int, int, str]]:
    """Give the inputs printed behind a cue, one of each sort, with their places in the clause."""
    for name, pattern in _INPUTS:
        for match in pattern.finditer(text, place, place + _REACH):
            if not _COMES_OUT.search(text[max(0, match.start() - 14) : match.start()]) and not _NO_INPUT.match(
                text[match.end() :]
            ):
                yield match.start(), match.end(), name
                break


def _fed(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the inputs that are listed before what says that they are fed."""
    for name, pattern in _INPUTS:
        match = pattern.search(text)
        if match and not _COMES_OUT.search(text[: match.start()][-14:]):
            yield match.start(), match.end(), name


def _several_named(passage: Passage, place: int) -> bool:
    """Tell whether a sentence speaks of several products, so that it is unclear which takes something in.

    Where one of them is told before `place`, those behind it count no more.
    """
    free = {
        name.name: name.start
        for name in reversed(passage.names)
        if name.kind == "model"
        and passage.is_free(name, of_models=True)
        and is_called_model(passage, name)
        and not _TEAM.match(passage.between(name.end, passage.end))
    }
    before = without_families({name for name, start in free.items() if start < place})
    return len(before or without_families(set(free))) > 1
