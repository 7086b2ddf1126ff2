"""Finds a Chromium for the browser tests, or installs one.

`python -m tests.browser.chromium` prints the path of the browser that the tests will drive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name but localhost resolves: a page that asks another machine for something is seen, and does not get it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
NONE_FOUND = (
    "The browser tests need a Chromium and none could be found or installed: "
    "install Chrome or Chromium, or name one with CHROME=/path/to/chromium. `make check` runs all other tests."
)


def find() -> str | None:
    """Tell the path of a Chromium: the one named by CHROME, an installed one, or the one Playwright has downloaded."""
    named = os.environ.get("CHROME")
    if named:
        return shutil.which(named)
    installed = (shutil.which(name) for name in (*NAMES, *MAC))
    return next(filter(None, installed), None) or _downloaded()


def install() -> None:
    """Try to get a Chromium from apt where we are root, else from Playwright."""
    if os.environ.get("CHROME"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False, env=quiet)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    if not find():
        install()
    print(find() or sys.exit(NONE_FOUND))
