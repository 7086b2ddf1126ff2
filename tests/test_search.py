"""Search finds words of two letters in either script, figures as printed, and names under every alias."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from presslens.dashboard import data as reading
from presslens.dashboard import finding
from presslens.dashboard.filters import Filters
from presslens.dashboard.searching.folding import fold
from presslens.dashboard.searching.wanted import Wanted
from presslens.dashboard.text import Text
from presslens.dashboard.view import View
from tests import made
from tests.visits import ROOT, visit, words

ARTICLES = [
    *made.ARTICLES,
    made.article(
        article_id="e5e5e5e5e5e5", family="e5e5e5e5e5e5", outlet="Valley Post", title="輝達晶片與短片的未來", script="hant"
    ),
]
_OF_VALLEY = {"article_id": "e5e5e5e5e5e5", "scope": "", "attributed_to": "", "origin": "article:e5e5e5e5e5e5"}
_SIX = {"metric": "revenue", "surface": "６０ 億美元", "low": 6e9, "high": 6e9, "unit": "USD"}
_THRICE = {"metric": "other", "surface": "3 次", "kind": "count", "unit": "次"}
FACTS = [
    *made.FACTS,
    made.fact(**_OF_VALLEY, **_SIX, fact_id="f8", subject="NVIDIA"),
    made.fact(**_OF_VALLEY, **_THRICE, fact_id="f9", subject="o1"),
]
KEYWORDS = [*made.KEYWORDS, {"article_id": "e5e5e5e5e5e5", "term": "算力", "count": 3, "weight": 0.2}]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRESSLENS_DATA", str(tmp_path))
    return made.dataset(tmp_path, articles=ARTICLES, facts=FACTS, keywords=KEYWORDS)


def view(asked: str, filters: Filters | None = None) -> View:
    return View(filters or Filters(), Text("en"), reading.connect(), words=asked)


FIGURES = [
    ("英伟达", {"f8", "f9"}),
    ("英伟达 收入", {"f8"}),
    ("輝達 收入", {"f8"}),
    ("nvidia revenue", {"f8"}),
    ("60亿", {"f8"}),
    ("６０億", {"f8"}),
    ("$6 bn", {"f8"}),
    ("16秒", {"f2"}),
    ("SORA clip", {"f3"}),
    ("market size harbour", {"f1"}),
    ("tide market", {"f1", "f4"}),
    ("o1", {"f9"}),
    ("(", {"f6"}),
    ("'; DROP TABLE lines; --", set()),
    ("%", set()),
    ("OpenAI", {"g1"}),
]


@pytest.mark.parametrize(("asked", "ids"), FIGURES)
def test_figures_are_found_as_they_may_be_asked_for(data: Path, asked: str, ids: set[str]) -> None:
    assert set(finding.figures(view(asked))["fact_id"]) == ids


@pytest.mark.parametrize("asked", ["短片", "晶片", "英伟达", "辉达", "valley", "未来"])
def test_an_article_is_found_by_its_title_and_outlet_in_either_script(data: Path, asked: str) -> None:
    assert set(finding.articles(view(asked))["article_id"]) == {"e5e5e5e5e5e5"}


def test_an_article_is_found_by_its_terms_and_by_its_text_where_that_is_here(data: Path) -> None:
    assert "e5e5e5e5e5e5" in set(finding.articles(view("算力"))["article_id"])
    assert set(finding.articles(view("都在其中"))["article_id"]) == {"a1a1a1a1a1a1"}


def test_what_the_filters_leave_out_is_not_found(data: Path) -> None:
    seen = view("英伟达", Filters(outlets=("Harbour Daily",)))
    assert finding.figures(seen).empty
    assert finding.articles(seen).empty


def test_nothing_asked_finds_every_figure_and_lists_no_article(data: Path) -> None:
    assert len(finding.figures(view(""))) == len(FACTS) + len(made.CLAIMS)
    assert finding.articles(view("")).empty


@pytest.mark.parametrize("printed", ["輝達ＧＰＵ：６０億", "ﬁle Ⅳ ① ﷺ 𠮷", "İstanbul ß", "意味著"])
def test_folding_keeps_every_place(printed: str) -> None:
    assert len(fold(printed)) == len(printed)


def test_the_place_of_a_word_is_found_in_the_text_as_printed() -> None:
    assert Wanted.of("英伟达").place_in("據輝達表示") == (1, 3)
    assert Wanted.of("ai").place_in("said 用AI做") == (6, 8)
    assert Wanted.of("nowhere").place_in("據輝達表示") is None


@pytest.mark.parametrize("asked", ["笔记", "海边"])
def test_an_added_article_is_found_too(data: Path, asked: str) -> None:
    nothing = {table: [] for table in ("facts", "claims", "sentences", "mentions", "keywords", "checks")}
    own = made.article(article_id="f6f6f6f6f6f6", family="f6f6f6f6f6f6", title="我的笔记")
    added = reading.Added((("own.txt", b"x"),), made.contents(**nothing, articles=[own]), texts={"f6f6f6f6f6f6": "寫在海邊"})
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["added"] = added
    app.query_params["q"] = asked
    assert "0 figures and 1 article" in link_of(app.run(), asked)


def link_of(app: AppTest, asked: str) -> str:
    return next(link.proto.label for link in app.get("page_link") if asked in link.proto.label).replace("\\", "")


def test_the_box_is_on_every_page_and_leads_to_what_was_found(data: Path) -> None:
    app = visit("overview", q="英伟达")
    assert "2 figures and 1 article" in link_of(app, "英伟达")
    assert app.text_input(key="q").value == "英伟达"


def test_hostile_words_reach_the_link_only_escaped(data: Path) -> None:
    labels = [link.proto.label for link in visit("overview", q="![x](http://127.0.0.1:9/x.png)").get("page_link")]
    assert not any("![x](" in label for label in labels)


def test_the_facts_page_lists_the_articles_found(data: Path) -> None:
    app = visit("facts", q="短片")
    assert "1 article with these words" in [header.value for header in app.header]
    assert "Nothing here holds" not in words(app)


def test_one_figure_among_a_hundred_thousand_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [made.fact(fact_id=f"m{number}", start=number, end=number + 1, surface=f"{number}亿元") for number in range(100_000)]
    monkeypatch.setenv("PRESSLENS_DATA", str(made.dataset(tmp_path, facts=many)))
    source = reading.connect()
    assert source.search(Wanted.of("99999亿")).fact_ids == ("m99999",)
