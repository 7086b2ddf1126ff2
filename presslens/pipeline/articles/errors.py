"""The one way in which this package refuses a file."""

from __future__ import annotations

from presslens.message import MessageError


class ArticleError(MessageError):
    """A file that is no article, said in one sentence that tells what to do."""
