"""Rules for what companies take in and count: revenue, users, people."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, Rule, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR

_REVENUE = cue("revenue_nouns")

_TOLD = re.compile(rf"{_REVENUE}|{cue('not_revenue')}")

_USERS = cue("users_nouns")

_NO_PRODUCT = re.compile(
    r"^(?:的|共|月总|前者|后者|直到|那时|当时|我们|其|该|此|全球|国内|海外|日均|月均|平均|累计|总|新|活跃|付费|注册|每|公司|平台|目前|已|有|超|但|而|同时|单月|历史|方面|企业|个人|普通|中国|美国|吸引|拥有|覆盖|服务|为|让|给|被)"
)

# Less than this is what one thing brings in, not what a firm does.
_LEAST_REVENUE = 10_000

_LEAST_BARE = 1_000_000

_ITS_TEAM = re.compile(r"(?:公司)?(?:内部|旗下)?的?[^，,。；;]{0,4}团队")

_LEAST_COMMUNITY = 50_000


@reads("money", "count", "number")
def taken_in(figure: Figure) -> Reading | None:
    """Read revenue: 营收达到221亿美元, 年化收入接近500万美元, 1000万美元的ARR."""
    if _is_bare_revenue(figure):
        return Reading("revenue", subjects=FIRM, kind_money=True)
    if figure.quantity.kind != "money":
        return None
    near, ahead = figure.stretch[-24:], figure.near_right[:10]
    if has(r"利润|亏损|成本|支出|开支", near[-8:] + ahead[:5]) or (figure.quantity.high or 0) < _LEAST_REVENUE:
        return None
    if has(r"从$", near) and has(r"^\s?(?:ARR|年?营收|年?收入)[^，,。；;]{0,8}[到至]", figure.right):
        return Reading("revenue", subjects=FIRM, undated=True)
    if has(r"(?:像|如同|好比)[^，,。；;]{1,16}[，,]", figure.before) or has(r"履约义务|递延收入|待确认", figure.before):
        return None
    if has(r"拿(?:了|到)?(?:约|近)*\s?$", near) and has(r"ARR\s?呈", figure.right):
        return None
    if has(r"从$", near):
        return None
    sold = has(r"(?:进[账帐]|入[账帐]|(?<![营年月季创丰税回征吸接招少])收|赚进)了?(?:约|近|超过?|逾)*$", near) or (
        has(r"(?:卖出|卖掉|售出|销售)了?(?:总)?(?:价值|价格)?(?:约|近|超过?)*$", near)
        and has(r"^的[^，,。；;股]{1,8}(?:[，,。；;]|$)", figure.near_right)
    )
    if sold:
        return Reading("revenue", subjects=FIRM)
    described = has(rf"(?:{_REVENUE})[^，,。；;]{{0,12}}$", near) and re.match(
        r"^的(?P<noun>[^，,。；;的]{0,6}(?:公司|企业|厂商))", figure.near_right
    )
    if described:
        return Reading("revenue", described.group("noun"))
    if (
        _last_told(near)
        or _contributed(figure, near)
        or has(rf"^(?:左右|多|以上)?(?:的?(?:年|总|月|季度)?|的[^，,。；;0-9]{{0,8}})(?:{_REVENUE})", figure.near_right[:16])
    ):
        return Reading("revenue", subjects=FIRM)
    return None


def _last_told(near: str) -> bool:
    """Tell whether income is what the words before a figure speak of last: 营收…,净利 speaks of another thing."""
    told = _TOLD.findall(near)
    return bool(told) and has(_REVENUE, told[-1] + near[near.rfind(told[-1]) + len(told[-1]) :])


def _contributed(figure: Figure, near: str) -> bool:
    """Tell whether a part of a firm brings in so much of the income that the sentence speaks of: 数据中心部门贡献411亿美元."""
    return has(r"(?:贡献|带来|创造)了?(?:约|近|超过?|逾|其中的?|高达)*$", near) and has(_REVENUE, figure.before)


def _is_bare_revenue(figure: Figure) -> bool:
    """Tell whether a large number without a unit stands right after a noun of income: 去年收入3500万."""
    quantity = figure.quantity
    bare = quantity.kind in ("number", "count") and not quantity.unit and (quantity.low or 0) >= _LEAST_BARE
    return bare and has(rf"(?:{_REVENUE})(?:{HOW_FAR}|冲|\s)*$", figure.stretch)


@reads("count", "number")
def people_who_use_it(figure: Figure) -> Reading | None:
    """Read how many use something: 月活用户突破1000万, 100万用户, 下载量超过500万次."""
    counted = next((noun for noun in ("企业", "用户", "客户", "开发者", "公司") if figure.quantity.surface.endswith(noun)), "")
    users_of = re.match(
        r"[^，,。；;]{0,6}(?:客户|用户|企业|开发者|公司)[^，,。；;]{0,4}(?:使用|采用|订阅|部署|接入|在用|用上)了?",
        counted + figure.right,
    )
    if users_of:
        start = figure.quantity.end - len(counted) + users_of.end()
        used = [n for n in figure.passage.names_in(start, figure.clause.end) if n.kind in ("company", "model")]
        if used:
            return Reading("users", used[0].name)
    named = re.search(
        rf"(?:^|[，,、；;：:。\s——])(?P<name>[A-Za-z一-鿿]{{2,6}}?)的?(?:{_USERS})(?:数量?|规模|总数)?[^，,。；;、]{{0,4}}$",
        figure.left,
    )
    held = named.group("name") if named and not _NO_PRODUCT.search(named.group("name")) else ""
    if held and any(figure.passage.names_in(figure.clause.start, figure.quantity.start)):
        held = ""
    held = "" if has(r"款|历史|网站|总$", held) else held
    held = "" if has(r"时间|[日月]活|左右", held) else held
    if figure.quantity.unit == "user" and not figure.quantity.surface.endswith("次"):
        return Reading("users", held)
    near = re.sub(r"\d+\s?(?:天|个?月|年)(?:时间)?", "", figure.left)[-16:]
    ahead = figure.near_right[:8]
    if has(rf"(?:{_USERS})[^，,。；;\d]{{0,10}}(?:涨|升|增长?|冲|飙升|攀升|激增)[到至]了?(?:约|近)?$", near):
        return Reading("users", held)
    counted_by = figure.quantity.unit in ("company", "家", "个", "位", "名", "person", "人", "user")
    if counted_by and has(
        r"(?:客户|用户|会员|商户)(?:数量?|总数)?(?:已经?|现有|现|目前|从|由|约|达到?|有|共|为|超过?|逾|近)*$", figure.near_left
    ):
        return Reading("users", held)
    if counted_by and has(r"^[^，,。；;]{0,2}(?:使用|在用|用过|用上|注册|试用|订阅|下载|登记)", figure.near_right):
        return Reading("users", held)
    if has(r"(?:使用|用)过?[^，,。；;]{2,16}的(?:网民|人数|人|用户)(?:已经?|达到?|有|约|超过?)*$", figure.near_left):
        return Reading("users", held)
    if has(r"(?:客户|用户|会员)\s?[(（](?:约|近|超过?|共)?$", near):
        return Reading("users")
    if (figure.quantity.low or 0) < 100 or re.fullmatch(r"(?:19|20)\d\d", figure.quantity.surface):
        return None
    if has(r"(?:用户|客户|会员)[^，,。；;]{0,24}(?:新增|增加)了?(?:约|近|超过?)*$", figure.left[-36:]):
        return Reading("users")
    if has(
        rf"(?:{_USERS})(?:数量?|规模|总数|人数|次数|总量)?(?:已经?|将|约|近|超过?|突破|达到?|逾|高达|为|的|有|做到|破|累计|激增|增长|增|至|到|了|接近|就|MAU|DAU|[（()）]|\s)*$",
        near,
    ):
        return Reading("users", held)
    if has(
        rf"(?:{_USERS})[^。；;]{{0,18}}[，,](?:也|已经?|更|现已|一举|累计)*(?:达到?|升至|增至|突破|超过|涨至|来到|冲到)了?(?:约|近)*$",
        figure.before[-44:],
    ):
        return Reading("users", subjects=("company", "model"))
    if (
        has(r"成员(?:数量?|规模|人数)?(?:已经?|约|近|超过?|突破|达到?|逾)*$", near)
        and (figure.quantity.low or 0) >= _LEAST_COMMUNITY
    ):
        return Reading("users", subjects=("company", "model"))
    if figure.quantity.surface.endswith("次") and not has(r"^(?:的)?(?:下载|访问|安装|注册)", ahead):
        return None  # 1400次客户会议 counts meetings
    if has(
        rf"^(?:左右|多)?(?:个|名|位|人|次)?(?:的)?(?:付费|活跃|月活|日活|新|注册|企业|全球|个人|独立|专业|普通)*(?:{_USERS})(?!到场|参会|参加|出席|齐聚|围观)",
        ahead,
    ):
        return Reading("users")
    return None


@reads("count", "number")
def size_of_team(figure: Figure) -> Reading | None:
    """Read how many people work on something: 团队仅有15人, 约80名员工."""
    if figure.quantity.unit not in ("person", "人", "名", "位", "", "个"):
        return None
    named = _team_by_name(figure)
    if named:
        return Reading("team_size", named)
    works = _are_its_people(figure)
    if not works and has(r"[，,]团队人数[^。；;，,]{0,16}[，,]?(?:至|已?达到?|增至)(?:约|近)?$", figure.before):
        owners = [n for n in figure.passage.names if n.end <= figure.quantity.start]
        owners = [n for n in owners if _ITS_TEAM.match(figure.passage.between(n.end, n.end + 10))]
        return Reading("team_size", owners[-1].name) if owners else None
    if not works and not _is_team(figure):
        return None
    return Reading("team_size", _whose_team(figure), subjects=("company", "model"))


def _whose_team(figure: Figure) -> str:
    """Give the firm whose team the sentence has spoken of, where the clause of its size names none: 甲的团队…,规模已达40人."""
    if figure.passage.names_in(figure.clause.start, figure.quantity.start):
        return ""
    owners = [n for n in figure.passage.names if n.end <= figure.quantity.start and n.kind in ("company", "model")]
    owners = [n for n in owners if _ITS_TEAM.match(figure.passage.between(n.end, n.end + 12))]
    return owners[-1].name if owners else ""


def _team_by_name(figure: Figure) -> str:
    """Give a team that is only called by its kind, where the clause names nobody: 视觉效果团队仅有5人."""
    team = re.search(r"(?:^|[的，,])(?P<noun>[A-Za-z一-鿿]{2,8}?团队)(?:仅|只|共)?有?(?:约|仅|只)*$", figure.near_left)
    nobody = not figure.passage.names_in(figure.clause.start, figure.quantity.start)
    if not team or not nobody or figure.quantity.unit != "person":
        return ""
    return (
        ""
        if has(r"^(?:该|这|其|研发|整个|我们|他们|一|目前|眼下|现在|如今|当前|现|全|公司|创始|核心)", team.group("noun"))
        else team.group("noun")
    )


def _are_its_people(figure: Figure) -> bool:
    """Tell whether a figure counts employees, or how large a team is, in so many words."""
    size = r"(?:团队|员工)[^。；;]{0,30}规模[^，,。；;]{0,20}(?:至|到|达|为|约|近)$"
    leaving = r"裁|削减|解雇|招|新增|离职|失业|调查|问卷"
    return (
        (figure.quantity.unit == "person" and has(size, figure.before))
        or (has(r"员工$", figure.quantity.surface) and not has(leaving, figure.before[-12:] + figure.near_right[:8]))
        or (
            has(r"员工|雇员", figure.quantity.surface)
            and has(r"(?:共|拥|仅|只)有(?:约|近|超过?|逾)?$|员工|团队", figure.near_left[-14:])
        )
    )


def _is_team(figure: Figure) -> bool:
    """Tell whether the words around a number of people speak of a team or a staff."""
    ahead = figure.near_right[:12]
    if has(r"(?:参加|参与|出席|报名|围观|在线|受访|投票|观看|参会|伤亡|失业)人数", figure.near_left):
        return False
    if has(r"(?:评审|评委|裁判|专家|考察|采访|报道)[^，,。；;]{0,2}团", ahead) or has(
        r"需要?(?:投入|组建|配备|有)?$", figure.near_left
    ):
        return False
    people = figure.quantity.unit == "person" or has(r"^(?:个|名|位)?(?:人|员工|成员|工程师|研究员|科学家)", ahead)
    return people and (
        has(
            r"(?:团队|(?<!前)员工|成员|公司(?:仅|只)?有|人数|雇员|编制|研发人员|研究人员|技术人员|核心作者|人手)",
            figure.near_left[-14:],
        )
        or has(r"(?:团队|员工|公司)[^，,。；;]{0,8}从[^，,。；;]{1,16}(?:到|至)了?(?:现在|目前|如今)?的?$", figure.left)
        or (
            has(r"(?:团队|员工|公司|人数)[^，,。；;]{0,8}从(?:最初的?|原来的?)?$", figure.left)
            and has(r"^[^，,。；;\d]{0,8}(?:到|至)", figure.right)
        )
        or (
            has(
                r"(?:只剩下?|仅剩下?|还剩下?|剩下|缩减[到至]|减[到至]|精简[到至]|裁[到至]|扩充[到至]|扩张[到至]|扩大[到至]|扩展[到至]|扩编[到至])(?:了|约|不到|近)*$",
                figure.near_left,
            )
            and has(r"团队|员工|公司|裁|离职|招|人手|规模", figure.sentence)
        )
        or (has(r"(?:裁员|离职|出走)[^。；;]{0,24}(?:只剩下?|仅剩下?|还剩下?)(?:了|约|不到|近)*$", figure.before))
        or _has_so_few(figure)
        or _is_whole_staff(figure)
        or has(r"(?:我们|公司|团队)[^，,。；;]{0,8}(?:发展|壮大|增长|扩充|扩大|成长)[到至成]了?(?:约|近|超过?)*$", figure.left)
        or (
            has(r"有(?:着|了)?(?:约|近|超过?)?$", figure.near_left)
            and has(r"^的[^，,。；;的]{0,8}(?:办公室|筹备组|小组|工作组|部门|专班|委员会)", ahead)
        )
        or has(r"^的[^，,。；;]{0,6}?(?:团队|公司|企业|创企|工作室|实验室|班底)", ahead)
        or has(r"^(?:多)?(?:个|名|位)?的?(?:全职|正式|在职|核心|全球)*(?:员工|成员|雇员|人的?团队|团队)", ahead)
        or (has(r"(?:组建|成立|拥有|建立)了?[^，,。；;]{0,6}$", figure.left) and has(r"^的[^，,。；;]{0,5}团队", ahead))
    )


def _has_so_few(figure: Figure) -> bool:
    """Tell whether a firm is said to be no more than so many people: 甲只有12个人."""
    few = has(r"(?:只有|仅有|不过|也就|总共就?|一共就?|才|就)(?:约|不到)*$", figure.near_left) and has(
        r"^(?:[，,。；;、]|$)", figure.near_right
    )
    named = figure.passage.names_in(figure.clause.start, figure.quantity.start)
    return (
        few
        and figure.quantity.surface.endswith(("人", "员工", "工程师", "研究员"))
        and any(name.kind == "company" for name in named)
    )


_NOW = (
    r"(?:^|[，,、；;：:])(?:目前|现在|现|眼下|如今|至今|这家[^，,。；;]{0,6}公司|公司|团队|全公司|内部|共|一共|总共)*"
    r"(?:只|仅|就|才|还)?(?:有|是)?(?:约|近|共|不到|不足|逾|超过?)*$"
)


def _is_whole_staff(figure: Figure) -> bool:
    """Tell whether a clause is nothing but how many people there are, where the sentence is on a firm: …完成种子轮,目前16人."""
    ends = figure.quantity.surface.endswith("人") and has(r"^(?:[，,。；;、]|$)", figure.near_right)
    on_firm = has(r"团队|公司|研发人员|员工|轮|创办|创立|成立", figure.sentence)
    now = has(r"目前|现在|现|眼下|如今|公司|团队|共|只|仅|就", figure.left)
    return ends and on_firm and now and has(_NOW, figure.left)


RULES: tuple[Rule, ...] = (taken_in, size_of_team, people_who_use_it)
