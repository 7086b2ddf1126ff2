"""Counts of persons and firms, which can do things: 两人, 三家, 四家公司."""

from __future__ import annotations

import re

from presslens.pipeline.facts.tokens import COUNT, Token

BODIES = ("公司", "企业", "厂商", "平台", "团队", "机构")
# 约100家企业, which a figure takes whole.
COUNTED_NOUN = re.compile(
    r"[\d.,]+[万亿]?多?余?[家个名位款支所座]?(?P<noun>企业|公司|厂商|机构|平台|团队|国家|城市|学生|用户|网民|开发者)"
)
# More than these are no group that was told one by one.
_A_FEW = re.compile(r"[2-9两二三四五六七八九十]\s?[^\d万千百亿.]")
_COUNTED_BODIES = ("人", "家", "位", "名", "者", "方", "所", "国")


def holds_noun(token: Token) -> bool:
    """Tell whether a count was read with the noun it counts: 100家企业."""
    return token.tag == COUNT and COUNTED_NOUN.fullmatch(token.text) is not None


def holds_bodies(token: Token) -> bool:
    """Tell whether a count was read with the few bodies it counts: 四家公司."""
    return counts_bodies(token) and token.text.endswith(BODIES)


def counts_bodies(token: Token) -> bool:
    """Tell whether a count is one of persons or firms, which can do things: 两人, 三家, but not 90% or 2步."""
    return _A_FEW.match(token.text) is not None and token.text.endswith((*_COUNTED_BODIES, *BODIES))
