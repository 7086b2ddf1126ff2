"""Whose price the price of a plan is: 标准会员每月66元 is what the product told before it costs."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.model import EntityKind
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated

A_PLAN = cue("plans")
PLAN = Gated(A_PLAN)
_KINDS: tuple[EntityKind, ...] = ("model", "company")
# A product told so many sentences ago is still what a plan belongs to.
_REACH = 4
# 基础档66元, 企业要付1280元: what is offered has the price.
PART_OF_AN_OFFER = re.compile(rf"(?:.{{0,8}}的)?.{{0,6}}?(?:{cue('parts_of_an_offer')})")
_OF_OTHERS = re.compile(r"传统|以往|以前|过去|人工|实拍|同类|竞品|其他|别的|同行|一般的|行业|市面|相比")
_OF_SHARES = re.compile(r"股|收盘|报收|开盘|目标价")
# A price of these, or of what is known by a code, is not a video model's.
_OTHER_GOODS = re.compile(r"[A-Za-z]\d|芯片|[显加]卡|速卡|整机|服务器|晶圆|内存|DRAM|HBM|GPU|工资|薪|身价")
_MAKES = re.compile(r"[“”\"]?(?:就|即|便)?(?:可以?|能够?)?[“\"]?(?:生成|合成|复活|定制)")
_MOVES_PRICE_OF = re.compile(
    r"(?:把|将)(?P<noun>[^，,。；;的从由\d]{1,10}[A-Za-z]?\d{0,3})的[^，,。；;]{0,8}[价费金](?:从|由|下|上|调|降|提|涨|定|改|减)"
)
_RATED = re.compile(r"目标价(?!分别)")
_NO_PRODUCT = frozenset({"governed", "giver", "speaker"})


def of_a_plan(figure: Figure, topics: Topics) -> Bound | None:
    """Give the product of the plan that a price is asked for; the plan's name is added where several are told apart.

    The product is named before the plan in its sentence, else it is the one told last; a plan of nothing named stands for
    itself.
    """
    passage = figure.passage
    if not passage.may(PLAN):
        return None
    start = figure.near_start
    found = [
        one for one in PLAN.finditer(passage.between(start, figure.quantity.start)) if not _of_a_name(figure, start + one.end())
    ]
    if not found:
        return None
    plan = re.sub(r"^(?:付费|订阅)用户$", "", found[-1].group())
    product = _named(figure, topics, start + found[-1].start()) or _told(figure, topics)
    several = len({other.group() for other in PLAN.finditer(passage.text)}) > 1
    subject = " ".join(filter(None, (product, plan if several or not product else "")))
    return Bound((subject,), "medium", "the product whose plan it is") if subject else None


def _of_a_name(figure: Figure, end: int) -> bool:
    """Tell whether what looks like a plan ends a name that already tells the product: ChatGPT Pro."""
    return any(name.start < end <= name.end for name in figure.passage.names)


def of_what_is_sold(figure: Figure, topics: Topics) -> Bound:
    """Give the product that an amount is asked for where its sentence says it of none: what is bought, else the one told last.

    What is made without it, or by others, has a price of its own.
    """
    passage = topics.models.marked(figure.passage)
    if _OF_OTHERS.search(passage.text) or _OF_SHARES.search(passage.text):
        return NOBODY
    inside = [name for name in passage.names if name.kind == "model"]
    before = [name for name in inside if name.end <= figure.quantity.start]
    if inside:
        return Bound(((before or inside)[-1 if before else 0].name,), "medium", "the product named beside its price")
    other = _OTHER_GOODS.search(figure.before) or _MAKES.match(figure.near_right)
    near = "" if other else topics.models.near(passage)
    return Bound((near,), "low", "carried over from an earlier sentence") if near else NOBODY


def whose_price_is_moved(figure: Figure) -> Bound | None:
    """Give what has its price changed by somebody: 甲把乙的租价从16美元下调到11美元."""
    moved = _MOVES_PRICE_OF.search(figure.left)
    noun = moved.group("noun").strip() if moved else ""
    return Bound((noun,), "high", "named by the wording") if noun and not PART_OF_AN_OFFER.fullmatch(noun) else None


def _named(figure: Figure, topics: Topics, place: int) -> str:
    """Give the product, else the firm, that the nearest clause with a name before the plan has."""
    passage = topics.models.marked(figure.passage)
    for clause in reversed(passage.clauses):
        inside: list[Hit] = passage.names_in(clause.start, min(clause.end, place))
        inside = [name for name in inside if passage.roles[name.start] not in _NO_PRODUCT]
        of_kind = [name for kind in _KINDS for name in reversed(inside) if name.kind == kind]
        if of_kind:
            return of_kind[0].name
    return ""


def _told(figure: Figure, topics: Topics) -> str:
    """Give the product, else the firm, that was told last, or what the text is about."""
    if topics.models.near(figure.passage):
        return topics.models.near(figure.passage)
    near = [kind for kind in _KINDS if kind in topics.last and figure.passage.no - topics.sentence[kind] <= _REACH]
    return topics.last[near[0]] if near else next((topics.main[kind] for kind in _KINDS if kind in topics.main), topics.topic)


def _may_be_rated(passage: Passage, name: Hit) -> bool:
    """Tell whether a firm can be the one rated: not an outlet in title marks, not who rates."""
    return passage.between(name.start - 1, name.start) != "《" and passage.roles[name.start] != "speaker"


def of_a_rating(figure: Figure, topics: Topics) -> Bound | None:
    """Give the firm whose shares a target price is for, never who sets it: 某行把甲的目标价由40元调高到50元."""
    told = _RATED.search(figure.left)
    if not told or figure.passage.names_in(figure.clause.start + told.end(), figure.quantity.start):
        return None
    passage = figure.passage
    inside = [
        n for n in passage.names_in(passage.start, figure.quantity.start) if n.kind == "company" and _may_be_rated(passage, n)
    ]
    if inside:
        return Bound((inside[-1].name,), "high", "subject of the clause")
    firm = topics.carried(passage, ("company",), pointed=True) or topics.topic
    return Bound((firm,), "low", "carried over from an earlier sentence") if firm else None
