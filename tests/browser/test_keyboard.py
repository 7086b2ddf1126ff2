"""Everything can be reached and done with the keyboard alone, and nothing moves for who asked for that."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from presslens.dashboard.text import Text
from tests.browser import shipped
from tests.browser.visit import Visitor, heading

MOST_TABS = 120
FOCUSED = "document.activeElement?.innerText || document.activeElement?.getAttribute('aria-label') || ''"


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what carries these words."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        # A scrolling part of the page can be focused too: its text holds every word on it, and ends as its last one does.
        focused = str(page.evaluate(FOCUSED)).strip()
        if focused.endswith(words) and len(focused) < len(words) + 30:
            return
    raise AssertionError(f"no Tab leads to {words!r}")


def test_evidence_opens_and_closes_from_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open()
    tab_to(page, "Evidence")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("As printed")
    assert page.evaluate("!!document.activeElement.closest('[role=dialog]')"), "the focus stays behind the panel"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_an_outlet_is_chosen_from_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open("facts")
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Outlets").focus()
    page.keyboard.type(Text("en").outlet(shipped.outlet()))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("outlet="))
    assert visitor.query(page)["outlet"] == [shipped.outlet()]


def test_another_page_is_reached_from_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open()
    tab_to(page, "Two-minute tour")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Two-minute tour")


def test_a_chart_is_read_as_a_table_from_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open("market_size")
    tab_to(page, "Chart")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_nothing_moves_for_who_asked_for_that(visitor: Visitor) -> None:
    page = visitor.open()
    moving = "getComputedStyle(document.querySelector('[data-testid=stMain] button')).transitionDuration"
    still = page.evaluate(moving)
    page.emulate_media(reduced_motion="reduce")
    assert max(float(one.strip().removesuffix("s")) for one in page.evaluate(moving).split(",")) < 0.001, still
