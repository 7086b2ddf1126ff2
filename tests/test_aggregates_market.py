"""What counts as told of a market."""

from __future__ import annotations

import pandas as pd
import pytest

from presslens.dashboard.aggregates import market
from tests import made

EXAMPLES = [
    ({"metric": "market_size"}, True),
    ({"metric": "growth_rate", "subject": "短视频市场", "scope": ""}, True),
    ({"metric": "growth_rate", "subject": "AIGC", "scope": "china"}, True),
    ({"metric": "growth_rate", "subject": "NVIDIA", "scope": ""}, False),
    ({"metric": "revenue", "subject": "NVIDIA", "scope": ""}, True),
    ({"metric": "revenue", "subject": "某家饭馆", "scope": ""}, False),
    ({"metric": "users", "subject": "Kling", "scope": ""}, True),
    ({"metric": "valuation", "subject": "NVIDIA", "scope": ""}, False),
]


@pytest.mark.parametrize(("changes", "kept"), EXAMPLES, ids=str)
def test_what_is_told_of_a_market_is_kept(changes: dict[str, str], kept: bool) -> None:
    assert len(market.told(pd.DataFrame([made.fact(**changes)]))) == kept
