"""The pictures of docs/instrument.md: what the dashboard answers that a plain chart does not, each on the shipped data.

Taken by `python -m tests.browser.screenshots --instrument`, with everything else that the tool pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser import shipped
from tests.browser.server import ROOT
from tests.browser.visit import DESKTOP, Visitor, go_to

SHOWN = ROOT / "docs/images/instrument"
TALLEST = 1_150
WINDOW_PX = 2_400


@dataclass(frozen=True)
class Shot:
    """One picture: its name, what it shows in a sentence, the page and its query, what is cut out, and what is done before."""

    name: str
    says: str
    path: str
    part: str
    query: Callable[[], Mapping[str, object]] = field(default=dict)
    prepare: Callable[[Visitor], None] = field(default=lambda visitor: None)


# Where the buttons of the first row stand in the table of the page Facts, on a desktop.
ACCEPT, REJECT = {"x": 520, "y": 52}, {"x": 591, "y": 52}


def _judge(visitor: Visitor) -> None:
    """Reject one figure and accept two, as a reader does, then go to the page that keeps it."""
    for place in (REJECT, ACCEPT, {**ACCEPT, "y": 87}):
        visitor.page.get_by_test_id("stDataFrame").first.locator("canvas").first.click(position=place, force=True)
        visitor.settle()
        visitor.page.wait_for_timeout(500)
    go_to(visitor.page, "Your review")
    visitor.settle()


SHOTS = (
    Shot(
        "evidence",
        "Any mark, cell, card or row opens its evidence: the figure as printed, who says the same and who does not, how it was"
        " read, and a citation to copy.",
        "compare_models",
        "[role=dialog]",
        lambda: {"fact": shipped.disputed_fact()},
    ),
    Shot(
        "contradictions",
        "A card for each thing on which articles print values that cannot all be right: how far apart, what may explain it,"
        " and how many independent origins stand behind each value.",
        "disagreements",
        ".st-key-panel_contradictions",
    ),
    Shot(
        "vintages",
        "What was said of a year to come, by the day it was printed, one line per voice; the text says how little of it there"
        " is to compare.",
        "disagreements",
        ".st-key-panel_vintages",
    ),
    Shot(
        "life",
        "The life of a claim: first seen, repeated by whom, and where its number, its hedge or its status changed.",
        "disagreements",
        ".st-key-panel_life",
    ),
    Shot(
        "comparison",
        "Models side by side: every value printed, under which condition, on whose word, when, and whether origins agree;"
        " what nobody reports says so.",
        "compare_models",
        ".st-key-panel_comparison",
    ),
    Shot(
        "attention",
        "Who is named how much, week by week, counted in families; peaks carry their event, and releases stand on the axis.",
        "attention",
        ".st-key-panel_attention",
        lambda: {"count": "families"},
    ),
    Shot(
        "silence",
        "Which outlets never name whom, as a share of what each publishes: a cross where others in its place would have.",
        "attention",
        ".st-key-panel_silence",
    ),
    Shot(
        "search",
        "A two-letter word in traditional characters finds the simplified one and every other name of the same company; each"
        " hit opens its evidence.",
        "facts",
        "[data-testid=stMain]",
        lambda: {"q": "英偉達"},
    ),
    Shot(
        "ledger",
        "What a reader accepts, rejects, merges or notes is kept for the visit, saved as a small file, and applied by a build.",
        "facts",
        "[data-testid=stMain]",
        prepare=_judge,
    ),
    Shot(
        "self_checks",
        "Arithmetic done again wherever an article prints a result beside its parts, what does not add up first.",
        "disagreements",
        ".st-key-panel_sums",
    ),
)


def take(visitor: Visitor, shot: Shot, width: int, target: Path) -> None:
    """Picture one of the SHOTS in a window so wide, cut off where it gets too long to show anything more."""
    # On a phone the menu is out of sight: what is done first is done on a desktop.
    visitor.page.set_viewport_size(DESKTOP)
    visitor.page.goto("about:blank")
    visitor.open(shot.path, **shot.query())
    shot.prepare(visitor)
    visitor.page.set_viewport_size({"width": width, "height": WINDOW_PX if shot.part != "[role=dialog]" else TALLEST})
    # The bar above the page would cover the head of what is cut out.
    visitor.page.add_style_tag(content="[data-testid=stHeader] {visibility: hidden !important}")
    visitor.page.wait_for_timeout(1_500)
    part = visitor.page.locator(shot.part).first
    part.screenshot(path=target)
    _cut(target, _left_over(visitor.page, part))


def _left_over(page: Page, part: Locator) -> int:
    """Tell where the last thing stands that a page draws: below it, the window is empty."""
    ends = part.evaluate("""element => Math.max(...[...element.querySelectorAll('*')].map(one => one.getBoundingClientRect())
        .filter(box => box.height > 0 && box.height < 2000).map(box => box.bottom)) - element.getBoundingClientRect().top""")
    return round(float(ends)) + 16


def _cut(path: Path, end: int) -> None:
    with Image.open(path) as picture:
        shown = picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, end, TALLEST)))
    shown.save(path)


def into_docs(folder: Path) -> None:
    """Put the light desktop pictures into docs, small enough for a repository, with the page that shows them."""
    SHOWN.mkdir(parents=True, exist_ok=True)
    lines = [
        "# What the instrument answers",
        "",
        "Who says so, who says otherwise, and is it one voice or ten: each answer is one click away, on every page. The",
        "pictures are of the shipped data, without the articles' text; `make screenshots` takes them anew.",
        "",
    ]
    for shot in SHOTS:
        with Image.open(folder / f"instrument-{shot.name}-light-desktop.png") as picture:
            shown = picture.convert("RGB")
            shown.thumbnail((900, 2_000))
            shown.save(SHOWN / f"{shot.name}.webp", quality=60, method=6)
        title = shot.name.replace("_", " ").capitalize()
        lines += [f"## {title}", "", shot.says, "", f"![{title}](images/instrument/{shot.name}.webp)", ""]
    (ROOT / "docs/instrument.md").write_text("\n".join(lines), encoding="utf-8")
