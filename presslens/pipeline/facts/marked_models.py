"""The models of one article that no lexicon lists, marked in all its sentences wherever it first says what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from presslens.lexicon import Hit, any_of
from presslens.pipeline.facts.alike import alike, editions, stems_of
from presslens.pipeline.facts.chips import is_chip
from presslens.pipeline.facts.claim import is_building_block
from presslens.pipeline.facts.makers import makers_in
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.products import acts_as_firm, with_products
from presslens.pipeline.facts.told_models import ToldModels
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.facts.whole_article import main_firm
from presslens.record import replace

# 一代模型甲-1 and 换成甲-2: a name with a number has brothers.
_NUMBERED = re.compile(r"(?P<stem>[A-Za-z][A-Za-z\-]{0,}|[一-鿿]{2,4})(?P<gap>[ \-]?)[vV]?(?P<number>\d+(?:\.\d+)?)$")
_LATIN_PART = re.compile(r"[一-鿿]{2,4} ?(?P<latin>[A-Z][A-Za-z]*[- ]?\d[\d.]*)$")
# 新创Lumora集资1亿, Lumora是一家初创公司
_ACTS_AS_FIRM = re.compile(
    r"\s?(?:公司|集团|(?:的|所谓的)?(?:CEO|创始人|创办人|创始团队|估值|员工|投资者)|(?:再度?|宣布|近日|官宣|正式|已|累计|成功|完成|敲定|获得?|历来|\s)*"
    r"(?:[^，,。；;A-Za-z投]{0,18})?(?:融资|集资|募资|募得|筹得|融了|获投|历来)|(?:则|也)?是一家|成立于|前身是|创立于)"
)
_HEAD = 60
_OFTEN = 2


def told_models(read: Sequence[Passage]) -> ToldModels:
    """Mark the products in all sentences of an article, also where they stand before they are called so."""
    named = {passage.no: with_products(_whole_names(passage)) for passage in read}
    products = {name.name for passage in named.values() for name in passage.names if name.start in passage.products}
    # 澄影Studio is one name, of which Latin letters are no name of their own.
    products = {name for name in products if not any(other != name and other.endswith(name) for other in products)}
    firms = frozenset(_firms(named.values()))
    products |= _bear_their_name(list(named.values()), firms)
    if not products:
        return ToldModels(named, frozenset(), firms=firms)
    pattern, longer = _pattern(products)
    named = {no: _marked(passage, pattern, longer) for no, passage in named.items()}
    counts = Counter(
        name.name
        for passage in named.values()
        for name in passage.names
        if name.kind == "model" and not is_building_block(name.name)
    )
    first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    is_main = first[0] in products and first[1] >= _OFTEN and first[1] > second[1]
    firm = main_firm(list(named.values()), read[0].article.match[:_HEAD])
    main = first[0] if is_main else ""
    return ToldModels(named, frozenset(products), main=main, firm=firm, firms=firms)


def _bear_their_name(read: Sequence[Passage], firms: Iterable[str]) -> set[str]:
    """Give the products that no lexicon lists and that are named like a firm of their article."""
    stems = stems_of(firms)
    found = set(editions(read[0].article.match, stems)) if read else set()
    for passage in read if stems else ():
        unlisted = (name for name in passage.names if name.kind == "model" and listed_kind(name.name) is None)
        found.update(name.name for name in unlisted if name.name not in firms and alike(passage, name, stems))
    return {name for name in found if listed_kind(name) is None}


def _firms(read: Iterable[Passage]) -> Iterator[str]:
    """Give the names that an article tells to be firms: by their kind before them or by what only firms do behind them."""
    for passage in read:
        if not passage.names:
            continue
        yield from (maker.name for maker in makers_in(passage))
        for name in passage.names:
            unlisted = name.kind in ("model", "company") and listed_kind(name.name) is None
            if unlisted and _ACTS_AS_FIRM.match(passage.between(name.end, name.end + 16)):
                yield name.name


def _pattern(products: set[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Compile what finds the products and their brothers again, and say of what name a printed part is one."""
    longer = {found["latin"]: name for name in products if (found := _LATIN_PART.fullmatch(name))}
    brothers = "".join(sorted(f"|{_brothers(found)}" for name in products if (found := _NUMBERED.fullmatch(name))))
    forms = any_of([*products, *longer])
    return re.compile(rf"(?<![A-Za-z0-9\-])(?:{forms}{brothers})(?![A-Za-z0-9])"), longer


def _brothers(name: re.Match[str]) -> str:
    """Give the pattern of the names that differ from one in their number alone: L100 and L200, 甲-1 and 甲-2."""
    digits = rf"\d{{{len(name['number'])}}}" if name["number"].isdigit() else r"\d\.\d"
    return rf"{re.escape(name['stem'] + name['gap'])}{digits}(?![\d.]*[%万亿年月日元个倍秒])"


def _marked(passage: Passage, pattern: re.Pattern[str], longer: dict[str, str]) -> Passage:
    """Mark every place of a sentence where a product told anywhere stands."""
    again = []
    for match in pattern.finditer(passage.text):
        start, end = passage.start + match.start(), passage.start + match.end()
        whole = any(name.start <= start and end <= name.end and name.end - name.start > end - start for name in passage.names)
        name = Hit(start, end, longer.get(match.group(), match.group()), "model")
        known = listed_kind(name.name) or is_chip(name.name)
        if not whole and not known and not acts_as_firm(passage, name):
            again.append(name)
    if not again:
        return passage
    kept = [name for name in passage.names if not any(name.start < one.end and one.start < name.end for one in again)]
    names = tuple(sorted([*kept, *again], key=lambda hit: hit.start))
    return replace(passage, names=names, products=passage.products | {name.start for name in again})


def _whole_names(passage: Passage) -> Passage:
    """Leave out a name that is only a part of a longer one: of 甲-SVD the first part stands for all."""
    text = passage.article.match
    parts = [name for name in passage.names if text[name.start - 1 : name.start] == "-" and name.start > passage.start]
    return replace(passage, names=tuple(name for name in passage.names if name not in parts)) if parts else passage
