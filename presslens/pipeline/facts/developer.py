"""Who made a model, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue, names
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_called_model
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_MAKES = cue("developing_verbs")
_WITHIN = r"[^，,。；;：:、！？!?🀀-🿿]"
_BETWEEN_MAKER_AND_MODEL = re.compile(
    rf"^{_WITHIN}{{0,16}}?(?:{_MAKES})(?:了|过)?[^，,。；;：:！？!?🀀-🿿]{{0,36}}$"
    # 某公司语出惊人,以视频模型甲刷屏: it appears with what it made
    r"|^[^。；;：:！？!?]{0,20}?(?:以|凭借?|携|带着)[^，,。；;：:]{0,12}(?:模型|产品|工具|应用|平台|软件)[“「]?$"
)
_OWNS = re.compile(
    r"^(?:的|旗下的?|自研的?|最新的?|家的?|版的?)(?:[^，,。；;：:、！？!?的]{0,12}?(?:模型|大模型|产品|工具|平台|软件|应用|项目))?\s?(?:——|“|「|\")?$"
)
_BY_NAME = re.compile(
    r"^(?:[vV]?\d[\d.]*)?\s?(?:模型|大模型)?[”」\"]?(?:则|正|也)?(?:是(?:一[款个]|首[款个])?(?:由)?|由)$|^[”」\"]?的?(?:开发商|研发商|开发者|母公司|出品方|研发方|背后的?(?:公司|团队)?)(?:是|为|——)?$"
)
_MADE_BY_THEM = re.compile(rf"^[^，,。；;]{{0,10}}?(?:{_MAKES}|出品|创建|构建)")
# 豆包大模型团队 and 豆包视频模型Seedance: a name that only says whose the next is.
_ITS_TEAM = re.compile(r"^\s?(?:大模型|模型)?(?:团队|实验室|研究院)|^[^，,。；;、]{0,10}(?:模型|系列|产品)[“「]?\s?$")
# An unlisted Latin name makes a model only right before the verb and the model: Genmo推出的Mochi 1.
_MADE_RIGHT_HERE = re.compile(
    rf"^\s?(?:公司|团队)?(?:近日|今日|昨日|刚刚|最新|正式)?(?:{_MAKES})(?:了|的)?(?:[^，,。；;、]{{0,12}}模型)?[“「]?\s?$"
)
_ITS = re.compile(
    r"(?:它|其|该公司|这家公司)的?(?:最新|首个|首款|新|自研)?的?[^，,。；;]{0,8}?(?:模型|大模型|机器人|产品)[“「]?$"
)
_JOINED = re.compile(r"和|与|、|联合|联手|携手|及|以及")
_LIKENED = re.compile(r"(?:对标|类|中国版?|国产版?|版|像|如|追赶|比肩|堪比|媲美|超越|[的版个类]“|[+＋])\s?$")
# 由甲推出, 甲联合乙发布: whom these words govern makes the model too.
_ACTS_ALONG = re.compile(r"(?:由|联合|联手|携手|[和与同])\s?$")
_WISHED = re.compile(r"亟需|能否|是否|如果|想要|希望|没有|无法|对标|对比|接入|采用|使用|基于|改名|购买|\d[.、]\s")
# Nvidia GPU上训练 names the chips a model was trained on.
_ONLY_ITS_GOODS = re.compile(r"^\s?(?:GPU|芯片|显卡|加速卡|算力|云(?!从)|平台上|[ABHL]\d{2,3}|服务器)")
# 某模型相关综述 and “某模型+搜索”功能 were made, not the model.
_ABOUT_IT = re.compile(
    r"^[”」]?\s?(?:[^，,。；;]{0,2}?(?:媲美|相比|比肩|抗衡|匹敌|竞争|不相上下|相提并论|看齐)|实验室|相关|研究|综述|论文|教程|课程|概念|竞品|同款|类|式|级|平替|的(?:竞品|对手|平替|替代)|\s?[+＋])"
)


def developed_by(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who made a model: OpenAI发布了…Sora, 生数科技的Vidu, PixelDance由字节跳动推出."""
    done: set[tuple[str, str]] = set()
    for model in (name for name in passage.names if name.kind == "model" and is_called_model(passage, name)):
        if _ABOUT_IT.match(passage.between(model.end, passage.end)):
            continue
        yield from _made_by_it(passage, model, topics, source)
        yield from _named_after_its_maker(passage, model, source)
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


def _named_after_its_maker(passage: Passage, model: Hit, source: str) -> Iterator[Fact]:
    """Read the maker that a model's printed name begins with: 腾讯混元."""
    for length in range(2, min(6, model.end - model.start)):
        maker = names().canonical(passage.between(model.start, model.start + length))
        if listed_kind(maker) == "company" and maker != model.name:
            place = (model.start, model.start + length)
            yield claim(passage, "developer", *place, model.name, maker, "developed_by", source, "high")
            return


def _is_another(passage: Passage, maker: Hit, model: Hit) -> bool:
    """Tell whether the sentence speaks of a rival of the model, or only wishes for it: 研发对标某某的模型."""
    between = passage.between(min(maker.end, model.start), max(maker.end, model.start))
    return bool(_LIKENED.search(passage.between(model.start - 4, model.start)) or _WISHED.search(between))


def _makers(passage: Passage, model: Hit) -> list[Hit]:
    companies = [
        name
        for name in passage.names
        if name.kind == "company"
        and (listed_kind(name.name) == "company" or not name.name.isascii())
        and not _ONLY_ITS_GOODS.match(passage.between(name.end, passage.end))
    ]
    before = [company for company in companies if company.end <= model.start]
    for company in reversed(before):
        between = passage.between(company.end, model.start)
        others = [
            n
            for n in passage.names_in(company.end, model.start)
            if n.kind == "model" and not _ITS_TEAM.match(passage.between(n.end, model.start))
        ]
        touches = not between.strip() and listed_kind(model.name) == "model"
        if (touches or _OWNS.match(between.strip())) and not others:
            return [*_joined_before(passage, company, before), company]
        acts = passage.roles[company.start] != "governed" or _ACTS_ALONG.search(
            passage.between(company.start - 3, company.start)
        )
        made = acts and _BETWEEN_MAKER_AND_MODEL.match(between)
        if not others and made:
            return [*_joined_before(passage, company, before), company]
    unlisted = [n for n in passage.names if listed_kind(n.name) is None and n.kind in ("model", "company")]
    for name in (name for name in unlisted if name.name.isascii() and name.end <= model.start):
        if _MADE_RIGHT_HERE.match(passage.between(name.end, model.start)):
            return [name]
    for company in (company for company in (*companies, *unlisted) if company.start >= model.end):
        gap = passage.between(model.end, company.start).strip()
        by_name = _BY_NAME.match(gap)
        if by_name and (gap[-1] not in "由是款个" or _MADE_BY_THEM.match(passage.between(company.end, passage.end))):
            return [company]
    return []


def _joined_before(passage: Passage, company: Hit, before: list[Hit]) -> list[Hit]:
    """Add the partners named just before: 清华大学联合生数科技, 甲、乙和丙."""
    partners: list[Hit] = []
    last = company
    for other in reversed(before):
        if other.end <= last.start and _JOINED.fullmatch(passage.between(other.end, last.start).strip()):
            partners.insert(0, other)
            last = other
    return [partner for partner in partners if partner.name != company.name]
