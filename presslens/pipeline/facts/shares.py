"""Whether a figure tells how shares moved on the exchange."""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure

_OF_SHARES = re.compile(
    r"股价|股票|股份|每股|收盘|盘中|[收高急抽][高低报涨跌升]|成交额?|市值(?:蒸发|缩水)|大跌|大涨|暴跌|暴涨|下跌|上涨|[涨跌][超近逾约]|反弹|回升|[涨跌挫弹扬升泻飙](?:了|逾|约)?$"
)
_NOT_OF_SHARES = re.compile(r"估值|营收|收入|利润|用户|(?<!开)销|需求|成本|票房|出货|价格(?!指数)")

_OF_BUSINESS = re.compile(r"估值|营收|收入|利润|盈利|销售|用户|需求|成本|票房|出货|价格")


def speaks_of_shares(text: str) -> bool:
    """Tell whether a sentence speaks of shares.

    >>> speaks_of_shares("股价一度大跌"), speaks_of_shares("营收增长")
    (True, False)
    """
    return _OF_SHARES.search(text) is not None


def is_share_move(figure: Figure) -> bool:
    """Tell whether a figure tells how shares moved: 股价大跌10%, not 营收大跌10%."""
    return bool(_OF_SHARES.search(figure.left)) and not _NOT_OF_SHARES.search(figure.left)


def moves_in_a_session(figure: Figure) -> bool:
    """Tell whether a rate is that of shares, or of what follows one in the sentence: 甲股价升5%；乙泻2%."""
    if figure.quantity.kind != "percent":
        return False
    return is_share_move(figure) or ("股价" in figure.before and not _OF_BUSINESS.search(figure.left))
