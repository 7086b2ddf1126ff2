"""Rules for money that is sought or promised for a firm.

What a firm, a fund or a country plans to spend itself, on works, machines or a market, is capital spending and no funding.
"""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.put_in import given_to, given_to_somebody, staked_in
from presslens.pipeline.facts.rule import COMPANY_FIRST, FIRM, Reading, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR

RAISE = cue("raising_money")
_SOUGHT = cue("money_not_there_yet")

_MONEY = r"投资|资金|注资|入股|融资"
_WORKS = r"造芯|建厂|建设|打造|开发|制造|来造"
_POINTS = re.compile(r"^[它其他她]|[该这那][家一]?|公司$|企业$|[前后]者|对方|自己")
# Money that is promised is not yet there.
_PROMISED = r"^的?(?:承诺|意向|意向性)(?:投资|融资|资金)|^的?(?:投资|融资|资金)(?:承诺|意向)"


@reads("money")
def money_sought(figure: Figure) -> Reading | None:
    """Read money that is asked for, planned or in talks: 计划筹集300亿美元, 寻求5亿美元融资."""
    near = figure.near_left
    if has(r"^(?:融资|募资|筹资)?目标的", figure.near_right) and has(RAISE, figure.before[-30:]):
        return Reading("funding_target", subjects=FIRM)
    if (
        has(rf"(?:{RAISE}|获得|完成)的$", near)
        or has(r"基金(?!拟|计划|将|要|有意|考虑|正|打算)", near[-10:])
        or has(r"资本(?:性)?(?:支出|开支)|CAPEX|[Cc]apex", near[-16:] + figure.near_right[:10])
        or has(r"(?:全球|全国|中国|行业)[^，,。；;]{0,8}投资规模", figure.left[-40:])
        or has(r"只需|仅需|成本|费用|罚款|税", near[-12:] + figure.near_right[:6])
    ):
        return None
    wanted = _is_promised(figure) or _is_sought(figure) or _is_being_raised(figure) or _is_a_plan(figure)
    if not wanted:
        return None
    told = given_to_somebody(figure)
    firm = staked_in(figure) or ("" if _POINTS.search(told) else told)
    return Reading("funding_target", firm, subjects=COMPANY_FIRST, status="target")


def _is_promised(figure: Figure) -> bool:
    """Tell whether somebody is promised the money: 获得15亿美元的投资承诺, but not 宣布5000亿美元的投资承诺."""
    taken = has(r"获|得到|拿到|赢得|争取|收到|接到", figure.left) or given_to(figure) is not None
    return has(_PROMISED, figure.near_right) and taken


def _is_sought(figure: Figure) -> bool:
    """Tell whether a word of wanting stands before the amount, and one of raising or of giving it to a firm near it."""
    near, ahead = figure.near_left, figure.near_right
    sought = has(rf"(?:{_SOUGHT})[^，,。；;]{{0,24}}$", figure.left[-40:]) or has(r"^的?资金(?:可能|或|将|预计)", ahead)
    done = has(r"(?:完成|获得?|拿到|宣布完成|已经?|成功|此前|曾|了)[^，,。；;]{0,12}$", near) and not has(
        r"寻求|计划|拟|目标|希望|打算", near
    )
    if not sought or done:
        return False
    raises = has(RAISE, near) or has(rf"^[^，,。；;]{{0,8}}?(?:{RAISE})", ahead)
    provides = has(r"(?:提供|拿出|出资)(?:约|近|超过?|至多)*$", near) and has(r"^的?资金", ahead)
    provides = provides or (has(r"(?:另有|另外)(?:约|近)?$", near) and has(r"^的?资金[^，,。；;]{0,4}来自", ahead))
    return raises or provides or _is_asked_for(figure) or _is_for_a_firm(figure)


def _is_asked_for(figure: Figure) -> bool:
    """Tell whether others are asked for the money, whatever it is to build: 寻求7万亿美元建厂, 希望获得5亿元投资."""
    asks = has(r"(?:寻求|求|索要|开口|争取|讨要?|吸引|引入|引进|(?<!曾)获得?|得到|拿到)[^，,。；;]{0,16}$", figure.near_left)
    return asks and has(rf"^[^，,。；;]{{0,8}}?(?:{_MONEY}|{_WORKS})", figure.near_right)


def _is_for_a_firm(figure: Figure) -> bool:
    """Tell whether somebody is to put the money into a firm: 计划向甲投资5亿, 拟以15亿入股乙, 投入100亿 beside 股份."""
    if (
        given_to(figure)
        or staked_in(figure)
        or given_to_somebody(figure)
        or has(r"注资|入股|参股", figure.near_left + figure.near_right[:8])
    ):
        return True
    puts_in = has(r"(?:投资|投入|出资|投)[^，,。；;]{0,8}$", figure.near_left) or has(r"^的?(?:投资|投入)", figure.near_right)
    return puts_in and has(r"融资|股份|股权|估值|初创|这一?轮|本轮|新一轮", figure.sentence)


def _is_being_raised(figure: Figure) -> bool:
    """Tell whether an amount is being raised or talked of: 筹集300亿美元, 正洽谈…融资额在5亿至10亿美元."""
    return _is_in_talks(figure) or _is_of_a_listing(figure) or _is_hoped_for(figure) or _is_raised_now(figure)


def _is_in_talks(figure: Figure) -> bool:
    """Tell whether a round that is talked of has the amount: 正洽谈新一轮融资,规模5亿美元."""
    near, before = figure.near_left, figure.before
    if has(r"洽谈|商谈|磋商|谈判|接触", before) and has(r"^[^，,。；;]{0,4}(?:融资|投资|注资)", figure.near_right):
        return True
    if has(r"融资(?:额|金额|规模|目标)(?:将|预计|大约|约)?(?:在|为|是)?$", near) and has(r"洽谈|寻求|计划|商谈|谈判", before):
        return True
    return has(
        rf"(?:洽谈|商谈|磋商|谈判|商讨|接洽|酝酿|筹备|考虑|启动|推进|寻求)[^。；;]{{0,14}}(?:融资|募资|集资|筹资|轮|发债)[^。；;，,]{{0,6}}[，,](?:融资|募资|集资|目标)?(?:总?金额|总?额|规模|目标|数额)(?:{HOW_FAR})*$",
        before,
    ) and not has(r"已经?完成|完成了", before)


def _is_of_a_listing(figure: Figure) -> bool:
    """Tell whether shares are to bring in the amount: 拟赴港上市,募资10亿."""
    return has(
        r"(?:拟|计划|申请|冲刺|寻求|将)[^。；;]{0,16}(?:上市|IPO|挂牌)[，,][^，,。；;]{0,4}(?:募资|集资|募集|筹资)[^，,。；;]{0,6}$",
        figure.before,
    ) or has(
        rf"(?:递表|招股|上市申请|IPO|挂牌)[^。；;]{{0,20}}(?:集资|募资|筹资)(?:规模|额|金额|总额)(?:{HOW_FAR})*$", figure.before
    )


def _is_hoped_for(figure: Figure) -> bool:
    """Tell whether an amount is what is hoped for, or the bound or aim of what is raised: 希望再融5亿, 募资上限9亿."""
    near = figure.near_left
    if has(r"(?:希望|计划|打算|拟|准备|寻求|有意|欲)[^，,。；;]{0,4}再?(?:融|募|筹)(?:资|集)?(?:约|近|超过?)*$", near):
        return True
    if has(
        r"(?:融资|募资|筹资)(?:目标|规模|额|金额)[^，,。；;]{0,4}(?:由|从)[^，,。；;]{1,14}(?:至|到|为)(?:约|近)*$", figure.left
    ):
        return True
    return has(
        rf"(?:募资|融资|集资|筹资|募集|发行|目标)(?:资金)?(?:总额|金额|额|规模)?(?:的)?(?:上限|下限|目标|上限额)(?:{HOW_FAR})*$|目标(?:金额|募资额|融资额|规模|额)(?:{HOW_FAR})*$",
        near,
    ) and has(rf"{RAISE}|轮|定增|招股|募", figure.before)


def _is_raised_now(figure: Figure) -> bool:
    """Tell whether an amount is being gathered and not there yet: 筹集300亿美元, but not 已筹集300亿美元."""
    near = figure.near_left
    if not has(r"(?:筹措|筹集|募集|筹资|募资|筹钱)(?:到|了)?(?:约|近|超过?|高达|至多|最多|多达)*[“\"]?$", near):
        return False
    done = has(r"(?:已|成功|共|曾)[^，,。]{0,16}$|(?:筹|募)[^，,。]{0,2}(?:到|了)", near)
    return not done and not has(
        r"(?:敲定|完成|关闭|落定|收官|官宣|结束|获得)了?[^，,。；;]{0,10}轮[^，,。；;]{0,4}[，,][^，,。；;]{0,6}$",
        figure.before,
    )


def _is_a_plan(figure: Figure) -> bool:
    """Tell whether the amount is that of a plan: 650亿美元的融资计划, 七万亿美元造芯计划."""
    return has(r"^[^，,。；;]{0,6}?(?:融资|募资)(?:计划|承诺|方案)", figure.near_right) or has(
        r"^[”\"]?(?:美元|美金)?[”\"]?(?:的)?(?:造芯|芯片|AI芯片)(?:计划|项目|帝国|梦)", figure.near_right
    )
