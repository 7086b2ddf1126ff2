"""Rules for what is paid or offered for a company: the fact is said of what is bought, never of who buys."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.model import Status
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import COMPANY_FIRST, Reading, Rule, has, reads
from presslens.pipeline.gates import Gated

_BUYS_A_FIRM = cue("buying_verbs")
_BUYS = f"{_BUYS_A_FIRM}|{cue('getting_verbs')}"
_AHEAD = re.compile(rf"[^，,。；;]{{0,8}}?(?:{_BUYS}|(?<![采申认订])购(?![买物入置房]))(?:了)?(?P<target>[^，,。；;]{{0,24}})")
# 以9亿美元（约合65亿元人民币）的价格，收购甲
_AT_A_PRICE = re.compile(r"(?:\s?[(（][^()（）]{1,20}[)）])?的(?:[高低天现][价金])?(?:价格|代价|总价|对价|作价|价码|价钱)[，,]")
_BEHIND = re.compile(r"(?:收购|并购|买下)(?:了|案)?(?P<target>[^，,。；;]{0,24})$")
_PRICED = re.compile(
    rf"(?:{_BUYS_A_FIRM}|同意购入)(?:了|案)?(?P<target>[^，,。；;]{{0,24}})[，,]?[^。；;]{{0,20}}?"
    r"(?:作价|价格|金额|代价|总价|总值|耗资|价值|对价|开价|报价|出价|花了?|斥资|降价至|降至|下调至|提高至|加价至)[^，,。]{0,8}$"
)
_THEN_BUYS = re.compile(rf"[^。；;]{{0,24}}?(?:{_BUYS})(?:了)?(?P<target>[^，,。；;]{{0,24}})")
_THIS_PURCHASE = r"(?:此次|这次|本次|该项?|这笔|这项|上述)(?:收购|并购|交易)"
_WORTH = r"(?:价值|作价|总价|金额|对价|交易额|总额)(?:约?为|约|达到?|高达|近|超过?)*$"
# 甲母公司乙 and 甲竞争对手乙 speak of 乙.
_DESCRIBES_NEXT = re.compile(r"的?(?:母公司|母企|开发商|制造商|研发商|竞争对手|旗下)")
# 斥4亿美元，把甲收入囊中
_TAKES = re.compile(rf"[，,]?[^，,。；;]{{0,6}}(?:把|将)(?P<target>[^，,。；;]{{1,20}}?)(?:{_BUYS})")
# 以59亿美元完成对甲的收购
_CARRIES_OUT = re.compile(r"[^，,。；;]{0,6}?对(?P<target>[^，,。；;]{1,20}?)的[^，,。；;]{0,3}(?:收购|并购)")
_SOLD_TO = re.compile(r"(?:的价格|的代价)?(?:卖盘|卖给|出售给|售予|卖身|转让给|贱卖给)(?!.{0,10}股票)")
# 向甲发出9亿美元的收购要约, 乙拒绝了丙8亿美元的收购报价: whom the offer is made to.
_AN_OFFER = re.compile(r"(?:的)?(?:要约|邀约|报价|出价|提议|提案|方案|请求|建议|意向|邀请|条件)")
_OFFERED_TO = re.compile(r"[对向]\s?$")
_TURNS_DOWN = re.compile(r"[^，,。；;]{0,8}?(?:拒绝|回绝|婉拒|谢绝|否决|收到|接到|接受|同意)(?:了|过)?")
_OF_WORTH = re.compile(r"(?:市值|估值|身价|营收).*#|#的?(?:投[前后])?(?:市值|估值|身价)")
_PLAIN_NOUN = re.compile(r"(?![一这该其此多数某两几案价的]|协议|交易|计划|要约)[A-Za-z0-9·一-鿿]{2,8}(?<![中里内后前时])")
# 收购了一批价值3亿元的设备 buys no firm.
_OF_GOODS = r"^的[^，,。；;]{0,6}(?:设备|芯片|显卡|GPU|服务器|存货|库存|土地|厂房|债券|股票|国债|机器|物料|版权|素材)"
_LEAST = 1_000_000
_MAY_BUY = Gated(rf"{_BUYS}|购|交易|卖|售给|售予|转让给")


@reads("money", "count", "number", where=_MAY_BUY)
def bought_for(figure: Figure) -> Reading | None:
    """Read what was paid for a company: 斥资12亿美元并购一家公司, 以10亿美元收购了X, 拟近7600亿购X."""
    if not _is_amount(figure):
        return None
    this = _this_purchase(figure)
    if this:
        return this
    if figure.quantity.kind == "money" and _SOLD_TO.match(figure.near_right) and has(r"以(?:约|近|超过?)*$", figure.near_left):
        return Reading("acquisition", subjects=("company", "model"))
    offered = _offered_to(figure)
    if offered:
        return Reading("acquisition", offered.name, kind_money=True, status="target")
    ahead = _AHEAD.match(figure.near_right) or _CARRIES_OUT.match(figure.near_right) or _TAKES.match(figure.after)
    found = ahead or _bid_for(figure) or _BEHIND.search(figure.near_left) or _PRICED.search(figure.before)
    if has(_OF_GOODS, figure.near_right) or has(r"^[^，,。；;]{0,6}回购", figure.near_right):
        return None
    if (
        not found
        or has(r"[)）]", found.group("target"))
        or _OF_WORTH.search(f"{figure.near_left[-18:]}#{figure.near_right[:6]}")
    ):
        return None
    sold = _sold_by_passive(figure)
    if sold is not None:
        return Reading("acquisition", sold, subjects=COMPANY_FIRST, status=_status(figure)) if sold else None
    inside = _bought(figure, found.group("target"), found.re in (_AHEAD, _CARRIES_OUT, _TAKES, _THEN_BUYS))
    if inside:
        return Reading("acquisition", inside[0].name, kind_money=True, status=_status(figure))
    if figure.quantity.kind != "money":
        return None
    plain = _PLAIN_NOUN.fullmatch(found.group("target"))
    printed = _printed_target(found.group("target")) if ahead or plain else ""
    return Reading("acquisition", printed, subjects=COMPANY_FIRST, status=_status(figure))


def _status(figure: Figure) -> Status | None:
    """Tell a bid or a plan from a purchase that is done."""
    around = figure.before[-40:] + figure.near_right[:10]
    done = has(r"完成|已经?(?:以|用|斥资)|收购了|买下了|成交", figure.left[-16:] + figure.near_right[:14])
    bid = has(r"开价|出价|报价|拟|计划|提出|洽谈|有意|考虑|谈判|要约|竞购|寻求|愿以|打算|欲|提议|商讨|可以用|准备", around)
    return "target" if bid and not done else None


def _is_amount(figure: Figure) -> bool:
    """Tell whether a figure can be a price for a firm: large, and money or a number that counts nothing."""
    quantity = figure.quantity
    could = quantity.kind == "money" or (quantity.kind in ("number", "count") and not quantity.unit)
    return could and (quantity.low or 0) >= _LEAST


def _this_purchase(figure: Figure) -> Reading | None:
    """Read the price of a purchase told before: 此次收购价值3亿美元."""
    if figure.quantity.kind == "money" and has(_THIS_PURCHASE, figure.before) and has(_WORTH, figure.near_left):
        return Reading("acquisition", told="bought", status=_status(figure))
    return None


def _bid_for(figure: Figure) -> re.Match[str] | None:
    """Find what a bid is for in the next clause: 出价974亿美元,计划收购甲, 以9亿美元的价格,收购甲."""
    offers = has(r"(?:出价|报价|开价|同意[以用]|[愿拟曾]以|斥资)(?:约|近|逾|超过?|高达)*$", figure.near_left)
    named = has(r"以(?:约|近|逾|超过?|高达|总计|合共)*$", figure.near_left) and _AT_A_PRICE.match(figure.after)
    edge = named.end() if named else 0
    return _THEN_BUYS.match(figure.after[edge:]) if offers or named else None


def _offered_to(figure: Figure) -> Hit | None:
    """Find the firm that an offer is made to, or that turns it down: 对甲提出9亿美元的收购邀约."""
    told = _AHEAD.match(figure.near_right)
    if not told or not _AN_OFFER.match(told.group("target")):
        return None
    passage = figure.passage
    for name in passage.names_in(figure.clause.start, figure.quantity.start):
        to = _OFFERED_TO.search(passage.between(name.start - 2, name.start))
        answers = name.kind in ("company", "model") and _TURNS_DOWN.match(passage.between(name.end, figure.quantity.start))
        if to or answers:
            return name
    return None


def _printed_target(target: str) -> str:
    """Cut what is bought to its noun: 某人控制的社交媒体 is the medium, 一家公司的消息 speaks of the firm."""
    owner, owned, rest = target.partition("的")
    return (rest if owned and re.search(r"控制|持有|旗下|拥有", owner) else owner).strip()


def _sold_by_passive(figure: Figure) -> str | None:
    """Give who was sold in 甲被乙以3亿美元收购, nothing where nobody is named, None where the clause is no passive."""
    sold = re.search(r"被[^，,。；;]{0,16}以$", figure.near_left)
    if not sold:
        return None
    place = figure.quantity.start - len(figure.near_left) + sold.start()
    gone = [name for name in figure.passage.names_in(figure.clause.start, place) if name.kind != "person"]
    return gone[-1].name if gone else ""


def _bought(figure: Figure, target: str, ahead: bool) -> list[Hit]:
    """List the names in what the verb of buying governs, first those that do not only describe the next one."""
    text = figure.passage.article.match
    edge = figure.quantity.end if ahead else figure.passage.start
    start = text.find(target, edge) if target else edge
    inside = [n for n in figure.passage.names_in(start, start + len(target)) if n.kind != "person"]
    own = [n for n in inside if not _DESCRIBES_NEXT.match(figure.passage.between(n.end, n.end + 8))]
    return own or inside


RULES: tuple[Rule, ...] = (bought_for,)
