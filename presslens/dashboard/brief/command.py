"""The brief from the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit import logger

from presslens import lexicon
from presslens.dashboard.filters import UNKNOWN_OUTLET, Filters
from presslens.dashboard.text import LANGUAGES, Text

if TYPE_CHECKING:
    from presslens.dashboard.data import Source


class BriefError(Exception):
    """A brief that cannot be written, said in one sentence that tells what to do."""


def write(template: str, language: str, asked: Mapping[str, Sequence[str]], folder: Path | None = None) -> bytes:
    """Write a brief of a dataset by template, language and filters (parameters of a page's URL), as the dashboard would."""
    # Streamlit warns of every cache that is made without a server, so what makes caches is imported only now.
    logger.set_log_level("ERROR")
    from presslens.dashboard import data
    from presslens.dashboard.brief import document
    from presslens.dashboard.brief.templates import TEMPLATES
    from presslens.dashboard.view import View

    if template not in TEMPLATES:
        raise BriefError(f"There is no template {template}. Choose one of {', '.join(TEMPLATES)}.")
    if language not in LANGUAGES:
        raise BriefError(f"There is no language {language}. Choose one of {', '.join(LANGUAGES)}.")
    if folder:
        os.environ["PRESSLENS_DATA"] = str(folder)
    source = data.connect()
    outlets = [_own_name(outlet) for outlet in asked.get("outlet", ())]
    filters = Filters.from_query({name: list(values) for name, values in asked.items()} | {"outlet": outlets})
    _check(filters, source)
    if template == "outlet" and len(filters.outlets) != 1:
        raise BriefError("An outlet brief is of one outlet: name it with --outlet.")
    view = View(filters, Text(next(known for known in LANGUAGES if known == language)), source)
    if view.articles.empty:
        raise BriefError("No article is left by these filters. Take one away.")
    return document.write(view, template)


def _own_name(outlet: str) -> str:
    """Give the name that the tables have an outlet under, also for the English one that pages and briefs show."""
    return next((name for name, english in lexicon.outlets_in_english().items() if english == outlet), outlet)


def _check(filters: Filters, source: Source) -> None:
    """Name a filter of what the dataset does not have, rather than write an empty brief."""
    outlets = {choice.value or UNKNOWN_OUTLET for choice in source.outlets}
    models = {choice.value for choice in source.models}
    for kind, values, known in (("outlet", filters.outlets, outlets), ("model", filters.models, models)):
        missing = [value for value in values if value not in known]
        if missing:
            raise BriefError(f"The dataset has no {kind} {missing[0]}.")
