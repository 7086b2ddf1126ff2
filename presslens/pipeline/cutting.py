"""Cut Chinese text into words, as jieba's precise mode with its HMM does.

rjieba is jieba rewritten in Rust: it cuts Chinese into the same words in a tenth of the time. Where it cannot be installed,
jieba itself does the work. The two differ only in Latin words with a mark inside (self-attention), so these are cut here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from presslens.lexicon import table

Cutter = Callable[[str], Iterable[str]]

_TERM_FREQUENCY = 10_000  # far above the share of its parts, so that the cutter never prefers them
_LATIN = re.compile(r"[A-Za-z0-9+#&._%\-]+")
_LATIN_WORD = re.compile(r"[Cc]\+\+|[A-Za-z0-9]+(?:\.[0-9]+)?%?")


def cutter(whole: Iterable[str]) -> Cutter:
    """Give the function that cuts a text into words, with the terms that must stay whole.

    >>> list(cutter(["文生视频"])("文生视频门槛降低"))
    ['文生视频', '门槛', '降低']
    """
    return with_rjieba(whole) if find_spec("rjieba") else with_jieba(whole)


def with_rjieba(whole: Iterable[str]) -> Cutter:
    """Cut with rjieba."""
    import rjieba

    tokenizer = rjieba.Jieba()
    for term in whole:
        tokenizer.add_word(term, _TERM_FREQUENCY, "n")
    return tokenizer.cut


def with_jieba(whole: Iterable[str]) -> Cutter:
    """Cut with jieba."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    for term in whole:
        tokenizer.add_word(term, _TERM_FREQUENCY)
    return tokenizer.cut


def file_of_jieba(name: str) -> Path:
    """Tell where a file that comes with jieba lies, without loading jieba, which takes a tenth of a second.

    >>> file_of_jieba("dict.txt").exists()
    True
    """
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba is not installed: install requirements.txt.")
    return Path(found.origin).parent / name


def parts(word: str) -> Iterator[str]:
    """Cut a Latin word at the marks inside it; a Chinese one stays as it is.

    >>> list(parts("self-attention")), list(parts("v1.5")), list(parts("显卡"))
    (['self', 'attention'], ['v1.5'], ['显卡'])
    """
    if _LATIN.fullmatch(word):
        yield from _LATIN_WORD.findall(word)
    else:
        yield word


Tagger = Callable[[str], Iterable[tuple[str, str]]]
_A_TERM = 3


@cache
def tagger() -> Tagger:
    """Give the function that cuts a text into words with their parts of speech, as jieba names them.

    >>> list(tagger()("该公司在北京发布模型"))
    [('该', 'r'), ('公司', 'n'), ('在', 'p'), ('北京', 'ns'), ('发布', 'v'), ('模型', 'n')]
    """
    if find_spec("rjieba"):
        return cast(Tagger, _with_terms().tag)
    from jieba import posseg

    cutter_of_jieba = posseg.POSTokenizer(_with_terms())
    return lambda text: ((pair.word, pair.flag) for pair in cutter_of_jieba.cut(text))


@cache
def is_word() -> Callable[[str], bool]:
    """Give the function that tells whether the word list has a word; what is joined by likelihood alone is none.

    >>> is_word()("模型"), is_word()("烧到手")
    (True, False)
    """
    if find_spec("rjieba"):
        return cast("Callable[[str], bool]", _with_terms().has_word)
    return lambda word: bool(_with_terms().FREQ.get(word))


@cache
def _with_terms() -> Any:
    """Make a tokenizer that keeps the longer terms of the field whole, as nouns."""
    if find_spec("rjieba"):
        import rjieba

        tokenizer: Any = rjieba.Jieba()
    else:
        import jieba

        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        tokenizer.initialize()
    for term in table("terms.toml")["whole"]:
        if len(term) >= _A_TERM:
            tokenizer.add_word(term, _TERM_FREQUENCY, "n")
    for index in table("grammar.toml")["indexes"]:
        tokenizer.add_word(index, _TERM_FREQUENCY, "n")
    for word, times in table("grammar.toml")["often"].items():
        tokenizer.add_word(word, times, "n")
    return tokenizer
