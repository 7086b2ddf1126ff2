"""Rules for money that is raised: over all rounds, or in one."""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.put_in import given_to_somebody, put_in_so_far, staked_in
from presslens.pipeline.facts.raised_so_far import is_so_far
from presslens.pipeline.facts.rule import FIRM, Reading, Rule, has, reads
from presslens.pipeline.facts.sought import RAISE, money_sought

ROUND = (
    r"(?:种子|天使|Pre-?[A-Z]|pre-?[A-Z]|[A-H]\d?\+*\s?|战略|新一|首|本|该|这一?|前一?|后一?|上一?|最新一?|多|"
    r"[A-H]\d?\+*(?:至|到|、|和|及)[A-H]\d?\+*\s?|Pre-?IPO)轮"
)

_LEAST_BARE = 10_000_000

_LEAST_OF_A_STATE = 10_000_000_000

_STATE = r"[法德英美韩泰]国|日本|印度|沙特|阿联酋|加拿大|欧盟|政府|总统|总理|首相|王储|马克龙|特朗普|拜登|莫迪|国家"

_TOTAL = (
    r"融资总额|总融资额?|累计(?:已)?(?:获得|完成)?(?:的)?(?:融资|融了|筹集|募资)|融资(?:额)?(?:累计|总计|共计|合计)"
    r"|(?:总共|总计|共|一共|合计)(?:也|只)?(?:已)?(?:筹集|筹资|募资|融资|融了|募集|获得|融到|筹得|募得|拿到|拿了)|累计(?:融资)?金额|(?:先后|陆续|前后|历轮|历次)[^，,。；;]{0,20}(?:融得|融到|融了|拿到|拿了|获得|筹得|募得|筹集)|历史融资"
    r"|(?:累计|合共|总共|前后)(?:已经?)?(?:集资|拿了|拿到|融)"
    r"|(?:成立|创立|创办)(?:以来|至今|后)[^，,。；;]{0,6}(?:筹集|融资|融了|募集|获得|融到|筹得|募得|拿到|拿了)"
    r"|(?:迄今|至今|到目前|截至目前)[^，,。；;]{0,18}(?:筹集|募集|融到|筹得|募得|募资|融资|拿到|拿了)了?"
)


@reads("money", "number", "count")
def raised_in_total(figure: Figure) -> Reading | None:
    """Read what was raised over all rounds: 融资总额已超过9亿美元, 累计融资1.41亿美元."""
    near = figure.near_left
    if has(
        r"(?<!算上)(?<!加上)(?<!连同)(?<!包括)(?:(?:本|此|该|这一?|最新一?|新一)轮|[A-H]\d?\+*轮(?:融资)?由[^。；;]{2,24}(?:领投|牵头|跟投|参投))(?:(?!累计|迄今|至今)[^。；;]){0,30}[，,](?:(?!累计|迄今|至今)[^，,。；;]){0,16}(?:募集|募资|融资|筹集|融得|筹得|募得|获得)[^，,。；;]{0,6}$",
        figure.before,
    ):
        return None
    bare = not figure.quantity.unit and (figure.quantity.low or 0) >= _LEAST_BARE
    if figure.quantity.kind != "money":
        so_far = bare and has(r"(?:目前|迄今|至今|已经)\s?(?:总共|一共|累计)?(?:拿了|融了)(?:约|近|超过?)*$", near)
        return Reading("funding_total", subjects=FIRM, kind_money=True) if so_far else None
    with_this = has(r"(?:算上|加上|连同|包括)(?:这|本|此|最新)[^，,。；;]{0,6}[，,]", figure.before) and has(RAISE, near)
    if with_this or _is_raised_by_a_trade(figure):
        return Reading("funding_total", subjects=FIRM)
    put_in = put_in_so_far(figure)
    if put_in:
        return Reading("funding_total", put_in)
    if has(
        r"(?:轮|[两三四五六七八九十\d]次|[两三四五六七八九十\d]笔)融资[，,](?:融资|募资)?(?:总额|总金额|金额累计|(?:金额|数额)?(?:累计|合计|总计|共))(?:高达|约|超过?|近|达到?|为)*$",
        figure.before[-24:],
    ):
        return Reading("funding_total", subjects=FIRM)
    since_founded = has(r"(?:成立|创立|创办)(?:以来|至今)", figure.left)
    if not since_founded and has(r"获得?了?(?:约|近|超过?)*$", near) and has(r"^的?[^，,。；;]{0,8}投资", figure.near_right):
        return None  # what a country or a trade has been promised is nobody's rounds
    of_rounds = has(r"轮(?:下来|加起来|融资)?(?:累计|合计|总计|一共|总共|合共)[^，,。；;\d]{0,6}$", figure.left)
    if (
        of_rounds
        or has(_TOTAL, near[-28:])
        or (has(r"总计|累计|总共|共计", near[-16:]) and has(RAISE, near + figure.near_right[:6]))
    ):
        return Reading("funding_total", subjects=FIRM)
    if has(r"^(?:左右|多)?的?(?:融资总额|总融资|累计融资)", figure.near_right):
        return Reading("funding_total", subjects=FIRM)
    return Reading("funding_total", subjects=FIRM) if is_so_far(figure) else None


def _is_raised_by_a_trade(figure: Figure) -> bool:
    """Tell whether all firms of a kind raised it over a year or quarter: 人工智能初创公司在2023年筹集了500亿美元."""
    return has(
        r"(?:初创公司|初创企业|创业公司|创企|行业|领域|赛道)(?:们)?(?:在|于)?(?:去年|今年|前年|上半年|下半年|20\d\d年)?[^，,。；;]{0,8}(?:共|总计|合计|累计)?(?:筹集|融资|募集|融了|吸金)了?(?:约|近|超过?|逾|高达|总额)*$",
        figure.near_left,
    ) and has(r"年|季度", figure.left[-24:])


@reads("money", "number", "count")
def raised_in_a_round(figure: Figure) -> Reading | None:
    """Read one round of funding: 完成数千万元融资, 获5000万美元C轮融资, 融资6000万美元, 由某某领投的1亿美元."""
    bare = not figure.quantity.unit and (figure.quantity.low or 0) >= _LEAST_BARE
    if figure.quantity.kind != "money" and not (bare and has(rf"(?:{RAISE}|拿了)(?:了|到|约|近|超过?)*$", figure.near_left)):
        return None
    near, ahead = figure.near_left[-26:], figure.near_right[:18]
    if _is_no_round(figure, near, ahead):
        return None
    staked = staked_in(figure)
    if staked:
        return Reading("funding_round", staked)
    round_named = _round_follows(near, ahead) or _round_precedes(figure, near) or _is_put_in(figure, near)
    return Reading("funding_round", subjects=FIRM) if round_named else None


def _is_no_round(figure: Figure, near: str, ahead: str) -> bool:
    """Tell whether the words around an amount speak against a round: 政府补贴, 营收, a number of rounds."""
    return (
        has(r"每$|(?:下降|上升|增加|减少|增|降|升|增长)(?:到|至)[^，,]{0,12}$|从[^，,融筹募拿获]{0,10}$", near)
        or _is_spent_on_works(figure, near)
        # More shares of a firm that is listed are no round.
        or has(r"增持|减持|回购", figure.sentence)
        or (has(r"(?:总共|一共|共)获得?了?(?:约|近|超过?)*$", near) and has(r"^的?[^，,。；;]{0,8}投资", ahead))
        or has(r"政府|补贴|补助|赠款|拨款", figure.before[-40:-12])
        or has(r"^(?:的|左右)?(?:ARR|MRR)", ahead)
        or _is_of_a_state(figure, near, ahead)
        or has(r"^[^，,]{0,6}(?:融资|投资)(?:有|共|数量|案例|笔)", ahead)
        or has(
            r"基金(?!募资|完成募|[向给对])|政府|补贴|补助|赠款|拨款|预算|罚款|订单|营收|收入|利润|亏损|捐",
            near[-12:] + ahead[:6],
        )
    )


def _is_of_a_state(figure: Figure, near: str, ahead: str) -> bool:
    """Tell whether a country or its head invests, which puts money into no firm: 法国1090亿欧元的投资计划."""
    plan = has(r"^的?[^，,。；;]{0,4}投资", ahead) and not has(rf"{ROUND}|融资|入股|注资|获得?|拿到", figure.left + ahead)
    big = (figure.quantity.low or 0) >= _LEAST_OF_A_STATE
    return plan and (
        has(
            rf"(?:{_STATE})(?:方面|此次|本次|日前|近日|上周|今年|所)*(?:公布|宣布|承诺|提出|推出|拿出)?了?的?(?:约|近|超过?|逾|高达)*$",
            near,
        )
        or (big and has(r"^的?投资(?:计划|方案|规划|蓝图|承诺)", ahead))
    )


def _is_spent_on_works(figure: Figure, near: str) -> bool:
    """Tell whether the money is spent on works, not put into a firm: 宣布10亿美元的投资,在当地建厂."""
    works = (
        r"^[^。；;]{0,20}?(?:[建设]厂|兴建|扩建|新建|建设|建造|建立|设立|升级|扩充|扩产|扩大产能"
        r"|建(?:起|成|了)?[一两三四五六七八九十几多\d]+[座家个]|用于(?:建|扩|采购|购买))"
    )
    return has(works, figure.after) and not has(rf"{RAISE}|融资|轮|[获拿]|股份|股权|入股|注资|估值|[领跟参]投", figure.sentence)


def _round_follows(near: str, ahead: str) -> bool:
    """Tell whether the round stands after its amount: 5000万美元C轮融资, 获得…1亿元的支持."""
    return (
        has(
            rf"^(?:左右|多|以上|级)?的?\s?(?:{ROUND})?(?:的)?(?:股权|风险|战略|天使|种子|财务|产业|新)?(?:融资|投资(?!组合|者|人|机构|银行|公司|规模)|注资|风投)",
            ahead,
        )
        or (has(r"^的?(?:资金)?支持", ahead) and has(r"(?:获得?|得到|拿到)了?[^，,。；;]{0,24}$", near))
        or has(rf"^(?:左右|多)?的?\s?{ROUND}", ahead)
        or (has(r"^的?(?:加码|加持|加注|增资|输血|助力)", ahead) and has(r"获得?了?(?:约|近|超过?|逾)*$", near))
        or has(r"^的?支票", ahead)
        or (has(r"(?:认购|认缴)了?(?:约|近|逾)*$", near) and has(r"^的?(?:新股|股份|股权)", ahead))
    )


def _round_precedes(figure: Figure, near: str) -> bool:
    """Tell whether the round or the raising stands before its amount: B轮融资5000万, 融资金额达到1亿."""
    return (
        has(
            rf"{ROUND}(?:融资|增资)?(?:那|入[账帐]|进[账帐]|到[账帐]|：|:|的|为|是|获得?|融资?了?|中|里|金额|额|达|约|超|近|已|共|规模|筹集|募集|完成)*$",
            near,
        )
        or has(
            rf"(?:{RAISE}|拿了|拿到|拿下|领投|跟投|获投|注资|又拿了)(?:额|金额|规模)?(?:了|到|达|达到|约|近|超过?|逾|超|为|高达|共|总额|至少|又|的)*$",
            near,
        )
        or (
            has(r"(?:金额|数额|总值|总额|总计)(?:至少)?(?:在|为|达到?|高达|约|超过?|近)*$", near)
            and has(
                r"融资|增资|注资|投资了|[A-H]\d?\+*\s?轮|轮[^。；;]{0,4}由|领投|投资[，,]|笔(?:新)?(?:资金|投资|钱)",
                figure.before,
            )
        )
        or (has(r"轮[^。；;]{0,4}融资[^。；;]{0,8}[，,]规模(?:达到?|为|约|近|超过?)*$", figure.before))
    )


def _is_put_in(figure: Figure, near: str) -> bool:
    """Tell whether somebody puts the amount into a firm: 拿1.41亿美金, 向甲追加1亿, 投资1亿 in a sentence on shares."""
    return (
        (figure.quantity.unit != "CNY" and has(r"(?:(?<![金通圆消交])融|拿|获)(?:约|近|超)?$", near))
        or _is_got_from(figure)
        or has(
            r"融资(?:金额|额|规模)[^，,。；;]{0,6}比[^，,。；;]{0,24}(?:传闻?|报道|预期|爆料)[^，,。；;]{0,4}的?$", figure.left
        )
        or bool(given_to_somebody(figure))
        or (
            has(r"(?:投资|入股|注资|投入|投)(?:了)?[^，,。；;]{0,10}$", near)
            and has(r"融资|股份|股权|初创|独角兽|轮|估值", figure.sentence)
        )
    )


def _is_got_from(figure: Figure) -> bool:
    """Tell whether the amount comes from investors listed before it: 同时拿下甲资本、乙以及丙等4000万美元."""
    got = re.search(r"(?:拿下|拿到|获得?|得到)了?[^，,。；;]{2,36}等(?:知名)?(?:机构|资本|基金|投资人)?的?$", figure.left)
    if not got:
        return False
    start = figure.clause.start + got.start()
    return any(name.kind in ("company", "source") for name in figure.passage.names_in(start, figure.quantity.start))


RULES: tuple[Rule, ...] = (raised_in_total, money_sought, raised_in_a_round)
