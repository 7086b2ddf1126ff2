"""Read labelled articles as the pipeline does, and keep the clues of every figure with what is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from presslens.lexicon import names
from presslens.model import Article, Quantity
from presslens.pipeline.articles.split import split
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.facts.guessing.training.pieces import labelled as labelled_pieces
from presslens.pipeline.facts.guessing.training.train import train
from presslens.pipeline.facts.learned import metric, subject
from presslens.pipeline.facts.learned.candidates import candidates
from presslens.pipeline.facts.learned.metric_clues import metric_clues
from presslens.pipeline.facts.learned.subject_clues import Scene, subject_clues
from presslens.pipeline.facts.learned.training.labelled import Label, press, sentences, written
from presslens.pipeline.facts.learned.weigher import Weigher
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.figures.exchange import usd
from presslens.pipeline.figures.quantities import read_quantities
from presslens.pipeline.score import same_subject

# What the press has printed itself counts for so many figures written for the purpose.
OF_THE_PRESS = 4.0
# The sentences of the tests each tell a wording that must, or must not, be read.
OF_A_SENTENCE = 4.0
FOLDS = 3


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure with its clues, what the rules say and what is right."""

    article: str
    group: str
    clues: frozenset[str]
    ruled: str
    right: str
    weight: float


@dataclass(frozen=True, slots=True)
class Subject:
    """One figure with the clues of each candidate, which of them are right, and whether the rules' own answer is."""

    article: str
    clues: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    ruled: bool
    weight: float


@dataclass
class Recorder(Weigher):
    """Reads an article as told by its labels, and keeps the clues."""

    article: str = ""
    weight: float = 1.0
    labels: Sequence[Label] = ()
    metrics: list[Metric] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)

    def reading(self, figure: Figure, reading: Reading, rule: str, topics: Topics) -> tuple[Reading, str]:
        """Keep the clues to the metric, and give the one that is right."""
        label, group = self._label(figure.quantity), metric.GROUPS.get(figure.quantity.kind)
        if label is None or group is None:
            return reading, rule
        clues = frozenset(metric_clues(figure, reading, rule, self.memory, topics))
        self.metrics.append(Metric(self.article, group, clues, reading.metric, label.metric, self.weight))
        if label.metric == reading.metric:
            return reading, rule
        return metric.reading_of(label.metric, figure, topics), metric.WEIGHED  # type: ignore[arg-type]

    def bound(self, figure: Figure, reading: Reading, bound: Bound, topics: Topics) -> tuple[Bound, bool]:
        """Keep the clues of all candidates."""
        label = self._label(figure.quantity)
        if label is not None and subject.is_open(reading, bound):
            scene = Scene(figure, reading.metric, bound, self.memory, topics, self.cast)
            found = candidates(figure, reading.metric, bound.subjects, self.memory, topics, self.cast)
            clues = tuple(frozenset(subject_clues(one, scene)) for one in found)
            right = tuple(_is_right(label, one.name) for one in found)
            self.subjects.append(Subject(self.article, clues, right, _is_right(label, bound.subjects[0]), self.weight))
        return bound, False

    def _label(self, quantity: Quantity) -> Label | None:
        over = [label for label in self.labels if label.start < quantity.end and quantity.start < label.end]
        return min(over, key=lambda label: label.metric == "other") if over else None


def _is_right(label: Label, name: str) -> bool:
    return any(same_subject(right, name) if right and name else right == name for right in label.subjects)


def record(data: Path) -> tuple[list[Metric], list[Subject]]:
    """Read all labelled articles, of the press those that `data` has the text of, and give the clues of their figures.

    The names of an article written for the purpose are guessed by a model that has not learned from it: a guesser is surer
    of names that it knows than it will be of others, and its likelihoods would be trusted too far.
    """
    metrics: list[Metric] = []
    subjects: list[Subject] = []
    pieces, articles = list(labelled_pieces()), list(written())
    for fold in range(FOLDS):
        guesser = train([piece for number, piece in enumerate(pieces) if number % FOLDS != fold], [])
        for one in articles[fold::FOLDS]:
            _read(*one, Recorder(guesser=guesser), metrics, subjects)
    for one in press(data):
        _read(*one, Recorder(weight=OF_THE_PRESS), metrics, subjects)
    for article, wanted in sentences():
        told = list(_labels(article, wanted))
        _read(article, told, Recorder(weight=OF_A_SENTENCE), metrics, [])
    return metrics, subjects


def _labels(article: Article, wanted: Sequence[Mapping[str, Any]]) -> Iterator[Label]:
    """Label each figure of a sentence: as the fact of its value, else `other`."""
    for figure in read_quantities(article.match, article.published):
        fact = next((fact for fact in wanted if _is_of(fact, figure)), None)
        yield Label(figure.start, figure.end, fact["metric"] if fact else "other", ("",))


def _is_of(fact: Mapping[str, Any], figure: Quantity) -> bool:
    if "low" in fact:
        return figure.low is not None and abs(abs(fact["low"]) - abs(figure.low)) <= 0.01 * abs(figure.low)
    return fact["metric"] == "release_date" and figure.kind == "date"


def _read(
    article: Article, labels: Sequence[Label], recorder: Recorder, metrics: list[Metric], subjects: list[Subject]
) -> None:
    recorder.article, recorder.labels = article.article_id, labels
    quantities = read_quantities(article.match, article.published)
    extract(article, split(article.text), quantities, names().find(article.match), usd, recorder)
    metrics += recorder.metrics
    subjects += recorder.subjects
