"""Asks Lighthouse for the accessibility score of every page, in both languages.

    .venv/bin/python -m benchmarks.lighthouse [--only sentiment words]

Needs Node.js with npx; the version is pinned to one that runs on Node.js 20.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess

from tests.browser.chromium import FLAGS, NONE_FOUND, find
from tests.browser.server import serve
from tests.browser.visit import PAGES

LIGHTHOUSE = "lighthouse@12.8.2"
TARGET = 95


def report(url: str, chrome: str) -> tuple[int, list[str]]:
    """Give a page's accessibility score (0 to 100) and the audits that cost points."""
    flags = f"--chrome-flags={' '.join(('--headless', *FLAGS))}"
    options = ["--only-categories=accessibility", "--preset=desktop", "--output=json", "--quiet", flags]
    told = subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, url, *options], env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, check=True
    )
    found = json.loads(told.stdout)
    category = found["categories"]["accessibility"]
    failed = [audit["id"] for audit in category["auditRefs"] if audit["weight"] and found["audits"][audit["id"]]["score"] == 0]
    return round(category["score"] * 100), failed


def main() -> None:
    """Start the dashboard, visit every page, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="*", default=PAGES, help="pages by their address")
    chosen = options.parse_args()
    chrome = find() or options.exit(1, NONE_FOUND)
    if not shutil.which("npx"):
        options.exit(1, "Lighthouse runs on Node.js: install it, so that npx is on the PATH.\n")
    scores = []
    with serve() as server:
        for path, language in itertools.product(chosen.only, ("en", "zh")):
            score, failed = report(f"{server.url}/{path}?lang={language}", chrome)
            scores.append(score)
            print(f"  {score:>3}  /{path:<20} {language}  {', '.join(failed)}", flush=True)
    print(f"lowest {min(scores)}, target {TARGET}")


if __name__ == "__main__":
    main()
