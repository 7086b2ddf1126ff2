"""What a clause is about where no lexicon has its name: its noun phrase, if it has one of its own.

A clause either names its subject (a known name), prints a noun phrase (现货金价, 半导体板块指数), or leaves it out and goes on
with the one before. Only the last kind may take its subject from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from presslens.lexicon import cue, words
from presslens.pipeline.cutting import Cutter, cutter
from presslens.pipeline.gates import Gated

Form = Literal["noun", "omitted", "clause"]

_LEAD = re.compile(rf"(?:(?:{cue('leading_words')})[，,]?\s*)*")
MEASURED = Gated(cue("what_is_measured"))
_TAIL = re.compile(rf"(?:\s|{cue('trailing_adverbs')}|的|之|[“”\"「」·])+$")
_PRONOUN = re.compile(rf"^(?:{cue('pronouns')})$")
_NO_NOUN = re.compile(cue("no_noun"))
_NO_OWNER = re.compile(rf"(?:(?:{cue('no_owner')})的?)+")
# GPU收入 is somebody's income from them.
_NO_SUBJECT = words("not_names.txt")
_INSIDE = re.compile(r"在[^，,。]{1,12}[中里内上]$")
_SPACED = re.compile(r"(?<=[一-鿿]) | (?=[一-鿿])")
_NOUN = re.compile(r"[A-Za-z0-9一-鿿·“”「」.\-+/、和与及]{2,24}")

# A longer run of an article's characters would be its words rather than a name.
LONGEST = 12
_HAN = re.compile(r"[一-鿿]")
_MODIFIES = re.compile(r"^.*(?:的|[上中内里]|相关|有关|用于|面向)(?=.{2})|[“”「」\"]")


def head_noun(text: str) -> str:
    """Cut a printed phrase to its head noun, at most 12 Chinese characters; a name or a short phrase stays whole.

    >>> head_noun("某生活服务平台上“手工”相关团购商品订单量"), head_noun("现货白银")
    ('团购商品订单量', '现货白银')
    """
    if len(_HAN.findall(text)) <= LONGEST:
        return text
    rest = _MODIFIES.sub("", text).strip()
    words = list(_cut(rest))
    while len(words) > 1 and len(_HAN.findall("".join(words))) > LONGEST:
        words = words[1:]
    kept = "".join(words).strip()
    return kept if len(_HAN.findall(kept)) <= LONGEST else ""


@cache
def _cutter() -> Cutter:
    return cutter(())


def _cut(text: str) -> Iterable[str]:
    return _cutter()(text)


def several(noun: str, rest: str) -> tuple[str, ...]:
    """Part a noun phrase that joins two subjects where the clause says that each of them is meant (均, 都, 分别).

    >>> several("甲板块指数和乙成分指数", "均跌超")
    ('甲板块指数', '乙成分指数')
    """
    if not re.search(r"均|都|双双|分别", rest):
        return (noun,)
    parts = [part.strip() for part in re.split(r"和|与|及|以及|、", noun)]
    return tuple(parts) if len(parts) > 1 and all(len(part) >= 2 for part in parts) else (noun,)


def is_no_noun(text: str) -> bool:
    """Tell whether words cannot be the noun phrase of a subject: a pronoun, or something with a verb in it."""
    return bool(_PRONOUN.match(text) or _NO_NOUN.search(text))


def has_no_owner(text: str) -> bool:
    """Tell whether words only say what is measured, or when, and leave out whose it is.

    >>> has_no_owner("前三季度累计"), has_no_owner("年复合"), has_no_owner("存储芯片")
    (True, True, False)
    """
    return _NO_OWNER.fullmatch(text) is not None


def own_subject(left: str) -> tuple[Form, str]:
    """Tell what the words between a clause's beginning and its figure say of the subject, and the noun phrase if printed.

    >>> own_subject("截至收盘,现货白银价格大跌"), own_subject("目前已经融了")
    (('noun', '现货白银'), ('omitted', ''))
    >>> own_subject("该公司营收达到"), own_subject("他们在这里写下了无数行代码才赚到")
    (('omitted', ''), ('clause', ''))
    """
    text = _without_lead(left.strip(" -*•￭、—　·"))
    measured = MEASURED.search(text)
    if not measured:
        return ("omitted", "") if not text or _TAIL.match(text) else ("clause", "")
    head = _TAIL.sub("", _without_lead(text[: measured.start()])).strip(" ，,")
    if not head or _PRONOUN.match(head) or head in _NO_SUBJECT or head.startswith(("的", "之")):
        return "omitted", ""
    head = _INSIDE.sub("", _SPACED.sub("", head)).strip('“”"「」')
    if has_no_owner(head):
        return "omitted", ""
    if not _NOUN.fullmatch(head) or _NO_NOUN.search(head):
        return "clause", ""
    return "noun", head


def _without_lead(text: str) -> str:
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text
