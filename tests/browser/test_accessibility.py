"""axe-core finds nothing on any page but what Streamlit breaks by itself, which docs/accessibility.md lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import shipped
from tests.browser.axe import Violation, violations
from tests.browser.server import ROOT, Server
from tests.browser.visit import DESKTOP, PAGES, PHONE, TABLET, Visitor

ROWS = re.findall(r"^\| ([a-z-]+) \| (\w[\w-]+) \|", (ROOT / "docs/accessibility.md").read_text(encoding="utf-8"), re.M)
STREAMLITS_OWN = set(ROWS)


def views(page: Page) -> Iterator[str]:
    """Show one page in both themes on a desktop, a tablet and a phone."""
    for width, viewport in (("desktop", DESKTOP), ("tablet", TABLET), ("phone", PHONE)):
        for scheme in ("light", "dark"):
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            # The colours change over a third of a second; a contrast measured on the way is nobody's.
            page.wait_for_timeout(700)
            yield f"{width}, {scheme}"


def found_in_all_views(page: Page) -> set[tuple[str, Violation]]:
    return {(view, one) for view in views(page) for one in violations(page)}


def ours(found: set[tuple[str, Violation]]) -> str:
    """List what is left when Streamlit's own is taken away, one to a line."""
    left = sorted((one, view) for view, one in found if (one.rule, one.element) not in STREAMLITS_OWN)
    return "\n".join(f"{one.rule} in {one.element} ({view}): {one.html}" for one, view in left)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_axe(visitor: Visitor, path: str, language: str) -> None:
    assert ours(found_in_all_views(visitor.open(path, lang=language))) == ""


def test_an_open_evidence_panel_breaks_no_rule_of_axe(visitor: Visitor) -> None:
    page = visitor.open("facts", fact=shipped.market_size_fact()["fact_id"])
    expect(page.get_by_role("dialog")).to_contain_text("As printed")
    assert ours(found_in_all_views(page)) == ""


def test_what_is_put_down_to_streamlit_fails_on_a_page_without_our_code(browser: Browser, bare_site: Server) -> None:
    with Visitor.arriving(browser, bare_site) as visitor:
        found = found_in_all_views(visitor.open())
    assert STREAMLITS_OWN - {(one.rule, one.element) for _, one in found} == set()
