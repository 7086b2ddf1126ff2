"""Find a known outlet where a page sets its name apart: first or last in a line of its head, in its path, in what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from presslens.pipeline.articles.mastheads import is_path
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.sections import is_section
from presslens.pipeline.articles.segments import parts_of

# All patterns are matched on matching copies.
_STEP = re.compile(r"[ \u3000]*(?:[|｜丨┃·•]|>{1,2}|»|›|/)[ \u3000]*|[ \u3000]+")
_LAST = re.compile(
    r"(?:[ ]*[|｜丨┃_][ ]*|[ ]+[-–—][ ]*)(?P<name>[^|｜丨┃_\-–—]{2,16}?)[ ]*(?:(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)?$"
)
_BAR = re.compile(r"[ ]*[|｜丨┃·•]")
_BRACKETED = re.compile(r"[\[【<〈《](?P<name>[^\]】>〉》]{2,14})[\]】>〉》]")
_CAPTION = re.compile(
    r"[▲▼△◆(（]?[ ]*(?:图(?:片|说|为)?[ ]*[一二三四五\d]*[ ]*[:：/|]|摄影|题图|封面|资料图)|"
    r".*(?:图片?|摄|提供|来源|资料照)[)）]?$"
)
# What a page asks of its readers names the page: 下載某某App, 加入某某LINE社群, 更多某某報導.
_ASKS = re.compile(
    r"下载|加入|订阅|订户|会员|完整内容|登[陆录]|所刊|追踪|关注|按赞|更多|客户端|粉丝团|社群|群组|App|APP|频道|Instagram|^[*＊※（(]?翻译[:：]"
)
_PRINTED_IN = re.compile(r"(?:刊于|刊登于|原载于?|首发于?|转载自|摘自)[《「“]?")
# Who is told something, and whose reporter asks: 向《某某日報》表示, 某某日報記者.
_TOLD_TO = re.compile(
    r"(?:向|对|告诉|接受)[《「“]?(?P<told>[\w·]{2,14}?)[》」”]?(?:记者)?(?:称|说|表示|采访|透露|指出|访问|专访|坦言|介绍|[:：,，])|"
    r"(?<![\u3400-\u9fff])(?P<asks>[\w·]{2,12}?)(?:独家)?(?:记者|[从由]|独家?获悉|获悉|了解到)"
)
_LONGEST_LINE, _LONGEST_ASKED, _LONGEST_NAME = 110, 40, 14
_HEAD, _FOOT = 8, 6


def named_around(head: Sequence[str], foot: Sequence[str]) -> str:
    """Give the known outlet that the head sets apart or the foot asks its readers to follow; empty where there is none.

    >>> named_around(["首頁 / 風傳媒 / 財經", "新模型公布"], []), named_around(["新模型公布 - 明報"], [])
    ('風傳媒', '明報')
    >>> named_around(["新模型公布"], ["加入香港01群組"])
    '香港01'
    """
    near = list(head[:_HEAD])
    names = chain(
        (name for line in near if len(line) <= _LONGEST_LINE for name in _set_apart(line)),
        (name for line in near if (name := _printed_in(line))),
        (name for line in reversed([*head, *foot][-_FOOT:]) if (name := _asked_for(line))),
        (parts.outlets[0] for line in near if (parts := parts_of(line)).is_dated and len(parts.outlets) > 1),
    )
    return next(names, "")


def named_in_text(text: str) -> str:
    """Give the known outlet to whom people speak in the matching copy of a text, or whose reporter asks them.

    >>> named_in_text("公司负责人向《明报》表示，明年推出新模型。"), named_in_text("据路透社报道，公司推出新模型。")
    ('明报', '')
    """
    for found in _TOLD_TO.finditer(text):
        name = found["told"] or found["asks"]
        if (known := outlet_named(name)) and not (known.platform or known.quoted) and not is_section(name):
            return name
    return ""


def _set_apart(line: str) -> Iterator[str]:
    match = matching_copy(line)
    if _CAPTION.match(match):
        return
    if bracketed := _BRACKETED.match(match):
        # 《某某日報》｜… heads a digest of what others print.
        if _BAR.match(match, bracketed.end()):
            return
        yield from _known(line[bracketed.start("name") : bracketed.end("name")])
    steps = [step for step in _STEP.split(match) if step]
    starts = [match.find(step) for step in steps]
    if len(steps) > 1:
        behind = match[starts[0] + len(steps[0]) :]
        if _BAR.match(behind) or is_section(steps[1]) or parts_of(steps[1]).is_credit or parts_of(line).writers:
            yield from _known(line[starts[0] : starts[0] + len(steps[0])])
    if is_path(line):
        for step, start in zip(steps, starts, strict=True):
            yield from _known(line[start : start + len(step)])
    if last := _LAST.search(match):
        yield from _known(line[last.start("name") : last.end("name")])


def _known(name: str) -> Iterator[str]:
    if outlet_named(name) and not is_section(name):
        yield name


def _printed_in(line: str) -> str:
    match = matching_copy(line)
    found = _PRINTED_IN.search(match) if len(line) <= _LONGEST_LINE else None
    return _longest_at(line, found.end()) if found else ""


def _asked_for(line: str) -> str:
    match = matching_copy(line)
    if len(line) > _LONGEST_ASKED or not _ASKS.search(match):
        return ""
    return next((name for at in range(len(line) - 1) if (name := _longest_at(line, at))), "")


def _longest_at(line: str, at: int) -> str:
    """Give the longest name of an outlet that begins at a place, of three characters or more."""
    ends = range(min(len(line), at + _LONGEST_NAME), at + 2, -1)
    return next(
        (
            line[at:end]
            for end in ends
            if line[end - 1].isalnum() and outlet_named(line[at:end]) and not is_section(line[at:end])
        ),
        "",
    )
