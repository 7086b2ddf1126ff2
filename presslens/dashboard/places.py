"""The pages of the dashboard, in the order of the navigation."""

from __future__ import annotations

from dataclasses import dataclass

from presslens.dashboard.aggregates import market, models
from presslens.dashboard.vocabulary import mark

_MONEY = ("funding_target", "funding_round", "funding_total", "valuation", "market_cap", "acquisition")
_MACHINES = ("compute_gpus", "compute_tokens")


@dataclass(frozen=True, slots=True)
class Place:
    """One page in the navigation: its title, what it shows, its group, its icon, and whether the filters change it.

    `metrics` are those whose figures it shows; where it names none, it may show any.
    """

    title: str
    shows: str
    group: str = ""
    icon: str = ""
    filtered: bool = True
    metrics: tuple[str, ...] = ()


PLACES: dict[str, Place] = {
    "overview": Place(
        mark("Overview"),
        mark("What the Chinese press says about AI video, in figures that each lead back to their source."),
        icon=":material/newspaper:",
    ),
    "tour": Place(
        mark("Two-minute tour"),
        mark("What this dashboard can do, each idea with a real example from the data."),
        icon=":material/explore:",
    ),
    "market_size": Place(
        mark("Market size"),
        mark("How large the market is said to be, by year, with what is measured and what is forecast kept apart."),
        mark("Figures"),
        ":material/monitoring:",
        metrics=("market_size", "growth_rate", *market.SHARES, *market.SALES, "users"),
    ),
    "chips_and_funding": Place(
        mark("Chips and funding"),
        mark("Money sought, raised and valued, and the computing power it is meant to buy."),
        mark("Figures"),
        ":material/memory:",
        metrics=(*_MONEY, *_MACHINES),
    ),
    "compare_models": Place(
        mark("Compare models"),
        mark("What is printed of each video model, side by side, with every value and who printed it."),
        mark("Figures"),
        ":material/compare_arrows:",
        metrics=models.PROPERTIES,
    ),
    "disagreements": Place(
        mark("Who says otherwise"),
        mark("Values that contradict each other, sums that do not add up, and how what is said of one thing moved over time."),
        mark("Figures"),
        ":material/balance:",
    ),
    "sentiment": Place(
        mark("Sentiment"),
        mark("How hopeful or worried the press sounds: by outlet, toward each model and company, and over time."),
        mark("Press"),
        ":material/sentiment_satisfied:",
    ),
    "attention": Place(
        mark("Attention"),
        mark("Who is named how much, when and why, and which outlets never name whom."),
        mark("Press"),
        ":material/campaign:",
    ),
    "words": Place(
        mark("Words"),
        mark("The terms the articles turn on, and what sets the outlets apart."),
        mark("Press"),
        ":material/match_word:",
    ),
    "articles": Place(
        mark("Articles"),
        mark("Every article with its figures and its mood, sentence by sentence."),
        mark("Press"),
        ":material/article:",
    ),
    "facts": Place(
        mark("Facts"),
        mark("Every figure that was read, to search, sort and take away."),
        mark("Data"),
        ":material/table_rows:",
    ),
    "brief": Place(
        mark("Brief"),
        mark(
            "What the filters leave as one file to read, print or send on: charts, figures and numbered references, no network."
        ),
        mark("Data"),
        ":material/description:",
    ),
    "review": Place(
        mark("Your review"),
        mark("What you accepted, rejected, merged or noted; to save, load again, and build a dataset with."),
        mark("Data"),
        ":material/rate_review:",
        filtered=False,
    ),
    "add_articles": Place(
        mark("Add articles"),
        mark("Paste or upload articles of your own; they are read for this visit only and stay out of the shipped data."),
        mark("Data"),
        ":material/add_notes:",
        filtered=False,
    ),
    "method": Place(
        mark("Method"),
        mark("How the figures are read, how often that goes wrong, and what you may do with the data."),
        mark("Data"),
        ":material/science:",
        filtered=False,
    ),
}
