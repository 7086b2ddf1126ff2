"""Every page, drawn without a browser, on data of every kind."""

from __future__ import annotations

import io
import json
import re
import sys
import types
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from presslens import tables
from presslens.dashboard.places import PLACES
from presslens.dashboard.text import Text
from presslens.message import Message
from tests import made

ROOT = Path(__file__).parent.parent
FILTERED = [name for name, place in PLACES.items() if place.filtered]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRESSLENS_DATA", str(tmp_path))
    return made.dataset(tmp_path)


def visit(name: str, **query: str | list[str]) -> AppTest:
    """Open a page by its address, as the first request of a visitor."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app if name == "overview" else app.switch_page(f"pages/{name}.py").run()


def words(app: AppTest) -> str:
    """Give everything a page says in warnings, errors and notes."""
    return " ".join(str(box.value) for boxes in (app.error, app.warning, app.info) for box in boxes).replace("\\", "")


def zipped(name: str) -> bytes:
    """Give an archive that holds one file of no article."""
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w") as archive:
        archive.writestr(name, b"\xff\xd8")
    return made_of.getvalue()


def articles_counted(app: AppTest) -> str:
    """Give the number of articles that the landing page says it covers."""
    counts = (re.fullmatch(r".+  \n\*\*([\d,]+)\*\*", str(block.value)) for block in app.markdown)
    return next((found[1] for found in counts if found), "")


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


def test_what_a_reader_adds_counts_on_every_page_until_she_removes_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = made.article(article_id="e5e5e5e5e5e5", family="e5e5e5e5e5e5", outlet="My Notes")

    def analyse(documents: list[tuple[str, bytes]]) -> tuple[dict[str, pa.Table], list[tuple[str, Message]], dict[str, str]]:
        nothing = {table: [] for table in tables.SCHEMAS}
        read = made.contents(**{**nothing, "articles": [own]})  # type: ignore[arg-type]
        return read, [("junk.txt", Message("This is no text."))], {"e5e5e5e5e5e5": documents[0][1].decode()}

    monkeypatch.setitem(sys.modules, "presslens.pipeline.build", types.SimpleNamespace(analyse=analyse))
    app = visit("add_articles")
    app.text_area[0].set_value("A text of my own.")
    app.form_submit_button[0].click().run()
    assert not app.exception
    assert "junk.txt: This is no text." in words(app).replace("*", "")
    app.switch_page("pages/overview.py").run()
    assert articles_counted(app) == "5"
    app.switch_page("pages/add_articles.py").run()
    next(button for button in app.button if button.label == "Remove what I added").click().run()
    app.switch_page("pages/overview.py").run()
    assert articles_counted(app) == "4"


UNREADABLE = {
    "empty.txt": (b"", "empty.txt 是空的：请把文章正文放进去。"),
    "white.txt": ("\u3000\n".encode(), "white.txt 里只有空白：请把文章正文放进去。"),
    "other.txt": (b"Only in English, from end to end.", "other.txt 里没有中文：只读取中文文章。"),
    "a.pdf": (b"%PDF-1.7", "a.pdf 不是可读的 PDF：请重新导出，或把文字复制到 .txt 文件里。"),
    "a.docx": (b"PK", "a.docx 不是可读的 Word 文件：请重新另存为 .docx，不要设密码。"),
    "a.zip": (b"PK", "a.zip 是损坏的压缩包：请重新打包。"),
    "b.zip": (zipped("a.jpg"), "b.zip/a.jpg 的类型无法读取：请提供 .txt、.md、.html、.docx、.pdf 或 .zip 文件。"),
}


def test_why_a_file_was_not_read_is_said_in_the_readers_language(data: Path) -> None:
    app = visit("add_articles", lang="zh")
    app.file_uploader[0].set_value([(name, content, "") for name, (content, _) in UNREADABLE.items()])
    app.form_submit_button[0].click().run()
    assert not app.exception
    told = [re.sub(r"\*\*.+\*\*: |\\", "", str(box.value)) for box in app.warning]
    assert told == [said for _, said in UNREADABLE.values()]


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
