"""A reader with a browser: opens addresses, waits until Streamlit has drawn, and notes what should never happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request

from tests.browser.server import Server

PAGES = (
    "",
    "tour",
    "market_size",
    "chips_and_funding",
    "compare_models",
    "disagreements",
    "sentiment",
    "attention",
    "words",
    "articles",
    "facts",
    "review",
    "brief",
    "add_articles",
    "method",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
TABLET = {"width": 768, "height": 1024}
# On a page's own address Streamlit's client first asks for its server below that address, and is told 404.
STREAMLITS_PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")
SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid="stMain"] h1')
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]');
}"""


@dataclass
class Visitor:
    """One browser profile on one server, with the errors it logged and the other machines it asked for something."""

    page: Page
    server: Server
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def arriving(cls, browser: Browser, server: Server, **profile: Any) -> Iterator[Visitor]:
        """Open a fresh profile (English, desktop, light unless told otherwise); leaving checks what it has noted."""
        context = browser.new_context(**{"locale": "en-GB", "viewport": DESKTOP, "color_scheme": "light", **profile})
        visitor = cls(context.new_page(), server)
        context.on("request", visitor._watch)
        context.on("page", visitor._listen)
        visitor._listen(visitor.page)
        try:
            yield visitor
            visitor.start_over()
        finally:
            context.close()

    def start_over(self) -> None:
        """Check what was noted, then leave the tab as a new one, but with Streamlit's own scripts in its cache."""
        errors, strangers, self.errors, self.strangers = self.errors, self.strangers, [], []
        self.page.goto("about:blank")
        self.page.set_viewport_size(DESKTOP)
        self.page.emulate_media(color_scheme="light")
        self.page.context.clear_cookies()
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        assert not errors, f"the browser logged {errors}"
        assert not strangers, f"the browser asked {strangers}"

    def open(self, path: str = "", **query: object) -> Page:
        """Go to a page by its address and wait until it is drawn; a list gives a parameter several times."""
        self.page.goto(self.address(path, **query))
        self.settle()
        if "fact" in query:
            # The panel opens after the page is drawn: a key pressed before that would reach the page alone.
            self.page.get_by_role("dialog").wait_for()
        return self.page

    def address(self, path: str = "", **query: object) -> str:
        """Write the address of a page with its filters."""
        return f"{self.server.url}/{path}" + ("?" + urlencode(query, doseq=True) if query else "")

    def query(self, page: Page | None = None) -> dict[str, list[str]]:
        """Read the parameters in a page's address."""
        return parse_qs(urlsplit((page or self.page).url).query)

    def settle(self, page: Page | None = None) -> Page:
        """Wait until the script has run and its page is drawn."""
        page = page or self.page
        # A click reaches the server a moment later: without the pause the state before it would pass as settled.
        page.wait_for_timeout(150)
        page.wait_for_function(SETTLED, timeout=60_000)
        return page

    def _listen(self, page: Page) -> None:
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        if message.type == "error" and not STREAMLITS_PROBE.search(url):
            self.errors.append(f"{message.text} {url}")

    def _watch(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname != "localhost" and address.scheme not in ("data", "blob"):
            self.strangers.append(request.url)


def heading(page: Page) -> Locator:
    """Find the page's title."""
    return page.get_by_test_id("stMain").locator("h1")


def navigation(page: Page) -> Locator:
    """Find the links to all pages."""
    return page.get_by_test_id("stSidebar").get_by_role("navigation").get_by_role("link")


def go_to(page: Page, title: str) -> None:
    """Follow the navigation to another page."""
    navigation(page).get_by_text(title, exact=True).click()
