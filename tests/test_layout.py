"""Tables are found in every form that pages have them, and nowhere else."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles.columns import with_columns
from presslens.pipeline.articles.load import load_bytes
from presslens.pipeline.facts.layout.grid import Grid
from presslens.pipeline.facts.layout.measures import measure_of, time_in

HEAD = "各家近况汇总，数据由编辑部整理，供读者参考，未披露的不列入。"

TABLES = {
    "outer bars and a rule line": "| 公司 | 估值 |\n|:---|---:|\n| 甲科技 | 9亿元 |\n| 乙科技 | 7亿元 |",
    "no outer bars, no rule line": "公司 | 估值\n甲科技 | 9亿元\n乙科技 | 7亿元",
    "full-width bars": "公司｜估值\n甲科技｜9亿元\n乙科技｜7亿元",
    "drawn lines": "┌───┬───┐\n│公司│估值│\n├───┼───┤\n│甲科技│9亿元│\n│乙科技│7亿元│\n└───┴───┘",
    "tabs": "公司\t估值\n甲科技\t9亿元\n乙科技\t7亿元",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_a_table_is_found_in_every_form(text: str) -> None:
    (table,) = Grid(f"{HEAD}\n{text}\n{HEAD}").tables
    assert [cell.text for cell in table.head] == ["公司", "估值"]
    assert [[cell.text for cell in row] for row in table.rows] == [["甲科技", "9亿元"], ["乙科技", "7亿元"]]


NO_TABLES = {
    "a headline with its column's name": "新模型上线｜科技观察",
    "bylines": "作者｜王二\n编辑｜李三\n来源｜某某财经",
    "news parted from their numbers": "01｜甲科技获6000万美元融资。\n02｜乙科技估值4亿美元。",
    "halves of a programme": "上半场｜底层技术\n下半场｜千行百业",
    "how long it takes to read": "全文 2,000字 | 阅读约6分钟",
    "short lines that are no cells": "公司\n估值\n甲科技\n今天\n发布\n新品\n2024年",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_no_table_is_seen_where_there_is_none(text: str) -> None:
    assert Grid(f"{HEAD}\n{text}\n{HEAD}").tables == []


def test_two_tables_right_below_each_other_keep_their_heads() -> None:
    text = "公司｜市值｜年内涨幅\n甲科技｜9亿元｜3%\n模型｜参数｜时长\n乙1.5｜7B｜8秒"
    assert [[cell.text for cell in table.head] for table in Grid(text).tables] == [
        ["公司", "市值", "年内涨幅"],
        ["模型", "参数", "时长"],
    ]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a.txt", f"{HEAD}\n公司  融资额（亿美元）  员工\n甲科技  1.2  80人\n乙科技  0.4  60人\n{HEAD}"),
        (
            "a.md",
            f"{HEAD}\n\n<table><tr><th>公司</th><th>融资额（亿美元）</th><th>员工</th></tr><tr><td>甲科技</td><td>1.2</td><td>80人</td>"
            f"</tr><tr><td>乙科技</td><td>0.4</td><td>60人</td></tr></table>\n\n{HEAD}",
        ),
        ("a.md", f"{HEAD}\n\n公司 | 融资额（亿美元） | 员工\n甲科技 | 1.2 | 80人\n乙科技 | 0.4 | 60人\n\n{HEAD}"),
    ],
    ids=["spaces", "tags left in a text", "Markdown without outer bars"],
)
def test_the_columns_of_a_page_outlast_cleaning(name: str, page: str) -> None:
    (table,) = Grid(load_bytes(name, page.encode()).match).tables
    assert [[cell.text for cell in row] for row in table.rows] == [["甲科技", "1.2", "80人"], ["乙科技", "0.4", "60人"]]


def test_spaces_and_tabs_in_prose_are_no_columns() -> None:
    assert with_columns("甲  乙\t丙\n今天发布新品。\t明天上线。") == "甲  乙 丙\n今天发布新品。 明天上线。"


@pytest.mark.parametrize(
    ("head", "kind", "metric", "unit", "as_of"),
    [
        ("融资额（亿美元）", "money", "funding_total", "亿美元", ""),
        ("2024年营收(亿元)", "money", "revenue", "亿元", "2024"),
        ("参数量（B）", "count", "params", "B", ""),
        ("单次最长", "duration", "max_duration", "", ""),
        ("月付费用户", "count", "users", "", ""),
        ("年内涨幅", "percent", "growth_rate", "", ""),
        ("毛利率", "percent", None, "", ""),
        ("用户评分", "count", None, "", ""),
        ("总部所在地", "money", None, "", ""),
    ],
)
def test_a_head_says_what_is_measured_in_what_and_when(head: str, kind: str, metric: str | None, unit: str, as_of: str) -> None:
    found = measure_of(head)
    assert (found.metric_for(kind), found.unit, found.as_of) == (metric, unit, as_of)  # type: ignore[arg-type]


def test_a_head_with_two_times_tells_none() -> None:
    assert time_in("2023年至2024年对比2022年") == ""
