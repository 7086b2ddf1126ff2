"""Which model a wording is said of: the one a sentence speaks of there, not one it only mentions in passing."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
from presslens.model import Confidence
from presslens.pipeline.facts.claim import is_building_block, is_called_model
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.patterns import searched

# What is used, compared with or given as an example is not what a sentence speaks of.
_IN_PASSING = searched(
    r"(?:比|较|对标|超越|超过|逼近|追赶|追上|类似于?|像|如|使用|采用|利用|借助|基于|兼容|接入|集成|来自|依赖|替代|取代|不如|媲美|堪比"
    r"|比肩|不亚于|不逊于|不输|优于|胜过|打败|击败|复现|参照|参考|谈及|提及|算法|区别于|不同于|受到?|因为|由于其?|(?<![独各亲])自从?|继|对比对象|对手|竞品)(?:了|过|一个|这个|是|为|有)?[（(“「]?\s?$"
)
_NOT_THE_MODEL = re.compile(
    r"^[”」]?\s?(?:大模型|模型|的)?(?:团队|实验室|负责人|创始人|概念|产业链|相关|研究综述|论文|教程|平台上|上(?!线|个?月|周|半年|季|市|架|新)|级|式|版|类|同款|竞品|平替|的\d[\d.]*(?:%|/\d|倍))"
    r"|^[”」]?(?:等|[、和及][^，,。；;]{1,14}?等)|^[”」]?\s?(?:不同|相比|一样|类似|相似|相近|相仿|同样|同款|形成对比|走的?是?同)"
)
_POINTS_BACK = re.compile(
    r"^(?:其(?!中|他|余|次|实)|它(?!们)|该|这款|这个模型|这一模型|用户(?:只需|仅需|可以?|能)|(?:同时)?支持|只需|仅需|(?:在)?(?:技术|架构|模型结构)(?:上|方面|层面))"
)
# Of what was told just before, where no other name stands: 模型走的是自回归路线, 输入文字便可, 文字、图片都能当输入.
_GOES_ON = re.compile(
    r"^[\s“]*(?:[^，,。；;]{0,12}[，,])?(?:这款|这个|这一|该|此)?(?:模型|平台|产品|工具|新版|新一代)(?![行市企]|们)"
    r"|^(?:除了?[^，,。；;]{1,6}(?:之)?外|用户|用家|输入|上[传载]|给它|只要|只需|仅需|支持|主打|可|也|不用|谁都|测试期间|目前|首批|文字|图片|一张)"
)
# 眼下主流模型采用…, 业内多用…: a sentence that turns from the model told to others.
_OF_OTHERS = re.compile(
    r"\s*[“]?(?:[^，,。；;]{0,6}[，,])?(?:目前|眼下|当前|如今|现在|过去|此前|以往)?[^，,。；;]{0,4}"
    r"(?:主流|业内|行业|业界|市面|多数|大多|许多|很多|不少|其他|其它|别的|同类|一般|传统|对手|同行|竞品|友商|任何|各家|所有模型|这类|此类|这些|他|她|我|你|一位|有人|人们)"
)
# A model told further back than so many sentences is not what one without a name goes on about.
REACH = 2
_LONGEST_HEADING = 24
_HOLDS_A_SENTENCE = re.compile(r"[。！？!?；;，,：:]")
_ANSWERS = re.compile(r"\s*(?:A|答)\s?[:：]")
_ENGLISH_BEFORE = re.compile(r"[A-Za-z,] $")


def is_spoken_of(passage: Passage, name: Hit, topics: Topics) -> bool:
    """Tell whether a sentence speaks of a name as a model: no example, nothing used or compared with, no word of English.

    A name that no lexicon lists counts where it is called a model or the article is mainly about it.
    """
    if name.kind != "model" or is_building_block(name.name):
        return False
    printed = passage.between(name.start, name.end)
    in_english = printed.islower() and _ENGLISH_BEFORE.search(passage.between(name.start - 2, name.start))
    if in_english or _NOT_THE_MODEL.match(passage.between(name.end, passage.end)):
        return False
    if _IN_PASSING.search(passage.between(name.start - 12, _with_maker(passage, name))):
        return False
    return is_called_model(passage, name) or name.name == topics.main.get("model")


def _with_maker(passage: Passage, name: Hit) -> int:
    """Give where a name begins with the maker before it: 媲美OpenAI的o1 compares with the whole of it."""
    makers = [n for n in passage.names if n.kind == "company" and n.end <= name.start]
    held = makers and passage.between(makers[-1].end, name.start).strip() in ("", "的", "家的", "旗下的", "旗下")
    return makers[-1].start if held else name.start


def model_at(passage: Passage, place: int, topics: Topics) -> tuple[str, Confidence]:
    """Give the model that a wording at `place` is said of, and how sure that is; empty where it cannot be told.

    The nearest before it in its clause, else in its sentence; else the only one the sentence names; else, where the
    sentence points back (它, 该模型), the one the text goes on about.
    """
    own = [name for name in passage.names if is_spoken_of(passage, name, topics)]
    clause = passage.clauses[passage.clause_at(place)]
    inside = [name for name in own if clause.start <= name.start and name.end <= place]
    before = [name for name in own if name.end <= place]
    distinct = without_families({name.name for name in own})
    if inside or before:
        return (inside or before)[-1].name, "high" if len(distinct) == 1 else "medium"
    if len(distinct) == 1:
        return distinct.pop(), "high"
    last = topics.last.get("model", "")
    if own or not last or last not in (topics.main.get("model"), topics.only):
        return ("", "low") if own else (told_just_before(passage, topics), "low")
    nobody_else = not any(name.kind in ("model", "company") and not is_building_block(name.name) for name in passage.names)
    if _POINTS_BACK.match(passage.text) or (nobody_else and _GOES_ON.match(passage.text)):
        return last, "medium"
    return told_just_before(passage, topics), "low"


def told_just_before(passage: Passage, topics: Topics) -> str:
    """Give the model that the sentences just before spoke of, where this one goes on in their paragraph and names nobody."""
    nobody = not any(
        name.kind in ("model", "company") and not is_building_block(name.name) and passage.roles.get(name.start) != "speaker"
        for name in passage.names
    )
    if topics.headed and nobody and listed_kind(topics.headed) == "model":
        return topics.headed
    told = topics.models
    if not told.last or passage.no - told.at > REACH or _OF_OTHERS.match(passage.text):
        return ""
    before = told.marked(topics.read[told.at - 1])
    if before.paragraph != passage.paragraph and not _heads(before, passage):
        return ""
    between = [
        name
        for one in (*topics.read[told.at : passage.no - 1], passage)
        for name in told.marked(one).names
        if one.roles.get(name.start) != "speaker"
    ]
    if any(name.kind in ("model", "company") and not is_building_block(name.name) for name in between):
        return ""
    spoken = {name.name for name in before.names if name.kind == "model" and is_called_model(before, name)}
    return told.last if without_families(spoken) == {told.last} else ""


def _heads(before: Passage, passage: Passage) -> bool:
    """Tell whether a line stands over a paragraph as its heading or as the question that it answers."""
    if before.no + 1 != passage.no:
        return False
    line = before.text.strip()
    return (len(line) <= _LONGEST_HEADING and not _HOLDS_A_SENTENCE.search(line)) or bool(_ANSWERS.match(passage.text))


def model_of_a_list(passage: Passage, topics: Topics) -> str:
    """Give the model that a line of a list of specifications is told of: the last one brought up."""
    told = topics.models
    before = told.marked(topics.read[told.at - 1]) if told.near(passage) else None
    called = before and any(name.name == told.last and is_called_model(before, name) for name in before.names)
    return told.last if called else ""


def without_families(models: set[str]) -> set[str]:
    """Leave out a family where one of its versions is named: Pika beside Pika 1.0.

    >>> without_families({"Pika", "Pika 1.0"})
    {'Pika 1.0'}
    """
    return {name for name in models if not any(other != name and other.startswith(f"{name} ") for other in models)}


def is_listed(name: Hit) -> bool:
    """Tell whether a lexicon lists a name as a model."""
    return listed_kind(name.name) == "model"
