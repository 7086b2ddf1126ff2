"""Read the pieces of a damaged line again as bytes, keeping at each lost byte every value that fits: a beam of readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from presslens.pipeline.articles.gbk import (
    by_lead,
    by_trail,
    bytes_of,
    decoded,
    full_width_trail,
    noted_pairs,
    pair_of,
    single_of,
)
from presslens.pipeline.articles.likelihood import Likelihood
from presslens.pipeline.articles.lost import LOST
from presslens.pipeline.articles.notes import CUT_PUNCTUATION, Symbol

# Readings in the middle of a character, and between two: each kept, for a lost lead byte alone makes ten of the former.
_BEAM = 24
_CANDIDATES = 10
_LONGEST_OPEN, _KEPT_OPEN = 600, 300
_COST_OF_CUT = 2.0
_COST_OF_MISFIT = 14.0
# What is closed was opened: of the line's brackets one is lacking, or none is.
_GAIN_OF_LACKING_BRACKET, _GAIN_OF_LAST_CHANCE, _COST_OF_NEEDLESS_BRACKET = 4.0, 9.0, 2.0
# A Latin word does not lose its first letter to the character before it: `》（Rise` is no `。縍ise`.
_COST_OF_LATIN = 8.0

Guesses = tuple[tuple[int, tuple[str, ...]], ...]


class Draft(NamedTuple):
    """A line as it was read, the places that its bytes leave open with the characters that fit there, and its score."""

    text: str
    guesses: Guesses
    repairs: int
    score: float = 0.0


class _Ahead(NamedTuple):
    """What follows a symbol, and how likely a bracket was opened here, because one ahead closes that nothing has opened."""

    symbol: Symbol | None
    gain_of_bracket: float


class _Reading(NamedTuple):
    score: float
    pending: int | None
    text: str
    guesses: Guesses
    repairs: int
    # A ? was read as the byte before cut punctuation: the punctuation comes next.
    is_opened: bool = False


def likeliest(symbols: Sequence[Symbol], language: Likelihood) -> Draft:
    """Read a line; what lies far back is decided: else a line of a megabyte would cost the square of its length."""
    beam = [_Reading(0.0, None, "", (), 0)]
    parts: list[str] = []
    guesses: list[tuple[int, tuple[str, ...]]] = []
    length = 0
    for symbol, ahead in zip(symbols, _aheads(symbols), strict=True):
        grown = [new for reading in beam for new in _grow(reading, symbol, ahead, language)]
        beam = _best(grown) or beam
        if len(beam[0].text) > _LONGEST_OPEN:
            cut = len(beam[0].text) - _KEPT_OPEN
            beginning = beam[0].text[:cut]
            parts.append(beginning)
            guesses += moved((guess for guess in beam[0].guesses if guess[0] < cut), length)
            length += cut
            beam = [_from(reading, cut) for reading in beam if reading.text[:cut] == beginning]
    best = max((_close(reading) for reading in beam), key=lambda reading: reading.score)
    return Draft("".join(parts) + best.text, (*guesses, *moved(best.guesses, length)), best.repairs, best.score)


def _aheads(symbols: Sequence[Symbol]) -> list[_Ahead]:
    depths = list(accumulate((symbol.text == "(") - (symbol.text == ")") for symbol in symbols))
    aheads: list[_Ahead] = []
    gain, following = -_COST_OF_NEEDLESS_BRACKET, None
    for symbol, depth in zip(reversed(symbols), reversed(depths), strict=True):
        aheads.append(_Ahead(following, gain if depth <= 0 else -_COST_OF_NEEDLESS_BRACKET))
        if symbol.text in ("(", ")"):
            gain = _GAIN_OF_LAST_CHANCE if symbol.text == ")" else -_COST_OF_NEEDLESS_BRACKET
        elif symbol.kind == "question":
            gain = min(gain, _GAIN_OF_LACKING_BRACKET)
        following = symbol
    return aheads[::-1]


def moved(guesses: Iterable[tuple[int, tuple[str, ...]]], by: int) -> Guesses:
    """Move guesses along the text."""
    return tuple((at + by, fitting) for at, fitting in guesses)


def _from(reading: _Reading, cut: int) -> _Reading:
    kept = moved((guess for guess in reading.guesses if guess[0] >= cut), -cut)
    return reading._replace(text=reading.text[cut:], guesses=kept)


def _grow(reading: _Reading, symbol: Symbol, ahead: _Ahead, language: Likelihood) -> Iterator[_Reading]:
    if reading.pending is None:
        yield from _grow_aligned(reading, symbol, ahead, language)
    else:
        yield from _grow_shifted(reading, reading.pending, symbol, ahead, language)


def _grow_aligned(reading: _Reading, symbol: Symbol, ahead: _Ahead, language: Likelihood) -> Iterator[_Reading]:
    if symbol.kind in ("pair", "single", "question"):
        yield _emit(reading, symbol.text, None, language)
    if symbol.kind == "question" and ahead.symbol and CUT_PUNCTUATION.match("?" + ahead.symbol.text):
        yield from _open_at_punctuation(reading, language)
    elif symbol.kind == "note":
        yield _pass_note(reading, symbol.text)
    elif symbol.kind == "broken":
        yield from _open_at_note(reading, symbol.text)


def _pass_note(reading: _Reading, note: str) -> _Reading:
    """Drop a note; the last two bytes before it, on whatever border, are the character it belongs to."""
    pending = b"" if reading.pending is None else bytes((reading.pending,))
    last = b"".join(map(bytes_of, reading.text[-2:])) + pending
    fits = last[-2:] in noted_pairs(note)
    return reading._replace(repairs=reading.repairs + 1, score=reading.score - (0 if fits else _COST_OF_MISFIT))


def _open_at_note(reading: _Reading, note: str) -> Iterator[_Reading]:
    before = pair_of(reading.text[-1:]) if reading.text else None
    leads = [pair[1] for pair in noted_pairs(note) if before and pair[0] == before[1]]
    for lead in leads:
        yield reading._replace(pending=lead, repairs=reading.repairs + 1)
    if not leads:
        yield reading._replace(text=reading.text + LOST, repairs=reading.repairs + 1, score=reading.score - 2 * _COST_OF_MISFIT)


def _open_at_punctuation(reading: _Reading, language: Likelihood) -> Iterator[_Reading]:
    """Take the ? for the lead byte of a character that ends in A3, the byte with which full-width punctuation begins."""
    fitting = by_trail(0xA3)
    opened = reading._replace(
        guesses=(*reading.guesses, (len(reading.text), fitting)),
        repairs=reading.repairs + 1,
        score=reading.score - _COST_OF_CUT,
        is_opened=True,
    )
    for character in _likeliest(fitting, reading.text[-1:], "", language):
        yield opened._replace(pending=character.encode("gb18030")[0])


def _grow_shifted(reading: _Reading, pending: int, symbol: Symbol, ahead: _Ahead, language: Likelihood) -> Iterator[_Reading]:
    if symbol.kind == "note":
        yield _pass_note(reading, symbol.text)
    else:
        # Never a dead end: the run may have been cut short by something that left no trace.
        yield _emit(reading, LOST, None, language, cost=_COST_OF_MISFIT)._replace(text=reading.text + LOST + symbol.text)
    if symbol.kind == "pair" and (pair := pair_of(symbol.text)):
        if character := decoded(pending, pair[0]):
            yield _after_pair(reading, character, pair[1], language)
    elif symbol.kind == "broken":
        yield from _close_at_note(reading, pending, symbol.text, language)
    elif symbol.kind == "single":
        yield from _grow_shifted_single(reading, pending, symbol.text, ahead, language)
    elif symbol.kind == "question":
        yield from _cut_at_question(reading, pending, language)
        if not reading.is_opened:
            yield from _close_at_question(reading, pending, ahead, language)


def _after_pair(reading: _Reading, character: str, trail: int, language: Likelihood) -> _Reading:
    # A late reader takes a byte of plain ASCII for a second half: it is a character by itself.
    if trail < 0x80:
        return _emit(_emit(reading, character, None, language), chr(trail), None, language)
    return _emit(reading, character, trail, language)


def _close_at_note(reading: _Reading, pending: int, note: str, language: Likelihood) -> Iterator[_Reading]:
    fitting = tuple(pair.decode("gb18030") for pair in noted_pairs(note) if pair[0] == pending)
    guess = fitting if len(fitting) > 1 else None
    for character in fitting:
        yield _emit(reading, character, None, language, guess=guess, repairs=guess is None)


def _grow_shifted_single(
    reading: _Reading, pending: int, character: str, ahead: _Ahead, language: Likelihood
) -> Iterator[_Reading]:
    trail = single_of(character)
    if trail is not None and (whole := decoded(pending, trail)):
        in_word = (
            character.isalpha() and ahead.symbol is not None and ahead.symbol.kind == "single" and ahead.symbol.text.islower()
        )
        yield _emit(reading, whole, None, language, cost=_COST_OF_LATIN * in_word)
    # Full-width letters and digits were made half-width as well, and are two bytes.
    cut = full_width_trail(character)
    if cut is not None and (whole := decoded(pending, 0xA3)):
        yield _emit(reading, whole, cut, language, cost=_COST_OF_CUT / 3)


def _cut_at_question(reading: _Reading, pending: int, language: Likelihood) -> Iterator[_Reading]:
    """Take the ? for the punctuation that it is: across a border it was made half-width."""
    if whole := decoded(pending, 0xA3):
        yield _emit(reading, whole, 0xBF, language, cost=_COST_OF_CUT / 3)


def _close_at_question(reading: _Reading, pending: int, ahead: _Ahead, language: Likelihood) -> Iterator[_Reading]:
    fitting = by_lead(pending)
    if _ends_a_run(ahead.symbol):
        following = ahead.symbol.text if ahead.symbol else "。"
        for character in _likeliest(fitting, reading.text[-1:], following, language):
            yield _emit(reading, character, None, language, guess=fitting)
    # Not every reader prints 0x80, the second half of 個, as €.
    elif whole := decoded(pending, 0x80):
        yield _emit(reading, whole, None, language, cost=_COST_OF_CUT / 3)
    # The bracket behind a lone byte goes with it.
    cost = _COST_OF_CUT - ahead.gain_of_bracket
    for character in _likeliest(fitting, reading.text[-1:], "(", language):
        closed = _emit(reading, character, None, language, guess=fitting, cost=cost)
        yield _emit(closed, "(", None, language)


def _ends_a_run(following: Symbol | None) -> bool:
    """Tell whether a byte alone could not be read together with what follows it."""
    return (
        following is None or following.kind == "question" or (following.kind == "single" and single_of(following.text) is None)
    )


def _emit(
    reading: _Reading,
    character: str,
    pending: int | None,
    language: Likelihood,
    *,
    cost: float = 0.0,
    guess: tuple[str, ...] | None = None,
    repairs: int = 0,
) -> _Reading:
    previous = reading.text[-1:] or "\n"
    guesses = reading.guesses if guess is None else (*reading.guesses, (len(reading.text), guess))
    score = reading.score + language(previous, character) - cost
    return _Reading(score, pending, reading.text + character, guesses, reading.repairs + repairs + (guess is not None))


@lru_cache(maxsize=8192)
def _likeliest(fitting: tuple[str, ...], previous: str, ahead: str, language: Likelihood) -> tuple[str, ...]:
    """Give the likeliest of the characters that fit between two others."""

    def score(character: str) -> float:
        return language(previous or "\n", character) + (language(character, ahead) if ahead else 0.0)

    return tuple(sorted(fitting, key=score, reverse=True)[:_CANDIDATES])


def _best(beam: list[_Reading]) -> list[_Reading]:
    if len(beam) < 2:
        return beam
    seen: dict[tuple[int | None, str], _Reading] = {}
    for reading in beam:
        key = (reading.pending, reading.text[-4:])
        if key not in seen or reading.score > seen[key].score:
            seen[key] = reading
    ranked = sorted(seen.values(), key=lambda reading: -reading.score)
    between = [reading for reading in ranked if reading.pending is None]
    within = [reading for reading in ranked if reading.pending is not None]
    return sorted(between[:_BEAM] + within[:_BEAM], key=lambda reading: -reading.score)


def _close(reading: _Reading) -> _Reading:
    if reading.pending is None:
        return reading
    return reading._replace(text=reading.text + LOST, pending=None, score=reading.score - _COST_OF_MISFIT)
