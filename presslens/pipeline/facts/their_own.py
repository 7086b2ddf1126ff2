"""Who made a product that no lexicon lists, where the text only says that it is its firm's own: 其首颗芯片甲, 自研模型乙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim
from presslens.pipeline.facts.makers import FIRMS_TOO, only_worked_there
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told_models import ToldModels
from presslens.pipeline.facts.topics import is_investor
from presslens.pipeline.facts.versions import listed_kind

_MAKES = f"{cue('developing_verbs')}|{cue('bringing_out_verbs')}|设计|研制"
# 其首颗芯片甲, 该公司的模型乙, 搭载自研模型丙, 一代模型丁, 下一颗戊, 训练己动用了.
_ITS_OWN = re.compile(
    r"(?:其|它|它家|该公司|公司|该团队|我们|我们家|自家|自研|自主研发|自有|旗下|本公司)的?(?:[^，,。；;的]{0,12})[“「]?$"
    r"|(?:[首新上下前][一]?[颗款代]|第[一二三][颗款代]|一代|二代|新卡|新品)[^，,。；;的]{0,8}[“「]?$"
    rf"|(?:^|[，,。；;：:]|同时|并|还|已|正式|即将)(?:{_MAKES})(?!者|商|人员|团队|会)(?:了|出)?[^，,。；;]{{0,24}}[“「]?$"
    r"|(?:^|[，,。；;]|(?:目前|现在|如今|眼下|最新|旗下)的?[^，,。；;的]{0,6})\s?(?:模型|产品|系统|平台|工具)(?:就|则)?(?:叫做?|名叫|名为|取名叫?)\s?[“「]?$"
    r"|(?:主要系|(?:主力|旗舰|主打|核心|招牌|当家)的?(?:[^，,。；;的]{0,6}(?:模型|产品|平台|工具|[芯晶]片|应用))?)\s?[“「]?$|(?:替|为|给)[^，,。；;]{2,12}(?:开发|设计|打造|研发|定制)的[^，,。；;]{0,12}[“「]?$"
)
_ANOTHERS = re.compile(
    r"采购|购买|买下|租用|租了|基于|采用|使用|对标|对比|媲美|竞争|对手|不同于|接入|部署|相比|比起|例如|比如|支持|兼容|收购|投资|称[为之]|搭载(?!自研|自家|其)"
)
_ANOTHERS_AT_ONCE = re.compile(r"(?:与|和|跟|比|较|用|买|租|以)[“「]?$")
_JOINTLY = re.compile(r"(?:联合|携手|联手|[与和、])[^，,。；;]{0,12}$")
# What somebody's product offers, and a phrase that stands in quotation marks, are no names.
_OF_IT = re.compile(r"[”」]?\s?的")
_A_NAME = re.compile(r"(?=.*[A-Za-z0-9])[^的]{2,24}|[^的]{2,4}")
_NOT_THE_SUBJECT = re.compile(r"(?:[(（]|可以是|或者?|用)\s?$")
# 初创“某某”称其模型乙: a firm whose name nothing knows is not the one told before.
_UNKNOWN_FIRM = re.compile(r"(?:公司|企业|创企|初创|新创|厂商|团队|实验室)[“「]")
_REACH = 36


def their_own(passage: Passage, told: ToldModels, source: str) -> Iterator[Fact]:
    """Read a product that its firm's sentence calls its own; each product once, and none that has a maker already."""
    for name in passage.names:
        if name.start not in passage.products or name.name in told.made or listed_kind(name.name):
            continue
        if not _A_NAME.fullmatch(name.name) or _OF_IT.match(passage.between(name.end, name.end + 3)):
            continue
        before = passage.between(max(passage.start, name.start - _REACH), name.start)
        if (
            not _ITS_OWN.search(before)
            or _ANOTHERS.search(re.split(r"[，,；;]", before)[-1])
            or _ANOTHERS_AT_ONCE.search(before)
        ):
            continue
        maker = _maker(passage, name, told)
        if maker and _can_make(maker, name.name, told):
            told.made.add(name.name)
            start = max(passage.start, name.start - 12)
            yield claim(passage, "developer", start, name.end, name.name, maker, "their_own", source, "medium")


def _maker(passage: Passage, name: Hit, told: ToldModels) -> str:
    """Give the firm that the sentence speaks of before the product, else the one the text went on about, else its main one."""
    firms = [hit for hit in passage.names if (hit.kind == "company" or hit.name in told.firms) and hit.end <= name.start]
    if not firms and _UNKNOWN_FIRM.search(passage.between(passage.start, name.start)):
        return ""
    if firms and _JOINTLY.search(passage.between(passage.start, firms[-1].start)):
        return ""
    acting = [hit for hit in firms if passage.roles.get(hit.start) in ("free", "modifier", "speaker") and _acts(passage, hit)]
    free = list(dict.fromkeys(hit.name for hit in acting))
    if len(free) == 1:
        return free[0]
    if free:
        return told.firm if told.firm in free else ""
    return told.firm_near(passage) or told.firm


def _can_make(maker: str, product: str, told: ToldModels) -> bool:
    """Tell whether a name is a firm's that makes things: one of the lexicon, one with Chinese letters, or told to be a firm."""
    known = listed_kind(maker) == "company" or maker in FIRMS_TOO or not maker.isascii() or maker in told.firms
    return known and not is_investor(maker) and maker.lower() not in product.lower()


def _acts(passage: Passage, firm: Hit) -> bool:
    """Tell whether a firm can be what its clause is about: no other name of one in brackets, nothing that is only used."""
    clause = passage.clauses[passage.clause_at(firm.start)]
    before = passage.between(clause.start, firm.start)
    return _NOT_THE_SUBJECT.search(before) is None and not only_worked_there(passage, firm)
