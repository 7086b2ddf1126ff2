"""Read who reports from the words with which a text opens: the agency or paper, the place and day, the reporter."""

from __future__ import annotations

import re

from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.persons import all_look_like_names, persons_in
from presslens.pipeline.articles.segments import PLACE

_IN_DATELINE = re.compile(
    r"[（(]\w{0,8}(?:记者|特派员)[:： ]?(?P<who>[\w· 、,，]{2,24}?)(?:[ 、，]*(?:通讯员|摄影|实习生|编辑)[^)）]{0,12})?[)）]"
)
_DATELINE = re.compile(
    r"【?(?P<outlet>《?[\w·]{2,14}?》?)(?:[（(][^)）]{1,8}[)）])?(?:综合)?[ ]*"
    r"(?:[\u3400-\u9fff]{0,8}(?:\d{1,2}[ ]*月[ ]*)?\d{1,2}[ ]*日[ ]*(?:消息|讯|电|报道|综合报道|综合)|"
    r"讯(?=[ :：】\d据]|$)|综合报道|编译[^了]|报道(?:[ 】:：]|编辑|作者|$)|专讯|获悉[，,])"
)
# `深圳2024年5月6日 /某社/ --` is how agencies open what companies have them send out.
_SENT_OUT = re.compile(
    r"[\w、 ]{2,12}?(?:20\d\d年)?\d{1,2}月\d{1,2}日[ ]*[/／(（](?P<outlet>[\w· -]{2,14}?)[/／)）][ ]*(?:--|—|-|：|:)"
)
# An agency by its last character, a paper by the form of its name: `【某某時報專訊】`.
_UNLISTED_DATELINE = re.compile(
    r"[（(【〔]?(?:(?P<agency>[\u3400-\u9fff]{2,3}社)[\u3400-\u9fff]{2,8}?(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}日(?:综合外电|综合|专)?(?:电|报[道导])|"
    r"(?P<paper>[\u3400-\u9fff]{2,6}(?:日报|晚报|早报|时报|周报|商报|周刊|新闻|财经|"
    r"网|社))[ ]?(?:(?:\d{1,2}月\d{1,2}日)?(?:[专快]?讯|综合报道)(?=[】）)〕（( ])|"
    r"[\u3400-\u9fff]{0,4}\d{1,2}月\d{1,2}日电|\d{1,2}月\d{1,2}日消息[，,]))"
)
# What may follow a known outlet's name where a text opens: the place, the day and a word for a report.
_OPENS_WITH = re.compile(
    r"[》〕】）)/／〉」]?(?P<place>[ ]*[\u3400-\u9fff]{0,6}?)[ ]*"
    r"(?P<day>(?:(?:20\d\d[ ]?年)?[ ]?\d{1,2}[ ]?月)?[ ]?(?:\d{1,2}[ ]?日)?)[ ]*"
    r"(?:综合外电|综合|专题|[早午晚]间|上午|下午|凌晨)?[ ]*(?P<word>报[道导]|专?电|[专快]?讯|消息|丨|\||--)"
)
_OPENING_WORD = re.compile(r"报[道导]|电|讯|消息|丨|\||--")
# 【某某報專訊】, `某某汇9月4日消息，`, `某某科技讯 9月4日`: who opens so prints it, whatever its name.
_SIGNED_OPENING = re.compile(
    r"[【〔](?P<bracketed>[\u3400-\u9fff]{2,7}?)(?:专讯|快讯|讯|消息)[】〕]|"
    rf"(?P<day>[\w·]{{2,8}}?)(?:App|APP|客户端)?[ ]?(?:{PLACE.pattern})?"
    r"[ ]?(?:20\d\d[ ]?年[ ]?)?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日[ ]?(?:(?:消息|讯|报道)[ ]?[,，:：（(]|电[,，]|[丨｜|])|"
    r"(?P<dayless>[\u3400-\u9fff]{3,6}?)(?:讯|消息)(?:[ ](?:北京时间)?\d{1,2}月\d{1,2}日|[（(][A-Z0-9a-z记])"
)
_NO_SIGNER = re.compile(
    r"(?:本|据|最新|今[日天]|昨[日天]|独家|综合|外电|当地|北京时间|快|此前|近日|日前|截至|自|从|在|于|到|至|另|又|有|市场|公司|业内|官方|小道|上证|深交|港交).*|"
    r".*(?:公司|集团|时间|[快电简资通]|于|在|截至|[\d年月日])"
)
_STAMPED = re.compile(r"(?:(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[ ]*(?:\d{1,2}:\d\d(?::\d\d)?)?[ ]+|【[^【】]{8,60}】)")
_BRACKETS = "（(【〔《/／〈<「 "
_LONGEST_OPENING = 14
# `【某某台2024年5月6日訊】` is a dateline whatever stands for its outlet.
_IN_BRACKETS = re.compile(
    r"[【〔《](?P<name>[\u3400-\u9fff]{4,10}?)[ ]?"
    r"(?:(?:20\d\d[ ]?年[ ]?)?\d{1,2}[ ]?月[ ]?)?\d{1,2}[ ]?日[ ]?(?:专?讯|专电)[】〕》]"
)
_WRITER_IN_DATELINE = re.compile(r"日电[ ]*(?:[（(]?记者[ ]?)(?P<who>[\w· 、]{2,16}?)[)）]")
_NEWS_AGENCY = re.compile(
    r"[（(]?(?P<outlet>新华社|中新社|中央社|中国新闻社|法新社|路透社|彭博社)[\u3400-\u9fff]{1,10}?(?:\d{1,2}月)?\d{1,2}日电"
)

_AGENCIES = {
    "路透": "路透社",
    "法新": "法新社",
    "美联": "美联社",
    "彭博": "彭博社",
    "德新": "德新社",
    "共同": "共同社",
    "韩联": "韩联社",
}
_OTHER_AGENCY = re.compile(
    rf"[（(]?(?P<agency>{'|'.join(_AGENCIES)})社?[ ]?[\u3400-\u9fff]{{0,10}}?[ ]?"
    r"(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}日(?:电|[ ]*[-–—])"
)


def dateline(line: str, match: str) -> tuple[str, str]:
    """Give the outlet and the reporter with which a line of text opens, both empty where it opens with neither.

    >>> dateline("（某某社上海5月6日電 記者林小明）一家公司", "（某某社上海5月6日电 记者林小明）一家公司")
    ('某某社', '林小明')
    """
    if opening := _known_opening(line, match):
        writer = _IN_DATELINE.search(match[:120]) or _WRITER_IN_DATELINE.search(match[:120])
        return (opening, persons_in(line[writer.start("who") : writer.end("who")]) if writer else "")
    if found := _IN_BRACKETS.match(match):
        return (line[found.start("name") : found.end("name")], "")
    if agency := _OTHER_AGENCY.match(match):
        return (_AGENCIES[agency["agency"]], "")
    if (named := _UNLISTED_DATELINE.match(match)) and not outlet_named(opening := named["agency"] or named["paper"]):
        at = match.index(opening)
        writer = _IN_DATELINE.search(match[:120]) or _WRITER_IN_DATELINE.search(match[:120])
        author = persons_in(line[writer.start("who") : writer.end("who")]) if writer else ""
        return (line[at : at + len(opening)], author)
    if (signed := _SIGNED_OPENING.match(match)) and not _NO_SIGNER.fullmatch(name := signed[group := signed.lastgroup or ""]):
        writer = _IN_DATELINE.search(match[:120])
        author = persons_in(line[writer.start("who") : writer.end("who")]) if writer else ""
        return (line[signed.start(group) : signed.end(group)] if name else "", author)
    if sent := _SENT_OUT.match(match):
        return (line[sent.start("outlet") : sent.end("outlet")].strip(), "")
    found = _NEWS_AGENCY.match(match) or _DATELINE.match(match)
    if not found:
        return ("", "")
    opening = line[found.start("outlet") : found.end()]
    outlet = next((opening[:end] for end in range(min(len(opening), 16), 1, -1) if outlet_named(opening[:end])), "")
    writer = _IN_DATELINE.search(match[:120])
    author = persons_in(line[writer.start("who") : writer.end("who")]) if writer and outlet else ""
    return (outlet.strip("《》 "), author)


def _known_opening(line: str, match: str) -> str:
    """Give the known outlet with which a text opens, behind the date or the headline that some sites print before it."""
    stamped = _STAMPED.match(match)
    at = stamped.end() if stamped else 0
    while at < len(match) and match[at] in _BRACKETS:
        at += 1
    if not _OPENING_WORD.search(match, at):
        return ""
    in_brackets = at > 0 and match[at - 1] in "（(【〔/／〈<"
    for end in range(min(len(match), at + _LONGEST_OPENING), at + 1, -1):
        follows = _OPENS_WITH.match(match, end)
        known = outlet_named(line[at:end]) if follows else None
        if follows is None or known is None or (known.quoted and follows["word"].startswith("报")):
            continue
        if follows["word"] in ("丨", "|", "--") and not (follows["day"].strip() or in_brackets):
            continue
        told = follows["word"].startswith("报")
        # `路透社報導，` tells whom somebody quotes.
        if not told or in_brackets or match[follows.end() : follows.end() + 1] in ("", " ", "】", ":", "："):
            return line[at:end]
    return ""


def reporter_in(line: str, match: str) -> str:
    """Read who reports in the brackets behind the place and day with which a text opens."""
    found = _IN_DATELINE.search(match)
    who = persons_in(line[found.start("who") : found.end("who")]) if found else ""
    return who if all_look_like_names(who) else ""
