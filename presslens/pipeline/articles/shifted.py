r"""Undo a byte-wise GBK converter that replaced byte pairs without respecting character borders.

The converter set a pinyin note behind Traditional characters, working on GBK bytes. On a border between two characters
it found its byte pair too, half in each: the note then stands inside a character, the lead byte before it shows as `?`
(the note's opening bracket goes with it), and what follows is read one byte late until a byte below 0x80 puts the
reader right. The same happens where `，`, `！` or `？` was made half-width across a border: `。考慮` is A1 **A3 BF** BC 91 5D.

All bytes but the `?` are still there, so a line is read again as bytes, from its start, keeping at each lost byte every
value that the note allows; the reading that makes the likeliest Chinese wins. A character whose byte nothing settles is
printed as □ and counted, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presslens.pipeline.articles.gbk import (
    by_lead,
    by_trail,
    decoded,
    full_width_trail,
    noted_pairs,
    pair_of,
    readings,
    single_of,
)
from presslens.pipeline.articles.likelihood import Likelihood, likelihood
from presslens.pipeline.articles.lost import LOST, MARGIN_BY_LEAD, MARGIN_BY_TRAIL, settled
from presslens.pipeline.articles.notes import CUT_PUNCTUATION, NESTED, NOTE, Symbol, has_notes, symbols_of, undamaged_lines

_BEAM = 24
_CANDIDATES = 6
# A line with a question mark in ten characters or less is nothing that this fault makes.
_MOST_LOST = 40
_LONGEST_OPEN, _KEPT_OPEN = 600, 300
_LEAST_GAIN = 8.0
_LEAST_GAIN_IN_NOTED = 2.0
_COST_OF_CUT = 5.0
_COST_OF_MISFIT = 14.0
# A guessed character is known by its lead byte, or by this mark when it is known by its trail byte.
_ENDS_IN_A3 = 0


class Mended(NamedTuple):
    """A text after mending: how many spots were put right, and how many characters stayed lost."""

    text: str
    repairs: int
    unrepaired: int


class _Reading(NamedTuple):
    score: float
    pending: int | None
    text: str
    guesses: tuple[tuple[int, int], ...]
    repairs: int


def mend(text: str) -> Mended:
    """Take pinyin notes out of a text and put shifted runs back, line by line; undamaged lines stay as they are.

    >>> mend("技術(shù)與產(chǎn)業(yè)，10秒以?xún)?nèi)完成")
    Mended(text='技術與產業，10秒以內完成', repairs=5, unrepaired=0)
    """
    noted = has_notes(text)
    if not noted and not CUT_PUNCTUATION.search(text):
        return Mended(text, 0, 0)
    if noted:
        text = NESTED.sub(r"\1\2", text)
    language = likelihood(undamaged_lines(text))
    lines = [_mend_line(line, noted, language) for line in text.split("\n")]
    return Mended("\n".join(line.text for line in lines), sum(line[1] for line in lines), sum(line[2] for line in lines))


def _mend_line(line: str, noted: bool, language: Likelihood) -> Mended:
    if not (noted and NOTE.search(line)) and not CUT_PUNCTUATION.search(line):
        return Mended(line, 0, 0)
    if line.count("?") > max(_MOST_LOST, len(line) // 10):
        return Mended(line, 0, 0)
    symbols = list(symbols_of(line, noted))
    if not any(symbol.kind in ("note", "broken", "question") for symbol in symbols):
        return Mended(line, 0, 0)
    beam = [_Reading(0.0, None, "", (), 0)]
    settled_parts: list[str] = []
    for here, symbol in enumerate(symbols):
        following = symbols[here + 1] if here + 1 < len(symbols) else None
        grown = [new for reading in beam for new in _grow(reading, symbol, following, language)]
        beam = _best(grown) or beam
        # What lies far back is decided: without this a line of a megabyte would cost the square of its length.
        if len(beam[0].text) > _LONGEST_OPEN:
            part, reading = _settle_beginning(beam[0], language)
            settled_parts.append(part)
            beam = [reading]
    best = max((_close(reading) for reading in beam), key=lambda reading: reading.score)
    if not any(symbol.kind in ("note", "broken") for symbol in symbols) and not _gains(best, line, noted, language):
        return Mended(line, 0, 0)
    text = "".join(settled_parts) + _with_lost_marked(best.text, best.guesses, language)
    lost = text.count(LOST) - line.count(LOST)
    return Mended(text, best.repairs - lost, lost)


def _settle_beginning(reading: _Reading, language: Likelihood) -> tuple[str, _Reading]:
    """Settle all but the end of a reading, which stays open as context for what follows."""
    cut = len(reading.text) - _KEPT_OPEN
    past = tuple(guess for guess in reading.guesses if guess[0] < cut)
    kept = tuple((at - cut, known) for at, known in reading.guesses if at >= cut)
    part = _with_lost_marked(reading.text, past, language)[:cut]
    return part, reading._replace(text=reading.text[cut:], guesses=kept)


def _gains(best: _Reading, line: str, noted: bool, language: Likelihood) -> bool:
    """Tell whether a reading is much likelier than the line as it is printed: a question mark is mostly just that."""
    as_printed = sum(language(previous, character) for previous, character in pairwise("\n" + line))
    return best.score - as_printed >= (_LEAST_GAIN_IN_NOTED if noted else _LEAST_GAIN)


def _grow(reading: _Reading, symbol: Symbol, following: Symbol | None, language: Likelihood) -> Iterator[_Reading]:
    if reading.pending is None:
        yield from _grow_aligned(reading, symbol, following, language)
    else:
        yield from _grow_shifted(reading, reading.pending, symbol, following, language)


def _grow_aligned(reading: _Reading, symbol: Symbol, following: Symbol | None, language: Likelihood) -> Iterator[_Reading]:
    if symbol.kind in ("pair", "single", "question"):
        yield _emit(reading, symbol.text, None, language)
    if symbol.kind == "question" and following and CUT_PUNCTUATION.match("?" + following.text):
        yield from _open_at_punctuation(reading, language)
    elif symbol.kind == "note":
        yield _pass_note(reading, symbol.text)
    elif symbol.kind == "broken":
        yield from _open_at_note(reading, symbol.text)


def _pass_note(reading: _Reading, note: str) -> _Reading:
    """Drop a note; the last two bytes before it, on whatever border, are the character it belongs to."""
    last = pair_of(reading.text[-1:]) if reading.text else None
    noted = reading.text[-1:] if reading.pending is None else last and decoded(last[1], reading.pending)
    fits = noted in readings()[note]
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
    guesses = (*reading.guesses, (len(reading.text), _ENDS_IN_A3))
    for character in _likeliest(_ENDS_IN_A3, reading.text[-1:], "", language):
        lead = character.encode("gb18030")[0]
        yield reading._replace(pending=lead, guesses=guesses, repairs=reading.repairs + 1, score=reading.score - _COST_OF_CUT)


def _grow_shifted(
    reading: _Reading, pending: int, symbol: Symbol, following: Symbol | None, language: Likelihood
) -> Iterator[_Reading]:
    if symbol.kind == "note":
        yield _pass_note(reading, symbol.text)
    else:
        # Never a dead end: the run may have been cut short by something that left no trace.
        yield _emit(reading, LOST, None, language, cost=_COST_OF_MISFIT)._replace(text=reading.text + LOST + symbol.text)
    if symbol.kind == "pair" and (pair := pair_of(symbol.text)):
        if character := decoded(pending, pair[0]):
            yield _after_pair(reading, character, pair[1], language)
    elif symbol.kind == "broken":
        fitting = [pair for pair in noted_pairs(symbol.text) if pair[0] == pending]
        for pair in fitting:
            yield _emit(reading, pair.decode("gb18030"), None, language, repairs=1)
    elif symbol.kind == "single":
        yield from _grow_shifted_single(reading, pending, symbol.text, language)
    elif symbol.kind == "question":
        yield from _close_at_question(reading, pending, following, language)


def _after_pair(reading: _Reading, character: str, trail: int, language: Likelihood) -> _Reading:
    # A late reader takes a byte of plain ASCII for a second half: it is a character by itself.
    if trail < 0x80:
        return _emit(_emit(reading, character, None, language), chr(trail), None, language)
    return _emit(reading, character, trail, language)


def _grow_shifted_single(reading: _Reading, pending: int, character: str, language: Likelihood) -> Iterator[_Reading]:
    trail = single_of(character)
    if trail is not None and (whole := decoded(pending, trail)):
        yield _emit(reading, whole, None, language)
    # Full-width letters and digits were made half-width as well, and are two bytes.
    cut = full_width_trail(character)
    if cut is not None and (whole := decoded(pending, 0xA3)):
        yield _emit(reading, whole, cut, language, cost=_COST_OF_CUT / 3)


def _close_at_question(reading: _Reading, pending: int, following: Symbol | None, language: Likelihood) -> Iterator[_Reading]:
    if following is None or (following.kind == "single" and single_of(following.text) is None):
        ahead = following.text if following else "。"
        for character in _likeliest(pending, reading.text[-1:], ahead, language):
            yield _emit(reading, character, None, language, guess=pending)
    if whole := decoded(pending, 0xA3):
        yield _emit(reading, whole, 0xBF, language, cost=_COST_OF_CUT / 3)
    # Not every reader prints 0x80, the second half of 個, as €.
    if whole := decoded(pending, 0x80):
        yield _emit(reading, whole, None, language, cost=_COST_OF_CUT / 3)


def _emit(
    reading: _Reading,
    character: str,
    pending: int | None,
    language: Likelihood,
    *,
    cost: float = 0.0,
    guess: int | None = None,
    repairs: int = 0,
) -> _Reading:
    previous = reading.text[-1:] or "\n"
    guesses = reading.guesses if guess is None else (*reading.guesses, (len(reading.text), guess))
    score = reading.score + language(previous, character) - cost
    return _Reading(score, pending, reading.text + character, guesses, reading.repairs + repairs + (guess is not None))


@lru_cache(maxsize=8192)
def _likeliest(known: int, previous: str, ahead: str, language: Likelihood) -> tuple[str, ...]:
    """Give the likeliest characters of which one byte is known, between two others."""

    def score(character: str) -> float:
        return language(previous or "\n", character) + (language(character, ahead) if ahead else 0.0)

    return tuple(sorted(_sharing(known), key=score, reverse=True)[:_CANDIDATES])


def _sharing(known: int) -> tuple[str, ...]:
    return by_trail(0xA3) if known == _ENDS_IN_A3 else by_lead(known)


def _best(beam: list[_Reading]) -> list[_Reading]:
    seen: dict[tuple[int | None, str], _Reading] = {}
    for reading in beam:
        key = (reading.pending, reading.text[-4:])
        if key not in seen or reading.score > seen[key].score:
            seen[key] = reading
    return sorted(seen.values(), key=lambda reading: -reading.score)[:_BEAM]


def _close(reading: _Reading) -> _Reading:
    if reading.pending is None:
        return reading
    return reading._replace(text=reading.text + LOST, pending=None, score=reading.score - _COST_OF_MISFIT)


def _with_lost_marked(text: str, guesses: tuple[tuple[int, int], ...], language: Likelihood) -> str:
    for at, known in reversed(guesses):
        margin = MARGIN_BY_TRAIL if known == _ENDS_IN_A3 else MARGIN_BY_LEAD
        text = text[:at] + settled(text, at, _sharing(known), language, margin=margin) + text[at + 1 :]
    return text
