"""The comparison of models on the shipped data: values, whose word, conditions, age, and what is not reported."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import shipped
from tests.browser.visit import Visitor

COMPARED = shipped.models(4)


def test_two_to_six_models_stand_side_by_side_and_the_address_names_them(visitor: Visitor) -> None:
    page = visitor.open("compare_models", compare=COMPARED[:2])
    main = page.get_by_test_id("stMain")
    for model in COMPARED[:2]:
        # Once per property.
        expect(main.get_by_text(model, exact=True).first).to_be_visible()
    page.get_by_role("combobox", name="Models to compare").fill(COMPARED[2])
    page.get_by_role("option", name=COMPARED[2], exact=True).click()
    page.keyboard.press("Escape")
    visitor.settle()
    assert visitor.query()["compare"] == COMPARED[:3]


def test_a_value_of_a_cell_opens_its_evidence(visitor: Visitor) -> None:
    page = visitor.open("compare_models")
    page.get_by_test_id("stMain").get_by_role("button", name="article").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("How it was read")


def test_what_nobody_reports_and_what_is_reported_as_undisclosed_are_told_apart(visitor: Visitor) -> None:
    model = shipped.model_with_something_undisclosed()
    others = [name for name in COMPARED if name != model]
    main = visitor.open("compare_models", compare=[model, *others]).get_by_test_id("stMain")
    expect(main.get_by_text("reported as undisclosed").first).to_be_visible()
    expect(main.get_by_text("not reported", exact=True).first).to_be_visible()


def test_a_clip_that_was_shown_stands_apart_from_a_stated_maximum(visitor: Visitor) -> None:
    main = visitor.open("compare_models", compare=[shipped.model_with_a_clip_shown()]).get_by_test_id("stMain")
    expect(main.get_by_text("a clip that was shown", exact=True).first).to_be_visible()
    expect(main.get_by_text("stated maximum", exact=True).first).to_be_visible()


@pytest.mark.parametrize(("months", "some"), [("3", True), ("24", False)])
def test_cells_are_marked_as_stale_after_as_long_as_the_reader_says(visitor: Visitor, months: str, some: bool) -> None:
    marks = visitor.open("compare_models", compare=[COMPARED[0]], stale=months).get_by_text("stale:")
    if some:
        expect(marks.first).to_be_visible()
    else:
        expect(marks).to_have_count(0)


def test_the_table_of_outlets_opens_the_evidence_of_a_row(visitor: Visitor) -> None:
    page = visitor.open("compare_models")
    table = page.locator(".st-key-outlets_say_grid")
    table.scroll_into_view_if_needed()
    table.locator("canvas").first.click(position={"x": 45, "y": 52}, force=True)
    expect(page.get_by_role("dialog")).to_contain_text("How it was read")
