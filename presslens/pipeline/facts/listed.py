"""Lists: names that share one figure, and figures dealt out to names in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from presslens.lexicon import Hit
from presslens.model import Quantity
from presslens.pipeline.facts.passage import Figure, Passage

_LISTED = re.compile(r"\s*(?:、|和|及|与|以及|，|,)\s*(?:约|近|超)?")
# 甲、乙和丙三家厂商去年新增收入合计, 甲与乙的总市值, 甲、乙这两大平台的支出: one figure is that of all of them.
_TOGETHER = re.compile(
    r"^(?:等)?(?:公司|巨头|企业)?(?:[^，,。；;：:]{0,18}?(?:合计|总共|共计|加起来|加在一起|总计|一共|合共|之和|总和|总额|加总|相加)"
    r"|[^，,。；;：:的]{0,8}共(?:有|拥有|投|出资|花|耗|收|卖|售|赚|亏|生成|招|建|获)"
    r"|的?总(?:市值|营收|收入|估值|销|支出|投资|资产|利润|人数|产能)"
    r"|[这那][两二三四五六七八九十几\d](?:家|大|款|个|位|名|所))"
)
_EACH = re.compile(r"分别|各自|均|都|双双|每[家款个位名所]|依次|各[有占为达获投增跌涨]")
_JOINED = re.compile(r"^(?:和|与|及|以及|、|/|\+|，和|,和)$")
_JOINED_LOOSELY = re.compile(r"^(?:和|与|及|以及|、|/|，和|,和|，|,)(?:[A-Za-z一-鿿]{1,8}的)?$")
_OWNS = re.compile(r"\s?的?\s?")
# 甲以及乙,目前分别拿了…: a comma may stand before 分别 where no other subject comes in between.
_UP_TO_RESPECTIVELY = re.compile(
    r"[^，,。；;]{0,16}(?:[，,](?:目前|现在|今年|去年|此前|最近|至今|已经?|也|均|都|则|还|各自|两者|双方|二者|\s)*)?"
)
_DOES = re.compile(r"(?:亦|也|均|都|双双|齐|同样|同步|继续|再|普遍|全线|一同|先后|随后|早盘|午后|收盘)[^，,。；;]*$")
# 甲及乙升2%及4%: what rises and falls in pairs.
_PAIRED, _PAIR = re.compile(r"(?:抽高|上涨|下跌|上升|下降|收涨|收跌|走高|走低|[升跌涨降扬挫弹飙])\s?$"), 2
# 甲、乙依次位列第一、第二, 甲和乙分居二、三位: what deals figures out.
_DEALS = re.compile(r"分别|依次|分居|分列|分获|分占")
_BOTH = re.compile(r"(?:[二两三四][者家]|双方)(?:公司)?(?:则|也|均|都)?$")
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
    if len(same) > 1 and _is_of_all(passage, group[-1].end):
        return ("、".join(dict.fromkeys(same)),)
    return tuple(dict.fromkeys(same))


def _is_of_all(passage: Passage, end: int) -> bool:
    """Tell whether what follows a list of names is said of all of them together, and not of each."""
    clause = passage.clauses[passage.clause_at(end)]
    together = _TOGETHER.match(passage.between(end, passage.end))
    return together is not None and not _EACH.search(passage.between(end, max(clause.end, end + len(together.group()))))


def told_one_by_one(passage: Passage, names: Sequence[Hit]) -> tuple[str, ...]:
    """Give the names of the list that the last of some names ends, whoever owns what it names: 甲的丙、乙的丁, 戊."""
    items = [n for n, after in pairwise(names) if not _OWNS.fullmatch(passage.between(n.end, after.start))]
    listed = [names[-1]]
    for item in reversed(items):
        gap = passage.between(item.end, listed[0].start).replace(" ", "")
        if not _JOINED_LOOSELY.match(gap):
            break
        listed.insert(0, item)
    return tuple(dict.fromkeys(item.name for item in listed))


def share_of(figure: Figure, name: Hit) -> tuple[tuple[str, ...], bool]:
    """Give a subject with its partners, or the one whose turn it is in a list of as many figures, and whether it was dealt."""
    group, run = with_partners(figure.passage, name, of_any_kind=_DEALS.search(figure.left) is not None), run_of(figure)
    is_dealt = len(run) == len(group) > 1
    return ((group[run.index(figure.quantity)],) if is_dealt else group), is_dealt


def in_turn(figure: Figure) -> str:
    """Give the name that a figure is dealt to by 分别: 甲及乙分别下跌4%、5%, 美洲、中国分别增长3%、4%."""
    run = run_of(figure)
    place = max((found.start() for found in _DEALS.finditer(figure.before)), default=-1)
    if place < 0:
        return _without_a_word(figure, run)
    start = figure.passage.start + place
    behind = _names_behind(figure.passage, start, run[0].start)
    for group in (
        _both(figure.passage, start, len(run)),
        behind,
        _names_before(figure.passage, start),
        _owned_before(figure.passage, start),
        _told_in_the_clause_before(figure.passage, start),
        _phrases_before(figure.before[:place]),
    ):
        if len(group) >= 2 and len(run) == len(group):
            return group[run.index(figure.quantity)]
    return ""


def _both(passage: Passage, start: int, count: int) -> tuple[str, ...]:
    """Take the names told last where only 二者 or 三家 stand before 分别: 甲营收5亿元,乙则为3亿元,二者分别增长4%和5%."""
    if not _BOTH.search(passage.between(start - 6, start)):
        return ()
    told = dict.fromkeys(name.name for name in passage.names if name.kind in ("company", "model") and name.end <= start)
    return tuple(told)[-count:]


def _names_behind(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """Take the names between 分别 and the figures: 分别占甲、乙利润的3%、4%."""
    named = passage.names_in(start, end)
    if not named or not re.fullmatch(r"[^，,。；;]{0,16}的(?:约|近|超过?)?", passage.between(named[-1].end, end)):
        return ()
    return with_partners(passage, named[-1], of_any_kind=True)


def _without_a_word(figure: Figure, run: Sequence[Quantity]) -> str:
    """Deal out what is joined alike on both sides: 甲厂及乙厂涨2%及4%."""
    before = figure.passage.between(figure.clause.start, run[0].start)
    group = _phrases_before(_PAIRED.sub("", before)) if len(run) == _PAIR and _PAIRED.search(before) else ()
    return group[run.index(figure.quantity)] if len(group) == _PAIR else ""


def _names_before(passage: Passage, start: int) -> tuple[str, ...]:
    named = [name for name in passage.names if name.kind in ("company", "model") and name.end <= start]
    if not named or not _UP_TO_RESPECTIVELY.fullmatch(passage.between(named[-1].end, start)):
        return ()
    return with_partners(passage, named[-1], of_any_kind=True)


def _told_in_the_clause_before(passage: Passage, start: int) -> tuple[str, ...]:
    """Take the list that the clause before ends with or begins with: 前三名是甲、乙和丙,得票依次为9万、8万和7万."""
    at = passage.clause_at(start)
    named = [name for name in passage.names if name.kind in ("company", "model") and name.end <= start]
    if not at or not named or passage.clause_at(named[-1].start) not in (at, at - 1):
        return ()
    clause = passage.clauses[at]
    own = any(name.start >= clause.start for name in named)
    return () if own else with_partners(passage, named[-1], of_any_kind=True)


def _owned_before(passage: Passage, start: int) -> tuple[str, ...]:
    """Take what the names of a list own: 甲的丙和乙的丁分别排在第二、第三."""
    named = [name for name in passage.names if name.kind in ("company", "model") and name.end <= start]
    near = named and _UP_TO_RESPECTIVELY.fullmatch(passage.between(named[-1].end, start))
    return told_one_by_one(passage, named) if near else ()


def _phrases_before(before: str) -> tuple[str, ...]:
    """Take the items of a list that no lexicon has the names of.

    >>> _phrases_before("按地区划分,2024年美洲、中国和亚太其他地区销售额同比")
    ('美洲', '中国', '亚太其他地区')
    """
    clauses = re.split(r"[，,。；;：:]", before)
    # 甲与乙股市亦创新高,分别升…: the clause before has the list.
    clause = clauses[-1] if clauses[-1].strip() or len(clauses) < 2 else _DOES.sub("", clauses[-2])
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
