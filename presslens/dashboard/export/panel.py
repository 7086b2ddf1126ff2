"""One panel to take away: its cells, and everything that must be said with them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from presslens.dashboard import citation
from presslens.dashboard.data import as_day
from presslens.dashboard.export import cells, formats, notes

if TYPE_CHECKING:
    from presslens.dashboard.view import View

FORMATS = ("csv", "xlsx", "json", "parquet", "zip")
_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class Panel:
    """A chart or table on screen: its key, its words as shown, and how to get its cells; nothing is made before it is asked.

    `address` is the link that shows the panel's page again.
    """

    key: str
    words: tuple[str, ...]
    make: Callable[[], pd.DataFrame]
    view: View
    address: str = ""

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The cells as shown, headed in the reader's language, and the ids of what stands behind each row."""
        return self.make()

    @cached_property
    def references(self) -> list[str]:
        """The articles behind the cells, cited by GB/T 7714, the oldest first."""
        behind = cells.articles_behind(self.frame, self.view).to_dict("records")
        return [citation.gbt_7714(article, as_day(article["published"])) for article in behind]

    @cached_property
    def notes(self) -> list[tuple[str, str]]:
        """What must be said with the cells, as pairs of (about, words)."""
        return notes.of(self.words, self.references, self.view, self.address)

    def file_name(self, ending: str) -> str:
        """Name the file of one format."""
        return f"presslens-{_UNSAFE.sub('-', self.key).strip('-')}.{ending}"

    def file(self, kind: str) -> bytes:
        """Make the file of one format, one of FORMATS."""
        if kind == "csv":
            return formats.csv(self.frame)
        if kind == "xlsx":
            text = self.view.text
            days = (text("Published"), text("As of"))
            return formats.xlsx(self.frame, self.notes, names=(text("Data"), text("Notes")), days=days)
        if kind == "json":
            return formats.as_json(self.frame, self.notes)
        return formats.parquet(self.frame, self.notes) if kind == "parquet" else self._zip()

    def _zip(self) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for kind in FORMATS[:-1]:
                archive.writestr(self.file_name(kind), self.file(kind))
            archive.writestr("README.md", notes.readme(self.words, self.references, self.frame, self.view, self.address))
        return file.getvalue()
