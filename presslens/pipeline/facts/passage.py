"""One sentence laid open: its clauses, figures and names, and what stands around each figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from presslens.lexicon import Hit
from presslens.model import Article, Quantity, Sentence
from presslens.pipeline.articles.split import dealt
from presslens.pipeline.facts.grammar import Opening
from presslens.pipeline.facts.guessing.classifier import Model
from presslens.pipeline.facts.guessing.guesses import Guess, guesses
from presslens.pipeline.facts.introduced import introduced
from presslens.pipeline.facts.nouns import Stated, stated
from presslens.pipeline.facts.roles import Role, roles_of
from presslens.pipeline.facts.stretch import stretch_of
from presslens.pipeline.facts.tokens import Span, Token, outside_brackets, tokens_in, whole
from presslens.pipeline.facts.unlisted import with_unlisted
from presslens.pipeline.facts.versions import with_versions
from presslens.pipeline.gates import ALL_MARKS, Gated, marks
from presslens.record import computed_once, record

# 2000万美元(约合人民币1.4亿元)融资: what stands in the brackets parts no words from their figure.
_RESTATED = re.compile(
    r"^\s+|^\s?[(（][^()（）]{0,6}[，,、]?\s?(?:下同|以下同)[)）]|^\s?[(（](?:约合?|折合|合|相当于)[^()（）]{0,24}(?:[)）]|$)|^\s?[(（][\d.,]+\s?[万亿]*(?:[港美欧日韩]元|元|人民币)[)）]"
)
# Begun with a character, so that it is searched for quickly: the look back asks which of them it was.
CLAUSE_END = re.compile(
    r"[，,;；：:。！？!? .\d|｜\t]"
    r"(?:(?<=[，;；：:。！？!?|｜\t])|(?<=,)(?!(?<=\d,)\d)|(?<=[一-鿿] ) *(?=[一-鿿])"
    r"|(?:(?<=\.)|(?<=\d)\d?\.)\s?(?=[\U0001f300-\U0001faff]))"
)
_STANDS_FOR_AN_OWNER = frozenset({"attribute", "person", "reader", "points"})
_UP_TO = re.compile(r"\s*(?:左右|以上|多)?[,，]?(?:至|到|达到?)了?(?:约|近|超过?|逾)?\s*")


@record(frozen=True, slots=True)
class Clause:
    """One clause by its place in the matching copy."""

    start: int
    end: int


@record(frozen=True)
class Passage:
    """One sentence of the matching copy with everything found in it; offsets count from the start of the article."""

    article: Article
    no: int
    start: int
    end: int
    figures: tuple[Quantity, ...]
    names: tuple[Hit, ...]
    paragraph: int
    # Where names start that no lexicon has and that are surely products.
    products: frozenset[int] = frozenset()
    marks: int = ALL_MARKS
    # What may be names as well, too unsure to be taken for what a figure is said of on this evidence alone.
    maybe: tuple[Guess, ...] = ()

    @computed_once
    def roles(self) -> dict[int, Role]:
        """Tell what part each name plays, by where it starts."""
        return roles_of(self.text, self.names, self.start, self.marks)

    def is_free(self, name: Hit, *, of_models: bool = False) -> bool:
        """Tell whether a name can be what the sentence speaks of; what is brought out can be where it speaks of models."""
        return self.roles[name.start] in (("free", "object") if of_models else ("free",))

    def may(self, pattern: Gated) -> bool:
        """Tell whether a pattern can match in the sentence, or in a part of it: whether it has the words for it."""
        return bool(self.marks & pattern.bit)

    @computed_once
    def text(self) -> str:
        """Give the sentence's matching copy."""
        return self.article.match[self.start : self.end]

    def between(self, start: int, end: int) -> str:
        """Give a stretch of the matching copy, cut to this sentence."""
        low = start if start > self.start else self.start
        return self.article.match[low : end if end < self.end else self.end]

    @computed_once
    def clauses(self) -> tuple[Clause, ...]:
        """Cut the sentence at commas, semicolons and colons, never inside a figure."""
        cuts = [self.start + mark.end() for mark in CLAUSE_END.finditer(self.text)]
        if self.figures:
            cuts = [place for place in cuts if not any(figure.start < place <= figure.end for figure in self.figures)]
        edges = [self.start, *cuts, self.end]
        return tuple(Clause(low, high) for low, high in pairwise(edges) if high > low)

    def tokens(self, clause: Clause) -> Sequence[Token]:
        """Give a clause's words with their parts of speech."""
        if clause.start not in self._tokens:
            self._tokens[clause.start] = tokens_in(self.text, self.start, self._spans, clause.start, clause.end)
        return self._tokens[clause.start]

    def words(self, clause: Clause, start: int, end: int) -> list[Token]:
        """Give the words of a clause that lie whole within a stretch."""
        return [token for token in self.tokens(clause) if start <= token.start and token.end <= end]

    @computed_once
    def _tokens(self) -> dict[int, list[Token]]:
        return {}

    @computed_once
    def _spans(self) -> list[Span]:
        return whole(self.text, self.start, self.names, self.figures)

    def stated(self, number: int) -> tuple[Stated, ...]:
        """Give what a clause begins with, by its number: who is reported, and its subject."""
        if not self.clauses:
            return ()
        if number not in self._stated:
            clause = self.clauses[number]
            self._stated[number] = Opening(self._told(clause), self.names, self.roles, self.article.match).subjects()
        return self._stated[number]

    def leaves_subject_out(self, number: int) -> bool:
        """Tell whether a clause begins with its verb, or with what an owner has who is left out: 只有三间, 成本为9元."""
        stated = self.stated(number)
        if stated:
            return all(one.form in _STANDS_FOR_AN_OWNER for one in stated)
        return not Opening(self._told(self.clauses[number]), self.names, self.roles, self.article.match).begins_with_phrase()

    def phrase(self, part: Sequence[Token]) -> Stated | None:
        """Say what some of the sentence's words are as a noun phrase, if they are one."""
        return stated(part, self.names, self.roles, self.article.match) if part else None

    def _told(self, clause: Clause) -> Sequence[Token]:
        if ")" not in self.text and "）" not in self.text:
            return self.tokens(clause)
        return [token for token in self._outside_brackets if clause.start <= token.start < clause.end]

    @computed_once
    def _outside_brackets(self) -> list[Token]:
        return outside_brackets([token for clause in self.clauses for token in self.tokens(clause)])

    @computed_once
    def _stated(self) -> dict[int, tuple[Stated, ...]]:
        return {}

    def clause_at(self, place: int) -> int:
        """Tell the number of the clause that a place stands in."""
        if not self.start <= place < self.end:
            return len(self.clauses) - 1
        return bisect_right(self._clause_starts, place) - 1

    @computed_once
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def names_in(self, start: int, end: int) -> list[Hit]:
        """List the names that stand whole in a stretch."""
        return [name for name in self.names if name.start >= start and name.end <= end] if self.names else []


@record(frozen=True)
class Figure:
    """One figure where it stands: what is before and after it in its sentence."""

    quantity: Quantity
    passage: Passage

    @computed_once
    def clause(self) -> Clause:
        """Give the clause the figure stands in."""
        return self.passage.clauses[self.passage.clause_at(self.quantity.start)]

    @computed_once
    def left(self) -> str:
        """Give the clause before the figure."""
        return self.passage.between(self.clause.start, self.quantity.start).rstrip()

    @computed_once
    def right(self) -> str:
        """Give the clause after the figure."""
        return self.passage.between(self.quantity.end, max(self.clause.end, self.quantity.end))

    @computed_once
    def near_left(self) -> str:
        """Give the clause before the figure, from the figure before it on."""
        return self.passage.between(self.near_start, self.quantity.start).rstrip()

    @computed_once
    def near_start(self) -> int:
        """Tell where the part of the clause begins that no other figure parts from this one."""
        earlier = [f for f in self.passage.figures if f.end <= self.quantity.start]
        return max([self.clause.start, *(f.end for f in earlier if _parts(f) and not self._rises_to(f))])

    @computed_once
    def stretch(self) -> str:
        """Give the words that the figure completes, also over a clause that only says how far."""
        return stretch_of(self)

    def _rises_to(self, change: Quantity) -> bool:
        """Tell whether a change only leads to this figure: 营收增长25%至29亿美元 speaks of 营收 still."""
        leads = change.kind in ("percent", "ratio") and self.quantity.kind not in ("percent", "ratio")
        return leads and bool(_UP_TO.fullmatch(self.passage.between(change.end, self.quantity.start)))

    @computed_once
    def near_right(self) -> str:
        """Give the clause after the figure, up to the next figure."""
        behind = self._restated_end()
        ends = [f.start for f in self.passage.figures if f.start >= behind and f.kind != "date"]
        return _RESTATED.sub("", self.passage.between(self.quantity.end, min([max(self.clause.end, self.quantity.end), *ends])))

    def _restated_end(self) -> int:
        """Tell where the figure ends with what restates it in brackets."""
        after = self.passage.between(self.quantity.end, self.passage.end)
        found = _RESTATED.match(after)
        return self.quantity.end + (found.end() if found else 0)

    @computed_once
    def before(self) -> str:
        """Give the whole sentence before the figure."""
        return self.passage.between(self.passage.start, self.quantity.start)

    @computed_once
    def after(self) -> str:
        """Give the whole sentence after the figure."""
        return self.passage.between(self.quantity.end, self.passage.end)

    def leads_to_next(self, length: int) -> bool:
        """Tell whether the words right after a figure run straight into the next one, to which they then belong."""
        following = [f.start for f in self.passage.figures if f.start >= self.quantity.end]
        stretch = self.passage.between(self.quantity.end, following[0]).lstrip() if following else ""
        between = stretch[length:] if following else "。"
        return re.fullmatch(r"(?:[\s为达到约超过近至是高逾了]|突破)*", between) is not None

    @property
    def sentence(self) -> str:
        """Give the whole sentence."""
        return self.passage.text


def _parts(figure: Quantity) -> bool:
    """Tell whether a figure parts the words before it from those after it: dates and 翻倍至 do not."""
    return figure.kind != "date" and not figure.surface.startswith("翻")


def passages(
    article: Article,
    sentences: Sequence[Sentence],
    quantities: Iterable[Quantity],
    hits: Iterable[Hit],
    guesser: Model | None = None,
) -> Iterator[Passage]:
    """Lay every sentence of an article open, in order; `hits` are the lexicons' names in the whole of it.

    `guesser` guesses the names that nothing marks, the shipped one where none is given.
    """
    marked = marks(article.match, sentences)
    told = names_told(article, sentences, hits, marked)
    items = list(quantities)
    guessed = guesses(article.match, [hit for found in told for hit in found], items, guesser)
    figures, maybe = dealt(sentences, items), dealt(sentences, guessed)
    paragraph, last_end = 0, 0
    for (sentence, inside), (_, unsure), found, mark in zip(figures, maybe, told, marked, strict=True):
        paragraph += "\n" in article.match[last_end : sentence.start]
        last_end = sentence.end
        sure = [hit for guess in unsure if (hit := guess.hit())]
        found = _clear_of(inside, found)
        yield Passage(
            article,
            sentence.no,
            sentence.start,
            sentence.end,
            tuple(inside),
            tuple(sorted([*found, *sure], key=lambda hit: hit.start)) if sure else tuple(found),
            paragraph,
            marks=mark,
            maybe=tuple(guess for guess in unsure if not guess.hit()),
        )


def _clear_of(figures: Sequence[Quantity], names: list[Hit]) -> list[Hit]:
    """Leave out what begins within a figure and goes on behind it, which is no name: 24岁探索量化."""
    if not figures or not names:
        return names
    return [name for name in names if not any(one.start < name.start < one.end < name.end for one in figures)]


def names_told(article: Article, sentences: Sequence[Sentence], hits: Iterable[Hit], marked: Sequence[int]) -> list[list[Hit]]:
    """Give the names in each sentence that lexicons list, that the article introduces or whose form gives them away."""
    listed = list(with_versions(article.match, hits))
    told = sorted([*listed, *introduced(article.match, listed)], key=lambda hit: hit.start)
    return [
        with_unlisted(article, sentence, found, mark)
        for (sentence, found), mark in zip(dealt(sentences, told), marked, strict=True)
    ]
