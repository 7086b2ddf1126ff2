"""Claims of one metric, subject, scope and time whose values cannot all be right, and what the difference may be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Literal

from presslens.lexicon import cue, names
from presslens.pipeline.checks import row
from presslens.pipeline.checks.diagnosis import diagnose, slip_between
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import Told
from presslens.pipeline.checks.values import Value, digits, factor, gather, number

Period = Literal["ever", "year", "month", "day"]

# For how long a value of each metric holds. Metrics of which one subject has many at a time (rounds, prices, customers of
# several kinds, rates of growth of this and that) are not compared: two of them are seldom said of one thing.
_HOLDS: dict[str, Period] = {
    "market_size": "year",
    "market_share": "year",
    "adoption_share": "year",
    "acquisition": "year",
    "valuation": "month",
    "funding_target": "month",
    "funding_total": "month",
    "team_size": "month",
    "market_cap": "day",
    "params": "ever",
    "max_duration": "ever",
    "resolution": "ever",
    "fps": "ever",
    "release_date": "ever",
}
_LENGTHS = {"ever": 0, "year": 4, "month": 7, "day": 10}
# Values further apart are two things (a team and its company, two sizes of a model family), not two reports of one.
_FURTHEST: dict[str, float] = {"params": 1.5, "team_size": 5.0, "acquisition": 1.5, "funding_target": 30.0}
_PLACE = re.compile(r"^(?:全球|世界|中国|中國|国内|國內|美国|美國)的?")
_COMPARES = re.compile(r"(?:与|跟|和|像|比|如|媲美|超越|超过|类似|对标|堪比|不输|不及|优于|逊于|追赶|挑战)\s?$")
_AROUND = 14
_STILL_TO_COME_DAYS = 30
_CREW = re.compile("员工|雇员|研发|销售|算法|工程师|运营|芯片|产品|客服|标注|科学家|研究员|实习生")
_OF_A_PERIOD = re.compile(r"\d{4}(-\d{2}|-[HQ]\d)?")


def that_differ(facts: Iterable[Row], told: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """Find claims of one thing whose values differ by more than rounding and hedges allow, and say what may explain it.

    What one article itself tells side by side are two things (two versions, two rounds), not a disagreement.
    """
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for fact in facts:
        thing = _thing(fact, told)
        if thing:
            groups[thing].append(fact)
    for (*_, when), rows in groups.items():
        if len({fact["article_id"] for fact in rows}) < 2:
            continue
        values = gather([fact for fact in rows if _is_said_of(fact, told[fact["article_id"]])])
        apart = [pair for pair in combinations(values, 2) if _contradict(*pair, values) and not _comes_later(*pair, told)]
        if apart:
            yield _conflict(apart, when, told)


def told_of_two_years(facts: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Find one exact value that one article tells of a year and another of the year before: one of them has the year wrong."""
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for fact in facts:
        exact = fact["kind"] == "money" and fact["bound"] == "exact" and len(digits(fact)) > 1
        if exact and fact["subject"] and fact["metric"] not in ("other", "price") and _OF_A_PERIOD.fullmatch(fact["as_of"]):
            what = (fact["metric"], fact["subject"], fact["scope"], fact["unit"], fact["low"], fact["status"])
            groups[(*what, fact["as_of"][4:])].append(fact)
    for rows in groups.values():
        years = sorted({int(fact["as_of"][:4]) for fact in rows})
        printed = {(fact["article_id"], fact["as_of"]) for fact in rows}
        if len(years) == 2 and years[1] - years[0] == 1 and len({article for article, _ in printed}) == len(printed):
            yield row.make(
                "conflict",
                sorted(rows, key=lambda fact: (fact["as_of"], fact["fact_id"])),
                head=rows[0],
                value=1.0,
                unit="year",
                agrees=False,
                diagnosis="date",
                steps=[f"{fact['surface']} · {fact['as_of']}" for fact in rows],
                as_of="/".join(sorted({fact["as_of"] for fact in rows})),
            )


def _thing(fact: Row, told: Mapping[str, Told]) -> tuple[str, ...] | None:
    """Name what a fact is about, so that claims of one thing share a name; nothing for what is not compared."""
    holds = _HOLDS.get(fact["metric"])
    known = fact["as_of"] if fact["kind"] == "date" else fact["low"] or fact["high"]
    if holds is None or not known or not fact["subject"]:
        return None
    # A period is taken by its last day; a value known only for the year is not one of a month.
    last = fact["as_of"].rpartition("/")[2]
    if len(last) < _LENGTHS[holds]:
        return None
    unit = fact["unit"] if fact["kind"] == "count" else fact["kind"]
    if fact["metric"] == "team_size":
        # A company has teams of several trades, and more staff than any of them.
        unit = " ".join(sorted(set(_CREW.findall(told[fact["article_id"]].sentence(fact)))))
    return fact["metric"], _PLACE.sub("", fact["subject"]) or fact["subject"], unit, last[: _LENGTHS[holds]]


def _is_said_of(fact: Row, article: Told) -> bool:
    """Tell whether a sentence says a value of its subject itself.

    It does not where it names the subject only to compare with it (2月,一家公司发布了可与GPT-4媲美的模型), nor where money is
    what the subject puts into others.
    """
    sentence = article.sentence(fact)
    named = [hit.start for hit in names().find(sentence) if hit.name == fact["subject"]]
    if fact["metric"] == "funding_target" and not re.search(cue("raising_money"), article.around(fact, _AROUND)):
        return False
    return not named or not all(_COMPARES.search(sentence[max(0, place - 4) : place]) for place in named)


def _contradict(one: Value, other: Value, values: Sequence[Value]) -> bool:
    """Tell whether two values contradict each other, and no article tells both, or something that can only be both."""
    if one.same(other) or not _near(one.head, other.head):
        return False
    scopes = {one.head["scope"], other.head["scope"]} - {""}
    return len(scopes) < 2 and not _told_by(one, values) & _told_by(other, values)


def _near(one: Row, other: Row) -> bool:
    """Tell whether two values are near enough to be of one thing, or look like one with a slip of the unit."""
    furthest = _FURTHEST.get(one["metric"])
    if furthest is None:
        return True
    return factor(one, other) <= furthest or (slip_between(one, other) != "" and one["metric"] != "params")


def _comes_later(one: Value, other: Value, told: Mapping[str, Told]) -> bool:
    """Tell whether a release is foretold of what others say was long out when it was foretold: that is another release."""
    if one.head["kind"] != "date":
        return False
    first, last = sorted((one, other), key=lambda value: value.reach)
    days = [day.toordinal() for fact in last.facts if (day := told[fact["article_id"]].published)]
    foretold = bool(days) and max(days) <= last.reach.high
    return foretold and min(days) > first.reach.high + _STILL_TO_COME_DAYS


def _told_by(one: Value, values: Sequence[Value]) -> set[str]:
    """Give the articles that tell a value, or a closer one that lies within it."""
    return {article for other in values if one.holds(other) for article in other.articles}


def _conflict(apart: Sequence[tuple[Value, Value]], when: str, told: Mapping[str, Told]) -> dict[str, Any]:
    values = list({id(one): one for pair in apart for one in pair}.values())
    widest = max(apart, key=lambda pair: factor(pair[0].head, pair[1].head))
    numbers = sorted(number(one.head) for one in values)
    dates = values[0].head["kind"] == "date"
    return row.make(
        "conflict",
        sorted((fact for one in values for fact in one.facts), key=lambda fact: fact["fact_id"]),
        head=values[0].head,
        value=numbers[-1] - numbers[0] if dates else numbers[-1] / numbers[0],
        unit="day" if dates else "x",
        agrees=False,
        diagnosis=diagnose(*widest, told),
        steps=[" · ".join(filter(None, (one.head["surface"], one.head["attributed_to"]))) for one in values],
        as_of=when,
    )
