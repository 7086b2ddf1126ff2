"""The filters are the same on every page and survive whatever a browser does; so does the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from presslens.dashboard.text import Text
from tests.browser import shipped
from tests.browser.server import Server
from tests.browser.visit import Visitor, go_to, heading

OUTLET = shipped.outlet()
NAME = Text("en").outlet(OUTLET)
SHOWN = f"Showing {shipped.articles_of(OUTLET)} of {shipped.articles()} articles"


def is_filtered(visitor: Visitor, page: Page) -> None:
    expect(page.get_by_test_id("stMain").get_by_text(SHOWN)).to_be_visible()
    assert visitor.query(page)["outlet"] == [OUTLET]


def change_page(visitor: Visitor) -> Page:
    go_to(visitor.page, "Market size")
    return visitor.settle()


def reload(visitor: Visitor) -> Page:
    visitor.page.reload()
    return visitor.settle()


def go_and_come_back(visitor: Visitor) -> Page:
    go_to(visitor.page, "Market size")
    expect(heading(visitor.settle())).to_have_text("Market size")
    visitor.page.go_back()
    expect(heading(visitor.settle())).to_have_text("Overview")
    return visitor.page


def open_in_a_new_tab(visitor: Visitor) -> Page:
    other = visitor.page.context.new_page()
    other.goto(visitor.page.url)
    return visitor.settle(other)


def open_by_someone_else(visitor: Visitor) -> Page:
    assert visitor.page.context.browser is not None
    other = visitor.page.context.browser.new_context().new_page()
    other.goto(visitor.page.url)
    return visitor.settle(other)


def choose_outlet(visitor: Visitor) -> None:
    page = visitor.open()
    # The list draws only the choices in sight: the outlet is searched for, as a reader would.
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Outlets").fill(NAME)
    page.get_by_role("option", name=NAME).first.click()
    page.keyboard.press("Escape")
    visitor.settle()


def test_choosing_an_outlet_filters_the_page_and_the_address(visitor: Visitor) -> None:
    choose_outlet(visitor)
    is_filtered(visitor, visitor.page)


@pytest.mark.parametrize("act", [change_page, reload, go_and_come_back, open_in_a_new_tab, open_by_someone_else])
def test_a_filter_survives(visitor: Visitor, act: Callable[[Visitor], Page]) -> None:
    choose_outlet(visitor)
    is_filtered(visitor, act(visitor))


def test_resetting_the_filters_shows_everything_again(visitor: Visitor) -> None:
    page = visitor.open(outlet=OUTLET)
    is_filtered(visitor, page)
    page.get_by_test_id("stSidebar").get_by_role("button", name="Reset filters").click()
    visitor.settle()
    expect(page.get_by_text(f"Showing all {shipped.articles()} articles")).to_be_visible()
    assert "outlet" not in visitor.query(page)


def test_choosing_a_language_changes_the_page_and_keeps_the_filter(visitor: Visitor) -> None:
    page = visitor.open("sentiment", outlet=OUTLET)
    page.get_by_test_id("stMain").get_by_text("中文", exact=True).click()
    visitor.settle()
    expect(heading(page)).to_have_text(Text("zh")("Sentiment"))
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert {name: visitor.query(page)[name] for name in ("outlet", "lang")} == {"outlet": [OUTLET], "lang": ["zh"]}


def test_a_chosen_language_stays_on_the_next_page(visitor: Visitor) -> None:
    page = visitor.open("sentiment", lang="zh")
    go_to(page, Text("zh")("Facts"))
    expect(heading(visitor.settle())).to_have_text(Text("zh")("Facts"))


@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("de-DE", "en")])
def test_the_browsers_language_is_the_first_choice(browser: Browser, site: Server, locale: str, language: str) -> None:
    text = Text("zh" if language == "zh" else "en")
    with Visitor.arriving(browser, site, locale=locale) as visitor:
        expect(heading(visitor.open("method"))).to_have_text(text("Method"))
