"""Which currency a mere 元 stands for: the one the article declares, that of a share's exchange, that of the outlet's home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from presslens.model import Article, Quantity
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.figures.vocabulary import currency_before
from presslens.pipeline.gates import Gated
from presslens.record import replace

_DECLARED = Gated(
    r"[（(](?P<currency>[^（()），,、]{1,8})[，,、]\s?(?:下同|以下同|以下皆同)[）)]|(?:货币)?单位[:：]\s?(?:[百千]?[万亿])?(?P<unit>美元|港元|欧元|日元|新台币)"
)
# 苹果(美：AAPL)收市报227元 quotes a share in the currency it is traded in.
_TRADED_IN_DOLLARS = re.compile(
    r"[（(]\s?(?:美|美股|NASDAQ|NYSE|纳斯达克|纽交所)\s?[:：][^（()）]{1,12}[）)]|[（(][A-Z]{1,5}\.(?:US|O|N)[）)]"
)
_AMERICA = re.compile(r"美股|美国|纳斯达克|纽交所|标普|硅谷|华尔街")
_MOSTLY = 0.6
_DOLLARS = frozenset({"TWD", "HKD"})
_FROM_TAIWAN = re.compile(r"(?:台北|新北|新竹|台中|台南|高雄)[^，,。；;]{0,3}(?:报导|电|讯)|综合报导|专题报导")
_HEAD = 400
_LEAST_ROUNDED, _ROUNDING = 1e9, 0.015
_QUOTES = re.compile(r"(?:[收现高低]?报|收市报|高见|低见|收于|收盘价|目标价|现价|股价)[^，,。；;]{0,6}$")


def in_home_currency(article: Article, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Give the figures of an article, each amount in a mere 元 in the currency it is likely to mean, and say why."""
    quantities = list(quantities)
    declared, home = _declared(article.match), home_currency(article)
    if home == "CNY" and article.script == "hant":
        home = _told_home(article.match, quantities)
    printed: dict[float | None, str] = {}
    for quantity in quantities:
        if quantity.kind != "money" or not any("alone read as CNY" in step for step in quantity.steps):
            if quantity.kind == "money":
                printed[quantity.low] = quantity.unit
            yield quantity
        elif home != "CNY" and quantity.low in printed:
            yield _in(quantity, printed[quantity.low], "the currency printed with this amount before")
        elif _is_quoted_in_dollars(article.match, quantity.start):
            yield _in(quantity, "USD", "the price of a share traded in US dollars")
        elif declared and declared != "CNY":
            yield _in(quantity, declared, f"the article declares its amounts as {declared}")
        elif not declared and home != "CNY":
            yield _in(
                quantity, home, f"元 alone read as {home} in {article.outlet}" if article.outlet else f"元 alone read as {home}"
            )
        else:
            yield quantity


def _told_home(text: str, quantities: Sequence[Quantity]) -> str:
    """Tell from a Traditional text itself which dollar 元 alone means: the one it prints, else that of where it was written."""
    told = [q for q in quantities if q.kind == "money" and not any("alone read as" in step for step in q.steps)]
    printed = Counter(q.unit for q in told if q.unit in (*_DOLLARS, "CNY"))
    if printed and printed.most_common(1)[0][0] in _DOLLARS:
        return printed.most_common(1)[0][0]
    return "TWD" if _FROM_TAIWAN.search(text[:_HEAD]) else "CNY"


def home_currency(article: Article) -> str:
    """Give the currency that 元 alone means in the outlet of an article; the yuan where the outlet is not known."""
    known = outlet_named(article.outlet) if article.outlet else None
    return known.currency if known else "CNY"


def _declared(text: str) -> str:
    found = _DECLARED.search(text) if _DECLARED.words_stand_in(text) else None
    if not found:
        return ""
    word = found.group("currency") or found.group("unit")
    end = found.end("currency") if found.group("currency") else found.end("unit")
    unit = currency_before(text, end)
    return unit[0].unit if unit and word else ""


def _is_quoted_in_dollars(text: str, start: int) -> bool:
    before = re.split(r"[。；;！!？?\n]", text[max(0, start - 60) : start])[-1]
    return bool(_QUOTES.search(before) and _TRADED_IN_DOLLARS.search(before))


def _in(quantity: Quantity, currency: str, why: str) -> Quantity:
    steps = tuple(part for step in quantity.steps for part in step.split("; ") if "alone read as CNY" not in part)
    return replace(quantity, unit=currency, steps=(*steps, why))


def currency_around(figure: Figure, amounts: Sequence[Quantity]) -> tuple[str, str]:
    """Assume the currency of a bare number, from near to far.

    First that of the same amount printed elsewhere, then its sentence's, America's, that of most amounts of the article, its
    outlet's.
    """
    same = _printed_elsewhere(figure.quantity, amounts)
    if same:
        return same.unit, f"no currency printed: {same.unit} as printed with this amount elsewhere"
    others = [f for f in figure.passage.figures if f.kind == "money" and f.unit]
    if others:
        nearest = min(others, key=lambda f: abs(f.start - figure.quantity.start))
        return nearest.unit, f"no currency printed: {nearest.unit} as for the nearest amount of the sentence"
    if _AMERICA.search(figure.sentence):
        return "USD", "no currency printed: USD assumed, the sentence speaks of the United States"
    counts = Counter(amount.unit for amount in amounts)
    unit, count = counts.most_common(1)[0] if counts else ("", 0)
    if count > 1 and count >= _MOSTLY * counts.total():
        return unit, f"no currency printed: {unit} assumed, as for most amounts of the article"
    home = home_currency(figure.passage.article)
    return home, f"no currency printed: {home} assumed for {figure.passage.article.outlet or 'the Chinese press'}"


def _printed_elsewhere(bare: Quantity, amounts: Sequence[Quantity]) -> Quantity | None:
    """Give the amount with a currency that a bare number repeats, itself or rounded: a headline's 1.5万亿 of 1.52万亿元."""
    same = next((amount for amount in amounts if amount.low == bare.low and amount.unit), None)
    if same or not bare.low or bare.low < _LEAST_ROUNDED:
        return same
    near = [one for one in amounts if one.low and one.unit and abs(one.low - bare.low) < _ROUNDING * bare.low]
    return min(near, key=lambda one: abs((one.low or 0) - (bare.low or 0)), default=None)


# 市值一夜暴降1.5万亿 and 成立15亿规模基金 speak of money though no currency is printed.
_SUM_BEFORE = re.compile(
    r"(?:市值|估值|身家|身价|财富|利润|亏损|亏|募|补贴|拨款|投资|拟投|投入|斥资|融资|募资|筹资|预算|罚款|奖金|资金|债务|负债|现金|贷款|营收|收入|票房"
    r"|成本|费用|支出|开支|注资|捐赠?|豪掷|豪砸|砸下?|狂砸|套现|成交额|销售额|金额|总额|净赚|大赚|暴涨|暴跌|暴降|蒸发|缩水|ARR|MRR|GMV|流水)[^，,。；;、]{0,8}$"
)
_SUM_AFTER = re.compile(
    r"(?:规模)?的?[^，,。；;、]{0,4}(?:基金|资金|补贴|投资|融资|市值|估值|净利润|预算|奖金|债|贷款|订单|大单|罚单)"
)
_PART_OF_SUM = re.compile(r"(?:其中(?:有|的)?|[，,、])$")
_SPENT_ON = re.compile(r"(?:将|是|则|会)?(?:对|用于|用来|投向|给|来自|为)")
_LEAST_SUM = 10_000_000
_NO_SUM = re.compile(r"(?:次|参数|用户|人|颗|片|台|辆|部|条|个)")


def is_sum_of_money(figure: Figure) -> bool:
    """Tell whether a large bare number can only be money by the words around it."""
    quantity = figure.quantity
    if quantity.kind not in ("number", "count") or quantity.unit or (quantity.low or 0) < _LEAST_SUM:
        return False
    if _NO_SUM.match(figure.right) or re.search(
        r"参数|用户|播放|观看|次数|人数|销量|出货量|token|[增降]至\s?$", figure.near_left
    ):
        return False
    if _SUM_BEFORE.search(figure.near_left) or _SUM_AFTER.match(figure.near_right):
        return True
    if _goes_on_with_sums(figure):
        return True
    told = any(f.kind == "money" and f.end <= quantity.start for f in figure.passage.figures)
    return told and bool(_PART_OF_SUM.search(figure.before)) and _SPENT_ON.match(figure.near_right) is not None


# 净亏损逐年收窄,从18亿降到16亿,再降到14亿: what the clause before measured goes on to be counted.
_OPENS = re.compile(r"(?:从|由|再|又|则|才|达|约|到|至|为|是|[降升增涨跌冲减扩]|分别)*")
_SUMS_TOLD = re.compile(r"利润|亏损|营收|收入|融资|募资|市值|估值|投资|投入|成本|支出|现金|负债|预算")
_LINKED = re.compile(r"(?:、|和|及|[，,]?(?:再|又)?[降升增涨跌冲减扩](?:到|至|为))(?:约|近|逾|超)?")


def _goes_on_with_sums(figure: Figure) -> bool:
    """Tell whether a bare number stands in a row or a rise of sums of money whose noun is told before."""
    earlier = [f for f in figure.passage.figures if f.end <= figure.quantity.start and f.kind in ("number", "count", "money")]
    if earlier and _LINKED.fullmatch(figure.passage.between(earlier[-1].end, figure.quantity.start)):
        one = Figure(earlier[-1], figure.passage)
        return one.quantity.kind == "money" or is_sum_of_money(one)
    number = figure.passage.clause_at(figure.quantity.start)
    if not number or not figure.left or not _OPENS.fullmatch(figure.left):
        return False
    before = figure.passage.clauses[number - 1]
    return _SUMS_TOLD.search(figure.passage.between(before.start, before.end)) is not None
