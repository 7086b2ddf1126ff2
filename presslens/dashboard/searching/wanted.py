"""What a reader's words ask for: every word must stand in a line, in one of the forms of the name it may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from presslens.dashboard.filters import Query
from presslens.dashboard.searching.folding import fold
from presslens.lexicon import names

MOST_WORDS = 12
_LATIN_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of a search, folded, each with the other forms of its name: `(("英伟达", "nvidia", ...), ("芯片",))`."""

    words: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, asked: str) -> Wanted:
        """Read what was typed; a name of several words is one word.

        >>> sorted(Wanted.of("英偉達").words[0])[0], Wanted.of("  ").words
        ('nvidia', ())
        """
        folded = " ".join(fold(asked).split())
        whole = _forms_of(folded)
        if len(whole) > 1:
            return cls((whole,))
        return cls(tuple(_forms_of(word) for word in dict.fromkeys(folded.split()[:MOST_WORDS])))

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.words)

    def query(self) -> Query:
        """Make the query for the lines that hold every word: kind and id."""
        held = " AND ".join("(" + " OR ".join(map(_condition, forms)) + ")" for forms in self.words)
        return Query(
            f"SELECT kind, id FROM lines WHERE {held or 'false'} ORDER BY place",
            tuple(_bordered(form) if _is_short(form) else form for forms in self.words for form in forms),
        )

    def place_in(self, printed: str) -> tuple[int, int] | None:
        """Find where the first word that a text holds stands in it: start and end."""
        folded = fold(printed)
        for forms in self.words:
            pattern = "|".join(_bordered(form) if _is_short(form) else re.escape(form) for form in forms)
            found = re.search(pattern, folded, re.ASCII)
            if found:
                return found.span()
        return None


def _is_short(form: str) -> bool:
    """Tell whether a form is so short that it must stand alone: o1 is not in Solo1, nor AI in said."""
    return form.isascii() and form.isalnum() and len(form) < _LATIN_ENOUGH


def _condition(form: str) -> str:
    return "regexp_matches(line, ?)" if _is_short(form) else "contains(line, ?)"


def _bordered(form: str) -> str:
    return rf"\b{form}\b"


def _forms_of(word: str) -> tuple[str, ...]:
    """Give a word with the other forms of the names it stands for; a part of a name is only itself."""
    return (word, *(form for form in _names_by_form().get(word, ()) if form != word))


@cache
def _names_by_form() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in names().entries:
        forms = tuple(dict.fromkeys(fold(form) for form in entry.forms()))
        for form in forms:
            found.setdefault(form, forms)
    return found
