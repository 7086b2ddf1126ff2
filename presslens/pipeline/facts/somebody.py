"""Somebody whom a text does not name: 其中一家, 一位朋友, 一个有200人的办公室."""

from __future__ import annotations

import re

from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.nearby import described
from presslens.pipeline.facts.passage import Figure

_INDEFINITE = re.compile(r"其中一[家个款]|某[家个款]|另一[家款]|有一[家款]|一[个款家](?:拥有|有|估值|市值|已经?)[^，,]*$")
_A_STRANGER = re.compile(r"一[个位]朋友|有一[家款]|某[家个款位]")
_EARNS = re.compile(
    r"\W*(?:比如|例如|其中|还|也)?[，,]?(?:有(?P<some>博主|商家|网友|用户|卖家|店主|主播|创作者|学员|商户)|(?P<one>某(?:社群|博主|商家|店铺|网店|主播|培训机构)))"
    r"(?![^，,。；;]{0,6}(?:称|表示|说|透露|发现|指出|爆料|认为))"
)
_ONE_OF_THEM = re.compile(r"\W*(?P<who>其中一[家个款位](?:公司)?)的")
_HAS = re.compile(r"一[个款家](?:拥有|有)[^，,]*$")


def somebody(figure: Figure) -> Bound | None:
    """Give by what words somebody not named is told of, if a figure is said of such."""
    if _INDEFINITE.search(figure.left) or _A_STRANGER.search(figure.before) or _ONE_OF_THEM.match(figure.before):
        return Bound((_by_words(figure),), "low", "said of somebody not named")
    return None


def earner(figure: Figure) -> Bound | None:
    """Give the kind of person or shop that a sentence says takes money in, unless it only speaks: 有博主靠甲接单,进账3万元."""
    told = _EARNS.match(figure.before)
    return Bound((told["some"] or told["one"],), "medium", "said of somebody not named") if told else None


def _by_words(figure: Figure) -> str:
    """Say by what words somebody not named is told of, if by any that tell it: 其中一家, 一个有200人的办公室."""
    one = _ONE_OF_THEM.match(figure.before)
    if one:
        return one["who"]
    has = _HAS.search(figure.left)
    return next((found.text for found in described(figure) if found.form in ("noun", "weak")), "") if has else ""
