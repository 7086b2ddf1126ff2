"""Read pieces to learn from: labelled ones with their figures marked, and any others, whose known names tell enough.

Labelled pieces are those of `learned.training.labelled`. Only what a figure is said of is labelled in them: other names may
stand there unlabelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from presslens.lexicon import names
from presslens.model import Article
from presslens.pipeline.articles.load import load_all
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.split import split
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.coined import TAIL, is_coined, may_be_name
from presslens.pipeline.facts.learned.training import labelled as marked
from presslens.pipeline.facts.passage import names_told
from presslens.pipeline.figures.quantities import read_quantities
from presslens.pipeline.gates import marks

_GROUP = re.compile("[A-Za-z]*")
_NOUN = re.compile(
    "(?:市场|行业|产业|企业|公司|用户|模型|芯片|板块|领域|业|卡|指数|工具|率|额|者|城市|地区|量|价格|价|人|服务|产品|类|型|算力|收入|营收|平台|系统|"
    "电影|视频|影片|软件|设备|全国|中国|美国)$|^(?:全球|国内|国产|其他|其它|海外|中国|台湾|其余|主流)"
)
_NAME_TAGS = ("nr", "ns", "nt", "nz")
_COMMON_TAGS = ("n", "v", "a", "b")
_LONGEST_NAME = 12
_OF_FIRMS = frozenset({"revenue", "funding_round", "funding_target", "funding_total", "valuation", "market_cap", "team_size"})
# No noun for a kind of firm has these, as it may have a turnover or a staff.
_OF_FIRMS_ALONE = frozenset({"funding_round", "valuation", "market_cap", "acquisition"})
_OF_PRODUCTS = frozenset({"params", "max_duration", "resolution", "fps", "release_date", "compute_tokens"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a piece: a known name or a subject with its kind (empty where unknown), a figure, or a noun."""

    start: int
    end: int
    what: str
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The matching copy of a piece, its group (the writer), and what stands where in it, without overlaps."""

    group: str
    text: str
    spans: tuple[Span, ...]


def labelled(folder: Path = marked.ARTICLES) -> Iterator[Piece]:
    """Read the labelled pieces of a folder."""
    for one in marked.labelled(folder):
        subjects: dict[str, set[str]] = {}
        for label in one.labels:
            for subject in filter(None, label.subjects):
                subjects.setdefault(matching_copy(subject), set()).add(label.metric)
        group = _GROUP.match(one.name)
        yield from _read(one.name, one.page.encode(), group.group() if group else "", subjects)


def others(folder: Path, left_out: frozenset[str]) -> Iterator[Piece]:
    """Read the articles of a folder that are not left out by their numbers."""
    for path in sorted(folder.iterdir()):
        yield from _read(path.name, path.read_bytes(), "", {}, left_out)


def _read(
    file: str, raw: bytes, group: str, subjects: dict[str, set[str]], left_out: frozenset[str] = frozenset()
) -> Iterator[Piece]:
    for article in load_all(file, raw):
        if isinstance(article, Article) and article.article_id not in left_out:
            yield Piece(group, article.match, tuple(_spans(article, subjects)))


def _spans(article: Article, subjects: dict[str, set[str]]) -> list[Span]:
    figures = list(read_quantities(article.match, article.published))
    sentences = split(article.text)
    known = names_told(article, sentences, names().find(article.match), marks(article.match, sentences))
    found = [Span(hit.start, hit.end, "known", hit.kind) for hits in known for hit in hits]
    found += [Span(figure.start, figure.end, "figure", figure.kind) for figure in figures]
    taken = {place for span in found for place in range(span.start, span.end)}
    for subject in sorted(subjects, key=len, reverse=True):
        named = is_name(subject) or (subjects[subject] & _OF_FIRMS_ALONE and not _NOUN.search(subject))
        what, form = "name" if named else "noun", subject.strip("《》")
        for place in re.finditer(re.escape(form), article.match):
            if taken.isdisjoint(range(*place.span())):
                taken.update(range(*place.span()))
                found.append(Span(*place.span(), what, _kind(subjects[subject])))
    return _apart(found)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Give spans in order, of those that overlap the first and longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _kind(metrics: set[str]) -> str:
    """Tell what a subject is by what is measured of it, where that tells."""
    if metrics & _OF_FIRMS:
        return "company"
    return "model" if metrics & _OF_PRODUCTS else ""


def is_name(subject: str) -> bool:
    """Tell whether a subject is a name, no noun: 墨影, 墨影科技, but no 微短剧市场.

    >>> is_name("墨影"), is_name("微短剧市场")
    (True, False)
    """
    if not re.search("[一-鿿]", subject):
        return re.search("[A-Za-z]", subject) is not None
    noun = _NOUN.search(subject)
    if len(subject) > _LONGEST_NAME or (noun and not (noun.start() > 1 and is_coined(subject[: noun.start()]))):
        return False
    cut = list(tagger()(subject))
    common = [len(word) > 1 and is_word()(word) and tag.startswith(_COMMON_TAGS) for word, tag in cut]
    if all(common) and not any(tag.startswith(_NAME_TAGS) for _, tag in cut):
        return False
    return may_be_name(subject) or TAIL.search(subject) is not None or re.search("[A-Za-z]", subject) is not None
