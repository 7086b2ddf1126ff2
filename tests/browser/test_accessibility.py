"""axe-core finds nothing on any page but what Streamlit breaks by itself, which docs/accessibility.md lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import Violation, violations
from tests.browser.server import ROOT, Server
from tests.browser.visit import DESKTOP, PAGES, PHONE, Visitor

ROWS = re.findall(r"^\| ([a-z-]+) \| (st\w+|document) \|", (ROOT / "docs/accessibility.md").read_text(encoding="utf-8"), re.M)
STREAMLITS_OWN = set(ROWS)


def views(page: Page) -> Iterator[str]:
    """Show one page in both themes on a desktop and on a phone."""
    for width, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
        for scheme in ("light", "dark"):
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            # The colours change over a third of a second; a contrast measured on the way is nobody's.
            page.wait_for_timeout(700)
            yield f"{width}, {scheme}"


def found_in_all_views(page: Page) -> dict[str, list[Violation]]:
    return {view: violations(page) for view in views(page)}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_axe(visitor: Visitor, path: str) -> None:
    found = found_in_all_views(visitor.open(path))
    ours = {view: [one for one in broken if (one.rule, one.element) not in STREAMLITS_OWN] for view, broken in found.items()}
    assert {view: broken for view, broken in ours.items() if broken} == {}


def test_what_is_put_down_to_streamlit_fails_on_a_page_without_our_code(browser: Browser, bare_site: Server) -> None:
    with Visitor.arriving(browser, bare_site) as visitor:
        found = found_in_all_views(visitor.open())
    assert {(one.rule, one.element) for broken in found.values() for one in broken} == STREAMLITS_OWN
