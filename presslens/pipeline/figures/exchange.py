"""What an amount was worth in US dollars, at the average rate of its year."""

from __future__ import annotations

from presslens.pipeline.figures.vocabulary import load


def usd(amount: float, currency: str, year: int) -> float | None:
    """Convert an amount at the yearly average rate; nothing for a currency or a year without one.

    >>> round(usd(100.0, "CNY", 2024), 2), usd(1.0, "USD", 1990), usd(1.0, "CNY", 1990)
    (13.9, 1.0, None)
    """
    if currency == "USD":
        return amount
    rate = load("currencies")["usd"].get(currency, {}).get(str(year))
    return amount / rate if rate else None
