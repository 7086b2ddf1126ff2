"""What a market is called where a figure is said of it."""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import has
from presslens.pipeline.facts.told import sentences_before
from presslens.pipeline.facts.topics import Topics

_MARKET_NAME = (
    r"((?:全球|中国|美国|国内|世界|海外)?的?[A-Za-z一-鿿·/+ ]{1,16}?(?:市场|产业|行业|赛道|经济))"
    r"(?=(?:今年|去年|明年|目前|当前|20\d\d年)?的?(?:总|整体)?(?:规模|价值|空间|容量|产值|体量|份额|占有|市占|将|会|有望|可望|预计|预期|料|可|约|近|已|实现|触及|看|升|打开|做到|突破|超|到|至|值|达|增|年|复合|在|的|总|需求|收入|支出|从|由|扩|$))"
)


def market_subject(text: str) -> str:
    """Take the market's own name: the noun phrase that ends in 市场, 产业 or 行业.

    >>> market_subject("到2029年,全球数字人市场规模将由")
    '全球数字人市场'
    """
    found = re.findall(_MARKET_NAME, text)
    if not found:
        return ""
    printed = re.sub(r"的(?=(?:市场|产业|行业)$)", "", found[-1].replace("人工智能", "AI"))
    return re.sub(
        r"^.*(?:预计|预测|显示|指出|表示|认为|到|年|称|在|为|让|使|是|将|而|且|来|的(?=[A-Za-z一-鿿]{3,}))", "", printed
    ).strip()


def market_that_grows(figure: Figure) -> str:
    """Take the market of the clause, else the one the sentence has told where it goes on about 这一市场 or a compound rate."""
    own = market_subject(figure.left)
    nobody = not figure.passage.names_in(figure.passage.start, figure.quantity.start)
    if own or not (nobody or has(r"(?:这一|该|这个)(?:市场|行业|产业|赛道)|复合", figure.left + figure.near_right[:8])):
        return own
    return market_subject(figure.before)


_ANY_MARKET = re.compile(r"[A-Za-z一-鿿]{2,12}?(?:市场|产业|行业|赛道)(?!份额|占有|竞争|部|化|价|预期|人士|消息)")


_ONLY_POINTS = re.compile(
    r"(?:^|[同目当]期|目前|当前|整个|整体)(?:该|此|这[个块条门一]?|那[个块条]?)?(?:市场|赛道|行业|产业)$|(?:该|这[个块条一]|此)(?:市场|赛道|行业|产业)$"
)


def market_told_before(passage: Passage, topics: Topics) -> str:
    """Give the market of the sentence or of those before it, the nearest first, where a size of one names none."""
    for earlier in (passage, *sentences_before(passage, topics)):
        named = market_subject(earlier.text)
        found = [market for market in _ANY_MARKET.findall(earlier.text) if not _ONLY_POINTS.search(market)]
        market = named or (market_subject(found[-1] + "规模") if found else "")
        if _ONLY_POINTS.search(market) and found:
            market = market_subject(found[-1] + "规模")
        if market and not _ONLY_POINTS.search(market):
            return market
    return ""
