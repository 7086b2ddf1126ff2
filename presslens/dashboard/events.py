"""What a peak of attention turns on, told in names and dates: a release, a name or term in many titles, else one title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from presslens.dashboard.aggregates import spans
from presslens.dashboard.aggregates.attention import Event
from presslens.dashboard.charts import style
from presslens.dashboard.searching.folding import fold, simplified
from presslens.dashboard.text import Text
from presslens.lexicon import names

_BEFORE = pd.Timedelta(days=21)
_TWICE = 2
# A term, unlike a name, may stand in two titles by chance.
_THRICE = 3
_OFTENER = 1.5
_LONGEST_TITLE = 18


def of(
    peak: Mapping[str, object], until: pd.Timestamp, articles: pd.DataFrame, releases: pd.DataFrame, keywords: pd.DataFrame
) -> Event | None:
    """Find what the articles of a peak (a row of `attention.peaks`) turn on; `until` is the end of its period."""
    ids = str(peak["article_ids"]).split(",")
    own = articles[articles["article_id"].isin(ids)]
    release = _release(releases[releases["article_id"].isin(ids)], pd.Timestamp(str(peak["start"])), until)
    return release or _in_titles(own, articles, str(peak["name"]), keywords) or _title(own)


def in_words(event: Event, text: Text) -> str:
    """Say an event as a label; plain text."""
    if event.kind == "release":
        return text("{name} comes out, {day}", name=text.name(event.name), day=text.date(event.as_of))
    if event.kind == "titles":
        return text("{name} in {n} of {total} titles", name=text.name(event.name), n=event.told, total=event.total)
    return text("“{title}”", title=style.shortened(event.name, _LONGEST_TITLE))


def _release(told: pd.DataFrame, start: pd.Timestamp, until: pd.Timestamp) -> Event | None:
    """Take the release that most of the articles tell, if it is of these days."""
    near = [row for row in told.to_dict("records") if _is_near(row["as_of"], start, until)]
    counted = Counter({subject: len(ids) for subject, ids in _articles_by(near).items()})
    if not counted:
        return None
    subject, count = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    exact = max((row["as_of"] for row in near if row["subject"] == subject), key=len)
    return Event("release", subject, exact, count) if count >= _TWICE else None


def _articles_by(rows: Iterable[Mapping[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["subject"], set()).add(row["article_id"])
    return found


def _is_near(as_of: str, start: pd.Timestamp, until: pd.Timestamp) -> bool:
    span = spans.days(as_of)
    return bool(span) and len(as_of) >= len("2024-02") and start - _BEFORE <= span[1] and span[0] <= until  # type: ignore[index]


def _in_titles(own: pd.DataFrame, articles: pd.DataFrame, peak_name: str, keywords: pd.DataFrame) -> Event | None:
    """Take the name, else the term, that stands in most titles, and oftener than in titles at other times.

    The name whose peak it is says nothing new, and what stands in every title (AI) says nothing of this peak.
    """
    titles, elsewhere = _titles(own), _titles(articles[~articles["article_id"].isin(own["article_id"])])
    terms = keywords[keywords["article_id"].isin(own["article_id"])]["term"].unique()
    for count, least in ((_names_in, _TWICE), (lambda told: _terms_in(told, terms), _THRICE)):
        here, there = count(titles), count(elsewhere)
        telling = [
            (-told, -len(name), name)
            for name, told in here.items()
            if name != peak_name and told >= least and told * len(elsewhere) >= _OFTENER * there[name] * len(titles)
        ]
        if telling:
            told, _, name = min(telling)
            return Event("titles", name, told=-told, total=len(titles))
    return None


def _titles(articles: pd.DataFrame) -> list[str]:
    return [title for title in articles["title"] if title]


def _names_in(titles: Iterable[str]) -> Counter[str]:
    return Counter(name for title in titles for name in {hit.name for hit in names().find(simplified(title))})


def _terms_in(titles: Iterable[str], terms: Iterable[str]) -> Counter[str]:
    folded = [fold(title) for title in titles]
    return Counter({term: sum(fold(term) in title for title in folded) for term in terms if len(term) > 1})


def _title(own: pd.DataFrame) -> Event | None:
    titled = own[own["title"] != ""].sort_values(["published", "article_id"])
    return Event("title", str(titled["title"].iloc[0])) if len(titled) else None
