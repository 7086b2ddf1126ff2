"""Outlook summed up: of an article, of an outlet with what may be said of it, and month by month.

An article's outlook is the mean over its sentences that speak for it. An outlet's is the mean over its articles, near-copies
counted once, shrunk toward the mean of all: with two articles a value says more about chance than about the outlet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from presslens.dashboard import counting
from presslens.dashboard.aggregates import periods
from presslens.model import UNCLEAR_BELOW

FEWEST_ARTICLES = 3
RESAMPLES = 1000
SEED = 20240216
_Z_95 = 1.96
_FEWEST_SENTENCES = 5
ARTICLE_COLUMNS = (
    "article_id",
    "outlet",
    "title",
    "published",
    "family",
    "counted",
    "sentiment",
    "sentiment_low",
    "sentiment_high",
    "sentences",
    "unclear",
)
OUTLET_COLUMNS = ("name", "mean", "raw", "low", "high", "articles", "counted", "sentences", "unclear", "enough", "article_ids")

Values = NDArray[np.float64]


def speaking(sentences: pd.DataFrame, *, quoted: bool = False) -> pd.DataFrame:
    """Keep the sentences that speak for their article; with `quoted`, only those that are a quoted speaker's words."""
    told = sentences[sentences["in_mean"].astype(bool) & sentences["sentiment"].notna()]
    return told[told["quoted"].astype(bool)] if quoted else told


def by_article(told: pd.DataFrame) -> pd.DataFrame:
    """Average each article's sentences, with the 95 % interval of that mean and the share of unclear sentences (0-1).

    The interval is the normal one; an article of few sentences borrows the spread of all of them.
    """
    if told.empty:
        return pd.DataFrame(columns=list(ARTICLE_COLUMNS))
    found = (
        told.assign(unclear=told["probability"] < UNCLEAR_BELOW, family=_families(told), counted=counting.keys(told))
        .groupby("article_id", sort=True)
        .agg(
            **{name: (name, "first") for name in ("outlet", "title", "published", "family", "counted")},
            spread=("sentiment", "std"),
            sentences=("sentiment", "size"),
            unclear=("unclear", "mean"),
            sentiment=("sentiment", "mean"),
        )
        .reset_index()
    )
    return _with_interval(found, float(told["sentiment"].std(ddof=0)))[list(ARTICLE_COLUMNS)]


def _with_interval(found: pd.DataFrame, overall: float) -> pd.DataFrame:
    spread = found["spread"].where(found["sentences"] >= _FEWEST_SENTENCES, overall)
    margin = _Z_95 * spread / np.sqrt(found["sentences"])
    low, high = ((found["sentiment"] + end).clip(-1, 1) for end in (-margin, margin))
    return found.assign(sentiment_low=low, sentiment_high=high)


def by_outlet(articles: pd.DataFrame) -> pd.DataFrame:
    """Sum up each outlet of `by_article`, near-copies of one outlet counted once.

    `articles` is how many are weighed, `counted` how much that is in the reader's unit; `raw` is the mean over them, `mean` the
    same shrunk toward the mean of all articles (empirical Bayes, normal within and between outlets), low and high its 95 %
    interval: articles are drawn with replacement, and their deviations scaled to the variance that the shrunk mean leaves; an
    outlet with fewer than three draws from all outlets' deviations. `enough` says whether it may be ranked: articles that name
    no outlet are not one. Ranked outlets come first, each part from the most hopeful down. The same articles give the same
    intervals.
    """
    if articles.empty:
        return pd.DataFrame(columns=list(OUTLET_COLUMNS)).astype({"enough": bool})
    families = articles.groupby(["outlet", "family"], sort=True)["sentiment"].mean().reset_index()
    groups = {name: part["sentiment"].to_numpy(float) for name, part in families.groupby("outlet", sort=True)}
    everyone = articles.groupby("family", sort=True)["sentiment"].mean().to_numpy(float)
    prior = _prior(list(groups.values()), float(everyone.mean()))
    deviations = np.concatenate([values - values.mean() for values in groups.values() if len(values) > 1] or [np.zeros(1)])
    rows = []
    for name, part in articles.groupby("outlet", sort=True):
        values, own = groups[name], groups[name] - groups[name].mean()
        interval = _interval(values, own if len(values) >= FEWEST_ARTICLES else deviations, everyone, prior)
        rows.append({"name": name, **_summed_up(part, values, prior), "low": interval[0], "high": interval[1]})
    frame = pd.DataFrame(rows)
    frame = frame.assign(enough=(frame["articles"] >= FEWEST_ARTICLES) & (frame["name"] != ""))[list(OUTLET_COLUMNS)]
    return frame.sort_values(["enough", "mean", "name"], ascending=[False, False, True]).reset_index(drop=True)


def _summed_up(part: pd.DataFrame, values: Values, prior: _Prior) -> dict[str, object]:
    """Sum up the articles of one outlet, of which the near-copies taken together have these values."""
    return {
        "mean": prior.shrink(float(values.mean()), len(values)),
        "raw": float(values.mean()),
        "articles": len(values),
        "counted": counting.number(part),
        "sentences": int(part["sentences"].sum()),
        "unclear": float((part["unclear"] * part["sentences"]).sum() / part["sentences"].sum()),
        "article_ids": ",".join(part["article_id"]),
    }


def by_month(articles: pd.DataFrame) -> pd.DataFrame:
    """Average the articles of each month: month (first day), middle (to draw it on), mean, articles, enough, article_ids.

    Near-copies published in one month are weighed once; `counted` is how much was published, in the reader's unit.
    """
    dated = articles[articles["published"].notna() & articles["sentiment"].notna()]
    months = periods.starts(dated["published"], "month")
    found = (
        dated.assign(month=months, family=_families(dated), counted=counting.keys(dated))
        .groupby(["month", "family"], sort=True)
        .agg(mean=("sentiment", "mean"), counted=("counted", "nunique"), article_ids=("article_id", ",".join))
        .reset_index()
        .groupby("month", sort=True)
        .agg(
            mean=("mean", "mean"),
            articles=("family", "size"),
            counted=("counted", "sum"),
            article_ids=("article_ids", ",".join),
        )
        .reset_index()
    )
    return found.assign(middle=found["month"] + pd.Timedelta(days=14), enough=found["articles"] >= FEWEST_ARTICLES)


def unclear_share(told: pd.DataFrame) -> float:
    """Give the share (0-1) of sentences whose label is no more than a guess."""
    return float((told["probability"] < UNCLEAR_BELOW).mean()) if len(told) else 0.0


@dataclass(frozen=True, slots=True)
class _Prior:
    """What all outlets together let one expect of any: their mean, and the variances between and within outlets."""

    mean: float
    between: float
    within: float

    def weight(self, articles: int) -> float:
        """Tell how much of its own mean an outlet keeps, 0 to 1; the more articles, the more."""
        noise = self.within / articles
        return self.between / (self.between + noise) if self.between + noise else 1.0

    def shrink(self, mean: float, articles: int) -> float:
        """Move a mean over some articles toward the mean of all."""
        return self.mean + self.weight(articles) * (mean - self.mean)


def _prior(groups: list[Values], overall: float) -> _Prior:
    """Estimate the variances by the method of moments; with nothing to estimate them from, nothing is shrunk."""
    repeated = [values for values in groups if len(values) > 1]
    freedom = sum(len(values) - 1 for values in repeated)
    if not freedom or len(groups) < 2:
        return _Prior(overall, 1.0, 0.0)
    within = sum(float(((values - values.mean()) ** 2).sum()) for values in repeated) / freedom
    means, sizes = np.array([values.mean() for values in groups]), np.array([len(values) for values in groups])
    weights = sizes / sizes.sum()
    centre = float((weights * means).sum())
    spread = float((sizes * (means - centre) ** 2).sum())
    scale = float(sizes.sum() - (sizes**2).sum() / sizes.sum())
    between = max(0.0, (spread - (len(groups) - 1) * within) / scale)
    return _Prior(overall, between, within)


def _interval(values: Values, deviations: Values, everyone: Values, prior: _Prior) -> tuple[float, float]:
    """Draw the shrunk mean: what is left of its own articles' chance, and the chance in the mean it is shrunk toward."""
    draws = np.random.default_rng(SEED)
    own = draws.choice(deviations, size=(RESAMPLES, len(values))).mean(axis=1)
    shared = draws.choice(everyone - everyone.mean(), size=(RESAMPLES, len(everyone))).mean(axis=1)
    weight = prior.weight(len(values))
    middle = prior.shrink(float(values.mean()), len(values))
    low, high = np.percentile(middle + math.sqrt(weight) * own + (1 - weight) * shared, [2.5, 97.5])
    return float(max(low, -1.0)), float(min(high, 1.0))


def _families(frame: pd.DataFrame) -> pd.Series:
    return frame["family"] if "family" in frame.columns else frame["article_id"]
