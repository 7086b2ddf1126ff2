"""What 它, 该公司, 他 and 我们 stand for: the nearest fitting name told before, else the article's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue
from presslens.model import EntityKind
from presslens.pipeline.facts.called import called
from presslens.pipeline.facts.groups import group
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.sound import NOUNS, PERSONS
from presslens.pipeline.facts.speaking import who_says_it
from presslens.pipeline.facts.tokens import words_of
from presslens.pipeline.facts.told import brought_up, gone_by, may_do, place_told, sentences_before, told_before, told_here
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind

_POINTS, _ITS = ("这", "该", "此", "那"), ("它", "其")
# Who 他们 can be.
_PEOPLE = (
    "者",
    "员",
    "人",
    "家",
    "人士",
    "学生",
    "客户",
    "用户",
    "团队",
    "们",
    "师",
    "公司",
    "企业",
    "机构",
    "厂商",
    "人群",
    "一代",
    "编剧",
    "工人",
    "粉丝",
    "农",
    "民",
)
_OFFIRM = ("公司", "集团", "企业", "机构", "巨头", "厂商", "基金", "银行", "创企", "独角兽", "车企", "券商")
_PARTS_OFFIRM = ("团队", "部门", "实验室", "小组", "业务")
_EVENTS = frozenset({"这", "此", "那", "这样", "如此", "这里", "那里", "这次", "此次", "这一", "各", "每", "每个", "另"})
_MAKERS = ("商", "厂", "院", "社")
_OF_A_KIND = re.compile(r"(?P<kind>[这该此那]类)")
_PLACES = frozenset({"该国", "该州", "该市", "该省", "该县", "该区", "该地"})
_MAKES = re.compile(cue("developing_verbs"))
_IN_A_PHRASE = NOUNS - {"vn"} | {"b", "a"}
KINDS_OF_PRODUCT = (
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
    "芯片",
    "处理器",
    "助手",
    "智能体",
)


def stands_for(passage: Passage, one: Stated, topics: Topics) -> str:
    """Find what 它, 该公司, 他 or 我们 stands for: the nearest thing told before that fits; nothing where none does."""
    if one.form == "first":
        return who_says_it(passage, one, topics)
    several = group(passage, one, topics)
    if several is not None:
        return several
    if one.text in _PLACES:
        return place_told(passage, one.start, topics) or one.text
    if one.text in _EVENTS and passage.between(one.end, one.end + 1) == "款":
        return _product(passage, one, topics)
    if one.text in _EVENTS:
        return ""
    if one.form == "person":
        went_on = _went_on(passage, one, topics)
        return went_on or (_they if one.text.endswith("们") else _person)(passage, one, topics)
    return _stands_for_by_noun(passage, one, topics)


def _of_that_kind(passage: Passage, one: Stated, topics: Topics) -> str:
    """Give of what kind something is, as told before: 独立书商…, 这类公司."""
    ends = (*_OFFIRM, *_MAKERS) if one.text.endswith(_OFFIRM) else (one.text,)
    told = told_before(passage, one.start, topics, freely=False)
    return next((before.text for before in told if before.form == "noun" and before.text.endswith(ends)), "")


def _stands_for_by_noun(passage: Passage, one: Stated, topics: Topics) -> str:
    """Find what 该公司, 这款模型, 团队 or 这一转型 stands for, by what its noun names."""
    kind = _OF_A_KIND.search(passage.between(one.start, one.end))
    if kind:
        return _of_that_kind(passage, one, topics) or one.noun or kind["kind"] + one.text
    if one.text.endswith(_OFFIRM):
        return _firm(passage, one, topics)
    if one.text in words_of("attributes"):
        named = called(passage, one, topics) if passage.between(one.start, one.start + 1) == "该" else ""
        return named or _thing(passage, one, topics)
    if one.text in words_of("workers") or one.text.endswith(_PARTS_OFFIRM):
        return _workers(passage, one, topics)
    if one.text.endswith(KINDS_OF_PRODUCT):
        return _product(passage, one, topics)
    if one.text.endswith(tuple(words_of("happenings"))):
        return _thing(passage, one, topics)
    if _points(passage, one) and one.noun:
        return called(passage, one, topics) or one.noun
    return _thing(passage, one, topics) or one.noun


def _went_on(passage: Passage, one: Stated, topics: Topics) -> str:
    """Give whom the same pronoun stood for as a subject just before: who is spoken of as 他们 stays so."""
    for earlier in sentences_before(passage, topics) if not _says_who(passage, one) else ():
        told = [one for number in range(len(earlier.clauses)) for one in earlier.stated(number)]
        same = [before for before in told if before.text == one.text]
        if same or any(before.form == "name" for before in told):
            return stands_for(earlier, same[-1], topics) if same else ""
    return ""


def _says_who(passage: Passage, one: Stated) -> bool:
    """Tell whether the sentence has told of somebody itself before a pronoun."""
    return any(told.form in ("name", "noun") for told in told_here(passage, one.start))


def _person(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 他 for who speaks in the sentence or does something nearer before it, else for the nearest person."""
    for told in told_here(passage, one.start):
        named = (told.hit and told.hit.kind == "person") or told.grows
        by_word = told.speaks and told.form == "noun" and not told.text.endswith(_OFFIRM)
        if (named and (told.speaks or not one.speaks)) or by_word:
            return told.text
    near = [name for name in passage.names_in(passage.start, one.start) if name.kind == "person" and may_do(passage, name)]
    if near and not one.speaks:
        return near[-1].name
    for told in told_before(passage, one.start, topics, freely=True):
        if (told.hit and told.hit.kind == "person") or told.grows:
            return told.text
    main = topics.topic
    return main if listed_kind(main) == "person" else _person_by_form(passage, topics)


def _person_by_form(passage: Passage, topics: Topics) -> str:
    """Give the person whom the sentence before ends on, as 另一位是助理教授沈墨白 does."""
    for earlier in sentences_before(passage, topics)[:1]:
        words = [token for token in earlier.tokens(earlier.clauses[-1]) if token.tag != "x"] if earlier.clauses else []
        if words and words[-1].tag in PERSONS and len(words[-1].text) > 1:
            return words[-1].text
    return ""


def _they(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 他们 for the nearest body or people of a kind, never for one person or for who is only quoted."""
    named = _just_named(passage, one.start)
    if named and named.form in ("noun", "weak") and named.text.endswith(_PEOPLE):
        return named.text
    near = [name for name in passage.names_in(passage.start, one.start) if may_do(passage, name) and name.kind == "company"]
    if near:
        return near[-1].name
    for told in told_before(passage, one.start, topics, freely=False):
        people = told.form in ("noun", "weak", "points") and told.text.endswith(_PEOPLE)
        if not told.speaks and (people or (told.hit and told.hit.kind in FIRM)):
            return told.text
    main = _main(topics, FIRM)
    return main if main != topics.we else ""


def _firm(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 该公司 for the firm just named, 公司 for the one spoken of."""
    points = _points(passage, one)
    told = next((told.text for told in told_here(passage, one.start) if told.hit and told.hit.kind == "company"), "")
    near = [name for name in passage.names_in(passage.start, one.start) if may_do(passage, name)]
    named = near[-1].name if points and near and near[-1].kind == "company" else ""
    by = next((name.name for name in gone_by(passage, one.start) if name.kind == "company"), "")
    return told or named or by or _told(passage, one, topics, ("company",), freely=points) or _main(topics, ("company",))


def _workers(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 团队 for whose it was when the same word was told before, in an article on a model for the model; else as it is."""
    near = (*_owners(passage, one, topics), *gone_by(passage, one.start))
    owner = next((name.name for name in near), "")
    main = _main(topics, ("model",))
    return owner or main or one.text


def _product(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 这款模型 for the model nearest before it, else for what was called by the same word; never for its maker."""
    named = called(passage, one, topics) if _points(passage, one) and one.noun else ""
    models = [name for name in brought_up(passage, one.start, topics) if name.kind == "model"]
    if named or models:
        return named or models[0].name
    if _points(passage, one):
        return called(passage, one, topics) or one.noun
    return _told(passage, one, topics, FIRM, freely=False) or _main(topics, FIRM) or one.noun


def _thing(passage: Passage, one: Stated, topics: Topics) -> str:
    """Take 它 for what its sentence spoke of just before, else for the subject of a sentence before."""
    made = _just_named(passage, one.start, made=True)
    if made and made.form in ("name", "noun", "weak") and one.text in ("它", "其"):
        return made.text
    for told in told_here(passage, one.start):
        if told.speaks:
            continue
        if told.form == "points" and told.text not in _EVENTS:
            found = stands_for(passage, told, topics)
            if found and found != told.noun:
                return found
        if told.form in ("name", "noun") and not (told.hit and told.hit.kind == "person"):
            return told.text
    by = next((name.name for name in gone_by(passage, one.start)), "") or _only_name(passage, one)
    return by or _thing_before(passage, one, topics) or _told(passage, one, topics, FIRM, freely=True) or _main(topics, FIRM)


def _thing_before(passage: Passage, one: Stated, topics: Topics) -> str:
    """Give the noun phrase that the sentence before is about in the same paragraph: “晨星号”有三层。其面积….."""
    for earlier in sentences_before(passage, topics)[:1] if passage.between(one.start, one.start + 1) in _ITS else ():
        if earlier.paragraph == passage.paragraph:
            told = (told for number in range(len(earlier.clauses)) for told in earlier.stated(number))
            first = next((told for told in told if not told.speaks), None)
            return first.text if first and first.form == "noun" and not first.grows else ""
    return ""


def _only_name(passage: Passage, one: Stated) -> str:
    """Give the one firm or model that the sentence has named before 它, in whatever part."""
    told = {name.name for name in passage.names_in(passage.start, one.start) if name.kind in FIRM}
    return told.pop() if len(told) == 1 and one.text == "它" else ""


def _told(passage: Passage, one: Stated, topics: Topics, kinds: tuple[EntityKind, ...], *, freely: bool) -> str:
    """Give the nearest name of one of some kinds that was spoken of before."""
    told = (told for told in told_before(passage, one.start, topics, freely=freely) if told.text not in topics.turns)
    return next((one.text for one in told if one.hit and one.hit.kind in kinds), "")


def _just_named(passage: Passage, place: int, *, made: bool = False) -> Stated | None:
    """Give the noun phrase that ends the clause before a place, if need be as what somebody brings out there."""
    number = passage.clause_at(place) - 1
    if number < 0:
        return None
    clause = passage.clauses[number]
    verb = _MAKES.search(passage.between(clause.start, clause.end)) if made else None
    if made and verb is None:
        return None
    part = [token for token in passage.tokens(clause) if token.tag != "x"]
    start = len(part)
    while start and part[start - 1].tag in _IN_A_PHRASE and (not verb or part[start - 1].start >= clause.start + verb.end()):
        start -= 1
    return passage.phrase(part[start:])


def _points(passage: Passage, one: Stated) -> bool:
    return passage.between(one.start, one.start + 1) in _POINTS


def _main(topics: Topics, kinds: tuple[EntityKind, ...]) -> str:
    """Give what the article is about if it is a thing of one of these kinds."""
    main = topics.topic
    kind = next((kind for kind, name in topics.main.items() if name == main), listed_kind(main))
    return main if main and kind in kinds else ""


def _owners(passage: Passage, one: Stated, topics: Topics) -> Iterator[Hit]:
    """Give whose it was when the same word was told before: 甲的内部团队…,团队…."""
    if not one.text.endswith(_PARTS_OFFIRM):
        return
    for earlier in (passage, *sentences_before(passage, topics)):
        for name in earlier.names:
            if name.end <= one.start and re.match(
                rf"的?[^，,。；;的]{{0,3}}{re.escape(one.text)}", earlier.between(name.end, name.end + 16)
            ):
                yield name
