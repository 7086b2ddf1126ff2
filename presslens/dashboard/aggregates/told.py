"""How what is said of one thing moved with the day of publication: the life of a claim, and forecasts of a target year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pandas as pd

from presslens.dashboard.aggregates import claims

Event = Literal["first", "repeated", "other source", "number", "hedge", "status", "time"]
# What a thing is; of the rates of growth of a company each is of something else.
_NOT_ONE_THING = ("other", "growth_rate", "price")
_AHEAD = ("forecast", "target", "estimate", "rumour", "assumption")
_SEPARATOR = "|"


def things(facts: pd.DataFrame) -> pd.DataFrame:
    """Name what several articles say something of: columns thing, metric, subject, scope, articles, values; most told first."""
    told = _dated(facts)
    told = told[~told["metric"].isin(_NOT_ONE_THING) & (told["subject"] != "")]
    grouped = told.groupby(["metric", "subject", "scope"], sort=True)
    found = grouped.agg(articles=("article_id", "nunique"), values=("what", "nunique")).reset_index()
    found = found[found["articles"] > 1].assign(changes=lambda frame: frame["values"] > 1)
    found = found.sort_values(["changes", "articles", "metric", "subject"], ascending=[False, False, True, True], kind="stable")
    return found.assign(thing=_thing(found))


def life(facts: pd.DataFrame, thing: str) -> pd.DataFrame:
    """Give what was printed of one thing in the order of publication: each row a fact, with `event` saying what it changed.

    `earlier` is how many facts printed the same value before, `ratio` how many times as large a changed number is.
    """
    told = _dated(facts)
    told = told[_thing(told) == thing].sort_values(["published", "article_id", "start"], kind="stable")
    return pd.DataFrame(_with_events(told.to_dict("records")), columns=[*told.columns, "event", "earlier", "ratio"])


def _with_events(told: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for fact in told:
        same = [other for other in seen if _says_the_same(fact, other)]
        event: Event = _repeated(fact, same) if same else "first" if not seen else _changed(fact, seen[-1])
        before = seen[-1]["span"] if seen and event == "number" else None
        yield {**fact, "event": event, "earlier": len(same), "ratio": fact["span"] / before if before else None}
        seen.append(fact)


def _says_the_same(fact: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two printings give one value; 2024-02 and 2024-02-16 are one date, told more or less precisely."""
    if fact["kind"] == "date":
        return bool(fact["as_of"].startswith(other["as_of"]) or other["as_of"].startswith(fact["as_of"]))
    return bool(fact["what"] == other["what"])


def _repeated(fact: dict[str, Any], same: list[dict[str, Any]]) -> Event:
    if all(other["status"] != fact["status"] for other in same):
        return "status"
    if all(other["bound"] != fact["bound"] for other in same):
        return "hedge"
    return "repeated" if any(other["origin"] == fact["origin"] for other in same) else "other source"


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
        thing=_thing(told),
    )
    return told[told["target"].notna() & (told["target"] >= told["published"].dt.year) & (told["subject"] != "")]


def vintages(ahead: pd.DataFrame) -> pd.DataFrame:
    """Count how often each thing's target year was told: columns thing, metric, subject, scope, target, days, voices, facts."""
    grouped = ahead.groupby(["thing", "metric", "subject", "scope", "target"], sort=True)
    found = grouped.agg(days=("published", "nunique"), voices=("voice", "nunique"), facts=("fact_id", "size")).reset_index()
    return found.sort_values(["days", "voices", "facts", "thing"], ascending=[False, False, False, True], kind="stable")


def _dated(facts: pd.DataFrame) -> pd.DataFrame:
    """Keep facts of dated articles; `what` is the value in words that compare, `span` the number to draw."""
    told = facts[facts["published"].notna()].copy()
    told["published"] = pd.to_datetime(told["published"])
    low, high, dollars = (told[name].astype(float) for name in ("low", "high", "amount_usd"))
    number = low.fillna(high)
    told["span"] = dollars.where(told["kind"] == "money", number).fillna(number)
    low, high = (end.map("{:.6g}".format).astype(object) for end in (low, high))
    amount = low + "–" + high + " " + told["unit"].where(told["kind"] != "count", "")
    told["what"] = amount.where(told["kind"] != "date", told["as_of"])
    return told


def _thing(frame: pd.DataFrame) -> pd.Series:
    return frame["metric"] + _SEPARATOR + frame["subject"] + _SEPARATOR + frame["scope"]
