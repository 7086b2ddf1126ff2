"""What 两人, 这三家公司 and 双方 stand for: as many names as are counted, told together just before, else the group itself."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.model import EntityKind
from presslens.pipeline.facts.listed import told_one_by_one
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics

_COUNTED = re.compile(
    r"^(?:这|那|该|前|后|以上|上述|其中|其余|另外)*(?P<count>[两二三四五六七八九十俩2-9]|10)\s?(?P<of>[个家款人位名者方国大强所]|公司|$)?"
)
_GROUP = re.compile(
    r"[^\W\d_中里有]{0,8}(?:公司|企业|厂商|制造商|机构|平台|团队|国家|城市|学校|银行|基金|模型|产品|人员|员工|学生)"
)
# What is a noun as well as a measure.
_WHOLE = ("人", "国", "方", "大", "强", "公司", "者")
_BOTH = frozenset({"双方", "彼此", "对方"})
_NUMBERS = {"两": 2, "二": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_KINDS: dict[str, tuple[EntityKind, ...]] = {
    "人": ("person",),
    "位": ("person",),
    "名": ("person",),
    "家": ("company", "model", "source"),
    "款": ("model", "company"),
}
_ANY: tuple[EntityKind, ...] = ("company", "model", "person", "source")
# How many sentences back the names can stand.
_REACH = 2


def group(passage: Passage, one: Stated, topics: Topics) -> str | None:
    """Give the names that a counted group stands for, joined by 、, else the group as it is printed; None for anything else."""
    if one.text in _BOTH:
        return _named(passage, one.start, topics, 2, _ANY)
    found = _COUNTED.match(one.text) if one.form == "points" else None
    if not found:
        return None
    count = _NUMBERS.get(found.group("count")) or int(found.group("count"))
    kinds = _KINDS.get(found.group("of") or "", _ANY)
    return (
        _named(passage, one.start, topics, count, kinds)
        or _counted_before(passage, one.start, count)
        or _as_printed(passage, one, found.group())
    )


def _as_printed(passage: Passage, one: Stated, counted: str) -> str:
    """Give a group as it is printed, but for a bare count what it counts: 两人, 三家公司, 分数 of 这两个分数."""
    text = one.text.replace(" ", "")
    if text != counted.replace(" ", "") or text.endswith(_WHOLE):
        return text
    return passage.between(one.start, one.end).partition(one.text)[2].strip(' 的“”"')


def _counted_before(passage: Passage, place: int, count: int) -> str:
    """Give what a larger group consists of: 11家厂商中,有9家."""
    larger = next((one for one in passage.figures if one.end <= place and one.kind == "count" and (one.low or 0) > count), None)
    found = _GROUP.match(passage.between(larger.end, place)) if larger else None
    return found.group() if found else ""


def _named(passage: Passage, place: int, topics: Topics, count: int, kinds: tuple[EntityKind, ...]) -> str:
    """Give the names of a sentence that are exactly as many as are counted, the nearest sentence first."""
    for earlier in (passage, *topics.sentences_before(passage, _REACH)):
        names = [name for name in earlier.names if name.end <= place and name.kind in kinds and _does(earlier, name)]
        distinct = tuple(dict.fromkeys(name.name for name in names))
        if len(distinct) == count:
            return "、".join(distinct)
        for name in reversed(names):
            listed = told_one_by_one(earlier, [one for one in names if one.end <= name.end])
            if len(listed) == count:
                return "、".join(listed)
    return ""


def _does(passage: Passage, name: Hit) -> bool:
    return passage.roles[name.start] not in ("giver", "speaker")
