"""How what is said of one thing moved with the day of publication: the life of a claim, and forecasts of a target year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pandas as pd

from presslens.dashboard import corroboration
from presslens.dashboard.aggregates import claims, clips

Event = Literal["first", "repeated", "other source", "number", "hedge", "status", "time", "currency", "precision"]
# What a reader would call a change of the claim.
CHANGES: tuple[Event, ...] = ("number", "hedge", "status")
THING = ("metric", "subject", "scope", "condition", "thing")
# What a thing is; of the rates of growth of a company each is of something else.
_NOT_ONE_THING = ("other", "growth_rate", "price")
_AHEAD = ("forecast", "target", "estimate", "rumour", "assumption")
_SEPARATOR = "|"


def things(facts: pd.DataFrame) -> pd.DataFrame:
    """Name what several articles say something of: columns of THING, articles, values; most told first.

    Clips are told apart by the condition their length is told under: a clip that was shown is no other maximum.
    """
    told = _dated(facts)
    told = told[~told["metric"].isin(_NOT_ONE_THING) & (told["subject"] != "")]
    grouped = told.groupby(list(THING), sort=True)
    found = grouped.agg(articles=("article_id", "nunique"), values=("what", "nunique")).reset_index()
    found = found[found["articles"] > 1].assign(changes=lambda frame: frame["values"] > 1)
    return found.sort_values(["changes", "articles", "metric", "subject"], ascending=[False, False, True, True], kind="stable")


def life(facts: pd.DataFrame, thing: str) -> pd.DataFrame:
    """Give what was printed of one thing in the order of publication: each row a fact, with `event` saying what it changed.

    `earlier` is how many facts printed the same value before, `ratio` how many times as large as the one before another
    number is.
    """
    told = _dated(facts)
    told = told[told["thing"] == thing].sort_values(["published", "article_id", "start"], kind="stable")
    return pd.DataFrame(_with_events(told.to_dict("records")), columns=[*told.columns, "event", "earlier", "ratio"])


def _with_events(told: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for fact in told:
        same = [other for other in seen if _says_the_same(fact, other)]
        event: Event = _repeated(fact, same, seen) if same else "first" if not seen else _changed(fact, seen[-1])
        before = seen[-1]["span"] if event in ("number", "time") else None
        yield {**fact, "event": event, "earlier": len(same), "ratio": fact["span"] / before if before else None}
        seen.append(fact)


def _says_the_same(fact: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two printings give one value.

    2024-02 and 2024-02-16 are one date, told more or less precisely; sums in two currencies are one where an exchange rate
    may explain the difference.
    """
    if fact["kind"] == "date":
        return bool(fact["as_of"].startswith(other["as_of"]) or other["as_of"].startswith(fact["as_of"]))
    return bool(fact["what"] == other["what"]) or _is_converted(fact, other)


def _is_converted(fact: dict[str, Any], other: dict[str, Any]) -> bool:
    if fact["kind"] != "money" or fact["unit"] == other["unit"]:
        return False
    small, large = sorted((fact["span"], other["span"]))
    return bool(small > 0 and large / small <= corroboration.ALMOST)


def _repeated(fact: dict[str, Any], same: list[dict[str, Any]], seen: list[dict[str, Any]]) -> Event:
    """Tell what is new in a value that was printed before."""
    if fact["kind"] == "date" and all(other["as_of"] != fact["as_of"] for other in same):
        return "number" if _is_another_day(fact, same, seen) else "precision"
    if all(other["status"] != fact["status"] for other in same):
        return "status"
    if all(other["unit"] != fact["unit"] for other in same):
        return "currency"
    if all(other["bound"] != fact["bound"] for other in same):
        return "hedge"
    return "repeated" if any(other["origin"] == fact["origin"] for other in same) else "other source"


def _is_another_day(fact: dict[str, Any], same: list[dict[str, Any]], seen: list[dict[str, Any]]) -> bool:
    """Tell whether a date only fits what was told loosely: after a 16 February and a February, the 10th is another day."""
    loose = [other["as_of"] for other in same]
    return all(len(as_of) < len(fact["as_of"]) for as_of in loose) and any(
        other["as_of"].startswith(as_of) and other["as_of"] not in loose for as_of in loose for other in seen
    )


def _changed(fact: dict[str, Any], before: dict[str, Any]) -> Event:
    """Tell what is new in a value that nobody printed before: another time's value is no change of mind."""
    if fact["kind"] != "date" and fact["as_of"][:4] != before["as_of"][:4]:
        return "time"
    return "number"


def forecasts(facts: pd.DataFrame) -> pd.DataFrame:
    """Give what was said of years to come: each row a fact, with `target` (the year), `voice` (who is quoted, else the outlet).

    Only what has a number, a stated year, and a day of publication before that year ends.
    """
    told = _dated(facts)
    told = told[told["status"].isin(_AHEAD) & ~told["metric"].isin(("other", "growth_rate")) & (told["kind"] != "date")]
    told = told.assign(
        target=told["as_of"].map(claims.year_of).astype(float),
        voice=told["attributed_to"].where(told["attributed_to"] != "", told["outlet"]),
    )
    return told[told["target"].notna() & (told["target"] >= told["published"].dt.year) & (told["subject"] != "")]


def vintages(ahead: pd.DataFrame) -> pd.DataFrame:
    """Count how often each thing's target year was told: columns of THING, target, days, voices, facts, again.

    `again` is how many of the voices told it on more than one day: only theirs is a forecast that may have moved. Those come
    first.
    """
    keys = [*THING, "target"]
    found = ahead.groupby(keys, sort=True).agg(
        days=("published", "nunique"), voices=("voice", "nunique"), facts=("fact_id", "size")
    )
    days = ahead.groupby([*keys, "voice"], sort=True)["published"].nunique()
    again = (days > 1).groupby(level=keys).sum().rename("again")
    told = found.join(again).reset_index()
    return told.sort_values(["again", "days", "voices", "facts", "thing"], ascending=[False] * 4 + [True], kind="stable")


def _dated(facts: pd.DataFrame) -> pd.DataFrame:
    """Keep facts of dated articles; `what` is the value in words that compare, `span` the number to draw, `thing` its key.

    An amount that only restates the one before it in another currency is no printing of its own.
    """
    told = facts[facts["published"].notna() & (facts["rule"] != "restated")].copy()
    told["published"] = pd.to_datetime(told["published"])
    low, high, dollars = (told[name].astype(float) for name in ("low", "high", "amount_usd"))
    number = low.fillna(high)
    told["span"] = dollars.where(told["kind"] == "money", number).fillna(number)
    low, high = (end.map("{:.6g}".format).astype(object) for end in (low, high))
    amount = low + "–" + high + " " + told["unit"].where(told["kind"] != "count", "")
    told["what"] = amount.where(told["kind"] != "date", told["as_of"])
    clip = told["metric"] == "max_duration"
    kinds = (clips.condition_of(steps)[0] for steps in told["steps"])
    told["condition"] = [kind if timed else "" for kind, timed in zip(kinds, clip, strict=True)]
    named = told["metric"] + _SEPARATOR + told["subject"] + _SEPARATOR + told["scope"]
    told["thing"] = (named + (_SEPARATOR + told["condition"]).where(clip, "")) if len(told) else named
    return told
