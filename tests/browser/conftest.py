"""Fixtures of the browser tests: one Chromium, one server and one tab for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import Server, serve
from tests.browser.visit import Visitor

HERE = Path(__file__).parent

# A busy machine draws slowly; a page that is wrong stays wrong for as long as one cares to wait.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find() or pytest.fail(NONE_FOUND)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Server]:
    with serve() as server:
        yield server


@pytest.fixture(scope="session")
def bare_site() -> Iterator[Server]:
    with serve(HERE / "bare_streamlit.py", folder=HERE, more="--browser.gatherUsageStats=false") as server:
        yield server


@pytest.fixture(scope="session")
def resident(browser: Browser, site: Server) -> Iterator[Visitor]:
    with Visitor.arriving(browser, site) as visitor:
        yield visitor


@pytest.fixture
def visitor(resident: Visitor) -> Iterator[Visitor]:
    """A reader in a new session; when the test ends, her browser must have seen no error and asked no other machine."""
    yield resident
    resident.start_over()
