"""The offline brief: every sentence has its references, they resolve both ways, and nothing else is in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import plotly
import pytest
from typer.testing import CliRunner

from presslens.__main__ import app
from presslens.dashboard.brief import document
from presslens.dashboard.brief.templates import TEMPLATES
from presslens.dashboard.data import Source
from presslens.dashboard.filters import Filters
from presslens.dashboard.text import Text
from presslens.dashboard.view import View
from tests import made

OF = {"market": Filters(), "model": Filters(), "outlet": Filters(outlets=("Harbour Daily",))}
# What is in every brief and is not ours: Plotly, packed.
LIBRARY = re.compile(r'<script id="library".*?</script>', re.S)


class Page(HTMLParser):
    """The ids, links, list entries and tags of a brief."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(str(value))
            if name == "href":
                self.links.append(str(value))


@pytest.fixture(params=[(template, language) for template in TEMPLATES for language in ("en", "zh")], ids="-".join)
def page(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    template, language = request.param
    return written(tmp_path, template, language)


def written(folder: Path, template: str, language: str = "en", **changes: list[dict[str, object]]) -> str:
    source = Source(made.dataset(folder, **changes), "1", "0123456789abcdef")
    view = View(OF[template], Text("zh" if language == "zh" else "en"), source)
    return LIBRARY.sub("", document.write(view, template).decode())


def test_references_resolve_both_ways(page: str) -> None:
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    targets = {link.removeprefix("#") for link in read.links}
    assert all(link.startswith("#") for link in read.links)
    assert targets <= set(read.ids)
    ends = {name for name in read.ids if name.startswith(("ref-", "cite-"))}
    assert ends
    assert ends == targets


def test_every_sentence_carries_its_references(page: str) -> None:
    said = re.findall(r"<li>(.*?)</li>", page.split('<section id="references">')[0], re.S)
    assert said
    assert all('href="#ref-' in sentence for sentence in said)


def test_every_row_of_figures_carries_its_reference(page: str) -> None:
    body = "".join(re.findall(r"<tbody>(.*?)</tbody>", page, re.S))
    assert "<tr>" in body
    assert body.count("<tr>") == len(re.findall(r'<tr>(?:(?!</tr>).)*href="#ref-', body, re.S))


def test_every_table_of_figures_says_how_surely_they_were_read(page: str) -> None:
    heads = re.findall(r"<thead>(.*?)</thead>", page, re.S)
    assert heads
    assert all("<th scope='col'>Confidence<" in head or "<th scope='col'>可信度<" in head for head in heads)


def test_nothing_in_it_asks_for_anything(page: str) -> None:
    read = Page(page)
    assert read.tags.isdisjoint({"img", "link", "iframe", "object", "video", "audio", "form"})
    assert read.attributes.isdisjoint({"src", "srcset", "action", "data"})
    assert "@import" not in page
    assert "url(" not in page


def test_no_sentence_of_an_article_is_in_it(page: str) -> None:
    for text in made.TEXTS.values():
        assert not any(text[place : place + 12] in page for place in range(len(text) - 11))


@pytest.mark.parametrize("template", ["market", "model"])
def test_names_from_articles_are_only_text(tmp_path: Path, template: str) -> None:
    found = written(tmp_path, template)
    assert "<b>$5" not in found
    assert "</script><" not in found.split("<main>")[1].split("</main>")[0]


def test_thin_data_says_so(tmp_path: Path) -> None:
    assert "Thin: only 2 figures from" in written(tmp_path, "market", facts=made.FACTS[:1] + made.FACTS[3:4])


def test_where_nothing_is_printed_it_says_so(tmp_path: Path) -> None:
    found = written(tmp_path, "market", facts=[], claims=[], checks=[])
    assert found.count("No article in this selection prints a figure on this.") == 5


def test_the_same_view_makes_the_same_file(tmp_path: Path) -> None:
    assert written(tmp_path, "market") == written(tmp_path, "market")


def test_the_packed_library_is_of_the_version_that_draws_the_pages() -> None:
    bundle = Path(plotly.__file__).parent / "package_data/plotly.min.js"
    found = re.search(r"plotly\.js v([\d.]+)", bundle.read_text(encoding="utf-8")[:400])
    assert found
    assert document.LIBRARY.name == f"plotly-basic-{found.group(1)}.min.js.gz"


def test_the_command_writes_a_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSLENS_DATA", str(made.dataset(tmp_path)))
    out = tmp_path / "brief.html"
    done = CliRunner().invoke(
        app, ["brief", "--template", "outlet", "--outlet", "Hill Weekly", "--lang", "zh", "--out", str(out)]
    )
    assert done.exit_code == 0
    assert "Hill Weekly" in out.read_text(encoding="utf-8")


def test_the_command_takes_an_outlet_by_its_english_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made.dataset(tmp_path, articles=[made.article(outlet="第一财经")])
    monkeypatch.setenv("PRESSLENS_DATA", str(folder))
    out = tmp_path / "brief.html"
    done = CliRunner().invoke(app, ["brief", "--template", "outlet", "--outlet", "Yicai", "--out", str(out)])
    assert done.exit_code == 0
    assert "<h1>Outlet brief: Yicai</h1>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--template", "weather"], "There is no template weather"),
        (["--lang", "fr"], "There is no language fr"),
        (["--template", "outlet"], "name it with --outlet"),
        (["--outlet", "Nobody"], "The dataset has no outlet Nobody."),
        (["--date", "1999-01-01", "--date", "1999-01-02"], "No article is left"),
    ],
)
def test_a_brief_that_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.setenv("PRESSLENS_DATA", str(made.dataset(tmp_path)))
    done = CliRunner().invoke(app, ["brief", "--out", str(tmp_path / "x.html"), *options])
    assert done.exit_code == 1
    assert said in done.output
