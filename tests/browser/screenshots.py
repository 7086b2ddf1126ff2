"""Takes a picture of every page in both languages, both themes and two widths.

    python -m tests.browser.screenshots [--only sentiment words] [--overview docs/images/overview.png]

The pictures go to test-results/screenshots/, which git ignores; `--overview` takes only the picture in the README.
The window is made as tall as the page, so that a picture shows all of it.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import ROOT, serve
from tests.browser.visit import DESKTOP, PAGES, PHONE, Visitor

FOLDER = ROOT / "test-results/screenshots"
TALLEST = 8_000
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
WIDTHS = {"desktop": DESKTOP, "phone": PHONE}
README_SIZE = {"width": 1440, "height": 1000}


def drawn(page: Page) -> None:
    """Wait until charts and tables, which are drawn after the page is, stand still."""
    page.wait_for_timeout(1_500)


def whole_page(visitor: Visitor, path: str, width: int, target: Path) -> None:
    """Picture one page from top to bottom."""
    visitor.page.set_viewport_size({"width": width, "height": 900})
    page = visitor.open(path)
    drawn(page)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
    drawn(page)
    page.screenshot(path=target)


def main() -> None:
    """Start the dashboard and take the pictures asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="*", default=PAGES, help="pages by their address")
    options.add_argument("--overview", type=Path, help="take only the README's picture, into this file")
    chosen = options.parse_args()
    path = find() or options.exit(1, NONE_FOUND)
    with serve() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        if chosen.overview:
            with Visitor.arriving(browser, server, viewport=README_SIZE) as visitor:
                drawn(visitor.open())
                visitor.page.screenshot(path=chosen.overview)
            return
        for language, theme in itertools.product(LOCALES, ("light", "dark")):
            with Visitor.arriving(browser, server, locale=LOCALES[language], color_scheme=theme) as visitor:
                for name, (width, size) in itertools.product(chosen.only, WIDTHS.items()):
                    target = FOLDER / f"{name or 'overview'}-{language}-{theme}-{width}.png"
                    whole_page(visitor, name, size["width"], target)
                    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
