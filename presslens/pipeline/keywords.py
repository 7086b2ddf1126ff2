"""Decide which terms an article is about.

Names of the lexicons are cut out first, under one Chinese form, so that no word border falls inside one; jieba
(precise mode, with its HMM) cuts the rest. A term's weight is TF-IDF: its share of all terms kept, times its inverse
document frequency in the table that comes with jieba. A term that table lacks counts as its median, as jieba does it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from statistics import median

from presslens import lexicon
from presslens.lexicon import Hit
from presslens.pipeline.cutting import Cutter, cutter, file_of_jieba, parts

LEXICONS = Path(__file__).parent.parent / "lexicons"
_COMMON_AS = "公司"
_KNOWN_WORDS = 50_000  # as many as a thousand articles use
_KEPT = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9.+·-]*[A-Za-z0-9+]")
_LATIN = re.compile("[A-Za-z]")
_NUMERAL = re.compile(
    r"[零〇一二三四五六七八九十百千万亿两几数多余半第]+(?:[年月日号个位家倍元次秒天周款名种成岁]|美[元金]|港[元币]|欧元|日元|英镑|人民币)?"
)


def keywords(match_text: str, hits: Sequence[Hit] | None = None) -> list[tuple[str, int, float]]:
    """List an article's terms with their count and weight, heaviest first, ties in the order of their characters.

    `hits` are the names in it, where they are known already.

    >>> keywords("文生视频很火，文生视频也很贵。")
    [('文生视频', 2, 7.969845), ('很火', 1, 3.984923)]
    """
    terms = _under_one_spelling(_terms(match_text, lexicon.names().find(match_text) if hits is None else hits))
    total = sum(terms.values())
    rows = [(term, count, round(count / total * rarity(term), 6)) for term, count in terms.items()]
    rows.sort(key=itemgetter(0))
    rows.sort(key=itemgetter(2), reverse=True)
    return rows


def _under_one_spelling(terms: Mapping[str, int]) -> dict[str, int]:
    """Count spellings that differ in case together, under the commonest; Chinese, which has no case, stays as it is."""
    counts: dict[str, int] = {}
    spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for term, count in terms.items():
        if term.lower() == term.upper():
            counts[term] = count
        else:
            spellings[term.casefold()][term] = count
    for found in spellings.values():
        counts[min(found, key=lambda spelling: (-found[spelling], spelling))] = sum(found.values())
    return counts


@lru_cache(_KNOWN_WORDS)
def rarity(term: str) -> float:
    """Look up a term's inverse document frequency.

    >>> rarity("公司") < rarity("显卡")
    True
    """
    table, middle = _idf()
    if term in _domain()["common"]:
        return table[_COMMON_AS]
    return table.get(term, middle)


def _terms(text: str, hits: Sequence[Hit]) -> dict[str, int]:
    """Count the terms worth counting: names whole, other words unless they say nothing of the subject."""
    names = lexicon.names()
    # A Counter takes ten times as long as a dictionary over a term that it has not counted before.
    terms: dict[str, int] = {}
    for name, count in Counter(hit.name for hit in hits).items():
        shown = names.shown(name, "zh")
        term = name if _LATIN.search(shown) else shown
        terms[term] = terms.get(term, 0) + count
    for word, count in Counter(_cutter()(_between(text, hits))).items():
        for part in _worth_counting(word):
            terms[part] = terms.get(part, 0) + count
    return terms


@lru_cache(_KNOWN_WORDS)
def _worth_counting(word: str) -> tuple[str, ...]:
    return tuple(
        part
        for part in parts(word)
        if _KEPT.fullmatch(part) and part.casefold() not in _stop_words() and not _NUMERAL.fullmatch(part)
    )


def _between(text: str, hits: Sequence[Hit]) -> str:
    """Give what stands between the names, a line each, so that no word reaches across one."""
    edges = [0, *(edge for hit in hits for edge in (hit.start, hit.end)), len(text)]
    return "\n".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


@cache
def _cutter() -> Cutter:
    return cutter(_domain()["whole"])


@cache
def _domain() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((LEXICONS / "terms.toml").read_text(encoding="utf-8"))
    return {group: frozenset(terms) for group, terms in raw.items()}


@cache
def _stop_words() -> frozenset[str]:
    lines = (LEXICONS / "stop_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _idf() -> tuple[dict[str, float], float]:
    table = {}
    with file_of_jieba("analyse/idf.txt").open(encoding="utf-8") as lines:
        for line in lines:
            term, value = line.split()
            table[term] = float(value)
    return table, median(table.values())
