"""A frame as a file: CSV, Excel, JSON and Parquet, each with the very cells of the frame."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

# A spreadsheet runs what begins with one of these; an apostrophe before it makes it text.
_RUNS = ("=", "+", "-", "@", "\t", "\r")
# What Excel holds in one cell, in characters, and how wide a column may get.
CELL_LIMIT = 32_767
WIDEST = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")

Notes = Sequence[tuple[str, str]]


def csv(frame: pd.DataFrame) -> bytes:
    r"""Write a frame as CSV that every spreadsheet opens rightly: UTF-8 with a mark, and no cell that runs as a formula.

    >>> csv(pd.DataFrame({"name": ["=1+1", "Sora"], "value": [-5.0, 60.0]})).decode("utf-8-sig").split("\r\n")[1]
    "'=1+1,-5.0"
    """
    safe = frame.rename(columns=_defused).map(_defused)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx(frame: pd.DataFrame, notes: Notes, *, names: tuple[str, str], days: Sequence[str] = ()) -> bytes:
    """Write a workbook: a sheet of typed cells and a sheet of notes, named by `names`.

    Text stays text, whatever it begins with. In the columns `days` a whole day (2024-02-16) becomes a date; a month or a year
    alone stays text, since a date would claim a day that is not known. A cell longer than Excel allows ends in an ellipsis.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        data, about = (book.add_worksheet(_FORBIDDEN.sub(" ", name)[:31]) for name in names)
        _write_cells(book, data, frame, days)
        _write_notes(book, about, notes)
    return file.getvalue()


def as_json(frame: pd.DataFrame, notes: Notes) -> bytes:
    """Write one JSON object: the notes, and the rows as objects under their columns' names; what is not known is null."""
    rows = [{str(name): _plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]
    body = {"notes": [{"about": what, "words": words} for what, words in notes], "rows": rows}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def parquet(frame: pd.DataFrame, notes: Notes) -> bytes:
    """Write Parquet with the notes as JSON in the file's metadata, under the key `notes`."""
    table = pa.Table.from_pandas(frame.rename(columns=str), preserve_index=False)
    told = json.dumps([list(note) for note in notes], ensure_ascii=False)
    file = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), b"notes": told.encode()}), file)
    return file.getvalue()


def _write_cells(book: Any, sheet: Any, frame: pd.DataFrame, days: Sequence[str]) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for column, name in enumerate(frame.columns):
        cells = frame[name].tolist()
        sheet.write_string(0, column, str(name), bold)
        sheet.set_column(column, column, _width([str(name), *cells[:200]]))
        for row, cell in enumerate(cells, start=1):
            _write(sheet, row, column, cell, day if name in days else None)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))


def _write_notes(book: Any, sheet: Any, notes: Notes) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, (what, words) in enumerate(notes):
        sheet.write_string(row, 0, what, bold)
        sheet.write_string(row, 1, _fitting(words), wrapped)


def _write(sheet: Any, row: int, column: int, cell: Any, day: Any) -> None:
    plain = _plain(cell)
    if plain is None:
        return
    if isinstance(plain, bool):
        sheet.write_boolean(row, column, plain)
    elif isinstance(plain, int | float):
        sheet.write_number(row, column, plain)
    elif day is not None and _DAY.fullmatch(plain):
        sheet.write_datetime(row, column, datetime.fromisoformat(plain), day)
    else:
        sheet.write_string(row, column, _fitting(plain))


def _fitting(words: str) -> str:
    return words if len(words) <= CELL_LIMIT else words[: CELL_LIMIT - 1] + "…"


def _plain(cell: Any) -> Any:
    """Give a cell as a value that every format knows: true or false, number, text, or none."""
    if isinstance(cell, list | tuple):
        return ", ".join(map(str, cell))
    if cell is None or pd.isna(cell):
        return None
    if hasattr(cell, "item"):
        cell = cell.item()
    if isinstance(cell, pd.Timestamp | datetime):
        return cell.date().isoformat() if cell == pd.Timestamp(cell.date()) else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


def _width(cells: Sequence[Any]) -> int:
    letters = (sum(2 if east_asian_width(letter) in "WF" else 1 for letter in str(cell)) for cell in cells)
    return min(WIDEST, max(letters, default=8) + 2)


def _defused(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell


Writer = Callable[[pd.DataFrame, Notes], bytes]
MIME: Mapping[str, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
