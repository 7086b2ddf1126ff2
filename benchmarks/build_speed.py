"""Measures the build in characters per second, and as a ratio to bare `jieba.cut` on the same text.

    .venv/bin/python -m benchmarks.build_speed ARTICLES [--runs 3]

Both run in this process after jieba has loaded its dictionary; the characters are those of the clean texts.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import tempfile
import time
from pathlib import Path

import jieba

from presslens import tables
from presslens.pipeline.build import build


def seconds_to_build(articles: Path, out: Path) -> float:
    """Build a dataset and take the time."""
    start = time.perf_counter()
    build(articles, out)
    return time.perf_counter() - start


def seconds_to_cut(texts: list[str]) -> float:
    """Cut the texts into words with jieba alone and take the time."""
    start = time.perf_counter()
    for text in texts:
        for _ in jieba.cut(text):
            pass
    return time.perf_counter() - start


def main() -> None:
    """Build once to warm up, then take turns, and print the medians."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path, help="a folder of .txt, .md or .html articles")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    jieba.setLogLevel(logging.WARNING)

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        first = seconds_to_build(chosen.articles, out)
        texts = [path.read_text(encoding="utf-8") for path in sorted((out / "local").glob("*.txt"))]
        characters = sum(tables.read(out, "articles").column("characters").to_pylist())
        built, cut = [], []
        for _ in range(chosen.runs):
            built.append(seconds_to_build(chosen.articles, out))
            cut.append(seconds_to_cut(texts))

    build_median, cut_median = statistics.median(built), statistics.median(cut)
    print(f"{len(texts)} articles, {characters} characters, median of {chosen.runs}")
    print(f"  first build, with all dictionaries to load  {first:8.2f} s")
    print(
        f"  build                                       {build_median:8.2f} s  {characters / build_median:10,.0f} characters/s"
    )
    print(f"  jieba.cut alone                             {cut_median:8.2f} s  {characters / cut_median:10,.0f} characters/s")
    print(f"  the build takes {build_median / cut_median:.1f} times as long as jieba.cut alone")


if __name__ == "__main__":
    main()
