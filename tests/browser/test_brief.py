"""The brief, opened from disk without a network: nothing leaves, charts respond, references lead there and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from presslens.dashboard.brief.command import write
from presslens.dashboard.brief.templates import TEMPLATES
from tests.browser import shipped
from tests.browser.visit import Visitor


@pytest.fixture(scope="module", params=list(TEMPLATES))
def brief(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    asked = {"outlet": [shipped.outlet()]} if request.param == "outlet" else {}
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    file.write_bytes(write(request.param, "zh", asked, shipped.DATA))
    context = browser.new_context(offline=True)
    page = context.new_page()
    asking: list[str] = []
    page.on("request", lambda request: asking.append(request.url))
    page.on("pageerror", lambda error: asking.append(str(error)))
    page.goto(file.as_uri())
    page.locator("body[data-drawn]").wait_for()
    yield page
    # Plotly makes pictures of its own parts; everything else would be a request.
    assert [url for url in asking if not url.startswith(("blob:", "data:"))] == [file.as_uri()]
    context.close()


def test_charts_respond(brief: Page) -> None:
    charts = brief.locator(".js-plotly-plot")
    assert charts.count() >= 1
    mark = charts.first.locator(".trace .point, .points path").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    brief.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(charts.first.locator(".hoverlayer .hovertext")).to_have_count(1)


def test_references_lead_there_and_back(brief: Page) -> None:
    brief.locator("main .cite a").first.click()
    expect(brief.locator("#references li:target")).to_be_visible()
    brief.locator("#references li:target .back a").first.click()
    expect(brief.locator("main .cite a:target")).to_be_visible()


def test_it_prints_on_a4(brief: Page) -> None:
    printed = brief.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    # 210 by 297 mm in points.
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed


def test_no_chart_is_wider_than_the_paper(brief: Page) -> None:
    brief.emulate_media(media="print")
    widths = brief.locator(".chart").evaluate_all("charts => charts.map(chart => chart.getBoundingClientRect().width)")
    brief.emulate_media(media="screen")
    assert max(widths) <= 680


def test_the_page_hands_it_out(visitor: Visitor) -> None:
    page = visitor.open("brief", topic="market")
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Make the brief").click()
    assert arriving.value.suggested_filename == "presslens-market-brief-en.html"
    assert "with figures on" in Path(arriving.value.path()).read_text(encoding="utf-8")
