"""A link shows the same elsewhere, says on which data it was made, and fits into another site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from presslens import history, tables
from tests.browser import shipped
from tests.browser.server import Server, serve
from tests.browser.visit import Visitor

OUTLET = shipped.outlet()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """The dashboard on data built anew: of the market sizes one is gone and one reads differently; and the version before."""
    folder = tmp_path_factory.mktemp("rebuilt")
    for path in shipped.DATA.glob("*.*"):
        shutil.copy(path, folder)
    before = tables.manifest(folder).fingerprint
    history.keep(folder)
    found = {name: tables.read(folder, name) for name in tables.SCHEMAS}
    facts = found["facts"].to_pylist()
    sizes = [fact for fact in facts if fact["metric"] == "market_size"]
    sizes[0]["low"] = sizes[0]["high"] = 123e9
    facts.remove(sizes[1])
    tables.write(folder, {**found, "facts": tables.to_table("facts", facts)})
    with serve(data=folder) as server:
        yield server, before


def test_one_press_copies_the_link_to_what_is_shown(browser: Browser, site: Server) -> None:
    with Visitor.arriving(browser, site, permissions=["clipboard-read", "clipboard-write"]) as visitor:
        page = visitor.open("market_size", outlet=OUTLET, fact=shipped.market_size_fact()["fact_id"])
        page.keyboard.press("Escape")
        visitor.settle()
        page.get_by_role("button", name="Copy link").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Copied")).to_be_visible()
        link = urlsplit(page.evaluate("navigator.clipboard.readText()"))
        version = tables.manifest(shipped.DATA).fingerprint
        assert link.path == "/market_size"
        assert parse_qs(link.query) == {"outlet": [OUTLET], "lang": ["en"], "data": [version]}


def test_the_address_names_the_version_of_the_data(visitor: Visitor) -> None:
    visitor.open("sentiment")
    assert visitor.query()["data"] == [tables.manifest(shipped.DATA).fingerprint]


def test_a_link_made_on_other_data_says_what_changed(browser: Browser, rebuilt: tuple[Server, str]) -> None:
    server, before = rebuilt
    with Visitor.arriving(browser, server) as visitor:
        page = visitor.open("market_size", data=before)
        expect(page.get_by_text("0 new, 1 gone, 1 changed")).to_be_visible()
        assert visitor.query()["data"] == [before]
        page.get_by_role("button", name="Go on with the data shown").click()
        expect(page.get_by_text("This link was made on")).to_have_count(0)
        page.wait_for_url(lambda url: before not in url)


def test_a_link_made_on_data_that_nobody_kept_says_so(visitor: Visitor) -> None:
    page = visitor.open("market_size", data="0123456789abcdef")
    expect(page.get_by_text("what has changed since cannot be told")).to_be_visible()


def embedded(visitor: Visitor, **query: str) -> Page:
    page = visitor.page
    page.goto(visitor.address("market_size", embed="true", **query))
    page.get_by_role("link", name="Open the whole page").wait_for(timeout=60_000)
    return page


def test_a_page_stands_in_another_site_without_its_frame(visitor: Visitor) -> None:
    page = embedded(visitor, outlet=OUTLET)
    expect(page.get_by_text("Showing ")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(0)
    expect(page.get_by_role("button", name="中文")).to_have_count(0)
    whole = page.get_by_role("link", name="Open the whole page").get_attribute("href")
    assert whole is not None
    assert parse_qs(urlsplit(whole).query)["outlet"] == [OUTLET]
    assert "embed" not in whole


def test_one_chart_stands_alone_in_another_site(visitor: Visitor) -> None:
    page = embedded(visitor, panel="sizes")
    expect(page.locator(".js-plotly-plot:visible")).to_have_count(1)
    expect(page.locator("h2:visible")).to_have_count(1)
    expect(page.get_by_text("Showing all")).to_be_hidden()


def test_a_panel_that_is_not_there_is_named(visitor: Visitor) -> None:
    page = embedded(visitor, panel="weather")
    expect(page.get_by_text("This page shows no panel of the name weather now.")).to_be_visible()
