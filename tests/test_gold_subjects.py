"""The gold table of subjects: of whom each figure is said, also where it has no metric of its own."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslens.lexicon import names
from presslens.model import Article, Fact
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.split import split
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.figures.quantities import read_quantities

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "gold" / "subjects.toml").read_text(encoding="utf-8"))[
    "case"
]


def read(text: str, title: str = "", published: date = date(2024, 3, 1)) -> list[Fact]:
    article = Article(
        "0" * 12, "own.txt", text, matching_copy(text), title=title, published=published, published_precision="day"
    )
    quantities = read_quantities(article.match, published)
    return extract(article, split(text), quantities, names().find(article.match), lambda *_: None)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_every_figure_has_its_subject(case: dict[str, Any]) -> None:
    facts = read(case["text"], case.get("title", ""))
    found = {fact.surface: fact.subject for fact in facts if fact.surface in case["subjects"]}
    assert found == case["subjects"]


def test_the_further_the_search_went_the_lower_the_confidence() -> None:
    clause, sentence, topic = (
        read("Pika有三间办公室。")[0],
        read("Pika很小，只有三间办公室。")[0],
        read("只有三间办公室。", title="Pika探访记")[0],
    )
    assert [fact.confidence for fact in (clause, sentence, topic)] == ["high", "medium", "low"]
    assert topic.steps[-1] == "subject: taken from the passage's topic"


def test_a_noun_is_cut_at_the_borders_of_words() -> None:
    subjects = {fact.subject for fact in read("据悉，预计将有3条新线。目前约合80个足球场。一举创下5项纪录。")}
    assert subjects <= {"", "新线", "足球场", "纪录"}


def test_a_digest_has_no_topic() -> None:
    items = [
        "快手招聘画师。",
        "某镇造了一座桥。",
        "雨水不多。",
        "渡轮停航。",
        "樱花开了。",
        "图书馆搬家。",
        "某县办了灯会。",
        "油菜丰收。",
        "邮局换了门牌。",
        "渔船返港。",
        "电影节闭幕。",
    ]
    digest = read("\n".join([*items, "只有三间办公室。"]), title="早报：快手招聘画师")
    assert [fact.subject for fact in digest if fact.surface == "三间"] == ["办公室"]
    spoken_of = read("\n".join([*(f"{item}快手很忙。" for item in items), "只有三间办公室。"]), title="快手的一年")
    assert [fact.subject for fact in spoken_of if fact.surface == "三间"] == ["Kuaishou"]


def test_in_an_interview_one_speaks_of_oneself_and_of_the_firm() -> None:
    turns = [
        "沈墨白：我曾在青城住过四年。",
        "主持人：是吗？",
        "沈墨白：我们有三间画室。",
        "主持人：真好。",
        "沈墨白：我们的画室在河边，快手很大。",
        "沈墨白：我们在快手做事，快手是我们的家。",
    ]
    facts = read("\n".join(turns), title="快手画师沈墨白访谈")
    subjects = {fact.surface: fact.subject for fact in facts}
    assert subjects["三间"] == "Kuaishou"


def test_in_a_talk_nobody_who_takes_turns_is_what_the_rest_is_about() -> None:
    turns = [
        "David Droga：欢迎来到青城。",
        "Nora Quill：谢谢。",
        "David Droga：你好吗？",
        "Nora Quill：很好，我昨天走了4公里。",
        "David Droga：真好。",
        "Nora Quill：我们明年会看到更好的机器。",
        "David Droga：是啊，我们都在等。",
        "Nora Quill：我们会有的，我们不急。",
    ]
    facts = read("\n".join(turns), title="David Droga与Nora Quill对谈")
    subjects = {fact.surface: fact.subject for fact in facts}
    assert subjects["4公里"] == "Nora Quill"
    assert subjects["明年"] not in ("Nora Quill", "David Droga")


def test_a_digest_is_about_no_name_that_nobody_lists_either() -> None:
    items = ["沈墨白画师谈天气。", *(f"第{n}条消息是某县办了灯会。" for n in "一二三四五六七八九十"), "只有三间办公室。"]
    digest = read("\n".join(items), title="早报：Verdanta谈天气，Verdanta开馆")
    assert [fact.subject for fact in digest if fact.surface == "三间"] == ["办公室"]


def test_a_whole_list_is_carried_over() -> None:
    facts = read("快手、谷歌和微软一起开了会。下周还会再开两场。")
    assert {fact.subject for fact in facts if fact.surface == "两场"} == {"Kuaishou", "Google", "Microsoft"}


def test_who_speaks_throughout_is_not_what_a_text_is_about() -> None:
    assert [fact.subject for fact in read("只有三间办公室。", title="黄仁勋访谈录") if fact.surface == "三间"] == ["办公室"]


def test_a_lecture_does_not_speak_for_a_firm_that_it_mentions_here_and_there() -> None:
    talk = (
        "我们总以为机器学得慢。谷歌、微软、苹果和英特尔都试过。我们后来明白了。我们在路上走了三十年。谷歌先说出来。谷歌也退过。"
    )
    talk += "微软、苹果、英特尔、高通、三星、索尼和英伟达各有打算。亚马逊、特斯拉、甲骨文、阿里巴巴、腾讯和百度也一样。"
    found = {fact.surface: fact.subject for fact in read(talk, title="机器为什么学得慢")}
    assert found["三十年"] != "Google"
    own = "我们总以为机器学得慢。谷歌试过。我们后来明白了。我们在路上走了三十年。谷歌先说出来。谷歌也退过。"
    assert {fact.surface: fact.subject for fact in read(own, title="机器为什么学得慢")}["三十年"] == "Google"
