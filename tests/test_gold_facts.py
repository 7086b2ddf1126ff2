"""The gold table of facts is the specification of what figures mean."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslens.lexicon import names
from presslens.model import Article, Fact
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.split import split
from presslens.pipeline.facts import passage
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.figures.quantities import read_quantities
from presslens.pipeline.gates import ALL_MARKS

CASES: list[dict[str, Any]] = [
    case
    for name in (
        "facts.toml",
        "facts_hard.toml",
        "facts_wide.toml",
        "facts_named.toml",
        "facts_told.toml",
        "facts_inherited.toml",
        "facts_specs.toml",
        "facts_worded.toml",
        "facts_counted.toml",
        "facts_spent.toml",
        "facts_sold.toml",
        "facts_tables.toml",
        "claims.toml",
        "claims_credited.toml",
    )
    for case in tomllib.loads((Path(__file__).parent / "gold" / name).read_text(encoding="utf-8"))["case"]
]


def read(text: str, published: date | None = None) -> tuple[list[Fact], list[Fact]]:
    article = Article(
        "0" * 12,
        "own.txt",
        text,
        matching_copy(text),
        published=published,
        published_precision="day" if published else "unknown",
    )
    quantities = read_quantities(article.match, published)
    hits = names().find(article.match)
    return extract(article, split(text), quantities, hits, lambda amount, currency, year: amount if currency == "USD" else None)


def agrees(fact: Fact, wanted: dict[str, Any]) -> bool:
    for name, value in wanted.items():
        found = getattr(fact, name)
        if isinstance(value, int | float):
            if found is None or abs(found - value) > 0.01 * abs(value):
                return False
        elif found != value:
            return False
    return True


def named(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.metric != "other"]


@pytest.mark.parametrize("case", [c for c in CASES if "gap" not in c and "facts" in c], ids=lambda case: case["text"][:24])
def test_a_sentence_yields_exactly_its_facts(case: dict[str, Any]) -> None:
    facts = named(read(case["text"], case.get("published"))[0])
    for wanted in case["facts"]:
        assert any(agrees(fact, wanted) for fact in facts), f"missing {wanted} among {facts}"
    extra = [fact for fact in facts if not any(agrees(fact, wanted) for wanted in case["facts"])]
    assert not extra, f"not asked for: {extra}"


@pytest.mark.parametrize("case", [c for c in CASES if "claims" in c and "gap" not in c], ids=lambda case: case["text"][:24])
def test_a_sentence_yields_exactly_its_claims_in_words(case: dict[str, Any]) -> None:
    claims = read(case["text"], case.get("published"))[1]
    for wanted in case["claims"]:
        assert any(agrees(claim, wanted) for claim in claims), f"missing {wanted} among {claims}"
    extra = [claim for claim in claims if not any(agrees(claim, wanted) for wanted in case["claims"])]
    assert not extra, f"not asked for: {extra}"


def test_rules_and_patterns_that_a_sentence_is_spared_would_have_found_nothing_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = [read(case["text"], case.get("published")) for case in CASES]
    monkeypatch.setattr(passage, "marks", lambda text, sentences: [ALL_MARKS] * len(sentences))
    assert [read(case["text"], case.get("published")) for case in CASES] == spared


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_every_fact_and_claim_is_a_slice_of_the_text(case: dict[str, Any]) -> None:
    for fact in (lambda pair: pair[0] + pair[1])(read(case["text"], case.get("published"))):
        assert case["text"][fact.start : fact.end] == fact.surface
