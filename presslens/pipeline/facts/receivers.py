"""Who gets the money that somebody invests: the figure is said of the receiver, never of the givers."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading
from presslens.pipeline.facts.topics import Topics, subject_in

_INVESTOR_LEADS = re.compile(
    r"(?:领投|跟投|参投|(?<![风创])投资|(?<![风创])投)(?!资?机构)了?\s*(?:给)?(?:约|近|超过?)?[A-Za-z0-9一-鿿. ]{0,16}$"
)
_RAISED_AFTER = re.compile(r"融资|轮|完成|获|筹|融了|募")
_RECEIVER = re.compile(r"(?:给|向|对|为)[^，,。；;]{0,10}$")
_PUT_MONEY_INTO = re.compile(r"(?:投资|入股|注资)(?:了|于)?\s?(?![、,，])|(?:向|对|给)(?=[^，,。；;]{2,24}(?:投资|注资|追加))")


def is_given(figure: Figure) -> bool:
    """Tell whether the clause tells the money from the giver's side: 甲投了500万美元, but not 甲领投的一轮融资中筹得."""
    verb = _INVESTOR_LEADS.search(figure.left)
    return bool(verb) and not _RAISED_AFTER.search(figure.left[verb.start() + 2 :] if verb else "")


def who_received(figure: Figure, topics: Topics) -> Bound:
    """Find who got the money where the clause begins with who gave it; the givers never count."""
    passage = figure.passage
    verb = _INVESTOR_LEADS.search(figure.left)
    split = figure.clause.start + verb.start() if verb else figure.quantity.start
    before = passage.names_in(figure.clause.start, split)
    given = [name for name in before if _RECEIVER.search(passage.between(name.start - 12, name.start)[-12:])]
    givers = {name.name for name in before if name not in given}
    taken = passage.names_in(split, figure.quantity.start)
    ahead = [name for name in passage.names_in(figure.quantity.end, figure.clause.end) if name.kind in ("company", "model")]
    earlier = [
        subject_in(passage, clause.start, clause.end, ("company", "model"))
        for clause in passage.clauses
        if clause.end <= figure.clause.start
    ]
    found = [name for name in (*given, *taken, *ahead, *reversed(earlier)) if name and name.name not in givers]
    if found:
        return Bound((found[0].name,), "medium", "receives what others invest")
    topic = topics.carried(passage, ("company", "model"))
    return NOBODY if topic in givers or not topic else Bound((topic,), "low", "carried over from an earlier sentence")


def invested_in(figure: Figure, reading: Reading) -> Bound | None:
    """Take who got the money where the clause before tells an investment: 甲投资了乙,金额1亿,估值10亿, 这使其估值翻倍."""
    if reading.metric not in ("funding_round", "valuation") and not re.search(r"其(?:估值|身价)", figure.left):
        return None
    told = _PUT_MONEY_INTO.search(figure.passage.between(figure.passage.start, figure.clause.start))
    if not told:
        return None
    after = figure.passage.start + told.end()
    firms = [n for n in figure.passage.names_in(after, figure.clause.start) if n.kind in ("company", "model")]
    given_to = re.search(r"[向对给]$", told.group()) is not None
    if firms and re.fullmatch(r"\s?" if not given_to else r"[^，,。；;]{0,4}", figure.passage.between(after, firms[0].start)):
        return Bound((firms[0].name,), "medium", "receives what others invest")
    return None


def gets_from(figure: Figure) -> Hit | None:
    """Find who gets money from a name that stands right before it: 甲已获得其最大股东乙130亿美元的支持."""
    passage = figure.passage
    gets = re.search(r"(?:获得?|得到|拿到)了?(?=[^，,。；;]{2,30}$)", figure.left)
    if not gets or not passage.names_in(figure.clause.start + gets.end(), figure.quantity.start):
        return None
    return subject_in(passage, figure.clause.start, figure.clause.start + gets.start(), ("company", "model"), of_models=False)


def receiver(figure: Figure) -> Hit | None:
    """Find who is given money by 对, 向 or 给 in the figure's clause: 甲对乙进行了1亿美元的投资, 又向乙追加了1亿美元."""
    passage = figure.passage
    told = re.match(r"^[^，,。；;]{0,4}的?(?:战略)?(?:投资|注资|融资)", figure.right)
    for name in passage.names_in(figure.clause.start, figure.quantity.start):
        between = passage.between(name.end, figure.quantity.start)
        given = told or re.search(r"投资|注资|追加|注入|投入|增资|投了?", between)
        if given and name.kind != "person" and re.search(r"[对向给]\s?$", passage.between(name.start - 2, name.start)):
            return name
    return None
