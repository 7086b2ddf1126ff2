"""Read one article: all its rows for the tables that need no other article."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pyarrow as pa

from presslens import tables
from presslens.lexicon import Hit, names
from presslens.message import Message
from presslens.model import Article, Fact, Score, Sentence
from presslens.pipeline.articles.duplicates import Sketch, sketch
from presslens.pipeline.articles.load import Problem, load_text
from presslens.pipeline.articles.split import dealt, split
from presslens.pipeline.facts.extract import extract
from presslens.pipeline.facts.origins import origin_of
from presslens.pipeline.figures.exchange import usd
from presslens.pipeline.figures.quantities import read_quantities
from presslens.pipeline.keywords import keywords
from presslens.pipeline.sentiment import masks, mean, scoring, summary
from presslens.record import fields_of

_MOSTLY = 0.5
# Figures of several kinds, a model, a firm, somebody who is quoted, and words of outlook.
_SAMPLE = """文｜数位周刊 林小明
青鸾科技2月16日宣布，该公司完成5亿美元融资，并推出视频模型Sora，它基于Transformer架构，能生成60秒的1080P视频。
分析师认为，这款模型画面逼真，但价格昂贵，市场规模预计到2030年将同比增长20%。
"""
_TARGETS = ("model", "company")


@dataclass
class Rows:
    """The rows of one article for every table, before families are known."""

    article: Article
    sentences: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    # There are more of them than of all others together, and nothing looks at them one by one.
    keywords: pa.Table = field(default_factory=partial(tables.empty, "keywords"))
    outlook: tuple[float, float, float] = (0.0, 0.0, 0.0)
    in_passing: bool = False
    sketch: Sketch = field(default_factory=partial(sketch, ""))


def read_article(article: Article) -> Rows:
    """Do all that needs only this article: sentences, facts, claims, sentiment, mentions, keywords."""
    rows = Rows(article, sketch=sketch(article.match))
    sentences = split(article.text)
    hits, quantities = names().find(article.match), read_quantities(article.match, article.written)
    facts, claims = extract(article, sentences, quantities, hits, usd)
    rows.facts = _fact_rows(article, facts)
    rows.claims = _fact_rows(article, claims)
    _score(rows, sentences, hits)
    found = keywords(article.match, hits)
    if found:
        terms, counts, weights = zip(*found, strict=True)
        rows.keywords = tables.of_columns("keywords", [[article.article_id] * len(found), terms, counts, weights])
    return rows


def tried(article: Article) -> Rows | Problem:
    """Read an article; a fault of ours in one of them costs none of the others, and is told with it."""
    try:
        return read_article(article)
    except Exception as fault:
        logging.getLogger(__name__).exception("%s was not read", article.file)
        return Problem(
            article.file,
            Message(
                "{name} was left out: Presslens failed on it ({fault}). Please report this with the article.",
                name=article.file,
                fault=repr(fault),
            ),
        )


def load_words() -> None:
    """Load the lexicons, dictionaries and models that nearly every article needs: by reading one."""
    read_article(load_text(_SAMPLE))


def _fact_rows(article: Article, facts: Sequence[Fact]) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for fact in facts:
        key = f"{article.article_id}|{fact.start}|{fact.end}|{fact.metric}|{fact.subject}|{fact.value_text}"
        fact_id = hashlib.sha256(key.encode()).hexdigest()[:12]
        rows.setdefault(
            fact_id,
            {
                **fields_of(fact),
                "fact_id": fact_id,
                "article_id": article.article_id,
                "origin": origin_of(fact.attributed_to, article),
                "steps": list(fact.steps),
            },
        )
    return list(rows.values())


def _score(rows: Rows, sentences: Sequence[Sentence], hits: Sequence[Hit]) -> None:
    """Score every sentence, and sum up those that speak for the article."""
    article, speaking = rows.article, []
    quoted, prompted = masks.quoted_spans(article.match), masks.prompt_spans(article.match)
    texts = [article.match[sentence.start : sentence.end] for sentence in sentences]
    names_in = [inside for _, inside in dealt(sentences, hits)]
    scores = scoring.score_all(texts, [[hit.name for hit in inside if hit.kind in _TARGETS] for inside in names_in])
    for sentence, text, inside, score in zip(sentences, texts, names_in, scores, strict=True):
        speaks = mean.speaks(text, sentence.start, sentence.end, prompted)
        if speaks:
            speaking.append(score)
        is_quoted = masks.share_within(sentence.start, sentence.end, quoted) >= _MOSTLY
        where = {"article_id": article.article_id, "sentence_no": sentence.no}
        rows.sentences.append({**where, **_sentence_row(sentence, score), "in_mean": speaks, "quoted": is_quoted})
        rows.mentions.extend({**where, **_mention_row(hit, score)} for hit in inside)
    rows.outlook = summary.summarise(speaking)


def _sentence_row(sentence: Sentence, score: Score) -> dict[str, Any]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "sentiment": score.value,
        "label": score.label,
        "probability": score.probability,
        "cues": list(score.cues),
    }


def _mention_row(hit: Hit, score: Score) -> dict[str, Any]:
    return {
        "start": hit.start,
        "end": hit.end,
        "entity": hit.name,
        "entity_kind": hit.kind,
        "sentiment": score.targets.get(hit.name, score.value),
    }
