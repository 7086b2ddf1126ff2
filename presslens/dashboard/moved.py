"""How what is said of one thing moved over time: forecasts of a target year by their vintage, and the life of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import evidence, panels, shell
from presslens.dashboard.aggregates import told
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
    moved = int((counted["days"] > 1).sum())
    st.markdown(
        escape(
            text(
                "{all} of things in years to come; {moved} told on more than one day. The others have one vintage: there is "
                "nothing to compare until another article names the same year.",
                all=text.plural("{n} number", "{n} numbers", len(counted)),
                moved=text.number(moved),
            )
        )
    )
    names = _names(counted, text)
    first = str(counted["thing"].iloc[0])
    thing = (
        shell.choose_one("forecast", text("Forecast"), list(names), show=names.__getitem__, placeholder=names[first]) or first
    )
    chosen = ahead[ahead["thing"] == thing]
    every = told.forecasts(view.source.select("facts", Filters()))
    lines = charts.line_names(every[every["thing"] == thing], text)
    panels.of_facts(
        charts.vintages(chosen, text, lines=lines, dark=view.dark),
        about=text("{thing}: the number for a target year, by the day it was printed", thing=names[thing]),
        finding=_moved(chosen, text),
        facts=chosen,
        key="vintages",
        view=view,
    )


def _names(frame: pd.DataFrame, text: Text) -> dict[str, str]:
    """Give each thing the words a reader knows it by."""
    return {
        row["thing"]: " · ".join(
            part for part in (text.name(row["subject"]), text.metric(row["metric"]), text.scope(row["scope"])) if part
        )
        for row in frame.drop_duplicates("thing").to_dict("records")
    }


def _moved(chosen: pd.DataFrame, text: Text) -> str:
    """Say how the number for the year told most often moved; of one vintage, that there is one."""
    year = chosen.groupby("target")["published"].nunique().idxmax()
    part = chosen[chosen["target"] == year].sort_values("published", kind="stable")
    first, last = part.iloc[0].to_dict(), part.iloc[-1].to_dict()
    if part["published"].nunique() < 2:
        return text("One vintage only, for {year}: {value}", year=int(year), value=text.value(first))
    return text(
        "For {year}: {first} on {since}, {last} on {until}",
        year=int(year),
        first=text.value(first),
        since=text.date(as_day(first["published"])),
        last=text.value(last),
        until=text.date(as_day(last["published"])),
    )


def life(view: View) -> None:
    """Draw the life of the claim the reader chooses: first seen, repeated by whom, where number, hedge or status changed."""
    text = view.text
    things = told.things(view.facts)
    st.header(text("The life of a claim"), anchor=False)
    if things.empty:
        st.info(text("No figure in this selection stands in two dated articles."))
        return
    names = _names(things, text)
    first = str(things["thing"].iloc[0])
    thing = shell.choose_one("claim", text("Claim"), list(names), show=names.__getitem__, placeholder=names[first]) or first
    printed = told.life(view.facts, thing)
    panels.of_facts(
        charts.life(printed, text, dark=view.dark),
        about=text("{thing}: every value printed, by the day it was printed", thing=names[thing]),
        finding=_lived(printed, text),
        facts=printed,
        key="life",
        view=view,
    )
    evidence.table(_events(printed, text), key="events", alt=text("What each printing changed, in order"), view=view)


def _lived(printed: pd.DataFrame, text: Text) -> str:
    first = printed.iloc[0].to_dict()
    changes = int(printed["event"].isin(("number", "hedge", "status")).sum())
    return text(
        "First seen on {day} in {outlet}: {value}; {times} since, {changes}",
        day=text.date(as_day(first["published"])),
        outlet=text.outlet(first["outlet"]),
        value=text.value(first),
        times=text.plural("printed {n} time", "printed {n} times", len(printed) - 1),
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
        "number": text("The number changed"),
        "hedge": text("The hedge changed"),
        "status": text("The status changed"),
        "time": text("Said of another time"),
    }
    ratio = fact["ratio"]
    times = text(" ({n} times the value before)", n=text.number(round(float(ratio), 2))) if ratio == ratio and ratio else ""
    return words[fact["event"]] + times
