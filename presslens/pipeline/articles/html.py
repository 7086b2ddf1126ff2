"""Take the article out of a web page: its text and what the page says of it."""

from __future__ import annotations

import json
import re

import htmldate
import justext
import lxml.html
import trafilatura

from presslens.pipeline.articles.script import hanzi
from presslens.pipeline.articles.sections import is_section

# Chinese says in 20 characters what takes English 60: jusText's own lengths would call half of the paragraphs short.
_SHORT, _LONG = 20, 60
_MOST_LINKS = 0.3
_LEAST_PROSE = 40
_SENTENCE_MARK = re.compile(r"[。！？；，.!?,]")
_BYLINE = re.compile(r"来源|來源|作者|记者|記者|编辑|編輯|撰文|文[｜|丨/]|公众号|發佈|发布|©|版权所有|版權所有")
_FULL_DATE = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}")
_NEW_YEAR = re.compile(r"(?:19|20)\d\d[-./年]0?1[-./月]0?1(?!\d)")
_SENTENCE_END = re.compile(r"[。！？，]")
_BEFORE_SITE = re.compile(r"[ ]*[-|｜_–—·][ ]*")
_LONGEST_SITE = 20
_OUTLET_CLASS = re.compile(r"\b(?:source|media|publisher|site-?name)\b", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(r"\b(?:author|writer|reporter)(?:-?name)?\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?:文章|本文)?(?:来源|來源|作者|记者|記者|撰文|文)[ ]*[:：|｜/／][ ]*")
_NO_MARKED_NAME = re.compile(r"[\d:：|｜/／，。！？]")
_NAMELESS_SITES = frozenset({"微信公众平台", "微信公眾平台"})

_LINKED = {"title": "headline", "author": "author", "outlet": "publisher", "url": "url", "published": "datePublished"}
_META = {
    "title": ("og:title", "twitter:title"),
    "author": ("author", "article:author", "og:article:author"),
    "outlet": ("og:site_name", "article:publisher", "mediaid", "source", "application-name", "apple-mobile-web-app-title"),
    "url": ("og:url",),
    "published": ("article:published_time", "og:release_date", "publishdate", "pubdate"),
}


def article_of(page: str) -> tuple[str, dict[str, str]] | None:
    """Give the text of the article in a page and what its head says; None when there is no article.

    trafilatura reads well but drops some pages and keeps some sidebars; jusText judges every paragraph by itself. The one
    whose lines hold more prose, less what stands in lines without any punctuation (menus, link lists), is taken.
    """
    tree = _parse(page)
    if tree is None:
        return None
    metadata = _metadata(page, tree)
    readings = (_by_trafilatura(page), _by_justext(page))
    best = max(readings, key=_quality)
    return (best, metadata) if _quality(best) >= _LEAST_PROSE else None


def _parse(page: str) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.fromstring(page.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.ParserError, ValueError):
        return None


def _by_trafilatura(page: str) -> str:
    return trafilatura.extract(page, include_comments=False, include_tables=True, deduplicate=False) or ""


def _by_justext(page: str) -> str:
    try:
        paragraphs = justext.justext(
            page.encode("utf-8"),
            frozenset(),
            length_low=_SHORT,
            length_high=_LONG,
            stopwords_low=0,
            stopwords_high=0,
            max_link_density=_MOST_LINKS,
            encoding="utf-8",
        )
    except (justext.core.JustextError, lxml.etree.LxmlError, ValueError):
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _quality(text: str) -> int:
    lines = [(line, len(hanzi(line))) for line in text.split("\n")]
    return sum(length if _SENTENCE_MARK.search(line) else -length for line, length in lines if length > 12)


def _metadata(page: str, tree: lxml.html.HtmlElement) -> dict[str, str]:
    meta = {
        (element.get("property") or element.get("name") or "").lower(): (element.get("content") or "").strip()
        for element in reversed(tree.findall(".//meta"))
    }
    found = {key: next((meta[name] for name in names if meta.get(name)), "") for key, names in _META.items()}
    if found["outlet"] in _NAMELESS_SITES:
        found["outlet"] = ""
    told = _linked_data(tree)
    found = {key: value or told.get(key, "") for key, value in found.items()}
    page_title = _first_text(tree, "//title")
    headline, site = _parted(tree, found["title"] or _first_text(tree, "//h1") or page_title)
    found["title"], found["outlet"] = headline, found["outlet"] or site or _parted(tree, page_title)[1]
    found["outlet"] = _first_text(tree, "//*[@id='js_name']") or found["outlet"] or _marked(tree, _OUTLET_CLASS)
    found["author"] = _first_text(tree, "//*[@id='js_author_name']") or found["author"] or _marked(tree, _AUTHOR_CLASS)
    found["url"] = found["url"] or next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    bylines = _bylines(tree)
    if not found["published"] and not any(_FULL_DATE.search(line) for line in bylines):
        found["published"] = _guessed_date(page)
    found["bylines"] = "\n".join(bylines)
    return {key: value for key, value in found.items() if value}


def _linked_data(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """Read what a page says of its article in JSON-LD, as schema.org has it."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "")
        except ValueError:
            continue
        for item in _items(told):
            if "Article" in str(item.get("@type", "")):
                return {key: _name_of(item.get(name)) for key, name in _LINKED.items()}
    return {}


def _items(told: object) -> list[dict[str, object]]:
    parts = told if isinstance(told, list) else [told]
    items = [part for part in parts if isinstance(part, dict)]
    return [*items, *(inner for item in items for inner in _items(item.get("@graph") or []))]


def _name_of(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ",".join(filter(None, map(_name_of, value)))
    return value.strip() if isinstance(value, str) else ""


def _first_text(tree: lxml.html.HtmlElement, path: str) -> str:
    for element in tree.xpath(path):
        if text := " ".join(element.text_content().split()):
            return text
    return ""


def _parted(tree: lxml.html.HtmlElement, title: str) -> tuple[str, str]:
    """Part the headline from the site's name behind it, where a heading of the page holds the headline alone."""
    headings = {" ".join(element.text_content().split()) for element in tree.xpath("//h1|//h2|//h3")}
    for mark in _BEFORE_SITE.finditer(title):
        if title[: mark.start()].strip() in headings:
            sites = [site.strip() for site in _BEFORE_SITE.split(title[mark.end() :]) if not is_section(site.strip())]
            return title[: mark.start()].strip(), next((site for site in reversed(sites) if len(site) <= _LONGEST_SITE), "")
    return title, ""


def _marked(tree: lxml.html.HtmlElement, named: re.Pattern[str]) -> str:
    """Give the few words of an element whose class says what they are, without their label."""
    for element in tree.iter("span", "a", "p", "div", "em", "cite"):
        if named.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"):
            words = _LABEL.sub("", " ".join(element.text_content().split()))
            if 1 < len(words) <= _LONGEST_SITE and not _NO_MARKED_NAME.search(words):
                return words
    return ""


def _guessed_date(page: str) -> str:
    """Give the day that the page most likely appeared; a year alone, as its copyright line has it, is no day."""
    found = htmldate.find_date(page, original_date=True) or ""
    return "" if found.endswith("-01-01") and not _NEW_YEAR.search(page) else found


def _bylines(tree: lxml.html.HtmlElement) -> list[str]:
    """Give the short lines of the page that name who wrote, edited or first printed it."""
    lines: dict[str, None] = {}
    for element in tree.iter("span", "p", "div", "a", "li", "time", "em", "small", "footer"):
        if len(element) > 6:
            continue
        text = " ".join(" ".join(element.itertext()).split())
        if len(text) < 60 and (_BYLINE.search(text) or (_FULL_DATE.search(text) and not _SENTENCE_END.search(text))):
            lines[text] = None
    return list(lines)[:8]
