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

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from presslens.pipeline.articles.likelihood import Likelihood, likelihood, own_ways
from presslens.pipeline.articles.lost import LOST, REACH, settled, settled_together
from presslens.pipeline.articles.notes import (
    CUT_PUNCTUATION,
    NESTED,
    NOTE,
    has_notes,
    is_half_width,
    symbols_of,
    undamaged_lines,
    unwrapped,
)
from presslens.pipeline.articles.rereading import Draft, likeliest, moved

# A line with a question mark in ten characters or less is nothing that this fault makes.
_MOST_LOST = 40
# In a text in which nothing else shows that the converter was there.
_LEAST_GAIN = 20.0
# Two lost side by side cost some milliseconds: a text made of them would hang.
_MOST_TOGETHER = 200


class Mended(NamedTuple):
    """A text after mending: how many spots were put right, and how many characters stayed lost."""

    text: str
    repairs: int
    unrepaired: int


def mend(text: str) -> Mended:
    """Take pinyin notes out of a text and put shifted runs back, line by line; undamaged lines stay as they are.

    >>> mend("技術(shù)與產(chǎn)業(yè)，10秒以?xún)?nèi)完成")
    Mended(text='技術與產業，10秒以內完成', repairs=5, unrepaired=0)
    """
    noted = has_notes(text)
    if not noted and not CUT_PUNCTUATION.search(text):
        return Mended(text, 0, 0)
    if noted:
        text = unwrapped(text)
        text = NESTED.sub(r"\1\2", text)
    language = likelihood(undamaged_lines(text))
    least_gain = 0.0 if noted or is_half_width(text) else _LEAST_GAIN
    drafts = [_read_line(line, noted, least_gain, language) for line in text.split("\n")]
    whole = _joined(drafts)
    mended = _settled(whole) if whole.guesses else whole.text
    lost = mended.count(LOST) - text.count(LOST)
    return Mended(mended, whole.repairs - lost, lost)


def _joined(drafts: Sequence[Draft]) -> Draft:
    starts = accumulate((len(draft.text) + 1 for draft in drafts), initial=0)
    guesses = [guess for start, draft in zip(starts, drafts, strict=False) for guess in moved(draft.guesses, start)]
    return Draft("\n".join(draft.text for draft in drafts), tuple(guesses), sum(draft.repairs for draft in drafts))


def _read_line(line: str, noted: bool, least_gain: float, language: Likelihood) -> Draft:
    as_printed = Draft(line, (), 0)
    if not (noted and NOTE.search(line)) and not CUT_PUNCTUATION.search(line):
        return as_printed
    if line.count("?") > max(_MOST_LOST, len(line) // 10):
        return as_printed
    symbols = list(symbols_of(line, noted))
    if not any(symbol.kind in ("note", "broken", "question") for symbol in symbols):
        return as_printed
    best = likeliest(symbols, language)
    if not any(symbol.kind in ("note", "broken") for symbol in symbols) and _gain(best, line, language) < least_gain:
        return as_printed
    return best


def _gain(best: Draft, line: str, language: Likelihood) -> float:
    """Tell how much likelier a reading is than the line as it is printed: a question mark is mostly just that."""
    return best.score - sum(language(previous, character) for previous, character in pairwise("\n" + line))


def _settled(draft: Draft) -> str:
    """Settle what only one byte is left of by how the article writes elsewhere, where it was read for certain."""
    places = {at for at, _ in draft.guesses}
    characters = list(draft.text)
    own = own_ways("".join("\n" if at in places else character for at, character in enumerate(characters)))
    known_at = dict(draft.guesses)
    together = 0
    for at in sorted(known_at, reverse=True):
        if at not in places:
            continue
        before = at - 1
        if before in known_at and before - 1 not in known_at and together < _MOST_TOGETHER:
            together += 1
            start = max(0, before - REACH)
            near = "".join(characters[start : before + REACH])
            characters[before : at + 1] = settled_together(near, before - start, known_at[before], known_at[at], own)
            places -= {before, at}
        else:
            start = max(0, at - REACH)
            near = "".join(characters[start : at + REACH])
            characters[at] = settled(near, at - start, known_at[at], own)
    return "".join(characters)
