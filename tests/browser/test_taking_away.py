"""What a reader takes away in a real browser: files, pictures, and what she added herself."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import shipped
from tests.browser.test_add_articles import ARTICLE, paste
from tests.browser.visit import Visitor, go_to

SCALE = 2
WIDTH_PX = 1000


def take(page: Page, panel: str, kind: str) -> bytes:
    """Open a panel's menu and press one of its buttons; give the file that arrives."""
    menu = page.locator(f".st-key-panel_{panel}").get_by_test_id("stPopoverButton").first
    menu.scroll_into_view_if_needed()
    menu.click()
    button = page.get_by_role("button", name=kind, exact=True)
    expect(button).to_be_visible()
    with page.expect_download() as arriving:
        button.click()
    return Path(arriving.value.path()).read_bytes()


def test_a_table_arrives_as_csv_with_the_rows_that_are_shown(visitor: Visitor) -> None:
    page = visitor.open("facts", outlet=shipped.outlet(), lang="zh")
    content = take(page, "facts", "CSV")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert "数值" in rows[0]
    expect(page.get_by_text(f"{len(rows) - 1}个数字", exact=True)).to_be_visible()


def test_everything_arrives_in_one_zip(visitor: Visitor) -> None:
    with zipfile.ZipFile(io.BytesIO(take(visitor.open("market_size"), "sizes", "All, with sources (zip)"))) as archive:
        assert {Path(name).suffix for name in archive.namelist()} == {".csv", ".xlsx", ".json", ".parquet", ".md"}
        assert visitor.server.url in archive.read("README.md").decode()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_chart_arrives_as_a_picture_of_one_size_on_any_screen(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 900})
    page = visitor.open("market_size")
    page.locator(".st-key-panel_sizes .main-svg").first.wait_for()
    content = take(page, "sizes", "PNG")
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (WIDTH_PX * SCALE,)


def test_a_picture_carries_title_and_source_in_chinese(visitor: Visitor) -> None:
    page = visitor.open("market_size", lang="zh")
    page.locator(".st-key-panel_sizes .main-svg").first.wait_for()
    drawn = take(page, "sizes", "SVG").decode()
    title = page.locator(".st-key-panel_sizes h2").first.inner_text()
    assert title[:6] in drawn
    assert "历年市场规模" in drawn
    assert "数据版本" in drawn
    assert "PingFang SC" in drawn


def test_the_word_cloud_arrives_with_its_own_letters(visitor: Visitor) -> None:
    page = visitor.open("words")
    page.locator(".st-key-panel_cloud img").first.wait_for()
    drawn = take(page, "cloud", "SVG")
    assert b"<svg" in drawn
    assert b"@font-face" in drawn


def test_what_a_reader_added_is_in_what_she_takes_away(visitor: Visitor) -> None:
    page = paste(visitor, ARTICLE)
    expect(page.get_by_text("1 article read")).to_be_visible(timeout=30_000)
    go_to(page, "Facts")
    visitor.settle()
    search = page.get_by_test_id("stMain").get_by_role("textbox", name="Search")
    search.fill("测试日报")
    search.press("Enter")
    visitor.settle()
    told = take(page, "facts", "CSV").decode("utf-8-sig")
    assert "测试日报" in told
    assert "45秒" in told
