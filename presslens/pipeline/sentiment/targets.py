"""Measure what a sentence says of each name in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import tanh

from presslens.pipeline.sentiment.classifier import Probabilities
from presslens.pipeline.sentiment.comparing import Outcome, outcome
from presslens.pipeline.sentiment.mentions import Place, places
from presslens.pipeline.sentiment.reading import Reading
from presslens.pipeline.sentiment.words import Role

MEASURES = (
    "wins",
    "loses",
    "own_clause",
    "next_clauses",
    "before",
    "negative",
    "positive",
    "alone_negative",
    "alone_positive",
    "opens",
    "aside",
    "owner",
    "absent",
    "several",
    "others_win",
    "limited",
    "speaker",
    "listed",
    "dates",
    "yardstick",
    "out_of_reach",
    "followed_positive",
    "followed_negative",
    "backer",
    "person",
    "planned",
    "neutral",
    "supplier",
)

_NOTHING = dict.fromkeys(MEASURES, 0.0)
_ASIDE = re.compile(
    r"(?:与|和|跟|对|据|如|像|从|在|以|为|给|比|及|、|诸如|例如|比如|包括|使用|基于|类似|对标|联系了|通过|面向|了|是|于|往|交|交给|交由|提交|送交|加入|服务|依赖|获取|采用|调用|接入|搭载|收购|买下|入股|创立|创办|离开|利用|借助|运用|供职于|就职于|来自|或)\s*$"
)
_SPEAKER = re.compile(
    r"^(?:方面|官方|公司|首席|CEO|的|工程师|团队|创始人|联合|研究员|负责人)*[^，。]{0,8}(?:表示|称|认为|指出|说|透露|介绍|坦言|回应|宣布)"
)
_DATES = re.compile(
    r"^(?:[^，。]{0,6})?(?:发布|推出|上线|出现|问世|面世|诞生|亮相|公布|出来)?[^，。]{0,4}(?:之后|以后|以前|之前|以来|前夕|前后|同一天|同时|当天|第二天|不久|时)"
)
_YARDSTICK_BEFORE = re.compile(r"(?:对标|中国版|国内版|国产|下一个|类|像|类似|所谓的?|逼近|接近|比作|另一个)[“「]?$")
_YARDSTICK_AFTER = re.compile(r"^(?:级|式|们|那样|这样|一样|这类|类)")
_OUT_OF_REACH = re.compile(
    r"(?:达不到|没有达到|远未达到|未能达到|没有能力(?:达到|做到)|赶不上|追不上|比不上|(?:与|和|跟|同|离|距离)$)[^，。]{0,3}$"
)
_GAP = re.compile(r"差距|还有很远|还差|要追|不在一个")
_BACKER = re.compile(r"[^，。；]{0,14}?(?:领投|跟投|参投|投资|注资|持股|入股)|[^，。；]{0,3}投的")
_BACKER_BEFORE = re.compile(r"(?:跟投方|投资方|投资者|股东|董事|投资人)[^，。；]{0,30}$")
_PERSON = re.compile(
    r"^(?:的|公司|方面|前|联合|首席|中国|大中华区|资深|副|执行|行政|技术|运营|财务|全球|事务)*(?:创始人|创办人|创立者|总裁|首席执行官|行政总裁|执行长|董事长|CEO|CTO|CFO|研究员|工程师|科学家|员工|高管|博士|教授|学者|负责人|代表|发言人|掌门人|开发商|母公司|背后)"
)
_SUPPLIER = re.compile(
    r"^(?:的)?(?:[^，。；]{0,4})(?:芯片|晶片|GPU|服务器|显卡|云服务|平台|技术|API|应用程序|域名|股份|股权|账号|视频|帖文|网站)"
)
_CLAUSE_END = re.compile(r"[，,；;。！!？?：:]")
_OWNER = ("的", "旗下", "公司", "团队", "创始人", "首席", "CEO")


def measures(reading: Reading, text: str, targets: Sequence[str], sentence: Probabilities) -> list[list[float]]:
    """Measure each target in the order of `MEASURES`: who wins, what its clauses say, and how it stands in the sentence."""
    found = places(text, targets)
    settled = outcome(text, found)
    clauses = _clause_starts(text)
    return [_one(reading, text, number, found, settled, clauses, sentence) for number in range(len(targets))]


def _one(
    reading: Reading,
    text: str,
    number: int,
    found: Sequence[Place],
    settled: Outcome,
    clauses: Sequence[int],
    sentence: Probabilities,
) -> list[float]:
    sign = settled.get(number, 0.0)
    if sign:
        measured = {"wins": float(sign > 0), "loses": float(sign < 0)}
    else:
        own = [place for place in found if place.target == number]
        measured = {
            **_tone(reading, found, own, clauses, sentence),
            "others_win": float(any(value > 0 for target, value in settled.items() if target != number)),
            "planned": float(bool(reading.roles & (Role.AIM | Role.ADVICE | Role.HYPOTHETICAL))),
            **(_around(reading, text, own[0]) if own else {"absent": 1.0}),
        }
    return list((_NOTHING | measured).values())


def _tone(
    reading: Reading, found: Sequence[Place], own: Sequence[Place], clauses: Sequence[int], sentence: Probabilities
) -> dict[str, float]:
    """Measure how hopeful the words are that may be said of a name, and how many others they may be said of."""
    local, later, earlier = _said(reading, found, own, clauses)
    negative, neutral, positive = sentence
    named = len({place.target for place in found})
    return {
        "own_clause": tanh(local),
        "next_clauses": tanh(later),
        "before": tanh(earlier),
        "negative": negative,
        "neutral": neutral,
        "positive": positive,
        "alone_negative": negative if named <= 1 else 0.0,
        "alone_positive": positive if named <= 1 else 0.0,
        "several": min(1.0, (named - 1) / 3) if found else 0.0,
    }


def _around(reading: Reading, text: str, place: Place) -> dict[str, float]:
    """Measure how a name stands among the words before and after it."""
    before, after = text[max(0, place.start - 4) : place.start], text[place.end : place.end + 20]
    beyond = _OUT_OF_REACH.search(before) and (before[-1:] not in "与和跟同离" or _GAP.search(after))
    good, bad = _following(reading, place)
    return {
        "opens": float(place.start <= 2),
        "aside": float(bool(_ASIDE.search(before))),
        "owner": float(after.startswith(_OWNER)),
        "limited": float(
            reading.roles & Role.LIMIT and any(t.roles & Role.LIMIT and t.start >= place.end for t in reading.tokens)
        ),
        "speaker": float(bool(_SPEAKER.match(after))),
        "listed": float(before.endswith("、") or after.startswith("、")),
        "dates": float(bool(_DATES.match(after))),
        "yardstick": float(bool(_YARDSTICK_BEFORE.search(before) or _YARDSTICK_AFTER.match(after))),
        "out_of_reach": float(bool(beyond)),
        "followed_positive": good,
        "followed_negative": bad,
        "backer": float(bool(_BACKER.match(after) or _BACKER_BEFORE.search(text, 0, place.start))),
        "person": float(bool(_PERSON.match(after))),
        "supplier": float(bool(_SUPPLIER.match(after))),
    }


def _said(reading: Reading, found: Sequence[Place], own: Sequence[Place], clauses: Sequence[int]) -> tuple[float, float, float]:
    """Add up the sentiment words of a target's own clauses, of those that follow up to the next name, and of those before."""
    mine = {_clause(place.start, clauses) for place in own}
    taken = {_clause(place.start, clauses) for place in found} - mine
    local = later = earlier = 0.0
    for token, value in zip(reading.tokens, reading.values, strict=True):
        if not value:
            continue
        clause = _clause(token.start, clauses)
        if clause in mine:
            local += value
        elif clause in taken:
            continue
        elif any(first < clause and not any(first < other <= clause for other in taken) for first in mine):
            later += value
        else:
            earlier += value
    return local, later, earlier


def _following(reading: Reading, place: Place) -> tuple[float, float]:
    """Find the first sentiment word after a name, within its sentence: how good, how bad."""
    for token, value in zip(reading.tokens, reading.values, strict=True):
        if value and token.start >= place.end:
            return max(0.0, tanh(value)), max(0.0, tanh(-value))
    return 0.0, 0.0


def _clause_starts(text: str) -> list[int]:
    return [match.end() for match in _CLAUSE_END.finditer(text)]


def _clause(at: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, at)
