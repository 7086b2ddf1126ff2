"""Who may use a model, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit
from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics

_ACCESS: tuple[tuple[str, str], ...] = (
    ("not open yet", r"(?:还|尚|暂|仍)?(?:没有|未|不)(?:正式|对外|公开|向公众)*(?:开放(?:使用|测试|注册)?|公开|上线|对外开放)"),
    (
        "limited testers",
        r"(?:获得|拿到|取得)[^，,。]{0,12}(?:访问权限|内测资格|测试资格)|仅(?:限|向|对)[^，,。]{0,14}开放|邀请(?:制|码)|数量有限的(?:创作者|用户)|红队",
    ),
    ("closed beta", r"(?:开启|启动|进行|开放)?内测|申请(?:试用|使用|测试)|候补名单|等待名单|排队申请"),
    ("public test", r"(?:正式|开启|启动|全面)?公测"),
    (
        "open source",
        r"(?<!闭)开源(?!节流|和|与|、|社区|生态|项目|的|软件|工具|框架|版本|信息|模式|(?:大|视频|语言)?模型|许可|协议)",
    ),
    (
        "open to all",
        r"(?:全面|正式|向(?:所有|全部|公众|全球)[^，,。]{0,8}|对(?:所有|外|公众)[^，,。]{0,8}|已经?)开放(?:使用|注册|体验|下载)?|所有人都可以使用|人人(?:都)?(?:可用|能用)",
    ),
    ("free", r"免费(?:使用|开放|体验|试用|提供)"),
    ("paid", r"付费(?:用户|订阅|版)|订阅(?:制|用户)"),
    ("API", r"(?:开放|上线|提供|推出)[^，,。]{0,6}API|API(?:接口)?(?:正式)?(?:开放|上线)"),
)
_SPECULATES = re.compile(r"如果|假如|是否|会不会|可能|预测|跟不跟|若|一旦|何时|不开源|出现|才|后跟|等")


_LIKENED = re.compile(r"(?:堪比|媲美|比肩|超越|对标|类似|不亚于|不逊于|优于|超过|追赶|像|类)\s?$")


def _is_likened(passage: Passage, name: Hit) -> bool:
    return bool(_LIKENED.search(passage.between(name.start - 6, name.start)))


_NOT_SAID_OF_IT = re.compile(r"没有|不像|并未|尚未|不如")
_OPENS_IT = re.compile(r"开源(?:了|的)?[^，,。；;和与、]{0,18}?\s?(?:——|“|「|《)?$")


def _opened_object(passage: Passage, start: int, end: int, models: list[Hit]) -> tuple[int, int, str] | None:
    """Find what is open source where the word stands right before its name: 开源了视频模型乙, 开源模型如乙."""
    for model in models:
        before = passage.between(max(start, model.start - 24), model.start)
        found = _OPENS_IT.search(before)
        if start <= model.start < end and found and not _SPECULATES.search(passage.between(start, end).replace("等", "")):
            at = model.start - len(before) + found.start()
            return at, at + 2, model.name
    return None


def open_to(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who may use a model: 尚未对外开放, 正式公测, 开源."""
    models = [name for name in passage.names if name.kind == "model" and not is_building_block(name.name)]
    for clause in passage.clauses:
        text = passage.between(clause.start, clause.end)
        inside = [n for n in models if clause.start <= n.start < clause.end and not _is_likened(passage, n)]
        earlier = [name for name in models if name.end <= clause.start]
        subject = inside[0].name if inside else earlier[-1].name if earlier else ""
        opened = _opened_object(passage, clause.start, clause.end, models)
        if opened:
            yield claim(passage, "access", *opened[:2], opened[2], "open source", "open_to", source, "high")
            continue
        unclear = not inside and len({name.name for name in earlier}) > 1
        if not subject or unclear or _SPECULATES.search(text):
            continue
        for value, words_ in _ACCESS:
            found = re.search(words_, text)
            if found and (value == "not open yet" or not _NOT_SAID_OF_IT.search(text[: found.start()])):
                start, end = clause.start + found.start(), clause.start + found.end()
                yield claim(passage, "access", start, end, subject, value, "open_to", source, "high" if inside else "medium")
                break
