"""Names that an article introduces itself, found wherever they stand in it."""

from __future__ import annotations

import pytest

from presslens.lexicon import names
from presslens.pipeline.facts.introduced import introduced


def told(text: str) -> list[tuple[str, str]]:
    """Give each name that a text introduces once, with its kind, in the order of the text."""
    return list(dict.fromkeys((hit.name, hit.kind) for hit in introduced(text, names().find(text))))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("视频生成公司岚舟科技昨日完成融资。", "岚舟科技", "company"),
        ("本轮由云杉岭资本领投，老股东海棠创投跟投。", "海棠创投", "company"),
        ("晶片设计厂岚曜科技（7711）公布业绩。", "岚曜科技", "company"),
        ("岚舟科技(688999.SH)昨日涨停。", "岚舟科技", "company"),
        ("初创公司岚舟宣布裁员。", "岚舟", "company"),
        ("广告服务商「岚舟」没有回应。", "岚舟", "company"),
        ("岚舟是一家做视频生成的公司。", "岚舟", "company"),
        ("记者获悉，岚舟运算今日推出新卡。", "岚舟运算", "company"),
        ("该公司总经理沈墨柏在会上指出，需求不减。", "沈墨柏", "person"),
        ("创始人欧阳墨表示，需求不减。", "欧阳墨", "person"),
        ("CEO沈墨对记者说，需求不减。", "沈墨", "person"),
        ("其自研模型岚影2.1已开放。", "岚影2.1", "model"),
        ("视频模型“岚影”已开放。", "岚影", "model"),
        ("“岚影”大模型已开放。", "岚影", "model"),
    ],
)
def test_a_name_is_introduced(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(found.partition(" ")[0], kind_of) for found, kind_of in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "一家视频生成公司完成融资，该公司预计将扩招。",
        "美国科技公司和中国科技巨头都在投资人工智能。",
        "算力资本支出和算力投资都在增长，智算中心也在扩建。",
        "负责人高度评价了这一成果，作者曾在国外任教。",
        "模型成本2.5万元，产品售价3.5美元。",
        "各地的算力投资增长，算力投资的回报却不高。",
        "计算机视觉（Computer Vision）领域进展很快。",
        "公司CEO霍根·谭认为需求不减。",
        "总裁方面没有回应，创始人毕业后回国。",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert told(text) == []


def test_a_name_is_one_everywhere_and_cut_short() -> None:
    text = "视频公司岚舟科技完成融资。业内认为岚舟此举稳妥，而岚舟科技并不缺钱。"
    assert [hit.name for hit in introduced(text, [])] == ["岚舟科技"] * 3


def test_a_version_belongs_to_the_product() -> None:
    text = "视频模型“岚影”走红，岚影2.1下月开放。"
    assert [hit.name for hit in introduced(text, [])] == ["岚影", "岚影2.1"]


def test_an_amount_behind_a_product_is_no_version() -> None:
    text = "视频模型“岚影”走红，岚影2.5亿元的投入值得。"
    assert [hit.name for hit in introduced(text, [])] == ["岚影", "岚影"]


def test_known_names_stay_as_they_are() -> None:
    text = "视频公司生数科技完成融资。"
    assert introduced(text, names().find(text)) == []


def test_a_name_in_brackets_is_the_same_firm() -> None:
    text = "起步公司岚舟影像（Lanzhou Vision）宣布裁员。Lanzhou Vision没有回应，岚舟影像也是。"
    assert [hit.name for hit in introduced(text, [])] == ["岚舟影像"] * 4


def test_latin_letters_inside_a_longer_name_are_not_it() -> None:
    text = "处理器Lumen7a已量产，Lumen7ab没有。"
    assert [(hit.name, hit.start) for hit in introduced(text, [])] == [("Lumen7a", 3)]
