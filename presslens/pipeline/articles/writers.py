"""Find who wrote an article whose head names no author outright: by another role, beside the date, behind a dateline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from presslens.pipeline.articles.furniture import is_furniture
from presslens.pipeline.articles.names import PERSON, is_person
from presslens.pipeline.articles.outlets import may_be_outlet, outlet_named
from presslens.pipeline.articles.persons import persons_in
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.sections import is_section
from presslens.pipeline.articles.segments import PLACE, parts_of, with_plain_dates

# All patterns are matched on matching copies.
_HAN = r"[\u3400-\u9fff]{2,4}"
_LATIN = r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
_NAMES = rf"(?P<who>(?:{_HAN}|{_LATIN})(?:[、 ,，](?:{_HAN}|{_LATIN})(?![:：|]))*)"
_BOUNDARY = r"(?=$|[ \u3000|｜丨·/／（()）,，。;；]|(?:19|20)\d\d)"
# Who put an article together in another role than its author, the nearer to writing the earlier.
_ROLES = (
    r"(?:执笔|口述|讲述|撰写|(?:采访|撰文|文字?|编译)[．.·・、/／&](?:责编|责任编辑|编辑|撰文|摄影|图))",
    r"(?:特约|专栏|本报|本社|本刊)?(?:记者|作者|作家|评论员|研究员|主笔)",
    r"(?:文|作者)(?=[ \u3000])",
    r"(?:整理|采访|编译|摘译|整编|译者|原文|原作者|数据分析|统计|制表)",
    r"(?:证券)?分析师",
    r"通讯员",
)
_IN_ROLES = tuple(
    re.compile(rf"(?:^|[ \u3000|｜丨·/／（(【■,，]){role}(?:[ ]*[:：|｜丨/／][ ]*|[ \u3000]+|(?<=执笔)){_NAMES}{_BOUNDARY}")
    for role in _ROLES
)
# 某某网5月6日电（小雨）一家公司, 【某某報訊】記者林小明報道：一家公司
_BEHIND_DATELINE = re.compile(
    r"^.{2,24}?(?:电|讯|消息|报道)[】〕]?[ ]?(?:[（(](?P<who>[\u3400-\u9fff]{2,3})[)）]|"
    r"记者[ ]?(?P<named>[\u3400-\u9fff]{2,3})[ ]?(?:报道|报导)[:：])"
)
_REPORTS = re.compile(rf"(?:^|[／/ \u3000])(?:编辑[ ]?)?(?P<who>{PERSON})[ ]?(?:综合)?(?:报道|报导)$")
_DEPARTMENT = re.compile(
    rf"^[【〔（(]\w{{2,6}}(?:中心|部|组|频道)?[／/]?(?:编译|记者)[ ]?(?P<who>{PERSON})(?:[／/ ]?\w{{0,4}}报[道导])?[】〕）)]"
)
_LATIN_BESIDE_DATE = re.compile(r"(?:^|[ \u3000|｜])(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=$|[ \u3000|｜])")
_ONE_LATIN = re.compile(
    r"^(?:(?P<first>[A-Z][a-z]{2,}) (?:19|20)\d\d-\d|"
    r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}[ \u3000]+(?P<last>[A-Z][a-z]{2,})(?=$|[ \u3000](?![A-Z][a-z])))"
)
_WITH_POST = re.compile(
    r"^(?P<who>[\u3400-\u9fff]{2,4})(?:[（(].{2,24}[)）]|"
    r"[ ][\u3400-\u9fff]{0,8}(?:师|者|人|授|家|长|员|士|理|监|编))$"
)
_POSTED_BY = re.compile(r"(?:^|[ \u3000])(?:[Pp]osted )?by (?P<who>[A-Za-z][\w-]{1,15}) (?:on )?(?:19|20)\d\d")
_WITH_MARK = re.compile(rf"^(?:[●◎■◆]|《[\w·]{{3,14}}》[ \u3000]*)(?P<who>{PERSON})(?:[／/｜|]|$)")
_AGREED = re.compile(r"[\d,]+ ?人赞同了该回答")
_COMPILED = re.compile(rf"[（(](?:译者|编译|作者|文)[:：／/|](?P<who>{PERSON})")
_NO_PERSON = re.compile(r".*(?:消息|分钟|字号|次|频道|版)|编辑部|编辑|责编|.*(?:中心|团队|编辑|报道|综合|研究院|日报|新闻)")
_NEAR, _LONGEST_LINE, _LONGEST_NAME, _LONGEST_CREDIT = 8, 72, 12, 120


def other_writer(head: Sequence[str], foot: Sequence[str]) -> str:
    """Give who wrote an article as the lines around it tell it, the surest way first; empty where none does.

    >>> other_writer(["新模型公布", "口述：老吳　整理：小蔓"], [])
    '老吳'
    >>> other_writer(["新模型公布", "2024/05/06　Ellen May　3 分鐘閱讀"], [])
    'Ellen May'
    """
    near = [(line, matching_copy(line)) for line in head[:_NEAR]]
    ways: tuple[Callable[[str, str], str], ...] = (_behind_dateline, _reporting, _short_name_beside_outlet, _beside_date)
    names = chain(
        (
            _in_role(line, match[:_LONGEST_LINE], role)
            for role in _IN_ROLES[:2]
            for line, match in near
            if len(line) <= _LONGEST_CREDIT
        ),
        (way(line, match) for way in ways for line, match in near),
        (
            _in_role(line, match[:_LONGEST_LINE], role)
            for role in _IN_ROLES[2:]
            for line, match in near
            if len(line) <= _LONGEST_CREDIT
        ),
        _by_neighbours(near),
        (_part(line, found) for line in (*foot, *reversed(head)) if (found := _COMPILED.search(matching_copy(line)))),
    )
    return next((name for name in names if name and not _NO_PERSON.fullmatch(matching_copy(name))), "")


def _part(line: str, found: re.Match[str], group: str = "who") -> str:
    return line[found.start(group) : found.end(group)]


def _in_role(line: str, match: str, role: re.Pattern[str]) -> str:
    found = role.search(match)
    who = _part(line, found) if found else ""
    return "" if not who or outlet_named(who) or may_be_outlet(who) else persons_in(who)


def _behind_dateline(line: str, match: str) -> str:
    found = _BEHIND_DATELINE.match(match)
    who = _part(line, found, "who" if found["who"] else "named") if found else ""
    return who if is_person(who) else ""


def _reporting(line: str, match: str) -> str:
    found = _DEPARTMENT.match(match) or (_REPORTS.search(match) if len(line) <= _LONGEST_LINE else None)
    return _part(line, found) if found else ""


def _short_name_beside_outlet(line: str, match: str) -> str:
    """Take a word of two or three characters for a pen name that stands with a known outlet and the date, and nothing else."""
    parts = parts_of(line)
    name = parts.unknown[0] if len(parts.unknown) == 1 else ""
    is_name = len(name) in (2, 3) and all("\u3400" <= character <= "\u9fff" for character in name)
    is_place = PLACE.fullmatch(matching_copy(name)) is not None
    is_other = is_place or is_section(name) or is_furniture(name) if is_name else True
    return name if not is_other and parts.outlets and parts.is_dated else ""


def _beside_date(line: str, match: str) -> str:
    if not parts_of(line).is_dated or len(line) > _LONGEST_LINE:
        return ""
    plain = with_plain_dates(match)
    if posted := _POSTED_BY.search(plain):
        return posted["who"]
    if (one := _ONE_LATIN.match(plain)) and not outlet_named(name := one["first"] or one["last"]):
        return name
    found = _LATIN_BESIDE_DATE.search(plain)
    return found["who"] if found and not outlet_named(found["who"]) and not may_be_outlet(found["who"]) else ""


def _by_neighbours(near: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give a name with its post beside the date, and who wrote an answer that others agree with."""
    for at, (line, match) in enumerate(near):
        below = [other for _, other in near[at + 1 : at + 3]]
        beside = [*(other for other, _ in near[max(0, at - 1) : at]), *(other for other, _ in near[at + 1 : at + 2])]
        if any(_AGREED.fullmatch(other) for other in below) and len(line) <= _LONGEST_NAME and line.isalnum():
            yield line
        if marked := _WITH_MARK.match(match):
            yield _part(line, marked)
        found = _WITH_POST.match(match)
        if found and is_person(_part(line, found)) and any(parts_of(other).is_dated for other in beside):
            yield _part(line, found)
