"""Rules for how many use something: users, customers, downloads, members of a community."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, Rule, has, reads

_USERS = cue("users_nouns")
_NO_PRODUCT = re.compile(
    r"^(?:的|共|月总|前者|后者|直到|那时|当时|我们|其|该|此|全球|国内|海外|日均|月均|平均|累计|总|新|活跃|付费|注册|每|公司|平台|目前|已|有|超|但|而|同时|单月|历史|方面|企业|个人|普通|中国|美国|吸引|拥有|覆盖|服务|为|让|给|被|登记|愿意|活跃|月度|日度|年度|付|上线|注册|截|记者)"
)
# Fewer members than these are a team.
_LEAST_COMMUNITY = 50_000
_LEAST = 100
_COUNTED_NOUNS = ("企业", "用户", "客户", "开发者", "公司")
_COUNTERS = frozenset({"company", "家", "个", "位", "名", "person", "人", "user"})
_THAT_USE = re.compile(
    r"[^，,。；;]{0,6}(?:客户|用户|企业|开发者|公司)[^，,。；;]{0,4}(?:使用|采用|订阅|部署|接入|在用|用上)了?"
)


@reads("count", "number")
def people_who_use_it(figure: Figure) -> Reading | None:
    """Read how many use something: 月活用户突破1000万, 100万用户, 下载量超过500万次."""
    used = _what_they_use(figure)
    if used:
        return Reading("users", used)
    held = _whose_users(figure)
    near = re.sub(r"\d+\s?(?:天|个?月|年)(?:时间)?", "", figure.left)[-16:]
    if _are_surely_users(figure, near):
        return Reading("users", held)
    if has(r"(?:客户|用户|会员)\s?[(（](?:约|近|超过?|共)?$", near):
        return Reading("users")
    if (figure.quantity.low or 0) < _LEAST or re.fullmatch(r"(?:19|20)\d\d", figure.quantity.surface):
        return None
    return _told_before(figure, near, held) or _told_behind(figure)


def _what_they_use(figure: Figure) -> str:
    """Give what stands behind those who use it: 500家企业使用了墨影."""
    counted = next((noun for noun in _COUNTED_NOUNS if figure.quantity.surface.endswith(noun)), "")
    found = _THAT_USE.match(counted + figure.right)
    start = figure.quantity.end - len(counted) + found.end() if found else figure.clause.end
    names = figure.passage.names_in(start, figure.clause.end) if found else []
    return next((name.name for name in names if name.kind in ("company", "model")), "")


def _whose_users(figure: Figure) -> str:
    """Give the product, in no lexicon, before its users: 墨影用户数达到100万."""
    named = re.search(
        rf"(?:^|[，,、；;：:。\s——])(?P<name>[A-Za-z一-鿿]{{2,6}}?)的?(?:{_USERS})(?:数量?|规模|总数)?[^，,。；;、]{{0,4}}$",
        figure.left,
    )
    held = named.group("name") if named and not _NO_PRODUCT.search(named.group("name")) else ""
    if held and any(figure.passage.names_in(figure.clause.start, figure.quantity.start)):
        return ""
    return "" if has(r"款|历史|网站|总$|时间|[日月]活|左右", held) else held


def _are_surely_users(figure: Figure, near: str) -> bool:
    """Tell whether a noun or verb right beside says that users are counted, however few: 客户已有12家, 300人用过."""
    if figure.quantity.unit == "user" and not figure.quantity.surface.endswith("次"):
        return True
    if has(rf"(?:{_USERS})[^，,。；;\d]{{0,10}}(?:涨|升|增长?|冲|飙升|攀升|激增)[到至]了?(?:约|近)?$", near):
        return True
    if figure.quantity.unit in _COUNTERS and (
        has(
            r"(?:客户|用户|会员|商户)(?:数量?|总数)?(?:已经?|现有|现|目前|从|由|约|达到?|有|共|为|超过?|逾|近)*$",
            figure.near_left,
        )
        or has(r"^[^，,。；;]{0,2}(?:使用|在用|用过|用上|注册|试用|订阅|下载|登记)", figure.near_right)
    ):
        return True
    return has(r"(?:使用|用)过?[^，,。；;]{2,16}的(?:网民|人数|人|用户)(?:已经?|达到?|有|约|超过?)*$", figure.near_left)


def _told_before(figure: Figure, near: str, held: str) -> Reading | None:
    """Read how many users the words before a number speak of, in its clause or the one before."""
    if has(r"(?:用户|客户|会员)[^，,。；;]{0,24}(?:新增|增加)了?(?:约|近|超过?)*$", figure.left[-36:]):
        return Reading("users")
    if has(
        rf"(?:{_USERS})(?:数量?|规模|总数|人数|次数|总量)?(?:已经?|将|约|近|超过?|突破|达到?|逾|高达|为|的|有|做到|破|累计|激增|增长|增|至|到|了|接近|就|MAU|DAU|[（()）]|\s)*$",
        near,
    ):
        return Reading("users", held)
    reached = has(
        rf"(?:{_USERS})[^。；;]{{0,18}}[，,](?:也|已经?|更|现已|一举|累计)*(?:达到?|升至|增至|突破|超过|涨至|来到|冲到)了?(?:约|近)*$",
        figure.before[-44:],
    )
    members = has(r"成员(?:数量?|规模|人数)?(?:已经?|约|近|超过?|突破|达到?|逾)*$", near)
    if reached or (members and (figure.quantity.low or 0) >= _LEAST_COMMUNITY):
        return Reading("users", subjects=("company", "model"))
    return None


def _told_behind(figure: Figure) -> Reading | None:
    """Read how many users the noun behind a number names: 100万注册用户, 500万次下载."""
    ahead = figure.near_right[:8]
    if figure.quantity.surface.endswith("次") and not has(r"^(?:的)?(?:下载|访问|安装|注册)", ahead):
        return None  # 1400次客户会议 counts meetings
    told = has(
        rf"^(?:左右|多)?(?:个|名|位|人|次)?(?:的)?(?:付费|活跃|月活|日活|新|注册|企业|全球|个人|独立|专业|普通)*(?:{_USERS})(?!到场|参会|参加|出席|齐聚|围观)",
        ahead,
    )
    return Reading("users") if told else None


RULES: tuple[Rule, ...] = (people_who_use_it,)
