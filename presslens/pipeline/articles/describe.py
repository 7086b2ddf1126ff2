"""Describe an article: title, outlet, author, date, address, script; what nothing says stays empty."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from presslens.model import Article
from presslens.pipeline.articles import dating, fetched
from presslens.pipeline.articles.broken import copy_of_article
from presslens.pipeline.articles.credits import Credits, credits_of
from presslens.pipeline.articles.furniture import is_furniture
from presslens.pipeline.articles.headlines import POSTED, headline, without_site
from presslens.pipeline.articles.labels import parted
from presslens.pipeline.articles.markup import plain_characters
from presslens.pipeline.articles.mastheads import outlet_around, pair_beside_credits
from presslens.pipeline.articles.named_outlets import named_around, named_in_text
from presslens.pipeline.articles.names import is_person
from presslens.pipeline.articles.outlets import outlet_filed, outlet_named
from presslens.pipeline.articles.persons import all_look_like_names, names_in
from presslens.pipeline.articles.read import RawDocument
from presslens.pipeline.articles.repair import Cleaned, names_in_file
from presslens.pipeline.articles.script import matching_copy, script_of
from presslens.pipeline.articles.segments import LONGEST_CREDIT_LINE, parts_of, with_plain_dates

_HEAD_LINES, _FOOT_LINES = 12, 14
# Above a heading may stand the path to it or a picture, but no text.
_HEADING = re.compile(r"\A\s*(?:(?!#)[^\n。]{0,80}\n\s*){0,3}#{1,2}[ \t]+(.+)")
_ADDRESS = re.compile(r"(?:原文链接|原文鏈接|原文連結|链接|網址|网址|URL)[ ]*[:：][ ]*(https?://\S+)", re.IGNORECASE)
_LAST_LINK = re.compile(r"\[([^\[\]\n]{1,40})\]\((https?://[^\s]+)\)\s*\Z")
_ACCOUNT = re.compile(r"^文章作者[ ]*[:：][ ]*(.{2,24})$")
# A title keeps the spaces that its page prints inside it.
_LINE_END = re.compile(r"[ \t]*[\r\n\t]+[ \t]*")
# The keys that a file's head states it under.
_DATE_KEYS = (
    *("published", "date", "pubdate", "publishdate", "publish_date", "published_at", "publish_time", "datepublished"),
    *("datetime", "publish", "publishtime", "pub_date", "time", "created_at", "发布日期", "發布日期", "時間", "时间"),
    *("created", "发布时间", "發布時間", "日期"),
)
_AUTHOR_KEYS = ("author", "authors", "creator", "byline", "writer", "reporter", "by", "作者", "记者", "記者")
_OUTLET_KEYS = (
    *("outlet", "source", "publisher", "feed", "site", "site_name", "sitename", "media", "publication", "newspaper"),
    *("from", "account", "channel", "来源", "來源", "媒体", "媒體", "公众号", "账号", "平台"),
)
_IN_ADDRESSES = "%-._~:/?#[]@!$&'()*+,;="
_LONGEST_DATE_LINE = 48
_LONGEST_STAMP = 90
_MOST_UNKNOWN = 3
_LONGEST_POSTER = 16
_NEAR_THE_TITLE, _NEAR_THE_END = 8, 3


def describe(raw: RawDocument, cleaned: Cleaned) -> Article:
    """Describe a cleaned document; its article_id is the start of the SHA-256 of the clean text."""
    head, foot = _head_and_foot(raw, cleaned)
    title = _title(raw, cleaned, [part for line in cleaned.lines[:_HEAD_LINES] for part in parted(line)])
    match = copy_of_article(cleaned.text)
    credits = _credits(raw, head, foot, title)
    outlet = credits.outlet or _canonical(named_in_text(match))
    published = _published(raw, match, head, foot)
    latest = dating.UNKNOWN if published.day else dating.latest(match)
    return Article(
        article_id=hashlib.sha256(cleaned.text.encode("utf-8")).hexdigest()[:12],
        file=raw.file,
        text=cleaned.text,
        match=match,
        title=title,
        outlet=outlet,
        author=credits.author,
        published=published.day,
        published_precision=published.precision,
        published_basis=published.basis,
        url=_url(raw),
        script=script_of(cleaned.text),
        repairs=cleaned.repairs,
        unrepaired=cleaned.unrepaired,
        latest=latest.day,
        latest_precision=latest.precision,
    )


def _head_and_foot(raw: RawDocument, cleaned: Cleaned) -> tuple[list[str], list[str]]:
    filed = names_in_file(raw)
    lines = [line for line in cleaned.lines if line not in filed]
    bylines = raw.metadata.get("bylines", "").split("\n") if raw.metadata.get("bylines") else []
    head = [part for line in lines[:_HEAD_LINES] for part in parted(line)]
    return bylines + head, lines[max(_HEAD_LINES, len(lines) - _FOOT_LINES) :]


def _title(raw: RawDocument, cleaned: Cleaned, head: Sequence[str]) -> str:
    if stated := raw.metadata.get("title", ""):
        return without_site(_LINE_END.sub(" ", plain_characters(stated)).strip())
    if raw.kind == "markdown" and (heading := _HEADING.match(raw.content)):
        return heading[1].strip(" #*")
    return headline(head, cleaned.lines) if len(cleaned.lines) > 1 else ""


def _credits(raw: RawDocument, head: Sequence[str], foot: Sequence[str], title: str) -> Credits:
    """Settle outlet and author: what the text says comes before what its file says, and a known outlet before an unknown."""
    matches = matching_copy("\n".join(head)).split("\n") if head else []
    account = next((found[1].strip() for match in matches if (found := _ACCOUNT.match(match))), "")
    printed = credits_of([line for line, match in zip(head, matches, strict=True) if not _ACCOUNT.match(match)], foot)
    if not printed.outlet and (pair := pair_beside_credits(head, title))[0]:
        printed = Credits(pair[0], printed.author if all_look_like_names(printed.author) else pair[1])
    author = printed.author or names_in(_filed(raw, _AUTHOR_KEYS))
    if account and is_person(account):
        author, account = author or account, ""
    posted = len(head) > 1 and POSTED.match(matches[1]) and len(head[0]) <= _LONGEST_POSTER
    if posted and any(map(is_person, head[0].split(" "))):
        author, posted = author or head[0], False
    account = account or (head[0] if posted else "")
    filed = [account, _filed(raw, _OUTLET_KEYS), *raw.metadata.get("categories", "").split(","), *_names_in_file_name(raw.file)]
    # A WeChat account that is a known outlet prints its own articles, whatever it names in them.
    own = account if outlet_named(account) else printed.outlet
    own = own or named_around(head, foot) or outlet_around(head, foot, title)
    outlet = _settled_outlet(own, list(filter(None, filed)))
    if author and outlet_named(author):
        outlet, author = outlet or _canonical(author), ""
    return Credits(outlet, "" if author == outlet else author)


def _names_in_file_name(file: str) -> list[str]:
    """List the outlets that a file is named after: `新模型_20240216_明報.txt`."""
    parts = re.split(r"[_\-—–|｜ ()（）\[\]【】]+", PurePath(file).stem)
    return [part for part in parts if (known := outlet_named(part)) and not known.platform]


def _settled_outlet(printed: str, filed: Sequence[str]) -> str:
    stated = [known for name in filed if (known := outlet_filed(name))]
    own = next((known.name for known in stated if not known.platform), "")
    known = outlet_named(printed)
    if own and (known is None or known.platform):
        return own
    if printed:
        return _canonical(printed)
    return stated[0].name if stated else _canonical(filed[0] if filed else "")


def _canonical(name: str) -> str:
    known = outlet_named(name) if name else None
    return known.name if known else name.strip("《》 ")


def _published(raw: RawDocument, match: str, head: Sequence[str], foot: Sequence[str]) -> dating.Published:
    filed = [raw.metadata.get(key, "") for key in _DATE_KEYS]
    lines = [matching_copy(line) for line in (*head, *foot) if len(line) <= LONGEST_CREDIT_LINE and _states_date(line)]
    stamped = [matching_copy(line) for line in head[:_NEAR_THE_TITLE] if _is_stamp(line)]
    ends = map(matching_copy, (*head[:_NEAR_THE_TITLE], *foot[-_NEAR_THE_END:]))
    marked = [dating.marked(match) for match in ends if not fetched.is_fetched_line(match)]
    found = dating.stated([*filed, *lines, *stamped, *marked, raw.file])
    if found.day:
        return found
    short = [matching_copy(line) for line in head if len(line) <= _LONGEST_DATE_LINE]
    if told := fetched.relative(raw.metadata, short):
        return dating.stated([told])._replace(basis="inferred")
    return dating.without_year(short, raw.content) or dating.inferred(match)


def _states_date(line: str) -> bool:
    if fetched.is_fetched_line(matching_copy(line)):
        return False
    parts = parts_of(line)
    return (parts.is_dated and parts.is_credit) or (len(line) <= _LONGEST_DATE_LINE and is_furniture(line))


def _is_stamp(line: str) -> bool:
    """Tell a line that holds a full date, set apart, among the words with which sites and boards go on."""
    match = matching_copy(line)
    if fetched.is_fetched_line(match):
        return False
    if dating.in_dateline(match) or (len(line) <= _LONGEST_STAMP and dating.is_stamp(with_plain_dates(match))):
        return True
    parts = parts_of(line)
    return parts.is_dated and len(line) <= _LONGEST_DATE_LINE and len(parts.unknown) <= _MOST_UNKNOWN


def _filed(raw: RawDocument, keys: Sequence[str]) -> str:
    return next((raw.metadata[key] for key in keys if raw.metadata.get(key)), "")


def _url(raw: RawDocument) -> str:
    """Give the address with its Chinese characters encoded, as every program takes it and as it stands in no headline."""
    return quote(_printed_url(raw), safe=_IN_ADDRESSES)


def _printed_url(raw: RawDocument) -> str:
    if address := raw.metadata.get("url") or raw.metadata.get("source_url"):
        return address
    if match := _ADDRESS.search(raw.content[:2000]):
        return match[1]
    last = _LAST_LINK.search(raw.content[-2000:])
    named = set(raw.metadata.get("categories", "").split(",")) | {raw.metadata.get("outlet", "")}
    return last[2] if last and last[1] in named else ""
