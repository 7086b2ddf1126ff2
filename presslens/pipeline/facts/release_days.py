"""Days that are counted from a release told before: 某模型发布的第二天."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from presslens.lexicon import cue
from presslens.model import Fact
from presslens.pipeline.facts.passage import Figure
from presslens.record import replace

_JUST_RELEASED = re.compile(rf"(?:{cue('release_verbs')})(?:的|之?后的?)?$")
_DAYS_AFTER_RELEASE = {"第二天": 1, "次日": 1, "翌日": 1, "同一天": 0, "同日": 0, "当天": 0, "当日": 0}


def dated_by_release(figure: Figure, releases: Mapping[str, date]) -> Figure:
    """Date 某模型发布的第二天 by that release where the article has told its day; nothing nearer counts."""
    days = _DAYS_AFTER_RELEASE.get(figure.quantity.surface)
    if days is None or not _JUST_RELEASED.search(figure.left):
        return figure
    known = [name for name in figure.passage.names_in(figure.clause.start, figure.quantity.start) if name.name in releases]
    if not known:
        return figure
    day = releases[known[-1].name] + timedelta(days=days)
    step = f"{days} days after the release of {known[-1].name}"
    quantity = replace(
        figure.quantity, as_of=day.isoformat(), first_day=day, last_day=day, steps=(*figure.quantity.steps, step)
    )
    return Figure(quantity, figure.passage)


def remember_release(fact: Fact, releases: dict[str, date]) -> None:
    """Keep the day that a product came out, if the fact tells one and none was told before."""
    if fact.metric == "release_date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", fact.as_of):
        releases.setdefault(fact.subject, date.fromisoformat(fact.as_of))
