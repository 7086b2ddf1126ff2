"""Numbers that state nothing become no facts; ranks do, and sums of money without a currency are money."""

from __future__ import annotations

import pytest

from tests.test_gold_facts import read

STEPS = (
    "第二阶段采用国产算力训练。",
    "这是该公司推出的第三代加速器。",
    "第一，推理成本仍然很高。",
    "我们的第一个客户来自海外。",
    "特训营已办到第四期。",
    "它已进入第一梯队。",
    "演讲谈到三点，第三是成本仍然很高。",
    "这是它第一次公开亮相。",
    "安全永远是第一。",
    "计算量相当于10的25次方年。",
)
RANKS = (
    ("访问量排名第二。", 2),
    ("它是英伟达的第二大客户。", 2),
    ("市值跌至全球第14位。", 14),
    ("三款模型位居第一、第二。", 1),
    ("营收创下历史第三高。", 3),
    ("这是岚桥连续第四个季度盈利。", 4),
    ("岚桥成为今年以来第七家上市的芯片公司。", 7),
    ("测评总榜中岚桥得81分，第三是云栈。", 3),
    ("新模型坐回第一。", 1),
    ("岚桥在文生视频榜得1263分，暂居第1；云栈落在第3。", 3),
    ("十一家厂商里，谷雨份额只剩1.5%，第七。", 7),
)
SUMS = (
    ("智谱AI成立15亿规模的基金。", 1.5e9, "CNY"),
    ("补贴共527亿美元，其中390亿是对新建工厂的。", 3.9e10, "USD"),
    ("账上结余数百亿甚至千亿美元。", 2e10, "USD"),
)


@pytest.mark.parametrize("text", STEPS)
def test_the_number_of_a_step_is_no_fact(text: str) -> None:
    assert read(text)[0] == []


@pytest.mark.parametrize(("text", "place"), RANKS)
def test_a_rank_is_a_fact(text: str, place: float) -> None:
    assert place in [fact.low for fact in read(text)[0]]


@pytest.mark.parametrize(("text", "amount", "currency"), SUMS)
def test_a_sum_without_a_currency_is_money(text: str, amount: float, currency: str) -> None:
    assert (amount, currency, "money") in [(fact.low, fact.unit, fact.kind) for fact in read(text)[0]]


def test_a_bid_is_no_purchase() -> None:
    bid, bought = read("博通开价60亿美元收购云栖科技。")[0], read("博通完成以60亿美元收购云栖科技。")[0]
    assert [fact.status for fact in bid + bought if fact.metric == "acquisition"] == ["target", "actual"]
