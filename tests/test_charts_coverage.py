"""Coverage over time: bars that cover the days they count, named as what they are in either language."""

from __future__ import annotations

import pandas as pd
import pytest

from presslens.dashboard.charts.coverage import coverage
from presslens.dashboard.text import Language, Text
from tests.chart_frames import articles, facts

SPANS = [
    (("2024-03-04", "2024-03-06"), "en", "4 Mar 2024: 1 article", 1),
    (("2024-03-06", "2024-07-01"), "en", "week of 4 Mar 2024: 1 article", 7),
    (("2024-03-06", "2024-07-01"), "zh", "2024年3月4日起的一周：1篇文章", 7),
    (("2022-12-17", "2024-07-01"), "en", "Dec 2022: 1 article", 31),
    (("2022-12-17", "2024-07-01"), "zh", "2022年12月：1篇文章", 31),
]


@pytest.mark.parametrize(("days", "language", "told", "length_days"), SPANS)
def test_a_bar_is_named_by_its_day_week_or_month_and_covers_it(
    days: tuple[str, str], language: Language, told: str, length_days: int
) -> None:
    published = articles(*({"published": pd.Timestamp(day)} for day in days))
    bars = coverage(published, facts(), Text(language), dark=False).data[0]
    length_ms = length_days * 86_400_000
    assert bars.hovertext[0] == told
    assert bars.offset[0] >= 0
    assert length_ms * 0.8 < bars.width[0] <= length_ms - bars.offset[0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_month_is_written_at_its_first_day(language: Language) -> None:
    """Plotly takes a Chinese format for one of years, and would write the first month in the middle of its year."""
    published = articles(*({"published": pd.Timestamp(day)} for day in ("2022-12-17", "2024-07-01")))
    chart = coverage(published, facts(), Text(language), dark=False)
    assert chart.layout.xaxis.ticklabelmode in (None, "instant")
