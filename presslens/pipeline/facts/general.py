"""General statements: of the things a clause begins by counting (九成的公司都会失败), or of anybody who is spoken to as 你."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.counted import counts_bodies
from presslens.pipeline.facts.passage import Clause, Figure, Passage
from presslens.pipeline.facts.sound import NOUNS, OF
from presslens.pipeline.facts.tokens import COUNT, NAME, TIME, Token, words_of
from presslens.pipeline.facts.told import gone_by
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated

_NOUNS_BUT_NAMES = NOUNS - {NAME}
_COUNTING = frozenset({"count", "percent", "ratio"})
_BEFORE_A_COUNT = frozenset({"x", "c", "d", "m", "t", "f", TIME})
_THERE_IS = frozenset({"有", "约有", "还有", "已有", "另有", "只有", "仅有", "大约", "超过", "近"})
_DOES = frozenset({"v", "d", "p", "ad"})
_BODIES = ("公司", "企业", "厂商", "机构", "工厂", "学校", "医院")
_ANYBODY = Gated(
    r"(?:如果|假如|要是|只要|一旦|当)[^，,。；;：:]{0,14}你(?!们)"
    r"|你(?:可以|需要|必须|能|只需|就|通常|经常|往往|应该|得|希望)"
)
_MARKS = "“”「」『』《》\"' "
_FRAMES = frozenset({"对于", "对", "在", "就", "以", "拿"})
_TAKES = Gated(
    r"(?:需要?|花费|耗费|耗时|成本|费用|价格|收费|加收|报价|售价|就要)[^，,。；;：:]{0,8}[\d零〇一二两三四五六七八九十百千万亿几数]"
)
_ONE = frozenset({"m", "mq", COUNT, TIME})
_EXAMPLE = "为例"
_AS_FOR = frozenset({"来说", "而言", "来讲", _EXAMPLE})
_CLOSES = _AS_FOR | {"中", "当中", "里"}
_OF_MANY = frozenset({"大多数", "多数", "所有", "任何", "每", "各", "许多", "很多", "大部分"})
_ASKS = re.compile(r"[?？吗]\W*$")


def of_the_counted(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what a clause begins by counting, for its count and the figures after it: 约200家工厂共花了50亿元."""
    passage = figure.passage
    if figure.quantity.kind not in ("count", "percent", "ratio", "money"):
        return
    at, noun = _counted(passage, figure.clause)
    if not noun or at.start > figure.quantity.start or passage.names_in(at.end, figure.quantity.start):
        return
    yield Bound((noun,), "medium", "what the clause counts")


def _counted(passage: Passage, clause: Clause) -> tuple[Token, str]:
    """Give the count that a clause begins with and the noun behind it that does something."""
    tokens = passage.tokens(clause)
    place = 0
    while place < len(tokens) - 1 and (tokens[place].tag in _BEFORE_A_COUNT or tokens[place].text in _THERE_IS):
        place += 1
    none = Token(clause.start, clause.start, "", "")
    if not tokens or tokens[place].tag != COUNT:
        return none, ""
    count = tokens[place]
    kinds = {one.kind for one in passage.figures if one.start == count.start}
    if counts_bodies(count) or ("count" in kinds and place + 1 < len(tokens) and tokens[place + 1].text in OF):
        return none, ""
    return (count, _noun(count, tokens[place + 1 :])) if kinds & _COUNTING else (none, "")


def _noun(count: Token, behind: Sequence[Token]) -> str:
    at = 0
    while at < len(behind) and behind[at].text in OF:
        at += 1
    end = at
    while end < len(behind) and (behind[end].tag in _NOUNS_BUT_NAMES or (end == at and behind[end].tag in ("b", "a"))):
        end += 1
    if end >= len(behind) or behind[end].tag not in _DOES:
        return ""
    text = "".join(token.text for token in behind[at:end]).strip(_MARKS)
    if not text:
        return next((body for body in _BODIES if count.text.endswith(body)), "")
    empty = text in words_of("attributes") or text in words_of("empty")
    return "" if empty or behind[end - 1].tag not in NOUNS else text


def of_anybody(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give nobody where a sentence tells what anybody may do or have: 如果你有两台相机,…, but not what is asked of somebody."""
    passage = figure.passage
    if not passage.may(_ANYBODY) or _ASKS.search(passage.text):
        return
    told = _ANYBODY.search(passage.between(passage.start, figure.clause.end))
    if not told:
        return
    before = passage.names_in(passage.start, passage.start + told.end())
    named = [name for name in before if passage.roles[name.start] != "speaker" and name.kind != "person"]
    named += passage.names_in(passage.start + told.end(), figure.quantity.start)
    if not named and next(gone_by(passage, figure.clause.end), None) is None:
        yield Bound(("",), "low", "said of anybody")


def of_the_frame(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give of whom a frame before the figure says that what follows holds: 对于每家餐馆来说, 在大多数公司中."""
    passage = figure.passage
    for number in range(passage.clause_at(figure.quantity.start), -1, -1):
        tokens = [token for token in passage.tokens(passage.clauses[number]) if token.tag != "x"]
        start = next((place for place, token in enumerate(tokens[:3]) if token.text in _FRAMES), -1)
        end = next((place for place, token in enumerate(tokens) if start >= 0 and token.text in _CLOSES), -1)
        if end <= start + 1 or tokens[end].start > figure.quantity.start:
            continue
        part = tokens[start + 1 : end]
        if tokens[end].text not in _AS_FOR and not any(token.text in _OF_MANY or token.tag == COUNT for token in part):
            continue
        of = next((place for place in range(len(part) - 2, 0, -1) if part[place].text in OF), -1)
        found = passage.phrase(part) or passage.phrase(part[of + 1 :])
        if found and found.form in ("name", "noun", "weak"):
            yield Bound((found.text,), "low", "of whom a frame says it")


def of_an_example(figure: Figure, topics: Topics) -> Bound | None:
    """Give what a sentence takes for an example: 以一家奶茶店为例,每月…."""
    if f"{_EXAMPLE}，" not in figure.before.replace(",", "，"):
        return None
    found = next(of_the_frame(figure, topics), None)
    return Bound(found.subjects, "medium", found.how) if found else None


def what_it_takes_to_make(figure: Figure, topics: Topics) -> Iterator[Bound]:
    """Give what is made where a figure tells what that takes: 制作一部长片,也只需几千美元, 训练一个模型要数万颗芯片."""
    passage, at = figure.passage, figure.passage.clause_at(figure.quantity.start)
    if not passage.may(_TAKES) or not _TAKES.search(passage.between(figure.clause.start, figure.quantity.end)):
        return
    for number in (at, at - 1) if at else (at,):
        tokens = [token for token in passage.tokens(passage.clauses[number]) if token.end <= figure.quantity.start]
        made = next((place for place, token in enumerate(tokens) if token.text in words_of("activities")), -1)
        if made < 0 or made + 1 >= len(tokens) or any(token.tag in NOUNS | {"r"} for token in tokens[:made]):
            continue
        behind = tokens[made + 1 :]
        end = next((place for place, token in enumerate(behind) if token.tag in _DOES or token.tag == "x"), len(behind))
        found = _made(figure, behind[:end]) if behind[0].tag in _ONE else None
        if found:
            yield Bound((found,), "low", "what is made")
            return


def _made(figure: Figure, part: Sequence[Token]) -> str:
    of = next((place for place in range(len(part) - 2, 0, -1) if part[place].text in OF), -1)
    found = figure.passage.phrase(part) or figure.passage.phrase(part[of + 1 :])
    return found.text if found and found.form in ("name", "noun", "weak") else ""
