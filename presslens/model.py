"""The values that travel through Presslens: an article, its sentences, the figures in them and what they claim."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal

from presslens.record import record

Precision = Literal["day", "month", "year", "unknown"]
Basis = Literal["stated", "inferred", "unknown"]
Script = Literal["hans", "hant"]
Bound = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Status = Literal["actual", "forecast", "target", "estimate", "assumption", "rumour"]
Confidence = Literal["high", "medium", "low"]
Scope = Literal["", "global", "china", "us", "ai_video", "generative_ai"]
EntityKind = Literal["model", "company", "person", "source"]

QuantityKind = Literal[
    "money",
    "count",
    "percent",
    "ratio",
    "duration",
    "resolution",
    "date",
    "datetime",
    "number",
    "ordinal",
    "measure",
    "temperature",
    "age",
]
FactKind = Literal["money", "count", "percent", "ratio", "duration", "resolution", "date", "text"]

Metric = Literal[
    "market_size",
    "market_share",
    "growth_rate",
    "adoption_share",
    "funding_round",
    "funding_target",
    "funding_total",
    "valuation",
    "market_cap",
    "acquisition",
    "revenue",
    "price",
    "box_office",
    "compute_gpus",
    "compute_tokens",
    "params",
    "users",
    "team_size",
    "release_date",
    "max_duration",
    "resolution",
    "fps",
    "developer",
    "architecture",
    "inputs",
    "access",
    "other",
]

CheckKind = Literal["growth", "change", "multiple", "share", "sum", "product", "conversion", "conflict", "slip"]
# What probably explains a difference between printed figures, or between a printed one and the arithmetic.
Diagnosis = Literal[
    "",
    "currency",
    "unit",
    "status",
    "scope",
    "date",
    "range against point",
    "slip of 10",
    "slip of 10000",
    "slip of 100000000",
    "another span of years",
    "times as much",
    "different values",
]

Topic = Literal["market", "funding", "compute", "models", "other"]

TOPIC_OF_METRIC: dict[Metric, Topic] = {
    "market_size": "market",
    "market_share": "market",
    "growth_rate": "market",
    "adoption_share": "market",
    "box_office": "market",
    "revenue": "market",
    "users": "market",
    "funding_round": "funding",
    "funding_target": "funding",
    "funding_total": "funding",
    "valuation": "funding",
    "market_cap": "funding",
    "acquisition": "funding",
    "price": "funding",
    "compute_gpus": "compute",
    "compute_tokens": "compute",
    "params": "models",
    "team_size": "models",
    "release_date": "models",
    "max_duration": "models",
    "resolution": "models",
    "fps": "models",
    "developer": "models",
    "architecture": "models",
    "inputs": "models",
    "access": "models",
    "other": "other",
}


# What `value_text` holds where an article says that a value is being withheld; that nobody prints one is no row at all.
UNDISCLOSED = "undisclosed"

# The step of a clip's length that says under what condition it is told, and the two kinds that are never held together.
CONDITION = "condition: "
STATED_MAXIMUM = "stated maximum"
CLIP_SHOWN = "clip shown"


# A sentiment label less likely than this is no more than a guess.
UNCLEAR_BELOW = 0.5


@record(frozen=True, slots=True)
class Article:
    """One article after repair, with what it says of itself.

    `text` is the clean text: every offset anywhere in the tables counts its code points. `match` is its matching copy:
    Simplified, half-width digits and letters, and exactly as long, so that an offset found in one is valid in the other.
    Where nothing tells when it appeared, `latest` is the latest time that its text names: it cannot be older.
    """

    article_id: str
    file: str
    text: str
    match: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    published_precision: Precision = "unknown"
    published_basis: Basis = "unknown"
    url: str = ""
    script: Script = "hans"
    repairs: int = 0
    unrepaired: int = 0
    latest: date | None = None
    latest_precision: Precision = "unknown"

    @property
    def written(self) -> date | None:
        """The day from which 今年 and 去年 are counted: that of the publication, else the latest that the text names."""
        return self.published or self.latest

    @property
    def written_precision(self) -> Precision:
        """How exactly that day is known."""
        return self.published_precision if self.published else self.latest_precision


@record(frozen=True, slots=True)
class Sentence:
    """One sentence by its place in the clean text; `no` counts from 1 within the article."""

    no: int
    start: int
    end: int


@record(frozen=True, slots=True)
class Quantity:
    """One figure as printed and as read.

    Units: money in its currency (ISO 4217), durations in seconds ("s"), percent 0-100 ("%"), ratios as multiples ("x"),
    resolutions in "px" (low width, high height) or with their printed letter ("p", "K"), counts with the counted thing.
    A date carries `as_of` ("2024", "2024-02", "2024-02-16", "2024-H1", "2024-Q1", "2023-11/2024-01") and its first and last
    day; a datetime adds as low and high the seconds after the midnights of these days.
    """

    start: int
    end: int
    surface: str
    kind: QuantityKind
    low: float | None = None
    high: float | None = None
    unit: str = ""
    bound: Bound = "exact"
    qualifier: str = ""
    as_of: str = ""
    first_day: date | None = None
    last_day: date | None = None
    steps: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Fact:
    """One claim as printed: a figure or a term, what it says, of whom, when, and on whose word."""

    sentence_no: int
    start: int
    end: int
    surface: str
    kind: FactKind
    metric: Metric
    rule: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    value_text: str = ""
    bound: Bound = "exact"
    subject: str = ""
    scope: Scope = ""
    as_of: str = ""
    attributed_to: str = ""
    status: Status = "actual"
    amount_usd: float | None = None
    steps: tuple[str, ...] = ()
    confidence: Confidence = "high"


@record(frozen=True, slots=True)
class Score:
    """The outlook one sentence expresses, -1 to 1, with its label, the words that decided, and how sure the reading is."""

    value: float
    label: Literal[-1, 0, 1]
    cues: tuple[str, ...] = ()
    probability: float = 1.0
    targets: dict[str, float] = field(default_factory=dict)
