"""Arithmetic over claims: what is done again must agree, only like is compared with like, and no alarm is false."""

from __future__ import annotations

from typing import Any

import pytest

from presslens.model import CheckKind, Diagnosis
from presslens.pipeline.build import analyse

DATED = "来源：山海日报\n发布于 {day}\n编辑部今天照常出报，版面与往日相同。\n"
RATE = "据慧眼咨询预测，全球AI视频市场规模将由2022年的100亿元增长至2032年的1000亿元"

# A sentence, the kind of check, whether it agrees, and the value found (None: any).
ARITHMETIC: list[tuple[str, CheckKind, bool, float | None]] = [
    (f"{RATE}。", "growth", True, 25.89),
    (f"{RATE}，年复合增长率为25.9%。", "growth", True, 25.89),
    (f"{RATE}，年复合增长率为40%。", "growth", False, 25.89),
    # Told in two sentences, and counted from another year, as is often done.
    ("2023年星河科技营收为20亿元。预计2026年星河科技营收达到67.5亿元，年均增长50%。", "growth", True, 50.0),
    ("2023年星河科技营收为20亿元。预计2026年星河科技营收达到67.5亿元，年均增长20%。", "growth", False, 50.0),
    (f"{RATE}，年复合增长率为29.2%。", "growth", True, 25.89),
    ("星河科技的股价从每股120元涨至每股180元，涨幅50%。", "change", True, 50.0),
    ("星河科技的股价从每股120元涨至每股180元，涨幅65%。", "change", False, 50.0),
    ("星河科技的市值由2023年3月的800亿元跌至600亿元，跌幅达25%。", "change", True, 25.0),
    ("星河科技股价收于每股90元，较每股100元的高点下跌10%。", "change", True, 10.0),
    ("星河科技股价收于每股90元，较每股100元的高点下跌30%。", "change", False, 10.0),
    ("换了算法，训练耗时减少了一半（从3000小时降至1500小时）。", "change", True, 50.0),
    ("2023年星河科技营收为20亿元。2024年星河科技营收为30亿元，同比增长50%。", "change", True, 50.0),
    ("2023年星河科技营收为20亿元。2024年星河科技营收为30亿元，同比增长15%。", "change", False, 50.0),
    ("渗透率从20%提升至25%，提升了5个百分点。", "change", True, 5.0),
    ("渗透率从20%提升至25%，提升了8个百分点。", "change", False, 5.0),
    ("生成一段视频的时间从3.5分钟降至1.3秒，提速170倍。", "multiple", True, 161.5),
    ("星河科技的估值从5亿美元增长到20亿美元，增长了3倍。", "multiple", True, 3.0),
    ("星河科技的估值从50亿美元增长到150亿美元，增长了3倍。", "multiple", True, 3.0),
    ("星河科技的估值从5亿美元增长到15亿美元，增长了6倍。", "multiple", False, 3.0),
    ("星河科技现金余额为260亿元，几乎是去年同期130亿元的两倍。", "multiple", True, 2.0),
    ("星河科技现金余额为260亿元，是去年同期130亿元的三倍。", "multiple", False, 2.0),
    ("星河科技今年卖出600台服务器，其中120台，占20%。", "share", True, 20.0),
    ("星河科技今年卖出600台服务器，其中120台，占30%。", "share", False, 20.0),
    ("星河科技获得5亿元融资，是10亿元目标的一半。", "share", True, 50.0),
    ("三家公司的支出分别是10亿元、20亿元、30亿元。这三家公司支出总额60亿元。", "sum", True, 6e9),
    ("三家公司的支出分别是10亿元、20亿元、30亿元。这三家公司支出总额90亿元。", "sum", False, 6e9),
    ("星河科技需要2万块H100。H100每块售价3万美元。星河科技为此要花费6亿美元。", "product", True, 6e8),
    ("星河科技需要2万块H100。H100每块售价3万美元。星河科技为此要花费60亿美元。", "product", False, 6e8),
    ("星河科技完成15亿美元（约合人民币108亿元）融资。", "conversion", True, 7.2),
    ("星河科技完成15亿美元（约合人民币10.8亿元）融资。", "conversion", False, 0.72),
    ("星河科技的支出超过3200万美元，增速约为30%（约合2.3万亿元）。", "conversion", False, None),
]

# What looks like arithmetic and is none: a difference here would be a false alarm.
NO_ALARM = [
    "星河科技的用户从1亿增长到2亿，其中付费用户增长30%。",
    "星河科技的用户从1亿增长到2亿，付费用户增长30%。",
    "2023年星河科技营收为20亿元。2024年星河科技营收为30亿元，净利润增长12%。",
    "星河科技股价从每股120元涨至每股180元，成交额增长12%。",
    f"{RATE}，其中中国市场年复合增长率为40%。",
    f"{RATE}，2024年至2026年年均增长40%。",
    "星河科技和云帆科技分别融资10亿、20亿美元（约合72亿、144亿元人民币）。",
    "星河科技两轮融资5亿美元和3亿美元（合计约合人民币57亿元）。",
    "星河科技完成15亿美元融资（当地员工120人，投资方还承诺提供20亿元人民币贷款）。",
    "甲、乙、丙三家融资10亿元、20亿元、30亿元。今年行业融资总额500亿元。",
    "全年共有100家公司参展，其中20家来自海外，占全球同行的35%。",
    "渗透率将从2%提升到50%，乐观者认为可达80%。",
    "星河科技估值从5亿美元增长至2024年的增长率达到30%的水平。",
    "星河科技股价上涨5%，报每股120元，此前一天每股100元。",
    "星河科技的市值由2022年的50亿元增长至2023年的80亿元，预计2024年将增长25%。",
    "星河科技的市值由50亿元涨至80亿元，未来还将增长25%。",
    "星河科技的员工从100人增加到150人，人均产值提升20%。",
    "新模型的参数从70亿增至700亿，推理速度提升3倍。",
    "推理成本从10万元降到2万元，只有原来的20%。",
    "星河科技的市值从4000亿元升至9000亿元，年化增长率达到40%。",
    "2023年星河科技营收20亿元，净亏损5亿元。2024年星河科技营收30亿元，毛利率同比提升15%。",
    "2022年AI视频市场规模100亿元，2023年为150亿元，2024年为240亿元，同比增长60%。",
    "星河科技有1万片A100，整体能够达到10万片，集团的规模应该是同行的5倍。",
    "星河科技年收入5亿元，其估值100亿元相当于20倍市销率，同行只有6倍。",
]


def checks_of(*texts: str, day: str = "2024-06-03") -> list[dict[str, Any]]:
    head = DATED.format(day=day)
    made, _, _ = analyse([(f"own{number}.txt", (head + text).encode()) for number, text in enumerate(texts)])
    return made["checks"].to_pylist()


@pytest.mark.parametrize(("told", "kind", "agrees", "value"), ARITHMETIC)
def test_arithmetic_is_done_again_from_the_printed_values(
    told: str, kind: CheckKind, agrees: bool, value: float | None
) -> None:
    found = [row for row in checks_of(told) if row["kind"] == kind]
    assert [row["agrees"] for row in found] == [agrees]
    assert value is None or found[0]["value"] == pytest.approx(value, rel=0.01)
    assert found[0]["steps"]


@pytest.mark.parametrize("told", NO_ALARM)
def test_no_alarm_where_the_figures_are_of_different_things(told: str) -> None:
    assert [row for row in checks_of(told) if not row["agrees"]] == []


@pytest.mark.parametrize(
    ("told", "diagnosis"),
    [
        ("星河科技的支出超过3200万美元（约合2.3万亿元）。", "slip of 10000"),
        ("星河科技完成15亿美元（约合人民币10.8亿元）融资。", "slip of 10"),
        ("星河科技的估值从50亿美元增长到150亿美元，增长了3倍。", "times as much"),
        (f"{RATE}，年复合增长率为29.2%。", "another span of years"),
    ],
)
def test_what_explains_a_difference_is_said(told: str, diagnosis: Diagnosis) -> None:
    assert diagnosis in [row["diagnosis"] for row in checks_of(told)]


VIDU = "Vidu可以生成长达16秒的视频。"
# What two articles tell, and the diagnosis; an empty one where they do not contradict each other.
CONFLICTS: list[tuple[str, str, Diagnosis]] = [
    (VIDU, "Vidu能够生成长达160秒的视频，令人吃惊。", "slip of 10"),
    (VIDU, "长达16秒的视频，Vidu一键就能生成出来。", ""),
    (VIDU, "如今Vidu最长可生成32秒的视频。", "different values"),
    (VIDU, "Vidu过去最长生成16秒的视频。如今Vidu最长可生成32秒的视频。", ""),
    ("Vidu于2024年4月27日正式发布。", "Vidu在2024年4月发布。", ""),
    ("Vidu于2024年4月27日正式发布。", "Vidu于2024年5月30日正式发布。", "date"),
    ("Vidu于2024年5月27日正式发布。", "Vidu预计2024年7月发布。", "status"),
    ("Vidu于2022年4月27日正式发布。", "Vidu预计2024年7月发布。", ""),
    ("Vidu于2024年4月27日正式发布。", "4月，某公司发布了性能可与Vidu媲美的模型。", ""),
    ("xAI估值约450亿美元。", "xAI估值约400亿美元。", "different values"),
    ("xAI估值约450亿美元。", "xAI估值约440亿美元。", ""),
    ("xAI估值达到450亿美元。", "xAI估值超过400亿美元。", ""),
    ("xAI估值达到450亿美元。", "xAI估值达到450亿元。", "currency"),
    ("xAI估值达到450亿美元。", "xAI估值达到3240亿元。", ""),
    ("xAI估值达到450亿美元。", "xAI估值在300亿至400亿美元之间。", "range against point"),
    ("xAI估值达到450亿美元。", "xAI估值在400亿至500亿美元之间。", ""),
    ("英伟达占据全球AI芯片市场80%的份额。", "英伟达占据AI芯片市场98%的份额。", "scope"),
    ("英伟达占据AI芯片市场约80%的份额。", "英伟达占据AI芯片市场98%的份额。", "different values"),
    ("英伟达占据AI芯片市场约80%的份额。", "英伟达占据游戏显卡市场98%的份额。", "scope"),
    ("OpenAI的芯片团队有40人，规模不大。", "OpenAI的芯片团队只有20人，刚刚起步。", "different values"),
    ("OpenAI的芯片团队有40人，规模不大。", "OpenAI的销售团队只有20人，刚刚起步。", ""),
    ("OpenAI的芯片团队有40人，规模不大。", "OpenAI目前共有60名员工，刚刚起步。", ""),
    ("xAI计划筹集50亿美元资金。", "xAI计划筹集80亿美元资金。", "different values"),
    ("微软计划投资50亿美元建设数据中心。", "微软计划投资80亿美元扶持初创公司。", ""),
    ("英伟达市值达到2万亿美元。", "英伟达三月的市值达到2.2万亿美元。", ""),
    ("2022年8月，Groq在一轮融资中筹得6.4亿美元。", "2023年8月，Groq在一轮融资中筹得6.4亿美元。", "date"),
]


@pytest.mark.parametrize(("one", "other", "diagnosis"), CONFLICTS)
def test_claims_of_two_articles_are_held_against_each_other(one: str, other: str, diagnosis: Diagnosis) -> None:
    found = [row["diagnosis"] for row in checks_of(one, other) if row["kind"] == "conflict"]
    assert found == ([diagnosis] if diagnosis else [])


def test_a_value_printed_only_months_later_may_have_changed() -> None:
    made, _, _ = analyse(
        [
            ("a.txt", (DATED.format(day="2024-05-02") + VIDU).encode()),
            ("b.txt", (DATED.format(day="2024-11-02") + "如今Vidu最长可生成32秒的视频。").encode()),
        ]
    )
    assert [row["diagnosis"] for row in made["checks"].to_pylist()] == ["date"]


def test_two_values_that_one_article_tells_side_by_side_are_no_conflict() -> None:
    assert checks_of("Vidu过去最长生成8秒的视频。如今Vidu最长可生成16秒的视频。") == []


def test_a_share_price_in_the_billions_is_suspected() -> None:
    prices = "".join(f"{month}月，英伟达股价收于每股{120 + month}美元。" for month in range(1, 7))
    found = checks_of(prices + "6月3日，英伟达股价报每股133.6亿美元。")
    assert [(row["kind"], row["diagnosis"], row["value"]) for row in found] == [("slip", "slip of 100000000", 133.6)]


def test_one_figure_written_at_two_sizes_in_one_article_is_suspected() -> None:
    found = checks_of("2023年星河科技营收达到37.4亿元。总结全年：2023年星河科技营收达到374亿元。")
    assert [(row["kind"], row["diagnosis"]) for row in found] == [("slip", "slip of 10")]


def test_every_check_names_facts_of_the_dataset() -> None:
    made, _, _ = analyse([("a.txt", "".join(told for told, *_ in ARITHMETIC).encode())])
    known = set(made["facts"]["fact_id"].to_pylist())
    rows = made["checks"].to_pylist()
    assert rows
    assert all(set(row["fact_ids"]) <= known and len(row["fact_ids"]) > 1 for row in rows)
