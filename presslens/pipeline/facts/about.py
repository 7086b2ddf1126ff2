"""Whom or what a figure is about where no form of wording settles it: candidates in order, each with its reason.

Nearest first: the subject of the figure's clause, of the clauses before and after it, a name of the sentence, what the
sentences before were about, the passage's topic, at last the headline. The first candidate that fits is taken; the further it
stands off, the less it is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue
from presslens.model import Confidence
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.constructions import told_by_construction
from presslens.pipeline.facts.general import of_anybody, of_the_counted, of_the_frame, what_it_takes_to_make
from presslens.pipeline.facts.listed import share_of, with_partners
from presslens.pipeline.facts.nearby import before, counted, described
from presslens.pipeline.facts.nouns import Stated, is_person, whole_name
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.pronouns import stands_for
from presslens.pipeline.facts.reported import may_tell_of_itself, only_calls, only_speaks, says_then, tells_of_saying
from presslens.pipeline.facts.sound import NOUNS, VERBS
from presslens.pipeline.facts.tokens import OF_TIME, words_of
from presslens.pipeline.facts.told import REACH, gone_by, may_do, sentences_before
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

TOPIC = "taken from the passage's topic"
BESIDE = "named beside it"
POINTED = "what a pronoun stands for"
CARRIED = "carried over from an earlier sentence"
# A line that ends so goes on in the next paragraph.
_LEADS_ON = ("：", ":", "，", ",", "了", "——")
# A line that ends otherwise is a heading or an item of a list.
_ENDS = ("。", "！", "？", "!", "?", "…", "”", "」", "）", ")")
_USED = re.compile(r"(?:使用|采用|用上)[^，,。；;]{0,2}$")
_INTRODUCES = re.compile(r"(?:这是|这就是|叫做?|名为|名叫)[^，,。；;：:]{0,12}$")
_TECHNICAL = re.compile(rf"(?:{cue('technical_qualities')})")
# Common nouns that say too little to be whom a figure is said of.
FAINT = frozenset({"API", "AI", "GPU", "市场", "行业", "文本", "视频", "图像", "图片", "数据", "模型", "大模型", "技术"})
# 交由甲生产: who does it for somebody is not who is spoken of.
_AGENT = re.compile(r"(?<![自理])[由被]\s?$")
_NO_OTHERS = frozenset({"free", "object", "modifier"})
_DOES = VERBS | {"vn"}


def about(figure: Figure, topics: Topics) -> Bound:
    """Find whom or what a figure is about, however far that is told."""
    return next(told_by_construction(figure, topics), None) or by_grammar(figure, topics)


def by_grammar(figure: Figure, topics: Topics) -> Bound:
    """Find the same where no construction of the clause has told it."""
    for candidates in (
        of_the_counted,
        _in_clause,
        of_anybody,
        what_it_takes_to_make,
        _in_sentence,
        _of_one_word,
        _named_beside,
        of_the_frame,
        _before,
        _named_in_sentence,
        _weak_nouns,
        _nearby,
        _introduced,
        _at_last,
        _what_it_counts,
    ):
        for found in candidates(figure, topics):
            return found
    return NOBODY


def _in_clause(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the figure's own clause is about: its subject before the figure, else behind it."""
    stated = figure.passage.stated(figure.passage.clause_at(figure.quantity.start))
    left = [one for one in stated if one.end <= figure.quantity.start]
    for one in left:
        if not one.speaks or tells_of_saying(figure, one):
            yield from _bound(figure, one, topics, "high", "the clause")
    for one in stated if all(told.speaks for told in left) else ():
        counted = one.start <= figure.quantity.start < one.end
        between = figure.passage.between(figure.quantity.end, one.start)
        heads = one.form == "name" and between.endswith("的")
        if not one.speaks and (figure.quantity.kind in OF_TIME or counted or heads):
            yield from _bound(figure, one, topics, "high", "the clause")
        if not one.speaks and counted and one.form == "weak" and not _does_before(figure):
            yield Bound((one.text,), "low", "noun phrase of the clause")
    if left and all(one.speaks for one in left):
        of_itself = [one for one in left if may_tell_of_itself(one)]
        yield from (found for one in of_itself for found in _bound(figure, one, topics, "medium", "the clause"))


def _in_sentence(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give the subjects of the other clauses, those before the figure first unless it only dates what follows."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    earlier = [(n, "an earlier clause") for n in range(at - 1, -1, -1) if not only_calls(passage, n)]
    if figure.quantity.kind not in (*OF_TIME, "money") and _TECHNICAL.search(figure.near_left):
        models = [n for n in passage.names if n.kind == "model" and n.end <= figure.clause.start]
        yield from (Bound((n.name,), "medium", "subject of an earlier clause") for n in models if may_do(passage, n))
    later = [(n, "a later clause") for n in range(at + 1, len(passage.clauses))]
    dates_what_follows = figure.quantity.kind in OF_TIME and not _has_verb(figure)
    order = earlier
    # 17岁考入大学: an age tells when.
    if figure.quantity.kind in OF_TIME or (figure.quantity.kind == "age" and not figure.left):
        order = [*later[:2], *earlier, *later[2:]] if dates_what_follows else [*earlier, *later]
    for number, where in order:
        for one in passage.stated(number):
            if dates_what_follows and number == at + 1 and says_then(figure, one):
                yield Bound((one.text,), "medium", f"subject of {where}")
            if not one.speaks:
                yield from _bound(figure, one, topics, "medium", where)
            if dates_what_follows and number == at + 1 and one.form == "weak" and not one.speaks:
                yield Bound((one.text,), "low", "noun phrase of a later clause")
    for number, where in earlier:
        for one in passage.stated(number):
            told = one.form == "name" and not (one.hit and one.hit.kind == "person") and one.text not in topics.turns
            if one.speaks and (told or (one.form == "points" and one.text.endswith("公司"))):
                yield from _bound(figure, one, topics, "medium", where)


def _does_before(figure: Figure) -> bool:
    """Tell whether something is done in the clause before the figure, so that what it counts may be the object."""
    tokens = (token for token in figure.passage.tokens(figure.clause) if token.start < figure.quantity.start)
    return any(
        token.tag in _DOES and not token.text.endswith("有") and token.text not in words_of("reporting") for token in tokens
    )


def _has_verb(figure: Figure) -> bool:
    return any(token.tag in VERBS for token in figure.passage.tokens(figure.clause))


def _bound(figure: Figure, one: Stated, topics: Topics, confidence: Confidence, where: str) -> Iterator[Bound]:
    """Take a noun phrase for the subject: a name with its partners, a noun as it is, what a pronoun stands for."""
    passage = figure.passage
    if one.hit and (
        passage.roles.get(one.hit.start) in ("giver", "aside")
        or _AGENT.search(passage.between(one.hit.start - 2, one.hit.start))
    ):
        return
    if one.form == "name" and one.hit:
        group = share_of(figure, one.hit)[0] if one.hit in passage.names else (one.text,)
        yield Bound(group, confidence, f"subject of {where}")
    elif one.form == "noun":
        yield Bound((whole_name(passage.article.match, one),), "medium", f"noun phrase of {where}")
    elif one.form in ("points", "person", "first"):
        found = stands_for(passage, one, topics)
        if found:
            yield Bound((found,), "medium", POINTED)


def _of_one_word(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a short common noun that the figure's own clause begins with, unless it says too little: 客户, but not 市场."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    for one in passage.stated(at):
        if one.form == "weak" and not one.speaks and one.text not in FAINT and one.end <= figure.quantity.start:
            yield Bound((one.text,), "low", "noun phrase of the clause")


def _named_in_sentence(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a name before the figure that its sentence speaks of, or whose use it tells of."""
    passage = figure.passage
    told = passage.names_in(passage.start, figure.quantity.start)
    told = [name for name in told if not only_speaks(figure, name, topics) and not _is_joined(figure, name)]
    yield from (Bound((n.name,), "low", BESIDE) for n in told if may_do(passage, n))
    dates = figure.quantity.kind in OF_TIME
    for number in range(passage.clause_at(figure.quantity.start) + 1, len(passage.clauses)):
        later = [one for one in passage.stated(number) if one.form == "name" and (dates or not one.speaks)]
        later = [one for one in later if one.hit and passage.roles.get(one.hit.start) != "giver"]
        yield from (Bound((one.text,), "low", "subject of a later clause") for one in later)
    if dates:
        named = [name for name in passage.names if not only_speaks(figure, name, topics) and not _is_joined(figure, name)]
        yield from (Bound((n.name,), "low", BESIDE) for n in named if may_do(passage, n))
    for name in told:
        if _USED.search(passage.between(name.start - 4, name.start)):
            yield Bound((name.name,), "low", BESIDE)


def _named_beside(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a name of the figure's clause, or one whose word the clauses before it go by, in whatever part but a giver's."""
    passage = figure.passage
    inside = passage.names_in(figure.clause.start, figure.clause.end)
    free = [n for n in inside if passage.roles[n.start] in _NO_OTHERS and not _is_joined(figure, n)]
    yield from (Bound(share_of(figure, n)[0], "low", BESIDE) for n in free)
    yield from (Bound((name.name,), "low", BESIDE) for name in gone_by(passage, figure.clause.end))


def _is_joined(figure: Figure, name: Hit) -> bool:
    """Tell whether a name is that of a body which somebody left out joins or leaves: 2010年加入甲."""
    passage = figure.passage
    clause = passage.clauses[passage.clause_at(name.start)]
    words = passage.words(clause, clause.start, name.start)
    joins = bool(words) and words[-1].text in words_of("joining")
    return joins and name.kind != "person" and not any(token.tag in NOUNS for token in words[:-1])


def _before(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the sentences before were about, in the same paragraph."""
    passage = figure.passage
    for earlier in sentences_before(passage, topics):
        if earlier.paragraph != passage.paragraph and not earlier.text.rstrip().endswith(_LEADS_ON):
            if earlier.text.rstrip().endswith(_ENDS):
                break
            continue
        for number in reversed(range(len(earlier.clauses))):
            for one in earlier.stated(number):
                if (one.form == "name" or is_person(one)) and not one.speaks:
                    listed = one.hit if one.hit in earlier.names else None
                    yield Bound(with_partners(earlier, listed) if listed else (one.text,), "low", CARRIED)


def _weak_nouns(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give a short common noun that the figure's clause, or one before it, begins with: 客户, 视频."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    for number in range(at, -1, -1):
        for one in passage.stated(number):
            if one.form == "weak" and not one.speaks and one.end <= figure.quantity.start:
                yield Bound(
                    (one.text,), "low", "noun phrase of the clause" if number == at else "noun phrase of an earlier clause"
                )


def _nearby(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the clause with the figure describes, else the noun phrase that stands nearest before it."""
    for found in described(figure):
        yield Bound((found.text,), "low", "what it describes")
    for found in before(figure):
        yield Bound((found.text,), "low", "noun phrase before it")


def _what_it_counts(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the figure counts where nobody is said to have it: 只有三间办公室."""
    yield from (Bound((found.text,), "low", "what it counts") for found in counted(figure))


def _introduced(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the sentence before introduces by its name: 这是我们的新产品甲."""
    for earlier in sentences_before(figure.passage, topics)[:1]:
        for name in reversed(earlier.names):
            if _INTRODUCES.search(earlier.between(name.start - 16, name.start)):
                yield Bound((name.name,), "low", CARRIED)


def _at_last(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give the model that the article is about, or the firm or person where the text still speaks of it, else nobody."""
    told, passage = topics.topic, figure.passage
    if listed_kind(told) == "person" or not passage.leaves_subject_out(passage.clause_at(figure.quantity.start)):
        return
    of_a_thing = listed_kind(told) not in ("company", "source", "person")
    if told and (of_a_thing or told == topics.we or told in topics.main.values() or _just_told(figure, topics, told)):
        yield Bound((told,), "low", TOPIC)


def _just_told(figure: Figure, topics: Topics, name: str) -> bool:
    """Tell whether the headline or the sentence before, or one before it in the paragraph, names something."""
    passage = figure.passage
    earlier = sentences_before(passage, topics)
    near = [one for far, one in enumerate(earlier) if far == 0 or one.paragraph == passage.paragraph]
    return len(earlier) < REACH or any(one.name == name for told in near for one in told.names)
