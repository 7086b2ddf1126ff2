from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from presslens.dashboard import citation, corroboration, evidence
from presslens.dashboard.data import Source
from tests import made

SIZE = made.fact(status="actual")
# A second value for the same, and whether it agrees with 5 billion yuan for 2023 (None: neither same nor apart).
OTHERS = [
    (made.fact(fact_id="x"), "same"),
    (made.fact(fact_id="x", low=8e9, high=8e9, amount_usd=1.1e9), "apart"),
    (made.fact(fact_id="x", low=8e9, high=8e9, as_of="2024"), None),
    (made.fact(fact_id="x", low=4e9, high=6e9, bound="range"), None),
    (made.fact(fact_id="x", low=6e9, high=None, bound="at_least"), "apart"),
    (made.fact(fact_id="x", low=4e9, high=None, bound="at_least"), None),
    (made.fact(fact_id="x", low=6e9, high=6e9, bound="at_most"), None),
    (made.fact(fact_id="x", low=7.1e8, high=7.1e8, unit="USD", amount_usd=7.1e8), None),
    (made.fact(fact_id="x", low=2e9, high=2e9, unit="USD", amount_usd=2e9), "apart"),
]
DATES = [("2024-02-16", "2024-02-16", "same"), ("2024-02-16", "2024-02", None), ("2024-02-16", "2024-03", "apart")]
MARKS: list[tuple[Any, tuple[str, ...]]] = [
    ("a", ("a",)),
    ("a,b", ("a", "b")),
    ("", ()),
    (["a,b", "c"], ("a", "b", "c")),
    (["a", 3.0], ("a",)),
    (None, ()),
    (float("nan"), ()),
]
CITATIONS = [
    (made.article(), "Wen Li. A year of moving pictures[N]. Harbour Daily, 2024-03-01."),
    (made.article(published_precision="month"), "Wen Li. A year of moving pictures[N]. Harbour Daily, 2024-03."),
    (made.article(author="", url="http://a.example/1"),
     "A year of moving pictures[EB/OL]. Harbour Daily, 2024-03-01. http://a.example/1."),
    (made.article(author="", title="", outlet="", published=None), "[Untitled][N]."),
]  # fmt: skip


def verdict(one: dict[str, Any], other: dict[str, Any]) -> str | None:
    beside = pd.DataFrame([other])
    if len(corroboration.agreeing(one, beside)):
        return "same"
    return "apart" if len(corroboration.differing(one, beside)) else None


@pytest.mark.parametrize(("other", "expected"), OTHERS)
def test_figures_on_the_same_thing_agree_differ_or_neither(other: dict[str, Any], expected: str | None) -> None:
    assert verdict(SIZE, other) == expected


@pytest.mark.parametrize(("one", "other", "expected"), DATES)
def test_a_vaguer_date_contradicts_only_what_it_excludes(one: str, other: str, expected: str | None) -> None:
    first, second = (
        made.fact(kind="date", low=None, high=None, unit="", metric="release_date", as_of=day) for day in (one, other)
    )
    assert verdict(first, second) == expected


def test_a_figure_that_measures_nothing_known_is_compared_with_none() -> None:
    assert not corroboration.is_comparable(made.fact(metric="other"))


def test_everything_on_the_same_is_found_in_the_dataset(tmp_path: Path) -> None:
    query = corroboration.with_its_like(SIZE["fact_id"])
    assert list(Source(made.dataset(tmp_path), "1", "1").ask(query)["fact_id"]) == ["f1", "f4", "f5"]


@pytest.mark.parametrize(("value", "ids"), MARKS)
def test_a_mark_names_its_facts(value: Any, ids: tuple[str, ...]) -> None:
    assert evidence.ids_of(value) == ids


def test_all_facts_behind_a_figure_are_found_once_each_in_drawing_order() -> None:
    figure = go.Figure([go.Bar(x=[1, 2], y=[1, 2], customdata=["b,a", ["c"]]), go.Bar(x=[1], y=[1]), go.Bar(customdata=["a"])])
    assert evidence.ids_in(figure) == ("b", "a", "c")


@pytest.mark.parametrize(("article", "line"), CITATIONS)
def test_a_citation_says_what_is_known(article: dict[str, Any], line: str) -> None:
    published: date | None = article["published"]
    assert citation.gbt_7714(article, published) == line
