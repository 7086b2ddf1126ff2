"""The words Presslens knows, read from `lexicons/` into frozen values.

A lexicon carries names, never facts: that a model belongs to a company is in the dataset because an article says so. Each
name file maps a canonical name to its aliases, in Simplified characters and half-width letters, because everything is
matched on the matching copy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from presslens.model import EntityKind
from presslens.record import record

FOLDER = Path(__file__).parent / "lexicons"

NAME_FILES: dict[EntityKind, str] = {
    "model": "models.toml",
    "company": "companies.toml",
    "person": "people.toml",
    "source": "sources.toml",
}

_SHORT_LATIN = 3
_LATIN = re.compile("[A-Za-z]")
# Latin forms do not stand inside of longer Latin words; Chinese forms need no border. A date or a price may be printed right
# behind a name without a space: OpenAI9月30日, Pika10美元.
_BORDER_BEFORE = re.compile(r"(?<![a-z0-9])(?<![a-z0-9]\.)|(?![a-z0-9])")
_BORDER_BEHIND = re.compile(r"(?<![a-z0-9])|(?![a-z0-9])|(?<=[a-z])(?=\d{1,4}(?:[年日]|月\d|\.\d+[美港]?元|[美港]?元))")


class LexiconError(Exception):
    """A lexicon that contradicts itself, said in one sentence."""


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name with the other forms it is printed in."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()

    def forms(self) -> tuple[str, ...]:
        """Give every printed form, the canonical one first."""
        return (self.name, *self.aliases)


@record(frozen=True, slots=True)
class Hit:
    """One name found in a text, under its canonical form."""

    start: int
    end: int
    name: str
    kind: EntityKind


class Names:
    """All known names, found in one pass over a text."""

    def __init__(self, entries: Iterable[Name]) -> None:
        self.entries = tuple(entries)
        self._by_form: dict[str, Name] = {}
        self._by_folded: dict[str, Name] = {}
        for entry in self.entries:
            for form in entry.forms():
                self._add(form, entry)
        self._search = AhoCorasick(list(self._by_folded), matchkind=MatchKind.Standard)

    def _add(self, form: str, entry: Name) -> None:
        for spelling in _spellings(form):
            known = self._by_form.setdefault(spelling, entry)
            if known is not entry:
                raise LexiconError(f"The name {form} is listed twice: under {known.name} and under {entry.name}.")
            self._by_folded.setdefault(spelling.lower(), entry)

    def find(self, text: str) -> list[Hit]:
        """Find names in a matching copy: the longest form wins, Latin forms stand at word borders.

        >>> [(hit.name, hit.start) for hit in names().find("字节跳动发布了PixelDance")]
        [('ByteDance', 0), ('PixelDance', 7)]
        """
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        hits = []
        for start, end in self._places(lowered):
            surface = text[start:end]
            entry = self._by_form.get(surface)
            if surface in _MAYBE_WORDS and _only_a_word(text, start, end):
                continue
            if entry is None:
                if surface.isascii() and len(surface) <= _SHORT_LATIN:
                    continue
                entry = self._by_folded[lowered[start:end]]
            hits.append(Hit(start, end, entry.name, entry.kind))
        return hits

    def _places(self, lowered: str) -> Iterator[tuple[int, int]]:
        """Give where forms stand, of those that begin at one place the longest, none within another."""
        found = [
            (start, -end)
            for _, start, end in self._search.find_matches_as_indexes(lowered, overlapping=True)
            if _BORDER_BEFORE.match(lowered, start) and _BORDER_BEHIND.match(lowered, end)
        ]
        place = 0
        for start, negative_end in sorted(found):
            if start >= place:
                place = -negative_end
                yield start, place

    def canonical(self, form: str) -> str:
        """Fold a printed form to its canonical name; an unknown one stays as it is.

        >>> names().canonical("英伟达")
        'NVIDIA'
        """
        entry = self._by_form.get(form) or self._by_folded.get(form.lower())
        return entry.name if entry else form

    def kind(self, name: str) -> EntityKind | None:
        """Tell what kind of thing a name is, or None for one that is in no lexicon.

        >>> names().kind("Sora"), names().kind("nobody")
        ('model', None)
        """
        entry = self._by_form.get(name) or self._by_folded.get(name.lower())
        return entry.kind if entry else None

    def shown(self, name: str, language: str) -> str:
        """Give a name in the reader's script where both are known.

        >>> names().shown("NVIDIA", "zh"), names().shown("NVIDIA", "en")
        ('英伟达', 'NVIDIA')
        """
        entry = self._by_form.get(name)
        if entry is None:
            # A version stands behind the name of what it is a version of.
            family, space, version = name.rpartition(" ")
            return f"{self.shown(family, language)} {version}" if space and family in self._by_form else name
        # A form that mixes scripts (豆包视频生成-…) is a description; the name alone reads better in either language.
        wanted = [form for form in entry.forms() if (not _LATIN.search(form) if language == "zh" else form.isascii())]
        return wanted[0] if wanted else entry.name


_MAYBE_WORDS = frozenset({"联想", "浪潮", "光速", "腾讯", "苹果", "生数", "寒武纪"})
_WIDEST = 4


def _only_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a form that can be a common word is one here: 引发联想, AI浪潮."""
    low = max(0, start - _WIDEST)
    around = re.finditer(cue("names_only_by_chance"), text[low : end + _WIDEST])
    return any(found.start() <= start - low < found.end() for found in around)


@cache
def names() -> Names:
    """Load all models, companies, people and sources."""
    return Names(entry for kind, file in NAME_FILES.items() for entry in _read_names(kind, file))


@cache
def table(file: str) -> dict[str, Any]:
    """Load one TOML lexicon as it stands."""
    with (FOLDER / file).open("rb") as source:
        return tomllib.load(source)


@cache
def outlets_in_english() -> dict[str, str]:
    """Map the name of every known outlet to its English one.

    >>> outlets_in_english()["第一财经"]
    'Yicai'
    """
    return {outlet["name"]: outlet["english"] for outlet in table("outlets.toml")["outlet"]}


@cache
def cue(name: str) -> str:
    """Give the cue words of a name in `cues.toml` as one alternation, to build patterns from.

    >>> bool(re.search(cue("release_verbs"), "今日正式发布"))
    True
    """
    return "|".join(table("cues.toml")[name])


@cache
def words(file: str) -> frozenset[str]:
    """Load a plain word list: words parted by white space, lines that begin with # are remarks."""
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _read_names(kind: EntityKind, file: str) -> Iterator[Name]:
    for name, aliases in table(file).items():
        yield Name(name, kind, tuple(aliases))


def _spellings(form: str) -> set[str]:
    """Spell a form with and without a space where Latin letters meet Chinese ones."""
    tight = re.sub(r"(?<=[一-鿿]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[一-鿿])", "", form)
    loose = re.sub(r"(?<=[一-鿿])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[一-鿿])", " ", tight)
    return {form, tight, loose}


def trie_pattern(words: Iterable[str]) -> str:
    """Build one pattern that matches the longest of many words without trying them one by one.

    >>> re.compile(trie_pattern(["生数", "生数科技"])).match("生数科技公司").group()
    '生数科技'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    longer = [re.escape(key) + _branch(child) for key, child in sorted(node.items()) if key]
    if not longer:
        return ""
    body = longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"
    if "" not in node:
        return body
    return f"(?:{body})?"


def any_of(words: Iterable[str]) -> str:
    """Build a pattern for any of many words that tries none of them where no one can begin.

    >>> re.search(any_of(["自回归", "扩散模型"]), "这是扩散模型").start()
    2
    """
    kept = sorted(words)
    return _first_of(kept) + trie_pattern(kept)


def _first_of(words: Iterable[str]) -> str:
    """Look only where one of the words can begin: at most characters the trie need not be tried."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"
