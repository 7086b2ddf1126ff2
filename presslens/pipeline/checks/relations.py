"""Changes, multiples and shares that a sentence prints beside the two values they come from.

Each rule reads one wording in a line (figures stand in it as marks), names the two values and the printed result, and
answers nothing where the wording does not fit. Whether the result follows from the values is arithmetic, done in one place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from presslens.lexicon import cue
from presslens.pipeline.checks import arithmetic, row
from presslens.pipeline.checks.arithmetic import Relation
from presslens.pipeline.checks.row import Row
from presslens.pipeline.checks.told import CHANGE, DATE, FIGURE, WORD, Line, says_nothing

Wording = Callable[[Line], Iterator[Relation]]

_LOOSE = f"(?:{WORD}|{DATE})"
# How far from the values the printed change may stand, and how near to the word for it.
_REACH, _NEAR = 44, 9
_FROM_TO = re.compile(
    rf"(?:从|由|自){_LOOSE}{{0,16}}?(?P<a>{FIGURE}){_LOOSE}{{0,18}}?(?:至|到|为|成|达)了?{_LOOSE}{{0,14}}?(?P<b>{FIGURE})"
)
_AGAINST = re.compile(rf"(?P<b>{FIGURE}){WORD}{{0,14}}?(?:较|比|相比|对比|与|同|跟){_LOOSE}{{0,20}}?(?P<a>{FIGURE})")
_TIMES = re.compile(
    rf"(?P<b>{FIGURE}){WORD}{{0,16}}?(?P<link>是|为|相当于|等于|占了?|超过|约为|达到?|仅为|只有)(?:(?![，,]){_LOOSE}){{0,20}}?"
    rf"(?P<a>{FIGURE})(?:(?![，,]){WORD}){{0,8}}?的(?P<r>{FIGURE})"
)
_OF_WHICH = re.compile(
    rf"(?P<a>{FIGURE})(?:{WORD}|{DATE}){{0,30}}?其中{WORD}{{0,18}}?(?P<b>{FIGURE}){WORD}{{0,10}}?"
    rf"(?:占|比例|比重|份额){WORD}{{0,8}}?(?P<r>{FIGURE})"
)
_IN_A_YEAR = re.compile(rf"(?P<year>{DATE})(?P<what>{WORD}{{2,40}})(?P<value>{FIGURE})")
_MODAL = re.compile(r"将|会|超过?|约|达到?了?|为|有望|可能|预计|实现|接近|近|则|高达|增至|增长到|[，,的\s]")
_MEASURE_WORDS = frozenset("个台块片张颗枚家名人位条款部项件")
_PER_SALES = rf"(?:{cue('revenue_nouns')})"
_CHANGED_FIRST = re.compile(rf"(?P<r>{FIGURE})(?P<after>{WORD}{{0,4}})[（(]{WORD}{{0,4}}$")


def from_one_to_another(line: Line) -> Iterator[Relation]:
    """Read 由108元涨至216元,涨幅100%, and 减少了一半(从3072小时降至1536小时)."""
    for found in _FROM_TO.finditer(line.text):
        first, last = line.facts[found["a"]], line.facts[found["b"]]
        if not _alike(first, last):
            continue
        for printed, words, sure in _changes_after(line, found.end(), first["kind"]):
            yield Relation(first, last, printed, words, sure=sure)
        ahead = _CHANGED_FIRST.search(line.text[: found.start()])
        if ahead:
            near = line.text[max(0, ahead.start() - _NEAR) : ahead.start()] + ahead["after"]
            if re.search(CHANGE, near):
                yield Relation(first, last, line.facts[ahead["r"]], near)


def against_what_was(line: Line) -> Iterator[Relation]:
    """Read 875美元,较974美元的高点下跌10%, and 0.75美元,比去年的0.5美元增长50%."""
    for found in _AGAINST.finditer(line.text):
        first, last = line.facts[found["a"]], line.facts[found["b"]]
        if _alike(first, last):
            for printed, words, sure in _changes_after(line, found.end(), first["kind"]):
                yield Relation(first, last, printed, words, sure=sure)


def times_another(line: Line) -> Iterator[Relation]:
    """Read 260亿元,是去年同期130亿元的两倍, and 92亿元,占总收入350亿元的26%."""
    for found in _TIMES.finditer(line.text):
        first, last, printed = (line.facts[found[name]] for name in ("a", "b", "r"))
        if _alike(first, last) and printed["kind"] in ("percent", "ratio"):
            yield Relation(first, last, printed, found["link"], part=True)


def of_which(line: Line) -> Iterator[Relation]:
    """Read 共售出600台,其中出口120台,占20%."""
    for found in _OF_WHICH.finditer(line.text):
        first, last, printed = (line.facts[found[name]] for name in ("a", "b", "r"))
        if _alike(first, last) and printed["kind"] in ("percent", "ratio") and (last["low"] or 0) <= (first["high"] or 0):
            yield Relation(first, last, printed, "", part=True, sure=says_nothing(line.text[found.end("b") : found.start("r")]))


def of_the_year_before(line: Line) -> Iterator[Relation]:
    """Read 2023年营收为20亿元。2024年营收为30亿元,同比增长50%: the same words must stand between year and value."""
    earlier = [line.before, line] if line.before else [line]
    told = [(where, found) for where in earlier for found in _IN_A_YEAR.finditer(where.text)]
    for where, found in told:
        last = where.facts[found["value"]]
        if where is not line:
            continue
        for before, other in told:
            first = before.facts[other["value"]]
            one_year = _year(where.facts[found["year"]]) - _year(before.facts[other["year"]]) == 1
            if (
                one_year
                and _plain(found["what"]) == _plain(other["what"])
                and _alike(first, last)
                and first["subject"] == last["subject"]
            ):
                for printed, words, sure in _changes_after(line, found.end(), first["kind"]):
                    yield Relation(first, last, printed, words, sure=sure)


def worth_so_many_sales(line: Line) -> Iterator[Relation]:
    """Read 5亿元的估值相当于100倍的年收入, where the sentence prints the takings too."""
    worth = [fact for _, fact in line.figures() if fact["metric"] in ("valuation", "market_cap")]
    takings = [fact for _, fact in line.figures() if fact["metric"] == "revenue"]
    if len(worth) != 1 or len(takings) != 1 or not _alike(takings[0], worth[0]):
        return
    for place, fact in line.figures():
        around = line.text[max(0, place - 2 * _NEAR) : place + _NEAR]
        if fact["kind"] == "ratio" and re.search(_PER_SALES, around):
            yield Relation(takings[0], worth[0], fact, "", part=True, sure=False)
            return


WORDINGS: Sequence[Wording] = (
    from_one_to_another,
    against_what_was,
    times_another,
    of_which,
    of_the_year_before,
    worth_so_many_sales,
)


def of_line(line: Line) -> Iterator[dict[str, Any]]:
    """Check every change, multiple and share that one line prints with both of its values."""
    if len(line.facts) < 3:
        return
    for wording in WORDINGS:
        for relation in wording(line):
            verdict = arithmetic.judge(relation)
            if verdict:
                yield row.make(
                    verdict.kind,
                    [relation.first, relation.last, relation.printed],
                    head=relation.last,
                    value=verdict.value,
                    unit=verdict.unit,
                    agrees=verdict.agrees,
                    diagnosis=verdict.diagnosis,
                    steps=[verdict.step],
                )


def _alike(one: Row, other: Row) -> bool:
    """Tell whether two figures measure in one unit and have values to divide."""
    same = one["kind"] == other["kind"] and one["kind"] != "resolution"
    # 600台服务器,其中120台: a bare measure word counts what was named before.
    named = one["unit"] == other["unit"] or (one["kind"] == "count" and bool({one["unit"], other["unit"]} & _MEASURE_WORDS))
    return same and named and all((fact["low"] or 0) > 0 for fact in (one, other))


def _plain(words: str) -> str:
    """Give the words that name a value, without those that only hedge it."""
    return _MODAL.sub("", words)


def _year(date: Row) -> int:
    year = date["as_of"]
    return int(year) if len(year) == 4 and year.isdecimal() else 0


def _changes_after(line: Line, end: int, kind: str) -> Iterator[tuple[Row, str, bool]]:
    """Find a printed change after two values, the words around it, and whether nothing says that it is one of something else.

    No other value of their kind may stand between, and a word for a change must be near.
    """
    for place, fact in line.figures():
        if place < end or fact["kind"] == "duration":
            continue
        if place > end + _REACH or (fact["kind"] == kind and kind not in ("percent", "ratio")):
            return
        if fact["kind"] not in ("percent", "ratio"):
            continue
        before, after = line.text[max(end, place - _NEAR) : place], line.text[place + 1 : place + 1 + _NEAR]
        after = re.split(r"[，,。；;、]", after)[0]
        if re.search(CHANGE, before + "#" + after):
            yield fact, before + "#" + after, says_nothing(line.text[end:place])
        return
