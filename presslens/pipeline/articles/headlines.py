"""Choose the headline among the first lines of a page: by the form of each line and by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from presslens.pipeline.articles import dating
from presslens.pipeline.articles.datelines import dateline
from presslens.pipeline.articles.furniture import is_furniture
from presslens.pipeline.articles.labels import GLUED_HEAD
from presslens.pipeline.articles.mastheads import is_masthead, is_owner
from presslens.pipeline.articles.names import PERSON
from presslens.pipeline.articles.outlets import may_be_outlet, outlet_named
from presslens.pipeline.articles.script import hanzi, matching_copy
from presslens.pipeline.articles.sections import is_heading, is_section
from presslens.pipeline.articles.segments import parts_of

_Role = Literal["headline", "exclaimed", "credit", "furniture", "masthead", "prose"]

_SITE_BEHIND = re.compile(r"[ ]*[-_|｜–—－┃][ ]*([^-_|｜–—－┃]{2,20})$")
_SITE_BEFORE = re.compile(r"^(?:[\[【]([^\[\]【】]{2,14})[\]】]|([^-_|｜–—－┃]{2,14}?)[ ]*[|｜┃丨])[ ]*(?=.{8})")
_LABELLED = re.compile(
    r"^(?:标题|標題|题目|題目|[Tt]itle)[ ]*[:：][ ]*(?P<title>.+)$|"
    r"^.{0,4}小[编編].{0,10}[:：](?P<told>.{8,}?)[,，](?:欢迎|歡迎)[阅閱][读讀]。?$"
)
_ORIGINAL = re.compile(r"^[（(]?原?(?:标题|標題)[ ]*[:：][ ]*(?P<title>.{6,}?)[）)]?$")
# Boards mark what was posted before: `[转帖] 标题`.
_FORUM_TAG = re.compile(r"^[\[【](?:转帖|转载|转|原创|讨论|分享|轉帖|轉載|轉|原創|討論|业界|業界|杂谈|雜談)[\]】][ ]*")
POSTED = re.compile(
    r"^(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日|\d{1,2}小时|\d{1,2}分钟|昨[天日])(?:[上下]午)?[ ]*(?:\d{1,2}:\d{2})?[ ]*[·•]"
)
# A headline may end on a few quoted words; what somebody says is a line of text.
_QUOTED_AT_END = re.compile(r"[^：:，,“「][“「][^“”「」，,]{1,12}[”」]$")
# `三家公司降價：“不降活不下去”` above a credit is a headline too.
_SAID_AT_END = re.compile(r".{6,40}[：:，,][“「][^“”「」。]{2,24}[”」]")
_QUOTED = re.compile(r"[“「][^“”「」。]{8,}[”」]")
_ISSUE = re.compile(r"Newsletter|第[ ]?\d+[ ]?[期號号]|\d{3,}[ ]?[期號号]$|Vol\.? ?\d|No\.? ?\d", re.IGNORECASE)
# 某某夜話 第41期：一家公司的故事
_NAMED_ISSUE = re.compile(r"[：:｜|].{8,}$")
# What a page says to whoever uses it; on matching copies.
_TO_THE_READER = re.compile(
    r"(?:[^。]{0,14}(?:请|您|往下|点此|立即|马上)[^。]{0,16}(?:扫码|浏览|升级|登录|登入|注册|订阅|下载|点击|查看|邮件|更新|看更多)[^。]{0,24}|"
    r"\w{0,8}(?:客户端|App|APP)?(?:下载|登录|注册)|广告 .{1,12}|关闭|"
    r"(?:投资|股市|入市).{0,4}有风险.{0,12}谨慎[!！。]?|炒股先看.{2,8}[,，].{2,12}[!！。]?|跳[至到].{0,6}(?:内容|正文).{0,4}|(?:正确的)?提示信息|"
    r"(?:扫码|扫一扫)?(?:打开|下载)\w{0,8}(?:App|APP)[ ]?.{0,12}|"
    r"(?:您|你)?(?:的|当前的?|现在的)?位置[:：].{0,60}|\w{2,12}官网[ \u3000].{0,40}|(?:限时|新人)优惠.{0,20}|"
    r"搜索历史|热搜词?|正在阅读[:：]?|\w{0,8}\d{1,3}分钟(?:阅读|读完)?|每[日周天]\w{0,4}更新|\w{2,12}[|｜]每[日周天]\w{0,4}更新|"
    r"\w{4,24}(?:有限公司|有限责任公司)|打开微信.{0,60}|分享到.{2,6}|星期.[,，].{6,16}|"
    r"证券研究报告.{0,12}|证券代码[:：].{0,60}|close|menu|skip to .{1,20})",
    re.IGNORECASE,
)
# What may stand above a headline though it is a sentence: the editor's note, the summary, a caption; on matching copies.
_BEFORE_HEADLINE = re.compile(
    r"(?:编者按|按|摘要|导语|导读|引言|核心提示)[:：]|[▲▼△◆]|图为|.*[（(](?:图[:：/]|取材自|翻摄|资料|路透|\w{2,4}[社摄])[^（()）]{0,16}[)）]$"
)
# （某某社記者林小明台北6日電）, 《某某財經》5月6日訊: how a report opens whatever its outlet.
_OPENS_A_REPORT = re.compile(
    r"[（(【〔《<][^（()）。，]{2,30}[）)】〕》>]?(?<=[电讯])|[（(]文[:：/｜|]|[《【<][^《》【】。，]{2,12}[》】>]\d{1,2}月\d{1,2}日[电讯]"
)
_SENTENCE_MARK = re.compile(r"[。！？，!?,]")
_WORDS = re.compile(r"[ \u3000|｜]+")
# 一、 1. 01 - •: a heading inside a text, or an item of a list.
_IN_TEXT = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.、．)）]|0\d\b|第.{1,3}[章节節]|[^\w「“『《【\[（(#&\s]|[-+]{1,3}[ ])"
)
# `某某社专题报道：一家公司的故事` tells who reported it in the headline itself.
_TOLD_BY = re.compile(r"[^\d，。]{2,12}报[道导][:：][^。]+$")
_QUESTION = re.compile(r"(?:问|Q\d{0,2})[:：]")
_ACCOUNT = re.compile(r"[\w ]{2,16}[（(](?:ID|微信号?|微信公众号|公众号)[ :：]+[\w-]+[)）]")
_REPORTER = re.compile(
    r"[\w·]{2,12}记者[ \u3000]+[\u3400-\u9fff]{2,4}(?:[ 、][\u3400-\u9fff]{2,4}){0,2}(?:[ ]?[文图/]{1,3}|[ ]?摄影)?"
)
# 三家公司降價｜林小明: a column's headline and who writes it.
_WRITER_BEHIND = re.compile(rf"(?<=.{{8}})[ ]*[｜|][ ]*{PERSON}$")
_SIGNED = re.compile(r"[文编][ ]?[:：|｜丨/／]")
_ENDS_IN_ROLE = re.compile(r"(?:记者|编辑|编译|特约|专讯)$")
_REPORTED = re.compile(r"报[道导]")
_SENTENCE_ENDS = re.compile(r"[？！?!](?=.)")
_LIST_ITEM = re.compile(r"^[ ]*[-•·▌►■●◆▪*][ ]?")
_LONGEST_TITLE, _LONGEST_QUESTION, _LONGEST_SURE = 64, 36, 44
_LONGEST_DECK, _LONGEST_ISSUE, _LONGEST_POSTER, _LONGEST_SITE, _LONGEST_WORD = 60, 32, 16, 6, 4
_SHORTEST_TITLE_HANZI, _SHORTEST_BELOW_HANZI, _ENOUGH_HANZI = 4, 6, 10
_LINES_OF_FOOT = 6
_FEW_UNKNOWN, _LONGEST_UNKNOWN, _LONGEST_SIGNED, _LONGEST_PAIR = 2, 6, 30, 20
# What speaks for a line: it comes first, a credit stands below it, it says something; against it: it may be the site's name.
_FIRST, _ABOVE_CREDIT, _LONG, _MAY_BE_SITE, _BELOW_HEADLINE = 3, 2, 1, -5, -2


def headline(head: Sequence[str], lines: Sequence[str] = ()) -> str:
    """Give the headline of a page whose first lines are given, each by itself; empty where none of them plainly is one.

    `lines` are all of its lines, those that a site prints below its article among them.

    >>> headline(["算力拾遺", "2024-05-06 08:00", "三家公司同時公布新的視頻模型", "這家公司公布了模型。"])
    '三家公司同時公布新的視頻模型'
    >>> headline(["這家公司公布了模型。", "這是第二句。"])
    ''
    """
    if head and (labelled := _LABELLED.match(head[0])):
        return (labelled["title"] or labelled["told"]).strip()
    roles = [_role(line, head[at + 1 : at + 2]) for at, line in enumerate(head)]
    found: list[tuple[int, str]] = []
    for at, line in enumerate(head):
        if roles[at] == "prose" and not _is_deck(head, roles, at) and not _stands_above(head, roles, at):
            break
        if roles[at] in ("headline", "exclaimed") and _may_stand(head, roles, at):
            found.append((_score(head, roles, at, lines, is_first=not found), line))
    if found:
        return _plain(max(found, key=lambda scored: scored[0])[1])
    return next((told["title"].strip() for line in head if (told := _ORIGINAL.match(line))), "")


def without_site(title: str) -> str:
    """Take the names of the site and its section off either end of a page's title.

    >>> without_site("新模型公布 - 明報"), without_site("【明報】三家公司公布新的模型")
    ('新模型公布', '三家公司公布新的模型')
    """
    while (match := _SITE_BEHIND.search(title)) and _is_site(match[1]):
        title = title[: match.start()]
    before = _SITE_BEFORE.match(title)
    name = (before[1] or before[2]) if before else ""
    # 【某某早報】 is a column of the outlet, and part of its headline.
    is_site = bool(name) and not is_section(name) and (outlet_named(name) is not None or name[-1] in "网網社")
    return title[before.end() :] if before and is_site else title


def _plain(line: str) -> str:
    line = _FORUM_TAG.sub("", GLUED_HEAD.sub("", line) or line)
    behind = _WRITER_BEHIND.search(matching_copy(line))
    return _without_opening(without_site(line[: behind.start()] if behind else line)).strip()


def _without_opening(line: str) -> str:
    """Take off `明報 即時新聞 2024年5月6日` before a headline in the same line."""
    words = line.split(" ")
    if len(words) < 3 or not outlet_named(words[0]):
        return line
    at = 1
    while at < len(words) and (is_section(words[at]) or parts_of(words[at]).is_dated):
        at += 1
    rest = " ".join(words[at:])
    return rest if at > 1 and _is_title(rest) else line


def _is_site(name: str) -> bool:
    return _is_outlet(name) or is_section(name)


def _is_outlet(name: str) -> bool:
    return bool(outlet_named(name)) or may_be_outlet(name)


def _role(line: str, below: Sequence[str]) -> _Role:
    match = matching_copy(line)
    if is_furniture(line) or is_heading(line) or _ORIGINAL.match(line) or _TO_THE_READER.fullmatch(match) or _is_bar(line):
        return "furniture"
    if below and len(line) <= _LONGEST_POSTER and POSTED.match(matching_copy(below[0])):
        return "masthead"
    if is_credit_line(line) or POSTED.match(match) or (below and _is_pair_above_date(line, below[0])):
        return "credit"
    if is_masthead(line) or (
        len(line) <= _LONGEST_ISSUE and ((_ISSUE.search(line) and not _NAMED_ISSUE.search(line)) or dating.is_stamp(match))
    ):
        return "masthead"
    if (dateline(line, match)[0] and not _TOLD_BY.match(match)) or _QUESTION.match(match) or _BEFORE_HEADLINE.match(match):
        return "prose"
    if _is_title(_plain(line)):
        return "headline"
    is_exclaimed = line[-1:] in ("！", "!", "…") and _is_title(line.rstrip("！!…"))
    if _QUOTED.fullmatch(line) and not _SENTENCE_MARK.search(line):
        return "headline"
    if len(line) <= _LONGEST_POSTER and not _SENTENCE_MARK.search(line):
        return "masthead"
    return "exclaimed" if is_exclaimed or _QUOTED.fullmatch(line) or _SAID_AT_END.fullmatch(line) else "prose"


def is_credit_line(line: str) -> bool:
    """Tell a line that says only who wrote or printed something and when.

    >>> is_credit_line("攝影中心／即時報導"), is_credit_line("算力拾遺 05月06日"), is_credit_line("三家公司公布新的模型")
    (True, True, False)
    """
    parts = parts_of(line)
    if parts.is_credit and (parts.is_dated or parts.outlets or parts.writers or parts.persons or parts.is_reported):
        return True
    match = matching_copy(line)
    if _ACCOUNT.match(match) or _REPORTER.fullmatch(match) or (len(line) <= _LONGEST_SIGNED and _SIGNED.match(match)):
        return True
    unknown = [word for word in parts.unknown if not _ENDS_IN_ROLE.search(matching_copy(word))]
    if len(unknown) > _FEW_UNKNOWN or any(len(word) > _LONGEST_UNKNOWN for word in unknown):
        return False
    return parts.is_dated or bool(_REPORTED.search(match) and parts.is_reported and len(line) <= _LONGEST_SIGNED)


def _is_pair_above_date(line: str, below: str) -> bool:
    """Tell `某某之家丨林小明` above the date from a headline."""
    parts = parts_of(line)
    return (
        len(line) <= _LONGEST_PAIR
        and not _SENTENCE_MARK.search(line)
        and bool(parts.persons)
        and len(parts.unknown) == 1
        and parts_of(below).is_dated
    )


def _is_bar(line: str) -> bool:
    """Tell a row of sections or buttons: words that are all short, set apart."""
    words = [word for word in _WORDS.split(line.strip()) if word]
    if len(words) < 2 or not all(word.isalpha() for word in words):
        return False
    rest = words[1:] if outlet_named(words[0]) else words
    return all(is_section(word) or is_furniture(word) for word in rest) or (
        "\u3000" in line and all(len(word) < _LONGEST_WORD for word in words)
    )


def _is_title(line: str) -> bool:
    if _width(line) > _LONGEST_TITLE or len(hanzi(line)) < _SHORTEST_TITLE_HANZI:
        return False
    if len(line) > _LONGEST_QUESTION and _SENTENCE_ENDS.search(line) and line[-1] in "？?！!":
        return False
    return not re.search(r"。|[！!；;，,：:、…]$", line) and (line[-1] not in "”」" or _QUOTED_AT_END.search(line) is not None)


def _width(line: str) -> float:
    """Measure a line as it is printed: a letter or a figure takes half the room of a character."""
    return len(line) - sum(character.isascii() for character in line) / 2


def _is_deck(head: Sequence[str], roles: Sequence[_Role], at: int) -> bool:
    """Tell a sentence that stands above its headline, below which the credits follow."""
    return (
        at == 0
        and len(head[0]) <= _LONGEST_DECK
        and list(roles[1:2]) == ["headline"]
        and roles[2:3] != ["prose"]
        and any(is_credit_line(line) for line in head[2:3])
    )


def _stands_above(head: Sequence[str], roles: Sequence[_Role], at: int) -> bool:
    """Tell a note, a caption, a deck or a text with its dateline that stands first, with a full headline below it."""
    below = next((other for other in range(at + 1, len(roles)) if roles[other] not in ("credit", "furniture", "masthead")), at)
    if set(roles[:at]) & {"headline", "exclaimed", "prose"} or roles[below] != "headline":
        return False
    match = matching_copy(head[at])
    is_parted = below > at + 1
    return len(hanzi(head[below])) >= _ENOUGH_HANZI and (
        bool(_BEFORE_HEADLINE.match(match) or _OPENS_A_REPORT.match(match))
        or bool(dateline(head[at], match)[0])
        or (len(head[at]) <= _LONGEST_DECK if is_parted else list(roles[below + 1 : below + 2]) == ["credit"])
    )


def _may_stand(head: Sequence[str], roles: Sequence[_Role], at: int) -> bool:
    """Tell whether a line that has the form of a headline may be one where it stands."""
    below = head[at + 1 : at + 2]
    # A long one may be the beginning of a text that lost its full stops.
    if roles[at] == "exclaimed" or _width(head[at]) > _LONGEST_SURE:
        return roles[at + 1 : at + 2] in (["credit"], ["furniture"])
    if at == 0:
        return True
    is_short = len(hanzi(head[at])) < _SHORTEST_BELOW_HANZI
    return not _IN_TEXT.match(head[at]) and not (is_short and (not below or _LIST_ITEM.match(below[0])))


def _score(head: Sequence[str], roles: Sequence[_Role], at: int, lines: Sequence[str], *, is_first: bool) -> int:
    line = head[at]
    score = _FIRST if is_first else 0
    score += _ABOVE_CREDIT if roles[at + 1 : at + 2] in (["credit"], ["furniture"]) else 0
    score += _LONG if len(hanzi(line)) >= _ENOUGH_HANZI else 0
    score += _MAY_BE_SITE if _may_be_site(line, lines) else 0
    return score + (_BELOW_HEADLINE if at and roles[at - 1] == "headline" and not _may_be_site(head[at - 1], lines) else 0)


def _may_be_site(line: str, lines: Sequence[str]) -> bool:
    """Tell what may be the name of the site: short and nothing but a name, or named below the article as who owns the page."""
    if len(line) > _LONGEST_POSTER:
        return False
    below = lines[2:][-_LINES_OF_FOOT:]
    return (
        (len(line) <= _LONGEST_SITE and line.isalnum()) or may_be_outlet(line) or any(is_owner(line, other) for other in below)
    )
