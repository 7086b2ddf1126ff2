"""Whether what a wording has for a subject is one: 该市场 is the market told before, 首月 and 上市时 are nobody."""

from __future__ import annotations

import re

from presslens.pipeline.facts.market_names import market_told_before
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.topics import Topics

_THE_MARKET = re.compile(
    r"(?:同期|目前|当前|整个|整体|对应|内地)*(?:该|此|这[个块条门一]?|那[个块条]?)?(?:市场|赛道|盘子|生意|行业|产业|大盘)"
)
_OPENS_SAYING = re.compile(
    r"^.*?(?:机构|分析师|报告|研报|顾问|该行|公司)?(?:说|称|认为|估计|预计|指出|表示)(?=[一-鿿A-Za-z]{3,})|^其中(?=.{3})"
)
_NOBODY = re.compile(
    r"(?:其中|在|按|由|把|使|说|标明|部署|签约|订购|授权|对价|眼下|账上|手里|之后|外部|累[积计]|半年|远期|问卷|知道|首[月周日年季]|起步首月"
    r"|[\d一二两三四五六七八九十几]+个?[天月年周](?:里|内|累计)?|一晚上|[去今][年春].{0,3}天|鼎盛时|口径里.*|按[^的]{1,8}|[(（].*|—.*"
    r"|.*(?:上线|上市|发布|推出|开业|开通)时|.*[把由被]|合计.{0,2}|.{0,4}版由)"
)
_POINTS_AT_A_PRODUCT = re.compile(r"(?:这|该)(?:款|个|一)?[^的]{0,4}(?:模型|产品|应用|工具|平台)")


def proper(subject: str, figure: Figure, topics: Topics) -> str:
    """Give the subject that a wording names, the market that it points at, or nothing where it names none."""
    subject = _OPENS_SAYING.sub("", subject).strip()
    if _THE_MARKET.fullmatch(subject):
        return market_told_before(figure.passage, topics) or subject
    return "" if _NOBODY.fullmatch(subject) or _POINTS_AT_A_PRODUCT.fullmatch(subject) else subject
