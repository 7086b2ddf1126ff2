"""What 它, 该公司, 他 and 我们 stand for: the nearest fitting name told before, else the article's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.model import EntityKind
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.tokens import words_of
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_GOES_BY = re.compile(r"(?:据|按照|依照|对于?|关于|至于|没有|由)\s?$")
_POINTS = ("这", "该", "它")
_OF_FIRMS = ("公司", "集团", "企业", "机构", "巨头", "厂商")
_PARTS_OF_FIRMS = ("团队", "部门", "实验室", "小组", "业务")
_EVENTS = frozenset({"这", "此", "那", "这样", "如此", "这里", "那里", "这次", "此次", "这一", "各", "每", "每个", "另"})
# How many sentences back a name can stand.
_REACH = 3
_OF_PRODUCTS = (
    "模型",
    "产品",
    "工具",
    "应用",
    "软件",
    "系统",
    "框架",
    "方法",
    "算法",
    "版本",
    "技术",
    "平台",
    "机器人",
    "设备",
)


def sentences_before(passage: Passage, topics: Topics) -> list[Passage]:
    """Give the sentences before one that can tell whom it is about, the nearest first."""
    return list(reversed(topics.read[max(0, passage.no - 1 - _REACH) : passage.no - 1]))


def may_do(passage: Passage, name: Hit) -> bool:
    """Tell whether a name is free to be what a sentence tells of, be it what somebody brings out."""
    return passage.is_free(name, of_models=True)


def stands_for(passage: Passage, one: Stated, topics: Topics) -> str:
    """Find what 它, 该公司, 他 or 我们 stands for: the nearest fitting name before it, else the article's own."""
    if one.form == "first":
        return topics.we
    if one.text in _EVENTS:
        named = [name for name in passage.names_in(passage.start, one.start) if may_do(passage, name)]
        return named[-1].name if named else ""
    kinds = _kinds_for(one)
    near = (*_owners(passage, one, topics), *gone_by(passage, one.start))
    fitting = [name for name in near if name.kind in kinds]
    if fitting:
        return fitting[0].name
    if kinds[0] == "model":
        models = [name for name in brought_up(passage, one.start, topics) if name.kind == "model"]
        here = [name for name in passage.names_in(passage.start, one.start) if may_do(passage, name)]
        if models or here:
            return models[0].name if models else here[-1].name
    main = topics.topic[0]
    kind = next((kind for kind, name in topics.main.items() if name == main), listed_kind(main))
    if one.text in words_of("workers"):
        made = [name.name for name in brought_up(passage, one.start, topics) if name.kind == "model"]
        if kind == "model" or made:
            return main if kind == "model" else made[0]
    freely = passage.between(one.start, one.start + 1) in _POINTS
    for told in _told_before(passage, one.start, topics, freely=freely):
        group = told.form == "weak" and one.form == "person" and one.text.endswith("们")
        if group or (told.hit and told.hit.kind in kinds) or (told.grows and "person" in kinds):
            return told.text
    return main if main and kind in kinds else ""


def brought_up(passage: Passage, place: int, topics: Topics) -> Iterator[Hit]:
    """Give the names that what came before a place speaks of or brings out, nearest sentence first."""
    for earlier in (passage, *sentences_before(passage, topics)):
        yield from (name for name in earlier.names if name.end <= place and may_do(earlier, name))


def _owners(passage: Passage, one: Stated, topics: Topics) -> Iterator[Hit]:
    """Give whose it was when the same word was told before: 甲的内部团队…,团队…."""
    if not one.text.endswith(_PARTS_OF_FIRMS):
        return
    for earlier in (passage, *sentences_before(passage, topics)):
        for name in earlier.names:
            if name.end <= one.start and re.match(
                rf"的?[^，,。；;的]{{0,3}}{re.escape(one.text)}", earlier.between(name.end, name.end + 16)
            ):
                yield name


def gone_by(passage: Passage, end: int) -> Iterator[Hit]:
    """Give the names that a sentence goes by or turns to before a place: 据甲…, 对于乙,…."""
    for name in passage.names_in(passage.start, end):
        goes_by = _GOES_BY.search(passage.between(name.start - 3, name.start))
        if goes_by and name.kind != "source" and passage.roles[name.start] != "giver":
            yield name


def _told_before(passage: Passage, place: int, topics: Topics, *, freely: bool) -> Iterator[Stated]:
    """Give what is told before a place: of its own sentence the nearest first, of those before it the first clause first."""
    for earlier in (passage, *sentences_before(passage, topics)):
        numbers = range(len(earlier.clauses))
        for number in reversed(numbers) if earlier is passage else numbers:
            forms = ("name", "noun", "weak") if earlier is passage else ("name", "noun")
            yield from (one for one in earlier.stated(number) if one.form in forms and one.end <= place)
        free = [name for name in earlier.names if earlier is not passage and freely and may_do(earlier, name)]
        yield from (Stated(n.start, n.end, "name", n.name, n) for n in free if listed_kind(n.name))


def _kinds_for(one: Stated) -> tuple[EntityKind, ...]:
    """Tell what kind of name a pronoun, or a noun with 该 or 这, can stand for."""
    if one.form == "person":
        return ("person", "company", "model") if one.text.endswith("们") else ("person",)
    if one.text.endswith(_OF_FIRMS):
        return ("company",)
    return ("model", "company") if one.text.endswith(_OF_PRODUCTS) else ("company", "model")
