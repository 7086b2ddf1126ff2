"""A reader's own articles are read on the spot and count on every page; what is no article is said in a sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import shipped
from tests.browser.server import Server
from tests.browser.visit import Visitor, go_to

ARTICLE = """虚构的河畔工作室完成新一轮融资
来源：测试日报
2024年6月3日

位于青石镇的河畔工作室周一宣布，公司完成了3.2亿元的A轮融资，投后估值约为20亿元。
创始人在发布会上说，团队的视频模型可以生成长达45秒的高清短片，他对明年的增长非常乐观。
据该公司预测，到2030年，全球文生视频市场规模将达到500亿美元。
"""


def paste(visitor: Visitor, words: str) -> Page:
    page = visitor.open("add_articles")
    page.get_by_label("Paste an article").fill(words)
    page.get_by_role("button", name="Read them").click()
    return page


def upload(visitor: Visitor, name: str, content: bytes) -> Page:
    page = visitor.open("add_articles")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files([{"name": name, "mimeType": "text/plain", "buffer": content}])
    expect(page.get_by_test_id("stFileChip")).to_be_visible()
    page.get_by_role("button", name="Read them").click()
    return page


def articles_on_the_overview(visitor: Visitor) -> int:
    page = visitor.page
    go_to(page, "Overview")
    visitor.settle()
    return int(page.locator(".st-key-counts strong").first.inner_text())


def test_a_pasted_article_counts_on_the_overview(visitor: Visitor) -> None:
    expect(paste(visitor, ARTICLE).get_by_text("1 article read")).to_be_visible(timeout=30_000)
    assert articles_on_the_overview(visitor) == shipped.articles() + 1


def test_the_outlet_of_a_pasted_article_can_be_chosen_in_the_filters(visitor: Visitor) -> None:
    page = paste(visitor, ARTICLE)
    expect(page.get_by_text("1 article read")).to_be_visible(timeout=30_000)
    # The list draws only the options in sight: type, as a reader would.
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Outlets").fill("测试日报")
    expect(page.get_by_role("option", name=re.compile("测试日报"))).to_be_visible()


def test_an_uploaded_article_is_read(visitor: Visitor) -> None:
    page = upload(visitor, "article.txt", ARTICLE.encode("gb18030"))
    expect(page.get_by_text("1 article read")).to_be_visible(timeout=30_000)


def test_nobody_else_sees_what_a_reader_added(visitor: Visitor, browser: Browser, site: Server) -> None:
    expect(paste(visitor, ARTICLE).get_by_text("1 article read")).to_be_visible(timeout=30_000)
    with Visitor.arriving(browser, site) as other:
        expect(other.open().get_by_text(f"Showing all {shipped.articles()} articles")).to_be_visible()


def test_what_was_added_can_be_removed(visitor: Visitor) -> None:
    page = paste(visitor, ARTICLE)
    page.get_by_role("button", name="Remove what I added").click(timeout=30_000)
    visitor.settle()
    assert articles_on_the_overview(visitor) == shipped.articles()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("junk.txt", bytes(range(256)) * 40),
        ("empty.txt", b""),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(2_000)),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
    ],
)
def test_an_upload_that_is_no_article_is_said_in_a_sentence(visitor: Visitor, name: str, content: bytes) -> None:
    page = upload(visitor, name, content)
    expect(page.get_by_text("1 document not read")).to_be_visible(timeout=30_000)
    said = page.get_by_test_id("stAlert")
    expect(said).to_have_count(1)
    expect(said).to_contain_text(re.compile(rf"{name}: .{{20,}}\.$"))
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_sending_nothing_is_said(visitor: Visitor) -> None:
    page = visitor.open("add_articles")
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("nothing to read yet")


def test_markup_in_a_pasted_article_stays_text(visitor: Visitor) -> None:
    hostile = "<script>document.title='owned'</script> ![x](http://127.0.0.1:9/x.png) $\\frac{1}{2}$ "
    page = paste(visitor, hostile + ARTICLE)
    expect(page.get_by_text("1 article read")).to_be_visible(timeout=30_000)
    for title in ("Overview", "Articles", "Facts", "Words"):
        go_to(page, title)
        visitor.settle()
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "owned" not in page.title()
