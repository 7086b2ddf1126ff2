"""Read a credit line by its parts: each is a date, an outlet, a person, a role, a place, or something else.

Sites order these parts as they please and put anything between them, so that no pattern of whole lines holds them all;
the parts themselves are few and plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from presslens.pipeline.articles.names import PERSON, is_person
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy

_Kind = Literal["date", "outlet", "person", "writer", "other_role", "source", "report", "noise", "unknown"]

_BREAK = re.compile(r"(?:[^\w:：.\-+#&']|[丨︱])+|(?<=[\s|｜])[-.]+(?=[\s|｜])")
# The parts of a date are kept together: `2024/02/16`, `2024 年 02 月 16 日`.
_LOOSE_DAY = re.compile(r"((?:19|20)\d\d)[ ]*[年/.-][ ]*(\d{1,2})[ ]*[月/.-][ ]*(\d{1,2})(?:[ ]*[日号號]|(?!\d))")
# `By X on May 06, 2024`, `北京时间2024-05-06`, `24-05-06 12:30`.
_MONTHS = {
    month: at
    for at, month in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)
}
_IN_ENGLISH = re.compile(rf"(?:\bon )?\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}}),? (20\d\d)\b", re.IGNORECASE)
_ZONE = re.compile(r"(?:北京|当地|當地|香港|台北)(?:时间|時間)[:：]?(?=[ ]*\d)|(?<=[\d ])(?:HKT|CST|GMT|UTC)(?:\+8)?\b")
_SHORT_YEAR = re.compile(r"(?<![\d-])(2\d-\d{1,2}-\d{1,2})(?=[ ]+\d{1,2}[:：]\d\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LABEL = re.compile(r"[:：]")
_NARROW = str.maketrans("０１２３４５６７８９－", "0123456789-")
_SENTENCE_END = re.compile(r"[。！？!?]")

_DAY = (
    r"(?:(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}[日号]?|(?:民国)?1[01]\d[年./-]\d{1,2}[月./-]\d{1,2}日?|"
    r"\d{1,2}月\d{1,2}日|20[012]\d[01]\d[0-3]\d)"
)
_CLOCK = r"(?:上午|下午|凌晨|晚上|早上|中午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:AM|PM|am|pm)?"
_LOOSE = re.compile(
    r"(?:(?:19|20)\d\d年?|\d{1,2}[月日]?|星期.|周.|AM|PM|GMT\+8|昨天|昨日|前天|今天|刚刚|\d{1,2}(?:分钟|小时|天|周)前|前|小时前|分钟前|天前|更新|发布|发布于|发表于|出版|时间)"
)
# A place, or whoever signs, may be glued to the date.
_DATE = re.compile(rf"(?:[\u3400-\u9fff]{{2,4}})?(?:{_DAY}(?:T?{_CLOCK})?|{_CLOCK})(?:发布|更新)?")

_BY = r"(?:本报|本刊|本网|特约|特派|资深|首席|实习|见习|高级|驻.{2,4}|全媒体|财经|科技|地方|即时)?"
_WRITER = (
    rf"{_BY}(?:撰稿记者|特派员|记者|作者|撰文者?|报道者|[Bb][Yy]|撰稿人?|采写|采访人员|主笔|专栏作家|"
    rf"专栏作者|撰述|编译|文字|文)"
)
_OTHER_ROLE = (
    r"实习生|编辑部|(?:责任|值班|执行|网络|新媒体)?(?:编辑|责编|主编|总编辑|监制|摄影|图|审校|审核|校对|译者|整理|排版|制图|视觉|运营|题图|配图|"
    r"核稿|审稿)"
)
_REPORT = re.compile(
    r"(?:[\u3400-\u9fff]{0,6}(?:报道|报导)|[\u3400-\u9fff]{1,4}(?<![资通财])(?:电|讯|专讯)|专讯|讯|电|连线|发自|外电|综合|专题)"
)
_PLACES = (
    r"(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    r"内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台北|新北|台中|高雄|广州|深圳|杭州)"
)
PLACE = re.compile(rf"{_PLACES}[省市]?")
_NOISE = re.compile(
    rf"(?:发表于|发布于|写于|于)?{_PLACES}|"
    r"原创|转载|字号|字体|大|中|小|分享|收藏|评论|讚好|赞|留言|阅读|浏览|分类|标签|来源|时间|[A-Z]\d{1,3}版?|第?\d{1,3}版|"
    r"\d+|\W+|(?![文图编])[\u3400-\u9fff]|来自|in|on|"
    r"(?:人气|阅读|浏览)?[\d.,]+[万wWkK]?\+?(?:次|人|条|个)?(?:阅读|浏览|观看|评论|点赞|赞|人气|播放|赞同|回答|参与评论)?(?:量|数)?|"
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|cn|tw|hk|tv)"
)
_ROLE_AND_PERSON = re.compile(
    rf"(?P<outlet>.{{2,12}}?)??(?P<role>{_WRITER}|{_OTHER_ROLE})(?P<who>{PERSON}|(?<=记者)[\u3400-\u9fff]{{2,3}})?(?P<report>{_REPORT.pattern})?"
)
_WRITER_ONLY = re.compile(_WRITER)
_SOURCE_LABEL = re.compile(r"(?:本文|文章|稿件|新闻)?(?:来源|稿源|信源|出处|媒体|转载?自|(?:微信)?公众号|原载)")
_DATE_LABEL = re.compile(r"(?:发布|发表|出版|发稿|更新|刊登|上线)?(?:时间|日期|于)|出版|更新|发布")
_OTHER_LABEL = re.compile(r"[\u3400-\u9fff]{1,5}")

# Behind 記者 stands a name, whatever its surname.
_ANY_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_PEN_NAME = re.compile(r"(?:阿(?!里)|老(?![板师人家])|小(?![时米红说编鹏结心])|大(?![家学众小]))[\u3400-\u9fffA-Z]")
LONGEST_CREDIT_LINE = 64
_MOST_PARTS_OF_AN_OUTLET = 3
_LONGEST_GLUED = 16


# What stands before an article's first sentence: `大公報訊（記者林小明）`, `〔記者林小明／台北報導〕`.
_OPENING = re.compile(r"(?:\w{2,12})?[〔（(【\[][^〕）)】\]\n]{1,40}[〕）)】\]]")
# What stands behind its last: `（腾讯科技特约编译林小明）`.
_CLOSING = re.compile(r"[（(【〔]([^（(【〔\n]{2,24})[）)】〕]\s*\d{0,7}\s*$")


class Parts(NamedTuple):
    """What the parts of a line say: outlets, who wrote it, persons without a role, and whether there was anything else."""

    outlets: tuple[str, ...]
    writers: tuple[str, ...]
    persons: tuple[str, ...]
    is_dated: bool
    is_credit: bool
    is_reported: bool = False
    unknown: tuple[str, ...] = ()


# Who looks for furniture, for names and for dates asks about the same lines.
@lru_cache(maxsize=1024)
def parts_of(line: str) -> Parts:
    """Read a line by its parts.

    >>> parts_of("2024-02-16 10:30 聯合報 記者林小明／台北報導")[:2]
    (('聯合報',), ('林小明',))
    """
    if len(line) > LONGEST_CREDIT_LINE or _SENTENCE_END.search(line):
        return Parts((), (), (), False, False)
    found = _with_reporters(list(_classified(line)))
    kinds = {kind for kind, _ in found}
    told = bool(kinds & {"date", "outlet", "writer", "other_role", "source", "report"})
    return Parts(
        tuple(word for kind, word in found if kind in ("outlet", "source")),
        tuple(word for kind, word in found if kind == "writer" and word),
        tuple(word for kind, word in found if kind == "person"),
        "date" in kinds,
        told and "unknown" not in kinds,
        "report" in kinds,
        tuple(word for kind, word in found if kind == "unknown"),
    )


def opening_of(line: str) -> str:
    """Give the brackets before the first sentence of a line, with what stands before them; none where there are none."""
    found = _OPENING.match(line)
    return found[0] if found and found.end() < len(line) else ""


def closing_of(line: str) -> str:
    """Give what stands in brackets behind the last sentence of a line."""
    found = _CLOSING.search(line)
    return found[1] if found and found.start() > 0 else ""


def _with_reporters(found: list[tuple[_Kind, str]]) -> list[tuple[_Kind, str]]:
    """Take a person right before 报道 for its writer: `金融时报 林小明 旧金山报道`, `林小明 報導`."""
    told = list(found)
    for at, (kind, _) in enumerate(found):
        before = at - 1
        while kind == "report" and before >= 0 and told[before][0] in ("person", "other_role"):
            told[before] = ("writer", told[before][1]) if told[before][0] == "person" else told[before]
            before -= 1
    return told


def with_plain_dates(line: str) -> str:
    """Write the dates of a line as year, month and day.

    >>> with_plain_dates("By 林小明 on May 06, 2024")
    'By 林小明 2024-5-06 '
    """
    line = line.translate(_NARROW)
    line = _SHORT_YEAR.sub(r"20\1", _ZONE.sub(" ", line))
    line = _IN_ENGLISH.sub(lambda found: f"{found[3]}-{_MONTHS[found[1].lower()]}-{found[2]}", line)
    return _DAY_FIRST.sub(r"\3-\2-\1", _LOOSE_DAY.sub(r"\1-\2-\3 ", line))


def _classified(line: str) -> Iterator[tuple[_Kind, str]]:
    line = with_plain_dates(_MAIL.sub(" ", line) if "@" in line else line)
    words = [word for word in _BREAK.split(line) if word]
    matches = matching_copy("\n".join(words)).split("\n")
    role: _Kind = "person"
    at = 0
    while at < len(words):
        size = _parts_of_outlet(words[at:])
        if size:
            yield "outlet", " ".join(words[at : at + size])
            at, role = at + size, "person"
            continue
        word, match = words[at], matches[at]
        at += 1
        for kind, value, following in _kinds_of(word, match, role):
            yield kind, value
            role = following


def _parts_of_outlet(words: Sequence[str]) -> int:
    """Tell how many parts make the name of a known outlet, the most that do; a city by itself is none."""
    for size in range(min(len(words), _MOST_PARTS_OF_AN_OUTLET), 0, -1):
        if outlet_named("".join(words[:size])) or outlet_named(" ".join(words[:size])):
            return size
    return 0


def _kinds_of(word: str, match: str, role: _Kind) -> Iterator[tuple[_Kind, str, _Kind]]:
    """Give what a part is, its value, and the role of the person that may follow."""
    label, value = _labelled(word, match)
    if label:
        yield from _labelled_kinds(matching_copy(label), value)
    elif _DATE.fullmatch(match):
        yield "date", word, role
    elif _LOOSE.fullmatch(match):
        yield "noise", word, role
    elif end := _end_of_outlet(word, match):
        yield "outlet", word[:end], "person"
    elif (found := _ROLE_AND_PERSON.fullmatch(match)) and found["who"] and _is_outlet_or_none(word, found):
        yield from _with_role(word, found)
    elif _REPORT.fullmatch(match) and not is_person(word):
        yield "report", word, "person"
    elif _NOISE.fullmatch(match):
        yield "noise", word, role
    elif is_person(word) or _PEN_NAME.fullmatch(match):
        yield role, word, role
    elif (found := _ROLE_AND_PERSON.fullmatch(match)) and _is_outlet_or_none(word, found):
        yield from _with_role(word, found)
    elif role == "writer" and _ANY_NAME.fullmatch(match):
        yield role, word, "person"
    else:
        yield "unknown", word, "person"


def _end_of_outlet(word: str, match: str) -> int:
    """Tell where the name of an outlet ends that has `訊`, `報導` or the like glued to it; 0 where there is none."""
    ends = range(len(word) - 1, 1, -1) if len(word) <= _LONGEST_GLUED else ()
    return next((end for end in ends if _REPORT.fullmatch(match[end:]) and outlet_named(word[:end])), 0)


def _labelled(word: str, match: str) -> tuple[str, str]:
    if _DATE.fullmatch(match) or not (mark := _LABEL.search(word)):
        return "", ""
    return word[: mark.start()], word[mark.end() :]


def _labelled_kinds(label: str, value: str) -> Iterator[tuple[_Kind, str, _Kind]]:
    known = outlet_named(value)
    if _SOURCE_LABEL.fullmatch(label):
        yield ("source" if value else "noise"), value, "source"
    elif _WRITER_ONLY.fullmatch(label) or label in ("报道", "报导"):
        yield from _person_or_outlet(value)
    elif (found := _ROLE_AND_PERSON.fullmatch(label)) and outlet_named(found["outlet"] or "") and not found["who"]:
        labelled: _Kind = "writer" if _WRITER_ONLY.fullmatch(found["role"]) else "other_role"
        yield "outlet", found["outlet"], labelled
        yield labelled, value, labelled
    elif _DATE_LABEL.fullmatch(label):
        yield "date", value, "person"
    elif _OTHER_LABEL.fullmatch(label):
        yield "other_role", "", "other_role"
    else:
        yield ("outlet" if known else "unknown"), value, "person"


def _person_or_outlet(value: str) -> Iterator[tuple[_Kind, str, _Kind]]:
    match = matching_copy(value)
    if (found := _ROLE_AND_PERSON.fullmatch(match)) and not is_person(value) and _is_outlet_or_none(value, found):
        yield from _with_role(value, found)
    else:
        yield ("outlet" if outlet_named(value) else "writer"), value, "writer"


def _is_outlet_or_none(word: str, found: re.Match[str]) -> bool:
    # 文章图片 names no one: 文 stands by itself.
    if found["role"] == "文" and found["who"]:
        return False
    if found["who"] and found["role"] in ("记者", "编译"):
        return True
    return found["outlet"] is None or outlet_named(word[: found.end("outlet")]) is not None


def _with_role(word: str, found: re.Match[str]) -> Iterator[tuple[_Kind, str, _Kind]]:
    role: _Kind = "writer" if _WRITER_ONLY.fullmatch(found["role"]) else "other_role"
    if found["outlet"]:
        name = word[: found.end("outlet")]
        yield ("outlet" if outlet_named(name) else "unknown"), name, role
    yield role, word[found.start("who") : found.end("who")] if found["who"] else "", role
