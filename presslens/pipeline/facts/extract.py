"""Run all rules over an article and settle each figure into facts, and each wording about a model into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from presslens.lexicon import Hit
from presslens.model import Article, Fact, Quantity, Sentence
from presslens.pipeline.facts import circumstance, words
from presslens.pipeline.facts.about import CARRIED, POINTED, TOPIC, about
from presslens.pipeline.facts.bind import subjects_of
from presslens.pipeline.facts.bound import NOBODY, Bound
from presslens.pipeline.facts.currency import currency_around, in_home_currency, is_sum_of_money
from presslens.pipeline.facts.fact import Convert, fact_of, short, with_dollars
from presslens.pipeline.facts.frame import Frame
from presslens.pipeline.facts.layout.laid import Laid
from presslens.pipeline.facts.learned.metric import WEIGHED
from presslens.pipeline.facts.learned.weigher import Weigher
from presslens.pipeline.facts.marked_models import told_models
from presslens.pipeline.facts.market_names import market_told_before
from presslens.pipeline.facts.moments import outside_names, settled
from presslens.pipeline.facts.owners import kept_to_firms
from presslens.pipeline.facts.paid import paid_for
from presslens.pipeline.facts.passage import Figure, Passage, passages
from presslens.pipeline.facts.publication import is_ahead
from presslens.pipeline.facts.release_days import dated_by_release, remember_release
from presslens.pipeline.facts.rule import FIRM_METRICS, MONEY_METRICS, Reading
from presslens.pipeline.facts.rules import OTHER, read_figure
from presslens.pipeline.facts.series import Told, restated
from presslens.pipeline.facts.speaking import who_take_turns
from presslens.pipeline.facts.tokens import OF_TIME
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.when import Time, time_of
from presslens.pipeline.facts.whole_article import article_topic, first_person, lasting_names, main_names, runs_through
from presslens.pipeline.facts.whose import named_like_their_firm
from presslens.record import replace

# A rate or a price of nothing named states nothing that could be compared.
_NEEDS_NO_SUBJECT = frozenset({"other", "price"})
# What may be said of anything that a clause names, be it no firm: 比特币, 三家公司.
_OF_ANY_NOUN = frozenset({"growth_rate", "params", "release_date"})
# What the wording tells by itself, of whomever it is said: 拿到了5亿美元的融资, 在16块显卡上训练.
_TOLD_BY_ITSELF = frozenset(
    {
        "revenue",
        "compute_gpus",
        "team_size",
        "valuation",
        "market_cap",
        "funding_round",
        "funding_total",
        "users",
        "resolution",
        "compute_tokens",
        "fps",
    }
)
# Where a rate that goes on with the figure before it is rather said of what that was said of.
_OF_FAR = frozenset(
    {"subject of an earlier clause", "noun phrase of an earlier clause", "carried over from an earlier sentence"}
)
_COMPARED = re.compile("同比|环比")
_NEXT_SENTENCE = re.compile(r"^(?:预计|预期|同时|另外|此外|其中|并|而|到20|该|报告|数据|这|如果|考虑)")


@dataclass
class _State:
    """What carries over from one sentence to the next."""

    topics: Topics
    laid: Laid
    weigher: Weigher = field(default_factory=Weigher)
    source: str = ""
    paragraph: int = -1
    told: Told | None = None
    releases: dict[str, date] = field(default_factory=dict)
    frame: Frame = field(default_factory=Frame)
    amounts: Sequence[Quantity] = ()


def extract(
    article: Article,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    hits: Sequence[Hit],
    convert: Convert,
    weigher: Weigher | None = None,
) -> tuple[list[Fact], list[Fact]]:
    """Read every figure of an article as facts, and what it says of models in words as claims.

    `hits` are the names that the lexicons find in it. `convert(amount, currency, year)` gives US dollars, or None without a
    rate.
    """
    laid = Laid(article)
    money = list(in_home_currency(article, outside_names(laid.reread(quantities), hits)))
    weigher = weigher or Weigher()
    read = list(passages(article, sentences, settled(article, money), hits, weigher.guesser))
    topics = _topics_of(article, read)
    state = _State(topics, laid, weigher, amounts=[figure for figure in money if figure.kind == "money"])
    weigher.begin(topics)
    facts: list[Fact] = []
    claims: list[Fact] = []
    for passage in read:
        source = _source(passage, state)
        said = _figures_of(passage, state, source, convert)
        facts.extend(said)
        claims.extend(words.read(passage, topics, source))
        claims.extend(paid_for(passage, said, topics.models, source))
        topics.note(passage)
        topics.goes_on({fact.subject for fact in said if fact.metric != "other"}, passage.no)
        state.source, state.paragraph = source, passage.paragraph
    claims.extend(named_like_their_firm(read, topics.models, claims))
    return facts, claims


def _topics_of(article: Article, read: Sequence[Passage]) -> Topics:
    """Tell what an article as a whole is about, before its first figure is read."""
    told, turns = article_topic(article, read), who_take_turns(read)
    told = "" if told in turns else told
    return Topics(
        known=lasting_names(read),
        main=main_names(read),
        read=read,
        topic=told if runs_through(read, told) else "",
        we=first_person(read, told),
        turns=turns,
        models=told_models(read),
    )


def _figures_of(passage: Passage, state: _State, source: str, convert: Convert) -> list[Fact]:
    """Read the figures of a sentence in order, each as going on with the one before it where it only restates that."""
    state.frame.note(passage)
    found: list[Fact] = []
    said: list[Fact] = []
    for quantity in passage.figures:
        figure = Figure(quantity, passage)
        again = [with_dollars(fact, passage.article, convert) for fact in restated(figure, said)]
        said = again or list(_facts_of(figure, state, source, convert))
        found.extend(said)
        state.weigher.note(figure, said)
    return found


def _source(passage: Passage, state: _State) -> str:
    """Find the source of a sentence; a sentence that goes on with a forecast keeps the one before it."""
    own = circumstance.source_of(passage)
    if own or passage.paragraph != state.paragraph:
        return own
    return state.source if _NEXT_SENTENCE.match(passage.text) else ""


def _reading_of(figure: Figure, state: _State) -> tuple[Reading, str]:
    """Read a figure by the list it stands in, by the rules, or as going on with the one before it."""
    listed = state.told.listed(figure) if state.told else None
    reading, rule = listed or read_figure(figure)
    going_on = state.told.going_on(figure) if state.told and reading.metric == "other" else None
    return going_on or (reading, rule)


def _facts_of(figure: Figure, state: _State, source: str, convert: Convert) -> Iterator[Fact]:
    figure = dated_by_release(figure, state.releases)
    laid = state.laid.reading(figure, state.topics, partial(state.weigher.reading, topics=state.topics))
    reading, rule = laid or state.weigher.reading(figure, *_reading_of(figure, state), state.topics)
    bound = subjects_of(figure, reading, state.topics)
    far = not bound.subjects[0] or bound.how in _OF_FAR
    if far and state.told and state.told.goes_on_growing(figure, reading):
        bound = Bound((state.told.subject,), "medium", "said of the figure before it")
    if figure.quantity.kind != "date" and not (figure.quantity.kind == "duration" and reading.metric == "other"):
        before = state.told if state.told and state.told.figure.passage is figure.passage else None
        state.told = Told(figure, reading, rule, bound.subjects[0], replace(before, before=None) if before else None)
    is_settled = bound.subjects[0] != "" or reading.metric in _NEEDS_NO_SUBJECT
    reading, rule, bound = _weighed(figure, reading, rule, bound, state)
    if state.told and state.told.figure is figure and reading.metric != "other":
        state.told = replace(state.told, subject=bound.subjects[0])
    if figure.quantity.kind not in OF_TIME:
        state.topics.figure_of = bound.subjects
    quantity = _as_money(figure, reading, state.amounts)
    status = reading.status or circumstance.status_of(figure)
    time = time_of(figure, reading, bound.subjects, state.frame, status)
    if time.assumed and not is_settled and bound.confidence == "low":
        time = Time()
    if status == "actual" and is_ahead(time.as_of, figure.passage.article):
        status = "forecast"
    fact = fact_of(figure, quantity, reading, bound, time=time, status=status, rule=rule, source=source)
    fact = with_dollars(fact, figure.passage.article, convert)
    for subject in bound.subjects:
        named = fact if subject == bound.subjects[0] else replace(fact, subject=short(circumstance.canonical(subject)))
        remember_release(named, state.releases)
        yield named


def _weighed(figure: Figure, reading: Reading, rule: str, bound: Bound, state: _State) -> tuple[Reading, str, Bound]:
    """Settle of whom a metric is, weighing all who were told of where the sentence leaves it open.

    A metric let go for want of a subject comes back only with one that is more than a guess; one that wording has told, only
    with another than it was let go with.
    """
    kept, kept_rule, found = reading, rule, bound
    if not bound.subjects[0] and reading.metric not in _NEEDS_NO_SUBJECT:
        kept, kept_rule, found = _without_subject(figure, reading, rule, bound, state.topics)
    elif bound == NOBODY and reading.metric != "other":
        found = about(figure, state.topics)
    weighed, is_sure = state.weigher.bound(figure, reading, found, state.topics)
    comes_back = is_sure and (rule == WEIGHED or weighed is not found)
    if weighed.subjects[0] and (comes_back or kept == reading):
        return reading, rule, weighed
    return kept, kept_rule, found


def _without_subject(figure: Figure, reading: Reading, rule: str, bound: Bound, topics: Topics) -> tuple[Reading, str, Bound]:
    """Say what becomes of a metric whose subject no wording tells: kept with what the figure is about, or let go."""
    found = about(figure, topics) if bound == NOBODY else bound
    is_sure = found.confidence != "low" or found.how == CARRIED
    if reading.metric in _OF_ANY_NOUN and is_sure:
        return reading, rule, found
    if reading.metric == "max_duration" and found.how == POINTED:
        return reading, rule, found
    market = market_told_before(figure.passage, topics) if reading.metric == "market_size" else ""
    if market:
        return reading, rule, Bound((market,), "medium", CARRIED)
    is_rate = reading.metric == "growth_rate"
    stated = figure.quantity.kind == "percent" or _COMPARED.search(figure.near_left) is not None
    if is_rate and (stated or found.how not in (TOPIC, NOBODY.how)):
        is_told = found.how != TOPIC or found.subjects[0] in topics.main.values()
        return reading, rule, found if is_told else NOBODY
    if reading.metric in _TOLD_BY_ITSELF:
        found = kept_to_firms(found, figure, topics) if reading.metric in FIRM_METRICS else found
        return reading, rule, replace(found, confidence="low")
    return OTHER, f"{rule}_of_nothing_named", found


def _as_money(figure: Figure, reading: Reading, amounts: Sequence[Quantity]) -> Quantity:
    """Read a bare number as money where only money makes sense, and say which currency was assumed and why."""
    quantity = figure.quantity
    if (
        not reading.kind_money
        and reading.metric not in MONEY_METRICS
        and not (reading.metric == "other" and is_sum_of_money(figure))
    ):
        return quantity
    if quantity.kind == "money":
        return quantity
    currency, why = currency_around(figure, amounts)
    return replace(quantity, kind="money", unit=currency, steps=(*quantity.steps, why))
