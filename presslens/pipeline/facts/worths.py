"""Rules for what companies are worth: market capitalisation and valuation, and where a change left them."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.model import Metric
from presslens.pipeline.facts.funding import ROUND
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, Rule, has, reads
from presslens.pipeline.facts.sought import RAISE
from presslens.pipeline.gates import Gated

_CHANGE = cue("value_changes")

_WORTHS: dict[str, Metric] = {"市值": "market_cap", "估值": "valuation", "价值": "valuation"}

_FROM, _WORTH, _CAPITALISED = Gated("从|由"), Gated("市值|估值"), Gated("市值|俱乐部|总价值")

_PRICED_BY = (
    r"(?:资本市场|[一二]级市场|投资[人者方]|资方|创投圈)[^，,。；;]{0,4}[给对为][^，,。；;]{1,16}"
    r"(?:价码|定价|出价|身价|价钱|标价)(?:已经?|高达|约|达到?|超过?|是|近|为|逾|在)*$"
)

_RISES = r"(?:[^，,。；;\d]{0,8}?)(?:做|变成|冲|干|飙升|暴涨|上涨|增长|攀升|涨|增加|升|跃升|下降|跌|缩水|回落|增|缩|降)"


@reads("money", where=_FROM)
def rises_from(figure: Figure) -> Reading | None:
    """Read where a worth starts or ends: 市值一路走高,从4000亿美元升至3万亿美元, 估值从10亿美元涨到40亿美元."""
    rest = figure.passage.between(figure.quantity.end, figure.passage.end)
    starts = has(r"(?:从|由)[^，,。；;]{0,14}$", figure.left) and has(rf"^{_RISES}(?:到|至)", rest)
    ends = has(
        r"(?:从|由)[^，,。；;]{0,30}(?:[，,][^，,。；;从]{0,8})?(?:到|至)了?(?:约|近|超过?)?[^，,。；;]{0,14}$",
        figure.before[-70:],
    )
    opens = has(r"^[从由]", figure.before)
    told = figure.passage.article.match[max(0, figure.passage.start - 24) : figure.passage.start] if opens else ""
    straight = has(r"(?:市值|估值|营收|收入|销售额|ARR|MRR|流水|GMV)也?\s?[从由](?:约|近)?$", figure.left)
    starts = starts or (straight and has(r"^\s?(?:到|至)", rest))
    worth = re.findall(r"市值|估值|(?<!市场)价值|营收|收入|销售额|ARR|MRR|流水|GMV", told + figure.before[-56:])
    if (
        not worth
        or not (starts or ends)
        or has(r"股价|目标价|[均单租定标报]价|租金|每股|利润|亏|净利|开支|融资|成本|市场", figure.left)
    ):
        return None
    start = max((f.end for f in figure.passage.figures if f.kind == "money" and f.end <= figure.quantity.start), default=0)
    own_time = any(f.kind == "date" and f.start >= start and f.end <= figure.quantity.start for f in figure.passage.figures)
    return Reading(_WORTHS.get(worth[-1], "revenue"), subjects=FIRM, undated=bool(ends and not starts and not own_time))


@reads("money", where=_WORTH)
def worth_it_reached(figure: Figure) -> Reading | None:
    """Read where a change left a worth: 甲市值缩水760亿美元至4680亿美元, 估值暴涨3倍到15亿美元, 将甲市值推向2万亿美元."""
    if has(r"(?:蒸发|缩水|损失|跌去)[^，,。；;]{0,4}(?:规模|金额|数额|总额|幅度)", figure.left):
        return None
    found = re.search(
        r"总?(?P<worth>市值|估值)[^，,。；;从由]{0,14}?(?:缩水|蒸发|[涨跌升降增减推])[^，,。；;从由]{0,16}?(?:[至到向])了?(?:约|近|超过?)?$",
        figure.left,
    )
    if not found:
        return None
    start = figure.clause.start
    place = start + found.start()
    owners = [name for name in figure.passage.names_in(start, place) if name.kind in FIRM]
    owner = owners[-1] if owners else None
    own = owner and figure.passage.between(owner.end, place).strip() in ("", "的")
    return Reading(_WORTHS[found.group("worth")], owner.name if owner and own else "", subjects=FIRM)


@reads("money", "count", "number", where=_CAPITALISED)
def market_capitalisation(figure: Figure) -> Reading | None:
    """Read what a listed company is worth: 市值达到9000亿美元, 赶上市值2.1万亿的亚马逊."""
    if not _is_large(figure):
        return None
    near = figure.stretch
    alike = re.search(r"市值[^，,。；;]{0,30}(?:相当|倍)[，,]\s?(?:约?为|达到?)?(?:约|近)?$", figure.before)
    if alike:
        start = figure.passage.start
        owners = figure.passage.names_in(start, start + alike.start())
        then = has(r"[出布世生线](?:之|以)?前[，,]", figure.before)
        return Reading("market_cap", owners[-1].name, kind_money=True, undated=then) if owners else None
    if has(r"(?:从|由)[^，,。；;]{0,4}市值[^，,。；;]{0,6}$", near):
        grown = has(r"^[^，,。；;]{0,4}(?:成长|发展|壮大|变|做)(?:成|为|到)", figure.near_right)
        return Reading("market_cap", subjects=FIRM, undated=True) if grown else None
    if has(r"(?:公司|企业|厂商|巨头)[^，,。；;]{0,6}的?总价值(?:大约|已经?|也)*(?:约|为|达到?|在|近|超过?|高达)*$", near):
        return Reading("market_cap", subjects=FIRM)
    if has(
        r"市值[^。；;]{0,16}[，,](?:只剩下?|仅剩下?|剩下|跌[至到]|降[至到]|仅为|目前为|现为|来到|跌破)(?:约|不到|了)*$",
        figure.before[-30:],
    ):
        return Reading("market_cap", subjects=FIRM, kind_money=True)
    if has(r"市值", near[-22:]) and not has(rf"(?:{_CHANGE})[^，,。；;]{{0,6}}$", near):
        if has(r"融资[^，,。；;]{0,12}市值", figure.left):
            return Reading(
                "valuation", subjects=FIRM, kind_money=True, note="市值 of a firm after a round is what it is valued at"
            )
        return Reading("market_cap", subjects=FIRM, kind_money=True)
    if has(r"^(?:左右|以上|多)?的?(?:总)?(?:市值|(?:市值)?俱乐部)", figure.near_right) and not has(rf"{_CHANGE}", near[-4:]):
        return Reading("market_cap", subjects=FIRM, kind_money=True)
    return None


@reads("money", "count", "number")
def held_to_be_worth(figure: Figure) -> Reading | None:
    """Read a valuation: 估值达到40亿美元, 以5亿美元的估值, 250亿美元估值."""
    if not _is_large(figure):
        return None
    near = figure.near_left
    worth = re.search(r"(?:估值|(?<!以)作价)(?P<rest>[^，,。；;]*)$", near[-20:])
    if worth and worth.group().startswith("作价") and has(r"收购|购入|出售|转让|交易|入股", figure.sentence):
        return None
    # 4亿美元估值的5000万美元融资: the second amount is the round, not the value.
    raises = (
        worth
        and (worth.group("rest").strip() == "的" or has(r"洽谈|商谈|寻求|进行|开展|启动|轮", worth.group("rest")))
        and has(rf"^\s?的?(?:{ROUND})?(?:融资|投资)", figure.near_right)
    )
    if (
        worth
        and not raises
        and not has(rf"{RAISE}|完成|拿了|拿到|获|投了|(?:{_CHANGE})(?:了|约|近|超过?)*$", worth.group("rest"))
    ):
        target = has(r"(?:寻求|计划|拟|正在|洽谈|谈判|商谈|将|有望|或)", figure.left[-30:])
        return Reading("valuation", subjects=FIRM, kind_money=True, status="target" if target else None)
    if has(
        r"估值[^。；;\d]{0,10}[，,](?:一举|直接|已经?)?(?:来到|达到?|升[至到]|涨[至到]|冲[上到])了?(?:约|近)*$",
        figure.before[-30:],
    ):
        return Reading("valuation", subjects=FIRM)
    if has(_PRICED_BY, figure.left):
        return Reading("valuation", subjects=FIRM)
    if _is_worth_so_much(figure) or has(r"投[后前](?:约|达到?|为|近|超过?)*$", near):
        return Reading("valuation", subjects=FIRM)
    several = _several_worth(figure)
    if several:
        return Reading("valuation", several, subjects=FIRM)
    if has(r"作为一家[^，,。；;]{0,4}价值(?:约|近|超过?)*\s?$", figure.left) and has(
        r"^的[^，,。；;]{0,6}(?:公司|企业)", figure.near_right
    ):
        return Reading("valuation", subjects=FIRM)
    behind = re.match(r"^(?:左右|以上|多|级)?(?:美元|美金)?的?(?:投前|投后|最新|整体|公司)?(?:的)?估值", figure.near_right)
    if behind and not figure.leads_to_next(behind.end()):
        return Reading("valuation", subjects=FIRM, kind_money=True)
    return None


def _several_worth(figure: Figure) -> str:
    """Give firms told by their number alone: 他创办过多家价值数十亿美元的企业."""
    several = re.search(r"(?P<many>[两几三四五六七八九十数多]家)(?:总)?价值(?:约|近|超过?)*\s?$", figure.left)
    kind = re.match(r"的[^，,。；;的]{0,6}?(?P<kind>公司|企业|独角兽|创企)", figure.near_right) if several else None
    return several["many"] + kind["kind"] if several and kind else ""


def _is_worth_so_much(figure: Figure) -> bool:
    """Tell whether a firm's name stands right before 价值, or right after the amount: 价值1570亿美元的甲."""
    quantity, passage = figure.quantity, figure.passage
    if quantity.kind != "money":
        return False
    worth = re.search(
        r"(?:身价|价值|(?:已|将|就|至少|可能|也|仍|便)?(?<![价市估产总净面数币贬升增保比])值)(?:已经?|也|高达|约|达到?|超过?|近|为|逾|(?:飙升|暴涨|上涨|攀升|升|涨)[至到]了?)*$",
        figure.near_left,
    )
    place = quantity.start - len(figure.near_left) + worth.start() if worth else quantity.start
    owners = [name for name in passage.names_in(figure.clause.start, place) if name.kind in ("company", "model")]
    nobody = not any(name.kind == "person" for name in passage.names_in(figure.clause.start, place))
    if (
        worth
        and nobody
        and has(r"(?:^|[，,])(?:该|这家)?公司\s?$", figure.before[: len(figure.before) - len(figure.near_left) + worth.start()])
    ):
        return not has(r"^的", figure.near_right)
    if worth and owners and nobody and passage.between(owners[-1].end, place).strip() in ("", "的", "公司"):
        return not has(r"^的", figure.near_right)
    follows = re.match(r"\s?的\s?", figure.after)
    if not follows or (figure.left and not worth):
        return False
    start = quantity.end + follows.end()
    named = [name for name in passage.names_in(start, passage.end) if name.start == start and name.kind == "company"]
    return bool(named) and not has(
        r"^\s?(?:的|股|芯片|GPU|显卡|合同|订单|服务器|项目|计划|交易)", passage.between(named[0].end, named[0].end + 6)
    )


def _is_large(figure: Figure) -> bool:
    """Tell whether a bare number is big enough to be an amount: 市值第4 is a rank, 市值2万亿 is money."""
    return figure.quantity.kind == "money" or (figure.quantity.low or 0) >= 1_000_000


RULES: tuple[Rule, ...] = (rises_from, worth_it_reached, market_capitalisation, held_to_be_worth)
