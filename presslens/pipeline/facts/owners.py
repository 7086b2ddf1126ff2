"""Who can have what only firms have: revenue, rounds of funding, a valuation, a staff.

Where no wording tells whose it is, a name of another kind that stands nearer has it not: who invests, who is quoted, a product
of many, a part of the books.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import table
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.rule import FIRM
from presslens.pipeline.facts.topics import Topics, is_investor
from presslens.pipeline.facts.versions import listed_kind

_BODIES = tuple(table("grammar.toml")["owning_bodies"])
# 一个浏览器插件: somebody not named.
_SOMEBODY = re.compile(r"[一另某][个家款位](?!月|季|星期|小时|重要|多)")
_NAMED_LIKE_FIRMS = frozenset(table("cues.toml")["firms_named_like_their_model"])
_IS_SOLD = re.compile(r"^[^，,。；;]{0,6}(?:卖|出售|售[出给予]|转让)")
# 甲曾出价, 乙愿以
_OFFERS = re.compile(
    r"[^，,。；;]{0,10}?(?:出价?|报价?|开价?|问价|报[出过]|给的是|[愿拟曾欲]?[以用]|斥资|花了?|支付[^，,。；;]{0,6})(?:约|近|超过?|逾|为|了|\s)*"
)
_HOUSES = ("证券", "外资", "投行", "大行")
_REACH = 3


def kept_to_firms(found: Bound, figure: Figure, topics: Topics) -> Bound:
    """Give what was found where it can be a firm, else the firm that the text is on."""
    told = found == NOBODY or found.subjects[0]
    if not told or _SOMEBODY.search(figure.before) or all(_may_have(name, topics) for name in found.subjects):
        return found
    name = next(_firms_told(figure.passage, topics), "") or _hero(topics)
    return Bound((name,), "low", "the firm that the text is on") if name else NOBODY


def kept_from_givers(found: Bound, figure: Figure, topics: Topics) -> Bound:
    """Give the firm that the text is on for money or a price that only who gives or guesses it was found for."""
    if found == NOBODY or not found.subjects[0] or not all(_only_gives(name) for name in found.subjects):
        return found
    told = (name for name in _firms_told(figure.passage, topics) if not _only_gives(name))
    name = next(told, "") or topics.carried(figure.passage, ("company",), pointed=True) or _hero(topics)
    return Bound((name,), "low", "the firm that the text is on") if name and not _only_gives(name) else found


def kept_from_buyers(found: Bound, figure: Figure, topics: Topics) -> Bound:
    """Give what is bought rather than who offers for it: a firm named behind the price, else the one that the text is on."""
    passage, buyer = figure.passage, found.subjects[0]
    offers = any(
        name.name == buyer and _OFFERS.fullmatch(passage.between(name.end, figure.quantity.start))
        for name in passage.names_in(figure.clause.start, figure.quantity.start)
    )
    if not offers or _IS_SOLD.search(figure.near_right):
        return found
    behind = (name.name for name in passage.names_in(figure.quantity.end, passage.end) if name.kind in FIRM)
    others = (name for name in (*behind, *_firms_told(passage, topics)) if name != buyer)
    name = next(others, "") or _hero(topics)
    return Bound((name,), "medium", "what was bought, told before") if name and name != buyer else found


def _only_gives(name: str) -> bool:
    return is_investor(name) or listed_kind(name) == "source" or name.endswith(_HOUSES)


def _may_have(name: str, topics: Topics) -> bool:
    if "、" in name:
        return all(_may_have(one, topics) for one in name.split("、"))
    if name == topics.topic or name.endswith(_BODIES):
        return name != "" or name == topics.topic
    kind = topics.kind_of(name)
    # Where the text is on a firm, what one of its products brings in is the firm's.
    of_a_firm = kind == "model" and topics.kind_of(topics.topic) == "company" and name not in _NAMED_LIKE_FIRMS
    return kind in FIRM and not is_investor(name) and not of_a_firm


def _firms_told(passage: Passage, topics: Topics) -> Iterator[str]:
    """Give the firms that the sentence and those before it in the paragraph speak of, the nearest first."""
    for earlier in (passage, *topics.sentences_before(passage, _REACH)):
        if earlier.paragraph != passage.paragraph:
            return
        for name in earlier.names:
            firm = name.kind == "company" and (listed_kind(name.name) == "company" or name.name in topics.known)
            if firm and earlier.is_free(name) and not is_investor(name.name):
                yield name.name


def _hero(topics: Topics) -> str:
    return topics.topic if topics.kind_of(topics.topic) in FIRM else ""
