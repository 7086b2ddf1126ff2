"""A mere 元 is the money of the place where the article was printed, unless the article says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from presslens.lexicon import names
from presslens.model import Article, Fact, Script
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.split import split
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.figures.quantities import read_quantities

PUBLISHED = date(2024, 5, 20)
# outlet, text, and the currencies of its amounts in order
AMOUNTS = [
    ("新华社", "这家工厂投资3亿元。", ["CNY"]),
    ("", "这家工厂投资3亿元。", ["CNY"]),
    ("科技新報", "這家工廠投資3億元,另購入2億美元設備。", ["TWD", "USD"]),
    ("信報", "這家商場投資3億元。", ["HKD"]),
    ("信報", "標價10萬元人民幣以上的車型全有,10萬元以下的只有一半。", ["CNY", "CNY"]),
    ("明報", "某藥廠(美：ABCD)收市報227.65元。", ["USD"]),
    ("新华社", "集团营收3亿元（美元，下同），亏损1亿元。", ["USD", "USD"]),
    ("科技新報", "集團營收3億元（人民幣，下同），虧損1億元。", ["CNY", "CNY"]),
    ("", "星河公司市值一夜暴降1.5万亿。\n市值减少2100亿美元，约合人民币1.52万亿元。", ["CNY", "USD", "CNY"]),
    ("", "星河公司市值一夜暴降3万亿。\n去年营收2100亿美元，利润900亿美元。\n外储3.2万亿元。", ["USD"] * 3 + ["CNY"]),
    ("", "星河公司净亏损逐年收窄，从18.4亿降到16.7亿，再降到14.9亿。", ["CNY"] * 3),
]


def facts_of(outlet: str, text: str, script: Script = "hans") -> list[Fact]:
    article = Article("0" * 12, "own.txt", text, matching_copy(text), outlet=outlet, published=PUBLISHED, script=script)
    quantities, hits = read_quantities(article.match, PUBLISHED), names().find(article.match)
    return extract(article, split(text), quantities, hits, lambda amount, currency, year: None)[0]


@pytest.mark.parametrize(("outlet", "text", "currencies"), AMOUNTS)
def test_a_mere_yuan_is_the_money_of_the_place(outlet: str, text: str, currencies: list[str]) -> None:
    assert [fact.unit for fact in facts_of(outlet, text) if fact.kind == "money"] == currencies


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("單季營收達新台幣128億元，每股盈餘6.8元。", ["TWD", "TWD"]),
        ("記者沈墨白／台北報導。單季營收128億元。", ["TWD"]),
        ("公司市值300億港元，去年收入9億元。", ["HKD", "HKD"]),
        ("收入331億元人民幣，市值2000億港元，另投資3億人民幣，工廠耗資2億元。", ["CNY", "HKD", "CNY", "CNY"]),
    ],
)
def test_a_traditional_text_of_no_known_outlet_tells_its_own_money(text: str, currencies: list[str]) -> None:
    assert [fact.unit for fact in facts_of("", text, "hant") if fact.kind == "money"] == currencies


def test_the_steps_say_which_currency_was_assumed() -> None:
    assert "元 alone read as TWD in 科技新報" in facts_of("科技新報", "這家工廠投資3億元。")[0].steps


def test_a_stretch_of_time_is_a_duration_that_tells_its_days() -> None:
    stretch = facts_of("", "过去一年，团队几乎没有休息。")[0]
    assert (stretch.kind, stretch.low, stretch.unit, stretch.as_of) == ("duration", 31536000.0, "s", "2023/2024")
