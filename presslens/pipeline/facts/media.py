"""Lists of what can be fed to a model, as they are printed: 文字、图片或视频."""

from __future__ import annotations

import re

from presslens.pipeline.patterns import searched

_TEXT = r"文[字本](?:描述|提示词?|指令|脚本)?|提示词|脚本|剧本|一[句段]话"
_IMAGE = r"图[像片象]|照片|相片|草图|分镜[图稿]|(?<=[张幅])图|首尾帧|参考图|商品图"
_VIDEO = r"影片|影像|视频|录像"
_AUDIO = r"音[频讯]|声音|语音|录音|配乐"
_KINDS = (("text", _TEXT), ("image", _IMAGE), ("video", _VIDEO), ("audio", _AUDIO))
_ANY = "|".join(words for _, words in _KINDS)
_ONE = (
    rf"(?:最多|多达)?\s?(?:(?:[一两二三四五六七八九十]|\d{{1,2}})\s?[张段句幅条截份个]|单张|几张|多张|现成的?|已有的?|手绘|静态)?"
    rf"(?:参考|人脸|人物|演员|商品|产品|老)?(?:{_ANY})(?:素材|片段|文件|样本|指令|提示)?"
)
_JOINS = (
    r"\s?(?:、|/|\+|[,，]?(?:和|与|及|以及|或上传|或者?|加上?|连同|配上?|乃至|还有)"
    r"|[，,]?也(?:能|可以?)?(?:是|吃|收|接受|支持))\s?"
)
MEDIA_LIST = searched(rf"{_ONE}(?:{_JOINS}{_ONE})+")
# 接受文字和图片, 可由文字或图片生成, 支持文本、图像输入, 一张照片配一段音频,就能出片: what says that they are fed.
_TAKES = re.compile(
    r"(?:接受|容许|允许|吃[进下]?|收|输入|上[传载]|喂入?|丢|给它|只需|只要|凭借?|读入|传入|同时参考|(?<!可)参考)[^，,。；;]{0,10}$"
)
_MADE_FROM = re.compile(
    r"(?:由(?!于)|(?<![采使利应适])用|以|根据|靠|把|将|提供|通过|从|结合|读[懂取]?|支持|处理|按|依|凭|提供)[^，,。；;生出]{0,8}$"
)
_MAKES = re.compile(r"[^，,。；;、]{0,6}?(?:输入|生成|产生|出片|从零|做|造|转|变|丢|喂|驱动|当作?|合成|产出|创作|描述|作为)")
_AS_INPUT = re.compile(
    r"(?:等|[^，,。；;、]{0,6})?(?:输入|当输入|作为输入|一并丢|一起丢|(?:都|也|均)(?:可以?|能)(?:喂|丢)|(?:都|均|皆|通)(?:吃|收|接受|支持|可)(?=[，,。；;！]|$)|(?:都|均)(?:可以?|能)(?=[，,。；;]|$)|做条件)"
)
_ONE_EACH = re.compile(r"[，,]?\s?(?:就|便|即)?(?:可以?|能)?(?:出|生成|做出|得到|变成)")
_COMES_OUT = re.compile(r"(?:生成|输出|制作|产出|创作|剪辑|编辑)(?:[^，,。；;、]{0,6})$")


def listed_media(text: str) -> tuple[int, int, str] | None:
    """Find the first list of kinds of media that a sentence says are fed to something: its place and the kinds in order.

    >>> listed_media("它可由文字、图片或视频生成12秒的片段")
    (3, 11, 'text + image + video')
    >>> listed_media("它能生成文字、图片和视频")
    """
    for found in MEDIA_LIST.finditer(text):
        before, after = text[max(0, found.start() - 16) : found.start()], text[found.end() : found.end() + 14]
        if _COMES_OUT.search(before) or ("支持" in before[-6:] and not _AS_INPUT.match(after)):
            continue
        fed = _TAKES.search(before) or _AS_INPUT.match(after) or (_MADE_FROM.search(before) and _MAKES.match(after))
        if fed or (found.group().startswith("一") and _ONE_EACH.match(after)):
            return found.start(), found.end(), _kinds(found.group())
    return None


def _kinds(listed: str) -> str:
    places = [(match.start(), kind) for kind, words in _KINDS for match in [re.search(words, listed)] if match]
    return " + ".join(kind for _, kind in sorted(places))
