"""One switch for what is counted: articles, families or origins."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from presslens.dashboard import counting
from presslens.dashboard.aggregates import claims, terms
from presslens.dashboard.charts import wording
from presslens.dashboard.counting import UNITS, Unit
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text
from tests import made
from tests.chart_frames import facts, keywords
from tests.visits import articles_counted

APP = Path(__file__).parent.parent / "app.py"
TOLD = facts(
    {"article_id": "a1", "family": "a1", "origin": "IDC"},
    {"article_id": "a2", "family": "a1", "origin": "IDC"},
    {"article_id": "a3", "family": "a3", "origin": "IDC"},
)


@pytest.mark.parametrize(("unit", "number"), [("articles", 3), ("families", 2), ("origins", 1)])
def test_facts_are_counted_in_each_unit(unit: Unit, number: int) -> None:
    told = counting.keyed(TOLD, unit)
    assert counting.number(told) == number
    assert claims.marks(told)["counted"].tolist() == [number]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("articles", "3 figures from 3 articles, 1 independent origin."),
        ("families", "3 figures from 2 families, 1 independent origin."),
        ("origins", "3 figures from 1 independent origin."),
    ],
)
def test_a_caption_speaks_of_what_is_counted(unit: Unit, words: str) -> None:
    assert wording.caption(counting.keyed(TOLD, unit), Text("en", unit)) == words


def test_an_article_has_no_origin_but_its_own_family() -> None:
    articles = pd.DataFrame({"article_id": ["a1", "a2"], "family": ["a1", "a1"]})
    assert counting.number(counting.keyed(articles, "origins")) == 1


def test_a_term_that_a_copy_repeats_is_counted_once_where_families_are() -> None:
    told = keywords(("a1", "算力", 4), ("a2", "算力", 4), ("a3", "算力", 1)).assign(family=["a1", "a1", "a3"])
    assert terms.top(counting.keyed(told, "articles"))["count"].tolist() == [9]
    assert terms.top(counting.keyed(told, "families"))["count"].tolist() == [5]


COPY = made.article(article_id="e5e5e5e5e5e5", family="a1a1a1a1a1a1", outlet="Valley Post")


def overview(unit: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    app.query_params["count"] = unit
    return app.run()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRESSLENS_DATA", str(tmp_path))
    return made.dataset(tmp_path, articles=[*made.ARTICLES, COPY])


@pytest.mark.parametrize(("unit", "number"), [("articles", "5"), ("families", "4"), ("origins", "4")])
def test_the_unit_comes_from_the_url_and_every_count_follows(data: Path, unit: str, number: str) -> None:
    app = overview(unit)
    assert not app.exception
    assert articles_counted(app) == number
    assert f"Showing all {Text('en', unit).counted(int(number))}" in app.caption[0].value.replace("\\", "")  # type: ignore[arg-type]


def test_a_unit_nobody_knows_counts_articles(data: Path) -> None:
    assert articles_counted(overview("pages")) == "5"


def test_every_unit_has_its_words() -> None:
    assert {Text("en", unit).counted(2) for unit in UNITS} == {"2 articles", "2 families", "2 independent origins"}
    assert len({Text("zh", unit).counted(2) for unit in UNITS}) == 3


SHIPPED = APP.parent / "data"
IN_ARTICLES = re.compile(r"\d articles?\b")


def said_on(app: AppTest) -> list[str]:
    """Give every word of a page: its texts, its buttons, and what its charts write, say when pointed at, and say in words."""
    told = [element.value for kind in ("markdown", "caption", "header", "info", "html") for element in app.get(kind)]
    told += [button.label for button in app.button]
    for chart in app.get("plotly_chart"):
        drawing = json.loads(chart.proto.spec)
        told += [chart.proto.alt, *(note["text"] for note in drawing["layout"].get("annotations", ()))]
        told += [str(trace.get(name, "")) for trace in drawing["data"] for name in ("text", "hovertext", "name")]
    return [str(words).replace("\\", "") for words in told]


@pytest.mark.parametrize("name", [name for name in PLACES if name != "method"])
def test_one_switch_rules_every_count_of_a_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSLENS_DATA", str(SHIPPED))
    app = AppTest.from_file(str(APP), default_timeout=120).run()
    if name != "overview":
        app.switch_page(f"pages/{name}.py").run()
    app.get_by_key("count_choice").set_value("families").run()
    assert not app.exception
    assert [words for words in said_on(app) if IN_ARTICLES.search(words)] == []
