"""What the dataset under test holds, so that the tests know what to look for without naming any article."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path

from presslens import tables
from presslens.dashboard.aggregates import told
from presslens.dashboard.aggregates.models import COMPARED_FIRST
from presslens.dashboard.text import Text
from presslens.model import CLIP_SHOWN, STATED_MAXIMUM, UNDISCLOSED
from tests.browser.server import ROOT

DATA = Path(os.environ.get("PRESSLENS_DATA") or ROOT / "data")


def articles() -> int:
    """Count the articles."""
    return tables.manifest(DATA).counts["articles"]


def outlet() -> str:
    """Name one outlet that has a name."""
    return next(name for name in tables.read(DATA, "articles").column("outlet").to_pylist() if name)


def articles_of(name: str) -> int:
    """Count the articles of one outlet."""
    return Counter(tables.read(DATA, "articles").column("outlet").to_pylist())[name]


def days_before_everything() -> list[date]:
    """Give the first two days of the year of the first article: the filter can hold them, and nothing was published then."""
    days = [day for day in tables.read(DATA, "articles").column("published").to_pylist() if day]
    first = [date(min(days).year, 1, day) for day in (1, 2)]
    assert not set(first) & set(days)
    return first


def title() -> str:
    """Give the headline of one article that has one."""
    return next(title for title in tables.read(DATA, "articles").column("title").to_pylist() if len(title) > 12)


def market_size_fact() -> dict[str, object]:
    """Give one figure that the page Market size shows."""
    return next(fact for fact in tables.read(DATA, "facts").to_pylist() if fact["metric"] == "market_size")


def models(most: int) -> list[str]:
    """Name the models that are compared first and of which most is printed."""
    known = set(tables.read(DATA, "mentions").column("entity").to_pylist())
    return [name for name in COMPARED_FIRST if name in known][:most]


def model_with_something_undisclosed() -> str:
    """Name a model of which an article says that something is being withheld, and of which other things are told."""
    return next(claim["subject"] for claim in tables.read(DATA, "claims").to_pylist() if claim["value_text"] == UNDISCLOSED)


def model_with_a_clip_shown() -> str:
    """Name a model of which a clip was shown, and of which a maximum is stated."""
    told = [fact for fact in tables.read(DATA, "facts").to_pylist() if fact["metric"] == "max_duration"]
    by_kind = {
        kind: {fact["subject"] for fact in told if kind in " ".join(fact["steps"])} for kind in (CLIP_SHOWN, STATED_MAXIMUM)
    }
    return min(by_kind[CLIP_SHOWN] & by_kind[STATED_MAXIMUM])


def families() -> int:
    """Count the articles, near-copies once."""
    return len(set(tables.read(DATA, "articles").column("family").to_pylist()))


def often_released() -> str:
    """Name the model whose release is told most often with a day or a month."""
    told = tables.read(DATA, "facts").to_pylist()
    dated = [fact["subject"] for fact in told if fact["metric"] == "release_date" and len(fact["as_of"]) in (7, 10)]
    return Counter(dated).most_common(1)[0][0]


def checked_fact() -> tuple[str, str]:
    """Give a fact that a piece of arithmetic was done over, and the end of that arithmetic as the panel writes it."""
    check = next(check for check in tables.read(DATA, "checks").to_pylist() if check["kind"] == "growth")
    return str(check["fact_ids"][0]), f"{check['value']:.1f}"


def told_often() -> tuple[str, str]:
    """Give one thing that several articles tell of, as the address names it, and the name of its measure."""
    articles = {row["article_id"]: row for row in tables.read(DATA, "articles").to_pylist()}
    facts = tables.read(DATA, "facts").to_pandas()
    dated = facts.assign(**{key: [articles[one][key] for one in facts["article_id"]] for key in ("published", "outlet")})
    found = told.things(dated).iloc[0]
    return str(found["thing"]), Text("en").metric(found["metric"])


def disputed_fact() -> str:
    """Name a figure that most origins repeat and some article contradicts."""
    conflicts = [row for row in tables.read(DATA, "checks").to_pylist() if row["kind"] == "conflict"]
    among = {fact_id for row in conflicts for fact_id in row["fact_ids"]}
    facts = [fact for fact in tables.read(DATA, "facts").to_pylist() if fact["fact_id"] in among]
    origins: dict[tuple[object, ...], set[str]] = {}
    for fact in facts:
        origins.setdefault(_said(fact), set()).add(fact["origin"])
    return str(max(facts, key=lambda fact: (len(origins[_said(fact)]), fact["fact_id"]))["fact_id"])


def _said(fact: dict[str, object]) -> tuple[object, ...]:
    return tuple(fact[name] for name in ("metric", "subject", "low", "high", "as_of"))
