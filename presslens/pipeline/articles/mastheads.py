"""Read what a page prints around its article: the path to its section, the site's own name, its copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from presslens.pipeline.articles.names import PERSON, is_person
from presslens.pipeline.articles.outlets import may_be_outlet, outlet_named
from presslens.pipeline.articles.script import hanzi, matching_copy
from presslens.pipeline.articles.sections import is_section
from presslens.pipeline.articles.segments import parts_of
from presslens.pipeline.articles.site_names import NO_NAME, OF_AN_ACCOUNT, PRODUCED, SENTENCE_MARK, is_brand, may_be_name
from presslens.pipeline.patterns import searched

_STEP = searched(r"[ \u3000]*(?:>{1,2}|»|›|＞|[|｜丨•．・])[ \u3000]*|[ \u3000]+[/／·-][ \u3000]+|／")
_LONGEST_STEP, _COLUMN_AND_HEADLINE = 8, 2
_TIGHT_BAR = re.compile(r"(?<=\w)[｜丨](?=\w)")
# 2月3日下午9:16 · 🌏 is how a network dates a post: the name above is who wrote it.
_POSTED = re.compile(r"\d.*[·・][ ]?(?:[\U0001f30d-\U0001f310\U0001f465\U0001f512]|公[开開])")
# `數位前線 DIGIFRONT`, `某某日報 MORNING POST　紐約新聞`.
_NAME_IN_BOTH = re.compile(
    r"(?P<outlet>[\u3400-\u9fff]{2,8})[ \u3000]+[A-Z][A-Za-z.&' ]{2,30}(?:[ \u3000]+[\u3400-\u9fff]{2,6})?"
)
_ISSUE = re.compile(r"(?P<outlet>[\w·]{2,12}?)[ ]*第?[ ]?\d{1,4}[ ]?[期號号]")
# `[某某新聞網] 標題`
_SITE_IN_BRACKETS = re.compile(r"[\[【](?P<outlet>[\u3400-\u9fff]{2,10}(?:[网網社]|新[闻聞]|[闻聞][台臺]))[\]】]")
# 某某早報　國際, `某某 › 资讯`: the site and the section that the page stands in.
_SECTIONED = re.compile(r"[ ]*(?:[>›»/／]|[|｜])[ ]*|[ \u3000]+")
# 某某元 ai_era, 某某西（微信号 someid）, 某某燃（someid）原创　作者 | 林小明
_WITH_ID = re.compile(
    r"(?P<outlet>[\u3400-\u9fff]{2,8})(?:[ ][A-Za-z_]{4,14}$|"
    r"[ ]?[（(](?:ID|微信号?|公众号|微信公众号)?[:： ]*(?P<id>[a-z][a-z0-9_-]{4,20})[)）](?=$|[ ]?原创|[ \u3000]))"
)
# 《某某週報》 2024年5月6日, 《某某研究》2024年第5期
_IN_TITLE_MARKS = re.compile(
    r"《(?P<outlet>[\w·]{3,14})》[ \u3000]*(?=$|[□■]|(?:19|20)\d\d[-./年]|第[ ]?\d|通讯员|[本特]?\w?记者|[本]刊|文[ /|｜丨]|"
    r"\d{1,2}月\d{1,2}日(?:讯|消息|电)|"
    rf"{PERSON}[ ]*$|\w{{2,6}}[ ]?[|｜][ ]?\w{{2,4}}[ ]*$)"
)
_NAME = r"(?P<outlet>[\w·]{2,14}?)"
# All patterns are matched on matching copies.
_OWNED = (
    re.compile(
        rf"(?:©|[Cc]opyright|COPYRIGHT|\([Cc]\))[ ©]*(?:(?:19|"
        rf"20)\d\d)?(?:[-–](?:19|20)?\d\d)?[ ]*{_NAME}(?:[ .,，。]|$|版权|所有)"
    ),
    re.compile(
        rf"^(?:[@©]|本文|文章|稿件)?[ ]*(?:版权)?(?:归|属于?|为)?[ ]*{_NAME}[ ]*(?:20\d\d)?[ ]*(?:版权所有|"
        rf"所有[,，。]|著作权所有)"
    ),
    re.compile(rf"(?:版权所有[:： ©]*|版权(?:归|属于?|[:： ©]+)){_NAME}(?:[ ,，。]|$|所有)"),
    re.compile(rf"^欢迎(?:来到|光临|访问){_NAME}(?:[ ,，。!！]|$)"),
    re.compile(rf"^(?:更多|看更多|阅读更多){_NAME}的?(?:报道|报导|文章|新闻|内容)[:：]?$"),
    re.compile(
        rf"^(?:关注|追踪|订阅|下载|加入|打开){_NAME}(?:的?(?:官方|微信|公众号|[Aa][Pp][Pp]|"
        rf"客户端|脸书|电子报|频道|粉丝专页| ?Telegram|  ?LINE| ?Facebook))"
    ),
    re.compile(rf"^[【（(]{_NAME}讯[】）)]?$"),
    re.compile(rf"^[*＊※（(]?(?:本文|文章)(?:由|系|为|经)[《「“]?{_NAME}[》」”]?(?:原创|独家|出品|授权)"),
    re.compile(rf"^[《「]{_NAME}[》」]$"),
    re.compile(
        rf"(?:刊于|刊登于|原载|原载于|原刊|刊载于|发表于|发布于|首发于|转载自|摘自|来自|来源于)[:： ]?[《「“]{_NAME}[》」”]"
    ),
    re.compile(rf"^(?:供稿|投稿|发布|发布者|发布方|发布单位|主办)[ ]?[:：|｜/][ ]?(?=[^\d]){_NAME}$"),
    re.compile(rf"^{_NAME}(?:供稿|报送)$"),
    re.compile(rf"(?:公众号|订阅号|视频号|频道)[:：]?[ ]?[“「『《]?{_NAME}(?:[”」』》（(，。,]|$)"),
    re.compile(rf"(?:关注|搜索|订阅|我们是|我是|这里是)(?<!浏览器搜索)[ ]?[“「『《]{_NAME}[”」』》]"),
)
_OF_AN_ISSUE = re.compile(r"[ ]*(?:[Vv]ol\.?|VOL\.?|第|No\.?)[ ]?\d+[期號号]?$")
_SHORTEST_NEW = 3
_KIND_OF_REPORTER = re.compile(
    r"^(?:本|驻|特|资深|首席|全媒体|见习|实习|高级|外电|综合)|(?:特约|特派|首席|资深|见习|实习|高级|全媒体|驻.{2,4}|[部组台])$"
)
_NEAR_THE_TITLE = 7
_LONGEST_OWNED, _LONGEST_PAIR = 60, 24
_LEARNT = re.compile(
    rf"(?:近日|日前|今日|今天|昨日)?[，,]?[《「]?{_NAME}[》」]?(?:独家)?(?:获悉|了解到)[，,]|"
    r"据《(?P<counted>\w{2,14})》(?:统计|了解|获悉|梳理|不完全统计)"
)
_MOST_BESIDE, _MOST_SECTIONS = 3, 5
_LABEL = re.compile(r"[:：]")
# 某某氪 · 5小时前
_LATELY = re.compile(r"(?:^|[ ·•|｜])(?:\d{1,2}(?:分钟|小时|天)前|昨天|前天)(?=$|[ ·•|｜])")
_GLUED = re.compile(r"(?P<outlet>[\u3400-\u9fffA-Za-z]{3,12})(?=(?:19|20)\d\d[-./年]\d)")


def is_path(line: str) -> bool:
    """Tell the path to a section or a bar of sections, which stands above a headline, from a headline.

    >>> is_path("某某财经　>　产经　>　正文"), is_path("產業．科技"), is_path("模型降價｜三家公司跟進，客戶觀望")
    (True, True, False)
    """
    steps = [step for step in _STEP.split(line.strip(" \u3000|｜>")) if step]
    # 大行點評｜某公司跌一成 is a headline behind its column.
    if (
        len(steps) == _COLUMN_AND_HEADLINE
        and _TIGHT_BAR.search(line)
        and not all(map(is_section, steps))
        and not outlet_named(steps[0])
    ):
        return False
    return len(steps) > 1 and all(len(step) <= _LONGEST_STEP and not SENTENCE_MARK.search(step) for step in steps)


def is_masthead(line: str) -> bool:
    """Tell a site's own name above its article, alone or with that of the section.

    >>> is_masthead("數位前線 DIGIFRONT"), is_masthead("Sora 發布")
    (True, False)
    """
    return bool(_outlet_of_masthead(line)) or is_path(line)


def _outlet_of_masthead(line: str) -> str:
    if (issue := _ISSUE.fullmatch(line)) and may_be_outlet(issue["outlet"]):
        return issue["outlet"]
    if found := _NAME_IN_BOTH.fullmatch(line):
        return found["outlet"]
    first = _STEP.split(line.strip(" \u3000"))[0].split("\u3000")[0].strip()
    return first if is_path(line) and outlet_named(first) and first not in ("财经", "財經") else ""


def outlet_around(head: Sequence[str], foot: Sequence[str], title: str = "") -> str:
    """Give the outlet that a page names around an article whose credits name none: above it, beside its date, below it.

    >>> outlet_around(["新模型公布", "某某資訊站 · 2024-05-06 08:00"], ["© 2024 算力拾遺 版權所有"])
    '算力拾遺'
    """
    near = head[:_NEAR_THE_TITLE]
    names = chain(
        (_outlet_of_masthead(line) for line in near[:2]),
        (name for line in near[:2] if line != title and (name := _before_sections(line))),
        _alone_beside_credits(near, title),
        _beside_its_id(near, title),
        (
            found["outlet"]
            for line in near
            if (found := _SITE_IN_BRACKETS.match(line) or _IN_TITLE_MARKS.match(line)) and not is_section(found["outlet"])
        ),
        (name for line in (*reversed(foot), *reversed(head)) for name in _owners(line)),
        _who_learnt(head),
        (line for line in foot[-1:] if may_be_outlet(line) and may_be_name(line)),
        (_beside_the_date(line) for line in near if line != title),
        _above_title(near, title),
        (_first_step(line) for line in near[:2] if line != title),
    )
    return PRODUCED.sub("", OF_AN_ACCOUNT.sub("", next(filter(None, names), "")))


def _beside_its_id(head: Sequence[str], title: str) -> Iterator[str]:
    for at, line in enumerate(head):
        found = _WITH_ID.match(line) if line != title else None
        beside = [*head[max(0, at - 1) : at], *head[at + 1 : at + 2]]
        if found and may_be_name(found["outlet"]) and (found["id"] or any(map(_is_credit, beside))):
            yield found["outlet"]


def _before_sections(line: str) -> str:
    words = [word for word in _SECTIONED.split(line.strip()) if word]
    dated = next((at for at, word in enumerate(words) if parts_of(word).is_dated), len(words))
    words = words[:dated]
    if words and is_section(words[0]) and may_be_outlet(words[-1]):
        words.reverse()
    name = words[0] if words else ""
    is_site = 1 < len(words) <= _MOST_SECTIONS and all(is_section(word) for word in words[1:])
    return name if is_site and len(" ".join(words)) <= _LONGEST_PAIR and (may_be_name(name) or is_brand(name)) else ""


def pair_beside_credits(head: Sequence[str], title: str) -> tuple[str, str]:
    """Give an outlet in no lexicon and the person beside it, on a line of theirs next to one with the date or the credits.

    >>> pair_beside_credits(["新模型公布", "算力拾遺 林小明", "2024-05-06"], "新模型公布")
    ('算力拾遺', '林小明')
    """
    for at, line in enumerate(head[:_NEAR_THE_TITLE]):
        parts = parts_of(line)
        people = (*parts.writers, *parts.persons)
        beside = [*head[max(0, at - 1) : at], *head[at + 1 : at + 2]]
        if (
            line != title
            and not _LABEL.search(line)
            and len(people) == 1
            and len(parts.unknown) == 1
            and not parts.outlets
            and any(map(_is_credit, beside))
        ):
            name = PRODUCED.sub("", parts.unknown[0])
            is_new = may_be_new_outlet(name) or (line.startswith(f"{name}\u3000") and may_be_name(name))
            if is_new and len(line) <= _LONGEST_PAIR:
                return name, people[0]
    return "", ""


def _alone_beside_credits(head: Sequence[str], title: str) -> Iterator[str]:
    """Give what may be a name on a line of its own, below the headline and next to one with the date or the credits."""
    for at, line in enumerate(head):
        name = PRODUCED.sub("", OF_AN_ACCOUNT.sub("", line.removeprefix("@").strip("【】[]「」《》 \u3000")))
        beside = [*head[max(0, at - 1) : at], *head[at + 1 : at + 2]]
        if is_posted(head, at) and not may_be_outlet(name):
            continue
        is_below = bool(title) and title in head[:at] and (len(hanzi(name)) <= _LONGEST_STEP or may_be_outlet(name))
        is_right_below = bool(title) and at > 0 and head[at - 1] == title and may_be_outlet(name)
        is_credited = any(_is_credit(other) or (is_person(other) and may_be_outlet(name)) for other in beside)
        if (is_below or may_be_outlet(name) or line.startswith("@")) and may_be_name(name) and (is_credited or is_right_below):
            yield name


def _who_learnt(head: Sequence[str]) -> Iterator[str]:
    for line in head:
        if found := _LEARNT.match(matching_copy(line)):
            group = "outlet" if found["outlet"] else "counted"
            if may_be_name(name := line[found.start(group) : found.end(group)]):
                yield name


def _above_title(head: Sequence[str], title: str) -> Iterator[str]:
    """Give a name on a line of its own above the headline."""
    at = next((at for at, line in enumerate(head) if title and title in line), 0)
    for line in head[:at]:
        name = _OF_AN_ISSUE.sub("", line)
        if len(name) <= _LONGEST_STEP and name.isalnum() and may_be_name(name):
            yield name


def is_posted(head: Sequence[str], at: int) -> bool:
    """Tell whether a line names whose post follows: the next one dates it as a network does.

    >>> is_posted(["林小明", "2月3日下午9:16 · 🌏"], 0)
    True
    """
    return at + 1 < len(head) and _POSTED.search(head[at + 1]) is not None


def _first_step(line: str) -> str:
    first = _STEP.split(line.strip(" \u3000"))[0].split(" ")[0].removesuffix("首页").removesuffix("首頁")
    return first if is_path(line) and may_be_name(first) else ""


def _is_credit(line: str) -> bool:
    parts = parts_of(line)
    return parts.is_dated or parts.is_credit


def _beside_the_date(line: str) -> str:
    parts = parts_of(line)
    is_dated = parts.is_dated or _LATELY.search(matching_copy(line)) is not None
    if not is_dated or not all(map(is_section, parts.outlets)):
        return ""
    if (glued := _GLUED.match(line)) and may_be_name(glued["outlet"]) and not NO_NAME.fullmatch(matching_copy(glued["outlet"])):
        return glued["outlet"]
    whole = {PRODUCED.sub("", word): word for word in parts.unknown}
    names = [name for name in whole if may_be_name(name)]
    is_first = bool(names) and line.startswith(names[0])
    return (
        names[0] if names and (is_first or len(parts.unknown) <= _MOST_BESIDE) and _is_set_apart(whole[names[0]], line) else ""
    )


def _is_set_apart(name: str, line: str) -> bool:
    before, behind = r"[|｜丨·•—／/ \u3000【\[（(]", r"[|｜丨·•—／/ \u3000】\]）)，,]|编译|編譯|记者|記者"
    return re.search(rf"(?:^|{before}){re.escape(name)}(?:$|{behind})", line) is not None


def _owners(line: str) -> Iterator[str]:
    if len(line) > _LONGEST_OWNED:
        return
    match = matching_copy(line)
    for pattern in _OWNED:
        if (found := pattern.search(match)) and may_be_name(name := line[found.start("outlet") : found.end("outlet")]):
            yield name


def is_owner(name: str, line: str) -> bool:
    """Tell whether a line below an article says that its page belongs to the outlet of that name.

    >>> is_owner("算力拾遺", "© 2024 算力拾遺 版權所有")
    True
    """
    return name in _owners(line)


def may_be_new_outlet(name: str) -> bool:
    """Tell what stands before a reporter and may be an outlet in no lexicon: neither a place nor the kind of reporter.

    >>> may_be_new_outlet("算力拾遺"), may_be_new_outlet("北京"), may_be_new_outlet("本報首席")
    (True, False, False)
    """
    name = name.strip("《》 ")
    return len(name) >= _SHORTEST_NEW and may_be_name(name) and not _KIND_OF_REPORTER.search(matching_copy(name))
