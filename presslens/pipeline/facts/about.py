"""Whom or what a figure is about where no form of wording settles it: candidates in order, each with its reason.

Nearest first: the subject of the figure's clause, of the clauses before and after it, a name of the sentence, what the
sentences before were about, the passage's topic, at last the headline. The first candidate that fits is taken; the further it
stands off, the less it is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.model import Confidence, EntityKind
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.listed import with_partners
from presslens.pipeline.facts.nouns import Stated, whole_name
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.tokens import words_of
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

HEADLINE = "taken from the headline"
TOPIC = "taken from the passage's topic"
BESIDE = "named beside it"
_GOES_BY = re.compile(r"(?:据|按照|依照|对于?|关于|至于)\s?$")
_REACH = 3
_OF_FIRMS = ("公司", "集团", "企业", "机构", "巨头", "厂商")
_PARTS_OF_FIRMS = ("团队", "部门", "实验室", "小组", "业务")
_OF_PRODUCTS = ("模型", "产品", "工具", "应用", "软件", "系统", "框架", "方法", "算法", "版本", "技术", "平台")
_FAINT = frozenset({"AI", "GPU", "市场", "行业"})
_EVENTS = frozenset({"这", "此", "那", "这样", "如此", "这里", "那里", "这次", "此次", "这一", "各", "每", "每个", "另"})
_TIMES = frozenset({"date", "datetime", "duration"})
_VERB = frozenset({"v", "vd", "vg"})


def about(figure: Figure, topics: Topics) -> Bound:
    """Find whom or what a figure is about, however far that is told."""
    for candidates in (_in_clause, _in_sentence, _named_beside, _before, _weak_nouns, _at_last):
        for found in candidates(figure, topics):
            return found
    return NOBODY


def _in_clause(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the figure's own clause is about: its subject before the figure, else behind it."""
    stated = figure.passage.stated(figure.passage.clause_at(figure.quantity.start))
    left = [one for one in stated if one.end <= figure.quantity.start]
    for one in left:
        if not one.speaks or _tells_of_saying(figure, one):
            yield from _bound(figure, one, topics, "high", "the clause")
    for one in stated if not left else ():
        counted = one.start <= figure.quantity.start < one.end and one.form != "weak"
        if not one.speaks and (figure.quantity.kind in _TIMES or counted):
            yield from _bound(figure, one, topics, "high", "the clause")


def _in_sentence(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give the subjects of the other clauses, those before the figure first unless it only dates what follows."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    earlier = [(n, "an earlier clause") for n in range(at - 1, -1, -1)]
    later = [(n, "a later clause") for n in range(at + 1, len(passage.clauses))]
    dates_what_follows = figure.quantity.kind in _TIMES and not _has_verb(figure)
    if dates_what_follows:
        order = [*later[:2], *earlier, *later[2:]]
    elif figure.quantity.kind in _TIMES:
        order = [*earlier, *later]
    else:
        order = earlier
    for number, where in order:
        for one in passage.stated(number):
            if not one.speaks:
                yield from _bound(figure, one, topics, "medium", where)
    for number, where in earlier:
        for one in passage.stated(number):
            if one.speaks and one.form == "name":
                yield from _bound(figure, one, topics, "medium", where)


def _tells_of_saying(figure: Figure, one: Stated) -> bool:
    """Tell whether a time stands between who speaks and the word for it: 甲周五表示."""
    return figure.quantity.kind in _TIMES and not any(
        token.tag in _VERB for token in figure.passage.tokens if one.end <= token.start < figure.quantity.start
    )


def _has_verb(figure: Figure) -> bool:
    clause = figure.clause
    return any(token.tag in _VERB for token in figure.passage.tokens if clause.start <= token.start < clause.end)


def _bound(figure: Figure, one: Stated, topics: Topics, confidence: Confidence, where: str) -> Iterator[Bound]:
    """Take a noun phrase for the subject: a name with its partners, a noun as it is, what a pronoun stands for."""
    passage = figure.passage
    if one.form == "name" and one.hit:
        group = with_partners(passage, one.hit) if one.hit in passage.names else (one.text,)
        yield Bound(group, confidence, f"subject of {where}")
    elif one.form == "noun":
        yield Bound((whole_name(passage.article.match, one),), "medium", f"noun phrase of {where}")
    elif one.form == "weak" and where == "the clause" and one.text not in _FAINT:
        yield Bound((one.text,), "low", f"noun phrase of {where}")
    elif one.form in ("points", "person", "first"):
        found = _stands_for(passage, one, topics)
        if found:
            yield Bound((found,), "medium", "what a pronoun stands for")


def _stands_for(passage: Passage, one: Stated, topics: Topics) -> str:
    """Find what 它, 该公司, 他 or 我们 stands for: the nearest fitting name before it, else the article's own."""
    if one.form == "first":
        return topics.we
    if one.text in _EVENTS:
        return ""
    kinds = _kinds_for(one)
    near = (*_owners(passage, one, topics), *_gone_by(passage, one.start))
    fitting = [name for name in near if name.kind in kinds]
    if fitting:
        return fitting[0].name
    if kinds[0] == "model":
        models = [name for name in _brought_up(passage, one.start, topics) if name.kind == "model"]
        if models:
            return models[0].name
    main = topics.topic[0]
    kind = next((kind for kind, name in topics.main.items() if name == main), listed_kind(main))
    if one.text in words_of("workers") and kind == "model":
        return main
    for told in _told_before(passage, one.start, topics):
        if (told.hit and told.hit.kind in kinds) or (told.grows and "person" in kinds):
            return told.text
    return main if main and kind in kinds else ""


def _brought_up(passage: Passage, place: int, topics: Topics) -> Iterator[Hit]:
    """Give the names that what came before a place speaks of or brings out, nearest sentence first."""
    for earlier in (passage, *reversed(topics.read[max(0, passage.no - 1 - _REACH) : passage.no - 1])):
        yield from (name for name in earlier.names if name.end <= place and earlier.is_free(name, of_models=True))


def _owners(passage: Passage, one: Stated, topics: Topics) -> Iterator[Hit]:
    """Give whose it was when the same word was told before: 甲的内部团队…,团队…."""
    if not one.text.endswith(_PARTS_OF_FIRMS):
        return
    for earlier in (passage, *reversed(topics.read[max(0, passage.no - 1 - _REACH) : passage.no - 1])):
        for name in earlier.names:
            if name.end <= one.start and re.match(
                rf"的?[^，,。；;的]{{0,3}}{re.escape(one.text)}", earlier.between(name.end, name.end + 16)
            ):
                yield name


def _gone_by(passage: Passage, end: int) -> Iterator[Hit]:
    """Give the names that a sentence goes by or turns to before a place: 据甲…, 对于乙,…."""
    for name in passage.names_in(passage.start, end):
        if _GOES_BY.search(passage.between(name.start - 3, name.start)) and name.kind != "source":
            yield name


def _told_before(passage: Passage, place: int, topics: Topics) -> Iterator[Stated]:
    """Give what clauses before a place are about, nearest sentence first, in each the first one first."""
    for earlier in (passage, *reversed(topics.read[max(0, passage.no - 1 - _REACH) : passage.no - 1])):
        for number in range(len(earlier.clauses)):
            yield from (one for one in earlier.stated(number) if one.form in ("name", "noun") and one.end <= place)


def _kinds_for(one: Stated) -> tuple[EntityKind, ...]:
    """Tell what kind of name a pronoun, or a noun with 该 or 这, can stand for."""
    if one.form == "person":
        return ("person", "company", "model") if one.text.endswith("们") else ("person",)
    if one.text.endswith(_OF_FIRMS):
        return ("company",)
    return ("model", "company") if one.text.endswith(_OF_PRODUCTS) else ("company", "model")


def _named_beside(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a name of the figure's clause, or one whose word the clauses before it go by, in whatever part but a giver's."""
    passage = figure.passage
    inside = passage.names_in(figure.clause.start, figure.clause.end)
    for roles in (("free", "object", "modifier"), ("governed",)):
        yield from (Bound((n.name,), "low", BESIDE) for n in inside if passage.roles[n.start] in roles)
    yield from (Bound((name.name,), "low", BESIDE) for name in _gone_by(passage, figure.clause.start))


def _before(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the sentences before were about, in the same paragraph."""
    passage = figure.passage
    for earlier in reversed(topics.read[max(0, passage.no - 1 - _REACH) : passage.no - 1]):
        if earlier.paragraph != passage.paragraph:
            break
        for number in range(len(earlier.clauses)):
            for one in earlier.stated(number):
                if one.form == "name" and not one.speaks:
                    yield Bound((one.text,), "low", "carried over from an earlier sentence")


def _weak_nouns(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a short common noun that the figure's clause, or one before it, begins with: 客户, 视频."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    for number in range(at, -1, -1):
        for one in passage.stated(number):
            if one.form == "weak" and not one.speaks and one.end <= figure.quantity.start:
                yield Bound(
                    (one.text,), "low", "noun phrase of the clause" if number == at else "noun phrase of an earlier clause"
                )


def _at_last(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the article is mainly about, else what its headline begins with."""
    told, noun = topics.topic
    if told:
        yield Bound((told,), "low", TOPIC)
    if noun:
        yield Bound((noun,), "low", HEADLINE)
