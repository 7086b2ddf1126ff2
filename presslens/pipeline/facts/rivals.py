"""Names beside a model that did not make it: its rivals, and who only wants, uses or buys it."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.pipeline.facts.passage import Passage

# 负责人说,采用某架构的甲: what it is built on is no wish.
_ITS_BUILD = re.compile(r"(?:采用|使用|基于)[^，,。；;]{0,12}(?:架构|路线|技术)的")
_LIKENED = re.compile(r"(?:对标|类|中国版?|国产版?|版|像|如|追赶|比肩|堪比|媲美|超越|[的版个类]“|[+＋])\s?$")
_WISHED = re.compile(
    r"谈到|提到|提及|说起|亟需|收购|并购|能否|是否|如果|想要|希望|没有|无法|对标|对比|接入|采用|使用|基于|改名|购买|\d[.、]\s"
)
# 推出搭载乙的手机, 发布媲美乙的工具: what is used or fought is another's.
_ANOTHERS = re.compile(
    r"(?:搭载|支持|兼容|内置|配备|适配|针对|面向|依托|挑战|对抗|抗衡|取代|替代|媲美|整合|引入|部署|利用|借助|通过|类似|复现|起诉|抄袭)了?[^的，,]{0,6}$"
)
# 官宣完成了对甲的收购
_DONE_TO_IT = re.compile(r"[”」]?\s?的(?:收购|并购|投资|起诉|采购|封禁)")


def is_another(passage: Passage, maker: Hit, model: Hit) -> bool:
    """Tell whether the sentence speaks of a rival of the model, or only wishes for it: 研发对标某某的模型."""
    between = passage.between(min(maker.end, model.start), max(maker.end, model.start))
    if maker.end <= model.start and (_ANOTHERS.search(between) or _DONE_TO_IT.match(passage.between(model.end, model.end + 8))):
        return True
    # 中国的“Sora” is another, 某公司的“墨影” is its own: nobody is likened to what no lexicon knows.
    likened = _LIKENED.search(passage.between(model.start - 4, model.start))
    if likened and likened.group()[-1:] in "“" and model.start in passage.products:
        likened = None
    return bool(likened or _WISHED.search(_ITS_BUILD.sub("", between)))
