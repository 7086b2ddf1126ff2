"""Lists: names that share one figure, and figures dealt out to names in turn."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure, Passage

_LISTED = re.compile(r"\s*(?:、|和|及|与|以及|，|,)\s*(?:约|近|超)?")
_TOGETHER = re.compile(r"^(?:等)?(?:公司|巨头|企业)?[^，,。；;]{0,6}?(?:合计|总共|共计|加起来|总计|一共|合共)")
_JOINED = re.compile(r"^(?:和|与|及|以及|、|/|，和|,和)$")
_ITEMS = re.compile(r"、|和|及|以及|与")
_MEASURED = re.compile(
    r"(?:的)?(?:股价|单日|当日|暴跌|大跌|下跌|暴涨|大涨|上涨|市值|营收|收入|净?利润|销售额|同比|环比|估值|出货量|指数)+$"
)


def with_partners(passage: Passage, name: Hit, *, of_any_kind: bool = False) -> tuple[str, ...]:
    """Add the names joined to a subject by 和, 与 or 、: one figure said of several makes a fact for each.

    Only names of the subject's own kind are its partners, unless a list of figures is dealt out to them (`of_any_kind`).
    """
    names = list(passage.names)
    at = names.index(name)
    group = [name]
    for other in names[at + 1 :]:
        if not _JOINED.match(passage.between(group[-1].end, other.start).strip()):
            break
        group.append(other)
    for other in reversed(names[:at]):
        if not _JOINED.match(passage.between(other.end, group[0].start).strip()):
            break
        group.insert(0, other)
    same = [other.name for other in group if of_any_kind or other.kind == name.kind]
    if len(same) > 1 and _TOGETHER.match(passage.between(group[-1].end, passage.end)):
        return ("、".join(dict.fromkeys(same)),)
    return tuple(dict.fromkeys(same))


def share_of(figure: Figure, name: Hit) -> tuple[tuple[str, ...], bool]:
    """Give a subject with its partners, or the one whose turn it is in a list of as many figures, and whether it was dealt."""
    group, run = with_partners(figure.passage, name), run_of(figure)
    is_dealt = len(run) == len(group) > 1
    return ((group[run.index(figure.quantity)],) if is_dealt else group), is_dealt


def in_turn(figure: Figure) -> str:
    """Give the name that a figure is dealt to by 分别: 甲及乙分别下跌4%、5%, 美洲、中国分别增长3%、4%."""
    place = figure.before.rfind("分别")
    if place < 0:
        return ""
    start = figure.passage.start + place
    run = run_of(figure)
    for group in (_names_before(figure.passage, start), _phrases_before(figure.before[:place])):
        if len(group) >= 2 and len(run) == len(group):
            return group[run.index(figure.quantity)]
    return ""


def _names_before(passage: Passage, start: int) -> tuple[str, ...]:
    named = [name for name in passage.names if name.kind in ("company", "model") and name.end <= start]
    if not named or not re.fullmatch(r"[^，,。；;]{0,16}", passage.between(named[-1].end, start)):
        return ()
    return with_partners(passage, named[-1], of_any_kind=True)


def _phrases_before(before: str) -> tuple[str, ...]:
    """Take the items of a list that no lexicon has the names of.

    >>> _phrases_before("按地区划分,2024年美洲、中国和亚太其他地区销售额同比")
    ('美洲', '中国', '亚太其他地区')
    """
    clause = re.split(r"[，,。；;：:]", before)[-1]
    clause = re.sub(r"^[^()（）]{0,8}[(（][^()（）]*[)）]", "", clause)
    clause = re.sub(r"^.*?\d\s?年(?:\d{1,2}月)?(?:第?[一二三四]季度|[上下]半年)?|^(?:其中|预计|今年|去年)", "", clause)
    while _MEASURED.search(clause):
        clause = _MEASURED.sub("", clause)
    items = [item.strip() for item in _ITEMS.split(clause)]
    return tuple(items) if all(re.fullmatch(r"[A-Za-z0-9一-鿿/· ]{2,14}", item) for item in items) else ()


def run_of(figure: Figure) -> list[Quantity]:
    """Give the list of figures of one kind, joined by 、 or 和, that a figure stands in."""
    same = [f for f in figure.passage.figures if f.kind == figure.quantity.kind]
    runs: list[list[Quantity]] = []
    for one in same:
        if runs and _LISTED.fullmatch(figure.passage.between(runs[-1][-1].end, one.start)):
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if figure.quantity in run), [figure.quantity])
