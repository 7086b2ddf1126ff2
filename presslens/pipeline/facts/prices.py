"""Rules for what things cost: shares, subscriptions, chips, one clip, one sale."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.plans import A_PLAN, PLAN
from presslens.pipeline.facts.rule import FIRM, PRODUCT, Reading, Rule, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR

_LISTED = cue("price_nouns")

# More than this is a bill, not what one thing costs.
_MOST_PRICE = 10_000_000

_MOST_ASKED = 100_000_000

# What it takes to make one thing once; more is the cost of a project.
_MOST_COST = 100_000

_MOST_SERVICE = 2_000

# A share costs less than this, and so does one piece of what is sold.
_MOST_SHARE, _MOST_PIECE = 100_000, 1_000_000

_HOW = rf"{HOW_FAR}|{cue('asking')}|\s"

# A compound that ends in 价 is a price, but for these.
_ANY_PRICE = r"[一-鿿](?<![评代溢降涨提特竞议半廉身作造物房总差])价(?![值位])"

_PIECES, _SPANS = cue("pieces_sold"), cue("spans_charged")

_NO_PRICE = cue("no_price")

_SHARES = r"股|收市|收盘|开市|开盘|闭市|盘[中前后]|[早午尾夜暗]盘|挂牌|[涨跌]停|招股|[高低]开|目标价|[沽抛]|止[蚀损]"
_STANDS = r"(?:(?<![营年月季创丰税回征吸接招验签没])收|作收|收在|报(?!告|道)|[高低]见|[见守]|触及|站上|开出?)"
_NO_SHARE_PRICE = r"营收|收入|营业额|利润|净利|纯利|盈|亏|市值|成交|估值|融资|集资|募|股息|派|订单|销售|赚|工资|薪|预算|奖金"

# Patterns put together once: each is asked for at every amount.
_NOUN_BEFORE = rf"(?:{_LISTED}|{_ANY_PRICE})[^，,。涨跌]{{0,8}}$"
_FOR_EACH = rf"^(?:起|左右|上下)?(?:/|每|一)(?:个)?(?:{_PIECES}|{_SPANS})"
_NOUN_TOLD = rf"(?:{_LISTED}|{_ANY_PRICE})(?:{_HOW}|[，,])*$"
_FOR_A_SPAN = rf"(?:每|一|单|整)个?(?:{_SPANS})(?:的?[^，,。；;\d]{{0,6}}?)(?:{_HOW})*$"
_FOR_A_PIECE = rf"(?:每|一|单)(?:生成)?(?:{_PIECES})(?:的?(?:[^，,。；;\d]|(?<=[A-Za-z])\d{{1,4}}){{0,12}}?)(?:{_HOW})*$"
_ONE_SPAN = rf"^(?:一|1|单)\s?个?(?:{_SPANS})$"
_ONLY_HOW = rf"^(?:{_HOW})*$"
_PLAN_BEFORE = rf"(?:{A_PLAN})(?:{_HOW})*$"
_STOOD_AT = rf"{_STANDS}(?:每股)?(?:约|近|逾|超)*$"

_BUYS = rf"^(?:就|即|便)?(?:可以?|能够?)[“\"]?(?:{cue('bought_for_little')})|^(?:生成|合成|定制|复活|解锁|开通|买断|包月|搞定)"
_SET = rf"(?:{cue('setting_a_price')})(?:{HOW_FAR}|\s)*$"
_PAID = rf"(?:{cue('paying_once')})(?:{HOW_FAR}|\s)*$"

_MADE_ONE = (
    rf"(?:生成|制作|合成|拍|做|渲染|出)(?:出)?(?:了)?(?:一|每|\d+)?(?:段|条|个|张|部|支|分钟|秒|集|次|幅|首)(?:[^。；;\d]|\d+(?=\s?(?:秒|分钟|[PpKk]|张))){{0,16}}?"
    rf"(?:{_HOW}|消耗|耗费|[，,])+$"
)

# A won or a yen buys a hundredth of what a dollar does.
_SMALL_UNITS = {"KRW": 100, "JPY": 10}

# What is traded by the piece or the measure, and where its price went.
_TRADED = r"[金油银铜]价|期[油金]|现货[金银]|比特币|以太[币坊]|原油"
_MOVED_TO = r"突破|[升涨跌]破|[升涨跌降]?至|报|站上|触及|高见|低见|收于"


@reads("money", "percent", "number", "count")
def costs_to_use(figure: Figure) -> Reading | None:
    """Read a price: 售价249美元, 每月10美元, 股价报120美元, 打5折."""
    priced = FIRM if has(r"股|收盘|报收|开盘|目标价", figure.left) else PRODUCT
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
        or has(r"工资|[月年底]薪|薪[水资酬]", figure.left)
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
    """Tell whether an amount is where a share stands: 股价大涨, 收于120美元; 全日收88.6元; 开市报91元; 站上千元大关."""
    if (figure.quantity.low or 0) > _MOST_SHARE * _SMALL_UNITS.get(figure.quantity.unit, 1) or has(
        r"汇率|指数|点$", figure.before
    ):
        return _is_traded_at(figure)
    if has(r"(?:收报|报收于?|收于|收市报|收盘报)每?(?:股|桶|盎[司斯]|吨|枚|磅|克)?(?:约|近)*$", near) or _is_traded_at(figure):
        return True
    if not (
        has(_SHARES, figure.sentence) or has(r"[升涨跌挫弹扬飙泻]|炒[高上起]|[高低]见", figure.before + figure.right)
    ) or has(r"[桶吨]|盎司", figure.left):
        return False
    reached = figure.stretch
    if has(_NO_SHARE_PRICE, reached):
        return False
    traded = has(r"以(?:每股)?(?:约|近)?$", near) and has(
        r"^(?:买入|沽出|卖出|买进|作收|收市|收盘|开出|挂牌)", figure.near_right
    )
    return (
        traded
        or has(_STOOD_AT, near)
        or (has(r"[涨跌升挫弹扬飙]", reached) and has(r"(?:[至到]|[升涨跌]破|突破|收|报)(?:了|每股|约|近|逾)*$", near))
        or has(r"^(?:止[蚀损]|价?[大整]关|关口)", figure.near_right)
    )


def _is_asked(figure: Figure, near: str) -> bool:
    """Tell whether an amount is asked for a thing or for each of something: 售价249美元, 10美元/月, 标准版15美元."""
    if has(_NOUN_BEFORE, near) and not has(r"总费用|研发费用|纯益|净值", near):
        return True
    behind = figure.near_right[:8]
    if has(_FOR_EACH, figure.right[:8]) or has(
        r"^(?:起售|的(?:价格|售价|定价|月费|年费|预估价|估价|起拍价|底价|目标价|成交价|看涨期权|看跌期权|期权))", behind
    ):
        return True
    return (
        _costs_once(figure)
        or _is_per_piece(figure)
        or _is_of_an_offer(figure, near)
        or _is_set(figure)
        or has(r"(?:卖到|炒到|炒至|叫到|卖至)(?:了|约|近)*$", near)
        or has(
            r"股价[^，,。；;]{0,40}(?:涨|跌|升|降|挫|冲|飙)[^，,。；;\d]{0,3}(?:到|至|上|破)了?(?:每股)?(?:约|近)*$",
            figure.left,
        )
        or has(
            r"每(?:百万|千|1[MK])\s?(?:个)?(?:输入|输出)?\s?[Tt]okens?(?:的)?(?:输入|输出)?(?:价格|费用|收费|仅需|只需|仅|只要|为|约)*\s?$",
            figure.left[-26:],
        )
        or has(r"该股[^，,。；;]{0,16}(?:涨|跌|升|降)[到至破]了?(?:约|近)?$", figure.left)
        or has(_NOUN_TOLD, figure.stretch)
        or _is_charged(figure)
    )


def _is_per_piece(figure: Figure) -> bool:
    """Tell whether an amount is said of each piece or each span: 一片699美元, 一个月8150元, 每分钟收费6元."""
    low, told = figure.quantity.low or 0, figure.stretch
    if has(_NO_PRICE, told[-24:] + figure.near_right[:8]):
        return False
    if low < _MOST_SERVICE * 50 and has(_FOR_A_SPAN, told):
        return True
    most = _MOST_PIECE if has(r"[每一单][片张颗块枚台卡套]|芯片|显卡|GPU|服务器", told) else _MOST_COST
    return has(_FOR_A_PIECE, told) and low < most


def _is_set(figure: Figure) -> bool:
    """Tell whether an amount is what something is sold for or is to be paid: 零售定在3500元, 去年还卖9000元, 要多付5美元."""
    low, told = figure.quantity.low or 0, figure.stretch[-16:]
    if low >= _MOST_PIECE or has(_NO_PRICE, figure.left[-24:] + figure.near_right[:8]):
        return False
    set_or_paid = has(_SET, told) or (low < _MOST_COST and has(_PAID, told))
    # 仅花了20美元便训练出来 tells what somebody has spent.
    set_or_paid = set_or_paid and not has(r"[花付掏]了", told)
    return (
        set_or_paid
        and not has(r"拍|摄|工资|往届|员工", figure.before[-24:])
        and not has(r"^\s?(?:的|来|去|用于|购|买|建|支)", figure.near_right)
    )


def _follows_span(figure: Figure) -> bool:
    """Tell whether one span of time stands right before an amount: 一个月8150元."""
    spans = [
        f for f in figure.passage.figures if f.kind == "duration" and figure.clause.start <= f.start < figure.quantity.start
    ]
    one = spans and has(_ONE_SPAN, spans[-1].surface.replace("個", "个").replace("鐘頭", "钟头"))
    if not one or has(_NO_PRICE, figure.left[-24:]):
        return False
    return has(_ONLY_HOW, figure.passage.between(spans[-1].end, figure.quantity.start))


def _is_of_an_offer(figure: Figure, near: str) -> bool:
    """Tell whether an amount is what a plan, a first month or a subscription costs: 无限方案95美元, 首月19元, 20美元订阅."""
    low = figure.quantity.low or 0
    if low >= _MOST_PIECE or has(_NO_PRICE, near + figure.near_right[:6]):
        return False
    plan = figure.passage.may(PLAN) and has(_PLAN_BEFORE, near)
    first = r"(?:首月|首年|次月|次年|包月|包季|包年|月卡|季卡|年卡|单月|续费)[^，,。；;]{0,4}$"
    signed = has(r"得|需|须|要|每月", near) and has(r"^[^，,。；;\d]{0,3}(?:订阅|开通|解锁|购买会员|升级)", figure.near_right)
    starts = has(r"^起(?:跳|步|[，,。；;]|$)", figure.near_right)
    pays = r"(?:[月年][付缴]|付费?|支付|掏出?|缴)(?:约|近|超过?|逾|仅|只)*$"
    return bool(plan) or (
        low < _MOST_SERVICE * 5
        and (signed or starts or _follows_span(figure) or has(first, near) or has(rf"(?:每月|每年|月|年){pays}", near))
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
    return (
        has(one, near)
        or (has(_MADE_ONE, figure.before[-36:]) and not has(_NO_PRICE, near))
        or (has(_BUYS, figure.near_right) and low < _MOST_SERVICE * 5)
    )


@reads("money")
def price_it_started_from(figure: Figure) -> Reading | None:
    """Read a price whose day is not told: 股价从每股40美元涨到每股65美元, 比每股90美元的高点低了不少."""
    started = has(r"股价[^，,。；;]{0,10}[从由](?:每股)?(?:约|近)?$", figure.left)
    started = started and has(r"^[^，,。；;]{0,8}(?:到|至)", figure.right)
    started = started or (has(r"[较比距]每股$", figure.left) and has(r"^的?(?:历史|前期)?(?:最?高|最?低)", figure.right))
    return Reading("price", subjects=FIRM, undated=True) if started else None


RULES: tuple[Rule, ...] = (price_it_started_from, costs_to_use)
