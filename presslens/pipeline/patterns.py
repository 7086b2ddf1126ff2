"""What is read off a pattern, as RE2 and Hyperscan do it: words it cannot match without, and characters that begin a match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Python parses patterns here; there is no public way to the parsed form.
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_MOST_WORDS = 200
_EMPTY = frozenset({""})

Words = frozenset[str]
_Parsed = Iterable[tuple[Any, Any]]


def needed(pattern: str, flags: int = 0) -> Words:
    """Give words of which one stands in every text that a pattern matches; none where there are no such words.

    Of a pattern that ignores case they stand in `folded` texts.

    >>> sorted(needed(r"(?:领|跟)投(?:了)?.{0,9}轮?")), needed(r"\\d+|亿")
    (['跟投', '领投'], frozenset())
    """
    parsed = _parser.parse(pattern, flags)
    _, words = _of_sequence(parsed, bool(parsed.state.flags & re.IGNORECASE))
    return frozenset(word for word in words or () if not any(other != word and other in word for other in words or ()))


def folded(text: str) -> str:
    """Give a text without capitals; what Python takes for an ASCII letter when it ignores case becomes that letter.

    >>> folded("Kelvin: 3 \u212a")
    'kelvin: 3 k'
    """
    return text.casefold().replace("ı", "i")


def _of_sequence(items: _Parsed, caseless: bool) -> tuple[Words | None, Words | None]:
    """Give all that a sequence can match, where that is a list of words, and the words of which it needs one."""
    run: Words = _EMPTY
    is_listed = True
    needs: list[Words] = []
    for operator, argument in items:
        listed, words = _of_item(operator, argument, caseless)
        if operator is _constants.ASSERT and argument[0] > 0 and words:
            needs.append(words)
        if listed is not None and len(run) * len(listed) <= _MOST_WORDS:
            run = frozenset(before + after for before in run for after in listed)
            continue
        needs += [run, *([words] if words else [])]
        run, is_listed = listed or _EMPTY, False
    telling = [words for words in (*needs, run) if "" not in words]
    best = max(telling, key=lambda words: (min(map(len, words)), -len(words)), default=None)
    return (run if is_listed else None), best


def _of_item(operator: Any, argument: Any, caseless: bool) -> tuple[Words | None, Words | None]:
    if operator is _constants.ASSERT:
        # What stands behind is in the text that is searched; what stood before may lie outside of it.
        return _EMPTY, _of_sequence(argument[1], caseless)[1]
    if operator in (_constants.AT, _constants.ASSERT_NOT):
        return _EMPTY, None
    if operator is _constants.LITERAL:
        return _of_characters([argument], caseless)
    if operator is _constants.IN:
        return _of_class(argument, caseless)
    if operator is _constants.BRANCH:
        return _of_branches([_of_sequence(branch, caseless) for branch in argument[1]])
    if operator is _constants.SUBPATTERN and not argument[1] and not argument[2]:
        return _of_sequence(argument[3], caseless)
    if operator is _constants.ATOMIC_GROUP:
        return _of_sequence(argument, caseless)
    if operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        return _of_repeat(*argument, caseless=caseless)
    return None, None


def _of_characters(codes: Sequence[int], caseless: bool) -> tuple[Words | None, Words | None]:
    characters = frozenset(map(chr, codes))
    if caseless:
        if any(character.lower() != character.upper() and not character.isascii() for character in characters):
            return None, None
        characters = frozenset(map(str.lower, characters))
    return characters, characters


def _of_class(items: _Parsed, caseless: bool) -> tuple[Words | None, Words | None]:
    codes: list[int] = []
    for operator, argument in items:
        if operator is _constants.LITERAL:
            codes.append(argument)
        elif operator is _constants.RANGE and argument[1] - argument[0] <= _MOST_WORDS:
            codes += range(argument[0], argument[1] + 1)
        else:
            return None, None
    return _of_characters(codes, caseless) if len(codes) <= _MOST_WORDS else (None, None)


def _of_branches(branches: Sequence[tuple[Words | None, Words | None]]) -> tuple[Words | None, Words | None]:
    listed = [words for words, _ in branches if words is not None]
    needs = [words for _, words in branches if words is not None]
    union = frozenset().union(*needs) if len(needs) == len(branches) else None
    return (frozenset().union(*listed) if len(listed) == len(branches) else None), union


def _of_repeat(least: int, most: int, body: _Parsed, *, caseless: bool) -> tuple[Words | None, Words | None]:
    listed, words = _of_sequence(body, caseless)
    if most == 1 and listed is not None:
        return (listed, words) if least else (listed | _EMPTY, None)
    return None, (words if least else None)


def first_characters(pattern: str) -> frozenset[str]:
    """Give the characters of which one begins whatever a pattern matches; none where there are no such characters.

    >>> sorted(first_characters(r"(?:大|小)?模型|(?<!刻)[芯晶]片")), first_characters(r"\\d亿|亿")
    (['大', '小', '晶', '模', '芯'], frozenset())
    """
    parsed = _parser.parse(pattern)
    found, may_be_empty = _first_of_sequence(parsed)
    unlimited = may_be_empty or found is None or bool(parsed.state.flags & re.IGNORECASE)
    return frozenset() if unlimited else frozenset(found or ())


def _first_of_sequence(items: _Parsed) -> tuple[Words | None, bool]:
    """Give what a sequence can begin with, where that is a list of characters, and whether it can match nothing."""
    firsts: Words = frozenset()
    for operator, argument in items:
        found, may_be_empty = _first_of_item(operator, argument)
        if found is None:
            return None, may_be_empty
        firsts |= found
        if not may_be_empty:
            return firsts, False
    return firsts, True


def _first_of_item(operator: Any, argument: Any) -> tuple[Words | None, bool]:
    if operator in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return frozenset(), True
    if operator is _constants.LITERAL:
        return frozenset(chr(argument)), False
    if operator is _constants.IN:
        return _of_class(argument, False)[0], False
    if operator is _constants.BRANCH:
        branches = [_first_of_sequence(branch) for branch in argument[1]]
        firsts = [found for found, _ in branches if found is not None]
        union = frozenset().union(*firsts) if len(firsts) == len(branches) else None
        return union, any(may_be_empty for _, may_be_empty in branches)
    if operator is _constants.SUBPATTERN and not argument[1]:
        return _first_of_sequence(argument[3])
    if operator is _constants.ATOMIC_GROUP:
        return _first_of_sequence(argument)
    if operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        found, may_be_empty = _first_of_sequence(argument[2])
        return found, may_be_empty or argument[0] == 0
    return None, False


def searched(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is searched for, so that its alternatives are tried only at a character that begins one.

    Python does so by itself where each begins with a plain character, but for no `(?:大|小)?模型` and no `[芯晶]片|显卡`:
    to search a sentence for those takes seven times as long.
    """
    return re.compile(pattern if _is_looked_up(_parser.parse(pattern)) else looked_ahead(pattern))


def looked_ahead(pattern: str) -> str:
    """Put before a pattern a look at the character that must begin it: worth it behind what matches lazily.

    >>> looked_ahead("(?:大|小)?模型")
    '(?=[大小模])(?:(?:大|小)?模型)'
    """
    firsts = first_characters(pattern)
    return f"(?=[{''.join(map(re.escape, sorted(firsts)))}])(?:{pattern})" if firsts else pattern


def _is_looked_up(items: Any) -> bool:
    """Tell whether Python looks a pattern's first character up by itself, or tries it at one place only."""
    if not items:
        return True
    operator, argument = items[0]
    if operator is _constants.SUBPATTERN:
        return _is_looked_up(argument[3])
    if operator is _constants.BRANCH:
        return all(branch and branch[0][0] is _constants.LITERAL for branch in argument[1])
    return operator in (_constants.AT, _constants.LITERAL, _constants.IN)


def listed(pattern: str) -> frozenset[str]:
    """Give all that a pattern without anything around it can match, where that is a short list; else nothing.

    >>> sorted(listed("使用了?"))
    ['使用', '使用了']
    """
    return _of_sequence(_parser.parse(pattern), False)[0] or frozenset()


def width(pattern: str, flags: int = 0) -> tuple[int, int]:
    """Give how many characters a pattern matches at least and at most.

    >>> width("使用了?")
    (2, 3)
    """
    least, most = _parser.parse(pattern, flags).getwidth()
    return least, most
