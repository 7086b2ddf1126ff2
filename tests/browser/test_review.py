"""A reader's verdict changes what is on screen, is counted, and travels in a file."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import shipped
from tests.browser.visit import PHONE, Visitor, go_to, heading

FACT = shipped.market_size_fact()


def judge(page: Page, verdict: str) -> None:
    panel = page.get_by_role("dialog")
    panel.get_by_role("radio", name=verdict, exact=True).click()
    expect(panel.get_by_role("radio", name=verdict, exact=True)).to_be_checked()


def close(visitor: Visitor) -> Page:
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    return visitor.settle()


def test_a_rejected_figure_leaves_the_page_and_that_is_said(visitor: Visitor) -> None:
    judge(visitor.open("market_size", fact=FACT["fact_id"]), "Reject")
    page = close(visitor)
    expect(page.get_by_test_id("stMain").get_by_text("1 figure that you rejected is left out.")).to_be_visible()
    go_to(page, "Facts")
    expect(heading(visitor.settle())).to_have_text("Facts")
    expect(page.get_by_test_id("stMain").get_by_text("1 figure that you rejected is left out.")).to_be_visible()


def test_captions_count_what_was_reviewed_and_a_switch_shows_only_that(visitor: Visitor) -> None:
    judge(visitor.open("market_size", fact=FACT["fact_id"]), "Accept")
    page = close(visitor)
    expect(page.get_by_test_id("stMain").get_by_text("1 of").first).to_contain_text("reviewed.")
    page.get_by_test_id("stSidebar").get_by_text("Only what I accepted").click()
    visitor.settle()
    expect(page.get_by_test_id("stMain").get_by_text("Only figures that you accepted are shown.")).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_text("1 of 1 reviewed.").first).to_be_visible()
    assert visitor.query()["accepted"] == ["true"]


def test_a_ledger_is_saved_forgotten_and_loaded_again(visitor: Visitor, tmp_path: Path) -> None:
    judge(visitor.open("facts", fact=FACT["fact_id"]), "Accept")
    page = close(visitor)
    go_to(page, "Your review")
    visitor.settle()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the ledger").click()
    file = tmp_path / "ledger.json"
    saving.value.save_as(file)
    entry = json.loads(file.read_text(encoding="utf-8"))["entries"][0]
    assert (entry["fact_id"], entry["verdict"], entry["surface"]) == (FACT["fact_id"], "accepted", FACT["surface"])
    page.get_by_role("button", name="Forget it all").click()
    expect(page.get_by_text("You have not reviewed anything yet")).to_be_visible()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(page.get_by_text("1 of").first).to_contain_text("reviewed.")


def test_a_file_that_is_no_ledger_is_refused(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open("review")
    (tmp_path / "other.json").write_text("[1, 2, 3]")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(tmp_path / "other.json")
    expect(page.get_by_text("The file is no ledger of Presslens.")).to_be_visible()


def test_a_row_of_the_facts_page_is_rejected_with_one_click(visitor: Visitor) -> None:
    page = visitor.open("facts")
    page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 591, "y": 52}, force=True)
    expect(page.get_by_test_id("stMain").get_by_text("1 figure that you rejected is left out.")).to_be_visible()


def test_a_list_beside_a_figure_leaves_out_what_was_rejected_and_says_so(visitor: Visitor) -> None:
    page = visitor.open("compare_models", compare=[shipped.often_released()])
    value = page.get_by_test_id("stMain").get_by_role("button", name="articles").first
    value.click()
    panel = page.get_by_role("dialog")
    panel.locator("[class*='st-key-same_'] button").first.click()
    visitor.settle()
    judge(page, "Reject")
    close(visitor)
    value.click()
    expect(page.get_by_role("dialog")).to_contain_text("Not listed here: 1 figure. You rejected them.")


def test_on_a_phone_the_figure_stands_before_what_is_said_of_it(visitor: Visitor) -> None:
    visitor.page.set_viewport_size(PHONE)
    page = visitor.open("facts")
    heads = page.get_by_test_id("stDataFrame").first.locator("[role=columnheader]")
    expect(heads.first).to_be_attached()
    named = [name.strip() for name in heads.all_text_contents()]
    assert named[:3] == ["Evidence", "Value", "As printed"]
    assert "Accept" not in named[:4]
