"""Indices, shares and rates that are quoted: what rises or falls is told once, and what follows goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import cue
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Clause, Figure, Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated

MARKET = Gated(
    r"^[\s￭•·\-*]*(?:但|而|不过|其中|此外|另外|同时|因此)?"
    r"(?P<of>(?!此前|[能将会可超与在从对把被据受按使让跑]|该|公司|其|以及|如果|报告|资料|数据)"
    rf"(?:[A-Za-z一-鿿][A-Za-z0-9一-鿿 ]{{0,12}}(?:{cue('what_is_traded')})|{cue('markets_in_short')}"
    r"|[一-鿿]{2,6}(?=[（(]\d{4,6}(?:\.[A-Z]{2})?[)）])))"
    rf"(?P<rest>(?:[（(][^()（）]{{1,10}}[)）])?[^，,。；;：:的]{{0,12}}?(?:{cue('moving_verbs')}|(?<=[)）])[高低]))"
)
_GOES_ON = re.compile(
    rf"^\s*(?:并|且|其后|随后|收市|收盘|盘中|最[高低]|曾|仍|再|一度|现|午后|全[日周天])*(?:{cue('moving_verbs')})"
)
# 今日收市报, 曾跌最多, 连升3日: a quotation that leaves out of what it is, at the head of a clause.
QUOTED_ON = Gated(
    r"^\W{0,2}(?:并|且|而|其后|随后|最终|今[日天早]|当[日天]|昨[日天]|全[日周天月]|午后|早段|尾段|盘中|期内|本周|上周|仍|再|现)*"
    r"(?:曾一?度?[最再]?[升跌涨挫]|一度[升跌涨高低]|[高低]见|收[市盘]?(?:价|时)?[报于涨跌升]|收[市盘](?:价|时)?为"
    r"|连续?[\d一二两三四五六七八九十]*个?(?:交易)?[日天周月]?(?:第[\d一二三四五六七八九十]+[日天周月])?[上下走]?[升跌涨扩收]|累计?[升跌涨挫]|[升跌涨]最多|最[高低][见触探报])"
)
_ON = re.compile(
    r"^\W{0,2}(?:并|且|而|其后|随后|最终|今[日天早]|当[日天]|昨[日天]|全[日周天月]|午后|早段|尾段|盘中|期内|仍|再|现|对?上一次|上次)*"
    rf"(?:[是为](?:[\d一二三四五六七八九十]|去年|今年|本月|上月|前年)|累计|连[续升跌涨]|曾|一度|最[高低]|续?创|{cue('moving_verbs')}|收[市盘报于])"
)
_MOVES = re.compile(rf"{cue('moving_verbs')}")
_MOST_QUOTED_ON = 8


def of_the_market(figure: Figure) -> Iterator[Bound]:
    """Give the index, share or rate that rises or falls, in the figure's clause or in those that go on with it."""
    passage = figure.passage
    if not passage.may(MARKET):
        return
    for number in range(passage.clause_at(figure.quantity.start), -1, -1):
        clause = passage.clauses[number]
        found = _market_in(passage, clause)
        if found:
            if not passage.names_in(*found) and figure.quantity.start >= found[1]:
                yield Bound((passage.between(*found).strip(),), "medium", "what rises or falls")
            return
        if not _GOES_ON.match(passage.between(clause.start, clause.end)):
            return


def of_the_market_before(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what the sentences before quote where this one only goes on with its levels: 收市报4.2厘,是2月6日后新低."""
    passage = figure.passage
    if not passage.may(QUOTED_ON) or not QUOTED_ON.match(passage.text):
        return
    first, at = passage.clause_at(passage.start), passage.clause_at(figure.quantity.start)
    for clause in passage.clauses[first + 1 : at + 1]:
        if not _ON.match(passage.between(clause.start, clause.end)):
            return
    for earlier in topics.sentences_before(passage, _MOST_QUOTED_ON):
        if earlier.paragraph != passage.paragraph:
            return
        if not QUOTED_ON.match(earlier.text):
            found = _quoted_in(earlier)
            if found:
                yield Bound((found,), "medium", "what rises or falls")
            return


def _market_in(passage: Passage, clause: Clause) -> tuple[int, int] | None:
    """Give where a clause names the index, share or rate that moves, at its head."""
    found = MARKET.match(passage.between(clause.start, clause.end))
    return (clause.start + found.start("of"), clause.start + found.end("of")) if found else None


def _quoted_in(passage: Passage) -> str:
    """Give what a sentence tells the moves of, at the head of the first of its clauses that tells of any."""
    for clause in passage.clauses:
        found = _market_in(passage, clause)
        if found:
            named = passage.names_in(*found)
            return named[0].name if named else passage.between(*found).strip()
    moves = _MOVES.search(passage.text)
    told = passage.stated(0) if moves and passage.clauses else ()
    return next((one.text for one in told if one.form in ("name", "noun") and not one.speaks), "")
