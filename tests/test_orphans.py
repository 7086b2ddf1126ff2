"""Nothing on screen is an orphan: every point and every row of every page leads to facts or articles of the dataset.

The pages are drawn from the shipped dataset. A fact must stand in an article of the dataset, at offsets within it, and, where
the article's text is on this machine, those offsets must hold the figure as printed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from presslens import tables
from presslens.dashboard.aggregates import told
from presslens.dashboard.charts import releases, style
from presslens.dashboard.charts.grid import ABSENT
from presslens.dashboard.charts.silence import NEVER, NEVER_BY_CHANCE
from presslens.dashboard.marks import ids_of
from presslens.dashboard.places import PLACES
from presslens.dashboard.rows import FACT_IDS

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
ABSENCES = {ABSENT, NEVER, NEVER_BY_CHANCE}
# Tables of something else than figures or articles: counts of words. The page Method measures the reading itself.
NO_FIGURES = {"cues_by_outlet"}


@dataclass
class Screen:
    """What a page has drawn: ids behind marks, rows and buttons, by where they stand, and tables that lead nowhere.

    `shapes` are the ids of every mark with its shape, `legends` the shapes in the legend of every chart.
    """

    ids: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    rows_elsewhere: set[str] = field(default_factory=set)
    shapes: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    legends: dict[str, set[str]] = field(default_factory=dict)

    def note_table(self, frame: pd.DataFrame, key: str, *_: Any, **__: Any) -> None:
        self.ids[f"table {key}"] = [ids_of(value) for value in frame[FACT_IDS]]

    def note_button(self, label: str, fact_ids: tuple[str, ...], key: str, *_: Any) -> None:
        self.ids[f"button {key}"] = [fact_ids]

    def note_rows(self, frame: pd.DataFrame, *, key: str, **_: Any) -> None:
        self.rows_elsewhere.add(key)

    def note_choice(self, frame: pd.DataFrame, *, key: str, **_: Any) -> None:
        self.ids[f"table {key}"] = [(str(article_id),) for article_id in frame.index]


@pytest.fixture(scope="module")
def dataset() -> Mapping[str, Any]:
    return {name: tables.read(DATA, name).to_pylist() for name in ("facts", "claims", "articles")}


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("PRESSLENS_DATA", str(DATA))
    shown = Screen()
    noted = {
        "frame.grid.draw": shown.note_table,
        "evidence._button": shown.note_button,
        "panels.of_rows": shown.note_rows,
        "shell.choose_row": shown.note_choice,
    }
    for place, note in noted.items():
        listen(monkeypatch, f"presslens.dashboard.{place}", note)
    return shown


def listen(monkeypatch: pytest.MonkeyPatch, target: str, note: Callable[..., None]) -> None:
    """Have a function tell what it is called with before it does its work."""
    module, name = target.rsplit(".", 1)
    act = getattr(import_module(module), name)

    def noting(*values: Any, **named: Any) -> Any:
        note(*values, **named)
        return act(*values, **named)

    monkeypatch.setattr(target, noting)


def open_page(name: str, screen: Screen, **query: str) -> Screen:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    # A change of page forgets the address: what is asked is asked of the page.
    if name != "overview":
        app.run().switch_page(f"pages/{name}.py")
        screen.ids.clear()
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    for place, chart in enumerate(app.get("plotly_chart")):
        spec = json.loads(chart.proto.spec)
        # The pages leave Plotly's check out for speed: it stands here, and raises for what Plotly does not know.
        go.Figure(spec)
        traces = spec["data"]
        where = f"chart {place}: {chart.proto.alt[:40]}"
        screen.ids[where] = [mark for trace in traces for mark in _marks(trace)]
        screen.shapes[where] = [mark for trace in traces for mark in _shapes(trace)]
        screen.legends[where] = {trace["marker"]["symbol"] for trace in traces if trace.get("x") == [None]}
    return screen


def _shapes(trace: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    if trace.get("hoverinfo") == "skip" or "markers" not in trace.get("mode", "") or trace.get("x") == [None]:
        return
    if trace.get("meta") == {"role": "event"}:
        return
    symbols = trace["marker"].get("symbol", "circle")
    every = symbols if isinstance(symbols, list) else [symbols] * len(trace["customdata"])
    for ids, symbol in zip(trace["customdata"], every, strict=True):
        yield ids_of(ids), symbol


def _marks(trace: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Give the ids of a trace's marks; what cannot be hovered is decoration, and a trace of no place stands in the legend."""
    if trace.get("hoverinfo") == "skip" or trace.get("x") == [None]:
        return
    assert "customdata" in trace, f"a trace of marks that lead nowhere: {trace.get('name') or trace['type']}"
    labels = trace.get("text") or [""] * len(trace["customdata"])
    heights = trace["y"] if isinstance(trace["y"], list) else [None] * len(labels)
    for ids, label, height in zip(trace["customdata"], labels, heights, strict=True):
        # A cross in the grid of outlets and names, and a count of nought, say that nothing is there.
        if label not in ABSENCES and (ids or height != 0):
            yield ids_of(ids)


def orphans(screen: Screen, dataset: Mapping[str, Any]) -> list[str]:
    """Name every mark, row and button with no id, or with one that leads nowhere."""
    facts = {fact["fact_id"]: fact for name in ("facts", "claims") for fact in dataset[name]}
    articles = {article["article_id"]: article for article in dataset["articles"]}
    texts: dict[str, str | None] = {}
    wrong = []
    for where, every in screen.ids.items():
        for number, ids in enumerate(every):
            if not ids:
                wrong.append(f"{where}, number {number}, has no id")
            for found in ids:
                known = found.removeprefix("article:")
                if known not in facts and known not in articles:
                    wrong.append(f"{where}, number {number}: {found} is in no table")
                elif known in facts and not _stands(facts[known], articles, texts):
                    wrong.append(f"{where}, number {number}: {found} does not stand where it says")
    return wrong


def _stands(fact: Mapping[str, Any], articles: Mapping[str, Any], texts: dict[str, str | None]) -> bool:
    article = articles.get(fact["article_id"])
    if article is None or not 0 <= fact["start"] < fact["end"] <= article["characters"]:
        return False
    path = DATA / "local" / f"{fact['article_id']}.txt"
    text = texts.setdefault(fact["article_id"], path.read_text(encoding="utf-8") if path.exists() else None)
    return text is None or text[fact["start"] : fact["end"]] == fact["surface"]


@pytest.mark.parametrize("name", PLACES)
def test_every_mark_and_row_of_a_page_leads_to_its_source(name: str, screen: Screen, dataset: Mapping[str, Any]) -> None:
    shown = open_page(name, screen)
    assert orphans(shown, dataset) == []
    assert name == "method" or shown.rows_elsewhere <= NO_FIGURES


@pytest.mark.parametrize("count", ["families", "origins"])
@pytest.mark.parametrize("name", ["overview", "market_size", "sentiment", "words"])
def test_no_orphan_in_whatever_is_counted(name: str, count: str, screen: Screen, dataset: Mapping[str, Any]) -> None:
    assert orphans(open_page(name, screen, count=count), dataset) == []


def test_no_orphan_on_the_page_of_one_article(screen: Screen, dataset: Mapping[str, Any]) -> None:
    article = max(dataset["articles"], key=lambda article: article["sentences"])["article_id"]
    shown = open_page("articles", screen, article=article)
    assert sum(len(every) for every in shown.ids.values()) > 10
    assert orphans(shown, dataset) == []


def test_no_orphan_in_the_life_of_any_claim(dataset: Mapping[str, Any]) -> None:
    days = {article["article_id"]: article["published"] for article in dataset["articles"]}
    facts = pd.DataFrame(dataset["facts"]).assign(published=lambda frame: frame["article_id"].map(days), outlet="")
    known = set(facts["fact_id"])
    lives = [told.life(facts, thing) for thing in told.things(facts)["thing"]]
    assert lives
    assert all(set(life["fact_id"]) <= known and life["event"].iloc[0] == "first" for life in lives)


def test_every_fact_of_the_dataset_stands_where_it_says(dataset: Mapping[str, Any]) -> None:
    everything = Screen({"facts": [(fact["fact_id"],) for name in ("facts", "claims") for fact in dataset[name]]})
    assert len(everything.ids["facts"]) > 100
    assert orphans(everything, dataset) == []


def test_an_orphan_is_noticed(dataset: Mapping[str, Any]) -> None:
    assert len(orphans(Screen({"chart": [(), ("nowhere",)]}), dataset)) == 2


def test_a_release_has_a_shape_of_its_own() -> None:
    assert releases.SYMBOL not in style.SYMBOL_OF_STATUS.values()


# The growth between two ends is arithmetic over both of them, and has a shape of its own.
GROWTH = "triangle-right"


@pytest.mark.parametrize("name", ["market_size", "chips_and_funding", "disagreements"])
def test_a_mark_is_of_one_status_and_one_scope_and_has_the_shape_of_its_status(
    name: str, screen: Screen, dataset: Mapping[str, Any]
) -> None:
    facts = {fact["fact_id"]: fact for fact in dataset["facts"]}
    shown = open_page(name, screen)
    marks = [(where, ids, shape) for where, every in shown.shapes.items() for ids, shape in every if shape != GROWTH]
    assert marks
    for where, ids, shape in marks:
        statuses, scopes = ({facts[found][of] for found in ids} for of in ("status", "scope"))
        assert len(statuses) == len(scopes) == 1, f"{where}: {ids} are of {statuses} and {scopes}"
        assert shape == style.SYMBOL_OF_STATUS[statuses.pop()], f"{where}: {ids}"


@pytest.mark.parametrize("name", ["market_size", "chips_and_funding", "disagreements"])
def test_where_shapes_differ_the_legend_names_them(name: str, screen: Screen) -> None:
    shown = open_page(name, screen)
    for where, every in shown.shapes.items():
        shapes = {shape for _, shape in every} - {GROWTH}
        if len(shapes) > 1:
            assert shown.legends[where] >= shapes, where
