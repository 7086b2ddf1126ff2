"""What an article as a whole is about, and in whose name it is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from presslens.lexicon import names, table
from presslens.model import Article, EntityKind
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.roles import roles_of
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.versions import listed_kind

# A product's own name; capitals alone may be a term.
_NAMED = re.compile(r"[一-鿿]|[A-Za-z]{2,}[- ]?\d|[a-z]{2,}")
_MAIN_SHARE, _MAIN_LEAD = 0.3, 1.5
# Firms that no lexicon has are told of in few places: enough for the firm of a claim that leaves it out.
_OFTEN_A_FIRM = 2
_OFTEN = 3
# Where code and papers are put, which is told of nearly every model.
_WHERE_THINGS_LIE = frozenset(table("cues.toml")["hosting_sites"])
# A name told so many times as often as any of the headline is what an article is about.
_FAR_MORE = 2
_OWN_WORDS = 0.12
# A text so long is about what it names in so many of its parts, by so large a share of its names.
_LONG, _PARTS, _PARTS_NAMED, _SHARE_OF_NAMES = 12, 6, 3, 0.2


def lasting_names(read: Sequence[Passage]) -> frozenset[str]:
    """Give the names that can be what a text goes on about: all of the lexicon's, an unlisted one only if it comes back."""
    counts = Counter(name.name for passage in read for name in passage.names)
    speakers = {name.name for passage in read for name in passage.names if passage.roles[name.start] == "speaker"}
    products = {name.name for passage in read for name in passage.names if name.kind == "model" and _NAMED.search(name.name)}
    return frozenset(
        name for name, count in counts.items() if listed_kind(name) or name in products or (count > 1 and name not in speakers)
    )


def main_names(read: Iterable[Passage]) -> dict[EntityKind, str]:
    """Give the name of each kind that an article is mainly about, where one stands out."""
    counts: dict[EntityKind, Counter[str]] = {"model": Counter(), "company": Counter()}
    for passage in read:
        for name in passage.names:
            if name.kind in counts:
                counts[name.kind][name.name] += 1
    found: dict[EntityKind, str] = {}
    for kind, names_of_kind in counts.items():
        total = sum(names_of_kind.values())
        first, second = (*names_of_kind.most_common(2), ("", 0), ("", 0))[:2]
        if first[1] >= max(3, _MAIN_SHARE * total, _MAIN_LEAD * second[1]):
            found[kind] = first[0]
    return found


def first_person(read: Sequence[Passage], topic: str) -> str:
    """Give the name whose people tell an article in the first person: for it 我们 stands.

    Who speaks as 我们 of all manner of things, as in a lecture, is not what the talk mentions here and there.
    """
    told = sum("我们" in passage.text for passage in read)
    speaks = bool(topic) and told >= max(_OFTEN, _OWN_WORDS * len(read))
    return topic if speaks and (_stands_out(read, topic) or _is_in_title(read, topic)) else ""


def _stands_out(read: Sequence[Passage], topic: str) -> bool:
    """Tell whether a name makes up a good share of all names of a text."""
    named = sum(name.name == topic for passage in read for name in passage.names)
    return named >= _SHARE_OF_NAMES * sum(len(passage.names) for passage in read)


def _is_in_title(read: Sequence[Passage], topic: str) -> bool:
    """Tell whether the headline has a name, in any of its forms, or as the text prints it."""
    title = read[0].article.title if read else ""
    return topic in title or any(name.name == topic for name in names().find(title))


def article_topic(article: Article, read: Sequence[Passage]) -> str:
    """Give what an article is about as far as names tell it."""
    counts = Counter(
        name.name
        for passage in read
        for name in passage.names
        if passage.roles[name.start] in ("free", "object", "modifier") and name.name not in _WHERE_THINGS_LIE
    )
    title = article.title.strip()
    place = article.text.find(title) if title else -1
    printed = article.match[place : place + len(title)] if place >= 0 else title
    in_title = _named_in_title(printed, counts)
    told = max(in_title, key=lambda name: counts[name]) if in_title else ""
    common, often = next(iter(counts.most_common(1)), ("", 0))
    person = listed_kind(told) == "person" and listed_kind(common) in FIRM and often > counts[told]
    if person or (often >= max(_OFTEN, _FAR_MORE * counts[told]) and (listed_kind(common) or not told)):
        told = common
    return _its_model(told, counts, read) or told


def _named_in_title(title: str, counts: Mapping[str, int]) -> list[str]:
    """List what a headline names: what the lexicons list, and what the article itself introduces."""
    listed = names().find(title)
    roles = roles_of(title, listed, 0)
    told = [name.name for name in listed if name.kind != "source" and roles[name.start] not in ("governed", "aside")]
    # Capitals alone (PMF) are a term as often as a name.
    own = [name for name in counts if not listed_kind(name) and not name.isupper() and name in title]
    return [*told, *own]


def runs_through(read: Sequence[Passage], topic: str) -> bool:
    """Tell whether a text of some length keeps speaking of a firm or a person, as no digest of many items does.

    A model in the headline is what a text is about however seldom it is named again.
    """
    if not topic or len(read) < _LONG or listed_kind(topic) == "model" or first_person(read, topic):
        return True
    parts = {passage.no * _PARTS // (len(read) + 1) for passage in read if any(name.name == topic for name in passage.names)}
    return len(parts) >= _PARTS_NAMED and _stands_out(read, topic)


def _its_model(told: str, counts: Counter[str], read: Sequence[Passage]) -> str:
    """Give the model that an article names more often than the firm in its headline, unless the firm tells it itself."""
    if listed_kind(told) not in ("company", "source") or first_person(read, told):
        return ""
    kinds: dict[str, set[EntityKind]] = {}
    for passage in read:
        for name in passage.names:
            kinds.setdefault(name.name, set()).add(name.kind)
    models = (name for name, count in counts.most_common() if kinds[name] == {"model"} and count > max(_OFTEN, counts[told]))
    return next(models, "")


def main_firm(read: Iterable[Passage], title: str) -> str:
    """Give the firm that an article is about: one that it names more often than any other, else the first of the headline."""
    counts = Counter(name.name for passage in read for name in passage.names if name.kind == "company")
    first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if first[1] >= max(_OFTEN_A_FIRM, _MAIN_LEAD * second[1]):
        return first[0]
    places = {name: title.find(name) for name, count in counts.items() if count >= _OFTEN_A_FIRM and name in title}
    return min(places, key=places.__getitem__) if places else ""
