"""What a newcomer asks first, and the one claim of the dataset that answers it best."""

from __future__ import annotations

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

    `weight` gives a frame of sort columns for a frame of marks; the row with the highest ones is shown.
    """

    words: str
    page: str
    metrics: tuple[str, ...]
    weight: Callable[[pd.DataFrame], list[pd.Series]]


def _closest_market(marks: pd.DataFrame) -> list[pd.Series]:
    """Prefer markets of our own subject, then what most articles print, then the year furthest ahead."""
    return [marks["scope"].isin(SPECIAL_SCOPES), marks["articles"], marks["as_of"].map(claims.year_of).fillna(0)]


def _largest_sum(marks: pd.DataFrame) -> list[pd.Series]:
    return [marks["usd_high"].fillna(0.0)]


def _largest_of_a_firm(marks: pd.DataFrame) -> list[pd.Series]:
    return [nearness(marks["subject"]) > 0, marks["usd_high"].fillna(0.0)]


def _largest_count(marks: pd.DataFrame) -> list[pd.Series]:
    return [nearness(marks["subject"]), marks["span_high"].fillna(0.0)]


def _most_printed(marks: pd.DataFrame) -> list[pd.Series]:
    return [marks["articles"], marks["span_high"].fillna(0.0)]


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
    return subjects.map(lambda name: _NEARNESS.get(lexicon.names().kind(name) or "", 0)).astype(int)


def answers(facts: pd.DataFrame) -> list[tuple[Question, pd.Series]]:
    """Give each question that the facts answer with its best answer, a row of `claims.marks`, of a subject surely named."""
    found, facts = [], flags.sure(facts)
    for question in QUESTIONS:
        told = claims.marks(facts[facts["metric"].isin(question.metrics) & ((facts["subject"] != "") | (facts["scope"] != ""))])
        if len(told):
            found.append((question, _best(told, question)))
    return found


def _best(told: pd.DataFrame, question: Question) -> pd.Series:
    weights = pd.concat(question.weight(told), axis=1)
    weights.columns = range(weights.shape[1])
    return told.loc[weights.sort_values(list(weights.columns), ascending=False, kind="stable").index[0]]
