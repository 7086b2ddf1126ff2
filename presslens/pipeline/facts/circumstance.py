"""The circumstances of a claim: how certain it is, on whose word, and for what part of the world."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.lexicon import Hit, cue, names
from presslens.model import Scope, Status
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.gates import Gated
from presslens.pipeline.patterns import looked_ahead

_STATUS_CUES: tuple[tuple[Status, str], ...] = (
    ("assumption", r"假设|假定|假如|倘若|若按|如果"),
    ("rumour", r"据传|传闻|曝出|被曝|爆料|传出|有消息称|消息称|知情人士|坊间|据悉或|传言|号称|小道消息|外界猜测"),
    (
        "target",
        r"目标(?!检测|识别|价)|(?<![投现资究设发开该一项])计划(?![\"”」》的,，。、和A-Z])|寻求|(?<![模虚比草类])拟(?![合人态真声])|力争|争取|打算|立志|希望|准备|旨在",
    ),
    (
        "forecast",
        r"预计|预测|有望|料将|(?<![于超出合逊及过])预期|将达|将会|将增|将超|将突破|将成为|将由|未来|或将|预估|看好|到20[2-9]\d年|届时",
    ),
    ("estimate", r"估算|测算|估计|推算|粗略|据估|相当于|约合|可能(?:有|是|达|为)"),
)
_STATUSES = tuple((status, re.compile(cues)) for status, cues in _STATUS_CUES)
_ANY_STATUS_CUE = Gated("|".join(cues for _, cues in _STATUS_CUES))
_SPEAKS = cue("speaking_verbs")
_ACCORDING = Gated(
    r"(?:据|根据|按照|依据|援引|引用|来自)(?:了)?(?P<who>[^，,。：:；;]{2,24}?)(?:的|所|最新|此前|方面|日前|近日|昨日|今日|首席|分析师|不完全)*"
    rf"(?:{_SPEAKS})"
)
_SAID = (
    r"(?:预测|预计|测算|估算|估计|表示|指出|认为|透露|提到|介绍|称|说|披露|坦言|强调|补充称?|分析(?:称|指出|认为))"
    r"(?=[，,：:“「，]|$|[一-鿿])"
)
_SAYING = re.compile(_SAID)
_BEFORE_SAID = r"(?:曾|也|还|又|则|此前|近日|方面|就|公开|简单|向[^，,。]{2,12}|对[^，,。]{2,12}|最新|在[^，,。]{2,12})*"
_SAYS = Gated(r"(?P<who>[^，,。：:；;“”「」、]{2,18}?)" + looked_ahead(_BEFORE_SAID + _SAID))
# 某某证券分析师张三在报告中表示: the house is the source.
_ANALYST = Gated(
    r"(?:^|[，,。；;：:“”])\s?(?P<who>[^，,。：:；;“”]{2,14}?)(?:公司|的|首席|高级|驻场|资深|汇编的|华尔街)*(?:分析师|策略师|经济学家)"
    r"(?=[^。；;]{0,60}?(?:表示|指出|认为|称|预计|预测|估算|说|显示|写道|调至|上调|下调|给出))"
)
# 某某研究院的报告显示, 某某日前发布了报告: the report speaks on its maker's word, also in the next sentence.
_REPORTS = Gated(
    r"(?:^|[，,。：:；;])(?P<who>[^，,。：:；;“”]{2,16}?)(?:近日|日前|最新|昨日|今日|周[一二三四五六日]|\d+月\d*日?)*(?:发布了?|公布了?|推出了?)?(?:的)?(?:一份|最新|年度)*"
    r"(?:报告|研报|白皮书|数据|统计|调查)(?:中)?(?=显示|表明|指出|称|预计|预测|认为|披露|[。，,])"
)
_SOURCES = (_ACCORDING, _ANALYST, _SAYS, _REPORTS)
_ANY_SOURCE = sum(pattern.bit for pattern in _SOURCES)
_VAGUE_SOURCE = re.compile(r"知情人士|业内人士|媒体|有分析|分析人士|消息人士|外媒|市场人士|报道|分析师|专家")
_SPLIT_TITLE = re.compile(
    r"(?:的)?(?:CEO|首席执行官|首席科学家|创始人|合伙人|教授|分析师|董事长|总裁|专家|研究员|主任|院长|董事总经理|高管|负责人)"
)

_SCOPES: tuple[tuple[Scope, re.Pattern[str]], ...] = (
    ("ai_video", re.compile(r"AI视频|视频生成|文生视频|AI短片|AI影视")),
    ("generative_ai", re.compile(r"AIGC|生成式(?:AI|人工智能)|大模型")),
    ("global", re.compile(r"全球|世界|国际")),
    ("china", re.compile(r"中国|国内|我国|内地|大陆")),
    ("us", re.compile(r"美国|北美|美股")),
)


def status_of(figure: Figure) -> Status:
    """Tell how certain a claim is by its cue words, nearest first: an assumption beats a plan, a plan beats a forecast."""
    if not figure.passage.may(_ANY_STATUS_CUE):
        return "actual"
    for at, stretch in enumerate((figure.left, figure.before, figure.near_right[:12])):
        if not _ANY_STATUS_CUE.search(stretch):
            continue
        for status, cues in _STATUSES:
            if cues.search(stretch) and not (at == 1 and status == "target"):
                return status
    return "actual"


def source_of(passage: Passage) -> str:
    """Find on whose word a sentence stands; the canonical name where the lexicon knows it, else as printed.

    Reads 据…预测, 根据…数据, 某某表示 and the like; 据了解 and 据介绍 name nobody.
    """
    for pattern in _SOURCES if passage.marks & _ANY_SOURCE else ():
        if not passage.may(pattern):
            continue
        for found in pattern.finditer(passage.text, _first_said(passage.text) if pattern is _SAYS else 0):
            who = _named(passage, passage.start + found.start("who"), passage.start + found.end("who"))
            if who:
                return who
    return ""


def _first_said(text: str) -> int:
    """Tell where the first stretch between commas begins that has a word of saying: who says it stands in the same one."""
    said = _SAYING.search(text)
    return max(text.rfind(mark, 0, said.start()) for mark in "，,。") + 1 if said else len(text)


def _named(passage: Passage, start: int, end: int) -> str:
    inside: Sequence[Hit] = passage.names_in(start, end)
    ranked = sorted(inside, key=lambda hit: (hit.kind != "source", hit.kind != "person", hit.start))
    printed = passage.between(start, end).strip(" “”\"'《》").removeprefix("据")
    if ranked:
        return ranked[0].name
    vague = _VAGUE_SOURCE.search(printed)
    if vague:
        return vague.group()
    return _person_printed(printed)


def _person_printed(printed: str) -> str:
    """Keep an unknown speaker only where the form is that of a name: two or three characters after a title, or a firm."""
    after_title = _SPLIT_TITLE.split(printed)[-1].strip()
    if (
        re.fullmatch(r"[一-鿿]{2,3}", after_title)
        and after_title != printed
        and not re.search(r"们|者|人$|了|的|是|也|这|那|他|我", after_title)
    ):
        return after_title
    if (
        re.search(r"(?:证券|咨询|研究院|研究所|智库|资本|银行|机构|协会|研究中心|数据|日报|周刊|社)$", printed)
        and len(printed) <= 12
    ):
        return printed
    return ""


def scope_of(text: str) -> Scope:
    """Tell what part of the world or the trade a market figure is about.

    >>> scope_of("全球AIGC市场规模"), scope_of("中国视频生成市场")
    ('generative_ai', 'ai_video')
    """
    return next((scope for scope, cues in _SCOPES if cues.search(text)), "")


def canonical(name: str) -> str:
    """Fold a subject to its canonical name where the lexicon knows it."""
    return names().canonical(name)
