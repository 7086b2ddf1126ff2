"""The page Method shows what was measured, from the files beside the dataset."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presslens import tables
from tests.visits import visit


def test_measurements_are_shown_from_their_file(data: Path) -> None:
    measure = {"name": "Speed", "value": "9", "target": "8", "command": "make bench", "date": "2024-06-01"}
    (data / "measured.json").write_text(json.dumps({"measures": [measure]}))
    told = next(line.value for line in visit("method").markdown if "make bench" in line.value)
    assert told.startswith("- **9** Speed")
    assert [word for word in ("target 8", "1 Jun 2024") if word not in told] == []


def accuracy(version: str) -> str:
    share = {"hits": 9, "of": 10, "value": 0.9, "low": 0.596, "high": 0.982}
    none = {"hits": 0, "of": 0, "value": 0.0, "low": 0.0, "high": 1.0}
    measured = {
        "articles": 3,
        "quantities_recall": share,
        "facts_precision": share,
        "facts_recall": share,
        "metrics": {"revenue": {"precision": none, "recall": share}},
    }
    return json.dumps({"fingerprint": version, "sets": {"seed": measured, "held_back": measured}})


def test_accuracy_is_shown_by_measure_with_the_held_back_articles_first(data: Path) -> None:
    (data / "accuracy.json").write_text(accuracy(tables.manifest(data).fingerprint))
    app = visit("method")
    table = app.dataframe[0].value
    assert list(table.columns)[:3] == ["Measure", "Held back: right", "Held back: found"]
    assert table.set_index("Measure").loc["Revenue"].tolist()[:2] == ["–", "90% (60–98), 9/10"]
    assert any("6 articles" in block.value for block in app.markdown)
    assert not any("Measured on data version" in block.value for block in app.caption)


def test_accuracy_of_older_data_is_said_to_be_older(data: Path) -> None:
    (data / "accuracy.json").write_text(accuracy("0ld"))
    assert any("Measured on data version 0ld" in block.value for block in visit("method").caption)


@pytest.mark.parametrize("body", ["", "[]", '{"fingerprint": "a", "sets": {"seed": {"articles": 1}}}', '{"sets": 5}'])
def test_a_broken_accuracy_file_leaves_the_page_whole(data: Path, body: str) -> None:
    (data / "accuracy.json").write_text(body)
    app = visit("method")
    assert not app.exception
    assert not any("Measure" in table.value.columns for table in app.dataframe)
