"""On the page Sentiment every sentence opens its evidence, a square of the grid its sentences, and the switch stays."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.visit import Visitor


def test_a_sentence_opens_its_evidence(visitor: Visitor) -> None:
    page = visitor.open("sentiment")
    page.get_by_test_id("stMain").get_by_role("button", name="Evidence").first.click()
    for words in ("Words that decided", "Probability of the label", "characters", "Printed by"):
        expect(page.get_by_role("dialog")).to_contain_text(words)


def test_a_square_of_the_grid_lists_its_sentences(visitor: Visitor) -> None:
    page = visitor.open("sentiment")
    grid = page.locator(".js-plotly-plot:has(.heatmaplayer .hm, .heatmaplayer image)").first
    mark = grid.locator(".trace.scatter .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    # The chart listens on a layer above its marks, so it is the place that is clicked, not the mark.
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.get_by_text(re.compile(r"All outlets on .+ sentences:"))).to_be_visible()


def test_quoted_speakers_stay_chosen_in_the_address(visitor: Visitor) -> None:
    page = visitor.open("sentiment")
    page.get_by_text("Only what quoted speakers say").click()
    visitor.settle()
    assert visitor.query()["quoted"] == ["true"]
    page = visitor.open("sentiment", quoted="true")
    expect(page.get_by_role("switch", name="Only what quoted speakers say")).to_be_checked()
