"""What the checks say, in the reader's words: the arithmetic, whether it adds up, and what may explain a difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from presslens.dashboard import vocabulary
from presslens.dashboard.filters import Query
from presslens.dashboard.text import Text

_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])")
# Below this a number is easier to follow as it stands; years are.
_LONG = 10_000


# One answer for every panel, kept by the cache: the table is small, and asking for each fact anew would open it each time.
ALL = Query("SELECT * FROM checks ORDER BY agrees, kind, check_id")


def of_fact(checks: pd.DataFrame, fact_id: str) -> list[dict[str, Any]]:
    """Give every check that a fact takes part in, those that do not add up first."""
    taking_part = [fact_id in ids for ids in checks["fact_ids"]]
    return [{str(name): value for name, value in row.items()} for row in checks[taking_part].to_dict("records")]


def compares(check: Mapping[str, Any]) -> bool:
    """Tell whether arithmetic was held against a printed result; growth is also computed where no rate is printed."""
    return check["kind"] != "growth" or len(check["fact_ids"]) > 2


def kind(check: Mapping[str, Any], text: Text) -> str:
    """Name what was checked."""
    return text(vocabulary.CHECKS[check["kind"]]) if check["kind"] in vocabulary.CHECKS else str(check["kind"])


def explained(check: Mapping[str, Any], text: Text) -> str:
    """Say what probably explains a difference; nothing where there is none to explain."""
    diagnosis = str(check["diagnosis"] or "")
    if check["kind"] == "conflict" and check["unit"] == "year":
        return text("one of the two probably has the year wrong")
    return text(vocabulary.DIAGNOSES[diagnosis]) if diagnosis in vocabulary.DIAGNOSES else diagnosis


def verdict(check: Mapping[str, Any], text: Text) -> str:
    """Say in a few words whether a check adds up."""
    if check["kind"] == "conflict":
        return text("Printed differently")
    if check["kind"] == "slip":
        return text("Suspected")
    if not compares(check):
        return text("Computed, no rate is printed")
    return text("Adds up") if check["agrees"] else text("Does not add up")


def apart(check: Mapping[str, Any], text: Text) -> str:
    """Say how far the values of a contradiction lie apart."""
    value = float(check["value"])
    if check["unit"] == "day":
        return text.plural("{n} day apart", "{n} days apart", round(value))
    if check["unit"] == "year":
        return text("one value, told of two years")
    return text("the largest is {n} times the smallest", n=text.number(round(value, 2)))


def difference(check: Mapping[str, Any], text: Text) -> str:
    """Say in a sentence how far the values of a contradiction lie apart, and what may explain it."""
    return sentence(text("{apart}: {explained}", apart=apart(check, text), explained=explained(check, text)))


def sentence(words: str) -> str:
    """Make words a sentence; no words stay none.

    >>> sentence("two units"), sentence("")
    ('Two units.', '')
    """
    if not words:
        return ""
    return words[:1].upper() + words[1:] + ("." if words[-1].isascii() else "。")


def arithmetic(check: Mapping[str, Any], text: Text) -> str:
    """Write the arithmetic that was done again, with long numbers as this language writes them.

    >>> arithmetic({"kind": "growth", "steps": ["(1.181e+11 / 1.08e+10) ^ (1 / 10) - 1 = 0.27"]}, Text("en"))
    '(118.1 bn / 10.8 bn) ^ (1 / 10) - 1 = 0.27'
    """
    if check["kind"] == "conflict" or not len(check["steps"]):
        return ""
    return _NUMBER.sub(lambda found: _readable(found.group(), text), str(check["steps"][-1]))


def in_short(checks: Iterable[Mapping[str, Any]], text: Text) -> str:
    """Write the arithmetic around one fact in a line, what does not add up first; checks without any are left out."""
    ordered = sorted(checks, key=lambda check: bool(check["agrees"]))
    told = ((verdict(check, text), arithmetic(check, text)) for check in ordered)
    return text("; ").join(text("{verdict}: {arithmetic}", verdict=one, arithmetic=done) for one, done in told if done)


def _readable(printed: str, text: Text) -> str:
    number = float(printed)
    return text.number(number) if number >= _LONG or "e" in printed else printed
