"""What was called by a word before, which 这款 or 该 points at with the same word: 机器人甲…,该机器人."""

from __future__ import annotations

import re

from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told import sentences_before
from presslens.pipeline.facts.topics import Topics

_NAMED_BEHIND = re.compile(r"\s?[“「](?P<name>[^“”「」，,。]{2,12})[”」]")
_NAMED_BEFORE = re.compile(r"[“「]([^“”「」，,。]{2,12})[”」]\s?$|([A-Z][a-z][A-Za-z0-9.\-]+(?: [A-Za-z0-9.\-]+)?)\s?$")


def called(passage: Passage, one: Stated, topics: Topics) -> str:
    """Give the name that the same word stood beside: 机器人甲…,该机器人; 甲芯片…,这款芯片."""
    noun = one.noun or one.text
    for earlier in (passage, *sentences_before(passage, topics)):
        for name in reversed(earlier.names):
            if name.end > one.start:
                continue
            before = earlier.between(name.start - len(noun) - 1, name.start).rstrip(" “「")
            after = earlier.between(name.end, name.end + len(noun) + 1).lstrip(" ”」")
            if before.endswith(noun) or after.startswith(noun):
                return name.name
            if re.match(rf"的[^，,。；;的]{{0,8}}{re.escape(noun)}", earlier.between(name.end, name.end + 16)):
                return name.name
        called = by_form(earlier.between(earlier.start, min(one.start, earlier.end)), noun)
        if called:
            return called
    return ""


def by_form(text: str, noun: str) -> str:
    """Give what stands last beside a noun as its name by its form alone: 机器人“甲号”, “乙”功能, Delta芯片.

    >>> by_form("某团队展出人形机器人“晨星一号”,", "机器人")
    '晨星一号'
    """
    found = ""
    for place in re.finditer(re.escape(noun), text):
        named = _NAMED_BEHIND.match(text, place.end()) or _NAMED_BEFORE.search(text[: place.start()])
        found = next(filter(None, named.groups()), found) if named else found
    return found
