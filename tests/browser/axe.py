"""Runs axe-core in a page and names what it finds by rule and by the Streamlit element it was found in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => {
    const found = document.querySelector(node.target[0]);
    // Text stands in a Markdown container wherever it is; what that container stands in tells more.
    const parent = found && found.closest('[data-testid]:not([data-testid="stMarkdownContainer"])');
    return [rule.id, parent ? parent.dataset.testid : 'document', node.html.slice(0, 160)];
}))"""


class Violation(NamedTuple):
    """A rule that an element breaks: the element by the `data-testid` Streamlit gives it, and its HTML to find it by."""

    rule: str
    element: str
    html: str


def violations(page: Page) -> list[Violation]:
    """Check a page against all of axe-core's rules."""
    page.evaluate(SCRIPT)
    return [Violation(*found) for found in page.evaluate(RUN)]
