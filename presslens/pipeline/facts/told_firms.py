"""The firms of one article that no lexicon lists, wherever it first says what they are, and the one it is mainly about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from presslens.lexicon import Hit, any_of
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.unlisted import is_common_skill
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated
from presslens.record import replace

_FIRM = r"(?:公司|企业|厂商|创企|新创|初创|独角兽|团队|工作室|[芯晶]片商)"
_ACTS = r"(?:研发|开发|推出|发布|宣布|打造|完成|获得?|今[日天]|昨[日天]?|日前|近日|上周|本周|披露|创办|创立|首[日次发]|正在|正)"
_ENDINGS = r"(?:科技|智能|智慧|影业|半导体|微电子|光电|运算|电子|数字|网络|传媒|机器人|创新|时代|动力)"
_OFFICERS = r"(?:联合)?(?:创始人|创办人|CEO|首席|董事长|总经理|总裁|执行长|负责人|财务长)"
# 芯片公司「甲石微」, 视频公司甲影核(Nanto), 新创甲棱智慧开发, 甲岩运算(Basaltic),.
_INTRODUCED = Gated(
    rf"{_FIRM}[“「](?P<quoted>[A-Za-z0-9一-鿿]{{2,8}})[”」]"
    rf"|{_FIRM}(?P<before_latin>[一-鿿]{{3,6}})(?=[(（][A-Za-z][A-Za-z .]+[)）])"
    rf"|{_FIRM}(?P<acting>[一-鿿]{{3,4}}?)(?={_ACTS})"
    rf"|(?:^|[的，,。])(?:{_FIRM})?+(?P<in_short>[一-鿿]{{3,6}})(?=[(（][A-Z][A-Za-z .]+[)）][，,宣完今昨获])"
    # 的千帧科技上周五把, 服务商澄影智能今日, 云帧科技创始人.
    rf"|(?:^|[的，,。；：:\s商司家“「])(?P<by_ending>[一-鿿]{{1,4}}{_ENDINGS})(?={_OFFICERS}|{_ACTS}|[(（]|[上本]周|把|将|是一家)"
    r"|(?:^|[，,。；\s])(?P<is_one>[A-Za-z一-鿿]{2,8}?)是一[家间](?=[^，,。；]{0,16}(?:公司|企业|厂商|服务商))"
)
_NO_NAME = re.compile(
    r"[的了在是和与及等们各每多几两三数这那该其某本我你他她它]|公司|企业|表示|认为|目前|已经|首次|正式|今年|去年|同时|共同|联合|宣布|计划|预计|发布|推出|合计|市场|行业|人员|研发|员工|负责|相关|创始|旗下|自主|核心|目标|产品|模型|[芯晶]片|技术|业务|股东|投资"
)
_IN_BRACKETS = re.compile(r"\s?[(（]\s?")
_OFTEN, _LEAD = 2, 1.5


def with_told_firms(read: Sequence[Passage]) -> list[Passage]:
    """Mark the firms of an article that its words introduce, in every sentence where they stand."""
    found: set[str] = set()
    for passage in read:
        if passage.may(_INTRODUCED):
            found.update(_introduced(passage))
    if not found:
        return list(read)
    pattern = re.compile(any_of(found))
    return [_marked(passage, pattern) for passage in read]


def main_firm(read: Sequence[Passage], title: str) -> str:
    """Give the firm that an article is about: one that it names more often than any other, else the first of the headline."""
    counts = Counter(name.name for passage in read for name in passage.names if name.kind == "company")
    first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if first[1] >= max(_OFTEN, _LEAD * second[1]):
        return first[0]
    places = {name: title.find(name) for name, count in counts.items() if count >= _OFTEN and name in title}
    return min(places, key=places.__getitem__) if places else ""


def _introduced(passage: Passage) -> set[str]:
    names = set()
    for match in _INTRODUCED.finditer(passage.text):
        name = next(part for part in match.groupdict().values() if part)
        start = passage.start + match.start(match.lastgroup or 0)
        known = any(hit.start < start + len(name) and start < hit.end and listed_kind(hit.name) for hit in passage.names)
        if not known and not _NO_NAME.search(name) and not is_common_skill(name):
            names.add(name)
    return names


def _marked(passage: Passage, pattern: re.Pattern[str]) -> Passage:
    again = [
        Hit(passage.start + match.start(), passage.start + match.end(), match.group(), "company")
        for match in pattern.finditer(passage.text)
    ]
    again = [
        one for one in again if not any(n.start < one.end and one.start < n.end and listed_kind(n.name) for n in passage.names)
    ]
    if not again:
        return passage
    # 云帆影核(Yunfan Vision): the name in brackets is the same firm's.
    kept = [
        name
        for name in passage.names
        if not any(name.start < one.end and one.start < name.end for one in again)
        and not (
            listed_kind(name.name) is None
            and any(_IN_BRACKETS.fullmatch(passage.between(one.end, name.start)) for one in again)
        )
    ]
    return replace(passage, names=tuple(sorted([*kept, *again], key=lambda hit: hit.start)))
