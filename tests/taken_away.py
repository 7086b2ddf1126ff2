"""Reads what was taken away, in any format, and tells whether two cells are the same."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import openpyxl
import pandas as pd


def number(value: Any) -> Any:
    """Read a number or a day, so that 2024-02-16 and 2024-02-16T00:00:00 are one."""
    if isinstance(value, str) and value[:4].isdigit() and "-" in value and "Q" not in value:
        try:
            return pd.Timestamp(value)
        except ValueError:
            return value
    return value


def known(cell: Any) -> Any:
    """Give a cell as any format can hold it; what is not known is none."""
    if isinstance(cell, pd.Timestamp):
        return cell
    if cell is None or cell == "" or (isinstance(cell, float) and math.isnan(cell)) or cell is pd.NaT:
        return None
    return cell.item() if hasattr(cell, "item") else cell


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, Unquoted):
        return one.is_the_same_as(known(other))
    one, other = known(one), known(other)
    numbers = all(isinstance(value, int | float) and not isinstance(value, bool) for value in (one, other))
    return math.isclose(one, other, rel_tol=1e-12) if numbers else number(one) == number(other)


def read_csv(content: bytes) -> tuple[list[str], list[list[Any]]]:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return head, [[Unquoted(cell) for cell in row] for row in rows]


class Unquoted(str):
    """A cell of a CSV file, which does not say whether it is text, a number, or nothing."""

    def is_the_same_as(self, cell: Any) -> bool:
        if isinstance(cell, str):
            return self == (f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return math.isclose(float(self), cell, rel_tol=1e-12)
        return self == "" if cell is None else number(str(self)) == number(str(cell))


def read_xlsx(content: bytes) -> tuple[list[str], list[list[Any]]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    head, *rows = sheet.iter_rows()
    assert not any(cell.data_type == "f" for row in rows for cell in row)
    return [cell.value for cell in head], [
        [f"{cell.value:%Y-%m-%d}" if cell.is_date else cell.value for cell in row]
        for row in rows
        if any(cell.value is not None for cell in row)
    ]


def read_json(content: bytes) -> tuple[list[str], list[list[Any]]]:
    rows = json.loads(content)["rows"]
    return list(rows[0]) if rows else [], [list(row.values()) for row in rows]


def read_parquet(content: bytes) -> tuple[list[str], list[list[Any]]]:
    frame = pd.read_parquet(io.BytesIO(content))
    return list(frame.columns), [list(row) for row in frame.itertuples(index=False, name=None)]


READERS = {"csv": read_csv, "xlsx": read_xlsx, "json": read_json, "parquet": read_parquet}
