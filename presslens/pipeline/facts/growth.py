"""Rules for how fast something grows or falls."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.market_names import market_that_grows
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, has, reads

_TREND_UP, _TREND_DOWN = cue("rising"), cue("falling")

_NOT_MARKET_GROWTH = cue("technical_qualities")

# What is compared with is the same at another time, not another thing.
_ANOTHER_TIME = r"去年|上年|前年|同期|上季|上月|年初|年前|此前|之前|招股价|发行价|上一?[轮次]|轮时?|前一|那部|早前|以往"

# 翻了两番 and 实现翻倍 carry the verb in the figure itself.
_DOUBLES = re.compile(r"^翻|番$")

_IS_DOUBLE = re.compile(r"翻倍|翻番")


@reads("percent", "ratio")
def rate_of_growth(figure: Figure) -> Reading | None:
    """Read how fast something grows or falls: 同比增长27%, 年复合增长率19.5%, 股价下跌5%, 增长3倍."""
    if _is_no_rate(figure):
        return None
    if has(r"指数[^，,。；;]{0,6}分别", figure.left) and has(r"(?:[+＋-]|、)$", figure.near_left or figure.left):
        return Reading("growth_rate")
    if figure.quantity.kind == "percent" and has(r"[一-鿿)）]\s?[+＋]$", figure.near_left):
        return Reading("growth_rate")
    left, right = figure.near_left[-18:], figure.near_right[:10]
    if _DOUBLES.search(figure.quantity.surface) or (_IS_DOUBLE.search(figure.quantity.surface) and has(r"^式?增长", right)):
        left += "增长"
    if has(r"(?:涨幅|升幅|跌幅)[^，,。；;]{0,8}(?:至|到|为|达|有|约|近|逾|超)了?(?:约|近|逾|超)?$", left):
        return Reading("growth_rate", market_that_grows(figure), negative=has(r"跌幅", left))
    if _is_of_quality(figure, left):
        return None
    return (
        _stated_again(figure, left)
        or _more_than_before(figure)
        or _grows_before(figure, left, right)
        or _grows_behind(figure, right)
    )


def _is_no_rate(figure: Figure) -> bool:
    """Tell whether a percentage is a difference, a share of a growth, or of base points."""
    return (
        has(r"(?:超出|超过|高于|低于|相当于)[^，,]{0,8}幅的?$", figure.near_left)
        or has(r"(?:贡献|占)[^，,。；;]{0,24}的(?:约|近|超过?)?$", figure.near_left)
        or (has(r"[从由](?:约|近)?$", figure.near_left) and not has(r"[涨跌升降增]幅|增速|增长率|增长", figure.left))
        or "基点" in figure.quantity.surface
        or has(r"^个?基点", figure.near_right)
    )


def _is_of_quality(figure: Figure, left: str) -> bool:
    """Tell whether it says where something rose to, or grows in what a model can do: 速度提升3倍."""
    if has(r"(?:增长|增加|提升|上升|涨|升|扩大|降|减少)(?:到|至|为)了?(?:约|近|超过?)?(?:原来的?)?$", left) and not has(
        r"率为$", left
    ):
        return True
    quality = figure.left[-24:] if len(figure.left) > 6 else figure.before[-40:]
    return has(_NOT_MARKET_GROWTH, quality) and not has(
        r"营收|收入|利润|规模|用户|销|股价|市值|估值|市场|需求|出货|支出|成交|份额|价格|均价|单价|成本|费用|花费|租金|薪",
        quality,
    )


def _stated_again(figure: Figure, left: str) -> Reading | None:
    """Read a move told in points before: 下跌80点, 或1.2%; 跌80点(1.2%)低."""
    again = re.search(r"(?P<way>[涨升跌挫起扬弹落])[^，,。；;]{0,10}(?:[，,]\s?|[点仙分元]\s?)或(?:约)?$", figure.before)
    if again and figure.quantity.kind == "percent":
        return Reading("growth_rate", negative=again.group("way") in "跌挫落")
    if has(r"[)）](?:高|低)$", left) and figure.quantity.kind == "percent":
        return Reading("growth_rate", negative=left.endswith("低"))
    return None


def _more_than_before(figure: Figure) -> Reading | None:
    """Read a comparison with the same at another time: 按年多11.2%, 比一年前多了56%, 较招股价高40%, 会加两成."""
    found = re.search(
        r"(?:[按同环]年|按季|按月|同比|环比|(?P<by>较|比)(?P<what>[^，,。；;]{1,16}?))(?:还|再|又|要)?(?P<way>多|少|高|低|加|减|贵|便宜)出?(?:了|约|近|逾|超过?|上)*$"
        r"|(?:会|将|再|料|预料)(?P<to>加|减)(?:了|约|近|逾|超过?)*$"
        r"|(?:^|[，,；;（(])\s?(?P<alone>增|升|涨|减|降|跌|新增)(?:了|约|近|逾|超过?)*$",
        figure.left if not figure.left.rstrip().endswith(("，", ",")) else "",
    )
    if not found or has(r"人员|员工|[人名]\s?[，,]", figure.before[-24:]):
        return None
    if found.group("by"):
        start = figure.clause.start + found.start("what")
        dated = any(
            f.kind in ("date", "datetime") and f.start >= start
            for f in figure.passage.figures
            if f.end <= figure.quantity.start
        )
        if not dated and not has(_ANOTHER_TIME, found.group("what")):
            return None
    way = found.group("way") or found.group("to") or found.group("alone") or ""
    return Reading("growth_rate", market_that_grows(figure), negative=way in ("少", "低", "减", "便宜", "降", "跌"))


def _grows_before(figure: Figure, left: str, right: str) -> Reading | None:
    """Read growth told before its figure: 同比增长27%, 复合增长率为19.5%."""
    if has(r"增长率|增速|增幅|CAGR|复合增长|年均增长|同比|环比|年增长?", left + "#" + right) or has(
        rf"(?:{_TREND_UP}|{_TREND_DOWN}|(?:将|预|再|料|猛|劲|续|净|年|按季|环比)增)(?:了|约|近|也|都|超过?|逾|超|幅度?|幅|分别|逼近|达到?了?|惊人的|更是?|已经?|接近|将近|高达|至少|将近|大约|率|为|在|最多|仅|只|有|的|约为)*$",
        left,
    ):
        down = has(rf"(?:{_TREND_DOWN})[^，,。增涨升]{{0,8}}$", left) and not has(r"蒸发", left)
        down = down and not has(r"(?:增速|增长率|增幅|涨幅)[^，,。；;]{0,12}[到至]了?(?:约|近)?$", left)
        return Reading("growth_rate", market_that_grows(figure), negative=down)
    return None


def _grows_behind(figure: Figure, right: str) -> Reading | None:
    """Read growth told after its figure: 29%的强劲增长."""
    if has(r"^(?:左右|以上)?的?速度(?:高速|快速|迅速|持续)?(?:增长|扩张|成长)", right):
        return Reading("growth_rate")
    if has(rf"^(?:左右|以上)?的?(?:{_NOT_MARKET_GROWTH})", right):
        return None
    ahead = re.match(
        rf"(?:左右|以上)?的?(?:同比|年均?|复合|速度|强劲|高速|快速|惊人)*(?:的)?({_TREND_UP}|{_TREND_DOWN})", right
    )
    if ahead:
        return Reading("growth_rate", market_that_grows(figure), negative=has(rf"^(?:{_TREND_DOWN})$", ahead.group(1)))
    return None
