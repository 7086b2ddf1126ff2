"""Who says otherwise, in a real browser: contradictions open their evidence, and arithmetic stands beside its figure."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import shipped
from tests.browser.test_evidence import panel
from tests.browser.visit import Visitor


def main(page: Page):
    return page.get_by_test_id("stMain")


def test_each_value_of_a_contradiction_opens_its_evidence(visitor: Visitor) -> None:
    page = visitor.open("disagreements")
    card = page.locator(".st-key-panel_contradictions")
    expect(card).to_contain_text("independent origin")
    card.locator("[class*='st-key-value_'] button").first.click()
    expect(panel(page)).to_contain_text("Other values printed for the same")
    assert len(visitor.query()["fact"]) == 1


def test_a_mark_on_a_card_opens_its_evidence(visitor: Visitor) -> None:
    page = visitor.open("disagreements")
    mark = page.locator(".st-key-panel_contradictions .js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(panel(page)).to_contain_text("As printed")


@pytest.mark.parametrize("section", ["Arithmetic, done again", "How forecasts moved", "The life of a claim"])
def test_the_page_shows(visitor: Visitor, section: str) -> None:
    expect(main(visitor.open("disagreements"))).to_contain_text(section)


def test_the_claim_that_is_followed_is_in_the_address(visitor: Visitor) -> None:
    thing, measure = shipped.told_often()
    page = visitor.open("disagreements", claim=thing)
    expect(main(page)).to_contain_text(f"{measure}: every value printed")
    expect(main(page)).to_contain_text("First seen on")


def test_the_page_says_how_little_there_is_to_compare_of_forecasts(visitor: Visitor) -> None:
    page = visitor.open("disagreements")
    expect(main(page)).to_contain_text("told on more than one day")
    expect(page.locator(".st-key-panel_vintages")).to_contain_text("a mark alone is said once")


def test_a_self_check_stands_beside_its_figure_with_the_arithmetic(visitor: Visitor) -> None:
    fact, formula = shipped.checked_fact()
    page = visitor.open("facts", fact=fact)
    expect(panel(page)).to_contain_text("Growth per year")
    expect(panel(page).locator("code").filter(has_text="=").first).to_contain_text(formula)


@pytest.mark.parametrize("form", ["GB/T 7714-2015", "BibTeX", "Plain words"])
def test_a_citation_can_be_copied_in(visitor: Visitor, form: str) -> None:
    page = visitor.open("facts", fact=shipped.market_size_fact()["fact_id"])
    panel(page).get_by_role("tab", name=form).click()
    expect(panel(page).get_by_role("tabpanel").get_by_test_id("stCode").locator("visible=true")).to_have_count(1)


def test_a_mark_that_stands_for_articles_lists_them_and_its_link_opens_on_them(visitor: Visitor) -> None:
    page = visitor.open("words")
    mark = page.locator(".st-key-panel_top .js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 5, place["y"] + place["height"] / 2)
    expect(panel(page)).to_contain_text("articles")
    expect(panel(page)).to_contain_text("outlet")
    said = panel(page).get_by_role("paragraph").first.inner_text()
    page.goto(page.url)
    visitor.settle()
    expect(panel(page)).to_contain_text(said)


def test_the_figures_of_an_article_lead_back_to_the_list(visitor: Visitor) -> None:
    page = visitor.open("words")
    mark = page.locator(".st-key-panel_top .js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 5, place["y"] + place["height"] / 2)
    panel(page).locator("[class*='st-key-figures_of_'] button:not([disabled])").first.click()
    expect(panel(page)).to_contain_text("As printed")
    panel(page).get_by_role("button", name="Back to the articles").click()
    expect(panel(page)).to_contain_text("outlet")
    assert "mark" in visitor.query()
