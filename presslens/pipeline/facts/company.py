"""Rules for what companies take in and whom they employ: revenue and people."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, Rule, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR

_REVENUE = cue("revenue_nouns")
_TOLD = re.compile(rf"{_REVENUE}|{cue('not_revenue')}")
_BARE_REVENUE = rf"(?:{_REVENUE})(?:{HOW_FAR}|冲|\s)*$"
# Less than this is what one thing brings in, not what a firm does.
_LEAST_REVENUE = 10_000
_LEAST_BARE = 1_000_000
_CROWD = 10_000
# 投入工程师5000人
_PUT_IN = r"(?:投入|配备|调集|集结|组织)了?[^，,。；;]{0,6}(?:工程师|研究员|科学家|研发人员)(?:约|近|逾|超过?|共)*$"
_ITS_TEAM = re.compile(r"(?:公司)?(?:内部|旗下)?的?[^，,。；;]{0,4}团队")


@reads("money", "count", "number")
def taken_in(figure: Figure) -> Reading | None:
    """Read revenue: 营收达到221亿美元, 年化收入接近500万美元, 1000万美元的ARR."""
    if _is_bare_revenue(figure):
        return Reading("revenue", subjects=FIRM, kind_money=True)
    if figure.quantity.kind != "money" or has(
        r"轮$|轮(?:融资)?[^，,。；;]{0,4}(?:入账|进账)[^，,。；;]{0,4}$", figure.near_left
    ):
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
    brings_in = r"(?:贡献|带来|创造|揽下|撑起|拿下|斩获|拉动)了?(?:约|近|超过?|逾|其中的?|高达)*$"
    return has(brings_in, near) and (
        has(_REVENUE, figure.before) or has(rf"^[，,]占[^，,。；;]{{0,6}}(?:{_REVENUE})", figure.after)
    )


def _is_bare_revenue(figure: Figure) -> bool:
    """Tell whether a large number without a unit stands right after a noun of income: 去年收入3500万."""
    quantity = figure.quantity
    bare = quantity.kind in ("number", "count") and not quantity.unit and (quantity.low or 0) >= _LEAST_BARE
    return bare and has(_BARE_REVENUE, figure.stretch)


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
    if has(_PUT_IN, figure.near_left) and figure.quantity.unit == "person":
        return True
    if has(r"(?:参加|参与|出席|报名|围观|在线|受访|投票|观看|参会|伤亡|失业)人数", figure.near_left) or _wait(figure):
        return False
    if has(r"(?:评审|评委|裁判|专家|考察|采访|报道)[^，,。；;]{0,2}团", ahead) or has(
        r"需要?(?:投入|组建|配备|有)?$", figure.near_left
    ):
        return False
    people = figure.quantity.unit == "person" or has(r"^(?:个|名|位)?(?:人|员工|成员|工程师|研究员|科学家)", ahead)
    beside = r"(?:团队|(?<!前)员工|成员|公司(?:仅|只)?有|人数|雇员|编制|研发人员|研究人员|技术人员|核心作者|人手)"
    return people and (
        has(beside, figure.near_left[-14:])
        or _is_left_or_grown_to(figure)
        or _has_so_few(figure)
        or _is_whole_staff(figure)
        or _is_of_unit(figure, ahead)
        or _is_held_by_firm(figure, ahead)
    )


def _wait(figure: Figure) -> bool:
    """Tell whether those counted wait for a product or use it: 内测要排队,前面还有18万人."""
    many = (figure.quantity.low or 0) >= _CROWD
    return many and has(r"排队|候补|登记|预约|注册|报名|用户|内测|公测|试用|创作者|申请", figure.before)


def _is_left_or_grown_to(figure: Figure) -> bool:
    """Tell whether a staff grew or shrank to so many: 团队扩充到50人, 公司从最初的3人到…, 裁员后只剩20人."""
    if has(
        r"(?:团队|员工|公司|[算法研究工程销售产品]{2}组|部门)[^，,。；;]{0,8}从[^，,。；;]{1,16}(?:到|至)了?(?:现在|目前|如今)?的?$",
        figure.left,
    ):
        return True
    begins = has(r"(?:团队|员工|公司|人数)[^，,。；;]{0,8}从(?:最初的?|原来的?)?$", figure.left)
    if begins and has(r"^[^，,。；;\d]{0,8}(?:到|至)", figure.right):
        return True
    moved = has(
        r"(?:只剩下?|仅剩下?|还剩下?|剩下|缩减[到至]|减[到至]|精简[到至]|裁[到至]|扩充[到至]|扩张[到至]|扩大[到至]|扩展[到至]|扩编[到至])(?:了|约|不到|近)*$",
        figure.near_left,
    )
    if moved and has(r"团队|员工|公司|裁|离职|招|人手|规模", figure.sentence):
        return True
    if has(r"(?:裁员|离职|出走)[^。；;]{0,24}(?:只剩下?|仅剩下?|还剩下?)(?:了|约|不到|近)*$", figure.before):
        return True
    return has(r"(?:我们|公司|团队)[^，,。；;]{0,8}(?:发展|壮大|增长|扩充|扩大|成长)[到至成]了?(?:约|近|超过?)*$", figure.left)


def _is_of_unit(figure: Figure, ahead: str) -> bool:
    """Tell whether the people are those of the team named behind: 30人的团队, 有12人的筹备组, 200名全职员工."""
    if has(r"^的[^，,。；;]{0,6}?(?:团队|公司|企业|创企|工作室|实验室|班底)", ahead):
        return True
    if has(r"^(?:多)?(?:个|名|位)?的?(?:全职|正式|在职|核心|全球)*(?:员工|成员|雇员|人的?团队|团队)", ahead):
        return True
    held = has(r"有(?:着|了)?(?:约|近|超过?)?$", figure.near_left)
    if held and has(r"^的[^，,。；;的]{0,8}(?:办公室|筹备组|小组|工作组|部门|专班|委员会)", ahead):
        return True
    return has(r"(?:组建|成立|拥有|建立)了?[^，,。；;]{0,6}$", figure.left) and has(r"^的[^，,。；;]{0,5}团队", ahead)


def _is_held_by_firm(figure: Figure, ahead: str) -> bool:
    """Tell whether a firm has so many experts, stands before its number of people, or had them do its work.

    旗下有120名工程师; 甲(45人)去年搬家; 整个模型是9个人做出来的.
    """
    expert = has(r"(?:工程师|研究员|科学家|员工|雇员|博士)$", figure.quantity.surface) or has(
        r"^(?:个|名|位)?(?:全职|算法|软件|资深)*(?:工程师|研究员|科学家|员工|雇员|博士)", ahead
    )
    if expert and has(
        r"(?:旗下|麾下|手下|现|共|目前|拥|聘)(?:共|现)?有(?:约|近|逾|超过?)*$|(?:聘用|雇用|雇佣)了?(?:约|近|逾|超过?)*$",
        figure.near_left,
    ):
        return True
    if has(r"(?:是|由|靠|就|仅|只有|不过)(?:约|不到)*$", figure.near_left) and has(
        r"^(?:人)?(?:做|写|开发|研发|打造|训练|搭|搞|撑)(?:出|起|了|的|完)", ahead
    ):
        return True
    firms = [n for n in figure.passage.names if n.kind == "company" and n.end <= figure.quantity.start]
    has_now = has(
        r"(?:目前|现在?|如今|眼下|共|全球|内部|(?:[频法究程售品务发]组|部门|实验室|研究院|事业部))(?:总共|共|已|大约|仅|只)*有(?:约|近|逾|超过?|不到)*$",
        figure.near_left,
    )
    if has_now and firms and firms[-1].end > figure.clause.start and figure.quantity.surface.endswith("人"):
        return has(r"^(?:[，,。；;、]|$)", figure.near_right) and figure.passage.is_free(firms[-1])
    beside = bool(firms) and figure.passage.between(firms[-1].end, figure.quantity.start).strip() in ("(", "（")
    return beside and has(r"人$", figure.quantity.surface) and has(r"^\s*[)）]", figure.after)


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
    r"(?:^|[，,、；;：:])(?:目前|现在|现|眼下|如今|至今|起步时|起步之初|成立时|成立之初|创业之初|创立时|最初|最多时|高峰时|鼎盛时|全盛时|这家[^，,。；;]{0,6}公司|公司|团队|全公司|公司上下|上下|总部|内部|共|一共|总共)*"
    r"(?:只|仅|就|才|还)?(?:有|是)?(?:约|近|共|不到|不足|逾|超过?)*$"
)


def _is_whole_staff(figure: Figure) -> bool:
    """Tell whether a clause is nothing but how many people there are, where the sentence is on a firm: …完成种子轮,目前16人."""
    ends = figure.quantity.surface.endswith("人") and has(r"^(?:[，,。；;、]|$)", figure.near_right)
    on_firm = has(r"团队|公司|研发人员|员工|轮|创办|创立|成立", figure.sentence)
    now = has(r"目前|现在|现|眼下|如今|公司|团队|共|只|仅|就|最初|时", figure.left)
    return ends and on_firm and now and has(_NOW, figure.left)


RULES: tuple[Rule, ...] = (taken_in, size_of_team)
