"""Rules for what is sold piece by piece: what one costs, how many buy it, and what all of them bring in."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, PRODUCT, Reading, Rule, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR
from presslens.pipeline.gates import Gated

_GOODS = cue("goods_sold")
# Money that is given, owed or raised buys no goods: 补贴500元的手机 tells of the subsidy.
_GIVEN = (
    rf"{cue('no_price')}|价值|采购|订单|收购|合同|市场|进口|出口|斥|砸|募|估值|市值|成本|造|拍摄|卖出|卖掉|售出|销售"
    "|优惠|红包|券|减免?|返|押金|退|中标"
)
_MOST_GOODS, _MOST_PAID, _LEAST_EARNED = 1_000_000, 10_000, 10_000
_WORTH_OF_ONE = re.compile(
    rf"(?:起|左右|上下|以上|以下|以内|出头|不到)?(?:价位|档位?|级别?|一[个份台张本套节门款部])?(?:的\s?(?:[^，,。；;、的\d“”「」]{{0,14}}?|[^，,。；;、的\d]{{0,4}}[“「\"][^，,。；;”」\"]{{0,12}}?)"
    rf"|[^，,。；;、的\d]{{0,4}}?)(?:{_GOODS})(?=[”」\"\s，,。；;、！!？?：:）)]|$|[^一-鿿]|[与和及卖售销的里中在被就也还已均都则成火等只出“「]|为|是)"
)
_LEADS_TO_THING = re.compile(
    r"^(?:起|左右|上下|以上|以下|以内|出头|不到)?(?:价位|档位?|级别?|一[个份台张本套节门款部])?的?\s?[“「\"]?"
)
# 2000元以下、2000至4000元价位手机: all of a row of brackets are of the goods at its end.
_IN_ROW = re.compile(
    rf"(?:以[下上内]|至|到|元|[、,，及和与或~～\-—\d.万千百\s])*(?:价位段?|价格[段带区]|档位?)?的?[^，,。；;、的\d]{{0,4}}?(?P<thing>(?:{_GOODS}))"
)
_BRACKET = re.compile(r"(?:以[下上内]|价位|价格[段带区])")
_PRICE = r"价格|售价|定价|标价|收费|价位|单价|报价|票价"
_BOUGHT = re.compile(
    r"(?:左右)?(?:的(?:价格|价钱))?(?:购买|购入|买[下到]?|报名|入手|订购|下单)了?(?:一[个份台张本套节门款部])?(?P<thing>[^，,。；;]{2,24})"
)
# What the sentence told last that is sold: in quotation marks beside what kind of thing it is, or by its kind alone.
_TOLD_LAST = re.compile(
    rf"(?:{_GOODS}|标题[为是]|名为|名叫|题为)\s?[“「\"《](?P<behind>[^”」\"》]{{2,30}})[”」\"》]|[“「\"《](?P<before>[^”」\"》]{{2,30}})[”」\"》]的?(?:{_GOODS}|星球|专栏|社群)"
    rf"|(?:^|[，,。：:、的上有了款种个门])(?P<kind>(?!其|该|本|我们|公司)[A-Za-z一-鿿]{{1,14}}?(?:{_GOODS})+)"
    r"(?=[”」\s，,。、：:（(]|$|的|[卖售已为目在后销共购成累每就才便正]|报名|付款|[A-Za-z0-9])(?![一-鿿]{0,2}[“「\"])"
)
_QUOTED = re.compile(r"[“「\"《](?P<name>[^”」\"》]{2,30})[”」\"》]")
_EARNS = (
    rf"(?<![净倒稳想要能会可少多])(?:狂|大|豪|怒|轻松|共|已)?(?:赚|挣|创收|吸金|入账|进账)(?:[了到得取走足]|{HOW_FAR}|\s)*$"
)
_NOT_EARNED = (
    r"想|如何|怎[么样]|教你|教人|号称|宣称|如果|假如|工资|薪|[股票币]|利润|亏|[A-Z一二三]\+?轮|融资|投资|教程|[“「\"][^”」\"]*$"
)
_SALES = rf"(?:收益(?:合集|合计|总计|总额|累计|共计)|销售(?:金额|总额|总值|总金额)|卖课收入)(?:分别|{HOW_FAR}|\s)*$"
_SOLD_FOR = rf"(?:卖出|卖了|卖掉|售出)(?:[了过总共]|{HOW_FAR}|\s)*$"
_NO_SALE = r"以[^，,。；;]{0,10}(?:卖出|卖了|卖掉|售出)|股|减持|抛售|拍卖|收购|公司|业务|专利|版权|豪宅|房"
_BUYERS = rf"(?:购买|付款|付费|下单|拼团|订购|认购|入群|入会)的?人(?:数|次)(?:{HOW_FAR}|\s)*$"
_SOLD_TO = rf"(?:已售|已购|销量(?:为|是)?)(?:出|{HOW_FAR}|\s)*$"
_BUYS = r"^(?:左右|以上|多)?(?:已经?|都|曾)?(?:购买|下单|付款|付费(?!用户|会员)|拼团|订购)"
_PEOPLE = frozenset({"person", "人", "user", "名", "位"})
_PIECES = _PEOPLE | {"份", "单", "套", "件", "个", "张", "本", ""}
_NOT_SOLD = r"补[贴助]|奖|罚|薪|工资|捐|税|投资|融资|采购|成本|预算|发放|省|赔"
_SOLD_WORDS = r"[售卖购买]|付费|成员|会员|用户|报名|入群|课"
# The total that the press tells is rounded, and so is the number of those who bought.
_ROUNDED = 0.12
_MAY_BE_SOLD = Gated(rf"{_GOODS}|{_PRICE}|购|买|报名|入手|订|下单|最[高低]|不等|之间")
_MAY_BRING_IN = Gated("赚|挣|创收|吸金|入账|进账|收益|销售|卖|售|购|买|用户|会员|成员|付|课")
_MAY_BUY = Gated("购|付款|付费|下单|拼团|入群|入会|已售|销量|成员")


@reads("money", "number", "count", where=_MAY_BE_SOLD)
def price_of_goods(figure: Figure) -> Reading | None:
    """Read what one thing costs that the amount only describes: 99元的课程, 3000元以下价位手机, 花199元买了一门课."""
    quantity = figure.quantity
    low = quantity.low if quantity.low is not None else quantity.high or 0
    if quantity.kind != "money" or low > _MOST_GOODS or has(_GIVEN, figure.near_left[-16:]):
        return None
    thing = _in_row(figure) or _worth_so_much(figure)
    if thing:
        return Reading("price", thing, subjects=PRODUCT)
    if low < _MOST_PAID and has(rf"(?:花|付|掏)(?:了|费|{HOW_FAR}|\s)*$|以(?:约|近)?$", figure.near_left):
        bought = _BOUGHT.match(figure.right)
        if bought and not has(r"股|币|债", bought["thing"]):
            named = _QUOTED.search(bought["thing"])
            return Reading("price", named["name"] if named else "", subjects=PRODUCT)
    return Reading("price", _thing_told(figure), subjects=PRODUCT) if _is_end_of_range(figure) else None


def _worth_so_much(figure: Figure) -> str:
    """Give the goods that an amount stands right before."""
    found = _WORTH_OF_ONE.match(figure.near_right)
    thing = _LEADS_TO_THING.sub("", found.group()).strip('“”「」" ') if found else ""
    return "" if has(r"[费钱]|总额|[奖助]|补贴", thing) else thing


def _thing_told(figure: Figure) -> str:
    """Give what the sentence tells last to be sold, before a figure; nothing where it names none."""
    told = re.split(r"[；;！!？?]", figure.before)[-1]
    found = list(_TOLD_LAST.finditer(told))
    return next((part for part in found[-1].groupdict().values() if part), "") if found else ""


def _in_row(figure: Figure) -> str:
    """Give the goods at the end of a row of price brackets."""
    found = _IN_ROW.match(figure.after)
    return found["thing"] if found and _BRACKET.search(found.group()) else ""


def _is_end_of_range(figure: Figure) -> bool:
    """Tell whether an amount is where prices begin or end: 价格在1元至360元不等, 价格最低1分最高上千元, 发布…,最低6万元."""
    near = figure.near_left
    second = has(r"^(?:到|至|[~～-])$", near)
    if not second and has(r"^(?:不等|之间)", figure.right) and has(rf"(?:{_PRICE})[^。；;\d]{{0,16}}$", figure.before):
        return True
    if has(r"最[高低贵](?:达|至|到|仅|只要|为|上)*$", near) and has(rf"(?:{_PRICE})[^，,。；;]{{0,20}}$", figure.left):
        return True
    brought_out = has(
        r"(?:发布|推出|上市|上架|开售|亮相)[^。；;]{2,24}[，,]\s?(?:最低|起步|低至)(?:仅|只需|只要|为|约)*\s?$", figure.before
    )
    return brought_out and has(r"^\s?起?(?:[^一-鿿]|$)", figure.after)


@reads("money", "number", "count", where=_MAY_BRING_IN)
def brought_in_by_sales(figure: Figure) -> Reading | None:
    """Read what was taken in by selling: 卖课赚了21万元, 三小时卖出5万元, 售价98元,已售2095人,合计约21万元."""
    quantity = figure.quantity
    bare = quantity.kind in ("number", "count") and not quantity.unit and "万" in quantity.surface
    if not (bare or quantity.kind == "money") or (quantity.low or 0) < _LEAST_EARNED:
        return None
    near = figure.near_left[-16:]
    earned = has(_EARNS, near) and not has(_NOT_EARNED, figure.left[-20:])
    sold = has(_SOLD_FOR, near) and has(r"^(?:元|块)?(?:[，,。；;！!]|$)", figure.right) and not has(_NO_SALE, figure.left)
    if earned or (quantity.kind == "money" and (sold or has(_SALES, near) or _is_price_times_sold(figure))):
        return Reading("revenue", _thing_told(figure), subjects=FIRM, kind_money=True)
    return None


def _is_price_times_sold(figure: Figure) -> bool:
    """Tell whether an amount is the price of one thing times those sold, both told before it."""
    total = figure.quantity.low or 0
    before = [one for one in figure.passage.figures if one.end <= figure.quantity.start][-4:]
    prices = [one.low for one in before if one.kind == "money" and one.low and 1 < one.low < total]
    sold = [one.low for one in before if _counts_pieces(one) and one.low and one.low > 1]
    told = figure.before[-48:]
    alike = any(abs(price * pieces / total - 1) < _ROUNDED for price in prices for pieces in sold)
    return alike and not has(_NOT_SOLD, told) and has(_SOLD_WORDS, told)


def _counts_pieces(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "number") and quantity.unit in _PIECES


@reads("count", "number", where=_MAY_BUY)
def people_who_buy_it(figure: Figure) -> Reading | None:
    """Read how many bought something: 付款人数已超1000, 44人购买了…, 已售2095人; members of a group too."""
    quantity, near = figure.quantity, figure.near_left[-20:]
    people = quantity.unit in _PEOPLE
    if has(_BUYERS, near) and (people or not quantity.unit):
        named = _QUOTED.search(figure.left)
        return Reading("users", named["name"] if named else _thing_told(figure), subjects=PRODUCT)
    if people and has(_BUYS, figure.near_right):
        named = _QUOTED.search(figure.near_right[:40])
        return Reading("users", named["name"] if named else _thing_told(figure), subjects=PRODUCT)
    if (people and has(_SOLD_TO, near)) or has(rf"成员(?:数量?|人数|总数)(?:{HOW_FAR}|\s)*$", near):
        return Reading("users", _thing_told(figure), subjects=PRODUCT)
    return None


RULES: tuple[Rule, ...] = (price_of_goods, brought_in_by_sales, people_who_buy_it)
