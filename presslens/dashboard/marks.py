"""What stands behind the marks of a chart: the ids in their customdata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import plotly.graph_objects as go

# What the marks of a chart stand for. An id that begins with `article:` is an article's in either.
Behind = Literal["facts", "articles"]
_OF_ARTICLE = "article:"


def ids_of(value: object) -> tuple[str, ...]:
    """Give the fact ids in a mark's customdata or a table cell: a comma-joined string, or a sequence that begins with one.

    >>> ids_of("a,b"), ids_of(["a,b", 3]), ids_of(None)
    (('a', 'b'), ('a', 'b'), ())
    """
    if isinstance(value, str):
        return tuple(part for part in value.split(",") if part)
    if isinstance(value, Iterable):
        return tuple(dict.fromkeys(part for item in value if isinstance(item, str) for part in ids_of(item)))
    return ()


def ids_in(figure: go.Figure) -> tuple[str, ...]:
    """Give the ids of all facts, or articles, behind a figure's marks, in drawing order."""
    return tuple(dict.fromkeys(part for value in customdata(figure) for part in ids_of(value)))


def articles_among(ids: Sequence[str], of: Behind) -> tuple[str, ...]:
    """Give the articles among the ids of a mark.

    >>> articles_among(["article:a", "b"], "facts"), articles_among(["a"], "articles")
    (('a',), ('a',))
    """
    own = () if of == "facts" else tuple(part for part in ids if not part.startswith(_OF_ARTICLE))
    return own + tuple(part.removeprefix(_OF_ARTICLE) for part in ids if part.startswith(_OF_ARTICLE))


def facts_among(ids: Sequence[str], of: Behind) -> tuple[str, ...]:
    """Give the facts among the ids of a mark.

    >>> facts_among(["article:a", "b"], "facts"), facts_among(["a"], "articles")
    (('b',), ())
    """
    return () if of == "articles" else tuple(part for part in ids if not part.startswith(_OF_ARTICLE))


def customdata(figure: go.Figure) -> Iterator[object]:
    """Give the customdata of every mark, in drawing order."""
    for trace in figure.data:
        yield from () if trace.customdata is None else trace.customdata
