"""Every figure opens its evidence, the address remembers it, and closing forgets it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import shipped
from tests.browser.visit import Visitor, navigation

FACT = shipped.market_size_fact()


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def click_a_card(visitor: Visitor) -> None:
    visitor.open().get_by_test_id("stMain").get_by_role("button", name="Evidence").first.click()


def click_a_mark(visitor: Visitor) -> None:
    page = visitor.open("market_size")
    mark = page.locator(".js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    # The chart listens on a layer above its marks, so it is the place that is clicked, not the mark.
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)


def click_a_row(visitor: Visitor) -> None:
    page = visitor.open("facts")
    # The table is one canvas; its first cell below the header is the first row's button.
    page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 45, "y": 52}, force=True)


def follow_a_link(visitor: Visitor) -> None:
    visitor.open("method", fact=FACT["fact_id"])


@pytest.mark.parametrize("act", [click_a_card, click_a_mark, click_a_row, follow_a_link])
def test_the_evidence_opens_by(visitor: Visitor, act: Callable[[Visitor], None]) -> None:
    act(visitor)
    for words in ("As printed", "Printed by", "How it was read", "independent origin"):
        expect(panel(visitor.page)).to_contain_text(words)
    assert len(visitor.query()["fact"]) == 1


def test_a_link_opens_the_very_fact_it_names(visitor: Visitor) -> None:
    page = visitor.open("market_size", fact=FACT["fact_id"])
    expect(panel(page)).to_contain_text(str(FACT["surface"]))
    expect(panel(page)).to_contain_text(str(FACT["rule"]).replace("_", " "))


def test_a_link_to_a_fact_that_is_gone_says_so(visitor: Visitor) -> None:
    expect(panel(visitor.open("facts", fact="0123456789ab"))).to_contain_text("holds no such fact")


@pytest.mark.parametrize("key", ["Escape", "Close"])
def test_closing_the_evidence_takes_it_out_of_the_address(visitor: Visitor, key: str) -> None:
    page = visitor.open("facts", fact=FACT["fact_id"], topic="market")
    expect(panel(page)).to_be_visible()
    if key == "Close":
        panel(page).get_by_role("button", name="Close").click()
    else:
        page.keyboard.press(key)
    expect(panel(page)).to_have_count(0)
    # The address is written in steps: what counts is where it settles.
    page.wait_for_url(lambda url: "fact=" not in url and "topic=market" in url)


def test_the_same_mark_opens_its_evidence_again(visitor: Visitor) -> None:
    for _ in range(2):
        click_a_mark(visitor)
        expect(panel(visitor.page)).to_be_visible()
        visitor.page.keyboard.press("Escape")
        expect(panel(visitor.page)).to_have_count(0)


def test_a_closed_panel_stays_closed_on_the_next_page(visitor: Visitor) -> None:
    page = visitor.open("facts", fact=FACT["fact_id"])
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    navigation(page).first.click()
    visitor.settle()
    expect(panel(page)).to_have_count(0)
