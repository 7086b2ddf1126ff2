"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from presslens.dashboard import counting, data, reviewed
from presslens.dashboard.filters import Filters, Table
from presslens.dashboard.ledger import Ledger, match
from presslens.dashboard.reviewed import Review
from presslens.dashboard.searching.wanted import Wanted
from presslens.dashboard.text import Text


@dataclass(frozen=True)
class View:
    """What a page draws from: the filters, the reader's language, and every table as the filters leave it.

    Every row that stands in an article carries in `counted` what it counts as, in the unit the reader counts in. What she
    rejected is in no table, and subjects she merged go by one name.
    """

    filters: Filters
    text: Text
    source: data.Source
    dark: bool = False
    ledger: Ledger = reviewed.NOTHING_SAID
    only_accepted: bool = False
    words: str = ""

    @cached_property
    def review(self) -> Review:
        """What the reader has said of the figures, held against this dataset."""
        if not self.ledger:
            return Review()
        told = self.source.ask(reviewed.candidates(self.ledger)).to_dict("records")
        return Review(self.ledger, match(self.ledger, told), self.only_accepted)

    @cached_property
    def rejected(self) -> int:
        """How many figures and claims that the filters would leave are out because the reader rejected them."""
        if not self.review.matched.ids("rejected"):
            return 0
        filters = self.review.widened(self.filters)
        tables: tuple[Table, ...] = ("facts", "claims")
        return sum(self.review.left_out(self.source.select(table, filters)) for table in tables)

    @cached_property
    def found(self) -> data.Found:
        """What holds the words of the search, whatever the filters."""
        return self.source.search(Wanted.of(self.words))

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The articles, latest first, undated ones last."""
        return self._shown("articles")

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """The sentences without their text, with outlet, title, published and family of their article."""
        return self._shown("sentences")

    @cached_property
    def facts(self) -> pd.DataFrame:
        """The figures, with outlet, title, published, published_precision, published_basis and family of their article."""
        return self._shown("facts")

    @property
    def release_dates(self) -> pd.DataFrame:
        """The facts that say when a model came out."""
        return self.facts[self.facts["metric"] == "release_date"]

    @cached_property
    def claims(self) -> pd.DataFrame:
        """What is said of models in words, in the columns of `facts`."""
        return self._shown("claims")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The names, with outlet, title, published and family of their article."""
        return self._shown("mentions")

    @cached_property
    def keywords(self) -> pd.DataFrame:
        """The terms, with outlet and published of their article."""
        return self._shown("keywords")

    @cached_property
    def checks(self) -> pd.DataFrame:
        """The arithmetic done again and the disagreements, where every fact compared is among those shown."""
        return self._shown("checks")

    def _shown(self, table: Table) -> pd.DataFrame:
        asked = self.source.select(table, self.review.widened(self.filters))
        return counting.keyed(self.review.shown(asked, table), self.text.counting)
