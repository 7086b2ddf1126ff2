"""Every page, drawn without a browser, on data of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from presslens import tables
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text
from tests import made
from tests.visits import articles_counted, visit, words

FILTERED = [name for name, place in PLACES.items() if place.filtered]


def no_manifest(data: Path) -> None:
    (data / "dataset.json").unlink()


def older_version(data: Path) -> None:
    body = json.loads((data / "dataset.json").read_text())
    (data / "dataset.json").write_text(json.dumps({**body, "schema_version": 0}))


def missing_table(data: Path) -> None:
    (data / "facts.parquet").unlink()


def corrupt_table(data: Path) -> None:
    (data / "mentions.parquet").write_bytes(b"PAR1 and then nothing of the kind")


def other_columns(data: Path) -> None:
    pa.parquet.write_table(tables.empty("keywords"), data / "facts.parquet")


DAMAGES: list[tuple[Callable[[Path], None], str]] = [
    (no_manifest, "dataset.json is missing"),
    (older_version, "schema version 0"),
    (missing_table, "The table facts is missing"),
    (corrupt_table, "The table mentions is damaged"),
    (other_columns, "The table facts has the columns of another version"),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_drawn_in_either_language(data: Path, name: str, language: str) -> None:
    app = visit(name, lang=language)
    assert not app.exception
    assert app.title[0].value == Text("zh" if language == "zh" else "en")(PLACES[name].title)


@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_drawn_again(data: Path, name: str) -> None:
    app = visit(name).run()
    assert not app.exception
    assert len(app.sidebar.multiselect) == 6


@pytest.mark.parametrize("name", FILTERED)
def test_a_filter_that_leaves_nothing_is_said_in_one_sentence(data: Path, name: str) -> None:
    app = visit(name, outlet="Harbour Daily", model="NVIDIA", date=["2024-12-01", "2024-12-31"])
    assert not app.exception
    assert "No article is printed by Harbour Daily, from 1 Dec 2024 to 31 Dec 2024" in words(app)


@pytest.mark.parametrize("name", FILTERED)
@pytest.mark.parametrize("only", [{"outlet": "unknown"}, {"topic": "models"}, {"model": "Sora"}, {"outlet": made.HOSTILE}])
def test_a_page_bears_a_narrow_filter(data: Path, name: str, only: dict[str, str]) -> None:
    assert not visit(name, **only).exception


@pytest.mark.parametrize("name", PLACES)
def test_a_page_bears_a_dataset_of_no_article(data: Path, name: str) -> None:
    made.dataset(data, **{table: [] for table in tables.SCHEMAS})
    app = visit(name)
    assert not app.exception
    assert "holds no articles yet" in words(app)


@pytest.mark.parametrize("name", FILTERED)
def test_a_page_bears_articles_in_which_nothing_was_found(data: Path, name: str) -> None:
    made.dataset(data, facts=[], claims=[], mentions=[], keywords=[], checks=[], sentences=[])
    assert not visit(name).exception


@pytest.mark.parametrize(("damage", "said"), DAMAGES)
@pytest.mark.parametrize("name", ["overview", "facts", "method", "sentiment"])
def test_damaged_data_is_said_in_a_sentence(data: Path, name: str, damage: Callable[[Path], None], said: str) -> None:
    damage(data)
    app = visit(name)
    assert not app.exception
    assert said in words(app)


def test_damaged_data_is_said_in_the_readers_language(data: Path) -> None:
    corrupt_table(data)
    assert "数据表 mentions 已损坏" in words(visit("overview", lang="zh"))


def test_data_built_anew_is_shown_at_the_next_run(data: Path) -> None:
    app = visit("overview")
    made.dataset(data, articles=made.ARTICLES[:1])
    app.run()
    assert articles_counted(app) == "1"


@pytest.mark.parametrize("name", PLACES)
def test_the_open_fact_is_in_the_url(data: Path, name: str) -> None:
    app = visit(name, fact="f1")
    assert not app.exception
    assert any("50亿元</mark>" in block.value for block in app.html)


def test_a_fact_that_is_gone_is_said(data: Path) -> None:
    assert "holds no such fact" in words(visit("facts", fact="gone"))


def test_a_fact_says_what_is_printed_otherwise(data: Path) -> None:
    app = visit("facts", fact="f5")
    assert "Other values printed for the same" in "".join(block.value for block in app.html)
    assert "CN¥5 bn" in "".join(block.value for block in app.markdown)


def test_a_hostile_fact_reaches_the_panel_only_escaped(data: Path) -> None:
    said = "".join(block.value for block in visit("facts", fact="f6").html)
    assert "&lt;b&gt;$5~6$&lt;/b&gt;" in said
    assert "<b>$5" not in said


def test_a_search_narrows_the_table_and_stays_in_the_url(data: Path) -> None:
    app = visit("facts", q="vidu")
    assert list(app.dataframe[0].value["As printed"]) == ["16秒"]


def test_a_search_that_finds_nothing_is_said(data: Path) -> None:
    assert "Nothing here holds these words" in words(visit("facts", q="nowhere"))


def test_an_article_is_chosen_by_the_url(data: Path) -> None:
    app = visit("articles", article="b2b2b2b2b2b2")
    assert list(app.dataframe[0].value["As printed"]) == ["50亿元", "2月16日"]


def test_choosing_an_outlet_filters_the_page(data: Path) -> None:
    app = visit("overview")
    app.multiselect(key="outlet_choice").select("Hill Weekly").run()
    assert articles_counted(app) == "1"
    assert "Showing 1 of 4 articles: printed by Hill Weekly" in app.caption[0].value.replace("\\", "")


def test_resetting_the_filters_shows_everything(data: Path) -> None:
    app = visit("overview", outlet="Hill Weekly", date=["2024-05-01", "2024-05-31"])
    app.button(key="reset").click().run()
    assert articles_counted(app) == "4"


def test_undated_articles_that_are_left_out_are_counted(data: Path) -> None:
    app = visit("facts", date=["2024-01-01", "2024-12-31"])
    assert "Left out because undated: 1 article" in app.caption[0].value.replace("\\", "")


def test_outlets_are_offered_with_their_number_of_articles(data: Path) -> None:
    offered = visit("overview").multiselect(key="outlet_choice").options
    assert "Harbour Daily (1)" in offered
    assert "Unknown outlet (1)" in offered


def test_a_language_that_was_chosen_stays_on_the_next_page(data: Path) -> None:
    app = visit("overview")
    app.get_by_key("lang_choice").set_value("zh").run()
    app.switch_page("pages/facts.py").run()
    assert app.title[0].value == "事实"
