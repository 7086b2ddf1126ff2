"""What is said of a model in words: who made it, how it is built, what it takes in, who may use it, what is withheld.

Each reader looks at one sentence and yields what it finds; `read` runs them all. A claim's surface is the printed wording,
`value_text` its value in plain English terms or a canonical name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from presslens.lexicon import Hit, table
from presslens.model import Confidence, Fact
from presslens.pipeline.facts.access import open_to
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.developer import developed_by
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.undisclosed import withheld
from presslens.pipeline.facts.versions import listed_kind

_ARCHITECTURE_CUE = re.compile(
    r"架构|基于|采用|骨架|路线|结合|加上|融合|建立在|核心|原理|基础|搭建|使用了|构建|是一[种个]|扩散型|本质"
)
# 获得了大语言模型的灵感 names where an idea came from, not what the model is.
_NOT_ITS_OWN = re.compile(r"^的?(?:灵感|优势|启发|能力|竞争|不同|差距|成功)")
_DENIED = re.compile(r"并非|不是|没有采用|而非|不同于|区别于|无需|不需要|不依赖|摆脱|去除|替代|取代|学习$")
_INPUT_CUE = re.compile(r"配合|一[张句](?=[^，,]{0,8}$)|输入|上传|提供|给它?一|根据|基于|通过|支持|只需|凭借|参考|按|由")
_MAKES_CLIP = re.compile(r"完成|生成|制作|创建|创作|变成|转换|动起来|转化")
_POINTS_BACK = re.compile(r"[其它该]|这(?:款|个|一)|模型")
_ASKS = re.compile(r"[?？吗]\s*[”」\"]?\s*$")
# 基于DiT的流行模型 speaks of models in general, unless it stands after 是.
_IN_GENERAL = re.compile(r"^的[^，,。；;]{0,12}(?:模型|方法|生成器|技术)")


def read(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Yield every claim in words that a sentence makes of a model."""
    if not _speaks_of_a_model(passage, topics) or _ASKS.search(passage.text):
        return
    for reader in READERS:
        yield from reader(passage, topics, source)


def _speaks_of_a_model(passage: Passage, topics: Topics) -> bool:
    """Tell whether a sentence names a model or points back to one: no reader finds anything in any other, which most are."""
    if any(name.kind == "model" for name in passage.names):
        return True
    return "model" in topics.last and _POINTS_BACK.search(passage.text) is not None


@cache
def _architecture_pattern() -> re.Pattern[str]:
    terms = sorted((re.escape(form) for forms in table("architectures.toml").values() for form in forms), key=len, reverse=True)
    term = rf"(?<![A-Za-z])(?:{'|'.join(terms)})(?![A-Za-z])"
    link = r"(?:\s*(?:\+|加上|加|和|与|及|、|骨架的|架构的|的|结合|\(|\)|模型|大模型|融合|再加)\s*){1,3}"
    return re.compile(rf"{term}(?:{link}{term})*")


@cache
def _architecture_names() -> tuple[tuple[str, str], ...]:
    pairs = [(form, name) for name, forms in table("architectures.toml").items() for form in forms]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _architecture_value(printed: str) -> str:
    """Name the parts of an architecture once each, in the order printed.

    >>> _architecture_value("Transformer和Diffusion")
    'Transformer + diffusion'
    """
    rest, found = printed, []
    for form, name in _architecture_names():
        at = rest.find(form)
        while at >= 0:
            found.append((at, name))
            rest = rest[:at] + "\0" * len(form) + rest[at + len(form) :]
            at = rest.find(form)
    return " + ".join(dict.fromkeys(name for _, name in sorted(found)))


def built_on(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read how a model is built: Sora模型基于Transformer架构, 采用扩散型变换器模型, 结合了DiT与VAE."""
    subject, confidence = _model_spoken_of(passage, topics)
    if not subject:
        return
    candidates = []
    for found in _architecture_pattern().finditer(passage.text):
        start, end = passage.start + found.start(), passage.start + found.end()
        printed = found.group() + (")" if "(" in found.group() and passage.between(end, end + 1) == ")" else "")
        denied = _DENIED.search(passage.between(start - 10, start)) or _NOT_ITS_OWN.match(passage.between(end, end + 6))
        general = _IN_GENERAL.match(passage.between(end, end + 18)) and not re.search(
            r"是|采用", passage.between(start - 14, start)
        )
        in_name = any(name.start < end and start < name.end and not is_building_block(name.name) for name in passage.names)
        if _ARCHITECTURE_CUE.search(passage.between(start - 24, end + 16)) and not (denied or in_name or general):
            near = bool(_ARCHITECTURE_CUE.search(passage.between(start - 6, start)))
            candidates.append((not near, -len(printed), start, printed))
    if candidates:
        _, _, start, printed = min(candidates)
        value = _architecture_value(printed)
        yield claim(passage, "architecture", start, start + len(printed), subject, value, "built_on", source, confidence)


def _model_spoken_of(passage: Passage, topics: Topics) -> tuple[str, Confidence]:
    own = [
        name
        for name in passage.names
        if name.kind == "model"
        and not is_building_block(name.name)
        and _is_topic(passage, name)
        and (is_called_model(passage, name) or name.name == topics.main.get("model"))
    ]
    if own:
        return own[0].name, "high" if len({name.name for name in own}) == 1 else "medium"
    if re.match(r"^(?:其|它|该模型|这款|这个模型|这一模型|该)", passage.text):
        return topics.last.get("model", ""), "medium"
    return "", "low"


def _is_topic(passage: Passage, name: Hit) -> bool:
    """Leave out names that are only examples of something: 诸如甲、乙等通用大模型."""
    return not re.match(r"^(?:等|[、和及][^，,。；;]{1,14}?等)", passage.between(name.end, passage.end))


_INPUTS: tuple[tuple[str, str], ...] = (
    ("text", r"文本(?:描述|提示词?|指令)?|文字(?:描述|提示)?|提示词|自然语言|prompt|Prompt|一句话|文案"),
    ("image", r"(?:静止|静态|参考|单张|一张|指导)?(?:图片|图像|照片|人物照片|图)"),
    ("video", r"(?:已有|现有|参考|一段)?视频(?:片段|素材)"),
    ("audio", r"音频|语音(?=输入|驱动)|一段声音"),
    ("skeleton", r"骨骼动画|骨架动画|姿态序列"),
)


def _several_named(passage: Passage) -> bool:
    """Tell whether a sentence speaks of several products, so that it is unclear which takes something in."""
    free = {n.name for n in passage.names if n.kind in ("model", "company") and passage.is_free(n, of_models=True)}
    return len({name for name in free if listed_kind(name) != "company"}) > 1


def takes_in(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read what a model takes in: 只需上传一张照片, 根据文字描述生成."""
    subject, confidence = _model_spoken_of(passage, topics)
    if not subject or not _MAKES_CLIP.search(passage.text) or _several_named(passage):
        return
    for clause in passage.clauses:
        text = passage.between(clause.start, clause.end)
        cue = _INPUT_CUE.search(text)
        if not cue:
            continue
        found = [
            (m.start(), m.end(), name)
            for name, words in _INPUTS
            for m in [re.search(words, text[cue.start() : cue.start() + 30])]
            if m
        ]
        if not found:
            continue
        start = clause.start + cue.start() + min(first for first, _, _ in found)
        end = clause.start + cue.start() + max(last for _, last, _ in found)
        value = " + ".join(name for _, _, name in sorted(found))
        yield claim(passage, "inputs", start, end, subject, value, "takes_in", source, confidence)


Reader = Callable[[Passage, Topics, str], Iterator[Fact]]
READERS: tuple[Reader, ...] = (developed_by, built_on, takes_in, open_to, withheld)
