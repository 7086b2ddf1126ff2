"""Measures the build beside bare `jieba.cut` on the same text, and how both grow with it.

    .venv/bin/python -m benchmarks.build_speed ARTICLES [--runs 3] [--jobs 1] [--times 1 2 4] [--one-article]

Both run after jieba has loaded its dictionary; the characters are those of the clean texts. CPU seconds are what it costs, in
all processes; seconds by the clock are what one waits. The best of the runs counts: others may use the machine. With
`--times` the folder is built several times as large, with other digits in every copy; with `--one-article` as one article.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import jieba

from presslens.pipeline.build import build

FORMAT = "{:>10} {:>8} {:>12} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9}"
HEADINGS = ("", "articles", "characters", "build CPU", "by clock", "cut CPU", "by clock", "CPU", "by clock")


class Cost(NamedTuple):
    """What some work took: CPU seconds of this process and its children, and seconds by the clock."""

    cpu: float
    clock: float


def cost_of(work: Callable[[], object]) -> Cost:
    """Do some work and take both times."""
    before = os.times()
    work()
    after = os.times()
    return Cost(sum(after[:4]) - sum(before[:4]), after.elapsed - before.elapsed)


def cut(texts: list[str]) -> None:
    """Cut the texts into words with jieba alone."""
    for text in texts:
        for _ in jieba.cut(text):
            pass


def copies(articles: Path, times: int, out: Path) -> Path:
    """Copy a folder so many times over, every digit raised by the number of its copy, so that no article is there twice."""
    folder = out / f"{times}-times"
    for copy in range(times):
        digits = {ord("0") + digit: str((digit + copy) % 10) for digit in range(10)}
        for path in sorted(path for path in articles.rglob("*") if path.is_file()):
            target = folder / str(copy) / path.relative_to(articles)
            target.parent.mkdir(parents=True, exist_ok=True)
            if copy:
                target.write_text(path.read_text(encoding="utf-8", errors="replace").translate(digits), encoding="utf-8")
            else:
                shutil.copy(path, target)
    return folder


def as_one(articles: Path, out: Path) -> Path:
    """Write the clean texts of all articles of a folder as one."""
    build(articles, out / "apart")
    folder = out / "one"
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((out / "apart" / "local").glob("*.txt"))]
    (folder / "all.txt").write_text("\n".join(texts), encoding="utf-8")
    return folder


def row(name: str, articles: Path, runs: int, jobs: int) -> str:
    """Measure one folder and give its line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        build(articles, out)
        texts = [path.read_text(encoding="utf-8") for path in sorted((out / "local").glob("*.txt"))]
        built, alone = [], []
        for _ in range(runs):
            built.append(cost_of(lambda: build(articles, out, jobs=jobs)))
            alone.append(cost_of(lambda: cut(texts)))
    ours, theirs = (Cost(*(min(times) for times in zip(*costs, strict=True))) for costs in (built, alone))
    seconds = [f"{value:.2f} s" for value in (*ours, *theirs)]
    ratios = [f"{ours.cpu / theirs.cpu:.2f} x", f"{ours.clock / theirs.clock:.2f} x"]
    return FORMAT.format(name, len(texts), f"{sum(map(len, texts)):,}", *seconds, *ratios)


@contextmanager
def folders(articles: Path, times: list[int], one_article: bool) -> Iterator[dict[str, Path]]:
    """Lay out the folders to measure."""
    with tempfile.TemporaryDirectory() as scratch:
        found = {f"{count} times": copies(articles, count, Path(scratch)) for count in times}
        yield found | ({"as one": as_one(articles, Path(scratch))} if one_article else {})


def main() -> None:
    """Measure every size and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path, help="a folder of .txt, .md or .html articles")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--jobs", type=int, default=1, help="processes to build in; 0: as many as the folder is worth")
    options.add_argument("--times", type=int, nargs="+", default=[1])
    options.add_argument("--one-article", action="store_true", help="also build all articles as one")
    chosen = options.parse_args()
    jieba.setLogLevel(logging.WARNING)

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        build(chosen.articles, Path(out))
    print(f"first build, with all dictionaries to load: {time.perf_counter() - start:.1f} s by the clock")
    print(FORMAT.format(*HEADINGS))
    with folders(chosen.articles, chosen.times, chosen.one_article) as laid_out:
        for name, folder in laid_out.items():
            print(row(name, folder, chosen.runs, chosen.jobs), flush=True)


if __name__ == "__main__":
    main()
