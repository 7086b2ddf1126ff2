"""The numbered references of a brief: each article once, in the order it is first cited, with the way to it and back."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from presslens.dashboard import citation
from presslens.dashboard.data import as_day
from presslens.dashboard.text import Text


class References:
    """Gives numbers to articles as they are cited, and remembers every place that cites them."""

    def __init__(self, articles: Mapping[str, Mapping[str, Any]]) -> None:
        """Cite from these articles: article_id to its row."""
        self._articles = articles
        self._places: dict[str, list[str]] = {}

    def cite(self, ids: Iterable[str]) -> str:
        """Give the links to the references of articles: `[1, 2]`, as HTML."""
        known = dict.fromkeys(article_id for article_id in ids if article_id in self._articles)
        for article_id in known:
            self._places.setdefault(article_id, [])
        numbers = {article_id: number for number, article_id in enumerate(self._places, start=1)}
        links = [self._link(article_id, numbers[article_id]) for article_id in sorted(known, key=numbers.__getitem__)]
        return f'<span class="cite">[{", ".join(links)}]</span>' if links else ""

    def listed(self, text: Text) -> str:
        """List everything cited, as HTML: the citation by GB/T 7714, and links back to each place that cites it."""
        return "".join(self._entry(number, article_id, text) for number, article_id in enumerate(self._places, start=1))

    def __len__(self) -> int:
        """Count the articles cited."""
        return len(self._places)

    def _link(self, article_id: str, number: int) -> str:
        places = self._places[article_id]
        places.append(f"cite-{number}-{len(places) + 1}")
        return f'<a id="{places[-1]}" href="#ref-{number}">{number}</a>'

    def _entry(self, number: int, article_id: str, text: Text) -> str:
        article = self._articles[article_id]
        cited = html.escape(citation.gbt_7714(article, as_day(article["published"])))
        back = text("Back to place {n}", n="{n}")
        links = " ".join(
            f'<a href="#{place}" aria-label="{html.escape(back.format(n=count))}">↩{count}</a>'
            for count, place in enumerate(self._places[article_id], start=1)
        )
        return f'<li id="ref-{number}">{cited} <span class="back">{links}</span></li>'
