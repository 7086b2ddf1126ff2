"""Names that no lexicon lists and that an article itself introduces: once it has told what a name is, it is one everywhere.

The form of a name shows only where something marks its borders (视频生成公司墨影科技, 总经理沈墨白, 模型“墨影”): in the
middle of a later sentence, or cut short (墨影科技 → 墨影), nothing would tell it from the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.lexicon import Hit, names
from presslens.model import EntityKind
from presslens.pipeline.cutting import is_word
from presslens.pipeline.facts.coined import TAIL
from presslens.pipeline.facts.introduced_firms import firms, glosses
from presslens.pipeline.facts.introduced_people import people
from presslens.pipeline.facts.introduced_products import VERSION, products

_SHORTEST = 2
_LATIN = re.compile("[A-Za-z0-9]")
# By each form that an article prints: the whole name, and what it names.
Forms = dict[str, tuple[str, EntityKind]]


def introduced(text: str, known: Sequence[Hit]) -> list[Hit]:
    """Find every place of the names that a matching copy introduces itself, clear of those that are `known`.

    >>> [(hit.name, hit.start) for hit in introduced("视频公司墨影科技获投。次日墨影科技称不缺钱。", [])]
    [('墨影科技', 4), ('墨影科技', 13)]
    """
    found = _forms(text)
    listed = {text[hit.start : hit.end] for hit in known}
    for form in [form for form in found if form in listed or names().find(form)]:
        del found[form]
    return sorted(_places(text, found, known), key=lambda hit: hit.start) if found else []


def _forms(text: str) -> Forms:
    """Give every form of the names that a text introduces: whole, in Latin letters in brackets, and cut short."""
    found: Forms = {name: (name, "model") for name in products(text)}
    for name, other in firms(text):
        found.setdefault(name, (name, "company"))
        if other:
            found.setdefault(other, (name, "company"))
    for name in people(text):
        found.setdefault(name, (name, "person"))
    for other, name in glosses(text, tuple(found)):
        found.setdefault(other, found[name])
    for name in [form for form, (name, kind) in found.items() if form == name and kind == "company"]:
        for short in _shortened(name, text):
            found.setdefault(short, (name, "company"))
    return found


def _shortened(name: str, text: str) -> Iterator[str]:
    """Give the short form that an article uses of a firm's name as well: 墨影 of 墨影科技."""
    short = TAIL.sub("", name)
    if len(short) >= _SHORTEST and short != name and not is_word()(short) and text.count(short) > text.count(name):
        yield short


def _places(text: str, found: Forms, known: Sequence[Hit]) -> Iterator[Hit]:
    """Give every place of the names found, the longest first; products with the version printed behind them."""
    covered = {place for hit in known for place in range(hit.start, hit.end)}
    for form in sorted(found, key=len, reverse=True):
        name, kind = found[form]
        for start in _printed(text, form):
            version = VERSION.match(text, start + len(form)) if kind == "model" else None
            end = version.end() if version else start + len(form)
            if covered.isdisjoint(range(start, end)):
                covered.update(range(start, end))
                yield Hit(start, end, name + _version(name, version) if version else name, kind)


def _version(name: str, printed: re.Match[str]) -> str:
    """Give a version as it is written behind a name, the same however it is printed: 墨影2.0, Moying 2.0."""
    number = printed.group().lstrip(" -")
    return f" {number}" if name.isascii() else number


def _printed(text: str, form: str) -> Iterator[int]:
    """Give the places of a form, in Latin letters only as a whole word."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not form.isascii() or not (_LATIN.match(text[at - 1 : at]) or _LATIN.match(text, end)):
            yield at
        at = text.find(form, end)
