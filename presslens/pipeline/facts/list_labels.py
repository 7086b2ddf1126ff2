"""What an item of a list is called right before its figure: 广告占38%,影视占24%; 最高是零售(66%),其次是餐饮(53%)."""

from __future__ import annotations

import re

from presslens.model import Metric
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.sound import NOUNS, SUFFIXES

# Of these a list tells one for each of many; of others it goes on about one thing.
_OF_MANY: frozenset[Metric] = frozenset({"market_share", "adoption_share", "market_size"})
_BORDERS = re.compile(r"[，,、；;。：:（(）)]")
_LEADS = re.compile(
    r"\s*(?:而|其次|再次|然后|接着|最后|以及|另有|另外|剩下的?|其中|第[一二三四五六七八九]名?|排名?第[一二三四五六七八九]的?|至于|最[高低多少大小]的?|[是为在的])*"
)
_TRAILS = re.compile(
    r"(?:则|也|仅|只|才|均|都|各|约|近|超过?|逾|不到|大约|高达|达到?|有|为|是|占(?:比|据|了|到|去)?|最[高低多少大小]|居次|次之|居首|垫底|紧随其后"
    r"|的|占比|比例|份额|比重|贡献|拿下|独占|导入率|使用率|采用率|渗透率|普及率|就|还|再|\s)*$"
)
# The same thing otherwise seen, or all that is left: 悲观情景则为61亿元, 全体则为24%.
_NO_ITEM = re.compile(r"情[景境形]|[乐悲]观|中性|保守|基准|[全总整]体|合计|平均|全部|此前|同期|目前|未来")
_THE_REST = frozenset({"其他", "其它", "其余"})
_SHORTEST, _LONGEST = 2, 10


def label_of(figure: Figure, start: int, metric: Metric) -> str:
    """Give the noun that stands alone between the figure before, which ends at `start`, and this one, as its item's name."""
    if metric not in _OF_MANY:
        return ""
    passage = figure.passage
    between = passage.between(start, figure.quantity.start).rstrip("（( ")
    borders = [found.end() for found in _BORDERS.finditer(between)]
    if not borders or between[borders[-1] - 1] in ")）":
        return ""
    low = borders[-1]
    low = _LEADS.match(between, low).end()  # type: ignore[union-attr]
    text = _TRAILS.sub("", between[low:])
    if not _SHORTEST <= len(text) <= _LONGEST or _NO_ITEM.search(text):
        return ""
    begin, end = start + low, start + low + len(text)
    inside = [token for clause in passage.clauses for token in passage.words(clause, begin, end)]
    whole = inside and inside[0].start == begin and inside[-1].end == end
    if whole and text in _THE_REST:
        return text
    if not whole or not all(token.tag in NOUNS or token.tag in ("b", "a", "f") or token.text in SUFFIXES for token in inside):
        return ""
    found = passage.phrase(inside)
    return found.text if found and found.form in ("noun", "weak", "name") and not found.speaks else ""
