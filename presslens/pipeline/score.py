"""Measure a built dataset against figures labelled by hand: how many are found, and how many facts are right.

A gold file is CSV with the columns file, surface, kind, low, high, unit, approx, subject, metric, as_of. It covers every
figure of its articles. Values agree within 1 %; vague ones (数亿) within a factor of ten at either end; dates when one is a
prefix of the other; subjects when they share a name. An article may be named by how its file's name begins, since some
names hold the article's whole title. A further column `set` keeps apart articles that are known to the
makers of the rules to a different degree, because what is measured on one says nothing of another.

`record` keeps the outcome beside the tables as accuracy.json, with the fingerprint of the data it was measured on.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from presslens import tables
from presslens.lexicon import names
from presslens.pipeline.articles.script import matching_copy

Row = Mapping[str, Any]

GOLD = "gold_facts.csv"
ACCURACY = "accuracy.json"
COLUMNS = ("file", "surface", "kind", "low", "high", "unit", "approx", "subject", "metric", "as_of")
_TOLERANCE = 0.01
_VAGUE_FACTOR = 10
_Z_95 = 1.96
_NO_NAMES = frozenset({"the", "of", "by", "and", "each", "for", "in", "vs", "training", "inference"})


class GoldError(Exception):
    """A gold file that cannot be used, said in one sentence."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % Wilson interval."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """Give the share itself; nothing out of nothing is 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Give the Wilson interval.

        >>> [round(end, 3) for end in Share(9, 10).interval]
        [0.596, 0.982]
        """
        if not self.of:
            return 0.0, 1.0
        n, p, z = self.of, self.value, _Z_95
        middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)

    def as_json(self) -> dict[str, float]:
        """Give what a page or a script needs to show the share."""
        low, high = self.interval
        return {"hits": self.hits, "of": self.of, "value": round(self.value, 4), "low": round(low, 4), "high": round(high, 4)}


@dataclass(frozen=True, slots=True)
class Score:
    """How a dataset did: figures found, named facts right and found, the same per metric, and the articles it lacks."""

    articles: int
    quantities: Share
    precision: Share
    recall: Share
    per_metric: dict[str, tuple[Share, Share]]
    missing: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall of the named facts."""
        both = self.precision.value + self.recall.value
        return 2 * self.precision.value * self.recall.value / both if both else 0.0

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain values."""
        return {
            "articles": self.articles,
            "quantities_recall": self.quantities.as_json(),
            "facts_precision": self.precision.as_json(),
            "facts_recall": self.recall.as_json(),
            "facts_f1": round(self.f1, 4),
            "metrics": metrics_as_json(self.per_metric),
            "missing_articles": list(self.missing),
        }


def metrics_as_json(per_metric: Mapping[str, tuple[Share, Share]]) -> dict[str, dict[str, dict[str, float]]]:
    """Give precision and recall of every metric as plain values."""
    return {metric: {"precision": p.as_json(), "recall": r.as_json()} for metric, (p, r) in per_metric.items()}


def score(data: Path, gold_file: Path) -> Score:
    """Compare the facts of a dataset with a gold file, over the gold's articles only.

    An article that the dataset lacks is named and not counted. Raises GoldError for an unusable gold file and DatasetError
    for an unusable dataset.
    """
    return _score(read_gold(gold_file), rows_by_file(data, "facts"))


def score_sets(data: Path, gold_file: Path) -> dict[str, Score]:
    """Do what `score` does for each set of the gold file by itself, in the file's order; without the column there is one set.

    Raises GoldError also where an article stands in two sets.
    """
    sets: dict[str, list[dict[str, str]]] = defaultdict(list)
    set_of: dict[str, str] = {}
    for row in read_gold(gold_file):
        name = row.get("set") or "all"
        if set_of.setdefault(row["file"], name) != name:
            raise GoldError(f"The gold file {gold_file.name} has {row['file']} in two sets, {set_of[row['file']]} and {name}.")
        sets[name].append(row)
    facts = rows_by_file(data, "facts")
    return {name: _score(rows, facts) for name, rows in sets.items()}


def record(data: Path) -> Path | None:
    """Measure a dataset against the gold file that lies in it and keep the outcome there; None where it carries no gold."""
    if not (data / GOLD).exists():
        return None
    sets = {name: result.as_json() for name, result in score_sets(data, data / GOLD).items()}
    body = {"fingerprint": tables.manifest(data).fingerprint, "sets": sets}
    draft = data / f"{ACCURACY}.draft"
    draft.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return draft.replace(data / ACCURACY)


def rows_by_file(data: Path, *names_of_tables: str) -> dict[str, list[Row]]:
    """Read the rows of tables of a dataset, by the file of their article; an article without any has an empty list."""
    file_of = {row["article_id"]: row["file"] for row in tables.read(data, "articles").to_pylist()}
    found: dict[str, list[Row]] = {file: [] for file in file_of.values()}
    for name in names_of_tables:
        for row in tables.read(data, name).to_pylist():
            found[file_of[row["article_id"]]].append(row)
    return found


def _score(gold: Sequence[Mapping[str, str]], facts: Mapping[str, Sequence[Row]]) -> Score:
    named = {name: file for name in {row["file"] for row in gold} if (file := named_file(name, facts)) is not None}
    held = [{**row, "file": named[row["file"]]} for row in gold if row["file"] in named]
    missing = tuple(sorted({row["file"] for row in gold} - set(named)))
    return _compare(held, {file: facts[file] for file in named.values()}, missing)


def named_file(name: str, files: Iterable[str]) -> str | None:
    """Find the article that a gold file names by how its file begins; raises GoldError where several do."""
    begun = sorted((file for file in files if file.startswith(name)), key=len)
    if len(begun) > 1 and begun[0] != name:
        raise GoldError(f"The gold file's name {name} fits several articles: {', '.join(begun[:3])}. Write more of it.")
    return begun[0] if begun else None


def read_gold(path: Path) -> list[dict[str, str]]:
    """Read a gold file; raises GoldError with what is wrong."""
    return read_rows(path, "gold", COLUMNS)


def read_rows(path: Path, kind: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Read a file of labels that needs rows with some columns; raises GoldError with what is wrong, by its `kind`."""
    try:
        with path.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"The {kind} file {path.name} cannot be read: {error}.") from error
    if not rows or set(columns) - set(rows[0]):
        raise GoldError(f"The {kind} file {path.name} needs rows with the columns {', '.join(columns)}.")
    return rows


def _compare(gold: Sequence[Mapping[str, str]], facts: Mapping[str, Sequence[Row]], missing: tuple[str, ...]) -> Score:
    found, right = 0, set()
    hits: dict[str, int] = defaultdict(int)
    wanted: dict[str, int] = defaultdict(int)
    for row in gold:
        pool = [fact for fact in facts[row["file"]] if _same_value(row, fact)]
        found += bool(pool)
        if row["metric"] == "other":
            continue
        wanted[row["metric"]] += 1
        whole = [fact for fact in pool if fact["metric"] == row["metric"] and same_subject(row["subject"], fact["subject"])]
        hits[row["metric"]] += bool(whole)
        right |= {fact["fact_id"] for fact in whole}
    named = [fact for rows in facts.values() for fact in rows if fact["metric"] != "other"]
    metrics = sorted({*wanted, *(fact["metric"] for fact in named)})
    per_metric = {
        metric: (_right([fact for fact in named if fact["metric"] == metric], right), Share(hits[metric], wanted[metric]))
        for metric in metrics
    }
    total = Share(sum(hits.values()), sum(wanted.values()))
    return Score(len(facts), Share(found, len(gold)), _right(named, right), total, per_metric, missing)


def _right(facts: Sequence[Row], right: set[str]) -> Share:
    return Share(sum(fact["fact_id"] in right for fact in facts), len(facts))


def _same_value(gold: Mapping[str, str], fact: Row) -> bool:
    # The labels tell parameters from other counts.
    if ("count" if gold["kind"] == "params" else gold["kind"]) != fact["kind"]:
        return False
    if gold["kind"] == "date":
        return same_date(gold["as_of"], fact["as_of"] or "")
    wanted, got = _ends(_number(gold["low"]), _number(gold["high"])), _ends(fact["low"], fact["high"])
    if wanted is None or got is None:
        return False
    close = [_close(one, other) for one, other in zip(wanted, got, strict=True)]
    return all(close) or (gold["approx"] == "true" and (any(close) or _within_ten(wanted, got)))


def _ends(low: float | None, high: float | None) -> tuple[float, float] | None:
    """Give both ends of a value, the other one where an end is open; none where no number is known."""
    known = [end for end in (low, high) if end is not None]
    return (known[0], known[-1]) if known else None


def same_date(labelled: str, read: str) -> bool:
    """Tell whether two dates agree, one being known less precisely than the other; of a span read its beginning counts.

    >>> same_date("2024-02", "2024-02-16"), same_date("2024-03", "2024-02-16"), same_date("2024", "")
    (True, False, False)
    """
    day = read[:10]
    return bool(labelled and day) and (labelled.startswith(day) or day.startswith(labelled))


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other), 1e-9)


def _within_ten(wanted: tuple[float, float], got: tuple[float, float]) -> bool:
    if wanted[0] <= 0 or got[0] <= 0 or wanted[0] == wanted[1]:
        return False
    return all(1 / _VAGUE_FACTOR <= other / one <= _VAGUE_FACTOR for one, other in zip(wanted, got, strict=True))


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", text or "") else None


def same_subject(one: str, other: str) -> bool:
    """Tell whether two subjects share a name, in whatever script, language or wording.

    >>> same_subject("NVIDIA (AI chips)", "英伟达"), same_subject("Sora", "Pika")
    (True, False)
    """
    ours, theirs = _names_in(one), _names_in(other)
    pairs = ((mine, yours) for mine in ours for yours in theirs if min(len(mine), len(yours)) > 1)
    return bool(ours & theirs) or any(mine in yours or yours in mine for mine, yours in pairs)


@cache
def _names_in(subject: str) -> frozenset[str]:
    text = matching_copy(subject)
    known = {hit.name.lower() for hit in names().find(text)}
    latin = set(re.findall(r"[a-z][a-z0-9.\-]+", text.lower())) - _NO_NAMES
    return frozenset(known | latin | set(re.findall(r"[一-鿿]{2,}", text)))


def as_text(result: Score, name: str) -> Iterable[str]:
    """Give the score of a set as lines: the totals, then precision and recall of every metric with their intervals."""
    yield f"{name}: {result.articles} articles"
    yield f"quantities  recall     {_line_of(result.quantities)}"
    yield f"facts       precision  {_line_of(result.precision)}"
    yield f"facts       recall     {_line_of(result.recall)}"
    yield f"facts       F1         {result.f1:.3f}"
    yield from lines_of(result.per_metric, result.missing)


def lines_of(per_metric: Mapping[str, tuple[Share, Share]], missing: Sequence[str]) -> Iterable[str]:
    """Give precision and recall of every metric with their intervals as lines, then the articles that the dataset lacks."""
    for metric, (precision, recall) in per_metric.items():
        yield f"  {metric:<15} precision {_line_of(precision)}   recall {_line_of(recall)}"
    if missing:
        yield f"not in the dataset: {', '.join(missing)}"


def _line_of(share: Share) -> str:
    """Write a share with its interval and counts."""
    low, high = share.interval
    return f"{share.value:.3f} [{low:.3f}, {high:.3f}] ({share.hits}/{share.of})" if share.of else "-"
