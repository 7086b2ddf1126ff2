"""No cell of the tables of facts carries a sentence of an article: what no lexicon names is cut to its head noun."""

from __future__ import annotations

import re

import pytest

from presslens.pipeline.build import analyse
from tests.test_gold_facts import CASES, read

LONGEST = 12
WORDY = """某地本地生活服务平台上“手工艺品”相关团购商品订单量同比增长139%。
面向中小企业客户的一站式智能云端剪辑解决方案月费为99元。
据深耕人工智能与文化产业交叉领域多年的某家独立市场研究机构预计，面向海外短剧出海团队的全流程自动化配音与翻译市场规模将达到30亿元。
由多位前大厂工程师联合创办的跨境电商营销视频自动生成创业公司完成了2000万元天使轮融资，估值达到1亿元。
"""


def han(text: str) -> str:
    return re.sub(r"[^一-鿿]", "", text)


def pieces(text: str) -> list[str]:
    return [han(piece) for piece in re.split(r"[、;；]", text)]


@pytest.mark.parametrize("table", ["facts", "claims", "checks"])
def test_no_cell_repeats_the_article(table: str) -> None:
    tables, problems, _ = analyse([("wordy.txt", WORDY.encode())])
    assert not problems
    article = han(WORDY)
    for row in tables[table].to_pylist():
        for column, value in row.items():
            for cell in value if isinstance(value, list) else [value]:
                text = han(cell) if isinstance(cell, str) else ""
                assert len(text) <= LONGEST or text not in article, f"{column} carries {cell}"


def test_the_wordy_article_yields_figures_at_all() -> None:
    tables, _, _ = analyse([("wordy.txt", WORDY.encode())])
    assert {"139%", "99元", "30亿元", "2000万元"} <= set(tables["facts"]["surface"].to_pylist())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_names_units_and_sources_stay_short(case: dict[str, str]) -> None:
    facts, claims = read(case["text"], case.get("published"))  # type: ignore[arg-type]
    for fact in (*facts, *claims):
        for text in (fact.subject, fact.attributed_to, fact.unit, fact.value_text):
            assert all(len(piece) <= LONGEST for piece in pieces(text)), text
