"""What a reader adds counts on every page of her visit, and what cannot be read is said in her language."""

from __future__ import annotations

import io
import re
import sys
import types
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest

from presslens import tables
from presslens.message import Message
from tests import made
from tests.visits import articles_counted, visit, words


def zipped(name: str) -> bytes:
    """Give an archive that holds one file of no article."""
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w") as archive:
        archive.writestr(name, b"\xff\xd8")
    return made_of.getvalue()


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
