"""What looks like a figure and states nothing: steps and editions by their number, names, dimensions."""

from __future__ import annotations

import re

from presslens.model import Quantity

# 3 D is no three of anything.
_DIMENSION = re.compile(r"\s[Dd](?![A-Za-z])")
# 10的25次方 is no ten of anything.
_POWER = re.compile(r"的? ?[\d一二三四五六七八九十]{1,4} ?次方")
# 连涨17日 is a run of days, 上一财年中 no middle of a year.
_RUNS = frozenset({"连涨", "连跌", "连续", "连升", "历时"})
# “萤火二号” and 神舟十号飞船 are names, no days.
_NUMBERED_NAME = re.compile(r"[”」》’\"]|\s?(?:飞船|卫星|火箭|工程|项目|机器人|集群|计算机|超算|电站|探测器)")
# 排名第一 and 全球第三大 are ranks; 第二阶段, 第三代 and 第一时间 only say which one is meant.
_RANKED_BEFORE = re.compile(
    r"(?:排名|排行|排位|位次|排|列|居|位于|跃升|升|跃|降|跌|滑落|下滑|落|拿下|夺得|夺下|夺|斩获|摘得|获|占据|全球|世界|亚洲|全国|国内|国际|行业|业界"
    r"|市场|份额|销量|出货量|市值|收入|营收|票房|评分|得分|人气|趋势|榜单?|并列|当属|登顶|坐[回上稳]|冲[到上进]|挤[到进]|[掉跌升][到至]|跻身|守住|保住|夺回|退居"
    r"|分居|分列|依次|同样|至少|仍是|依旧是|总成绩|项目)(?:至|到|在|于|了|为|的|过|上|全球|世界|全国|国内|行业|市场|业界|榜单|印尼|亚洲|美国)*$"
)
# 连续第四个季度盈利 tells how long, 今年第七家上市的 how many it is by now; 第一次 and 第一家 mostly say only that it is new.
_RUN_BEFORE = re.compile(r"连续$")
_RUN_AFTER = re.compile(r" ?个?(?:财?季度?|年|月|周|星期|礼拜|交易日|[天日])(?![代])")
_BY_NOW_BEFORE = re.compile(
    r"(?:成为|成了|[是为]|以来|[今本][年月季]|[年月]内的?|之后|迄今|目前|(?:继|紧随)[^，,。；;]{1,16}后)[^，,。；;]{0,6}$"
)
_BY_NOW_AFTER = re.compile(r" ?(?:家|笔|款|次|起|只|个(?!阶段|问题|原因|方面|选择|层面|特点|版本|时代))")
_FIRST_OF_CLAUSE = re.compile(r"(?:^|[，,。；;：:、\n]|榜) ?$")
_IS_WHO = re.compile(r" ?名?(?:是|为|则是|则为)(?!什么|因为|否|了)")
# 份额1.5%，第七。 closes with a rank.
_LEADS_TO_RANK = re.compile(r"(?:[，,）)]|只有|仅|两个榜都|年度|[拿夺]了|拿到|[落跌]在|暂居|暂列) ?$")
_CLOSES = re.compile(r" ?名?(?:[。；;）)\n]|$)")
_RANKED_AFTER = re.compile(r"位|名|[。，,、；;！!：:）)\s]|$|的(?:位置|宝座|成绩|名次)")
_RANK_BY_ITSELF = re.compile(r"大(?!会|道|街|奖|厦|学|脑|步|型|块|类)|高(?!科|峰|新|清|中)|强(?![度化])|名(?=[。，,；;\s]|$)")
# 第三是快手 is a rank where ranks or scores are told before it; else it may be the third point of a speech.
_AMONG_RANKS = re.compile(r"榜|排名|排行|\d分|得分|份额|市占|第一[是为名]|居首|领先|冠军|紧随|名次|份")
_ONE_OF_MANY = re.compile(r"[位名](?:员工|用户|宇航|客户|学生|顾客|成员|创始|工程|作者|研究)")
_LISTED_WITH = re.compile(r"(?P<before>.*?)(?:第 ?[\d一二三四五六七八九十]{1,3}(?:、|和|与|及))+$")
# 位列第二和第三: a rank is one with those that follow it in a list.
_GOES_ON_LISTING = re.compile(r"(?:(?:、|和|与|及|以及)第 ?[\d一二三四五六七八九十]{1,3})+")
_DECADE = re.compile(r"(?:19|20)\d0s")


def states_nothing(text: str, quantity: Quantity) -> bool:
    """Tell whether what looks like a figure in a matching copy is none: 第二阶段, 3 D, 1980s in English, iPhone 14起.

    >>> step = Quantity(0, 2, "第二", "ordinal", 2.0, 2.0)
    >>> states_nothing("第二阶段", step), states_nothing("第二大芯片商", step)
    (True, False)
    """
    if quantity.kind == "ordinal":
        return not _is_rank(text, quantity)
    if quantity.kind in ("number", "count"):
        return _is_no_count(text, quantity)
    if quantity.kind == "resolution" and text[quantity.end : quantity.end + 1] == "个":
        return True
    if _DECADE.fullmatch(quantity.surface):
        return True
    return quantity.kind == "date" and _is_no_date(text, quantity)


def _is_rank(text: str, quantity: Quantity) -> bool:
    """Tell a rank (位列第二, 全球第三大) from the number of a step, a part or an edition."""
    if _ONE_OF_MANY.match(text, quantity.end):
        return False
    if _RANK_BY_ITSELF.match(text, quantity.end):
        return True
    before = text[max(0, quantity.start - 24) : quantity.start]
    if _RUN_BEFORE.search(before) and _RUN_AFTER.match(text, quantity.end):
        return True
    if (_FIRST_OF_CLAUSE.search(before) and _IS_WHO.match(text, quantity.end)) or (
        _LEADS_TO_RANK.search(before) and _CLOSES.match(text, quantity.end)
    ):
        return _AMONG_RANKS.search(text, max(0, quantity.start - 60), quantity.start) is not None
    if quantity.low != 1 and _BY_NOW_AFTER.match(text, quantity.end) and _BY_NOW_BEFORE.search(before):
        return True
    before = before[-14:]
    listed = _LISTED_WITH.match(before)
    before = listed["before"] if listed else before
    behind = _GOES_ON_LISTING.match(text, quantity.end)
    return bool(_RANKED_BEFORE.search(before) and _RANKED_AFTER.match(text, behind.end() if behind else quantity.end))


def _is_no_count(text: str, quantity: Quantity) -> bool:
    """Tell whether a count is a dimension, the name of a chip, a power of ten or a numbered part."""
    if _DIMENSION.match(text, quantity.end) or _POWER.match(text, quantity.end):
        return True
    before = text[max(0, quantity.start - 6) : quantity.start]
    if quantity.unit == "parameter" and re.search(r"[昇升]腾[^，,。；;\d]{0,3}$", before):
        return True
    if quantity.unit == "起" and re.search(r"[A-Za-z]\s?$", before):
        return True
    return quantity.surface.endswith("次") and text.startswith("方", quantity.end)


def _is_no_date(text: str, quantity: Quantity) -> bool:
    """Tell whether a date is part of a name, a run of days or no moment at all."""
    before = text[max(0, quantity.start - 2) : quantity.start]
    if before.endswith("财") or (before in _RUNS and re.fullmatch(r"\d+日", quantity.surface)):
        return True
    if quantity.surface.endswith("号") and _NUMBERED_NAME.match(text, quantity.end):
        return True
    return quantity.surface == "今日" and text.startswith(("头条", "资本"), quantity.end)
