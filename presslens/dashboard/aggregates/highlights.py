"""What a newcomer asks first, and the one claim of the dataset that answers it best."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from presslens import lexicon
from presslens.dashboard.aggregates import claims, flags
from presslens.dashboard.vocabulary import mark

SPECIAL_SCOPES = ("ai_video", "generative_ai")
# What this dashboard follows first: a model, then who makes one, then anything else.
_NEARNESS = {"model": 2, "company": 1}


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the metrics that answer it, the page that says more, and how the best answer is told from the others.

    The mark of the highest `weight` is shown.
    """

    words: str
    page: str
    metrics: tuple[str, ...]
    weight: Callable[[claims.Mark], tuple[float, ...]]


def _closest_market(mark: claims.Mark) -> tuple[float, ...]:
    """Prefer markets of our own subject, then what most articles print, then the year furthest ahead."""
    return mark["scope"] in SPECIAL_SCOPES, mark["articles"], claims.year_of(mark["as_of"]) or 0


def _largest_sum(mark: claims.Mark) -> tuple[float, ...]:
    return (_known(mark["usd_high"]),)


def _largest_of_a_firm(mark: claims.Mark) -> tuple[float, ...]:
    return _near(mark["subject"]) > 0, _known(mark["usd_high"])


def _largest_count(mark: claims.Mark) -> tuple[float, ...]:
    return _near(mark["subject"]), _known(mark["span_high"])


def _most_printed(mark: claims.Mark) -> tuple[float, ...]:
    return mark["articles"], _known(mark["span_high"])


QUESTIONS = (
    Question(mark("How large is the market said to be?"), "market_size", ("market_size",), _closest_market),
    Question(mark("How much money is sought?"), "chips_and_funding", ("funding_target",), _largest_sum),
    Question(mark("Who raised most?"), "chips_and_funding", ("funding_round", "funding_total"), _largest_of_a_firm),
    Question(mark("How many chips does it take?"), "chips_and_funding", ("compute_gpus",), _largest_count),
    Question(mark("How long a clip is it?"), "compare_models", ("max_duration",), _most_printed),
    Question(mark("How many people use it?"), "market_size", ("users",), _largest_count),
)


def nearness(subjects: pd.Series) -> pd.Series:
    """Tell how near each subject is to what the dashboard follows: 2 for a model, 1 for a company, else 0."""
    return subjects.map(_near).astype(int)


def answers(facts: pd.DataFrame) -> list[tuple[Question, claims.Mark]]:
    """Give each question that the facts answer with its best answer, one of `claims.gathered`, of a subject surely named."""
    asked = [metric for question in QUESTIONS for metric in question.metrics]
    told = facts[facts["metric"].isin(asked) & ((facts["subject"] != "") | (facts["scope"] != ""))]
    marks = claims.gathered(flags.sure(told))
    answering = ((question, [mark for mark in marks if mark["metric"] in question.metrics]) for question in QUESTIONS)
    return [(question, max(found, key=question.weight)) for question, found in answering if found]


def _near(subject: str) -> int:
    return _NEARNESS.get(lexicon.names().kind(subject) or "", 0)


def _known(amount: float) -> float:
    """Give an amount, and nothing for one that is not known."""
    return 0.0 if math.isnan(amount) else amount
