"""What an article says is being withheld of a model: its size, its build, its date, its price.

That nobody prints a figure and that a maker will not give it are two findings; only the second is said by somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import cue
from presslens.model import UNDISCLOSED, Confidence, Fact, Metric
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.gates import Gated
from presslens.record import replace

_PROPERTIES: tuple[tuple[Metric, str], ...] = (
    ("params", r"参数(?:规模|总量|数量|量|数|大小|体量)?|模型(?:规模|大小|体量)"),
    ("architecture", r"(?:技术|模型|底层|内部|系统|核心)?架构|(?:技术|实现|模型|训练)(?:的)?(?:细节|原理|路线|方案)|模型结构"),
    ("release_date", r"(?:发布|上线|推出|开放|公测|上市|面世|发售)(?:的)?(?:日期|时间表|时间点|时间|日程|计划|安排)|时间表"),
    ("max_duration", r"(?:视频|最长|生成|最大)(?:的)?(?:时长|长度)(?:上限|限制)?"),
    ("resolution", r"分辨率"),
    ("compute_gpus", r"(?:训练|计算|所用|使用)(?:的)?算力|(?:GPU|显卡|芯片)(?:的)?数量|算力(?:规模|消耗|需求)"),
    ("price", r"定价|价格|售价|收费(?:标准|方案|模式)?|订阅费"),
)
_PROPERTY = "|".join(f"(?P<{metric}>{nouns})" for metric, nouns in _PROPERTIES)
_WITHHELD = (
    r"(?:(?:尚|仍|还|并|暂|从|至今|一直|均|都|也|迄今)*(?:未|没有?|不曾|未曾)(?:能|有|就|对外|公开|正式|进一步|详细|明确|具体|过)*"
    rf"|(?:拒绝|拒不|不愿|不肯|避免|婉拒)(?:对外|公开|进一步|详细|明确|具体)*)(?:{cue('disclosing_verbs')})(?:过|出|了)?"
)
_BETWEEN = r"(?:[^，,。；;：:!！?？]{0,14}?)"
# 没有公布参数规模; 参数规模(则)尚未公布; 对参数规模三缄其口.
_VERB_FIRST = Gated(rf"(?P<verb>{_WITHHELD}){_BETWEEN}(?:{_PROPERTY})")
_NOUN_FIRST = Gated(
    rf"(?:{_PROPERTY})(?:[、和与及][^，,。；;]{{1,8}})?(?:等|等信息|等细节|方面|上|则|目前|暂时|官方|[^，,。；;：:!！?？不未没公]{{0,6}})"
    rf"[，,]?\s?(?:官方|公司|对此|[^，,。；;不未没]{{0,4}}方面?)?(?P<verb>{_WITHHELD}|(?:处于|仍是|还是|属于|属|仍|严格)?(?:保密|机密|商业秘密)|秘而不宣|讳莫如深|三缄其口)"
)
_NOT_SO = re.compile(
    r"如果|假如|若(?!干)|倘若|是否|并非|不是|不再|此前[^，,。]{0,8}$|之前[^，,。]{0,4}$|曾(?:经)?[^，,。]{0,6}$|除非|无论|只要|直到|为何|为什么"
)
_PAST = re.compile(r"^[^，,。；;]{0,6}(?:之前|以前|的时候|时)")
_POINTS_BACK = re.compile(
    r"其|它|该(?:模型|产品|系统|工具)|这(?:款|个|一)(?:模型|产品|系统|工具)|新模型|模型(?=的|参数|架构|规模|大小|体量|结构|细节)"
)
_ASKS = re.compile(r"[?？吗]\s*[”」\"]?\s*$")
# A surface is kept in the tables: it may hold the few characters of the claim, never a sentence.
_MOST_CHARACTERS = 14


def withheld(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read what is said to be undisclosed: OpenAI没有公布Sora的参数规模, 上线时间尚未透露, 拒绝透露训练所用的算力."""
    if not passage.marks & (_VERB_FIRST.bit | _NOUN_FIRST.bit) or _ASKS.search(passage.text):
        return
    patterns = [pattern for pattern in (_VERB_FIRST, _NOUN_FIRST) if passage.may(pattern)]
    done: set[tuple[str, str]] = set()
    for pattern in patterns:
        for found in pattern.finditer(passage.text):
            metric = next(name for name, _ in _PROPERTIES if found.group(name))
            start, end = passage.start + found.start(), passage.start + found.end()
            clause = passage.clauses[passage.clause_at(start)]
            if _NOT_SO.search(passage.between(clause.start, start)) or _PAST.match(passage.between(end, passage.end)):
                continue
            subject, confidence = _whose(passage, topics, clause.start, start, end)
            if subject and (metric, subject) not in done:
                done.add((metric, subject))
                place = (
                    (start, end)
                    if end - start <= _MOST_CHARACTERS
                    else (passage.start + found.start("verb"), _end(passage, found))
                )
                told = claim(passage, metric, *place, subject, UNDISCLOSED, "withheld", source, confidence)
                # 上线时间预计仍未公布 is no forecast: what is withheld is withheld now.
                yield replace(told, status="actual")


def _end(passage: Passage, found: re.Match[str]) -> int:
    return passage.start + found.end("verb")


def _whose(passage: Passage, topics: Topics, clause: int, start: int, end: int) -> tuple[str, Confidence]:
    """Find the model of which something is withheld: the one named in the claim or before it, else the one spoken of."""
    models = [n for n in passage.names if n.kind == "model" and is_called_model(passage, n) and not is_building_block(n.name)]
    inside = [name for name in models if clause <= name.start < end]
    before = [name for name in models if name.end <= start]
    if inside:
        return inside[-1].name, "high"
    if before:
        return (before[-1].name, "high") if len({name.name for name in before}) == 1 else ("", "low")
    after = [name for name in models if name.start >= end]
    spoken_of = topics.last.get("model", "")
    if not after and spoken_of and _POINTS_BACK.search(passage.between(clause, end)):
        return spoken_of, "medium"
    return "", "low"
