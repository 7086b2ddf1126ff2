"""Names that nothing marks, guessed by a small model from how the press sets names among its words.

A firm that no lexicon has and that an article only ever calls 墨影 shows neither by its form nor by what introduces it;
it shows by the company it keeps (墨影去年营收…, 墨影与…签约) and by coming back. Each place is weak evidence, all of a
form together may be strong: they add up as chances do, 1 - (1 - p)(1 - q)….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from presslens.lexicon import Hit
from presslens.model import EntityKind, Quantity
from presslens.pipeline.facts.chips import chips
from presslens.pipeline.facts.coined import is_han, may_be_name
from presslens.pipeline.facts.guessing.classifier import Model, model, spans
from presslens.pipeline.facts.guessing.features import features
from presslens.pipeline.facts.guessing.symbols import may_be_in_name, symbols
from presslens.pipeline.facts.unlisted import can_name
from presslens.record import record

GuessKind = Literal["model", "company", "person", "source", "chip", "work", "noun"]
_LEAST = 0.02
_LEAST_OF_A_NOUN = 0.02
_SURE = 0.8
_BEFORE, _BEHIND = 80, 40
_WORK = re.compile(r"《(?P<name>[^《》\n]{1,20})》")
_LATIN = re.compile("[A-Za-z0-9]")


@record(frozen=True, slots=True)
class Guess:
    """What may be a name, at one of its places; `likelihood` is that of its form in the whole article, from 0 to 1."""

    start: int
    end: int
    name: str
    kind: GuessKind
    likelihood: float

    def hit(self) -> Hit | None:
        """Give the guess as a name like any other where it is nearly sure, else None."""
        if (
            self.likelihood < _SURE
            or self.kind in ("noun", "work", "chip")
            or not is_han(self.name[:2])
            or not may_be_name(self.name)
        ):
            return None
        return Hit(self.start, self.end, self.name, cast(EntityKind, self.kind))


def guesses(text: str, known: Sequence[Hit], figures: Sequence[Quantity], by: Model | None = None) -> list[Guess]:
    """Guess names in a matching copy, clear of the known ones and of the figures, in the order of their places.

    >>> [guess.name for guess in guesses("《晨渡》上映三天，票房破亿。", [], [])][:1]
    ['晨渡']
    """
    taken = {place for hit in known for place in range(hit.start, hit.end)}
    taken.update(place for figure in figures for place in range(figure.start, figure.end))
    sure = [*_works(text), *(Guess(hit.start, hit.end, hit.name, "chip", 1.0) for hit in chips(text))]
    found = [guess for guess in sure if taken.isdisjoint(range(guess.start, guess.end))]
    taken.update(place for guess in found for place in range(guess.start, guess.end))
    if figures:
        found += _placed(text, _forms(text, known, figures, by or model()), taken)
    return sorted(found, key=lambda guess: guess.start)


@record(frozen=False)
class _Form:
    """What the model makes of all places of a form: how likely it names nothing, and where it stands."""

    is_noun: bool
    doubt: float
    places: list[int]
    ends: list[int]
    kind: GuessKind = "noun"


def _forms(text: str, known: Sequence[Hit], figures: Sequence[Quantity], by: Model) -> dict[str, _Form]:
    """Give each form that may be a name or a noun that figures are said of."""
    seen = symbols(text, known, figures)
    wanted = np.flatnonzero(may_be_in_name(seen.codes) & _near(figures, len(text))[seen.starts])
    views = features(seen, wanted)
    starts, ends = seen.starts.tolist(), seen.ends.tolist()
    names: dict[str, _Form] = {}
    nouns: dict[str, _Form] = {}
    for model_part, forms in ((by.names, names), (by.nouns, nouns)):
        for first, behind, likelihood in spans(model_part, views, wanted, len(starts)):
            form = forms.setdefault(text[starts[first] : ends[behind - 1]], _Form(forms is nouns, 1.0, [], []))
            form.doubt *= 1 - likelihood
            form.places.append(starts[first])
            form.ends += (first, behind - 1)
    for name in [name for name, form in names.items() if 1 - form.doubt < _LEAST]:
        del names[name]
    told = [form for name, form in names.items() if can_name(name)]
    at_ends = np.searchsorted(wanted, [end for form in told for end in form.ends])
    for form, kind in zip(told, by.kinds_of(views[:, at_ends], [len(form.ends) for form in told]), strict=True):
        form.kind = cast(GuessKind, kind)
    for name, form in nouns.items():
        if 1 - form.doubt >= _LEAST_OF_A_NOUN and (name not in names or form.doubt < names[name].doubt):
            names[name] = form
    return names


def _near(figures: Sequence[Quantity], length: int) -> NDArray[np.bool_]:
    """Tell which places of a text stand so near a figure that it may be said of them: to guess the others costs as much."""
    near = np.zeros(length, bool)
    for figure in figures:
        near[max(0, figure.start - _BEFORE) : figure.end + _BEHIND] = True
    return near


def _placed(text: str, forms: dict[str, _Form], taken: set[int]) -> Iterator[Guess]:
    """Give the places of forms, the likeliest first: a name wherever the text prints it, a noun where it was guessed."""
    for name in sorted(forms, key=lambda name: (forms[name].doubt, -len(name))):
        form = forms[name]
        for start in form.places if form.is_noun else _printed(text, name):
            end = start + len(name)
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield Guess(start, end, name, form.kind, 1 - form.doubt)


def _printed(text: str, form: str) -> Iterator[int]:
    """Give the places of a form, where a Latin letter or a digit ends it only as a whole word."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        cut = (_LATIN.match(form) and _LATIN.match(text[at - 1 : at])) or (_LATIN.match(form[-1]) and _LATIN.match(text, end))
        if not cut:
            yield at
        at = text.find(form, end)


def _works(text: str) -> Iterator[Guess]:
    """Give the titles of films, books and papers, which their marks give away."""
    for title in _WORK.finditer(text):
        yield Guess(title.start("name"), title.end("name"), title.group("name"), "work", 1.0)
