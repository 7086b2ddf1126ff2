"""What a clause is about where no lexicon has its name: its noun phrase, if it has one of its own.

A clause either names its subject (a known name), prints a noun phrase (现货金价, 半导体板块指数), or leaves it out and goes on
with the one before. Only the last kind may take its subject from elsewhere.
"""

from __future__ import annotations

import re
from typing import Literal

from presslens.lexicon import cue

Form = Literal["noun", "omitted", "clause"]

_LEAD = re.compile(rf"^(?:(?:{cue('leading_words')})[，,]?\s*)+")
_SAID = re.compile(rf"(?:{cue('what_is_measured')})")
_TAIL = re.compile(rf"(?:\s|{cue('trailing_adverbs')}|的|之|[“”\"「」·])+$")
_PRONOUN = re.compile(rf"^(?:{cue('pronouns')})$")
_NO_NOUN = re.compile(cue("no_noun"))
_INSIDE = re.compile(r"在[^，,。]{1,12}[中里内上]$")
_NOUN = re.compile(r"[A-Za-z0-9一-鿿·“”「」.\-+/、和与及]{2,24}")


def is_no_noun(text: str) -> bool:
    """Tell whether words cannot be the noun phrase of a subject: a pronoun, or something with a verb in it."""
    return bool(_PRONOUN.match(text) or _NO_NOUN.search(text))


def own_subject(left: str) -> tuple[Form, str]:
    """Tell what the words between a clause's beginning and its figure say of the subject, and the noun phrase if printed.

    >>> own_subject("截至收盘,现货白银价格大跌"), own_subject("目前已经融了")
    (('noun', '现货白银'), ('omitted', ''))
    >>> own_subject("该公司营收达到"), own_subject("他们在这里写下了无数行代码才赚到")
    (('omitted', ''), ('clause', ''))
    """
    text = _LEAD.sub("", left.strip(" -*•￭、—　·"))
    measured = _SAID.search(text)
    if not measured:
        return ("omitted", "") if not _TAIL.sub("", text) else ("clause", "")
    head = _TAIL.sub("", _LEAD.sub("", text[: measured.start()])).strip(" ，,")
    if not head or _PRONOUN.match(head):
        return "omitted", ""
    head = _INSIDE.sub("", re.sub(r"(?<=[一-鿿]) | (?=[一-鿿])", "", head)).strip('“”"「」')
    if not _NOUN.fullmatch(head) or _NO_NOUN.search(head):
        return "clause", ""
    return "noun", head
