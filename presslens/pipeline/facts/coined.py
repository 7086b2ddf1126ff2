"""Whether characters can be a name that somebody made up, or are words of the language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from presslens.lexicon import cue, table
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.tokens import words_of

FUNCTION_TAGS = ("d", "p", "c", "u", "r", "m", "q", "t", "f", "y", "x")
NAMING_TAGS = frozenset({"nr", "nrt", "nz", "ns"})
REGION = re.compile(rf"[一-鿿]{{1,3}}[国洲]|{cue('regions')}")
# What firms' names end with, also where a common word may.
TAIL = re.compile(rf"(?:{cue('endings_of_firms')}|{cue('weak_endings_of_firms')}|公司)$")
_NO_BODY = re.compile(cue("no_names_of_firms"))
_NO_PART = re.compile(cue("in_no_name"))
_HAN = re.compile(r"[一-鿿]+")
_SHORTEST = 2
_KEPT = 10_000


@lru_cache(_KEPT)
def is_coined(body: str) -> bool:
    """Tell whether characters are no words of the language, as those of a name that somebody made up.

    >>> is_coined("岚舟"), is_coined("视频")
    (True, False)
    """
    if body in _terms() or REGION.fullmatch(body) or _NO_BODY.search(body):
        return False
    cut = list(tagger()(body))
    known = [(word, tag) for word, tag in cut if is_word()(word)]
    if any(tag.startswith(FUNCTION_TAGS) or (tag == "v" and len(word) == 1) for word, tag in known):
        return False
    # What no word list has is put together by likelihood alone, and its part of speech is a guess.
    return not any(len(word) > 1 and tag not in NAMING_TAGS for word, tag in known)


@lru_cache(_KEPT)
def holds_no_word(name: str) -> bool:
    """Tell whether no word of the language stands in characters, but for the ending that firms' names have.

    >>> holds_no_word("岚舟科技"), holds_no_word("新闻科技")
    (True, False)
    """
    return not any(len(word) > 1 and is_word()(word) for word, _ in tagger()(TAIL.sub("", name)))


@lru_cache(_KEPT)
def may_be_name(name: str) -> bool:
    """Tell whether characters can be a name: no word of the language and nothing that only grammar holds.

    >>> may_be_name("岚舟"), may_be_name("这家")
    (True, False)
    """
    if not re.search(r"[一-鿿]", name):
        return len(name) >= _SHORTEST
    if _NO_PART.search(name) or is_word()(name) or name in words_of("empty") or len(name) < _SHORTEST:
        return False
    return not all(is_word()(word) and len(word) > 1 for word, _ in tagger()(name)) or bool(TAIL.search(name))


def is_han(text: str) -> bool:
    """Tell whether Chinese characters are all that a text holds.

    >>> is_han("岚舟"), is_han("岚舟AI")
    (True, False)
    """
    return _HAN.fullmatch(text) is not None


@cache
def _terms() -> frozenset[str]:
    """Give the words of the field, which the word list of the language lacks."""
    return frozenset(table("terms.toml")["whole"])
