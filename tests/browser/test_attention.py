"""One unit for the whole dashboard, attention over time, and who never names whom, on the shipped data."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import shipped
from tests.browser.visit import Visitor, go_to


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


def test_the_unit_is_chosen_once_and_holds_on_every_page(visitor: Visitor) -> None:
    page = visitor.open()
    expect(page.get_by_test_id("stMain").get_by_text(f"Showing all {shipped.articles()} articles.")).to_be_visible()
    choose(page, "Families")
    expect(page.get_by_test_id("stMain").get_by_text(f"Showing all {shipped.families()} families.")).to_be_visible()
    go_to(visitor.settle(), "Market size")
    expect(page.get_by_test_id("stMain").get_by_text("families,").first).to_be_visible()
    # The address is written in steps: what counts is where it settles.
    page.wait_for_url(lambda url: "count=families" in url)


@pytest.mark.parametrize("path", ["sentiment", "words", "facts"])
def test_no_page_counts_articles_where_families_are_counted(visitor: Visitor, path: str) -> None:
    page = visitor.open(path, count="families", **({"q": "Sora"} if path == "facts" else {}))
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("families").or_(main.locator("text", has_text="families")).first).to_be_attached()
    expect(main.get_by_text(re.compile(r"\d articles?\b"))).to_have_count(0)


@pytest.mark.parametrize(("path", "panel"), [("market_size", "sizes"), ("disagreements", "life"), ("sentiment", "over_time")])
def test_releases_stand_on_every_axis_of_time(visitor: Visitor, path: str, panel: str) -> None:
    chart = visitor.open(path).locator(f".st-key-panel_{panel} .js-plotly-plot").first
    expect(chart.locator("text", has_text=shipped.often_released()).first).to_be_attached()


def test_origins_are_counted_in_captions(visitor: Visitor) -> None:
    main = visitor.open("market_size", count="origins").get_by_test_id("stMain")
    expect(main.get_by_text("independent origin").first).to_be_visible()


@pytest.mark.parametrize(
    ("words", "parameter", "value"),
    [("Counts", "measure", "counted"), ("Week", "step", "week"), ("Companies", "attend", "company")],
)
def test_what_attention_is_measured_by_is_in_the_address(visitor: Visitor, words: str, parameter: str, value: str) -> None:
    page = visitor.open("attention")
    choose(page, words)
    visitor.settle()
    assert visitor.query()[parameter] == [value]
    expect(page.locator(".js-plotly-plot").first).to_be_visible()


def test_peaks_carry_their_event_and_releases_stand_on_the_axis(visitor: Visitor) -> None:
    page = visitor.open("attention")
    chart = page.locator(".js-plotly-plot").first
    expect(chart.get_by_text("▾").first).to_be_visible()
    expect(chart.locator("text", has_text=shipped.often_released()).first).to_be_visible()


def test_a_bar_lists_the_articles_behind_it(visitor: Visitor) -> None:
    page = visitor.open("attention")
    bar = page.locator(".js-plotly-plot .bars .point").first
    bar.scroll_into_view_if_needed()
    place = bar.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_grid_shows_who_never_names_whom(visitor: Visitor) -> None:
    page = visitor.open("attention")
    grid = page.locator(".js-plotly-plot").nth(1)
    grid.scroll_into_view_if_needed()
    expect(grid.get_by_text("✕", exact=True).or_(grid.get_by_text("·", exact=True)).first).to_be_visible()
    expect(page.get_by_text("A cross: it never names it")).to_be_visible()
