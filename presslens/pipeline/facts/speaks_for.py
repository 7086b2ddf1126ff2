"""Which firm speaks for a model: what it opens, changes, announces, is told of as its side, or heads a line with is its own."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.passage import Passage

# 某公司将甲开源, 某公司给甲加入…: what a firm opens or changes is its own.
_CHANGES = re.compile(r"^[^，,。；;：:、！？!?🀀-🿿]{0,14}?(?:将|把|给|为)(?:自家|旗下)?的?[^，,。；;：:A-Za-z]{0,8}[“「]?$")
_IN_THIS_WAY = re.compile(
    r"^[”」]?\s?(?:模型|大模型)?(?:也|直接|一并|全部|全面|正式|免费|完全|重新|从[^，,。；;]{1,8})*"
    r"(?:升级|更新|加入|增加|加上|新增|推向|开源|开放|改名|命名|扩展|挂出|放出|推出|端出|停了|停掉|下架|下线|关停|关掉|拆分|独立|端上|推给|推上|推到|摆上|交到)"
)
_NO_MAKER = re.compile(r"(?:证券|资本|咨询|基金|银行|研究院|研究所|大学|日报|时报|网)$")
_LONGEST_HEADING = 32
# 腾讯 · 混元视频 as a line of its own heads what is told of the model; 快手这边,可灵…
_HEADS = re.compile(r"\s?(?:·|・|\||｜|——|—|-)\s?")
_ITS_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}\s?[.、)）]|[①-⑳■▍【·•\-]|[一二三四五六七八九十]、)?\s?")
_ON_ITS_SIDE = re.compile(r"^(?:这边|那边|这头|那头|这厢|方面|一侧)[，,]\s?[“「]?$")
# 某公司负责人说,采用某架构的甲上月开放
_SAYS = re.compile(
    r"^[^，,。；;：:]{0,12}?(?:说|表示|称|指出|介绍|透露|宣布)[，,：:]\s?(?:其|旗下|自家|新一代|最新)?(?:[^，,。；;、]{0,14}的)?(?:[^，,。；;、的]{0,8}(?:模型|产品|工具|平台))?\s?[“「]?$"
)
_COMES_OUT = re.compile(
    r"^[”」]?(?:的?[^，,。；;]{0,2}版)?\s?[^，,。；;的]{0,14}?(?:正式|已|将|于|起|日|月|面向|对|首次|也|[^A-Za-z一-鿿])(?:[^，,。；;的]{0,6})?(?:开放|上线|发布|推出|升级|更新|开源|公测|内测|问世|亮相|商用)"
)
# 某公司宣布,视频模型甲今起开放: what a firm announces of a model it says of its own.
_ANNOUNCES = re.compile(
    rf"^(?:[^，,。；;：:]{{0,8}}?(?:CEO|创始人|首席执行官|执行长|总裁|负责人))?[^，,。；;：:]{{0,8}}?(?:宣布|说明|官宣|介绍说?|透露|的口径(?:则|就)?是)[，,：:]\s?"
    rf"(?:{cue('describing_a_product')}|\s)*(?:[^，,。；;、]{{0,8}}?(?:模型|大模型|产品|工具|平台))?\s?[“「]?$"
)


def changes(between: str, behind: str) -> bool:
    """Tell from the words between a firm and a model, and behind it, whether the firm opens or changes it.

    >>> changes("今天把", "开源"), changes("今天把", "接入客服系统")
    (True, False)
    """
    return bool(_CHANGES.match(between) and _IN_THIS_WAY.match(behind))


def speaks_for(passage: Passage, firm: Hit, model: Hit, between: str) -> bool:
    """Tell whether a firm announces what a model does or will do, is told of as its side, or heads a line with its name."""
    if _NO_MAKER.search(firm.name):
        return False
    if _ANNOUNCES.match(between) or _ON_ITS_SIDE.match(between):
        return True
    behind = passage.between(model.end, passage.end)
    if _SAYS.match(between) and _COMES_OUT.match(behind):
        return True
    alone = _HEADS.fullmatch(between) and not behind.strip() if len(passage.text) <= _LONGEST_HEADING else False
    return bool(alone and _ITS_LIST_NUMBER.fullmatch(passage.between(passage.start, firm.start)))
