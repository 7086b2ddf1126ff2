"""A link to any page with its filters opens rightly, also as the very first request after a start."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text
from tests.browser import shipped
from tests.browser.server import serve
from tests.browser.visit import PAGES, Visitor, heading, navigation


@pytest.mark.parametrize("path", PAGES)
def test_a_deep_link_opens_its_page_on_a_server_that_has_just_started(browser: Browser, path: str) -> None:
    place, chinese = PLACES[path or "overview"], Text("zh")
    with serve() as server, Visitor.arriving(browser, server) as visitor:
        page = visitor.open(path, outlet=shipped.outlet(), lang="zh")
        expect(heading(page)).to_have_text(chinese(place.title))
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.get_by_role("dialog")).to_have_count(0)
        # A link's text begins with the name of its icon.
        links = [words.split()[-1] for words in navigation(page).all_inner_texts()]
        assert links == [chinese(other.title) for other in PLACES.values()]
        chosen = page.get_by_test_id("stSidebar").get_by_role("button", name=shipped.outlet())
        expect(chosen.filter(visible=True)).to_have_count(1)
        assert visitor.query(page)["outlet"] == [shipped.outlet()]
        # The page of the very first run is drawn without the entrypoint; a click on it must reach the next run all the same.
        page.get_by_test_id("stMain").get_by_text("English", exact=True).click()
        expect(heading(page)).to_have_text(place.title)
        expect(page).to_have_title(f"{place.title} · Presslens")
        expect(page.locator("meta[name=description]")).to_have_attribute("content", place.shows)
        assert "Traceback" not in server.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in PAGES if PLACES[path or "overview"].filtered])
def test_a_filter_that_leaves_nothing_is_said_in_one_sentence(visitor: Visitor, path: str) -> None:
    page = visitor.open(path, date=shipped.days_before_everything())
    expect(page.get_by_test_id("stAlert")).to_have_count(1)
    expect(page.get_by_test_id("stAlert")).to_contain_text("No article is")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_page_that_does_not_exist_is_said(visitor: Visitor) -> None:
    page = visitor.open("no_such_page")
    expect(page.get_by_role("dialog")).to_contain_text("Page not found")
    # Streamlit's client writes the same to the console.
    visitor.errors.clear()


@pytest.mark.parametrize(
    "query",
    [
        {"outlet": "<img src=x onerror=alert(1)>"},
        {"date": ["soon", "2024-99-99"]},
        {"date": "1900-01-01"},
        {"topic": "=1+1", "model": "$x^2$"},
        {"lang": "tlh"},
        {"fact": "../../etc/passwd"},
    ],
    ids=str,
)
def test_junk_in_the_address_does_no_harm(visitor: Visitor, query: dict[str, object]) -> None:
    page = visitor.open("facts", **query)
    expect(heading(page)).to_have_text("Facts")
    expect(page.get_by_test_id("stException")).to_have_count(0)
