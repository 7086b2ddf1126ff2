"""Search is on every page, knows scripts and aliases, and what it finds opens its evidence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import shipped
from tests.browser.visit import PAGES, Visitor, go_to, heading

FACT = shipped.market_size_fact()


def ask(visitor: Visitor, words: str) -> Page:
    box = visitor.page.get_by_role("textbox", name="Search")
    box.fill(words)
    box.press("Enter")
    return visitor.settle()


def follow(visitor: Visitor, words: str) -> Page:
    visitor.page.get_by_test_id("stMain").get_by_role("link").filter(has_text=f"“{words}”").click()
    expect(heading(visitor.settle())).to_have_text("Facts")
    return visitor.page


@pytest.mark.parametrize("path", [path for path in PAGES if path != "facts"])
def test_the_box_on_every_page_leads_to_the_figures(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    ask(visitor, str(FACT["surface"]))
    page = follow(visitor, str(FACT["surface"]))
    assert visitor.query()["q"] == [FACT["surface"]]
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_a_hit_opens_its_evidence(visitor: Visitor) -> None:
    page = visitor.open("facts", q=FACT["surface"])
    page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 45, "y": 52}, force=True)
    expect(page.get_by_role("dialog")).to_contain_text(str(FACT["surface"]))


@pytest.mark.parametrize(("asked", "other"), [("英偉達", "NVIDIA"), ("視頻", "视频")])
def test_either_script_and_every_alias_find_the_same(visitor: Visitor, asked: str, other: str) -> None:
    counts = []
    for words in (asked, other):
        visitor.open(q=words)
        counts.append(visitor.page.get_by_test_id("stMain").get_by_role("link").filter(has_text=f"“{words}”").inner_text())
    first, second = (text.split(" for ")[0] for text in counts)
    assert first == second
    assert not first.startswith("0 figures and 0 articles")


@pytest.mark.parametrize("asked", ["芯片", "晶片", "AI"])
def test_two_letters_are_enough(visitor: Visitor, asked: str) -> None:
    page = visitor.open("facts", q=asked)
    expect(page.get_by_test_id("stMain").get_by_text(re.compile(r"^[\d,]+ figures?$"))).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_an_article_found_opens_with_its_figures(visitor: Visitor) -> None:
    title = shipped.title()
    page = visitor.open("facts", q=title)
    page.get_by_test_id("stMain").get_by_role("link").filter(has_text=title[:12]).first.click()
    expect(heading(visitor.settle())).to_have_text("Articles")
    assert "article" in visitor.query()


def test_what_is_found_nowhere_is_said(visitor: Visitor) -> None:
    expect(visitor.open("facts", q="no such words anywhere").get_by_text("Nothing here holds these words.")).to_be_visible()


def test_the_words_stay_on_the_next_page(visitor: Visitor) -> None:
    visitor.open(q="Sora")
    go_to(visitor.page, "Market size")
    expect(visitor.settle().get_by_role("textbox", name="Search")).to_have_value("Sora")
