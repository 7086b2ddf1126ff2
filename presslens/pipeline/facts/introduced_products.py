"""Products that an article introduces: behind or before their kind, in quotation marks or with their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import cue, names
from presslens.pipeline.cutting import tagger
from presslens.pipeline.facts.coined import is_coined, may_be_name
from presslens.pipeline.facts.unlisted import NOT_A_NAME
from presslens.pipeline.patterns import searched

# How a version is printed behind its product's name, where it is no amount.
VERSION = re.compile(
    r"[- ]?[vV]?(?:\d+(?:\.\d+)+(?![\d%％万亿倍元美秒分])"
    r"|\d{1,2}(?!,\d|[\d%％.年月日号个款家位名条台倍次轮点期天人岁秒分元美万亿千百、]))"
)
_QUOTED = re.compile(r"[“「『](?P<name>[A-Za-z0-9一-鿿·. \-]{2,12})[”」』]")
_SURE_KIND_BEFORE = re.compile(rf"(?:{cue('things_with_names')}|App|APP)$")
_SURE_KIND_AFTER = re.compile("系列|(?:视频|生成|语言|多模态|视频生成)?大?模型|[芯晶]片|训练卡|加速卡")
_KIND_BEFORE = searched(rf"(?:{cue('kinds_of_product')})\s?$")
_KIND_AFTER = re.compile("(?:视频|生成|语言|多模态|文生视频)*大?模型")
_NUMBERED = searched(
    rf"(?:{cue('things_with_names')}|推出|发布|开源|上线|新一代|名为)[“「]?"
    r"(?P<name>[一-鿿]{2,4}?)[- ]?[vV]?\d{1,2}(?P<minor>\.\d{1,2})?"
    r"(?!,\d|[\d年月日号%％万亿秒分元美个家倍天人岁点期轮次百千款、.D])"
)
# A version, no amount: 墨影2.0已上线, but not 成本2.5亿元.
_NUMBER = re.compile(r"\d(?:(?<=[一-鿿”」vV].)|(?<=[一-鿿”」vV]\s.))\.\d(?![\d%万亿倍元美秒分成个.])")
_BEFORE_NUMBER = re.compile(rf"(?:{cue('kinds_of_product')})\s?[“「]?(?P<name>[一-鿿]{{2,4}})[”」]?\s?[vV]?$")
_LATIN = searched(
    r"(?:模型|[芯晶]片|系统|引擎|处理器|训练卡|加速卡|推理卡|智能体|机器人)[“「]?\s?"
    r"(?P<name>[A-Z][A-Za-z]*(?:[-.][A-Za-z0-9]+)*(?: ?\d[A-Za-z0-9.]*)?)(?![A-Za-z0-9])"
)
# 视频模型云岚,口号是…: Han letters right behind what only models are called, where the text has them again.
_UNQUOTED = re.compile(
    r"(?:视频|影片|多模态|图像|语言|视频生成|影片生成)大?模型\s?(?P<name>[一-鿿]{2,3}?)"
    r"(?=[，,。；;！)）\s]|(?:已|将|的|是|在|也|可|能|采用|走|用|只|权重|上线|发布|亮相|开放|登场|支持|问世|单次|一次|首次|正式|参数|今|去年|自))"
)
_BEFORE_A_NUMBER = frozenset("约要有达到为近超至过破共仅只耗出价占分比需逾")
_LONGEST_COINED = 5
_OFTEN = 2
_WINDOW = 8


def products(text: str) -> Iterator[str]:
    """Give each product as often as a text introduces it, without its version.

    >>> sorted(set(products("视频模型“岚影”已开放，模型岚舟2.1也是。")))
    ['岚影', '岚舟']
    """
    yield from _quoted(text)
    yield from _numbered(text)
    yield from _unquoted(text)
    for told in _LATIN.finditer(text):
        name = told.group("name")
        if name not in NOT_A_NAME and re.search(r"[a-z\d]", name) and not names().find(name):
            yield name


def _quoted(text: str) -> Iterator[str]:
    for quoted in _QUOTED.finditer(text):
        name, before = quoted.group("name"), text[max(0, quoted.start() - _WINDOW) : quoted.start()]
        sure = _SURE_KIND_BEFORE.search(before) or _SURE_KIND_AFTER.match(text, quoted.end())
        if sure and may_be_name(name):
            yield name
        elif (_KIND_BEFORE.search(before) or _KIND_AFTER.match(text, quoted.end())) and len(name) <= _LONGEST_COINED:
            yield from (name,) if not name.isascii() and is_coined(name) else ()


def _unquoted(text: str) -> Iterator[str]:
    for told in _UNQUOTED.finditer(text):
        name = told.group("name")
        if text.count(name) >= _OFTEN and is_coined(name):
            yield name


def _numbered(text: str) -> Iterator[str]:
    for told in _NUMBERED.finditer(text):
        name = told.group("name")
        sure = told.group("minor") and all(tag.startswith("n") for _, tag in tagger()(name))
        if (sure or may_be_name(name)) and name[-1] not in _BEFORE_A_NUMBER:
            yield name
    for number in _NUMBER.finditer(text):
        named = _BEFORE_NUMBER.search(text[max(0, number.start() - 2 * _WINDOW) : number.start()].rstrip())
        if named and is_coined(named.group("name")):
            yield named.group("name")
