"""What decided: the words behind the outlook, and the sentences that lean furthest."""

from __future__ import annotations

import pandas as pd

from presslens.dashboard import counting


def cues(told: pd.DataFrame, most: int = 12) -> pd.DataFrame:
    """Count the words that decided, by the direction of their sentence: term, label, count, counted, article_ids.

    A word counts once per sentence; only sentences that lean one way are counted.
    """
    words = _cue_words(told)
    counted = (
        words.groupby(["cues", "label"], sort=True)
        .agg(count=("sentence_no", "size"), counted=("counted", "nunique"), article_ids=("article_id", _joined))
        .reset_index()
        .rename(columns={"cues": "term"})
        .sort_values(["count", "term"], ascending=[False, True], kind="stable")
    )
    return counted.groupby("label", sort=False).head(most).reset_index(drop=True)


def cues_by_outlet(told: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """Give each outlet's commonest deciding words: outlet, hopeful and critical (tuples of words with their counts)."""
    words = _cue_words(told)
    counted = words.groupby(["outlet", "label", "cues"], sort=True).size().rename("count").reset_index()
    ordered = counted.sort_values(["outlet", "label", "count", "cues"], ascending=[True, True, False, True])
    rows = []
    for outlet, part in ordered.groupby("outlet", sort=True):
        sides = (part[part["label"] == label].head(most) for label in (1, -1))
        rows.append((outlet, *(tuple(zip(side["cues"], side["count"], strict=True)) for side in sides)))
    return pd.DataFrame(rows, columns=["outlet", "hopeful", "critical"])


def extremes(told: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """Give the most hopeful sentences, then the most critical ones, the strongest of each first."""
    leaning = told[told["label"] != 0]
    ordered = leaning.sort_values(["sentiment", "article_id", "sentence_no"], ascending=[False, True, True])
    high, low = ordered[ordered["label"] > 0].head(most), ordered[ordered["label"] < 0].tail(most).iloc[::-1]
    return pd.concat([high, low], ignore_index=True)


def _cue_words(told: pd.DataFrame) -> pd.DataFrame:
    leaning = told[told["label"].isin([-1, 1])]
    leaning = leaning.assign(counted=counting.keys(leaning))
    words = leaning[["article_id", "counted", "sentence_no", "outlet", "label", "cues"]].explode("cues").dropna(subset=["cues"])
    return words.drop_duplicates(["article_id", "sentence_no", "cues"])


def _joined(ids: pd.Series) -> str:
    return ",".join(dict.fromkeys(ids))
