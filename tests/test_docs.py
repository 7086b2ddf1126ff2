"""The documentation tells the truth about what can be checked: tables, columns, commands, pictures and links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from presslens import model
from presslens.tables import SCHEMAS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
DATA = (ROOT / "docs/data.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", DATA, re.M | re.S))
TYPES = {
    "string": "text",
    "int8": "integer",
    "int32": "integer",
    "double": "number",
    "bool": "true/false",
    "date32[day]": "date",
    "list<element: string>": "list of text",
    "list<item: string>": "list of text",
}


def rows(section: str) -> dict[str, str]:
    """Read the columns and their types from the table of a section; a row may name several columns."""
    found = re.findall(r"^\| ([\w, ]+) \| ([^|]+) \|", section, re.M)
    return {name: kind.strip() for names, kind in found for name in names.split(", ") if name != "column"}


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_column_is_documented_in_order(table: str) -> None:
    assert list(rows(SECTIONS[table])) == SCHEMAS[table].names


@pytest.mark.parametrize("table", [name for name in SCHEMAS if name != "claims"])
def test_every_column_is_documented_with_its_type(table: str) -> None:
    assert rows(SECTIONS[table]) == {field.name: TYPES[str(field.type)] for field in SCHEMAS[table]}


@pytest.mark.parametrize("vocabulary", [model.Metric, model.FactKind, model.Bound, model.Status, model.Confidence])
def test_every_word_of_a_closed_vocabulary_is_documented(vocabulary: object) -> None:
    written = set(re.findall(r"\w+", SECTIONS["facts"]))
    assert set(get_args(vocabulary)) - written == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_links_is_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_that_a_document_names_exists(path: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`make (\w+)", path.read_text(encoding="utf-8"))) <= targets


def test_the_container_copies_only_what_is_there_and_none_of_the_articles() -> None:
    copied = re.findall(r"^COPY (\S+) ", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.M)
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert "data/local" in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
