"""The briefs there are: of the market, of models, of an outlet; a template turns a view into sections and adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from presslens.dashboard.aggregates import market, models, outlook, terms
from presslens.dashboard.brief.content import Said, Section, section
from presslens.dashboard.charts import (
    amounts,
    chips_and_funding,
    compare_models,
    market_shares,
    market_size,
    releases,
    sentiment,
    words,
)
from presslens.dashboard.filters import Filters
from presslens.dashboard.text import Text
from presslens.dashboard.vocabulary import mark

if TYPE_CHECKING:
    from presslens.dashboard.view import View

MOST_VOICES = 5


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of brief: its name, what it tells, and how a view becomes its sections."""

    title: str
    tells: str
    make: Callable[[View], list[Section]]


def of_market(view: View) -> list[Section]:
    """Make the sections of a market brief: sizes with the growth they imply, shares, sales, money, machines."""
    text, facts = view.text, market.told(view.facts)
    shares = facts[facts["metric"].isin(market.SHARES)]
    sales = facts[facts["metric"].isin(market.SALES) & (facts["amount_usd"] > 0)]
    by_share, by_sum = market_shares.shares(facts, text), amounts.dollars(sales, text)
    return [
        _sizes(facts, view),
        *_growth(facts, view),
        section(text("Shares"), shares, text, figure=by_share, about=text("Market shares, in per cent")),
        section(text("Sales"), sales, text, figure=by_sum, about=text("Revenue and box office, in US dollars")),
        *_money_and_chips(view.facts, text),
    ]


def of_models(view: View) -> list[Section]:
    """Make the sections of a model brief: one per model of the filter (else those compared first), and their clips compared."""
    text = view.text
    chosen = list(view.filters.models) or models.default_choice(choice.value for choice in view.source.models)
    told = pd.concat([view.facts, view.claims], ignore_index=True)
    told = told[told["subject"].isin(chosen)]
    clips = told[told["metric"] == "max_duration"]
    compared = section(
        text("Longest clip"),
        clips,
        text,
        figure=compare_models.durations(view.facts, chosen, text),
        about=text("Length of a clip, in seconds: stated maxima and clips shown apart"),
    )
    return [compared, *(_model(name, told[told["subject"] == name], view) for name in chosen)]


def of_outlet(view: View) -> list[Section]:
    """Make the sections of an outlet brief: what it prints, whom it quotes, how it sounds, its terms.

    The outlet is the one that the view is filtered by; the caller sees to that there is one.
    """
    text, facts = view.text, view.facts[view.facts["metric"] != "other"]
    money = amounts.dollars(facts[facts["amount_usd"] > 0], text)
    return [
        section(text("The figures it prints"), facts, text, figure=money, about=text("Sums of money, in US dollars")),
        Section(text("Whom it quotes"), tuple(_voices(facts, text)), facts.head(0)),
        _sounding(view),
        _turning_on(terms.top(view.keywords), facts, text),
    ]


TEMPLATES: Mapping[str, Template] = {
    "market": Template(
        mark("Market brief"), mark("Market sizes and the growth they imply, shares, sales, money and chips."), of_market
    ),
    "model": Template(mark("Model brief"), mark("What is printed of each model, and how long a clip it makes."), of_models),
    "outlet": Template(mark("Outlet brief"), mark("What one outlet prints, whom it quotes, how it sounds."), of_outlet),
}


def _sizes(facts: pd.DataFrame, view: View) -> Section:
    text, sizes = view.text, facts[facts["metric"] == "market_size"]
    names, known = market.names(view.source.select("facts", Filters())), releases.known(view.release_dates)
    figure = market_size.sizes(facts, view.checks, text, markets=names, known=known)
    return section(text("Market size"), sizes, text, figure=figure, about=text("Market size by year, in US dollars"))


def _money_and_chips(facts: pd.DataFrame, text: Text) -> list[Section]:
    return [
        section(
            text("Money"),
            chips_and_funding.money_of(facts),
            text,
            figure=chips_and_funding.money(facts, text),
            about=text("Funding, valuations and deals, in US dollars, on a logarithmic scale"),
        ),
        section(
            text("Chips"),
            chips_and_funding.compute_of(facts, "compute_gpus"),
            text,
            figure=chips_and_funding.compute(facts, "compute_gpus", text),
            about=text("GPUs and servers said to be owned or needed, on a logarithmic scale"),
        ),
    ]


def _growth(facts: pd.DataFrame, view: View) -> list[Section]:
    text = view.text
    table = market_size.growth_table(facts, view.checks, text)
    if table.empty:
        return []
    article_of = dict(zip(facts["fact_id"], facts["article_id"], strict=True))
    said = []
    for row in table.to_dict("records"):
        words = text(
            "{market}: from {start} to {end} is {growth}, computed from both ends.",
            market=row[text("Market")],
            start=row[text("From")],
            end=row[text("To")],
            growth=row[text("Growth")],
        )
        ids = dict.fromkeys(article_of[fact_id] for fact_id in row["fact_ids"].split(",") if fact_id in article_of)
        said.append(Said(words, tuple(ids)))
    return [Section(text("Growth, done again from both ends"), tuple(said), facts.head(0))]


def _model(name: str, told: pd.DataFrame, view: View) -> Section:
    text = view.text
    made = section(text.name(name), told[told["metric"].isin(models.PROPERTIES)], text)
    values = models.values(view.facts, view.claims, [name], text)
    article_of = dict(zip(told["fact_id"], told["article_id"], strict=True))
    said = []
    for metric in models.PROPERTIES:
        found = models.cell(values, metric, name).head(2)
        for value in found.to_dict("records"):
            outlets = text(", ").join([text.outlet(outlet) for outlet in value["outlets"] or ("",)][:3])
            words = text(
                "{measure}: {value}, printed by {outlets}.", measure=text.metric(metric), value=value["value"], outlets=outlets
            )
            said.append(Said(words, tuple(dict.fromkeys(article_of[one] for one in value["fact_ids"].split(",")))))
    return Section(made.title, tuple(said), made.facts, thin=made.thin)


def _voices(facts: pd.DataFrame, text: Text) -> list[Said]:
    quoted = facts[facts["attributed_to"] != ""]
    often = quoted["attributed_to"].value_counts()
    return [
        Said(
            text.plural("{name}, for {n} figure.", "{name}, for {n} figures.", int(count), name=text.name(str(name))),
            tuple(quoted.loc[quoted["attributed_to"] == name, "article_id"].drop_duplicates()),
        )
        for name, count in often.head(MOST_VOICES).items()
    ]


def _sounding(view: View) -> Section:
    text, articles = view.text, outlook.by_article(outlook.speaking(view.sentences))
    months, known = outlook.by_month(articles), releases.known(view.release_dates)
    figure = sentiment.over_time(articles, months, text, known=known) if len(articles) else None
    about = text("Outlook of each article, from −1 (critical) to +1 (hopeful), with 95% intervals")
    return Section(text("How it sounds"), _sounds(articles, text), view.facts.head(0), figure, about)


def _turning_on(top: pd.DataFrame, facts: pd.DataFrame, text: Text) -> Section:
    about = text("The most used terms, by how often they are used")
    figure = words.top(top, text) if len(top) else None
    return Section(text("The terms it turns on"), _terms(top, text), facts.head(0), figure, about)


def _sounds(articles: pd.DataFrame, text: Text) -> tuple[Said, ...]:
    outlets = outlook.by_outlet(articles)
    if outlets.empty:
        return ()
    row = outlets.iloc[0]
    enough = "" if row["enough"] else text(" Under three articles, this says little.")
    words = text(
        "Mean outlook {mean}, 95% interval {low} to {high}.{enough}",
        mean=sentiment.signed(row["mean"]),
        low=sentiment.signed(row["low"]),
        high=sentiment.signed(row["high"]),
        enough=enough,
    )
    return (Said(words, tuple(articles["article_id"])),)


def _terms(top: pd.DataFrame, text: Text) -> tuple[Said, ...]:
    if top.empty:
        return ()
    first = top.iloc[0]
    times = text.plural("{n} time", "{n} times", first["count"])
    words = text(
        "{term} leads: {times} in {articles}", term=first["term"], times=times, articles=text.counted(first["counted"])
    )
    return (Said(f"{words}{text('.')}", tuple(first["article_ids"].split(","))),)
