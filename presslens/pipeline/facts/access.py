"""Who may use a model, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.lexicon import Hit
from presslens.model import Confidence, Fact
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.listed import with_partners
from presslens.pipeline.facts.passage import Clause, Passage
from presslens.pipeline.facts.spoken import is_listed, is_spoken_of, model_at, told_just_before, without_families
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated

_WORDINGS: tuple[tuple[str, str], ...] = (
    (
        "not open yet",
        r"内部(?:测试|试用)|(?:还|尚|暂|仍)?(?:没有?|未|不)(?:正式|全面|对外|公开|[向对](?:公众|[^，,。；;外]{1,8}?用户)|面?向(?:所有|公众|大众|普通)?(?:用户|公众)?)*(?:开放(?:使用|测试|注册)?|公开|上线|对外开放)(?!模型权重|权重|源)"
        r"|(?:尚未|还未|并未|没有|还没)(?:把|将)[^，,。；;]{1,12}?[向对][^，,。；;]{1,8}?开放",
    ),
    (
        "limited testers",
        r"(?:获得|拿到|取得)[^，,。]{0,12}(?:访问权限|内测资格|测试资格)|仅(?:限|向|对)[^，,。]{0,14}开放|向(?:特定|部分|少数|少量|指定|受邀)[^，,。；;]{0,24}开放|邀请(?:制|码)|数量有限的(?:创作者|用户)|红队"
        r"|(?:暂时?|目前)?只限[^，,。；;付]{0,14}(?:名单|机构|用户|客户)|轮候名单|(?:暂时?|目前)?只[对向][^，,。；;]{0,12}开放|首批(?:只|仅)供[^，,。；;]{2,16}试用|只邀请了?[^，,。；;]{2,14}(?:试用|体验|测试)"
        r"|(?:只|仅)(?:让|供|允许|对|向|给)[^，,。；;]{0,4}(?:少数|少量|部分|特定|受邀|小范围)[^，,。；;]{0,10}(?:试用|使用|测试|开放|体验)",
    ),
    (
        "closed beta",
        r"(?:开启|启动|进行|开放)?(?:内测|邀测|封测|封闭测试|灰度测试)|邀请码|申请制|排队名单|白名单|申请(?:试用|使用|测试)|预约(?:试用|体验|测试)|候补(?:名单)?|等候名单|等待名单|[Ww]aitlist|排队申请",
    ),
    ("public test", r"(?:正式|开启|启动|全面)?(?:公测|公开测试|公开试用)"),
    (
        "closed source",
        r"(?:是|为|属于|仍|依然)(?:一[个款种])?[^，,。；;]{0,4}(?:闭源|封闭)的?(?:[^，,。；;]{0,4}模型)?(?=[，,。；;]|$)|不(?:会|打算|计划)开源|(?:不|未|没有|没|尚未|并未)开源(?=[，,。；;]|$)|(?:不|未|没有?)(?:放出?|开放|公开)(?:模型)?权重",
    ),
    (
        "open source",
        r"(?:是|为|——|—|,|，)\s?一[个款种套](?:[^，,。；;]{0,8}的)?(?:完全)?开源(?:的)?(?=[^，,。；;]{0,14}(?:模型|框架|工具|平台|项目|系统|程序员|智能体|网络))|是(?:完全|全面|全部|彻底|免费且)?开源的(?=[，,。；;]|$)|(?:——|—|是|，|,)\s?一[种个款](?:完全)?开源的|开放(?:的)?权重|权重(?:是|已|也|均|都|全部)*(?:放出|释出|公开|开放)"
        r"|(?:代码|权重)[^，,。；;不未]{0,16}(?:一并放出|(?:放|就|都)[在到上]了?\s?(?:GitHub|Hugging Face))"
        r"|权重(?:全开|全放|挂上|挂到|传上)|(?:放出?|公开|释出)了?(?:模型|全部)?(?:代码和|代码与)?权重"
        r"|开放(?:源代码|原始码|模型权重|下载权重)|(?:Apache|MIT)(?: ?2\.0)?(?:许可|授权|协议|条款)"
        r"|(?:代码|权重)[^，,。；;不未]{0,8}(?:公开发布|开放下载|开放获取|可供下载)|(?<!闭)开源(?!\s?[A-Za-z“「]|节流|和|与|、|版|社区|生态|项目|的|软件|工具|框架|版本|信息|模式|复现|负责人|(?:大|视频|语言)?模型|许可|协议)",
    ),
    (
        "API",
        r"(?:开放|上线|提供|推出|通过|透过|经由|以)[^，,。]{0,6}API(?:形式|接口|调用|服务)?|API[^，,。；;不未]{0,6}(?:调用|计费|定价|接入)|(?:开放|提供)[^，,。；;]{0,4}(?:调用)?接口|API\s?(?:价格|定价|报价)|API(?:都|也|均)?(?:能|可以?)用|(?:仅|只)(?:提供|开放)API|API[^，,。；;不未]{0,4}每[秒条次]|(?:放进|接入|上架)[^，,。；;]{0,8}API|(?:开放|上线)接口|API\s?[Kk]ey|API(?:接口|服务)?(?:正式|已经?|现|全面|[面向对][^，,。；;不未没]{1,10})*(?:开放|上线)",
    ),
    (
        "open to all",
        r"(?:全面|正式|向(?:所有|全部|公众|全球)[^，,。]{0,8}|对(?:所有|外|公众)[^，,。]{0,8}|已经?|现在|直接|现|全量)开放(?!了?(?:论文|代码|数据|项目主页))(?:使用|注册|体验|下载)?|所有人都可以使用|注册即可(?:使用|体验|试用)?|登录即可|无需(?:邀请码|排队|申请)|不[用必]排队|(?:面?[向对])(?:公众|全球|所有|全部|全体|大众)[^，,。；;付]{0,6}(?:开放|上线)|放开给(?:所有|全部|全体|每个)[^，,。；;付]{0,4}|(?:于|已于)(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?开放(?=[，,。；;]|$)|开放给(?:全部|所有|全体|每个)[^，,。；;付]{0,4}(?:用户|人)|谁都(?:能|可以?)(?:注册|用|使用)|全民[^，,。；;]{0,4}(?:可玩|可用|可体验)|在线可玩|人人(?:都)?(?:可用|能用)",
    ),
    (
        "free",
        r"不收[费钱]|(?:^|[是，,：:])\s?(?:完全|全部|目前)?免费(?=[，,。；;！]|$)|免费[玩用](?!户)|(?:一律|全部)免费|(?:不[付要花]钱|不用(?:付|花)钱)(?:也|就|便|随便)?(?:能|可以?)?(?:玩|用|试|体验)|每[天日][^，,。；;]{0,6}免费|免费(?:额度|次数|生成)|(?:期间|目前|暂时|现阶段)(?:完全)?免费(?=[，,。；;]|$)|免费版(?=每|可|有|只)|免费(?:使用|开放|体验|试用|提供|下载|向|推出|供)|完全免费|永久免费|限时免费|(?:是|为)[^，,。；;]{0,6}免费的(?=[，,。；;]|$)|免费的[^，,。；;]{0,4}(?:工具|平台|产品|应用|软件|服务)",
    ),
    (
        "paid",
        r"(?:开放[予给]|[只仅暂]限)[^，,。；;]{0,14}(?:付费|订阅)(?:用户|会员)|付费(?:订阅(?!用户|者|人)|版|计划|套餐|使用)|(?:加入|开启|推出|上线|启动)[^，,。；;]{0,4}(?:收费|付费)(?:服务|模式|功能)?|开始收费|按[次量秒条](?:收费|计费)|需(?:要)?(?:订阅|付费)|(?:会员|订阅者|订户)(?:才能|方可)|收费制|(?:订阅|付费|会员|Plus|Pro)[^，,。；;不]{0,4}用户[^，,。；;不]{0,12}(?:使用|访问|体验)|订阅制|[向对][^，,。；;]{0,16}(?:付费|Plus|Pro|会员|订阅)[^，,。；;]{0,14}开放|开放付费|付费开放",
    ),
    (
        "in an app or on the web",
        r"(?:上线|登陆|上架)(?:了|到|至|于)?[^，,。；;、的]{0,8}(?:APP|App|应用商店|网页|官网|网站|客户端|小程序)(?!的?(?:功能|版本|下载))"
        r"|网页(?:版|端)?(?:、|和|与|及)[^，,。；;]{0,8}(?:都|均|皆)(?:能|可以?)用"
        r"|网页版?(?:、|和|与|及|同步)?(?:上线|已上线)|(?<!不)可以?(?:在|通过)[^，,。；;]{0,8}(?:网页|官网|App|APP|客户端|小程序)[^，,。；;]{0,8}(?:使用|体验)",
    ),
)
_ACCESS = tuple((value, Gated(wording)) for value, wording in _WORDINGS)
_ANY_ACCESS = sum(wording.bit for _, wording in _ACCESS)
_SPECULATES = re.compile(
    r"如果|假如|是否|会不会|可能|预测|跟不跟|若|一旦|何时|不开源|出现|才|后跟|等(?!候|待名|推出|发布|联合|机构|提出|团队|高校|公司)"
)
_NOT_SAID_OF_IT = re.compile(r"没有|还没|不像|并未|尚未|不如")
_OPENS_IT = re.compile(r"开源(?:了|的)?[^，,。；;和与、版()（）]{0,18}?\s?(?:[（(](?:即|如|包括)?\s?)?(?:——|“|「|《)?$")
_OPEN_MODEL = re.compile(
    r"^[”」]?\s?(?:-?[A-Za-z0-9.\-]{1,16})?(?P<open>开源)的?[^，,。；;的和与、版]{0,6}?(?:模型|框架|项目)(?!\s?[A-Za-z“「])"
)
_ITEM = re.compile(r"\s?(?:、|/|和|与|及|以及)\s?")
# Nothing else is read of a clause that says so.
_SHUT = frozenset({"not open yet", "closed source"})
# 国产开源Sora is an open copy of Sora, 开源版Sora another.
_A_COPY = re.compile(r"(?:国产|国内|中国|首个|版|类|平替|对标|筹备|复刻)(?:的)?$")
# 未向公众开放语音引擎 speaks of the engine, whatever else its sentence names.
_OTHER_OBJECT = re.compile(
    r"^(?!发布|上线|使用|测试|体验|下载|注册|访问|试用|给|推出|的?时间|的?消息|权限|仅|但|且|只|而|因)[一-鿿]{2,}"
)
# A chip's 封测 is its packaging and testing.
_OF_CHIPS = re.compile(r"[芯晶]片|封装|量产|晶圆")
_FOR_SUBSCRIBERS = re.compile(r"订阅|会员|付费|(?:Plus|Pro)\s?用户")
_DESCRIBES = re.compile(r"^[^，,。；;了的出为有在、]{0,10}(?:模型|项目|工具|框架|版本|方案|平台|机器人|系统|产品)")
_IS_ONE = re.compile(r"是[^，,。；;]{0,10}$")
# 在某平台正式开源 names where, (RLHF) what another name stands for.
_PLACE = re.compile(r"[(（在于到向]\s?$")
# 目前产品还在内测 may speak of the writer's own: what is meant is pointed at (该模型) or is the code of it.
_GOES_ON = re.compile(
    r"^[\s“]*(?:(?:目前|现在|现|如今|当前)[，,]?)?(?:(?:该|这[款个项]|此|其)(?:模型|项目|产品|工具|系统|应用|研究|工作|成果|方法)|(?:相关|所有)?(?:论文|代码|权重)|它(?!们))[^，,。；;]{0,10}$"
)
# 目前该研究已经开放了论文,即将开源: the later clause goes on with it.
_WENT_ON = re.compile(
    r"\s*(?:目前|现在|如今)?[，,]?(?:新版本?(?!权)|最新版|新模型|(?:该|这[款个项]|此)(?:模型|项目|产品|工具|系统|应用|研究|工作|成果|方法))"
)
# 不用排队,谁都能注册 and 测试期间免费 go on about the model told just before; 该功能 and 目前产品 may not.
_OF_IT = re.compile(
    r"[\s“]*(?:(?:目前|现在)[，,])?(?:(?:该|这款|此)(?:模型|产品|工具|平台|应用)|它(?!们)|其(?!中|他)|(?:普通|个人)?用户|个人|不用排队|无需|谁都|测试期间|注册|免费)"
)
# 目前仍要排等候名单, 12月26日开源: a clause without a subject of its own.
_HAS_NO_SUBJECT = re.compile(
    r"[\s“]*(?:(?:A|答)[:：]|并|首度|首次|同时|产品|模型|代码|权重|目前|现在|现|如今|仍然?|已经?|暂时|尚|还|只|仅|要|需|在|处于|排|于|可以?|能|均|都|也|即日起|今日起|今起|\d+[年月日]|[，,])*"
)
# Plus用户可以免费使用甲
_IS_USED = re.compile(r"(?:用户|会员|免费|付费|订阅)[^，,。；;]{0,14}(?:使用|访问|体验|试用)\s?$")
_POINTED_AT = re.compile(r"\s?这一?[个款种]")
_ITS_API = re.compile(r"\s?API")
# 付费比例没有公开: what is kept back is a figure.
_A_FIGURE = re.compile(r"(?:比例|占比|人数|数据|数字|金额|细节|参数|价格|规模|数量)(?:则|也)?$")
_NEAR = 8


def open_to(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who may use a model: 尚未对外开放, 正式公测, 开源."""
    if not passage.marks & _ANY_ACCESS:
        return
    wordings = [(value, wording) for value, wording in _ACCESS if passage.may(wording)]
    models = [name for name in passage.names if name.kind == "model" and not is_building_block(name.name)]
    spoken = [
        name
        for name in models
        if is_spoken_of(passage, name, topics)
        or _is_by_itself(passage, name)
        or _is_pointed_at(passage, name)
        or _IS_USED.search(passage.between(name.start - 24, name.start))
    ]
    for clause in passage.clauses:
        opened = list(_opened_objects(passage, clause, models))
        for start, end, name in opened:
            yield claim(passage, "access", start, end, name, "open source", "open_to", source, "high")
        if not opened and not _SPECULATES.search(passage.between(clause.start, clause.end)):
            yield from _said_in(passage, clause, wordings, spoken, topics, source)


def _said_in(
    passage: Passage,
    clause: Clause,
    wordings: Sequence[tuple[str, Gated]],
    spoken: Sequence[Hit],
    topics: Topics,
    source: str,
) -> Iterator[Fact]:
    """Read every wording of a clause that tells who may use a model; where it is closed nothing else is read."""
    text = passage.between(clause.start, clause.end)
    read: list[tuple[int, int]] = []
    for value, wording in wordings:
        found = wording.search(text)
        if (
            not found
            or not _is_said(value, text, found)
            or any(found.start() < high and low < found.end() for low, high in read)
        ):
            continue
        read.append(found.span())
        start, end = clause.start + found.start(), clause.start + found.end()
        subjects, confidence = _subjects(passage, clause, start, end, value, spoken)
        if not subjects and not any(listed_kind(name.name) for name in passage.names):
            subjects, confidence = _told_before(passage, clause, start, topics), "medium"
        for subject in subjects:
            yield claim(passage, "access", start, end, subject, value, "open_to", source, confidence)
        if value in _SHUT:
            return


def _is_pointed_at(passage: Passage, name: Hit) -> bool:
    """Accept what is used where the sentence goes on to say what it is: 使用某某这个免费工具."""
    return _POINTED_AT.match(passage.between(name.end, name.end + 4)) is not None and is_called_model(passage, name)


def _is_by_itself(passage: Passage, name: Hit) -> bool:
    """Accept a name that no lexicon lists right before what is said of it: 某某代码即将开源."""
    after = passage.between(name.end, name.end + _NEAR + 4)
    found = re.match(rf"[^，,。；;（(上]{{0,{_NEAR}}}?(?:开源|公测|内测|开放|免费(?!版)|收费|API)", after)
    return not is_listed(name) and bool(found) and not _PLACE.search(passage.between(name.start - 2, name.start))


def _is_said(value: str, text: str, found: re.Match[str]) -> bool:
    if value == "not open yet":
        return not _A_FIGURE.search(text[: found.start()])
    if value == "free" and _FOR_SUBSCRIBERS.search(text):
        return False
    before, after = text[: found.start()], text[found.end() :]
    if "封测" in found.group() and _OF_CHIPS.search(text):
        return False
    if value == "open source" and found.group()[0] in "是为":
        return not _NOT_SAID_OF_IT.search(before)
    if value == "paid" and re.search(r"非|无需|不需要?|普通", before[-4:]):
        return False
    if value == "open source" and _DESCRIBES.match(after) and not _IS_ONE.search(before):
        return False  # 与开源视频模型相比 and 某某的开源AI模型 speak of another
    return not _NOT_SAID_OF_IT.search(before)


def _subjects(
    passage: Passage, clause: Clause, start: int, end: int, value: str, spoken: Sequence[Hit]
) -> tuple[tuple[str, ...], Confidence]:
    """Find whose access is told: the name within the wording, the nearest before it in its clause with all joined to it.

    Else the one after, else the only one before.
    """
    inside = [name for name in spoken if clause.start <= name.start < clause.end]
    if value == "API":
        # 通过甲API调用乙 tells of 乙.
        inside = [name for name in inside if not _ITS_API.match(passage.between(name.end, name.end + 5))] or inside
    within = [name for name in inside if start <= name.start and name.end <= end]
    before = [name for name in inside if name.end <= start]
    after = [name for name in inside if name.start >= end]
    if value == "not open yet" and not after and _OTHER_OBJECT.match(passage.between(end, clause.end)):
        return (), "low"
    if within or before or after:
        nearest = (before[-1:] or within[:1] or after[:1])[0]
        joined = with_partners(passage, nearest) if nearest in before else (nearest.name,)
        return tuple(name for name in joined if name in {hit.name for hit in spoken}), "high"
    earlier = without_families({name.name for name in spoken if name.end <= clause.start})
    return tuple(earlier) if len(earlier) == 1 else (), "medium"


def _told_before(passage: Passage, clause: Clause, place: int, topics: Topics) -> tuple[str, ...]:
    """Find the model that a sentence without any goes on about: 目前代码和模型均已开源, 该模型已开启公测."""
    if _OF_IT.match(passage.text) and not any(name.kind in ("model", "company") for name in passage.names):
        at_hand, _ = model_at(passage, place, topics)
        if at_hand:
            return (at_hand,)
    main = topics.main.get("model", "")
    last = topics.last.get("model", "")
    goes_on = _GOES_ON.search(passage.between(clause.start, place)) or _WENT_ON.match(passage.text)
    if main and last == main and goes_on:
        return (main,)
    at_hand = told_just_before(passage, topics) if _HAS_NO_SUBJECT.fullmatch(passage.between(clause.start, place)) else ""
    return (at_hand,) if at_hand else ()


def _opened_objects(passage: Passage, clause: Clause, models: Sequence[Hit]) -> Iterator[tuple[int, int, str]]:
    """Find what is open source where the word stands right beside its name: 开源了模型乙, 开源模型如乙和丙, 乙开源模型."""
    said = passage.between(clause.start, clause.end).replace("等", "")
    if "开源" not in said or _SPECULATES.search(said):
        return
    last: tuple[int, int, int] | None = None
    for model in models:
        if not clause.start <= model.start < clause.end or not (is_listed(model) or is_called_model(passage, model)):
            continue
        place = _opened_at(passage, clause, model)
        if place is None and last and _ITEM.fullmatch(passage.between(last[2], model.start)):
            place = last[0]
        if place is not None:
            yield place, place + 2, model.name
        last = (place, place + 2, model.end) if place is not None else None


def _opened_at(passage: Passage, clause: Clause, model: Hit) -> int | None:
    """Find where 开源 stands beside a model's name, not as 开源版 or 国产开源 of another's."""
    before = passage.between(max(clause.start, model.start - 24), model.start)
    found = _OPENS_IT.search(before)
    if found:
        at = model.start - len(before) + found.start()
        return None if _A_COPY.search(passage.between(at - 5, at)) else at
    behind = _OPEN_MODEL.match(passage.between(model.end, clause.end))
    return model.end + behind.start("open") if behind else None
