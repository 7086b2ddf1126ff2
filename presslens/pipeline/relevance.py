"""Decide whether an article is about our subject or only touches it.

The rule: an article belongs when it speaks of AI video (a video model or a term of the trade) at least once per 1,200
characters and three times in all, or of AI chips at least once per 400 characters and five times in all while it speaks of
AI too; a title that names either counts as three times.
"""

from __future__ import annotations

import re
from functools import cache

from presslens.lexicon import names, table
from presslens.model import Article
from presslens.pipeline.articles.script import matching_copy

_TITLE_COUNTS = 3


@cache
def _terms(name: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(term) for term in table("relevance.toml")[name]))


def is_relevant(article: Article) -> bool:
    """Tell whether an article is about AI video or AI chips rather than touching them in passing."""
    text, title = article.match.lower(), matching_copy(article.title)
    video = _of_video(article.match) + _TITLE_COUNTS * bool(_of_video(title))
    chips = len(_terms("chips").findall(text)) + _TITLE_COUNTS * bool(_terms("chips").search(title.lower()))
    about_ai = len(_terms("ai").findall(text)) >= _TITLE_COUNTS
    length = max(len(text), 1)
    return (video >= 3 and video >= length / 1200) or (about_ai and chips >= 5 and chips >= length / 400)


def _of_video(text: str) -> int:
    models = set(table("relevance.toml")["video_models"])
    return len(_terms("video").findall(text.lower())) + sum(hit.name in models for hit in names().find(text))
