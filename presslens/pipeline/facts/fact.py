"""Make the fact that a figure states, once it is settled what it measures, of whom, and for when."""

from __future__ import annotations

import re
from collections.abc import Callable

from presslens.model import Article, Confidence, Fact, FactKind, Quantity, Status
from presslens.pipeline.facts import circumstance
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.phrase import head_noun
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.facts.when import Time
from presslens.record import replace

Convert = Callable[[float, str, int], float | None]

_OF_A_MARKET = frozenset({"market_size", "market_share", "growth_rate", "adoption_share"})
_KINDS: dict[str, FactKind] = {
    "number": "count",
    "measure": "count",
    "ordinal": "count",
    "temperature": "count",
    "age": "count",
    "datetime": "date",
}
_YEAR = re.compile(r"(\d{4})")


def fact_of(
    figure: Figure, quantity: Quantity, reading: Reading, bound: Bound, *, time: Time, status: Status, rule: str, source: str
) -> Fact:
    """Make the fact of a figure, its `quantity` settled as a number or as money, of the first of its subjects."""
    fact = Fact(
        sentence_no=figure.passage.no,
        start=quantity.start,
        end=quantity.end,
        surface=figure.passage.article.text[quantity.start : quantity.end],
        kind="date" if reading.metric == "release_date" else _kind_of(quantity),
        metric=reading.metric,
        rule=rule,
        low=quantity.low,
        high=quantity.high,
        unit=head_noun(reading.unit or quantity.unit) or ("s" if _kind_of(quantity) == "duration" else ""),
        bound=reading.bound or quantity.bound,
        subject=short(circumstance.canonical(bound.subjects[0])),
        as_of=time.as_of,
        scope=circumstance.scope_of(bound.subjects[0] + figure.left) if reading.metric in _OF_A_MARKET else "",
        attributed_to=head_noun(source),
        status=status,
        steps=(*quantity.steps, f"subject: {bound.how}", *filter(None, (time.step, reading.note))),
        confidence=_confidence(reading, bound, time),
    )
    if reading.negative and fact.low is not None and fact.high is not None:
        fact = replace(fact, low=-abs(fact.high), high=-abs(fact.low), steps=(*fact.steps, "a fall is a negative growth rate"))
    return _as_percent(fact)


def with_dollars(fact: Fact, article: Article, convert: Convert) -> Fact:
    """Add what a sum of money is in US dollars, at the rate of the year it holds for."""
    if fact.kind != "money" or fact.low is None:
        return fact
    year = _YEAR.match(fact.as_of)
    when = int(year.group(1)) if year else article.written.year if article.written else 2024
    return replace(fact, amount_usd=convert(fact.low, fact.unit, when))


def short(subject: str) -> str:
    """Keep a subject a name: what no lexicon lists is cut to its head noun, each part of a list by itself."""
    return subject if listed_kind(subject) else "、".join(head_noun(part) for part in subject.split("、"))


def _kind_of(quantity: Quantity) -> FactKind:
    """Tell the kind of a fact; a stretch of time (过去一年) is a duration, and its days are what it holds for."""
    if quantity.kind == "date" and quantity.low is not None:
        return "duration"
    return _KINDS.get(quantity.kind, quantity.kind)  # type: ignore[arg-type]


def _confidence(reading: Reading, bound: Bound, time: Time) -> Confidence:
    """Tell how sure a fact is: as its subject, and never quite sure where its time was assumed."""
    return "medium" if time.assumed and bound.confidence == "high" else bound.confidence


def _as_percent(fact: Fact) -> Fact:
    """Count a share printed as a fraction in percent, like all shares: 三分之一 is 33.3."""
    is_share = fact.metric in ("market_share", "adoption_share") and fact.kind == "ratio"
    if not is_share or fact.low is None or fact.high is None or fact.high > 1:
        return fact
    return replace(
        fact, kind="percent", unit="%", low=fact.low * 100, high=fact.high * 100, steps=(*fact.steps, "a share, in percent")
    )
