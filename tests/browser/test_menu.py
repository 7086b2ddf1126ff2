"""The menu of pages leads to every page, with the filters and with what each page was left at."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser import shipped
from tests.browser.server import Server
from tests.browser.visit import PHONE, Visitor, go_to, heading, navigation

FACT = shipped.market_size_fact()


def test_the_menu_marks_the_page_that_is_open(visitor: Visitor) -> None:
    page = visitor.open("facts")
    marked = page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
    expect(marked).to_contain_text("Facts")
    go_to(page, "Overview")
    expect(heading(page)).to_have_text("Overview")
    expect(marked).to_contain_text("Overview")
    page.go_back()
    expect(heading(page)).to_have_text("Facts")
    expect(marked).to_contain_text("Facts")


def test_a_page_is_found_as_it_was_left(visitor: Visitor) -> None:
    page = visitor.open("sentiment", quoted="true", outlet=shipped.outlet())
    go_to(page, "Facts")
    expect(heading(page)).to_have_text("Facts")
    assert "quoted" not in visitor.query(visitor.settle())
    go_to(page, "Sentiment")
    expect(heading(page)).to_have_text("Sentiment")
    expect(page.get_by_label("Only what quoted speakers say")).to_be_checked()
    query = visitor.query(visitor.settle())
    assert (query["quoted"], query["outlet"]) == (["true"], [shipped.outlet()])


def test_the_open_evidence_is_left_behind(visitor: Visitor) -> None:
    page = visitor.open("facts", fact=FACT["fact_id"], outlet=shipped.outlet())
    link = navigation(page).filter(has_text="Market size")
    link.focus()
    address = link.get_attribute("href") or ""
    assert "outlet=" in address
    assert "fact=" not in address


def test_a_link_of_the_menu_opens_in_a_new_tab_with_the_filters(visitor: Visitor) -> None:
    page = visitor.open("facts", outlet=shipped.outlet())
    with page.context.expect_page() as opened:
        navigation(page).filter(has_text="Overview").click(modifiers=["ControlOrMeta"])
    other = visitor.settle(opened.value)
    expect(heading(other)).to_have_text("Overview")
    assert visitor.query(other)["outlet"] == [shipped.outlet()]
    expect(heading(page)).to_have_text("Facts")


def test_the_menu_leaves_a_phones_screen_to_the_page_that_was_chosen(browser: Browser, site: Server) -> None:
    # In a profile of its own: the browser remembers that the sidebar was closed.
    with Visitor.arriving(browser, site, viewport=PHONE) as visitor:
        page = visitor.open("facts")
        page.get_by_test_id("stExpandSidebarButton").click()
        go_to(page, "Method")
        expect(heading(page)).to_have_text("Method")
        expect(navigation(page).first).not_to_be_in_viewport()
