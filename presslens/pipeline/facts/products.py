"""What a claim can be about besides the models that a lexicon lists: chips, and products that their place gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.chips import chip_pattern, chips
from presslens.pipeline.facts.coined import TAIL, is_coined
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated
from presslens.pipeline.patterns import searched
from presslens.record import replace

_MAKES = f"{cue('developing_verbs')}|{cue('bringing_out_verbs')}"
_KIND = cue("kinds_of_product")
_DESCRIBES = cue("describing_a_product")
# PT-DiT, Lumen-T2V, StarCoder-15B: the form alone tells a model.
_OF_A_MODEL = r"(?:DiT|T2[VI]|I2V|GPT|LLM|-VL|Diffusion|LM)(?:[- ]?v?\d[\d.]*)?(?:-?\d+(?:\.\d+)?[BM])?|-\d+(?:\.\d+)?[BM]"
# Moor-1, Mirage-W1, Reve-V: a word, a hyphen and a number or a capital.
_FORM = re.compile(
    rf"[A-Za-z][A-Za-z0-9.\- ]*?[A-Za-z0-9\-](?:{_OF_A_MODEL})|(?!Covid)[A-Z][a-z]+[A-Za-z]*-(?:[A-Z]?\d(?:\.\d)?|[A-Z])"
)
_MAY_NAME_ONE = Gated(
    rf"{_KIND}|{_MAKES}|名为|代号|设计|卡|[一二三四下上前][代颗款]|首[颗款代]|文生|图生|建模|DiT|T2|GPT|Diffusion|LLM|LM|-\d+B|[a-z]-[A-Z0-9]"
)
# 视频模型“墨影”, 推出了全新的Lumen, 代号为“Baltra”, 小型神经网络HOVER.
_BEHIND_ITS_KIND = searched(
    rf"(?:{_KIND})(?:,?名为|叫做?|取名|命名为|——|—|:)?\s?[《“「\"]?\s?$"
    r"|(?:^|[，,。；;])(?:它|模型|产品|新模型)(?:就)?叫\s?[“「\"]?\s?$|(?:名为|名叫|叫做|取名为?|命名为|代号为?|称为)\s?[“「\"]?\s?$"
    r"|模型(?:则|就)?[是叫]\s?(?:[^，,。；;的]{0,12}的)?[“「\"]?$"
    # 文生图(甲)、文生视频(乙), 开源视频模型(即甲和乙)
    r"|(?:文生|图生)(?:视频|图|多视图|音乐)[（(]$|模型[（(](?:即|如|包括)\s?$|建模的\s?$"
)
# 下一代L200, 第二颗X2, 其YH-9卡: a name with a number that what is before or behind it makes a chip's.
_NUMBERED = re.compile(r"(?=.*\d)[A-Za-z][A-Za-z0-9.\- ]*")
_NEXT_ONE = re.compile(r"(?:[上下前新][一]?[代颗款]|第[一二三四][代颗款]|首[颗款代]|新卡|新[芯晶]片)\s?$")
_A_CARD = re.compile(r"\s?(?:(?:训练|推理|加速|计算|算力)?卡(?![片车座通])|(?:AI|训练|推理)?[芯晶]片)")
# 视频模型映川2.0: Han letters with an edition right behind their kind.
_HAN_EDITION = Gated(
    rf"(?:{_KIND}|(?:上线|推出|发布|开源|自研|旗下|登场)的?)[“「《]?(?P<name>(?![^\d]*[的了在是和与有为能可用将会就达需从到由超约近仅每总只含支持采参数版名叫])"
    r"[一-鿿]{2,4}\s?(?:[vV]?\d\.\d|[vV]\d)(?![\d.]*[年月日万亿%个元倍秒折Bb]))"
)
_OWNS, _OPEN_OR_SPACE = ("的", "旗下"), " “「"
# 视频模型云篆: Han letters that were taken for a firm's name, right behind what only products are.
_A_MODEL_BEFORE = re.compile(r"(?:视频|影片|语言|图像|多模态|生成|推理|世界)(?:大)?模型\s?$")
_HELD = re.compile(r"\s?(?:旗下的?|自研的?|自家的?|家的|的)\s?[“「]?$")
_BROUGHT_OUT = re.compile(rf"(?:{_MAKES}|设计)(?:了|出了?|过|的)?(?:{_DESCRIBES}|\s)*[“「\"]?\s?$")
# 推出可生成分钟级短片的Vimi 2.0
_BROUGHT_OUT_AS = re.compile(rf"(?:{_MAKES})(?:了|出)?(?:可|能|支持|主打|面向)[^，,。；;的]{{2,14}}的\s?[“「\"]?$")
_ATTRIBUTE = re.compile(r"(?:开源|开发|研发|打造|研制|自研)的")
_OF_AI = re.compile(r"模型|训练卡|推理卡|加速卡|算力|[芯晶]片|AI|视频|GPU|处理器|人工智能|生成|神经网络|算法|机器学习|LLM|GPT")
# Lumen,一款开源的视频模型; Lumen是一个…框架; Lumen大模型.
_BEHIND = re.compile(
    r"[”」\"]?\s?(?:[（(][^()（）]{1,40}[)）])?(?:的)?(?:"
    r"[^，,。；;、的是和与A-Za-z0-9]{0,6}(?:模型|(?<!推理)(?<!训练)(?<!学习)(?<!开发)框架|系列|处理器|加速器|智能体)"
    rf"|(?:则|就|也)?[是为]由?[^，,。；;]{{2,16}}?(?:{_MAKES}|旗下|设计)的[^，,。；;]{{0,14}}(?:{_KIND})"
    rf"|[,，]?\s?(?:——|—)?(?:这|它|则|就)?(?:是|为)?(?:一[款个种套])[^，,。；;]{{0,24}}?(?:{_KIND}))"
)
# Lumen 2是甲公司上月放出的视频模型, 朱影是该公司的图像工具
_IS_A_WORK = re.compile(
    rf"[”」\"]?\s?(?:则|就|也)?是\s?(?![^，,。；;]{{0,8}}(?:对手|竞|采用|使用|对标))[^，,。；;]{{2,30}}?的[^，,。；;的]{{0,10}}"
    rf"(?:视频|影片|图像|生成|语言|多模态|文生图)[^，,。；;的]{{0,6}}(?:{_KIND})(?=[，,。；;]|$)"
)
# PARTNR基准测试, 「预算控制」策略, V6全新版 are no models.
_NO_PRODUCT_BEHIND = re.compile(
    r"[”」\"]?\s?(?:(?:的)?新?(?:功能|特性)|技术|业务|机制|理念|概念|基准|测试|评测|数据集|论文|课程|榜单|计划|战略|策略|技术峰会|大会|标准|协议|格式|竞赛|比赛|指数|报告|手机|汽车|电脑|全新[^，,。]{0,3}版|的[^，,。；;]{0,6}版|版(?!权))"
)
# V3、R1两款模型
_OF_SEVERAL = re.compile(r"(?:[、和与及][A-Za-z][A-Za-z0-9.\-]*)*等?(?:[两三四五几]款)?(?:大|推理|语言|视频)?模型")
# “文本生成视频”模型 is named by what it does, “训练场所” by what it is like.
_ONLY_WORDS = re.compile(
    r"(?:文[本生字]?|图[像片生]?|视频|影片|音频|语音|生成|大?语言|多模态|大?模型|AI|人工智能|智能|到|转|操作|系统|平台|助手|工具|芯片|世界|基础|推理|开源|通用|动画|动态)+"
    r"|[^A-Za-z]*(?:的|场所|时代|时刻|革命|战略|神话|奇迹|之王|之父|之年)[^A-Za-z]*"
)
# 推出“墨影”: what is brought out in quotation marks is a product by a short name, no plan and no paper.
_SHORT_NAME = re.compile(
    r"(?!.*(?:计划|战略|趋势|报告|宣言|倡议|方案|大会|标准|白皮书|榜|功能|模式|版$))[A-Za-z0-9一-鿿·.\- ]{2,6}"
)
_ONLY_A_NUMBER = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*")
_A_FIRM_BEHIND = re.compile(r"\s?(?:公司|集团|的?CEO|创始人|团队|收购|投资|领投|融资|估值|市值|股价|营收|财报|等)")
# Lumen AI, Moorland Labs: what a Latin name ends with makes it a firm's.
_A_FIRM_BY_ITS_END = re.compile(
    r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)? (?:AI|Labs?|Inc\.?|Technologies|Research|Robotics|Studios)"
)
_A_FIRM_BEFORE = re.compile(r"(?:公司|企业|创企|厂商|巨头|机构|初创|独角兽|商)\s?$")
_QUOTED = Gated(r"[“「『\"《](?P<name>[A-Za-z0-9一-鿿·.\- ]{2,14})[”」』\"》]")
_MARKED = re.compile(r"[“「『\"《]|[a-z]\d|[一-鿿][VMFS][a-z]")
# How much of an article tells whether it is about what AI makes.
_HEAD = 400
_OPENING = frozenset('“「『"《')
# s1模型, 名为s1的: a name in lower case needs a digit to be told from a word.
_IN_LOWER_CASE = Gated(r"[a-z](?<![A-Za-z0-9.\-].)[a-z\-]{0,16}\d[a-z0-9.\-]*(?![A-Za-z0-9])")
# 拾光Video, 云杉Vid 2.0: Han letters with a Latin word for what is made, where nothing stands before them.
_HAN_AND_LATIN = Gated(
    r"(?<![一-鿿A-Za-z])(?P<name>(?P<han>[一-鿿]{2,4})(?:Video|Vid|Motion|Vision|Film|Studio)"
    r"(?: ?[vV]?\d(?:\.\d)?(?![\d.]*\s?[年月日万亿%个元倍秒折位名家款块张]))?)(?![A-Za-z])"
)
# CY-Video 3: a number may stand apart, where it counts nothing.
_WITH_NUMBER = Gated(
    r"(?<![A-Za-z0-9.\-])[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*|[a-z]{2}(?: [A-Z][a-z]+)?) "
    r"[vV]?\d(?:\.\d)?(?![\d.]*\s?[年月日万亿%个元倍秒折位名家款块张A-Za-z])"
)


def acts_as_firm(passage: Passage, name: Hit) -> bool:
    """Tell whether words beside a name speak of a firm: 甲融资3亿元, 初创公司甲."""
    before, after = passage.between(name.start - 4, name.start), passage.between(name.end, name.end + 12)
    return bool(_A_FIRM_BEHIND.match(after) or _A_FIRM_BEFORE.search(before))


def ends_as_firms(name: str) -> bool:
    """Tell whether a Latin name ends as only firms' names do.

    >>> ends_as_firms("Lumen AI"), ends_as_firms("Lumen Air")
    (True, False)
    """
    return _A_FIRM_BY_ITS_END.fullmatch(name) is not None


def with_products(passage: Passage) -> Passage:
    """Give a sentence with the products added that no lexicon lists, and with those marked that are surely products.

    A name is one where its kind is printed beside it or where it stands right behind the verb that brings it out.
    """
    unlisted = [name for name in passage.names if listed_kind(name.name) is None]
    in_both = passage.may(_HAN_AND_LATIN)
    may_name_one = in_both or passage.may(_MAY_NAME_ONE)
    if not unlisted and not (may_name_one and _MARKED.search(passage.text)):
        return passage
    held = any(_is_held(passage, name, passage.between(name.start - 8, name.start)) for name in unlisted)
    if not held and not (may_name_one and (in_both or _MAY_NAME_ONE.search(passage.text))):
        return passage
    names = list(passage.names)
    for start, end in _forms(passage):
        inside = [name for name in names if name.start < end and start < name.end]
        if all(start <= name.start and name.end <= end and not listed_kind(name.name) for name in inside):
            whole = Hit(start, end, passage.between(start, end), "model")
            if not inside or (inside != [whole] and _is_product(passage, whole)):
                names = [*(name for name in names if name not in inside), whole]
    names.sort(key=lambda hit: hit.start)
    found = {name.start for name in names if not listed_kind(name.name) and _is_product(passage, name)}
    known = {name.start for name in passage.names}
    kept = [replace(name, kind="model") if name.start in found else name for name in names if name.start in found | known]
    return replace(passage, names=tuple(kept), products=frozenset(found)) if found else passage


def _forms(passage: Passage) -> Iterator[tuple[int, int]]:
    """Give the places of what can be a product's name by its form: in quotation marks, or in lower case with a digit."""
    for quoted in _QUOTED.finditer(passage.text) if passage.may(_QUOTED) else ():
        yield passage.start + quoted.start("name"), passage.start + quoted.end("name")
    for named in _HAN_EDITION.finditer(passage.text) if passage.may(_HAN_EDITION) else ():
        yield passage.start + named.start("name"), passage.start + named.end("name")
    for latin in _WITH_NUMBER.finditer(passage.text) if passage.may(_WITH_NUMBER) else ():
        yield passage.start + latin.start(), passage.start + latin.end()
    for both in _HAN_AND_LATIN.finditer(passage.text) if passage.may(_HAN_AND_LATIN) else ():
        if is_coined(both["han"]):
            yield passage.start + both.start("name"), passage.start + both.end("name")
    for lower in _IN_LOWER_CASE.finditer(passage.text) if passage.may(_IN_LOWER_CASE) else ():
        yield passage.start + lower.start(), passage.start + lower.end()


def _is_product(passage: Passage, name: Hit) -> bool:
    before, after = passage.between(name.start - 30, name.start), passage.between(name.end, name.end + 72)
    quoted = before[-1:] in _OPENING
    in_form = quoted or name.name[0].isascii() or (name.name[-1].isdigit() and _HAN_EDITION.search(before[-8:] + name.name))
    held, is_a_work = _is_held(passage, name, before), _is_called_a_work(name, after)
    in_form = in_form or held or is_a_work or _is_of_a_models_place(name, before) or _HAN_AND_LATIN.fullmatch(name.name)
    if name.kind == "person" or not in_form or _ONLY_WORDS.fullmatch(name.name) or chip_pattern().match(name.name):
        return False
    if (
        ends_as_firms(name.name)
        or _A_FIRM_BEHIND.match(after)
        or _A_FIRM_BEFORE.search(before)
        or _NO_PRODUCT_BEHIND.match(after)
    ):
        return False
    if (
        _FORM.fullmatch(name.name)
        or _BEHIND_ITS_KIND.search(before)
        or held
        or is_a_work
        or _HAN_AND_LATIN.fullmatch(name.name)
    ):
        return True
    if _NUMBERED.fullmatch(name.name) and (_NEXT_ONE.search(before) or _A_CARD.match(after)):
        return True
    of_ai = _OF_AI.search(passage.text) is not None
    if _BEHIND.match(after):
        return of_ai
    if _ONLY_A_NUMBER.fullmatch(name.name):
        return _OF_SEVERAL.match(after) is not None
    if _NUMBERED.fullmatch(name.name) and _BROUGHT_OUT_AS.search(before):
        return of_ai
    latin = name.name.isascii()
    brought_out = _BROUGHT_OUT.search(before) if latin or (quoted and _SHORT_NAME.fullmatch(name.name)) else None
    return bool(brought_out and (_ATTRIBUTE.match(brought_out.group()) or of_ai))


def _is_held(passage: Passage, name: Hit, before: str) -> bool:
    """Tell whether a name with a number or in quotation marks stands right behind the firm that has it: 甲公司的“墨影V6”."""
    held = _HELD.search(before) if before.rstrip(_OPEN_OR_SPACE).endswith(_OWNS) and listed_kind(name.name) is None else None
    if not held:
        return False
    owner = name.start - len(held.group())
    firm = next((firm for firm in passage.names if firm.kind == "company" and firm.end == owner), None)
    if firm is None:
        return False
    if _NUMBERED.fullmatch(name.name) or (before[-1:] in _OPENING and _SHORT_NAME.fullmatch(name.name)):
        return True
    return _is_coined_by(firm, name) and _OF_AI.search(passage.article.match, 0, _HEAD) is not None


def _is_coined_by(firm: Hit, name: Hit) -> bool:
    """Tell whether a name behind a firm's 的 is coined for what the firm makes: no other firm, no person, no word."""
    own = name.kind in ("model", "company") and name.start == firm.end + 1 and not name.name.isascii()
    return own and TAIL.search(firm.name) is not None and not TAIL.search(name.name) and is_coined(name.name)


def _is_called_a_work(name: Hit, after: str) -> bool:
    """Tell whether a name that does not end as firms' do is said to be somebody's model or tool."""
    unlisted = name.kind in ("model", "company") and listed_kind(name.name) is None
    return unlisted and _IS_A_WORK.match(after) is not None and not TAIL.search(name.name)


def _is_of_a_models_place(name: Hit, before: str) -> bool:
    """Tell whether Han letters that no lexicon lists stand where only a model is named, and do not end as firms do."""
    unlisted = name.kind in ("model", "company") and listed_kind(name.name) is None
    return unlisted and _A_MODEL_BEFORE.search(before) is not None and not TAIL.search(name.name)


def chips_in(passage: Passage) -> list[Hit]:
    """Give the chips that a sentence names, each under its family's name with the edition printed behind it.

    They stand apart from the sentence's names: a chip is what something was trained on far more often than its subject.
    """
    return list(chips(passage.text, passage.start)) if passage.may(chip_pattern()) else []
