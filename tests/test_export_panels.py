"""What is taken away equals what is on screen: every panel of every page, under several filters, cell by cell."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from presslens import tables
from presslens.dashboard.charts.drawn import plain
from presslens.dashboard.export import menu
from presslens.dashboard.export.panel import Panel
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text, escape
from tests.taken_away import READERS, alike, known, number

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
OUTLET = next(name for name in tables.read(DATA, "articles")["outlet"].to_pylist() if name)
ARTICLE = tables.read(DATA, "facts")["article_id"][0].as_py()
FILTERS: dict[str, dict[str, str | list[str]]] = {
    "none": {"lang": "en"},
    "outlet": {"lang": "zh", "outlet": OUTLET},
    "model, topic and days": {"lang": "en", "model": "Sora", "topic": "models", "date": ["2024-02-01", "2024-12-31"]},
}
# What a page shows only for a choice of its own.
VISITS = {**{name: (name, {}) for name in PLACES}, "one article": ("articles", {"article": ARTICLE})}
IDS = ("fact_ids", "article_ids")


@dataclass
class Visit:
    """A page as drawn, and every panel on it that can be taken away."""

    app: AppTest
    panels: list[tuple[Panel, bool]] = field(default_factory=list)

    def chart(self, key: str) -> dict[str, Any] | None:
        """Give a chart as it was sent to the browser."""
        found = [chart for chart in self.app.get("plotly_chart") if chart.proto.id.rsplit("-", 1)[-1] in (key, f"{key}_0")]
        return json.loads(found[0].proto.spec) if found else None

    def table(self, alt: str) -> pd.DataFrame | None:
        """Give a table as it was sent to the browser, by its text equivalent."""
        found = [table for table in self.app.dataframe if table.proto.alt == alt]
        return found[0].value if found else None


def opened(app: AppTest, name: str) -> Visit:
    """Go to a page and note each panel of it that can be taken away."""
    found = Visit(app.run())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(menu, "draw", lambda panel, *, drawn=False: found.panels.append((panel, drawn)))
        found.app = app.run() if name == "overview" else app.switch_page(f"pages/{name}.py").run()
    assert not app.exception
    return found


@cache
def visit(place: str, only: str) -> Visit:
    """Open a page once for all tests; it and its panels are not changed by looking at them."""
    name, own = VISITS[place]
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    for key, value in {**FILTERS[only], **own}.items():
        app.query_params[key] = value
    return opened(app, name)


@cache
def as_tables(place: str) -> Visit:
    """Open a page with every chart of it shown as a table."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    for panel, drawn in visit(place, "none").panels:
        if drawn:
            app.session_state[f"{panel.key}_as"] = "table"
    return opened(app, place)


@pytest.fixture(params=[(place, only) for place in VISITS for only in FILTERS], ids=" | ".join)
def seen(request: pytest.FixtureRequest) -> Visit:
    return visit(*request.param)


def test_what_is_taken_away_is_what_is_drawn(seen: Visit) -> None:
    for panel, drawn in seen.panels:
        chart, table = seen.chart(panel.key), seen.table(panel.words[0])
        if panel.key.startswith("toward_") and chart is not None:
            same_squares(panel.frame, chart)
        elif chart is not None:
            assert drawn
            same_marks(panel.frame, chart)
        elif table is not None:
            same_cells(panel.frame, table)
        else:
            on_screen(panel, seen.app)


@pytest.mark.parametrize("place", ["overview", "market_size", "chips_and_funding", "compare_models", "sentiment", "attention"])
def test_a_chart_shown_as_a_table_is_taken_away_as_that_table(place: str) -> None:
    charts = [panel.key for panel, drawn in visit(place, "none").panels if drawn and not panel.key.startswith("toward_")]
    found = {panel.key: (panel, drawn) for panel, drawn in as_tables(place).panels}
    assert charts
    for key in charts:
        panel, drawn = found[key]
        table = as_tables(place).table(". ".join(panel.words))
        assert not drawn
        assert table is not None
        same_cells(panel.frame, table)


def test_every_format_holds_the_same_cells(seen: Visit) -> None:
    for panel, _ in seen.panels:
        expected = [[known(cell) for cell in row] for row in panel.frame.itertuples(index=False, name=None)]
        heads = [str(name) for name in panel.frame.columns]
        for kind, read in READERS.items():
            names, cells = read(panel.file(kind))
            assert names == heads, (panel.key, kind)
            assert len(cells) == len(expected), (panel.key, kind)
            for row, expected_row in zip(cells, expected, strict=True):
                assert all(map(alike, row, expected_row)), (panel.key, kind, row, expected_row)


def test_every_panel_says_its_filter_its_version_and_its_sources(seen: Visit) -> None:
    for panel, _ in seen.panels:
        with zipfile.ZipFile(io.BytesIO(panel.file("zip"))) as archive:
            assert len(archive.namelist()) == 5
            told = archive.read("README.md").decode()
        assert panel.view.source.fingerprint in told
        assert "CC BY 4.0" in told
        assert panel.view.filters.in_words(panel.view.text) in told
        assert all(reference in told.replace("\n", " ") for reference in panel.references)
        named = {
            part for name in IDS if name in panel.frame for ids in panel.frame[name] for part in str(ids).split(",") if part
        }
        assert bool(panel.references) >= bool(named)


def test_no_chart_and_no_table_is_without_its_menu(seen: Visit) -> None:
    keys = {panel.key for panel, _ in seen.panels}
    charts = {chart.proto.id.rsplit("-", 1)[-1] for chart in seen.app.get("plotly_chart")}
    # A small chart on a card is named after its panel, and taken away with it.
    assert {key for key in charts if not {key, key.removesuffix("_0"), key.rsplit("_", 2)[0]} & keys} == set()
    assert {table.proto.alt for table in seen.app.dataframe} <= {panel.words[0] for panel, _ in seen.panels}


def same_marks(frame: pd.DataFrame, chart: dict[str, Any]) -> None:
    """Check that every point of a chart stands in the frame with its numbers, words and ids, and nothing else does."""
    told: dict[tuple[str, str], list[pd.Series]] = {}
    for _, row in frame.iterrows():
        told.setdefault((row_of(row), str(details_of(row))), []).append(row)
    met = set()
    for mark in points(chart):
        of_articles = "fact_ids" not in frame or mark["ids"].startswith("article:")
        for ids in [mark["ids"].replace("article:", "")] if of_articles else mark["ids"].split(","):
            key = (ids, mark["details"])
            assert key in told, (key, list(told)[:3])
            met.add(key)
            cells = [number(cell) for row in told[key] for cell in row]
            assert all(any(alike(value, cell) for cell in cells) for value in mark["values"]), (mark, told[key])
            words = [str(cell) for row in told[key] for cell in row]
            assert not mark["label"] or mark["label"] in words
    assert met == set(told)


def same_squares(frame: pd.DataFrame, chart: dict[str, Any]) -> None:
    """Check a grid of squares: the value that colours each, and the articles behind it, in the same order."""
    squares, marks = chart["data"]
    shape = squares["z"]["shape"] if isinstance(squares["z"], dict) else None
    values = listed(squares["z"]) if shape else [value for row in squares["z"] for value in row]
    mean = next(text("Sentiment") for text in map(Text, ("en", "zh")) if text("Sentiment") in frame)
    assert all(map(alike, values, frame[mean]))
    assert len(values) == len(frame)
    assert list(marks["customdata"]) == list(frame["article_ids"])


def points(chart: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Read every point that answers the pointer: ids, words, and its numbers on the axes that measure something."""
    measured = [axis for axis in ("x", "y") if axis == "x" or chart["layout"].get("yaxis", {}).get("visible", True)]
    for trace in chart["data"]:
        if trace.get("hoverinfo") == "skip":
            continue
        meta = trace.get("meta", {})
        told = {"event": ["x"], "label": []}.get(meta.get("role", ""), measured)
        many = len(listed(trace["x"]))
        for place in range(many):
            values = [listed(meta.get(axis, trace[axis]))[place] for axis in told]
            ids = trace.get("customdata", [""] * many)[place]
            text = trace.get("text", "")
            yield {
                "ids": ids,
                "details": plain(trace["hovertext"][place]),
                "label": plain(text[place] if isinstance(text, list) else text),
                "values": [number(value) for value in values],
            }


def same_cells(frame: pd.DataFrame, table: pd.DataFrame) -> None:
    """Check that every cell of a table on screen, its button apart, stands in the frame in the same place."""
    shown = table[[name for name in table.columns if name in frame.columns]]
    buttons = {text(name) for text in map(Text, ("en", "zh")) for name in ("Evidence", "Accept", "Reject", "Open")}
    assert set(table.columns) - set(shown.columns) <= buttons
    assert len(shown) == len(frame)
    for name in shown.columns:
        assert all(map(alike, map(known, shown[name]), map(known, frame[name]))), name


def on_screen(panel: Panel, app: AppTest) -> None:
    """Check cards, grids and lists: each value that is taken away is in the words on screen, or counted there as one more."""
    if panel.key == "cloud":
        assert str(len(panel.frame)) in app.get("image")[0].proto.imgs[0].alt
        return
    text = panel.view.text
    said = " ".join(str(block.value) for block in (*app.markdown, *app.caption, *app.get("badge")))
    said += " ".join(button.label for button in app.button)
    buttons = [button.label.replace("\\", "") for button in app.button]
    column = next(text(name) for name in ("Value", "Measured", "Outlet") if text(name) in panel.frame)
    hidden = [value for value in panel.frame[column] if escape(value) not in said]
    more = {text.plural("{n} more value", "{n} more values", n) for n in range(1, 200)}
    assert len(hidden) <= sum(1 for button in buttons if button in more) * 200
    assert not hidden or panel.key == "comparison"


def row_of(row: pd.Series) -> str:
    return next((str(row[name]) for name in IDS if name in row.index and row[name]), "")


def details_of(row: pd.Series) -> str:
    return next(row[text("Details")] for text in map(Text, ("en", "zh")) if text("Details") in row.index)


def listed(values: Any) -> list[Any]:
    """Read a list of numbers as Plotly sends it: as it is, or packed."""
    if isinstance(values, dict):
        return np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"]).tolist()
    return list(values)
