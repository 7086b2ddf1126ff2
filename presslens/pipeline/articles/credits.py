"""Read who printed and who wrote an article from its credit lines, signatures and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy

_MARK = r"[ ]*[:：|｜丨︱/／][ ]*"
_ROLE = (
    r"(?:特约|特派|资深|高级|首席|实习|见习|主任|本报|本刊|驻.{2,4}|财经|科技|新闻)?"
    r"(?:记者|编辑|研究员|研究院|作者|撰稿人?|撰稿|评论员|主笔|通讯员|实习生|编译|译者|团队)"
)
_OTHER_LABEL = (
    r"(?=[ ]{2,}|[ ]*(?:责任|值班|执行|每经|本文|内容)?(?:编辑|责编|来源|出品|审校|校对|排版|图源|摄影)[ ]*[:：|｜丨/／ ]|"
    r"[，,；;。)）】]|$)"
)

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白"
    "邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景"
    "党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝楼楚闻宓晓欧"
)
_PERSON = rf"[{_SURNAMES}][\u3400-\u9fff]{{1,2}}"
_PERSONS = rf"{_PERSON}(?:[、 ,，／/]{_PERSON}){{0,3}}"

_WRITTEN_BY = re.compile(
    rf"^(?P<before>[^，。:：|｜/]{{0,12}}?)[（(【]?(?:本文|文章|特约|每经|本报)?(?:作者|记者|撰文|撰稿|采写|文|文字){_MARK}(?P<who>.{{1,40}}?){_OTHER_LABEL}"
)
_REPORTER = _ROLE.replace("|编辑|", "|").replace("|译者", "")
_NAMED_INSIDE = re.compile(rf"(?:作者|撰文){_MARK}(?P<who>.{{1,30}}?){_OTHER_LABEL}")
_TITLED = re.compile(rf"^[（(]?(?P<outlet>[\w·《》 ]{{2,16}}?){_REPORTER}[ :：]+(?P<who>[\w· 、,，]{{2,24}}?)[)）]?$")
_IN_DATELINE = re.compile(r"[（(]\w{0,8}(?:记者|特派员)[:： ]?(?P<who>[\w· 、,，]{2,24}?)[)）]")
# `21世纪经济报道记者 林小明 北京报道`, `記者林小明／台北報導`, `（中央社記者林小明台北16日電）`.
_REPORTED_BY = re.compile(
    rf"^[（(【]?(?P<outlet>[\w·《》]{{0,14}}?)[ ]?(?:全媒体|首席|特约|实习|资深|高级|本报)?记者[ ]?(?P<who>{_PERSONS}?)"
    r"(?:[ ／/]{0,2}[\u3400-\u9fff]{2,6}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:报道|报导|专?电|讯|连线))?(?:[）)】 ]|$)"
)
_OUTLET_AND_PERSON = re.compile(rf"^(?P<outlet>[\w《》]{{2,14}})[ ]?[·•|｜][ ]?(?P<who>{_PERSON})$")
_SENT_FROM = re.compile(r"^(?P<who>[\w· 、,，&]{1,24}?)[ ]+发自[ ]*\S{1,8}")
_COMPILED_BY = re.compile(rf"[（(](?:编译|作者|文){_MARK}(?P<who>[\w· 、]{{2,16}})[)）]")
_SIGNED = re.compile(r"^[（(](?P<outlet>[\w·《》]{2,12})[ ](?P<who>[\u3400-\u9fff]{2,4})[)）]$")
_NAME_AND_TIME = re.compile(
    r"^(?P<who>[\u3400-\u9fff·]{2,12})[ ]*(?:发布于|发表于)?[ ]*(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}"
)

_ACCOUNT = re.compile(r"^(?P<outlet>[\w·\- ]{2,20}?)[ ]?(?:[|｜丨][ ]?公众号|[（(](?:微信)?公众号[:：]).{0,24}$")
_SOURCE = re.compile(
    rf"^[（(【]?(?:本文|文章|稿件|新闻)?(?:来源|稿源|信源|出品|转自|转载自){_MARK}(?P<outlet>.{{2,24}}?)[ ]*"
    r"(?:[（(].*|[，,。;；]? *(?:作者|编辑|记者|\d{4}).*)?[)）】]?$"
)
_BEGINS_WITH_DATE = re.compile(r"^(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}")
_SOURCE_INSIDE = re.compile(rf"(?:来源|稿源){_MARK}(?P<outlet>[^ |｜，,;；]{{2,16}})")
_GLUED_ACCOUNT = re.compile(r"^(?P<outlet>[\w·]{2,14})[（(](?:微信)?公众号[:：][\w-]+[)）]")
_COMES_FROM = re.compile(
    r"[（(]?(?:本文|文章)(?:首发于|首发|来自|转载自|转自|源自|系)(?:微信公众号|公众号)?[:： ]*[“「《]?"
    r"(?P<outlet>[\w·]{2,16}?)[”」》]?(?:App|APP|微信公众号|公众号|独家)?(?:稿件)?(?:[（(，,。)）]|$)"
)
_DATELINE = re.compile(
    r"^【?(?P<outlet>《?[\w·]{2,14}?》?)(?:[（(][^)）]{1,8}[)）])?(?:综合)?[ ]*"
    r"(?:[\u3400-\u9fff]{0,8}(?:\d{1,2}[ ]*月[ ]*)?\d{1,2}[ ]*日[ ]*(?:消息|讯|电|报道|综合报道|综合)|"
    r"讯(?=[ :：】\d据]|$)|综合报道|编译[^了]|报道(?:[ 】:：]|编辑|作者|$)|专讯|获悉[，,])"
)
_NEWS_AGENCY = re.compile(
    r"^[（(]?(?P<outlet>新华社|中新社|中央社|中国新闻社|法新社|路透社|彭博社)[\u3400-\u9fff]{1,10}?(?:\d{1,2}月)?\d{1,2}日电"
)

_LONGEST_CREDIT = 160


class Credits(NamedTuple):
    """Outlet and author as they are printed; empty where a line says nothing of them."""

    outlet: str
    author: str


def credits_of(head: Sequence[str], foot: Sequence[str]) -> Credits:
    """Read outlet and author from the first and last lines; an outlet is never the author.

    >>> credits_of(["文 | 數位週刊 林小明"], [])
    Credits(outlet='數位週刊', author='林小明')
    """
    lines = [line for line in (*head, *reversed(foot)) if line]
    pairs = list(zip(lines, matching_copy("\n".join(lines)).split("\n"), strict=True))
    found = [_credits_in(line, match) for line, match in pairs if len(line) <= _LONGEST_CREDIT]
    found += [_dateline(line, match) for line, match in pairs[: len(head)]]
    outlet = next((credit.outlet for credit in found if credit.outlet), "")
    author = next((credit.author for credit in found if credit.author), "")
    if not author:
        author = next((who for line in foot if (who := _last_resort(line))), "")
    return Credits(outlet, author)


def _credits_in(line: str, match: str) -> Credits:
    if _BEGINS_WITH_DATE.search(match):
        return _labelled_inside(line, match)
    for pattern in (_REPORTED_BY, _OUTLET_AND_PERSON, _TITLED, _SENT_FROM, _SIGNED, _WRITTEN_BY, _NAME_AND_TIME):
        if (found := pattern.search(match)) and (credit := _from_person(line, found)):
            return credit
    for pattern in (_GLUED_ACCOUNT, _ACCOUNT, _SOURCE, _COMES_FROM):
        if found := pattern.search(match):
            outlet = _outlet_in(line[found.start("outlet") : found.end("outlet")])
            author = _NAMED_INSIDE.search(match, found.end("outlet"))
            return Credits(outlet, _names(line[author.start("who") : author.end("who")]) if author and outlet else "")
    if len(line) <= 24 and outlet_named(line):
        return Credits(line, "")
    return Credits("", "")


def _labelled_inside(line: str, match: str) -> Credits:
    """Read the labels of a line that begins with the date and holds everything else behind it."""
    source, author = _SOURCE_INSIDE.search(match), _NAMED_INSIDE.search(match)
    return Credits(
        _outlet_in(line[source.start("outlet") : source.end("outlet")]) if source else "",
        _names(line[author.start("who") : author.end("who")]) if author else "",
    )


def _from_person(line: str, found: re.Match[str]) -> Credits | None:
    who = line[found.start("who") : found.end("who")]
    outlet = ""
    if "outlet" in found.groupdict():
        outlet = line[found.start("outlet") : found.end("outlet")]
    elif "before" in found.groupdict():
        outlet = line[found.start("before") : found.end("before")]
    unknown = bool(outlet) and outlet_named(outlet) is None
    if unknown and found.re in (_WRITTEN_BY, _OUTLET_AND_PERSON):
        return None
    outlet = outlet.strip("《》 ") if outlet_named(outlet) else ""
    named, author = _outlet_and_author(who)
    if found.re in (_NAME_AND_TIME, _TITLED) and not (outlet or named or _all_look_like_names(author)):
        return None
    return Credits(outlet or named, author) if outlet or named or author else None


def _outlet_and_author(who: str) -> tuple[str, str]:
    """Part `新浪科技 張俊` and `《財經》研究員 吳俊宇`: what is known, quoted or long stands before the person."""
    who = re.sub(r"[ ]+", " ", who).strip(" “”\"'@")
    if outlet_named(who):
        return who.strip("《》"), ""
    quoted = re.match(rf"[《「](?P<outlet>[^》」]{{2,16}})[》」](?:{_ROLE})?[ ]*(?P<rest>.*)", who)
    if quoted:
        return quoted["outlet"], _names(quoted["rest"])
    first, _, rest = who.partition(" ")
    bare = re.sub(rf"{_ROLE}$", "", matching_copy(first))
    if rest and (outlet_named(first[: len(bare)]) or _is_long_name(first)):
        return first[: len(bare)], _names(rest)
    for length in range(len(who) - 1, 2, -1):
        if outlet_named(who[:length]):
            return who[:length].strip(), _names(who[length:])
    return "", _names(who)


def _is_long_name(name: str) -> bool:
    return len(name) >= 4 and all("\u3400" <= character <= "\u9fff" for character in name)


def _names(who: str) -> str:
    """Give the persons in a credit, joined by 、; what is no name of a person gives nothing."""
    who = re.sub(rf"^{_ROLE}[ ]*|[ ]*{_ROLE}$", "", who.strip(" “”\"'@()（）·-—"))
    parts = [part for part in re.split(r"[、,，&/／|｜]| (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) ", who) if part.strip()]
    parts = _joined_wide_names(parts)
    if not parts or len(parts) > 6 or any(not _may_be_person(part) for part in parts):
        return ""
    return "、".join(part.strip() for part in parts)


def _joined_wide_names(parts: Sequence[str]) -> list[str]:
    """Put `大 風`, a short name set wide, together again."""
    if len(parts) == 2 and all(len(part.strip()) == 1 for part in parts):
        return ["".join(part.strip() for part in parts)]
    return list(parts)


def _may_be_person(part: str) -> bool:
    part = part.strip()
    if (
        not part
        or outlet_named(part)
        or re.search(r"[。！？：:《》]|编辑|来源|公司|报道|表示|认为|投稿|链接|主页|组委会|地址|官方|网友", matching_copy(part))
    ):
        return False
    return len(part) <= (24 if part.isascii() else 10)


def looks_like_name(name: str) -> bool:
    """Tell a Chinese personal name by its surname and length.

    >>> looks_like_name("林小明"), looks_like_name("數位時代")
    (True, False)
    """
    match = matching_copy(name)
    return 2 <= len(match) <= 4 and match[0] in _SURNAMES and outlet_named(name) is None and len(match) < 4


def _all_look_like_names(names: str) -> bool:
    return bool(names) and all(looks_like_name(name) for name in names.split("、"))


def _outlet_in(text: str) -> str:
    text = re.split(r"[ ，,。;；（(|｜]", text.strip(" “”「」《》【】[]：:"))[0].strip("》」】")
    if outlet_named(text):
        return text
    return text if 2 <= len(text) <= 14 and not re.search(r"网络|互联网|視覺|视觉|官方|资料|圖片|图片|https?", text) else ""


def _dateline(line: str, match: str) -> Credits:
    found = _NEWS_AGENCY.search(match) or _DATELINE.search(match)
    if not found:
        return Credits("", "")
    opening = line[found.start("outlet") : found.end()]
    outlet = next((opening[:end] for end in range(min(len(opening), 16), 1, -1) if outlet_named(opening[:end])), "")
    writer = _IN_DATELINE.search(match[:120])
    author = _names(line[writer.start("who") : writer.end("who")]) if writer and outlet else ""
    return Credits(outlet.strip("《》 "), author)


def _last_resort(line: str) -> str:
    found = next(_compilers(line), None)
    return _names(found) if found else ""


def _compilers(line: str) -> Iterator[str]:
    for found in _COMPILED_BY.finditer(matching_copy(line)):
        yield line[found.start("who") : found.end("who")]
