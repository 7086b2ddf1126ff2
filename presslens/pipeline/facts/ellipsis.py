"""Sentences that leave their subject out: when what was spoken of before may be taken for it, and when not."""

from __future__ import annotations

import re

from presslens.model import Confidence, EntityKind
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.phrase import own_subject
from presslens.pipeline.facts.rule import OF_MODELS, Reading
from presslens.pipeline.facts.topics import Topics
from presslens.record import record

_PRONOUN = re.compile(
    r"该公司|这家公司|(?:该|这个)(?:平台|产品|工具|应用|软件)|该模型|这款|这一模型|该团队|其(?!中|他|余|实|次)|它(?!们)|他们(?:再次|还|又|已经)|(?:^|[，,：:])(?:公司|官方)"
)
# 其 and a bare 公司 may stand for anything just told; 该公司 and 它 point at one thing.
_POINTS_BACK = re.compile(r"该公司|这家公司|(?:该|这个)(?:平台|产品|工具|应用|软件)|该模型|这款|这一模型|该团队|该股|它(?!们)")
_THE_FIRM = re.compile(r"(?:该|这家)公司|(?:^|[，,：:])公司")
_WE_DID = re.compile(r"我们[^，,。；;]{0,16}(?:实现|达到|获得|庆祝|推出|上线|拥有|完成|服务|做到|突破|用了)[^。；;]{0,16}$")
_OF_OUR_FIRM = frozenset({"revenue", "users", "team_size", "release_date", "funding_round", "funding_total"})
_HE = re.compile(r"[他她](?!们)")
# A heading speaks of what comes after it, not of what came before.
_HEADING = re.compile(r".{1,30}[^。！!？?；;…”」\"]", re.DOTALL)


@record(frozen=True, slots=True)
class LeftOut:
    """What a sentence without a subject goes on about, and how sure that is."""

    name: str
    confidence: Confidence


def left_out(figure: Figure, reading: Reading, topics: Topics) -> LeftOut | None:
    """Find the subject that a sentence leaves out, or nothing where it has one of its own that no lexicon knows."""
    we = _first_person(figure, topics) if reading.metric in _OF_OUR_FIRM else ""
    if we:
        return LeftOut(we, "low")
    pronoun = bool(_PRONOUN.search(figure.before))
    he = not pronoun and "person" in reading.subjects and bool(_HE.search(figure.before))
    if not pronoun and not he and not _may_go_on(figure, reading):
        return None
    topic = _person(topics, figure) if he else _told_in_sentence(figure, reading) or _topic(figure, reading, topics)
    return LeftOut(topic, "medium" if pronoun or he else "low") if topic else None


def _told_in_sentence(figure: Figure, reading: Reading) -> str:
    """Take 它 for the one thing that the sentence has named before it, in whatever part: 我们对甲已经熟悉,它刚完成…."""
    it = re.search(r"它(?!们)", figure.before)
    place = figure.passage.start + it.start() if it else figure.passage.start
    told = {name.name for name in figure.passage.names_in(figure.passage.start, place) if name.kind in reading.subjects}
    return told.pop() if len(told) == 1 else ""


def _may_go_on(figure: Figure, reading: Reading) -> bool:
    """Tell whether nothing in a sentence without a pronoun speaks against its going on with what came before."""
    before = figure.passage.names_in(figure.passage.start, figure.quantity.start)
    if any(name.kind in reading.subjects and figure.passage.is_free(name) for name in before):
        return False
    if reading.metric not in OF_MODELS and any(name.kind == "company" for name in before):
        return False
    if _HEADING.fullmatch(figure.sentence.strip()):
        return False
    if reading.metric in OF_MODELS:
        return True
    omitted = own_subject(without_times(figure, figure.clause.start, figure.quantity.start))[0] == "omitted"
    return omitted and not _begins_otherwise(figure)


def _first_person(figure: Figure, topics: Topics) -> str:
    """Take 我们 for the firm that an article in the first person is about, where it tells what 我们 did or reached."""
    if not _WE_DID.search(figure.before):
        return ""
    return topics.main.get("company", "") or topics.main.get("model", "")


def _topic(figure: Figure, reading: Reading, topics: Topics) -> str:
    """Take 公司 for a firm, or for the product the article is about where that is named like its maker."""
    pointed = bool(_POINTS_BACK.search(figure.before))
    if not _THE_FIRM.search(figure.before):
        return topics.carried(figure.passage, reading.subjects, pointed=pointed)
    found = topics.carried(figure.passage, ("company",), pointed=pointed or bool(topics.noun))
    return found or topics.carried(figure.passage, ("model",))


def _person(topics: Topics, figure: Figure) -> str:
    kinds: tuple[EntityKind, ...] = ("person",)
    return topics.carried(figure.passage, kinds, pointed=True)


def _begins_otherwise(figure: Figure) -> bool:
    """Tell whether the sentence opens with a subject of its own that no lexicon has, so that nothing is carried over."""
    earlier = [clause for clause in figure.passage.clauses if clause.end <= figure.clause.start]
    return any(own_subject(without_times(figure, clause.start, clause.end - 1))[0] != "omitted" for clause in earlier)


def without_times(figure: Figure, start: int, end: int) -> str:
    """Give a stretch without its dates and spans of time, which are no part of what it is about."""
    kept, at = [], start
    for time in figure.passage.figures:
        if time.kind in ("date", "datetime", "duration") and at <= time.start and time.end <= end:
            kept.append(figure.passage.between(at, time.start))
            at = time.end
    return "".join([*kept, figure.passage.between(at, end)])
