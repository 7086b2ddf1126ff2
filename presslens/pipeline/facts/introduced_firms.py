"""Firms that an article introduces: behind their kind, before brackets, by their ending, or by what only firms do.

What a firm's name looks like shows only at its borders (视频公司“墨影”, 墨影科技今日宣布, 墨影(688001)): each way to
introduce one marks at least one of them, and the other is found by what is made up, or by how often the text prints it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from presslens.lexicon import cue
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.bracketed import named_before
from presslens.pipeline.facts.coined import FUNCTION_TAGS, REGION, TAIL, holds_no_word, is_coined, is_han, may_be_name
from presslens.pipeline.facts.unlisted import fits_firm
from presslens.pipeline.patterns import looked_ahead, searched

_SURE_KIND = cue("kinds_of_firm")
_ANY_KIND = f"{_SURE_KIND}|{cue('other_kinds_of_firm')}"
_DOES = cue("what_firms_do")
_DOES_TOO = cue("what_firms_do_as_well")
_NO_FIRM_BEHIND = r"(?!的?(?:行业|领域|产业|赛道|板块|概念|指数|巨头))"
_ENDING = re.compile(rf"(?:{cue('endings_of_firms')}){_NO_FIRM_BEHIND}")
_WEAK_ENDING = re.compile(rf"(?:{cue('weak_endings_of_firms')}){_NO_FIRM_BEHIND}")
_BEHIND_SURE_KIND = re.compile(rf"(?:{_SURE_KIND})$")
_BEHIND_KIND = re.compile(rf"(?:{_ANY_KIND})(?:之一|代表)?[“「]?$")
_LEADS_TO_NAME = searched(
    rf"{_BEHIND_KIND.pattern}|(?:对话|专访|采访|独家|走进|来自|投资|入股|收购|领投|跟投|起诉|控告|关于|其中)$"
)
_QUOTED = re.compile(r"[“「『](?P<name>[A-Za-z0-9一-鿿·. \-]{2,12})[”」』]")
_NAMED = re.compile(rf"(?:{_ANY_KIND})(?:{_ANY_KIND})*[“「]?(?P<name>[一-鿿]{{2,4}}?)[”」]?(?=[（(]|{_DOES}|{_DOES_TOO})")
_CALLED = re.compile(rf"(?:{_SURE_KIND})(?P<name>[一-鿿]{{2,8}})")
_DOING = re.compile(rf"[，,。；;：:！!？?\n」”）)、 由与和据对让](?P<name>[一-鿿]{{2,7}}?){looked_ahead(_DOES)}")
_IS_ONE = re.compile(
    r"(?:^|[，,。；;\s])(?P<name>[一-鿿]{2,6}?)是一[家间](?=[^，,。；;]{0,16}(?:公司|企业|厂商|服务商))", re.MULTILINE
)
_ACTS = re.compile(rf"\s?(?:{_DOES})")
_ACTS_AS_WELL = re.compile(rf"[(（]|{_DOES}|{_DOES_TOO}")
_IN_ANOTHER_TONGUE = re.compile(r"[(（](?:英文名[:：]?)?(?P<other>[A-Z][A-Za-z0-9.&\- ]{2,24})[)）]")
_CODE = re.compile(
    r"[（(](?<!\s.)\s?(?:股票代码[:：]?)?(?:\d{4,6}(?:\.[A-Z]{1,3})?|[A-Z]{2,5}(?:\.[A-Z]{1,2})|"
    r"(?:NASDAQ|NYSE|纳斯达克|纽交所|港交所|深交所|上交所)[:：]?\s?[A-Z0-9]{2,6})\s?[)）]"
)
_PARTS_A_NAME = re.compile(rf"(?:{_SURE_KIND})|的|[是为由与和及]")
_TITLE = re.compile(rf"(?:{cue('titles_of_people')})\s?$")
_NO_FIRM = re.compile(rf"(?:{cue('titles_of_people')}|{_SURE_KIND}|营收|收入|市值|估值|股价|融资|业务|利润|人工智能|市场)")
_PLACE = re.compile(rf"^(?:{cue('regions')}|[美中韩法英德]国|本地|国产|这|该|那)(?=.{{2}})")
_JOINS = frozenset("由和与及对向被让据从在称但而是的给为等像如叫跟比")
_SHORTEST, _LONGEST_BODY, _LONGEST, _LONGEST_RUN, _LONGEST_BEFORE_CODE = 2, 4, 6, 14, 6
_WINDOW, _OFTEN = 8, 2


def firms(text: str) -> Iterator[tuple[str, str]]:
    """Give each firm as often as a text introduces it, with its name in another script where brackets tell one.

    >>> set(firms("视频公司“岚舟”获投。"))
    {('岚舟', '')}
    """
    for name, other in (*_quoted(text), *_bracketed(text), *_called(text)):
        if not _NO_FIRM.search(name) and may_be_name(name):
            yield name, other
    yield from ((name, "") for name in _by_ending(text))
    for pattern in (_NAMED, _IS_ONE):
        yield from ((found.group("name"), "") for found in pattern.finditer(text) if is_coined(found.group("name")))
    for start, run, _ in named_before(text, _CODE, _LONGEST_BEFORE_CODE):
        yield from ((name, "") for name in _before_its_code(text, start, run))


def glosses(text: str, told: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give each Latin name in brackets with the one of the names told that it stands behind.

    >>> list(glosses("岚舟智能(Lanzhou AI)获投", ("岚舟智能",)))
    [('Lanzhou AI', '岚舟智能')]
    """
    for _, run, found in named_before(text, _IN_ANOTHER_TONGUE, _LONGEST_RUN):
        yield from ((found.group("other").strip(), name) for name in told if run.endswith(name))


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    """Give what stands in quotation marks behind its kind; where other things have it too, a firm shows by its deed."""
    for told in _QUOTED.finditer(text):
        start = max(0, told.start() - _WINDOW)
        acts = len(told.group("name")) <= _LONGEST and _ACTS_AS_WELL.match(text, told.end())
        if (_BEHIND_KIND if acts else _BEHIND_SURE_KIND).search(text, start, told.start()):
            yield told.group("name"), ""


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    """Give what stands before a name in another script where its ending, its kind or its deed makes it a firm."""
    for at, run, told in named_before(text, _IN_ANOTHER_TONGUE, _LONGEST_RUN):
        name = _last_part(text, run)
        start = at + len(run) - len(name)
        person = text[start - 1 : start] == "·" or _TITLE.search(text, max(0, start - _WINDOW), start)
        kind = _BEHIND_SURE_KIND.search(text, max(0, start - _WINDOW), start)
        if name and not person and (_ends_like_one(name) or kind or _ACTS.match(text, told.end())):
            yield name, told.group("other").strip()


def _ends_like_one(name: str) -> bool:
    """Tell whether a name ends as firms' names do: 岚舟科技, 岚舟视觉, but no 计算机视觉."""
    ending = TAIL.search(name)
    return ending is not None and (_ENDING.search(name) is not None or is_coined(name[: ending.start()]))


def _last_part(text: str, run: str) -> str:
    """Give the name that a run of characters before a bracket ends with: behind the kind of firm, else what comes again."""
    cuts = [part.end() for part in _PARTS_A_NAME.finditer(run) if part.end() <= len(run) - _SHORTEST]
    run = _PLACE.sub("", run[cuts[-1] :] if cuts else run)
    if len(run) <= _LONGEST:
        return run
    return next((run[-length:] for length in range(_LONGEST, _SHORTEST, -1) if text.count(run[-length:]) >= _OFTEN), "")


def _called(text: str) -> Iterator[tuple[str, str]]:
    """Give what the text prints again, behind its kind or before what only firms do, and that holds no word."""
    for told in _CALLED.finditer(text):
        name = _repeated(text, told.group("name"))
        if name and holds_no_word(name):
            yield name, ""
    for told in _DOING.finditer(f"\n{text}"):
        name = _PLACE.sub("", told.group("name"))
        if text.count(name) >= _OFTEN and holds_no_word(name):
            yield name, ""


def _repeated(text: str, run: str) -> str:
    """Give the longest beginning of a run of characters that the text prints again."""
    best = ""
    for length in range(_SHORTEST, min(len(run), _LONGEST) + 1):
        if text.count(run[:length]) < _OFTEN:
            break
        best = run[:length]
    return best


def _by_ending(text: str) -> Iterator[str]:
    by_end: dict[str, Counter[str]] = defaultdict(Counter)
    for pattern, weak in ((_ENDING, False), (_WEAK_ENDING, True)):
        for ending in pattern.finditer(text):
            for name in (*_bordered(text, ending, weak=weak), *(() if weak else _printed_again(text, ending))):
                by_end[name[-len(ending.group()) - _SHORTEST :]][name] += 1
    for candidates in by_end.values():
        for name in [name for name in candidates if _without_place(name) in candidates]:
            candidates[_without_place(name)] += candidates.pop(name)
        most = max(candidates.values())
        yield max((name for name, count in candidates.items() if count == most), key=len)


def _without_place(name: str) -> str:
    """Give a firm's name without the place it stands behind: 杭州岚舟科技 is 岚舟科技 where that is told as well."""
    word, tag = next(iter(tagger()(name)))
    return name[len(word) :] if tag == "ns" and len(name) > len(word) else ""


def _bordered(text: str, ending: re.Match[str], *, weak: bool) -> Iterator[str]:
    """Give what may be a firm's name before its ending: what stands behind a border, its kind, or a word that joins."""
    end = ending.start()
    acts = _ACTS_AS_WELL.match(text, ending.end())
    for length in range(_SHORTEST, _LONGEST_BODY + 1):
        body, before = text[max(0, end - length) : end], text[max(0, end - length - _WINDOW) : max(0, end - length)]
        if length > end or not is_han(body) or body[0] in _JOINS:
            return
        name, border = body + ending.group(), _shows_border(before)
        if _LEADS_TO_NAME.search(before) or (border and acts):
            if is_coined(body) or (not weak and _is_described(name, body)):
                yield name
                return
        elif border and (not weak or text.count(name) > 1) and is_coined(body):
            yield name


def _printed_again(text: str, ending: re.Match[str]) -> Iterator[str]:
    """Give the name that ends like a firm's, as long as the text prints it more than once: 代工厂云栩电子, 云栩电子."""
    if text.count(text[max(0, ending.start() - _SHORTEST) : ending.end()]) < _OFTEN:
        return
    for length in range(_LONGEST_BODY, _SHORTEST - 1, -1):
        body = text[max(0, ending.start() - length) : ending.start()]
        name = body + ending.group()
        times = text.count(name)
        if len(body) < length or times < _OFTEN or times * 2 <= text.count(name[1:]) or not is_han(body):
            continue
        if holds_no_word(body) and not is_word()(name) and fits_firm(name) and not _NO_FIRM.search(name) and may_be_name(name):
            yield name
            return


def _shows_border(before: str) -> bool:
    """Tell whether what stands before a name parts it from the words before: no character, or one that joins."""
    return not before or not is_han(before[-1]) or before[-1] in _JOINS


def _is_described(name: str, body: str) -> bool:
    """Tell whether common words can be a firm's name behind a word for what it is: 股东海棠创投, but no 龙头新一轮科技."""
    plain = not any(tag.startswith((*FUNCTION_TAGS, "v", "a")) for _, tag in tagger()(body))
    return plain and not REGION.fullmatch(body) and fits_firm(name)


def _before_its_code(text: str, start: int, run: str) -> Iterator[str]:
    """Give the name that a run of characters before the code of its share ends with, as far as its left border shows."""
    places = range(len(run) - 1)
    behind_kind = [at for at in places if _BEHIND_KIND.search(text[max(0, start + at - _WINDOW) : start + at])]
    bordered = [at for at in places if _shows_border(text[max(0, start + at - 1) : start + at])]
    for at in (*behind_kind, *bordered):
        if run[at] not in _JOINS and len(run) - at <= _LONGEST_BODY + 1:
            yield run[at:]
            return
