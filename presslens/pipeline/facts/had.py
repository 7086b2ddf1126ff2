"""What something only has (营收, 股价), as a part of the noun phrase that says who has it."""

from __future__ import annotations

from collections.abc import Sequence

from presslens.pipeline.facts.sound import OF
from presslens.pipeline.facts.tokens import Token, words_of

_AND = frozenset({"和", "与", "及", "、", "以及"})
_A_PAIR = 3
_TWO_WORDS = 4
_IN_ALL = frozenset({"合计", "总共", "共计", "一共", "总计", "加起来", "共"})


def owner_of(core: Sequence[Token]) -> list[Token]:
    """Give a phrase without what it only measures of its owner: 公司的营收 is of 公司."""
    owner = list(core)
    while owner and (
        is_attribute(owner[-1])
        or (len(owner) < len(core) and owner[-1].tag == "b")
        or owner[-1].text in OF
        or _joins_two_of_them(owner, len(core))
        or _moves(owner)
    ):
        owner = owner[:-1]
    if len(owner) > 1 and owner[-1].text == "们":
        owner.pop()
    return owner


def _joins_two_of_them(owner: Sequence[Token], length: int) -> bool:
    """Tell whether what is left of 产品售价和上市时间 ends on the rest of a second thing that is had."""
    if len(owner) == length or len(owner) < _A_PAIR:
        return False
    joined = owner[-1].text in _AND and is_attribute(owner[-2])
    is_rest = owner[-1].tag in ("v", "vn", "ns") and owner[-2].text in _AND
    return joined or (is_rest and len(owner) > _A_PAIR and is_attribute(owner[-3]))


def _moves(owner: Sequence[Token]) -> bool:
    """Tell whether what is left ends on how something that is had moves: 价格下降."""
    return len(owner) > 1 and owner[-1].text in words_of("moves") and is_attribute(owner[-2])


def is_attribute(token: Token) -> bool:
    """Tell whether a noun is one for what something has, alone or as the end of a longer word: 规模, 投资规模."""
    if token.text in words_of("attributes"):
        return True
    if len(token.text) != _TWO_WORDS:
        return False
    first, last = token.text[:2], token.text[2:]
    return last in words_of("attributes") or (last in words_of("moves") and first in words_of("attributes"))


def only_says_which(token: Token) -> bool:
    """Tell whether a word before what something has says only which: 推理成本, 峰值性能."""
    return token.text in words_of("activities") or token.text in words_of("empty") or token.tag in ("b", "a", "m")


def is_had(part: Sequence[Token]) -> bool:
    """Tell whether what stands behind a count is what those have whom it counts: 三家的支出, 三家合计, 两家营收."""
    return part[0].text == "的" or part[0].text in _IN_ALL or all(is_attribute(token) or token.tag == "b" for token in part)
