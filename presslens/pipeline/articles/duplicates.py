"""Group articles that are copies of one another: cut, reordered, framed otherwise or printed in the other script.

MinHash over the five-character pieces of the matching copy finds candidates; each is verified by the true overlap of its
pieces, so that no pair rests on the sketch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from presslens.model import Article

_PIECE = 5
# 42 bands of 3: pieces shared by half are found in 99.6 of 100 cases, by a fiftieth in 1 of 3,000.
_BANDS, _ROWS = 42, 3
_LEAST_JACCARD = 0.5
_LEAST_CONTAINED = 0.8
_LEAST_SIZE_RATIO = 0.4
_LEAST_PIECES = 40
_COMPARED = 10
# More would not fit the processor's cache.
_AT_ONCE = 14

_Pieces = NDArray[np.uint64]


class Sketch(NamedTuple):
    """What an article is compared with others by: its pieces, and what near-copies have one of in common."""

    pieces: _Pieces
    bands: tuple[bytes, ...]


def sketch(match: str) -> Sketch:
    """Sketch an article by its matching copy: all that can be done before the others are known.

    >>> len(sketch("同一篇文章印了两次").bands)
    42
    """
    pieces = _pieces(match)
    return Sketch(pieces, tuple(_bands(pieces)))


def families(articles: Sequence[Article], sketches: Sequence[Sketch] = ()) -> dict[str, str]:
    """Map every article_id to the article_id of the first of its near-copies: the earliest published, else the first given.

    `sketches` are those of the articles, where they are made already.
    """
    sketches = sketches or [sketch(article.match) for article in articles]
    parent = list(range(len(articles)))
    for one, other in sorted(_candidates(sketches)):
        if _root(parent, one) != _root(parent, other) and are_copies(sketches[one].pieces, sketches[other].pieces):
            parent[_root(parent, other)] = _root(parent, one)
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(articles)):
        members[_root(parent, place)].append(place)
    first = {root: min(places, key=lambda place: (_day(articles[place]), place)) for root, places in members.items()}
    return {article.article_id: articles[first[_root(parent, place)]].article_id for place, article in enumerate(articles)}


def are_copies(one: _Pieces, other: _Pieces) -> bool:
    """Tell copies by their shared pieces: half of all of both, or nearly all of the smaller where it is no mere excerpt."""
    smaller, larger = sorted((one.size, other.size))
    if smaller < _LEAST_PIECES:
        return bool(smaller == larger and np.array_equal(one, other))
    shared = np.intersect1d(one, other, assume_unique=True).size
    jaccard = shared / (smaller + larger - shared)
    return jaccard >= _LEAST_JACCARD or (shared >= _LEAST_CONTAINED * smaller and smaller >= _LEAST_SIZE_RATIO * larger)


def _pieces(match: str) -> _Pieces:
    """Hash every run of five letters, digits or Chinese characters; sorted and unique."""
    codes = np.frombuffer(match.lower().encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    telling = (codes >= 0x3400) & (codes < 0xA000) | (codes >= 48) & (codes < 58) | (codes >= 97) & (codes < 123)
    codes = codes[telling]
    if codes.size < _PIECE:
        return _unique(codes)
    length = codes.size - _PIECE + 1
    hashed = np.zeros(length, dtype=np.uint64)
    for place in range(_PIECE):
        hashed = (hashed ^ codes[place : place + length]) * np.uint64(0x100000001B3)
        hashed ^= hashed >> np.uint64(29)
    return _unique(hashed)


def _unique(values: _Pieces) -> _Pieces:
    """Sort values and leave out what comes again; NumPy's own way through a hash table takes six times as long."""
    values = np.sort(values)
    return np.concatenate((values[:1], values[1:][values[1:] != values[:-1]]))


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, own in enumerate(sketches):
        for band, key in enumerate(own.bands):
            buckets[band, key].append(place)
    return iter({pair for places in buckets.values() for pair in _pairs(places)})


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair each place with those before it, of many only with the first and last: a thousand copies make no million pairs."""
    for at, other in enumerate(places):
        for one in (*places[: min(at, _COMPARED)], *places[max(_COMPARED, at - _COMPARED) : at]):
            yield one, other


@cache
def _factors() -> NDArray[np.uint64]:
    return np.random.default_rng(20240216).integers(1, 2**63, size=_BANDS * _ROWS, dtype=np.uint64) | np.uint64(1)


def _bands(own: _Pieces) -> Iterator[bytes]:
    if own.size == 0:
        return
    factors = _factors()
    least = np.empty_like(factors)
    for place in range(0, factors.size, _AT_ONCE):
        least[place : place + _AT_ONCE] = (factors[place : place + _AT_ONCE, None] * own).min(axis=1)
    yield from (rows.tobytes() for rows in (least >> np.uint64(16)).reshape(_BANDS, _ROWS))


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _day(article: Article) -> date:
    return article.published or date.max
