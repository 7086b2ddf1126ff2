"""Who made a chip, as an article says it: by name (英伟达H100), by ownership (高通的骁龙), by a verb (英特尔推出Gaudi 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim
from presslens.pipeline.facts.makers import makers_in
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.products import chips_in
from presslens.pipeline.gates import Gated

_MAKES = "发布|推出|研发|开发|打造|设计|公布|亮出|官宣|自研|展示|揭晓|发表|量产"
# 英伟达(NVIDIA)H100, 高通的骁龙, 华为自研的昇腾.
_HELD = re.compile(
    r"\s?[)）]?\s?(?:公司|集团)?(?:的|最新|全新|首款|旗下的?|自研的?|自家的?|最新的?|家的?|版的?|上一代|新一代|第[一二三四五六七八九十]代)*"
    r"(?:[^，,。；;:、！？!?的]{0,4}?(?:AI|人工智能|训练|推理|数据中心|旗舰|高端|手机|移动|服务器)*(?:芯片|晶片|GPU|处理器|加速器|加速卡|显卡|平台|架构|系列))?[“「\"(（]?\s?"
)
_BROUGHT_OUT = re.compile(rf"[^，,。；;：:、！？!?]{{0,18}}?(?:{_MAKES})(?:了|过|的|出)?[^，,。；;：:！？!?]{{0,30}}", re.S)
# 推出搭载骁龙的手机, 发布基于昇腾的方案, 采购H100: what is used or fought is another's.
_ANOTHERS = re.compile(
    r"搭载|支持|兼容|内置|配备|基于|采用|使用|适配|依托|挑战|对抗|抗衡|取代|替代|媲美|对标|对比|比肩|采购|购买|囤|部署|没有|无法|不如|超过|超越|竞争|不同|比|收购|投资|向|给|是否|如果|要求|禁止|限制"
)
# Meta的H100集群, 马斯克的10万块H100: whose they are is not who made them.
_BOUGHT = re.compile(r"^\s?(?:GPU|芯片|显卡)?(?:集群|数量|订单|库存|采购|总数|租赁|服务器集群|服务|实例|算力)")
_JOINED = re.compile(
    r"\s?(?:系列|芯片|晶片|GPU|处理器|显卡|移动)*\s?(?:、|和|与|及|以及|/|,|，)\s?(?:以及)?(?:[^，,。；;、和与]{0,6}(?:芯片|晶片|GPU|处理器|平台))?\s?"
)
_BY = re.compile(r"[”」\"]?(?:[)）])?(?:芯片|晶片|GPU|处理器|平台)?(?:则|正|也)?(?:是)?由\s?")
_MADE = re.compile(rf"[^，,。；;]{{0,12}}?(?:{_MAKES})")
_DESIGNS = Gated(
    r"(?P<verb>自研|自主研发|自主开发|研发|开发|研制|设计|打造|定制|推出|完成)(?:了|其|出)?"
    r"(?P<which>[^，,。；;：:、！？!?]{0,14}?(?:首款|首颗|首枚|第一款|第[一二三]代|自家|自有|自己|内部|自研|专属|定制|自主)[^，,。；;：:、！？!?]{0,10}?)"
    r"(?P<noun>(?:AI|人工智能)?(?:[(（]AI[)）])?(?:训练|推理)?(?:芯片|晶片|处理器|加速器))"
)
_UNSURE = re.compile(r"可能|或将|或会|或(?=[设制自研])|讨论|考虑|如果|没有|是否|否认|传|不会|放弃|亟需|希望|依赖")


def chips_made_by(passage: Passage, source: str) -> Iterator[Fact]:
    """Read who made a chip: 英伟达H100, 高通推出的骁龙 X Elite, 博通与OpenAI合作开发其首款AI芯片."""
    chips = chips_in(passage)
    may_be_unnamed = _DESIGNS.search(passage.text) if passage.may(_DESIGNS) else None
    if not chips and not may_be_unnamed:
        return
    firms = makers_in(passage, of_chips=True)
    if not firms:
        return
    made: dict[int, Hit] = {}
    for at, chip in enumerate(chips):
        maker = _maker(passage, chip, firms, chips[:at], made)
        if maker and maker.name != chip.name:
            made[chip.start] = maker
            yield claim(passage, "developer", maker.start, maker.end, chip.name, maker.name, "chips_made_by", source, "high")
    if may_be_unnamed:
        yield from _of_its_own(passage, may_be_unnamed, firms, chips, source)


def _maker(passage: Passage, chip: Hit, firms: list[Hit], earlier: list[Hit], made: dict[int, Hit]) -> Hit | None:
    before = [firm for firm in firms if firm.end <= chip.start]
    behind = [firm for firm in firms if firm.start >= chip.end]
    if before:
        firm = before[-1]
        between = passage.between(firm.end, chip.start)
        if _HELD.fullmatch(between):
            return None if "的" in between and _BOUGHT.match(passage.between(chip.end, passage.end)) else firm
    if earlier and _JOINED.fullmatch(passage.between(earlier[-1].end, chip.start)):
        return made.get(earlier[-1].start)
    acting = [firm for firm in before if passage.roles.get(firm.start, "free") in ("free", "modifier")]
    if acting:
        between = passage.between(acting[-1].end, chip.start)
        parted = any(other.start >= acting[-1].end for other in earlier)
        if _BROUGHT_OUT.fullmatch(between) and not _ANOTHERS.search(between) and not parted:
            return acting[-1]
    if behind and _BY.fullmatch(passage.between(chip.end, behind[0].start)):
        return behind[0] if _MADE.match(passage.between(behind[0].end, passage.end)) else None
    return None


def _of_its_own(passage: Passage, found: re.Match[str], firms: list[Hit], chips: list[Hit], source: str) -> Iterator[Fact]:
    """Read a chip that has no name yet by who designs it: 某公司正自主研发第一代AI芯片."""
    start, end = passage.start + found.start("verb"), passage.start + found.end("noun")
    clause = passage.clauses[passage.clause_at(start)]
    makers = [firm for firm in firms if firm.end <= start and passage.roles.get(firm.start, "free") in ("free", "modifier")]
    names_it = any(start <= chip.start < end + 12 for chip in chips) or any(
        name.kind == "model" and name.start == end for name in passage.names
    )
    inside = [firm for firm in makers if firm.start >= clause.start]
    maker = inside[-1] if inside else makers[0] if len({firm.name for firm in makers}) == 1 else None
    if maker is None or names_it or _UNSURE.search(passage.between(min(maker.end, clause.start), end)):
        return
    subject = f"{maker.name} {'AI' if 'AI' in found['noun'] or '人工智能' in found['noun'] else ''}{'芯片'}"
    yield claim(passage, "developer", maker.start, maker.end, subject, maker.name, "chips_made_by", source, "medium")
