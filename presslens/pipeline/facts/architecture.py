"""How a model is built, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presslens.lexicon import any_of, table
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.spoken import model_at
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated

_CUE = re.compile(
    r"架构|基于|采用|沿用|骨架|骨干|主干|底层是|路线|结合|加上|融合|建立在|核心|原理|基础|搭建|使用了|构建|是一[种个款]|扩散型|本质|是(?=自回归|扩散)|方式|结构|背后的|走的|用的是|底子|换成|改[采用]|换用"
)
# 获得了大语言模型的灵感 names where an idea came from, not what the model is; 与DALL·E 3类似的方法 names another.
_NOT_ITS_OWN = re.compile(
    r"^的?(?:灵感|优势|启发|能力|竞争|不同|差距|成功|类似|相似|相同|一样|效率|性能|成本|实用性|安全性|可靠性)"
)
_DENIED = re.compile(
    r"并非|不是|(?:不|未|没有|不再)(?:采用|使用|基于)|没(?:有)?用|弃用|放弃|抛弃|而非|不同于|区别于|无需|不需要|不依赖|摆脱|去除|替代|取代|学习$|相?[较比][^，,。；;]{0,3}$|优于$|超越$|超过$"
)
# 基于DiT的流行模型 speaks of models in general, unless it stands after 是.
_IN_GENERAL = re.compile(r"^的[^，,。；;]{0,12}(?:模型|方法|生成器|技术)")
_LIKE = re.compile(r"(?:类似于?|如同|像)\s?$")
_SAYS_IT_IS = re.compile(r"是|采用")
# A world model is what many strive for: only 是 and 架构 say that one is built so.
_STRIVEN_FOR = "world model"
_CALLED = re.compile(r"(?:模型|框架|方法|技术|架构|建模的|构建的|驱动的)(?:——|:|：)?\s?[“「]?\s?$")
_BESIDES = re.compile(r"(?:又|还|并|再|同时)?(?:加上?|加入|叠加|引入|融合|融入|结合)了?\s?$")
_LISTS = ("(", "（", "( ", "如", "包括", "有", "像", "如 ", "包括 ")
_CLOSES = re.compile(r"\s?[)）]")
_EXAMPLE_BEHIND = re.compile(r"^\s?(?:机制|的?架构|的框架|算法|原理|范式)[（(]?(?:如|例如|比如|像)")
_ITEM = re.compile(r"\s?(?:、|/|,|，|和|与|及|以及)\s?(?:和|与|及|以及)?\s?")
# 甲基于隐式关键点的框架, 乙采用Proxy token机制: a build that no lexicon has is given as printed.
_PRINTED = re.compile(
    r"(?:基于|[采改换]用(?:了)?|改采|使用(?:了)?|引入(?:了)?|换成|走的?是?)(?:一种|一套)?(?:(?:自研|自主研发|独创|原创|全新)的)?\s?"
    r"(?P<term>[A-Za-z][A-Za-z0-9 \-]{2,22}[A-Za-z0-9]|[一-鿿]{3,8}?)\s?(?:机制|的?架构|的框架|算法|原理|范式|路线)(?!体系|图)"
)
_NO_BUILD = re.compile(
    r"[大小]模型|产品|商业|先进|全新|自研|自主|相同|不同|统一|通用|开源|现有|传统|创新|独特|最新|这[种一个]|该|其|云|类似|成熟|技术|底层|核心|主流|标准|新型|原有|公司|业务|管理|市场|激励|推荐|搜索|价格|定价|合作|沟通"
)
_WORLD_MODEL = re.compile(r"\s?(?:系列)?(?P<term>世界模型)(?!领域|竞争|路线|概念|方向)")
_SAYS_OF_IT = re.compile(r"^(?:它(?!们)|该模型|其(?!中|他|余|次))")
_IS_ONE = re.compile(r"是[^，,。；;]{0,8}$")


@cache
def _pattern() -> Gated:
    forms = [form for forms in table("architectures.toml").values() for form in forms]
    # Only a Latin form needs a border: 甲模型Zero世界模型.
    term = rf"(?:(?<![A-Za-z])|(?![A-Za-z]))(?:{any_of(forms)})(?:(?![A-Za-z])|(?<![A-Za-z]))"
    link = r"(?:\s*(?:\+|加上|加|和|与|及|、|骨架的|架构的|的|结合|\(|\)|模型|大模型|融合|再加)\s*){1,3}"
    return Gated(rf"{term}(?:{link}{term})*")


@cache
def _names() -> tuple[tuple[str, str], ...]:
    pairs = [(form, name) for name, forms in table("architectures.toml").items() for form in forms]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _value(printed: str) -> str:
    """Name the parts of an architecture once each, in the order printed.

    >>> _value("Transformer和Diffusion")
    'Transformer + diffusion'
    """
    rest, found = printed, []
    for form, name in _names():
        at = rest.find(form)
        while at >= 0:
            found.append((at, name))
            rest = rest[:at] + "\0" * len(form) + rest[at + len(form) :]
            at = rest.find(form)
    return " + ".join(dict.fromkeys(name for _, name in sorted(found)))


def built_on(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read how a model is built: Sora模型基于Transformer架构, 采用扩散型变换器模型, 结合了DiT与VAE."""
    named = passage.may(_pattern()) and _pattern().search(passage.text) is not None
    kinds = [*_told_by_kind(passage, source), *_told_of_a_list(passage, source)] if named else []
    yield from kinds
    if kinds or not _CUE.search(passage.text):
        return
    candidates = []
    for found in _terms(passage.text) if named else ():
        start, end = passage.start + found.start(), passage.start + found.end()
        printed = found.group() + (")" if "(" in found.group() and passage.between(end, end + 1) == ")" else "")
        if _CUE.search(passage.between(start - 24, end + 16)) and _is_its_own(passage, start, end, printed):
            near = bool(_CUE.search(passage.between(start - 6, start)))
            candidates.append(
                (bool(_BESIDES.search(passage.between(start - 8, start))) or not near, -len(printed), start, printed)
            )
    if not candidates:
        yield from _as_printed(passage, topics, source)
        return
    _, _, start, printed = min(candidates)
    value = " + ".join([_value(printed), *_added(passage, start + len(printed), candidates)])
    subject, confidence = model_at(passage, start, topics)
    if subject and _restates(passage, start + len(printed), subject):
        main = topics.main.get("model", "")
        subject, confidence = (main if _SAYS_OF_IT.match(passage.text) and topics.last.get("model") == main else ""), "medium"
    if subject:
        yield claim(passage, "architecture", start, start + len(printed), subject, value, "built_on", source, confidence)


def _added(passage: Passage, end: int, candidates: list[tuple[bool, int, int, str]]) -> Iterator[str]:
    """Give what a model is built of besides: 沿用DiT路线,又加了混合专家."""
    for _, _, start, printed in sorted(candidates, key=lambda candidate: candidate[2]):
        if start >= end and _BESIDES.search(passage.between(start - 8, start)):
            yield _value(printed)


def _as_printed(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read a build in the words it is printed in, where no lexicon names it: 基于隐式关键点的框架."""
    for found in _PRINTED.finditer(passage.text):
        start, end = passage.start + found.start("term"), passage.start + found.end("term")
        before = passage.between(passage.start + found.start() - 10, passage.start + found.start())
        if _NO_BUILD.search(found["term"]) or _DENIED.search(before) or _NOT_ITS_OWN.match(passage.between(end, end + 12)):
            continue
        if any(name.start < end and start < name.end and listed_kind(name.name) for name in passage.names):
            continue
        if _EXAMPLE_BEHIND.match(passage.between(end, end + 12)):
            continue
        subject, confidence = model_at(passage, start, topics)
        if subject and subject != found["term"]:
            yield claim(passage, "architecture", start, end, subject, found["term"], "built_on", source, confidence)
            return


@cache
def _kind_before() -> re.Pattern[str]:
    goods = r"的?[^，,。；;、的和与及A-Za-z]{0,10}(?:模型|框架|方法|技术|架构)|(?:建模|构建|驱动)的"
    return re.compile(rf"(?P<term>{_pattern().pattern})(?P<goods>{goods})?(?:——|:|：)?\s?[“「]?\s?$")


def _told_by_kind(passage: Passage, source: str) -> Iterator[Fact]:
    """Read how a model is built from what it is called: 视频扩散模型甲, 甲世界模型."""
    for name in passage.names:
        if name.kind != "model" or is_building_block(name.name):
            continue
        start = max(passage.start, name.start - 40)
        called = _CALLED.search(passage.between(name.start - 12, name.start))
        found = _kind_before().search(passage.between(start, name.start)) if called else None
        place = start
        if not found:
            found, place = _WORLD_MODEL.match(passage.between(name.end, name.end + 12)), name.end
        elif not (found.group("goods") or found.group("term").endswith("模型")):
            continue
        if found and not _DENIED.search(passage.between(place + found.start() - 8, place + found.start())):
            low, high = place + found.start("term"), place + found.end("term")
            value = _value(found.group("term"))
            yield claim(passage, "architecture", low, high, name.name, value, "built_on", source, "high")


@cache
def _list_behind() -> re.Pattern[str]:
    goods = r"(?:的[^，,。；;、A-Za-z()（）]{0,14}|[^，,。；;、A-Za-z()（）的]{0,6})(?:模型|方法|框架|生成器|系统|工具|产品)"
    return re.compile(
        rf"(?P<term>{_pattern().pattern})(?:架构)?{goods}\s?(?:[（(]\s?)?(?:[,，]?\s?(?:例如|比如|如|包括|有|像))?\s?$"
    )


def _told_of_a_list(passage: Passage, source: str) -> Iterator[Fact]:
    """Read an architecture told of models that are named as examples of it: 基于DiT的模型(甲、乙等), 扩散模型如甲."""
    names = [name for name in passage.names if name.kind == "model" and not is_building_block(name.name)]
    for at, first in enumerate(names):
        before = passage.between(first.start - 40, first.start)
        found = _list_behind().search(before) if before.endswith(_LISTS) else None
        if not found or _DENIED.search(before[: found.start()][-8:]):
            continue
        # 混合专家模型(SMoE) is short for it, no example.
        if (
            found.group().endswith(("(", "（"))
            and "的" not in found.group()
            and _CLOSES.match(passage.between(first.end, first.end + 2))
        ):
            continue
        start = max(passage.start, first.start - 40) + found.start("term")
        listed = [first]
        for name in names[at + 1 :]:
            if not _ITEM.fullmatch(passage.between(listed[-1].end, name.start)):
                break
            listed.append(name)
        for name in listed:
            yield claim(
                passage,
                "architecture",
                start,
                start + len(found["term"]),
                name.name,
                _value(found["term"]),
                "built_on",
                source,
                "high",
            )
        return


def _restates(passage: Passage, end: int, subject: str) -> bool:
    """Tell whether a name only repeats an architecture in brackets: 潜在动态模型(LDM)."""
    after = passage.between(end, end + 30)
    return re.match(rf"\s?[(（][^()（）]*{re.escape(subject)}\s?[)）]", after) is not None


def _terms(text: str) -> Iterator[re.Match[str]]:
    """Find the printed architectures; what the model is only like (类似GPT的Transformer) is left out of them."""
    place = 0
    while found := _pattern().search(text, place):
        like = _LIKE.search(text, max(0, found.start() - 4), found.start())
        place = found.start() + 1 if like else found.end()
        if not like:
            yield found


def _is_its_own(passage: Passage, start: int, end: int, printed: str) -> bool:
    """Tell whether an architecture is said of the model at hand: not denied, not another's, not models' in general."""
    before, after = passage.between(start - 14, start), passage.between(end, end + 18)
    if _DENIED.search(re.split(r"[，,；;]", before[-10:])[-1]) or _NOT_ITS_OWN.match(after):
        return False
    if _IN_GENERAL.match(after) and not _SAYS_IT_IS.search(before):
        return False
    if _value(printed) == _STRIVEN_FOR and not (_IS_ONE.search(before) or after.startswith(("架构", "”架构"))):
        return False
    return not any(name.start < end and start < name.end and not is_building_block(name.name) for name in passage.names)
