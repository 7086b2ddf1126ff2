from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from presslens.dashboard import rows
from presslens.dashboard.data import Source
from presslens.dashboard.export import formats
from presslens.dashboard.filters import Filters
from presslens.dashboard.text import Text
from tests import made

RUNNING = ["=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\rx"]


@pytest.mark.parametrize("cell", RUNNING)
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(cell: str) -> None:
    assert read(formats.csv(pd.DataFrame({"a": [cell]})))[1] == [f"'{cell}"]


def test_a_negative_number_stays_a_number() -> None:
    assert read(formats.csv(pd.DataFrame({"a": [-1.5]})))[1] == ["-1.5"]


def test_the_file_says_that_it_is_utf8() -> None:
    assert formats.csv(pd.DataFrame({"名": ["甲"]})).startswith(b"\xef\xbb\xbf")


def test_a_download_holds_the_rows_that_are_shown(tmp_path: object) -> None:
    facts = Source(made.dataset(tmp_path), "1", "1").select("facts", Filters())  # type: ignore[arg-type]
    shown = rows.of_facts(facts, Text("en")).drop(columns=rows.FACT_IDS)
    found = read(formats.csv(shown))
    assert found[0] == list(shown.columns)
    assert [row[0] for row in found[1:]] == list(shown["Value"])


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
