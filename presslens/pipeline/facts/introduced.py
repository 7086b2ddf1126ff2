"""Names that no lexicon lists and that an article itself introduces: once it has told what a name is, it is one everywhere.

The form of a name shows only where something marks its borders (视频生成公司墨影科技, 总经理沈墨白, 模型“墨影”): in the
middle of a later sentence, or cut short (墨影科技 → 墨影), nothing would tell it from the words around it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from presslens.lexicon import Hit, cue, names, table, words
from presslens.model import EntityKind
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.bracketed import named_before
from presslens.pipeline.facts.unlisted import fits_firm

_NO_FIRM_BEHIND = r"(?!的?(?:行业|领域|产业|赛道|板块|概念|指数|巨头))"
_ENDING = re.compile(rf"(?:{cue('endings_of_firms')}){_NO_FIRM_BEHIND}")
_WEAK_ENDING = re.compile(rf"(?:{cue('weak_endings_of_firms')}){_NO_FIRM_BEHIND}")
_KIND_OF_FIRM = re.compile(rf"(?:{cue('kinds_of_firm')})(?:之一|代表)?[“「]?$")
_JOINS = frozenset("由和与及对向被让据从在称但而是的给为等像如叫跟比")
_TURNS_TO = re.compile(r"(?:对话|专访|采访|独家|走进|来自|投资|入股|收购|领投|跟投|起诉|控告|关于|其中)$")
_NAMED_FIRM = re.compile(
    rf"(?:{cue('kinds_of_firm')})(?:{cue('kinds_of_firm')})*[“「]?(?P<name>[一-鿿]{{2,4}}?)[”」]?"
    r"(?=[（(]|(?:今日|昨日|近日|日前|正式)?(?:宣布|完成|获得|推出|发布|披露)|的?(?:联合)?创始人|的?CEO)"
)
_QUOTED_FIRM = re.compile(
    rf"(?:{cue('kinds_of_firm')})[“「](?P<name>[一-鿿]{{2,6}})[”」](?=[（(]|今日|昨日|近日|日前|已|正式|宣布|完成|获|成立|的?创始人|的?CEO)"
)
# 岚舟智能(Lanzhou AI): one thing in two scripts.
_GLOSS = re.compile(r"[（(](?:英文名[:：]?)?(?P<latin>[A-Z][A-Za-z.&\-]*(?: [A-Z][A-Za-z.&\-]*){0,3})[)）]")
_CODE = re.compile(
    r"[（(](?<!\s.)\s?(?:股票代码[:：]?)?(?:\d{4,6}(?:\.[A-Z]{1,3})?|[A-Z]{2,5}(?:\.[A-Z]{1,2})|"
    r"(?:NASDAQ|NYSE|纳斯达克|纽交所|港交所|深交所|上交所)[:：]?\s?[A-Z0-9]{2,6})\s?[)）]"
)
_TITLED = re.compile(
    rf"(?:{cue('titles_of_people')})(?P<name>(?:{'|'.join(words('family_names.txt'))})[一-鿿]{{1,2}})(?![一-鿿]{{0,4}}·)(?P<next>[一-鿿]?)"
)
# What follows a person's name and is no part of it.
_ACTS = frozenset(
    "表说称指认在对于曾就向与和及则还将已是为从把被以等介透强坦补回解分预也近本今昨上任的担出宣接告直先当这那并都不"
)
# A version, no amount: 墨影2.0已上线, but not 成本2.5亿元.
_NUMBER = re.compile(r"\d(?:(?<=[一-鿿”」vV].)|(?<=[一-鿿”」vV]\s.))\.\d(?![\d%万亿倍元美秒分成个.])")
_BEFORE_NUMBER = re.compile(rf"(?:{cue('kinds_of_product')})\s?[“「]?(?P<name>[一-鿿]{{2,4}})[”」]?\s?[vV]?$")
_QUOTED = re.compile(r"[“「](?P<name>[一-鿿]{2,5})[”」]")
_KIND_BEFORE = re.compile(rf"(?:{cue('kinds_of_product')})\s?$")
_KIND_AFTER = re.compile("(?:视频|生成|语言|多模态|文生视频)*大?模型")
_VERSION = r"(?:\s?[vV]?\d+(?:\.\d+)+| ?\d(?=[^\d年月日个款家号万亿千百.%倍秒元]))?"
_NO_BODY = re.compile(cue("no_names_of_firms"))
_REGION = re.compile(rf"[一-鿿]{{1,3}}[国洲]|{cue('regions')}")
_LONGEST_BODY, _SHORTEST_BODY = 4, 2
_WINDOW, _LONGEST_RUN = 8, 6
_BODIES_KEPT = 10_000
_NAMING_TAGS = frozenset({"nr", "nrt", "nz", "ns"})
_FUNCTION_TAGS = ("d", "p", "c", "u", "r", "m", "q", "t", "f", "y", "x")


def introduced(text: str, known: Sequence[Hit]) -> list[Hit]:
    """Find every place of the names that a matching copy introduces itself, clear of those that are `known`.

    >>> [(hit.name, hit.start) for hit in introduced("视频公司墨影科技获投。次日墨影科技称不缺钱。", [])]
    [('墨影科技', 4), ('墨影科技', 13)]
    """
    found = dict(_products(text))
    for name, kind in (*_firms(text), *_people(text)):
        found.setdefault(name, (name, kind))
    for latin, name in _glosses(text, found):
        found.setdefault(latin, (name, found[name][1]))
    short = {body: (name, kind) for name, (_, kind) in found.items() for body in _shortened(name, kind, text)}
    found = {**short, **found}
    for form in [form for form in found if names().find(form)]:
        del found[form]
    return list(_places(text, found, known)) if found else []


def _places(text: str, found: dict[str, tuple[str, EntityKind]], known: Sequence[Hit]) -> Iterator[Hit]:
    """Give every place of the names found, the longest first; products with the version printed behind them."""
    forms = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    covered = {place for hit in known for place in range(hit.start, hit.end)}
    for match in re.finditer(rf"(?P<form>{forms})(?P<version>{_VERSION})", text):
        name, kind = found[match.group("form")]
        versioned = kind == "model" and match.group("version")
        end = match.end() if versioned else match.end("form")
        if covered.isdisjoint(range(match.start(), end)):
            yield Hit(match.start(), end, f"{name} {match.group('version').strip()}" if versioned else name, kind)


def _firms(text: str) -> Iterator[tuple[str, EntityKind]]:
    by_end: dict[str, Counter[str]] = defaultdict(Counter)
    for pattern, weak in ((_ENDING, False), (_WEAK_ENDING, True)):
        for ending in pattern.finditer(text):
            for name in _bordered(text, ending.start(), ending.group(), weak=weak):
                by_end[name[-len(ending.group()) - _SHORTEST_BODY :]][name] += 1
    for candidates in by_end.values():
        for name in [name for name in candidates if _without_place(name) in candidates]:
            candidates[_without_place(name)] += candidates.pop(name)
        most = max(candidates.values())
        yield max((name for name, count in candidates.items() if count == most), key=len), "company"
    for match in _NAMED_FIRM.finditer(text):
        if _is_coined(match.group("name")):
            yield match.group("name"), "company"
    for match in _QUOTED_FIRM.finditer(text):
        yield match.group("name"), "company"
    for start, run, _ in named_before(text, _CODE, _LONGEST_RUN):
        yield from ((name, "company") for name in _before_its_code(text, start, run))


def _without_place(name: str) -> str:
    """Give a firm's name without the place it stands behind: 杭州岚舟科技 is 岚舟科技 where that is told as well."""
    word, tag = next(iter(tagger()(name)))
    return name[len(word) :] if tag == "ns" and len(name) > len(word) else ""


def _glosses(text: str, found: Iterable[str]) -> list[tuple[str, str]]:
    """Give each Latin name in brackets with the introduced name that it stands behind."""
    told = tuple(found)
    pairs = ((gloss.group("latin"), run) for _, run, gloss in named_before(text, _GLOSS, _LONGEST_RUN))
    return [(latin, name) for latin, printed in pairs for name in told if printed.endswith(name)]


def _bordered(text: str, end: int, ending: str, *, weak: bool) -> Iterator[str]:
    """Give what may be a firm's name before its ending: what stands behind a border, its kind, or a word that joins."""
    for length in range(_SHORTEST_BODY, _LONGEST_BODY + 1):
        start = end - length
        body, before = text[start:end], text[max(0, start - _WINDOW) : start]
        if start < 0 or not _is_han(body) or body[0] in _JOINS:
            return
        if _KIND_OF_FIRM.search(before) or _TURNS_TO.search(before):
            if _is_coined(body) or (not weak and _is_described(body, ending)):
                yield body + ending
                return
        elif _shows_border(before) and (not weak or text.count(body + ending) > 1) and _is_coined(body):
            yield body + ending


def _shows_border(before: str) -> bool:
    """Tell whether what stands before a name parts it from the words before: no character, or one that joins."""
    return not before or not _is_han(before[-1]) or before[-1] in _JOINS


def _is_described(body: str, ending: str) -> bool:
    """Tell whether common words can be a firm's name behind a word for what it is: 股东海棠创投, but no 龙头新一轮科技."""
    plain = not any(tag.startswith((*_FUNCTION_TAGS, "v", "a")) for _, tag in tagger()(body))
    return plain and not _REGION.fullmatch(body) and fits_firm(body + ending)


def _before_its_code(text: str, start: int, run: str) -> Iterator[str]:
    """Give the name that a run of characters before the code of its share ends with, as far as its left border shows."""
    places = range(len(run) - 1)
    behind_kind = [at for at in places if _KIND_OF_FIRM.search(text[max(0, start + at - _WINDOW) : start + at])]
    bordered = [at for at in places if _shows_border(text[max(0, start + at - 1) : start + at])]
    for at in (*behind_kind, *bordered):
        if run[at] not in _JOINS and len(run) - at <= _LONGEST_BODY + 1:
            yield run[at:]
            return


@lru_cache(_BODIES_KEPT)
def _is_coined(body: str) -> bool:
    """Tell whether characters are no words of the language, as those of a name that somebody made up."""
    if body in _terms() or _REGION.fullmatch(body) or _NO_BODY.search(body):
        return False
    cut = list(tagger()(body))
    known = [(word, tag) for word, tag in cut if is_word()(word)]
    if any(tag.startswith(_FUNCTION_TAGS) or (tag == "v" and len(word) == 1) for word, tag in known):
        return False
    # What no word list has is put together by likelihood alone, and its part of speech is a guess.
    return not any(len(word) > 1 and tag not in _NAMING_TAGS for word, tag in known)


@cache
def _terms() -> frozenset[str]:
    """Give the words of the field, which the word list of the language lacks."""
    return frozenset(table("terms.toml")["whole"])


def _people(text: str) -> Iterator[tuple[str, EntityKind]]:
    for match in _TITLED.finditer(text):
        name = match.group("name")
        if len(name) > _SHORTEST_BODY and name[-1] in _ACTS:
            name = name[:-1]
        elif len(name) > _SHORTEST_BODY and match.group("next") and match.group("next") not in _ACTS:
            continue
        if name[-1] not in _ACTS and _can_be_person(name):
            yield name, "person"


@lru_cache(_BODIES_KEPT)
def _can_be_person(name: str) -> bool:
    """Tell whether what begins like a person's name is one: no word of the language, nor words that go together."""
    begins = next(iter(tagger()(name[:2])))
    if is_word()(name[:2]) and begins[1] not in _NAMING_TAGS:
        return False
    return not any(tag.startswith(_FUNCTION_TAGS) and len(word) > 1 for word, tag in tagger()(name))


def _products(text: str) -> Iterator[tuple[str, tuple[str, EntityKind]]]:
    for quoted in _QUOTED.finditer(text):
        before = text[max(0, quoted.start() - _WINDOW) : quoted.start()]
        if (_KIND_BEFORE.search(before) or _KIND_AFTER.match(text, quoted.end())) and _is_coined(quoted.group("name")):
            yield quoted.group("name"), (quoted.group("name"), "model")
    for number in _NUMBER.finditer(text):
        named = _BEFORE_NUMBER.search(text[max(0, number.start() - 2 * _WINDOW) : number.start()].rstrip())
        if named and _is_coined(named.group("name")):
            yield named.group("name"), (named.group("name"), "model")


def _shortened(name: str, kind: EntityKind, text: str) -> Iterable[str]:
    """Give the short form that an article uses of a firm's name as well: 墨影 of 墨影科技."""
    ending = next(_ENDING.finditer(name, _SHORTEST_BODY), None) if kind == "company" else None
    body = name[: ending.start()] if ending and ending.end() == len(name) else ""
    return [body] if body and text.count(body) > text.count(name) and _is_coined(body) else []


def _is_han(text: str) -> bool:
    return all("一" <= character <= "鿿" for character in text)
