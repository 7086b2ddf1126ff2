"""Read what goes with a credit: who prints with leave, who reported beside the first named, who signs in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presslens.pipeline.articles.names import PERSON
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.persons import persons_in
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.segments import PLACE, parts_of

_PERSONS = rf"{PERSON}(?:[、 ,，／/]{PERSON}){{0,3}}"
# `某某邦经授权发布`, `不代表某某网立场`: who prints what an account wrote says so itself.
_PRINTED_WITH_LEAVE = re.compile(
    r"(?:^|[，,。；;）)」”\"\d ])(?P<outlet>[\w·]{2,12}?)(?:已?[经获]?授权|已经授权|获授权)(?:发布|转载|刊发|刊载|发表)|"
    r"不代表[「“《]?(?P<stands>[\w·]{2,12}?)[」”》]?(?:的)?(?:观点|立场|意见)"
)
_NO_PRINTER = re.compile(r"(?:本|该|此|原|其|我|报社|作者|任何|公司|平台|网站|并|且|已|经|未|转载|授权).*|.*(?:经|未)")
_ANOTHER_REPORTER = re.compile(rf"[ ](?P<who>{PERSON})(?=$|[ \u3000／/])")
# 本報記者 林小明 實習生 王大文
_HELPED_BY = re.compile(
    rf"(?:实习生|实习记者|见习记者|通讯员)[ \u3000:：|｜]{{0,2}}(?P<who>{_PERSONS})(?=$|[ \u3000／/）)|｜])"
)
_JOINED_IN_ENGLISH = re.compile(r", | and | & ")
_WHOLE_NAME = re.compile(r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]*){1,2}")
_IN_ENGLISH = re.compile(r"^(?:[Bb]y |BY )?(?P<who>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]*){1,3})$")
_FOLLOW = re.compile(r"(?:关注|搜索)[“「]?(?P<outlet>\w{2,10}?)[”」]?(?:官方)?(?:微信|公众号|订阅号)")
_SIGNED_WITHIN = 6


def printed_with_leave(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give who says that it prints an article with its author's leave, or that its author does not speak for it.

    Each line comes with its matching copy.

    >>> list(printed_with_leave([("算力网经授权发布。", "算力网经授权发布。")]))
    ['算力网']
    """
    for line, match in pairs:
        for found in _PRINTED_WITH_LEAVE.finditer(match):
            group = "outlet" if found["outlet"] else "stands"
            if not _NO_PRINTER.fullmatch(found[group]) and (name := line[found.start(group) : found.end(group)]):
                yield name


def more_reporters(line: str, at: int) -> Iterator[str]:
    """Give who stands behind the reporters of a line: a second one after a space, an intern or correspondent by that role.

    >>> list(more_reporters("本报记者 林小明 实习生 王大文", 8))
    ['王大文']
    """
    match = matching_copy(line)
    while another := _ANOTHER_REPORTER.match(match, at):
        at = another.end("who")
        if not PLACE.fullmatch(another["who"][:2]):
            yield line[another.start("who") : at]
    while helper := _HELPED_BY.search(match, at):
        at = helper.end("who")
        yield from persons_in(line[helper.start("who") : at]).split("、")


def signed_in_english(head: Sequence[str]) -> Iterator[str]:
    """Give an English name that stands on a line of its own, after By or next to a line with the date or the outlet.

    >>> list(signed_in_english(["新模型公布", "ELLEN MAY, JO PARK", "2024-05-06"]))
    ['ELLEN MAY、JO PARK']
    """
    for at, line in enumerate(head[:_SIGNED_WITHIN]):
        names = [name for name in _JOINED_IN_ENGLISH.split(line) if name]
        if len(names) > 1 and all(map(_WHOLE_NAME.fullmatch, names)) and not outlet_named(line):
            yield "、".join(names)
            continue
        found = _IN_ENGLISH.match(line)
        if not found or outlet_named(line) or outlet_named(found["who"]):
            continue
        beside = [*head[max(0, at - 1) : at], *head[at + 1 : at + 2]]
        if line != found["who"] or any(parts.is_credit for parts in map(parts_of, beside)):
            yield found["who"]


def recommended(match: str) -> str:
    """Read the known outlet that a matching copy asks to follow, by which it signs what others pass on.

    >>> recommended("更多内容请关注深网微信公众号"), recommended("更多内容请关注我们")
    ('深网', '')
    """
    found = _FOLLOW.search(match)
    return found["outlet"] if found and outlet_named(found["outlet"]) else ""
