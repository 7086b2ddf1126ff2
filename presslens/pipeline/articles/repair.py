"""Turn the text of a file into the clean text of its article: damage mended, markup and site furniture gone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import ftfy

from presslens.pipeline.articles import markup, mojibake, shifted, wraps
from presslens.pipeline.articles.columns import with_columns
from presslens.pipeline.articles.furniture import without_furniture
from presslens.pipeline.articles.read import RawDocument

# Chinese in UTF-8 that was read as Latin-1 or Windows-1252: ä, å, æ ... and two characters of its continuation bytes.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)
_FIX = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    remove_terminal_escapes=False,
    normalization=None,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MARKDOWN = re.compile(r"\]\(\S|\*\*|^#{1,6} |^> ", re.MULTILINE)
# `2024.3.209:30:00` is 2024.3.20 9:30:00: the day as long as can be, then the hour.
_GLUED_TIME = re.compile(
    r"((?:19|20)(?<!\d..)\d\d([-./])(?:0?[1-9]|1[0-2])\2(?:3[01]|[12]\d|0?[1-9]))(?=(?:[01]?\d|2[0-3]):[0-5]\d)"
)
_GLUED_NAME = re.compile(
    r"^([\u3400-\u9fff·]{2,10})((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?![\d.]|[^\n]*[。，！？]))", re.MULTILINE
)
# To look at the beginning of each line costs ten times as much.
_DAY_BEHIND_NAME = re.compile(r"[12](?<=[\u3400-\u9fff·].)[90]\d\d[-./]")
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean text, the damaged spots mended and not, and the article's lines before site furniture was dropped."""

    text: str
    repairs: int
    unrepaired: int
    lines: tuple[str, ...]


def clean(raw: RawDocument) -> Cleaned:
    r"""Mend the damage of a document and keep its article; paragraphs are single lines, separated by \n.

    >>> clean(RawDocument("a.txt", "視頻產(chǎn)業(yè)發(fā)展。\n\n图片\n", "text")).text
    '視頻產業發展。'
    """
    text, repairs = _unmojibake(raw.content)
    text, reread, unread = mojibake.reread(text)
    text = _CONTROL.sub("", text)
    if raw.kind == "markdown":
        text = wraps.join_markdown(text)
    elif raw.kind in ("text", "pdf"):
        text = wraps.join_text(text)
    mended = shifted.mend(text)
    unmarked = markup.without_residue(mended.text)
    text = with_columns(markup.plain_characters(unmarked.text))
    if raw.kind == "markdown" or (raw.kind == "text" and _MARKDOWN.search(text)):
        text = markup.without_markdown(text)
    text, times = _GLUED_TIME.subn(r"\1 ", text)
    text, names = _GLUED_NAME.subn(r"\1 \2", text) if _DAY_BEHIND_NAME.search(text) else (text, 0)
    lines = tuple(line for line in (_single_spaced(part).strip() for part in text.split("\n")) if line)
    kept = without_furniture(lines, names_in_file(raw))
    repairs += reread + mended.repairs + unmarked.repairs + times + names
    return Cleaned("\n".join(kept), repairs, mended.unrepaired + unread, lines)


def _single_spaced(line: str) -> str:
    return _SPACES.sub(" ", line) if "  " in line else line


def names_in_file(raw: RawDocument) -> frozenset[str]:
    """Give the names under which the head of a file lists its article: a line with one alone is none of its text."""
    names = [raw.metadata.get(key, "") for key in ("outlet", "author", "categories", "tags")]
    return frozenset(name for value in names for name in value.split(",") if name)


def _unmojibake(text: str) -> tuple[str, int]:
    """Undo UTF-8 that was read as Latin-1, line by line, where that makes Chinese of it."""
    if not _MOJIBAKE.search(text):
        return text, 0
    lines = text.split("\n")
    fixed = [_fixed(line) if _MOJIBAKE.search(line) else line for line in lines]
    return "\n".join(fixed), sum(before != after for before, after in zip(lines, fixed, strict=True))


def _fixed(line: str) -> str:
    fixed = ftfy.fix_text(line, config=_FIX)
    return fixed if any("\u3000" <= character <= "\u9fff" for character in fixed) and len(fixed) < len(line) else line
