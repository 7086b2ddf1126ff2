"""A reader with a browser: opens addresses, waits until Streamlit has drawn, and notes what should never happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.browser.server import Server

PAGES = (
    "",
    "market_size",
    "chips_and_funding",
    "compare_models",
    "sentiment",
    "words",
    "articles",
    "facts",
    "add_articles",
    "method",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
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
        context.route("**", visitor._admit)
        context.on("page", visitor._listen)
        visitor._listen(visitor.page)
        try:
            yield visitor
        finally:
            context.close()
        assert visitor.errors == []
        assert visitor.strangers == []

    def open(self, path: str = "", **query: object) -> Page:
        """Go to a page by its address and wait until it is drawn; a list gives a parameter several times."""
        self.page.goto(self.address(path, **query))
        return self.settle()

    def address(self, path: str = "", **query: object) -> str:
        """Write the address of a page with its filters."""
        return f"{self.server.url}/{path}" + ("?" + urlencode(query, doseq=True) if query else "")

    def settle(self, page: Page | None = None) -> Page:
        """Wait until the script has run and its page is drawn."""
        page = page or self.page
        # A click reaches the server a moment later: without the pause the state before it would pass as settled.
        page.wait_for_timeout(150)
        page.wait_for_function(SETTLED, timeout=30_000)
        return page

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _admit(self, route: Route) -> None:
        url = route.request.url
        if urlsplit(url).hostname == "localhost" or urlsplit(url).scheme in ("data", "blob"):
            route.continue_()
        else:
            self.strangers.append(url)
            route.abort()
