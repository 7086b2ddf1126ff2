from __future__ import annotations

from datetime import date

import pytest

from presslens.dashboard.data import Source
from presslens.dashboard.filters import Filters
from presslens.dashboard.text import Text
from tests import made

MARCH, APRIL = date(2024, 3, 1), date(2024, 4, 30)

QUERIES = [
    ({}, Filters()),
    ({"outlet": ["Hill Weekly", "Harbour Daily"]}, Filters(outlets=("Harbour Daily", "Hill Weekly"))),
    ({"date": ["2024-03-01"]}, Filters(since=MARCH)),
    ({"date": ["2024-04-30", "2024-03-01"]}, Filters(since=MARCH, until=APRIL)),
    ({"date": ["soon"]}, Filters()),
    ({"topic": ["market", "weather"]}, Filters(topics=("market",))),
    ({"model": ["Sora"], "page": ["9"]}, Filters(models=("Sora",))),
]

WORDS = [
    (Filters(), "en", ""),
    (Filters(outlets=("Harbour Daily", "unknown")), "en", "printed by Harbour Daily or Unknown outlet"),
    (Filters(models=("Sora",), topics=("market",)), "en", "naming Sora, with figures on Market"),
    (Filters(since=MARCH, until=APRIL), "en", "from 1 Mar 2024 to 30 Apr 2024"),
    (Filters(since=MARCH), "zh", "2024年3月1日起"),
    (Filters(until=APRIL), "en", "until 30 Apr 2024"),
    (Filters(outlets=("unknown",)), "zh", "来自未署名媒体"),
]

# Which articles, facts and mentions a filter leaves: ids of articles by their first letter.
LEFT = [
    (Filters(), "abcd", {"f1", "f2", "f3", "f4", "f5", "f6", "f7"}, {"k1"}),
    (Filters(outlets=("Harbour Daily",)), "a", {"f1", "f2", "f3"}, set()),
    (Filters(outlets=("unknown",)), "c", {"f5"}, set()),
    (Filters(outlets=("Harbour Daily", "unknown")), "ac", {"f1", "f2", "f3", "f5"}, {"k1"}),
    (Filters(since=date(2024, 4, 1)), "bd", {"f4", "f6", "f7"}, set()),
    (Filters(until=MARCH), "a", {"f1", "f2", "f3"}, set()),
    (Filters(topics=("market",)), "abc", {"f1", "f4", "f5"}, {"k1"}),
    (Filters(topics=("compute",)), "", set(), set()),
    (Filters(models=("Sora",), topics=("models",)), "ab", {"f3", "f7"}, set()),
    (Filters(outlets=("No such paper",)), "", set(), set()),
]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return Source(made.dataset(tmp_path_factory.mktemp("data")), "1", "1")


@pytest.mark.parametrize(("query", "filters"), QUERIES)
def test_filters_are_read_from_a_url(query: dict[str, list[str]], filters: Filters) -> None:
    assert Filters.from_query(query) == filters


@pytest.mark.parametrize("filters", [filters for _, filters in QUERIES])
def test_filters_survive_the_way_through_a_url(filters: Filters) -> None:
    assert Filters.from_query(filters.to_query()) == filters


@pytest.mark.parametrize(("filters", "language", "words"), WORDS)
def test_filters_are_said_in_words(filters: Filters, language: str, words: str) -> None:
    assert filters.in_words(Text("zh" if language == "zh" else "en")) == words


@pytest.mark.parametrize(("filters", "articles", "facts", "checks"), LEFT)
def test_a_filter_leaves_articles(source: Source, filters: Filters, articles: str, facts: set[str], checks: set[str]) -> None:
    assert "".join(sorted(row[0] for row in source.select("articles", filters)["article_id"])) == articles


@pytest.mark.parametrize(("filters", "articles", "facts", "checks"), LEFT)
def test_a_filter_leaves_facts(source: Source, filters: Filters, articles: str, facts: set[str], checks: set[str]) -> None:
    assert set(source.select("facts", filters)["fact_id"]) == facts


@pytest.mark.parametrize(("filters", "articles", "facts", "checks"), LEFT)
def test_a_check_is_kept_only_with_all_its_facts(
    source: Source, filters: Filters, articles: str, facts: set[str], checks: set[str]
) -> None:
    assert set(source.select("checks", filters)["check_id"]) == checks


def test_a_model_filter_drops_the_other_model_of_the_same_sentence(source: Source) -> None:
    assert set(source.select("mentions", Filters(models=("Vidu",)))["entity"]) == {"Vidu", "NVIDIA"}


def test_facts_come_with_what_is_known_of_their_article(source: Source) -> None:
    row = source.select("facts", Filters(outlets=("Hill Weekly",))).iloc[0]
    assert (row["outlet"], row["family"], row["published"].date()) == ("Hill Weekly", "b2b2b2b2b2b2", date(2024, 5, 20))


def test_undated_articles_that_a_date_filter_leaves_out_are_counted(source: Source) -> None:
    assert len(source.ask(Filters(since=MARCH).undated())) == 1


def test_a_hostile_outlet_is_a_value_like_any_other(source: Source) -> None:
    assert list(source.select("facts", Filters(outlets=(made.HOSTILE,)))["fact_id"]) == ["f6"]
