"""The pages of charts: every mark on screen leads to a fact or an article of the dataset."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from presslens import tables
from tests import made
from tests.visits import visit

OF_FACTS = ["market_size", "chips_and_funding", "compare_models"]
OF_ARTICLES = ["sentiment", "words"]
NOTHING = [
    ("market_size", "No outlet in this selection reports a market size."),
    ("market_size", "No outlet in this selection reports a share."),
    ("chips_and_funding", "No outlet in this selection reports funding, a valuation or a deal."),
    ("chips_and_funding", "No outlet in this selection says how many GPUs anyone has or needs."),
    ("compare_models", "No outlet in this selection says how long a clip these models can make."),
    ("sentiment", "No sentence in this selection leans either way."),
    ("words", "No term stands out in this selection."),
]


def ids_on_screen(app: AppTest) -> Iterator[str]:
    for chart in app.get("plotly_chart"):
        for trace in json.loads(chart.proto.spec)["data"]:
            for known in trace.get("customdata", []):
                yield from known.split(",")


@pytest.mark.parametrize("name", OF_FACTS)
def test_every_mark_leads_to_a_fact_of_the_dataset(data: Path, name: str) -> None:
    shown = set(ids_on_screen(visit(name)))
    assert shown
    assert shown <= set(tables.read(data, "facts")["fact_id"].to_pylist())


@pytest.mark.parametrize("name", OF_ARTICLES)
def test_every_mark_leads_to_articles_of_the_dataset(data: Path, name: str) -> None:
    shown = set(ids_on_screen(visit(name)))
    assert shown
    assert shown <= set(tables.read(data, "articles")["article_id"].to_pylist())


@pytest.mark.parametrize("name", [*OF_FACTS, *OF_ARTICLES])
def test_every_chart_has_words_for_those_who_cannot_see_it(data: Path, name: str) -> None:
    charts = visit(name).get("plotly_chart")
    assert charts
    assert all(len(chart.proto.alt) > 20 for chart in charts)


@pytest.mark.parametrize(("name", "said"), NOTHING)
def test_a_chart_of_nothing_is_one_sentence(data: Path, name: str, said: str) -> None:
    made.dataset(data, facts=[], claims=[], keywords=[], checks=[], sentences=[])
    assert said in [box.value.replace("\\", "") for box in visit(name).info]


def test_the_models_compared_come_from_the_url(data: Path) -> None:
    assert visit("compare_models", compare=["Vidu"]).multiselect(key="compare").value == ["Vidu"]


def test_an_unknown_model_in_the_url_is_dropped(data: Path) -> None:
    assert not visit("compare_models", compare=["Nobody knows it"]).exception


def test_comparing_no_model_asks_for_one(data: Path) -> None:
    app = visit("compare_models")
    app.multiselect(key="compare").set_value([]).run()
    assert "Choose a model above" in app.info[0].value


def test_the_most_striking_sentence_links_to_its_article(data: Path) -> None:
    assert "Sentence" in " ".join(link.proto.label for link in visit("sentiment").get("page_link"))
