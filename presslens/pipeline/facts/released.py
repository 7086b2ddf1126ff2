"""What came out on a day that is told: a model by its name, an unlisted product by its form or its kind."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.passage import Figure, Passage
from presslens.pipeline.facts.products import chips_in, with_products
from presslens.pipeline.facts.rule import has
from presslens.pipeline.facts.tokens import words_of
from presslens.pipeline.facts.unlisted import NOT_A_NAME
from presslens.pipeline.facts.versions import listed_kind

_RELEASE = cue("release_verbs")
_COMPARED = re.compile(r"(?:(?<!相)比|与|跟|媲美|超越|超过|堪比|对标|不输|接近|类似)\s?$")
_INTRANSITIVE = cue("intransitive_release_verbs")
# 后续产品将于明年量产: what only begins to be made is no release of a thing without a name.
_SOLD = "上市|开售|开卖|上架|首次公开|姗姗来迟|祭出|释出|放出"
_LEAST_CAPITALS = 5
_OBJECT = re.compile(
    r"(?:了|过|出)?(?:[^，,。；;A-Za-z]{0,16}的|[A-Za-z]{2,12}的[^，,。；;A-Za-z的]{0,4}[版款])?(?:其|首[款个]|最新|全新|新一代|新款|最终版?|自家|自研|\s)*"
    r"(?P<thing>[A-Z][A-Za-z]*[A-Za-z0-9.]*(?:[ -][A-Z0-9][A-Za-z0-9.]*){0,3}|[a-z]{1,3}\d[a-z0-9.\-]*)"
    r"\s?(?:型号|系列|版本|[芯晶]片|(?:大|语言|视频|推理)?模型|系统|平台|应用|工具|产品)?(?:了|[，,。；;！!、）)]|$)"
)
_LEADS_ON = r"(?:也|已经?|则|才|便|就|或|最快|最早|有望|预计|预期|计划|可能|将会?|会|要|正式|首次|姗姗|自|定于|拟|在|于|是)*"
_ONLY_LEADS_ON = re.compile(
    rf"\s?(?:晚|晚间|初|中|底|左右|前后)?(?:面向|向|在|对)?(?:[^，,。；;]{{0,16}}(?:客户|用户|市场|开发者|地区|国家))?{_LEADS_ON}"
)
_LATIN_BEFORE = re.compile(
    r"(?:^|[一-鿿，,：:、\s])(?P<thing>[A-Z][A-Za-z]+[A-Za-z0-9.]*(?: [A-Z0-9][A-Za-z0-9.]*){0,3}(?:[一-鿿]{1,3}版)?)\s?"
    rf"{_LEADS_ON}$"
)
_KINDS = (
    "模型|[芯晶]片|处理器|加速器|显卡|应用|客户端|App|APP|机型|新机|手机|电脑|笔记本|PC|平板|眼镜|耳机|平台|工具|新?版本?|系统|功能|"
    "服务|产品|插件|浏览器|助手|机器人|车型|游戏|视频号|小程序|网站|套件|引擎"
)
_KIND_BEFORE = re.compile(rf"(?:^|[，,：:、的了])(?P<thing>[A-Za-z0-9一-鿿·+ ]{{0,10}}(?:{_KINDS}))\s?{_LEADS_ON}$")
# 认为其首款芯片 names nothing but a chip.
_SAID_OF_IT = re.compile(
    rf"^(?:{'|'.join(sorted(words_of('reporting'), key=len, reverse=True))})+(?:其|该|这款|首款)*|^其(?:首款)?"
)
# 报告 and 财报 come out too, and 其产品 names nothing.
_NO_KIND = re.compile(
    rf"^(?:(?:其|该|这|此|我们的?|公司的?|一些?|多|新|各|所有|更多|相关|部分)?(?:{_KINDS}))$(?<!机型)(?<!新机)(?<!PC)(?<!视频号)|财报|报告"
)
_EDITION = re.compile(
    r"(?:了|过)?(?:其|新的?|全新的?|首个)?(?P<noun>(?:移动端|手机端?|网页|桌面|PC|iOS|安卓|Android)[^，,。；;的]{0,4}?(?:应用|客户端|App|APP|版))"
)
_ONLY_A_PART = re.compile(rf"^[^，,。；;]{{0,12}}?(?:{cue('parts_of_a_product')})")


def released_thing(figure: Figure, verb_start: int, verb_end: int) -> str:
    """Find what came out: the model named after the verb, else before it, else a product in quotation marks or after 模型, APP.

    An intransitive verb (上线, 问世) takes what stands before it; a transitive one (发布, 推出) what stands after it.
    """
    passage = figure.passage
    clause_end = passage.clauses[passage.clause_at(verb_end - 1)].end
    verb = passage.between(verb_start, verb_end)
    after = _models_in(passage, verb_end, max(clause_end, verb_end))
    held = _models_in(passage, max(figure.clause.start, figure.quantity.end), verb_start)
    before = _models_in(passage, figure.clause.start, figure.quantity.start)
    reference = re.search(rf"(?:{_RELEASE})(?:的|之?后?的?|当)$", figure.left[-8:])
    if reference:
        before = []
    intransitive = has(_INTRANSITIVE, verb)
    behind = passage.between(verb_end, clause_end)
    # X的发布 is a noun, and X发布后 tells of X: what follows is no object.
    of_it = passage.between(verb_start - 1, verb_start) == "的" or has(r"^(?:之?后|以来|至今|时)", behind)
    has_object = not intransitive and not of_it and has(r"^(?:了|过|的)?\s*[^，,。；;！!？?\s]{2,}", behind)
    taken = [
        name for name in held if re.search(r"(?:把|将)[^，,。；;]{0,12}$", passage.between(figure.quantity.end, name.start))
    ]
    if taken and not intransitive:
        return taken[-1].name
    explained = [name for name in before if re.match(r"\s?(?:则|也)?是", passage.between(name.end, name.end + 3))]
    if explained and behind.startswith("的"):
        return explained[-1].name
    after = [name for name in after if not _ONLY_A_PART.match(passage.between(name.end, clause_end))]
    held = [name for name in held if not _ONLY_A_PART.match(passage.between(name.end, name.end + 2))]
    choice = [*held, *after, *before] if intransitive else [*after, *([] if has_object else [*held, *before])]
    if choice:
        return choice[-1].name if choice == held else choice[0].name
    return (
        _unlisted_product(passage.between(verb_end, clause_end))
        or _unlisted_product(passage.between(figure.quantity.end, verb_start), last=True)
        or _unnamed_model(passage, figure.quantity.start)
        or _edition_brought_out(passage, figure.clause.start, verb_start, verb_end)
        or _latin_object(passage.between(verb_end, clause_end))
        or ("" if has_object or not has(rf"{_RELEASE}|{_SOLD}", verb) else _thing_before(figure, verb_start))
    )


def _latin_object(text: str) -> str:
    """Take a Latin name that ends the object of the verb and that no lexicon has for somebody.

    >>> _latin_object("支持中文的Lumen Studio，"), _latin_object("最终版k2"), _latin_object("GDP数据")
    ('Lumen Studio', 'k2', '')
    """
    found = _OBJECT.match(text)
    return found["thing"].strip() if found and _may_be_product(found["thing"].strip()) else ""


def _thing_before(figure: Figure, verb_start: int) -> str:
    """Take what a verb without an object brings out from before the date, or from between: 新机型将于11月8日上市."""
    between = figure.passage.between(figure.quantity.end, verb_start)
    if not _ONLY_LEADS_ON.fullmatch(between):
        return ""
    latin = _LATIN_BEFORE.search(figure.left)
    if latin and _may_be_product(latin["thing"]):
        return latin["thing"]
    kind = _KIND_BEFORE.search(figure.left)
    thing = _SAID_OF_IT.sub("", kind["thing"]) if kind else ""
    return thing if thing and not _NO_KIND.search(thing) else ""


def _may_be_product(name: str) -> bool:
    """Tell whether a Latin name can be a product's: it is no known firm, person or outlet, and no mere abbreviation."""
    plain = name.isupper() and name.isalpha() and len(name) < _LEAST_CAPITALS
    return not plain and name.split()[0] not in NOT_A_NAME - {"Apple"} and listed_kind(name) in (None, "model")


def _models_in(passage: Passage, start: int, end: int) -> list[Hit]:
    """List the models in a stretch that can be what comes out: not what something is compared with, not a paper's title."""
    named = [*with_products(passage).names, *chips_in(passage)]
    found = [n for n in named if n.kind == "model" and start <= n.start and n.end <= end]
    found = [n for n in found if not _COMPARED.search(passage.between(n.start - 4, n.start))]
    before = passage.between(passage.start, start)
    return [n for n in found if not _opens_title(before + passage.between(start, n.start))]


def _opens_title(text: str) -> bool:
    return text.rfind("《") > text.rfind("》")


def _edition_brought_out(passage: Passage, start: int, verb_start: int, verb_end: int) -> str:
    """Name an edition by whose it is: 甲发布了移动端应用."""
    edition = _EDITION.match(passage.between(verb_end, passage.end))
    makers = [n for n in passage.names_in(start, verb_start) if n.kind in ("company", "model") and passage.is_free(n)]
    return f"{makers[-1].name} {edition.group('noun')}" if edition and makers else ""


def _unnamed_model(passage: Passage, before: int) -> str:
    """Name a model that has no name yet by who builds it: 某某正研发…文生视频模型,最快年内发布."""
    built = re.search(
        r"(?:研发|开发|研制|打造|设计)[^，,。；;]{0,24}?(?P<noun>(?:文生视频|视频生成|视频|多模态)(?:大)?模型|(?:AI|人工智能)[芯晶]片)",
        passage.between(0, before),
    )
    place = passage.start + built.start() if built else 0
    makers = [name for name in passage.names if name.kind == "company" and name.end <= place and passage.is_free(name)]
    return f"{makers[-1].name} {built.group('noun')}" if built and makers else ""


def _unlisted_product(text: str, *, last: bool = False) -> str:
    """Take a product no lexicon lists: in quotation or title marks, or a Latin name after its kind.

    >>> _unlisted_product("了第一款短剧的APP Foo.AI"), _unlisted_product("了视频模型“云雀”")
    ('Foo.AI', '云雀')
    """
    pattern = (
        r"(?:(?:短剧|剧集|电影|影片|短片|动画片?|动漫|纪录片|游戏|剧|片|MV|系列|节目)《(?P<title>[^《》]{2,20})》)"
        r"|(?:(?:模型|产品|工具|应用|平台|软件|助手|系统|版本)[“「\"](?P<quoted>[^“”「」\"]{2,16})[”」\"])"
        r"|(?:[“「](?P<named>[^“”「」，,。]{0,10}(?:模型|AI|GPT)[A-Za-z0-9. \-]{0,8})[”」])"
        r"|(?:(?:模型|产品|工具|应用|平台|软件|助手|APP|App|系列|芯片)\s?"
        r"(?P<latin>[A-Z][A-Za-z0-9]*(?:[.\- ][A-Z0-9][A-Za-z0-9]*){0,3}))"
    )
    found = list(re.finditer(pattern, text))
    if not found:
        return ""
    chosen = found[-1] if last else found[0]
    return next(part for part in chosen.groupdict().values() if part)
