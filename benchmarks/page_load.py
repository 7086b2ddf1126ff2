"""Measures how long the landing page takes and what memory the server holds, against an empty Streamlit page in the same run.

    .venv/bin/python -m benchmarks.page_load [--visits 5] [--page market_size]

Each visit has a fresh browser profile, so that nothing comes from its cache; visits to the two servers alternate. Seconds count
from navigation; the first content is the page's heading and, on the landing page, its first figure.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import resident_megabytes, serve

HEADING = '[data-testid="stMain"] h1'
FIGURE = "#count-articles"
CHART = ".js-plotly-plot .main-svg"
MEMORY_TARGET_MEGABYTES = 250


# Asking from outside would come too late while the page is busy, so the page itself notes when it first paints each element.
NOTE_FIRST_PAINTS = """selectors => {
    window.painted = {};
    const look = () => {
        for (const [name, selector] of Object.entries(selectors))
            if (!(name in window.painted) && document.querySelector(selector)) window.painted[name] = performance.now() / 1000;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


def seconds_until(browser: Browser, url: str, selectors: dict[str, str]) -> dict[str, float]:
    """Visit a page with a fresh profile and take the seconds from navigation until each selector is first painted."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(f"({NOTE_FIRST_PAINTS})({json.dumps(selectors)})")
        page.goto(url, wait_until="commit")
        page.wait_for_function(f"() => Object.keys(window.painted ?? {{}}).length === {len(selectors)}", timeout=60_000)
        return dict(page.evaluate("window.painted"))


def main() -> None:
    """Run both servers, visit them in turn, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--visits", type=int, default=5)
    options.add_argument("--page", default="", help="the page to visit, by its address; the landing page by default")
    chosen = options.parse_args()
    ours_until = (
        {"heading": HEADING, "charts": CHART} if chosen.page else {"heading": HEADING, "figure": FIGURE, "charts": CHART}
    )

    with ExitStack() as stack:
        empty_script = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "empty.py"
        empty_script.write_text('import streamlit as st\n\nst.title("Empty")\n', encoding="utf-8")
        empty, ours = stack.enter_context(serve(empty_script)), stack.enter_context(serve())
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find() or options.exit(1, NONE_FOUND), args=FLAGS)
        url = f"{ours.url}/{chosen.page}"

        idle = resident_megabytes(ours.pid)
        cold_empty = seconds_until(browser, empty.url, {"heading": HEADING})["heading"]
        cold_ours = seconds_until(browser, url, ours_until)
        after_first = resident_megabytes(ours.pid)

        visits_empty, visits_ours = [], []
        for _ in range(chosen.visits):
            visits_empty.append(seconds_until(browser, empty.url, {"heading": HEADING})["heading"])
            visits_ours.append(seconds_until(browser, url, ours_until))
        browser.close()

    base = statistics.median(visits_empty)
    print(f"median of {chosen.visits} visits, fresh profile each")
    print(f"  empty Streamlit page   heading {base:5.2f} s   (first visit after the start {cold_empty:.2f} s)")
    for name in ours_until:
        median = statistics.median(visit[name] for visit in visits_ours)
        print(
            f"  /{chosen.page or '':<22}{name:<8}{median:5.2f} s   {median / base:.2f} x empty"
            f"   (first visit after the start {cold_ours[name]:.2f} s)"
        )
    verdict = "within" if after_first <= MEMORY_TARGET_MEGABYTES else "over"
    print(f"server memory: {idle:.0f} MB idle, {after_first:.0f} MB after the first session")
    print(f"  {verdict} the target of {MEMORY_TARGET_MEGABYTES} MB")


if __name__ == "__main__":
    main()
