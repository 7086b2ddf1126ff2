"""Who made a model, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from presslens.lexicon import Hit, cue, names
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.credited import credited_to
from presslens.pipeline.facts.makers import FIRMS_TOO, joined_after, joined_before, makers_in
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.rivals import is_another
from presslens.pipeline.facts.speaks_for import changes, speaks_for
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_KNOWN_NAMES = 10_000
_MAKES = f"(?:首次|首度|公开)展示|示范|演示|{cue('developing_verbs')}|{cue('bringing_out_verbs')}"
_WITHIN = r"[^，,。；;：:、！？!?🀀-🿿]"
_BETWEEN_MAKER_AND_MODEL = re.compile(
    rf"^{_WITHIN}{{0,16}}?(?:{_MAKES})(?:了|过)?[^，,。；;：:！？!?🀀-🿿]{{0,36}}$"
    # 某公司(0001.HK)推数字人模型“甲”
    r"|^(?:[（(][^（）()]{2,14}[）)])?[再又新]?推(?!出|荐|动|进)[^，,。；;：:]{0,14}(?:模型|工具|平台|[芯晶]片)\s?[“「]?$"
    # 某公司语出惊人,以视频模型甲刷屏: it appears with what it made
    r"|^[^。；;：:！？!?]{0,20}?(?:以|凭借?|携|带着)[^，,。；;：:]{0,12}(?:模型|产品|工具|应用|平台|软件)[“「]?$"
)
# 作为某公司押注的视频模型,甲…
_AS_ITS = re.compile(r"^[^，,。；;]{0,8}的[^，,。；;]{0,10}(?:模型|产品|工具|[芯晶]片|平台|应用)[，,]\s?[“「]?$")
_SHOWS_ITS_OWN = re.compile(rf"^{_WITHIN}{{0,16}}?(?:自家|自研|自主研发)的?[^，,。；;：:的]{{0,12}}$")
_HAS_SEVERAL = re.compile(r"\s?(?:旗下的?|自研的?|家的|的)\s?[“「]?")
# 谷歌(GOOGL-US)的甲
_TICKER = re.compile(r"^\s?[（(][A-Za-z0-9.\-:： ]{2,16}[)）]\s?")
# 在某公司开源的甲上微调: what a firm brought out is its own, whatever its sentence does with it.
_ITS_OWN_WORK = re.compile(
    rf"^[^，,。；;：:、！？!?的]{{0,16}}?(?:{_MAKES}|公测|内测|更新|升级)(?:出来?|来)?了?的(?:{cue('describing_a_product')}|\s)*"
    rf"(?:[^，,。；;：:、的]{{0,10}}?(?:{cue('kinds_of_product')}))?\s?[“「]?$"
)
_RIVALS = re.compile(r"对手|竞品|对标|投资|挑战|威胁|类似")
_OWNS = re.compile(
    r"^(?:'s|’s|(?:明星|王牌|旗舰|核心|拳头|代表)(?:产品|模型|应用|工具)|的|旗下的?|自研的?|最新的?|全新的?|新一代|首款|家的?|版的?)(?:[^，,。；;：:、！？!?的]{0,12}?(?:模型|大模型|产品|工具|平台|软件|应用|项目))?\s?(?:——|“|「|\")?$"
    # 某公司新模型甲: the firm, what it is, its name.
    r"|^[^，,。；;：:、！？!?的]{0,8}?(?:模型|[芯晶]片|框架)\s?[“「]?$"
    # 某公司的看家模型是上月登场的甲, 某公司的系统名叫“甲”
    r"|^(?:目前|现在|如今|眼下|今年)?的[^，,。；;：:、！？!?的]{0,8}(?:模型|产品|工具|系统|平台|[芯晶]片|服务)(?:则|就)?(?:是|叫做?|名叫|名为|为)(?:[^，,。；;：:、！？!?的]{0,12}的)?\s?[“「]?$"
)
_BY_NAME = re.compile(
    r"^(?:-[A-Za-z0-9\-]+)?(?:[vV]?\d[\d.]*)?\s?(?:模型|大模型)?[”」\"）)]?(?:则|正|也)?[，,]?(?:这?是(?:一[款个]|首[款个])?(?:由)?|由)(?:来自|其|旗下|控股|全资|子公司|公司)*$"
    r"|^(?P<whose>(?:[^。；;]{2,24}[，,]其?(?=背后)|模型|大模型)?[”」\"]?的?(?:主要)?(?:开发商|研发商|开发者|缔造者|打造者|创造者|开发公司|研发公司|所属公司|母公司|母企|出品方|研发方|背后的?(?:公司|团队|企业|推手)?)(?:之一)?(?:就?是|为|——|：|:|[，,])?)$"
    # Grok是某某创立的公司X推出的模型: whose it is comes last before the verb.
    r"|^[”」\"]?(?:则|正|也)?(?:是[^，,。；;]{0,16}?(?:公司|企业|巨头|创企|团队|机构|实验室|大学)|出自)$"
)
_MADE_BY_THEM = re.compile(rf"^[^，,。；;]{{0,16}}?(?:{_MAKES}|创建|构建|设计|之手)|^(?:旗下|家|自家)的?")
# 豆包大模型团队 and 豆包视频模型Seedance: a name that only says whose the next is.
_ITS_TEAM = re.compile(r"^\s?(?:大模型|模型)?(?:团队|实验室|研究院)|^[^，,。；;、]{0,10}(?:模型|系列|产品)[“「]?\s?$")
# An unlisted Latin name makes a model only right before the verb and the model: Genmo推出的Mochi 1.
_MADE_RIGHT_HERE = re.compile(
    rf"^\s?(?:公司|团队|研究人员|研究团队)?(?:近日|近期|日前|今日|昨日|刚刚|最新|正式|今天|昨天|本周|上周|最近|同样|还|也|又|已|率先|首次|随后|宣布|[今去前]年|\d+[年月日]|(?:年初|年底|年中|月初|月底)|于|在|才)*(?:{_MAKES})(?:了|的|出)*"
    rf"(?:[^，,。；;、]{{0,20}}?(?:{cue('kinds_of_product')})|(?:{cue('describing_a_product')}|\s)*)?(?:——)?[“「]?\s?$"
)
# 其核心产品包括系统甲、视频模型乙 and 他们发布的视频模型丙 speak of the firm told before.
_ITS_GOODS = re.compile(
    r"(?:其|该公司|公司|它)的?(?:[^，,。；;]{0,4}产品|[^，,。；;]{0,4}模型)(?:包括|包含|有)[^，,。；;]{0,40}$"
)
_THEY_MADE = re.compile(
    rf"^(?:[^，,。；;：:]{{0,16}}?[，,])?(?:[^，,。；;：:]{{0,12}}?)(?P<they>他们|该公司|这家公司|该团队|公司|其|它)"
    rf"(?:近日|今日|昨日|刚刚|最新|正式|又|还|也|随后|再次|于[^，,。；;]{{1,8}})*(?:{_MAKES})(?:了|的|出)?[^，,。；;：:、]{{0,20}}$"
)
_THEY_SHOWED = re.compile(r"^(?:该公司|这家公司|其)(?:还|也|已)?展示了[^，,。；;]{0,12}$")
# 某公司2021年成立,2023年推出视频模型乙: the clause leaves out the firm that its sentence began with.
_LEFT_OUT = re.compile(
    rf"^[\s“「]*(?:于|在)?(?:\d+年)?(?:\d+月)?(?:\d+日)?(?:今年|去年|同年|次年|当年|近日|今日|日前|如今|目前|随后|此后|之后|并|还|又|也|正式|先后|陆续|成功|曾|已|即将|宣布|向(?:公众|用户|所有人|大众)|免费|[，,])*"
    rf"(?:{_MAKES})(?:了|过|出)?[^，,。；;：:、]{{0,24}}$"
)
_THIS_WORK = re.compile(
    r"(?:这|该|本|此)[项个款]?(?:成果|工作|方法|框架|模型|项目|系统)(?:主要|正是|则|是)?(?:来自|出自|由)(?:于)?"
)
_THIS_ONE = re.compile(
    rf"(?:这个|这款|这一|该)(?:模型|产品|工具|平台)?是?(?:一款)?由?[^，,。；;]{{2,16}}?(?:{_MAKES}|设计|旗下|出品)的[^，,。；;]{{0,14}}(?:模型|产品|工具|平台)"
    rf"|(?:这个|这款|该)(?:模型|产品|工具|平台)(?:是)?由[^，,。；;]{{2,16}}?(?:{_MAKES})"
)
_HEADING = 16
_MADE_BY_ONE = re.compile(r"[^，,。；;]{2,12}?(?:做的|家的|出品|开发的|研发的|旗下的|的(?:新|最新)?(?:模型|产品|工具))[，,。]")
_OFFERS = re.compile(r"上线|开放|接入|部署|首发|推出|支持|提供")
# 发布了甲、乙和丙: a list of what one firm brings out.
_LISTED = re.compile(r"(?:\s?[、和与及][A-Za-z0-9.\- ]{1,20})*\s?(?:[、和与及]|以及)\s?")
_PART_OF_NAME = re.compile(r"[A-Za-z0-9]-$")
_AT_ONCE = re.compile(r"\s?(?:来自)?(?:了)?\s?")
_ITS = re.compile(
    r"(?:它|其|该公司|这家公司)的?(?:最新|首个|首款|新|自研)?的?[^，,。；;]{0,8}?(?:模型|大模型|机器人|产品|工具|服务|平台|应用|App|APP)[“「]?\s?$"
)
# 由甲推出, 甲联合乙发布: whom these words govern makes the model too.
_ACTS_ALONG = re.compile(r"(?:由|联合|联手|携手|[和与同]|自从?|随着|当)\s?$")
_AT_THE_TIME = re.compile(r"[”」]?\s?(?:之?[前后]|时|的时候)")  # 在甲放出乙之前
# 甲(模型乙的开发商) and 作为乙的开发者之一,甲 tell it from the other side.
_OPENS_BRACKET = re.compile(r"\s?(?:[（(]|[，,]|——)\s?(?:即|也就是|正是)?[^，,。；;、A-Za-z]{0,6}\s?")
_ITS_MAKER = re.compile(
    r"^[”」\"]?(?:操作系统|模型|芯片)?的?(?:主要|最大)?(?:开发商|研发商|开发者|研发者|缔造者|母公司|母企|制造商|创造者)"
)
# 某模型相关综述 and “某模型+搜索”功能 were made, not the model.
_ABOUT_IT = re.compile(
    r"^[”」]?\s?(?:[^，,。；;]{0,2}?(?:媲美|相比|比肩|抗衡|匹敌|竞争|不相上下|相提并论|看齐)|实验室|相关|研究|综述|论文|教程|课程|概念|竞品|同款|类|式|级|平替|的(?:竞品|对手|平替|替代)|\s?[+＋])"
)


def developed_by(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who made a model: OpenAI发布了…Sora, 生数科技的Vidu, PixelDance由字节跳动推出."""
    main = topics.main.get("model")
    models = [n for n in passage.names if n.kind == "model" and (n.name == main or is_called_model(passage, n))]
    # AnimateLCM-SVD is one name, of which the lexicon knows two parts: the first stands for it.
    models = [m for m in models if not _PART_OF_NAME.search(passage.between(m.start - 2, m.start))]
    models = [model for model in models if not _ABOUT_IT.match(passage.between(model.end, passage.end))]
    if not models:
        yield from _main_model_is_theirs(passage, topics, source)
        return
    firms = makers_in(passage)
    done: set[tuple[str, str]] = set()
    for model in models:
        named = list(_named_after_its_maker(passage, model, source))
        made = _makers(passage, model, [firm for firm in firms if firm.name != model.name], topics)
        makers = [maker for maker in made if not is_another(passage, maker, model)]
        yield from named
        if not made and not named:
            yield from _made_by_them(passage, model, firms, topics, source)
        if named:
            # A cloud that offers DeepSeek-R1 did not make it.
            makers = [maker for maker in makers if not _OFFERS.search(passage.between(maker.end, model.start))]
        for maker in makers:
            if (maker.name, model.name) not in done and not any(fact.value_text == maker.name for fact in named):
                done.add((maker.name, model.name))
                yield claim(
                    passage, "developer", maker.start, maker.end, model.name, maker.name, "developed_by", source, "high"
                )


def _main_model_is_theirs(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read 这项成果来自甲大学和乙: the makers of the model that the article is mainly about."""
    main = topics.main.get("model", "")
    this = _THIS_WORK.search(passage.text) if main else None
    if not this:
        yield from _last_model_is_theirs(passage, topics, source)
        return
    firms = [firm for firm in makers_in(passage) if firm.start >= passage.start + this.end()]
    if firms and _AT_ONCE.fullmatch(passage.between(passage.start + this.end(), firms[0].start)):
        for maker in (firms[0], *joined_after(passage, firms[0], firms)):
            if maker.name != main:
                yield claim(passage, "developer", maker.start, maker.end, main, maker.name, "developed_by", source, "medium")


def _last_model_is_theirs(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read 这个由甲团队研发的模型… and a line under a model's name that says 甲做的."""
    last = topics.last.get("model", "")
    is_under_its_name = topics.before is not None and len(topics.before.text.strip()) <= _HEADING
    told = _THIS_ONE.match(passage.text) or (_MADE_BY_ONE.match(passage.text) if is_under_its_name else None)
    if not told or not last or last not in (topics.main.get("model"), topics.only, topics.headed):
        return
    firms = [firm for firm in makers_in(passage) if firm.end <= passage.start + told.end()]
    if len({firm.name for firm in firms}) == 1 and firms[0].name != last:
        firm = firms[0]
        yield claim(passage, "developer", firm.start, firm.end, last, firm.name, "developed_by", source, "medium")


def _made_by_them(passage: Passage, model: Hit, firms: list[Hit], topics: Topics, source: str) -> Iterator[Fact]:
    """Read a maker told before: 它的最新模型…, 该公司发布了…, and a later clause that goes on with its sentence's firm."""
    clause = passage.clauses[passage.clause_at(model.start)]
    before = passage.between(clause.start, model.start)
    told = _THEY_MADE.match(before) or _THEY_SHOWED.match(before)
    if told and (nearest := _named_right_before(passage, clause.start)):
        start = max(clause.start, model.start - 12)
        yield claim(passage, "developer", start, model.end, model.name, nearest, "developed_by", source, "medium")
        return
    found = _ITS.search(before[-20:])
    if found or _ITS_GOODS.search(passage.between(model.start - 60, model.start)) or _THEY_MADE.match(before):
        earlier = {firm.name for firm in firms if firm.end <= clause.start}
        maker = earlier.pop() if len(earlier) == 1 else _firm_told_before(passage, topics) if not firms else ""
    elif _LEFT_OUT.match(before):
        earlier = {firm.name for firm in firms if firm.end <= clause.start and passage.roles.get(firm.start, "free") == "free"}
        others = {name.name for name in passage.names if name.end <= clause.start and name.kind == "person"}
        maker = earlier.pop() if len(earlier) == 1 and not others else ""
    else:
        return
    if maker and maker != model.name:
        start = max(clause.start, model.start - 12)
        yield claim(passage, "developer", start, model.end, model.name, maker, "developed_by", source, "medium")


def _named_right_before(passage: Passage, place: int) -> str:
    """Give the firm that ends the clause before: 投资了某某,该公司发布了…."""
    names = [name for name in passage.names if name.end <= place and name.kind in ("company", "model")]
    ends = names and passage.between(names[-1].end, place).strip(" ”」") in ("，", ",")
    return names[-1].name if ends and listed_kind(names[-1].name) != "model" else ""


def _firm_told_before(passage: Passage, topics: Topics) -> str:
    """Give the firm that 该公司 stands for; a start-up whose name was taken for a model's comes before a firm told earlier."""
    last = topics.carried(passage, ("company", "model"), pointed=True)
    return last if last and not listed_kind(last) else topics.carried(passage, ("company",), pointed=True)


def _named_after_its_maker(passage: Passage, model: Hit, source: str) -> Iterator[Fact]:
    """Read the maker that a model's printed name begins with: 腾讯混元, Runway Gen-3."""
    length, maker = _maker_at_head(passage.between(model.start, model.end), model.name)
    if maker:
        place = (model.start, model.start + length)
        yield claim(passage, "developer", *place, model.name, maker, "developed_by", source, "high")


@lru_cache(_KNOWN_NAMES)
def _maker_at_head(printed: str, model: str) -> tuple[int, str]:
    for length in range(2, min(12, len(printed))):
        if printed[length - 1].isascii() and printed[length].isalpha():
            continue
        maker = names().canonical(printed[:length])
        if (listed_kind(maker) == "company" or maker in FIRMS_TOO) and maker != model:
            return length, maker
    return 0, ""


def _makers(passage: Passage, model: Hit, firms: list[Hit], topics: Topics) -> list[Hit]:
    before = [firm for firm in firms if firm.end <= model.start]
    for firm in reversed(before):
        if _brings_it_out(passage, firm, model, firms, topics):
            return [*joined_before(passage, firm, before), firm]
        if _OPENS_BRACKET.fullmatch(passage.between(firm.end, model.start)) and _ITS_MAKER.match(
            passage.between(model.end, passage.end)
        ):
            return [firm]
    unlisted = [
        n
        for n in passage.names
        if listed_kind(n.name) is None
        and n.kind in ("model", "company")
        and not any(n.start < f.end and f.start < n.end for f in firms)
    ]
    for name in (name for name in unlisted if name.name.isascii() and name.end <= model.start):
        if _MADE_RIGHT_HERE.match(passage.between(name.end, model.start)):
            return [name]
    behind = [firm for firm in firms if firm.start >= model.end]
    if credited := credited_to(passage, model, behind):
        return [credited, *joined_after(passage, credited, behind)]
    for firm in (*behind, *(name for name in unlisted if name.start >= model.end)):
        gap = passage.between(model.end, firm.start).strip()
        by_name = _BY_NAME.match(gap)
        made = [firm, *joined_after(passage, firm, sorted([*behind, *unlisted], key=lambda hit: hit.start))]
        if by_name and (by_name["whose"] is not None or _MADE_BY_THEM.match(passage.between(made[-1].end, passage.end))):
            return made
    return []


def _brings_it_out(passage: Passage, firm: Hit, model: Hit, firms: list[Hit], topics: Topics) -> bool:
    """Tell whether a firm before a model is said to have made it, with no other model in between."""
    between, listed = _TICKER.sub("", passage.between(firm.end, model.start)), False
    for name in passage.names_in(firm.end, model.start):
        hidden = any(name.start < other.end and other.start < name.end for other in firms)
        if (
            name.kind == "model"
            and not hidden
            and not is_building_block(name.name)
            and not _ITS_TEAM.match(passage.between(name.end, model.start))
        ):
            if model.name in FIRMS_TOO or not _LISTED.fullmatch(passage.between(name.end, model.start)):
                return False
            # 甲公司的乙、丙
            if _HAS_SEVERAL.fullmatch(passage.between(firm.end, name.start)):
                return True
            listed = True
    if changes(between, passage.between(model.end, passage.end)):
        return not listed
    if _AS_ITS.match(between) and passage.between(firm.start - 2, firm.start) == "作为" and not _RIVALS.search(between):
        return True
    if _SHOWS_ITS_OWN.match(between) or speaks_for(passage, firm, model, between):
        return True
    known = listed_kind(model.name) == "model" or model.name == topics.main.get("model")
    if not listed and ((not between.strip() and known and firm.name not in FIRMS_TOO) or _OWNS.match(between.strip())):
        return True
    if _ITS_OWN_WORK.match(between):
        return True
    governed = passage.roles.get(firm.start) == "governed"
    at_the_time = _AT_THE_TIME.match(passage.between(model.end, model.end + 5))
    acts = not governed or at_the_time or _ACTS_ALONG.search(passage.between(firm.start - 3, firm.start))
    return bool(acts and _BETWEEN_MAKER_AND_MODEL.match(between))
