"""Rules for what things cost: shares, subscriptions, chips, one clip, one sale."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, PRODUCT, Reading, Rule, has, reads

_LISTED = cue("price_nouns")

# More than this is a bill, not what one thing costs.
_MOST_PRICE = 10_000_000

_MOST_ASKED = 100_000_000

# What it takes to make one thing once; more is the cost of a project.
_MOST_COST = 100_000

_MOST_SERVICE = 2_000

# What is traded by the piece or the measure, and where its price went.
_TRADED = r"[金油银铜]价|期[油金]|现货[金银]|比特币|以太[币坊]|原油"
_MOVED_TO = r"突破|[升涨跌]破|[升涨跌降]?至|报|站上|触及|高见|低见|收于"


@reads("money", "percent", "number", "count")
def costs_to_use(figure: Figure) -> Reading | None:
    """Read a price: 售价249美元, 每月10美元, 股价报120美元, 打5折."""
    priced = FIRM if has(r"股|收盘|报收|开盘", figure.left) else PRODUCT
    if figure.quantity.kind == "percent":
        reduced = has(r"折", figure.quantity.surface) and not has(r"我们|如果|假设|就算", figure.left)
        return Reading("price", subjects=priced) if reduced else None
    near = figure.near_left[-14:]
    if _is_bare_price(figure):
        return Reading("price", subjects=priced, kind_money=True)
    if figure.quantity.kind != "money" or _is_no_price(figure, near):
        return None
    if _is_quoted(figure, near):
        return Reading("price", subjects=FIRM)
    return Reading("price", subjects=priced) if _is_asked(figure, near) else None


def _is_bare_price(figure: Figure) -> bool:
    """Tell whether a number without a unit stands right behind the noun of a price: 月费66, 会员分别为66/266/666元."""
    bare = figure.quantity.kind in ("number", "count") and not figure.quantity.unit
    if bare and "." in figure.quantity.surface and _is_traded_at(figure):
        return True
    return bare and has(
        r"(?:[月年季]费|会员费|会员价|售价|定价|标价|起售价|票价|时薪|月租|原价|现价|会员(?:计价)?[^，,。；;]{0,8}分别)(?:只要|仅需|仅|为|是|约|才|低至|高达|也要)*$",
        figure.near_left,
    )


def _is_no_price(figure: Figure, near: str) -> bool:
    """Tell whether an amount is a bill, what something takes to be made, or what it brings in."""
    made = r"^的?(?:投入|成本|预算)|^[^，,。；;]{0,4}(?:就|便|即)(?:能|可)(?:以)?(?:制造|生产|训练|做|造|拍|完成)"
    return (
        ((figure.quantity.low or 0) > _MOST_PRICE and not has(r"售价|定价|单价|标价|股价(?:为|报)?$", near))
        or ((figure.quantity.low or 0) > _MOST_ASKED and not has(r"股价(?:为|报)?$", near))
        or has(made, figure.near_right[:14])
        or has(r"收益|[盈获]利|盈余|亏损|股息|派息|利润", near)
    )


def _is_traded_at(figure: Figure) -> bool:
    """Tell whether an amount is where gold, oil or a coin stands: 金价一度涨1.78%,至2911.44,收报2907.97."""
    moved = rf"(?:{_MOVED_TO}|收市报|收报)每?(?:股|桶|盎[司斯]|吨|枚|磅|克)?(?:约|近|超过?)*$"
    return has(_TRADED, figure.before) and has(rf"(?:{_TRADED}|^|[，,])[^，,。；;\d]{{0,10}}{moved}", _without_moves(figure))


def _without_moves(figure: Figure) -> str:
    """Give the words before a figure without the moves told among them: 金价一度涨1.78%，至."""
    return re.sub(
        r"[，,]?\s?(?:一度|盘中|最多|仍|再)?(?:抽高|上?涨|升|下?跌|挫|回落)(?:了|约|逾|近)?[\d.]+%[，,]?", "", figure.before
    )


def _is_quoted(figure: Figure, near: str) -> bool:
    """Tell whether an amount is where a share stands: 股价大涨, 收于120美元."""
    closes = r"(?:收于|报收于?|收报|现报|高见|低见|触及|[冲站]上)(?:每股)?(?:约|近)*$"
    if has(r"(?:收报|报收于?|收于|收市报|收盘报)每?(?:股|桶|盎[司斯]|吨|枚|磅|克)?(?:约|近)*$", near) and not has(
        r"汇率|指数|点$", figure.before
    ):
        return True
    if _is_traded_at(figure):
        return True
    return (has(closes, near) and has(r"股|市飙|飙|弹|[大急收][升涨跌挫]", figure.before)) or (
        has(r"(?:报(?:每股)?|(?<![营年月季创丰税回征])收)$", near)
        and has(r"[升涨跌挫弹扬]|收市|收盘", figure.before)
        and not has(r"[桶吨]|盎司", figure.left)
    )


def _is_asked(figure: Figure, near: str) -> bool:
    """Tell whether an amount is asked for a thing or for each of something: 售价249美元, 每月10美元, 10美元/月."""
    units = r"月|年|分钟|秒|小时|次|张|片|块|股|条|百万|千"
    asked = (
        rf"每(?:个)?(?:{units}|人|用户)(?:图片?|视频|对话|查询|请求)?(?:只|仅|需要?|约|最低|起|收取|支付|加收|另收|收费?|付费?|要|花费?)*$"
        r"|每(?:块|张|片|颗|枚|台|件|套)(?:芯片|GPU|显卡|服务器)?的?(?:成本|价格|售价|单价|卖价?|要价?|报价|需要?|花)(?:高达|约|为|达到?|在|近|超过?)*$"
    )
    return (
        _costs_once(figure)
        or has(r"(?:卖到|炒到|炒至|叫到|卖至)(?:了|约|近)*$", near)
        or (
            has(r"(?:首月|首年|次月|次年|包月|包季|包年|月卡|季卡|年卡|单月|续费)[^，,。；;]{0,4}$", near)
            and (figure.quantity.low or 0) < _MOST_SERVICE
        )
        or has(
            r"股价[^，,。；;]{0,40}(?:涨|跌|升|降|挫|冲|飙)[^，,。；;\d]{0,3}(?:到|至|上|破)了?(?:每股)?(?:约|近)*$",
            figure.left,
        )
        or (has(rf"(?:{_LISTED})[^，,。涨跌]{{0,8}}$", near) and not has(r"总费用|研发费用", near))
        or has(asked, near)
        or has(
            r"每(?:百万|千|1[MK])\s?(?:个)?(?:输入|输出)?\s?[Tt]okens?(?:的)?(?:输入|输出)?(?:价格|费用|收费|仅需|只需|仅|只要|为|约)*\s?$",
            figure.left[-26:],
        )
        or has(rf"^(?:起|左右)?(?:/|每|一)(?:个)?(?:{units}|颗)", figure.near_right[:8])
        or has(
            r"^(?:起售|的(?:价格|售价|定价|月费|年费|预估价|估价|起拍价|底价|成交价|看涨期权|看跌期权|期权))",
            figure.near_right[:8],
        )
        or has(r"该股[^，,。；;]{0,16}(?:涨|跌|升|降)[到至破]了?(?:约|近)?$", figure.left)
        or has(r"(?:报价|价格|售价|单价|定价|租金)[^，,。；;]{0,8}(?:涨|跌|升|降|炒|调)(?:到|至)了?(?:约|近)*$", near)
        or has(
            r"(?:首发|起步|优惠|促销|团购|预售|限时|券后|到手|入门|学生|早鸟|首发到手)价(?:格)?(?:仅|只要|只需|为|是|低至|约)*$",
            near,
        )
        or _is_charged(figure)
    )


def _is_charged(figure: Figure) -> bool:
    """Tell whether a small amount is a fee or quoted for a short job: 需向其交980元, 30秒内89元."""
    if (figure.quantity.low or 0) >= _MOST_SERVICE:
        return False
    fee = has(r"[向给][^，,。；;]{1,8}(?:交|缴)(?:纳|付)?了?(?:约)?$", figure.near_left)
    job = [f for f in figure.passage.figures if f.kind == "duration" and f.end <= figure.quantity.start]
    quoted = bool(job) and has(r"^(?:以|之)?内\s?$", figure.passage.between(job[-1].end, figure.quantity.start))
    return fee or (quoted and has(r"^[”」\"]?(?:[，,。；;！!]|$)", figure.right))


def _costs_once(figure: Figure) -> bool:
    """Tell whether an amount is what one thing costs or fetched: 单卡成本约1.2万美元, 生成一段视频约花0.5元, 以43万美元成交."""
    near, low = figure.left[-24:], figure.quantity.low or 0
    sold = has(r"以(?:约|近|超过?|高达)*$", figure.near_left) and has(
        r"^的?(?:高价|天价|价格|总价)?(?:成交|落槌|拍出|被?拍走|拍卖成交)", figure.near_right
    )
    sold = sold or has(r"^的?(?:高价|天价|价格|总价)(?:成交|落槌|拍出)", figure.near_right)
    if sold and not has(r"股份|股权|收购|并购|股票", figure.sentence):
        return True
    if low > _MOST_COST:
        return False
    one = (
        r"(?:单[卡颗片台块张]|每[颗块张片台枚]|[Aa]?I?芯片|GPU|显卡|[ABH]\d{2,3})(?:芯片|GPU|显卡)?的?(?:生产|"
        r"制造|采购|硬件|物料)?成本(?:高达|约|为|达到?|在|近|超过?|仅|只有|大约|大概)*$"
    )
    made = (
        r"(?:生成|制作|合成|拍|做|渲染)(?:出)?(?:了)?一?(?:段|条|个|张|部|支|分钟|秒|集|次|幅|首)[^，,。；;]{0,12}(?:花|"
        r"花费|消耗|耗费|需要?|要|只要|只需|仅需|成本)(?:为|是|了|约|不到|大约|只|仅)*$"
    )
    behind = r"^(?:就|即|便)?(?:可|能|可以|能够)?[“\"]?(?:生成|合成|定制|复活|解锁|开通|买断|包月|搞定)"
    return has(one, near) or has(made, near) or (has(behind, figure.near_right) and low < _MOST_SERVICE)


@reads("money")
def price_it_started_from(figure: Figure) -> Reading | None:
    """Read a price whose day is not told: 股价从每股40美元涨到每股65美元, 比每股90美元的高点低了不少."""
    started = has(r"股价[^，,。；;]{0,10}[从由](?:每股)?(?:约|近)?$", figure.left)
    started = started and has(r"^[^，,。；;]{0,8}(?:到|至)", figure.right)
    started = started or (has(r"[较比距]每股$", figure.left) and has(r"^的?(?:历史|前期)?(?:最?高|最?低)", figure.right))
    return Reading("price", subjects=FIRM, undated=True) if started else None


RULES: tuple[Rule, ...] = (price_it_started_from, costs_to_use)
