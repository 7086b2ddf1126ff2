"""Who in a sentence only says what it tells, or is only named once more by a title."""

from __future__ import annotations

from presslens.lexicon import Hit
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.sound import VERBS
from presslens.pipeline.facts.speaking import opens_turn
from presslens.pipeline.facts.tokens import OF_TIME, words_of
from presslens.pipeline.facts.told import told_here
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_PREDICATES = VERBS | {"p", "d", "ul"}
_NOUN_TOO = frozenset({"计划"})
_TITLE = 10


def only_calls(passage: Passage, number: int) -> bool:
    """Tell whether a clause only says by a title who is named before it: 沈墨白,甲公司创始人,…."""
    if not any(passage.stated(earlier) for earlier in range(number)):
        return False
    words = [token for token in passage.tokens(passage.clauses[number]) if token.tag != "x"]
    called = bool(words) and words[-1].text in words_of("titles")
    return called and not any(token.tag in _PREDICATES and token.text not in _NOUN_TOO for token in words)


def only_speaks(figure: Figure, name: Hit, topics: Topics) -> bool:
    """Tell whether a name is that of a person who only says what is told, or of the person's firm where all is of others."""
    passage = figure.passage
    if name.name in topics.turns and opens_turn(passage, name):
        return True
    told = [one for one in passage.stated(passage.clause_at(name.start)) if one.speaks]
    if name.kind == "person":
        return any(one.start <= name.start < one.end for one in told)
    return any(_is_of_speaker(passage, name, one) for one in told) and any(
        not one.speaks for one in told_here(passage, figure.quantity.start)
    )


def _is_of_speaker(passage: Passage, name: Hit, one: Stated) -> bool:
    """Tell whether a firm is the one that a person speaks for: 甲创始人乙表示."""
    is_person = one.grows or (one.hit is not None and one.hit.kind == "person")
    return is_person and name.end <= one.start and len(passage.between(name.end, one.start)) <= _TITLE


def may_tell_of_itself(one: Stated) -> bool:
    """Tell whether who speaks can be of whom a figure is: a known firm, or 这家公司 that stands for one."""
    return (one.form == "name" and listed_kind(one.text) in FIRM) or (one.form == "points" and one.text.endswith("公司"))


def says_then(figure: Figure, one: Stated) -> bool:
    """Tell whether a date alone before a comma is when somebody said something: 周五,甲表示."""
    alone = figure.quantity.kind == "date" and not figure.right.strip(" ，,")
    return alone and one.speaks and one.form in ("name", "weak") and one.text not in words_of("hearsay")


def tells_of_saying(figure: Figure, one: Stated) -> bool:
    """Tell whether a time stands between who speaks and the word for it: 甲周五表示."""
    return figure.quantity.kind in OF_TIME and not any(
        token.tag in VERBS for token in figure.passage.tokens(figure.clause) if one.end <= token.start < figure.quantity.start
    )
