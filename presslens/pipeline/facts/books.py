"""What is told of a period whose books are closed, and not of the day of printing: income, and how it grew over a year."""

from __future__ import annotations

import re

from presslens.model import Metric
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.shares import is_share_move

_RUN_RATE = re.compile(r"年化|ARR|MRR|经常性|年营收|年收入")
_OVER_A_YEAR = re.compile(r"同比|环比|按年|按季|年[增减]|季[增减]|较上年|比上年")


def is_of_the_books(figure: Figure, metric: Metric) -> bool:
    """Tell income of a closed period from a yearly run rate, which is of today, and its growth from the move of a share."""
    if metric == "growth_rate":
        return _OVER_A_YEAR.search(figure.near_left) is not None and not is_share_move(figure)
    return metric == "revenue" and _RUN_RATE.search(figure.left) is None
