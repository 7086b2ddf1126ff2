"""What a text is speaking of, kept from sentence to sentence, for sentences that leave their subject out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from presslens.lexicon import Hit
from presslens.model import EntityKind, Quantity
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.phrase import MEASURED, own_subject
from presslens.pipeline.facts.roles import Role
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.told_models import ToldModels
from presslens.pipeline.facts.two import two_of
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated
from presslens.record import computed_once

_GROUP_OFFIRM = re.compile(
    r"^[^，,。；;]{0,34}?(?P<noun>[A-Za-z一-鿿]{0,10}(?:初创公司|创业公司|公司|企业|厂商|创企|机构|初创))(?![A-Za-z一-鿿]{0,2}的)"
)
_GROUP_OF_THINGS = re.compile(
    r"^[^，,。；;]{0,34}?(?P<noun>[A-Za-z一-鿿]{0,10}(?:平台|产品|模型|应用|团队|网站))(?![A-Za-z一-鿿]{0,2}的)"
)
_GROUP_UNITS = frozenset({"company", "家", "款", "名", "所"})
_SUBJECTS: tuple[EntityKind, ...] = ("model", "company", "person")
_BUYS = Gated(r"收购|并购|买下")
# What 该公司 can stand for where no lexicon has its name.
_MAY_BE_FIRM = re.compile(
    r"(?!.*(?:指数|板块|价格|市场|行业|期货|基金|黄金|白银|原油|概念|个股|公司$|企业$))[A-Za-z一-鿿]{2,8}"
)
_GOES_ON = re.compile(r"\s*(?:该公司|这家公司|公司|该集团|其(?!中|他|余|实|次))")
_CLAUSE_MARK = re.compile(r"[，,。；;！？]")
_OPENS_CLAUSE = re.compile(
    r"(?:^|[，,；;：:])\s?(?:而|但|其中|目前|去年|今年|这|那|上述|另外|受访的|受调查的|接受调查的|全球|全国|国内|中国|美国|业内|主要|头部|前|最大的?|约|近|超过?|逾|共|\s)*$"
)
_THERE_ARE = re.compile(r"(?:^|[，,；;：:])[^，,；;：:[^，,；;：:]{0,8}有(?:约|近|超过?|逾)*$")
_ENDS_ON_A_BODY = re.compile(r"^[^，,。；;]{0,34}(?:公司|企业|厂商|机构|创企|平台|团队|产品|模型|应用|网站)[，,。；;]?$")
_OBJECT_REACH = 40
# A subject further back than this many sentences is not what an omitted one stands for.
_REACH = 2
_INVESTOR = re.compile(r"(?:资本|创投|基金|投资|Capital|Ventures|Partners)$")
# A line without a full stop is a heading.
_HEADING, _LONGEST_HEADING = re.compile(r"[^。！!？?；;，,…：:]{2,}"), 24


_FREE: dict[EntityKind, tuple[Role, ...]] = {"model": ("free", "object")}


@dataclass
class Topics:
    """The last subject of each kind and where it stood, the last counted group, and the article's main names."""

    last: dict[EntityKind, str] = field(default_factory=dict)
    sentence: dict[EntityKind, int] = field(default_factory=dict)
    group: str = ""
    known: frozenset[str] = frozenset()
    main: dict[EntityKind, str] = field(default_factory=dict)
    read: Sequence[Passage] = ()
    topic: str = ""
    we: str = ""
    # Who take turns in an interview.
    turns: frozenset[str] = frozenset()
    pair: tuple[str, str] = ("", "")
    noun: str = ""
    only: str = ""
    bought: str = ""
    only_firm: str = ""
    before: Passage | None = None
    # Of whom the figure read last is, but for times.
    figure_of: tuple[str, ...] = ()
    models: ToldModels = field(default_factory=ToldModels)
    headed: str = ""

    @computed_once
    def _kinds(self) -> dict[str, EntityKind]:
        kinds: dict[str, EntityKind] = {}
        for passage in self.read:
            for name in passage.names:
                kinds.setdefault(name.name, name.kind)
        return kinds

    def kind_of(self, name: str) -> EntityKind | None:
        """Tell what kind of thing a name is: as a lexicon lists it, else as the article first uses it."""
        return listed_kind(name) or self._kinds.get(name)

    def sentences_before(self, passage: Passage, reach: int) -> list[Passage]:
        """Give so many sentences before one, the nearest first."""
        return list(reversed(self.read[max(0, passage.no - 1 - reach) : passage.no - 1]))

    def note(self, passage: Passage) -> None:
        """Take up what a sentence was about, after its figures have been read."""
        seen = self._subjects_of(passage) if passage.names else {}
        opening = passage.clauses[0] if not seen and passage.may(MEASURED) and passage.clauses else None
        form, noun = own_subject(passage.between(opening.start, opening.end)) if opening else ("omitted", "")
        self.noun = noun if form == "noun" else "" if seen else self.noun
        self.headed = _heading(passage, self.before, self.headed)
        self.before = passage
        self.models.note(passage)
        if "company" in self.last and not passage.names and _GOES_ON.match(passage.text):
            self.sentence["company"] = passage.no
        if passage.names:
            distinct_firms = {n.name for n in passage.names if n.kind in FIRM and passage.roles[n.start] != "giver"}
            self.only = distinct_firms.pop() if len(distinct_firms) == 1 else ""
            firms = {name.name for name in passage.names if name.kind == "company"}
            self.only_firm = firms.pop() if len(firms) == 1 else ""
            self.bought = _last_bought(passage) or self.bought
            self.last.update(seen)
            self.sentence.update(dict.fromkeys(seen, passage.no))
            self.pair = two_of(passage.names) or self.pair
        self.group = counted_group(passage, passage.end)

    def _subjects_of(self, passage: Passage) -> dict[EntityKind, str]:
        """Give the first subject of each kind that a sentence has, where the text can go on about it."""
        seen: dict[EntityKind, str] = {}
        roles = passage.roles
        at, first = -1, frozenset[EntityKind]()
        for name in passage.names:
            kind, clause = name.kind, passage.clause_at(name.start)
            if clause != at:
                at, first = clause, frozenset()
            if kind in seen or kind in first or kind not in _SUBJECTS or name.end > passage.clauses[clause].end:
                continue
            if roles[name.start] not in _FREE.get(kind, ("free",)):
                continue
            if name.name == self.topic or not is_investor(name.name):
                first |= {kind}
                if name.name in self.known:
                    seen[kind] = name.name
        return seen

    def goes_on(self, subjects: Iterable[str], number: int) -> None:
        """Note that a sentence still spoke of what was told before, so that the next one may go on with it."""
        for kind, name in self.last.items():
            if name in subjects:
                self.sentence[kind] = number

    def _only_in_passing(self, name: str) -> bool:
        """Tell whether the sentence before spoke of a name only as of something else: 与甲毫无关联."""
        there = [n for n in self.before.names if n.name == name] if self.before else []
        return bool(there) and not any(self.before and self.before.is_free(n, of_models=True) for n in there)

    def carried(self, passage: Passage, kinds: Sequence[EntityKind], *, pointed: bool = False) -> str:
        """Give what a sentence without a subject goes on about, or nothing where that cannot be told.

        Without a word that points back (`pointed`: 该公司, 其), only the article's main name or the one name of the sentence
        before is sure enough.
        """
        if self.headed:
            return self.headed
        if self.noun:
            return self.noun if pointed and "company" in kinds and _MAY_BE_FIRM.fullmatch(self.noun) else ""
        near = [
            (self.sentence[kind], -at, self.last[kind])
            for at, kind in enumerate(kinds)
            if kind in self.last and passage.no - self.sentence[kind] <= _REACH
        ]
        main = [self.main[kind] for kind in kinds if kind in self.main]
        found = max(near)[2] if near else main[0] if main and kinds != ("company",) else ""
        if found and found != self.topic and is_investor(found):
            found = self.topic if self.kind_of(self.topic) in kinds else ""
        if not pointed and found and self._only_in_passing(found):
            return ""
        sure = found in (self.only, *main) or (kinds[0] == "company" and found == self.only_firm)
        return found if pointed or sure else ""


def _heading(passage: Passage, line_before: Passage | None, headed: str) -> str:
    """Give what the paragraphs under a heading are about: the one name that it consists of; any other heading ends that."""
    text = passage.text.strip()
    if len(text) > _LONGEST_HEADING or not _HEADING.fullmatch(text):
        return headed
    whole = [name for name in passage.names if name.end - name.start >= len(text) - 2]
    heads = whole and whole[0].kind in FIRM and not _is_listed(passage, line_before)
    return whole[0].name if heads else ""


def _is_listed(passage: Passage, before: Passage | None) -> bool:
    """Tell whether a line only stands in a list of such lines, which head nothing."""
    return before is not None and before.paragraph == passage.paragraph - 1 and bool(_HEADING.fullmatch(before.text.strip()))


def is_investor(name: str) -> bool:
    """Tell whether a name is one of those that only put money into firms.

    >>> is_investor("青石资本"), is_investor("青石科技")
    (True, False)
    """
    return _INVESTOR.search(name) is not None


def _last_bought(passage: Passage) -> str:
    """Give the firm that a sentence says is bought: 恩智浦宣布收购芯片创企甲."""
    bought = ""
    if not passage.may(_BUYS):
        return bought
    for verb in _BUYS.finditer(passage.text):
        end = passage.start + verb.end()
        found = [name for name in passage.names_in(end, end + _OBJECT_REACH) if name.kind in FIRM]
        gap = passage.between(end, found[0].start) if found else "，"
        bought = found[0].name if not _CLAUSE_MARK.search(gap) else bought
    return bought


def subject_in(
    passage: Passage, start: int, end: int, kinds: Sequence[EntityKind], *, of_models: bool | None = None
) -> Hit | None:
    """Find the grammatical subject of a stretch: the first fitting name that is free to be one.

    What somebody brings out is one only where the figure tells what a model can do (`of_models`).
    """
    of_models = kinds[0] == "model" if of_models is None else of_models
    fitting = (name for name in passage.names_in(start, end) if name.kind in kinds)
    return next((name for name in fitting if passage.is_free(name, of_models=of_models)), None)


def _may_open(passage: Passage, count: Quantity) -> bool:
    """Tell whether a count opens its clause, or all that its clause says is that there are so many: 全球共有20家造纸厂."""
    before = passage.between(passage.start, count.start)
    there_is = _THERE_ARE.search(before)
    clause = passage.clauses[passage.clause_at(count.start)]
    alone = there_is and _ENDS_ON_A_BODY.search(passage.between(count.end, clause.end))
    return bool(alone or _OPENS_CLAUSE.search(before))


def counted_group(passage: Passage, before: int, *, as_subject: bool = False) -> str:
    """Find a counted group of firms and give its noun: 20家存储芯片初创公司 → 存储芯片初创公司.

    Whom somebody serves or asks (甲服务640家机构) is no subject: the count of one opens its clause.
    """
    for figure in passage.figures:
        if as_subject and not _may_open(passage, figure):
            continue
        if figure.kind == "count" and figure.unit in _GROUP_UNITS and (figure.high or 0) > 1 and figure.end < before:
            for noun in (_GROUP_OFFIRM, _GROUP_OF_THINGS):
                found = noun.match(passage.between(figure.end, before))
                if found:
                    return found.group("noun").rpartition("的")[2]
    return ""
