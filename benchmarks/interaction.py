"""Measures what a click costs in the browser: evidence against a full run of the page, a filter against bare Streamlit.

    .venv/bin/python -m benchmarks.interaction [--rounds 7] [--page chips_and_funding]

The bare page is Streamlit's own multiselect with the same models to choose from, beside the very same chart, before and after
the filter, drawn in advance; the two servers take turns. A filter's time runs from the click on its option until the chart on
screen has another number of points. A full run is the same filter's click until the server has run the page; opening evidence
is the click on a mark until the panel stands on screen down to its citation. Medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from presslens.dashboard import data
from presslens.dashboard.charts import chips_and_funding, market_size
from presslens.dashboard.filters import Filters
from presslens.dashboard.text import Text
from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import serve
from tests.browser.visit import SETTLED

EVIDENCE_TARGET, FILTER_TARGET = 0.5, 1.5
PAGES = ("chips_and_funding", "market_size")
POINTS = "(document.querySelector('.js-plotly-plot')?.querySelectorAll('.trace .point').length ?? 0)"
# The page itself notes the moment: asking from outside would come late while it is busy.
NOTE_CHANGE = f"""before => {{
    window.changed = undefined;
    const look = () => {{
        if ({POINTS} !== before && {POINTS} > 0) window.changed = performance.now();
        else requestAnimationFrame(look);
    }};
    requestAnimationFrame(look);
}}"""
NOTE_DONE = """() => {
    window.done = undefined;
    let ran = false;
    const app = document.querySelector('[data-testid="stApp"]');
    const look = () => {
        const running = app.dataset.testScriptState !== 'notRunning';
        ran = ran || running;
        if (ran && !running) window.done = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
NOTE_SHOWN = """wanted => {
    window.shown = undefined;
    const look = () => {
        if (document.querySelector(wanted)) window.shown = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
PANEL = '[role="dialog"] [data-testid="stTabs"]'

BARE = """import json
from pathlib import Path

import streamlit as st

st.title("Bare")
chosen = st.sidebar.multiselect("Models", {options!r})
figures = json.loads(Path({figures!r}).read_text(encoding="utf-8"))
st.plotly_chart(figures["after" if chosen else "before"], key="chart", theme=None, on_select="rerun", alt="Chart")
"""


def figures(page: str) -> tuple[str, list[str], dict[str, object]]:
    """Draw the page's first chart before and after a filter on a model, and give the model, all models and the figures."""
    source, text = data.Source(data.folder(), "bare", "bare"), Text("en")

    def drawn(filters: Filters) -> dict[str, object]:
        facts, checks = source.select("facts", filters), source.select("checks", filters)
        figure = chips_and_funding.money(facts, text) if page == "chips_and_funding" else market_size.sizes(facts, checks, text)
        found: dict[str, object] = json.loads(figure.to_json())
        return found

    before = drawn(Filters())
    for model in source.models:
        after = drawn(Filters.of(models=[model.value]))
        if after["data"] and len(str(after)) < 0.9 * len(str(before)):
            return model.value, [one.value for one in source.models], {"before": before, "after": after}
    raise SystemExit(f"No filter on a model changes the first chart of {page}.")


def choose(page: Page, label: str, value: str) -> Callable[[], None]:
    """Open a multiselect of the sidebar, and give the click on its option of that name."""
    field = page.get_by_test_id("stSidebar").get_by_role("combobox", name=label).last
    field.click()
    field.press_sequentially(value)
    option = page.get_by_role("option").filter(has_text=value).first
    option.wait_for()
    return option.click


def clear(page: Page, url: str) -> None:
    """Go to a page afresh and wait until its chart stands."""
    page.goto(url)
    page.wait_for_function(SETTLED, timeout=60_000)
    page.wait_for_function(f"() => {POINTS} > 0", timeout=60_000)
    page.wait_for_timeout(800)


def timed(page: Page, note: str, argument: object, act: Callable[[], None], moment: str) -> float:
    """Take the milliseconds from an act until the moment that the page notes."""
    page.evaluate(note, argument)
    began = page.evaluate("performance.now()")
    act()
    page.wait_for_function(f"() => window.{moment} !== undefined", timeout=60_000)
    return float(page.evaluate(f"window.{moment}")) - float(began)


def filtered(page: Page, url: str, label: str, value: str) -> float:
    """Take the time from the click on a filter's option until the chart has changed."""
    clear(page, url)
    act = choose(page, label, value)
    return timed(page, NOTE_CHANGE, page.evaluate(POINTS), act, "changed")


def full_run(page: Page, url: str, value: str) -> float:
    """Take the time from the click on a filter's option until the server has run the page."""
    clear(page, url)
    return timed(page, NOTE_DONE, None, choose(page, "Models", value), "done")


def opened(page: Page, url: str) -> float:
    """Take the time from the click on a mark until its evidence is there."""
    clear(page, url)
    mark = page.locator(".js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
    at = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    return timed(page, NOTE_SHOWN, PANEL, lambda: page.mouse.click(*at), "shown")


def measure(browser: Browser, ours: str, bare: str, value: str, rounds: int) -> dict[str, float]:
    """Take turns between the two servers, and give the median of every time."""
    times: dict[str, list[float]] = {name: [] for name in ("bare filter", "our filter", "full run", "evidence")}
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB") as context:
        page = context.new_page()
        for _ in range(rounds + 1):
            times["bare filter"].append(filtered(page, bare, "Models", value))
            times["our filter"].append(filtered(page, ours, "Models", value))
            times["full run"].append(full_run(page, ours, value))
            times["evidence"].append(opened(page, ours))
    # The first round fills the caches of browser and server, and is not counted.
    return {name: statistics.median(every[1:]) for name, every in times.items()}


def main() -> None:
    """Run both servers and print the times and the two ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--page", choices=PAGES, default="chips_and_funding")
    chosen = options.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        drawn = folder / "figures.json"
        value, offered, both = figures(chosen.page)
        drawn.write_text(json.dumps(both), encoding="utf-8")
        script = folder / "bare.py"
        script.write_text(BARE.format(options=offered, figures=str(drawn)), encoding="utf-8")
        bare, ours = stack.enter_context(serve(script)), stack.enter_context(serve())
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find() or options.exit(1, NONE_FOUND), args=FLAGS)
        found = measure(browser, f"{ours.url}/{chosen.page}", bare.url, value, chosen.rounds)
        browser.close()
    for name, time in found.items():
        print(f"  {name:<12} {time:7.0f} ms")
    for name, ratio, target in (
        ("opening evidence / full run", found["evidence"] / found["full run"], EVIDENCE_TARGET),
        ("our filter / bare filter", found["our filter"] / found["bare filter"], FILTER_TARGET),
    ):
        print(f"  {name}: {ratio:.2f}, {'within' if ratio <= target else 'over'} the target of {target}")


if __name__ == "__main__":
    main()
