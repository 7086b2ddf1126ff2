"""A small dataset written by us, with everything in it that a page must bear: no outlet, no date, hostile names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from presslens import tables

HOSTILE = "![x](http://127.0.0.1:9/x.png) <b>$5~6$</b> =1+1"

_ARTICLE = {
    "article_id": "a1a1a1a1a1a1",
    "file": "one.txt",
    "title": "A year of moving pictures",
    "outlet": "Harbour Daily",
    "author": "Wen Li",
    "published": date(2024, 3, 1),
    "published_precision": "day",
    "published_basis": "stated",
    "url": "",
    "script": "hans",
    "characters": 40,
    "sentences": 2,
    "repairs": 0,
    "unrepaired": 0,
    "family": "a1a1a1a1a1a1",
    "sentiment": 0.2,
    "sentiment_low": -0.1,
    "sentiment_high": 0.5,
}
_FACT = {
    "fact_id": "f1",
    "article_id": "a1a1a1a1a1a1",
    "sentence_no": 1,
    "start": 6,
    "end": 10,
    "surface": "50亿元",
    "kind": "money",
    "low": 5e9,
    "high": 5e9,
    "unit": "CNY",
    "value_text": "",
    "bound": "exact",
    "subject": "AIGC",
    "metric": "market_size",
    "scope": "china",
    "as_of": "2023",
    "attributed_to": "Tide Research",
    "origin": "Tide Research",
    "status": "actual",
    "amount_usd": 7e8,
    "rule": "size_of_market",
    "steps": ["50亿 = 5000000000"],
    "confidence": "high",
}
TEXTS = {"a1a1a1a1a1a1": "去年市场规模50亿元。能生成16秒视频的Vidu和60秒的Sora都在其中。"}


def article(**changes: Any) -> dict[str, Any]:
    """Make one article, by default one of the Harbour Daily."""
    return {**_ARTICLE, **changes}


def fact(**changes: Any) -> dict[str, Any]:
    """Make one fact, by default a market size."""
    return {**_FACT, **changes}


def sentence(article_id: str, number: int, start: int, end: int, label: int = 0) -> dict[str, Any]:
    """Make one sentence."""
    return {
        "article_id": article_id,
        "sentence_no": number,
        "start": start,
        "end": end,
        "sentiment": label * 0.5,
        "label": label,
        "probability": 0.9,
        "in_mean": True,
        "quoted": False,
        "cues": ["rise"] if label else [],
    }


def mention(article_id: str, number: int, entity: str, kind: str = "model") -> dict[str, Any]:
    """Make one name in a sentence."""
    return {
        "article_id": article_id,
        "sentence_no": number,
        "start": 0,
        "end": 4,
        "entity": entity,
        "entity_kind": kind,
        "sentiment": 0.1,
    }


ARTICLES = [
    article(),
    article(
        article_id="b2b2b2b2b2b2", file="two.txt", family="b2b2b2b2b2b2", outlet="Hill Weekly", published=date(2024, 5, 20)
    ),
    article(
        article_id="c3c3c3c3c3c3",
        file="three.txt",
        family="c3c3c3c3c3c3",
        outlet="",
        title="",
        author="",
        published=None,
        published_precision="unknown",
        published_basis="unknown",
    ),
    article(
        article_id="d4d4d4d4d4d4",
        file="four.txt",
        family="d4d4d4d4d4d4",
        outlet=HOSTILE,
        title=HOSTILE,
        author=HOSTILE,
        published=date(2024, 4, 1),
        published_precision="month",
        published_basis="inferred",
    ),
]
SENTENCES = [
    sentence("a1a1a1a1a1a1", 1, 0, 11, 1),
    sentence("a1a1a1a1a1a1", 2, 11, 38),
    sentence("b2b2b2b2b2b2", 1, 0, 12, -1),
    sentence("c3c3c3c3c3c3", 1, 0, 12),
    sentence("d4d4d4d4d4d4", 1, 0, 12),
]
_CLIP = {"kind": "duration", "unit": "s", "metric": "max_duration", "scope": "", "as_of": "", "amount_usd": None,
         "attributed_to": "", "sentence_no": 2, "steps": []}  # fmt: skip
FACTS = [
    fact(),
    fact(
        **_CLIP,
        fact_id="f2",
        subject="Vidu",
        low=16.0,
        high=16.0,
        surface="16秒",
        start=14,
        end=17,
        origin="article:a1a1a1a1a1a1",
    ),
    fact(
        **_CLIP,
        fact_id="f3",
        subject="Sora",
        low=60.0,
        high=60.0,
        surface="60秒",
        start=25,
        end=28,
        origin="article:a1a1a1a1a1a1",
    ),
    fact(fact_id="f4", article_id="b2b2b2b2b2b2", origin="Tide Research"),
    fact(
        fact_id="f5",
        article_id="c3c3c3c3c3c3",
        low=8e9,
        high=8e9,
        surface="80亿元",
        amount_usd=1.1e9,
        origin="article:c3c3c3c3c3c3",
        attributed_to="",
    ),
    fact(
        fact_id="f6",
        article_id="d4d4d4d4d4d4",
        subject=HOSTILE,
        metric="funding_target",
        status="target",
        scope="",
        as_of="2024-04",
        low=1e9,
        high=None,
        unit="USD",
        amount_usd=1e9,
        bound="at_least",
        surface=HOSTILE,
        attributed_to=HOSTILE,
        origin=HOSTILE,
    ),
    fact(
        fact_id="f7",
        article_id="b2b2b2b2b2b2",
        subject="Sora",
        metric="release_date",
        kind="date",
        low=None,
        high=None,
        unit="",
        as_of="2024-02-16",
        scope="",
        amount_usd=None,
        surface="2月16日",
        attributed_to="",
        origin="article:b2b2b2b2b2b2",
    ),
]
CLAIMS = [
    fact(
        fact_id="g1",
        kind="text",
        metric="developer",
        subject="Sora",
        scope="",
        as_of="",
        value_text="OpenAI",
        surface="OpenAI",
        low=None,
        high=None,
        unit="",
        amount_usd=None,
        sentence_no=2,
        origin="article:a1a1a1a1a1a1",
    ),
]
MENTIONS = [
    mention("a1a1a1a1a1a1", 2, "Vidu"),
    mention("a1a1a1a1a1a1", 2, "Sora"),
    mention("a1a1a1a1a1a1", 2, "NVIDIA", "company"),
    mention("b2b2b2b2b2b2", 1, "Sora"),
]
KEYWORDS = [
    {"article_id": article_id, "term": term, "count": 2, "weight": 0.1}
    for article_id in ("a1a1a1a1a1a1", "b2b2b2b2b2b2", "d4d4d4d4d4d4")
    for term in ("算力", HOSTILE)
]
CHECKS = [
    {
        "check_id": "k1",
        "kind": "disagreement",
        "metric": "market_size",
        "subject": "AIGC",
        "scope": "china",
        "as_of": "2023",
        "fact_ids": ["f1", "f5"],
        "value": 1.6,
        "unit": "x",
        "agrees": False,
        "diagnosis": "different values",
        "steps": [],
    },
]


def contents(**changes: list[dict[str, Any]]) -> dict[str, pa.Table]:
    """Make the tables of the dataset, some of them replaced."""
    rows: Mapping[str, list[dict[str, Any]]] = {
        "articles": ARTICLES,
        "sentences": SENTENCES,
        "facts": FACTS,
        "claims": CLAIMS,
        "mentions": MENTIONS,
        "keywords": KEYWORDS,
        "checks": CHECKS,
        **changes,
    }
    return {name: tables.to_table(name, rows[name]) for name in tables.SCHEMAS}


def dataset(folder: Path, **changes: list[dict[str, Any]]) -> Path:
    """Write the dataset, with the text of its first article beside it."""
    tables.write(folder, contents(**changes))
    (folder / "local").mkdir(exist_ok=True)
    for article_id, text in TEXTS.items():
        (folder / "local" / f"{article_id}.txt").write_text(text, encoding="utf-8")
    return folder
