"""What is said of a model in words: who made it, how it is built, what it takes in, who may use it.

Each reader below looks at one sentence and yields what it finds; `read` runs them all. A claim's surface is the printed
wording, `value_text` its value in plain English terms or a canonical name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from presslens.lexicon import Hit, cue, names, table
from presslens.model import Confidence, Fact, Metric
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.topics import Topics

_MAKES = cue("developing_verbs")
_MADE_BY = re.compile(r"(?:由|是)$")
_BETWEEN_MAKER_AND_MODEL = re.compile(rf"^[^，,。；;：:！？!?]{{0,16}}?(?:{_MAKES})(?:了|过)?[^，,。；;：:！？!?]{{0,36}}$")
_OWNS = re.compile(
    r"^(?:的|旗下的?|自研的?|最新的?|家的?|版的?)(?:[^，,。；;：:！？!?的]{0,12}?(?:模型|大模型|产品|工具|平台|软件|应用|项目))?\s?(?:——|“|「|\")?$"
)
_PASSIVE = re.compile(r"^(?:模型|大模型)?[”」\"]?(?:则|正|也)?(?:是)?由$")
_PASSIVE_END = re.compile(rf"^[^，,。；;]{{0,10}}?(?:{_MAKES}|出品|创建|构建)")
_NEW_THING = re.compile(
    r"(?:首个|首款|新|最新|文生视频|视频生成|视频|大|多模态|图像|开源|AI)?[^，,。；;]{0,10}(?:模型|大模型|产品|工具|应用|系统|平台)"
)

_ARCHITECTURE_CUE = re.compile(
    r"架构|基于|采用|骨架|路线|结合|加上|融合|建立在|核心|原理|基础|搭建|使用了|构建|是一[种个]|扩散型|本质"
)
# 获得了大语言模型的灵感 names where an idea came from, not what the model is.
_NOT_ITS_OWN = re.compile(r"^的?(?:灵感|优势|启发|能力|竞争|不同|差距|成功)")
_DENIED = re.compile(r"并非|不是|没有采用|而非|不同于|区别于|无需|不需要|不依赖|摆脱|去除|替代|取代|学习$")
_INPUT_CUE = re.compile(r"配合|一[张句](?=[^，,]{0,8}$)|输入|上传|提供|给它?一|根据|基于|通过|支持|只需|凭借|参考|按|由")
_MAKES_CLIP = re.compile(r"完成|生成|制作|创建|创作|变成|转换|动起来|转化")
_ASKS = re.compile(r"[?？吗]\s*[”」\"]?\s*$")
# 基于DiT的流行模型 speaks of models in general, unless it stands after 是.
_IN_GENERAL = re.compile(r"^的[^，,。；;]{0,12}(?:模型|方法|生成器|技术)")


def read(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Yield every claim in words that a sentence makes of a model."""
    if _ASKS.search(passage.text):
        return
    for reader in READERS:
        yield from reader(passage, topics, source)


def _claim(
    passage: Passage,
    metric: Metric,
    start: int,
    end: int,
    subject: str,
    value: str,
    rule: str,
    source: str,
    confidence: Confidence,
) -> Fact:
    return Fact(
        sentence_no=passage.no,
        start=start,
        end=end,
        surface=passage.article.text[start:end],
        kind="text",
        metric=metric,
        rule=rule,
        subject=subject,
        value_text=value,
        attributed_to=source,
        status="forecast" if re.search(r"将|预计|有望|未来", passage.between(start - 12, start)) else "actual",
        confidence=confidence,
    )


def developed_by(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Read who made a model: OpenAI发布了…Sora, 生数科技的Vidu, PixelDance由字节跳动推出."""
    done: set[tuple[str, str]] = set()
    for model in (name for name in passage.names if name.kind == "model" and _is_called_model(passage, name)):
        yield from _made_by_it(passage, model, topics, source)
        for maker in _makers(passage, model):
            if maker.name != model.name and not _is_another(passage, maker, model) and (maker.name, model.name) not in done:
                done.add((maker.name, model.name))
                yield _claim(
                    passage, "developer", maker.start, maker.end, model.name, maker.name, "developed_by", source, "high"
                )


_KIND_BEFORE = re.compile(r"(?:模型|产品|工具|平台|软件|应用|APP|App|助手|系列)[（(]?[“「]?\s?$")
_ITS = re.compile(
    r"(?:它|其|该公司|这家公司)的?(?:最新|首个|首款|新|自研)?的?[^，,。；;]{0,8}?(?:模型|大模型|机器人|产品)[“「]?$"
)


def _is_called_model(passage: Passage, name: Hit) -> bool:
    """Tell whether a name is a model's: the lexicon's are, an unlisted one only where its kind is printed beside it."""
    if names().kind(name.name) == "model":
        return True
    beside = _KIND_BEFORE.search(passage.between(name.start - 10, name.start))
    return bool(beside) or passage.between(name.end, name.end + 6).lstrip("”」 ").startswith(("模型", "大模型", "视频模型"))


def _made_by_it(passage: Passage, model: Hit, topics: Topics, source: str) -> Iterator[Fact]:
    """Read 它的最新模型…: the maker is the firm that the text was speaking of."""
    found = _ITS.search(passage.between(model.start - 20, model.start))
    maker = topics.last.get("company", "") if found else ""
    if maker and found and not any(name.kind == "company" for name in passage.names):
        start = max(passage.start, model.start - 20) + found.start()
        yield _claim(passage, "developer", start, model.end, model.name, maker, "developed_by", source, "medium")


def _is_another(passage: Passage, maker: Hit, model: Hit) -> bool:
    """Tell whether the sentence speaks of a rival of the model, or only wishes for it: 研发对标某某的模型."""
    likeness = re.search(
        r"(?:对标|类|中国版?|国产版?|版|像|如|追赶|比肩|堪比|媲美|超越|[的版个类]“)\s?$",
        passage.between(model.start - 4, model.start),
    )
    between = passage.between(min(maker.end, model.start), max(maker.end, model.start))
    return bool(likeness) or bool(re.search(r"亟需|能否|是否|如果|想要|希望|没有|无法|对标|对比|接入|采用|使用|基于", between))


def _makers(passage: Passage, model: Hit) -> list[Hit]:
    companies = [name for name in passage.names if name.kind == "company" and names().kind(name.name) == "company"]
    before = [company for company in companies if company.end <= model.start]
    for company in reversed(before):
        between = passage.between(company.end, model.start)
        others = [n for n in passage.names_in(company.end, model.start) if n.kind == "model"]
        if _OWNS.match(between.strip()) and not others:
            return [company]
        made = passage.roles[company.start] != "governed" and _BETWEEN_MAKER_AND_MODEL.match(between)
        if not others and made:
            return [*_joined_before(passage, company, before), company]
    for company in (company for company in companies if company.start >= model.end):
        gap = passage.between(model.end, company.start).strip()
        if _PASSIVE.match(gap) and _PASSIVE_END.match(passage.between(company.end, passage.end)):
            return [company]
    return []


def _joined_before(passage: Passage, company: Hit, before: list[Hit]) -> list[Hit]:
    """Add a partner named just before: 清华大学联合生数科技, 生数科技和清华大学."""
    partners = [
        c for c in before if re.fullmatch(r"(?:和|与|、|联合|联手|携手|及)", passage.between(c.end, company.start).strip())
    ]
    return [p for p in partners if p.name != company.name]


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
        in_name = any(name.start < end and start < name.end and not _is_building_block(name.name) for name in passage.names)
        if _ARCHITECTURE_CUE.search(passage.between(start - 24, end + 16)) and not (denied or in_name or general):
            near = bool(_ARCHITECTURE_CUE.search(passage.between(start - 6, start)))
            candidates.append((not near, -len(printed), start, printed))
    if candidates:
        _, _, start, printed = min(candidates)
        value = _architecture_value(printed)
        yield _claim(passage, "architecture", start, start + len(printed), subject, value, "built_on", source, confidence)


def _model_spoken_of(passage: Passage, topics: Topics) -> tuple[str, Confidence]:
    own = [
        name
        for name in passage.names
        if name.kind == "model"
        and not _is_building_block(name.name)
        and _is_topic(passage, name)
        and (_is_called_model(passage, name) or name.name == topics.main.get("model"))
    ]
    if own:
        return own[0].name, "high" if len({name.name for name in own}) == 1 else "medium"
    if re.match(r"^(?:其|它|该模型|这款|这个模型|这一模型|该)", passage.text):
        return topics.last.get("model", ""), "medium"
    return "", "low"


def _is_topic(passage: Passage, name: Hit) -> bool:
    """Leave out names that are only examples of something: 诸如甲、乙等通用大模型."""
    return not re.match(r"^(?:等|[、和及][^，,。；;]{1,14}?等)", passage.between(name.end, passage.end))


def _is_building_block(name: str) -> bool:
    return any(name in forms for forms in table("architectures.toml").values())


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
    return len({name for name in free if names().kind(name) != "company"}) > 1


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
        yield _claim(passage, "inputs", start, end, subject, value, "takes_in", source, confidence)


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
    models = [name for name in passage.names if name.kind == "model" and not _is_building_block(name.name)]
    for clause in passage.clauses:
        text = passage.between(clause.start, clause.end)
        inside = [n for n in models if clause.start <= n.start < clause.end and not _is_likened(passage, n)]
        earlier = [name for name in models if name.end <= clause.start]
        subject = inside[0].name if inside else earlier[-1].name if earlier else ""
        opened = _opened_object(passage, clause.start, clause.end, models)
        if opened:
            yield _claim(passage, "access", *opened[:2], opened[2], "open source", "open_to", source, "high")
            continue
        unclear = not inside and len({name.name for name in earlier}) > 1
        if not subject or unclear or _SPECULATES.search(text):
            continue
        for value, words_ in _ACCESS:
            found = re.search(words_, text)
            if found and (value == "not open yet" or not _NOT_SAID_OF_IT.search(text[: found.start()])):
                start, end = clause.start + found.start(), clause.start + found.end()
                yield _claim(passage, "access", start, end, subject, value, "open_to", source, "high" if inside else "medium")
                break


Reader = Callable[[Passage, Topics, str], Iterator[Fact]]
READERS: tuple[Reader, ...] = (developed_by, built_on, takes_in, open_to)
