"""Who made a model, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_called_model
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_MAKES = cue("developing_verbs")
_BETWEEN_MAKER_AND_MODEL = re.compile(rf"^[^，,。；;：:！？!?]{{0,16}}?(?:{_MAKES})(?:了|过)?[^，,。；;：:！？!?]{{0,36}}$")
_OWNS = re.compile(
    r"^(?:的|旗下的?|自研的?|最新的?|家的?|版的?)(?:[^，,。；;：:！？!?的]{0,12}?(?:模型|大模型|产品|工具|平台|软件|应用|项目))?\s?(?:——|“|「|\")?$"
)
_PASSIVE = re.compile(r"^(?:模型|大模型)?[”」\"]?(?:则|正|也)?(?:是)?由$")
_PASSIVE_END = re.compile(rf"^[^，,。；;]{{0,10}}?(?:{_MAKES}|出品|创建|构建)")

_ITS = re.compile(
    r"(?:它|其|该公司|这家公司)的?(?:最新|首个|首款|新|自研)?的?[^，,。；;]{0,8}?(?:模型|大模型|机器人|产品)[“「]?$"
)


def developed_by(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who made a model: OpenAI发布了…Sora, 生数科技的Vidu, PixelDance由字节跳动推出."""
    done: set[tuple[str, str]] = set()
    for model in (name for name in passage.names if name.kind == "model" and is_called_model(passage, name)):
        yield from _made_by_it(passage, model, topics, source)
        for maker in _makers(passage, model):
            if maker.name != model.name and not _is_another(passage, maker, model) and (maker.name, model.name) not in done:
                done.add((maker.name, model.name))
                yield claim(
                    passage, "developer", maker.start, maker.end, model.name, maker.name, "developed_by", source, "high"
                )


def _made_by_it(passage: Passage, model: Hit, topics: Topics, source: str) -> Iterator[Fact]:
    """Read 它的最新模型…: the maker is the firm that the text was speaking of."""
    found = _ITS.search(passage.between(model.start - 20, model.start))
    maker = topics.last.get("company", "") if found else ""
    if maker and found and not any(name.kind == "company" for name in passage.names):
        start = max(passage.start, model.start - 20) + found.start()
        yield claim(passage, "developer", start, model.end, model.name, maker, "developed_by", source, "medium")


def _is_another(passage: Passage, maker: Hit, model: Hit) -> bool:
    """Tell whether the sentence speaks of a rival of the model, or only wishes for it: 研发对标某某的模型."""
    likeness = re.search(
        r"(?:对标|类|中国版?|国产版?|版|像|如|追赶|比肩|堪比|媲美|超越|[的版个类]“)\s?$",
        passage.between(model.start - 4, model.start),
    )
    between = passage.between(min(maker.end, model.start), max(maker.end, model.start))
    return bool(likeness) or bool(re.search(r"亟需|能否|是否|如果|想要|希望|没有|无法|对标|对比|接入|采用|使用|基于", between))


def _makers(passage: Passage, model: Hit) -> list[Hit]:
    companies = [name for name in passage.names if name.kind == "company" and listed_kind(name.name) == "company"]
    before = [company for company in companies if company.end <= model.start]
    for company in reversed(before):
        between = passage.between(company.end, model.start)
        others = [n for n in passage.names_in(company.end, model.start) if n.kind == "model"]
        if _OWNS.match(between.strip()) and not others:
            return [company]
        made = passage.roles[company.start] != "governed" and _BETWEEN_MAKER_AND_MODEL.match(between)
        if not others and made:
            return [*_joined_before(passage, company, before), company]
    for company in (company for company in companies if company.start >= model.end):
        gap = passage.between(model.end, company.start).strip()
        if _PASSIVE.match(gap) and _PASSIVE_END.match(passage.between(company.end, passage.end)):
            return [company]
    return []


def _joined_before(passage: Passage, company: Hit, before: list[Hit]) -> list[Hit]:
    """Add a partner named just before: 清华大学联合生数科技, 生数科技和清华大学."""
    partners = [
        c for c in before if re.fullmatch(r"(?:和|与|、|联合|联手|携手|及)", passage.between(c.end, company.start).strip())
    ]
    return [p for p in partners if p.name != company.name]
