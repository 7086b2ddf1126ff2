"""How what is said of one thing moved over time: forecasts of a target year by their vintage, and the life of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import counting, evidence, panels, shell
from presslens.dashboard.aggregates import told
from presslens.dashboard.charts import releases, wording
from presslens.dashboard.charts import told as charts
from presslens.dashboard.data import as_day
from presslens.dashboard.filters import Filters
from presslens.dashboard.rows import FACT_IDS
from presslens.dashboard.text import Text, escape

if TYPE_CHECKING:
    from presslens.dashboard.view import View


def vintages(view: View) -> None:
    """Draw how the number for a target year moved with the day of publication, for the thing the reader chooses."""
    text = view.text
    ahead = told.forecasts(view.facts)
    st.header(text("How forecasts moved"), anchor=False)
    counted = told.vintages(ahead)
    if counted.empty:
        st.info(text("No dated article in this selection says anything of a year to come."))
        return
    st.markdown(escape(_how_many(counted, text)))
    names = _names(counted, text)
    thing = _choose("forecast", text("Forecast"), names)
    chosen = ahead[ahead["thing"] == thing]
    every = told.forecasts(view.source.select("facts", Filters()))
    lines = charts.line_names(every[every["thing"] == thing], text)
    known = releases.known(view.release_dates)
    panels.of_facts(
        charts.vintages(chosen, text, lines=lines, known=known, dark=view.dark),
        about=text("{thing}: the number for a target year, by the day it was printed", thing=names[thing]),
        finding=_moved(chosen, text),
        facts=chosen,
        note=text("A line joins what one and the same voice said of one year; a mark alone is said once."),
        key="vintages",
        view=view,
    )


def _choose(key: str, label: str, names: Mapping[str, str]) -> str:
    """Let the reader choose one thing; until she does, it is the first."""
    first = next(iter(names))
    return shell.choose_one(key, label, list(names), show=names.__getitem__, placeholder=names[first]) or first


def _how_many(counted: pd.DataFrame, text: Text) -> str:
    """Say how much there is to compare, and how little: the same voice twice on one year is what shows a forecast move."""
    again = int((counted["again"] > 0).sum())
    return text(
        "{all} of things in years to come; {several} told on more than one day, {again} of them by the same voice. Where a "
        "voice speaks once, nothing can have moved: there is nothing to compare until it speaks again.",
        all=text.plural("{n} number", "{n} numbers", len(counted)),
        several=text.number(int((counted["days"] > 1).sum())),
        again=text.number(again),
    )


def _names(frame: pd.DataFrame, text: Text) -> dict[str, str]:
    """Give each thing the words a reader knows it by."""
    told_apart = frame.drop_duplicates("thing").to_dict("records")
    return {row["thing"]: " · ".join(part for part in _parts(row, text) if part) for row in told_apart}


def _parts(row: Mapping[str, Any], text: Text) -> tuple[str, ...]:
    condition = text.condition(row["condition"]) if row["condition"] else ""
    return text.name(row["subject"]), text.metric(row["metric"]), text.scope(row["scope"]), condition


def _moved(chosen: pd.DataFrame, text: Text) -> str:
    """Say how a voice moved its number for a year; where none speaks twice, that none does, and how far all are apart."""
    days = chosen.groupby(["target", "voice"])["published"].nunique()
    if days.max() < 2:
        return _once_each(chosen, text)
    year, voice = days.idxmax()
    return _said_again(chosen, int(year), str(voice), text)


def _said_again(chosen: pd.DataFrame, year: int, voice: str, text: Text) -> str:
    part = chosen[(chosen["target"] == year) & (chosen["voice"] == voice)].sort_values("published", kind="stable")
    first, last = part.iloc[0].to_dict(), part.iloc[-1].to_dict()
    who, since, until = wording.speaker(voice, text), as_day(first["published"]), as_day(last["published"])
    words = {"voice": who, "year": year, "since": text.date(since), "until": text.date(until), "first": text.value(first)}
    if words["first"] == text.value(last):
        return text("{voice} for {year}: {first} on {since}, and still on {until}", **words)
    return text("{voice} for {year}: {first} on {since}, {last} on {until}", **words, last=text.value(last))


def _once_each(chosen: pd.DataFrame, text: Text) -> str:
    low, high = (chosen.loc[place].to_dict() for place in (chosen["span"].idxmin(), chosen["span"].idxmax()))
    if low["fact_id"] == high["fact_id"] or text.value(low) == text.value(high):
        return text("One value only, for {year}: {value}", year=int(low["target"]), value=text.value(low))
    return text("Nobody speaks twice of one year: {low} to {high}, each said once", low=text.value(low), high=text.value(high))


def life(view: View) -> None:
    """Draw the life of the claim the reader chooses: first seen, repeated by whom, where number, hedge or status changed."""
    text = view.text
    things = told.things(view.facts)
    st.header(text("The life of a claim"), anchor=False)
    if things.empty:
        st.info(text("No figure in this selection stands in two dated articles."))
        return
    names = _names(things, text)
    thing = _choose("claim", text("Claim"), names)
    printed = told.life(view.facts, thing)
    panels.of_facts(
        charts.life(printed, text, known=releases.known(view.release_dates), dark=view.dark),
        about=text("{thing}: every value printed, by the day it was printed", thing=names[thing]),
        finding=_lived(printed, text),
        facts=printed,
        key="life",
        view=view,
    )
    evidence.table(_events(printed, text), key="events", alt=text("What each printing changed, in order"), view=view)


def _lived(printed: pd.DataFrame, text: Text) -> str:
    """Say where and when a claim was first seen, in how much it was printed since, and how often it came out changed."""
    first = printed.iloc[0].to_dict()
    since = counting.keys(printed)
    changes = int(printed["event"].isin(told.CHANGES).sum())
    return text(
        "First seen on {day} in {outlet}: {value}; since then in {counted}, {changes}",
        day=text.date(as_day(first["published"])),
        outlet=text.outlet(first["outlet"]),
        value=text.value(first),
        counted=text.counted(since[since != since.iloc[0]].nunique()),
        changes=text.plural("changed {n} time", "changed {n} times", changes),
    )


def _events(printed: pd.DataFrame, text: Text) -> pd.DataFrame:
    facts = printed.to_dict("records")
    return pd.DataFrame(
        {
            FACT_IDS: [fact["fact_id"] for fact in facts],
            text("Published"): [as_day(fact["published"]).isoformat() for fact in facts],
            text("What happened"): [_event(fact, text) for fact in facts],
            text("Value"): [text.value(fact) for fact in facts],
            text("Status"): [text.status(fact["status"]) for fact in facts],
            text("As of"): [fact["as_of"] for fact in facts],
            text("Outlet"): [text.outlet(fact["outlet"]) for fact in facts],
            text("Quoted"): [text.name(fact["attributed_to"]) for fact in facts],
        }
    )


def _event(fact: Mapping[str, Any], text: Text) -> str:
    words = {
        "first": text("First seen"),
        "repeated": text("Repeated from the same source"),
        "other source": text("Said by another source"),
        "number": text("Another number") if fact["kind"] != "date" else text("Another date"),
        "hedge": text("The hedge changed"),
        "status": text("The status changed"),
        "time": text("Said of another time"),
        "currency": text("The same in another currency"),
        "precision": text("The same date, told more or less precisely"),
    }
    ratio = fact["ratio"]
    times = text(" ({n} times the value before)", n=text.number(round(float(ratio), 2))) if ratio == ratio and ratio else ""
    return words[fact["event"]] + times
