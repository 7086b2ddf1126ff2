from __future__ import annotations

import ast
import re
import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from presslens.dashboard.text import LOCALE, Text, escape
from presslens.message import Message
from presslens.pipeline.articles.read import TYPES

ROOT = Path(__file__).parent.parent
SOURCES = [
    *(ROOT / name for name in ("app.py", "presslens/tables.py", "presslens/pipeline/build.py", "presslens/pipeline/rows.py")),
    *ROOT.glob("pages/*.py"),
    *ROOT.glob("presslens/pipeline/articles/*.py"),
    *ROOT.glob("presslens/dashboard/**/*.py"),
]
REFUSALS = ("Message", "DatasetError", "ArticleError", "LedgerError")
# How many forms of a message a call of this name begins with.
FORMS = {"text": 1, "self": 1, "mark": 1, "plural": 2, "mark_plural": 2} | dict.fromkeys(REFUSALS, 1)

AMOUNTS = [
    ((118.1e9, 118.1e9, "USD"), "$118.1 bn", "1,181亿美元"),
    ((7e12, None, "USD"), "$7 tn", "7万亿美元"),
    ((1.78e12, None, "USD"), "$1.78 tn", "1.78万亿美元"),
    ((7e9, 7e9, "CNY", "at_least"), "at least CN¥7 bn", "至少70亿元"),
    ((2e8, 9e8, "CNY", "vague"), "CN¥200–900 m (vague)", "2–9亿元（概数）"),
    ((1e4, None, "A100", "vague"), "10,000 A100 or more (vague)", "1万 A100以上（概数）"),
    ((18.46e6, None, "A100"), "18.46 m A100", "1,846万 A100"),
    ((9999, None, ""), "9,999", "9,999"),
    ((10_000, None, ""), "10,000", "1万"),
    ((99_999_999, None, ""), "100 m", "1亿"),
    ((13, 13, "person"), "13 people", "13人"),
    ((1, 1, "person"), "1 person", "1人"),
    ((60, 60, "s"), "60 s", "60秒"),
    ((3, 4, "s"), "3–4 s", "3–4秒"),
    ((180, 180, "s"), "3 min", "3分钟"),
    ((41_472_000, None, "s"), "16 months", "16个月"),
    ((98, 98, "%"), "98%", "98%"),
    ((-12.5, -12.5, "%"), "-12.5%", "-12.5%"),
    ((5, 5, "x"), "5×", "5倍"),
    ((1920, 1080, "px"), "1920 × 1080", "1920 × 1080"),
    ((1080, None, "p"), "1080p", "1080p"),
    ((None, 10, "s"), "at most 10 s", "至多10秒"),
    ((None, None, "USD"), "–", "–"),
    ((float("nan"), float("nan"), ""), "–", "–"),
]
DATES = [
    ("2024-02-16", "16 Feb 2024", "2024年2月16日"),
    ("2024-02", "Feb 2024", "2024年2月"),
    ("2024", "2024", "2024年"),
    ("2024-H1", "first half of 2024", "2024年上半年"),
    ("2024-H2", "second half of 2024", "2024年下半年"),
    ("2024-Q3", "quarter 3 of 2024", "2024年第3季度"),
    ("2023-11/2024-01", "Nov 2023 – Jan 2024", "2023年11月 – 2024年1月"),
    ("2024-01/2024-09", "Jan–Sep 2024", "2024年1月–9月"),
    ("2024-02-05/2024-02-11", "5–11 Feb 2024", "2024年2月5日–11日"),
    ("2024-02-28/2024-03-01", "28 Feb – 1 Mar 2024", "2024年2月28日–3月1日"),
    ("2022/2024", "2022–2024", "2022–2024年"),
    ("2024-H1/2025", "first half of 2024 – 2025", "2024年上半年 – 2025年"),
    ("2024-13", "2024-13", "2024-13"),
    (date(2024, 2, 16), "16 Feb 2024", "2024年2月16日"),
    ("", "undated", "日期不详"),
    (None, "undated", "日期不详"),
]
NASTY = [
    "![x](http://a.b/c.png)",
    "[x](javascript:1)",
    "<img src=x>",
    "$\\frac{1}{2}$",
    "5~10%~",
    "# x",
    "- x",
    "**x**",
    ":red[x]",
]


def messages() -> dict[str, list[str]]:
    """Find every message in the code, also those inside f-strings, with all its forms."""
    found = {}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                forms = [arg.value for arg in node.args[: FORMS.get(name, 0)] if isinstance(arg, ast.Constant)]
                if forms:
                    found[forms[0]] = forms
    return found


def translations() -> dict[str, list[str]]:
    """Read every translation of the Chinese catalogues."""
    found: dict[str, list[str]] = {}
    for path in sorted(LOCALE.glob("zh/*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, abort_invalid=True):
                if entry.id:
                    key = entry.id if isinstance(entry.id, str) else entry.id[0]
                    forms = [entry.string] if isinstance(entry.string, str) else list(entry.string)
                    assert found.setdefault(key, forms) == forms, f"{key!r} is translated in two ways"
    return found


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@pytest.mark.parametrize(("amount", "english", "chinese"), AMOUNTS)
def test_an_amount_is_written_as_each_language_does(amount: tuple[float, ...], english: str, chinese: str) -> None:
    assert (Text("en").amount(*amount), Text("zh").amount(*amount)) == (english, chinese)  # type: ignore[arg-type]


@pytest.mark.parametrize(("day", "english", "chinese"), DATES)
def test_a_date_is_written_as_far_as_it_is_known(day: str, english: str, chinese: str) -> None:
    assert (Text("en").date(day), Text("zh").date(day)) == (english, chinese)


def test_a_day_of_which_only_the_month_is_known_shows_the_month() -> None:
    assert Text("en").date(date(2024, 5, 1), "month") == "May 2024"


def test_an_article_without_an_outlet_has_an_unknown_one() -> None:
    assert (Text("en").outlet(""), Text("zh").outlet("")) == ("Unknown outlet", "未署名媒体")


def test_a_code_of_no_list_is_shown_as_it_is() -> None:
    assert Text("zh").metric("height_of_tower") == "height_of_tower"


@pytest.mark.parametrize("printed", NASTY)
def test_text_from_outside_loses_all_markup_in_markdown(printed: str) -> None:
    assert re.sub(r"\\(.)", r"\1", escape(printed)) == printed
    assert not re.search(r"(?<!\\)[!\[\]<>$~#*:()-]", escape(printed))


def test_every_refusal_is_a_message_that_a_catalogue_can_hold() -> None:
    # Values written into the sentence at once would make it another sentence each time, which no catalogue knows.
    calls = [
        (source.name, node.lineno, node.args[0])
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSALS
    ]
    assert calls
    assert [place for *place, message in calls if not isinstance(message, ast.Constant)] == []


def test_every_message_in_the_code_is_translated() -> None:
    assert sorted(set(messages()) - set(translations())) == []


def test_every_translation_is_used() -> None:
    assert sorted(set(translations()) - set(messages())) == []


def test_no_translation_is_empty() -> None:
    assert [key for key, forms in translations().items() if not all(forms)] == []


def test_a_translation_fills_in_the_same_values() -> None:
    there = messages()
    differing = {
        key: forms for key, forms in translations().items() if any(fields(form) != fields(there[key][-1]) for form in forms)
    }
    assert differing == {}


def test_what_a_message_names_in_words_is_said_in_the_same_language() -> None:
    message = Message("{name} is of a type that is not read: give {types}.", name="{a}.jpg", types=TYPES)
    assert str(message) == "{a}.jpg is of a type that is not read: give .txt, .md, .html, .docx, .pdf or .zip."
    assert Text("en").told(message) == str(message)
    assert Text("zh").told(message) == "{a}.jpg 的类型无法读取：请提供 .txt、.md、.html、.docx、.pdf 或 .zip 文件。"
