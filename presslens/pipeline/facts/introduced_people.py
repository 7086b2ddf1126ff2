"""People whom an article introduces by what they are: 总经理沈墨白, 创始人欧阳墨."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from presslens.lexicon import cue, words
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.coined import FUNCTION_TAGS, NAMING_TAGS

_TITLED = re.compile(
    rf"(?:{cue('titles_of_people')})(?P<name>(?:{'|'.join(words('family_names.txt'))})[一-鿿]{{1,2}})(?![一-鿿]{{0,4}}·)(?P<next>[一-鿿]?)"
)
# What follows a person's name and is no part of it.
_ACTS = frozenset(
    "表说称指认在对于曾就向与和及则还将已是为从把被以等介透强坦补回解分预也近本今昨上任的担出宣接告直先当这那并都不"
)
_SHORTEST = 2
_KEPT = 10_000


def people(text: str) -> Iterator[str]:
    """Give each person whose name stands behind a title.

    >>> list(people("总经理沈墨白表示，需求不减。"))
    ['沈墨白']
    """
    for match in _TITLED.finditer(text):
        name = match.group("name")
        if len(name) > _SHORTEST and name[-1] in _ACTS:
            name = name[:-1]
        elif len(name) > _SHORTEST and match.group("next") and match.group("next") not in _ACTS:
            continue
        if name[-1] not in _ACTS and _can_be_person(name):
            yield name


@lru_cache(_KEPT)
def _can_be_person(name: str) -> bool:
    """Tell whether what begins like a person's name is one: no word of the language, nor words that go together."""
    begins = next(iter(tagger()(name[:2])))
    if is_word()(name[:2]) and begins[1] not in NAMING_TAGS:
        return False
    return not any(tag.startswith(FUNCTION_TAGS) and len(word) > 1 for word, tag in tagger()(name))
