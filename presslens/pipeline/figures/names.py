"""Which digits belong to a name, a code or an address and so state nothing."""

from __future__ import annotations

import re

from presslens.pipeline.figures.numerals import Numeral
from presslens.pipeline.figures.vocabulary import currency_before, unit_at

_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9_.~%/?#=&:;,+@!$*-]++|[A-Za-z0-9_.+-]++@[A-Za-z0-9.-]++")
_NAME_TAIL = re.compile(r"[0-9A-Za-z]++(?:[._+-][0-9A-Za-z]++)*+")
_CODE = re.compile(
    r"\d{3,4}[- ]\d{3,4}[- ]\d{4}(?!\d)|\d{3,4}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\d{1,3}(?:\.\d{1,3}){2,}|\d{12,}"
    r"|\d{4,6}\.(?:SZ|SH|HK|SS|BJ|TW|US|N|O)(?![A-Za-z])|0\d{4,5}(?=[)）])|[36]\d{5}(?=[)）])"
)
_VERSION = re.compile(
    r"\d++(?:\.\d++)*+ ?(?:版本|版|时代|系列)"
    r"|\d++\.\d++ ?(?:Pro|Flash|Turbo|Ultra|Max|Mini|mini|Lite|Alpha|Plus|Preview|beta|Beta)"
)
# Build 2023开发者大会 is the name of a meeting, no count of developers.
_YEAR_OF_EVENT = re.compile(r"(?:19|20)\d\d(?=[^，,。；;\d ]{0,10}(?:大会|峰会|年会|论坛|展会|发布会|技术日|会议|博览会))")
# Those who are worth a trillion form a club: its name says of nobody what he is worth.
_CLUB = re.compile(r"[”\"」』]?(?:级|市值|身价|估值|营收|企业|公司)?[”\"」』]?俱乐部")
_PAID_OR_TIMED = frozenset({"money", "percent", "duration", "ratio"})
_MARGIN = 8
# 可灵2.04月15日 is version 2.0 and a day in April, 天玑95009月22日 a chip and one in September.
_GLUED_TO_DAY = re.compile(r"(?:\d\.\d|\d{4}|[2-9])(?=(?:[1-9]|1[0-2])月\d{1,2}[日号])")
# Vidu11.6%, AMD8%, token0.8元, Pika4.7亿, OpenAI10月: no name ends in a share, a sum or a month, whatever it is set solid with.
_STATED_BEHIND_NAME = re.compile(
    r"\d{1,5}(?:\.\d{1,4})? ?(?:[%％]|个百分点|[多余]?[千百]?[万亿]多?"
    r"|\d{1,5}(?:\.\d{1,4})? ?[千百]?(?:美元|美金|港元|港币|欧元|英镑|日元|元)(?![宇素件]))"
    r"|(?:1[0-2]|[1-9])月(?:份|[初底末中]|\d{1,2}[日号]|(?![活租费薪产销均度收下访浏入流付供光球]))"
    r"|(?:[12]\d|3[01]|[4-9])日(?=[发宣公表报推上开在起晚早更]|凌晨|[上下]午)"
)
# A single letter, or one after digits (H20, M3), may well go on with digits.
_WORD_BEFORE = re.compile(r"[A-Za-z]{2}$")
_UNNAMED_AFTER = frozenset(["", *" \n,，。、的和与(（)）》”」:：在是等"])


def without_addresses(text: str) -> str:
    """Blank the addresses of pages and mailboxes, so that no digit in them is read; the text keeps its length.

    >>> without_addresses("见www.example.com/2024/1页")
    '见______________________页'
    """
    if "://" not in text and "@" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(lambda match: "_" * len(match[0]), text)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but space and a sign stands around a figure in its text.

    >>> stands_alone(" -12 ", 2, 4), stands_alone("第12", 1, 3)
    (True, False)
    """
    if start > _MARGIN or len(text) - end > _MARGIN:
        return False
    return not text[:start].strip("-−负 \n") and not text[end:].strip()


def name_tail(text: str, start: int) -> int:
    """Give the end of the letters and digits that run on from `start`: the 100 of H100, the 3.5 of GPT-3.5.

    >>> name_tail("H100芯片", 1)
    4
    """
    tail = _NAME_TAIL.match(text, start)
    return tail.end() if tail else start + 1


def is_inside_name(text: str, start: int) -> bool:
    """Tell whether the digit at `start` runs on from Latin letters (A100, GPT-4), a currency or a year aside.

    >>> is_inside_name("A100", 1), is_inside_name("有100", 1)
    (True, False)
    """
    before = text[start - 1 : start]
    if _is_latin(before):
        if _STATED_BEHIND_NAME.match(text, start) and _WORD_BEFORE.search(text, max(0, start - _MARGIN), start):
            return False
        return currency_before(text, start) is None and text[start + 4 : start + 5] != "年"
    return before in ("-", "·", ".") and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha()


def end_before_day(text: str, start: int) -> int | None:
    """Give the end of a version or number that a month and day are set solid with, or nothing.

    >>> end_before_day("可灵2.04月15日", 2), end_before_day("可灵2.0发布", 2)
    (5, None)
    """
    match = _GLUED_TO_DAY.match(text, start)
    return match.end() if match else None


def code_end(text: str, start: int) -> int | None:
    """Give the end of the phone number, stock code, network address or version that begins at `start`, or nothing.

    >>> code_end("192.168.0.1端口", 0), code_end("1680元", 0)
    (11, None)
    """
    match = _CODE.match(text, start) or _VERSION.match(text, start)
    return match.end() if match else None


def names_a_version(text: str, numeral: Numeral) -> bool:
    """Tell Llama 2 and Gemini 1.5 from a figure: a Latin name, a space, and no unit behind."""
    start = numeral.start
    if start < 2 or text[start - 1] != " " or not (text[start - 2].isascii() and text[start - 2].isalpha()):
        return False
    if _YEAR_OF_EVENT.match(text, start):
        return True
    if text[numeral.end : numeral.end + 1] == " " and (found := unit_at(text, numeral.end)) and found[0].kind in _PAID_OR_TIMED:
        return False  # 每百万tokens 2 元 is a price
    return text[numeral.end : numeral.end + 1] in _UNNAMED_AFTER and not numeral.has_scale


def names_a_club(text: str, end: int) -> bool:
    """Tell whether the amount that ends here only names a club: 万亿美元俱乐部.

    >>> names_a_club("万亿美元俱乐部", 4)
    True
    """
    return _CLUB.match(text, end) is not None


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalpha() or character == "_")
