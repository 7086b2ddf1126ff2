"""Run the whole pipeline: articles in, tables out.

`build` reads a folder and writes a dataset; `analyse` does the same for documents in memory and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from presslens import history, tables
from presslens.message import Message
from presslens.model import Article
from presslens.pipeline.articles.duplicates import families
from presslens.pipeline.articles.errors import ArticleError
from presslens.pipeline.articles.load import Named, Problem, each_once, files_in, load_all, load_file, named_in
from presslens.pipeline.articles.read import TYPES
from presslens.pipeline.checks import Told, checks
from presslens.pipeline.relevance import is_relevant
from presslens.pipeline.rows import Rows, load_words, tried
from presslens.pipeline.score import GoldError
from presslens.pipeline.sentiment import accuracy, labels
from presslens.pipeline.workers import jobs_worth_it, seldom_collected, workers
from presslens.record import fields_of
from presslens.tables import Manifest

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
# Takes the rows of all facts and claims; gives those to keep, and the names that now go by another one.
Amend = Callable[[Sequence[dict[str, Any]]], tuple[Sequence[dict[str, Any]], Mapping[str, str]]]


@dataclass
class _Reader:
    """Loads a file and reads the articles in it at once, so that no text goes from one process to another and back."""

    relevant_only: bool
    seen: set[str] = field(default_factory=set)

    def __call__(self, named: Named) -> list[Rows | Problem]:
        return [found if isinstance(found, Problem) else self._rows(found) for found in load_file(named)]

    def _rows(self, article: Article) -> Rows | Problem:
        if article.article_id in self.seen:
            return Rows(article)
        self.seen.add(article.article_id)
        in_passing = self.relevant_only and not is_relevant(article)
        return Rows(article, in_passing=True) if in_passing else tried(article)


def assemble(read: Sequence[Rows]) -> dict[str, pa.Table]:
    """Put the rows of all articles together, settle families and origins, and run the checks."""
    family = families([rows.article for rows in read], [rows.sketch for rows in read])
    for rows in read:
        for row in (*rows.facts, *rows.claims):
            if row["origin"].startswith("article:"):
                row["origin"] = f"article:{family[rows.article.article_id]}"
    facts = [row for rows in read for row in rows.facts]
    return {
        "articles": tables.to_table("articles", [_article_row(rows, family) for rows in read]),
        "sentences": tables.to_table("sentences", [row for rows in read for row in rows.sentences]),
        "facts": tables.to_table("facts", facts),
        "claims": tables.to_table("claims", [row for rows in read for row in rows.claims]),
        "mentions": tables.to_table("mentions", [row for rows in read for row in rows.mentions]),
        "keywords": tables.joined("keywords", [rows.keywords for rows in read]),
        "checks": tables.to_table("checks", checks(facts, {rows.article.article_id: _told(rows) for rows in read})),
    }


def _told(rows: Rows) -> Told:
    sentences = [(sentence["start"], sentence["end"]) for sentence in rows.sentences]
    return Told(rows.article.match, sentences, rows.article.written)


def _article_row(rows: Rows, family: dict[str, str]) -> dict[str, Any]:
    article = fields_of(rows.article)
    text, *_ = (article.pop(name) for name in ("text", "match", "latest", "latest_precision"))
    mean, low, high = rows.outlook
    return {
        **article,
        "characters": len(text),
        "sentences": len(rows.sentences),
        "family": family[rows.article.article_id],
        "sentiment": mean,
        "sentiment_low": low,
        "sentiment_high": high,
    }


def _amend(read: Sequence[Rows], amend: Amend) -> None:
    """Have what a reader says of facts and claims applied to them, and to the names that stand beside them."""
    kept, renamed = amend([row for rows in read for row in (*rows.facts, *rows.claims)])
    by_id = {row["fact_id"]: row for row in kept}
    for rows in read:
        rows.facts = [by_id[row["fact_id"]] for row in rows.facts if row["fact_id"] in by_id]
        rows.claims = [by_id[row["fact_id"]] for row in rows.claims if row["fact_id"] in by_id]
        for mention in rows.mentions:
            mention["entity"] = renamed.get(mention["entity"], mention["entity"])


def analyse(documents: Sequence[tuple[str, bytes]]) -> tuple[dict[str, pa.Table], list[Problem], dict[str, str]]:
    """Analyse documents held in memory: (name, bytes) pairs in, (tables, problems, clean text by article_id) out."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for found in chain.from_iterable(load_all(name, data) for name, data in documents):
        if isinstance(found, Problem):
            problems.append(found)
        elif first := articles.get(found.article_id):
            why = Message("The same text was given before as {first}; it counts once.", first=first.file)
            problems.append(Problem(found.file, why))
        else:
            articles[found.article_id] = found
    told = [tried(article) for article in articles.values()]
    read = [rows for rows in told if isinstance(rows, Rows)]
    problems += [problem for problem in told if isinstance(problem, Problem)]
    return assemble(read), problems, {article.article_id: article.text for article in articles.values()}


@seldom_collected()
def build(
    folder: Path,
    out: Path,
    progress: Progress | None = None,
    *,
    relevant_only: bool = False,
    amend: Amend | None = None,
    jobs: int = 1,
) -> tuple[Manifest, list[Problem]]:
    """Build a dataset from a folder of articles; the old dataset stays whole until the new one is.

    With `relevant_only`, articles that only touch our subject are listed in dataset.json and left out of the tables. The
    clean texts go to `out/local/`, which stays on this machine. `amend` may change the rows of facts and claims, or leave some
    out, before anything is computed from them. `jobs` is the number of processes to work in, 0 as many as shorten the time; the
    dataset is the same. Raises ArticleError where no article could be read.
    """
    jobs = jobs or jobs_worth_it(sum(path.stat().st_size for path in files_in(folder)))
    with workers(jobs, load_words) as run:
        files = named_in(folder)
        found = run(_Reader(relevant_only), files)
        told = chain.from_iterable(progress(found, len(files), "articles") if progress else found)
        gathered, problems = each_once(told, lambda rows: rows.article)
    read, in_passing = _parted(folder, gathered, problems)
    if amend is not None:
        _amend(read, amend)
    local = out / "local"
    local.mkdir(parents=True, exist_ok=True)
    for rows in read:
        (local / f"{rows.article.article_id}.txt").write_bytes(rows.article.text.encode("utf-8"))
    notes = {"relevant": len(read), "in_passing": [article.file for article in in_passing]} if relevant_only else {}
    assembled = assemble(read)
    made = tables.write(out, assembled, notes, replacing=history.keep)
    problems += _judge_outlook(out, read, in_passing)
    return made, problems


def _parted(folder: Path, gathered: Sequence[Rows], problems: Sequence[Problem]) -> tuple[list[Rows], list[Article]]:
    """Part the articles that were read from those that only touch our subject, in the order of their files."""
    if not gathered:
        raise ArticleError(
            "No article could be read in {folder}/. Put {types} files there. {reasons}",
            folder=folder.name,
            types=TYPES,
            reasons=" ".join(str(why) for _, why in problems[:3]),
        )
    ordered = sorted(gathered, key=lambda rows: (rows.article.file, rows.article.article_id))
    return [rows for rows in ordered if not rows.in_passing], [rows.article for rows in ordered if rows.in_passing]


def _judge_outlook(out: Path, read: Sequence[Rows], in_passing: Sequence[Article]) -> list[Problem]:
    """Measure the outlook by the labels that lie in the dataset's folder, also on labelled articles that it leaves out."""
    try:
        files = labels.labelled_files(out)
        others = [tried(article) for article in in_passing if article.file.startswith(files)]
        measured = [*read, *(rows for rows in others if isinstance(rows, Rows))]
        accuracy.record(
            out,
            [accuracy.Article(r.article.file, r.article.script, r.article.match, r.sentences, r.mentions) for r in measured],
        )
    except GoldError as error:
        return [Problem(labels.LABELS, Message("The outlook was not measured: {why}", why=str(error)))]
    return [problem for problem in others if isinstance(problem, Problem)]
