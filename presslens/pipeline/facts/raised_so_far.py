"""Whether an amount is what a firm has raised so far, over all rounds, where no word of a sum says so.

A round is an event: it has a day, a name, a lead investor or a valuation. What a portrait tells of a firm without any of these
(甲已筹集2亿美元, 乙则筹集了8亿美元) counts all its rounds.
"""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.sought import RAISE

_HOW_MUCH = r"(?:约|近|超过?|逾|大约|将近|接近|至少|高达|到|了|得|达到?|\s)*$"
# 目前已经融了2亿美元 counts all rounds, 已获得2亿美元融资 may be the last one.
_SO_FAR = re.compile(
    r"(?:目前|迄今|至今)[^，,。；;]{0,10}(?:拿了|拿到了?|融了|融到了?|筹集了?|筹得|获得?了?|融资(?:了|已?经?超过|已达)?)(?:约|近|超过?)*$"
    r"|已经?\s?(?:拿了|融了)(?:约|近|超过?)*$|融资(?:总?额)?(?:已经?)(?:超过?|达到?|接近)了?(?:约|近)*$"
)
_UP_TO_NOW = re.compile(rf"(?:迄今|至今|到目前|截[至止]目前)(?:为止)?[，,][^，,。；;]{{0,24}}(?:{RAISE}|拿到){_HOW_MUCH}")
_HAS_RAISED = re.compile(rf"(?<!而)(?<!早)已经?(?:为[^，,。；;]{{1,14}})?(?:成功|陆续)?(?:{RAISE}){_HOW_MUCH}")
_RAISED = re.compile(rf"(?:则|也|为[^，,。；;]{{1,14}})?(?:{RAISE})了{_HOW_MUCH}")
# Beside an amount that was raised: 甲筹集了28亿,乙积累了6亿.
_GATHERED = re.compile(rf"(?:累积|积累|积攒|攒下|攒)了?{_HOW_MUCH}")
_OUTSIDE_MONEY = re.compile(rf"(?:外部|风险|机构)(?:投资|融资|资金)(?:总额|总计|合计|累计|共|已经?)+{_HOW_MUCH}")
_HOLDS, _OF_OTHERS = (
    re.compile(rf"(?:拥有|手握|握有|坐拥|背后有){_HOW_MUCH}"),
    re.compile(r"的?(?:外部|风险)(?:投资|资金|融资)"),
)
_A_ROUND = re.compile(
    r"轮|完成|宣布|官宣|披露|透露|对外称|刚|昨|今[天日早晚]|日前|近日|最近|近期|最新|[上本这]个?[周月]|前不久|不久前|星期|周[一二三四五六日末]|"
    r"[领跟参]投|牵头|估值|身价|发行|招股|定增|配售|配股|IPO|上市|挂牌|登陆|首日|可转债|债券|从[^，,。；;]{2,}[处手]"
)
_OF_A_DAY = re.compile(r"\d{4}-(?:\d\d|Q\d)")
_SINCE = re.compile(r"以来|至今|迄今")
# The first sentences tell the news; what they say was raised was raised just now.
_NEWS = 3


def is_so_far(figure: Figure) -> bool:
    """Tell whether an amount is told as raised up to now, with no round that it could be of."""
    near = figure.near_left
    if (_SO_FAR.search(near[-22:]) or _UP_TO_NOW.search(figure.before[-60:])) and not _names_a_round(figure):
        return True
    if _OUTSIDE_MONEY.search(near) or (_HOLDS.search(near) and _OF_OTHERS.match(figure.near_right)):
        return True
    if _tells_an_event(figure):
        return False
    gathered = _GATHERED.search(near) and re.search(RAISE, figure.before)
    portrayed = figure.passage.no > _NEWS and _RAISED.search(near)
    return bool(gathered or portrayed or _HAS_RAISED.search(near))


def _names_a_round(figure: Figure) -> bool:
    return re.search(r"轮|完成", figure.left + figure.right[:8]) is not None


def _tells_an_event(figure: Figure) -> bool:
    """Tell whether the sentence tells when or how the money was raised: 7月募得, 由甲领投, 以53亿美元估值."""
    passage = figure.passage
    if _A_ROUND.search(passage.text):
        return True
    dates = [told for told in passage.figures if told.kind == "date" and told.end <= figure.quantity.start]
    return any(_OF_A_DAY.match(told.as_of) and not _SINCE.match(passage.between(told.end, told.end + 4)) for told in dates)
