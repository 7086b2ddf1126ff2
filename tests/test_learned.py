"""What is weighed where no wording settles a figure: the labels it is learned from, the clues, and what comes of them."""

from __future__ import annotations

import math
from datetime import date
from typing import get_args

import numpy as np
import pytest

from presslens.lexicon import names
from presslens.model import Article, Fact, Metric
from presslens.pipeline.articles.load import load_text
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.split import split
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.facts.learned import metric, subject
from presslens.pipeline.facts.learned.memory import Memory
from presslens.pipeline.facts.learned.metric_clues import metric_clues
from presslens.pipeline.facts.learned.training.labelled import Labelled, fingerprint, in_clean_text, labelled, unmarked
from presslens.pipeline.facts.learned.weigher import Weigher
from presslens.pipeline.facts.learned.weights import Classes, learned_from, metrics, subjects
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.figures.quantities import read_quantities

PIECES = list(labelled())


def printed(piece: Labelled) -> str:
    """Give a page as its reader takes it: a line may end inside a name."""
    return "".join(piece.page.split())


def read(text: str, weigher: Weigher | None = None) -> list[Fact]:
    article = Article("0" * 12, "own.txt", text, matching_copy(text), published=date(2025, 9, 3), published_precision="day")
    quantities = read_quantities(article.match, article.published)
    hits = names().find(article.match)
    return extract(article, split(text), quantities, hits, lambda amount, currency, year: None, weigher)[0]


def test_the_weights_were_learned_from_the_labels_that_lie_beside_them() -> None:
    assert learned_from() == fingerprint()


def test_every_label_is_of_a_metric_and_of_a_subject_that_its_page_prints() -> None:
    wrong = [
        (piece.name, label)
        for piece in PIECES
        for label in piece.labels
        if label.metric not in get_args(Metric)
        or not all(part in printed(piece) for part in "".join(label.subjects[0].split()).split("、"))
    ]
    assert wrong == []


def test_labels_are_found_again_in_the_clean_text() -> None:
    page = "首页 > 科技\n墨影科技：\n全年卖出⟦3.2\n亿元|revenue|墨影科技|2024⟧，员工⟦**85人**|team_size|墨影科技|⟧。"
    piece = next(iter(PIECES))
    printed, labels = unmarked(page)
    article = load_text(printed.replace("3.2\n亿元", "3.2亿元").replace("**", ""))
    found = in_clean_text(type(piece)("own.txt", {}, printed, labels), article)
    assert [article.text[label.start : label.end] for label in found] == ["3.2亿元", "85人"]


def test_nearly_all_labels_are_found_in_the_clean_text() -> None:
    some = PIECES[::20]
    found = [len(in_clean_text(piece, load_text(piece.page))) for piece in some]
    assert sum(found) > 0.97 * sum(len(piece.labels) for piece in some)


def test_the_shipped_weights_are_of_known_metrics_and_kinds() -> None:
    assert set(metrics()) == set(metric.GROUPS.values())
    assert {name for classes in metrics().values() for name in classes.names} <= set(get_args(Metric))
    assert all(math.isfinite(weight) for weight in subjects().values())


def test_the_likeliest_class_has_its_share_of_all_weight() -> None:
    weights = np.array([[0, 1, 0], [0, 0, 2]], np.float32)
    classes = Classes(("other", "revenue", "price"), {"营收": 0, "售价": 1}, weights, np.zeros(3, np.float32))
    best, likelihood = classes.likeliest({"营收", "售价", "a clue that nobody has met"})
    assert (best, likelihood) == ("price", pytest.approx(math.e**2 / (1 + math.e + math.e**2)))
    assert classes.likeliest({"a clue that nobody has met"})[1] == pytest.approx(1 / 3)


def test_memory_keeps_the_last_figures_only() -> None:
    memory = Memory()
    quantities = read_quantities("1元、2元、3元、4元、5元、6元、7元、8元", None)
    for quantity in quantities:
        memory.note(quantity, "price", ["甲"], 1)
    assert memory.last is not None
    assert memory.last.quantity == quantities[-1]
    assert len(memory.said) < len(quantities)
    assert memory.last_of("revenue") is None


class Listener(Weigher):
    """Notes the clues it is asked about."""

    def reading(self, figure: Figure, reading: Reading, rule: str, topics: Topics) -> tuple[Reading, str]:
        self.clues = metric_clues(figure, reading, rule, self.memory, topics)
        return super().reading(figure, reading, rule, topics)


def test_clues_tell_the_words_around_a_figure_and_the_figure_before_it() -> None:
    listener = Listener()
    read("墨影科技营收从3亿元做到5亿元。", listener)
    assert {"kind=money", "unit=CNY", "ends到", "after=revenue,0", "size=8"} <= listener.clues


def test_numbers_in_clues_are_alike_whatever_they_are() -> None:
    first, second = Listener(), Listener()
    read("可灵每秒收3元。", first)
    read("可灵每秒收8元。", second)
    assert first.clues == second.clues


# No rule has these wordings.
WEIGHED = [
    ("墨影科技上一轮拿的是高瓴的钱，4000万美元，还有一半在账上。", "4000万美元", "funding_round"),
    ("墨影科技发行价88港元，开盘104，收在97.5港元。", "104", "price"),
    ("墨影科技靠订阅吃饭，去年全年4.2亿元，今年想翻一番。", "4.2亿元", "revenue"),
]


@pytest.mark.parametrize(("text", "surface", "wanted"), WEIGHED)
def test_what_no_rule_reads_is_weighed(text: str, surface: str, wanted: str) -> None:
    fact = next(fact for fact in read(text) if fact.surface == surface)
    assert (fact.metric, fact.rule, fact.subject) == (wanted, metric.WEIGHED, "墨影科技")


def test_what_a_rule_reads_is_never_weighed_again() -> None:
    facts = read("墨影科技去年营收3亿元，同比增长20%。墨影科技完成2亿元A轮融资。")
    assert metric.WEIGHED not in {fact.rule for fact in facts}


def test_a_subject_that_the_sentence_settles_is_not_weighed() -> None:
    fact = next(fact for fact in read("可灵可以生成2分钟的视频。Sora发布了。") if fact.metric == "max_duration")
    assert f"subject: {subject.WEIGHED}" not in fact.steps


def test_a_figure_of_nothing_told_stays_without_a_metric() -> None:
    assert {fact.metric for fact in read("他在路上花了3小时，买了2本书。")} == {"other"}
