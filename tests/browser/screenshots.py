"""Takes a picture of every page in both languages, both themes and two widths.

    python -m tests.browser.screenshots [--only sentiment words] [--docs] [--instrument] [--overview docs/images/overview.png]

The pictures go to test-results/screenshots/, which git ignores. `--docs` also puts them, made small, into
docs/images/pages/, with a contact sheet and docs/pages.md; `--instrument` takes only those of docs/instrument.md, and
`--overview` only the one in the README. The window is made as tall as the page, so that a picture shows all of it. The
dashboard is shown as it is shared: without the articles' text, which must not leave this machine.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from presslens.dashboard.places import PLACES
from tests.browser import instrument
from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import ROOT, Server, serve
from tests.browser.visit import DESKTOP, PAGES, PHONE, Visitor

FOLDER = ROOT / "test-results/screenshots"
SHOWN = ROOT / "docs/images/pages"
TALLEST = 8_000
CELL_PX = 230
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


@contextmanager
def shared_data() -> Iterator[Path]:
    """Copy the dataset without the articles' text."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("local"))
        yield Path(folder)


def every_page(browser: Browser, server: Server, paths: Sequence[str]) -> list[Path]:
    """Picture the pages in every language, theme and width."""
    taken = []
    for language, theme in itertools.product(LOCALES, ("light", "dark")):
        with Visitor.arriving(browser, server, locale=LOCALES[language], color_scheme=theme) as visitor:
            for path, (width, size) in itertools.product(paths, WIDTHS.items()):
                target = FOLDER / f"{path or 'overview'}-{language}-{theme}-{width}.png"
                whole_page(visitor, path, size["width"], target)
                taken.append(target)
                print(target.relative_to(ROOT), flush=True)
    return taken


def every_answer(browser: Browser, server: Server, names: Sequence[str] = ()) -> None:
    """Picture what docs/instrument.md shows (or only the shots named), in both themes and widths, and put it into docs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme, (width, size) in itertools.product(("light", "dark"), WIDTHS.items()):
        with Visitor.arriving(browser, server, color_scheme=theme) as visitor:
            for shot in (shot for shot in instrument.SHOTS if not names or shot.name in names):
                visitor.page.emulate_media(color_scheme=theme)
                target = FOLDER / f"instrument-{shot.name}-{theme}-{width}.png"
                instrument.take(visitor, shot, size["width"], target)
                print(target.relative_to(ROOT), flush=True)
        if (theme, width) == ("light", "desktop"):
            instrument.into_docs(FOLDER)


def into_docs(taken: Sequence[Path]) -> None:
    """Put the pictures into docs, small enough for a repository, with a contact sheet and a page that shows both."""
    SHOWN.mkdir(parents=True, exist_ok=True)
    for path in taken:
        with Image.open(path) as picture:
            top = picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, picture.width * 4)))
            top.thumbnail((900 if top.width > 500 else 390, 10_000))
            top.save(SHOWN / f"{path.stem}.webp", quality=55, method=6)
    contact_sheet(sorted(SHOWN.glob("*.webp"))).save(SHOWN.parent / "contact-sheet.webp", quality=70, method=6)
    lines = ["# The pages", "", "All of them at a glance, in both languages and themes, on a desktop and on a phone:", ""]
    lines += ["![Contact sheet of every page](images/contact-sheet.webp)", ""]
    for name, place in PLACES.items():
        lines += [f"## {place.title}", "", place.shows, "", f"![{place.title}](images/pages/{name}-en-light-desktop.webp)", ""]
    (ROOT / "docs/pages.md").write_text("\n".join(lines), encoding="utf-8")


def contact_sheet(pictures: Sequence[Path]) -> Image.Image:
    """Lay the tops of all pictures out in a grid, a page to a row."""
    across = len(LOCALES) * 2 * len(WIDTHS)
    sheet = Image.new("RGB", (across * CELL_PX, -(-len(pictures) // across) * CELL_PX), "#8a94a3")
    for place, path in enumerate(pictures):
        with Image.open(path) as picture:
            top = picture.crop((0, 0, picture.width, min(picture.height, int(picture.width * 1.4))))
            top.thumbnail((CELL_PX - 12, CELL_PX - 12))
            sheet.paste(top, (place % across * CELL_PX + 6, place // across * CELL_PX + 6))
    return sheet


def main() -> None:
    """Start the dashboard and take the pictures asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="*", default=PAGES, help="pages by their address, or shots of the instrument by name")
    options.add_argument("--docs", action="store_true", help="put the pictures into docs as well")
    options.add_argument("--instrument", action="store_true", help="take only the pictures of docs/instrument.md")
    options.add_argument("--overview", type=Path, help="take only the README's picture, into this file")
    chosen = options.parse_args()
    path = find() or options.exit(1, NONE_FOUND)
    with shared_data() as data, serve(data=data) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        if chosen.overview:
            with Visitor.arriving(browser, server, viewport=README_SIZE) as visitor:
                drawn(visitor.open())
                visitor.page.screenshot(path=chosen.overview)
            return
        if chosen.instrument:
            every_answer(browser, server, [name for name in chosen.only if name not in PAGES])
            return
        taken = every_page(browser, server, chosen.only)
    if chosen.docs:
        into_docs(taken)


if __name__ == "__main__":
    main()
