"""Measures how many copies of real articles are found, and how many pairs are taken for copies that are none.

    .venv/bin/python -m benchmarks.near_copies ARTICLES

Copies are made of every article: cut by a tenth, put in another order, framed by another site's words, in the other script,
and all of that at once. A pair is false when its articles are not copies of one original; originals that are copies of each
other are told first, so that a reader can look at them.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import opencc

from presslens.model import Article
from presslens.pipeline.articles import families, load_folder, split
from presslens.pipeline.articles.script import matching_copy, script_of

Change = Callable[[str, random.Random], str]


def cut(text: str, draw: random.Random) -> str:
    """Leave a tenth out, in one piece anywhere."""
    length = len(text) // 10
    start = draw.randrange(len(text) - length + 1)
    return text[:start] + text[start + length :]


def reordered(text: str, draw: random.Random) -> str:
    """Put the sentences into another order."""
    sentences = [text[sentence.start : sentence.end] for sentence in split(text)]
    draw.shuffle(sentences)
    return "\n".join(sentences)


def framed(text: str, draw: random.Random) -> str:
    """Put another site's words around it, an eighth as long as the text."""
    words = [
        f"本站第{draw.randrange(10**6)}号编辑提示您关注第{draw.randrange(10**6)}期栏目" for _ in range(len(text) // 320 + 1)
    ]
    return "。".join(words) + "。\n" + text + "\n" + "！".join(reversed(words))


def in_other_script(text: str, draw: random.Random) -> str:
    """Convert it to the other script."""
    return opencc.OpenCC("t2s" if script_of(text) == "hant" else "s2t").convert(text)


def all_at_once(text: str, draw: random.Random) -> str:
    """Do all of it to one text."""
    return framed(in_other_script(reordered(cut(text, draw), draw), draw), draw)


CHANGES: dict[str, Change] = {
    "cut by a tenth": cut,
    "sentences shuffled": reordered,
    "framed otherwise": framed,
    "other script": in_other_script,
    "all of it": all_at_once,
}


def article(text: str) -> Article:
    """Make an article of a text."""
    return Article(hashlib.sha256(text.encode()).hexdigest()[:12], "copy.txt", text, matching_copy(text))


def main() -> None:
    """Make the copies, group each kind of them with the originals, and print what was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path, help="a folder of articles")
    originals, _ = load_folder(options.parse_args().articles)
    own = families(originals)
    same = [original.file for original in originals if own[original.article_id] != original.article_id]
    print(f"{len(originals)} articles; copies of another among them: {', '.join(same) or 'none'}")
    for name, change in CHANGES.items():
        draw = random.Random(20240216)
        copies = [article(change(original.text, draw)) for original in originals]
        found = families([*originals, *copies])
        pairs = list(zip(originals, copies, strict=True))
        hits = sum(found[original.article_id] == found[copy.article_id] for original, copy in pairs)
        merged = {(own[original.article_id], found[original.article_id]) for original in originals}
        false = len({family for family, _ in merged}) - len({family for _, family in merged})
        print(f"  {name:20} found {hits} of {len(pairs)} ({hits / len(pairs):.1%}), families merged that are none {false}")


if __name__ == "__main__":
    main()
