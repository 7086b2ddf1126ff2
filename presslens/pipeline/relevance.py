"""Decide whether an article is about AI video, AI chips, their money and their makers, or only touches them.

The rule, stated for readers in docs/data.md: an article belongs when one of these holds.

- AI video: it names a video model or speaks in terms of the trade three times or more, and at least once per 600
  characters; per 1,200 where its title does so too.
- AI chips: it speaks of AI, and of chips or computing power five times or more, at least once per 160 characters; per 400
  where its title does so too. Their makers' names count as well, but not by themselves.
- Both together: it names video models five times and chips ten times, and what each lacks of its share the other has.
- It opens with them: a round-up whose first 400 characters name chips and makers four times each.
- Makers and their money: its title names a maker of either, and it names makers at least three times and once per 300
  characters, and money or ownership as often.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from presslens.lexicon import names, table
from presslens.model import Article
from presslens.pipeline.articles.script import matching_copy

# A title that names the subject counts as three times.
_TITLE_COUNTS = 3


class _Bar(NamedTuple):
    """How often an article must speak of something to be about it."""

    times: int
    characters: int
    characters_if_in_title: int


_VIDEO = _Bar(3, 600, 1200)
_CHIPS = _Bar(5, 160, 400)
_MAKERS = _Bar(3, 300, 300)
_LEAST_OF_AI = 3
# An interview or a round-up that speaks of both is about them, though of neither often enough.
_BOTH = (5, 10)
_LEAD, _IN_LEAD = 400, 4


def is_relevant(article: Article) -> bool:
    """Tell whether an article is about AI video, AI chips, their money or their makers rather than touching them."""
    text, title = article.match.lower(), matching_copy(article.title).lower()
    if _is_about(_of_video(article.match), _of_video(article.title) or _of("title_video", title), len(text), _VIDEO):
        return True
    if _of("ai", text) < _LEAST_OF_AI:
        return False
    chips = _of("chips", text) if _names_a_chip(text) else 0
    if _is_about(chips, _of("chips", title), len(text), _CHIPS) or _is_about_both(_of_video(article.match), chips, len(text)):
        return True
    lead = text[:_LEAD]
    if len(text) > _LEAD and min(_of("chips", lead), _of("makers", lead)) >= _IN_LEAD and _names_a_chip(lead):
        return True
    return bool(_of("makers", title)) and all(_is_about(_of(kind, text), 0, len(text), _MAKERS) for kind in ("makers", "money"))


def _names_a_chip(text: str) -> bool:
    """Tell whether a text speaks of chips themselves: that somebody worked at a maker of them is another story."""
    return _of("chips_themselves", text) > 0


def _is_about_both(video: int, chips: int, characters: int) -> bool:
    enough = video >= _BOTH[0] and chips >= _BOTH[1]
    return enough and video * _VIDEO.characters + chips * _CHIPS.characters >= characters


def _is_about(times: int, in_title: int, characters: int, bar: _Bar) -> bool:
    times += _TITLE_COUNTS * bool(in_title)
    apart = bar.characters_if_in_title if in_title else bar.characters
    return times >= bar.times and times * apart >= characters


@cache
def _terms(name: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(term) for term in table("relevance.toml")[name]))


def _of(name: str, text: str) -> int:
    return len(_terms(name).findall(text))


def _of_video(text: str) -> int:
    models = set(table("relevance.toml")["video_models"])
    return _of("video", text.lower()) + sum(hit.name in models for hit in names().find(text))
