"""Figures that only go on with the one before them: lists, next years, customers among customers, amounts stated twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.lexicon import cue
from presslens.model import Fact
from presslens.pipeline.facts.ellipsis import without_times
from presslens.pipeline.facts.inherited import inherited
from presslens.pipeline.facts.list_labels import label_of
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MONEY_METRICS, Reading
from presslens.pipeline.facts.stretch import HOW_FAR
from presslens.record import record, replace

# An amount printed once more in another currency: counted, it would stand twice for one event.
RESTATED = "restated"

_LINK = re.compile(r"\s*(?:、|和|及|与|或|以及|/)\s*(?:约|近|超)?")
_ITEM = re.compile(r"\s*[、，,][^，,。；;、：:]{2,14}")
_LISTED_KINDS = frozenset({"percent", "money", "ratio"})
_BARE: frozenset[str] = frozenset({"number", "count"})
# 全年5000万元左右,明年冲击3亿元; 30亿元,已超过去年全年的18亿元: only times, comparisons and how far.
_SAME_MEASURE = re.compile(rf"(?:{HOW_FAR}|{cue('compared_with')}|多|以上|人民币|新台币|港元|[，,；;（()）：:\s])*")
_OF_ONE_MEASURE = frozenset({"revenue", "price", "valuation", "market_cap"})
_MOST_APART = 200
_CLAUSE = re.compile(r"[，,；;（(]")
_OTHER_MEASURE = re.compile(rf"{cue('not_revenue')}|占|份额")
# 输入1元、输出2元
_OTHER_WAY = re.compile(r"\s*[、，,/]\s*(?:每百万\s?[Tt]okens?)?输[出入](?:价格)?(?:则?为|仅?需?|约)?\s*")
# 2025年达到116亿,2026年达到256亿; 2025年破5000万明年冲1亿.
_NEXT_YEAR = re.compile(
    r"(?:[^，,。；;、]{0,4}[，,]\s*(?:而|到|至|在|并)*(?:将|则|预计|估计|可能|有望|再|更|会|又|首次?|一举|进一步|是要?|已经?|就|仅|也)*"
    r"(?:达到?|增至|升至|增长[到至]|为|突破|冲破|跨过|站上|破|超过|跃升至|提升至|实现)(?:了|约|近|超)*|\s*(?:要|将|想|就)?冲击?刺?)\s*"
)
# What tells of growth or restates an amount between two amounts of one kind: 营收221亿(22B),同比增长265%,高于预期的206亿.
_ASIDE = re.compile(
    r"[，,]\s?(?:同比|环比|按年|按季|较[^，,。；;]{1,8}|比[^，,。；;]{1,8}|年增|季增|增长|增幅|升幅|下降)[^，,。；;]{0,14}(?=[，,])"
    r"|[(（]\s?[$＄]?[\d.,]+\s?[MBKmbk万亿]*[)）]|[(（][^()（）]{0,8}(?:同比|环比|按年|按季|年增|季增|增长|增幅|下降)[^()（）]{0,14}[)）]"
)
# 美国的份额超过三分之一,到2020年这一比例已降至12%: the noun takes up what was told last.
_TAKES_UP = re.compile(
    r"(?:这个|这一|该|上述|此|这些?)(?:数字|数值|数据|比例|占比|比重|份额|金额|规模)"
    r"(?:[^，,。；;0-9]{0,10}(?:升|增|降|跌|涨|飙|攀|扩|缩|达|变|超|突破|骤|[是为])[^，,。；;0-9]{0,6})$"
)
# 60万块是惊人的数字 says again what was told in the sentence before.
_SAYS_AGAIN = re.compile(r"\W*(?:而|但|这)?(?:就算是?|即便是?|即使是?|哪怕是?|区区|这)?\s*")
_PARTS: frozenset[str] = frozenset({"percent", "ratio"})
_CHIP_MEASURES = frozenset({"块", "张", "片", "颗", "枚"})
_ENDS_THERE = re.compile(r"\s*(?:[，,。；;！!]|$)")
# 营收63亿,上年同期64亿
_OTHER_TIME = re.compile(r"\s*[，,(（]\s*(?:而|较|比)?(?:的?为?|仅为|是)\s*")
# 英伟达占92%的份额,AMD只有5% and 豆包月活7000万,Kimi约2000万: another name, the same said of it.
_CONTRASTED = MONEY_METRICS | {
    "market_share",
    "adoption_share",
    "growth_rate",
    "users",
    "team_size",
    "params",
    "compute_gpus",
    "max_duration",
    "fps",
    "price",
}
_UP_TO_NAME = re.compile(
    r"[^，,。；;、]{0,8}(?:[，,；;、]|[)）]?(?:和|与|及|以及))\s*(?:而|但|同期|至于|其中|隔壁|反观|略|远|稍|大幅|明显|已经?|仍|高于|低于|超过|多于|少于|不及|不如|逊于|比|较)*\s*"
)
_FROM_NAME = re.compile(
    r"\s*(?:的)?(?:则|也|只|仅|约|同期|据称|年内|接近|估值|市值|营收|收入|有|为|是|达到?|以|占|大约|近|超过?|目前|还|已经?|高达|拥有|用了?|拿下了?|不到|不足|最多|最长|公司|在|至少|一|家)*\s*[（(]?\s*"
)
# 营收79亿,低于分析师预期的89.9亿: what was expected of the same.
_EXPECTED = re.compile(
    r"[^，,。；;]{0,4}[，,（(]\s*(?:而|且|并|也|略|远远?|大幅|这一数字|这个数字|这一结果)*(?:低于|高于|超过|超出|不及|好于|优于|逊于|高出|超|未达)?了?"
    r"(?:市场|分析师|华尔街|机构|此前|之前|早前|先前|原本|原先|普遍|该?公司|管理层|给出|彭博|路透|LSEG|FactSet|汇编|统计|调查|一致|平均|的|\s)*(?:预期|预测|预估|预计|估计|料|指引|共识)(?:值|中值|中位数|均值|时)?(?:的|为|是|约)*\s*"
)
# 年化收入8400万,目标是今年做到3亿
_AIM = re.compile(
    r"[^，,。；;]{0,4}[，,]\s*(?:而|并|且)?(?:目标|计划|预计|希望|有望|力争|期望|争取)(?:是|为|将|会|在)*(?:做到|达到?|实现|冲刺?|增至|提升至|提升到|增长到|超过|突破)了?(?:约|近)?\s*"
)
_SHARES = frozenset({"market_share", "adoption_share", "users", "team_size", "compute_gpus"})
_GROWN = re.compile(
    r"[^，,。；;]{0,6}[，,（(]\s*(?:同比|环比|较上[一轮年季月]|较去年|较此前|较前[一年]|比去年|比上年|较上月|按年|按季|年增|月增|季增|年减|月减|季减|增速|增幅|涨幅|升幅|跌幅|降幅|增长|上涨|下跌|下降|(?:对应)?[^，,。；;]{0,4}(?:年均?)?复合|年均|CAGR)[^，,。；;]{0,10}"
)
# 较上年的37.8亿元增长150%
_BASED = re.compile(r"(?:较|比|相比于?|相较于?|对比|从|由)[^，,。；;]{0,14}$")
_MOVED = re.compile(
    r"\s*(?:大幅|同比|环比|约|近|再|激|猛|劲)*(?:增长?|上涨|上升|提升|下降|下滑|减少|下跌|升|降|跌|翻)了?(?:约|近|超过?|逾)*\s*"
)
_OPENED = re.compile(r"[从由](?:约|近|每[股张片颗块枚台件套月年次秒条]|最初的?|原来的?|原先的?|此前的?)*\s?$")
_WENT_TO = re.compile(r"[^，,。；;]{0,12}?(?:到|至|成|为)了?(?:约|近|每股|如今的?|现在的?|目前的?)*\s*")
_WENT_ON_TO = re.compile(
    r"[^，,。；;]{0,6}[，,]\s?(?:又|再|随后|后来|并|接着|如今|现在|目前|而后|之后|很快)[^，,。；;]{0,12}?(?:[冲做涨升达来攀][到至]|突破|增[到至]|跃升[到至]|超过)了?(?:约|近)?\s*"
)
# Another offer of what has a price: 标准版每月15美元,无限版95美元; what one earns is none.
_OTHER_OFFER = re.compile(r"[^。；;]{0,6}[，,、；;][^，,。；;\d]{0,14}")
_NO_OFFER = re.compile(
    r"收入|营收|利润|亏损|市值|估值|融资|投资|成本|价值|补贴|罚|奖|赚|涨|跌|降|升|高见|收于|总|预算|身家|股息|派|省|贵了|便宜|优惠|减|返|合"
)
_SERVES = re.compile(r"[^，,。；;]{0,4}[，,](?:共|并|已|且)?(?:覆盖|服务|涵盖|遍及)(?:了|约|超过?|全球|近|逾)*")
_LEAST_SAID_AGAIN = 10_000
# 往往超过30%,甚至超过60%
_EVEN = re.compile(r"(?:以上|左右)?[，,](?:甚至|乃至|最高)(?:超过?|达到?|高达|突破|逼近|接近)?了?")
_MOST_TIMES, _MOST_OFFERED = 100, 1_000_000
# 客户突破2000家,其中包括4家世界500强和10家上市公司 counts customers three times.
_AMONG_THEM = re.compile(r"[，,]\s?其中(?:包括|有|含)?|[^，,。；;]{0,14}(?:和|及|、|以及)")
_IN_BRACKETS = re.compile(
    r"\s*(?:[(（]|[，,]\s?即(?:约|超过?|逾)*)\s*(?:当前|折合|相当于|约合|合|约|按[^()（）]{0,8}|\s)*(?:人民币|港币|港元|美元)?\s*$"
)


@record(frozen=True)
class Told:
    """The last figure that was no date, how it was read, of whom it was said, and what was told before it in its sentence."""

    figure: Figure
    reading: Reading
    rule: str
    subject: str
    before: Told | None = None

    def listed(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure that only continues a list as the one before it; its subject is its own."""
        bare = self.reading.kind_money and not figure.quantity.unit
        if not self._before(figure) or self.reading.metric == "other" or not (bare or figure.quantity.kind in _LISTED_KINDS):
            return None
        between = self._between(figure)
        if _LINK.fullmatch(between):
            return replace(self.reading, subject=""), self.rule
        label = label_of(figure, self.figure.quantity.end, self.reading.metric) if _ITEM.fullmatch(between) else ""
        return (replace(self.reading, subject=label), self.rule) if label else None

    def going_on(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure that no rule claims as one more of its kind, also over a growth told between the two."""
        found = self._taken_up(figure) or self._counted_again(figure) or self._in_row(figure)
        told = self
        while not found and told.reading.metric == "growth_rate" and told.before:
            told = told.before
            found = told._in_row(figure)
        found = found or self._inherited(figure)
        label = label_of(figure, self.figure.quantity.end, found[0].metric) if found and self._before(figure) else ""
        return (replace(found[0], subject=label), found[1]) if found and label else found

    def _inherited(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure as measuring what the last one of its kind did, over others told between the two."""
        told: Told | None = self
        while told is not None and told.figure.quantity.kind != figure.quantity.kind and told.before is not None:
            told = told.before
        reading = inherited(told.figure, told.reading, told.subject, figure) if told else None
        return (reading, told.rule) if reading and told else None

    def _taken_up(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read what 这一比例 or 这个数字 says of the figure told last, in this sentence or the one before."""
        near = 0 <= figure.passage.no - self.figure.passage.no <= 1
        one, other = self.figure.quantity, figure.quantity
        alike = one.unit == other.unit or {one.kind, other.kind} <= _PARTS
        if self.reading.metric == "other" or not near or not alike or not _TAKES_UP.search(figure.left):
            return None
        return replace(self.reading, subject=self.subject, as_of="", undated=False), self.rule

    def _counted_again(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read what the next sentence says again (60万是惊人的数字), or counts by the same measure word (乙拥有1.6万块)."""
        one, other = self.figure.quantity, figure.quantity
        if self.reading.metric == "other" or figure.passage.no - self.figure.passage.no != 1:
            return None
        same = (one.low, one.high) == (other.low, other.high) and other.unit in {one.unit, "", *_CHIP_MEASURES}
        if same and (one.low or 0) >= _LEAST_SAID_AGAIN and _SAYS_AGAIN.fullmatch(figure.before):
            return replace(self.reading, subject=self.subject, undated=True), self.rule
        chips = self.reading.metric == "compute_gpus" and other.unit in _CHIP_MEASURES and _ENDS_THERE.match(figure.right)
        return (replace(self.reading, subject=""), self.rule) if chips else None

    def _in_row(self, figure: Figure) -> tuple[Reading, str] | None:
        """Read a figure where the words between only go on with the one before it."""
        if not self._before(figure):
            return None
        metric, same = self.reading.metric, replace(self.reading, subject=self.subject)
        between = _ASIDE.sub("", self._between(figure)).replace(" ", "")
        if metric == "price" and _OTHER_WAY.fullmatch(between):
            return same, self.rule
        timeless = _ASIDE.sub("", without_times(figure, self.figure.quantity.end, figure.quantity.start)).replace(" ", "")
        if metric != "other" and _EVEN.fullmatch(between):
            return same, self.rule
        dated = timeless != between and _OTHER_TIME.fullmatch(timeless)
        if metric in MONEY_METRICS and (dated or _NEXT_YEAR.fullmatch(timeless)):
            return replace(same, as_of=""), self.rule
        if metric in _SHARES and dated:
            return replace(same, as_of=""), self.rule
        if metric in _CONTRASTED and self._moves_to(figure, between):
            return replace(same, as_of="" if metric in MONEY_METRICS else same.as_of, undated=False), self.rule
        told = self._contrasted(figure, self._between(figure)) if metric in _CONTRASTED else None
        if told:
            return told
        if (metric in MONEY_METRICS or metric == "growth_rate") and _EXPECTED.fullmatch(timeless):
            return replace(same, status="forecast"), self.rule
        if metric in MONEY_METRICS and _AIM.fullmatch(timeless):
            return replace(same, as_of="", status="target"), self.rule
        if metric in _OF_ONE_MEASURE and self._of_same_measure(figure):
            return replace(same, as_of="", status=None, undated=False), self.rule
        if metric == "price" and self._is_another_offer(figure, between):
            return (replace(same, subject="") if self._names_another(figure) else same), self.rule
        if metric == "users" and figure.quantity.unit == "company" and _SERVES.fullmatch(between):
            return same, self.rule
        firms = figure.quantity.unit == self.figure.quantity.unit == "company"
        return (same, self.rule) if metric == "users" and firms and _AMONG_THEM.fullmatch(between) else None

    def _moves_to(self, figure: Figure, between: str) -> bool:
        """Tell whether a figure is where the one before it went: 从1160元上调至1275元, 做到100万,又用七个月冲到1000万."""
        if self.figure.quantity.unit != figure.quantity.unit:
            return False
        opened = _OPENED.search(self.figure.left)
        return bool((opened and _WENT_TO.fullmatch(between)) or _WENT_ON_TO.fullmatch(between))

    def _of_same_measure(self, figure: Figure) -> bool:
        """Tell whether nothing but times, comparisons and how far stands between two amounts, growth left out."""
        one, other = self.figure.quantity, figure.quantity
        if one.unit != other.unit or not one.low or not other.low or not 1 / _MOST_APART < other.low / one.low < _MOST_APART:
            return False
        passage, edge = figure.passage, one.end
        between = without_times(figure, edge, other.start)
        grown = [rate for rate in passage.figures if rate.kind in _PARTS and edge <= rate.start and rate.end <= other.start]
        if grown:
            told = [
                part
                for part in _CLAUSE.split(between)
                if not any(rate.surface in part for rate in grown) or _OTHER_MEASURE.search(part)
            ]
            between = "，".join(told)
        return _SAME_MEASURE.fullmatch(between) is not None and bool(_CLAUSE.search(between) or "的" in between or grown)

    def goes_on_growing(self, figure: Figure, reading: Reading) -> bool:
        """Tell whether a growth is that of the figure right before it: 票房21亿,同比下降22.9%."""
        if not self.subject or reading.metric != "growth_rate" or self.figure.passage is not figure.passage:
            return False
        if self.reading.metric == "other":
            return False
        based = _BASED.search(self.figure.left) and _MOVED.fullmatch(self._between(figure))
        return bool(based) or _GROWN.fullmatch(self._between(figure)) is not None

    def _contrasted(self, figure: Figure, between: str) -> tuple[Reading, str] | None:
        """Read a figure that another name has in place of the one before it: 甲占92%,乙只有5%."""
        passage, edge = figure.passage, self.figure.quantity.end
        named = [name for name in passage.names_in(edge, figure.quantity.start) if name.kind in ("company", "model")]
        money = figure.quantity.kind == self.figure.quantity.kind == "money"
        if len(named) != 1 or not (money or figure.quantity.unit == self.figure.quantity.unit):
            return None
        name = named[0]
        fits = _UP_TO_NAME.fullmatch(between[: name.start - edge]) and _FROM_NAME.fullmatch(between[name.end - edge :])
        return (replace(self.reading, subject=name.name, as_of=""), self.rule) if fits else None

    def _names_another(self, figure: Figure) -> bool:
        """Tell whether a firm or a product is named between two prices: 豆包卖16元,可灵22元."""
        passage = figure.passage
        between = passage.names_in(self.figure.quantity.end, figure.quantity.start)
        return any(name.kind in ("company", "model") and passage.is_free(name, of_models=True) for name in between)

    def _is_another_offer(self, figure: Figure, between: str) -> bool:
        one, other = self.figure.quantity, figure.quantity
        if not one.low or not other.low or not _OTHER_OFFER.fullmatch(between):
            return False
        if one.unit != other.unit:
            return max(one.low, other.low) < _MOST_OFFERED and not _NO_OFFER.search(between)
        return not _NO_OFFER.search(between) and 1 / _MOST_TIMES <= other.low / one.low <= _MOST_TIMES

    def _before(self, figure: Figure) -> bool:
        one, other = self.figure.quantity.kind, figure.quantity.kind
        same_kind = one == other or {one, other} <= _BARE or {one, other} <= _PARTS
        both_money = figure.quantity.kind == "money" and self.reading.metric in MONEY_METRICS
        return self.figure.passage is figure.passage and (same_kind or both_money)

    def _between(self, figure: Figure) -> str:
        return figure.passage.between(self.figure.quantity.end, figure.quantity.start)


def restated(figure: Figure, facts: Sequence[Fact]) -> list[Fact]:
    """Give an amount in brackets that states the one before it in another currency: the same facts, of the same subjects."""
    quantity, passage = figure.quantity, figure.passage
    if quantity.kind != "money" or not facts or facts[0].kind != "money" or facts[0].sentence_no != passage.no:
        return []
    other = facts[0].unit != quantity.unit
    if not (other or facts[0].low == quantity.low) or not _IN_BRACKETS.fullmatch(passage.between(facts[0].end, quantity.start)):
        return []
    surface = passage.article.text[quantity.start : quantity.end]
    value = {"low": quantity.low, "high": quantity.high, "unit": quantity.unit, "bound": quantity.bound}
    steps = (*quantity.steps, "restates the amount before it" + (" in another currency" if other else ""))
    place = {"start": quantity.start, "end": quantity.end, "surface": surface}
    return [replace(fact, **place, **value, rule=RESTATED, steps=steps) for fact in facts]  # type: ignore[arg-type]
