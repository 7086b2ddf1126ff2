"""Read who printed and who wrote an article from its credit lines, signatures and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from presslens.pipeline.articles.datelines import dateline, reporter_in
from presslens.pipeline.articles.labels import plainly_labelled
from presslens.pipeline.articles.mastheads import is_posted, may_be_new_outlet
from presslens.pipeline.articles.more_credits import more_reporters, printed_with_leave, recommended, signed_in_english
from presslens.pipeline.articles.names import PERSON, is_person
from presslens.pipeline.articles.outlets import known_at_end, may_be_outlet, outlet_named
from presslens.pipeline.articles.persons import ROLE, all_look_like_names, persons_in
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.segments import closing_of, opening_of, parts_of
from presslens.pipeline.articles.writers import other_writer
from presslens.pipeline.gates import Filtered
from presslens.pipeline.patterns import searched

_MARK = r"[ ]*[:：|｜丨︱/／][ ]*"
_OTHER_LABEL = (
    r"(?=[ ]{2,}|[ \u3000]+[\u3400-\u9fff]{2,5}[ ]*[:：|｜]|\u3000|"
    r"[ ]*(?:责任|值班|执行|每经|本文|内容)?(?:编辑|责编|来源|出品|审校|校对|排版|图源|摄影)[ ]*[:：|｜丨/／ ]|"
    r"[ ]+(?:[\u3400-\u9fff]{2,8}(?:专栏|栏目))?[ ]*(?:19|20)\d\d[-./年]|[ ]+发自|[，,；;。)）】]|$)"
)

_PERSONS = rf"{PERSON}(?:[、 ,，／/]{PERSON}){{0,3}}"

_WRITTEN_BY = re.compile(
    rf"(?P<before>[^，。:：|｜/]{{0,12}}?)[（(【]?(?:本文|文章|特约|每经|本报|本期|专栏)?"
    rf"(?:作者|记者|采访撰文|撰文|撰稿人?|撰写|采写|报道|报导|撰述|文(?!.{{1,20}}作者[ ]*[:：|"
    rf"｜丨/])(?:[、/及和][摄图影]{{1,3}})?|文字)"
    rf"(?:{_MARK}|[ ]*@)(?P<who>.{{1,40}}?){_OTHER_LABEL}"
)
_REPORTER = ROLE.replace("|编辑|", "|").replace("|译者", "")
_NAMED_INSIDE = re.compile(
    rf"(?:作者|撰文)(?:{_MARK}|[ ]?(?={PERSON}(?:[ ，,)）|]|$))|"
    rf"(?<=[，,]作者)(?=[\w·]{{2,8}}[ ]*$))(?P<who>.{{1,30}}?)(?:{_OTHER_LABEL}|(?=[ ]*[|｜]))"
)
_TITLED = re.compile(rf"[（(]?(?P<outlet>[\w·《》 ]{{2,16}}?){_REPORTER}[ \u3000:：]+(?P<who>[\w· 、,，]{{2,24}}?)[)）]?$")
# `某某新闻记者 | 林小明`, `□ 某某日报记者 林小明`, `某某周末特约撰稿 林小明`
_NEW_TITLED = re.compile(
    rf"[□■●◎ ]*(?P<outlet>[\w·]{{3,10}}?)(?:特约|首席|资深|见习|实习|高级)?(?:记者|撰稿人?|作者|编译|评论员)[ \u3000]*"
    rf"(?:[|｜丨:：/／][ \u3000]*)?(?P<who>{_PERSONS})(?=$|[ \u3000／/·])"
)
_PASSED_ON = re.compile(
    r"[（(]?(?:转载自|转自|原载于?|首发于?|来源于|来自(?=[ :：“「《]))[ :：]*[“「《]?(?P<outlet>[\w·]{2,16}?)[”」》]?[)）]?$"
)
# `21世纪经济报道记者 林小明 北京报道`, `記者林小明／台北報導`, `（中央社記者林小明台北16日電）`.
_REPORTED_BY = re.compile(
    rf"[（(【]?(?P<outlet>[\w·《》]{{0,14}}?)[ ]?(?:全媒体|首席|特约|实习|资深|高级|本报)?记者[ ]?(?P<who>{_PERSONS}?)"
    r"(?:[ \u3000／/]{0,2}[\u3400-\u9fff]{2,6}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:报道|报导|专?电|讯|连线))?(?:[）)】 \u3000]|$)"
)
_OUTLET_AND_PERSON = re.compile(rf"(?P<outlet>[\w《》]{{2,14}})[ ]?[·•|｜／/][ ]?(?P<who>{PERSON})$")
_SENT_FROM = re.compile(r"(?P<who>[\w· 、,，&]{1,24}?)[ ]+发自[ ]*\S{1,8}")
_SIGNED = re.compile(r"[（(](?P<outlet>[\w·《》]{2,12})[ ](?P<who>[\u3400-\u9fff]{2,4})[)）]$")
_NAME_AND_TIME = re.compile(
    r"(?P<who>[\u3400-\u9fff]{2,12})[ ]*(?:发布于|发表于|[·•])?[ ]*"
    r"(?:(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}|\d{1,2}-\d{1,2}[ ]\d{1,2}:\d\d)"
)

_ACCOUNT = re.compile(r"(?P<outlet>[\w·\- ]{2,20}?)[ ]?(?:[|｜丨][ ]?公众号|[（(](?:微信)?公众号[:：]).{0,24}$")
_ACCOUNT_AND_ID = re.compile(r"(?P<outlet>[\w·\-]{2,20}?)[ ]?[（(](?:微信)?(?:ID|号)[ ]?[:：].{0,24}$")
_SOURCE = re.compile(
    rf"[（(【]?(?:本文|文章|稿件|新闻)?(?:来源|稿源|信源|出品|转自|转载自|发布者|发布方|媒体|刊于|"
    rf"原载){_MARK}(?P<outlet>.{{2,24}}?)[ ]*"
    r"(?:[（(].*|[，,。;；]? *(?:作者|编辑|记者|\d{4}).*)?[)）】]?$"
)
_BEGINS_WITH_DATE = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}")
_SOURCE_INSIDE = re.compile(rf"(?<![片据料图息面材])(?:来源|稿源|出品){_MARK}(?P<outlet>[^ |｜，,;；]{{2,16}})")
_GLUED_ACCOUNT = re.compile(r"(?P<outlet>[\w·]{2,14})[（(](?:微信)?公众号[:：][\w-]+[)）]")
_COMES_FROM = re.compile(
    r".*?[（(]?(?:本文|文章|以下文章)(?:首发于|首发|来自|来源于|转载自|转自|源自|系)(?:微信公众号|公众号)?[:： ]*[“「《]?"
    r"(?P<outlet>[\w·]{2,16}?)[”」》]?(?:App|APP|微信公众号|公众号|独家)?(?:稿件)?[ ]?(?:专栏[:：]|[（(，,。)）]|$)"
)
# Whose article a site passes on counts before the site.
_FROM_AN_ACCOUNT = searched(r"(?:本文|文章)(?:首发于|首发|来自|来源于|转载自|转自)(?:微信)?公众号|以下文章来源于")
# `原创 林小明 硅谷微光 2024年05月06日 08:30 北京`: a WeChat page dumped in one line.
_ORIGINAL = re.compile(
    r"原创[ ]+(?P<who>[\w·]{2,10}(?:[ 、][\w·]{2,10}){0,3}?)[ ]+(?P<outlet>[\w·]{2,14})[ ]*(?:$|"
    r"[ ](?:20\d\d|发表于|发布于|\d{1,2}月))"
)
# `林小明 | 撰文`, `林小明 / 文`.
_WRITTEN_BEHIND = re.compile(rf"(?P<who>{_PERSONS})[ ]*[|｜丨/／][ ]*(?:撰文|作者|文|采写|撰稿)$")
_LATIN_NAME = r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,2}"
_LATIN_WRITER = re.compile(
    rf"(?:^|[ |｜丨·/／\u3000（(])(?:本文作者|作者|记者|采访撰文|撰文|撰稿|采访|编译|文|(?<![A-Za-z] )(?:[Bb]y|BY)|Text by)"
    rf"(?:[ ]*[:：|｜丨/／@][ ]*|[ ]+)(?P<who>{_LATIN_NAME})(?=$|[ ]*[|"
    rf"｜丨·,，、;；）)\u3000]|[ ]{{2}}|[ ]+(?:on|发布|发表|\d|[\u3400-\u9fff]))"
)
_OF_PERSONS = Filtered(
    (_WRITTEN_BEHIND, _REPORTED_BY, _OUTLET_AND_PERSON, _NEW_TITLED, _TITLED, _SENT_FROM, _SIGNED, _WRITTEN_BY, _NAME_AND_TIME)
)
_BEFORE_MORE = (_REPORTED_BY, _NEW_TITLED, _TITLED, _WRITTEN_BY)
_OF_OUTLETS = Filtered((_GLUED_ACCOUNT, _ACCOUNT, _SOURCE, _COMES_FROM, _PASSED_ON, _ACCOUNT_AND_ID))
# `文 | 某某商評，作者 | 小道`: who prints it, then who writes it.
_PRINTED_AND_WRITTEN = re.compile(rf"文{_MARK}(?P<outlet>[\w·]{{2,14}}?)[，,、 \u3000]+作者{_MARK}")
# 作者|某某社 林小明: three characters that end as no name of a person does.
_ENDS_AS_OUTLET = re.compile(r"[\u3400-\u9fffA-Za-z]{2,7}[社汇网报刊局所院派圈]")
_MORE_NAMES = re.compile(r"(?:\u3000[\u3400-\u9fff]{2,3})+$")
_QUOTED_SOURCE = re.compile(r"[ ]*[>—–-]")
_LONGEST_CREDIT = 160
_LONGEST_LATIN, _LONGEST_OPENING = 90, 48
_SIGNED_WITHIN, _LONGEST_SIGNATURE = 6, 16
_GLUED_WITHIN = 80


class Credits(NamedTuple):
    """Outlet and author as they are printed; empty where a line says nothing of them."""

    outlet: str
    author: str


def credits_of(head: Sequence[str], foot: Sequence[str]) -> Credits:
    """Read outlet and author from the first and last lines; an outlet is never the author.

    >>> credits_of(["文 | 數位週刊 林小明"], [])
    Credits(outlet='數位週刊', author='林小明')
    """
    head, foot = list(map(plainly_labelled, head)), list(map(plainly_labelled, foot))
    lines = [line for line in (*head, *reversed(foot)) if line]
    pairs = list(zip(lines, matching_copy("\n".join(lines)).split("\n"), strict=True))
    found = [_either(_credits_in(line, match), _by_parts(line)) for line, match in pairs if len(line) <= _LONGEST_CREDIT]
    found += [_either(Credits(*dateline(line, match)), _by_parts(opening_of(line))) for line, match in pairs[: len(head)]]
    found += [
        _credits_in(line[:_GLUED_WITHIN], match[:_GLUED_WITHIN]) for line, match in pairs[:2] if _GLUED_ACCOUNT.match(match)
    ]
    found += [Credits("", name) for name in _signed_alone(head)]
    openings = ((line[:_LONGEST_OPENING], match[:_LONGEST_OPENING]) for line, match in pairs[: len(head)])
    found += [Credits("", reporter_in(line, match)) for line, match in openings]
    found += [_by_parts(closing_of(line)) for line in (*reversed(foot), *reversed(head))]
    found += [Credits(account, "") for _, match in reversed(pairs) if (account := recommended(match))]
    found += [Credits("", who) for who in signed_in_english(head)]
    found += [
        Credits("", name["who"])
        for line, match in pairs
        if len(line) <= _LONGEST_LATIN and (name := _LATIN_WRITER.search(match))
    ]
    passed_on = [
        credit.outlet for line, match in pairs if _FROM_AN_ACCOUNT.search(match) and (credit := _credits_in(line, match)).outlet
    ]
    outlet = next(
        chain(printed_with_leave(pairs), passed_on), _first_printer(credit.outlet for credit in found if credit.outlet)
    )
    author = next((credit.author for credit in found if credit.author), "")
    # `文｜某某觀察` is how an account signs what it prints.
    if author and not outlet and may_be_outlet(author):
        outlet, author = author, next((credit.author for credit in found if credit.author and credit.author != author), "")
    author = author or other_writer(head, foot)
    return Credits(outlet, author)


def _first_printer(outlets: Iterable[str]) -> str:
    """Give the first outlet named, a site that only passes on what others print where there is no other."""
    named = list(outlets)
    own = (name for name in named if (known := outlet_named(name)) and not (known.platform or known.quoted))
    first = outlet_named(named[0]) if named else None
    return next(own, named[0]) if named and not (first and not first.platform) else "".join(named[:1])


def _either(one: Credits, other: Credits) -> Credits:
    return Credits(one.outlet or other.outlet, one.author or other.author)


def _by_parts(line: str) -> Credits:
    parts = parts_of(line) if line else None
    if parts is None:
        return Credits("", "")
    new = parts.unknown[0] if len(parts.unknown) == 1 and not parts.outlets and may_be_outlet(parts.unknown[0]) else ""
    is_signed = parts.is_dated and bool(parts.persons) and len(parts.unknown) <= 1
    is_credit = parts.is_credit or (parts.writers and (parts.is_dated or parts.is_reported))
    if not (is_credit or is_signed or (new and (parts.is_dated or parts.writers or parts.is_reported))):
        return Credits("", "")
    outlet = _first_printer(_outlet_in(name) for name in (*parts.outlets, new) if name)
    # A name without a role is a writer's where nothing but the outlet or the date stands beside it.
    writers = parts.writers or (parts.persons if parts.is_dated or len(parts.outlets) == 1 else ())
    return Credits(outlet, persons_in("、".join(writers)))


def _signed_alone(head: Sequence[str]) -> Iterator[str]:
    """Give the names that stand on lines of their own next to a line with the date, the outlet or a role."""
    for at, line in enumerate(head[:_SIGNED_WITHIN]):
        beside = [*head[max(0, at - 1) : at], *head[at + 1 : at + 2]]
        if is_posted(head, at) and len(line) <= _LONGEST_SIGNATURE and not may_be_outlet(line):
            yield line
        elif all(map(is_person, re.split(r"[ \u3000、,，/／]+", line))) and any(
            (parts.is_credit or parts.is_dated) and not parts.writers for parts in map(parts_of, beside)
        ):
            yield persons_in(line.replace("\u3000", " "))


def _credits_in(line: str, match: str) -> Credits:
    if _BEGINS_WITH_DATE.match(match):
        return _labelled_inside(line, match)
    if found := _ORIGINAL.match(match):
        return Credits(
            _outlet_in(line[found.start("outlet") : found.end("outlet")]),
            persons_in(line[found.start("who") : found.end("who")]),
        )
    if found := _PRINTED_AND_WRITTEN.match(match):
        outlet = _outlet_in(line[found.start("outlet") : found.end("outlet")])
        return Credits(outlet, _labelled_inside(line, match).author)
    for pattern in _OF_PERSONS.possible(match):
        if (found := pattern.match(match)) and (credit := _from_person(line, found)):
            return credit
    for pattern in _OF_OUTLETS.possible(match):
        if found := pattern.match(match):
            outlet = _outlet_in(line[found.start("outlet") : found.end("outlet")])
            author = _NAMED_INSIDE.search(match, found.end("outlet"))
            return Credits(outlet, persons_in(line[author.start("who") : author.end("who")]) if author and outlet else "")
    if len(line) <= 24 and outlet_named(line) and line not in ("财经", "財經"):
        return Credits(line, "")
    return _labelled_inside(line, match) if len(line) <= _GLUED_WITHIN and not _QUOTED_SOURCE.match(match) else Credits("", "")


def _labelled_inside(line: str, match: str) -> Credits:
    """Read the labels of a line that begins with the date and holds everything else behind it."""
    source, author = _SOURCE_INSIDE.search(match), _NAMED_INSIDE.search(match)
    return Credits(
        _outlet_in(line[source.start("outlet") : source.end("outlet")]) if source else "",
        persons_in(line[author.start("who") : author.end("who")]) if author else "",
    )


def _from_person(line: str, found: re.Match[str]) -> Credits | None:
    who = line[found.start("who") : found.end("who")]
    # 作者｜林小明　王大文: names set apart by wide spaces up to the end of the line.
    if (more := _MORE_NAMES.match(line, found.end("who"))) and all(map(is_person, more[0].split("\u3000")[1:])):
        who = "、".join([who, *more[0].split("\u3000")[1:]])
    if found.re in _BEFORE_MORE:
        who = "、".join([who, *more_reporters(line, found.end("who"))])
    outlet = ""
    if "outlet" in found.groupdict():
        outlet = line[found.start("outlet") : found.end("outlet")]
    elif "before" in found.groupdict():
        outlet = line[found.start("before") : found.end("before")]
    outlet = known_at_end(outlet) if found.re is _REPORTED_BY else outlet
    unknown = bool(outlet) and outlet_named(outlet) is None
    if unknown and (found.re is _WRITTEN_BY or (found.re is _OUTLET_AND_PERSON and not may_be_outlet(outlet))):
        return None
    may_be_new = (
        found.re is _OUTLET_AND_PERSON
        or (found.re in (_REPORTED_BY, _NEW_TITLED) and may_be_new_outlet(outlet))
        or (found.re is _TITLED and may_be_outlet(outlet))
    )
    outlet = outlet.strip("《》 ") if outlet_named(outlet) or may_be_new else ""
    named, author = _outlet_and_author(who)
    if found.re in (_NAME_AND_TIME, _TITLED) and not (outlet or named or all_look_like_names(author)):
        return None
    return Credits(outlet or named, author) if outlet or named or author else None


def _outlet_and_author(who: str) -> tuple[str, str]:
    """Part `新浪科技 張俊` and `《財經》研究員 吳俊宇`: what is known, quoted or long stands before the person."""
    who = re.sub(r"[ ]+", " ", who).strip(" “”\"'@")
    if outlet_named(who):
        return who.strip("《》"), ""
    quoted = re.match(rf"[《「](?P<outlet>[^》」]{{2,16}})[》」](?:{ROLE})?[ ]*(?P<rest>.*)", who)
    if quoted:
        return quoted["outlet"], persons_in(quoted["rest"])
    who = re.sub(r"[ ]*[（(][^（()）]*[)）]?$", "", who)
    first, _, rest = who.partition(" ")
    bare = re.sub(rf"{ROLE}$", "", matching_copy(first))
    if rest and (outlet_named(first[: len(bare)]) or _is_long_name(first) or _ENDS_AS_OUTLET.fullmatch(bare)):
        return first[: len(bare)], persons_in(rest)
    for length in range(len(who) - 1, 2, -1):
        if outlet_named(who[:length]):
            return who[:length].strip(), persons_in(who[length:])
    return "", persons_in(who)


def _is_long_name(name: str) -> bool:
    return len(name) >= 4 and all("\u3400" <= character <= "\u9fff" for character in name)


def _outlet_in(text: str) -> str:
    text = text.strip(" \u3000“”「」《》【】[]：:")
    # `AI 某某營`: a name may begin with letters set apart from its characters.
    whole = re.match(
        r"(?:[A-Za-z]{1,6} [\u3400-\u9fff]{2,8}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,2})(?=$|[ \u3000，,。;；（(|｜])", text
    )
    text = (whole[0] if whole else re.split(r"[ \u3000，,。;；（(|｜]", text)[0]).strip("》」】")
    # 某某新聞《某欄》 names the outlet and its column.
    text = text.partition("《")[0] if outlet_named(text.partition("《")[0]) else text
    # Of two names joined the first is the outlet, where it is known: 某某报、某某网.
    text = text.partition("、")[0] if outlet_named(text.partition("、")[0]) else text
    if outlet_named(text):
        return text
    return (
        text
        if 2 <= len(text) <= 14
        and not re.search(r"网络|互联网|^综合|整理|^本站|^自媒体|視覺|视觉|官方|资料|圖片|图片|https?", text)
        else ""
    )
