"""What a figure counts by the noun that stands nearest before it in its clause, where no exact wording has told it.

The nearest noun decides, whatever adverbs and verbs of reaching stand between; nouns of other things (利润, 奖金) keep a figure
from being read, as does another figure that comes between.
"""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.model import Metric
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, Rule, reads
from presslens.pipeline.facts.stretch import HOW_FAR
from presslens.pipeline.patterns import searched

_NOUNS: dict[Metric, str] = {"users": cue("users_measured"), "team_size": cue("staff_measured")}
_ANY = searched(
    "|".join(f"(?P<{metric}>{nouns})" for metric, nouns in _NOUNS.items()) + f"|(?P<other>{cue('measured_things')})"
)
_PEOPLE = frozenset({"", "person", "人", "名", "位", "个", "user", "company", "家", "次", "所"})
_STAFF = frozenset({"person", "人", "名", "位", ""})
# 从80万增至300万: the figure that opens a rise measures the same.
_RISE = re.compile(r"[从由](?P<gap>[^，,。；;]{0,8})$")
_NO_COUNT = re.compile(
    r"(?:需要|需|投入|配备|动用|出动|每|第|占|平均|人均|裁|招|减少|流失|访问了|调查|采访|吸引|邀请|送给?|覆盖|面向|针对)[^，,。；;\d]{0,4}$"
)
# 用户月入百万 tells of money.
_EARNS = re.compile(r"(?:[日周月年]入|[日月年]赚|[狂净]?赚|进账|躺赚|变现|到手)(?:了|约|近|超过?|逾|上)*$")
_TAKES_IT_UP = re.compile(
    r"^(?:[^，,。；;]{0,3})(?:企业|公司|团队|机构|品牌|商家|商户|学校|工作室|开发者|用户|师生|学生|教师|老师|设计师|导演|剪辑师|编剧|人)?(?:已经?|免费|正在|正|都|开始)?(?:接入|采用|使用|订阅|部署|签约|付费|下载|注册|入驻|用上|成为[^，,。；;]{0,14}?(?:用户|客户|会员))"
)
_ENDS = re.compile(
    r"\s*(?:[，,。；;、！!）)”」]|$|大关|门槛|关口|左右|以上|多|余|[个名位]?(?:企业|付费|活跃|注册)?(?:用户|客户|会员|人|家|次|名|位))"
)
# 触达4.5万家商户, 有80万人在上面做片子, 进入500所高校: those whom a product reaches use it.
_REACHES = re.compile(
    r"(?:触达|服务于?|拥有|聚集|集结|汇集|积累|攒下|攒了|收获|圈住|签下|签了|拿下|赢得|进入|进驻|走进|打入|铺到|接入|有)了?(?:全国|全球|海外|国内)?(?:超过?|逾|近|约|大约|不下)*$"
)
_REACHED = re.compile(
    r"(?:多|余)?(?:个|名|位|家|所)?的?(?:中小|付费|活跃|企业|月活|日活|海外|机构|专业|个人|核心|独立|政企)*"
    r"(?:商户|商家|创作者|开发者|用户|客户|会员|订户|高校|学校|医院|电视台|影视公司|广告公司|制作公司)\s*(?:[，,。；;、！!”」]|$)"
    r"|(?:多|余)?人?(?:在|用|靠)(?:上面|上边|它|其|这个|平台)"
)
# 用户量方面,甲为90万: the noun that a sentence opens with is what its later clauses measure.
_FRAME = re.compile(
    rf"^[\s“]*(?:在|论|从|就)?[^，,。；;]{{0,4}}?(?:{cue('users_measured')})(?:数量?|量|规模|人数)?(?:方面|上|来看|看|而言|来说)[，,：:]"
)
_MOVES_ON = re.compile(rf"(?:人|家|名)?(?:{cue('rising')}|{cue('falling')}|跳|冲|扩|扩充|爬|掉|滑|做)(?:到|至)")
_SMALL_TEAM = re.compile(r"^的?(?:小组|队伍|班底|小团队|团队|班子|工作室)")

_NOT_THEIRS = re.compile(r"的(?!只|仅|有|约|是)|包括|以及|生成|制作|上传|发布")
_OPENS_RISE = re.compile(r"[从由](?:约|近)?$")
_ONLY_HOW_FAR = re.compile(rf"(?:{HOW_FAR})$")
_OF_STAFF, _COMES_OR_GOES = re.compile(r"员工|团队成员"), re.compile(r"裁|解雇|离职|流失|招聘|招募|遣散")
_LEAST_REACHED = 10


@reads("count", "number")
def counted_by_nearest_noun(figure: Figure) -> Reading | None:
    """Read users and staff by the nearest noun: 日活跃用户数已从80万增至300万, 商家已达3000家."""
    unit = figure.quantity.unit
    if unit not in _PEOPLE or _NO_COUNT.search(figure.left) or _EARNS.search(figure.near_left):
        return None
    if unit in _STAFF and _SMALL_TEAM.match(figure.near_right):
        return Reading("team_size", subjects=FIRM)
    return _taken_up(figure) or _reached(figure) or _by_noun_before(figure)


def _taken_up(figure: Figure) -> Reading | None:
    """Read those who are said to use something: 1.2万家企业接入甲的接口."""
    found = _TAKES_IT_UP.match(figure.near_right)
    if not found or _OF_STAFF.search(figure.left):
        return None
    used = [n for n in figure.passage.names_in(figure.quantity.end + found.end(), figure.clause.end) if n.kind in FIRM]
    return Reading("users", used[0].name if used else "", subjects=FIRM)


def _reached(figure: Figure) -> Reading | None:
    """Read those whom something reaches, or what a sentence that opens with users goes on to count."""
    enough = (figure.quantity.low or 0) >= _LEAST_REACHED
    reached = enough and _REACHES.search(figure.near_left) and _REACHED.match(figure.near_right)
    framed = _FRAME.match(figure.before) and _ONLY_HOW_FAR.search(figure.near_left) and _ENDS.match(figure.near_right)
    return Reading("users", subjects=FIRM) if reached or framed else None


def _by_noun_before(figure: Figure) -> Reading | None:
    """Read a figure by the last noun of a measure before it, where it ends what is said of that."""
    before = _before(figure)
    nearest = next(reversed(list(_ANY.finditer(before))), None)
    if nearest is None or _NOT_THEIRS.search(before, nearest.end()):
        return None
    opens_rise = _OPENS_RISE.search(figure.left) and _MOVES_ON.match(figure.right)
    if not (_ENDS.match(figure.near_right) or opens_rise):
        return None
    if nearest.lastgroup == "users":
        return Reading("users", subjects=FIRM)
    is_staff = nearest.lastgroup == "team_size" and figure.quantity.unit and figure.quantity.unit in _STAFF
    return Reading("team_size", subjects=FIRM) if is_staff and not _COMES_OR_GOES.search(before) else None


def _before(figure: Figure) -> str:
    """Give the clause before a figure as far as the figure before it, over one that opens a rise to it."""
    opened = [f for f in figure.passage.figures if figure.clause.start <= f.start and f.end <= figure.quantity.start]
    opened = [f for f in opened if f.kind == figure.quantity.kind]
    whole = figure.passage.between(figure.clause.start, opened[-1].start) if opened else ""
    return _RISE.sub("", whole) if _RISE.search(whole) else figure.stretch


RULES: tuple[Rule, ...] = (counted_by_nearest_noun,)
