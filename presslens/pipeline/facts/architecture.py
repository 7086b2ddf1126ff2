"""How a model is built, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presslens.lexicon import table
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.spoken import model_at
from presslens.pipeline.facts.topics import Topics

_CUE = re.compile(r"架构|基于|采用|骨架|路线|结合|加上|融合|建立在|核心|原理|基础|搭建|使用了|构建|是一[种个]|扩散型|本质")
# 获得了大语言模型的灵感 names where an idea came from, not what the model is; 与DALL·E 3类似的方法 names another.
_NOT_ITS_OWN = re.compile(r"^的?(?:灵感|优势|启发|能力|竞争|不同|差距|成功|类似|相似|相同|一样)")
_DENIED = re.compile(
    r"并非|不是|(?:不|未|没有|不再)(?:采用|使用|基于)|弃用|放弃|抛弃|而非|不同于|区别于|无需|不需要|不依赖|摆脱|去除|替代|取代|学习$|相?[较比][^，,。；;]{0,3}$|优于$|超越$|超过$"
)
# 基于DiT的流行模型 speaks of models in general, unless it stands after 是.
_IN_GENERAL = re.compile(r"^的[^，,。；;]{0,12}(?:模型|方法|生成器|技术)")
_LIKE = re.compile(r"(?:类似于?|如同|像)\s?$")
_SAYS_IT_IS = re.compile(r"是|采用")
# A world model is what many strive for: only 是 and 架构 say that one is built so.
_STRIVEN_FOR = "world model"
_CALLED = re.compile(r"(?:模型|框架|方法|技术|架构)(?:——|:|：)?\s?[“「]?\s?$")
_WORLD_MODEL = re.compile(r"\s?(?:系列)?(?P<term>世界模型)(?!领域|竞争|路线|概念|方向)")
_SAYS_OF_IT = re.compile(r"^(?:它(?!们)|该模型|其(?!中|他|余|次))")
_IS_ONE = re.compile(r"是[^，,。；;]{0,8}$")


@cache
def _pattern() -> re.Pattern[str]:
    terms = sorted((re.escape(form) for forms in table("architectures.toml").values() for form in forms), key=len, reverse=True)
    term = rf"(?<![A-Za-z])(?:{'|'.join(terms)})(?![A-Za-z])"
    link = r"(?:\s*(?:\+|加上|加|和|与|及|、|骨架的|架构的|的|结合|\(|\)|模型|大模型|融合|再加)\s*){1,3}"
    return re.compile(rf"{term}(?:{link}{term})*")


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
    kinds = list(_told_by_kind(passage, source))
    yield from kinds
    if kinds or not _CUE.search(passage.text):
        return
    candidates = []
    for found in _terms(passage.text):
        start, end = passage.start + found.start(), passage.start + found.end()
        printed = found.group() + (")" if "(" in found.group() and passage.between(end, end + 1) == ")" else "")
        if _CUE.search(passage.between(start - 24, end + 16)) and _is_its_own(passage, start, end, printed):
            near = bool(_CUE.search(passage.between(start - 6, start)))
            candidates.append((not near, -len(printed), start, printed))
    if not candidates:
        return
    _, _, start, printed = min(candidates)
    subject, confidence = model_at(passage, start, topics)
    if subject and _restates(passage, start + len(printed), subject):
        main = topics.main.get("model", "")
        subject, confidence = (main if _SAYS_OF_IT.match(passage.text) and topics.last.get("model") == main else ""), "medium"
    if subject:
        yield claim(
            passage, "architecture", start, start + len(printed), subject, _value(printed), "built_on", source, confidence
        )


@cache
def _kind_before() -> re.Pattern[str]:
    goods = r"[^，,。；;、的和与及A-Za-z]{0,10}(?:模型|框架|方法|技术|架构)"
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
