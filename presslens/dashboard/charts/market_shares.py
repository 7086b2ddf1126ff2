"""Charts of shares: of a market, and of those who use something; and what the largest share and sale are."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from presslens.dashboard.aggregates import claims, market
from presslens.dashboard.charts import axes, rows, style, wording
from presslens.dashboard.text import Text

MOST_ROWS = 12


def shares(facts: pd.DataFrame, text: Text, *, dark: bool = False) -> go.Figure:
    """Draw market and adoption shares from 0 to 100 %, a row for each thing and date, with who says it beside the mark."""
    marks = claims.marks(facts[facts["metric"].isin(["market_share", "adoption_share"]) & (facts["unit"] == "%")])
    marks = marks[marks["span_high"].between(0, 100)]
    if marks.empty:
        return style.figure([], height=120, dark=dark, legend=False)
    colours = style.palette(dark)
    marks = marks.sort_values(["metric", "high"], ascending=[False, False])
    told = list(marks.groupby(["metric", "subject", "scope", "as_of"], sort=False))[:MOST_ROWS]
    several = len({metric for (metric, *_), _ in told}) > 1
    drawn = []
    for (metric, _, _, as_of), part in told:
        colour = colours.series[0 if metric == "market_share" else 3]
        label = _head(part.iloc[0], text.metric(metric) if several else "", text.date(as_of) if as_of else "", text)
        drawn.append(rows.Row(label, tuple(_share(mark, text, colour) for _, mark in part.iterrows())))
    legend = style.status_legend(marks["status"], text)
    return rows.draw(drawn, axes.linear_axis(100, text, "%"), legend=legend, dark=dark, bars=True)


def _head(mark: pd.Series, metric: str, when: str, text: Text) -> str:
    """Name a row; a phone has no room for the measure where it is that of every row."""
    return " · ".join([f"<b>{wording.about(mark, text)}</b>", *(style.escape(part) for part in (metric, when) if part)])


def _share(mark: pd.Series, text: Text, colour: str) -> rows.Mark:
    amount = text.amount(mark["low"], mark["high"], "%", mark["bound"])
    label = style.escape(f"{amount} · {voice(mark, text)}", 40) + wording.flag(mark)
    ends = float(mark["span_low"]), float(mark["span_high"])
    symbol = style.SYMBOL_OF_STATUS[mark["status"]]
    return rows.Mark(*ends, label, wording.hover(mark, text), mark["fact_ids"], colour, symbol, mark["bound"])


def voice(mark: pd.Series, text: Text) -> str:
    """Say on whose word a claim stands: who is quoted, else the outlet itself."""
    names = (
        [text.name(name) for name in mark["voices"]] or [text.outlet(outlet) for outlet in mark["outlets"]] or [text.outlet("")]
    )
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")


def shares_finding(facts: pd.DataFrame, text: Text) -> str:
    """Say between what values the share told of most lies, or its one value and on whose word; of a market where one is."""
    marks = claims.marks(facts[facts["metric"].isin(market.SHARES) & (facts["unit"] == "%")])
    marks = marks[marks["span_high"].between(0, 100)]
    if marks.empty:
        return text("No outlet in this selection reports a share.")
    first = marks[marks["metric"] == marks["metric"].max()]
    told = first.groupby("subject")["origins"].sum()
    own = first[first["subject"] == told.idxmax()]
    low, high = own["span_low"].min(), own["span_high"].max()
    if low < high and len(own) > 1:
        return text(
            "{subject}: {metric} put at {low} to {high}, by {origins}",
            subject=text.name(own["subject"].iloc[0]) or text("Subject not named"),
            metric=text.metric(own["metric"].iloc[0]).lower(),
            low=text.amount(low, None, "%"),
            high=text.amount(high, None, "%"),
            origins=text.plural("{n} independent origin", "{n} independent origins", int(told.max())),
        )
    top = own.loc[own["span_high"].idxmax()]
    amount = text.amount(top["low"], top["high"], "%", top["bound"])
    return text("{subject}: {amount}, says {voice}", subject=wording.subject(top, text), amount=amount, voice=voice(top, text))


def sales_finding(facts: pd.DataFrame, text: Text) -> str:
    """Say the largest revenue or box office."""
    marks = claims.marks(facts)
    if marks.empty:
        return text("No outlet in this selection reports a revenue or a box office.")
    top = marks.loc[marks["usd_high"].idxmax()]
    return text(
        "{subject}: {metric} of {amount} ({status})",
        subject=wording.subject(top, text),
        amount=wording.dollars(top, text),
        metric=text.metric(top["metric"]).lower(),
        status=text.status(top["status"]).lower(),
    )
