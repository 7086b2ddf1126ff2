"""Outlook summed up: means with bootstrap intervals over articles or sentences, and the words that decided."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

FEWEST_ARTICLES = 3
FEWEST_SENTENCES = 3
RESAMPLES = 1000
SEED = 20240216
SUMMARY_COLUMNS = ("name", "mean", "low", "high", "articles", "sentences", "enough", "article_ids")


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the mean of the values and its 95 % bootstrap interval; the same values give the same interval.

    >>> interval([0.5, 0.5])
    (0.5, 0.5, 0.5)
    """
    sample = np.asarray(values, dtype=float)
    draws = np.random.default_rng(SEED).choice(sample, size=(RESAMPLES, sample.size))
    low, high = np.percentile(draws.mean(axis=1), [2.5, 97.5])
    return float(sample.mean()), float(low), float(high)


def by_outlet(sentences: pd.DataFrame) -> pd.DataFrame:
    """Sum up each outlet: the mean over its articles; with fewer than three, interval and mean over its sentences.

    `enough` says whether the outlet may be ranked. Ranked outlets come first, each part from the most hopeful down.
    """
    told = sentences.dropna(subset=["sentiment"])
    rows = []
    for outlet, part in told.groupby("outlet", sort=True):
        means = part.groupby("article_id")["sentiment"].mean()
        enough = len(means) >= FEWEST_ARTICLES
        mean, low, high = interval(means.tolist() if enough else part["sentiment"].tolist())
        rows.append((outlet, mean, low, high, len(means), len(part), enough, ",".join(means.index)))
    return _ranked(rows)


def toward(mentions: pd.DataFrame, kind: str, most: int = 10) -> pd.DataFrame:
    """Sum up how the sentences that name a model or company speak of it, for the names in most sentences.

    A name in fewer than three sentences is left out: nothing can be said of how sure its mean is.
    """
    told = mentions[(mentions["entity_kind"] == kind) & mentions["sentiment"].notna()]
    told = told.drop_duplicates(["article_id", "sentence_no", "entity"])
    counted = told["entity"].value_counts().rename_axis("entity").reset_index()
    ordered = counted[counted["count"] >= FEWEST_SENTENCES].sort_values(["count", "entity"], ascending=[False, True])
    often = ordered["entity"].head(most)
    rows = []
    for entity, part in told[told["entity"].isin(often)].groupby("entity", sort=True):
        mean, low, high = interval(part["sentiment"].tolist())
        ids = part["article_id"].drop_duplicates().tolist()
        rows.append((entity, mean, low, high, len(ids), len(part), len(ids) >= FEWEST_ARTICLES, ",".join(ids)))
    return _ranked(rows)


def by_month(articles: pd.DataFrame) -> pd.DataFrame:
    """Average the articles of each month: month (first day), middle (to draw it on), mean, articles, enough, article_ids."""
    dated = articles[articles["published"].notna() & articles["sentiment"].notna()]
    months = pd.to_datetime(dated["published"]).dt.to_period("M").dt.to_timestamp()
    found = (
        dated.assign(month=months)
        .groupby("month", sort=True)
        .agg(mean=("sentiment", "mean"), articles=("article_id", "size"), article_ids=("article_id", ",".join))
        .reset_index()
    )
    return found.assign(middle=found["month"] + pd.Timedelta(days=14), enough=found["articles"] >= FEWEST_ARTICLES)


def cues(sentences: pd.DataFrame, most: int = 12) -> pd.DataFrame:
    """Count the words that decided, by the direction of their sentence: term, label, count, articles, article_ids.

    A word counts once per sentence; only sentences that lean one way are counted.
    """
    words = _cue_words(sentences)
    counted = (
        words.groupby(["cues", "label"], sort=True)
        .agg(count=("sentence_no", "size"), articles=("article_id", "nunique"), article_ids=("article_id", _joined))
        .reset_index()
        .rename(columns={"cues": "term"})
        .sort_values(["count", "term"], ascending=[False, True], kind="stable")
    )
    return counted.groupby("label", sort=False).head(most).reset_index(drop=True)


def cues_by_outlet(sentences: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """Give each outlet's commonest deciding words: outlet, hopeful and critical (tuples of words with their counts)."""
    words = _cue_words(sentences)
    counted = words.groupby(["outlet", "label", "cues"], sort=True).size().rename("count").reset_index()
    ordered = counted.sort_values(["outlet", "label", "count", "cues"], ascending=[True, True, False, True])
    rows = []
    for outlet, part in ordered.groupby("outlet", sort=True):
        sides = (part[part["label"] == label].head(most) for label in (1, -1))
        rows.append((outlet, *(tuple(zip(side["cues"], side["count"], strict=True)) for side in sides)))
    return pd.DataFrame(rows, columns=["outlet", "hopeful", "critical"])


def _cue_words(sentences: pd.DataFrame) -> pd.DataFrame:
    told = sentences[sentences["label"].isin([-1, 1])]
    words = told[["article_id", "sentence_no", "outlet", "label", "cues"]].explode("cues").dropna(subset=["cues"])
    return words.drop_duplicates(["article_id", "sentence_no", "cues"])


def _joined(ids: pd.Series) -> str:
    return ",".join(dict.fromkeys(ids))


def extremes(sentences: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """Give the most hopeful sentences, then the most critical ones, the strongest of each first."""
    told = sentences[sentences["label"] != 0]
    ordered = told.sort_values(["sentiment", "article_id", "sentence_no"], ascending=[False, True, True])
    high, low = ordered[ordered["label"] > 0].head(most), ordered[ordered["label"] < 0].tail(most).iloc[::-1]
    return pd.concat([high, low], ignore_index=True)


def _ranked(rows: list[tuple[str, float, float, float, int, int, bool, str]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(SUMMARY_COLUMNS))
    return frame.sort_values(["enough", "mean", "name"], ascending=[False, False, True]).reset_index(drop=True)
