"""A brief as one HTML file: nothing in it asks a network for anything, and it prints on A4."""

from __future__ import annotations

import html
import json
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from presslens.dashboard import article, counting, rows
from presslens.dashboard.brief.content import Section
from presslens.dashboard.brief.references import References
from presslens.dashboard.brief.templates import TEMPLATES
from presslens.dashboard.export.notes import cite
from presslens.dashboard.filters import Filters
from presslens.dashboard.glossary import LICENCE
from presslens.dashboard.vocabulary import mark

if TYPE_CHECKING:
    from presslens.dashboard.text import Text
    from presslens.dashboard.view import View

HERE = Path(__file__).parent
# Plotly's own bundle of basic charts, a quarter of the whole; kept packed, since every brief carries it.
LIBRARY = HERE / "plotly-basic-4.1.1.min.js.gz"
MOST_ROWS = 30
_COLUMNS = ("Value", "As printed", "Measure", "Subject", "As of", "Status", "Confidence", "Quoted", "Outlet")
# What a reader should know of every figure, also where it is the same for all.
_ALWAYS = ("Value", "Confidence")
_NO_SENTENCES = mark("Figures stand here as printed, in our own words around them; no sentence of an article is in this file.")
_TAGS = {"en": "en", "zh": "zh-CN"}
# The browser itself keeps the file from asking for anything.
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><p class="maker">Presslens</p><h1>{title}</h1><p>{tells}</p>{about}</header>
<main>{sections}</main>
<section id="references"><h2>{references_title}</h2><ol>{references}</ol></section>
<footer><p>{no_sentences}</p><p>{licence}</p></footer>
<script id="library" type="text/plain">{library}</script>
<script id="charts" type="application/json">{charts}</script>
<script>{script}</script>
</body>
</html>
"""


def write(view: View, template: str) -> bytes:
    """Write the brief of a view by one of TEMPLATES, in the view's language; the same view gives the same bytes."""
    text, kind = view.text, TEMPLATES[template]
    references = References({row["article_id"]: row for row in view.source.select("articles", Filters()).to_dict("records")})
    charts: list[Any] = []
    sections = "".join(_section(part, references, charts, text) for part in kind.make(view))
    page = _PAGE.format(
        tag=_TAGS[text.language],
        policy=_POLICY,
        title=html.escape(_title(view, template)),
        style=(HERE / "brief.css").read_text(encoding="utf-8"),
        tells=html.escape(text(kind.tells)),
        about=_about(view, references),
        sections=sections,
        references_title=html.escape(text("References")),
        references=references.listed(text),
        no_sentences=html.escape(text(_NO_SENTENCES)),
        licence=html.escape(text(LICENCE)),
        library=b64encode(LIBRARY.read_bytes()).decode(),
        # A figure holds names from articles: nothing in it may end the script it stands in.
        charts=json.dumps(charts, ensure_ascii=False).replace("<", "\\u003c"),
        script=(HERE / "brief.js").read_text(encoding="utf-8"),
    )
    return page.encode()


def file_name(view: View, template: str) -> str:
    """Name the file of a brief."""
    return f"presslens-{template}-brief-{view.text.language}.html"


def _title(view: View, template: str) -> str:
    text, title = view.text, view.text(TEMPLATES[template].title)
    names = [text.outlet(outlet) for outlet in view.filters.outlets[:1]] if template == "outlet" else []
    return text("{title}: {name}", title=title, name=names[0]) if names else title


def _about(view: View, references: References) -> str:
    text, filters = view.text, view.filters
    pairs = [
        (text("Filter"), filters.in_words(text) if filters else text("none")),
        (
            text("Articles"),
            text(
                "{shown}, of which {cited} are cited here",
                shown=text.counted(counting.number(view.articles)),
                cited=len(references),
            ),
        ),
        (text("Published"), article.span(view.articles, text)),
        (text("Data version"), view.source.fingerprint),
        (text("How to cite"), cite(view)),
    ]
    return "<dl>" + "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(words)}</dd>" for name, words in pairs) + "</dl>"


def _section(part: Section, references: References, charts: list[Any], text: Text) -> str:
    said = "".join(f"<li>{html.escape(one.words)} {references.cite(one.articles)}</li>" for one in part.said)
    thin = part.thin or ("" if part.said or part.figure is not None else text("Nothing of this in the selection."))
    return (
        f"<section><h2>{html.escape(part.title)}</h2>"
        + (f'<p class="thin">{html.escape(thin)}</p>' if thin else "")
        + (f"<ul>{said}</ul>" if said else "")
        + _chart(part, charts, text)
        + _table(part.facts, references, text)
        + "</section>"
    )


def _chart(part: Section, charts: list[Any], text: Text) -> str:
    if part.figure is None or not part.figure.data:
        return ""
    charts.append(json.loads(part.figure.to_json()))
    height = int(part.figure.layout.height or 300)
    name = html.escape(part.about)
    missing = html.escape(text("This chart needs JavaScript; the figures below are the same."))
    return (
        f'<figure><figcaption>{name}</figcaption><div class="chart" id="chart-{len(charts) - 1}" role="img" '
        f'aria-label="{name}" style="height:{height}px"><noscript>{missing}</noscript></div></figure>'
    )


def _table(facts: pd.DataFrame, references: References, text: Text) -> str:
    if facts.empty:
        return ""
    shown = facts.head(MOST_ROWS)
    told = rows.of_facts(shown, text)
    # Nobody sorts on paper: days are written as they are read.
    told[text("As of")] = [text.date(as_of) if as_of else "" for as_of in shown["as_of"]]
    # A column that says the same in every row takes room from the others.
    kept = [name for name in _COLUMNS if name in _ALWAYS or len(told) == 1 or told[text(name)].nunique() > 1]
    names = [text(name) for name in kept]
    head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in [*names, text("Reference")])
    cells = told[names].itertuples(index=False, name=None)
    body = "".join(
        _row(dict(zip(kept, row, strict=True)), references.cite([article_id]), text)
        for row, article_id in zip(cells, shown["article_id"], strict=True)
    )
    rest = len(facts) - len(shown)
    more = text.plural("{n} more figure is in the dataset.", "{n} more figures are in the dataset.", rest) if rest else ""
    note = f"<p class='more'>{html.escape(more)}</p>" if more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _row(cells: Mapping[str, Any], cited: str, text: Text) -> str:
    heads = {name: f" data-head='{html.escape(text(name))}'" if name == "Confidence" else "" for name in cells}
    told = "".join(f"<td{heads[name]}>{html.escape(str(cell))}</td>" for name, cell in cells.items())
    return f"<tr>{told}<td>{cited}</td></tr>"
