"""Measures sentences per second of sentiment scoring on one core, one by one and all at once, and the memory it adds.

    python -m benchmarks.sentiment_speed [--runs 7]

The sentences are our own labelled ones; the pipeline scores those of an article at once. The best run counts: the
others shared the core with something else.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment import score, score_all
from presslens.pipeline.sentiment.classifier import MODEL_FILE


def main() -> None:
    """Load, score all sentences several times, and print speed and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    rows = (MODEL_FILE.parent / "training" / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    texts = [matching_copy(row.split("\t")[2]) for row in rows]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    score(texts[0])
    apart = min(_seconds(lambda: [score(text) for text in texts]) for _ in range(runs))
    together = min(_seconds(lambda: score_all(texts, [()] * len(texts))) for _ in range(runs))
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(texts)} sentences, {sum(map(len, texts)) / len(texts):.0f} characters each on average")
    print(
        f"{len(texts) / apart:,.0f} sentences a second one by one, {len(texts) / together:,.0f} at once, {added:.1f} MB added"
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
