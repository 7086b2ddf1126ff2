"""Who says 我 and 我们: whose turn it is in an interview, who is quoted, else who tells the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from presslens.lexicon import Hit
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.told import told_here
from presslens.pipeline.facts.topics import Topics

# The label of a turn in an interview, and how many sentences a turn can last.
_LABEL, _TURN = re.compile(r"\s*[一-鿿A-Za-z·. ]{0,24}?$"), 15
_TURNS_TO, _OTHERS_TURN = re.compile(r"\s?[:：]"), re.compile(r"\s*[一-鿿A-Za-z]{1,12}\s?[:：]")
# So many turns make an interview of a text.
_TURNS = 3


def who_says_it(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 我 for whose turn it is or who is quoted, 我们 for who tells the article, or the firm that is quoted."""
    told = [told for told in told_here(passage, one.start) if told.speaks and told.form in ("name", "noun")]
    if one.text == "我":
        persons = (told.text for told in told if told.grows or (told.hit and told.hit.kind == "person"))
        return turn_of(passage, topics) or topics.we or next(persons, "")
    if topics.we:
        return topics.we
    # 甲认为,乙证明我们…: the word is that of who is quoted first.
    first = told[-1] if told else None
    return first.text if first and first.hit and first.hit.kind in FIRM and first.text not in topics.turns else ""


def turn_of(passage: Passage, topics: Topics) -> str:
    """Give who speaks in an interview: the name before the last colon that opened a sentence."""
    for earlier in reversed(topics.read[max(0, passage.no - _TURN) : passage.no]):
        label = next((name.name for name in earlier.names if opens_turn(earlier, name)), "")
        if label or _OTHERS_TURN.match(earlier.text):
            return label
    return ""


def opens_turn(passage: Passage, name: Hit) -> bool:
    """Tell whether a name only labels whose turn it is, with or without what its bearer is: 创始人甲：."""
    ends = _TURNS_TO.match(passage.between(name.end, name.end + 2))
    return ends is not None and _LABEL.fullmatch(passage.between(passage.start, name.start)) is not None


def who_take_turns(read: Sequence[Passage]) -> frozenset[str]:
    """Give the names whose turns an interview consists of: who speaks is not what is spoken of."""
    turns = Counter(name.name for passage in read for name in passage.names if opens_turn(passage, name))
    return frozenset(name for name, count in turns.items() if count >= _TURNS)
