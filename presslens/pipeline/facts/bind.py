"""Of whom a figure is said: the nearest name is often wrong, so the sentence's structure decides.

Tried in this order: a name that holds the figure (可灵的2分钟), the head of a relative clause (握有八成份额的英伟达), the
grammatical subject of the clause, that of the clauses before it, a counted group (20家…公司), and what the text was
speaking of before (ellipsis, 该公司, 其). The further the search had to go, the lower the confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from presslens.lexicon import Hit
from presslens.model import Confidence, EntityKind, Quantity
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import Reading

# A name right after one of these is what something is compared with, done to or taken from, not what the clause is about.
_OBLIQUE_BEFORE = re.compile(
    r"(?:与|跟|同|比|较|对|对标|向|被|把|将|据|超越|超过|逼近|追赶|追上|赶上|落后于|不如|不及|除了?|类似|类似于|像|击败|领先|领先于|给|使用|采用|购买|训练完|"
    r"因为|如果没有|没有|以及|替代|取代|依赖|基于|来自|接受|采访|告诉|针对|看到|刷到了?|包括|包含|例如|比如|诸如|如|类|中国版?|国产版?|对标|“|远超|媲美|不输|对抗|竞争对手|由|从|在)$"
)
# 类Sora, 中国版Sora and Sora级 speak of something else that is like it.
_LIKENESS_AFTER = re.compile(
    r"^(?:级|式|版|类)|^的?(?:最大|主要|头号)?的?(?:竞争)?对手|^的?(?:投资者|投资方|股东|供应商|客户|合作伙伴|联合创始人|前员工|创始成员)"
)
_LISTED = re.compile(r"\s*(?:、|和|及|与|以及|，|,)\s*(?:约|近|超)?")
_TOGETHER = re.compile(r"^(?:等)?(?:公司|巨头|企业)?[^，,。；;]{0,6}?(?:合计|总共|共计|加起来|总计|一共|合共)")
_INVESTOR_LEADS = re.compile(r"(?:领投|跟投|参投|投资|投)了?\s*(?:给)?(?:约|近|超过?)?[A-Za-z0-9一-鿿. ]{0,16}$")
_INDEFINITE = re.compile(r"其中一[家个款]|某[家个款]|一个朋友|另一家|有一家")
_JOINED = re.compile(r"^(?:和|与|及|以及|、|/|，和|,和)$")
_HOLDS = re.compile(
    r"^(?:的|公司|集团|模型|大模型|app|App|APP|团队)?(?:的)?(?:最新|总|年|整体|目前|当前|全球|月|其|日|单|公司|全部|训练|推理|生成)*"
    r"(?:市值|估值|营收|收入|融资额?|参数量?|用户数?|月活|日活|股价|市场份额|份额|时长|分辨率|团队|票房|售价|价格)?"
    r"(?:一度|首次|已经?|将|约|近|超过?|突破|达到?|逾|高达|仅|只|有|为|是|了|规模|接近|大约|超|可达|在|至|到|至少|还)*$"
)
_RELATIVE = re.compile(r"^[^，,。；;：:！？!?]{0,14}?的(?=.)")
# Who invests is not who is worth or who raises: 某某领投的, 甲与乙一起投了.
_INVESTS = re.compile(
    r"^(?:\s?(?:[和与及、，,]|以及)\s?[A-Za-z0-9一-鿿.]{1,14}){0,4}?\s?等?(?:机构|公司|投资方)?"
    r"(?:又|还|也|共同|一起|联合|在[^，,。]{1,8})?(?:领投|跟投|参投|投了|联合投资|一起投资?了?|直接给)"
)
_NOUN_PHRASE = re.compile(
    r"^(?:尽管|虽然|其中|同时|此外|另外|而|但|当前|目前|截至|今年|去年|昨日|今日|此前|不过|并且|并|且|据悉)?[,，]?(?P<noun>[A-Za-z一-鿿0-9·]{2,12}?)"
    r"(?:的)?(?:股价|总?营收|净?利润|净利|收入|净?销售额|搜索量|价格|指数|期货|盈利|最多|最少)*(?:今年|去年|当日|当季|累计|一度|曾|再|仍|年内|按年|同比|环比|大幅|小幅|收盘|收市|收|开盘|早盘|盘中|则|也|均|都)*"
    r"(?:高达|上涨|上升|上扬|增长|增加|下跌|下降|下滑|大跌|大涨|暴跌|暴涨|微跌|微涨|跌|涨|升|降|突破|报|达)"
)
_NO_NOUN = re.compile(
    r"^(?:股价|当季|当日|期内|其|它|他|她|该|这|那|我|你|公司|每|大|再|仍|一度|同比|环比|累计|按年|收|曾|或|是|有|在|从|较|比|总?营收$|净?利润?$|股价$|收入$|销售额$|价格$|盈利$|市值$|市场$|预估|预计|预测|预期)|[的了为]$"
)
_GROUP_NOUN = re.compile(
    r"^[^，,。；;]{0,34}?(?P<noun>[A-Za-z一-鿿]{0,10}(?:初创公司|创业公司|公司|企业|厂商|创企|机构|初创|平台|产品|模型|应用|团队|网站))(?![A-Za-z一-鿿]{0,2}的)"
)
_GROUP_UNITS = frozenset({"company", "家", "款", "名", "所"})
_KIND_OF_FIRM = re.compile(
    r"(?P<noun>(?:全球|中国|国内|美国|生成式|AI|人工智能|大模型|芯片|视频|硅谷)[A-Za-z一-鿿]{0,8}?(?:初创公司|初创企业|创业公司|创企|企业|公司|行业|领域|赛道))"
    r"(?:们)?(?:的)?(?:[^，,。；;]{0,6})(?:融资|筹集|获得|吸引|营收|收入|估值|共|累计)"
)
_GENERIC = re.compile(
    r"(?P<noun>(?:AI|国产|国内|主流|其他|多数|现有|市面上)[^，,。；;]{0,8}?(?:短视频|视频|模型|工具|产品))"
    r"(?:大多数?|普遍|一般|大都|大部分|多|基本)?(?:都|还|均|仍|只|也)?(?:停留|只能|仅能|限|能|不超过)"
)
_PRONOUN = re.compile(r"该公司|这家公司|该模型|该产品|这款|这一模型|该团队|其|它|他|她|公司")
_FORMER, _LATTER = "前者", "后者"
_AGGREGATE = re.compile(r"(?:整体|全部|总共|合计|共计|总额|总计|行业|全球|平均)")


@dataclass
class Topics:
    """What the text speaks of, kept from sentence to sentence: the last subject of each kind, and the last counted group."""

    last: dict[EntityKind, str] = field(default_factory=dict)
    paragraph: dict[EntityKind, int] = field(default_factory=dict)
    group: str = ""
    known: frozenset[str] = frozenset()
    pair: tuple[str, str] = ("", "")

    def note(self, passage: Passage) -> None:
        """Take up what a sentence was about, after its figures have been read."""
        seen: dict[EntityKind, str] = {}
        for clause in passage.clauses:
            for kind in ("model", "company", "person"):
                found = _subject_in(passage, clause.start, clause.end, (kind,))
                if found and kind not in seen and found.name in self.known:
                    seen[kind] = found.name
        self.last.update(seen)
        self.paragraph.update(dict.fromkeys(seen, passage.paragraph))
        self.group = _counted_group(passage, passage.end)
        distinct = list(dict.fromkeys(name.name for name in passage.names if name.kind in ("model", "company")))
        if len(distinct) >= 2:
            self.pair = (distinct[0], distinct[1])


@dataclass(frozen=True, slots=True)
class Bound:
    """Whom a figure is said of: one name or several, and how sure that is."""

    subjects: tuple[str, ...]
    confidence: Confidence
    how: str


def subjects_of(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    """Find whom a figure is said of, following the sentence's structure."""
    if reading.subject:
        return Bound((reading.subject,), "high", "named by the wording")
    kinds = reading.subjects
    if not kinds:
        return Bound(("",), "medium", "no subject printed")
    if _INDEFINITE.search(figure.left):
        return Bound(("",), "low", "said of somebody not named")
    held = _holder(figure, kinds)
    if held:
        return Bound(_with_partners(figure.passage, held), "high", "holds the figure")
    pointed = _former_or_latter(figure, topics)
    if pointed:
        return Bound((pointed,), "medium", "前者/后者 of the sentence before")
    relative = _relative_head(figure, kinds)
    if relative:
        return Bound((relative.name,), "high", "head of the relative clause")
    if reading.metric == "funding_round" and _INVESTOR_LEADS.search(figure.left):
        return _who_received(figure, topics)
    return (
        _in_turn(figure)
        or _by_clauses(figure, kinds)
        or _by_noun_phrase(figure, reading)
        or _by_later_clause(figure, reading)
        or _by_topic(figure, reading, topics)
    )


def _in_turn(figure: Figure) -> Bound | None:
    """Deal out a list of figures to a list of names: 甲及乙分别下跌4%、5%, also in a later clause: 同比增长8%、9%."""
    place = figure.before.rfind("分别")
    if place < 0:
        return None
    start = figure.passage.start + place
    named = [name for name in figure.passage.names if name.kind in ("company", "model") and name.end <= start]
    if not named or not re.fullmatch(r"[^，,。；;]{0,16}", figure.passage.between(named[-1].end, start)):
        return None
    group = _with_partners(figure.passage, named[-1])
    run = _run_of(figure)
    if len(group) < 2 or len(run) != len(group):
        return None
    return Bound((group[run.index(figure.quantity)],), "high", "dealt out in turn by 分别")


def _run_of(figure: Figure) -> list[Quantity]:
    """Give the list of figures of one kind, joined by 、 or 和, that a figure stands in."""
    same = [f for f in figure.passage.figures if f.kind == figure.quantity.kind]
    runs: list[list[Quantity]] = []
    for one in same:
        if runs and _LISTED.fullmatch(figure.passage.between(runs[-1][-1].end, one.start)):
            runs[-1].append(one)
        else:
            runs.append([one])
    return next(run for run in runs if figure.quantity in run)


def _who_received(figure: Figure, topics: Topics) -> Bound:
    """Find who got the money where the clause begins with who gave it: 甲和乙投了500万美元; the givers never count."""
    passage = figure.passage
    verb = _INVESTOR_LEADS.search(figure.left)
    givers = passage.names_in(figure.clause.start, figure.clause.start + (verb.start() if verb else 0))
    taken = [name for name in passage.names_in(figure.clause.start, figure.quantity.start) if name not in givers]
    ahead = [name for name in passage.names_in(figure.quantity.end, figure.clause.end) if name.kind in ("company", "model")]
    earlier = [
        _subject_in(passage, clause.start, clause.end, ("company", "model"))
        for clause in passage.clauses
        if clause.end <= figure.clause.start
    ]
    found = [
        name for name in (*taken, *ahead, *reversed(earlier)) if name and name.name not in {giver.name for giver in givers}
    ]
    if found:
        return Bound((found[0].name,), "medium", "receives what others invest")
    topic = topics.last.get("company", "")
    return Bound(("" if topic in {giver.name for giver in givers} else topic,), "low", "carried over from an earlier sentence")


def _by_later_clause(figure: Figure, reading: Reading) -> Bound | None:
    """Look ahead where a clause only sets the scene: 仅3亿参数下,某模型已….."""
    if reading.metric not in ("params", "compute_tokens", "compute_gpus", "max_duration"):
        return None
    for clause in figure.passage.clauses[figure.passage.clause_at(figure.quantity.start) :]:
        found = _subject_in(figure.passage, max(clause.start, figure.quantity.end), clause.end, ("model",))
        if found:
            return Bound((found.name,), "medium", "subject of a later clause")
    return None


def _by_noun_phrase(figure: Figure, reading: Reading) -> Bound | None:
    """Take what rises or falls as it is printed where no lexicon has its name: 现货金价一度涨…."""
    if reading.metric not in ("growth_rate", "price"):
        return None
    for text in (figure.left, figure.passage.text):
        found = _NOUN_PHRASE.match(text.strip(" -*•￭、"))
        if found and not _NO_NOUN.search(found.group("noun")):
            return Bound((found.group("noun"),), "medium", "noun phrase that rises or falls")
    return None


def _by_clauses(figure: Figure, kinds: Sequence[EntityKind]) -> Bound | None:
    passage, clause = figure.passage, figure.clause
    generic = _GENERIC.search(figure.left)
    if generic:
        return Bound((generic.group("noun"),), "medium", "generic subject of the clause")
    for kind in kinds:
        own = _subject_in(passage, clause.start, figure.quantity.start, (kind,))
        if own:
            return Bound(_with_partners(passage, own), "high", "subject of the clause")
    kindred = _KIND_OF_FIRM.search(figure.left)
    if kindred:
        return Bound((kindred.group("noun"),), "medium", "a kind of firm named in the clause")
    group = _counted_group(passage, figure.quantity.start)
    if group:
        return Bound((group,), "medium", "counted group of the sentence")
    number = passage.clause_at(figure.quantity.start)
    for earlier in reversed(passage.clauses[:number]):
        for kind in kinds:
            found = _subject_in(passage, earlier.start, earlier.end, (kind,))
            if found:
                return Bound(_with_partners(passage, found), "medium", "subject of an earlier clause")
    if kinds[0] == "model":
        inside = [name for name in passage.names if name.kind == "model" and name.end <= figure.quantity.start]
        if inside:
            return Bound((inside[-1].name,), "medium", "last model named before it")
    return None


def _counted_group(passage: Passage, before: int) -> str:
    """Find a counted group of firms and give its noun: 20家存储芯片初创公司 → 存储芯片初创公司."""
    for figure in passage.figures:
        if figure.kind == "count" and figure.unit in _GROUP_UNITS and (figure.high or 0) > 1 and figure.end < before:
            found = _GROUP_NOUN.match(passage.between(figure.end, before))
            if found:
                return found.group("noun").rpartition("的")[2]
    return ""


def _by_topic(figure: Figure, reading: Reading, topics: Topics) -> Bound:
    kinds = reading.subjects
    if topics.group and _AGGREGATE.search(figure.left):
        return Bound((topics.group,), "medium", "counted group of the sentence before")
    loose = reading.metric in ("growth_rate", "price", "users", "market_share", "adoption_share")
    for kind in kinds:
        far = topics.paragraph.get(kind) != figure.passage.paragraph
        if topics.last.get(kind) and not (loose and far and not _PRONOUN.search(figure.before)):
            sure: Confidence = "medium" if _PRONOUN.search(figure.before) else "low"
            return Bound((topics.last[kind],), sure, "carried over from an earlier sentence")
    return Bound(("",), "low", "no subject found")


def _subject_in(passage: Passage, start: int, end: int, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the grammatical subject of a stretch: the first fitting name that no preposition governs."""
    oblique: Hit | None = None
    for name in passage.names_in(start, end):
        joined = oblique is not None and _JOINED.match(passage.between(oblique.end, name.start).strip())
        if _INVESTS.match(passage.between(name.end, end + 12)):
            oblique = None
            continue
        if _only_speaks(passage, name):
            continue
        if joined or _OBLIQUE_BEFORE.search(passage.between(start, name.start).rstrip()):
            oblique = name
        elif name.kind in kinds and not _LIKENESS_AFTER.match(passage.between(name.end, name.end + 8)):
            return name
    return None


def _only_speaks(passage: Passage, name: Hit) -> bool:
    """Tell whether a name only stands for whose word it is: 某券商分析师某某表示, 某平台数据显示."""
    after = passage.between(name.end, name.end + 14)
    return bool(
        re.match(r"^[^，,。；;]{0,4}(?:数据|研究|报告|统计|调查|分析师|首席分析|经济学家)", after)
        or (
            name.kind == "person"
            and re.search(r"(?:分析师|经济学家|策略师|基金经理)[^，,。]{0,12}$", passage.between(name.start - 16, name.start))
        )
        or re.match(r"^[^，,。；;]{0,8}\)?(?:估算|测算|预测|预估)", after)
    )


def _holder(figure: Figure, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the name that the figure hangs on with nothing but 的, a measure word or an adverb between."""
    before = [n for n in figure.passage.names_in(figure.clause.start, figure.quantity.start) if n.kind in kinds]
    if before and _HOLDS.match(figure.passage.between(before[-1].end, figure.quantity.start).replace(" ", "")):
        return before[-1]
    return None


def _relative_head(figure: Figure, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the head noun of a relative clause that the figure stands in: 市值2.1万亿的亚马逊."""
    ahead = _RELATIVE.match(figure.right)
    if not ahead:
        return None
    start = figure.quantity.end
    after = [n for n in figure.passage.names_in(start, start + len(figure.right)) if n.kind in kinds]
    if not after or after[0].start - start > ahead.end() + 12:
        return None
    gap = figure.passage.between(start, after[0].start)
    own = _subject_in(figure.passage, figure.clause.start, figure.quantity.start, kinds)
    if own and own.kind == after[0].kind:
        return None
    return after[0] if re.search(r"的[^，,。；;]{0,12}$", gap) else None


def _with_partners(passage: Passage, name: Hit) -> tuple[str, ...]:
    """Add the names joined to a subject by 和, 与 or 、: one figure said of several makes a fact for each."""
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
    same = [other.name for other in group if other.kind == name.kind]
    if len(same) > 1 and _TOGETHER.match(passage.between(group[-1].end, passage.end)):
        return ("、".join(dict.fromkeys(same)),)
    return tuple(dict.fromkeys(same))


def _former_or_latter(figure: Figure, topics: Topics) -> str:
    if _LATTER in figure.before:
        return topics.pair[1]
    return topics.pair[0] if _FORMER in figure.before else ""
