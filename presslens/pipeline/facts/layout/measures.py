"""What the head of a column, or the label before a value, says that is measured: 融资额（亿美元）, 2024年营收, 成立时间."""

from __future__ import annotations

import re
from functools import lru_cache

from presslens.model import Metric, QuantityKind
from presslens.pipeline.figures.quantities import read_quantities
from presslens.record import record

_NUMBERS = frozenset[QuantityKind]({"count", "number", "measure"})
_MONEY = frozenset[QuantityKind]({"money"}) | _NUMBERS
_SHARES = frozenset[QuantityKind]({"percent", "ratio"}) | _NUMBERS
# In the order they are asked: the more exact before the more general.
_MEASURES: tuple[tuple[Metric, str, frozenset[QuantityKind]], ...] = (
    (
        "growth_rate",
        r"增速|增长率|增幅|涨跌幅|涨幅|跌幅|升幅|升跌|涨跌|同比|环比|年增|按年|按季|增长|增减|CAGR|YoY|QoQ",
        _SHARES,
    ),
    ("market_share", r"份额|市占|占有率", _SHARES),
    ("adoption_share", r"渗透率|使用率|采用率|普及率", _SHARES),
    ("valuation", r"估值|身价|投后", _MONEY),
    ("market_cap", r"市值", _MONEY),
    ("funding_total", r"(?:累计|总|历史|历来|已|总共)(?:融资|募资|筹资)|已募|(?:融资|募资|筹资)(?:总额|总计|累计)", _MONEY),
    ("funding_round", r"(?:最近|最新|本|上|这|单|近)一?(?:次|轮)|轮次?金额", _MONEY),
    ("funding_total", r"融资|募资|资金|筹资", _MONEY),
    ("acquisition", r"收购价|收购金额|作价|交易金额|交易额", _MONEY),
    ("revenue", r"营收|收入|销售额|营业额|ARR|流水", _MONEY),
    ("box_office", r"票房", _MONEY),
    ("market_size", r"市场规模|市场空间|行业规模|产业规模|市场总额", _MONEY),
    ("users", r"用户|月活|日活|MAU|DAU|下载|访问量|客户数?$|商户|会员数|装机", _NUMBERS),
    (
        "price",
        r"价格|售价|定价|订价|单价|报价|月费|年费|收费|[股现报市日时月年]价|收盘|每[秒条月年分次].{0,2}价|租$|租金|费用|资费|目标价|价$",
        _MONEY,
    ),
    ("params", r"参数", _NUMBERS),
    ("team_size", r"员工|人数|团队|人手|人员规模|雇员", _NUMBERS),
    ("max_duration", r"时长|最长|片长|秒数|长度上限", frozenset({"duration"})),
    ("resolution", r"分辨率|清晰度|解析度|解像度|画质|规格", frozenset({"resolution"})),
    ("fps", r"帧率|影格率|帧数|FPS|fps|每秒帧|规格", _NUMBERS),
    (
        "release_date",
        r"(?:发布|上线|推出|开源|上市|面世|亮相|开放|首发|公测)(?:时间|日期|日|于)?$",
        frozenset({"date", "datetime"}),
    ),
    ("compute_gpus", r"GPU数|卡数|(?:芯片|显卡|训练卡)数", _NUMBERS),
    ("compute_tokens", r"训练(?:数据|量|语料)|[Tt]oken数", _NUMBERS),
)
# What is counted here is told by no metric, whatever else the head says: 研发费用, 毛利率, 用户评分.
_NO_METRIC = re.compile(
    r"利润|毛利|净利|亏损|盈利|成本|研发|EPS|每股收益|PE|市盈|市销|显存|内存|功耗|评分|得分|分数|评价|排名|占比|占营收|占收入|算力"
    r"|奖金|奖励|薪|补贴|负债|资产|现金|订单|付费率|转化|留存|成功率|胜率|幻觉|跑分|跳过|等待|耗时|延迟"
)
_FOUNDED = re.compile(r"成立|创立|创办|注册时间")
_UNIT = re.compile(
    r"[（(]\s*(?:单位)?[:：]?\s*(?P<inside>[^（）()]{1,8})[)）]|单位[:：]\s*(?P<told>[^\s，,。；;)）]{1,6})|/(?P<slash>[万亿]*[美港日韩欧]?元|%|人|秒)$"
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_GUESSED = re.compile(r"((?:19|20)\d\d)[ ]?[EeAaFfP]")
_TIME_WORDS = re.compile(r"[\d\s年月日季度上下半全第一二三四前QHqhEAFeaf至\-–—~/.（）()财本截末底初止]+")
_OF_TIME = re.compile(r"年份|年度|时间|日期|季度|月份|期间")
_LONGEST = 20
# Any short line of an article may be asked about: what a server is sent must not pile up.
_REMEMBERED = 4096


@record(frozen=True, slots=True)
class Measure:
    """What a head says: the metric by the kind of the figure under it, the unit its bare figures lack, and a time."""

    metrics: tuple[tuple[Metric, frozenset[QuantityKind]], ...] = ()
    unit: str = ""
    as_of: str = ""
    # Whether the head names something measured at all, be it of no metric.
    told: bool = False

    def metric_for(self, kind: QuantityKind) -> Metric | None:
        """Give the metric of a figure of a kind, if the head tells one."""
        return next((metric for metric, kinds in self.metrics if kind in kinds), None)


NOTHING = Measure()


@lru_cache(_REMEMBERED)
def measure_of(head: str) -> Measure:
    """Read the head of a column or the label before a value.

    >>> found = measure_of("2024年营收（亿美元）")
    >>> found.metric_for("money"), found.unit, found.as_of
    ('revenue', '亿美元', '2024')
    >>> measure_of("毛利率").metric_for("percent"), measure_of("公司") == NOTHING
    (None, True)
    """
    if not head or len(head) > _LONGEST:
        return NOTHING
    unit = _unit_in(head)
    words = head.replace(f"({unit})", "").replace(f"（{unit}）", "") if unit else head
    as_of = time_in(head)
    if _NO_METRIC.search(words):
        return Measure((), unit, as_of, told=True)
    found = tuple((metric, kinds) for metric, pattern, kinds in _MEASURES if re.search(pattern, words))
    told = bool(found) or bool(unit) or _FOUNDED.search(words) is not None
    return Measure(found, unit, as_of, told) if told or as_of else NOTHING


def unit_in_title(title: str) -> str:
    """Give the unit that a line above a table sets for it: 单位：亿元."""
    found = _UNIT.search(title)
    unit = (found["told"] or found["inside"]).strip() if found and "单位" in found[0] else ""
    return unit if unit and _is_unit(unit) else ""


def time_in(head: str) -> str:
    """Give the one time that a head tells.

    >>> time_in("2025E"), time_in("收入（2024年）"), time_in("公司")
    ('2025', '2024', '')
    """
    guessed = _YEAR_GUESSED.fullmatch(head.strip())
    if guessed or _BARE_YEAR.fullmatch(head.strip()):
        return head.strip()[:4]
    if not any(character.isdigit() for character in head):
        return ""
    told = {figure.as_of for figure in read_quantities(head) if figure.kind == "date" and figure.as_of}
    return told.pop() if len(told) == 1 else ""


def is_time(text: str) -> bool:
    """Tell whether a cell says nothing but a time: 2024年, 2025E, Q3, 2024年上半年."""
    text = text.strip()
    return bool(text) and _TIME_WORDS.fullmatch(text) is not None and any(c.isdigit() for c in text) and time_in(text) != ""


def names_times(head: str) -> bool:
    """Tell whether the cells under a head are times: 年份, 成立时间."""
    return (
        _OF_TIME.search(head) is not None
        or _FOUNDED.search(head) is not None
        or "release_date" in dict(measure_of(head).metrics)
    )


def _unit_in(head: str) -> str:
    found = _UNIT.search(head)
    unit = (found["inside"] or found["told"] or found["slash"]).strip() if found else ""
    return unit if unit and _is_unit(unit) else ""


@lru_cache(_REMEMBERED)
def _is_unit(unit: str) -> bool:
    """Tell whether a unit makes one figure of a bare number."""
    found = read_quantities(f"12{unit}")
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(f"12{unit}") and found[0].kind != "date"
