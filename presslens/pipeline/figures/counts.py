"""What a number counts: chips, people, companies; and when a bare number is a figure at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from presslens.model import Quantity
from presslens.pipeline.figures.figure import Amount, quantity
from presslens.pipeline.figures.names import stands_alone
from presslens.pipeline.figures.numerals import DIGITS, SCALES, Numeral
from presslens.pipeline.figures.vocabulary import load

_BOUNDARY = " \t\n\r,，。、;；:：!！?？()（）[]【】「」『』“”\"'‘’《》<>…—|/\u3000"
_SAID_BEFORE = "从前是为达至到于约超有共仅逾近过破数率值量的在等足卖榜就才也得要收"
_AFTER_NUMBER = re.compile(
    r"的|[降升增涨跌提减变缩]|上升|上涨|下滑|回升|攀升|飙升|之间|区间|这|那|不|而|却|和|与|等(?!级)|左右|以上|以下|以内|多|倍|时|就|才|大关(?!键)|规模|级别|级(?!市)|美|的话"
)
# 几十甚至上百个: the second figure carries what both count.
_GROWS = re.compile(r"[,，]?(?:甚至|乃至|以至)")
_COUNTS_ITSELF = frozenset("次场轮届步遍趟卡")
_REACHED = re.compile(
    r"(?:[到至达为增]了|[评得打]分|分数|[开收]盘|包[月年]|星标|员工|月活|日活|[收现]报|市报"
    r"|[高低]见|[月年]费|售价|定价|标价|单价|会员价|票价) ?$"
)
# 10+ counts something even where nothing names it; 2+ is rather a sum.
_FEWEST_PLUS = 10
# 员工400出头: what says that it is a little more says that it is a figure.
_LITTLE_MORE = frozenset({"出头", "几"})
_FEWEST_MORE = 100
_LARGE = frozenset("万亿兆")
_SPENT = re.compile(
    r"(?:豪掷|砸下?|斥资|投入|投资|融资|募资|耗资|花费?|身家|狂揽|吸金|套现|亏损|营收|罚款|入|赚)(?:了|约|出)?$"
)
_REFERENCE = re.compile(
    r"(?:图|表|公式|附录|章节|步骤|方案|问题|案例|部分|来源|注|Fig\.|Figure|Table|Step|Part|PART|No\.|NO\.) ?$"
)
# 人手：31 is a figure by its label, the 61.2 of 36.5、61.2及79元 by the list it stands in.
_LABEL = re.compile(
    r"(?:人手|人数|员工数?|团队|得分|评分|分数|用户数?|订户|月活|日活|热度|股价|现价|目标价|售价|销量|票房) ?[:：] ?$"
)
_LISTED = re.compile(
    r"(?: ?(?:、|和|及|与) ?\d{1,6}(?:\.\d{1,3})?){1,4} ?(?:[万亿]?(?:美元|港元|欧元|日元|元|人)|[万亿%％倍秒家])"
)
_CELL_BEFORE = re.compile(r"[^\n|│┃｜\t ] *[|│┃｜\t] *$")
_CELL_AFTER = re.compile(r" *(?:[|│┃｜\t]|\n|$)")
_LEADING_MARK = re.compile(r"[.、)）．]")


def counted(text: str, end: int, *, chips_only: bool = False) -> tuple[int, str, bool] | None:
    """Give where the counted thing ends, its name, and whether it is named, for a numeral that ends at `end`.

    >>> counted("3万多个A100", 3, chips_only=True)
    (8, 'A100', True)
    >>> counted("18家公司", 2)[1]
    'company'
    """
    if chips_only:
        match = _chips().match(text, end)
        return (match.end(), _chip_name(match), True) if match else None
    while text.startswith(" ", end):
        end += 1
    if text.startswith(_not_classifiers(text[end : end + 1]), end):
        return None
    if text.startswith("号", end) and text[end - 1 : end] in ("来", "多", "余", "几"):
        return end + 1, "person", False  # 三百来号年轻人
    for classifier in _classifiers().get(text[end : end + 1], ()):
        if text.startswith(classifier, end):
            after = end + len(classifier)
            return after, _noun_at(text, after) if classifier == "级" else _thing(text, after, classifier), False
    noun = _noun_at(text, end)
    return (end, noun, True) if noun else None


def unnamed(text: str, amount: Amount, number: Numeral) -> Quantity | None:
    """Read a number without a unit where it stands as a figure: scaled (1.8万亿), after 是 or 达, or on its own."""
    sign = 1 if text[amount.start - 1 : amount.start] in ("负", "-", "−") else 0
    before, after = text[amount.start - sign - 1 : amount.start - sign], text[amount.end : amount.end + 1]
    ends = (float(amount.low), float(amount.high))
    steps = (amount.step,) if amount.step else ()
    if _is_scaled(text, amount, number) and not (number.implied and not is_meant(text, amount)):
        return quantity(
            text, amount.start, amount.end, "count", ends, "", bound=amount.bound, qualifier=amount.qualifier, steps=steps
        )
    alone = (not before or before in _BOUNDARY) and (not after or after in _BOUNDARY) and not number.text[0].isascii()
    if number.text == "一" and before not in ("是", "") and not alone:
        return None
    if _REFERENCE.search(text, max(0, amount.start - 5), amount.start):
        return None
    stands = (alone and _may_stand_alone(text, amount)) or _is_said(text, amount.start - sign, amount.end)
    if not (stands or _is_more(text, amount, number) or _has_its_place(text, amount, number) or _closes(text, amount, number)):
        return None
    if number.implied and not amount.qualifier and len(number.text) < 2:
        return None
    return quantity(
        text, amount.start, amount.end, "number", ends, "", bound=amount.bound, qualifier=amount.qualifier, steps=steps
    )


def _is_more(text: str, amount: Amount, number: Numeral) -> bool:
    """Tell whether what follows a number, or its +, says that it counts something: 几十甚至上百, 100+, 400出头."""
    if amount.qualifier == "+" and number.low >= _FEWEST_PLUS:
        return True
    if not number.vague:
        return False
    return _GROWS.match(text, amount.end) is not None or (number.vague in _LITTLE_MORE and number.low >= _FEWEST_MORE)


def _has_its_place(text: str, amount: Amount, number: Numeral) -> bool:
    """Tell whether the cell, the label or the list that a number in digits stands in makes it a figure."""
    if not number.text[0].isascii():
        return False
    labelled = _LABEL.search(text, max(0, amount.start - 8), amount.start) is not None
    return labelled or _LISTED.match(text, amount.end) is not None or _fills_cell(text, amount)


def _fills_cell(text: str, amount: Amount) -> bool:
    """Tell whether a number is all that a cell of a printed table holds, the first of its row aside: | 15904.88 |."""
    return _CELL_BEFORE.search(text, max(0, amount.start - 24), amount.start) is not None and (
        _CELL_AFTER.match(text, amount.end) is not None
    )


def _is_scaled(text: str, amount: Amount, number: Numeral) -> bool:
    """Tell whether 万, 亿 or more stands in a number or behind its classifier: 1.8万亿, 2万5, 3个亿."""
    return number.has_scale or text[amount.end - 1] in _LARGE or any(scale in _LARGE for scale in number.text)


def _is_said(text: str, start: int, end: int) -> bool:
    """Tell whether words on both sides make a bare number a figure: 达到 85 以上, but no 保持在 3 位数."""
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    if not before or not (before in _SAID_BEFORE or _REACHED.search(text, max(0, start - 3), start)):
        return False
    while text.startswith(" ", end):
        end += 1
    after = text[end : end + 1]
    return not after or after in _BOUNDARY or _AFTER_NUMBER.match(text, end) is not None


def is_meant(text: str, amount: Amount) -> bool:
    """Tell whether a bare 百万 or 千亿 is a figure: something must qualify it or follow it."""
    before = text[amount.start - 1 : amount.start]
    return (
        bool(amount.qualifier)
        or (before in "上近超过逾约达数破" and bool(before))
        or _SPENT.search(text, max(0, amount.start - 4), amount.start) is not None
        or (before in "的了" and bool(before) and text.startswith("倍", amount.end))
        or text.startswith(("级", "规模", "市值", "市场", "估值", "大关"), amount.end)
    )


def _may_stand_alone(text: str, amount: Amount) -> bool:
    """Refuse list numbers (a line that opens with 1. or 1、), unless nothing else stands in the text."""
    if stands_alone(text, amount.start, amount.end):
        return True
    line = text.rfind("\n", max(0, amount.start - 12), amount.start) + 1
    opens = (line > 0 or amount.start <= 12) and not text[line : amount.start].strip(" (（[【\t#*-•")
    return not opens and not _LEADING_MARK.match(text, amount.end)


def _closes(text: str, amount: Amount, number: Numeral) -> bool:
    """Accept a written-out number of several characters (四百五) that fills its text or stands between marks."""
    return stands_alone(text, amount.start, amount.end) or (
        len(number.text) > 2 and number.text[0] in DIGITS and any(c in SCALES for c in number.text)
    )


def _thing(text: str, after: int, classifier: str) -> str:
    if classifier in _COUNTS_ITSELF:
        return classifier  # 1400次客户会议 counts meetings
    start = after + 1 if text.startswith("的", after) else after
    noun = _noun_at(text, start)
    if noun:
        return noun
    if classifier == "家":
        return "家" if text.startswith(tuple(load("units")["companies"]["not_companies"]), after) else "company"
    return {"名": "person", "位": "person"}.get(classifier, classifier)


def _noun_at(text: str, start: int) -> str:
    while text.startswith(" ", start):
        start += 1
    for noun, name in _nouns().get(text[start : start + 1], ()):
        if text.startswith(noun, start):
            return name
    return ""


def _chip_name(match: re.Match[str]) -> str:
    if match[2]:
        return "GPU·h"
    return match[1].removesuffix("卡").removesuffix("s").removeprefix("RTX ")


@cache
def _chips() -> re.Pattern[str]:
    names = sorted(load("units")["nouns"]["chips"], key=len, reverse=True)
    return re.compile(
        r" ?[个片块张枚颗台卡]?的? ?(?:(?:英伟达|辉达|NVIDIA|Nvidia) ?(?:[(（](?:NVIDIA|Nvidia)[)）])?)? ?"
        rf"({'|'.join(map(re.escape, names))})"
        r"(?![A-Za-z0-9])(?: ?GPU(?= ?(?:小时|卡时)))?(·h| ?(?:小时|卡时|hours))?"
    )


@cache
def _classifiers() -> Mapping[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for word in load("units")["classifiers"]["plain"]:
        index.setdefault(word[0], []).append(word)
    return {key: tuple(sorted(words, key=len, reverse=True)) for key, words in index.items()}


@cache
def _not_classifiers(first: str) -> tuple[str, ...]:
    return tuple(word for word in load("units")["classifiers"]["not_classifier"] if word[0] == first)


@cache
def _nouns() -> Mapping[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for noun, name in load("units")["nouns"]["after"].items():
        index.setdefault(noun[0], []).append((noun, name))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in index.items()}


def chip_noun(figure: Quantity) -> int:
    """Give how many characters at the end of a figure name the chip it counts.

    >>> chip_noun(Quantity(0, 8, "3万多个A100", "count", 30000.0, 40000.0, "A100"))
    4
    """
    match = _chips().search(figure.surface) if figure.kind == "count" else None
    return len(figure.surface) - match.start(1) if match else 0
