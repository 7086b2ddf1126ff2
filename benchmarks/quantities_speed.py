"""Measure how fast figures are read, beside bare jieba segmentation of the same text in the same run.

    python -m benchmarks.quantities_speed [FOLDER]

Reads every .txt and .md file under FOLDER; without one, text made from the gold table of figures. Prints characters per
CPU-second of both, their ratio, and the slowest single text. The best of five rounds counts: others may use the machine.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jieba

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.figures import read_quantities

ROUNDS = 5
REFERENCE = date(2024, 3, 1)
# News prints a figure about every forty characters; between the gold's wordings stand sentences without any.
FILLER = "研究人员表示，这类工具能够理解文字描述，并且生成与之相符的画面，不过光影和动作仍有不自然的地方。"


def texts(folder: str | None) -> list[str]:
    if folder:
        files = sorted(path for path in Path(folder).rglob("*") if path.suffix in (".txt", ".md"))
        return [matching_copy(path.read_text(encoding="utf-8", errors="replace")) for path in files]
    gold = tomllib.loads((Path(__file__).parents[1] / "tests" / "gold" / "quantities.toml").read_text(encoding="utf-8"))
    lines = [f"{case['text']}。{FILLER}" for case in gold["case"]]
    return [matching_copy("\n".join(lines))] * 20


def best_cpu_seconds(work: Callable[[str], object], documents: list[str]) -> tuple[float, float]:
    rounds = []
    for _ in range(ROUNDS):
        spent = []
        for document in documents:
            start = time.process_time()
            work(document)
            spent.append(time.process_time() - start)
        rounds.append((sum(spent), max(spent)))
    return min(rounds)


def main() -> None:
    documents = texts(sys.argv[1] if len(sys.argv) > 1 else None)
    characters = sum(map(len, documents))
    jieba.initialize()
    figures = sum(len(read_quantities(document, REFERENCE)) for document in documents)
    ours, slowest = best_cpu_seconds(lambda text: read_quantities(text, REFERENCE), documents)
    theirs, _ = best_cpu_seconds(lambda text: list(jieba.cut(text)), documents)
    print(f"{len(documents)} texts, {characters:,} characters, {figures:,} figures")
    print(f"read_quantities  {characters / ours:,.0f} characters per CPU-second, slowest text {slowest * 1000:.0f} ms")
    print(f"jieba.cut        {characters / theirs:,.0f} characters per CPU-second")
    print(f"ratio            {ours / theirs:.2f} of the time of jieba.cut")


if __name__ == "__main__":
    main()
