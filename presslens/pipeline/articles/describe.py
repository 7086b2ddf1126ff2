"""Describe an article: title, outlet, author, date, address, script; what nothing says stays empty."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from presslens.model import Article
from presslens.pipeline.articles import dating
from presslens.pipeline.articles.credits import Credits, credits_of, names_in
from presslens.pipeline.articles.furniture import is_furniture
from presslens.pipeline.articles.markup import plain_characters
from presslens.pipeline.articles.names import is_person
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.read import RawDocument
from presslens.pipeline.articles.repair import Cleaned, names_in_file
from presslens.pipeline.articles.script import hanzi, matching_copy, script_of
from presslens.pipeline.articles.segments import LONGEST_CREDIT_LINE, parts_of

_HEAD_LINES, _FOOT_LINES = 12, 14
_HEADING = re.compile(r"\A\s*#{1,2}[ \t]+(.+)")
_ADDRESS = re.compile(r"(?:原文链接|原文鏈接|原文連結|链接|網址|网址|URL)[ ]*[:：][ ]*(https?://\S+)", re.IGNORECASE)
_LAST_LINK = re.compile(r"\[([^\[\]\n]{1,40})\]\((https?://[^\s]+)\)\s*\Z")
_ACCOUNT = re.compile(r"^文章作者[ ]*[:：][ ]*(.{2,24})$")
_SITE_IN_TITLE = re.compile(r"[ ]*[-_|｜–—][ ]*([^-_|｜–—]{2,20})$")
# A title keeps the spaces that its page prints inside it.
_LINE_END = re.compile(r"[ \t]*[\r\n\t]+[ \t]*")
# The keys that a file's head states it under.
_DATE_KEYS = (
    *("published", "date", "pubdate", "publishdate", "publish_date", "published_at", "publish_time", "datepublished"),
    *("created", "发布时间", "發布時間", "日期"),
)
_AUTHOR_KEYS = ("author", "authors", "creator", "byline", "writer", "reporter", "作者", "记者", "記者")
_OUTLET_KEYS = (
    *("outlet", "source", "publisher", "site", "site_name", "sitename", "media", "publication", "newspaper"),
    *("来源", "來源"),
)
_IN_ADDRESSES = "%-._~:/?#[]@!$&'()*+,;="
_LONGEST_TITLE = 48
_SHORTEST_TITLE_HANZI = 4
_LONGEST_DATE_LINE = 48


def describe(raw: RawDocument, cleaned: Cleaned) -> Article:
    """Describe a cleaned document; its article_id is the start of the SHA-256 of the clean text."""
    head, foot = _head_and_foot(raw, cleaned)
    credits = _credits(raw, head, foot)
    published = _published(raw, cleaned, head, foot)
    return Article(
        article_id=hashlib.sha256(cleaned.text.encode("utf-8")).hexdigest()[:12],
        file=raw.file,
        text=cleaned.text,
        match=matching_copy(cleaned.text),
        title=_title(raw, cleaned),
        outlet=credits.outlet,
        author=credits.author,
        published=published.day,
        published_precision=published.precision,
        published_basis=published.basis,
        url=_url(raw),
        script=script_of(cleaned.text),
        repairs=cleaned.repairs,
        unrepaired=cleaned.unrepaired,
    )


def _head_and_foot(raw: RawDocument, cleaned: Cleaned) -> tuple[list[str], list[str]]:
    filed = names_in_file(raw)
    lines = [line for line in cleaned.lines if line not in filed]
    bylines = raw.metadata.get("bylines", "").split("\n") if raw.metadata.get("bylines") else []
    return bylines + lines[:_HEAD_LINES], lines[max(_HEAD_LINES, len(lines) - _FOOT_LINES) :]


def _title(raw: RawDocument, cleaned: Cleaned) -> str:
    if stated := raw.metadata.get("title", ""):
        return _without_site(_LINE_END.sub(" ", plain_characters(stated)).strip())
    if raw.kind == "markdown" and (heading := _HEADING.match(raw.content)):
        return heading[1].strip(" #*")
    first = next((line for line in cleaned.lines if not is_furniture(line)), "")
    return first if _is_title(first) and len(cleaned.lines) > 1 else ""


def _without_site(title: str) -> str:
    """Take the names of the site off the end of a page's title."""
    while (match := _SITE_IN_TITLE.search(title)) and outlet_named(match[1]):
        title = title[: match.start()]
    return title


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or len(hanzi(line)) < _SHORTEST_TITLE_HANZI:
        return False
    return not re.search(r"。|[！!；;，,：:、…”」]$", line)


def _credits(raw: RawDocument, head: Sequence[str], foot: Sequence[str]) -> Credits:
    """Settle outlet and author: what the text says comes before what its file says, and a known outlet before an unknown."""
    account = next((match[1].strip() for line in head if (match := _ACCOUNT.match(matching_copy(line)))), "")
    printed = credits_of([line for line in head if not _ACCOUNT.match(matching_copy(line))], foot)
    author = printed.author or names_in(_filed(raw, _AUTHOR_KEYS))
    if account and is_person(account):
        author, account = author or account, ""
    filed = [account, _filed(raw, _OUTLET_KEYS), *raw.metadata.get("categories", "").split(","), *_names_in_file_name(raw.file)]
    # A WeChat account that is a known outlet prints its own articles, whatever it names in them.
    own = account if outlet_named(account) else printed.outlet
    outlet = _settled_outlet(own, list(filter(None, filed)))
    if author and outlet_named(author):
        outlet, author = outlet or _canonical(author), ""
    return Credits(outlet, "" if author == outlet else author)


def _names_in_file_name(file: str) -> list[str]:
    """List the outlets that a file is named after: `新模型_20240216_明報.txt`."""
    parts = re.split(r"[_\-—–|｜ ()（）\[\]【】]+", PurePath(file).stem)
    return [part for part in parts if (known := outlet_named(part)) and not known.platform]


def _settled_outlet(printed: str, filed: Sequence[str]) -> str:
    own = next((name for name in filed if (known := outlet_named(name)) and not known.platform), "")
    known = outlet_named(printed)
    if own and (known is None or known.platform):
        return _canonical(own)
    if printed:
        return _canonical(printed)
    return _canonical(next((name for name in filed if outlet_named(name)), filed[0] if filed else ""))


def _canonical(name: str) -> str:
    known = outlet_named(name) if name else None
    return known.name if known else name.strip("《》 ")


def _published(raw: RawDocument, cleaned: Cleaned, head: Sequence[str], foot: Sequence[str]) -> dating.Published:
    filed = [raw.metadata.get(key, "") for key in _DATE_KEYS]
    lines = [matching_copy(line) for line in (*head, *foot) if len(line) <= LONGEST_CREDIT_LINE and _states_date(line)]
    found = dating.stated([*filed, *lines, raw.file])
    return found if found.day else dating.inferred(matching_copy(cleaned.text))


def _states_date(line: str) -> bool:
    parts = parts_of(line)
    return (parts.is_dated and parts.is_credit) or (len(line) <= _LONGEST_DATE_LINE and is_furniture(line))


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
