"""Take markup and its leftovers out of a text: HTML residue, style sheets, Markdown, links, invisible characters."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

from presslens.pipeline.patterns import searched

_CJK = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef"

_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\ufe0e\ufe0f]")
# Radicals and compatibility forms that PDFs and some fonts put for the characters they look like: ⼈ for 人.
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# `$英伟达(NVDA)$` is how stock forums link a share: its marks are no dollars.
_STOCK_TAG = re.compile(r"\$([^$\s][^$\n]{0,20}[(（][A-Z0-9.:]{1,12}[)）])\$")
_WIDE_SPACE = re.compile("[\u00a0\u2002-\u200a\u202f\x0b\x0c]")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_MOST_ESCAPED = 3
_BREAKING_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|tr|h[1-6]|section|blockquote)\b[^<>]{0,400}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|img|font|td|th|table|tbody|sup|sub|script|style|figure|figcaption|iframe|video|audio|"
    r"source|input|button|label|code|pre|center|small|mark)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_NEXT_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^<>]{0,400}>", re.IGNORECASE)
# What is left of a tag whose start was cut off: ` target=_blank class=more>`.
_TAG_TAIL = searched(
    r"(?:[ \t]*\b(?:target|class|href|style|rel|title|id|src|alt|width|height|border|data-[\w-]+)="
    r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s\"'<>]{1,300}))+[ \t]*/?>"
)
_STYLE = re.compile(r"[{}]|--[\w-]+:|rgba?\(|var\(--|-webkit-|!important")

_AUTOLINK = re.compile(r"<https?://[^<>\s]+>")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:[^()\n]*)\)")
_EMPTY_LINK = re.compile(r"\[\s*\]\([^()]*\)")
_LINK = re.compile(r"\[((?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\]){1,300})\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)[^()\n]*\)")
# A line of nothing but short links is a site's: tags, channels, shares.
_TAG_LINKS = re.compile(
    r"^[ \t]*(?:[\w \t]{0,8}[:：])?[ \t]*(?:\[[^\[\]\n]{1,16}\]\([^()\n]+\)[ \t,，、|/·#]*){2,}$", re.MULTILINE
)
_ADDRESS = re.compile(r"https?://[\w\-.~:/?#@!$&*+,;=%]+")

_HEADING = re.compile(r"^[ ]{0,3}#{1,6}(?:[ \t]+|$)", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-=_*~|][ \t]*){3,}$", re.MULTILINE)
# To look at the beginning of each line costs ten times as much as to look for its marks.
_MARKS_IN_A_ROW, _MARK_OF_ITEM = re.compile(r"[-=_*~|][ \t]*[-=_*~|]"), re.compile(r"[*+•-][ \t]")
_ITEM = re.compile(r"^[ \t]*[*+•-][ \t]+(?:_\d+_[ \t]*)?", re.MULTILINE)
# What must not stand before a mark is asked behind it: a pattern is found several times as soon by its first character.
_STRONG_BEFORE_CJK = re.compile(rf"\*(?<=\S\*)\*+[ \t]+(?=[{_CJK}])")
_STRONG = re.compile(r"\*\*+|__+")
_EMPHASIS = re.compile(r"([*_])(?<![\w*\\].)(?=[^\s*_])([^*_]{1,400}?)(?<=[^\s\\])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|>])")
_SPACE_IN_CHINESE = re.compile(r"[ \t](?<=[\u3400-\u9fff，。；：、！？”].)[ \t]*(?=[，。；：、！？”）])")


class Unmarked(NamedTuple):
    """A text without markup, and how many spots of it were damage rather than markup."""

    text: str
    repairs: int


def plain_characters(text: str) -> str:
    r"""Drop invisible characters and marks of shares, and make every lookalike and every kind of space the plain one.

    >>> plain_characters("算\u200b力\u00a0中心")
    '算力 中心'
    """
    text = _LOOKALIKE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _STOCK_TAG.sub(r"\1", _WIDE_SPACE.sub(" ", _INVISIBLE.sub("", text)))


def without_residue(text: str) -> Unmarked:
    """Drop what HTML left in a text: entities, tags, the tail of a cut tag, style sheets.

    >>> without_residue("AT&amp;T的模型 target=_blank class=more>發布")
    Unmarked(text='AT&T的模型發布', repairs=2)
    """
    repairs = 0
    if "&" in text:
        # A text that went through two systems was escaped twice.
        for _ in range(_MOST_ESCAPED):
            text, entities = _ENTITY.subn(lambda match: html.unescape(match[0]), text)
            repairs += entities
            if not entities:
                break
    if ">" in text:
        text = _BREAKING_TAG.sub("\n", _NEXT_CELL.sub("\t", _AUTOLINK.sub("", text)))
        text, tags = _TAG.subn("", text)
        text, tails = _TAG_TAIL.subn(_between_words, text)
        repairs += tags + tails
    return Unmarked(_without_style(text), repairs)


def _between_words(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return " " if before.isascii() and before.isalnum() and after.isascii() and after.isalnum() else ""


def _without_style(text: str) -> str:
    if "{" not in text:
        return text
    kept: list[str] = []
    in_style = False
    for line in text.split("\n"):
        has_hanzi = any("\u3400" <= character <= "\u9fff" for character in line)
        in_style = bool(line.strip()) and not has_hanzi and (in_style or bool(_STYLE.search(line)))
        if not in_style:
            kept.append(line)
    return "\n".join(kept)


def without_markdown(text: str) -> str:
    """Take Markdown off a text: links leave their words, images nothing, headings, quotes and items their line.

    >>> without_markdown("## 融資\\n> **Runway** 已[完成](https://a.b) 5000 萬![圖](c.png)")
    '融資\\nRunway已完成 5000 萬'
    """
    if "](" in text:
        text = _TAG_LINKS.sub("", text)
        text = _EMPTY_LINK.sub("", _IMAGE.sub("", text))
        text = _EMPTY_LINK.sub("", _LINK.sub(_words_of_link, text))
    text = _RULE.sub("", text) if _MARKS_IN_A_ROW.search(text) else text
    text = _ITEM.sub("", text) if _MARK_OF_ITEM.search(text) else text
    text = _QUOTE.sub("", text) if ">" in text else text
    text = _HEADING.sub("", text) if "#" in text else text
    if "*" in text or "_" in text:
        text = _STRONG.sub("", _STRONG_BEFORE_CJK.sub("", text))
        text = _EMPHASIS.sub(r"\2", text)
        text = _SPACE_IN_CHINESE.sub("", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _words_of_link(match: re.Match[str]) -> str:
    words = match[1]
    return "" if words.lstrip().startswith(("http://", "https://", "www.")) else words


def without_addresses(text: str) -> str:
    """Drop printed web addresses: their digits are no figures.

    >>> without_addresses("論文見https://arxiv.org/abs/2412.12091。")
    '論文見。'
    """
    return _ADDRESS.sub("", text) if "://" in text else text
