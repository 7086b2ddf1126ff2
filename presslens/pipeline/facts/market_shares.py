"""The rule for who holds how much of a market."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import FIRM, Reading, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR

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
    if not _is_share_of_market(figure):
        return None
    return Reading(
        "market_share", _only_firm(figure) or _made_by(figure) or _in_whose_hands(figure) or _makers(figure), subjects=FIRM
    )


def _made_by(figure: Figure) -> str:
    """Give the maker that a part of all that is sold comes from: 六成来自甲."""
    by = re.match(r"[^，,。；;]{0,6}(?:来自|出自)\s?", figure.near_right)
    start = figure.quantity.end + by.end() if by else figure.clause.end
    return next((n.name for n in figure.passage.names_in(start, start + 16) if n.kind in FIRM), "") if by else ""


def _makers(figure: Figure) -> str:
    """Give the makers told by their kind alone, where the clause names no firm: 国产加速卡在国内市场的份额."""
    if any(n.kind in FIRM for n in figure.passage.names_in(figure.passage.start, figure.quantity.start)):
        return ""
    found = _MAKERS.match(figure.before)
    return found.group("who") if found else ""


def _in_whose_hands(figure: Figure) -> str:
    """Give who holds a market where only the clause before says so: 这一领域被甲包办,市占高达70%."""
    before = figure.passage.names_in(figure.passage.start, figure.quantity.start)
    firms = [n for n in before if n.kind in FIRM]
    if len(firms) != 1 or firms[0].end > figure.clause.start:
        return ""
    held = has(r"(?:被|由|归|落入|属于)\s?$", figure.passage.between(firms[0].start - 3, firms[0].start))
    return firms[0].name if held else ""


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
        r"(?:占(?:据|到|了)?|吃下|拿下|握有|揽下|吃掉|分走|抢下|控制|掌握|把持|瓜分|独占|覆盖)(?:了)?[^，,。；;0-9]{0,14}(?:市场|份额|出货量|产能|产量|总下载量|总销量|总调用量|总装机量|总访问量)的?(?:约|近|超过?|逾|高达)*$",
        figure.near_left,
    ):
        return True
    if has(r"(?:占据|占有|拿下|垄断|控制|掌控|掌握|把持|吃下)了?[^，,。；;0-9]{0,16}$", figure.near_left) and has(
        r"^(?:左右|以上|以下|多)?的?[^，,。；;的]{0,10}?(?:市场(?!化)|份额|江山|出货(?:量)?(?:[，,。；;]|$)|产能(?:[，,。；;]|$)|销量(?:[，,。；;]|$))",
        figure.near_right,
    ):
        return True
    if has(rf"{_MAKES_OF_ALL}$", figure.near_left) and has(
        rf"^(?:左右|以上|多)?的?[^，,。；;]{{0,10}}{_MADE}", figure.near_right
    ):
        return True
    if has(rf"{_OWN_SHARE}[^。；;\d]{{0,14}}[，,](?:约|大约|大概|仅|只)?(?:为|是|有|达到?)(?:约|近)*$", figure.before):
        return True
    if _is_part_of_sales(figure) or _is_in_frame(figure):
        return True
    if has(
        rf"(?:市场|赛道|细分领域)(?:上|中|里|当中)?[，,]?[^，,。；;\d]{{1,12}}(?:只|仅|则|独)?占(?:比|据|了|有)?(?:{HOW_FAR})*$",
        figure.before,
    ):
        return True
    if _is_ranked(figure) or _is_sold_by(figure) or _is_placed(figure):
        return True
    if has(_OWN_SHARE, around) and not has(rf"(?:{_TREND_UP}|{_TREND_DOWN})了?(?:近|约|超)?$", figure.near_left):
        return True
    return has(
        r"(?:占据|占到|占了|垄断|拿下|控制|占)了?(?:约|近|超过?|逾|高达)?(?:全球|国内|中国)?$", figure.near_left
    ) and has(r"^(?:左右|以上)?的?[^，,。]{0,8}(?:市场|份额)", figure.near_right)


def _is_ranked(figure: Figure) -> bool:
    """Tell whether a part is that of one whose place among the sellers was told: 出货全国第三,占比12%."""
    return has(
        r"(?:出货|销量|销售|装机|市场|份额)[^。；;，,\d%]{0,10}(?:第[一二三四五六七八九十\d]|居首|首位|榜首|前列|冠军|之冠)[^。；;]{0,8}[，,](?:约|大约)?占(?:比|据|有)?[^，,。；;]{0,4}$",
        figure.before,
    )


def _is_placed(figure: Figure) -> bool:
    """Tell whether a part is what a firm's place among the sellers rests on: 乙以28%紧随其后."""
    placed = has(
        r"^的?(?:份额|占比|市占率)?(?:紧随|居次|居首|位居|位列|位于第|排名|排在|次之|领跑|垫底|排第|列第|居第|稳居|坐稳|称冠)",
        figure.near_right,
    )
    return (
        placed
        and has(rf"(?:以|凭|凭借)(?:{HOW_FAR})*$", figure.near_left)
        and not has(r"增|涨|跌|率|得票|得分|支持", figure.left)
    )


_MAKERS = re.compile(
    r"^(?:[^，,。；;]{0,8}[，,])?(?:20\d\d年[，,]?)?(?P<who>(?:国产|本土|自研|中国|外资|海外|国内|美国|日本|韩国)[A-Za-z一-鿿]{0,4}?(?:厂商|企业|公司|品牌|芯片|晶片|加速卡|显卡|GPU|模型|产品))(?:们)?(?=在|的|于|已|所)"
)


def _is_sold_by(figure: Figure) -> bool:
    """Tell whether so many of all that are sold come from one maker: 每卖出十张卡,就有六成来自甲."""
    return has(
        r"(?:每|所有|全部|全球|国内|全国)[^。；;，,]{0,4}(?:卖出|售出|出货|出厂|装机|售卖)[^。；;]{0,16}$|(?:卖出|售出|出货)的[^。；;，,]{1,12}(?:里|中|当中)[，,]?[^，,。；;]{0,4}$",
        figure.before,
    ) and has(r"^[^，,。；;]{0,6}(?:来自|出自|是|由)", figure.near_right)


_OF_SALES = (
    r"(?:出货量?|市场|销量|销售额?|装机量?|供应量?|供货量?|采购量?|大盘)(?:当?中|里|上)?的?(?:合计|共|总共|就|已|仅|只|大约|约)*"
    r"占(?:比|据|到|了|有)*(?:约|近|超过?|逾|高达|为|达到?|了|将近)*$"
)
_OF_MAKERS = r"(?:厂商|厂家|国产|自研|品牌|外资|本土|大厂|公司|企业)"


def _is_part_of_sales(figure: Figure) -> bool:
    """Tell whether a part is one of what all makers sell: 在出货中占77%, 国产厂商占比由31%增至42%."""
    if has(_OF_SALES, figure.near_left):
        return True
    if has(
        r"(?:国产|全球|国内|中国)[^，,。；;]{0,8}(?:[芯晶]片|GPU|显卡|加速卡|服务器|模型)[^，,。；;]{0,6}(?:里|中|当中)[，,][^，,。；;]{1,12}(?:占|拿)[^，,。；;]{0,4}$",
        figure.before,
    ):
        return True
    if not has(r"市场|出货|份额|市占", figure.sentence) or not has(
        rf"(?:占比|比重|占)[^，,。；;]{{0,12}}$|(?:占比|比重)[，,]?[^，,。；;]{{0,24}}(?:{_MOVED_TO}|[从由][^，,。；;]{{0,6}}$)",
        figure.before[-48:],
    ):
        return False
    if has(r"(?:按|以)[^，,。；;]{0,6}(?:出货|销量|销售|营收|收入|装机)[^，,。；;]{0,6}(?:算|计|排名)?[，,]", figure.before):
        return has(r"占(?:比|据|有)?(?:约|近|达|为)*$", figure.near_left)
    makers = any(n.kind in ("company", "model") for n in figure.passage.names_in(figure.clause.start, figure.quantity.start))
    return not makers and has(rf"{_OF_MAKERS}[^，,。；;]{{0,8}}的?(?:占比|比重|合计占|占)", figure.before[-48:])


# 从份额看,甲以34%居首,乙26%: all parts that follow are of the market.
_FRAME = (
    r"(?:从|按|以|论|就|看)[^，,。；;]{0,8}(?:市场份额|份额|占有率|市占率|出货量份额)(?:来看|看|计算?|而言|来说|上)?[，,:：]"
    r"|(?:市场份额|份额|市占率|占有率)(?:方面|呢|上|分布)?[，,:：]"
    r"|[^，,。；;]{2,14}(?:市场|赛道|细分领域)(?:上|中|里|格局|排名)?[，,:：]"
    r"|(?:按|以|从)[^，,。；;]{0,8}(?:出货|销量|收入|营收|销售)[^，,。；;]{0,4}(?:计算?|算|口径|来看|看|统计)[^，,。；;]{0,3}[，,]"
    r"|分(?:厂商|品牌|公司|企业)(?:来看|看)?[，,]"
)
_HOLDS = (
    r"(?:以|占|占据|占有|拿走|拿下|拿到|拥有|握有|分走|吃下|依次为|分别为|分别占|各占|各|的|为|是|约|近|达|有|则|均在|都在"
    r"|只有|仅|不到|连|合计|超过?|和|与|、|（|[(]|[\d.]+[%％])*$"
)


def _is_in_frame(figure: Figure) -> bool:
    """Tell whether the sentence has said before that it deals out a market, and the clause only names who has the part."""
    if not has(_FRAME, figure.before):
        return False
    named = figure.passage.names_in(figure.clause.start, figure.quantity.start)
    before = figure.passage.between(named[-1].end, figure.quantity.start) if named else figure.left
    of_other = has(r"^\s?的(?!市场|份额)", figure.near_right) or has(r"增|涨|跌|利润|毛利", figure.left)
    return bool(named) and not of_other and has(rf"^[^，,。；;]{{0,4}}?{_HOLDS}", before)
