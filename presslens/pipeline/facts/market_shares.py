"""The rule for who holds how much of a market."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, has, reads

_TREND_UP = cue("rising")
_TREND_DOWN = cue("falling")


_OWN_SHARE = r"(?:市场)?(?:份额|占有率|市占率|市占)"

_MOVED_TO = (
    r"(?:[降升增跌滑涨]落?|提高|提升|增加|扩大|回落|滑落|跃升|攀升|缩水|萎缩|缩减|下降|走低|收窄|"
    r"下滑|上升|回升)(?:至|到)了?(?:约|近)?$|[从由][^，,。；;]{0,12}(?:到|至)了?(?:约|近)?$"
)

# 生产了全球九成的先进芯片 tells a share of the market.
_MAKES_OF_ALL = (
    r"(?:生产|供应|制造|出产|提供|包揽|代工|出货|贡献)了?(?:全球|全世界|世界|国内|全国|中国|市场上|"
    r"市面上)?(?:约|近|超过?|逾|高达)*"
)

_MADE = r"(?:芯片|GPU|HBM|产能|产量|晶圆|服务器|显卡|加速卡|面板|光刻机|存储器|内存|处理器)"


@reads("percent", "ratio")
def share_of_market(figure: Figure) -> Reading | None:
    """Read who holds how much of a market: 握有七成份额的某公司, 市场份额达到80%."""
    firms = re.search(
        r"(?:没有一家|任何一?家?|每一?家)(?P<noun>[A-Za-z一-鿿]{2,10}?(?:公司|企业|厂商))的(?:市场)?(?:份额|占有率)",
        figure.left,
    )
    if firms:
        return Reading("market_share", firms.group("noun"))
    return Reading("market_share", _only_firm(figure), subjects=FIRM) if _is_share_of_market(figure) else None


def _only_firm(figure: Figure) -> str:
    """Give the one firm or model of a clause that says in which market it stands: 甲在某市场拿下92%的份额."""
    named = [n for n in figure.passage.names_in(figure.clause.start, figure.quantity.start) if n.kind in ("company", "model")]
    if len(named) != 1 or not figure.passage.is_free(named[0]):
        return ""
    inside = has(
        r"^\s?(?:在|于)[^，,。；;]{1,18}(?:市场|领域|赛道|行业)", figure.passage.between(named[0].end, figure.quantity.start)
    )
    return named[0].name if inside else ""


def _is_share_of_market(figure: Figure) -> bool:
    """Tell whether the words around a part of a whole speak of a share of a market, and not of how it moved."""
    around = figure.near_left[-24:] + "#" + figure.near_right[:14]
    if has(rf"{_OWN_SHARE}[^，,。；;]{{0,4}}(?:从|由)", figure.left) and has(_MOVED_TO, figure.near_left):
        return True
    if has(
        r"占(?:据|到|了)?(?:了)?[^，,。；;0-9]{0,14}(?:市场|份额|出货量|产能|产量)的?(?:约|近|超过?|逾|高达)*$",
        figure.near_left,
    ):
        return True
    if has(r"(?:占据|占有|拿下|垄断|控制|掌控|掌握|把持|吃下)了?[^，,。；;0-9]{0,16}$", figure.near_left) and has(
        r"^(?:左右|以上|以下|多)?的?[^，,。；;的]{0,10}?(?:市场(?!化)|份额|江山)", figure.near_right
    ):
        return True
    if has(rf"{_MAKES_OF_ALL}$", figure.near_left) and has(
        rf"^(?:左右|以上|多)?的?[^，,。；;]{{0,10}}{_MADE}", figure.near_right
    ):
        return True
    if has(rf"{_OWN_SHARE}[^。；;\d]{{0,14}}[，,](?:约|大约|大概|仅|只)?(?:为|是|有|达到?)(?:约|近)*$", figure.before):
        return True
    if has(r"市场(?:上|中|里)?[，,]?[^，,。；;\d]{1,10}占(?:比|据|了)?(?:约|近|超过?|逾)*$", figure.left):
        return True
    if has(_OWN_SHARE, around) and not has(rf"(?:{_TREND_UP}|{_TREND_DOWN})了?(?:近|约|超)?$", figure.near_left):
        return True
    return has(
        r"(?:占据|占到|占了|垄断|拿下|控制|占)了?(?:约|近|超过?|逾|高达)?(?:全球|国内|中国)?$", figure.near_left
    ) and has(r"^(?:左右|以上)?的?[^，,。]{0,8}(?:市场|份额)", figure.near_right)
