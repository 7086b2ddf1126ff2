"""Articles with labelled figures: pages written for the purpose, and articles of the press where their text is at hand.

In a page every figure is marked where it stands: ⟦3.2亿元|revenue|星澜科技|2024⟧ is a figure, its metric, subject and time.
Before a line of four hyphens stand the title, outlet, author and day of publication that the page tells. Of the press only
places and labels are kept here, in press_labels.csv; its text lies on the machine of whoever has it.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from presslens import tables
from presslens.model import Article
from presslens.pipeline.articles.broken import copy_of_article
from presslens.pipeline.articles.load import load_all
from presslens.pipeline.articles.script import matching_copy
from presslens.record import record

SENTENCES = Path("tests") / "gold"
ARTICLES, PRESS = Path(__file__).parent / "articles", Path(__file__).parent / "press_labels.csv"

_HEAD_ENDS = "\n----\n"
_MARK = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)\|([^⟦⟧|]*)\|([^⟦⟧|]*)⟧")
_FIELD = re.compile(r"#(\w+) *(.*)")
_IGNORED = frozenset("*_`")
# What is looked for around a figure, longer stretches first: cleaning takes words out.
_AROUND = ((14, 8), (8, 4), (5, 2), (3, 0), (0, 3), (0, 0))
_NOBODY = "-"


@record(frozen=True, slots=True)
class Label:
    """One labelled figure by its place in the page, or in the clean text; any of several subjects is right."""

    start: int
    end: int
    metric: str
    subjects: tuple[str, ...]
    as_of: str = ""


@record(frozen=True, slots=True)
class Labelled:
    """A page as printed, with its labels and what its head tells."""

    name: str
    head: dict[str, str]
    page: str
    labels: tuple[Label, ...]


def fingerprint() -> str:
    """Tell all labels apart from any others: the weights keep from which they were learned."""
    digest = hashlib.sha256(PRESS.read_bytes())
    for path in sorted(ARTICLES.glob("*.txt")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def written() -> Iterator[tuple[Article, list[Label]]]:
    """Give the articles written for the purpose, with their labels by place in the clean text."""
    for one in labelled():
        for article in load_all(one.name, one.page.encode("utf-8")):
            if isinstance(article, Article):
                yield article, in_clean_text(one, article)


def press(data: Path) -> Iterator[tuple[Article, list[Label]]]:
    """Give the labelled articles of a dataset whose clean text is at hand."""
    labels: dict[str, list[Label]] = defaultdict(list)
    with PRESS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            subjects = tuple(row["subject"].split("|"))
            labels[row["article_id"]].append(Label(int(row["start"]), int(row["end"]), row["metric"], subjects))
    known = {one.name for one in fields(Article)}
    for row in tables.read(data, "articles").to_pylist():
        text = data / "local" / f"{row['article_id']}.txt"
        if row["article_id"] in labels and text.exists():
            told = {name: value for name, value in row.items() if name in known}
            clean = text.read_bytes().decode("utf-8")
            yield Article(**{**told, "text": clean, "match": copy_of_article(clean)}), labels[row["article_id"]]


def sentences(folder: Path = SENTENCES) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Give the sentences of the tests, each with all the named facts that it states."""
    for path in sorted(folder.glob("facts*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            wanted = case.get("facts")
            if wanted is not None and "gap" not in case and all("low" in fact or "as_of" in fact for fact in wanted):
                article = Article("", path.name, case["text"], matching_copy(case["text"]), published=case.get("published"))
                yield article, wanted


def labelled(folder: Path = ARTICLES) -> Iterator[Labelled]:
    """Read all labelled pages of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        head, _, body = path.read_text(encoding="utf-8").partition(_HEAD_ENDS)
        page, labels = unmarked(body)
        yield Labelled(path.name, dict(_FIELD.findall(head)), page, labels)


def unmarked(body: str) -> tuple[str, tuple[Label, ...]]:
    """Take the marks out of a page.

    >>> page, labels = unmarked("卖⟦3元|price|甲|2024⟧。")
    >>> page, labels[0].metric, page[labels[0].start : labels[0].end]
    ('卖3元。', 'price', '3元')
    """
    page, labels, at = "", [], 0
    for mark in _MARK.finditer(body):
        page += body[at : mark.start()]
        printed, metric, subject, as_of = (part.strip() if number else part for number, part in enumerate(mark.groups()))
        labels.append(Label(len(page), len(page) + len(printed), metric, ("" if subject == _NOBODY else subject,), as_of))
        page += printed
        at = mark.end()
    return page + body[at:], tuple(labels)


def in_clean_text(one: Labelled, article: Article) -> list[Label]:
    """Give the labels by their place in an article's clean text; what cleaning has taken out is left out."""
    printed, places = _squashed(one.page)
    clean, clean_places = _squashed(article.text)
    number = {place: at for at, place in enumerate(places)}
    found: list[Label] = []
    last = 0
    for label in one.labels:
        inside = [number[place] for place in range(label.start, label.end) if place in number]
        place = _find(printed, inside[0], inside[-1] + 1, clean, last) if inside else -1
        if place >= 0:
            last = place
            end = clean_places[place + inside[-1] - inside[0]] + 1
            found.append(Label(clean_places[place], end, label.metric, label.subjects, label.as_of))
    return found


def _squashed(text: str) -> tuple[str, list[int]]:
    """Take out white space and emphasis, which cleaning changes; give the place of each character kept."""
    places = [at for at, character in enumerate(text) if not character.isspace() and character not in _IGNORED]
    return "".join(text[at] for at in places), places


def _find(printed: str, start: int, end: int, clean: str, last: int) -> int:
    for left, right in _AROUND:
        before = printed[max(0, start - left) : start]
        wanted = before + printed[start : end + right]
        place = clean.find(wanted, last)
        if place < 0 and left > 3:
            place = clean.find(wanted)
        if place >= 0:
            return place + len(before)
    return -1
