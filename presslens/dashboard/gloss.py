"""English for what an article names by description: written by its general words, or left as printed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from presslens import lexicon

_CHINESE = re.compile(r"[一-鿿]")
_LATIN = r"[A-Za-z0-9][A-Za-z0-9 .+-]*"


@lru_cache(maxsize=4096)
def english(printed: str) -> str:
    """Write a description word by word in English; one that holds an unlisted Chinese word stays as it is.

    >>> english("全球AIGC市场"), english("芯片设计初创公司"), english("度加剪辑")
    ('Global AIGC market', 'Chip design start-ups', '度加剪辑')
    """
    if not _CHINESE.search(printed):
        return printed
    parts = _parts().findall(printed)
    if "".join(parts) != printed:
        return printed
    said = [_word(part.strip(), last=place == len(parts) - 1) for place, part in enumerate(parts)]
    joined = re.sub(r" ?(,|/ ?)", lambda found: found.group().strip(), " ".join(word for word in said if word))
    return joined[:1].upper() + joined[1:]


def counter(unit: str, count: float) -> str | None:
    """Name what a Chinese measure word counts, empty where that may be anything; None for what is none.

    >>> counter("步", 1), counter("步", 50), counter("个", 3), counter("A100", 8)
    ('step', 'steps', '', None)
    """
    forms: list[str] | None = lexicon.table("glosses.toml")["counters"].get(unit)
    return forms[0 if count == 1 else 1] if forms else None


def _word(part: str, *, last: bool) -> str:
    forms: str | list[str] = lexicon.table("glosses.toml")["words"].get(part, part)
    return forms if isinstance(forms, str) else forms[0 if last else -1]


@cache
def _parts() -> re.Pattern[str]:
    listed = sorted(lexicon.table("glosses.toml")["words"], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, listed), _LATIN]))
