"""Measures sentences per second of sentiment scoring on one core, and the memory it adds.

    python -m benchmarks.sentiment_speed [--runs 7]

The sentences are our own labelled ones. The best run counts: the others shared the core with something else.
"""

from __future__ import annotations

import argparse
import resource
import time

from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment import score
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
    times = []
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            score(text)
        times.append(time.process_time() - start)
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(texts)} sentences, {sum(map(len, texts)) / len(texts):.0f} characters each on average")
    print(f"{len(texts) / min(times):,.0f} sentences a second, {added:.1f} MB added")


if __name__ == "__main__":
    main()
