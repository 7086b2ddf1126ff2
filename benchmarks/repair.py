"""Measures how much of what a byte-wise GBK converter damages is restored, on whole articles.

    .venv/bin/python -m benchmarks.repair ARTICLES [--every 1]

Each article is taken clean and in Traditional characters (Simplified ones are converted), damaged with none, three tenths
and all of the pinyin notes, and mended. A character counts as damaged when the reader does not print it as it was.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import opencc
from tqdm import tqdm

from presslens.pipeline.articles import load_folder
from presslens.pipeline.articles.lost import LOST
from presslens.pipeline.articles.shifted import mend
from tests.damaged import HALF_WIDTH, damage, some_notes

SHARES_OF_NOTES = (0.0, 0.3, 1.0)
# The converter makes punctuation half-width for good: in either width it is the same character.
WIDTH = str.maketrans(dict(HALF_WIDTH))


def traditional(text: str) -> str:
    """Give a text as the converter could have been given it: in Traditional characters that GBK holds."""
    converted = opencc.OpenCC("s2t").convert(text)
    return "".join(character for character in converted if len(character.encode("gb18030")) <= 2)


def restored(text: str, seed: int, share: float) -> Counter[str]:
    """Damage a text, mend it, and count its damaged characters and the others by what became of them."""
    damaged = damage(text, some_notes(seed, share))
    mended = mend(damaged.text).text.translate(WIDTH)
    counts = Counter(damaged=len(damaged.hit), others=len(text) - len(damaged.hit), marked=mended.count(LOST))
    for place in _changed(text.translate(WIDTH), mended):
        counts["not restored" if place in damaged.hit else "others changed"] += 1
    return counts


def _changed(text: str, mended: str) -> list[int]:
    if len(text) == len(mended):
        return [place for place, (one, other) in enumerate(zip(text, mended, strict=True)) if one != other]
    same: set[int] = set()
    for start, _, length in SequenceMatcher(None, text, mended, autojunk=False).get_matching_blocks():
        same.update(range(start, start + length))
    return [place for place in range(len(text)) if place not in same]


def main() -> None:
    """Damage and mend every article, and print the counts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path, help="a folder of articles")
    options.add_argument("--every", type=int, default=1, help="take only every so many of them")
    chosen = options.parse_args()

    articles, _ = load_folder(chosen.articles)
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    for seed, article in enumerate(tqdm([article for article in articles if not article.unrepaired][:: chosen.every])):
        for share in SHARES_OF_NOTES:
            counts += restored(traditional(article.text), seed, share)
    took = time.perf_counter() - start
    print(f"{len(articles)} articles, every {chosen.every}, damaged {len(SHARES_OF_NOTES)} times, {took:.0f} s")
    print(f"  damaged characters  {counts['damaged']:9}, restored {1 - counts['not restored'] / max(counts['damaged'], 1):.2%}")
    print(f"  of those not restored ({counts['not restored']}) marked as lost {counts['marked']}")
    print(f"  other characters    {counts['others']:9}, changed {counts['others changed']}")


if __name__ == "__main__":
    main()
