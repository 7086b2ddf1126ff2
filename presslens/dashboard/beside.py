"""What stands in a dataset's folder beside its tables: our own summaries, and what was measured of the reading."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pandas as pd

from presslens.dashboard.aggregates.accuracy import shares
from presslens.dashboard.data import folder


def notes() -> dict[str, dict[str, str]]:
    """Read our own summaries, article file to language to words; none where the file is missing or cannot be read."""
    try:
        return tomllib.loads((folder() / "notes.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def measures() -> list[dict[str, str]]:
    """Read what was measured (name, value, target, command, date); none where the file is missing or cannot be read."""
    try:
        return list(json.loads((folder() / "measured.json").read_text(encoding="utf-8"))["measures"])
    except (OSError, ValueError, KeyError, TypeError):
        return []


def accuracy() -> tuple[str, pd.DataFrame]:
    """Read how often facts are right: the data version it was measured on, and the shares; empty without a readable file."""
    try:
        body = json.loads((folder() / "accuracy.json").read_text(encoding="utf-8"))
        return str(body["fingerprint"]), shares(body["sets"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "", shares({})


def outlook_accuracy() -> tuple[str, dict[str, Any]]:
    """Read how often the outlook is wrong: the data version it was measured on, and what was found by set."""
    try:
        body = json.loads((folder() / "accuracy_sentiment.json").read_text(encoding="utf-8"))
        sets = {name: measured for name, measured in body["sets"].items() if measured["sentences"]["labels"]}
        return str(body["fingerprint"]), sets
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "", {}
