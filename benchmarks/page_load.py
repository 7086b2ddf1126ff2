"""Measures a page's time, bytes and memory against bare Streamlit pages in the same run.

    .venv/bin/python -m benchmarks.page_load [--visits 5] [--page market_size]

The bare pages are an empty one, and one with a single Plotly chart. Each visit has a fresh browser profile, so that nothing
comes from its cache; visits to the servers alternate. Seconds count from navigation; the first content is the page's heading
and, on the landing page, its first figure. Bytes are all that the browser received until the charts stood.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import Server, resident_megabytes, serve

HEADING = '[data-testid="stMain"] h1'
FIGURE = ".st-key-counts strong"
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


EMPTY = 'import streamlit as st\n\nst.title("Empty")\n'
ONE_CHART = """import plotly.graph_objects as go
import streamlit as st

st.title("One chart")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3])), alt="Three points")
"""


class Visit(NamedTuple):
    """One visit: the seconds until each selector was first painted, and the bytes received until then."""

    seconds: dict[str, float]
    megabytes: float


def visit(browser: Browser, url: str, selectors: dict[str, str]) -> Visit:
    """Visit a page with a fresh profile until every selector is painted."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        received: list[float] = []
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        session.on(
            "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 0.75)
        )
        page.add_init_script(f"({NOTE_FIRST_PAINTS})({json.dumps(selectors)})")
        page.goto(url, wait_until="commit")
        page.wait_for_function(f"() => Object.keys(window.painted ?? {{}}).length === {len(selectors)}", timeout=60_000)
        return Visit(dict(page.evaluate("window.painted")), sum(received) / 1e6)


def median(visits: list[Visit], name: str) -> float:
    """Give the median seconds until a selector was painted."""
    return statistics.median(one.seconds[name] for one in visits)


class Measured(NamedTuple):
    """What was measured, by server: the first visit after the start and all later ones; and our memory in megabytes."""

    first: dict[str, Visit]
    visits: dict[str, list[Visit]]
    idle: float
    after_first: float


def started(stack: ExitStack) -> dict[str, Server]:
    """Start the two bare pages and the dashboard, until the stack is closed."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
    (folder / "chart.py").write_text(ONE_CHART, encoding="utf-8")
    return {
        "empty": stack.enter_context(serve(folder / "empty.py")),
        "chart": stack.enter_context(serve(folder / "chart.py")),
        "ours": stack.enter_context(serve()),
    }


def measure(
    browser: Browser, servers: dict[str, Server], page: str, wanted: dict[str, dict[str, str]], visits: int
) -> Measured:
    """Visit each server once, and then all of them in turn, so that a busy moment of the machine strikes each alike."""
    address = {name: server.url for name, server in servers.items()} | {"ours": f"{servers['ours'].url}/{page}"}
    idle = resident_megabytes(servers["ours"].pid)
    first = {name: visit(browser, address[name], wanted[name]) for name in servers}
    after_first = resident_megabytes(servers["ours"].pid)
    rounds = [{name: visit(browser, address[name], wanted[name]) for name in servers} for _ in range(visits)]
    return Measured(first, {name: [each[name] for each in rounds] for name in servers}, idle, after_first)


def report(told: Measured, until: Iterable[str]) -> None:
    """Print the table: how long each selector of `until` took beside the bare pages, the bytes and the memory."""
    empty, chart = median(told.visits["empty"], "heading"), median(told.visits["chart"], "charts")
    print(f"  empty page {empty:.2f} s until its heading; page with one chart {chart:.2f} s until it")
    for name in until:
        base, of = (chart, "page with one chart") if name == "charts" else (empty, "empty page")
        seconds, first = median(told.visits["ours"], name), told.first["ours"].seconds[name]
        print(f"  {name:<28}{seconds:5.2f} s   {seconds / base:.2f} x {of}   (first visit after the start {first:.2f} s)")
    bytes_of = {name: statistics.median(one.megabytes for one in visits) for name, visits in told.visits.items()}
    print(f"  bytes {bytes_of['ours']:.2f} MB   {bytes_of['ours'] / bytes_of['chart']:.2f} x page with one chart")
    verdict = "within" if told.after_first <= MEMORY_TARGET_MEGABYTES else "over"
    print(f"server memory: {told.idle:.0f} MB idle, {told.after_first:.0f} MB after the first session")
    print(f"  {verdict} the target of {MEMORY_TARGET_MEGABYTES} MB")


def main() -> None:
    """Run the servers, visit them in turn, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--visits", type=int, default=5)
    options.add_argument("--page", default="", help="the page to visit, by its address; the landing page by default")
    chosen = options.parse_args()
    until = {"heading": HEADING, "charts": CHART} if chosen.page else {"heading": HEADING, "figure": FIGURE, "charts": CHART}
    wanted = {"empty": {"heading": HEADING}, "chart": {"heading": HEADING, "charts": CHART}, "ours": until}
    with ExitStack() as stack:
        servers = started(stack)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find() or options.exit(1, NONE_FOUND), args=FLAGS)
        told = measure(browser, servers, chosen.page, wanted, chosen.visits)
        browser.close()
    print(f"median of {chosen.visits} visits to /{chosen.page}, fresh profile each")
    report(told, until)


if __name__ == "__main__":
    main()
